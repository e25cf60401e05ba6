/** What is still missing before a letter, a hand-over, a key (domain.md § 3.7). Lists of gaps: never « complet », never a score. */
import { type ChecklistOptions, computeChecklist, settingOf } from './checklist';
import { readEvidence } from './checklist-evidence';
import { applies, channelsOf } from './checklist-predicates';
import type { ChecklistView, Step, StepView, Track } from './checklist-types';
import type { Entry } from './entry';

/** What only the person can give, at letter time; nothing of it is in the journal (domain.md § 7.2). */
export interface LetterFacts {
  readonly name: boolean;
  readonly postalAddress: boolean;
  readonly email: boolean;
  /** A dossier or foreigner's number, or « aucun numéro » said. */
  readonly number: boolean;
  /** Typed or confirmed by the person, never taken from a table. */
  readonly prefectureAddress: boolean;
}

/** What only an export can tell. */
export interface HandoverFacts {
  readonly inventoryNumbered: boolean;
  readonly onePieceOneFile: boolean;
  readonly chronology: boolean;
  /** Urgency documents joined, or « aucune » said. */
  readonly urgencyDocuments: boolean;
  readonly integrity: boolean;
  readonly redactionsReviewed: boolean;
}

export type Gap =
  | { readonly step: string; readonly why: 'not-done' | 'waiting' | 'resolved' }
  | { readonly fact: keyof LetterFacts | keyof HandoverFacts };

export interface Completion {
  /** Before the registered letter (READY_FOR_LRAR); null when the track has none. */
  readonly letter: readonly Gap[] | null;
  /** Before the file can be shown (FILE_READY_FOR_LAWYER, « prêt à être montré », never « prêt pour gagner »). */
  readonly handover: readonly Gap[];
  /** SUBSTITUTION_OPEN: the entry that gives each key; one is enough. */
  readonly substitution: ChecklistView['substitution'];
  readonly substitutionOpen: boolean;
  /** RESOLVED: the entry by which the person says so, with a file or a capture behind it. */
  readonly resolved: number | null;
}

const FACTS = ['name', 'postalAddress', 'email', 'number', 'prefectureAddress'] as const;
const HANDOVER = [
  'inventoryNumbered',
  'onePieceOneFile',
  'chronology',
  'urgencyDocuments',
  'integrity',
  'redactionsReviewed',
] as const;

/** What is missing, for one dossier in one track. */
export function completionOf(
  track: Track,
  entries: readonly Entry[],
  options: ChecklistOptions,
  facts: LetterFacts & HandoverFacts,
): Completion {
  const evidence = readEvidence(entries);
  const { urgent } = settingOf(evidence, options);
  const view = computeChecklist(track, entries, options);
  const table = track.steps.filter((step) => applies(step.only, evidence));
  const letter = table.find((step) => channelsOf(step.done, step.parts ?? []).has('LRAR') && step.done.is !== 'answer');
  const { substitution } = view;
  return {
    letter: letter ? [...gapsBefore(letter, table, view.steps, urgent), ...missing(FACTS, facts)] : null,
    handover: [
      ...(letter ? notDone(letter.id, view.steps) : view.missing.map((step): Gap => ({ step, why: 'not-done' }))),
      ...missing(HANDOVER, facts),
    ],
    substitution,
    substitutionOpen: substitution.invitedByPrefecture !== null || substitution.attestedByCcc !== null,
    resolved: resolvedBy(evidence),
  };
}

function missing<K extends keyof (LetterFacts & HandoverFacts)>(
  names: readonly K[],
  facts: Readonly<Record<K, boolean>>,
): Gap[] {
  return names.filter((name) => !facts[name]).map((fact) => ({ fact }));
}

function notDone(id: string, views: readonly StepView[]): Gap[] {
  return views.some((view) => view.id === id && view.doneAt !== null) ? [] : [{ step: id, why: 'not-done' }];
}

/**
 * Everything that comes before the letter, however far back. Urgency relaxes the wait; it never replaces the capture
 * nor the contact itself, and neither does « passée ».
 */
function gapsBefore(step: Step, table: readonly Step[], views: readonly StepView[], urgent: boolean): Gap[] {
  const before = new Set<string>();
  const collect = (ids: readonly string[]): void => {
    for (const id of ids) {
      if (before.has(id)) continue;
      before.add(id);
      collect(table.find((one) => one.id === id)?.after ?? []);
    }
  };
  collect(step.after);
  return views
    .filter((view) => before.has(view.id))
    .flatMap((view): Gap[] => {
      if (view.doneAt === null) return [{ step: view.id, why: 'not-done' }];
      if (view.state === 'waiting' && !urgent) return [{ step: view.id, why: 'waiting' }];
      return view.lastOutcome === 'RESOLVED' ? [{ step: view.id, why: 'resolved' }] : [];
    });
}

function resolvedBy({ exchanges, said }: ReturnType<typeof readEvidence>): number | null {
  const words = exchanges
    .filter((exchange) => exchange.current.outcome === 'RESOLVED')
    .flatMap((exchange) => exchange.words.filter((word) => word.outcome === 'RESOLVED' && word.proof.length > 0));
  const answer = said.get('resolved');
  const typed = answer?.choice === 'yes' && answer.proof.length > 0 ? [answer.seq] : [];
  return [...words.map((word) => word.seq), ...typed].toSorted((one, other) => one - other)[0] ?? null;
}
