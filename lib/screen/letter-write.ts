/** What the journal keeps of letters: once when one is made, once when it left. Each write may be asked for again. */
import { CALL_ENDS, type Channel, type EntryData, type EntryOf } from '@/lib/domain/entry';
import { freezePieces } from '@/lib/domain/letter-pieces';
import { lineText } from '@/lib/domain/letter-plain';
import type { LetterDocument, LetterValues, Piece, Problem } from '@/lib/domain/letter-types';
import { cleanLine, cleanText } from '@/lib/domain/letter-values';
import type { Journal, StoredEntry } from '@/lib/journal/types';
import { digestOf, type LetterFile } from './letter-file';
import { declared } from './when';

/** A letter as it is on the screen. */
export interface MadeLetter {
  readonly document: LetterDocument;
  readonly pieces: readonly Piece[];
  readonly warnings: readonly Problem[];
  readonly values: LetterValues;
}

export interface Kept {
  readonly seq: number;
  /** It was in the journal already. */
  readonly before: boolean;
}

const NAMES = ['firstName', 'lastName', 'helperName', 'witnessName', 'witnessFor', 'callerName'] as const;

/** The object, unless it says a name that was typed: names stand in the file alone (domain.md § 7.4.2). */
export function objectWithoutNames({ object }: LetterDocument, values: LetterValues): string {
  const text = object ? cleanLine(lineText(object)) : '';
  const folded = text.toLocaleLowerCase('fr');
  const named = NAMES.some((name) => {
    const typed = cleanLine(values[name] ?? '').toLocaleLowerCase('fr');
    return typed.length > 1 && folded.includes(typed);
  });
  return named ? '' : text.slice(0, 1_000);
}

/** The letters of a dossier whose file was removed may be kept again: each removal opens a new key. */
function keyOf(dossier: string, digest: string, entries: readonly StoredEntry[]): string {
  const letters = new Set(
    entries.flatMap(({ entry }) =>
      entry?.kind === 'letter-generated' && entry.data.digest === digest ? [entry.seq] : [],
    ),
  );
  const removals = entries.filter(({ entry }) => entry?.kind === 'removed' && letters.has(entry.data.target)).length;
  return `letter:${dossier}:${digest}:${removals}`;
}

/** Keeps a letter with its file; the same letter again is the same line. */
export async function keepLetter(
  journal: Journal,
  dossier: string,
  entries: readonly StoredEntry[],
  letter: MadeLetter,
  file: LetterFile,
): Promise<Kept> {
  const { document, pieces, warnings, values } = letter;
  const digest = await digestOf(document, pieces);
  const data: EntryData['letter-generated'] = {
    template: document.template,
    version: document.version,
    contentDate: document.contentDate,
    medium: document.medium,
    object: objectWithoutNames(document, values),
    digest,
    pieces: freezePieces(pieces),
    warnings: [...new Set(warnings.map(({ code }) => code))],
    files: [file.ref],
  };
  const { entry, existed } = await journal.append(
    dossier,
    { kind: 'letter-generated', data, blobs: [file.blob] },
    { key: keyOf(dossier, digest, entries) },
  );
  return { seq: entry.seq, before: existed };
}

export interface Sending {
  readonly channel: Channel;
  /** `YYYY-MM-DD`, and `HH:MM` or ''. */
  readonly day: string;
  readonly time: string;
  /** The number of a registered letter, or the one that was quoted, as typed; '' for none. */
  readonly reference: string;
  /** What a call sheet says of the call. */
  readonly call?: CallSaid;
}

type CallSaid = Pick<EntryData['exchange'], 'call' | 'ticket' | 'words'>;

