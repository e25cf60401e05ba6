/** Sets paragraphs in lines: picks a font for each letter, shapes, measures, breaks, and puts what runs right to left in its place. */
import { type FontSet, SHAPED } from './fonts';
import type { ShapedGlyph } from './harfbuzz';
import { type Item, itemsOf, overlapping, withoutFont } from './items';
import type { KnownLines } from './known-lines';
import type { Drawer, Picture } from './picture';
import type { Face } from './sfnt';
import { breaksIn, cleanText, graphemesOf, type Paragraph, type Piece, paragraphsOf, visualOrder } from './text';

/** A glyph from the pen; thousandths of the em, y upwards. */
export interface Glyph {
  readonly id: number;
  readonly dx: number;
  readonly dy: number;
  readonly advance: number;
}

/** Glyphs that stand for `text`, which is what is read back. */
export interface Cluster {
  readonly text: string;
  readonly glyphs: readonly Glyph[];
}

interface RunLook {
  readonly rightToLeft: boolean;
  readonly pale: boolean;
  /** Thousandths of the em. */
  readonly width: number;
}

/** In visual order. */
export type Run =
  | (RunLook & { readonly kind: 'glyphs'; readonly face: Face; readonly clusters: readonly Cluster[] })
  | (RunLook & { readonly kind: 'picture'; readonly picture: Picture; readonly text: string });

export interface TextLine {
  /** From left to right, each with its distance from the start of the line, in points. */
  readonly runs: readonly { readonly x: number; readonly run: Run }[];
  /** Points. */
  readonly width: number;
  readonly size: number;
}

/** A hostile field must not ask for a picture of every code point there is. */
const MOST_PICTURES = 400;

export class Typesetter {
  readonly #fonts: FontSet;
  readonly #draw: Drawer;
  readonly #pictures = new Map<string, Picture | null>();

  readonly #known: KnownLines | null;

  /** @param known lines that were set before with the same fonts: the captures of a series repeat most of their words */
  constructor(fonts: FontSet, draw: Drawer, known: KnownLines | null = null) {
    this.#fonts = fonts;
    this.#draw = draw;
    this.#known = known;
  }

