/** Entries for the checklist's tests: invented, short to write, shaped as the journal writes them. */
import type { Channel, Entry, EntryData, EntryKind, ExchangeOutcome } from '@/lib/domain/entry';
import { momentAt } from '@/lib/domain/moment';

const DOSSIER = '3f0e6f4e-1111-4222-8333-444455556666';
const HASH = 'a'.repeat(64);
export const DAY = 86_400_000;
export const START = Date.parse('2026-11-02T09:00:00.000Z');

export const picture = { sha256: HASH, bytes: 1, type: 'image/png', width: 1, height: 1 };
export const file = { sha256: HASH, bytes: 1, type: 'application/pdf', name: 'piece.pdf' };

/** An entry of any kind; `day` counts from START. */
export function entry<K extends EntryKind>(seq: number, kind: K, data: EntryData[K], day = 0): Entry {
  const at = momentAt(START + day * DAY);
  return { v: 1, dossier: DOSSIER, seq, kind, at, data, prev: null, hash: HASH } as Entry; // one kind, its own data: the union member is known
}

export const utc = (day: number): string => momentAt(START + day * DAY).utc;

type CaptureChange = Partial<EntryData['capture']>;
export function capture(
  seq: number,
  outcome: NonNullable<EntryData['capture']['page']>['outcome'] | null,
  day = 0,
  change: CaptureChange = {},
): Entry {
  const page = outcome ? { site: 'anef', page: 'some-page', outcome } : null;
  const data: EntryData['capture'] = {
    url: 'https://exemple.fr/',
    masked: false,
    title: '',
    page,
    extracted: {},
    method: 'screen',
    trigger: 'popup',
    takenAt: momentAt(START + day * DAY),
    original: picture,
    stamped: picture,
    devicePixelRatio: 1,
    uniform: false,
    browser: 'Chromium 156',
    tables: '2026-11-21',
    intent: `i-${seq}`,
    ...change,
  };
  return entry(seq, 'capture', data, day);
}

type ExchangeChange = Partial<EntryData['exchange']>;
export function exchange(seq: number, channel: Channel, day = 0, change: ExchangeChange = {}): Entry {
  const on = momentAt(START + day * DAY);
  return entry(
    seq,
    'exchange',
    { channel, on, precision: 'day', outcome: 'NONE', files: [file], captures: [], ...change },
    day,
  );
}

type OutcomeChange = Partial<EntryData['exchange-outcome']>;
export function outcome(seq: number, of: number, what: ExchangeOutcome, day = 0, change: OutcomeChange = {}): Entry {
  const on = momentAt(START + day * DAY);
  return entry(
    seq,
    'exchange-outcome',
    { exchange: of, on, precision: 'day', outcome: what, files: [], captures: [], ...change },
    day,
  );
}

export const note = (seq: number, text: string, about?: number): Entry =>
  entry(seq, 'note', { text, ...(about === undefined ? {} : { about }) });
export const removed = (seq: number, target: number): Entry =>
  entry(seq, 'removed', { target, hash: HASH, blobs: [HASH], reason: 'pas à moi' });
export const skipped = (seq: number, step: string): Entry =>
  entry(seq, 'step-skipped', { step, reason: 'raison inventée' });

export const told = (seq: number, data: EntryData['dossier-track'], day = 0): Entry =>
  entry(seq, 'dossier-track', data, day);
type AnswerChange = Partial<EntryData['answer']>;
export const answer = (seq: number, question: string, choice: string, day = 0, change: AnswerChange = {}): Entry =>
  entry(seq, 'answer', { question, choice, files: [], captures: [], ...change }, day);
type ComplementChange = Partial<EntryData['complement']>;
export const complement = (seq: number, request: string, change: ComplementChange = {}, day = 0): Entry =>
  entry(seq, 'complement', { request, items: [], files: [], captures: [], ...change }, day);
export const exported = (seq: number, day = 0): Entry =>
  entry(seq, 'exported', { entries: seq - 1, head: HASH, files: 1, bag: HASH, bytes: 1, profile: 'court' }, day);
export const logged = (
  seq: number,
  outcome: NonNullable<EntryData['attempt']['page']>['outcome'] | null,
  day = 0,
): Entry =>
  entry(
    seq,
    'attempt',
    {
      url: 'https://exemple.fr/',
      masked: false,
      page: outcome ? { site: 'anef', page: 'some-page', outcome } : null,
      title: '',
      extracted: {},
      source: outcome ? 'page' : 'network',
      tables: '2026-11-21',
    },
    day,
  );
/** A capture of that very row. */
export const captureOf = (
  seq: number,
  ref: string,
  outcome: NonNullable<EntryData['capture']['page']>['outcome'],
  day = 0,
) => {
  const [site = '', page = ''] = ref.split('/');
  return capture(seq, outcome, day, { page: { site, page, outcome } });
};
