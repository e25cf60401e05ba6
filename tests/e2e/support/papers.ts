/** Reads the papers that the product saves, with the tools of somebody else: poppler and qpdf. */
import { execFileSync, spawnSync } from 'node:child_process';

/** The text of a PDF with its columns kept, no-break spaces as spaces. @param pages first and last, from 1; all of them when absent */
export function pdfText(path: string, pages?: readonly [number, number]): string {
  const range = pages ? ['-f', String(pages[0]), '-l', String(pages[1])] : [];
  return execFileSync('pdftotext', ['-layout', ...range, path, '-'], { encoding: 'utf8' }).replaceAll('\u00a0', ' ');
}

/** @throws Error when pdfinfo finds no page */
export function pdfPages(path: string): number {
  const found = /^Pages:\s+(\d+)$/m.exec(execFileSync('pdfinfo', [path], { encoding: 'utf8' }));
  if (!found) throw new Error(`no page in ${path}`);
  return Number(found[1]);
}

/** What qpdf has to say of a file: an empty text when it has nothing. */
export function pdfFaults(path: string): string {
  const run = spawnSync('qpdf', ['--check', path], { encoding: 'utf8' });
  return run.status === 0 && run.stderr === '' ? '' : `${run.status} ${run.stdout}${run.stderr}`;
}
