/** Texts of strangers made plain: one line without controls for a header or a name, paragraphs for a body, HTML without its markup. */
import { MAX_IMPORT_TEXT } from './limits';

/** Controls, line ends, and the marks that turn a text around (« gpj.exe » shown as « exe.jpg »). */
const UNPRINTABLE = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu;

/** A header, a name: one line, at most `length` characters. */
export function oneLine(text: string, length = 500): string {
  return cut(
    text
      .slice(0, length * 4)
      .replace(UNPRINTABLE, ' ')
      .replace(/ {2,}/g, ' ')
      .trim(),
    length,
  );
}

/** A body: its lines, without other controls, at most MAX_IMPORT_TEXT characters. */
export function paragraphs(text: string): string {
  return cut(text, MAX_IMPORT_TEXT)
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Never half of a surrogate pair at the end. */
function cut(text: string, length: number): string {
  return text.slice(0, length).replace(/[\ud800-\udbff]$/, '');
}

const SILENT = new Set(['script', 'style', 'head', 'title', 'template', 'svg', 'math', 'noscript', 'iframe', 'object']);
const BREAKS = new Set(
  'br p div tr li ul ol table h1 h2 h3 h4 h5 h6 blockquote pre hr section article header footer'.split(' '),
);
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  laquo: '«',
  raquo: '»',
  eacute: 'é',
  egrave: 'è',
  ecirc: 'ê',
  agrave: 'à',
  acirc: 'â',
  ccedil: 'ç',
  ocirc: 'ô',
  ugrave: 'ù',
  ucirc: 'û',
  icirc: 'î',
  iuml: 'ï',
  euml: 'ë',
  oelig: 'œ',
  Eacute: 'É',
  Egrave: 'È',
  Agrave: 'À',
  Ccedil: 'Ç',
  rsquo: '’',
  lsquo: '‘',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  euro: '€',
  deg: '°',
};

/**
 * The words of an HTML text. Nothing is built, drawn or loaded: markup is skipped, character after character, in one
 * pass, whatever its shape.
 */
export function htmlWords(html: string): string {
  const source = html.slice(0, 4 * MAX_IMPORT_TEXT);
  const out: string[] = [];
  let at = 0;
  while (at < source.length) {
    const open = source.indexOf('<', at);
    if (open === -1) {
      out.push(words(source.slice(at)));
      break;
    }
    out.push(words(source.slice(at, open)));
    at = afterMarkup(source, open, out);
  }
  return paragraphs(out.join(''));
}

const words = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, (all, decimal, hex, name) =>
      name ? (ENTITIES[name] ?? all) : character(decimal ? Number(decimal) : Number.parseInt(hex, 16)),
    );

function character(code: number): string {
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '\ufffd';
}

/** @returns where the text goes on after the tag, comment or silent element that opens at `open` */
function afterMarkup(source: string, open: number, out: string[]): number {
  if (source.startsWith('<!--', open)) return after(source, '-->', open + 4);
  const name = /^<(\/?)([a-z][a-z0-9]*)/i.exec(source.slice(open, open + 40));
  const next = source[open + 1] ?? '';
  if (!name) {
    // « a < b » is a text; « <!doctype » and « <? » are not.
    if (next === '!' || next === '?') return after(source, '>', open);
    out.push('<');
    return open + 1;
  }
  const [, closing, raw = ''] = name;
  const tag = raw.toLowerCase();
  if (BREAKS.has(tag)) out.push('\n');
  if (tag === 'td' || tag === 'th') out.push(' ');
  const end = after(source, '>', open);
  if (closing || !SILENT.has(tag)) return end;
  const close = new RegExp(`</${tag}`, 'gi');
  close.lastIndex = end;
  const found = close.exec(source);
  return found ? after(source, '>', found.index) : source.length;
}

function after(source: string, mark: string, from: number): number {
  const found = source.indexOf(mark, from);
  return found === -1 ? source.length : found + mark.length;
}
