/** One field of a letter: its label and plain explanation, the input that fits its kind, where its value comes from. */
import { TriangleAlert } from 'lucide-preact';
import { useId } from 'preact/hooks';
import type { Field as FieldSpec } from '@/lib/domain/letter-types';
import { FIELDS, type FieldId } from '@/lib/letters/fields';
import { choicesOf, fieldHelp, fieldLabel, reminderText } from '@/lib/letters/words';
import { trackingSentences } from '../journal/ReferenceField';
import { useSpeech } from '../text';
import { Choice, Field, type FieldIds } from '../ui/Field';
import { Icon } from '../ui/Icon';

/** More than any letter prints: a whole book pasted by mistake does not stop the page. */
const HARD_LIMIT = 5_000;

export interface LetterFieldProps {
  readonly id: FieldId;
  readonly value: string;
  /** Where the value comes from, in words; absent when the person typed it. */
  readonly source?: string | undefined;
  readonly error?: string | null;
  readonly onChange: (value: string) => void;
}

const INPUT_TYPES: Partial<Record<FieldSpec['kind'], string>> = {
  date: 'date',
  'date-time': 'datetime-local',
  time: 'time',
  email: 'email',
};

/** @param props.error what is wrong with the value, in the person's language */
export function LetterField(props: LetterFieldProps) {
  const { t } = useSpeech();
  const { id, value, source, onChange } = props;
  const spec: FieldSpec = FIELDS[id];
  if (spec.kind === 'tick')
    return (
      <div data-field={id}>
        <Choice
          checked={value === 'yes'}
          label={t(fieldLabel(id))}
          hint={t(fieldHelp(id))}
          onChange={(checked) => onChange(checked ? 'yes' : '')}
        />
      </div>
    );
  const hint = (
    <>
      {t(fieldHelp(id))}
      {source ? <span class="letter-source"> {source}</span> : null}
    </>
  );
  return (
    <div data-field={id} class="stack">
      {spec.sensitive ? <SensitiveNote /> : null}
      <Field label={t(fieldLabel(id))} hint={hint} error={props.error ?? null}>
        {(ids) => <Input {...props} spec={spec} ids={ids} />}
      </Field>
      {spec.kind === 'tracking' ? <LookAgain typed={value} /> : null}
    </div>
  );
}

/** The number of a registered letter, as the form of an exchange looks at it. */
function LookAgain({ typed }: { readonly typed: string }) {
  const speech = useSpeech();
  return (
    <div role="status" class="small" data-look-again>
      {trackingSentences(typed, speech).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  );
}

/** Said before the person types (domain.md § 7.4.7). */
function SensitiveNote() {
  const { t } = useSpeech();
  const id = useId();
  return (
    <p id={id} class="letter-sensitive">
      <Icon of={TriangleAlert} />
      <span>{t(reminderText('sensitive'))}</span>
    </p>
  );
}

type InputProps = LetterFieldProps & { readonly spec: FieldSpec; readonly ids: FieldIds };

function Input({ id, value, spec, ids, onChange }: InputProps) {
  const { t } = useSpeech();
  if (spec.kind === 'choice')
    return (
      <select {...ids} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="">{t('letters-screen.choose')}</option>
        {choicesOf(id).map(({ code, label }) => (
          <option key={code} value={code}>
            {t(label)}
          </option>
        ))}
      </select>
    );
  if (spec.kind === 'text' || spec.kind === 'address')
    return (
      <textarea
        {...ids}
        dir="auto"
        rows={spec.kind === 'address' ? 3 : spec.max > 700 ? 5 : 3}
        maxLength={HARD_LIMIT}
        autocomplete="off"
        value={value}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
    );
  return (
    <input
      {...ids}
      {...(INPUT_TYPES[spec.kind] ? {} : { dir: 'auto' as const })}
      type={INPUT_TYPES[spec.kind] ?? 'text'}
      {...(spec.kind === 'url' ? { inputMode: 'url' as const } : {})}
      {...(spec.kind === 'date' ? { max: '9999-12-31' } : {})}
      {...(spec.kind === 'date-time' ? { max: '9999-12-31T23:59' } : {})}
      maxLength={HARD_LIMIT}
      // A shared computer must not remember whose letter this was.
      autocomplete="off"
      spellcheck={spec.kind === 'line'}
      value={value}
      onInput={(event) => onChange(event.currentTarget.value)}
    />
  );
}
