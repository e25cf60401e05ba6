/** From the journal to the lines and pièces of a letter: each line is an entry, nothing is added to it. */
import { readEvidence } from '@/lib/domain/checklist-evidence';
import type { Entry, EntryData, EntryOf } from '@/lib/domain/entry';
import type { Candidate } from '@/lib/domain/letter-pieces';
import type { ItemLine, LetterLine, LineFact } from '@/lib/domain/letter-types';
import { cleanLine, printDay, printTime } from '@/lib/domain/letter-values';
import { localFields, type Moment } from '@/lib/domain/moment';
import {
  ADDED,
  CALL_END,
  ITEM_ANSWER,
  ITEM_PROBLEM,
  MILESTONE,
  OUTCOME,
  PAGE_OUTCOME,
  RECEIVED,
  RERENDERED,
  SENT,
} from './journal-words';

/** The French name of a recognised page (lib/locales/page-label.ts). */
export type PageLabel = (page: { readonly site: string; readonly page: string } | null) => string;

type ExchangeEntry = EntryOf<'exchange'> | EntryOf<'exchange-outcome'>;

/** What stands of a journal: the removed files, the captures that remain, the notes that say what one shows. */
interface Standing {
  readonly removed: ReadonlySet<number>;
  /** Captures and added files that were not removed. */
  readonly captures: ReadonlySet<number>;
  /** Added files by the exchange that they prove. */
  readonly added: ReadonlyMap<number, readonly number[]>;
  readonly noted: ReadonlySet<number>;
  readonly label: PageLabel;
}

const NOTHING: LineFact = {
  channel: null,
  sent: false,
  outcome: null,
  outcomeDay: null,
  reference: null,
  page: null,
  pageOutcome: null,
  readable: false,
  noted: false,
};

function of<K extends Entry['kind']>(entries: readonly Entry[], kind: K): readonly EntryOf<K>[] {
  return entries
    .filter((entry): entry is Entry & EntryOf<K> => entry.kind === kind)
    .toSorted((one, other) => one.seq - other.seq);
}

function standingOf(entries: readonly Entry[], label: PageLabel): Standing {
  const removed = new Set(of(entries, 'removed').map((entry) => entry.data.target));
  const captures = of(entries, 'capture').filter((entry) => !removed.has(entry.seq));
  const imports = of(entries, 'imported').filter((entry) => !removed.has(entry.seq));
  const notes = of(entries, 'note').filter((entry) => entry.data.text.trim() !== '');
  return {
    removed,
    captures: new Set([...captures, ...imports].map((entry) => entry.seq)),
    added: new Map(
      imports.flatMap(({ data: { about } }): [number, number[]][] =>
        about === undefined ? [] : [[about, imports.filter((one) => one.data.about === about).map((one) => one.seq)]],
      ),
    ),
    noted: new Set(notes.flatMap((entry) => (entry.data.about === undefined ? [] : [entry.data.about]))),
    label,
  };
}

