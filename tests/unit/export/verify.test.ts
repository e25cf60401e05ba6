/** The verifier: silent on an untouched export, however it was zipped; after any change, it names the file and the entry. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BAG } from '@/lib/domain/export-plan';
import { exportDossier } from '@/lib/export/bag';
import { verifyExport } from '@/lib/export/verify';
import { verifyText } from '@/lib/export/verify-text';
import { blobSource, bytesSource, SourceError } from '@/lib/export/zip-reader';
import { LOCALES, translator } from '@/lib/locales';
import { type Files, filesOf, problems, remanifest, text, utf8, verifyFiles, zipOf } from './rebag';
import { captureData, noise, SampleJournal, sampleJournal } from './sample';

const run = promisify(execFile);
let folder = '';
let blob: Blob;
let zip: Uint8Array<ArrayBuffer>;
let files: Files;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'carnet-verify-'));
  ({ blob } = await exportDossier((await sampleJournal()).options()));
  zip = new Uint8Array(await blob.arrayBuffer());
  files = await filesOf(blob);
  for (const [path, bytes] of files) {
    await mkdir(dirname(join(folder, 'bag', path)), { recursive: true });
    await writeFile(join(folder, 'bag', path), bytes);
  }
});
afterAll(() => rm(folder, { recursive: true }));

function edited(change: (copy: Files) => void): Files {
  const copy: Files = new Map(files);
  change(copy);
  return copy;
}

describe('an untouched export', () => {
  it('is intact', async () => {
    const result = await verifyExport(blobSource(blob));
    expect(result.verdict).toBe('intact');
    expect(result.lines.filter((line) => line.level === 'ok').map((line) => line.code)).toEqual([
      'files-ok',
      'declaration-ok',
      'chain-ok',
      'references-ok',
      'stamps-ok',
      'tombstones-ok',
      'csv-ok',
    ]);
  });

  it.each([
    ['zip, deflated', 'zip', ['-qr', '../again.zip', '.'], 'bag'],
    ['zip, with its folder', 'zip', ['-qr', 'again.zip', 'bag'], '.'],
    ['zip, stored, without extra fields', 'zip', ['-qrX0', '../again.zip', '.'], 'bag'],
  ])('is intact when zipped again by %s', async (_name, command, args, cwd) => {
    await run(command, args, { cwd: join(folder, cwd) });
    const again = new Uint8Array(await readFile(join(folder, 'again.zip')));
    await rm(join(folder, 'again.zip'));
    const result = await verifyExport(bytesSource(again));
    expect(problems(result)).toEqual([]);
    expect(result.verdict).toBe('intact');
  });

  it('is intact when zipped again by zip.js', async () => {
    const writer = new ZipWriter(new Uint8ArrayWriter(), { level: 9, useWebWorkers: false });
    for (const [path, bytes] of files) await writer.add(path, new Uint8ArrayReader(bytes));
    const result = await verifyExport(bytesSource(await writer.close()));
    expect([result.verdict, problems(result)]).toEqual(['intact', []]);
  });

  it('is intact in another order, and with what desktops leave behind', async () => {
    const again = new Map([...files].reverse());
    again.set('__MACOSX/._LISEZ-MOI.html', noise(1, 10));
    again.set('data/.DS_Store', noise(1, 10));
    const result = await verifyFiles(again);
    expect(result.verdict).toBe('intact');
    expect(result.lines.filter((line) => line.code === 'system-file')).toHaveLength(2);
  });
});

describe('any byte changed', () => {
  it('in any file: altered, and the file is named', async () => {
    const paths = [...files.keys()];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...paths),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        async (path, place, mask) => {
          const bytes = Uint8Array.from(files.get(path) ?? []);
          const index = place % bytes.length;
          bytes[index] = (bytes[index] ?? 0) ^ mask;
          const result = await verifyFiles(edited((copy) => copy.set(path, bytes)));
          expect(result.verdict).toBe('altered');
          const named = result.lines
            .filter((line) => line.level === 'problem')
            .flatMap((line) => Object.values(line.values));
          expect(named).toContain(path);
        },
      ),
      { numRuns: 300 },
    );
  }, 90_000);

  it('in the ZIP itself: never an exception, and « intact » only when every file still is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: zip.length - 1 }), fc.integer({ min: 1, max: 255 }), async (index, mask) => {
        const bytes = Uint8Array.from(zip);
        bytes[index] = (bytes[index] ?? 0) ^ mask;
        const result = await verifyExport(bytesSource(bytes));
        if (result.verdict !== 'intact') return;
        const now = await filesOf(new Blob([bytes]));
        expect([...now.keys()]).toEqual([...files.keys()]);
        for (const [path, content] of now)
          expect(Buffer.from(content).equals(Buffer.from(files.get(path) ?? [])), path).toBe(true);
      }),
      { numRuns: 300 },
    );
  }, 90_000);

  it('names the entry of a changed picture', async () => {
    const result = await verifyFiles(edited((copy) => copy.set('data/captures/0003-original.png', noise(5, 900))));
    const fr = translator('fr');
    expect(
      result.lines
        .map((line) => verifyText(line, fr))
        .join('\n')
        .replaceAll('\u00a0', ' '),
    ).toMatch(
      /data\/captures\/0003-original\.png : le contenu n’est pas celui qu’annonce manifest-sha256\.txt \(entrée P-0003\)/,
    );
  });
});

/** Lines of the journal, changed, with every manifest computed again as a forger would. */
async function forged(change: (lines: string[]) => string[]): Promise<Awaited<ReturnType<typeof verifyFiles>>> {
  const lines = text(files.get(BAG.journal)).trimEnd().split('\n');
  const copy = edited((map) =>
    map.set(
      BAG.journal,
      utf8.encode(
        change(lines)
          .map((line) => `${line}\n`)
          .join(''),
      ),
    ),
  );
  return verifyFiles(await remanifest(copy));
}

