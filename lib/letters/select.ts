/** What a letter begins with: the lines and values that the journal already gives. The person changes any of them. */
import type { Entry } from '@/lib/domain/entry';
import type { LetterLine, LetterValues } from '@/lib/domain/letter-types';
import { localFields } from '@/lib/domain/moment';
import { readTriage } from '@/lib/domain/triage';
import { DEPARTMENTS } from '@/lib/prefectures/table';
import type { FieldId } from './fields';
import type { LetterId } from './index';

/** The number that the deck gives for individuals (domain.md § 2.1 C4). */
export const CCC_PHONE = '0 806 001 620';

/** Letters read by somebody who helps the person: everything that happened, with the words typed. */
const FULL: readonly LetterId[] = ['transmission-note'];
const WITHOUT_LINES: readonly LetterId[] = ['call-sheet', 'complement-cover', 'mandate', 'witness-statement'];

/** Whether the words typed in the journal are printed too: for a lawyer only (domain.md § 7.4.7). */
export function printsWords(id: LetterId): boolean {
  return FULL.includes(id);
}

/**
 * The lines that a letter tells by default. For an administration: the captures of the block and the exchanges, never
 * the notes; for a lawyer: everything.
 */
export function linesFor(id: LetterId, lines: readonly LetterLine[]): readonly LetterLine[] {
  if (WITHOUT_LINES.includes(id)) return [];
  if (FULL.includes(id)) return lines;
  return lines.filter((line) => isExchange(line) || isShownBlock(line));
}

const isExchange = ({ kind }: LetterLine): boolean => kind === 'exchange';
const isShownBlock = ({ kind, proof, fact }: LetterLine): boolean =>
  kind === 'capture' &&
  proof.length > 0 &&
  (['blocked', 'down', 'refused', 'notice'].includes(fact.pageOutcome ?? '') ||
    fact.page === 'anef/contact-sent' ||
    fact.noted);

/** A value that a letter begins with, and the entry that it comes from; null: our own table. */
export interface Suggestion {
  readonly value: string;
  readonly from: number | null;
}
export type Suggestions = Readonly<Record<string, Suggestion>>;

/** Values that the person already gave, or that a capture shows. Nothing else is filled. */
export function suggestions(id: LetterId, entries: readonly Entry[]): Suggestions {
  const triage = readTriage(entries);
  const department = DEPARTMENTS.find(({ code }) => code === triage.department);
  const said = (name: string, value: string | null | undefined): Suggestion | null =>
    value ? { value, from: triage.stated[name]?.seq ?? null } : null;
  const last = triage.dates.attestationEnd ? 'attestationEnd' : 'receiptEnd';
  const found: Partial<Record<FieldId, Suggestion | null>> = {
    procedure: said('title', triage.title),
    titleExpiry: said('titleExpiry', triage.dates.titleExpiry),
    lastTo: said(last, triage.dates[last]),
    filedOn: said('filedOn', triage.dates.filedOn),
    dnFiledOn: said('filedOn', triage.dates.filedOn),
    closedOn: said('closedOn', triage.dates.closedOn),
    // No article of grammar is guessed: « Préfecture – Seine-Saint-Denis ».
    prefecture: said(
      'department',
      department && (department.code === '75' ? 'Préfecture de police' : `Préfecture – ${department.name}`),
    ),
    ...(id === 'call-sheet' ? { calledNumber: { value: CCC_PHONE, from: null } } : {}),
    ...lastBlock(entries),
  };
  return Object.fromEntries(Object.entries(found).flatMap(([name, one]) => (one ? [[name, one]] : [])));
}

/** The same, without where they come from. */
export function suggestedValues(id: LetterId, entries: readonly Entry[]): LetterValues {
  return Object.fromEntries(Object.entries(suggestions(id, entries)).map(([name, { value }]) => [name, value]));
}

/** The last capture of a block that still stands. */
function lastBlock(entries: readonly Entry[]): Partial<Record<FieldId, Suggestion | null>> {
  const removed = new Set(entries.flatMap((entry) => (entry.kind === 'removed' ? [entry.data.target] : [])));
  const last = entries
    .filter((entry) => entry.kind === 'capture')
    .filter(({ seq, data }) => !removed.has(seq) && ['blocked', 'down'].includes(data.page?.outcome ?? ''))
    .toSorted((one, other) => Date.parse(one.data.takenAt.utc) - Date.parse(other.data.takenAt.utc))
    .at(-1);
  if (!last) return {};
  const { date, time } = localFields(last.data.takenAt);
  const shown = Object.hasOwn(last.data.extracted, 'message') ? last.data.extracted['message'] : undefined;
  const message = (typeof shown === 'string' ? shown : shown?.[0]) ?? '';
  const from = last.seq;
  return {
    page: { value: last.data.url, from },
    seenAt: { value: `${date}T${time.slice(0, 5)}`, from },
    message: message === '' ? null : { value: message, from },
  };
}
