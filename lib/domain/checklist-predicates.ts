/** Whether a predicate of the protocol's tables holds, since when, and by which entries. */
import { compare, type Evidence, type ExchangeFact, isAnswer } from './checklist-evidence';
import type { CapturePredicate, Only, Part, Predicate, Spread, Step } from './checklist-types';
import { dayOf } from './days';
import type { Channel } from './entry';
import { measureDays, reaches } from './gauge-spread';

/** What stands behind a predicate. */
export interface Holding {
  /** UTC instant from which it holds. */
  readonly at: string;
  readonly proof: readonly number[];
  /** Nothing but typed words. */
  readonly typed: boolean;
}

export interface Finding {
  readonly holds: Holding | null;
  readonly declared: readonly number[];
}

/** Where a predicate is read: the journal, the zone in which days are counted, and the parts of its own step. */
export interface Scope {
  readonly evidence: Evidence;
  readonly zone: string;
  readonly parts: readonly Part[];
}

const NOTHING: Finding = { holds: null, declared: [] };

export function find(predicate: Predicate, scope: Scope): Finding {
  switch (predicate.is) {
    case 'capture':
      return findCaptures(predicate, scope);
    case 'exchange':
      return findExchanges(predicate, scope.evidence);
    case 'answer':
      return findAnswers(predicate.channels, scope.evidence);
    case 'skipped':
      return findSkips(predicate.step, scope.evidence);
    case 'said':
      return findSaid(predicate, scope.evidence);
    case 'told': {
      const stated = scope.evidence.triage.stated[predicate.what];
      return stated ? { holds: { at: stated.at, proof: [stated.seq], typed: true }, declared: [] } : NOTHING;
    }
    case 'spread':
      return findSpread(predicate.captures, predicate.over, scope);
    case 'complement':
      return findComplements(predicate.has, scope.evidence);
    case 'exported':
      return {
        holds: together(
          scope.evidence.exports.map(({ seq, at }) => ({ at, proof: [seq], typed: false })),
          earliest,
        ),
        declared: [],
      };
    case 'parts':
      return findParts(scope);
    case 'any':
    case 'all':
      return combine(
        predicate.is,
        predicate.of.map((one) => find(one, scope)),
      );
  }
}

/** Whether a step or a part is for this dossier. */
export function applies(only: Only | undefined, evidence: Evidence): boolean {
  if (!only) return true;
  const { blockages } = evidence.triage;
  if (only.notOnly && blockages.length > 0 && blockages.every((code) => only.notOnly?.includes(code))) return false;
  const chosen = only.blockages === undefined || only.blockages.some((code) => blockages.includes(code));
  const choice = only.said ? evidence.said.get(only.said.question)?.choice : undefined;
  return chosen && (only.said === undefined || (choice !== undefined && only.said.choices.includes(choice)));
}

/** The parts of a step that are for this dossier. */
export function partsOf(step: Step, evidence: Evidence): readonly Part[] {
  return (step.parts ?? []).filter((part) => applies(part.only, evidence));
}

function findParts(scope: Scope): Finding {
  const counted = scope.parts.filter((part) => !part.optional);
  // A part never says « parts » itself (tests/meta/protocols.test.ts): no endless descent.
  return counted.length === 0
    ? NOTHING
    : combine(
        'all',
        counted.map((part) => find(part.done, scope)),
      );
}

function combine(how: 'any' | 'all', findings: readonly Finding[]): Finding {
  const holding = findings.map((one) => one.holds).filter((one) => one !== null);
  const enough = how === 'any' ? holding.length > 0 : holding.length === findings.length;
  return {
    holds: enough ? together(holding, how === 'any' ? earliest : latest) : null,
    declared: ordered(findings.flatMap((one) => one.declared)),
  };
}

/** The captures that a predicate accepts, each with the notes that make it count, in the order of their instants. */
export function acceptedCaptures(predicate: CapturePredicate, evidence: Evidence, zone: string): readonly Holding[] {
  const from = dayAfterWhich(predicate, evidence);
  if (from === null) return [];
  return shownBy(predicate, evidence).filter(({ at }) => from === undefined || dayOf(Date.parse(at), zone) > from);
}

