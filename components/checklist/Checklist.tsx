/** The steps of a track: what is done, since when, by which proof, what comes next. States facts, gives no verdict. */
import {
  ArrowRight,
  Check,
  CircleDashed,
  Hourglass,
  type LucideIcon,
  MailCheck,
  MailX,
  SkipForward,
} from 'lucide-preact';
import type { ChecklistView, PartView, StepState, StepView } from '@/lib/domain/checklist-types';
import { displayNumber } from '@/lib/domain/entry';
import { momentAt } from '@/lib/domain/moment';
import { shortDay } from '../format';
import { useSpeech } from '../text';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';

const STATE_ICONS: Record<StepState, LucideIcon> = {
  todo: CircleDashed,
  waiting: Hourglass,
  done: Check,
  answered: MailCheck,
  'no-answer': MailX,
  skipped: SkipForward,
};

export interface ChecklistProps {
  readonly view: ChecklistView;
  /** Level of the step headings: under the section's own. */
  readonly heading?: 'h2' | 'h3';
  readonly onOpenEntry?: (seq: number) => void;
  readonly onSkip?: (step: string) => void;
  /** Track's waits marked as law; the others are « repère pratique ». */
  readonly legalWaits?: readonly string[];
  /** Steps and parts that the person may set aside with a reason. */
  readonly skippable?: readonly string[];
  readonly compact?: boolean;
  /** What comes next is said elsewhere on the screen. */
  readonly quiet?: boolean;
  /** Where the page of a step is; its title is then a link. */
  readonly stepHref?: (step: string) => string;
  /** The track asks for the solution de substitution: its two keys are shown. */
  readonly substitution?: boolean;
}

export function Checklist(props: ChecklistProps) {
  const { t, labels } = useSpeech();
  const { view } = props;
  const mandatory = view.steps.filter((step) => step.mandatory);
  const next = view.next ? labels.step(view.track, view.next).label : null;
  return (
    <div class="stack" data-checklist={view.track}>
      <p class="small soft">
        {t('checklist.screen.count', { done: mandatory.length - view.missing.length, total: mandatory.length })}
      </p>
      <ol class="steps">
        {view.steps.map((step) => (
          <StepItem key={step.id} step={step} {...props} />
        ))}
      </ol>
      {next && !props.quiet ? (
        <p class="next-step">
          <Icon of={ArrowRight} directional />
          <span>{t('checklist.screen.next', { step: next })}</span>
        </p>
      ) : null}
      {props.compact || !props.substitution ? null : <Substitution view={view} />}
    </div>
  );
}

type StepProps = ChecklistProps & { readonly step: StepView };

function StepItem(props: StepProps) {
  const { t, labels } = useSpeech();
  const { step, view, heading: Heading = 'h3', onSkip, skippable = [], compact, stepHref } = props;
  const words = labels.step(view.track, step.id);
  const current = view.next === step.id;
  return (
    <li class={`step step-${step.state}${current ? ' step-next' : ''}`} data-step={step.id} data-state={step.state}>
      <span class="step-mark">
        <Icon of={STATE_ICONS[step.state]} />
      </span>
      <div class="step-body">
        <Heading class="step-title">{stepHref ? <a href={stepHref(step.id)}>{words.label}</a> : words.label}</Heading>
        <StepFacts {...props} />
        {compact || step.parts.length === 0 ? null : <Parts {...props} />}
        {!compact && words.explain ? (
          <details>
            <summary>{t('checklist.screen.why')}</summary>
            <p>{words.explain}</p>
          </details>
        ) : null}
        {onSkip && skippable.includes(step.id) && step.state === 'todo' ? (
          <SkipButton id={step.id} track={view.track} onSkip={onSkip} />
        ) : null}
      </div>
    </li>
  );
}

/** Where the step stands, until when one waits, and the lines that say so. */
function StepFacts({ step, legalWaits = [], onOpenEntry }: StepProps) {
  const { t, locale } = useSpeech();
  return (
    <>
      <p class="step-state">
        {step.doneAt
          ? t(`checklist.screen.state.${step.state}-since`, {
              date: shortDay(momentAt(Date.parse(step.doneAt)), locale),
            })
          : t(`checklist.screen.state.${step.received && step.state === 'todo' ? 'received' : step.state}`)}
        {step.mandatory || step.received ? null : <span class="tag">{t('checklist.screen.optional')}</span>}
        {step.declarativeOnly && step.doneAt ? <span class="tag">{t('checklist.screen.declarative')}</span> : null}
      </p>
      {step.waitUntil ? <Wait until={step.waitUntil} legal={legalWaits.includes(step.id)} /> : null}
      <Proof label={t('checklist.screen.proof')} numbers={step.proof} onOpenEntry={onOpenEntry} />
      {step.doneAt ? null : <Declared numbers={step.declared} onOpenEntry={onOpenEntry} />}
    </>
  );
}

