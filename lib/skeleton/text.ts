/** Which words of a page may stand in its skeleton: what a site says to everybody, never what it says of one person. Pure. */
import { normaliseText, stripAccents } from '@/lib/domain/normalise';
import { CALENDAR, isKnown } from './vocabulary';

/**
 * Where a text stands, from the most careful: a value (cell, field, address), the site's header and menus (the person's
 * name is there), any other block, the name of a control or a heading, an alert.
 */
export type Place = 'value' | 'menu' | 'block' | 'label' | 'alert';

/** What stands for a word or a text that was taken out, and for a number. */
export const MASK = '***';
export const NUMBER = '#';

/** Longest text kept, in characters: a static message is short, a letter to somebody is not. */
const MAX_TEXT = 240;
/** From this many words on, a text is a sentence: its lower-case words are kept, known or not. */
const SENTENCE = 6;
/** A block of fewer words is a value as often as a message (« Française », « En attente »). */
const SHORT_BLOCK = 3;
/** What follows a colon is a value up to this many words. */
const SHORT_VALUE = 4;

/** Somebody's name follows, up to the next sign of punctuation. */
const GREETINGS = new Set(
  'bonjour bonsoir monsieur madame mademoiselle mme mlle mr mrs ms dear hello cher chere maitre'.split(' '),
);
/** A date or place of birth, or an address, follows, up to the end of the sentence. */
const CIVIL = new Set('ne nee nes nees born domicilie domiciliee demeurant residant'.split(' '));
/** Somebody may be named further on: no unknown word of the text is kept. */
const CAREFUL = new Set(
  'bienvenue welcome tant logged connecte connectee titulaire beneficiaire conjoint epoux epouse enfant enfants pere mere'.split(
    ' ',
  ),
);
/** Endings of French common nouns and adjectives that no name has. */
const SAFE_ENDING = /(?:[ts]ions?|[ai]bles?|ites?)$/;
const SINGLE_LETTERS = new Set([...'aàydljmnstcôâ']);

