/** What a person says of a file before it is saved, and what still stops it. Pure. */
import { type Channel, EXCHANGE_OUTCOMES, type ExchangeOutcome } from '@/lib/domain/entry';
import type { ImportShows } from '@/lib/domain/imported';
import type { ReadFile } from '@/lib/imports/types';

/** What the file says of the exchange that it proves: nothing more, a milestone of the letter, an outcome. */
export type ImportOutcome = '' | 'delivered' | 'returned' | Exclude<ExchangeOutcome, 'NONE'>;

export const IMPORT_OUTCOMES: readonly ImportOutcome[] = [
  '',
  'delivered',
  'returned',
  ...EXCHANGE_OUTCOMES.filter((outcome) => outcome !== 'NONE'),
];

/** `none`, `new`, or the number of an exchange already noted. */
export type Attach = 'none' | 'new' | number;

export interface ImportDraft {
  readonly shows: ImportShows;
  readonly day: string;
  readonly time: string;
  /** « Je ne sais pas la date » */
  readonly unknown: boolean;
  readonly words: string;
  readonly attach: Attach;
  readonly channel: Channel;
  readonly outcome: ImportOutcome;
}

export type DraftProblem = 'day-missing' | 'day-future' | 'day-needed';

/** @param today calendar day of the person. @returns why the file cannot be saved yet, null when it can */
export function problemOf(draft: ImportDraft, today: string): DraftProblem | null {
  if (draft.unknown || draft.day === '') {
    if (!draft.unknown) return 'day-missing';
    return draft.attach === 'new' || (draft.attach !== 'none' && draft.outcome !== '') ? 'day-needed' : null;
  }
  return draft.day > today ? 'day-future' : null;
}

/** Who asked for this file: an exchange that waits for it, and what it should be. */
export interface Asked {
  readonly exchange: number | null;
  readonly shows: ImportShows | null;
}

/** What the file lets us propose; the date is left to the person. */
export function firstDraft(read: ReadFile, asked: Asked): ImportDraft {
  const automatic = (read.mail?.autoReply.length ?? 0) > 0;
  const shows = asked.shows ?? (automatic ? 'auto-reply' : 'other');
  return {
    shows,
    day: '',
    time: '',
    unknown: false,
    words: '',
    attach: asked.exchange ?? 'none',
    channel: channelFor(shows, read),
    outcome: outcomeFor(shows),
  };
}

/** Never an answer: an automatic reply is a sending acknowledged, a receipt says that a letter arrived. */
export function outcomeFor(shows: ImportShows): ImportOutcome {
  if (shows === 'receipt') return 'delivered';
  if (shows === 'return') return 'returned';
  return shows === 'auto-reply' ? 'AUTO_REPLY' : '';
}

export function channelFor(shows: ImportShows, read: ReadFile): Channel {
  if (shows === 'call-log') return 'CCC_PHONE';
  if (['letter', 'deposit-slip', 'receipt', 'return'].includes(shows)) return 'LRAR';
  if (read.what !== 'mail') return 'OTHER';
  return /dgef-support/i.test(`${read.mail?.from} ${read.mail?.to}`) ? 'CCC_MAIL' : 'PREF_MAIL';
}
