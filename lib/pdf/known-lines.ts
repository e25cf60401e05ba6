/** Lines that were set already, for the words that the captures of a series repeat. */
import type { FontSet } from './fonts';
import type { Piece } from './text';
import type { TextLine } from './typeset';

/** Characters kept: a set line weighs some 200 bytes a letter. */
const MOST = 60_000;

export class KnownLines {
  readonly #lines = new Map<string, readonly TextLine[]>();
  #room = MOST;

  get(fonts: FontSet, pieces: readonly Piece[], size: number, width: number): readonly TextLine[] | undefined {
    return this.#lines.get(keyOf(fonts, pieces, size, width));
  }

  /** The first ones stay: they are what comes again. */
  add(fonts: FontSet, pieces: readonly Piece[], size: number, width: number, lines: readonly TextLine[]): void {
    const length = pieces.reduce((sum, { text }) => sum + text.length, 20);
    // A drawn word belongs to the typesetter that counts it.
    if (length > this.#room || lines.some((line) => line.runs.some(({ run }) => run.kind === 'picture'))) return;
    this.#room -= length;
    this.#lines.set(keyOf(fonts, pieces, size, width), lines);
  }
}

/** The fonts are part of it: with others, the same letters may be drawn by another one. */
const keyOf = ({ others, shaper }: FontSet, pieces: readonly Piece[], size: number, width: number): string =>
  `${others.map(({ name }) => name).join()} ${shaper !== null} ${size} ${width} ${JSON.stringify(pieces)}`;
