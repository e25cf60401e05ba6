/** The checklist: a pure function of a track's table, a dossier's entries and the hour. States facts, never a verdict (domain.md § 3.4, § 4.3). */
import { compare, type Evidence, isAnswer, orderIn, readEvidence } from './checklist-evidence';
import { applies, channelsOf, find, type Holding, partsOf, type Scope } from './checklist-predicates';
import type { ChecklistView, Part, PartView, Step, StepState, StepView, Track, Wait } from './checklist-types';
import { type WaitChanges, waitEnd, waitOf } from './checklist-waits';
import { dayOf } from './days';
import type { Channel, Entry, ExchangeOutcome } from './entry';
import { addMonths, type Triage, urgencyReasons, zoneOfDepartment } from './triage';

export interface ChecklistOptions {
  /** Milliseconds since the Unix epoch. */
  readonly now: number;
  /**
   * Urgency HIGH (domain.md § 3.3): shorter waits, and no wait before the next step; never less proof. When nobody
   * says, it is what the person told of their dossier and the days of their documents.
   */
  readonly urgent?: boolean;
  /** Where days are counted; else the zone of the dossier's department. */
  readonly zone?: string;
  /** Waits of ours (« repère pratique ») that were set otherwise, by step or mark. */
  readonly waits?: WaitChanges;
}

/** The options with nothing left open. */
export interface Setting {
  readonly now: number;
  readonly urgent: boolean;
  readonly zone: string;
  readonly waits: WaitChanges | undefined;
}

export function settingOf(evidence: Evidence, options: ChecklistOptions): Setting {
  const zone = options.zone ?? zoneOfDepartment(evidence.triage.department);
  return {
    now: options.now,
    zone,
    urgent: options.urgent ?? isUrgent(evidence, evidence.triage, options.now, zone),
    waits: options.waits,
  };
}

function isUrgent(evidence: Evidence, triage: Triage, now: number, zone: string): boolean {
  const open = evidence.complements.flatMap((one) =>
    one.deadline !== null && one.sent === null ? [one.deadline] : [],
  );
  return urgencyReasons(triage, open, { now, zone }).length > 0;
}

/** Months after which what a table says of the law may be out of date (domain.md § 4.3 [P]): nobody offline can know. */
const STALE_MONTHS = 6;

/** Whether to say « informations peut-être dépassées ». @param now milliseconds since the Unix epoch */
export function isStale(contentDate: string, now: number): boolean {
  return addMonths(contentDate, STALE_MONTHS) < dayOf(now);
}

/**
 * Computes the checklist of a dossier. Steps that are not for this dossier (`only`) are left out.
 * @param entries the dossier's readable entries, in any order (those of a later version cannot be judged: leave them out)
 */
export function computeChecklist(track: Track, entries: readonly Entry[], options: ChecklistOptions): ChecklistView {
  const evidence = readEvidence(entries);
  const setting = settingOf(evidence, options);
  const table = track.steps.filter((step) => applies(step.only, evidence));
  const steps = table.map((step) => stepView(step, evidence, setting));
  return {
    track: track.id,
    steps,
    next: nextStep(table, steps, setting.urgent),
    missing: steps.filter((step) => step.mandatory && step.doneAt === null).map((step) => step.id),
    substitution: {
      invitedByPrefecture: firstStated(evidence, 'INVITED', (channel) => !isCcc(channel)),
      attestedByCcc: firstStated(evidence, 'IMPOSSIBILITY_ATTESTED', isCcc),
    },
  };
}

function stepView(step: Step, evidence: Evidence, setting: Setting): StepView {
  const parts = partsOf(step, evidence);
  const scope: Scope = { evidence, zone: setting.zone, parts };
  const { holds, declared } = find(step.done, scope);
  const outcome = lastOutcome(step, parts, evidence);
  const wait = step.wait ? waitOf(step.id, step.wait, setting.waits) : null;
  const ends = holds && wait && !isAnswer(outcome) ? endOf(holds, wait, step, parts, evidence, setting) : null;
  const running = ends !== null && setting.now < ends;
  return {
    id: step.id,
    mandatory: step.mandatory,
    received: step.done.is === 'answer',
    state: stateOf(step, holds, outcome, running, evidence),
    doneAt: holds?.at ?? null,
    proof: holds?.proof ?? [],
    declared,
    declarativeOnly: holds ? holds.typed : declared.length > 0,
    lastOutcome: outcome,
    waitUntil: running ? new Date(ends).toISOString() : null,
    ...(running && wait?.legal ? { waitLegal: true as const } : {}),
    parts: parts.map((part): PartView => {
      const found = find(part.done, scope);
      return {
        id: part.id,
        ...(part.optional ? { optional: part.optional } : {}),
        doneAt: found.holds?.at ?? null,
        proof: found.holds?.proof ?? [],
        declared: found.declared,
      };
    }),
  };
}

