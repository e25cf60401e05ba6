/** Many captures in one file, and the pack's other papers. */
import { describe, expect, it } from 'vitest';
import type { CaptureSheet, ContentsRow, SeriesOptions } from '@/lib/pdf/pack-types';
import { picturePdf, placeholderPdf, reportPdf, textPdf } from '@/lib/pdf/papers';
import { seriesPdf } from '@/lib/pdf/series';
import { phoneJpeg, plainJpeg } from '../imports/pictures';
import { type Bytes, bytesOf, holds, inFolder, OPTIONS, pagePng, picturesIn, sha256, sheetOf } from './pack-support';
import { checkClean, infoOf, textOf } from './support';

const SCREENS = [1, 2, 3].map((seed) => pagePng(800, 500, seed));
const screen = (seq: number): Bytes => SCREENS[seq % 3] ?? pagePng(800, 500);

const contentsOf = (count: number): readonly ContentsRow[] =>
  Array.from({ length: count }, (_, i) => ({
    seq: i + 1,
    when: `2 mars 2026 à 09 h ${String(i % 60).padStart(2, '0')}`,
    label: `Page ${i + 1} – علی`,
  }));

const optionsOf = (count: number, change: Partial<SeriesOptions> = {}): SeriesOptions => ({
  ...OPTIONS,
  heading: 'Série de captures d’écran du portail ANEF',
  lines: ['Captures du 2 mars 2026.'],
  contents: contentsOf(count),
  maxBytes: 30_000_000,
  ...change,
});

/** One at a time, as the journal gives them. */
async function* sheets(
  count: number,
  text = (seq: number) => [`Texte de la capture ${seq}`],
): AsyncGenerator<CaptureSheet> {
  for (let seq = 1; seq <= count; seq += 1) yield sheetOf(seq, screen(seq), { text: text(seq) });
}

async function outlineOf(bytes: Bytes): Promise<readonly { readonly title: string; readonly page: number }[]> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({ data: bytes.slice(), useSystemFonts: false, verbosity: 0 });
  const pdf = await task.promise;
  const items = (await pdf.getOutline()) ?? [];
  const found = await Promise.all(
    items.map(async ({ title, dest }) => ({ title, page: Array.isArray(dest) ? await pdf.getPageIndex(dest[0]) : -1 })),
  );
  await task.destroy();
  return found;
}

describe('a series', () => {
  it('has a cover whose table says where each capture is, and bookmarks that lead there', async () => {
    const steps: number[] = [];
    const pdf = await seriesPdf(sheets(12), optionsOf(12, { onProgress: (done) => steps.push(done) }));
    if (pdf.kind !== 'made') throw new Error('too large');
    const bytes = await bytesOf(pdf);
    checkClean(bytes);
    expect(steps).toEqual(Array.from({ length: 12 }, (_, i) => i + 1));
    const outline = await outlineOf(bytes);
    expect(outline).toHaveLength(12);
    expect(outline[4]?.title).toBe('5 – 2 mars 2026 à 09 h 04 – Page 5 – علی');
    const pages = textOf(bytes).split('\f');
    const table = textOf(bytes, '-layout', '-l', '2');
    for (const [i, { page }] of outline.entries()) {
      expect(pages[page]).toContain(sha256(screen(i + 1)));
      expect(table).toMatch(new RegExp(`^ *${i + 1} .* ${page + 1}$`, 'm'));
    }
    expect(pdf.shows.map(({ seq, as }) => `${seq} ${as}`)).toEqual(
      Array.from({ length: 12 }, (_, i) => `${i + 1} image`),
    );
    expect(textOf(bytes)).toContain(`${pdf.pages}/${pdf.pages}`);
    expect(infoOf(bytes)).toMatch(new RegExp(`Pages:\\s+${pdf.pages}\\n`));
    expect(inFolder(bytes, 'pdfimages', ['-list', 'a.pdf']).said.trim().split('\n')).toHaveLength(12 + 2);
  }, 120_000);

  it('prints the same text once and says where it is', async () => {
    const pdf = await seriesPdf(
      sheets(3, () => ['Maintenance en cours']),
      optionsOf(3),
    );
    if (pdf.kind !== 'made') throw new Error('too large');
    const text = textOf(await bytesOf(pdf));
    expect(text.match(/Maintenance en cours/g)).toHaveLength(1);
    expect(text.match(/le même que celui de la capture n° 1, page 2/g)).toHaveLength(2);
  });

  it('says on its page that a picture cannot be read, and goes on', async () => {
    const bad = sheetOf(1, screen(1).slice(0, 900));
    const pdf = await seriesPdf([bad, sheetOf(2, screen(2))], optionsOf(2));
    if (pdf.kind !== 'made') throw new Error('too large');
    expect(pdf.flags).toEqual([{ code: 'unreadable', seq: 1 }]);
    expect(pdf.shows.map(({ as }) => as)).toEqual(['named', 'image']);
    expect(textOf(await bytesOf(pdf))).toContain('n’a pas pu être lue');
  });

  it('gives nothing but « too large » beyond its limit, and how many would fit: they do', async () => {
    const maxBytes = 20 * screen(1).length;
    const made = await seriesPdf(sheets(40), optionsOf(40, { maxBytes }));
    if (made.kind !== 'too-large') throw new Error('not too large');
    expect(made.fits).toBeGreaterThan(5);
    const again = await seriesPdf(sheets(made.fits), optionsOf(made.fits, { maxBytes }));
    expect(again.kind === 'made' && again.bytes <= maxBytes).toBe(true);
  }, 60_000);

  it('stops in the middle when it was asked to, and lets other work go on', async () => {
    const stop = new AbortController();
    let turns = 0;
    const clock = setInterval(() => {
      turns += 1;
    }, 0);
    const onProgress = (done: number): void => {
      if (done === 5) stop.abort(new Error('asked to stop'));
    };
    await expect(seriesPdf(sheets(40), optionsOf(40, { signal: stop.signal, onProgress }))).rejects.toThrow(
      'asked to stop',
    );
    clearInterval(clock);
    expect(turns).toBeGreaterThan(3);
  });

  it('refuses captures that are not those of its table', async () => {
    await expect(seriesPdf([sheetOf(2, screen(2))], optionsOf(1))).rejects.toThrow('not in its place');
    await expect(seriesPdf([sheetOf(1, screen(1))], optionsOf(2))).rejects.toThrow('missing');
  });
});

