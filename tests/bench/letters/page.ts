/** The page of the letters' bench: makes PDFs inside an extension page, under the policy of our own pages, and says how long it took. */

import { printPage } from '@/lib/letters/render-html';
import { makeLetterPdf } from '@/lib/pdf/letter';
import { makePack } from './pack';

export interface Made {
  readonly base64: string;
  readonly flags: string;
  /** Milliseconds of the first letter, fonts and library loaded with it. */
  readonly first: number;
  /** Median milliseconds of the next ones. */
  readonly next: number;
  /** Median milliseconds that the browser takes to lay out the same letter's print view in a frame. */
  readonly printView: number;
}

type LetterDocument = Parameters<typeof makeLetterPdf>[0];

const ROUNDS = 9;
const AT = new Date('2026-11-22T09:00:00Z');
const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

async function timed<T>(work: () => T | Promise<T>): Promise<readonly [number, T]> {
  const began = performance.now();
  const result = await work();
  return [performance.now() - began, result];
}

function layOut(html: string): Promise<number> {
  return new Promise((resolve) => {
    const frame = document.createElement('iframe');
    const began = performance.now();
    frame.onload = () => {
      const height = frame.contentDocument?.documentElement.getBoundingClientRect().height ?? 0;
      const took = performance.now() - began;
      frame.remove();
      resolve(height > 0 ? took : Number.NaN);
    };
    frame.style.width = '21cm';
    frame.srcdoc = html;
    document.body.append(frame);
  });
}

async function make(letter: LetterDocument): Promise<Made> {
  const [first, made] = await timed(() => makeLetterPdf(letter, { at: AT }));
  const next: number[] = [];
  const printView: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    next.push((await timed(() => makeLetterPdf(letter, { at: AT })))[0]);
    printView.push(await layOut(printPage(letter)));
  }
  const base64 = btoa(Array.from(made.bytes, (byte) => String.fromCharCode(byte)).join(''));
  return { base64, flags: JSON.stringify(made.flags), first, next: median(next), printView: median(printView) };
}

Object.assign(globalThis, { make, makePack });
