/** A letter as a PDF: A4, at most two sheets and its table, the recipient where the window of a French envelope shows it. */
import { listsPiecesApart, piecesApartText } from '@/lib/domain/letter-length';
import type { LetterDocument, Line } from '@/lib/domain/letter-types';
import { bold, drawBlock, drawTable, numbered, piecesOf } from './blocks';
import { Column, stacked } from './column';
import { fontsFor } from './fonts';
import { canvasDrawer, type Drawer } from './picture';
import { printSheets } from './print';
import { type Mark, MILLIMETRE, PAGE, paginate, type Sheet, StructureNode } from './sheet';
import { type TextLine, Typesetter } from './typeset';

/** What the person should know of the file that was made. */
export type LetterFlag =
  /** Letters that no font of ours has: drawn with the fonts of this machine. */
  | { readonly code: 'drawn'; readonly texts: readonly string[] }
  /** Letters that nothing here can draw: their code points are printed instead. */
  | { readonly code: 'unprintable'; readonly texts: readonly string[] }
  /** More than two sheets without its table, even with the smallest letters. */
  | { readonly code: 'too-long'; readonly pages: number };

export interface LetterPdfOptions {
  /** Written in the file as the instant of its making; now when absent. */
  readonly at?: Date;
  /** Draws what no font has; the page's canvas when absent. */
  readonly draw?: Drawer;
}

export interface LetterPdf {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly pages: number;
  readonly flags: readonly LetterFlag[];
}

/** domain.md § 5.4. */
const MAX_PAGES = 2;
const SIZES = [10.5, 10, 9.5] as const;
const MARGIN = 20 * MILLIMETRE;
const WIDTH = PAGE.width - 2 * MARGIN;
const RIGHT = { x: 110 * MILLIMETRE, width: 80 * MILLIMETRE } as const;
/** Top of the address in the window of a French envelope (NF Z 10-011: 45 mm from the top of the sheet, and some play). */
const WINDOW_TOP = 50 * MILLIMETRE;

/** The bytes alone. */
export async function letterPdf(
  document: LetterDocument,
  options: LetterPdfOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
  return (await makeLetterPdf(document, options)).bytes;
}

/** @throws Error when a font or HarfBuzz cannot be loaded */
export async function makeLetterPdf(document: LetterDocument, options: LetterPdfOptions = {}): Promise<LetterPdf> {
  const { at = new Date(), draw = canvasDrawer() } = options;
  const type = new Typesetter(await fontsFor(JSON.stringify(document)), draw);
  const { sheets, root, pages } = laidOut(document, type);
  const bytes = await printSheets(numbered(sheets, type), root, { title: 'Courrier', at, language: 'fr' });
  const { pictures, named } = type.drawn;
  const flags: LetterFlag[] = [
    ...(pictures.length > 0 ? [{ code: 'drawn' as const, texts: pictures }] : []),
    ...(named.length > 0 ? [{ code: 'unprintable' as const, texts: named }] : []),
    ...(pages > MAX_PAGES ? [{ code: 'too-long' as const, pages }] : []),
  ];
  return { bytes, pages: sheets.length, flags };
}

interface Laid {
  readonly sheets: readonly Sheet[];
  readonly root: StructureNode;
  /** Of the letter without its table. */
  readonly pages: number;
}

/** The fewest sheets, and then the largest letters. */
function laidOut(document: LetterDocument, type: Typesetter): Laid {
  let best = laidOutAt(document, type, SIZES[0]);
  for (const size of SIZES.slice(1)) {
    if (best.pages === 1) return best;
    const laid = laidOutAt(document, type, size);
    if (laid.pages < best.pages) best = laid;
  }
  return best;
}

function laidOutAt(document: LetterDocument, type: Typesetter, size: number): Laid {
  const root = new StructureNode('Sect');
  const column = new Column(type, size, { x: MARGIN, width: WIDTH });
  fillLetter(document, column, root);
  const bottom = PAGE.height - MARGIN;
  const letter = paginate(column.slabs, MARGIN, bottom);
  const apart = (draw: (column: Column) => void): readonly Sheet[] => {
    const after = new Column(type, size, { x: MARGIN, width: WIDTH });
    draw(after);
    return paginate(after.slabs, MARGIN, bottom);
  };
  const { annex } = document;
  const table = annex ? apart((after) => drawTable(annex, after, root)) : [];
  const list = listsPiecesApart(document) ? apart((after) => enclosures(document, after, root)) : [];
  return { sheets: [...letter, ...table, ...list], root, pages: letter.length };
}

