/** The shapes of a protocol's table and of the checklist computed from it. */
import type { Channel, ExchangeOutcome } from './entry';

/** When a step counts as done: proof in the journal, never a ticked box (domain.md § 3.4). */
export type Predicate =
  /**
   * A picture of the screen's pixels, stamped, whose files are still there. Any one of the given members is enough.
   * `outcomes`: what the page was recognised as. `pages`: that very row (`site/page`). `noted`: a page that our tables
   * cannot judge (recognised as that outcome, or 'unrecognised'), once the person has said in a note about that very
   * capture what it shows.
   */
  | {
      readonly is: 'capture';
      readonly outcomes?: readonly string[];
      readonly pages?: readonly string[];
      readonly noted?: readonly string[];
    }
  /** `needsProof`: a file or a capture; without it the exchange is only declared. `needsReference`: its number too. */
  | {
      readonly is: 'exchange';
      readonly channels: readonly Channel[];
      readonly needsProof: boolean;
      readonly needsReference?: boolean;
    }
  /** An answer was recorded (an automatic reply is none). */
  | { readonly is: 'answer'; readonly channels: readonly Channel[] }
  /** The person said, with the reason, that this step or part does not apply (« pas d'adresse mail connue »). */
  | { readonly is: 'skipped'; readonly step: string }
  | { readonly is: 'any' | 'all'; readonly of: readonly Predicate[] };

export interface Part {
  readonly id: string;
  readonly label: string;
  readonly done: Predicate;
}

export interface Step {
  readonly id: string;
  /** French, shown to the person. Every language, French too, has it in checklist.ts: `protocols.<track>.<id>.label`. */
  readonly label: string;
  readonly explain: string;
  readonly mandatory: boolean;
  /** Steps that come before (order shown, and « next »). PAN is never in anybody's list. */
  readonly after: readonly string[];
  readonly done: Predicate;
  /** Calendar days after the step is done; `legal` false is « repère pratique ». */
  readonly wait?: { readonly days: number; readonly urgentDays: number; readonly legal: boolean };
  readonly sources: readonly { readonly ref: string; readonly seen: string }[];
  /** Parts shown under the step, each with its own proof (CCC: form, mail, phone; prefecture: LRAR, mail). */
  readonly parts?: readonly Part[];
}

export interface Track {
  readonly id: string;
  readonly label: string;
  readonly contentDate: string;
  readonly steps: readonly Step[];
}

/**
 * `waiting`: done, no answer yet, the wait runs. `no-answer`: done, the wait is over. `answered`: somebody answered,
 * whatever they said. `done`: done, and nothing is to be waited for. `skipped`: not done, the person said why.
 */
export type StepState = 'todo' | 'waiting' | 'done' | 'answered' | 'no-answer' | 'skipped';

export interface PartView {
  readonly id: string;
  readonly doneAt: string | null;
  readonly proof: readonly number[];
  /** Entries that say so without the proof that the table asks for: « déclaratif », they do not make it done. */
  readonly declared: readonly number[];
}

export interface StepView {
  readonly id: string;
  readonly mandatory: boolean;
  /** It comes from the other side (an answer): the person has nothing to do, so it is not « facultatif » either. */
  readonly received?: boolean;
  readonly state: StepState;
  /** UTC instant of the first proof that made the step done; null while it is not. */
  readonly doneAt: string | null;
  /** Numbers of the entries that are its proof. */
  readonly proof: readonly number[];
  /** Entries that say so without the proof that the table asks for: « déclaratif », they do not make it done. */
  readonly declared: readonly number[];
  /** Nothing but typed words stands behind the step, done or declared (shown as weaker, domain.md § 3.8.1). */
  readonly declarativeOnly: boolean;
  readonly lastOutcome: ExchangeOutcome | null;
  /** End of the wait (« repère pratique » unless `legal`), UTC; null when none runs. */
  readonly waitUntil: string | null;
  readonly parts: readonly PartView[];
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
