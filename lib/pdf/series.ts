/** Many captures in one file: a cover with their table, bookmarks, then each capture; one decoded picture in memory at a time. */

import { AppError } from '@/lib/domain/errors';
import { printCapture, type SaidElsewhere, wordsOf } from './capture';
import { type Cell, Column } from './column';
import { areaOf, breathe, Making } from './frame';
import type { CaptureSheet, ContentsRow, PackPdf, SeriesOptions, Shown, TooLarge } from './pack-types';
import { type Raster, rasterOf } from './raster';
import { MILLIMETRE, paginate, type Sheet, StructureNode } from './sheet';
import { cleanText } from './text';
import type { Typesetter } from './typeset';
import { WORDS } from './words';

/** Of the bytes of a page that is still open, before its text is compressed: measured at 2 to 6 kB. */
const OPEN_PAGE = 5_000;
/** Left free in a volume whose captures were counted. */
const ROOM = 0.96;

/** What is known of the captures printed so far. */
interface Printed {
  readonly seq: number;
  readonly page: number;
  /** Bytes of the file once it was there, an estimate. */
  readonly until: number;
}

/**
 * Sheets are asked for one at a time, so their bytes need not be in memory together. A picture that cannot be read is said on
 * its page and flagged. The same text as an earlier capture's is named there, not printed again.
 * @returns `too-large` beyond `maxBytes`: the caller makes two files of it
 * @throws Error when the sheets are not those of `contents`, in their order; the signal's reason
 */
export async function seriesPdf(
  sheets: AsyncIterable<CaptureSheet> | Iterable<CaptureSheet>,
  options: SeriesOptions,
): Promise<PackPdf | TooLarge> {
  const { contents, maxBytes, signal } = options;
  const making = new Making(options);
  const frontType = await making.type(...frontWords(options));
  const blank = frontSheets(options, frontType, []);
  const reserved = making.writer.reserve(blank.sheets.length, area.size);
  const printed: Printed[] = [];
  const shows: Shown[] = [];
  const texts = new Map<string, SaidElsewhere>();
  for await (const sheet of sheets) {
    await breathe(signal);
    const row = contents[printed.length];
    if (row?.seq !== sheet.seq) throw new Error(`capture ${sheet.seq} is not in its place in the table`);
    const page = making.writer.pages;
    const raster = await readable(sheet, making, options);
    const type = await making.type(...wordsOf(sheet));
    await printCapture(sheet, raster, type, making, { heading: 'H2', same: sameText(sheet, page, texts) });
    making.writer.bookmark(bookmarkOf(row), page);
    shows.push({ seq: sheet.seq, sha256: sheet.picture.sha256, as: raster ? 'image' : 'named' });
    const until = making.writer.written + OPEN_PAGE * making.writer.pages;
    printed.push({ seq: sheet.seq, page, until });
    if (until > maxBytes) return tooLarge(until, printed, maxBytes);
    options.onProgress?.(printed.length, contents.length);
  }
  if (printed.length !== contents.length) throw new Error('captures of the table are missing');
  const front = frontSheets(options, frontType, printed);
  making.writer.fill(reserved, front.sheets, front.section);
  await breathe(signal);
  const file = await making.finish();
  if (file.bytes > maxBytes) return tooLarge(file.bytes, printed, maxBytes);
  return { kind: 'made', ...file, flags: making.allFlags(), shows };
}

async function readable(sheet: CaptureSheet, making: Making, options: SeriesOptions): Promise<Raster | null> {
  try {
    return await rasterOf(sheet.picture, { decode: options.decode });
  } catch (cause) {
    if (!(cause instanceof AppError) || cause.code !== 'picture-unreadable') throw cause;
    making.flags.push({ code: 'unreadable', seq: sheet.seq });
    return null;
  }
}

/** Where the same text stands already; remembers this one otherwise. */
function sameText({ text, seq }: CaptureSheet, page: number, texts: Map<string, SaidElsewhere>): SaidElsewhere | null {
  const key = text.join('\n');
  if (key === '') return null;
  const known = texts.get(key);
  if (!known) texts.set(key, { seq, page: page + 1 });
  return known ?? null;
}

/** How many captures fit, if those to come are like those that were printed. */
function tooLarge(bytes: number, printed: readonly Printed[], maxBytes: number): TooLarge {
  const fits = printed.filter(({ until }) => until <= ROOM * maxBytes).length;
  return { kind: 'too-large', bytes, fits: Math.max(1, Math.min(fits, printed.length - 1)) };
}

const bookmarkOf = ({ seq, when, label }: ContentsRow): string =>
  cleanText(`${seq} – ${when} – ${label}`).replaceAll('\n', ' ').slice(0, 200);

const frontWords = ({ heading, lines, contents }: SeriesOptions): readonly string[] => [
  heading,
  ...lines,
  ...contents.flatMap(({ when, label }) => [when, label]),
];

const area = areaOf(false, 20 * MILLIMETRE);

/** The cover and its table; before the pages are known, zeros hold their places: the shares are fixed, so nothing moves. */
function frontSheets(
  { heading, lines, contents }: SeriesOptions,
  type: Typesetter,
  printed: readonly Printed[],
): { readonly sheets: readonly Sheet[]; readonly section: StructureNode } {
  const section = new StructureNode('Sect');
  const column = new Column(type, 10.5, { x: area.x, width: area.width });
  column.paragraph([{ text: heading, bold: true }], section.add('H1'), { before: 0 });
  for (const line of lines) column.paragraph([{ text: line }], section.add('P'));
  column.gap(8);
  const rows = contents.map(({ seq, when, label }, i): readonly Cell[] => [
    { pieces: [{ text: String(seq) }], heads: 'Row' },
    { pieces: [{ text: when }] },
    { pieces: [{ text: label, apart: true }] },
    { pieces: [{ text: String((printed[i]?.page ?? 0) + 1) }] },
  ]);
  const grid = { caption: WORDS.contents, head: WORDS.contentsHead, rows, shares: [0.09, 0.31, 0.46, 0.14] };
  column.table(grid, section, { size: 8.5 });
  return { sheets: paginate(column.slabs, area.y, area.bottom), section };
}
