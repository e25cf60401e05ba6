/** A new dossier in seconds: an alias, one button. */
import { useState } from 'preact/hooks';
import { useSpeech } from '../text';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';

/** Longest alias, as in lib/domain/entry.ts. */
export const MAX_ALIAS = 60;

export function NewDossierForm({
  onCreate,
  initial = '',
}: {
  readonly onCreate: (alias: string) => void;
  readonly initial?: string;
}) {
  const { t } = useSpeech();
  const [alias, setAlias] = useState(initial);
  const [asked, setAsked] = useState(false);
  const missing = asked && alias.trim() === '';
  return (
    <form
      class="stack"
      data-form="new-dossier"
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (alias.trim() !== '') onCreate(alias.trim());
      }}
    >
      <Field
        label={t('dossier.alias')}
        hint={t('dossier.alias-hint')}
        error={missing ? t('dossier.alias-missing') : null}
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
      <Button type="submit" kind="primary" name="create-dossier">
        {t('dossier.create')}
      </Button>
    </form>
  );
}
