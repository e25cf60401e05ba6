/** The note of a page, offered by the script that can draw it to the one that is always there: same isolated world. */
import { createNote } from './note';

/** Makes the note of this page, once (found again by `findNote`). */
export function offerNote(document: Document): void {
  const world = globalThis as unknown as Record<symbol, unknown>;
  world[Symbol.for('carnet.note')] ??= createNote(document);
}
