/** How long a letter will be on paper: an estimate for the person who is writing, the renderer measures. */
import type { Block, LetterDocument, Line } from './letter-types';

/** A4 with margins of 2 cm, text of 10.5 pt with 1.35 of leading: about 95 characters and 50 lines. */
const CHARACTERS = 95;
const LINES = 50;

/** Pages of the letter without its annex. */
export function estimatePages(document: LetterDocument): number {
  const one = (line: Line | null): number => (line ? linesOf(text(line), CHARACTERS) + 1 : 0);
  const several = (all: readonly Line[]): number =>
    all.reduce((sum, line) => sum + linesOf(text(line), CHARACTERS), all.length > 0 ? 1 : 0);
  // Sender and recipient stand side by side in half a width each.
  const half = (all: readonly Line[]): number =>
    all.reduce((sum, line) => sum + linesOf(text(line), CHARACTERS / 2), 1);
  const total =
    half(document.sender) +
    half(document.recipient) +
    one(document.postal) +
    one(document.placeDate) +
    one(document.object) +
    several(document.references) +
    one(document.salutation) +
    document.body.reduce((sum, block) => sum + blockLines(block), 0) +
    several(document.closing) +
    several(document.signature) +
    document.enclosures.reduce((sum, piece) => sum + linesOf(piece.label, CHARACTERS), 0);
  return Math.max(1, Math.ceil(total / LINES));
}

function blockLines(block: Block): number {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return linesOf(text(block.line), CHARACTERS) + 1;
    case 'list':
      return block.items.reduce((sum, item) => sum + linesOf(text(item), CHARACTERS - 4), 1);
    case 'form':
      return block.rows.reduce((sum, row) => sum + linesOf(text(row.value), CHARACTERS - 35) + 0.5, 1);
    case 'frame':
      return block.rows.length * 3 + 2;
    case 'table':
      // « At most two A4 pages plus the table »: the table is not counted.
      return 0;
  }
}

const text = (line: Line): string => line.map((span) => span.text).join('');

function linesOf(words: string, width: number): number {
  return words.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / width)), 0);
}