function fillLetter(document: LetterDocument, column: Column, root: StructureNode): void {
  head(document, column, root);
  if (document.postal) column.paragraph(bold(document.postal), root.add('P'));
  object(document, column, root);
  document.references.forEach((line, i) => {
    column.paragraph(piecesOf(line), root.add('P'), i > 0 ? { before: 0 } : {});
  });
  if (document.salutation) column.paragraph(piecesOf(document.salutation), root.add('P'));
  for (const block of document.body) drawBlock(block, column, root);
  // Nobody signs a sheet that holds nothing but a name.
  for (const line of document.closing) {
    column.paragraph(piecesOf(line), root.add('P'), { keepsNext: document.signature.length > 0 });
  }
  signature(document, column, root);
  if (listsPiecesApart(document)) column.paragraph([{ text: piecesApartText(document) }], root.add('P'));
  else enclosures(document, column, root);
}

/** The sender on the left, the recipient on the right, in the window for what is posted. */
function head({ sender, recipient, placeDate, medium }: LetterDocument, column: Column, root: StructureNode): void {
  const posted = medium === 'post' || medium === 'lrar';
  const set = (lines: readonly Line[], width: number): readonly TextLine[] =>
    lines.flatMap((line) => column.lines(piecesOf(line), width));
  const height = (lines: readonly TextLine[]): number => lines.length * column.leading;
  const from = set(sender, RIGHT.x - MARGIN - 5 * MILLIMETRE);
  const to = set(recipient, RIGHT.width);
  const dated = placeDate ? set([placeDate], RIGHT.width) : [];
  if (from.length + to.length + dated.length === 0) return;
  if (height(from) > 0.5 * PAGE.height || height(to) > 0.4 * PAGE.height) {
    for (const line of [...sender, ...recipient, ...(placeDate ? [placeDate] : [])]) {
      column.paragraph(piecesOf(line), root.add('P'), { before: 0 });
    }
    return;
  }
  const top = to.length === 0 ? 0 : posted ? WINDOW_TOP - MARGIN : 12 * MILLIMETRE;
  const under = top + height(to) + (to.length > 0 ? 8 * MILLIMETRE : 0);
  const marks: Mark[] = [
    ...stacked(from, MARGIN, 0, from.length > 0 ? root.add('P') : null),
    ...stacked(to, RIGHT.x, top, to.length > 0 ? root.add('P') : null),
    ...stacked(dated, RIGHT.x, under, dated.length > 0 ? root.add('P') : null),
  ];
  const bottom = Math.max(height(from), dated.length > 0 ? under + height(dated) : top + height(to));
  column.slabs.push({ height: bottom, before: 0, marks });
  column.gap(6 * MILLIMETRE);
}

function object(document: LetterDocument, column: Column, root: StructureNode): void {
  if (!document.object) return;
  const label = document.medium === 'sheet' ? [] : [{ text: 'Objet\u00a0: ', bold: true }];
  column.paragraph([...label, ...bold(document.object)], root.add('H1'), { keepsNext: true });
}

function signature({ signature: lines }: LetterDocument, column: Column, root: StructureNode): void {
  if (lines.length === 0) return;
  lines.forEach((line, i) => {
    column.paragraph(piecesOf(line), root.add('P'), { before: i === 0 ? 10 * MILLIMETRE : 0, keepsNext: true });
  });
  // Room to sign, on the same sheet as the name.
  column.slabs.push({ height: 14 * MILLIMETRE, before: 0, marks: [] });
}

function enclosures({ enclosures: pieces }: LetterDocument, column: Column, root: StructureNode): void {
  if (pieces.length === 0) return;
  column.paragraph([{ text: `Pièces jointes (${pieces.length})`, bold: true }], root.add('H2'), { keepsNext: true });
  column.list(
    pieces.map((piece) => ({
      label: `${piece.number}.`,
      pieces: [{ text: piece.label, apart: true }, ...(piece.gone ? [{ text: ' (fichier retiré)' }] : [])],
    })),
    root,
    pieces.length <= 12,
  );
}
