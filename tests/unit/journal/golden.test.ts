/** The frozen journal of each released version: read and verified for ever. A file here never changes; a new version adds one. */
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { checkChain, sha256Hex } from '@/lib/domain/chain';
import { dataSchemas } from '@/lib/domain/entry';
import { readEntry } from '@/lib/domain/upcast';

const GOLDEN = [
  {
    version: 1,
    file: 'v1.jsonl',
    sha256: 'e0859c6127c4731542c58b8ce20bf6326873197a9db4c6e19cbbdf181426149b',
    count: 11,
    head: 'd9d0000fafb3e9c13a4fccc3b4216b2e4d872f0dc7063fdcac6ea779b3d1fc76',
    kinds: [
      'dossier-opened',
      'attempt',
      'capture',
      'capture-failed',
      'exchange',
      'exchange-outcome',
      'note',
      'step-skipped',
      'exchange',
      'removed',
      'exported',
    ],
  },
] as const;

describe.each(GOLDEN)('version $version', ({ file, sha256, count, head, kinds }) => {
  const bytes = readFile(new URL(`./golden/${file}`, import.meta.url)).then((buffer) => new Uint8Array(buffer));
  const lines = bytes.then((all) => new TextDecoder().decode(all).split('\n'));

  it('is the very file that was frozen', async () => {
    await expect(sha256Hex(await bytes)).resolves.toBe(sha256);
  });

  it('verifies', async () => {
    await expect(checkChain(await lines)).resolves.toMatchObject({
      count,
      head,
      problems: [],
      newer: [],
      clockBack: [],
    });
  });

  it('is read whole', async () => {
    const read = (await lines).filter((line) => line !== '').map(readEntry);
    expect(read.map(({ entry }) => entry?.kind)).toEqual(kinds);
    expect(read.map(({ problem }) => problem).filter(Boolean)).toEqual([]);
  });
});

it('holds every kind that version 1 can write', () => {
  expect(new Set<string>(GOLDEN[0].kinds)).toEqual(new Set(Object.keys(dataSchemas)));
});