describe('a journal forged with new manifests', () => {
  it.each<[string, (lines: string[]) => string[], string, Record<string, unknown>]>([
    [
      'a line removed',
      (lines) => lines.filter((_, index) => index !== 3),
      'chain-problem',
      { line: 4, number: 'P-0005', problem: 'broken-link' },
    ],
    [
      'a line repeated',
      (lines) => [...lines.slice(0, 4), ...lines.slice(3)],
      'chain-problem',
      { line: 5, number: 'P-0004', problem: 'wrong-seq' },
    ],
    [
      'two lines exchanged',
      (lines) => [...lines.slice(0, 3), lines[4] ?? '', lines[3] ?? '', ...lines.slice(5)],
      'chain-problem',
      { line: 4, number: 'P-0005', problem: 'wrong-seq' },
    ],
    ['the last line cut', (lines) => lines.slice(0, -1), 'count-wrong', { declared: '10', actual: 9 }],
    [
      'a word changed',
      (lines) => lines.map((line) => line.replace('trop loin', 'trop cher')),
      'chain-problem',
      { line: 10, number: 'P-0010', problem: 'hash-mismatch' },
    ],
    [
      'a line written otherwise',
      (lines) => lines.map((line, index) => (index === 1 ? line.replace('{', '{ ') : line)),
      'chain-problem',
      { line: 2, number: 'P-0002', problem: 'not-canonical' },
    ],
    [
      'a line that is no JSON',
      (lines) => lines.map((line, index) => (index === 6 ? 'x' : line)),
      'chain-problem',
      { line: 7, number: 'none', problem: 'not-json' },
    ],
    ['an empty line', (lines) => [...lines.slice(0, 2), '', ...lines.slice(2)], 'journal-format', {}],
  ])('%s: altered, and it says where', async (_name, change, code, values) => {
    const result = await forged(change);
    expect(result.verdict).toBe('altered');
    expect(result.lines).toContainEqual({ level: 'problem', code, values });
  });

  it('half a line at the end: altered', async () => {
    const journal = files.get(BAG.journal) ?? new Uint8Array(0);
    const result = await verifyFiles(await remanifest(edited((copy) => copy.set(BAG.journal, journal.slice(0, -40)))));
    expect(problems(result)).toEqual(expect.arrayContaining(['journal-format', 'chain-problem', 'head-wrong']));
  });

  it('bytes that are no UTF-8: altered', async () => {
    const journal = Uint8Array.from(files.get(BAG.journal) ?? []);
    journal.set([0xff], 200);
    expect(problems(await verifyFiles(await remanifest(edited((copy) => copy.set(BAG.journal, journal)))))).toContain(
      'journal-format',
    );
  });
});

