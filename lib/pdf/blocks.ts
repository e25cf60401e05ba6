/** The parts of a document (heading, paragraph, list, table, form, frame) drawn into a column: letters and the pack's reports share them. */
import type { Block, Line, Table } from '@/lib/domain/letter-types';
import { type Column, stacked } from './column';
import { MILLIMETRE, PAGE, type Sheet, type StructureNode } from './sheet';
import type { Piece } from './text';
import type { Typesetter } from './typeset';

export function drawBlock(block: Block, column: Column, root: StructureNode): void {
  switch (block.kind) {
    case 'heading':
      column.paragraph(bold(block.line), root.add('H2'), { before: column.size * 1.1, keepsNext: true });
      return;
    case 'paragraph':
      column.paragraph(piecesOf(block.line), root.add('P'));
      return;
    case 'list':
      column.list(
        block.items.map((item, i) => ({ label: block.ordered ? `${i + 1}.` : '•', pieces: piecesOf(item) })),
        root,
      );
      return;
    case 'form':
      column.table(
        {
          caption: '',
          head: [],
          rows: block.rows.map((row) => [
            { pieces: [{ text: row.label, bold: true }], heads: 'Row' as const },
            { pieces: piecesOf(row.value), empty: row.value.length > 0 && row.value.every((span) => span.missing) },
          ]),
          shares: [0.38, 0.62],
        },
        root,
        { size: column.size },
      );
      return;
    case 'frame':
      column.frame(block.title, block.rows, root);
      return;
    case 'table':
      drawTable(block, column, root);
  }
}

export function drawTable(table: Table, column: Column, root: StructureNode): void {
  const rows = table.rows.map((row) => row.map((cell) => ({ pieces: piecesOf(cell) })));
  if (table.caption === '') column.gap(4, true);
  const { caption, head, shares } = table;
  column.table({ caption, head, rows, ...(shares ? { shares } : {}) }, root, {
    size: Math.min(9.5, column.size - 0.5),
  });
}

/** « 1/2 » at the foot of each sheet: who receives them sees that none is missing. */
export function numbered(sheets: readonly Sheet[], type: Typesetter): readonly Sheet[] {
  return sheets.map((sheet, i) => {
    const lines = type.lines([{ text: `${i + 1}/${sheets.length}`, pale: true }], 9, PAGE.width);
    const x = (PAGE.width - (lines[0]?.width ?? 0)) / 2;
    return { ...sheet, marks: [...sheet.marks, ...stacked(lines, x, PAGE.height - 14 * MILLIMETRE, null)] };
  });
}

export const piecesOf = (line: Line): readonly Piece[] =>
  line.map(({ text, field, missing }) => ({
    text,
    ...(missing ? { pale: true } : {}),
    ...(field !== undefined ? { apart: true } : {}),
  }));

export const bold = (line: Line): readonly Piece[] => piecesOf(line).map((piece) => ({ ...piece, bold: true }));