interface SkipProps {
  readonly id: string;
  readonly track: string;
  readonly onSkip: (id: string) => void;
}

function SkipButton({ id, track, onSkip }: SkipProps) {
  const { labels } = useSpeech();
  return (
    <Button kind="quiet" icon={SkipForward} name={`skip-${id}`} onClick={() => onSkip(id)}>
      {labels.skip(track, id).action}
    </Button>
  );
}

function Wait({ until, legal }: { readonly until: string; readonly legal: boolean }) {
  const { t, locale } = useSpeech();
  const date = shortDay(momentAt(Date.parse(until)), locale);
  return <p class="small soft">{t(legal ? 'checklist.screen.wait-legal' : 'checklist.screen.wait', { date })}</p>;
}

/** How many proof numbers are shown before « and n more ». */
const PROOFS_SHOWN = 3;

interface ProofProps {
  readonly label: string;
  readonly numbers: readonly number[];
  readonly onOpenEntry?: ((seq: number) => void) | undefined;
}

function Proof({ label, numbers, onOpenEntry }: ProofProps) {
  const { t } = useSpeech();
  if (numbers.length === 0) return null;
  const shown = numbers.slice(0, PROOFS_SHOWN);
  const more = numbers.length - shown.length;
  return (
    <p class="proofs small">
      <span class="soft">{label}</span>
      {shown.map((seq) =>
        onOpenEntry ? (
          <button type="button" key={seq} class="proof" onClick={() => onOpenEntry(seq)}>
            <span class="number">{displayNumber(seq)}</span>
          </button>
        ) : (
          <span key={seq} class="number">
            {displayNumber(seq)}
          </span>
        ),
      )}
      {more > 0 ? <span>{t('checklist.screen.more', { count: more })}</span> : null}
    </p>
  );
}

function Parts({ step, view, onOpenEntry, onSkip, skippable = [] }: StepProps) {
  return (
    <ul class="parts small">
      {step.parts.map((part) => (
        <li key={part.id} data-part-of-step={part.id}>
          <Icon of={part.doneAt ? Check : CircleDashed} />
          <div class="part-body">
            <PartState part={part} step={step} track={view.track} />
            {part.doneAt ? null : <Declared numbers={part.declared} onOpenEntry={onOpenEntry} />}
            {onSkip && part.doneAt === null && skippable.includes(part.id) ? (
              <SkipButton id={part.id} track={view.track} onSkip={onSkip} />
            ) : null}
          </div>
        </li>
      ))}
    </ul>
  );
}

function PartState({
  part,
  step,
  track,
}: {
  readonly part: PartView;
  readonly step: StepView;
  readonly track: string;
}) {
  const { t, labels, locale } = useSpeech();
  return (
    <span>
      {labels.part(track, step.id, part.id)}
      {' — '}
      {part.doneAt
        ? t('checklist.screen.state.done-since', { date: shortDay(momentAt(Date.parse(part.doneAt)), locale) })
        : t('checklist.screen.state.todo')}
    </span>
  );
}

function Declared({ numbers, onOpenEntry }: Omit<ProofProps, 'label'>) {
  const { t } = useSpeech();
  return <Proof label={t('checklist.screen.declared')} numbers={numbers} onOpenEntry={onOpenEntry} />;
}

function Substitution({ view }: { readonly view: ChecklistView }) {
  const { t } = useSpeech();
  const { invitedByPrefecture, attestedByCcc } = view.substitution;
  const key = (seq: number | null): string =>
    seq === null
      ? t('checklist.screen.key-missing')
      : t('checklist.screen.key-present', { number: displayNumber(seq) });
  return (
    <section class="keys">
      <h3>{t('checklist.screen.substitution')}</h3>
      <p class="small">{t('checklist.screen.substitution-explain')}</p>
      <ul class="stack small">
        <li>
          <strong>{t('checklist.screen.key-prefecture')}</strong> {key(invitedByPrefecture)}
        </li>
        <li>
          <strong>{t('checklist.screen.key-ccc')}</strong> {key(attestedByCcc)}
        </li>
      </ul>
    </section>
  );
}
