/** A complement request, told whole: its two days and the one to keep, each document and what the person does of it, the sending and its proof. */
import { useRef, useState } from 'preact/hooks';
import { displayNumber } from '@/lib/domain/entry';
import { calendarDay } from '../format';
import {
  type CaptureOption,
  CapturesField,
  FilesField,
  FormEnd,
  type FormState,
  formState,
} from '../journal/ProofFields';
import type { ReadValue } from '../journal/ReferenceField';
import { useSpeech } from '../text';
import { Button } from '../ui/Button';
import { Choice, Field } from '../ui/Field';
import { ComplementItems, type ReadItems } from './ComplementItems';
import {
  type ComplementDraft,
  type ComplementProblems,
  complementProblems,
  daysOf,
  type ProofDraft,
  sentToday,
} from './complement-draft';

export interface ComplementFormProps extends FormState {
  readonly initial: ComplementDraft;
  /** Names of the other requests of the dossier. */
  readonly taken: readonly string[];
  readonly today: string;
  readonly captures: readonly CaptureOption[];
  /** Days that a page showed (`notifiedOn`, `readOn`): proposed, never filled in. */
  readonly readDays: readonly ReadValue[];
  readonly readItems: readonly ReadItems[];
  readonly onSubmit: (draft: ComplementDraft) => void;
  readonly onCancel: () => void;
}

interface Part {
  readonly draft: ComplementDraft;
  readonly problems: ComplementProblems;
  readonly today: string;
  readonly onChange: (draft: ComplementDraft) => void;
}

export function ComplementForm(props: ComplementFormProps) {
  const { t } = useSpeech();
  const { today, busy, taken, captures } = props;
  const [draft, setDraft] = useState(props.initial);
  const [asked, setAsked] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const problems = complementProblems(draft, taken, today);
  const common: Part = { draft, problems: asked ? problems : {}, today, onChange: setDraft };
  const submit = (event: Event): void => {
    event.preventDefault();
    if (busy) return;
    setAsked(true);
    if (Object.keys(problems).length === 0) props.onSubmit(draft);
    // The form is long: the first thing to correct may be out of sight.
    else requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };
  return (
    <form ref={form} class="stack-loose" data-form="complement" onSubmit={submit}>
      {draft.isNew ? <NameField {...common} /> : <h3>{draft.request}</h3>}
      <Days {...common} read={props.readDays} />
      <ComplementItems
        draft={draft}
        nameless={common.problems.items ?? []}
        large={common.problems.itemFiles ?? []}
        read={props.readItems}
        onChange={setDraft}
      />
      <Proof
        proof={draft}
        options={captures}
        problem={common.problems.files}
        texts={{ captures: t('follow.complement.captures'), files: t('follow.complement.files') }}
        onChange={(part) => setDraft({ ...draft, ...part })}
      />
      <Sent {...common} captures={captures} />
      <FormEnd {...formState(props)} note={t('follow.complement.append')} onCancel={props.onCancel} />
    </form>
  );
}

function NameField({ draft, problems, onChange }: Part) {
  const { t } = useSpeech();
  return (
    <Field
      label={t('follow.complement.name')}
      hint={t('follow.complement.name-hint')}
      error={problems.name ? t(`follow.complement.name-${problems.name}`) : null}
    >
      {(ids) => (
        <input
          {...ids}
          value={draft.request}
          maxLength={48}
          autocomplete="off"
          onInput={(event) => onChange({ ...draft, request: event.currentTarget.value })}
        />
      )}
    </Field>
  );
}

const LONG = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;

