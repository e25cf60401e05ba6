/** The PDF operators that draw a run of glyphs and let its letters be read back. */
import { type EmbeddedFont, hex, utf16 } from './embedded-font';
import type { Face } from './sfnt';
import type { Cluster, Glyph, Run } from './typeset';

/** Thousandths of the em under which nobody sees the difference. */
const NEAR = 0.01;

/** UTF-16 units that poppler takes for one code; a letter with more marks is told by an ActualText. */
const MOST_LETTERS = 8;

const number = (value: number): string => String(Math.round(value * 1000) / 1000);

/** A glyph at its place from the start of the run, with the letters that it gives back; thousandths of the em. */
interface Placed {
  readonly id: number;
  readonly text: string;
  readonly x: number;
  readonly rise: number;
  /** How far its code moves the pen. */
  readonly width: number;
}

/** @param size points, for the height of marks above and below the line */
export function glyphOperators(run: Run & { readonly kind: 'glyphs' }, font: EmbeddedFont, size: number): string {
  const writer = new Writer(font, size);
  const floating: Placed[] = [];
  let pen = 0;
  for (const cluster of run.clusters) {
    const end = cluster.glyphs.reduce((sum, glyph) => sum + glyph.advance, pen);
    const glyphs = placedIn(cluster, pen, run);
    pen = end;
    if (run.rightToLeft) {
      // Silent marks come after the letters: drawn between them at another height, they would cut the word for pdf.js.
      for (const glyph of glyphs) {
        if (glyph.text === '') floating.push(glyph);
        else writer.show(glyph);
      }
    } else if (glyphs.length === 1 && cluster.text.length <= MOST_LETTERS) {
      for (const glyph of glyphs) writer.show(glyph);
    } else {
      // Its letters may be drawn in another order than they are read: readers are told what the whole says.
      writer.operator(`/Span <</ActualText <feff${utf16(cluster.text)}>>> BDC`);
      // poppler takes the end of the last glyph for the end of the whole.
      glyphs.forEach((glyph, i) => {
        writer.show(i === glyphs.length - 1 ? { ...glyph, width: Math.max(0, end - glyph.x) } : glyph);
      });
      writer.operator('EMC');
    }
  }
  if (floating.length > 0) {
    writer.operator('/Span <</ActualText <feff>>> BDC');
    for (const mark of floating) writer.show(mark);
    writer.operator('EMC');
  }
  return writer.end();
}

class Writer {
  readonly #font: EmbeddedFont;
  readonly #size: number;
  readonly #operators: string[] = [];
  #shown: string[] = [];
  #at = 0;
  #rise = 0;

  constructor(font: EmbeddedFont, size: number) {
    this.#font = font;
    this.#size = size;
  }

  show({ id, text, x, rise, width }: Placed): void {
    this.#raise(rise);
    const back = this.#at - x;
    if (Math.abs(back) > NEAR) this.#shown.push(number(back));
    this.#shown.push(`<${hex(this.#font.codeOf(id, text, width))}>`);
    this.#at = x + width;
  }

  operator(one: string): void {
    this.#flush();
    this.#operators.push(one);
  }

  end(): string {
    this.#raise(0);
    this.#flush();
    return this.#operators.join(' ');
  }

  #raise(rise: number): void {
    if (Math.abs(rise - this.#rise) <= NEAR) return;
    this.operator(`${number((rise * this.#size) / 1000)} Ts`);
    this.#rise = rise;
  }

  #flush(): void {
    if (this.#shown.length > 0) this.#operators.push(`[${this.#shown.join('')}] TJ`);
    this.#shown = [];
  }
}

/**
 * The widest glyph of a cluster gives its letters back; the others say nothing. Readers turn what runs right to left
 * themselves, so the letters of a ligature stand there in the order in which they are seen (pdf.md, gotcha 4).
 */
function placedIn(
  { glyphs, text }: Cluster,
  start: number,
  { face, rightToLeft }: Run & { readonly kind: 'glyphs' },
): readonly Placed[] {
  const said = text.slice(0, MOST_LETTERS).toWellFormed();
  const read = rightToLeft ? Array.from(said).reverse().join('') : said;
  const widest = glyphs.reduce((best, glyph, i) => (glyph.advance > (glyphs[best]?.advance ?? 0) ? i : best), 0);
  let pen = start;
  return glyphs.map((glyph, i) => {
    const x = pen + glyph.dx;
    pen += glyph.advance;
    return { id: glyph.id, text: i === widest ? read : '', x, rise: glyph.dy, width: widthOf(face, glyph) };
  });
}

/**
 * As the glyph does in its font, but not at all for a mark or for a joiner that is never seen: a reader that thought it wide
 * would see two words.
 */
const widthOf = (face: Face, glyph: Glyph): number => (glyph.advance === 0 ? 0 : face.advance(glyph.id));
