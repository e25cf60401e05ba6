/** A column of text being filled from top to bottom: paragraphs, lists, frames and tables become slabs. */
import { type Mark, MILLIMETRE, type Slab, type StructureNode } from './sheet';
import { breaksIn, type Piece } from './text';
import type { TextLine, Typesetter } from './typeset';

/** Of the size of the letters: the distance of two lines, and of the baseline from the top of its line. */
const LEADING = 1.36;
const BASELINE = 1.02;
/** Room inside the cells of a table, points. */
const CELL = { x: 4.5, y: 2.5 } as const;
/** Height in which a person can write. */
const HAND = 8.5 * MILLIMETRE;
/** A row higher than this is cut: no row may be higher than a page. */
const ROW_LINES = 24;

export interface Place {
  readonly x: number;
  readonly width: number;
}

export interface Cell {
  readonly pieces: readonly Piece[];
  /** Nobody filled it: dots over its whole width, and room for a hand. */
  readonly empty?: boolean;
  /** Says what its row or its column is. */
  readonly heads?: 'Row' | 'Column';
}

export interface Grid {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** Shares of the width; absent: by what the columns hold. */
  readonly shares?: readonly number[];
}

export class Column {
  readonly slabs: Slab[] = [];
  readonly size: number;
  readonly #type: Typesetter;
  readonly #place: Place;

  constructor(type: Typesetter, size: number, place: Place) {
    this.#type = type;
    this.size = size;
    this.#place = place;
  }

  get leading(): number {
    return this.size * LEADING;
  }

  lines(pieces: readonly Piece[], width = this.#place.width, size = this.size): readonly TextLine[] {
    return this.#type.lines(pieces, size, width);
  }

