/** An exchange with the administration, as the person tells it: channel, date, reference, outcome, words, files, captures that prove it. */
import { useState } from 'preact/hooks';
import {
  CHANNELS,
  type Channel,
  displayNumber,
  EXCHANGE_OUTCOMES,
  type ExchangeOutcome,
  MAX_TEXT,
} from '@/lib/domain/entry';
import { errorSentence } from '../entry/describe';
import { size } from '../format';
import { useSpeech } from '../text';
import { Button } from '../ui/Button';
import { Choice, Field } from '../ui/Field';

/** Largest file that may be joined, in bytes, and how many: said before choosing. */
export const MAX_FILE_BYTES = 20_000_000;
export const MAX_FILES = 20;

/** What the person said; `time` is '' when only the day is known. */
export interface ExchangeDraft {
  readonly channel: Channel;
  readonly day: string;
  readonly time: string;
  readonly reference: string;
  readonly outcome: ExchangeOutcome;
  readonly words: string;
  readonly files: readonly File[];
  readonly captures: readonly number[];
}

export interface CaptureOption {
  readonly seq: number;
  readonly label: string;
}

export interface ExchangeFormProps {
  /** `outcome`: an answer to an exchange already noted; the channel is then not asked. */
  readonly purpose: 'exchange' | 'outcome';
  readonly today: string;
  readonly captures: readonly CaptureOption[];
  readonly initial?: Partial<ExchangeDraft>;
  readonly busy: boolean;
  /** Error code of the last try, null when none. */
  readonly error: string | null;
  readonly onSubmit: (draft: ExchangeDraft) => void;
  readonly onCancel: () => void;
}

const EMPTY: Omit<ExchangeDraft, 'day'> = {
  channel: 'CCC_FORM',
  time: '',
  reference: '',
  outcome: 'NONE',
  words: '',
  files: [],
  captures: [],
};

type Problems = { readonly day?: 'missing' | 'future'; readonly files?: 'too-large' | 'too-many' };

/** What stops the form from being saved. @param today calendar day of the person */
export function problemsOf(draft: ExchangeDraft, today: string): Problems {
  const day = draft.day === '' ? 'missing' : draft.day > today ? 'future' : null;
  const files =
    draft.files.length > MAX_FILES
      ? 'too-many'
      : draft.files.some((file) => file.size > MAX_FILE_BYTES)
        ? 'too-large'
        : null;
  return { ...(day ? { day } : {}), ...(files ? { files } : {}) };
}

