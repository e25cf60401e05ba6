/** Numbers of registered letters and parcels as La Poste prints them: what a typing slip looks like. Soft: nothing is ever refused (domain.md § 6.1). */

/** `s10`: UPU, « RB123456785GB ». `national-13`: « 1A 123 456 7890 1 ». `national-15`: new labels. `other`: eleven to fifteen signs of no known shape. */
export type TrackingFormat = 's10' | 'national-13' | 'national-15' | 'other';

export interface TrackingCheck {
  /** As it is compared: upper case, without spaces, dots and dashes. */
  readonly number: string;
  /** Null: not the number of an envelope that we know of (an electronic letter has another kind of number). */
  readonly format: TrackingFormat | null;
  /** `plausible`: the last sign fits the others. `doubtful`: it does not. `unverified`: nobody published its rule. */
  readonly key: 'plausible' | 'doubtful' | 'unverified';
  /** The same number with O and 0, I and 1 exchanged, when that fits and what was typed does not. To be proposed, never applied. */
  readonly instead: string | null;
}

const DIGITS = '0123456789';
const ALPHABET = `${DIGITS}ABCDEFGHIJKLMNOPQRSTUVWXYZ`;
/** Registered letters whose key nobody published: the parcels' rule is only guessed for them. */
const UNPUBLISHED = /^(?:1A|2C|3C|1E|2D)/;

/** Upper case, without the spaces, dots and dashes of the label. */
export function bareTracking(text: string): string {
  return text.toUpperCase().replace(/[\s.\u00ad\u2010-\u2015-]/g, '');
}

/** The key of eight digits of an S10 number (UPU S10): weights 8 6 4 2 3 5 9 7, 11 − sum mod 11; 10 is 0, 11 is 5. */
export function s10Key(digits: string): number {
  const weights = [8, 6, 4, 2, 3, 5, 9, 7];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index] ?? 0), 0);
  const key = 11 - (sum % 11);
  return key === 10 ? 0 : key === 11 ? 5 : key;
}

/** The key of ten digits of a parcel: weights 1 and 3 in turn, the last digit ×3, modulo 10. */
export function parcelKey(digits: string): number {
  const sum = [...digits].reduce((total, digit, index) => {
    const weight = (digits.length - index) % 2 === 1 ? 3 : 1;
    return total + weight * Number(digit);
  }, 0);
  return (10 - (sum % 10)) % 10;
}

/** The check sign of ISO/IEC 7064 MOD 37,36, whose signs are 0-9 and A-Z. */
export function mod3736Key(signs: string): string {
  let product = 36;
  for (const sign of signs) {
    const sum = (product + ALPHABET.indexOf(sign)) % 36 || 36;
    product = (sum * 2) % 37;
  }
  return ALPHABET[(37 - product) % 36] ?? '0';
}

function formatOf(number: string): TrackingFormat | null {
  if (/^[A-Z]{2}\d{9}[A-Z]{2}$/.test(number)) return 's10';
  if (/^\d[A-Z]\d{11}$/.test(number)) return 'national-13';
  if (/^[A-Z0-9]{15}$/.test(number)) return 'national-15';
  return /^[A-Z0-9]{11,15}$/.test(number) ? 'other' : null;
}

function keyOf(number: string, format: TrackingFormat | null): TrackingCheck['key'] {
  if (format === 's10') return s10Key(number.slice(2, 10)) === Number(number[10]) ? 'plausible' : 'doubtful';
  if (format === 'national-15') return mod3736Key(number.slice(0, 14)) === number[14] ? 'plausible' : 'doubtful';
  if (format !== 'national-13') return 'unverified';
  if (parcelKey(number.slice(2, 12)) === Number(number[12])) return 'plausible';
  return UNPUBLISHED.test(number) ? 'unverified' : 'doubtful';
}

const AS_DIGIT: Readonly<Record<string, string>> = { O: '0', I: '1' };
const AS_LETTER: Readonly<Record<string, string>> = { '0': 'O', '1': 'I' };

/** What it would be if each sign were of the kind that the shape asks for there: `A` a letter, `9` a digit. */
function shaped(number: string, shape: string): string {
  return [...number]
    .map((sign, index) => (shape[index] === 'A' ? (AS_LETTER[sign] ?? sign) : (AS_DIGIT[sign] ?? sign)))
    .join('');
}

const SHAPES = ['AA999999999AA', '9A99999999999', '999999999999999', '99999999999999A'];

function exchanged(number: string): string | null {
  const found = SHAPES.filter((shape) => shape.length === number.length)
    .map((shape) => shaped(number, shape))
    .find((other) => {
      const format = formatOf(other);
      return other !== number && format !== 'other' && format !== null && keyOf(other, format) !== 'doubtful';
    });
  return found ?? null;
}

/** Reads what somebody typed. Never throws, never refuses: it only says what to look at again. */
export function checkTracking(typed: string): TrackingCheck {
  const number = bareTracking(typed);
  const format = formatOf(number);
  const key = keyOf(number, format);
  const known = format !== null && format !== 'other';
  return { number, format, key, instead: known && key !== 'doubtful' ? null : exchanged(number) };
}
