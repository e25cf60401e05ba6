/** The checklist of a dossier and where it stands, computed from its entries each time they change. */
import { useMemo } from 'preact/hooks';
import type { ChecklistView, Predicate, Track } from '@/lib/domain/checklist-types';
import type { WaitChanges } from '@/lib/domain/checklist-waits';
import { type Standing, standingOf } from '@/lib/domain/standing';
import { readTriage } from '@/lib/domain/triage';
import type { DossierSummary, StoredEntry } from '@/lib/journal/types';
import { trackOf } from '@/lib/protocols';
import { readableOf } from './read-values';

export interface ChecklistAccess {
  readonly view: ChecklistView | null;
  /** The track that the person last chose; null before the first reading, or for one of a later version. */
  readonly track: Track | null;
  readonly standing: Standing | null;
  /** Day of the track's legal content; shown with it (domain.md § 4.3). */
  readonly legalDate: string | undefined;
  readonly legalWaits: readonly string[];
  /** Steps and parts that the person may set aside with a reason. */
  readonly skippable: readonly string[];
  /** What the options changed. */
  readonly waits: WaitChanges;
}

const NOTHING: Omit<ChecklistAccess, 'waits'> = {
  view: null,
  track: null,
  standing: null,
  legalDate: undefined,
  legalWaits: [],
  skippable: [],
};

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

/** @param waits practical waits that the options changed */
export function useChecklist(
  dossier: DossierSummary | null,
  entries: readonly StoredEntry[] | null,
  waits: WaitChanges,
): ChecklistAccess {
  return useMemo(() => {
    if (!dossier || !entries) return { ...NOTHING, waits };
    const readable = readableOf(entries);
    const track = trackOf(readTriage(readable).track ?? dossier.track);
    if (!track) return { ...NOTHING, waits };
    const standing = standingOf(track, readable, { now: Date.now(), waits });
    return {
      view: standing.view,
      track,
      standing,
      legalDate: track.contentDate,
      legalWaits: track.steps.filter((step) => step.wait?.legal).map((step) => step.id),
      skippable: skippableOf(track),
      waits,
    };
  }, [dossier, entries, waits]);
}
