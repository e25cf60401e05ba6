/** The shapes of a letter: its template (a table), what fills it, and the document that any renderer can draw. */
import type { Channel, Regime } from './entry-words';

/** How a letter leaves: pasted in a web form, mailed, posted, registered, or kept and printed. */
export const MEDIA = ['form', 'mail', 'post', 'lrar', 'sheet'] as const;
export type Medium = (typeof MEDIA)[number];

export const FIELD_KINDS = [
  'line',
  'text', // several lines
  'address', // several lines, at least three
  'date', // YYYY-MM-DD, printed 21/11/2026
  'date-time', // YYYY-MM-DDTHH:MM, printed 21/11/2026 à 09 h 05
  'time', // HH:MM
  'email',
  'url',
  'request-number', // 19 digits of the ANEF, printed grouped (domain.md § 6.3)
  'tracking', // number of a registered letter (domain.md § 6.1)
  'choice',
  'tick',
] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];

export interface Field {
  readonly kind: FieldKind;
  /** Longest text that the field takes, in characters. */
  readonly max: number;
  /** For a choice: the code that is kept, and the French words that the letter prints. */
  readonly choices?: Readonly<Record<string, string>>;
  /** May reveal health, protection, beliefs…: the screen warns before the person types (domain.md § 7.4.7). */
  readonly sensitive?: true;
}

/** A text of law, locked: `sha256` is that of its printed form, text, source and day (tests/meta/letters.test.ts). */
export interface Citation {
  /** As the letter prints it. */
  readonly printed: string;
  /** The words of the text that a letter may quote, or what it says when they were not read. */
  readonly text: string;
  /** `text` is word for word. */
  readonly verbatim: boolean;
  readonly source: string;
  /** The day on which it was read, and the state of the code that was read. */
  readonly seen: string;
  readonly state: string;
  /** Procedures in which it may be printed; never under UNKNOWN (domain.md § 3.8.6). */
  readonly regimes: readonly Regime[];
  /** Printed only if the person ticks this field. */
  readonly onlyIf?: string;
  readonly sha256: string;
}

/** When a part of a letter is printed. */
export type When =
  | { readonly filled: string }
  | { readonly ticked: string }
  | { readonly choice: string; readonly is: readonly string[] }
  | { readonly medium: readonly Medium[] }
  /** The journal gives that fact. */
  | { readonly fact: string }
  | { readonly not: When }
  | { readonly all: readonly When[] }
  | { readonly any: readonly When[] };

/**
 * Words with holes: `{field}` prints dots when nobody filled it, `{fact:name}` comes from the journal alone,
 * `{cite:ID}` is a locked citation, and `[ … ]` is left out whole when one of its holes is empty.
 */
export interface Sentence {
  readonly text: string;
  /** Said instead when a citation of `text` cannot be printed; absent: nothing is said. */
  readonly plain?: string;
  readonly when?: When;
}

export const TABLES = ['chronology', 'items', 'pieces'] as const;
export type TableName = (typeof TABLES)[number];

export type Part =
  | ({ readonly kind: 'text' } & Sentence)
  /** Numbered in the order in which they are printed; left out when nothing follows. */
  | ({ readonly kind: 'heading' } & Sentence)
  | {
      readonly kind: 'list';
      readonly ordered?: true;
      readonly items: readonly Sentence[];
      readonly when?: When;
    }
  | { readonly kind: 'table'; readonly table: TableName; readonly caption: string; readonly when?: When }
  | {
      readonly kind: 'form';
      readonly rows: readonly (Sentence & { readonly label: string })[];
      readonly when?: When;
    }
  /** A frame that somebody fills by hand. */
  | { readonly kind: 'frame'; readonly title: string; readonly rows: readonly string[]; readonly when?: When };

export interface LetterTemplate {
  readonly id: string;
  /** Raised by each change of a word. */
  readonly version: number;
  readonly contentDate: string;
  readonly media: readonly Medium[];
  /** Tracks that use it; empty: every track. */
  readonly tracks: readonly string[];
  /** What the journal keeps once it was sent; a medium that is not there makes no exchange. */
  readonly sentAs: Partial<Readonly<Record<Medium, Channel>>>;
  readonly required: readonly string[];
  readonly optional: readonly string[];
  /** Who writes: at the top of a letter, under a message. */
  readonly sender: readonly Sentence[];
  readonly recipient: readonly Sentence[];
  /** Field that holds the address to which a mail goes. */
  readonly mailTo?: string;
  readonly postal?: Sentence;
  /** « {place}, le {letterDate} » at the top. */
  readonly dated: boolean;
  readonly object: readonly Sentence[];
  readonly references: readonly Sentence[];
  readonly salutation: boolean;
  readonly body: readonly Part[];
  readonly closing: readonly Sentence[];
  /** Under the letter, after the closing words. */
  readonly signature: readonly Sentence[];
  /** The pièces cited are listed under the letter, for these media. */
  readonly enclosures: readonly Medium[];
  /** What must be there before it is made, even in urgency. */
  readonly needs: readonly ('capture' | 'ccc-contact' | 'items')[];
  /** Procedure that it is written for; another one is warned about. */
  readonly regime?: Regime;
  /** Characters that the medium takes. */
  readonly limits?: Partial<Readonly<Record<Medium, number>>>;
  readonly sources: readonly { readonly ref: string; readonly seen: string }[];
}