describe('a bag forged with new manifests', () => {
  it.each<[string, (copy: Files) => unknown, string]>([
    [
      'another picture in place of the original',
      (copy) => copy.set('data/captures/0003-original.png', noise(8, 900)),
      'reference-wrong',
    ],
    ['a picture taken out', (copy) => copy.delete('data/captures/0003-estampillee.png'), 'reference-missing'],
    ['a picture added', (copy) => copy.set('data/captures/0099-original.png', noise(8, 10)), 'payload-unknown'],
    [
      'a removed picture put back',
      (copy) => copy.set('data/captures/0007-original.png', noise(6, 400)),
      'payload-unknown',
    ],
    [
      'a row of the CSV taken out',
      (copy) => copy.set(BAG.csv, utf8.encode(text(copy.get(BAG.csv)).replace(/"10".*\r\n$/, ''))),
      'csv-rows',
    ],
    [
      'another head announced',
      (copy) =>
        copy.set(
          BAG.info,
          utf8.encode(text(copy.get(BAG.info)).replace(/Journal-Head: .*/, `Journal-Head: ${'0'.repeat(64)}`)),
        ),
      'head-wrong',
    ],
    [
      'no count announced',
      (copy) => copy.set(BAG.info, utf8.encode(text(copy.get(BAG.info)).replace(/Journal-Entries: .*\n/, ''))),
      'info-missing',
    ],
    [
      'another declaration',
      (copy) => copy.set(BAG.declaration, utf8.encode('BagIt-Version: 0.97\n')),
      'declaration-altered',
    ],
    ['LISEZ-MOI.html taken out', (copy) => copy.delete(BAG.readme), 'tag-missing'],
  ])('%s: altered (%#)', async (_name, change, code) => {
    const result = await verifyFiles(await remanifest(edited(change)));
    expect(result.verdict).toBe('altered');
    expect(problems(result)).toContain(code);
  });
});

describe('a bag changed without new manifests', () => {
  it.each([...Object.values(BAG), 'data/captures/0003-original.png', 'data/echanges/0005-1_ccc-courriel.pdf'])(
    '%s taken out: altered, named',
    async (path) => {
      const result = await verifyFiles(edited((copy) => copy.delete(path)));
      expect(result.verdict).toBe('altered');
      expect(
        result.lines.filter((line) => line.level === 'problem').flatMap((line) => Object.values(line.values)),
      ).toContain(path);
    },
  );

  it.each(['data/captures/0099-original.png', 'note.txt', 'data/piece.pdf'])(
    '%s added: altered, named',
    async (path) => {
      const result = await verifyFiles(edited((copy) => copy.set(path, noise(1, 5))));
      expect(result.lines).toContainEqual(
        expect.objectContaining({ code: 'file-added', values: expect.objectContaining({ path }) }),
      );
    },
  );
});

