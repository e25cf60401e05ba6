/** The days of a dossier whatever its tracks: those of the track that it follows, and its complement requests even after a change of track. */
import type { ChecklistOptions } from '@/lib/domain/checklist';
import type { Entry } from '@/lib/domain/entry';
import { type Due, dueDates } from '@/lib/domain/reminders';
import { readTriage } from '@/lib/domain/triage';
import { COMPLEMENT } from './complement/table';
import { trackOf } from './index';

/** A day, with the track in which its step stands. */
export interface TrackDue extends Due {
  readonly track: string;
}

/**
 * Every day of a dossier, the earliest first: what is past comes before what is to come.
 * @param entries the dossier's readable entries, in any order
 */
export function dossierDues(entries: readonly Entry[], options: ChecklistOptions): readonly TrackDue[] {
  const followed = trackOf(readTriage(entries).track ?? '');
  const own = followed ? dueDates(followed, entries, options).map((due) => ({ ...due, track: followed.id })) : [];
  if (followed === COMPLEMENT || !entries.some((entry) => entry.kind === 'complement')) return own;
  // What the administration asked for does not end because the person follows another track.
  const asked = dueDates(COMPLEMENT, entries, options)
    .filter((due) => due.kind === 'deadline' || due.kind === 'before')
    .map((due) => ({ ...due, track: COMPLEMENT.id }));
  return [...own, ...asked].toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));
}

/** Today's, and those that are past. @param today in the dossier's zone, `YYYY-MM-DD` */
export function duesBy(dues: readonly TrackDue[], today: string): readonly TrackDue[] {
  return dues.filter((due) => due.on <= today);
}