function Days({ draft, problems, today, read, onChange }: Part & { readonly read: readonly ReadValue[] }) {
  const { t, locale, labels } = useSpeech();
  const days = daysOf(draft);
  const date = (day: string): string => calendarDay(day, locale, LONG);
  const field = (name: 'notifiedOn' | 'readOn') => (
    <Field
      label={t(name === 'readOn' ? 'follow.complement.read-on' : 'follow.complement.notified')}
      hint={name === 'readOn' ? t('follow.complement.read-on-hint') : undefined}
      error={problems[name] ? t('follow.complement.day-future') : null}
    >
      {(ids) => (
        <input
          {...ids}
          type="date"
          value={draft[name]}
          max={today}
          data-day={name}
          onInput={(event) => onChange({ ...draft, [name]: event.currentTarget.value })}
        />
      )}
    </Field>
  );
  return (
    <div class="stack">
      <div class="two">
        {field('notifiedOn')}
        {field('readOn')}
      </div>
      <ul class="read-values">
        {read.map(({ name, value, seq }) => (
          <li key={`${name} ${value}`}>
            <Button kind="quiet" name={`use-${name}`} onClick={() => onChange({ ...draft, [name]: value })}>
              {t('follow.complement.use-day', {
                name: labels.extracted(name),
                date: calendarDay(value, locale, LONG),
                number: displayNumber(seq),
              })}
            </Button>
          </li>
        ))}
      </ul>
      <div role="status" class="banner banner-plain" data-keep={days.keep ?? ''}>
        <div class="banner-body">
          {days.keep === null ? <p>{t('follow.complement.no-day')}</p> : null}
          {days.fromNotified ? <p>{t('follow.complement.from-notified', { date: date(days.fromNotified) })}</p> : null}
          {days.fromRead ? <p>{t('follow.complement.from-read', { date: date(days.fromRead) })}</p> : null}
          {days.keep ? (
            <>
              <p class="keep-day">{t('follow.complement.keep', { date: date(days.keep) })}</p>
              <p class="small">{t('follow.complement.keep-why')}</p>
            </>
          ) : null}
        </div>
      </div>
    </div>
  );
}

interface ProofProps {
  readonly proof: ProofDraft;
  readonly options: readonly CaptureOption[];
  readonly problem: ComplementProblems['files'];
  readonly texts: { readonly captures: string; readonly files: string };
  readonly onChange: (part: Partial<ProofDraft>) => void;
}

function Proof({ proof, options, problem, texts, onChange }: ProofProps) {
  const { t } = useSpeech();
  return (
    <>
      <CapturesField
        options={options}
        chosen={proof.captures}
        label={texts.captures}
        onChange={(captures) => onChange({ captures })}
      />
      <FilesField files={proof.files} problem={problem} label={texts.files} onChange={(files) => onChange({ files })} />
      {proof.kept.length > 0 ? (
        <p class="small">{t('follow.complement.kept-files', { n: proof.kept.length })}</p>
      ) : null}
    </>
  );
}

function Sent({ draft, problems, today, onChange, captures }: Part & { readonly captures: readonly CaptureOption[] }) {
  const { t } = useSpeech();
  const { sent } = draft;
  const change = (part: Partial<NonNullable<typeof sent>>): void => {
    if (sent) onChange({ ...draft, sent: { ...sent, ...part } });
  };
  return (
    <div class="sheet stack" data-sent={sent ? 'yes' : 'no'}>
      <Choice
        checked={sent !== null}
        label={t('follow.complement.sent')}
        onChange={(on) => onChange({ ...draft, sent: on ? sentToday(today) : null })}
      />
      {sent ? (
        <>
          <div class="two">
            <Field
              label={t('follow.complement.sent-day')}
              error={problems.sent ? t(`exchange.day-${problems.sent}`) : null}
            >
              {(ids) => (
                <input
                  {...ids}
                  type="date"
                  value={sent.day}
                  max={today}
                  onInput={(event) => change({ day: event.currentTarget.value })}
                />
              )}
            </Field>
            <Field label={t('exchange.time')} hint={t('exchange.time-hint')}>
              {(ids) => (
                <input
                  {...ids}
                  type="time"
                  value={sent.time}
                  onInput={(event) => change({ time: event.currentTarget.value })}
                />
              )}
            </Field>
          </div>
          <Proof
            proof={sent}
            options={captures}
            problem={problems.sentFiles}
            texts={{ captures: t('follow.complement.sent-captures'), files: t('follow.complement.sent-files') }}
            onChange={change}
          />
        </>
      ) : null}
    </div>
  );
}
