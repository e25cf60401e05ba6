/** Where things stand in the gauge's picture, in percent of its width. Pure. */
import { daysBetween } from '@/lib/domain/days';
import type { Gauge } from '@/lib/domain/gauge';

const DAY_MS = 86_400_000;
const noon = (day: string): number => Date.parse(`${day}T12:00:00Z`);

export interface Dot {
  readonly day: string;
  readonly count: number;
  readonly at: number;
}
export interface Band {
  readonly from: string;
  readonly to: string;
  readonly days: number;
  readonly at: number;
  readonly width: number;
}
export interface TimeLine {
  readonly first: string;
  readonly last: string;
  readonly captures: readonly Dot[];
  readonly contacts: readonly Dot[];
  readonly silences: readonly Band[];
}

/** Captures, sendings and silences from the first day to the last; null while there is nothing to draw. */
export function timeLine(gauge: Gauge): TimeLine | null {
  const { captures } = gauge;
  const sent = new Map<string, number>();
  for (const contact of gauge.contacts) for (const day of contact.days) sent.set(day, (sent.get(day) ?? 0) + 1);
  const days = [...captures.days.map(({ day }) => day), ...sent.keys()].toSorted();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return null;
  const whole = Math.max(1, daysBetween(noon(first), noon(last), 'UTC'));
  const at = (day: string): number => (((noon(day) - noon(first)) / DAY_MS) * 100) / whole;
  return {
    first,
    last,
    captures: captures.days.map(({ day, attempts }) => ({ day, count: attempts, at: at(day) })),
    contacts: [...sent]
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([day, count]) => ({ day, count, at: at(day) })),
    silences: captures.silences.map(({ from, to, days: length }) => ({
      from,
      to,
      days: length,
      at: at(from),
      width: at(to) - at(from),
    })),
  };
}

/**
 * Places figures on one line by ratio, as nearness is measured (lib/domain/gauge-compare.ts): 4 and 8 are as far apart
 * as 114 and 228. The outer ones stand a little inside.
 */
export function onScale(values: readonly number[]): readonly number[] {
  const logs = values.map((value) => Math.log(value + 1));
  const [low, high] = [Math.min(...logs), Math.max(...logs)];
  return logs.map((log) => (high === low ? 50 : 6 + ((log - low) / (high - low)) * 88));
}