function shownBy(predicate: CapturePredicate, evidence: Evidence): readonly Holding[] {
  return evidence.captures
    .filter((capture) => capture.readable)
    .flatMap((capture): Holding[] => {
      const recognised =
        predicate.outcomes?.includes(capture.outcome) ||
        (capture.page !== null && predicate.pages?.includes(capture.page));
      if (recognised) return [{ at: capture.at, proof: [capture.seq], typed: false }];
      if (!predicate.noted?.includes(capture.outcome) || capture.notes.length === 0) return [];
      return [{ at: capture.at, proof: [capture.seq, ...capture.notes], typed: false }];
    })
    .toSorted((one, other) => compare(one.at, other.at) || (one.proof[0] ?? 0) - (other.proof[0] ?? 0));
}

/** The day that a capture must be later than: undefined when any day will do, null when nobody knows it yet. */
function dayAfterWhich(predicate: CapturePredicate, evidence: Evidence): string | null | undefined {
  if (!predicate.after) return undefined;
  const known = predicate.after.flatMap((name) => evidence.triage.dates[name] ?? []);
  return known.toSorted().at(-1) ?? null;
}

function findCaptures(predicate: CapturePredicate, { evidence, zone }: Scope): Finding {
  const accepted = acceptedCaptures(predicate, evidence, zone);
  const counted = new Set(accepted);
  const early = predicate.after ? shownBy(predicate, evidence).filter((one) => !counted.has(one)) : [];
  const holds = together(accepted, earliest);
  return { holds, declared: holds ? [] : ordered(early.flatMap((one) => one.proof)) };
}

function findExchanges(predicate: Extract<Predicate, { is: 'exchange' }>, evidence: Evidence): Finding {
  const those = evidence.exchanges.filter((exchange) => exchange.sent && predicate.channels.includes(exchange.channel));
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

function findSkips(step: string, evidence: Evidence): Finding {
  const skips = evidence.skips.filter((skip) => skip.step === step);
  const holdings = skips.map(({ seq, at }) => ({ at, proof: [seq], typed: true }));
  return { holds: together(holdings, earliest), declared: [] };
}

function findSaid(predicate: Extract<Predicate, { is: 'said' }>, evidence: Evidence): Finding {
  const said = evidence.said.get(predicate.question);
  if (!said || (predicate.choices && !predicate.choices.includes(said.choice))) return NOTHING;
  if (predicate.needsProof && said.proof.length === 0) return { holds: null, declared: [said.seq] };
  const holds = { at: said.at, proof: ordered([said.seq, ...said.proof]), typed: said.proof.length === 0 };
  return { holds, declared: [] };
}

function findSpread(captures: CapturePredicate, over: Spread, { evidence, zone }: Scope): Finding {
  const accepted = acceptedCaptures(captures, evidence, zone);
  const days = accepted.map(({ at }) => dayOf(Date.parse(at), zone));
  const holdsWith = (count: number): boolean => reaches(measureDays(days.slice(0, count)), over);
  if (!holdsWith(days.length)) return NOTHING;
  // It holds from the capture with which the marks were reached. They are in the order of time, and one more never
  // takes a mark back: halving finds it, even among thousands.
  let [without, count] = [0, days.length];
  while (count - without > 1) {
    const middle = Math.floor((without + count) / 2);
    if (holdsWith(middle)) count = middle;
    else without = middle;
  }
  return { holds: together(accepted.slice(0, count), latest), declared: [] };
}

function findComplements(has: 'dates' | 'item-answers' | 'sent', evidence: Evidence): Finding {
  const findings = evidence.complements.map((one): Finding => {
    const proof = ordered([one.seq, ...one.proof]);
    const told: Holding = { at: one.at, proof, typed: one.proof.length === 0 };
    if (has === 'dates') return { holds: one.deadline === null ? null : told, declared: [] };
    if (has === 'item-answers') return { holds: one.open === 0 ? told : null, declared: [] };
    if (!one.sent) return NOTHING;
    if (one.sent.proof.length === 0) return { holds: null, declared: [one.seq] };
    return { holds: { at: one.sent.on, proof: ordered([one.seq, ...one.sent.proof]), typed: false }, declared: [] };
  });
  return findings.length === 0 ? NOTHING : combine('all', findings);
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

/** The channels that a step's predicate reads, its parts included. */
export function channelsOf(predicate: Predicate, parts: readonly Part[]): ReadonlySet<Channel> {
  switch (predicate.is) {
    case 'exchange':
    case 'answer':
      return new Set(predicate.channels);
    case 'any':
    case 'all':
      return new Set(predicate.of.flatMap((one) => [...channelsOf(one, parts)]));
    case 'parts':
      return new Set(parts.flatMap((part) => [...channelsOf(part.done, [])]));
    default:
      return new Set();
  }
}
