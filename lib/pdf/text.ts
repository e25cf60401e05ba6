/** Text before it is set: what cannot be printed is taken out, what runs right to left is found, and where a line may break. */
import bidiFactory from 'bidi-js';

/** A run of text with one look. `apart`: somebody typed it, so its direction must not turn the words around it. */
export interface Piece {
  readonly text: string;
  readonly bold?: boolean;
  /** Dots of a field that is not filled. */
  readonly pale?: boolean;
  readonly apart?: boolean;
}

const bidi = bidiFactory();
const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';

/** Controls that a page must not obey or draw: C0, C1, bidi overrides, embeddings, isolates and marks, byte order, soft hyphen. */
const UNPRINTED =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e0fff}]|[\ufe00-\ufe0f]/gu;

/** Composed, without what cannot be printed; a lone surrogate becomes U+FFFD, spaces in a row become one. */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029\u0085\v\f]/g, '\n')
    .replace(UNPRINTED, '')
    .replace(/[ \t]+/g, ' ');
}

/** Scripts written from right to left, and the private forms of Arabic letters. */
export const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** One printed paragraph: its pieces with their places in `text`, and the embedding level of each UTF-16 unit. */
export interface Paragraph {
  readonly text: string;
  readonly levels: Uint8Array;
  readonly parts: readonly { readonly start: number; readonly piece: Piece }[];
}

/** Cleans and cuts at each newline. The base direction is always the letter's own, left to right (pdf.md, gotcha 10). */
export function paragraphsOf(pieces: readonly Piece[]): readonly Paragraph[] {
  const rows: Piece[][] = [[]];
  for (const piece of pieces) {
    cleanText(piece.text)
      .split('\n')
      .forEach((text, i) => {
        if (i > 0) rows.push([]);
        rows.at(-1)?.push({ ...piece, text });
      });
  }
  return rows.map(joined);
}

function joined(pieces: readonly Piece[]): Paragraph {
  const turns = pieces.some((piece) => RIGHT_TO_LEFT.test(piece.text));
  const parts: Paragraph['parts'][number][] = [];
  let text = '';
  for (const piece of pieces) {
    const isolated = turns && piece.apart === true;
    if (isolated) text += FIRST_STRONG_ISOLATE;
    parts.push({ start: text.length, piece });
    text += isolated ? piece.text + POP_ISOLATE : piece.text;
  }
  const levels = turns ? bidi.getEmbeddingLevels(text, 'ltr').levels : new Uint8Array(text.length);
  return { text, levels, parts };
}

/** The order in which runs of these levels are drawn, from left to right (UAX #9, rule L2). */
export function visualOrder(levels: readonly number[]): readonly number[] {
  const order = levels.map((_, i) => i);
  const highest = Math.max(0, ...levels);
  for (let level = highest; level > 0; level--) {
    for (let i = 0; i < order.length; i++) {
      if ((levels[order[i] ?? 0] ?? 0) < level) continue;
      let end = i;
      while (end + 1 < order.length && (levels[order[end + 1] ?? 0] ?? 0) >= level) end++;
      order.splice(i, end - i + 1, ...order.slice(i, end + 1).reverse());
      i = end;
    }
  }
  return order;
}

const IDEOGRAPH = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** French: these stay with the word before them, and « with the word after it, even when a plain space was typed. */
const STAYS = /[»:;!?%)\]}.,…’”、。，．：；！？）」』】]/u;
const OPENS = /[«([{“‘（「『【]/u;

/**
 * Places where a line may end, in UTF-16 units, the end of the text among them: after a space, a hyphen between letters,
 * a dash, the slash of an address, and between two ideographs.
 */
export function breaksIn(text: string): readonly number[] {
  const breaks: number[] = [];
  let before = '';
  for (let at = 0; at < text.length; ) {
    const here = String.fromCodePoint(text.codePointAt(at) ?? 0);
    if (at > 0 && mayBreak(text, at, before, here)) breaks.push(at);
    before = here;
    at += here.length;
  }
  breaks.push(text.length);
  return breaks;
}

function mayBreak(text: string, at: number, before: string, here: string): boolean {
  if (here === ' ' || STAYS.test(here)) return false;
  if (before === ' ')
    return mayBreakAfterSpace(
      text
        .slice(Math.max(0, at - 40), at)
        .trimEnd()
        .slice(-1),
      here,
    );
  if (before === '\u200b' || before === '\u3000') return true;
  // Between letters only: « P-0012 » and a date stay whole. The name of a file may be cut before its date.
  if (/[-\u2013\u2014]/.test(before))
    return !/\d/.test(here) && /\p{L}[-\u2013\u2014]$/u.test(text.slice(Math.max(0, at - 3), at));
  if (before === '_') return /\d/.test(here);
  // An address may be cut after its slashes; a date may not.
  if (/[/&?=]/.test(before)) return /[\p{L}#]/u.test(here);
  return IDEOGRAPH.test(here) && (IDEOGRAPH.test(before) || STAYS.test(before));
}

/** A number typed in groups (« 0 806 001 620 ») stays whole, and so does what « opens. */
const mayBreakAfterSpace = (last: string, here: string): boolean =>
  !OPENS.test(last) && !(/\d/.test(last) && /\d/.test(here));

const graphemes = new Intl.Segmenter('fr', { granularity: 'grapheme' });

/** V8's segmenter takes a time that grows with the square of the text (3 s for 32 kB, measured): it gets a window at a time. */
const WINDOW = 512;

/** Latin letters, digits and signs, no mark that joins the letter before it: each unit is a letter by itself. */
const PLAIN = /^[ -~\u00a0-\u024f\u2010-\u2027\u202f\u2030-\u205e\u20ac]*$/;

/** What a reader sees as one letter each, with its place. */
export function graphemesOf(text: string): readonly { readonly text: string; readonly at: number }[] {
  // The segmenter takes most of the time of a long text, and has nothing to say of such a one.
  if (PLAIN.test(text)) return Array.from(text, (one, at) => ({ text: one, at }));
  const all: { text: string; at: number }[] = [];
  for (let start = 0; start < text.length; ) {
    const window = Array.from(graphemes.segment(text.slice(start, start + WINDOW)), ({ segment, index }) => ({
      text: segment,
      at: start + index,
    }));
    // The last one may go on behind the window, unless it fills it.
    const last = start + WINDOW < text.length && window.length > 1 ? window.pop() : undefined;
    all.push(...window);
    start = last?.at ?? start + WINDOW;
  }
  return all;
}
