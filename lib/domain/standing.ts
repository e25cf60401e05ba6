/** Where a dossier stands in its track: what the home page says, computed. Facts and marks, never a verdict (domain.md § 4.3). */
import { type ChecklistOptions, computeChecklist, isStale } from './checklist';
import { readComplements } from './checklist-complement';
import type { ChecklistView, Track } from './checklist-types';
import type { Entry, Stop } from './entry';
import { readTriage, stopReasons, type Triage, type UrgencyReason, urgencyReasons, zoneOfDepartment } from './triage';

/** Why no step is proposed now. */
export type Rest = 'waiting' | 'answered' | 'nothing' | 'skipped';

/** The two ways in to the solution de substitution (domain.md § 3.5); one is enough. */
export type SubstitutionKey = 'prefecture' | 'ccc';

export interface Standing {
  readonly view: ChecklistView;
  readonly triage: Triage;
  readonly urgency: readonly UrgencyReason[];
  readonly stops: readonly Stop[];
  /** « informations peut-être dépassées » */
  readonly stale: boolean;
  /** Null while a step is proposed. */
  readonly rest: Rest | null;
  /** What the journal holds no proof of; empty as soon as one key is there, and in tracks without them. */
  readonly missingKeys: readonly SubstitutionKey[];
  /** The first of the waits that run, UTC; null when none does. */
  readonly waitUntil: string | null;
  /** The IANA zone in which the days are counted. */
  readonly zone: string;
}

/** @param entries the dossier's readable entries, in any order */
export function standingOf(track: Track, entries: readonly Entry[], options: ChecklistOptions): Standing {
  const triage = readTriage(entries);
  const zone = options.zone ?? zoneOfDepartment(triage.department);
  const open = readComplements(entries).flatMap((one) => (one.deadline && !one.sent ? [one.deadline] : []));
  const view = computeChecklist(track, entries, options);
  const { invitedByPrefecture, attestedByCcc } = view.substitution;
  const hasKey = invitedByPrefecture !== null || attestedByCcc !== null;
  const waits = view.steps.flatMap((step) => step.waitUntil ?? []);
  return {
    view,
    triage,
    urgency: urgencyReasons(triage, open, { now: options.now, zone }),
    stops: stopReasons(triage, { now: options.now, zone }),
    stale: isStale(track.contentDate, options.now),
    rest: restOf(view),
    missingKeys: track.substitution && !hasKey ? ['prefecture', 'ccc'] : [],
    waitUntil: waits.toSorted()[0] ?? null,
    zone,
  };
}

/** Why the checklist proposes nothing; null when it proposes a step. */
export function restOf(view: ChecklistView): Rest | null {
  if (view.next !== null) return null;
  // A letter that has just left is to be waited for, even when nothing else is missing.
  if (view.steps.some((step) => step.state === 'waiting')) return 'waiting';
  if (view.missing.length === 0) return 'nothing';
  return view.steps.some((step) => step.state === 'answered') ? 'answered' : 'skipped';
}
