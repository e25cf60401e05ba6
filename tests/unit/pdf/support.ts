/** Reads a PDF with other people's programs: qpdf says whether it is sound, poppler and pdf.js what it says. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Block, LetterDocument, Line } from '@/lib/domain/letter-types';
import { type LetterPdf, type LetterPdfOptions, makeLetterPdf } from '@/lib/pdf/letter';
import { write } from '../letters/support';

export const AT = new Date('2026-11-22T09:00:00Z');

export const make = (document: LetterDocument, options: LetterPdfOptions = {}): Promise<LetterPdf> =>
  makeLetterPdf(document, { at: AT, ...options });

/** Runs a program on the bytes; the file's place in its arguments is « @ ». */
function run(program: string, bytes: Uint8Array, args: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'letter-pdf-'));
  const path = join(folder, 'letter.pdf');
  try {
    writeFileSync(path, bytes);
    const done = spawnSync(
      program,
      args.map((one) => (one === '@' ? path : one)),
      { encoding: 'utf8', maxBuffer: 1e8 },
    );
    if (done.error) throw done.error;
    if (done.status !== 0) throw new Error(`${program}: ${done.stdout}${done.stderr}`);
    if (done.stderr !== '') throw new Error(`${program} complains: ${done.stderr.slice(0, 400)}`);
    return done.stdout;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @throws Error with what qpdf says of a file that is not clean */
export function checkClean(bytes: Uint8Array): void {
  const said = run('qpdf', bytes, ['--check', '@']);
  if (!said.includes('No syntax or stream encoding errors found') || /warning/i.test(said)) throw new Error(said);
}

/** Controls of direction that poppler writes around what runs right to left. */
const DIRECTION = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

export const textOf = (bytes: Uint8Array, ...args: string[]): string =>
  run('pdftotext', bytes, [...args, '-enc', 'UTF-8', '@', '-']).replace(DIRECTION, '');

export const infoOf = (bytes: Uint8Array, ...args: string[]): string => run('pdfinfo', bytes, [...args, '@']);

/** What pdf.js (Firefox's own viewer) finds. */
export async function textByPdfJs(bytes: Uint8Array): Promise<string> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({ data: bytes.slice(), useSystemFonts: false, verbosity: 0 });
  const pdf = await task.promise;
  let text = '';
  for (let page = 1; page <= pdf.numPages; page++) {
    const { items } = await (await pdf.getPage(page)).getTextContent();
    text += items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
  }
  await task.destroy();
  return text;
}

export const bare = (text: string): string => text.replace(/\s/gu, '');

/** The characters of a text, counted: what was kept, whatever the order in which a reader puts lines and columns. */
export function counted(text: string): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const one of bare(text)) counts[one] = (counts[one] ?? 0) + 1;
  return counts;
}

/** A posted letter whose body is these blocks. */
export const letterOf = (body: readonly Block[], change: Partial<LetterDocument> = {}): LetterDocument => ({
  ...write('mandate', 'post'),
  body,
  ...change,
});

export const typed = (text: string): Line => [{ text, field: 'x' }];
export const said = (text: string): Line => [{ text }];
export const paragraph = (...lines: Line[]): Block => ({ kind: 'paragraph', line: lines.flat() });
