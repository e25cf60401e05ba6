/** Dates, hours and sizes as people read them; always from the offset recorded with the moment, never from this device's zone. */
import type { Moment } from '@/lib/domain/moment';
import { localFields } from '@/lib/domain/moment';
import type { Locale } from '@/lib/locales';

const TAGS: Record<Locale, string> = { fr: 'fr-FR', en: 'en-GB' };

/** Making a formatter costs a hundred times what using it does: each is made once. */
const formats = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat>();

function known<F extends Intl.DateTimeFormat | Intl.NumberFormat>(key: string, make: () => F): F {
  const found = (formats.get(key) as F | undefined) ?? make();
  formats.set(key, found);
  return found;
}

function dateFormat(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const all = { ...options, timeZone: 'UTC' };
  return known(`date ${locale} ${JSON.stringify(all)}`, () => new Intl.DateTimeFormat(TAGS[locale], all));
}

function numberFormat(locale: Locale, maximumFractionDigits: number): Intl.NumberFormat {
  const make = () => new Intl.NumberFormat(TAGS[locale], { maximumFractionDigits });
  return known(`number ${locale} ${maximumFractionDigits}`, make);
}

function inOwnOffset(moment: Moment, locale: Locale, options: Intl.DateTimeFormatOptions): string {
  const shifted = Date.parse(moment.utc) + moment.offsetMinutes * 60_000;
  return dateFormat(locale, options).format(shifted);
}

/** « samedi 21 novembre 2026 » */
export function longDay(moment: Moment, locale: Locale): string {
  return inOwnOffset(moment, locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
}

/** « 21 nov. 2026 » */
export function shortDay(moment: Moment, locale: Locale): string {
  return inOwnOffset(moment, locale, { day: 'numeric', month: 'short', year: 'numeric' });
}

/** « 18:19 » */
export function hour(moment: Moment, locale: Locale): string {
  return inOwnOffset(moment, locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}

/** « 21 novembre 2026, 18:19:03 (UTC+1) »: date and hour in one zone, and which (evidence.md § G.11). */
export function fullMoment(moment: Moment, locale: Locale): string {
  const day = inOwnOffset(moment, locale, { day: 'numeric', month: 'long', year: 'numeric' });
  const { time, offset } = localFields(moment);
  return `${day}, ${time} (${offset})`;
}

/** A calendar day « 2026-11-21 » as « sam. 21 nov. » */
export function calendarDay(day: string, locale: Locale, options?: Intl.DateTimeFormatOptions): string {
  const chosen = options ?? { weekday: 'short', day: 'numeric', month: 'short' };
  return dateFormat(locale, chosen).format(Date.parse(`${day}T12:00:00Z`));
}

/** « 1,4 Mo »: decimal units, as the upload forms of the sites say them. */
export function size(bytes: number, locale: Locale): string {
  const units = locale === 'fr' ? ['octets', 'ko', 'Mo', 'Go'] : ['bytes', 'kB', 'MB', 'GB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const shown = numberFormat(locale, value < 10 && unit > 0 ? 1 : 0);
  return `${shown.format(value)}\u00a0${units[unit]}`;
}
