/** The plan of an export: neutral safe names, every file that an entry names accounted for. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHANNELS } from '@/lib/domain/entry';
import { exportName, MAX_FILE_NAME, planExport, safeExtension } from '@/lib/domain/export-plan';
import { momentAt } from '@/lib/domain/moment';
import { captureData, DOSSIER, NOW, noise, SampleJournal, sampleJournal } from './sample';

describe('planExport', () => {
  it('names captures by number, attached files by number and channel', async () => {
    const { lines } = await sampleJournal();
    const plan = planExport(DOSSIER, lines, NOW);
    expect(plan.files.map((file) => file.path)).toEqual([
      'data/lectures/0002.json',
      'data/captures/0003-original.png',
      'data/captures/0003-estampillee.png',
      'data/echanges/0005-1_ccc-courriel.pdf',
      'data/echanges/0005-2_ccc-courriel.eml',
      'data/echanges/0006-1_ccc-courriel-reponse.html.txt',
    ]);
    expect(plan.files.map((file) => file.name)).toEqual([
      null,
      null,
      null,
      'رسالة.pdf',
      '回信.EML',
      'Mme Invente réponse.html',
    ]);
    expect(plan).toMatchObject({
      name: 'dossier-3f2a_2026-11-21_1830',
      entries: 10,
      captures: 2,
      head: lines.at(-1)?.entry?.hash,
    });
  });

  it('states what a tombstone removed, and who says so', async () => {
    const { lines } = await sampleJournal();
    const { removed } = planExport(DOSSIER, lines, NOW);
    expect(removed).toMatchObject([{ path: 'data/captures/0007-original.png', seq: 7, reason: 'removed', by: 8 }]);
  });

  it('keeps the files of another entry that shares bytes with a removed one', async () => {
    const journal = new SampleJournal();
    const shared = await journal.picture(noise(9, 50));
    const first = await journal.add('capture', captureData(shared, null));
    await journal.add('capture', captureData(shared, null));
    await journal.add('removed', { target: first, hash: '0'.repeat(64), blobs: [shared.sha256], reason: 'x' });
    const plan = planExport(DOSSIER, journal.lines, NOW);
    expect(plan.files.map((file) => file.path)).toEqual(['data/captures/0002-original.png']);
    expect(plan.removed.map((file) => file.path)).toEqual(['data/captures/0001-original.png']);
  });

  it('finds the files of an entry of a later version', async () => {
    const journal = new SampleJournal();
    const blob = await journal.blob(noise(10, 40), 'application/pdf');
    await journal.addRaw('imported', { nested: [{ file: { ...blob, name: 'x' } }] });
    expect(planExport(DOSSIER, journal.lines, NOW).files).toMatchObject([
      { path: 'data/autres/0001-1.pdf', role: 'unknown', sha256: blob.sha256 },
    ]);
  });

  it('gives, for any name in any script, a path that is ASCII, short, unique, safe on Windows and without that name', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.oneof(
            fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }),
            fc.constantFrom(
              'محمد الحسن.pdf',
              '王小明的信.docx',
              '../../etc/passwd',
              'CON.txt',
              'a'.repeat(255),
              'x.exe',
              'Дарья.PDF',
            ),
          ),
          { minLength: 1, maxLength: 8 },
        ),
        fc.constantFrom(...CHANNELS),
        async (names, channel) => {
          const journal = new SampleJournal();
          const files = await Promise.all(
            names.map((name, index) => journal.file(name.slice(0, 255), noise(index, 10), 'application/octet-stream')),
          );
          await journal.add('exchange', { channel, on: NOW, precision: 'day', outcome: 'NONE', files, captures: [] });
          const paths = planExport(DOSSIER, journal.lines, NOW).files.map((file) => file.path);
          expect(paths).toHaveLength(names.length);
          expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(paths.length);
          for (const path of paths) {
            expect(path).toMatch(/^data\/echanges\/0001-\d_[a-z-]+\.[a-z0-9]{1,8}(\.txt)?$/);
            expect(path.length - path.lastIndexOf('/') - 1).toBeLessThanOrEqual(MAX_FILE_NAME);
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('safeExtension', () => {
  it.each([
    ['lettre.PDF', 'application/pdf', 'pdf'],
    ['sans-extension', 'image/jpeg', 'jpg'],
    ['archive.tar.gz', '', 'gz'],
    ['page.html', 'text/html', 'html.txt'],
    ['setup.exe', '', 'exe.txt'],
    ['étrange.p?f', 'text/plain; charset=utf-8', 'txt'],
    [null, 'x/unknown', 'bin'],
  ])('%s (%s) → %s', (name, type, expected) => expect(safeExtension(name, type)).toBe(expected));
});

describe('exportName', () => {
  it('is dated in Paris, over midnight and in summer', () => {
    expect(exportName(DOSSIER, momentAt(Date.parse('2026-12-31T23:30:00Z')))).toBe('dossier-3f2a_2027-01-01_0030');
    expect(exportName(DOSSIER, momentAt(Date.parse('2026-07-01T16:05:00Z')))).toBe('dossier-3f2a_2026-07-01_1805');
  });
});