  /** @param look `indent` moves it to the right, `keepsNext` holds it to what follows */
  paragraph(
    pieces: readonly Piece[],
    node: StructureNode,
    look: {
      readonly before?: number;
      readonly indent?: number;
      readonly keepsNext?: boolean;
      readonly newPage?: boolean;
    } = {},
  ): void {
    const { before = this.size * 0.85, indent = 0, keepsNext = false, newPage = false } = look;
    const lines = this.lines(pieces, this.#place.width - indent);
    lines.forEach((line, i) => {
      const last = i === lines.length - 1;
      this.slabs.push({
        height: this.leading,
        before: i === 0 ? before : 0,
        // No line of a paragraph stands alone at the end or the top of a page.
        keepsNext: last ? keepsNext : i === 0 || i === lines.length - 2,
        ...(newPage && i === 0 ? { newPage } : {}),
        marks: stacked([line], this.#place.x + indent, 0, node),
      });
    });
  }

  /** Empty height, which disappears at the top of a page. */
  gap(height: number, keepsNext = false): void {
    this.slabs.push({ height: 0, before: height, keepsNext, marks: [] });
  }

  /** @param together on one page */
  list(
    items: readonly { readonly label: string; readonly pieces: readonly Piece[] }[],
    root: StructureNode,
    together = false,
  ): void {
    const list = root.add('L');
    const indent = Math.max(14, ...items.map((item) => (this.lines([{ text: item.label }])[0]?.width ?? 0) + 5));
    items.forEach((item, i) => {
      const entry = list.add('LI');
      const label = entry.add('Lbl');
      const start = this.slabs.length;
      const before = this.size * (i === 0 ? 0.5 : 0.2);
      this.paragraph(item.pieces, entry.add('LBody'), { before, indent, keepsNext: together && i < items.length - 1 });
      const first = this.slabs[start];
      const [line] = this.lines([{ text: item.label }]);
      if (first && line) {
        this.slabs[start] = { ...first, marks: [...stacked([line], this.#place.x, 0, label), ...first.marks] };
      }
    });
  }

  /** A frame to be filled by hand: a title, then a label and dotted lines for each row. */
  frame(title: string, rows: readonly string[], root: StructureNode): void {
    const { x, width } = this.#place;
    const pad = 8;
    const node = root.add('Sect');
    const marks: Mark[] = [];
    let y = pad;
    const put = (text: string, bold: boolean, tag: string): void => {
      const lines = this.lines([{ text, bold }], width - 2 * pad);
      marks.push(...stacked(lines, x + pad, y, node.add(tag)));
      y += lines.length * this.leading;
    };
    put(title, true, 'H2');
    for (const row of rows) {
      y += 4;
      put(`${row}\u00a0:`, false, 'P');
      for (let i = 0; i < 2; i++) {
        y += 8 * MILLIMETRE;
        marks.push({ kind: 'rule', x: x + pad, y, toX: x + width - pad, toY: y, dotted: true });
      }
    }
    y += pad;
    this.slabs.push({ height: y, before: this.size, marks: [...marks, ...boxOf(x, 0, width, y)] });
  }

  /** The head is drawn again on every page that the table reaches. */
  table(grid: Grid, root: StructureNode, look: { readonly size?: number; readonly newPage?: boolean } = {}): void {
    const { size = this.size - 1, newPage = false } = look;
    const node = root.add('Table');
    if (grid.caption !== '') {
      this.paragraph([{ text: grid.caption, bold: true }], node.add('Caption'), { keepsNext: true, newPage });
    }
    const columns = this.#columns(grid, size);
    const head = grid.head.map((text): Cell => ({ pieces: [{ text, bold: true }], heads: 'Column' }));
    const rows = (cells: readonly Cell[], parent: StructureNode | null): readonly Slab[] =>
      this.#row(cells, columns, size, parent);
    const first = grid.head.length > 0 ? rows(head, node.add('TR')) : [];
    // One row only when it is short: a head cut in two is not repeated.
    const again = first.length === 1 ? rows(head, null)[0] : undefined;
    this.slabs.push(...first.map((slab) => ({ ...slab, keepsNext: true, before: 0 })));
    for (const row of grid.rows) {
      const slabs = rows(row, node.add('TR'));
      this.slabs.push(...slabs.map((slab) => (again ? { ...slab, head: again } : slab)));
    }
    if (first.length === 0 && grid.caption === '') this.#spaceAbove(grid.rows.length);
  }

  #spaceAbove(rows: number): void {
    const at = this.slabs.length - rows;
    const first = this.slabs[at];
    if (first) this.slabs[at] = { ...first, before: this.size * 0.85 };
  }

  #dots(width: number, size: number): Piece {
    const one = this.lines([{ text: '…' }], Number.POSITIVE_INFINITY, size)[0]?.width ?? size;
    return { text: '…'.repeat(Math.max(1, Math.floor(width / one))), pale: true };
  }

  #columns(grid: Grid, size: number): readonly Place[] {
    const { x, width } = this.#place;
    const count = Math.max(grid.head.length, ...grid.rows.map((row) => row.length));
    const cells = Array.from({ length: count }, (_, i) => [
      [{ text: grid.head[i] ?? '', bold: true }],
      ...grid.rows.map((row) => row[i]?.pieces ?? []),
    ]);
    const widths = grid.shares?.map((share) => share * width) ?? this.#shared(cells, size, width);
    let left = x;
    return widths.map((one) => {
      const place = { x: left, width: one };
      left += one;
      return place;
    });
  }

  /** Each column gets its longest word, then shares what is left, never more than its longest line while another lacks room. */
  #shared(columns: readonly (readonly (readonly Piece[])[])[], size: number, width: number): readonly number[] {
    const measured = (texts: readonly string[], bold = false): number =>
      Math.max(0, ...texts.map((text) => this.lines([{ text, bold }], Number.POSITIVE_INFINITY, size)[0]?.width ?? 0));
    const needs = columns.map((cells) => {
      const texts = cells.map((pieces) =>
        pieces
          .map((piece) => piece.text)
          .join('')
          .slice(0, 120),
      );
      const head = measured((texts[0] ?? '').split(/[ \n]/), true);
      const word = Math.min(Math.max(head, measured(longest(texts.slice(1).flatMap(wordsOf)))), 0.4 * width);
      const line = Math.max(
        word,
        measured(texts.slice(0, 1), true),
        measured(longest(texts.flatMap((text) => text.split('\n')))),
      );
      // A little more: what fits to the last digit may not fit once it is added up.
      return { least: word * 1.01 + 2 * CELL.x, most: line * 1.01 + 2 * CELL.x };
    });
    const widths = needs.map((need) => need.least);
    const total = (): number => widths.reduce((sum, one) => sum + one, 0);
    if (total() >= width) return widths.map((one) => (one * width) / total());
    for (let round = 0; round < columns.length && width - total() > 0.1; round++) {
      const left = width - total();
      const lacks = needs.map((need, i) => Math.max(0, need.most - (widths[i] ?? 0)) ** 0.5);
      const all = lacks.reduce((sum, one) => sum + one, 0);
      if (all === 0) break;
      needs.forEach((need, i) => {
        widths[i] = Math.min(need.most, (widths[i] ?? 0) + (left * (lacks[i] ?? 0)) / all);
      });
    }
    const spare = (width - total()) / columns.length;
    return widths.map((one) => one + spare);
  }

  #row(cells: readonly Cell[], columns: readonly Place[], size: number, parent: StructureNode | null): readonly Slab[] {
    const set = columns.map((column, i) => {
      const cell = cells[i];
      const tag = cell?.heads ? 'TH' : 'TD';
      return {
        column,
        lines: this.lines(
          cell?.empty ? [this.#dots(column.width - 2 * CELL.x, size)] : (cell?.pieces ?? []),
          column.width - 2 * CELL.x,
          size,
        ),
        node: parent ? parent.add(tag, cell?.heads ?? null) : null,
      };
    });
    const leading = size * LEADING;
    const most = Math.max(1, ...set.map((one) => one.lines.length));
    const slabs: Slab[] = [];
    for (let from = 0; from < most; from += ROW_LINES) {
      const shown = Math.min(ROW_LINES, most - from);
      const height = Math.max(shown * leading + 2 * CELL.y, cells.some((cell) => cell.empty) ? HAND : 0);
      const marks = set.flatMap(({ column, lines, node }) => [
        ...stacked(lines.slice(from, from + ROW_LINES), column.x + CELL.x, CELL.y, node),
        ...boxOf(column.x, 0, column.width, height),
      ]);
      slabs.push({ height, before: 0, marks });
    }
    return slabs;
  }
}

/** Lines one under the other from `y`. */
export function stacked(lines: readonly TextLine[], x: number, y: number, node: StructureNode | null): readonly Mark[] {
  return lines.map((line, i) => ({
    kind: 'line' as const,
    x,
    y: y + (i * LEADING + BASELINE) * line.size,
    line,
    node,
  }));
}

export function boxOf(x: number, y: number, width: number, height: number): readonly Mark[] {
  const corners: readonly (readonly [number, number, number, number])[] = [
    [x, y, x + width, y],
    [x, y + height, x + width, y + height],
    [x, y, x, y + height],
    [x + width, y, x + width, y + height],
  ];
  return corners.map(([fromX, fromY, toX, toY]) => ({ kind: 'rule' as const, x: fromX, y: fromY, toX, toY }));
}

/** The few longest: measuring each word of a long table is not worth its time. */
const longest = (texts: readonly string[]): readonly string[] =>
  [...new Set(texts)].sort((a, b) => b.length - a.length).slice(0, 12);

/** What a line may not end in; a long name of a file goes over two lines after its hyphens. */
function wordsOf(text: string): readonly string[] {
  const ends = breaksIn(text);
  return ends.map((end, i) => text.slice(ends[i - 1] ?? 0, end).trim());
}
