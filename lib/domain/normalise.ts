/** One form for the texts of a page, so that the same sentence written differently compares equal (pages.md § 0.4, 0.5). */

/** Longest text that is compared, in UTF-16 units: keeps the work of any pattern bounded. */
export const MAX_BLOCK = 4_000;

// Soft hyphen, zero-width space, word joiner, byte-order mark: on no screen, they only break comparisons.
const INVISIBLE = /[\u00AD\u200B\u2060\uFEFF]/gu;
const APOSTROPHES = /[\u2018\u2019\u201B\u02BC\uFF07]/gu;
// White_Space covers no-break and thin spaces, tabs and line ends.
const SPACES = /\p{White_Space}+/gu;

/**
 * Normalises a text for storage and comparison: NFC, typographic apostrophes → ', no-break and thin spaces → space,
 * runs of white space → one space, trimmed, invisible characters dropped. Case and accents are kept. Idempotent.
 */
export function normaliseText(text: string): string {
  return text.replace(INVISIBLE, '').normalize('NFC').replace(APOSTROPHES, "'").replace(SPACES, ' ').trim();
}

/**
 * The form that patterns are matched on: normalised, capped at MAX_BLOCK, without accents or ligatures.
 * Case is left to the `i` flag. Only for comparing, never for showing.
 */
export function foldText(text: string): string {
  return normaliseText(stripAccents(normaliseText(text.slice(0, MAX_BLOCK))));
}

/** « Préfet » → « Prefet », « cœur » → « coeur ». Leaves ASCII as it is, so that it may also be applied to a pattern's source. */
export function stripAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/œ/gu, 'oe')
    .replace(/Œ/gu, 'OE')
    .replace(/æ/gu, 'ae')
    .replace(/Æ/gu, 'AE');
}
