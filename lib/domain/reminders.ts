/** The days of a dossier: ends of waits, marks and complement requests, in order, each with its step and what it rests on. */
import { type ChecklistOptions, computeChecklist, type Setting, settingOf } from './checklist';
import { COMPLEMENT_REMINDERS, type ComplementFact } from './checklist-complement';
import { compare, type Evidence, readEvidence } from './checklist-evidence';
import type { Mark, StepView, Track } from './checklist-types';
import { noonOf, waitEnd, waitOf } from './checklist-waits';
import { dayOf } from './days';
import type { Entry, KeyDate } from './entry';
import { KEY_DATES } from './entry';

/** `practical`: a mark of ours. `text`: an article gives it, to be checked. `message`: the ANEF's own message gives it. */
export type DueBasis = 'practical' | 'text' | 'message';

export interface Due {
  /** The same from one day to the next, unique in a dossier. */
  readonly id: string;
  readonly step: string;
  /** `wait`: a wait ends. `mark`: a mark of the table. `deadline`: a complement request is due. `before`: its reminders. */
  readonly kind: 'wait' | 'mark' | 'deadline' | 'before';
  /** `YYYY-MM-DD`, in the dossier's zone. */
  readonly on: string;
  readonly basis: DueBasis;
  /** The article, for `text`. */
  readonly ref?: string;
  /** The day is over. */
  readonly over: boolean;
  /** Days before the day of the request, for `before`. */
  readonly daysBefore?: number;
}

/**
 * Every day of a dossier in one track, the earliest first.
 * @param entries the dossier's readable entries, in any order
 */
export function dueDates(track: Track, entries: readonly Entry[], options: ChecklistOptions): readonly Due[] {
  const evidence = readEvidence(entries);
  const setting = settingOf(evidence, options);
  const { steps } = computeChecklist(track, entries, options);
  const dues = steps.flatMap((view): Due[] => {
    const step = track.steps.find((one) => one.id === view.id);
    const marks = (step?.marks ?? []).flatMap((mark) => markDue(mark, view, evidence, setting));
    return [...waitDue(view, step?.wait?.ref, setting), ...marks];
  });
  const own = track.steps.find((step) => step.done.is === 'complement' && step.done.has === 'sent');
  const complements = own ? evidence.complements.flatMap((one) => complementDues(one, own.id, setting)) : [];
  return [...dues, ...complements].toSorted((one, other) => compare(one.on, other.on) || compare(one.id, other.id));
}

const isOver = (on: string, { now, zone }: Setting): boolean => on < dayOf(now, zone);

function waitDue(view: StepView, ref: string | undefined, setting: Setting): Due[] {
  if (view.waitUntil === null) return [];
  const on = dayOf(Date.parse(view.waitUntil), setting.zone);
  const basis = view.waitLegal ? 'text' : 'practical';
  return [{ id: `${view.id}.wait`, step: view.id, kind: 'wait', on, basis, ...(ref ? { ref } : {}), over: false }];
}

function markDue(mark: Mark, view: StepView, evidence: Evidence, setting: Setting): Due[] {
  if (view.state === 'answered' || (mark.whileTodo && view.doneAt !== null)) return [];
  const from = startOf(mark, view, evidence, setting);
  if (from === null) return [];
  const on = dayOf(waitEnd(from, waitOf(mark.id, mark, setting.waits), setting.urgent, setting.zone), setting.zone);
  return [
    {
      id: mark.id,
      step: view.id,
      kind: 'mark',
      on,
      basis: mark.legal ? 'text' : 'practical',
      ...(mark.ref ? { ref: mark.ref } : {}),
      over: isOver(on, setting),
    },
  ];
}

/** The instant from which a mark counts; null while there is none, or once something came that ends it. */
function startOf(mark: Mark, view: StepView, evidence: Evidence, { zone }: Setting): number | null {
  const from = mark.from ?? 'done';
  if (isKeyDate(from)) {
    const day = evidence.triage.dates[from];
    return day === undefined ? null : noonOf(day, zone);
  }
  const sent = evidence.exchanges.filter(
    (exchange) => exchange.sent && (mark.channels === undefined || mark.channels.includes(exchange.channel)),
  );
  if (from === 'delivered') return first(sent.flatMap((exchange) => exchange.deliveredAt ?? []));
  if (mark.channels) {
    // An acknowledgement, even automatic, is what such a mark waits for.
    const silent = sent.filter((exchange) => exchange.words.every((word) => word.outcome === 'NONE'));
    return silent.length === sent.length ? first(silent.map((exchange) => exchange.at)) : null;
  }
  if (view.doneAt === null) return null;
  if (from === 'done') return Date.parse(view.doneAt);
  const captured = evidence.captures.filter((capture) => view.proof.includes(capture.seq)).map(({ at }) => at);
  return Date.parse(captured.toSorted(compare).at(-1) ?? view.doneAt);
}

const isKeyDate = (from: string): from is KeyDate => (KEY_DATES as readonly string[]).includes(from);

function first(instants: readonly string[]): number | null {
  const earliest = instants.toSorted(compare)[0];
  return earliest === undefined ? null : Date.parse(earliest);
}

function complementDues(fact: ComplementFact, step: string, setting: Setting): Due[] {
  // Only a proof of sending ends the reminders: « envoyé » without a trace does not.
  if (fact.deadline === null || (fact.sent && fact.sent.proof.length > 0)) return [];
  const on = fact.deadline;
  const due: Due = {
    id: `complement.${fact.request}`,
    step,
    kind: 'deadline',
    on,
    basis: 'message',
    over: isOver(on, setting),
  };
  const before = COMPLEMENT_REMINDERS.map((daysBefore): Due => {
    const day = new Date(Date.parse(`${on}T00:00:00Z`) - daysBefore * 86_400_000).toISOString().slice(0, 10);
    const id = `complement.${fact.request}.before-${daysBefore}`;
    return { id, step, kind: 'before', on: day, basis: 'practical', over: isOver(day, setting), daysBefore };
  });
  return [due, ...before.filter((one) => !one.over)];
}
