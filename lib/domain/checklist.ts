/** The checklist: a pure function of a track's table, a dossier's entries and the hour. States facts, never a verdict (domain.md § 3.4, § 4.3). */

import { compare, type Evidence, type ExchangeFact, isAnswer, readEvidence } from './checklist-evidence';
import type { ChecklistView, PartView, Predicate, Step, StepState, StepView, Track } from './checklist-types';
import { addDays } from './days';
import type { Channel, Entry, ExchangeOutcome } from './entry';
import { PARIS } from './moment';

export interface ChecklistOptions {
  /** Milliseconds since the Unix epoch. */
  readonly now: number;
  /** Urgency HIGH (domain.md § 3.3): shorter waits, and no wait before the next step; never less proof. */
  readonly urgent?: boolean;
  /** Where days are counted. */
  readonly zone?: string;
}

/** What stands behind a predicate. */
interface Holding {
  /** UTC instant from which it holds. */
  readonly at: string;
  readonly proof: readonly number[];
  /** Nothing but typed words. */
  readonly typed: boolean;
}

interface Finding {
  readonly holds: Holding | null;
  readonly declared: readonly number[];
}

/**
 * Computes the checklist of a dossier.
 * @param entries the dossier's readable entries, in any order (those of a later version cannot be judged: leave them out)
 */
export function computeChecklist(track: Track, entries: readonly Entry[], options: ChecklistOptions): ChecklistView {
  const evidence = readEvidence(entries);
  const steps = track.steps.map((step) => stepView(step, evidence, options));
  return {
    track: track.id,
    steps,
    next: nextStep(track, steps, options.urgent ?? false),
    missing: steps.filter((step) => step.mandatory && step.doneAt === null).map((step) => step.id),
    substitution: {
      invitedByPrefecture: firstStated(evidence, 'INVITED', (channel) => !isCcc(channel)),
      attestedByCcc: firstStated(evidence, 'IMPOSSIBILITY_ATTESTED', isCcc),
    },
  };
}

function stepView(step: Step, evidence: Evidence, options: ChecklistOptions): StepView {
  const { holds, declared } = find(step.done, evidence);
  const outcome = lastOutcome(step, evidence);
  const ends = holds && step.wait && !isAnswer(outcome) ? waitEnd(holds.at, step.wait, options) : null;
  const running = ends !== null && options.now < ends;
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
    parts: (step.parts ?? []).map((part): PartView => {
      const found = find(part.done, evidence);
      return {
        id: part.id,
        doneAt: found.holds?.at ?? null,
        proof: found.holds?.proof ?? [],
        declared: found.declared,
      };
    }),
  };
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

function waitEnd(from: string, wait: NonNullable<Step['wait']>, options: ChecklistOptions): number {
  return addDays(Date.parse(from), options.urgent ? wait.urgentDays : wait.days, options.zone ?? PARIS);
}

/** The first mandatory step not done whose predecessors leave the way free. */
function nextStep(track: Track, views: readonly StepView[], urgent: boolean): string | null {
  const clears = (id: string): boolean => {
    const view = views.find((one) => one.id === id);
    if (!view || view.state === 'skipped') return true;
    if (view.doneAt === null) return false;
    if (view.state === 'waiting') return urgent; // urgency relaxes the wait, never the contact itself (§ 3.7)
    return view.lastOutcome !== 'RESOLVED';
  };
  const todo = track.steps.find((step, index) => {
    const view = views[index];
    return step.mandatory && view?.doneAt === null && view.state !== 'skipped' && step.after.every(clears);
  });
  return todo?.id ?? null;
}

function find(predicate: Predicate, evidence: Evidence): Finding {
  switch (predicate.is) {
    case 'capture':
      return findCaptures(predicate, evidence);
    case 'exchange':
      return findExchanges(predicate, evidence);
    case 'answer':
      return findAnswers(predicate.channels, evidence);
    case 'skipped': {
      const skips = evidence.skips.filter((skip) => skip.step === predicate.step);
      return {
        holds: together(
          skips.map(({ seq, at }) => ({ at, proof: [seq], typed: true })),
          earliest,
        ),
        declared: [],
      };
    }
    case 'any':
    case 'all':
      return combine(predicate, evidence);
  }
}

