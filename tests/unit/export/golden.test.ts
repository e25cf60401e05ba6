/**
 * Bags of released versions, frozen: they stand for files that people and courts hold. Every later version must verify
 * them. When this test fails, the code is wrong: never make a golden bag again, never edit it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sha256Hex } from '@/lib/domain/chain';
import { dataSchemas } from '@/lib/domain/entry';
import { verifyExport } from '@/lib/export/verify';
import { blobSource, bytesSource } from '@/lib/export/zip-reader';
import { freeze, goldenBag } from './make-golden';
import { filesOf, problems, text, verifyFiles } from './rebag';

const FOLDER = new URL('golden/', import.meta.url);
/** Frozen with the bags. */
const GOLDEN: Readonly<Record<string, { sha256: string; entries: number }>> = {
  'v0.1.0.zip': {
    sha256: 'ceff81f53881b92ea43417e06640a142886c252a05455ef148e510894d41402c',
    entries: 16,
  },
  'v0.2.0.zip': {
    sha256: 'fa17b582da8bdde9a98fae5446ad899a9245d306fa7ab66a4111684298a8a0ec',
    entries: 29,
  },
};

const read = (name: string): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(new URL(name, FOLDER)));

const RELEASE = process.env['GOLDEN'];
if (RELEASE) it(`freezes the bag of ${RELEASE}`, async () => console.log(await freeze(RELEASE)), 60_000);

it('a bag that this version would freeze is intact, dated, and holds every sort of line', async () => {
  const { bytes } = await goldenBag('next');
  const result = await verifyExport(bytesSource(bytes));
  expect([result.verdict, problems(result), result.dated.length]).toEqual(['intact', [], 1]);
  const codes = result.lines.map((line) => line.code);
  for (const code of [
    'pieces-ok',
    'piece-pictures-ok',
    'pieces-whole-ok',
    'stamp-ok',
    'reference-redacted',
    'tombstones-ok',
  ])
    expect(codes).toContain(code);
  expect(codes).not.toContain('entry-newer');
  const journal = text((await filesOf(new Blob([bytes]))).get('data/journal.jsonl'));
  const kinds = new Set([...journal.matchAll(/"kind":"([a-z-]+)"/g)].map((match) => match[1]));
  // A failing test here means that a kind came: give goldenJournal one of it.
  expect([...kinds].sort()).toEqual(Object.keys(dataSchemas).sort());
}, 60_000);

it('every golden bag is known here', () =>
  expect(
    readdirSync(FOLDER)
      .filter((name) => name !== `v${RELEASE}.zip`)
      .sort(),
  ).toEqual(
    Object.keys(GOLDEN)
      .filter((name) => name !== `v${RELEASE}.zip`)
      .sort(),
  ));

describe.each(Object.entries(GOLDEN))('%s', (name, { sha256, entries }) => {
  it('is the file that was frozen', async () => expect(await sha256Hex(read(name))).toBe(sha256));

  it('is intact, and nothing in it is foreign to this version', async () => {
    const result = await verifyExport(bytesSource(read(name)));
    expect([result.verdict, problems(result)]).toEqual(['intact', []]);
    expect(result.lines).toContainEqual(
      expect.objectContaining({ code: 'chain-ok', values: expect.objectContaining({ count: entries }) }),
    );
    expect(result.lines.map((line) => line.code)).not.toContain('entry-newer');
    for (const code of ['files-ok', 'references-ok', 'stamps-ok', 'tombstones-ok', 'csv-ok'])
      expect(result.lines.map((line) => line.code)).toContain(code);
  });

  it('is altered when any one of its files changes, and the file is named', async () => {
    const files = await filesOf(new Blob([read(name)]));
    for (const [path, bytes] of files) {
      const changed = Uint8Array.from(bytes);
      const at = changed.length >> 1;
      changed[at] = (changed[at] ?? 0) ^ 1;
      const result = await verifyFiles(new Map([...files, [path, changed]]));
      expect(result.verdict, path).toBe('altered');
      const named = result.lines
        .filter((line) => line.level === 'problem')
        .flatMap((line) => Object.values(line.values));
      expect(named).toContain(path);
    }
  }, 120_000);

  it('is read from a Blob as from a file', async () =>
    expect((await verifyExport(blobSource(new Blob([read(name)])))).verdict).toBe('intact'));
});
