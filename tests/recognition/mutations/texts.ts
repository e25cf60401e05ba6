/** Mutations of the letters: apostrophes, spaces, spelling, cuts inside words, and translations of the interface. */
import type { Random } from '../random';
import { CHINESE } from './chinese';
import { type Dictionary, ENGLISH } from './english';

const UNTOUCHED = new Set(['script', 'style', 'noscript', 'template', 'textarea']);
/** Attributes whose text is on the screen or names a control. */
const SHOWN_ATTRIBUTES = ['placeholder', 'aria-label', 'title', 'alt'];

function textNodesOf(root: Node): Text[] {
  const found: Text[] = [];
  const document = root.ownerDocument ?? (root as Document);
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (parent && !UNTOUCHED.has(parent.localName) && /\S/.test(node.nodeValue ?? '')) found.push(node as Text);
  }
  return found;
}

/** Changes every text that shows: the body's, the title, and the attributes that are printed. */
export function changeTexts(document: Document, change: (text: string) => string): void {
  for (const node of textNodesOf(document)) {
    const before = node.nodeValue ?? '';
    const after = change(before);
    if (after !== before) node.nodeValue = after;
  }
  for (const name of SHOWN_ATTRIBUTES) {
    for (const element of document.querySelectorAll(`[${name}]`)) {
      element.setAttribute(name, change(element.getAttribute(name) ?? ''));
    }
  }
  for (const button of document.querySelectorAll('input[type=submit],input[type=button],input[type=reset]')) {
    button.setAttribute('value', change(button.getAttribute('value') ?? ''));
  }
}

export function curlyApostrophes(document: Document): void {
  changeTexts(document, (text) => text.replace(/(?<=\p{L})'/gu, '’'));
}

export function straightApostrophes(document: Document): void {
  changeTexts(document, (text) => text.replace(/[’‘ʼ]/gu, "'"));
}

/** French typography as editors do it: narrow no-break space before ; ! ? and inside « », no-break space before the colon. */
export function frenchSpaces(document: Document): void {
  changeTexts(document, (text) =>
    text
      .replace(/ ?([;!?]+)(?=\s|$)/gu, '\u202F$1')
      .replace(/ ?:(?=\s|$)/gu, '\u00A0:')
      .replace(/« ?/gu, '«\u00A0')
      .replace(/ ?»/gu, '\u202F»'),
  );
}

/** A no-break or thin space in place of one space in three, double spaces and line ends elsewhere. */
export function oddSpaces(document: Document, random: Random): void {
  const kinds = ['\u00A0', '\u2009', ' \n  ', ' ', ' ', ' '];
  changeTexts(document, (text) => text.replace(/(?<=\S) (?=\S)/gu, () => kinds[random.below(kinds.length)] as string));
}

/** Both spellings are in the sources (field guide § 0.11). */
export function veillez(document: Document): void {
  changeTexts(document, (text) =>
    text.replace(/\bV(eu?)illez\b|\bv(eu?)illez\b/gu, (word) =>
      /eu/u.test(word) ? word.replace('eu', 'e') : word.replace('e', 'eu'),
    ),
  );
}

/** Soft hyphens and zero-width spaces inside long words, as hyphenators put them. */
export function hyphenated(document: Document, random: Random): void {
  changeTexts(document, (text) =>
    text.replace(/\p{L}{6,}/gu, (word) => {
      const at = 2 + random.below(word.length - 3);
      return `${word.slice(0, at)}${random.below(2) === 0 ? '\u00AD' : '\u200B'}${word.slice(at)}`;
    }),
  );
}

/** Each sentence over several spans, cut at words and inside one. */
export function splitSpans(document: Document, random: Random): void {
  for (const node of textNodesOf(document.body)) {
    const text = node.nodeValue ?? '';
    if (text.trim().length < 4 || node.parentElement?.localName === 'option') continue;
    const pieces: Node[] = [];
    for (let from = 0; from < text.length; ) {
      const length = 2 + random.below(14);
      const piece = text.slice(from, from + length);
      const span = document.createElement('span');
      span.textContent = piece;
      pieces.push(random.below(3) === 0 ? document.createTextNode(piece) : span);
      from += length;
    }
    node.replaceWith(...pieces);
  }
}

function keyOf(text: string): string {
  return text.replace(/[’]/gu, "'").replace(/\s+/gu, ' ').trim().toLowerCase();
}

/** A text of the interface that the dictionary knows, else the text as it was: messages keep their language. */
function translated(text: string, dictionary: Dictionary): string {
  const inner = text.trim();
  if (inner === '') return text;
  const parts = inner.split(/( \| |(?<=\S)\s*\|\s+)/u);
  const whole = dictionary.words.get(keyOf(inner));
  if (whole !== undefined) return text.replace(inner, () => whole);
  if (parts.length > 1) return parts.map((part) => translated(part, dictionary)).join('');
  for (const [pattern, replacement] of dictionary.patterns) {
    if (pattern.test(inner)) return text.replace(inner, () => inner.replace(pattern, replacement));
  }
  return text;
}

/** The interface in another language while `<html lang>` stays `fr`, as the portal does (field guide § 0.6). */
function translate(document: Document, dictionary: Dictionary): void {
  changeTexts(document, (text) => translated(text, dictionary));
  document.documentElement.setAttribute('lang', 'fr');
}

export function english(document: Document): void {
  translate(document, ENGLISH);
}

export function chinese(document: Document): void {
  translate(document, CHINESE);
}
