/** What a journal proves: the captures, exchanges, notes and skips that still stand, read once for all the steps. */
import { type ComplementFact, readComplements } from './checklist-complement';
import type { Channel, Entry, EntryData, EntryOf, ExchangeOutcome } from './entry';
import { localFields } from './moment';
import { readTriage, type Triage } from './triage';

/** A capture whose files were not removed. */
export interface CaptureFact {
  readonly seq: number;
  readonly at: string;
  /** `site/page`, or null for « page non reconnue ». */
  readonly page: string | null;
  readonly outcome: string;
  /** Pixels of the screen with the address and the hour on the picture (domain.md § 3.4 S1); else it shows less. */
  readonly readable: boolean;
  /** Numbers of the notes about it. */
  readonly notes: readonly number[];
}

/** One thing that the person said of an exchange: at first, or in a later update. */
export interface Word {
  readonly seq: number;
  readonly on: string;
  /** The day of `on` at its own place. */
  readonly day: string;
  /** False when only the day is known: the hour of `on` means nothing. */
  readonly exact: boolean;
  readonly outcome: ExchangeOutcome;
  readonly reference: string;
  /** Numbers of the entries whose files stand behind it: its own, and the captures that it names. */
  readonly proof: readonly number[];
}

export interface ExchangeFact {
  readonly seq: number;
  readonly channel: Channel;
  readonly at: string;
  /** The person sent it. What they received may answer, it is never a sending. */
  readonly sent: boolean;
  /** The day on which the letter or message arrived, when it is recorded. */
  readonly deliveredAt: string | null;
  /** Everything that stands behind it, updates included. Empty: typed words only. */
  readonly proof: readonly number[];
  readonly hasReference: boolean;
  /** All that was said of it, in the order of the entries. */
  readonly words: readonly Word[];
  /** The word that counts now. */
  readonly current: Word;
}

/** What the person answered to a question of the table; the last answer counts. */
export interface SaidFact {
  readonly seq: number;
  readonly at: string;
  readonly choice: string;
  readonly proof: readonly number[];
}

export interface Evidence {
  readonly triage: Triage;
  readonly complements: readonly ComplementFact[];
  readonly said: ReadonlyMap<string, SaidFact>;
  readonly exports: readonly { readonly seq: number; readonly at: string }[];
  readonly captures: readonly CaptureFact[];
  readonly exchanges: readonly ExchangeFact[];
  readonly skips: readonly { readonly seq: number; readonly at: string; readonly step: string }[];
}

/** Pixels of the screen; « rendu reconstitué » is never the first proof (toolchain.md § 3). */
const PIXELS: readonly string[] = ['screen', 'full-page', 'stitched'];
/** Outcomes that somebody's answer gives. An automatic reply proves a sending, it answers nothing (domain.md § 3.8.4). */
const NO_ANSWER: readonly (ExchangeOutcome | null)[] = [null, 'NONE', 'AUTO_REPLY'];

export function isAnswer(outcome: ExchangeOutcome | null): boolean {
  return !NO_ANSWER.includes(outcome);
}