const HAS_DIGIT = /\p{N}/u;
const HAS_LETTER = /\p{L}/u;
const WORDS = /[\p{L}\p{M}]+/gu;
/** An e-mail, an address, a host name, a path: nothing of it is kept. */
const ADDRESS = /@|:\/\/|^www\.|[\p{L}\p{N}]\.[\p{L}]{2,}|[\p{L}\p{N}][/\\_=&][\p{L}\p{N}]/u;
const ENDS = /[,.;:!?…]["»)\]]*$/u;
const ENDS_SENTENCE = /[.!?…]["»)\]]*$/u;

const fold = (word: string): string => stripAccents(word).toLowerCase();

interface Token {
  readonly raw: string;
  /** Folded letters of each part (« rendez-vous » has two). */
  readonly parts: readonly string[];
  /** Begins with a capital, or has no case at all (Arabic, Chinese): may be a name. */
  readonly proper: boolean;
  readonly kind: 'word' | 'number' | 'address' | 'sign';
  masked: boolean;
}

function tokenOf(raw: string): Token {
  const letters = raw.match(WORDS) ?? [];
  const first = letters[0] ?? '';
  const proper = first !== '' && [...first][0] !== [...first][0]?.toLowerCase();
  const caseless = letters.some((word) => word.toLowerCase() === word.toUpperCase());
  const kind = ADDRESS.test(raw) ? 'address' : HAS_DIGIT.test(raw) ? 'number' : HAS_LETTER.test(raw) ? 'word' : 'sign';
  return { raw, parts: letters.map(fold), proper: proper || caseless, kind, masked: kind === 'address' };
}

function keptWord(part: string, token: Token, careful: boolean, place: Place): boolean {
  if (CALENDAR.has(part)) return false;
  if (isKnown(part)) return true;
  if (part.length === 1) return SINGLE_LETTERS.has(part) && (!token.proper || /^.['’]|^[AÀYI]$/u.test(token.raw));
  // A capital anywhere in it is a name, an acronym of one site, or a token.
  if (token.proper || token.raw !== token.raw.toLowerCase() || part.length > 20) return false;
  if (place === 'menu') return false;
  return !careful || (part.length >= 6 && SAFE_ENDING.test(part));
}

/** From `from` on, everything up to the next sign of punctuation (or the end of the sentence). */
function maskUntil(tokens: readonly Token[], from: number, stop: RegExp): void {
  for (const token of tokens.slice(from)) {
    if (token.kind === 'sign' && stop.test(token.raw)) return;
    token.masked = true;
    if (stop.test(token.raw)) return;
  }
}

function maskAfterTriggers(tokens: readonly Token[]): void {
  tokens.forEach((token, at) => {
    const [part = ''] = token.parts;
    const greeting = (GREETINGS.has(part) && token.parts.length === 1) || /^MM?\.?$/u.test(token.raw);
    if (greeting && (/^\w{1,3}\.$/u.test(token.raw) || !ENDS.test(token.raw))) maskUntil(tokens, at + 1, ENDS);
    const next = tokens[at + 1]?.parts[0] ?? '';
    if (CIVIL.has(part) && !/^n['’]/u.test(token.raw) && (part !== 'ne' || /^(?:le|a|en)$/.test(next)))
      maskUntil(tokens, at + 1, ENDS_SENTENCE);
  });
}

/** « Nom : dupont »: a few words after a colon are a value. In an alert or a heading they are kept if all are known. */
function maskAfterColon(tokens: readonly Token[], place: Place): void {
  const colon = tokens.findIndex((token) => /:$/u.test(token.raw));
  if (colon < 0) return;
  const rest = tokens.slice(colon + 1);
  const words = rest.filter((token) => token.kind !== 'sign');
  if (words.length === 0 || words.length > SHORT_VALUE) return;
  const known = (place === 'alert' || place === 'label') && words.every((token) => !token.masked);
  if (!known) for (const token of words) token.masked = true;
}

/** « France DUPONT »: a known word beside a masked name is a part of it. */
function maskBesideNames(tokens: readonly Token[]): void {
  const few = tokens.filter((token) => token.kind === 'word').length <= 3;
  const spread = (order: readonly Token[]): void => {
    let inName = false;
    for (const token of order) {
      if (inName && token.kind === 'word' && token.proper && (few || token !== tokens[0])) token.masked = true;
      inName = token.masked && token.kind === 'word' && token.proper;
    }
  };
  spread(tokens);
  spread(tokens.toReversed());
}

function maskMonths(tokens: readonly Token[]): void {
  tokens.forEach((token, at) => {
    const beside = tokens[at - 1]?.kind === 'number' || tokens[at + 1]?.kind === 'number';
    if (beside && token.parts.some((part) => part === 'may' || part === 'march')) token.masked = true;
  });
}

function shown(token: Token): string {
  const end = /[,.;:!?…)»\]]*$/u.exec(token.raw)?.[0] ?? '';
  const start = /^[(«"[]*/u.exec(token.raw)?.[0] ?? '';
  if (token.masked) return `${start}${MASK}${end}`;
  return token.kind === 'number' ? `${start}${NUMBER}${end}` : token.raw;
}

/** One sign for numbers in a row (a telephone), and for names in a row: how many there were says something too. */
function joined(tokens: readonly Token[]): string {
  const parts = tokens.map(shown);
  return parts
    .filter((part, at) => !(part === parts[at + 1] && (part === NUMBER || part === MASK)))
    .join(' ')
    .trim();
}

function tokensOf(text: string): Token[] {
  const whole = normaliseText(text);
  const cut = whole.length > MAX_TEXT ? whole.slice(0, whole.lastIndexOf(' ', MAX_TEXT)) : whole;
  return cut
    .split(' ')
    .filter((raw) => raw !== '')
    .map(tokenOf);
}

/** The words of a value or a menu that no site says to everybody: wherever else they stand, they are the person's. */
export function personalWords(text: string): string[] {
  return tokensOf(text)
    .filter((token) => token.kind === 'word')
    .flatMap((token) => token.parts.filter((part) => part.length > 1 && !isKnown(part)));
}

/**
 * A text as the skeleton may show it: '' when there is none, MASK when nothing of it may be kept.
 * @param personal words known to be the person's (`personalWords` of the values of the page)
 */
export function keptText(text: string, place: Place, personal: ReadonlySet<string> = new Set()): string {
  const tokens = tokensOf(text);
  const words = tokens.filter((token) => token.kind !== 'sign');
  if (words.length === 0) return '';
  if (place === 'value' || (place === 'block' && words.length < SHORT_BLOCK)) return MASK;
  const known = words.filter((token) => token.parts.length > 0 && token.parts.every(isKnown));
  const named = words.some((token) => token.parts.some((part) => CAREFUL.has(part) || GREETINGS.has(part)));
  const sentence = (place === 'block' || place === 'alert') && words.length >= SENTENCE;
  const careful = named || !sentence || known.length < words.length * 0.6;
  for (const token of tokens) {
    if (token.kind !== 'word') continue;
    token.masked = token.parts.some((part) => personal.has(part) || !keptWord(part, token, careful, place));
  }
  maskAfterTriggers(tokens);
  maskAfterColon(tokens, place);
  maskBesideNames(tokens);
  maskMonths(tokens);
  const lost = words.filter((token) => token.masked).length;
  return lost * 2 > words.length ? MASK : joined(tokens);
}
