/** Numbers of the pièces of a letter: continuous, by date, and frozen for ever once the letter was sent (domain.md § 3.8.2). */
import * as z from 'zod/mini';
import type { Piece } from './letter-types';

/** A pièce before it has a number. */
export interface Candidate {
  /** Entry that holds its files. */
  readonly seq: number;
  /** UTC instant, for the order. */
  readonly utc: string;
  readonly label: string;
}

/** What a sent letter keeps of its pièces. */
export const frozenPiecesSchema = z
  .array(
    z.strictObject({
      number: z.int().check(z.gte(1)),
      seq: z.int().check(z.gte(1)),
      label: z.string().check(z.maxLength(2_000)),
    }),
  )
  .check(z.maxLength(1_000));
export type FrozenPieces = z.infer<typeof frozenPiecesSchema>;

/** The pièces of a letter that is being written: 1, 2, 3… by date, then by entry. */
export function numberPieces(candidates: readonly Candidate[]): readonly Piece[] {
  const seen = new Map(candidates.map((one) => [one.seq, one]));
  return [...seen.values()]
    .toSorted((one, other) => compare(one.utc, other.utc) || one.seq - other.seq)
    .map((one, index) => ({ number: index + 1, seq: one.seq, label: one.label }));
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** What to keep of the pièces when the letter is sent. */
export function freezePieces(pieces: readonly Piece[]): FrozenPieces {
  return pieces.map(({ number, seq, label }) => ({ number, seq, label }));
}

/**
 * The pièces of a letter that was sent, as they were: neither a removal nor a new label renumbers or renames them.
 * @param standing entries whose files are still there
 */
export function frozenPieces(frozen: FrozenPieces, standing: ReadonlySet<number>): readonly Piece[] {
  return frozen.map((piece) => (standing.has(piece.seq) ? piece : { ...piece, gone: true }));
}

/** « pièce n° 1 », « pièces n° 1 et 4 », « pièces n° 1 à 3 et 5 »; null for none. */
export function citePieces(numbers: readonly number[]): string | null {
  const sorted = [...new Set(numbers)].toSorted((one, other) => one - other);
  if (sorted.length === 0) return null;
  if (sorted.length === 1) return `pièce n°\u00a0${sorted[0]}`;
  return `pièces n°\u00a0${listed(runs(sorted))}`;
}

function runs(sorted: readonly number[]): readonly string[] {
  const found: [number, number][] = [];
  for (const number of sorted) {
    const last = found.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else found.push([number, number]);
  }
  return found.flatMap(([from, to]) => {
    if (from === to) return [`${from}`];
    return to === from + 1 ? [`${from}`, `${to}`] : [`${from} à ${to}`];
  });
}

/** « a », « a et b », « a, b et c ». */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} et ${words.at(-1)}`;
}
