/** Numbers that sent letters already gave: they never move (domain.md § 3.8.2), and what to do when two letters disagree. */
import type { SentLetter } from './standing';

export interface FrozenNumbers {
  /** Number by entry. */
  readonly numbers: ReadonlyMap<number, number>;
  /** Letters that gave at least one of them. */
  readonly by: readonly number[];
}

/**
 * The rule when several letters were sent: the first to leave keeps every number it gave. A later letter's number is
 * kept too where it contradicts nothing: its pièce has no number yet, and no other pièce has that number. Where it
 * does, the pack keeps the first letter's number and the transmission note prints a table of both (conflictsOf):
 * two contradictory lists cannot both be the inventory, and neither letter can be changed any more.
 */
export function frozenNumbers(letters: readonly SentLetter[]): FrozenNumbers {
  const numbers = new Map<number, number>();
  const taken = new Set<number>();
  const by = new Set<number>();
  for (const { letter } of letters) {
    for (const { number, seq } of letter.data.pieces) {
      if (numbers.get(seq) === number) by.add(letter.seq);
      if (numbers.has(seq) || taken.has(number)) continue;
      numbers.set(seq, number);
      taken.add(number);
      by.add(letter.seq);
    }
  }
  return { numbers, by: [...by] };
}

export interface NumberConflict {
  /** The letter whose number is not that of the pack. */
  readonly letter: SentLetter;
  readonly cited: number;
  readonly seq: number;
}

/** What a later letter calls otherwise than the pack. @param numberOf the pack's number of an entry; null when it has none */
export function conflictsOf(
  letters: readonly SentLetter[],
  numberOf: (seq: number) => number | null,
): readonly NumberConflict[] {
  return letters.flatMap((letter) =>
    letter.letter.data.pieces
      .filter(({ number, seq }) => numberOf(seq) !== number)
      .map(({ number, seq }) => ({ letter, cited: number, seq })),
  );
}
