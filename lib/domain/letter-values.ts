/** What a person typed, made ready to print: nothing that breaks a line or hides text, and dates and numbers as people write them. */
import type { Field } from './letter-types';

/** What stands where nobody wrote. */
export const DOTS = '…………';
const NBSP = '\u00a0';

/** Controls but tab and the ends of line; soft hyphens of a copied page stay. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: naming them is the point
const CONTROLS = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]/g;
/** Embeddings, overrides and isolates of writing direction leak out of the value and turn the words after it around. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;
const NOT_CHARACTERS = /\p{Surrogate}|\p{Noncharacter_Code_Point}/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: vertical tab, form feed and NEL end a line too
const ENDS_OF_LINE = /\r\n|[\r\n\u000b\u000c\u0085\u2028\u2029]/g;

/** Text of several lines, in any script, kept as typed but for what cannot be printed. */
export function cleanText(value: string): string {
  return value
    .replace(ENDS_OF_LINE, '\n')
    .replace(CONTROLS, '')
    .replace(TURNING, '')
    .replace(NOT_CHARACTERS, '\ufffd')
    .replaceAll('\t', ' ')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** One line: the ends of line become spaces. */
export function cleanLine(value: string): string {
  return cleanText(value).replace(/ *\n+ */g, ' ');
}

/** A day `YYYY-MM-DD` that exists, as 21/11/2026; null otherwise. */
export function printDay(value: string): string | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(value)) return null;
  const read = Date.parse(`${value}T00:00:00Z`);
  if (!Number.isFinite(read) || new Date(read).toISOString().slice(0, 10) !== value) return null;
  return `${value.slice(8)}/${value.slice(5, 7)}/${value.slice(0, 4)}`;
}

/** `HH:MM` as 09 h 05; null when there is no such hour. */
export function printTime(value: string): string | null {
  const found = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(value);
  return found ? `${found[1]}${NBSP}h${NBSP}${found[2]}` : null;
}

function printDateTime(value: string): string | null {
  const [date = '', time = ''] = value.split('T');
  const day = printDay(date);
  const hour = printTime(time);
  return day && hour ? `${day} à ${hour}` : null;
}

/** The 19 digits of an ANEF request in its three groups (domain.md § 6.3); anything else as typed. */
function printRequest(value: string): string {
  const digits = value.replace(/[\s.-]/g, '');
  const found = /^(\d{4})(\d{8})(\d{7})$/.exec(digits);
  return found ? found.slice(1).join(NBSP) : value;
}

/** « 1A 123 456 7890 1 » for the shape that La Poste prints so; other shapes as typed, in capitals. */
function printTracking(value: string): string {
  const bare = value.replace(/[\s.-]/g, '').toUpperCase();
  const found = /^(\d[A-Z])(\d{3})(\d{3})(\d{4})(\d)$/.exec(bare);
  return found ? found.slice(1).join(NBSP) : value.toUpperCase();
}

export interface Printed {
  /** Empty when there is nothing to print. */
  readonly text: string;
  /** Something was typed that does not hold as its kind: dots are printed, and the screen says so. */
  readonly unreadable?: true;
  readonly tooLong?: true;
}

/** A field's value as the letter prints it. */
export function printValue(field: Field, value: string | undefined): Printed {
  const several = field.kind === 'text' || field.kind === 'address';
  const clean = several ? cleanText(value ?? '') : cleanLine(value ?? '');
  if (clean === '') return { text: '' };
  const text = printAs(field, clean);
  if (text === null) return { text: '', unreadable: true };
  return clean.length > field.max ? { text, tooLong: true } : { text };
}

function printAs(field: Field, clean: string): string | null {
  switch (field.kind) {
    case 'date':
      return printDay(clean);
    case 'date-time':
      return printDateTime(clean);
    case 'time':
      return printTime(clean);
    case 'email':
      return isMailAddress(clean) ? clean : null;
    case 'request-number':
      return printRequest(clean);
    case 'tracking':
      return printTracking(clean);
    case 'choice':
      return field.choices && Object.hasOwn(field.choices, clean) ? (field.choices[clean] ?? null) : null;
    case 'tick':
      return clean === 'yes' ? 'oui' : null;
    default:
      return clean;
  }
}

/** An address that a mail header can carry: dot-atom, ASCII, with a domain of two labels at least (RFC 5322 § 3.4.1). */
export function isMailAddress(value: string): boolean {
  return (
    value.length <= 254 &&
    /^[\w!#$%&'*+/=?^`{|}~-]+(\.[\w!#$%&'*+/=?^`{|}~-]+)*@([a-z\d]([a-z\d-]*[a-z\d])?\.)+[a-z\d-]{2,}$/i.test(value)
  );
}
