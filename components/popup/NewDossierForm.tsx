/** A new dossier in seconds: an alias, what blocks, one button. */
import { useState } from 'preact/hooks';
import { hintedStarts, type StartChoice } from '@/lib/protocols/starts';
import { NOT_KNOWN, StartPicker, type StartValue } from '../situation/StartPicker';
import { useSpeech } from '../text';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';

/** Longest alias, as in lib/domain/entry.ts. */
export const MAX_ALIAS = 60;

export interface NewDossierProps {
  /** `start` null: the person does not know yet. */
  readonly onCreate: (alias: string, start: StartChoice | null) => void;
  readonly initial?: string;
  /** Blockages that the page being seen may show: all are proposed, the first is chosen until the person says otherwise. */
  readonly hints?: readonly string[];
}

export function NewDossierForm({ onCreate, initial = '', hints = [] }: NewDossierProps) {
  const { t } = useSpeech();
  const proposed = hintedStarts(hints);
  const [first] = proposed;
  const [alias, setAlias] = useState(initial);
  const [chosen, setChosen] = useState<StartValue | null>(null);
  const [asked, setAsked] = useState(false);
  // The page may be recognised after the form was drawn: until the person chooses, its proposal stands.
  const start = chosen ?? (first ? { family: 'proposed', choice: first } : NOT_KNOWN);
  const noAlias = alias.trim() === '';
  const noChoice = start.family !== 'unknown' && start.choice === null;
  return (
    <form
      class="stack"
      data-form="new-dossier"
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (!noAlias && !noChoice) onCreate(alias.trim(), start.choice);
      }}
    >
      <Field
        label={t('dossier.alias')}
        hint={t('dossier.alias-hint')}
        error={asked && noAlias ? t('dossier.alias-missing') : null}
      >
        {(ids) => (
          <input
            {...ids}
            value={alias}
            maxLength={MAX_ALIAS}
            autocomplete="off"
            spellcheck={false}
            onInput={(event) => setAlias(event.currentTarget.value)}
          />
        )}
      </Field>
      <StartPicker value={start} proposed={proposed} missing={asked && noChoice} onChange={setChosen} />
      <Button type="submit" kind="primary" name="create-dossier">
        {t('dossier.create')}
      </Button>
    </form>
  );
}