/** One line of a letter's chronology. It comes from an entry, never from a guess. */
export interface LetterLine {
  /** Number of the entry. */
  readonly seq: number;
  readonly kind: 'capture' | 'attempt' | 'exchange' | 'note' | 'failure' | 'complement' | 'export';
  /** UTC instant, for the order. */
  readonly utc: string;
  /** As printed, in the place's own hour. */
  readonly when: string;
  /** The day as printed. */
  readonly day: string;
  readonly event: string;
  readonly result: string;
  /** Words typed or recopied by the person: printed for a lawyer, elsewhere only if asked. */
  readonly verbatim: string;
  /** Nothing but the person's word stands behind it: « déclaratif ». */
  readonly declared: boolean;
  /** Entries whose files stand behind it. */
  readonly proof: readonly number[];
  readonly fact: LineFact;
}

/** What the engine may rely on in a line. */
export interface LineFact {
  readonly channel: Channel | null;
  readonly sent: boolean;
  /** The latest outcome that a human set; null when there is none. */
  readonly outcome: string | null;
  /** The day of that outcome as printed. */
  readonly outcomeDay: string | null;
  readonly reference: string | null;
  /** `site/page` and outcome of the page, for a capture or an attempt. */
  readonly page: string | null;
  readonly pageOutcome: string | null;
  /** Pixels of the screen with the address and the hour on the picture (domain.md § 3.4 S1). */
  readonly readable: boolean;
  /** The person said in a note about this very capture what it shows. */
  readonly noted: boolean;
}

/** A numbered pièce of one letter. */
export interface Piece {
  readonly number: number;
  /** Entry that holds its files. */
  readonly seq: number;
  readonly label: string;
  /** Its files were removed since the letter was sent; the number stays (domain.md § 3.8.2). */
  readonly gone?: true;
}

/** One document of a complement request, with the answer. */
export interface ItemLine {
  readonly label: string;
  readonly problem: string;
  readonly answer: string;
  readonly file: string;
}

export type LetterValues = Readonly<Record<string, string>>;

export interface LetterInput {
  readonly medium: Medium;
  readonly values: LetterValues;
  readonly lines: readonly LetterLine[];
  readonly pieces: readonly Piece[];
  readonly items: readonly ItemLine[];
  readonly facts: Readonly<Record<string, string | null>>;
  readonly regime: Regime;
  /** Prints the typed words of the lines too. */
  readonly verbatim?: boolean;
}

/** A run of text. `field`: somebody typed it, so it may be in any script; `missing`: dots for a field that is not filled. */
export interface Span {
  readonly text: string;
  readonly field?: string;
  readonly missing?: true;
}
export type Line = readonly Span[];

export interface Table {
  readonly kind: 'table';
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly Line[])[];
  /** Shares of the width, one a column; absent: by what the columns hold. */
  readonly shares?: readonly number[];
}

export type Block =
  | { readonly kind: 'heading'; readonly line: Line }
  | { readonly kind: 'paragraph'; readonly line: Line }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly Line[] }
  | { readonly kind: 'form'; readonly rows: readonly { readonly label: string; readonly value: Line }[] }
  | { readonly kind: 'frame'; readonly title: string; readonly rows: readonly string[] }
  | Table;

/** What a renderer draws: always French, never the product's name. */
export interface LetterDocument {
  readonly template: string;
  readonly version: number;
  readonly contentDate: string;
  readonly medium: Medium;
  readonly sender: readonly Line[];
  readonly recipient: readonly Line[];
  readonly postal: Line | null;
  readonly placeDate: Line | null;
  readonly object: Line | null;
  readonly references: readonly Line[];
  readonly salutation: Line | null;
  readonly body: readonly Block[];
  readonly closing: readonly Line[];
  readonly signature: readonly Line[];
  readonly enclosures: readonly Piece[];
  /** A long table goes after the letter, on its own sheet. */
  readonly annex: Table | null;
}

export const PROBLEM_CODES = [
  'no-capture',
  'no-ccc-contact',
  'no-items',
  'missing-fields',
  'field-too-long',
  'field-unreadable',
  'message-too-long',
  'letter-too-long',
  'regime-unknown',
  'regime-other',
  'ccc-solved',
  'pieces-gone',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

export interface Problem {
  readonly code: ProblemCode;
  /** Fields that it is about. */
  readonly fields?: readonly string[];
  /** Characters, pages or pièces too many, as the code says. */
  readonly count?: number;
}

export interface ComposedLetter {
  /** Null when something stops it. */
  readonly document: LetterDocument | null;
  readonly blocking: readonly Problem[];
  readonly warnings: readonly Problem[];
  /** For a message with a limit: characters used, and the limit. */
  readonly counter: { readonly used: number; readonly limit: number } | null;
}
