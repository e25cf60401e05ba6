/** Wires the page of one step: its table, its state, its letters, its ways of contact, its forms. */
import { StepScreen } from '@/components/step/StepScreen';
import { type Speech, useSpeech } from '@/components/text';
import { Banner } from '@/components/ui/Banner';
import { channelsOf } from '@/lib/domain/checklist-predicates';
import type { Part, Predicate, Step, StepView } from '@/lib/domain/checklist-types';
import { waitOf } from '@/lib/domain/checklist-waits';
import { CHANNELS, type Channel } from '@/lib/domain/entry';
import { PHONE_CONTACTS } from '@/lib/protocols/contacts';
import { dateKey } from '@/lib/protocols/keys';
import { localChannelsOf } from '@/lib/protocols/local-channels';
import { type ProofLine, type ProofWording, proofLine } from '@/lib/protocols/proof-lines';
import { lettersOfStep } from '@/lib/protocols/step-letters';
import { StepForms } from './follow-up';
import { goTo, type Open } from './journal-parts';

export function StepPart({ id, ...open }: Open & { readonly id: string }) {
  const speech = useSpeech();
  const { t } = speech;
  const { checklist, onDialog } = open;
  const { track, standing } = checklist;
  const step = track?.steps.find((one) => one.id === id);
  const view = standing?.view.steps.find((one) => one.id === id);
  if (!track || !standing || !step || !view) return <UnknownStep />;
  const channels = channelsFor(step);
  return (
    <StepScreen
      track={track.id}
      step={step}
      view={view}
      contentDate={track.contentDate}
      {...proofsOf(step, view, speech)}
      letters={lettersOfStep(track.id, step.id).map((letter) => ({
        id: letter,
        name: t(`letters.name.${letter}`),
        use: t(`letters.use.${letter}`),
      }))}
      phones={PHONE_CONTACTS.filter((phone) => channels.includes(phone.channel))}
      local={hasLocal(step) ? localFor(standing.triage.department) : null}
      channels={channels}
      capturable={mentions(step, 'capture') || mentions(step, 'spread')}
      exportable={mentions(step, 'exported')}
      skippable={checklist.skippable}
      usualWait={step.wait && !step.wait.legal ? waitOf(step.id, step.wait, checklist.waits) : null}
      waitRef={step.wait?.ref}
      forms={<StepForms {...open} step={step} view={view} />}
      onOpenEntry={(seq) => goTo(`#/piece/${seq}`)}
      onAdd={(channel) => onDialog({ is: 'exchange', channel })}
      onSkip={(one) => onDialog({ is: 'skip', step: one })}
    />
  );
}

function UnknownStep() {
  const { t } = useSpeech();
  return (
    <>
      <h1 tabIndex={-1}>{t('step.unknown')}</h1>
      <Banner tone="warn" name="step-unknown" title={t('step.unknown-explain')}>
        <a href="#/">{t('step.back')}</a>
      </Banner>
    </>
  );
}

/** In the order in which the form offers them. */
function channelsFor(step: Step): readonly Channel[] {
  const wanted = channelsOf(step.done, step.parts ?? []);
  return CHANNELS.filter((channel) => wanted.has(channel));
}

/** Whether a step, or a part of it, reads that kind of proof. */
function mentions(step: Step, kind: Predicate['is']): boolean {
  const holds = (one: Predicate): boolean => one.is === kind || ('of' in one && one.of.some(holds));
  return [step.done, ...(step.parts ?? []).map((part) => part.done)].some(holds);
}

/** The step of the local ways is the one that a form of another site or another way proves (T3, P2L). */
const hasLocal = (step: Step): boolean => channelsFor(step).includes('OTHER') && channelsFor(step).includes('DN_MSG');

const localFor = (department: string | null) => ({
  department: department || null,
  channels: localChannelsOf(department),
});

function proofsOf(
  step: Step,
  view: StepView,
  { t, locale, labels }: Speech,
): { proof: ProofLine; partProofs: Record<string, ProofLine> } {
  const words: ProofWording = {
    t,
    channel: (channel) => t(`channel.${channel}`),
    date: (date) => t(dateKey(date)),
    page: (page) => {
      const [site = '', name = ''] = page.split('/');
      return labels.page({ site, page: name });
    },
    list: (texts, how) =>
      new Intl.ListFormat(locale, { type: how === 'or' ? 'disjunction' : 'conjunction' }).format(texts),
  };
  // Only the parts that are for this dossier.
  const parts = (step.parts ?? []).filter((part) => view.parts.some((one) => one.id === part.id));
  const line = (part: Part): [string, ProofLine] => [part.id, proofLine(part.done, parts, words)];
  return { proof: proofLine(step.done, parts, words), partProofs: Object.fromEntries(parts.map(line)) };
}
