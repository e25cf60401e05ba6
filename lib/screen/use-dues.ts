/** The days of a dossier, computed from its entries each time they change, and their calendar file. */
import { useMemo } from 'preact/hooks';
import type { WaitChanges } from '@/lib/domain/checklist-waits';
import { dayOf } from '@/lib/domain/days';
import { calendarFile } from '@/lib/domain/reminders-calendar';
import { readTriage, zoneOfDepartment } from '@/lib/domain/triage';
import type { StoredEntry } from '@/lib/journal/types';
import { dossierDues, type TrackDue } from '@/lib/protocols/dues';
import { readableOf } from './read-values';
import { saveAs } from './save-as';

export interface DuesAccess {
  readonly dues: readonly TrackDue[];
  /** In the dossier's zone, `YYYY-MM-DD`. */
  readonly today: string;
}

/** @param entries null before the first reading */
export function useDues(entries: readonly StoredEntry[] | null, waits: WaitChanges): DuesAccess {
  return useMemo(() => {
    const readable = readableOf(entries ?? []);
    const now = Date.now();
    const zone = zoneOfDepartment(readTriage(readable).department);
    return { dues: dossierDues(readable, { now, waits }), today: dayOf(now, zone) };
  }, [entries, waits]);
}

/** A request of the administration goes before our own marks this many days ahead. */
const DEADLINE_FIRST_DAYS = 7;

/** The one day to show where there is room for one: a request that presses, else the oldest; null when there is none. */
export function nextDue({ dues, today }: DuesAccess): TrackDue | null {
  const until = new Date(Date.parse(today) + DEADLINE_FIRST_DAYS * 86_400_000).toISOString().slice(0, 10);
  return dues.find((due) => due.kind === 'deadline' && due.on <= until) ?? dues[0] ?? null;
}

/** Gives the calendar file to the browser. Its name and its titles say nothing of the dossier. */
export function saveCalendar(
  { dues, today }: DuesAccess,
  dossier: string,
  words: { readonly title: string; readonly file: string },
): void {
  const text = calendarFile(dues, { now: Date.now(), today, dossier, title: words.title });
  saveAs(new Blob([text], { type: 'text/calendar' }), `${words.file}.ics`);
}
