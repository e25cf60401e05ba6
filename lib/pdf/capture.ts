/** One capture on paper: its caption, its picture cut between two lines where it is long, the text of the page after it. */
import { Column, stacked } from './column';
import { type Area, areaOf, breathe, caption, heightOf, Making, stackedSlabs, textSheets } from './frame';
import type { CaptureSheet, PackPdf, PackPdfOptions } from './pack-types';
import { type Raster, rasterOf, uprightSize } from './raster';
import { type Drawn, type Mark, type Sheet, StructureNode } from './sheet';
import { type Cutting, cutting, type Paper, type Shape, type Strip, wantsLandscape } from './strips';
import type { Typesetter } from './typeset';
import { WORDS } from './words';

/** Height of « suite page suivante », above and below a part of a picture. */
const NOTE = 11;
/** Characters of one page's text that are printed: some forty sheets. */
const MOST_TEXT = 200_000;
const TEXT_SIZE = 8;
/** A caption higher than this share of the page stands on pages of its own. */
const MOST_CAPTION = 0.45;

/** What is said where the text of a page would stand, instead of it. */
export interface SaidElsewhere {
  readonly seq: number;
  readonly page: number;
}

export interface SheetLook {
  /** `H1` alone in its file, `H2` under the title of a series. */
  readonly heading: 'H1' | 'H2';
  /** The same text was printed in this file before. */
  readonly same: SaidElsewhere | null;
}

/**
 * One capture, its original inside when it is given.
 * @throws AppError picture-unreadable when its picture is cut short, hostile or cannot be decoded here; the signal's reason
 */
export async function capturePdf(sheet: CaptureSheet, options: PackPdfOptions): Promise<PackPdf> {
  const making = new Making(options);
  await breathe(options.signal);
  const raster = await rasterOf(sheet.picture, { decode: options.decode });
  const type = await making.type(...wordsOf(sheet));
  await printCapture(sheet, raster, type, making, { heading: 'H1', same: null });
  await breathe(options.signal);
  if (sheet.original) making.writer.attach(sheet.original, making.at);
  const file = await making.finish();
  const shows = [{ seq: sheet.seq, sha256: sheet.picture.sha256, as: 'image' as const }];
  return { kind: 'made', ...file, flags: making.allFlags(), shows };
}

/** Every word that a capture prints: its fonts are chosen by them. */
export const wordsOf = (sheet: CaptureSheet): readonly string[] => [
  sheet.heading,
  ...sheet.caption.flatMap(({ label, value }) => [label, value]),
  ...sheet.text,
];

/** Draws the capture into the file; its picture is let go. */
export async function printCapture(
  sheet: CaptureSheet,
  raster: Raster | null,
  type: Typesetter,
  making: Making,
  look: SheetLook,
): Promise<void> {
  const section = new StructureNode('Sect');
  const { width, height } = raster ? uprightSize(raster) : { width: 0, height: 0 };
  const cssWidth = sheet.picture.cssWidth ?? width;
  const landscape = raster !== null && wantsLandscape(cssWidth, areaOf(false).width);
  const area = areaOf(landscape);
  const top = new Column(type, landscape ? 9 : 10, { x: area.x, width: area.width });
  top.paragraph([{ text: sheet.heading, bold: true }], section.add(look.heading), { before: 0, keepsNext: true });
  top.gap(4);
  caption(sheet.caption, top, section, landscape);
  captionNotes(sheet, raster, top, section, look);
  top.gap(5);
  const image: Drawn | null = raster && { raster, seq: sheet.seq, sha256: sheet.picture.sha256 };
  const taken = heightOf(top.slabs) + 5;
  const apart = taken > MOST_CAPTION * area.height;
  const head = apart ? textSheets(type, top.size, area, false, (column) => column.slabs.push(...top.slabs)) : [];
  const sheets: Sheet[] = [...head];
  if (image) {
    const paper = { width: area.width, first: area.height - (apart ? 0 : taken), next: area.height - 2 * NOTE };
    const cut = await cutAt({ width, height, cssWidth }, { ...paper, first: paper.first - NOTE }, image.raster);
    if (cut.columns > 1) making.flags.push({ code: 'columns', seq: sheet.seq, columns: cut.columns });
    if (image.raster.decoded) making.flags.push({ code: 'decoded', seq: sheet.seq });
    const figure = section.figure(sheet.text.length > 0 ? `${sheet.alt} ${WORDS.altText}` : sheet.alt);
    sheets.push(...pictureSheets(cut, image, figure, area, type, apart ? [] : stackedSlabs(top.slabs, area.y)));
  } else if (!apart) sheets.push({ size: area.size, marks: stackedSlabs(top.slabs, area.y) });
  if (!look.same) sheets.push(...annex(sheet, type, area, landscape, section, making));
  making.writer.add(sheets, section);
  if (image) making.writer.forget(image);
}

/** Rows are compared only when there is something to cut: most pictures stay whole. */
async function cutAt(shape: Shape, paper: Paper, raster: Raster): Promise<Cutting> {
  const anywhere = cutting(shape, paper, null);
  return anywhere.strips.length > 1 ? cutting(shape, paper, await raster.changes()) : anywhere;
}