/** Everything that happened, in order. A capture whose files were removed is told without pièce. */
export function chronologyOf(entries: readonly Entry[], label: PageLabel): readonly LetterLine[] {
  const standing = standingOf(entries, label);
  const updates = of(entries, 'exchange-outcome');
  // Which word counts is the checklist's rule: the screen and the letter must say the same answer.
  const counts = new Set(readEvidence(entries).exchanges.map((exchange) => exchange.current.seq));
  const lines: LetterLine[] = [
    ...of(entries, 'capture').map((entry) => captureLine(entry, standing)),
    ...of(entries, 'attempt').map((entry) => attemptLine(entry, standing)),
    ...of(entries, 'exchange').map((entry) =>
      exchangeLine(
        entry,
        updates.filter((update) => update.data.exchange === entry.seq),
        counts,
        standing,
      ),
    ),
    ...of(entries, 'note').map(noteLine),
  ];
  return lines.toSorted((one, other) => compare(one.utc, other.utc) || one.seq - other.seq);
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** « 21/11/2026 à 09 h 05 » in the place's own hour, or the day alone. */
export function printMoment(moment: Moment, precision: 'day' | 'minute' = 'minute'): string {
  const { date, time } = localFields(moment);
  const day = printDay(date) ?? date;
  return precision === 'day' ? day : `${day} à ${printTime(time.slice(0, 5)) ?? time}`;
}

const dayOf = (moment: Moment): string => printMoment(moment, 'day');

function captureLine(entry: EntryOf<'capture'>, standing: Standing): LetterLine {
  const { data, seq } = entry;
  const shown = message(data.extracted);
  return {
    seq,
    kind: 'capture',
    utc: data.takenAt.utc,
    when: printMoment(data.takenAt),
    day: dayOf(data.takenAt),
    event: `Capture d’écran : ${pageWords(data, standing.label)}`,
    result: [shown, data.page ? PAGE_OUTCOME[data.page.outcome] : '', data.method === 'rerendered' ? RERENDERED : '']
      .filter(Boolean)
      .join(' – '),
    verbatim: '',
    declared: false,
    proof: standing.captures.has(seq) ? [seq] : [],
    fact: {
      ...NOTHING,
      page: data.page ? `${data.page.site}/${data.page.page}` : null,
      pageOutcome: data.page?.outcome ?? null,
      readable: data.method !== 'rerendered' && data.stamped !== null,
      noted: standing.noted.has(seq),
    },
  };
}

function attemptLine(entry: EntryOf<'attempt'>, standing: Standing): LetterLine {
  const { data } = entry;
  const at = data.seenAt ?? entry.at;
  return {
    seq: entry.seq,
    kind: 'attempt',
    utc: at.utc,
    when: printMoment(at),
    day: dayOf(at),
    event: `Tentative : ${pageWords(data, standing.label)}`,
    result: [message(data.extracted), data.page ? PAGE_OUTCOME[data.page.outcome] : '', answerOf(data)]
      .filter(Boolean)
      .join(' – '),
    verbatim: '',
    declared: false,
    proof: [],
    fact: {
      ...NOTHING,
      page: data.page ? `${data.page.site}/${data.page.page}` : null,
      pageOutcome: data.page?.outcome ?? null,
    },
  };
}

/** The name of the page's row, or the host of an address that no row knows. */
function pageWords(data: EntryData['capture'] | EntryData['attempt'], label: PageLabel): string {
  return data.page ? cleanLine(label(data.page)) : hostOf(data.url);
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : 'page non reconnue';
}

function message(extracted: EntryData['capture']['extracted']): string {
  const value = Object.hasOwn(extracted, 'message') ? extracted['message'] : undefined;
  const text = cleanLine(Array.isArray(value) ? (value[0] ?? '') : (value ?? ''));
  return text === '' ? '' : `« ${text} »`;
}

function answerOf(data: EntryData['attempt']): string {
  if (!data.receipt) return '';
  return data.receipt.status === 0
    ? 'connexion impossible'
    : data.receipt.status >= 400
      ? `HTTP ${data.receipt.status}`
      : '';
}

function exchangeLine(
  entry: EntryOf<'exchange'>,
  updates: readonly EntryOf<'exchange-outcome'>[],
  counts: ReadonlySet<number>,
  standing: Standing,
): LetterLine {
  const { data } = entry;
  const words: readonly ExchangeEntry[] = [entry, ...updates];
  const proof = [...new Set(words.flatMap((word) => proofOf(word, standing)))].toSorted((one, other) => one - other);
  const sent = data.direction !== 'received';
  const last = words.find(({ seq, data: said }) => counts.has(seq) && said.outcome !== 'NONE') ?? null;
  const reference = words.map(({ data: said }) => said.reference ?? '').findLast((text) => text.trim() !== '') ?? null;
  return {
    seq: entry.seq,
    kind: 'exchange',
    utc: data.on.utc,
    when: printMoment(data.on, data.precision),
    day: dayOf(data.on),
    event: [sent ? SENT[data.channel] : RECEIVED[data.channel], numberOf(data, reference)].filter(Boolean).join(', '),
    result: words.flatMap((word, index) => outcomeWords(word, index > 0, sent && last === null)).join(' ; '),
    verbatim: words
      .map(({ data: said }) => cleanLine(said.words ?? ''))
      .filter(Boolean)
      .join(' / '),
    declared: proof.length === 0,
    proof,
    fact: {
      ...NOTHING,
      channel: data.channel,
      sent,
      outcome: last?.data.outcome ?? null,
      outcomeDay: last ? dayOf(last.data.on) : null,
      reference: reference === null ? null : cleanLine(reference),
    },
  };
}

function proofOf(word: ExchangeEntry, standing: Standing): readonly number[] {
  const own = word.data.files.length > 0 && !standing.removed.has(word.seq) ? [word.seq] : [];
  const added = word.kind === 'exchange' ? (standing.added.get(word.seq) ?? []) : [];
  return [...own, ...word.data.captures.filter((seq) => standing.captures.has(seq)), ...added];
}

function numberOf(data: EntryData['exchange'], reference: string | null): string {
  const called = data.call?.number ? `au ${cleanLine(data.call.number)}` : '';
  const number = reference ? `n° ${cleanLine(reference)}` : '';
  return [called, number].filter(Boolean).join(', ');
}

/** @param open it was sent, and nobody noted an answer yet */
function outcomeWords(word: ExchangeEntry, update: boolean, open: boolean): readonly string[] {
  const { data } = word;
  const day = update ? ` (${dayOf(data.on)})` : '';
  if ('milestone' in data && data.milestone) {
    const known = data.outcome === 'NONE' ? [] : [`${OUTCOME[data.outcome]}${day}`];
    return [`${MILESTONE[data.milestone]}${day}`, ...known];
  }
  if ('call' in data && data.call) {
    const minutes = data.call.minutes === undefined ? '' : ` (${data.call.minutes} min)`;
    const more = data.outcome === 'NONE' ? [] : [OUTCOME[data.outcome]];
    return [`${CALL_END[data.call.end]}${minutes}`, ...more];
  }
  if (data.outcome === 'NONE') return update || !open ? [] : [OUTCOME.NONE];
  return [`${OUTCOME[data.outcome]}${day}`];
}

function noteLine(entry: EntryOf<'note'>): LetterLine {
  return {
    seq: entry.seq,
    kind: 'note',
    utc: entry.at.utc,
    when: printMoment(entry.at),
    day: dayOf(entry.at),
    event: entry.data.about === undefined ? 'Note' : 'Note sur une capture ou un échange',
    result: '',
    verbatim: cleanLine(entry.data.text),
    declared: true,
    proof: [],
    fact: NOTHING,
  };
}

/** Every entry that has files, with the label of its pièce: its nature, what it shows, its date (domain.md § 5.8). */
export function pieceCandidates(entries: readonly Entry[], label: PageLabel): readonly Candidate[] {
  const standing = standingOf(entries, label);
  return entries.flatMap((entry): Candidate[] => {
    if (standing.removed.has(entry.seq)) return [];
    if (entry.kind === 'capture') return [captureCandidate(entry, label)];
    if (entry.kind === 'exchange' && entry.data.files.length > 0) return [exchangeCandidate(entry, entry.data.on)];
    if (entry.kind === 'exchange-outcome' && entry.data.files.length > 0) {
      const about = entries.find((one) => one.seq === entry.data.exchange);
      return about?.kind === 'exchange' ? [exchangeCandidate(about, entry.data.on, entry)] : [];
    }
    if (entry.kind === 'imported') return [importedCandidate(entry)];
    if (entry.kind === 'complement' && entry.data.files.length > 0)
      return [{ seq: entry.seq, utc: entry.at.utc, label: `Demande de complément et réponse – ${dayOf(entry.at)}` }];
    return [];
  });
}

function captureCandidate(entry: EntryOf<'capture'>, label: PageLabel): Candidate {
  const shown = message(entry.data.extracted);
  return {
    seq: entry.seq,
    utc: entry.data.takenAt.utc,
    label: [`Capture d’écran : ${pageWords(entry.data, label)}`, shown, printMoment(entry.data.takenAt)]
      .filter(Boolean)
      .join(' – '),
  };
}

function importedCandidate({ seq, at, data }: EntryOf<'imported'>): Candidate {
  const { declared } = data;
  const when = declared ? printMoment(declared.on, declared.precision) : '';
  return { seq, utc: declared?.on.utc ?? at.utc, label: [ADDED[data.shows], when].filter(Boolean).join(' – ') };
}

function exchangeCandidate(exchange: EntryOf<'exchange'>, on: Moment, update?: EntryOf<'exchange-outcome'>): Candidate {
  const { channel, direction } = exchange.data;
  const nature = direction === 'received' ? RECEIVED[channel] : SENT[channel];
  const what = update?.data.milestone
    ? `${MILESTONE[update.data.milestone]} – `
    : update && update.data.outcome !== 'NONE'
      ? `${OUTCOME[update.data.outcome]} – `
      : '';
  return { seq: update?.seq ?? exchange.seq, utc: on.utc, label: `${nature} – ${what}${dayOf(on)}` };
}

/** The documents of a complement request, with the person's answers. */
export function itemLines(items: EntryData['complement']['items']): readonly ItemLine[] {
  return items.map((item) => ({
    label: item.label,
    problem: [ITEM_PROBLEM[item.problem], item.observation ? `« ${cleanLine(item.observation)} »` : '']
      .filter(Boolean)
      .join(' – '),
    answer: [item.answer ? ITEM_ANSWER[item.answer] : '…………', cleanLine(item.words ?? '')].filter(Boolean).join(' – '),
    file: cleanLine(item.file?.name ?? ''),
  }));
}
