/**
 * Bags of released versions, frozen: they stand for files that people and courts hold. Every later version must verify
 * them. When this test fails, the code is wrong: never make a golden bag again, never edit it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sha256Hex } from '@/lib/domain/chain';
import { verifyExport } from '@/lib/export/verify';
import { blobSource, bytesSource } from '@/lib/export/zip-reader';
import { filesOf, problems, verifyFiles } from './rebag';

const FOLDER = new URL('golden/', import.meta.url);
/** Frozen with the bags. */
const GOLDEN: Readonly<Record<string, { sha256: string; entries: number }>> = {
  'v0.1.0.zip': {
    sha256: 'ceff81f53881b92ea43417e06640a142886c252a05455ef148e510894d41402c',
    entries: 16,
  },
};

const read = (name: string): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(new URL(name, FOLDER)));

it('every golden bag is known here', () => expect(readdirSync(FOLDER).sort()).toEqual(Object.keys(GOLDEN).sort()));

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
  });

  it('is read from a Blob as from a file', async () =>
    expect((await verifyExport(blobSource(new Blob([read(name)])))).verdict).toBe('intact'));
});