describe('the other papers', () => {
  const about = { heading: 'Fichier ajouté le 3 mars 2026', caption: [{ label: 'SHA-256', value: 'ab'.repeat(32) }] };

  it.each([
    ['as it is', plainJpeg()],
    ['and turned upright', phoneJpeg()],
  ])('show a JPEG, byte for byte, %s', async (_, bytes) => {
    const picture = { bytes, type: 'image/jpeg', sha256: sha256(bytes) };
    const pdf = await picturePdf({ seq: 4, ...about, picture, alt: 'Photo' }, OPTIONS);
    const file = await bytesOf(pdf);
    checkClean(file);
    expect(inFolder(file, 'pdfimages', ['-j', 'a.pdf', 'x']).made.map(sha256)).toEqual([sha256(bytes)]);
    expect(holds(file, `/CDDA_Source <${sha256(bytes)}>`)).toBe(true);
  });

  it('refuse a JPEG that was cut, and what nothing here decodes', async () => {
    const cut = plainJpeg().slice(0, -40);
    for (const [bytes, type] of [
      [cut, 'image/jpeg'],
      [plainJpeg(), 'image/webp'],
    ] as const) {
      const picture = { bytes, type, sha256: sha256(bytes) };
      await expect(picturePdf({ seq: 4, ...about, picture, alt: '' }, OPTIONS)).rejects.toMatchObject({
        code: 'picture-unreadable',
      });
    }
  });

  it('decode other pictures with what they are given', async () => {
    const rgb = Uint8Array.from({ length: 3 * 20 * 10 }, (_, i) => i % 251);
    const picture = { bytes: Uint8Array.of(1), type: 'image/webp', sha256: 'cd'.repeat(32) };
    const decode = async () => ({ width: 20, height: 10, rgb });
    const pdf = await picturePdf({ seq: 4, ...about, picture, alt: '' }, { ...OPTIONS, decode });
    const [drawn] = picturesIn(await bytesOf(pdf));
    expect(Array.from({ length: rgb.length }, (_, i) => drawn?.data[4 * Math.floor(i / 3) + (i % 3)])).toEqual([
      ...rgb,
    ]);
    expect(pdf.flags).toEqual([{ code: 'decoded', seq: 4 }]);
  });

  it('print a mail with its header, and a page for what paper cannot show', async () => {
    const headers = [
      { label: 'De', value: 'agent@exemple.invalid' },
      { label: 'Objet', value: 'Votre demande, علی' },
    ];
    const mail = await textPdf(
      { seq: 5, sha256: 'ab'.repeat(32), ...about, headers, paragraphs: ['Bonjour,', 'Votre dossier.'] },
      OPTIONS,
    );
    const bytes = await bytesOf(mail);
    checkClean(bytes);
    for (const word of ['agent@exemple.invalid', 'Votre demande', 'Bonjour,', 'ab'.repeat(32)])
      expect(textOf(bytes)).toContain(word);
    const other = await placeholderPdf(
      { seq: 6, sha256: 'ab'.repeat(32), ...about, lines: ['Il ne peut pas être imprimé.'] },
      OPTIONS,
    );
    checkClean(await bytesOf(other));
    expect(textOf(await bytesOf(other))).toContain('Il ne peut pas être imprimé.');
    expect([mail.shows[0]?.as, other.shows[0]?.as]).toEqual(['text', 'named']);
  });

  it.each([false, true])(
    'repeat the head of a long table and number the pages (on its side: %s)',
    async (landscape) => {
      const rows = Array.from({ length: 120 }, (_, i) =>
        [String(i + 1), `Pièce ${i + 1}`, '2'].map((text) => [{ text }]),
      );
      const head = ['N°', 'Libellé', 'Pages'];
      const pdf = await reportPdf([{ kind: 'table', caption: 'Sur la procédure', head, rows }], {
        ...OPTIONS,
        heading: 'Inventaire des pièces',
        landscape,
      });
      const bytes = await bytesOf(pdf);
      checkClean(bytes);
      const text = textOf(bytes);
      expect(pdf.pages).toBeGreaterThan(2);
      expect(text.match(/Libellé/g)).toHaveLength(pdf.pages);
      expect(text).toContain(`1/${pdf.pages}`);
      expect(infoOf(bytes, '-struct')).toMatch(/Table[\s\S]*TH[\s\S]*TD/);
    },
  );
});
