/** What the timeline computes from the entries: filter, pages, days, clock set back. Pure. */
import type { Entry } from '@/lib/domain/entry';
import { localFields } from '@/lib/domain/moment';
import { removals } from '@/lib/domain/removals';
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
  return new Map([...removals(entries)].map(([seq, { by }]) => [seq, by]));
}