export function ExchangeForm(props: ExchangeFormProps) {
  const { t } = useSpeech();
  const { today, busy, onSubmit, onCancel } = props;
  const [draft, setDraft] = useState<ExchangeDraft>({ ...EMPTY, day: today, ...props.initial });
  const [asked, setAsked] = useState(false);
  const change = (part: Partial<ExchangeDraft>): void => setDraft({ ...draft, ...part });
  const problems = problemsOf(draft, today);
  const shown: Problems = asked ? problems : {};
  return (
    <form
      class="stack-loose"
      data-form={props.purpose}
      onSubmit={(event) => {
        event.preventDefault();
        if (busy) return;
        setAsked(true);
        if (Object.keys(problems).length === 0) onSubmit(draft);
      }}
    >
      {props.purpose === 'exchange' ? (
        <ChannelField value={draft.channel} onChange={(channel) => change({ channel })} />
      ) : null}
      <WhenFields draft={draft} today={today} problem={shown.day} onChange={change} />
      <OutcomeField value={draft.outcome} onChange={(outcome) => change({ outcome })} />
      <Field label={t('exchange.reference')} hint={t('exchange.reference-hint')}>
        {(ids) => (
          <input
            {...ids}
            value={draft.reference}
            maxLength={200}
            autocomplete="off"
            onInput={(event) => change({ reference: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field label={t('exchange.words')} hint={t('exchange.words-hint')}>
        {(ids) => (
          <textarea
            {...ids}
            value={draft.words}
            maxLength={MAX_TEXT}
            onInput={(event) => change({ words: event.currentTarget.value })}
          />
        )}
      </Field>
      <FilesField files={draft.files} problem={shown.files} onChange={(files) => change({ files })} />
      <CapturesField options={props.captures} chosen={draft.captures} onChange={(captures) => change({ captures })} />
      <FormEnd busy={busy} error={props.error} onCancel={onCancel} />
    </form>
  );
}

function FormEnd({
  busy,
  error,
  onCancel,
}: {
  readonly busy: boolean;
  readonly error: string | null;
  readonly onCancel: () => void;
}) {
  const speech = useSpeech();
  const { t } = speech;
  return (
    <>
      <p class="small soft">{t('exchange.append-only')}</p>
      <div role="alert">{error ? <p class="field-error">{errorSentence(error, speech)}</p> : null}</div>
      <div class="row">
        <Button type="submit" kind="primary" name="save" busy={busy}>
          {t(busy ? 'common.saving' : 'common.save')}
        </Button>
        <Button name="cancel" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
      </div>
    </>
  );
}

function ChannelField({ value, onChange }: { readonly value: Channel; readonly onChange: (channel: Channel) => void }) {
  const { t } = useSpeech();
  return (
    <Field label={t('exchange.channel')}>
      {(ids) => (
        <select {...ids} value={value} onChange={(event) => onChange(event.currentTarget.value as Channel)}>
          {CHANNELS.map((channel) => (
            <option key={channel} value={channel}>
              {t(`channel.${channel}`)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

interface WhenProps {
  readonly draft: ExchangeDraft;
  readonly today: string;
  readonly problem: Problems['day'];
  readonly onChange: (part: Partial<ExchangeDraft>) => void;
}

function WhenFields({ draft, today, problem, onChange }: WhenProps) {
  const { t } = useSpeech();
  return (
    <div class="two">
      <Field label={t('exchange.day')} error={problem ? t(`exchange.day-${problem}`) : null}>
        {(ids) => (
          <input
            {...ids}
            type="date"
            value={draft.day}
            max={today}
            onInput={(event) => onChange({ day: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field label={t('exchange.time')} hint={t('exchange.time-hint')}>
        {(ids) => (
          <input
            {...ids}
            type="time"
            value={draft.time}
            onInput={(event) => onChange({ time: event.currentTarget.value })}
          />
        )}
      </Field>
    </div>
  );
}

function OutcomeField({
  value,
  onChange,
}: {
  readonly value: ExchangeOutcome;
  readonly onChange: (outcome: ExchangeOutcome) => void;
}) {
  const { t } = useSpeech();
  return (
    <fieldset class="group">
      <legend>{t('exchange.outcome')}</legend>
      <p class="field-hint">{t('exchange.outcome-hint')}</p>
      {EXCHANGE_OUTCOMES.map((outcome) => (
        <Choice
          key={outcome}
          type="radio"
          name="outcome"
          checked={value === outcome}
          label={t(`outcome.${outcome}`)}
          onChange={() => onChange(outcome)}
        />
      ))}
    </fieldset>
  );
}

interface FilesProps {
  readonly files: readonly File[];
  readonly problem: Problems['files'];
  readonly onChange: (files: readonly File[]) => void;
}

function FilesField({ files, problem, onChange }: FilesProps) {
  const { t, locale } = useSpeech();
  const limit = size(MAX_FILE_BYTES, locale);
  return (
    <div class="stack">
      <Field
        label={t('exchange.files')}
        hint={t('exchange.files-hint', { size: limit, count: MAX_FILES })}
        error={problem ? t(`exchange.files-${problem}`, { size: limit, count: MAX_FILES }) : null}
      >
        {(ids) => (
          <input {...ids} type="file" multiple onChange={(event) => onChange([...(event.currentTarget.files ?? [])])} />
        )}
      </Field>
      {files.length > 0 ? (
        <ul class="small">
          {files.map((file) => (
            <li key={file.name}>
              {file.name} ({size(file.size, locale)})
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

interface CapturesProps {
  readonly options: readonly CaptureOption[];
  readonly chosen: readonly number[];
  readonly onChange: (chosen: readonly number[]) => void;
}

function CapturesField({ options, chosen, onChange }: CapturesProps) {
  const { t } = useSpeech();
  if (options.length === 0) return null;
  const toggle = (seq: number, on: boolean): void =>
    onChange(on ? [...chosen, seq].sort((a, b) => a - b) : chosen.filter((one) => one !== seq));
  return (
    <fieldset class="group">
      <legend>{t('exchange.captures')}</legend>
      <p class="field-hint">{t('exchange.captures-hint')}</p>
      <div class="scroll-list">
        {options.map((option) => (
          <Choice
            key={option.seq}
            checked={chosen.includes(option.seq)}
            label={
              <>
                <span class="number">{displayNumber(option.seq)}</span> {option.label}
              </>
            }
            onChange={(on) => toggle(option.seq, on)}
          />
        ))}
      </div>
    </fieldset>
  );
}
