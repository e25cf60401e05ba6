/** The pack's other papers: a picture that was given, a mail or a text, a page for what paper cannot show, a report made of blocks. */
import type { Block } from '@/lib/domain/letter-types';
import { drawBlock } from './blocks';
import { Column } from './column';
import { type Area, areaOf, breathe, caption, heightOf, Making, stackedSlabs } from './frame';
import type { PackPdf, PackPdfOptions, PictureSheet, PlaceholderSheet, Shown, TextSheet } from './pack-types';
import { rasterOf, uprightSize } from './raster';
import { type Drawn, MILLIMETRE, paginate, type Sheet, StructureNode } from './sheet';
import type { Typesetter } from './typeset';
import { WORDS } from './words';

const READING = 20 * MILLIMETRE;
const BODY = 10.5;

export interface ReportOptions extends PackPdfOptions {
  /** At the top of the first page. */
  readonly heading: string;
  readonly landscape?: boolean;
  /** Points; 10 when absent. Tables are half a point smaller. */
  readonly size?: number;
}

/**
 * A photo or a scan, as large as its page holds it, turned as its camera says.
 * @throws AppError picture-unreadable when it is cut short, hostile or cannot be decoded here: print a placeholder then
 */
export async function picturePdf(sheet: PictureSheet, options: PackPdfOptions): Promise<PackPdf> {
  const making = new Making(options);
  await breathe(options.signal);
  const raster = await rasterOf(sheet.picture, { decode: options.decode });
  const type = await making.type(sheet.heading, sheet.alt, ...captionWords(sheet.caption));
  const { width, height } = uprightSize(raster);
  const landscape = width > 1.15 * height;
  const area = areaOf(landscape);
  const section = new StructureNode('Sect');
  const top = topOf(sheet, type, area, landscape, section);
  const image: Drawn = { raster, seq: sheet.seq, sha256: sheet.picture.sha256 };
  const taken = heightOf(top.slabs) + 6;
  const apart = taken > 0.4 * area.height;
  // Not down to the number of the page.
  const room = { width: area.width, height: area.height - (apart ? 0 : taken) - 8 };
  // A small picture is not blown up beyond 96 dots an inch.
  const scale = Math.min(room.width / width, room.height / height, 0.75);
  const box = {
    x: area.x + (area.width - width * scale) / 2,
    y: apart ? area.y : area.y + taken,
    width: width * scale,
    height: height * scale,
  };
  const node = section.figure(sheet.alt);
  const drawn = { kind: 'image' as const, ...box, whole: box, image, node };
  const sheets: readonly Sheet[] = apart
    ? [
        ...paginate(top.slabs, area.y, area.bottom).map((one) => ({ ...one, size: area.size })),
        { size: area.size, marks: [drawn] },
      ]
    : [{ size: area.size, marks: [...stackedSlabs(top.slabs, area.y), drawn] }];
  if (raster.decoded) making.flags.push({ code: 'decoded', seq: sheet.seq });
  making.writer.add(sheets, section);
  return made(making, [{ seq: sheet.seq, sha256: sheet.picture.sha256, as: 'image' }]);
}

/** A mail with its header, a message, a text file. Very long ones are cut and flagged. */
export async function textPdf(sheet: TextSheet, options: PackPdfOptions): Promise<PackPdf> {
  const making = new Making(options, READING);
  await breathe(options.signal);
  const headers = sheet.headers ?? [];
  const { printed: paragraphs, cut } = cutText(sheet, making);
  const type = await making.type(
    sheet.heading,
    ...captionWords(sheet.caption),
    ...captionWords(headers),
    ...paragraphs,
  );
  const area = areaOf(false, READING);
  const section = new StructureNode('Sect');
  const column = topOf(sheet, type, area, false, section);
  if (headers.length > 0) {
    column.paragraph([{ text: WORDS.mail, bold: true }], section.add('H2'), { keepsNext: true });
    column.gap(4);
    caption(headers, column, section, false);
  }
  column.gap(8);
  const body = new Column(type, 10, { x: area.x, width: area.width });
  for (const text of paragraphs) body.paragraph([{ text, apart: true }], section.add('P'), { before: 6 });
  if (cut) {
    body.paragraph([{ text: WORDS.cutText, pale: true }], section.add('P'));
  }
  making.writer.add(paginate([...column.slabs, ...body.slabs], area.y, area.bottom), section);
  return made(making, [{ seq: sheet.seq, sha256: sheet.sha256, as: 'text' }]);
}

