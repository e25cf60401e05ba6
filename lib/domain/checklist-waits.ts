/** Days that waits and marks lead to: on the calendar, in working days, in months; and the waits that somebody set otherwise. */
import type { Wait } from './checklist-types';
import { addDays, dayOf, instantOfLocal } from './days';
import { addMonths } from './triage';

const DAY = 86_400_000;

/** A wait that somebody changed in the options, by the id of its step or mark. */
export type WaitChanges = Readonly<Record<string, { readonly days: number; readonly urgentDays: number }>>;

/** The wait to apply. What a text gives is nobody's to change. */
export function waitOf(id: string, wait: Wait, changes: WaitChanges | undefined): Wait {
  const change = changes && Object.hasOwn(changes, id) ? changes[id] : undefined;
  return change && !wait.legal ? { ...wait, days: change.days, urgentDays: change.urgentDays } : wait;
}

/**
 * The instant at which a wait ends: the same hour of the clock, that many days later in that zone.
 * @param from milliseconds since the Unix epoch
 */
export function waitEnd(from: number, wait: Wait, urgent: boolean, zone: string): number {
  const count = urgent ? wait.urgentDays : wait.days;
  if (wait.unit === undefined || wait.unit === 'days') return addDays(from, count, zone);
  const day = dayOf(from, zone);
  const end = wait.unit === 'months' ? addMonths(day, count) : addWorkingDays(day, count);
  const days = Math.round((Date.parse(`${end}T00:00:00Z`) - Date.parse(`${day}T00:00:00Z`)) / DAY);
  return addDays(from, days, zone);
}

/**
 * « Jours ouvrés »: Monday to Friday, without the public holidays of the mainland (Code du travail, L. 3133-1). Alsace,
 * Moselle and the overseas departments have a few more: the day is then a little early, never late.
 * @param day `YYYY-MM-DD`
 */
export function addWorkingDays(day: string, count: number): string {
  let at = Date.parse(`${day}T00:00:00Z`);
  for (let left = count; left > 0; ) {
    at += DAY;
    if (isWorkingDay(at)) left -= 1;
  }
  return new Date(at).toISOString().slice(0, 10);
}

const FIXED_HOLIDAYS = new Set(['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25']);

function isWorkingDay(at: number): boolean {
  const date = new Date(at);
  const weekDay = date.getUTCDay();
  if (weekDay === 0 || weekDay === 6 || FIXED_HOLIDAYS.has(date.toISOString().slice(5, 10))) return false;
  const afterEaster = Math.round((at - easterOf(date.getUTCFullYear())) / DAY);
  return afterEaster !== 1 && afterEaster !== 39 && afterEaster !== 50; // Easter Monday, Ascension, Whit Monday
}

/** Easter Sunday of a Gregorian year (Meeus, Jones and Butcher), as UTC midnight. */
function easterOf(year: number): number {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const skipped = Math.floor(century / 4);
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const moon = (19 * golden + century - skipped - moonShift + 15) % 30;
  const sunday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - moon - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * moon + 22 * sunday) / 451);
  const month = Math.floor((moon + sunday - 7 * late + 114) / 31);
  const date = ((moon + sunday - 7 * late + 114) % 31) + 1;
  return Date.UTC(year, month - 1, date);
}

/** Noon of a day in a zone: the instant that stands for the whole day. */
export function noonOf(day: string, zone: string): number {
  const noon = instantOfLocal(day, '12:00', zone);
  if (noon === null) throw new RangeError(`not a day: ${day}`); // the entry's schema lets no such day in
  return noon;
}