/** What the values of a letter say of its sending; a call sheet says what was answered too (domain.md § 5.2). */
export function sendingOf(channel: Channel, values: LetterValues, on: Pick<Sending, 'day' | 'time'>): Sending {
  const said = (name: string): string => cleanLine(values[name] ?? '');
  if (channel !== 'CCC_PHONE') return { ...on, channel, reference: channel === 'LRAR' ? said('tracking') : '' };
  const end = CALL_ENDS.find((one) => one === values['callOutcome']);
  const minutes = minutesBetween(values['callStart'] ?? '', values['callEnd'] ?? '');
  const number = said('calledNumber').slice(0, 40);
  const agent = said('agent').slice(0, 120);
  const ticket = said('ticket');
  const words = cleanText(values['answered'] ?? '');
  return {
    ...on,
    channel,
    reference: said('quotedReference'),
    call: {
      ...(end
        ? {
            call: {
              end,
              ...(number ? { number } : {}),
              ...(minutes === null ? {} : { minutes }),
              ...(agent ? { agent } : {}),
            },
          }
        : {}),
      ...(ticket ? { ticket } : {}),
      ...(words ? { words } : {}),
    },
  };
}

/** Whole minutes between two hours `HH:MM`, over midnight too; null when one is not known. */
function minutesBetween(from: string, to: string): number | null {
  const minuteOf = (time: string): number | null =>
    /^\d\d:\d\d$/.test(time) ? Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) : null;
  const [start, end] = [minuteOf(from), minuteOf(to)];
  return start === null || end === null ? null : (end - start + 1440) % 1440;
}

/**
 * Notes that a letter left: the exchange, then the line that ties both. Stopped in between, the same call again finds
 * the exchange and writes what lacks. The letter is no proof of its own sending: the exchange holds no file yet.
 * @param letter number of its `letter-generated`. @returns the number of the exchange
 */
export async function sendLetter(
  journal: Journal,
  dossier: string,
  letter: number,
  { channel, day, time, reference, call }: Sending,
): Promise<number> {
  const { on, precision } = declared(day, time);
  const said = reference.trim();
  const data: EntryData['exchange'] = {
    channel,
    on,
    precision,
    outcome: 'NONE',
    direction: 'sent',
    ...(said ? { reference: said } : {}),
    ...call,
    files: [],
    captures: [],
  };
  const key = `sent:${dossier}:${letter}`;
  const exchange = (await journal.append(dossier, { kind: 'exchange', data }, { key: `${key}:exchange` })).entry.seq;
  await journal.append(dossier, { kind: 'letter-sent', data: { letter, exchange } }, { key });
  return exchange;
}

/** What became of a letter that was made. */
export interface LetterState {
  readonly entry: EntryOf<'letter-generated'>;
  readonly removed: boolean;
  readonly sent: EntryOf<'exchange'> | null;
  /** Something stands behind the sending: a file or a capture, its own or of what followed. */
  readonly proven: boolean;
}

/** Every letter made, the last first. */
export function letterStates(entries: readonly StoredEntry[]): readonly LetterState[] {
  const all = entries.flatMap(({ entry }) => (entry ? [entry] : []));
  const removed = new Set(all.flatMap((entry) => (entry.kind === 'removed' ? [entry.data.target] : [])));
  const exchanges = new Map(all.flatMap((entry) => (entry.kind === 'exchange' ? [[entry.seq, entry] as const] : [])));
  const left = new Map(
    all.flatMap((entry) => (entry.kind === 'letter-sent' ? [[entry.data.letter, entry.data.exchange] as const] : [])),
  );
  const proofs = (exchange: number): boolean =>
    all.some(
      (entry) =>
        ((entry.kind === 'exchange' && entry.seq === exchange) ||
          (entry.kind === 'exchange-outcome' && entry.data.exchange === exchange)) &&
        ((entry.data.files.length > 0 && !removed.has(entry.seq)) ||
          entry.data.captures.some((seq) => !removed.has(seq))),
    ) || all.some((entry) => entry.kind === 'imported' && entry.data.about === exchange && !removed.has(entry.seq));
  return all
    .flatMap((entry): LetterState[] => {
      if (entry.kind !== 'letter-generated') return [];
      const sent = exchanges.get(left.get(entry.seq) ?? 0) ?? null;
      return [{ entry, removed: removed.has(entry.seq), sent, proven: sent !== null && proofs(sent.seq) }];
    })
    .toReversed();
}
