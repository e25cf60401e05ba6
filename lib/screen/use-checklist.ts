/** The checklist of a dossier, computed from its entries each time they change. */
import { useMemo } from 'preact/hooks';
import { computeChecklist } from '@/lib/domain/checklist';
import type { ChecklistView } from '@/lib/domain/checklist-types';
import type { DossierSummary, StoredEntry } from '@/lib/journal/types';
import { trackOf } from '@/lib/protocols';

export interface ChecklistAccess {
  readonly view: ChecklistView | null;
  /** Day of the track's legal content; shown with it (domain.md § 4.3). */
  readonly legalDate: string | undefined;
  readonly legalWaits: readonly string[];
}

export function useChecklist(dossier: DossierSummary | null, entries: readonly StoredEntry[] | null): ChecklistAccess {
  const track = dossier ? trackOf(dossier.track) : null;
  return useMemo(() => {
    if (!track || !entries) return { view: null, legalDate: undefined, legalWaits: [] };
    const readable = entries.flatMap(({ entry }) => (entry ? [entry] : []));
    return {
      view: computeChecklist(track, readable, { now: Date.now() }),
      legalDate: track.contentDate,
      legalWaits: track.steps.filter((step) => step.wait?.legal).map((step) => step.id),
    };
  }, [track, entries]);
}
