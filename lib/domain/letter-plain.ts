/** A letter as plain text: to copy into a form or a mail, and to count its characters. */
import type { Block, LetterDocument, Line, Table } from './letter-types';

export interface PlainOptions {
  /** The object inside the text. Absent: in letters, not in messages, where it has its own field. */
  readonly object?: boolean;
}

/** The text, its lines ended by LF. No product name, no markup. */
export function plainText(document: LetterDocument, options: PlainOptions = {}): string {
  const message = document.medium === 'form' || document.medium === 'mail';
  const object = (options.object ?? !message) && document.object ? `Objet : ${lineText(document.object)}` : '';
  const parts = [
    stack(document.sender),
    document.placeDate ? lineText(document.placeDate) : '',
    document.postal ? lineText(document.postal) : '',
    stack(document.recipient),
    object,
    stack(document.references),
    document.salutation ? lineText(document.salutation) : '',
    ...document.body.map(blockText),
    stack(document.closing),
    stack(document.signature),
    enclosuresText(document),
    document.annex ? blockText(document.annex) : '',
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** A line's words. */
export function lineText(line: Line): string {
  return line.map((span) => span.text).join('');
}

/** Every line of a document, wherever it stands. */
export function linesOf(document: LetterDocument): readonly Line[] {
  const one = (line: Line | null): readonly Line[] => (line ? [line] : []);
  return [
    ...document.sender,
    ...document.recipient,
    ...one(document.postal),
    ...one(document.placeDate),
    ...one(document.object),
    ...document.references,
    ...one(document.salutation),
    ...document.body.flatMap(linesOfBlock),
    ...document.closing,
    ...document.signature,
    ...(document.annex ? linesOfBlock(document.annex) : []),
  ];
}

function linesOfBlock(block: Block): readonly Line[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [block.line];
    case 'list':
      return block.items;
    case 'form':
      return block.rows.map((row) => row.value);
    case 'frame':
      return [];
    case 'table':
      return block.rows.flat();
  }
}

const stack = (lines: readonly Line[]): string => lines.map(lineText).join('\n');

function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return lineText(block.line);
    case 'list':
      return block.items.map((item, index) => `${block.ordered ? `${index + 1}.` : '-'} ${lineText(item)}`).join('\n');
    case 'form':
      return block.rows.map((row) => `${row.label} : ${lineText(row.value)}`).join('\n');
    case 'frame':
      return [block.title, ...block.rows.map((row) => `${row} : ____________________`)].join('\n');
    case 'table':
      return tableText(block);
  }
}

/** A row a line; an empty cell is left out, so that no column is mistaken for another. */
function tableText(table: Table): string {
  const rows = table.rows.map((row) => {
    const cells = row.map((cell, index) => {
      const words = lineText(cell).replace(/\s*\n\s*/g, ' / ');
      return words !== '' && table.head[index] === 'Pièce n°' ? `pièce n°\u00a0${words}` : words;
    });
    return `- ${cells.filter((cell) => cell !== '').join(' | ')}`;
  });
  return [`${table.caption} :`, ...rows].join('\n');
}

function enclosuresText(document: LetterDocument): string {
  if (document.enclosures.length === 0) return '';
  const rows = document.enclosures.map(
    (piece) => `${piece.number}. ${piece.label}${piece.gone ? ' (fichier retiré)' : ''}`,
  );
  return [`Pièces jointes (${rows.length}) :`, ...rows].join('\n');
}
