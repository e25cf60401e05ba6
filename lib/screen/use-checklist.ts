/** The checklist of a dossier, computed from its entries each time they change. */
import { useMemo } from 'preact/hooks';
import { computeChecklist } from '@/lib/domain/checklist';
import type { ChecklistView, Predicate, Track } from '@/lib/domain/checklist-types';
import type { DossierSummary, StoredEntry } from '@/lib/journal/types';
import { trackOf } from '@/lib/protocols';

export interface ChecklistAccess {
  readonly view: ChecklistView | null;
  /** Day of the track's legal content; shown with it (domain.md § 4.3). */
  readonly legalDate: string | undefined;
  readonly legalWaits: readonly string[];
  /** Steps and parts that the person may set aside with a reason. */
  readonly skippable: readonly string[];
}

const NOTHING: ChecklistAccess = { view: null, legalDate: undefined, legalWaits: [], skippable: [] };

/** Whether a predicate also holds once its own part was set aside. */
function countsSkip(predicate: Predicate, id: string): boolean {
  if (predicate.is === 'skipped') return predicate.step === id;
  return (predicate.is === 'any' || predicate.is === 'all') && predicate.of.some((one) => countsSkip(one, id));
}

/** The optional steps that are the person's to do, and the parts whose table counts a skip. */
function skippableOf(track: Track): string[] {
  const steps = track.steps.filter((step) => !step.mandatory && step.done.is !== 'answer').map((step) => step.id);
  const parts = track.steps.flatMap((step) => step.parts ?? []).filter((part) => countsSkip(part.done, part.id));
  return [...steps, ...parts.map((part) => part.id)];
}

export function useChecklist(dossier: DossierSummary | null, entries: readonly StoredEntry[] | null): ChecklistAccess {
  const track = dossier ? trackOf(dossier.track) : null;
  return useMemo(() => {
    if (!track || !entries) return NOTHING;
    const readable = entries.flatMap(({ entry }) => (entry ? [entry] : []));
    return {
      view: computeChecklist(track, readable, { now: Date.now() }),
      legalDate: track.contentDate,
      legalWaits: track.steps.filter((step) => step.wait?.legal).map((step) => step.id),
      skippable: skippableOf(track),
    };
  }, [track, entries]);
}