/** A page that says what a file is and where it is in the bag, for one that paper cannot show. */
export async function placeholderPdf(sheet: PlaceholderSheet, options: PackPdfOptions): Promise<PackPdf> {
  const making = new Making(options, READING);
  await breathe(options.signal);
  const type = await making.type(sheet.heading, ...captionWords(sheet.caption), ...sheet.lines);
  const area = areaOf(false, READING);
  const section = new StructureNode('Sect');
  const column = topOf(sheet, type, area, false, section);
  const body = new Column(type, BODY, { x: area.x, width: area.width });
  for (const text of sheet.lines) body.paragraph([{ text }], section.add('P'));
  making.writer.add(paginate([...column.slabs, ...body.slabs], area.y, area.bottom), section);
  return made(making, [{ seq: sheet.seq, sha256: sheet.sha256, as: 'named' }]);
}

/** A document of the pack itself: inventory, chronology, note, objections. */
export async function reportPdf(blocks: readonly Block[], options: ReportOptions): Promise<PackPdf> {
  const { heading, landscape = false, size = 10 } = options;
  const margin = landscape ? 14 * MILLIMETRE : READING;
  const making = new Making(options, margin);
  await breathe(options.signal);
  const type = await making.type(heading, JSON.stringify(blocks));
  const area = areaOf(landscape, margin);
  const section = new StructureNode('Sect');
  const title = new Column(type, 14, { x: area.x, width: area.width });
  title.paragraph([{ text: heading, bold: true }], section.add('H1'), { before: 0, keepsNext: true });
  const column = new Column(type, size, { x: area.x, width: area.width });
  for (const block of blocks) drawBlock(block, column, section);
  const pages = paginate([...title.slabs, ...column.slabs], area.y, area.bottom);
  making.writer.add(
    pages.map((sheet) => ({ ...sheet, size: area.size })),
    section,
  );
  return made(making, []);
}

const captionWords = (rows: readonly { readonly label: string; readonly value: string }[]): readonly string[] =>
  rows.flatMap(({ label, value }) => [label, value]);

function topOf(
  sheet: Pick<TextSheet, 'heading' | 'caption'>,
  type: Typesetter,
  area: Area,
  wide: boolean,
  section: StructureNode,
): Column {
  const column = new Column(type, 11, { x: area.x, width: area.width });
  column.paragraph([{ text: sheet.heading, bold: true }], section.add('H1'), { before: 0, keepsNext: true });
  column.gap(5);
  caption(sheet.caption, column, section, wide);
  return column;
}

/** Characters of a text file that are printed: some hundred sheets. */
const MOST_TEXT = 400_000;

function cutText(
  { paragraphs, seq }: TextSheet,
  making: Making,
): { readonly printed: readonly string[]; readonly cut: boolean } {
  let room = MOST_TEXT;
  const printed = paragraphs.flatMap((one) => {
    const part = one.slice(0, Math.max(0, room));
    room -= one.length;
    return room >= 0 || part !== '' ? [part] : [];
  });
  if (room < 0) making.flags.push({ code: 'text-cut', seq });
  return { printed, cut: room < 0 };
}

async function made(making: Making, shows: readonly Shown[]): Promise<PackPdf> {
  return { kind: 'made', ...(await making.finish()), flags: making.allFlags(), shows };
}
