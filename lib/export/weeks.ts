/** The week strip: how many attempts each day, week by week, so that spread over time is seen at a glance. */
import { localFields } from '@/lib/domain/moment';
import type { Described } from './describe';

export interface Week {
  /** Date of its Monday, `2026-11-16`. */
  readonly monday: string;
  /** Lines of each day, Monday first. */
  readonly days: readonly number[];
  readonly total: number;
}

export interface Weeks {
  readonly weeks: readonly Week[];
  /** Empty weeks were left out, because the strip would be too long. */
  readonly skipped: boolean;
  /** Days with at least one line. */
  readonly activeDays: number;
}

const COUNTED = new Set<Described['kind']>(['attempt', 'capture', 'capture-failed']);
const DAY = 86_400_000;
/** Beyond this (about fourteen months), empty weeks are left out. */
const MAX_WEEKS = 60;

function mondayOf(date: string): number {
  const day = Date.parse(`${date}T00:00:00Z`);
  return day - ((new Date(day).getUTCDay() + 6) % 7) * DAY;
}

/** Counts attempts, captures and impossible captures by day, in the day's own zone. */
export function weeksOf(lines: readonly Described[]): Weeks {
  const perDay = new Map<string, number>();
  for (const line of lines) {
    if (!COUNTED.has(line.kind)) continue;
    const { date } = localFields(line.at);
    perDay.set(date, (perDay.get(date) ?? 0) + 1);
  }
  const perWeek = new Map<number, number[]>();
  for (const [date, count] of perDay) {
    const monday = mondayOf(date);
    const days = perWeek.get(monday) ?? [0, 0, 0, 0, 0, 0, 0];
    days[Math.round((Date.parse(`${date}T00:00:00Z`) - monday) / DAY)] = count;
    perWeek.set(monday, days);
  }
  const mondays = [...perWeek.keys()].sort((a, b) => a - b);
  const span = mondays.length ? Math.round(((mondays.at(-1) ?? 0) - (mondays[0] ?? 0)) / (7 * DAY)) + 1 : 0;
  const skipped = span > MAX_WEEKS;
  const shown = skipped ? mondays : Array.from({ length: span }, (_, index) => (mondays[0] ?? 0) + index * 7 * DAY);
  const weeks = shown.map((monday) => {
    const days = perWeek.get(monday) ?? [0, 0, 0, 0, 0, 0, 0];
    return {
      monday: new Date(monday).toISOString().slice(0, 10),
      days,
      total: days.reduce((sum, day) => sum + day, 0),
    };
  });
  return { weeks, skipped, activeDays: perDay.size };
}
