/** One free text to write in the journal: a note, or why an optional step is skipped. */
import { useState } from 'preact/hooks';
import { MAX_TEXT } from '@/lib/domain/entry';
import { errorSentence } from '../entry/describe';
import { useSpeech } from '../text';
import { Field } from '../ui/Field';
import { SaveOrCancel } from '../ui/SaveOrCancel';

export interface TextFormProps {
  readonly label: string;
  readonly hint: string;
  /** Words that are there from the start, for the person to keep or change. */
  readonly initial?: string;
  readonly busy: boolean;
  readonly error: string | null;
  readonly onSubmit: (text: string) => void;
  readonly onCancel: () => void;
}

export function TextForm({ label, hint, initial = '', busy, error, onSubmit, onCancel }: TextFormProps) {
  const speech = useSpeech();
  const { t } = speech;
  const [text, setText] = useState(initial);
  const [asked, setAsked] = useState(false);
  const missing = asked && text.trim() === '' ? t('common.required') : null;
  return (
    <form
      class="stack"
      data-form="text"
      onSubmit={(event) => {
        event.preventDefault();
        if (busy) return;
        setAsked(true);
        if (text.trim() !== '') onSubmit(text.trim());
      }}
    >
      <Field label={label} hint={hint} error={missing ?? (error ? errorSentence(error, speech) : null)}>
        {(ids) => (
          <textarea
            {...ids}
            value={text}
            maxLength={MAX_TEXT}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        )}
      </Field>
      <SaveOrCancel busy={busy} onCancel={onCancel} />
    </form>
  );
}
