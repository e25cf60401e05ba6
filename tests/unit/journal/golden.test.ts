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
    sha256: '1d8831d488fe4d60a1a76c163815ffd2d77460722e2afc7714bb20d15e2d8407',
    count: 21,
    head: '39fdfe6fea51d0b14c3482ba5017270db098dafee8c4661f54810d508ca4817e',
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
      'dossier-track',
      'answer',
      'complement',
      'exchange',
      'exchange-outcome',
      'imported',
      'imported',
      'imported',
      'letter-generated',
      'letter-sent',
    ],
  },
  {
    version: '0.2.0',
    file: 'v0.2.0.jsonl',
    sha256: 'a591191f63a64483b04c8fd9c2a4a68fd2ff697235ce975998dd69789ec99d44',
    count: 29,
    head: 'f946d171489f45691328c1025e739096a952eb1a629c58537e4c59e4783d7068',
    kinds: [
      'dossier-opened',
      'attempt',
      'capture',
      'capture-failed',
      'exchange',
      'exchange-outcome',
      'capture',
      'removed',
      'note',
      'step-skipped',
      'capture',
      'capture',
      'capture',
      'capture',
      'capture',
      'imported',
      'imported',
      'imported',
      'imported',
      'redacted',
      'dossier-track',
      'answer',
      'complement',
      'letter-generated',
      'exchange',
      'letter-sent',
      'stamped',
      'exported',
      'journal-imported',
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

it('together they hold every kind that is written today', () => {
  expect(new Set<string>(GOLDEN.flatMap(({ kinds }) => kinds))).toEqual(new Set(Object.keys(dataSchemas)));
});