/** A wait runs from the step; for a letter, from the day on which it arrived once that is recorded (domain.md § 3.6). */
function endOf(
  holds: Holding,
  wait: Wait,
  step: Step,
  parts: readonly Part[],
  evidence: Evidence,
  setting: Setting,
): number {
  const from = [holds.at, ...deliveredAt(step, parts, evidence)].reduce((one, other) =>
    compare(one, other) >= 0 ? one : other,
  );
  return waitEnd(Date.parse(from), wait, setting.urgent, setting.zone);
}

/** The first receipt of a letter of this step, as a list of one or none. */
function deliveredAt(step: Step, parts: readonly Part[], evidence: Evidence): readonly string[] {
  const channels = channelsOf(step.done, parts);
  return evidence.exchanges
    .filter((exchange) => exchange.sent && exchange.channel === 'LRAR' && channels.has('LRAR'))
    .flatMap((exchange) => exchange.deliveredAt ?? [])
    .toSorted(compare)
    .slice(0, 1);
}

function stateOf(
  step: Step,
  holds: Holding | null,
  outcome: ExchangeOutcome | null,
  running: boolean,
  evidence: Evidence,
): StepState {
  // Proof weighs more than « passée »: what was done stays done.
  if (!holds) return evidence.skips.some((skip) => skip.step === step.id) ? 'skipped' : 'todo';
  if (isAnswer(outcome)) return 'answered';
  if (!step.wait) return 'done';
  return running ? 'waiting' : 'no-answer';
}

/** The first mandatory step not done whose predecessors leave the way free. */
function nextStep(table: readonly Step[], views: readonly StepView[], urgent: boolean): string | null {
  const clears = (id: string): boolean => {
    const view = views.find((one) => one.id === id);
    if (!view || view.state === 'skipped') return true;
    if (view.doneAt === null) return false;
    if (view.state === 'waiting') return urgent; // urgency relaxes the wait, never the contact itself (§ 3.7)
    return view.lastOutcome !== 'RESOLVED';
  };
  const todo = table.find((step, index) => {
    const view = views[index];
    return step.mandatory && view?.doneAt === null && view.state !== 'skipped' && step.after.every(clears);
  });
  return todo?.id ?? null;
}

/** What the step's exchanges last brought; of two with the same date, the one that says more. */
function lastOutcome(step: Step, parts: readonly Part[], evidence: Evidence): ExchangeOutcome | null {
  const channels = channelsOf(step.done, parts);
  const words = evidence.exchanges
    .filter((exchange) => channels.has(exchange.channel))
    .map((exchange) => exchange.current);
  // An answer on one channel is an answer, whatever was sent since on another.
  const answers = words.filter((word) => isAnswer(word.outcome));
  const pool = answers.length > 0 ? answers : words;
  const order = orderIn(pool);
  const last = pool.toSorted(
    (one, other) => order(other, one) || RANK.indexOf(other.outcome) - RANK.indexOf(one.outcome),
  )[0];
  return last?.outcome ?? null;
}

/** From what says least to what says most; only breaks ties between exchanges of the same instant. */
const RANK: readonly ExchangeOutcome[] = [
  'NONE',
  'AUTO_REPLY',
  'STEREOTYPED',
  'REDIRECTED',
  'REFUSED',
  'INVITED',
  'IMPOSSIBILITY_ATTESTED',
  'RESOLVED',
];

const isCcc = (channel: Channel): boolean => channel.startsWith('CCC_');

/**
 * Number of the first entry that states this outcome with a file or a capture behind it. What came after does not
 * undo it: somebody invited, then received, was invited.
 */
function firstStated(evidence: Evidence, outcome: ExchangeOutcome, from: (channel: Channel) => boolean): number | null {
  const words = evidence.exchanges
    .filter((exchange) => from(exchange.channel))
    .flatMap((exchange) => exchange.words.filter((word) => word.outcome === outcome && word.proof.length > 0));
  return words.toSorted((one, other) => compare(one.on, other.on) || one.seq - other.seq)[0]?.seq ?? null;
}