function combine(predicate: Extract<Predicate, { is: 'any' | 'all' }>, evidence: Evidence): Finding {
  const findings = predicate.of.map((one) => find(one, evidence));
  const holding = findings.map((one) => one.holds).filter((one) => one !== null);
  const enough = predicate.is === 'any' ? holding.length > 0 : holding.length === findings.length;
  return {
    holds: enough ? together(holding, predicate.is === 'any' ? earliest : latest) : null,
    declared: ordered(findings.flatMap((one) => one.declared)),
  };
}

function findCaptures(predicate: Extract<Predicate, { is: 'capture' }>, evidence: Evidence): Finding {
  const holdings = evidence.captures
    .filter((capture) => capture.readable)
    .flatMap((capture): Holding[] => {
      const recognised =
        predicate.outcomes?.includes(capture.outcome) ||
        (capture.page !== null && predicate.pages?.includes(capture.page));
      if (recognised) return [{ at: capture.at, proof: [capture.seq], typed: false }];
      if (!predicate.noted?.includes(capture.outcome) || capture.notes.length === 0) return [];
      return [{ at: capture.at, proof: [capture.seq, ...capture.notes], typed: false }];
    });
  return { holds: together(holdings, earliest), declared: [] };
}

function findExchanges(predicate: Extract<Predicate, { is: 'exchange' }>, evidence: Evidence): Finding {
  const those = evidence.exchanges.filter((exchange) => predicate.channels.includes(exchange.channel));
  const proven = (exchange: ExchangeFact): boolean =>
    (!predicate.needsProof || exchange.proof.length > 0) && (!predicate.needsReference || exchange.hasReference);
  const holdings = those.filter(proven).map((exchange) => ({
    at: exchange.at,
    proof: [exchange.seq, ...exchange.proof],
    typed: exchange.proof.length === 0,
  }));
  return {
    holds: together(holdings, earliest),
    declared: ordered(those.filter((exchange) => !proven(exchange)).map((exchange) => exchange.seq)),
  };
}

function findAnswers(channels: readonly Channel[], evidence: Evidence): Finding {
  const holdings = evidence.exchanges
    // What counts now must be an answer (it may have been corrected); it is one since the first of its answers.
    .filter((exchange) => channels.includes(exchange.channel) && isAnswer(exchange.current.outcome))
    .flatMap((exchange) => exchange.words.filter((word) => isAnswer(word.outcome)))
    .map((word) => ({ at: word.on, proof: [word.seq, ...word.proof], typed: word.proof.length === 0 }));
  return { holds: together(holdings, earliest), declared: [] };
}

const earliest = (one: string, other: string): string => (compare(one, other) <= 0 ? one : other);
const latest = (one: string, other: string): string => (compare(one, other) >= 0 ? one : other);

function together(holdings: readonly Holding[], pick: (one: string, other: string) => string): Holding | null {
  if (holdings.length === 0) return null;
  return {
    at: holdings.map((one) => one.at).reduce(pick),
    proof: ordered(holdings.flatMap((one) => one.proof)),
    typed: holdings.every((one) => one.typed),
  };
}

function ordered(numbers: readonly number[]): readonly number[] {
  return [...new Set(numbers)].toSorted((one, other) => one - other);
}

/** What the step's exchanges last brought; of two with the same date, the one that says more. */
function lastOutcome(step: Step, evidence: Evidence): ExchangeOutcome | null {
  const channels = channelsOf(step.done);
  const words = evidence.exchanges
    .filter((exchange) => channels.has(exchange.channel))
    .map((exchange) => exchange.current);
  // An answer on one channel is an answer, whatever was sent since on another.
  const answers = words.filter((word) => isAnswer(word.outcome));
  const pool = answers.length > 0 ? answers : words;
  const last = pool.toSorted(
    (one, other) => compare(other.on, one.on) || RANK.indexOf(other.outcome) - RANK.indexOf(one.outcome),
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

function channelsOf(predicate: Predicate): ReadonlySet<Channel> {
  switch (predicate.is) {
    case 'exchange':
    case 'answer':
      return new Set(predicate.channels);
    case 'any':
    case 'all':
      return new Set(predicate.of.flatMap((one) => [...channelsOf(one)]));
    default:
      return new Set();
  }
}

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
