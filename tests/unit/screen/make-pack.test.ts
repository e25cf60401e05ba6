/** The pack in the export: every pièce there, what cannot be drawn named, a long series cut, a cancellation that leaves no ZIP. */
import { describe, expect, it } from 'vitest';
import { AppError } from '@/lib/domain/errors';
import { PACK, PACK_DEFAULTS, type PackChoices, packListSchema } from '@/lib/domain/pack-types';
import { exportDossier } from '@/lib/export/bag';
import type { ExportOptions, ExportProgress } from '@/lib/export/types';
import { verifyExport } from '@/lib/export/verify';
import { blobSource } from '@/lib/export/zip-reader';
import { type PackOptions, packMaker } from '@/lib/screen/make-pack';
import { smallPng } from '../export/pictures';
import { type Files, filesOf, text } from '../export/rebag';
import { captureData, NOW, noise, SampleJournal } from '../export/sample';

/** Six captures of one page (a series), one of another, a text file, a file that paper cannot show. */
async function journalOf(captures = 6): Promise<SampleJournal> {
  const journal = new SampleJournal();
  await journal.add('dossier-opened', { alias: 'Camélia', track: 'T1', departments: ['93'], product: '0.1.0' });
  const take = async (seed: number, page: string): Promise<number> => {
    const original = await journal.picture(smallPng(96, 60, seed), 96, 60);
    const stamped = await journal.picture(smallPng(96, 60, seed, 16), 96, 76);
    const takenAt = journal.at(`2026-10-0${(seed % 9) + 1}T08:00:00.000Z`);
    const seen = { site: 'anef', page, outcome: 'blocked' as const };
    return journal.add('capture', captureData(original, stamped, { takenAt, page: seen, intent: `i-${seed}` }));
  };
  for (let seed = 1; seed <= captures; seed += 1) await take(seed, 'compte-bloque');
  await take(20, 'maintenance');
  const files = [
    await journal.file('mot.txt', new TextEncoder().encode('Bonjour,\nà demain.'), 'text/plain'),
    await journal.file('son.mp3', noise(8, 400), 'audio/mpeg'),
  ];
  const on = journal.at('2026-10-12T08:00:00.000Z');
  await journal.add('exchange', {
    channel: 'PREF_MAIL',
    on,
    precision: 'day',
    outcome: 'NONE',
    files,
    captures: [],
  });
  return journal;
}

function withPack(
  journal: SampleJournal,
  choices: Partial<PackChoices> = {},
  more: Partial<PackOptions> & Pick<Partial<ExportOptions>, 'onProgress' | 'signal'> = {},
): ExportOptions {
  const all = { ...PACK_DEFAULTS, ...choices };
  const { onProgress, signal } = more;
  return journal.options({
    pack: packMaker({ choices: all, now: NOW, ...more }),
    ...(onProgress ? { onProgress } : {}),
    ...(signal ? { signal } : {}),
  });
}

const listOf = (files: Files) => packListSchema.parse(JSON.parse(text(files.get(PACK.list))));
const piecesIn = (files: Files): string[] =>
  [...files.keys()].filter((path) => /^data\/pieces\/(?!00_)/.test(path)).toSorted();

describe('the whole pack', () => {
  it('holds every pièce, the documents and the list, and verifies', async () => {
    const { blob } = await exportDossier(withPack(await journalOf()));
    const files = await filesOf(blob);
    expect(piecesIn(files)).toHaveLength(4);
    for (const path of [PACK.inventory, PACK.chronology, PACK.note, PACK.objections])
      expect(files.has(path), path).toBe(true);
    const list = listOf(files);
    expect(list.pieces.map(({ number, kind }) => [number, kind])).toEqual([
      [1, 'series'],
      [2, 'capture'],
      [3, 'text'],
      [4, 'other'],
    ]);
    expect(list.pieces.flatMap((piece) => piece.files.map(({ path }) => path)).toSorted()).toEqual(piecesIn(files));
    expect(list.pieces[0]?.files[0]?.shows.map(({ seq }) => seq)).toEqual([2, 3, 4, 5, 6, 7]);
    expect(list.pieces[3]?.files[0]?.shows).toMatchObject([{ as: 'named' }]);
    const { verdict, lines } = await verifyExport(blobSource(blob));
    expect({ verdict, problems: lines.filter(({ level }) => level === 'problem') }).toEqual({
      verdict: 'intact',
      problems: [],
    });
  }, 60_000);

  it('lists them in LISEZ-MOI.html, in both languages, with what is left out and what could not be shown', async () => {
    const files = await filesOf((await exportDossier(withPack(await journalOf(), { left: ['e8'], startAt: 4 }))).blob);
    const page = text(files.get('LISEZ-MOI.html'));
    for (const path of piecesIn(files)) expect(page.split(`href="${path}"`).length - 1, path).toBe(2);
    expect(page).toContain('Non jointes en PDF, par choix');
    expect(page).toContain('Not joined as PDF, by choice');
    expect(page).toContain('non montré sur papier');
    expect(listOf(files).pieces.map(({ number }) => number)).toEqual([4, 5, 6]);
    expect(piecesIn(files)[0]).toMatch(/^data\/pieces\/04_/);
  }, 60_000);

  it('is the same bytes for the same dossier, choices and moment', async () => {
    const journal = await journalOf(4);
    const made = await Promise.all([0, 1].map(async () => (await exportDossier(withPack(journal))).blob.arrayBuffer()));
    expect(Buffer.from(made[0] ?? new ArrayBuffer(0)).equals(Buffer.from(made[1] ?? new ArrayBuffer(1)))).toBe(true);
  }, 60_000);
});

