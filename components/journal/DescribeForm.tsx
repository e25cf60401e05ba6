/** « What does this page show? »: a sentence chosen among the usual blockages, the person's own words, or both. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { MAX_TEXT } from '@/lib/domain/entry';
import { errorSentence } from '../entry/describe';
import { useSpeech } from '../text';
import { Field } from '../ui/Field';
import { SaveOrCancel } from '../ui/SaveOrCancel';

/** Blockages of domain.md § 2.5 as a person says them, the most frequent first. `other` says nothing without words. */
export const SHOWN = [
  'error',
  'login',
  'account',
  'ground',
  'files',
  'slot',
  'down',
  'refused',
  'message',
  'other',
] as const;
export type Shown = (typeof SHOWN)[number];

export interface DescribeFormProps {
  readonly busy: boolean;
  readonly error: string | null;
  /** What the person says, as it will stand in the journal. */
  readonly onSubmit: (text: string) => void;
  readonly onCancel: () => void;
}

/** The chosen sentence, then the words. */
export function saidOf(sentence: string, words: string): string {
  return [sentence, words.trim()]
    .filter((part) => part !== '')
    .join(' ')
    .slice(0, MAX_TEXT);
}

/** The usual blockages in one list: a person who reads little finds theirs. */
function Choice({ value, onChange }: { readonly value: Shown | ''; readonly onChange: (shown: Shown | '') => void }) {
  const { t } = useSpeech();
  const holder = useRef<HTMLDivElement>(null);
  // The form comes where a button was: the keyboard goes on from there.
  useEffect(() => holder.current?.querySelector('select')?.focus(), []);
  return (
    <div ref={holder}>
      <Field label={t('shows.choice')}>
        {(ids) => (
          <select {...ids} value={value} onChange={(event) => onChange(event.currentTarget.value as Shown | '')}>
            <option value="">{t('shows.choose')}</option>
            {SHOWN.map((one) => (
              <option key={one} value={one}>
                {t(`shows.is.${one}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
    </div>
  );
}

export function DescribeForm({ busy, error, onSubmit, onCancel }: DescribeFormProps) {
  const speech = useSpeech();
  const { t } = speech;
  const [shown, setShown] = useState<Shown | ''>('');
  const [words, setWords] = useState('');
  const [asked, setAsked] = useState(false);
  const text = saidOf(shown === '' || shown === 'other' ? '' : t(`shows.is.${shown}`), words);
  const submit = (event: Event): void => {
    event.preventDefault();
    if (busy) return;
    setAsked(true);
    if (text !== '') onSubmit(text);
  };
  const missing = asked && text === '' ? t('shows.required') : null;
  return (
    <form class="stack" data-form="describe" onSubmit={submit}>
      <Choice value={shown} onChange={setShown} />
      <Field
        label={t('shows.words')}
        hint={t('shows.hint')}
        error={missing ?? (error ? errorSentence(error, speech) : null)}
      >
        {(ids) => (
          <textarea
            {...ids}
            value={words}
            maxLength={MAX_TEXT}
            onInput={(event) => setWords(event.currentTarget.value)}
          />
        )}
      </Field>
      <SaveOrCancel busy={busy} onCancel={onCancel} />
    </form>
  );
}
