/**
 * A small strict writer of MIME (RFC 5322, 2045 to 2047, 2231): seven-bit output, CRLF, short lines, no header that
 * comes from nowhere. mimetext 3.0.28 was read and left: it writes one encoded word whatever its length, puts file
 * names as they are between quotes, and brings core-js.
 */

const CRLF = '\r\n';
/** RFC 2047 § 2: an encoded word is at most 75 characters; RFC 2045 § 6.7: an encoded line at most 76. */
const WORD = 75;
const LINE = 76;
/** Neither base64 nor quoted-printable can write « =_ »: no part can hold the boundary. */
export const BOUNDARY = '=_partie';

const encoder = new TextEncoder();
const CONTROLS = /[\p{Cc}\u2028\u2029]+/gu;
/** Folders, wildcards, controls, and the marks of direction that hide an ending (« gpj.exe »). */
const UNSAFE_IN_NAMES = /[\p{Cc}\p{Surrogate}\u200e\u200f\u2028-\u202e\u2066-\u2069/\\:*?"<>|]+/gu;

/** One header, its lines folded. A control character would begin another header: they become spaces. */
export function header(name: string, value: string): string {
  const clean = value.replace(CONTROLS, ' ').trim();
  const words = isPlain(clean) ? foldWords(clean, LINE - name.length - 2) : encodedWords(clean, WORD - name.length - 2);
  return `${name}: ${words.join(`${CRLF} `)}`;
}

/** A header made here of parts that were already checked: it is never encoded. */
export function rawHeader(name: string, parts: readonly string[]): string {
  return `${name}: ${parts.join(`;${CRLF} `)}`;
}

/** Printable ASCII, that nobody would take for an encoded word, in words that fit a line. */
function isPlain(value: string): boolean {
  return /^[ -~]*$/.test(value) && !value.includes('=?') && value.split(' ').every((word) => word.length <= 60);
}

/** @param first room on the first line */
function foldWords(value: string, first: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of value.split(/ +/)) {
    const room = lines.length === 0 ? first : LINE - 1;
    if (line !== '' && line.length + 1 + word.length > room) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

/** « =?UTF-8?B?…?= » words; none cuts a character in two (RFC 2047 § 5). */
function encodedWords(value: string, first: number): readonly string[] {
  const overhead = '=?UTF-8?B??='.length;
  const words: string[] = [];
  let bytes: number[] = [];
  const room = (): number => Math.floor(((words.length === 0 ? Math.min(first, WORD) : WORD) - overhead) / 4) * 3;
  const close = (): void => {
    words.push(`=?UTF-8?B?${base64(Uint8Array.from(bytes))}?=`);
    bytes = [];
  };
  for (const character of value) {
    const next = encoder.encode(character);
    if (bytes.length > 0 && bytes.length + next.length > room()) close();
    bytes.push(...next);
  }
  close();
  return words;
}

/** A display name and an address that was checked (isMailAddress). */
export function mailbox(name: string, address: string): string {
  const clean = name.replace(CONTROLS, ' ').trim();
  if (clean === '') return address;
  const phrase =
    /^[ -~]{1,60}$/.test(clean) && !clean.includes('=?')
      ? `"${clean.replace(/[\\"]/g, '\\$&')}"`
      : encodedWords(clean, WORD - 'From: '.length).join(`${CRLF} `);
  return `${phrase}${CRLF} <${address}>`;
}

/** Text in quoted-printable (RFC 2045 § 6.7). Ends of line become CRLF. */
export function quotedPrintable(text: string): string {
  return text.replace(/\r\n?/g, '\n').split('\n').map(quotedLine).join(CRLF);
}

function quotedLine(line: string): string {
  const marks = [...encoder.encode(line)].map((byte) =>
    (byte >= 33 && byte <= 126 && byte !== 61) || byte === 32
      ? String.fromCharCode(byte)
      : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`,
  );
  // A space at the end is lost on the way; « From » and a lone dot at the start are changed by old servers.
  if (marks.at(-1) === ' ') marks[marks.length - 1] = '=20';
  if (marks[0] === 'F' && line.startsWith('From ')) marks[0] = '=46';
  if (marks[0] === '.') marks[0] = '=2E';
  const lines: string[] = [];
  let current = '';
  for (const mark of marks) {
    if (current.length + mark.length > LINE - 1) {
      lines.push(`${current}=`);
      current = '';
    }
    current += mark;
  }
  return [...lines, current].join(CRLF);
}

/** Standard base64 of bytes, in one line. */
export function base64(bytes: Uint8Array): string {
  let out = '';
  // A multiple of three, small enough for the arguments of a call.
  const step = 0x6000;
  for (let at = 0; at < bytes.length; at += step) out += btoa(String.fromCharCode(...bytes.subarray(at, at + step)));
  return out;
}

/** Base64 in lines of 76. */
export function base64Lines(bytes: Uint8Array): string {
  return base64(bytes).replace(/.{76}(?=.)/g, `$&${CRLF}`);
}

export interface Attachment {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** One attached file. A message is attached as plain bytes: RFC 2046 § 5.2.1 forbids base64 for message/rfc822. */
export function attachmentPart(file: Attachment): string {
  const type = /^(?:application|image|text|audio|video)\/[\w.+-]{1,80}$/.test(file.type)
    ? file.type
    : 'application/octet-stream';
  const name = fileName(file.name);
  return [
    rawHeader('Content-Type', [type, `name="${asciiName(name)}"`]),
    rawHeader('Content-Disposition', ['attachment', `filename="${asciiName(name)}"`, ...extendedName(name)]),
    'Content-Transfer-Encoding: base64',
    '',
    base64Lines(file.bytes),
  ].join(CRLF);
}

/** No folder, no control character, no direction mark that hides the ending (« gpj.exe »), 100 characters at most. */
function fileName(name: string): string {
  const clean = name.replace(UNSAFE_IN_NAMES, '_');
  const characters = [...clean.replace(/^[.\s]+/, '').trim()];
  if (characters.length <= 100) return characters.join('') || 'piece';
  const ending = /\.[a-z\d]{1,8}$/i.exec(clean)?.[0] ?? '';
  return characters.slice(0, 100 - ending.length).join('') + ending;
}

function asciiName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{Mark}+/gu, '')
    .replace(/[^ -~]+/g, '_')
    .replace(/["\\]/g, '_');
}

/** RFC 2231, only when the plain name is not the name. Cut in sections: a line stays short. */
function extendedName(name: string): readonly string[] {
  if (asciiName(name) === name) return [];
  const marks = [...encoder.encode(name)].map((byte) => {
    const character = String.fromCharCode(byte);
    return /[A-Za-z\d._-]/.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  });
  const sections: string[] = [''];
  for (const mark of marks) {
    if ((sections.at(-1) ?? '').length + mark.length > 54) sections.push('');
    sections[sections.length - 1] += mark;
  }
  if (sections.length === 1) return [`filename*=UTF-8''${sections[0]}`];
  return sections.map((section, index) => `filename*${index}*=${index === 0 ? "UTF-8''" : ''}${section}`);
}

/** A multipart/mixed message: its own headers, a text, and files. */
export function multipart(headers: readonly string[], text: string, files: readonly Attachment[]): string {
  const textPart = [
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    quotedPrintable(text),
  ].join(CRLF);
  const parts = [textPart, ...files.map(attachmentPart)];
  return [
    ...headers,
    'MIME-Version: 1.0',
    `Content-Type: multipart/mixed; boundary="${BOUNDARY}"`,
    '',
    ...parts.flatMap((part) => [`--${BOUNDARY}`, part]),
    `--${BOUNDARY}--`,
    '',
  ].join(CRLF);
}
