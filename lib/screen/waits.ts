/** The waits that the options show: those of ours, of every track, each once. */
import type { WaitRow } from '@/components/settings/WaitsPanel';
import type { Wait } from '@/lib/domain/checklist-types';
import type { Locale } from '@/lib/locales';
import { DOSSIER_TRACKS } from '@/lib/protocols';
import { labelsIn } from './labels';

/** Steps and marks shared by several tracks (the CCC) have one id and one wait: they stand under the first. */
export function waitRows(locale: Locale): readonly WaitRow[] {
  const labels = labelsIn(locale);
  const rows = new Map<string, WaitRow>();
  for (const track of DOSSIER_TRACKS) {
    for (const step of track.steps) {
      const row = (id: string, { legal, days, urgentDays }: Wait): void => {
        // A mark that counts back from a day is not a wait.
        if (legal || days < 0 || rows.has(id)) return;
        rows.set(id, { id, track: track.id, label: labels.part(track.id, step.id, id), days, urgentDays });
      };
      if (step.wait) row(step.id, step.wait);
      for (const mark of step.marks ?? []) row(mark.id, mark);
    }
  }
  return [...rows.values()];
}