function captionNotes(
  sheet: CaptureSheet,
  raster: Raster | null,
  top: Column,
  section: StructureNode,
  { same }: SheetLook,
): void {
  const say = (text: string): void => {
    const before = 3;
    top.slabs.push({ height: 0, before, marks: [] });
    for (const line of top.lines([{ text, pale: true }], undefined, 7.5)) {
      top.slabs.push({
        height: line.size * 1.36,
        before: 0,
        marks: stacked([line], areaOf(false).x, 0, section.add('P')),
      });
    }
  };
  if (!raster) say(WORDS.unreadable);
  if (same) say(WORDS.sameText(same.seq, same.page));
  else if (sheet.text.length === 0) say(sheet.noText ?? WORDS.noText);
}

/** The parts of the picture, a page each; `head` stands above the first. */
function pictureSheets(
  { strips, scale, columns }: Cutting,
  image: Drawn,
  figure: StructureNode,
  area: Area,
  type: Typesetter,
  head: readonly Mark[],
): readonly Sheet[] {
  const { width, height } = uprightSize(image.raster);
  const underHead = head.length > 0 ? Math.max(...head.map(bottomOf)) + 5 : area.y;
  // In columns every part is as high as on a page of its own, so the caption has its own.
  const alone = columns > 1 && head.length > 0;
  const sheets = strips.map((strip, i): Sheet => {
    const first = i === 0 && !alone;
    const y = first ? (head.length > 0 ? underHead : area.y) : area.y + NOTE;
    const x = area.x + (area.width - strip.width * scale) / 2;
    const part = { x, y, width: strip.width * scale, height: strip.height * scale };
    const whole = { x: x - strip.x * scale, y: y - strip.y * scale, width: width * scale, height: height * scale };
    const marks: readonly Mark[] = [
      ...(first ? head : []),
      { kind: 'image', ...part, whole, image, node: figure },
      ...outline(part),
      ...joins(strip, part, scale, area, type, i > 0),
    ];
    return { size: area.size, marks };
  });
  return alone ? [{ size: area.size, marks: head }, ...sheets] : sheets;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const bottomOf = (mark: Mark): number =>
  mark.kind === 'rule' ? Math.max(mark.y, mark.toY) : mark.kind === 'line' ? mark.y + 2 : mark.y + mark.height;

function outline({ x, y, width, height }: Box): readonly Mark[] {
  const [right, bottom] = [x + width, y + height];
  return [
    { kind: 'rule', x, y, toX: right, toY: y },
    { kind: 'rule', x, y: bottom, toX: right, toY: bottom },
    { kind: 'rule', x, y, toX: x, toY: bottom },
    { kind: 'rule', x: right, y, toX: right, toY: bottom },
  ];
}

/** What says that a picture goes on: words above and below, a grey bar along what both pages show. */
function joins(strip: Strip, box: Box, scale: number, area: Area, type: Typesetter, goesOn: boolean): readonly Mark[] {
  const said = (text: string, y: number): readonly Mark[] => {
    const lines = type.lines([{ text, pale: true }], 7, area.width).slice(0, 1);
    return stacked(lines, area.x + (area.width - (lines[0]?.width ?? 0)) / 2, y, null);
  };
  const [top, left] = [strip.againTop * scale, strip.againLeft * scale];
  const bar = 3.5;
  return [
    ...(goesOn ? said(WORDS.fromPrevious, box.y - NOTE + 1) : []),
    ...(strip.last ? [] : said(WORDS.onNext, box.y + box.height + 1)),
    ...(top > 0
      ? [
          { kind: 'bar' as const, x: box.x - bar - 2, y: box.y, width: bar, height: top },
          { kind: 'bar' as const, x: box.x + box.width + 2, y: box.y, width: bar, height: top },
          { kind: 'rule' as const, x: box.x - 8, y: box.y + top, toX: box.x, toY: box.y + top },
          { kind: 'rule' as const, x: box.x + box.width, y: box.y + top, toX: box.x + box.width + 8, toY: box.y + top },
        ]
      : []),
    ...(left > 0 ? [{ kind: 'bar' as const, x: box.x, y: box.y - bar - 1, width: left, height: bar }] : []),
  ];
}

function annex(
  { text, seq }: CaptureSheet,
  type: Typesetter,
  area: Area,
  landscape: boolean,
  section: StructureNode,
  making: Making,
): readonly Sheet[] {
  if (text.length === 0) return [];
  let room = MOST_TEXT;
  const printed = text.flatMap((one) => {
    const part = one.slice(0, Math.max(0, room));
    room -= one.length;
    return part === '' ? [] : [part];
  });
  if (room < 0) making.flags.push({ code: 'text-cut', seq });
  return textSheets(type, TEXT_SIZE, area, landscape, (column) => {
    column.paragraph([{ text: WORDS.text, bold: true }], section.add('H3'), { before: 0, keepsNext: true });
    for (const one of printed) column.paragraph([{ text: one, apart: true }], section.add('P'), { before: 2.5 });
    if (room < 0) column.paragraph([{ text: WORDS.cutText, pale: true }], section.add('P'));
  });
}
