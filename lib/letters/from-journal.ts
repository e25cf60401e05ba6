/** From a journal and the person's choices to what a letter is composed of: its lines, its numbered pièces, its facts. */
import { type ComplementFact, readComplements } from '@/lib/domain/checklist-complement';
import type { Entry } from '@/lib/domain/entry';
import { type Candidate, numberPieces } from '@/lib/domain/letter-pieces';
import type {
  ItemLine,
  LetterInput,
  LetterLine,
  LetterTemplate,
  LetterValues,
  Medium,
} from '@/lib/domain/letter-types';
import { readTriage } from '@/lib/domain/triage';
import { chronologyOf, itemLines, type PageLabel, pieceCandidates } from './chronology';
import { factsOf } from './facts';
import { LETTERS, type LetterId } from './index';
import { linesFor, printsWords } from './select';

/** What a journal gives to any letter: computed once, whatever is typed afterwards. */
export interface LetterSource {
  readonly lines: readonly LetterLine[];
  readonly candidates: readonly Candidate[];
  readonly items: readonly ItemLine[];
  /** The complement request whose documents are `items`; null when there is none. */
  readonly request: string | null;
  readonly regime: LetterInput['regime'];
}

/**
 * The complement request that a letter answers: the one asked for; else the first to fall due of those without an
 * answer; else the last one told.
 */
export function requestFor(entries: readonly Entry[], asked: string | null): ComplementFact | null {
  const requests = readComplements(entries);
  const named = requests.find(({ request }) => request === asked);
  const last = requests.toSorted((one, other) => other.seq - one.seq)[0];
  return named ?? requests.find(({ sent }) => sent === null) ?? last ?? null;
}

/**
 * @param label the French name of a page: letters are always in French
 * @param asked name of the complement request to answer
 */
export function letterSource(entries: readonly Entry[], label: PageLabel, asked: string | null = null): LetterSource {
  const complement = requestFor(entries, asked);
  return {
    lines: chronologyOf(entries, label),
    candidates: pieceCandidates(entries, label),
    items: complement ? itemLines(complement.items) : [],
    request: complement?.request ?? null,
    regime: readTriage(entries).regime ?? 'UNKNOWN',
  };
}

/** Whether pièces are joined to it, or cited in it. */
export function takesPieces(template: LetterTemplate, medium: Medium): boolean {
  return (
    template.enclosures.includes(medium) ||
    template.needs.includes('capture') ||
    template.body.some((part) => part.kind === 'table' && part.table !== 'items')
  );
}

/** The pièces that a letter begins with: those of the lines that it tells. */
export function defaultPieces(id: LetterId, source: LetterSource): ReadonlySet<number> {
  const cited = new Set(linesFor(id, source.lines).flatMap((line) => line.proof));
  return new Set(source.candidates.map((one) => one.seq).filter((seq) => cited.has(seq)));
}

/** @param chosen entries whose files are joined; a line that a chosen one proves is told too */
export function letterInput(
  id: LetterId,
  medium: Medium,
  source: LetterSource,
  choice: { readonly values: LetterValues; readonly chosen: ReadonlySet<number> },
): LetterInput {
  const told = new Set(linesFor(id, source.lines).map((line) => line.seq));
  const usual = defaultPieces(id, source);
  const lines = source.lines.filter(
    (line) => told.has(line.seq) || line.proof.some((seq) => choice.chosen.has(seq) && !usual.has(seq)),
  );
  const joined = takesPieces(LETTERS[id], medium) ? choice.chosen : new Set<number>();
  const pieces = numberPieces(source.candidates.filter((one) => joined.has(one.seq)));
  return {
    medium,
    values: choice.values,
    lines,
    pieces,
    items: source.items,
    facts: factsOf(lines, pieces),
    regime: source.regime,
    verbatim: printsWords(id),
  };
}
