/** What is drawn on each page, in points from its top left corner, and the structure that a screen reader walks: pure. */
import type { Raster } from './raster';
import type { TextLine } from './typeset';

/** Points. */
export interface PageSize {
  readonly width: number;
  readonly height: number;
}

/** A4 (ISO 216), in points. */
export const PAGE = { width: 595.28, height: 841.89 } as const;
export const LANDSCAPE: PageSize = { width: PAGE.height, height: PAGE.width };
export const MILLIMETRE = 72 / 25.4;

/** An element of the document's structure (PDF 32000-1 § 14.8.4): `P`, `H1`, `L`, `Table`… */
export class StructureNode {
  readonly children: StructureNode[] = [];
  readonly tag: string;
  readonly scope: 'Column' | 'Row' | null;
  /** Said instead of a picture. */
  readonly alt: string | null;

  constructor(tag: string, scope: 'Column' | 'Row' | null = null, alt: string | null = null) {
    this.tag = tag;
    this.scope = scope;
    this.alt = alt;
  }

  add(tag: string, scope: 'Column' | 'Row' | null = null): StructureNode {
    const child = new StructureNode(tag, scope);
    this.children.push(child);
    return child;
  }

  /** A picture, with what is said of it. */
  figure(alt: string): StructureNode {
    const child = new StructureNode('Figure', null, alt);
    this.children.push(child);
    return child;
  }
}

/** A picture of the document: drawn as often as wanted, written once. */
export interface Drawn {
  readonly raster: Raster;
  /** Kept beside it in the PDF: the verifier finds the picture by them. */
  readonly seq: number;
  readonly sha256: string;
}

/** `node` null: furniture, which is not read aloud (page numbers, a repeated table head). */
export type Mark =
  | {
      readonly kind: 'line';
      readonly x: number;
      readonly y: number;
      readonly line: TextLine;
      readonly node: StructureNode | null;
    }
  | {
      readonly kind: 'rule';
      readonly x: number;
      readonly y: number;
      readonly toX: number;
      readonly toY: number;
      readonly dotted?: boolean;
    }
  /** A part of a picture: the whole of it stands at `whole`, what is outside of `x`, `y`, `width`, `height` is not drawn. */
  | {
      readonly kind: 'image';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly whole: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
      readonly image: Drawn;
      readonly node: StructureNode | null;
    }
  /** A grey surface. */
  | {
      readonly kind: 'bar';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
    };

export interface Sheet {
  readonly marks: readonly Mark[];
  /** A4 upright when absent. */
  readonly size?: PageSize;
}

/** Space that moves with its content: from `y` 0 down. */
export interface Slab {
  readonly height: number;
  /** Space above, left out at the top of a page. */
  readonly before: number;
  /** Not parted from the slab that follows. */
  readonly keepsNext?: boolean;
  /** Starts a new page. */
  readonly newPage?: boolean;
  readonly marks: readonly Mark[];
  /** Drawn again above this slab when it begins a page: the head of its table. */
  readonly head?: { readonly height: number; readonly marks: readonly Mark[] };
}

/** Puts slabs on pages, those that keep together together unless they are higher than a page. */
export function paginate(slabs: readonly Slab[], top: number, bottom: number): readonly Sheet[] {
  const pages: Mark[][] = [[]];
  let y = top;
  const turn = (): void => {
    pages.push([]);
    y = top;
  };
  for (let i = 0; i < slabs.length; ) {
    let end = i;
    while (slabs[end]?.keepsNext === true && end + 1 < slabs.length) end++;
    const chain = slabs.slice(i, end + 1);
    const height = chain.reduce((sum, one, at) => sum + one.height + (at === 0 && y === top ? 0 : one.before), 0);
    const first = chain[0];
    if (y > top && (first?.newPage || (y + height > bottom && height <= bottom - top))) turn();
    for (const slab of chain) {
      if (y > top && y + slab.before + slab.height > bottom) turn();
      if (y > top) y += slab.before;
      else if (slab.head) {
        pages.at(-1)?.push(...slab.head.marks.map((mark) => moved(mark, y)));
        y += slab.head.height;
      }
      pages.at(-1)?.push(...slab.marks.map((mark) => moved(mark, y)));
      y += slab.height;
    }
    i = end + 1;
  }
  return pages.map((marks) => ({ marks }));
}

/** The mark lower by so many points, and further to the right. */
export function moved(mark: Mark, by: number, right = 0): Mark {
  const at = { x: mark.x + right, y: mark.y + by };
  if (mark.kind === 'rule') return { ...mark, ...at, toX: mark.toX + right, toY: mark.toY + by };
  if (mark.kind !== 'image') return { ...mark, ...at };
  return { ...mark, ...at, whole: { ...mark.whole, x: mark.whole.x + right, y: mark.whole.y + by } };
}
