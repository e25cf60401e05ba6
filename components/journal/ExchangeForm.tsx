/** An exchange with the administration, as the person tells it: who wrote, channel, date, reference, outcome, words, proofs. */
import { useState } from 'preact/hooks';
import {
  CHANNELS,
  type Channel,
  DIRECTIONS,
  EXCHANGE_OUTCOMES,
  type ExchangeOutcome,
  MAX_TEXT,
  MILESTONES,
} from '@/lib/domain/entry';
import { type Speech, useSpeech } from '../text';
import { Choice, Field } from '../ui/Field';
import { CallSheet } from './CallSheet';
import {
  type Direction,
  EMPTY_DRAFT,
  type ExchangeDraft,
  PAN_EVENTS,
  type Problems,
  problemsOf,
} from './exchange-draft';
import { type CaptureOption, CapturesField, FilesField, FormEnd, type FormState, formState } from './ProofFields';
import { type ReadValue, ReadValues, ReferenceField } from './ReferenceField';

export { type ExchangeDraft, MAX_FILE_BYTES, MAX_FILES, problemsOf } from './exchange-draft';
export type { CaptureOption } from './ProofFields';

export interface ExchangeFormProps extends FormState {
  /** `outcome`: an answer to an exchange already noted; the channel is then not asked. */
  readonly purpose: 'exchange' | 'outcome';
  readonly today: string;
  readonly captures: readonly CaptureOption[];
  /** Numbers that pages of the dossier showed: proposed, never filled in. */
  readonly read?: readonly ReadValue[];
  readonly initial?: Partial<ExchangeDraft>;
  /** Of a registered letter noted without its number: the number that is asked is that of the letter. */
  readonly unnumbered?: boolean;
  readonly onSubmit: (draft: ExchangeDraft) => void;
  readonly onCancel: () => void;
}

interface Part {
  readonly purpose: ExchangeFormProps['purpose'];
  readonly draft: ExchangeDraft;
  readonly problems: Problems;
  readonly onChange: (part: Partial<ExchangeDraft>) => void;
}

export function ExchangeForm(props: ExchangeFormProps) {
  const speech = useSpeech();
  const { purpose, today, busy, onSubmit } = props;
  const [draft, setDraft] = useState<ExchangeDraft>({ ...EMPTY_DRAFT, day: today, ...props.initial });
  const [asked, setAsked] = useState(false);
  const change = (part: Partial<ExchangeDraft>): void => setDraft({ ...draft, ...part });
  const problems = problemsOf(draft, today);
  const common: Part = { purpose, draft, problems: asked ? problems : {}, onChange: change };
  const proof = proofHint(draft, purpose, speech);
  return (
    <form
      class="stack-loose"
      data-form={purpose}
      onSubmit={(event) => {
        event.preventDefault();
        if (busy) return;
        setAsked(true);
        if (Object.keys(problems).length === 0) onSubmit(draft);
      }}
    >
      {purpose === 'exchange' ? <WhoAndHow {...common} /> : null}
      {purpose === 'outcome' && draft.channel === 'LRAR' ? <MilestoneField {...common} /> : null}
      <WhenFields {...common} today={today} />
      {purpose === 'exchange' && draft.channel === 'CCC_PHONE' ? <CallSheet {...common} /> : null}
      {draft.milestone === null ? <OutcomeField {...common} /> : null}
      <Numbers {...common} today={today} read={props.read ?? []} unnumbered={props.unnumbered ?? false} />
      <WordsField {...common} />
      {proof ? <p class="field-hint">{proof}</p> : null}
      <FilesField files={draft.files} problem={common.problems.files} onChange={(files) => change({ files })} />
      <CapturesField options={props.captures} chosen={draft.captures} onChange={(captures) => change({ captures })} />
      <FormEnd {...formState(props)} onCancel={props.onCancel} />
    </form>
  );
}

/** What proves it, where people do not know (domain.md § 3.4, § 6.1). */
function proofHint(
  { channel, direction, milestone, pan }: ExchangeDraft,
  purpose: string,
  { t }: Speech,
): string | null {
  if (milestone) return t(`follow.proof.${milestone}`);
  if (purpose === 'outcome' || direction === 'received') return t('follow.proof.received');
  if (channel === 'PAN' && pan) return t(`follow.pan.proof.${pan}`);
  return channel === 'LRAR' || channel === 'CCC_PHONE' || channel === 'PREF_MAIL' || channel === 'CCC_MAIL'
    ? t(`follow.proof.${channel}`)
    : null;
}

