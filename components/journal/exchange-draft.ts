/** What a person says of an exchange while they fill in the form, and what stops it from being saved. Pure. */
import type { CALL_ENDS, Channel, DIRECTIONS, ExchangeOutcome, MILESTONES } from '@/lib/domain/entry';

/** Largest file that may be joined, in bytes, and how many: said before choosing. */
export const MAX_FILE_BYTES = 20_000_000;
export const MAX_FILES = 20;

/** The CCC's own number (S003:1519-1532), the one to call: proposed, to be changed. */
export const CCC_NUMBER = '0 806 001 620';
/** A call lasts a day at most. */
const MAX_MINUTES = 1440;

export type Direction = (typeof DIRECTIONS)[number];
export type Milestone = (typeof MILESTONES)[number];
export type CallEnd = (typeof CALL_ENDS)[number];

/** What happened at the point d'accueil numérique (domain.md § 3.4 S3). */
export const PAN_EVENTS = ['no-slot', 'appointment', 'visit', 'trace'] as const;
export type PanEvent = (typeof PAN_EVENTS)[number];

export interface CallDraft {
  readonly number: string;
  /** '' until the person says how the call ended. */
  readonly end: CallEnd | '';
  readonly minutes: string;
  readonly agent: string;
}

/** What the person said; `time` is '' when only the day is known. */
export interface ExchangeDraft {
  readonly channel: Channel;
  readonly direction: Direction;
  readonly day: string;
  readonly time: string;
  readonly reference: string;
  readonly ticket: string;
  readonly outcome: ExchangeOutcome;
  readonly words: string;
  readonly call: CallDraft;
  readonly pan: PanEvent | '';
  /** Only of a letter already noted: it arrived, or came back. */
  readonly milestone: Milestone | null;
  readonly files: readonly File[];
  readonly captures: readonly number[];
}

const NO_CALL: CallDraft = { number: CCC_NUMBER, end: '', minutes: '', agent: '' };

export const EMPTY_DRAFT: Omit<ExchangeDraft, 'day'> = {
  channel: 'CCC_FORM',
  direction: 'sent',
  time: '',
  reference: '',
  ticket: '',
  outcome: 'NONE',
  words: '',
  call: NO_CALL,
  pan: '',
  milestone: null,
  files: [],
  captures: [],
};

export interface FileProblem {
  readonly files?: 'too-large' | 'too-many';
}

export interface Problems extends FileProblem {
  readonly day?: 'missing' | 'future';
  readonly minutes?: 'wrong';
  /** Something was written of the call, but not how it ended. */
  readonly end?: 'missing';
}

/** What stops files from being joined. */
export function fileProblem(files: readonly File[]): FileProblem {
  if (files.length > MAX_FILES) return { files: 'too-many' };
  return files.some((file) => file.size > MAX_FILE_BYTES) ? { files: 'too-large' } : {};
}

/** What stops the form from being saved. @param today calendar day of the person */
export function problemsOf(draft: ExchangeDraft, today: string): Problems {
  const day = draft.day === '' ? 'missing' : draft.day > today ? 'future' : null;
  return {
    ...(day ? { day } : {}),
    ...(draft.channel === 'CCC_PHONE' && draft.milestone === null ? callProblems(draft.call) : {}),
    ...fileProblem(draft.files),
  };
}

function callProblems({ number, end, minutes, agent }: CallDraft): Problems {
  const told = minutes.trim() !== '' || agent.trim() !== '' || number.trim() !== CCC_NUMBER;
  return {
    ...(minutesOf(minutes) === null ? { minutes: 'wrong' as const } : {}),
    ...(told && end === '' ? { end: 'missing' as const } : {}),
  };
}

/** Whole minutes; undefined when nothing was written, null when it is no such number. */
export function minutesOf(text: string): number | undefined | null {
  const bare = text.trim();
  if (bare === '') return undefined;
  return /^\d{1,4}$/.test(bare) && Number(bare) <= MAX_MINUTES ? Number(bare) : null;
}
