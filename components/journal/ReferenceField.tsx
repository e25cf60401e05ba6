/** The reference of an exchange: what pages showed is proposed, what looks like a typing slip is said, nothing is filled in or refused. */
import { displayNumber } from '@/lib/domain/entry';
import { requestNumberHint } from '@/lib/domain/request-number';
import { checkTracking } from '@/lib/domain/tracking';
import { calendarDay } from '../format';
import { type Speech, useSpeech } from '../text';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';

/** A number that a page of the dossier showed. */
export interface ReadValue {
  readonly value: string;
  /** Entry on which it was read. */
  readonly seq: number;
  /** What it is, by its name in the tables (`dossierNumber`). */
  readonly name: string;
}

export interface ReferenceFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly read: readonly ReadValue[];
  readonly today: string;
  /** The number of a letter: its form is looked at. */
  readonly letter: boolean;
  readonly onChange: (value: string) => void;
}

/** What to look at again in a letter's number: said, never refused. */
export function trackingSentences(typed: string, { t }: Speech): string[] {
  if (typed.trim() === '') return [];
  const { key, format, instead } = checkTracking(typed);
  const said = format === null || format === 'other' ? t('follow.tracking.unknown') : t(`follow.tracking.${key}`);
  return instead === null ? [said] : [said, t('follow.tracking.instead', { number: instead })];
}

function requestSentences(typed: string, today: string, { t, locale }: Speech): string[] {
  const hint = requestNumberHint(typed, today);
  if (!hint) return [];
  if (hint.is === 'length') return [t('follow.request.length', { digits: hint.digits })];
  if (hint.is === 'no-day') return [t('follow.request.no-day')];
  const date = calendarDay(hint.day, locale, { day: 'numeric', month: 'long', year: 'numeric' });
  return [t('follow.request.day', { date })];
}

export function ReferenceField(props: ReferenceFieldProps) {
  const speech = useSpeech();
  const { value, letter, today } = props;
  const said = letter ? trackingSentences(value, speech) : requestSentences(value, today, speech);
  return (
    <div class="stack">
      <Field label={props.label} hint={props.hint}>
        {(ids) => (
          <input
            {...ids}
            value={value}
            maxLength={200}
            autocomplete="off"
            onInput={(event) => props.onChange(event.currentTarget.value)}
          />
        )}
      </Field>
      <div role="status" class="small" data-look-again>
        {said.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      <ReadValues read={props.read} onUse={props.onChange} />
    </div>
  );
}

export interface ReadValuesProps {
  readonly read: readonly ReadValue[];
  readonly onUse: (value: string) => void;
}

/** « Utiliser … (lu sur P-0007) »: proposed, taken over by a click only. */
export function ReadValues({ read, onUse }: ReadValuesProps) {
  const { t, labels } = useSpeech();
  if (read.length === 0) return null;
  return (
    <ul class="read-values" aria-label={t('follow.read.title')}>
      {read.map(({ value, seq, name }) => (
        <li key={`${name} ${value}`}>
          <Button kind="quiet" name="use-read" onClick={() => onUse(value)}>
            {t('follow.read.use', { value, name: labels.extracted(name), number: displayNumber(seq) })}
          </Button>
        </li>
      ))}
    </ul>
  );
}
