/** One step: what to do, what proof counts, what is there, until when one waits, the letter, the number to call, and where it all comes from. */
import { ArrowLeft, FolderDown, Mail, Phone, SkipForward } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import type { PartView, Step, StepView } from '@/lib/domain/checklist-types';
import { type Channel, displayNumber } from '@/lib/domain/entry';
import { momentAt } from '@/lib/domain/moment';
import type { PhoneContact } from '@/lib/protocols/contacts';
import type { LocalChannel } from '@/lib/protocols/local-channels';
import type { ProofLine } from '@/lib/protocols/proof-lines';
import { shortDay } from '../format';
import { useSpeech } from '../text';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { ProofRules } from './ProofRules';
import { Sources } from './Sources';

export interface StepLetter {
  readonly id: string;
  readonly name: string;
  readonly use: string;
}

export interface StepProps {
  readonly track: string;
  readonly step: Step;
  readonly view: StepView;
  /** Day of the track's legal content, `YYYY-MM-DD`. */
  readonly contentDate: string;
  readonly proof: ProofLine;
  /** By part, for the parts that are for this dossier. */
  readonly partProofs: Readonly<Record<string, ProofLine>>;
  readonly letters: readonly StepLetter[];
  readonly phones: readonly PhoneContact[];
  /** Null where the step has no local way. */
  readonly local: { readonly department: string | null; readonly channels: readonly LocalChannel[] } | null;
  /** What the person can note here, by channel. */
  readonly channels: readonly Channel[];
  readonly capturable: boolean;
  readonly exportable: boolean;
  readonly skippable: readonly string[];
  /** Wait applied after the step, when it is one of ours. */
  readonly usualWait: { readonly days: number; readonly urgentDays: number } | null;
  /** Article of the wait, when a text gives it. */
  readonly waitRef: string | undefined;
  /** Questions, documents: forms that belong to this step. */
  readonly forms?: ComponentChildren;
  readonly onOpenEntry: (seq: number) => void;
  readonly onAdd: (channel: Channel) => void;
  readonly onSkip: (id: string) => void;
}

export function StepScreen(props: StepProps) {
  const { t, labels } = useSpeech();
  const { track, step, view } = props;
  const words = labels.step(track, step.id);
  return (
    <article class="stack-loose step-page" data-step-page={step.id} data-state={view.state}>
      <div class="stack-tight">
        <a class="button button-quiet back" href="#/" data-action="back-home">
          <Icon of={ArrowLeft} directional />
          {t('step.back')}
        </a>
        <h1 tabIndex={-1}>{words.label}</h1>
        <StateLine {...props} />
      </div>
      <div class="spread">
        <div class="stack-loose">
          <section class="sheet stack" aria-labelledby="what-title">
            <h2 id="what-title">{t('step.what')}</h2>
            <p>{words.explain}</p>
            {props.capturable ? <p class="small soft">{t('step.capture-hint')}</p> : null}
            <Actions {...props} />
          </section>
          {props.forms}
          <Letters {...props} />
          <Call {...props} />
          <Local {...props} />
        </div>
        <div class="stack-loose">
          <ProofHere {...props} />
          <ProofRules {...props} />
          <Sources sources={[...step.sources, ...props.phones.flatMap((one) => one.sources)]} {...props} />
        </div>
      </div>
    </article>
  );
}

function StateLine({ view, waitRef, usualWait }: StepProps) {
  const { t, locale } = useSpeech();
  const day = (instant: string): string => shortDay(momentAt(Date.parse(instant)), locale);
  const state = view.doneAt
    ? t(`checklist.screen.state.${view.state}-since`, { date: day(view.doneAt) })
    : t(`checklist.screen.state.${view.received && view.state === 'todo' ? 'received' : view.state}`);
  const date = view.waitUntil ? day(view.waitUntil) : null;
  return (
    <div class="stack-tight" data-step-state={view.state}>
      <p class="row">
        <strong>{state}</strong>
        {view.mandatory || view.received ? null : <span class="tag">{t('step.optional')}</span>}
        {view.declarativeOnly && view.doneAt ? <span class="tag">{t('checklist.screen.declarative')}</span> : null}
      </p>
      {date ? (
        <p>{view.waitLegal ? t('step.wait-legal', { date, ref: waitRef ?? '' }) : t('step.wait', { date })}</p>
      ) : null}
      {usualWait && view.doneAt === null ? (
        <p class="small soft">{t('step.wait-usual', { days: usualWait.days, urgent: usualWait.urgentDays })}</p>
      ) : null}
    </div>
  );
}