describe('what does not go as planned', () => {
  it('names a picture that is not one on a page of its own, and still joins its bytes', async () => {
    const journal = await journalOf(1);
    const broken = await journal.picture(noise(5, 700), 96, 60);
    const seen = { site: 'anef', page: 'autre', outcome: 'blocked' as const };
    const seq = await journal.add('capture', captureData(broken, null, { page: seen, stampError: 'no canvas' }));
    const { blob } = await exportDossier(withPack(journal));
    const files = await filesOf(blob);
    const piece = listOf(files).pieces.find((one) =>
      one.files.some(({ shows }) => shows.some((shown) => shown.seq === seq)),
    );
    expect(piece?.files[0]?.shows).toMatchObject([{ sha256: broken.sha256, as: 'named' }]);
    expect(files.has(`data/captures/${String(seq).padStart(4, '0')}-original.png`)).toBe(true);
    expect((await verifyExport(blobSource(blob))).verdict).toBe('intact');
  }, 60_000);

  it('cuts a series that comes out too long, and numbers its parts again', async () => {
    const journal = await journalOf(6);
    const whole = listOf(await filesOf((await exportDossier(withPack(journal))).blob)).pieces[0]?.files[0];
    if (!whole) throw new Error('a series was planned');
    const files = await filesOf((await exportDossier(withPack(journal, {}, { maxBytes: whole.bytes - 1_000 }))).blob);
    const parts = listOf(files).pieces[0]?.files ?? [];
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.map(({ path }) => /_(\d)sur(\d)\.pdf$/.exec(path)?.slice(1).map(Number))).toEqual(
      parts.map((_, index) => [index + 1, parts.length]),
    );
    for (const { bytes } of parts) expect(bytes).toBeLessThan(whole.bytes);
    expect(parts.flatMap(({ shows }) => shows.map(({ seq }) => seq))).toEqual([2, 3, 4, 5, 6, 7]);
  }, 60_000);

  it('leaves no ZIP when a file goes while the PDFs are made', async () => {
    const journal = await journalOf(1);
    const options = withPack(journal);
    const seen = new Set<string>();
    const source = {
      ...options.source,
      blob: async (sha256: string) => {
        if (seen.has(sha256)) throw new AppError('blob-missing');
        seen.add(sha256);
        return options.source.blob(sha256);
      },
    };
    await expect(exportDossier({ ...options, source })).rejects.toMatchObject({ code: 'export-source-failed' });
  }, 60_000);

  it('leaves no ZIP when a maker fails for a reason of its own', async () => {
    const journal = await journalOf(1);
    const load = async () => {
      throw new Error('the fonts are not there');
    };
    await expect(exportDossier(withPack(journal, {}, { load }))).rejects.toMatchObject({
      code: 'export-source-failed',
    });
  });

  it.each(['write', 'make'] as const)(
    'leaves no ZIP when it is cancelled while it does « %s »',
    async (phase) => {
      const journal = await journalOf(4);
      const stop = new AbortController();
      const onProgress = (progress: ExportProgress): void => {
        if (progress.phase === phase && progress.doneFiles === 2) stop.abort();
      };
      const options = withPack(journal, {}, { onProgress, signal: stop.signal });
      await expect(exportDossier(options)).rejects.toMatchObject({ code: 'export-cancelled' });
    },
    60_000,
  );
});