/** Reads the evidence of one dossier's entries. Their order does not matter; their numbers do. */
export function readEvidence(entries: readonly Entry[]): Evidence {
  const removed = new Set(of(entries, 'removed').map((entry) => entry.data.target));
  const captures = of(entries, 'capture').filter((entry) => !removed.has(entry.seq));
  // Files that the person added stand beside the captures: an exchange may name them, or they name it.
  const imports = of(entries, 'imported').filter((entry) => !removed.has(entry.seq));
  const live = new Set([...captures, ...imports].map((entry) => entry.seq));
  const aboutExchange = (exchange: number): number[] =>
    imports.filter((entry) => entry.data.about === exchange).map((entry) => entry.seq);
  const notes = of(entries, 'note').filter((entry) => entry.data.text.trim() !== '');
  const word = (entry: EntryOf<'exchange'> | EntryOf<'exchange-outcome'>): Word => ({
    seq: entry.seq,
    on: entry.data.on.utc,
    day: localFields(entry.data.on).date,
    exact: entry.data.precision === 'minute',
    outcome: entry.data.outcome,
    reference: entry.data.reference ?? '',
    proof: [
      ...(entry.data.files.length > 0 && !removed.has(entry.seq) ? [entry.seq] : []),
      ...entry.data.captures.filter((seq) => live.has(seq)),
      ...(entry.kind === 'exchange' ? aboutExchange(entry.seq) : []),
    ],
  });
  const updates = of(entries, 'exchange-outcome');
  return {
    triage: readTriage(entries),
    complements: readComplements(entries),
    said: new Map(
      of(entries, 'answer').map(({ seq, at, data }) => [
        data.question,
        {
          seq,
          at: at.utc,
          choice: data.choice,
          proof: [
            ...(data.files.length > 0 && !removed.has(seq) ? [seq] : []),
            ...data.captures.filter((one) => live.has(one)),
          ],
        },
      ]),
    ),
    exports: of(entries, 'exported').map((entry) => ({ seq: entry.seq, at: entry.at.utc })),
    captures: captures.map((entry) => captureFact(entry.seq, entry.data, notes)),
    exchanges: of(entries, 'exchange').map((entry) => {
      const after = updates.filter((update) => update.data.exchange === entry.seq);
      const delivered = after.filter((update) => update.data.milestone === 'delivered').at(-1);
      // « Arrived » and « came back » say nothing of an answer: they never take the place of one.
      const silent = new Set(
        after.filter(({ data }) => data.milestone && !isAnswer(data.outcome)).map((update) => update.seq),
      );
      return exchangeFact(entry, [word(entry), ...after.map(word)], silent, delivered?.data.on.utc ?? null);
    }),
    skips: of(entries, 'step-skipped').map((entry) => ({ seq: entry.seq, at: entry.at.utc, step: entry.data.step })),
  };
}

function of<K extends Entry['kind']>(entries: readonly Entry[], kind: K): readonly EntryOf<K>[] {
  return entries
    .filter((entry): entry is Entry & EntryOf<K> => entry.kind === kind)
    .toSorted((one, other) => one.seq - other.seq);
}

function captureFact(seq: number, data: EntryData['capture'], notes: readonly EntryOf<'note'>[]): CaptureFact {
  return {
    seq,
    at: data.takenAt.utc,
    page: data.page ? `${data.page.site}/${data.page.page}` : null,
    outcome: data.page?.outcome ?? 'unrecognised',
    readable: PIXELS.includes(data.method) && data.stamped !== null,
    notes: notes.filter((note) => note.data.about === seq).map((note) => note.seq),
  };
}

function exchangeFact(
  entry: EntryOf<'exchange'>,
  words: readonly Word[],
  silent: ReadonlySet<number>,
  deliveredAt: string | null,
): ExchangeFact {
  const current = currentOf(words.filter((one) => !silent.has(one.seq)));
  return {
    seq: entry.seq,
    channel: entry.data.channel,
    at: entry.data.on.utc,
    sent: entry.data.direction !== 'received',
    deliveredAt,
    proof: words.flatMap((one) => one.proof),
    hasReference: words.some((one) => one.reference.trim() !== ''),
    words,
    current,
  };
}

/** The order of words in date. Hours order a day only where each of its words has one: « noon » may stand for none. */
export function orderIn(words: readonly Word[]): (one: Word, other: Word) => number {
  const vague = new Set(words.filter((one) => !one.exact).map((one) => one.day));
  const hour = (one: Word): string => (vague.has(one.day) ? '' : one.on);
  return (one, other) => compare(one.day, other.day) || compare(hour(one), hour(other));
}

/**
 * The word that counts: the last in date; of the same date, the last written (a correction is a new entry). An
 * automatic reply that comes after an answer takes nothing back.
 */
function currentOf(words: readonly Word[]): Word {
  const order = orderIn(words);
  return words
    .toSorted((one, other) => order(one, other) || one.seq - other.seq)
    .reduce((last, one) => {
      const aside = one.outcome === 'AUTO_REPLY' && isAnswer(last.outcome) && order(one, last) > 0;
      return aside ? last : one;
    });
}

/** Order of two instants in ISO 8601, or of two texts: never by the language of the device. */
export function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