  /** What was drawn as pictures until now, and what nothing could draw and is named by its code points. */
  get drawn(): { readonly pictures: readonly string[]; readonly named: readonly string[] } {
    const all = [...this.#pictures];
    const of = (missing: boolean): string[] => all.flatMap(([text, one]) => ((one === null) === missing ? [text] : []));
    return { pictures: of(false), named: of(true) };
  }

  /** @param width points; a word too long for it is cut between two letters */
  lines(pieces: readonly Piece[], size: number, width: number): readonly TextLine[] {
    const known = this.#known?.get(this.#fonts, pieces, size, width);
    if (known) return known;
    const lines = this.#set(pieces, size, width);
    this.#known?.add(this.#fonts, pieces, size, width, lines);
    return lines;
  }

  #set(pieces: readonly Piece[], size: number, width: number): readonly TextLine[] {
    const printable = pieces.map((piece) => ({ ...piece, text: this.#printable(cleanText(piece.text)) }));
    return paragraphsOf(printable).flatMap((paragraph) => this.#paragraph(paragraph, size, width));
  }

  #printable(text: string): string {
    let out = '';
    let end = 0;
    for (const hole of withoutFont(text, this.#fonts)) {
      const word = text.slice(hole.start, hole.end);
      out += text.slice(end, hole.start) + (this.#picture(word) ? word : namesOf(word));
      end = hole.end;
    }
    return out + text.slice(end);
  }

  #picture(text: string): Picture | null {
    const known = this.#pictures.get(text);
    if (known !== undefined) return known;
    const picture = this.#pictures.size < MOST_PICTURES ? this.#draw(text) : null;
    this.#pictures.set(text, picture);
    return picture;
  }

  #paragraph(paragraph: Paragraph, size: number, width: number): readonly TextLine[] {
    const items = itemsOf(paragraph, this.#fonts);
    const { text } = paragraph;
    const measure = (start: number, end: number): number =>
      this.#runs(text, items, start, end).reduce((sum, run) => sum + run.width, 0);
    const cuts = (start: number, end: number): readonly number[] => emergencyCuts(text, items, start, end);
    return cutIntoLines(text, (width * 1000) / size, measure, cuts).map(([start, end]) =>
      placed(this.#runs(text, items, start, end), overlapping(items, start, end), size),
    );
  }

  /** The runs of a part of the text, in its own order. */
  #runs(text: string, items: readonly Item[], start: number, end: number): readonly Run[] {
    return overlapping(items, start, end).map((item) =>
      this.#run(text.slice(Math.max(start, item.start), Math.min(end, item.end)), item),
    );
  }

  #run(text: string, { face, level, pale }: Item): Run {
    const rightToLeft = level % 2 === 1;
    if (!face) {
      const picture = this.#picture(text);
      if (!picture) throw new Error('a word without font nor picture');
      return { kind: 'picture', picture, text, rightToLeft, pale, width: picture.width };
    }
    const { shaper } = this.#fonts;
    const clusters =
      shaper && (rightToLeft || SHAPED.test(text))
        ? grouped(shaper.shape(face, text, rightToLeft), text)
        : oneByOne(face, text, rightToLeft);
    const width = clusters.reduce((sum, one) => one.glyphs.reduce((total, glyph) => total + glyph.advance, sum), 0);
    return { kind: 'glyphs', face, clusters, rightToLeft, pale, width };
  }
}

/** « [U+1780] » for what no font and no canvas can draw: never a box, never silence. */
export const namesOf = (text: string): string =>
  Array.from(text, (one) => `[U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`).join('');

function oneByOne(face: Face, text: string, rightToLeft: boolean): readonly Cluster[] {
  const clusters = Array.from(text).flatMap((one): Cluster[] => {
    const id = face.glyphOf(one.codePointAt(0) ?? 0);
    return id === 0 ? [] : [{ text: one, glyphs: [{ id, dx: 0, dy: 0, advance: face.advance(id) }] }];
  });
  return rightToLeft ? clusters.reverse() : clusters;
}

/** Glyphs of one cluster together with the letters that they stand for; both orders stay visual. */
function grouped(glyphs: readonly ShapedGlyph[], text: string): readonly Cluster[] {
  const starts = [...new Set(glyphs.map((glyph) => glyph.cluster))].sort((a, b) => a - b);
  const endOf = new Map(starts.map((start, i) => [start, starts[i + 1] ?? text.length]));
  const clusters: { text: string; glyphs: Glyph[]; at: number }[] = [];
  for (const { cluster, id, dx, dy, advance } of glyphs) {
    const last = clusters.at(-1);
    if (last?.at === cluster) last.glyphs.push({ id, dx, dy, advance });
    else
      clusters.push({ at: cluster, text: text.slice(cluster, endOf.get(cluster)), glyphs: [{ id, dx, dy, advance }] });
  }
  return clusters;
}

function placed(runs: readonly Run[], items: readonly Item[], size: number): TextLine {
  let x = 0;
  const out = visualOrder(items.map((item) => item.level)).flatMap((index) => {
    const run = runs[index];
    if (!run) return [];
    const here = { x: (x * size) / 1000, run };
    x += run.width;
    return [here];
  });
  return { runs: out, width: (x * size) / 1000, size };
}

type Measure = (start: number, end: number) => number;

/** Places between two letters of a word that is too long; never inside a picture. */
function emergencyCuts(text: string, items: readonly Item[], start: number, end: number): readonly number[] {
  const cuts = graphemesOf(text.slice(start, end)).map(({ at }) => start + at);
  return [...cuts.slice(1), end].filter(
    (cut) => !overlapping(items, cut, cut + 1).some((item) => item.face === null && item.start < cut),
  );
}

/** Start and end of each line, without the spaces at its end; `room` and `measure` in thousandths of the em. */
function cutIntoLines(
  text: string,
  room: number,
  measure: Measure,
  cuts: (start: number, end: number) => readonly number[],
): readonly (readonly [number, number])[] {
  const lines: [number, number][] = [];
  let start = 0;
  let end = 0;
  let used = 0;
  const close = (next: number): void => {
    if (end > start) lines.push([start, trimmedEnd(text, start, end)]);
    start = next;
    end = next;
    used = 0;
  };
  const take = (from: number, to: number): void => {
    used += measure(from, to);
    end = to;
  };
  let from = 0;
  for (const to of breaksIn(text)) {
    const core = measure(from, trimmedEnd(text, from, to));
    if (used + core > room) close(from);
    if (core <= room) take(from, to);
    else {
      let at = from;
      for (const cut of cuts(from, to)) {
        if (used + measure(at, cut) > room) close(at);
        take(at, cut);
        at = cut;
      }
    }
    from = to;
  }
  close(text.length);
  return lines.length > 0 ? lines : [[0, 0]];
}

function trimmedEnd(text: string, start: number, end: number): number {
  let last = end;
  while (last > start && text[last - 1] === ' ') last--;
  return last;
}