describe('a hostile or foreign ZIP', () => {
  it.each(['../evil.txt', '/etc/passwd', 'C:\\x', 'data\\..\\..\\x', 'data/../../x'])(
    'names the unsafe path %s',
    async (path) => {
      const result = await verifyExport(bytesSource(await zipOf([...files, [path, noise(1, 5)]])));
      expect(result.lines).toContainEqual({ level: 'problem', code: 'name-unsafe', values: { path } });
    },
  );

  it('says a name present twice', async () => {
    const twice: [string, Uint8Array<ArrayBuffer>][] = [...files, [BAG.journal, noise(1, 5)]];
    const result = await verifyExport(bytesSource(await zipOf(twice)));
    expect(result.verdict).toBe('altered');
    expect(result.lines).toContainEqual({ level: 'problem', code: 'name-duplicate', values: { path: BAG.journal } });
  });

  it('says an encrypted file', async () => {
    await run('zip', ['-qr', '-P', 'secret', '../locked.zip', '.'], { cwd: join(folder, 'bag') });
    const result = await verifyExport(bytesSource(new Uint8Array(await readFile(join(folder, 'locked.zip')))));
    expect(result.verdict).not.toBe('intact');
    expect(problems(result)).toContain('entry-encrypted');
  });

  it('stops at a bomb, at too many files, at a file too large, and unpacks none', async () => {
    await writeFile(join(folder, 'zeros'), new Uint8Array(8 * 2 ** 20));
    await run('zip', ['-q', '-9', 'bomb.zip', 'zeros'], { cwd: folder });
    const bomb = bytesSource(new Uint8Array(await readFile(join(folder, 'bomb.zip'))));
    const limits = { entries: 100, entryBytes: 2 ** 30, ratio: 60, allowance: 2 ** 20 };
    expect(problems(await verifyExport(bomb, { limits }))).toEqual(['zip-bomb']);
    expect(problems(await verifyExport(bomb, { limits: { ...limits, entryBytes: 1_000 } }))).toEqual(['zip-too-large']);
    expect(problems(await verifyExport(bytesSource(zip), { limits: { ...limits, entries: 3 } }))).toEqual([
      'zip-too-many',
    ]);
  });

  it.each([
    ['no ZIP at all', async () => noise(3, 5_000), 'zip-unreadable'],
    ['nothing', async () => new Uint8Array(0), 'zip-unreadable'],
    ['another ZIP', async () => zipOf([['lettre.txt', noise(3, 50)]]), 'not-a-bag'],
    [
      'another bag',
      async () =>
        zipOf([
          ['bagit.txt', files.get(BAG.declaration) ?? noise(1, 1)],
          ['manifest-sha256.txt', noise(3, 50)],
        ]),
      'not-a-bag',
    ],
  ])('%s is not ours', async (_name, bytes, code) => {
    const result = await verifyExport(bytesSource(await bytes()));
    expect(result.verdict).toBe('not-ours');
    expect(problems(result)).toEqual([code]);
  });

  it('recognises one of ours that was cut short', async () => {
    for (const part of [0.98, 0.6]) {
      const result = await verifyExport(bytesSource(zip.slice(0, Math.floor(zip.length * part))));
      expect([result.verdict, problems(result)]).toEqual(['altered', ['zip-damaged']]);
    }
  });

  it('recognises it too when its first picture alone is larger than what is looked at', async () => {
    const journal = new SampleJournal();
    await journal.add('dossier-opened', { alias: 'Essai', track: 'T1', departments: [], product: '0.2.0' });
    await journal.add('capture', captureData(await journal.picture(noise(5, 200_000)), null));
    const { blob: large } = await exportDossier(journal.options());
    const cut = await verifyExport(blobSource(large.slice(0, large.size - 400)));
    expect([cut.verdict, problems(cut)]).toEqual(['altered', ['zip-damaged']]);
  });

  it('does not call a disk that fails an alteration', async () => {
    const source = {
      size: zip.length,
      read: async (offset: number, length: number) => {
        if (offset > 2_000 && offset < zip.length - 5_000) throw new Error('EIO');
        return zip.subarray(offset, offset + length);
      },
    };
    await expect(verifyExport(source)).rejects.toBeInstanceOf(SourceError);
  });
});

it('every code has a sentence with all its values, in each language', async () => {
  const seen = [
    await verifyFiles(edited((copy) => copy.delete('data/captures/0003-original.png'))),
    await forged((lines) => lines.slice(0, -1)),
    await verifyFiles(edited((copy) => copy.set(BAG.manifest, utf8.encode('x\n')))),
  ];
  for (const locale of LOCALES) {
    const sentences = seen.flatMap(({ lines }) => lines.map((line) => verifyText(line, translator(locale))));
    expect(sentences.length).toBeGreaterThan(10);
    for (const sentence of sentences) expect(sentence).not.toMatch(/[{}]|undefined/);
  }
});