/** What the person notes here, and the way to set the step aside. */
function Actions({ track, view, channels, exportable, skippable, onAdd, onSkip }: StepProps) {
  const { t, labels } = useSpeech();
  const aside = [view.id, ...view.parts.filter((part) => part.doneAt === null).map((part) => part.id)].filter((id) =>
    skippable.includes(id),
  );
  return (
    <>
      {channels.length > 0 ? (
        <div class="stack-tight">
          <h3>{t('step.add')}</h3>
          <div class="row">
            {channels.map((channel) => (
              <Button key={channel} icon={Mail} name={`add-${channel}`} onClick={() => onAdd(channel)}>
                {t('step.add-exchange', { channel: t(`channel.${channel}`) })}
              </Button>
            ))}
          </div>
        </div>
      ) : null}
      {exportable ? (
        <p>
          <a class="button" href="#/export">
            <Icon of={FolderDown} />
            {t('step.export')}
          </a>
        </p>
      ) : null}
      {aside.length > 0 && view.state !== 'skipped' ? (
        <div class="stack-tight">
          <h3>{t('step.skip')}</h3>
          <div class="row">
            {aside.map((id) => (
              <Button key={id} kind="quiet" icon={SkipForward} name={`skip-${id}`} onClick={() => onSkip(id)}>
                {id === view.id ? '' : `${labels.part(track, view.id, id)} — `}
                {labels.skip(track, id).action}
              </Button>
            ))}
          </div>
        </div>
      ) : null}
    </>
  );
}

function Letters({ letters }: StepProps) {
  const { t } = useSpeech();
  if (letters.length === 0) return null;
  return (
    <section class="sheet stack" aria-labelledby="letters-title">
      <h2 id="letters-title">{t('step.letters')}</h2>
      <ul class="stack">
        {letters.map((letter) => (
          <li key={letter.id} class="stack-tight">
            <a href={`#/courriers/${letter.id}`} data-letter={letter.id}>
              {letter.name}
            </a>
            <p class="small soft">{letter.use}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Call({ phones }: StepProps) {
  const { t } = useSpeech();
  if (phones.length === 0) return null;
  return (
    <section class="sheet stack" aria-labelledby="call-title" data-home="call">
      <h2 id="call-title" class="row">
        <Icon of={Phone} />
        {t('step.call')}
      </h2>
      {phones.map((phone) => (
        <div key={phone.id} class="stack-tight">
          <p>{t(`step.call-${phone.id}`)}</p>
          <a class="phone" href={phone.href} dir="ltr">
            {phone.number}
          </a>
          <p class="small soft">{t('step.call-hours')}</p>
        </div>
      ))}
    </section>
  );
}

function Local({ local }: StepProps) {
  const { t, labels } = useSpeech();
  if (!local) return null;
  const { department, channels } = local;
  return (
    <section class="sheet stack" aria-labelledby="local-title" data-home="local">
      <h2 id="local-title">{t('step.local')}</h2>
      {department ? <p>{labels.department(department)}</p> : <p>{t('step.local-department')}</p>}
      {channels.length > 0 ? (
        <>
          <ul class="bullets">
            {channels.map((channel) => (
              <li key={channel.kind}>
                {t(`step.local.${channel.kind}`)} {channel.joins ? t(`step.local.${channel.joins}`) : ''}
              </li>
            ))}
          </ul>
          <p>{t('step.local-address')}</p>
          <Sources sources={channels.flatMap((channel) => channel.sources)} />
        </>
      ) : department ? (
        <p>{t('step.local-none')}</p>
      ) : null}
    </section>
  );
}

function ProofHere({ view, track, onOpenEntry }: StepProps) {
  const { t, labels } = useSpeech();
  const partsWith = view.parts.filter((part) => part.proof.length + part.declared.length > 0);
  const numbers = (all: readonly number[]) => <Numbers all={all} onOpenEntry={onOpenEntry} />;
  const line = (of: StepView | PartView) => (
    <>
      {of.proof.length > 0 ? numbers(of.proof) : null}
      {of.doneAt === null && of.declared.length > 0 ? (
        <div>
          <p class="small soft">{t('step.declared')}</p>
          {numbers(of.declared)}
        </div>
      ) : null}
    </>
  );
  return (
    <section class="sheet stack" aria-labelledby="here-title" data-home="proof">
      <h2 id="here-title">{t('step.proof-here')}</h2>
      {view.proof.length + view.declared.length + partsWith.length === 0 ? <p>{t('step.proof-none')}</p> : null}
      {line(view)}
      {partsWith.map((part) => (
        <div key={part.id}>
          <h3>{labels.part(track, view.id, part.id)}</h3>
          {line(part)}
        </div>
      ))}
    </section>
  );
}

function Numbers({
  all,
  onOpenEntry,
}: {
  readonly all: readonly number[];
  readonly onOpenEntry: (seq: number) => void;
}) {
  return (
    <ul class="proofs">
      {all.map((seq) => (
        <li key={seq}>
          <a
            class="proof proof-link"
            href={`#/piece/${seq}`}
            data-proof={seq}
            onClick={(event) => {
              event.preventDefault();
              onOpenEntry(seq);
            }}
          >
            <span class="number">{displayNumber(seq)}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
