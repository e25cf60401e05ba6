/** Days and hours between the screens and the journal: what a person types is Paris time, what is stored is an instant. */
import { calendarDay } from '@/components/format';
import { dayOf, instantOfLocal } from '@/lib/domain/days';
import { AppError } from '@/lib/domain/errors';
import { type Moment, momentAt } from '@/lib/domain/moment';
import type { Locale } from '@/lib/locales';

/** Hour written for an exchange whose hour the person does not know; `precision: 'day'` says that it means nothing. */
const NOON = '12:00';

/** Today in Paris, `YYYY-MM-DD`. */
export function today(now: number = Date.now()): string {
  return dayOf(now);
}

/** « 3 avril 2026 » */
export function longDate(day: string, locale: Locale): string {
  return calendarDay(day, locale, { day: 'numeric', month: 'long', year: 'numeric' });
}

/**
 * The moment that a person declares.
 * @param time `HH:MM`, or '' when only the day is known
 * @throws AppError entry-invalid for a date that does not exist
 */
export function declared(day: string, time: string): { on: Moment; precision: 'day' | 'minute' } {
  const instant = instantOfLocal(day, time || NOON);
  if (instant === null) throw new AppError('entry-invalid', { detail: `${day} ${time}` });
  return { on: momentAt(instant), precision: time ? 'minute' : 'day' };
}