/** Who wrote, and by which channel. */
function WhoAndHow(props: Part) {
  const { t } = useSpeech();
  const { draft, onChange } = props;
  const { direction, channel } = draft;
  // The two directions do not have the same words for an outcome: it is to be said again.
  const turn = (to: Direction): void => onChange({ direction: to, outcome: 'NONE' });
  return (
    <>
      <fieldset class="group">
        <legend>{t('follow.direction')}</legend>
        {DIRECTIONS.map((one) => (
          <Choice
            key={one}
            type="radio"
            name="direction"
            checked={direction === one}
            label={t(`follow.direction.${one}`)}
            onChange={() => turn(one)}
          />
        ))}
      </fieldset>
      <Field label={t(direction === 'sent' ? 'exchange.channel' : 'follow.channel-received')}>
        {(ids) => (
          <select
            {...ids}
            value={channel}
            onChange={(event) => onChange({ channel: event.currentTarget.value as Channel })}
          >
            {CHANNELS.map((one) => (
              <option key={one} value={one}>
                {t(`channel.${one}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {channel === 'PAN' && direction === 'sent' ? <PanField {...props} /> : null}
    </>
  );
}

function PanField({ draft, onChange }: Part) {
  const { t } = useSpeech();
  return (
    <fieldset class="group">
      <legend>{t('follow.pan')}</legend>
      {PAN_EVENTS.map((one) => (
        <Choice
          key={one}
          type="radio"
          name="pan"
          checked={draft.pan === one}
          label={t(`follow.pan.is.${one}`)}
          onChange={() => onChange({ pan: one })}
        />
      ))}
    </fieldset>
  );
}

/** Of a letter already sent: an answer, or only what La Poste says of it. */
function MilestoneField({ draft, onChange }: Part) {
  const { t } = useSpeech();
  return (
    <fieldset class="group">
      <legend>{t('follow.milestone')}</legend>
      {[null, ...MILESTONES].map((one) => (
        <Choice
          key={one ?? 'answer'}
          type="radio"
          name="milestone"
          checked={draft.milestone === one}
          label={t(`follow.milestone.${one ?? 'answer'}`)}
          // The day on which it arrived says nothing of an answer.
          onChange={() => onChange(one === null ? { milestone: one } : { milestone: one, outcome: 'NONE' })}
        />
      ))}
    </fieldset>
  );
}

/** A letter of the person's own, as it leaves. */
const isDeposit = ({ purpose, draft }: Part): boolean =>
  purpose === 'exchange' && draft.channel === 'LRAR' && draft.direction === 'sent';

function WhenFields(props: Part & { readonly today: string }) {
  const { t } = useSpeech();
  const { purpose, draft, today, onChange } = props;
  const problem = props.problems.day;
  const which = draft.milestone ?? (isDeposit(props) ? 'deposit' : null);
  return (
    <div class="two">
      <Field
        label={which ? t(`follow.day.${which}`) : t('exchange.day')}
        error={problem ? t(`exchange.day-${problem}`) : null}
      >
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
      <Field
        label={t(purpose === 'exchange' && draft.channel === 'CCC_PHONE' ? 'follow.call.start' : 'exchange.time')}
        hint={t('exchange.time-hint')}
      >
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

function OutcomeField({ draft, onChange }: Part) {
  const { t } = useSpeech();
  const received = draft.direction === 'received'; // what is received later of an exchange is an outcome of it
  const label = (outcome: ExchangeOutcome): string =>
    received && outcome === 'NONE' ? t('follow.outcome.received-none') : t(`outcome.${outcome}`);
  return (
    <fieldset class="group">
      <legend>{t(received ? 'follow.outcome.received' : 'exchange.outcome')}</legend>
      <p class="field-hint">{t('exchange.outcome-hint')}</p>
      {EXCHANGE_OUTCOMES.map((outcome) => (
        <Choice
          key={outcome}
          type="radio"
          name="outcome"
          checked={draft.outcome === outcome}
          label={label(outcome)}
          onChange={() => onChange({ outcome })}
        />
      ))}
    </fieldset>
  );
}

/** Channels whose other side gives a number to the request. */
const WITH_TICKET: readonly Channel[] = ['CCC_FORM', 'CCC_MAIL', 'CCC_PHONE', 'DN_MSG', 'OTHER'];

type NumbersProps = Part & {
  readonly today: string;
  readonly read: readonly ReadValue[];
  readonly unnumbered: boolean;
};

function Numbers(props: NumbersProps) {
  const { t } = useSpeech();
  const { draft, today, read, onChange } = props;
  const letter = isDeposit(props) || props.unnumbered;
  return (
    <>
      <ReferenceField
        label={t('exchange.reference')}
        hint={t(letter ? 'follow.tracking.hint' : 'exchange.reference-hint')}
        value={draft.reference}
        read={letter ? [] : read}
        today={today}
        letter={letter}
        onChange={(reference) => onChange({ reference })}
      />
      {WITH_TICKET.includes(draft.channel) ? <TicketField {...props} /> : null}
    </>
  );
}

function TicketField({ draft, read, onChange }: NumbersProps) {
  const { t } = useSpeech();
  return (
    <div class="stack">
      <Field label={t('follow.ticket')} hint={t('follow.ticket-hint')}>
        {(ids) => (
          <input
            {...ids}
            type="text"
            value={draft.ticket}
            maxLength={200}
            autocomplete="off"
            onInput={(event) => onChange({ ticket: event.currentTarget.value })}
          />
        )}
      </Field>
      <ReadValues read={read.filter((one) => one.name === 'reference')} onUse={(ticket) => onChange({ ticket })} />
    </div>
  );
}

function WordsField({ draft, onChange }: Part) {
  const { t } = useSpeech();
  return (
    <Field label={t('exchange.words')} hint={t('exchange.words-hint')}>
      {(ids) => (
        <textarea
          {...ids}
          value={draft.words}
          maxLength={MAX_TEXT}
          onInput={(event) => onChange({ words: event.currentTarget.value })}
        />
      )}
    </Field>
  );
}
