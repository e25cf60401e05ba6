/** How attempts are spread over time: distinct days, 7-day periods counted from the first one, silences. Never ISO weeks. */
import type { Spread } from './checklist-types';
import { dayOf } from './days';

const DAY = 86_400_000;

export interface Silence {
  /** Last day with an attempt before it, and first day with one after it. */
  readonly from: string;
  readonly to: string;
  /** Calendar days between the two. */
  readonly days: number;
}

export interface SpreadMeasure {
  readonly attempts: number;
  readonly first: string | null;
  readonly last: string | null;
  /** Calendar days from the first to the last: 0 when all are on one day. */
  readonly spanDays: number;
  /** Days with at least one attempt, in order, with how many. */
  readonly days: readonly { readonly day: string; readonly attempts: number }[];
  /**
   * 7-day periods with at least one attempt. The first period begins on the day of the first attempt: 13 and 18
   * September 2019 are in the same one, though they are in two ISO weeks (CE, 10 June 2020, n° 435594).
   */
  readonly periods: number;
  /** The longest run of such periods that follow one another. */
  readonly successivePeriods: number;
  /** Silences of more than 7 days between two days with attempts, in order. */
  readonly silences: readonly Silence[];
  readonly longestSilence: number;
}

const number = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / DAY);

/**
 * Measures attempts.
 * @param instants milliseconds since the Unix epoch, in any order
 * @param zone where the days are counted
 */
export function measureSpread(instants: readonly number[], zone: string): SpreadMeasure {
  return measureDays(instants.map((instant) => dayOf(instant, zone)));
}

/** The same from the day of each attempt, `YYYY-MM-DD`. */
export function measureDays(attempts: readonly string[]): SpreadMeasure {
  const perDay = new Map<string, number>();
  for (const day of attempts) perDay.set(day, (perDay.get(day) ?? 0) + 1);
  const days = [...perDay]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([day, attempts]) => ({ day, attempts }));
  const first = days[0]?.day ?? null;
  const last = days.at(-1)?.day ?? null;
  const start = first === null ? 0 : number(first);
  const periods = [...new Set(days.map(({ day }) => Math.floor((number(day) - start) / 7)))];
  const steps = days.slice(1).map(({ day }, index): Silence => {
    const from = days[index]?.day ?? day;
    return { from, to: day, days: number(day) - number(from) };
  });
  return {
    attempts: attempts.length,
    first,
    last,
    spanDays: last === null ? 0 : number(last) - start,
    days,
    periods: periods.length,
    successivePeriods: longestRun(periods),
    silences: steps.filter((silence) => silence.days > 7),
    longestSilence: Math.max(0, ...steps.map((silence) => silence.days)),
  };
}

/** @param numbers in rising order */
function longestRun(numbers: readonly number[]): number {
  let longest = 0;
  let run = 0;
  for (const [index, one] of numbers.entries()) {
    run = index > 0 && numbers[index - 1] === one - 1 ? run + 1 : 1;
    longest = Math.max(longest, run);
  }
  return longest;
}

/** Whether all the marks are reached. They are « repère pratique »: the judges look at each file. */
export function reaches(measure: SpreadMeasure, marks: Spread): boolean {
  return (
    measure.attempts >= marks.attempts &&
    measure.days.length >= marks.days &&
    measure.spanDays >= marks.spanDays &&
    measure.successivePeriods >= marks.successivePeriods
  );
}
