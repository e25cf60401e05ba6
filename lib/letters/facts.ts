/** What a letter may say of the journal: dates, counts, references and numbers of pièces, read from its lines alone. */
import { citePieces, listed } from '@/lib/domain/letter-pieces';
import type { LetterLine, Piece } from '@/lib/domain/letter-types';
import { CALL_END, OUTCOME } from './journal-words';

/** Every fact that a sentence may name. */
export const FACT_IDS = [
  'firstBlockOn',
  'blockPieces',
  'slotSummary',
  'slotPieces',
  'cccDates',
  'cccReferences',
  'cccResult',
  'cccPieces',
  'cccAnswered',
  'attestedOn',
  'attestedPieces',
  'dnDates',
  'allPieces',
] as const;
export type FactId = (typeof FACT_IDS)[number];
export type Facts = Readonly<Record<FactId, string | null>>;

/** Rows that show an appointment module with nothing to take. */
const SLOT_SITES = /^(?:rdv-prefecture|rdv-service-public)\//;

const isBlock = ({ kind, fact }: LetterLine): boolean =>
  kind === 'capture' && (fact.pageOutcome === 'blocked' || fact.pageOutcome === 'down' || fact.noted);
const isCcc = ({ fact }: LetterLine): boolean => fact.channel?.startsWith('CCC_') === true;

/** @param lines chosen for the letter, in order */
export function factsOf(lines: readonly LetterLine[], pieces: readonly Piece[]): Facts {
  const blocks = lines.filter(isBlock);
  const slots = blocks.filter(({ fact }) => SLOT_SITES.test(fact.page ?? '') || fact.noted);
  const ccc = lines.filter((line) => isCcc(line) && line.kind === 'exchange');
  const asked = ccc.filter(({ fact }) => fact.sent);
  const attested = ccc.filter(({ fact }) => fact.outcome === 'IMPOSSIBILITY_ATTESTED').at(-1);
  const dn = lines.filter(({ fact }) => fact.channel === 'DN_MSG' && fact.sent);
  const numbers = (some: readonly LetterLine[]): string | null =>
    citePieces(
      pieces.filter((piece) => some.some((line) => line.proof.includes(piece.seq))).map((piece) => piece.number),
    );
  return {
    firstBlockOn: blocks[0]?.day ?? null,
    blockPieces: numbers(blocks),
    slotSummary: summary(slots),
    slotPieces: numbers(slots),
    cccDates: days(asked),
    cccReferences: orNull(listed(unique(asked.flatMap(({ fact }) => (fact.reference ? [fact.reference] : []))))),
    cccResult: asked.length > 0 ? resultOf(ccc) : null,
    cccPieces: numbers(ccc),
    cccAnswered: ccc.some(({ fact }) => answers(fact.outcome)) ? 'oui' : null,
    attestedOn: attested?.fact.outcomeDay ?? null,
    attestedPieces: attested ? numbers([attested]) : null,
    dnDates: days(dn),
    allPieces: citePieces(pieces.map((piece) => piece.number)),
  };
}

/** « le 04/11/2026 et le 06/11/2026 ». */
const days = (lines: readonly LetterLine[]): string | null =>
  orNull(listed(unique(lines.map(({ day }) => `le ${day}`))));

const unique = (words: readonly string[]): readonly string[] => [...new Set(words)];
const orNull = (text: string): string | null => (text === '' ? null : text);

/** An automatic reply is evidence of sending, not an answer (domain.md § 3.4). */
const answers = (outcome: string | null): boolean => outcome !== null && outcome !== 'NONE' && outcome !== 'AUTO_REPLY';

function resultOf(ccc: readonly LetterLine[]): string {
  const last = ccc.findLast(({ fact }) => answers(fact.outcome)) ?? ccc.findLast(({ fact }) => fact.outcome !== null);
  const outcome = last?.fact.outcome;
  const known = Object.entries(OUTCOME).find(([code]) => code === outcome)?.[1];
  return (
    known ?? (ccc.some(({ result }) => result.includes(CALL_END['no-answer'])) ? CALL_END['no-answer'] : OUTCOME.NONE)
  );
}

/** « 5 captures du 02/11/2026 au 20/11/2026, sur 4 jours »: counted, never judged. */
function summary(captures: readonly LetterLine[]): string | null {
  const [first] = captures;
  const last = captures.at(-1);
  if (!first || !last) return null;
  const days = unique(captures.map(({ day }) => day)).length;
  if (captures.length === 1) return `1 capture le ${first.day}`;
  if (days === 1) return `${captures.length} captures le ${first.day}`;
  return `${captures.length} captures du ${first.day} au ${last.day}, sur ${days} jours`;
}
