/** The tables of a letter: what was done, the documents of a complement request, the numbered pièces. */
import type { ItemLine, LetterInput, LetterLine, Line, Part, Piece, Table } from './letter-types';
import { cleanText } from './letter-values';

/** A table with its rows; null when it would be empty. */
export function tableOf(part: Part & { readonly kind: 'table' }, input: LetterInput): Table | null {
  const { head, rows } = contentOf(part.table, input);
  return rows.length > 0 ? { kind: 'table', caption: part.caption, head, rows } : null;
}

function contentOf(
  name: (Part & { readonly kind: 'table' })['table'],
  input: LetterInput,
): { head: readonly string[]; rows: readonly (readonly Line[])[] } {
  switch (name) {
    case 'chronology':
      return {
        head: ['Date', 'Démarche', 'Résultat', 'Pièce n°'],
        rows: input.lines.map((line) => chronologyRow(line, input)),
      };
    case 'items':
      return itemTable(input.items);
    case 'pieces':
      return {
        head: ['N°', 'Pièce'],
        rows: input.pieces.map((piece) => [[{ text: String(piece.number) }], label(piece)]),
      };
  }
}

const cell = (text: string, field: string): Line => [{ text: cleanText(text), field }];
const label = (piece: Piece): Line => cell(piece.label, 'piece');

function chronologyRow(line: LetterLine, input: LetterInput): readonly Line[] {
  const words = input.verbatim ? cleanText(line.verbatim) : '';
  const result = [cleanText(line.result), words && `« ${words} »`, line.declared && 'déclaratif'].filter(Boolean);
  return [
    cell(line.when, 'when'),
    cell(line.event, 'event'),
    cell(result.join(' – '), 'result'),
    [{ text: numbersOf(line.proof, input.pieces).join(', ') }],
  ];
}

/** The column of files only where a file was named: an empty column would ask for something. */
function itemTable(items: readonly ItemLine[]): { head: readonly string[]; rows: readonly (readonly Line[])[] } {
  const files = items.some(({ file }) => file !== '');
  const shown = (item: ItemLine) => [item.label, item.problem, item.answer, ...(files ? [item.file] : [])];
  return {
    head: ['Document demandé', 'Demande', 'Réponse', ...(files ? ['Fichier'] : [])],
    rows: items.map((item) => shown(item).map((text) => cell(text, 'item'))),
  };
}

function numbersOf(proof: readonly number[], pieces: readonly Piece[]): readonly number[] {
  return pieces.filter((piece) => proof.includes(piece.seq)).map((piece) => piece.number);
}
