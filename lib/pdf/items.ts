/** Cuts a paragraph into items: letters in a row that share font, direction and look. */
import type { FontSet } from './fonts';
import type { Face } from './sfnt';
import { graphemesOf, type Paragraph, RIGHT_TO_LEFT } from './text';

export interface Item {
  readonly start: number;
  readonly end: number;
  /** Null: none of our fonts has them, the canvas drew them. */
  readonly face: Face | null;
  readonly level: number;
  readonly pale: boolean;
}

const COMMON = /^[\p{Script=Common}\p{Script=Inherited}]+$/u;
const IGNORED = /[\u200b-\u200d\n]/;
const IDEOGRAPH = /\p{Script=Han}/u;
/** Letters in one picture: a longer word goes over several, so that a narrow column can take it. */
const LETTERS_IN_PICTURE = 8;

const holds = (face: Face, text: string): boolean =>
  (text.length === 1 && !IGNORED.test(text) && face.glyphOf(text.charCodeAt(0)) !== 0) ||
  Array.from(text).every((one) => IGNORED.test(one) || face.glyphOf(one.codePointAt(0) ?? 0) !== 0);

/** What was found for each letter, in light and in bold: texts repeat theirs. */
const found = new WeakMap<FontSet, readonly [Map<string, Face | null>, Map<string, Face | null>]>();
/** A hostile text must not fill the memory with letters. */
const MOST_FOUND = 20_000;

function faceFor(text: string, fonts: FontSet, bold: boolean): Face | null {
  const both = found.get(fonts) ?? [new Map(), new Map()];
  found.set(fonts, both);
  const known = both[bold ? 1 : 0];
  const face = known.get(text);
  if (face !== undefined) return face;
  const first = firstThatHolds(text, fonts, bold);
  if (known.size < MOST_FOUND) known.set(text, first);
  return first;
}

function firstThatHolds(text: string, fonts: FontSet, bold: boolean): Face | null {
  const order = [bold ? fonts.bold : fonts.regular, ...fonts.others, fonts.regular];
  return order.find((face) => holds(face, text)) ?? null;
}

/** Words, or parts of long ones, that none of the fonts has: UTF-16 places in `text`. */
export function withoutFont(text: string, fonts: FontSet): readonly { readonly start: number; readonly end: number }[] {
  const holes: { start: number; end: number; letters: number; turned: boolean }[] = [];
  for (const { text: letter, at } of graphemesOf(text)) {
    if (faceFor(letter, fonts, false)) continue;
    const turned = RIGHT_TO_LEFT.test(letter);
    const last = holes.at(-1);
    const goesOn =
      last?.end === at && last.turned === turned && last.letters < LETTERS_IN_PICTURE && !IDEOGRAPH.test(letter);
    if (goesOn) {
      last.end += letter.length;
      last.letters++;
    } else holes.push({ start: at, end: at + letter.length, letters: 1, turned });
  }
  return holes;
}

/** The items of a paragraph in the order of its text; the isolates that we added are in none. */
export function itemsOf({ levels, parts }: Paragraph, fonts: FontSet): readonly Item[] {
  return parts.flatMap(({ start, piece }) => {
    const pictures = new Set(withoutFont(piece.text, fonts).map((hole) => hole.start));
    const items: Item[] = [];
    for (const { text, at } of graphemesOf(piece.text)) {
      const last = items.at(-1);
      const level = levels[start + at] ?? 0;
      const stays = last?.face && COMMON.test(text) && holds(last.face, text);
      const face = stays ? last.face : faceFor(text, fonts, piece.bold === true);
      const joins = last && last.face === face && (face ? last.level === level : !pictures.has(at));
      const end = start + at + text.length;
      if (joins) items[items.length - 1] = { ...last, end };
      else items.push({ start: start + at, end, face, level, pale: piece.pale === true });
    }
    return items;
  });
}

/** Those that share a unit with [start, end); `items` are in order. */
export function overlapping(items: readonly Item[], start: number, end: number): readonly Item[] {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  let last = low;
  while (last < items.length && (items[last]?.start ?? end) < end) last++;
  return items.slice(low, last);
}
