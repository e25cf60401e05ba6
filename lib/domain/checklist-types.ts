/** The shapes of a protocol's table and of the checklist computed from it. */
import type { Channel, ExchangeOutcome, KeyDate } from './entry';

/** When a step counts as done: proof in the journal, never a ticked box (domain.md § 3.4). */
export type Predicate =
  | CapturePredicate
  /**
   * Something that the person sent (what they received is an answer). `needsProof`: a file or a capture; without it
   * the exchange is only declared. `needsReference`: its number too.
   */
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
  /** The person answered a question of the table; `choices`: with one of these. Typed words unless files come with it. */
  | {
      readonly is: 'said';
      readonly question: string;
      readonly choices?: readonly string[];
      readonly needsProof?: boolean;
    }
  /** A fact of the dossier was given (T0). */
  | { readonly is: 'told'; readonly what: TriageFact }
  /** Captures that the predicate accepts, spread over time: « repère pratique » of domain.md § 3.5 T6, never a verdict. */
  | { readonly is: 'spread'; readonly captures: CapturePredicate; readonly over: Spread }
  /** Every complement request of the dossier has its dates, or an answer for each document, or a proof of sending. */
  | { readonly is: 'complement'; readonly has: 'dates' | 'item-answers' | 'sent' }
  /** The dossier was exported: something to show to a lawyer or an association. */
  | { readonly is: 'exported' }
  /** Every part of the step that applies and is not optional. */
  | { readonly is: 'parts' }
  | { readonly is: 'any' | 'all'; readonly of: readonly Predicate[] };

/**
 * A picture of the screen's pixels, stamped, whose files are still there. Any one of the given members is enough.
 * `outcomes`: what the page was recognised as. `pages`: that very row (`site/page`). `noted`: a page that our tables
 * cannot judge (recognised as that outcome, or 'unrecognised'), once the person has said in a note about that very
 * capture what it shows. `after`: taken later than the latest of these days of the dossier; while none is known, the
 * capture is only declared.
 */
export interface CapturePredicate {
  readonly is: 'capture';
  readonly outcomes?: readonly string[];
  readonly pages?: readonly string[];
  readonly noted?: readonly string[];
  readonly after?: readonly KeyDate[];
}

/** Facts of T0, each stated by the person. */
export const TRIAGE_FACTS = ['title', 'regime', 'filed', 'stops', 'urgency', 'blockages'] as const;
export type TriageFact = (typeof TRIAGE_FACTS)[number];

/** Attempts over time: on how many days, over how many days from the first to the last, in how many successive periods of 7 days. */
export interface Spread {
  readonly attempts: number;
  readonly days: number;
  readonly spanDays: number;
  readonly successivePeriods: number;
}

/** For whom a step or a part is: it applies when each given member holds. Absent: for everybody. */
export interface Only {
  /** One of these blockages was chosen (domain.md § 2.5). */
  readonly blockages?: readonly string[];
  /** Something else than these was chosen, or nothing yet. */
  readonly notOnly?: readonly string[];
  /** That question was answered so. */
  readonly said?: { readonly question: string; readonly choices: readonly string[] };
}

export interface Part {
  readonly id: string;
  readonly label: string;
  readonly done: Predicate;
  readonly only?: Only;
  /** Not counted by « parts »: shown, and welcome. */
  readonly optional?: true;
}

/** How days are counted: on the calendar, in working days of mainland France, or in months. */
export type WaitUnit = 'days' | 'working-days' | 'months';

export interface Wait {
  readonly days: number;
  readonly urgentDays: number;
  /** True only when a text gives it; the table then names the article in `ref`. False is « repère pratique ». */
  readonly legal: boolean;
  readonly unit?: WaitUnit;
  readonly ref?: string;
}

/** A day worth knowing that holds nothing up: it only makes a reminder. */
export interface Mark extends Wait {
  readonly id: string;
  readonly label: string;
  /**
   * Counted from: the day the step was done (default), the last proof of it, the receipt of the letter (nothing while
   * it is not recorded), or a day of the dossier. A negative `days` counts back.
   */
  readonly from?: 'done' | 'last' | 'delivered' | KeyDate;
  /** Only for what these channels sent. */
  readonly channels?: readonly Channel[];
  /** Only while the step is still to do (a mark counted from a day of the dossier). */
  readonly whileTodo?: true;
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
  /** After the step is done, before the next one. Counted from the receipt of the letter when it is recorded. */
  readonly wait?: Wait;
  readonly marks?: readonly Mark[];
  readonly sources: readonly { readonly ref: string; readonly seen: string }[];
  /** Parts shown under the step, each with its own proof (CCC: form, mail, phone; prefecture: LRAR, mail). */
  readonly parts?: readonly Part[];
  readonly only?: Only;
}

/** A question whose answer the journal keeps as an `answer` entry. */
export interface Question {
  /** The id of the step or part that asks it: its label is the question. */
  readonly id: string;
  readonly choices: readonly string[];
}

export interface Track {
  readonly id: string;
  readonly label: string;
  readonly contentDate: string;
  readonly steps: readonly Step[];
  /** The solution de substitution of R. 431-2 is asked for: its two keys are shown. */
  readonly substitution?: true;
  /** The questions that its `said` predicates read, with their choices (texts: `choice.<choice>`). */
  readonly questions?: readonly Question[];
}

/**
 * `waiting`: done, no answer yet, the wait runs. `no-answer`: done, the wait is over. `answered`: somebody answered,
 * whatever they said. `done`: done, and nothing is to be waited for. `skipped`: not done, the person said why.
 */
export type StepState = 'todo' | 'waiting' | 'done' | 'answered' | 'no-answer' | 'skipped';

export interface PartView {
  readonly id: string;
  /** Shown and welcome, not counted by the step. */
  readonly optional?: true;
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
  /** When a wait runs: a text gives it (its article is in the table). Absent: « repère pratique ». */
  readonly waitLegal?: true;
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
