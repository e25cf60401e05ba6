/** The shapes of a protocol's table and of the checklist computed from it. */
import type { Channel, ExchangeOutcome } from './entry';

/** When a step counts as done: proof in the journal, never a ticked box (domain.md § 3.4). */
export type Predicate =
  | { readonly is: 'capture'; readonly outcomes: readonly string[] }
  | { readonly is: 'exchange'; readonly channels: readonly Channel[]; readonly needsProof: boolean; readonly needsReference?: boolean }
  | { readonly is: 'answer'; readonly channels: readonly Channel[] }
  | { readonly is: 'any' | 'all'; readonly of: readonly Predicate[] };

export interface Step {
  readonly id: string;
  /** French, shown to the person. English in lib/locales/en/tables.ts under `protocols.<track>.<id>`. */
  readonly label: string;
  readonly explain: string;
  readonly mandatory: boolean;
  /** Steps that come before (order shown, and « next »). PAN is never in anybody's list. */
  readonly after: readonly string[];
  readonly done: Predicate;
  readonly wait?: { readonly days: number; readonly urgentDays: number; readonly legal: boolean };
  readonly sources: readonly { readonly ref: string; readonly seen: string }[];
  /** Parts shown under the step, each with its own proof (CCC: form, mail, phone; prefecture: LRAR, mail). */
  readonly parts?: readonly { readonly id: string; readonly label: string; readonly done: Predicate }[];
}

export interface Track {
  readonly id: string;
  readonly label: string;
  readonly contentDate: string;
  readonly steps: readonly Step[];
}

export type StepState = 'todo' | 'waiting' | 'done' | 'answered' | 'no-answer' | 'skipped';

export interface StepView {
  readonly id: string;
  readonly mandatory: boolean;
  readonly state: StepState;
  /** UTC instant of the first proof that made the step done; null while it is not. */
  readonly doneAt: string | null;
  /** Numbers of the entries that are its proof. */
  readonly proof: readonly number[];
  /** Whether every proof is only a typed note (shown as weaker, domain.md § 3.8.1). */
  readonly declarativeOnly: boolean;
  readonly lastOutcome: ExchangeOutcome | null;
  /** End of the wait (« repère pratique » unless `legal`), UTC; null when none runs. */
  readonly waitUntil: string | null;
  readonly parts: readonly { readonly id: string; readonly doneAt: string | null; readonly proof: readonly number[] }[];
}

export interface ChecklistView {
  readonly track: string;
  readonly steps: readonly StepView[];
  /** The mandatory step to do now; null when all are done or everything waits. */
  readonly next: string | null;
  /** Mandatory steps not done. */
  readonly missing: readonly string[];
  /** domain.md § 3.5: which of the two keys of the solution de substitution has proof in the journal. */
  readonly substitution: { readonly invitedByPrefecture: number | null; readonly attestedByCcc: number | null };
}
