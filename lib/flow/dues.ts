/** Whether a day of the active dossier is here or past: computed from its lines, never stored. What is kept between two calls only saves reading, and goes with the worker. */
import { dayOf } from '@/lib/domain/days';
import type { Entry } from '@/lib/domain/entry';
import { readTriage, zoneOfDepartment } from '@/lib/domain/triage';
import type { DossierSummary } from '@/lib/journal/types';
import type { Settings } from '@/lib/platform/settings';
import { dossierDues, duesBy } from '@/lib/protocols/dues';
import { appJournal } from './open-journal';

interface Known {
  readonly dossier: string;
  /** Lines that a day may rest on: attempts are many and none does. */
  readonly entries: readonly Entry[];
  readonly read: number;
}

let known: Known = { dossier: '', entries: [], read: 0 };
// Readings follow one another: two at once would each keep the same lines.
let queue: Promise<unknown> = Promise.resolve();

async function readMore({ id, entries: count }: DossierSummary): Promise<readonly Entry[]> {
  if (known.dossier !== id) known = { dossier: id, entries: [], read: 0 };
  if (known.read >= count) return known.entries;
  const journal = await appJournal();
  const more: Entry[] = [];
  let { read } = known;
  for await (const { seq, entry } of journal.read(id, read + 1)) {
    read = seq;
    if (entry && entry.kind !== 'attempt' && entry.kind !== 'capture-failed') more.push(entry);
  }
  known = { dossier: id, entries: [...known.entries, ...more], read };
  return known.entries;
}

/** @param now milliseconds since the Unix epoch */
export async function hasDueNow(
  dossier: DossierSummary | null,
  waits: Settings['waits'],
  now: number = Date.now(),
): Promise<boolean> {
  if (!dossier) return false;
  const turn = queue.then(() => readMore(dossier));
  // The next one reads again whatever happened to this one, whose failure its own caller hears.
  queue = turn.catch(() => undefined);
  const entries = await turn;
  const today = dayOf(now, zoneOfDepartment(readTriage(entries).department));
  return duesBy(dossierDues(entries, { now, waits }), today).length > 0;
}
