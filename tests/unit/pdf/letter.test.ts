/** Every letter as a PDF: sound for qpdf, readable for poppler, two sheets and its table, and nothing in it names us. */
import { describe, expect, it } from 'vitest';
import { compose } from '@/lib/letters';
import type { LetterPdf } from '@/lib/pdf/letter';
import { ALL, EVERYTHING, input, made, write } from '../letters/support';
import { CHRONOLOGY_ROWS } from './rows';
import { AT, checkClean, infoOf, letterOf, make, paragraph, said, textOf, typed } from './support';

const flat = (text: string): string => text.replace(/\s+/g, ' ');

describe('a letter as a PDF', () => {
  it.each(ALL)('is sound and says what $id says ($medium)', async ({ id, medium }) => {
    const document = write(id, medium);
    const { bytes, pages, flags } = await make(document);
    checkClean(bytes);
    expect(flags).toEqual([]);
    expect(pages).toBeLessThanOrEqual(document.annex ? 3 : 2);
    const text = flat(textOf(bytes));
    const lines = [
      ...document.sender,
      ...document.closing,
      ...document.signature,
      document.salutation,
      document.object,
    ];
    for (const line of lines) {
      const words = flat((line ?? []).map((span) => span.text).join(''));
      // A long line is cut where poppler may see another order: its first words are enough to know it.
      expect(text).toContain(words.slice(0, 30).trim());
    }
    expect(text).toContain(`1/${pages}`);
  });

  it.each(ALL)('stays within its sheets with every field filled ($id, $medium)', async ({ id, medium }) => {
    const document = made(compose(id, input(id, medium, { values: EVERYTHING })));
    const { bytes, flags } = await make(document);
    checkClean(bytes);
    expect(flags).toEqual([]);
  });

  it('gives the French letters back', async () => {
    const sample = 'Élève à Œuvrecœur : « ça, là-bas, où ? » – l’été, Noël, naïf… 12 €, n° 3, ½, Ÿ, ù, î, ñ.';
    const { bytes } = await make(letterOf([paragraph(said(sample))]));
    expect(flat(textOf(bytes))).toContain(sample);
    expect(flat(textOf(bytes, '-raw'))).toContain(sample);
  });

  it('puts the recipient in the window of the envelope', async () => {
    const { bytes } = await make(write('substitution-lrar', 'lrar'));
    const xml = textOf(bytes, '-bbox');
    const word = /xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>Préfet</.exec(xml);
    const millimetres = [word?.[1], word?.[2]].map((points) => (Number(points) * 25.4) / 72);
    expect(millimetres[0]).toBeGreaterThan(105);
    expect(millimetres[0]).toBeLessThan(190);
    expect(millimetres[1]).toBeGreaterThan(45);
    expect(millimetres[1]).toBeLessThan(75);
  });

  it('says nothing of who made it', async () => {
    const { bytes } = await make(write('pan-letter', 'post'));
    const info = infoOf(bytes);
    expect(info).toMatch(/^Title: +Courrier$/m);
    expect(info).toMatch(/^Tagged: +yes$/m);
    expect(info).toMatch(/^Page size: +595\.28 x 841\.89 pts \(A4\)$/m);
    expect(infoOf(bytes, '-isodates')).toMatch(/^CreationDate: +2026-11-22T09:00:00Z$/m);
    for (const raw of [Buffer.from(bytes).toString('latin1'), info, textOf(bytes)]) {
      expect(raw).not.toMatch(/carnet|pdfkit|PDF\/A|PDF\/UA/i);
    }
    expect(Buffer.from(bytes).toString('latin1')).toContain('/Lang (fr)');
  });

  it('is the same bytes for the same letter at the same instant', async () => {
    const document = write('substitution-lrar', 'lrar');
    const [first, second] = [await make(document), await make(document)];
    expect(Buffer.compare(first.bytes, second.bytes)).toBe(0);
    const later = await make(document, { at: new Date(AT.getTime() + 1000) });
    expect(Buffer.compare(first.bytes, later.bytes)).not.toBe(0);
  });

  it('has a structure that a screen reader walks', async () => {
    const { bytes } = await make(write('substitution-lrar', 'lrar'));
    const tree = infoOf(bytes, '-struct-text');
    for (const tag of ['Document', 'H1', 'H2', 'Table', 'Caption', 'TR', 'TH', 'TD', 'L ', 'LI', 'Lbl', 'LBody']) {
      expect(tree).toContain(`${tag.trim()}`);
    }
    expect(tree).toMatch(/H1 \(block\)\n\s+"Objet/);
  });

  it('repeats the head of a long table, on its own sheets after the letter', async () => {
    const table = CHRONOLOGY_ROWS(60);
    const { bytes, pages, flags } = await make(letterOf([paragraph(said('Voir le tableau.'))], { annex: table }));
    checkClean(bytes);
    expect(flags).toEqual([]);
    const sheets = textOf(bytes, '-layout').split('\f').slice(0, -1);
    expect(sheets).toHaveLength(pages);
    expect(sheets[0]).not.toContain('Démarche accomplie');
    for (const sheet of sheets.slice(1)) expect(sheet).toContain('Démarche accomplie');
    const text = textOf(bytes);
    for (let row = 1; row <= 60; row++) expect(text).toContain(`ligne-${row}.`);
  });

  it('lists more pièces than two pages hold on a sheet of their own, after the table', async () => {
    const pieces = (count: number) =>
      Array.from({ length: count }, (_, index) => ({
        seq: index + 1,
        number: index + 1,
        label: `Capture d’écran numéro ${index + 1}`,
      }));
    const body = [paragraph(said('Voir le tableau.'))];
    const many = await make(letterOf(body, { annex: CHRONOLOGY_ROWS(60), enclosures: pieces(228) }));
    checkClean(many.bytes);
    expect(many.flags).toEqual([]);
    const sheets = textOf(many.bytes, '-layout').split('\f').slice(0, -1);
    expect(sheets[0]?.replaceAll('\u00a0', ' ')).toContain('Pièces jointes (228) : la liste est jointe à la fin.');
    expect(sheets[0]).not.toContain('numéro 1');
    const list = sheets.findIndex((sheet) => sheet.trim().startsWith('Pièces jointes (228)'));
    expect(sheets.findLastIndex((sheet) => sheet.includes('Démarche accomplie'))).toBe(list - 1);
    expect(sheets.at(-1)).toContain('numéro 228');
    const few = await make(letterOf(body, { enclosures: pieces(20) }));
    expect(few.pages).toBe(1);
    expect(textOf(few.bytes)).toContain('numéro 20');
  });

  it('makes the letters smaller before it says that a letter is too long', async () => {
    const words = 'Le portail affiche un message et la demande ne peut pas être déposée. ';
    const letters = (bytes: Uint8Array): number => {
      const [, top, bottom] = /yMin="([\d.]+)"[^>]*yMax="([\d.]+)">Objet</.exec(textOf(bytes, '-bbox')) ?? [];
      return Number(bottom) - Number(top);
    };
    const short = await make(letterOf([paragraph(said(words))]));
    const of = (count: number): Promise<LetterPdf> =>
      make(letterOf(Array.from({ length: count }, () => paragraph(said(words.repeat(2))))));
    let count = 30;
    let fits = await of(count);
    while (letters(fits.bytes) === letters(short.bytes)) fits = await of(++count);
    expect(fits).toMatchObject({ flags: [], pages: 2 });
    expect(letters(fits.bytes)).toBeGreaterThan(0.89 * letters(short.bytes));
    const long = await make(letterOf(Array.from({ length: 40 }, () => paragraph(said(words.repeat(8))))));
    expect(long.flags).toEqual([{ code: 'too-long', pages: long.pages }]);
    expect(long.pages).toBeGreaterThan(2);
    checkClean(long.bytes);
  });

  it('leaves dots and room where nobody filled a form', async () => {
    const { bytes } = await make(write('call-sheet', 'sheet'));
    expect(textOf(bytes)).toMatch(/Numéro composé\s+…{20,}/);
  });

  it('keeps three lines of address and a name typed from right to left in their places', async () => {
    const sender = [
      typed('سارة مثال'),
      typed('Chez Mme Exemple\nBâtiment B\n12 rue Imaginaire'),
      typed('00000 Nulleville'),
    ];
    const { bytes } = await make(letterOf([], { sender }));
    expect(textOf(bytes)).toMatch(/^سارة مثال\nChez Mme Exemple\nBâtiment B\n12 rue Imaginaire\n00000 Nulleville/);
  });
});
