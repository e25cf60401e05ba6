/** What the timeline computes from the entries: filter, pages, days, clock set back, week strip. Pure. */
import type { Entry } from '@/lib/domain/entry';
import { localFields } from '@/lib/domain/moment';
import type { StoredEntry } from '@/lib/journal/types';
import { type Filter, passes } from '../entry/kinds';

/** Entries drawn at once; the next ones come by a button. */
export const PAGE_SIZE = 40;

export interface DayGroup {
  /** « 2026-11-21 » in the entry's own zone; '' for an entry that cannot be read. */
  readonly day: string;
  readonly entries: readonly StoredEntry[];
}

/** Newest first, filtered, cut to `shown`, grouped by day. @param entries in order, oldest first */
export function timelineDays(
  entries: readonly StoredEntry[],
  filter: Filter,
  shown: number,
): { days: DayGroup[]; total: number } {
  const kept = entries.filter((stored) => passes(stored.entry?.kind ?? null, filter)).reverse();
  const days: { day: string; entries: StoredEntry[] }[] = [];
  for (const stored of kept.slice(0, shown)) {
    const day = stored.entry ? localFields(stored.entry.at).date : '';
    const last = days.at(-1);
    if (last?.day === day) last.entries.push(stored);
    else days.push({ day, entries: [stored] });
  }
  return { days, total: kept.length };
}

/** Numbers of the entries dated before the one just before them: the device's clock was set back. */
export function clockSetBack(entries: readonly StoredEntry[]): Set<number> {
  const back = new Set<number>();
  let before: Entry | null = null;
  for (const { entry } of entries) {
    if (!entry) continue;
    if (before && Date.parse(entry.at.utc) < Date.parse(before.at.utc)) back.add(entry.seq);
    before = entry;
  }
  return back;
}

/** For each entry whose files were removed, the number of its tombstone. */
export function tombstones(entries: readonly StoredEntry[]): Map<number, number> {
  const found = new Map<number, number>();
  for (const { entry } of entries) if (entry?.kind === 'removed') found.set(entry.data.target, entry.seq);
  return found;
}

export interface StripDay {
  readonly day: string;
  readonly attempts: number;
  readonly future: boolean;
}
export interface Strip {
  /** Weeks of seven days, Monday first, oldest week first. */
  readonly weeks: readonly (readonly StripDay[])[];
  readonly attempts: number;
  readonly daysWith: number;
  readonly first: string | null;
  readonly last: string | null;
}

const DAY_MS = 86_400_000;
const isoDay = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

/** Day of an attempt: when it was seen, which may be before it was written. */
function attemptDay(entry: Entry): string | null {
  if (entry.kind === 'attempt') return localFields(entry.data.seenAt ?? entry.at).date;
  return null;
}

/**
 * Attempts of the last weeks, by day.
 * @param today calendar day « 2026-11-21 » in the person's zone
 */
export function weekStrip(entries: readonly StoredEntry[], today: string, weeks = 5): Strip {
  const counts = new Map<string, number>();
  for (const { entry } of entries) {
    const day = entry ? attemptDay(entry) : null;
    if (day) counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  const now = Date.parse(`${today}T00:00:00Z`);
  const monday = now - ((new Date(now).getUTCDay() + 6) % 7) * DAY_MS;
  const start = monday - (weeks - 1) * 7 * DAY_MS;
  const days = Array.from({ length: weeks * 7 }, (_, index): StripDay => {
    const instant = start + index * DAY_MS;
    return { day: isoDay(instant), attempts: counts.get(isoDay(instant)) ?? 0, future: instant > now };
  });
  const all = [...counts.keys()].sort();
  return {
    weeks: Array.from({ length: weeks }, (_, week) => days.slice(week * 7, week * 7 + 7)),
    attempts: [...counts.values()].reduce((sum, count) => sum + count, 0),
    daysWith: counts.size,
    first: all[0] ?? null,
    last: all.at(-1) ?? null,
  };
}
