/** What a value read out of a page is: its kinds, how each is checked, and the one form in which two of them compare. */

/** Kinds of values. A value that does not hold as its kind is not read out at all: nothing half-understood is proposed. */
export const VALUE_KINDS = [
  'text', // any words of the page, as they stand
  'date', // a day
  'date-time', // a day and an hour
  'delay', // a number of days, weeks or months, quoted with its unit
  'anef-number', // number of a request on ANEF: 19 digits with the day of its creation inside
  'foreigner-number', // numéro étranger (AGDREF): 9 or 10 digits
  'dn-number', // dossier number of démarche numérique: 5 to 9 digits
  'fc-code', // FranceConnect error: Y and 6 digits
  'email',
  'phone',
  'integer',
] as const;
export type ValueKind = (typeof VALUE_KINDS)[number];

/** As normalised text writes them, from January. */
export const MONTHS = [
  'janvier',
  'fevrier',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'aout',
  'septembre',
  'octobre',
  'novembre',
  'decembre',
];
const ENGLISH_MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** `YYYY-MM-DD` when that day exists, else null. */
function isoDay(year: number, month: number, day: number): string | null {
  const iso = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const read = Date.parse(`${iso}T00:00:00Z`);
  return Number.isFinite(read) && new Date(read).toISOString().slice(0, 10) === iso ? iso : null;
}

function monthOf(word: string): number {
  const bare = word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return Math.max(MONTHS.indexOf(bare), ENGLISH_MONTHS.indexOf(bare)) + 1;
}

/** « 13/02/2026 », « 13.02.2026 », « 1er mars 2026 », « vendredi 13 février 2026 », « 13 March 2026 », « 2026-02-13 ». */
function dayIn(text: string): string | null {
  const iso = /\b(20\d\d|19\d\d)-(\d\d)-(\d\d)\b/.exec(text);
  if (iso) return isoDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const digits = /\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b/.exec(text);
  if (digits) return isoDay(Number(digits[3]), Number(digits[2]), Number(digits[1]));
  const words = /\b(\d{1,2})(?:er|st|nd|rd|th)? (\p{L}{3,9})\.? (\d{4})\b/u.exec(text);
  const month = monthOf(words?.[2] ?? '');
  return words && month > 0 ? isoDay(Number(words[3]), month, Number(words[1])) : null;
}

/** « 09:05 », « 9h05 », « 9 h ». */
function hourIn(text: string): string | null {
  const found = /\b(\d{1,2}) ?(?:[:h]) ?(\d{2})?\b/i.exec(text.replace(/\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}/, ' '));
  if (!found) return null;
  const [hour, minute] = [Number(found[1]), Number(found[2] ?? '0')];
  return hour < 24 && minute < 60 ? `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}` : null;
}

function dateTimeIn(text: string): string | null {
  const day = dayIn(text);
  const hour = hourIn(text);
  return day && hour ? `${day}T${hour}` : null;
}

/** 19 digits: site 4, day of creation YYYYMMDD, sequence 7 (field guide § 5; overseas departments may differ). */
function anefNumberIn(text: string): string | null {
  const bare = text.replace(/[ .-]/g, '');
  if (!/^\d{19}$/.test(bare)) return null;
  return isoDay(Number(bare.slice(4, 8)), Number(bare.slice(8, 10)), Number(bare.slice(10, 12))) ? bare : null;
}

function phoneIn(text: string): string | null {
  const bare = text.replace(/[ .-]/g, '').replace(/^(?:\+33|0033)(?=\d{9}$)/, '0');
  return /^0\d{9}$/.test(bare) || /^[13]\d{3}$/.test(bare) ? bare : null;
}

const UNITS: Readonly<Record<string, 'D' | 'W' | 'M'>> = {
  jour: 'D',
  jours: 'D',
  day: 'D',
  days: 'D',
  semaine: 'W',
  semaines: 'W',
  week: 'W',
  weeks: 'W',
  mois: 'M',
  month: 'M',
  months: 'M',
};
const NUMBER_WORDS: Readonly<Record<string, number>> = {
  un: 1,
  une: 1,
  deux: 2,
  trois: 3,
  quatre: 4,
  six: 6,
  huit: 8,
  quinze: 15,
  trente: 30,
};

/** « 30 jours », « trente (30) jours », « deux mois » → ISO 8601 duration (`P30D`, `P2M`). */
function delayIn(text: string): string | null {
  const found =
    /\b(\d{1,3}|un|une|deux|trois|quatre|six|huit|quinze|trente)(?: ?\(\d{1,3}\))? (jours?|semaines?|mois|days?|weeks?|months?)\b/i.exec(
      text,
    );
  const unit = UNITS[found?.[2]?.toLowerCase() ?? ''];
  if (!found?.[1] || !unit) return null;
  const count = NUMBER_WORDS[found[1].toLowerCase()] ?? Number(found[1]);
  return count > 0 ? `P${count}${unit}` : null;
}

function matching(pattern: RegExp): (text: string) => string | null {
  return (text) => (pattern.test(text) ? text : null);
}

const READERS: Readonly<Record<ValueKind, (text: string) => string | null>> = {
  text: (text) => (text === '' ? null : text),
  date: dayIn,
  'date-time': dateTimeIn,
  delay: delayIn,
  'anef-number': anefNumberIn,
  'foreigner-number': (text) => matching(/^\d{9,10}$/)(text.replace(/ /g, '')),
  'dn-number': (text) => matching(/^\d{5,9}$/)(text.replace(/ /g, '')),
  'fc-code': (text) => matching(/^Y\d{6}$/)(text.toUpperCase()),
  email: matching(/^[^\s@<>"]{1,64}@[^\s@<>"]{1,190}\.[a-z]{2,24}$/i),
  phone: phoneIn,
  integer: matching(/^\d{1,9}$/),
};

/**
 * Reads a value quoted from a page as what its row says it is.
 * @param raw the words of the page, normalised
 * @returns the canonical form: ISO day, local date and hour (`YYYY-MM-DDTHH:MM`, the page's own clock), ISO 8601 duration,
 *   bare digits… The words themselves for a text. `null` when they are not of that kind. Never throws.
 */
export function readValue(kind: ValueKind, raw: string): string | null {
  return READERS[kind](raw.trim());
}
