/** Wires « Ma situation »: what the journal says already, and the one entry that says what is new. */
import { useState } from 'preact/hooks';
import { SituationScreen } from '@/components/situation/SituationScreen';
import type { SituationChange } from '@/components/situation/situation-model';
import { useSpeech } from '@/components/text';
import { displayNumber } from '@/lib/domain/entry';
import { readTriage } from '@/lib/domain/triage';
import { DEPARTMENTS } from '@/lib/prefectures/table';
import { codeOf } from './failure';
import type { Open } from './journal-parts';
import { readableOf } from './read-values';
import { writeTriage } from './write';

export function SituationPart({ journal, active, entries }: Open) {
  const { t, labels } = useSpeech();
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const triage = readTriage(readableOf(entries));
  const save = (change: SituationChange): void => {
    setBusy(true);
    setError(null);
    setSaid(null);
    writeTriage(journal, active.id, change)
      .then(
        (seq) => {
          const number = displayNumber(seq);
          setSaid(
            change.track
              ? t('situation.saved-track', { number, track: labels.track(change.track) })
              : t('situation.saved', { number }),
          );
        },
        (cause) => setError(codeOf(cause, 'storage-unavailable')),
      )
      .finally(() => setBusy(false));
  };
  return (
    <SituationScreen
      // Another dossier is another form.
      key={active.id}
      triage={triage}
      departments={DEPARTMENTS}
      busy={busy}
      said={said}
      error={error}
      onSave={save}
      onNothing={() => setSaid(t('situation.nothing-new'))}
    />
  );
}
