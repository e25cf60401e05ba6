/** What every PDF of the pack shares: margins, the page that turns, captions, two columns of text, the foot of each page. */
import { type Cell, Column, stacked } from './column';
import { type FontSet, fontsFor } from './fonts';
import { KnownLines } from './known-lines';
import type { CaptionRow, PackFlag, PackPdfOptions } from './pack-types';
import { canvasDrawer, type Drawer, type Picture } from './picture';
import {
  LANDSCAPE,
  type Mark,
  MILLIMETRE,
  moved,
  PAGE,
  type PageSize,
  paginate,
  type Sheet,
  type Slab,
  type StructureNode,
} from './sheet';
import { Typesetter } from './typeset';
import { PdfWriter } from './writer';

export const MARGIN = 10 * MILLIMETRE;
/** Room for the page's number, under everything. */
const FOOT = 12;
const GUTTER = 8 * MILLIMETRE;

/** Where a page may be drawn on. */
export interface Area {
  readonly size: PageSize;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly bottom: number;
  readonly height: number;
}

export function areaOf(landscape: boolean, margin = MARGIN): Area {
  const size = landscape ? LANDSCAPE : PAGE;
  const bottom = size.height - margin - FOOT;
  return { size, x: margin, y: margin, width: size.width - 2 * margin, bottom, height: bottom - margin };
}

/** One PDF being made: its writer, its fonts, what was drawn by the canvas. */
export class Making {
  readonly writer: PdfWriter;
  readonly at: Date;
  readonly #draw: Drawer;
  readonly #options: PackPdfOptions;
  readonly #margin: number;
  readonly #known = new KnownLines();
  readonly #setters: Typesetter[] = [];
  readonly #texts = { pictures: new Set<string>(), named: new Set<string>() };
  readonly flags: PackFlag[] = [];

  /** @param margin at both ends of the foot of each page */
  constructor(options: PackPdfOptions, margin = MARGIN) {
    this.#options = options;
    this.#margin = margin;
    this.at = options.at ?? new Date();
    this.writer = new PdfWriter({ title: options.title, at: this.at, language: 'fr', open: true });
    this.#draw = remembered(options.draw ?? canvasDrawer());
  }

  /** Loads the fonts of these texts. @throws Error when a font cannot be loaded */
  async type(...texts: readonly string[]): Promise<Typesetter> {
    const fonts: FontSet = await fontsFor(texts.join('\n') + (this.#options.footer ?? ''));
    const type = new Typesetter(fonts, this.#draw, this.#known);
    this.#settle();
    this.#setters.push(type);
    return type;
  }

  #settle(): void {
    for (const { drawn } of this.#setters.splice(0)) {
      for (const one of drawn.pictures) this.#texts.pictures.add(one);
      for (const one of drawn.named) this.#texts.named.add(one);
    }
  }

  allFlags(): readonly PackFlag[] {
    this.#settle();
    const { pictures, named } = this.#texts;
    return [
      ...(pictures.size > 0 ? [{ code: 'drawn' as const, texts: [...pictures] }] : []),
      ...(named.size > 0 ? [{ code: 'unprintable' as const, texts: [...named] }] : []),
      ...this.flags,
    ];
  }

  /** Writes the foot of each page and ends the file. */
  async finish(): Promise<{ readonly blob: Blob; readonly bytes: number; readonly pages: number }> {
    const { footer = '' } = this.#options;
    const type = await this.type(footer);
    const left = type.lines([{ text: footer, pale: true }], 7.5, PAGE.width / 2).slice(0, 1);
    const blob = await this.writer.finish((page, of, size) => {
      const lines = type.lines([{ text: `${page + 1}/${of}`, pale: true }], 8, 200);
      const y = size.height - MARGIN - 9;
      const x = size.width - this.#margin - (lines[0]?.width ?? 0);
      return [...stacked(footer === '' ? [] : left, this.#margin, y, null), ...stacked(lines, x, y, null)];
    });
    return { blob, bytes: blob.size, pages: this.writer.pages };
  }
}

/** The same word is drawn once for the whole file. */
function remembered(draw: Drawer): Drawer {
  const known = new Map<string, Picture | null>();
  return (text) => {
    const made = known.get(text);
    if (made !== undefined || known.size > 2000) return made ?? null;
    const picture = draw(text);
    known.set(text, picture);
    return picture;
  };
}

/** A caption as a table of labels and values; on a wide page two to a row. */
export function caption(rows: readonly CaptionRow[], column: Column, root: StructureNode, wide: boolean): void {
  if (rows.length === 0) return;
  const cells = rows.map(({ label, value }): readonly Cell[] => [
    { pieces: [{ text: label, bold: true }], heads: 'Row' },
    { pieces: [{ text: value, apart: true }] },
  ]);
  const size = 7.5;
  if (!wide) {
    column.table({ caption: '', head: [], rows: cells, shares: [0.24, 0.76] }, root, { size });
    return;
  }
  const half = Math.ceil(cells.length / 2);
  const empty: readonly Cell[] = [{ pieces: [] }, { pieces: [] }];
  const pairs = cells.slice(0, half).map((row, i) => [...row, ...(cells[half + i] ?? empty)]);
  column.table({ caption: '', head: [], rows: pairs, shares: [0.13, 0.37, 0.13, 0.37] }, root, { size });
}

export const heightOf = (slabs: readonly Slab[]): number =>
  slabs.reduce((sum, slab, i) => sum + slab.height + (i === 0 ? 0 : slab.before), 0);

/** Slabs one under the other from the top of the area. */
export function stackedSlabs(slabs: readonly Slab[], top: number): readonly Mark[] {
  let y = top;
  return slabs.flatMap((slab, i) => {
    y += i === 0 ? 0 : slab.before;
    const marks = slab.marks.map((mark) => moved(mark, y));
    y += slab.height;
    return marks;
  });
}

/** Text on pages of their own; on a wide page in two columns. `fill` draws into a column that is as wide as it may be. */
export function textSheets(
  type: Typesetter,
  size: number,
  area: Area,
  wide: boolean,
  fill: (column: Column) => void,
): readonly Sheet[] {
  const width = wide ? (area.width - GUTTER) / 2 : area.width;
  const column = new Column(type, size, { x: area.x, width });
  fill(column);
  const pages = paginate(column.slabs, area.y, area.bottom);
  if (!wide) return pages.map((sheet) => ({ ...sheet, size: area.size }));
  return Array.from({ length: Math.ceil(pages.length / 2) }, (_, i) => ({
    size: area.size,
    marks: [
      ...(pages[2 * i]?.marks ?? []),
      ...(pages[2 * i + 1]?.marks ?? []).map((mark) => moved(mark, 0, width + GUTTER)),
    ],
  }));
}

/** Lets the page breathe, and stops when it was asked to. @throws the signal's reason */
export async function breathe(signal: AbortSignal | undefined): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0));
  signal?.throwIfAborted();
}
