/** How long a letter will be on paper: an estimate for the person who is writing, the renderer measures. */
import type { Block, LetterDocument, Line } from './letter-types';

/** A4 with margins of 2 cm, text of 10.5 pt with 1.35 of leading: about 95 characters and 50 lines. */
const CHARACTERS = 95;
const LINES = 50;

/** As many pièces as a letter of two pages can list under its signature. */
const PIECES_IN_LETTER = 20;

/** Whether the list of the pièces has a sheet of its own, after the letter and its table. A message has no sheets. */
export function listsPiecesApart({ enclosures, medium }: LetterDocument): boolean {
  return enclosures.length > PIECES_IN_LETTER && medium !== 'form' && medium !== 'mail';
}

/** What stands under the signature instead. */
export const piecesApartText = ({ enclosures }: LetterDocument): string =>
  `Pièces jointes (${enclosures.length})\u00a0: la liste est jointe à la fin.`;

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
    (listsPiecesApart(document)
      ? 2
      : document.enclosures.reduce((sum, piece) => sum + linesOf(piece.label, CHARACTERS), 0));
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
