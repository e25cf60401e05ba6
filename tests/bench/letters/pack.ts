/** The pack's PDFs inside the bench's page: series of made-up screens, beside hashing and joining the same bytes. */
import { capturePdf } from '@/lib/pdf/capture';
import type { CaptureSheet } from '@/lib/pdf/pack-types';
import { seriesPdf } from '@/lib/pdf/series';

export interface MadePack {
  readonly ms: number;
  /** Of the PNGs, and of the PDF. */
  readonly given: number;
  readonly bytes: number;
  readonly pages: number;
  /** Milliseconds that hashing and joining the same PNGs take. */
  readonly yardstick: number;
  /** Growth of the JavaScript heap in megabytes, at its highest after a capture; null where the browser does not say. */
  readonly heap: number | null;
}

type Bytes = Uint8Array<ArrayBuffer>;

const WORDS =
  'La demande est en cours de traitement par les services de la préfecture et la page est en maintenance'.split(' ');
const DISTINCT = 12;
const hex = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
const heapNow = (): number | null =>
  (performance as { memory?: { readonly usedJSHeapSize: number } }).memory?.usedJSHeapSize ?? null;

const textOf = (seed: number): string[] =>
  Array.from({ length: 30 }, (_, i) => WORDS.map((__, k) => WORDS[(k * (i + 2) + seed) % WORDS.length]).join(' '));

/** A screen of text as a canvas gives it: RGBA, which our writer has to turn; Chromium's own captures ask for less. */
async function screen(seed: number): Promise<Bytes> {
  const canvas = new OffscreenCanvas(1366, 900);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no 2d canvas');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, 1366, 900);
  context.fillStyle = '#264';
  context.fillRect(0, 0, 1366, 60);
  context.fillStyle = '#111';
  context.font = '16px sans-serif';
  for (const [i, line] of textOf(seed).entries()) context.fillText(line, 120, 100 + 26 * i);
  return new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer());
}

function sheetOf(seq: number, bytes: Bytes, sha256: string): CaptureSheet {
  const caption = [
    { label: 'Numéro', value: String(seq) },
    { label: 'Adresse', value: 'https://exemple.invalid/particuliers/#/espace-personnel/connexion' },
    { label: 'SHA-256', value: sha256 },
  ];
  const picture = { bytes, type: 'image/png', sha256 };
  return { seq, heading: `Capture d’écran n° ${seq}`, caption, picture, alt: 'Capture', text: textOf(seq % 40) };
}

export async function makePack(count: number): Promise<MadePack> {
  const screens = await Promise.all(Array.from({ length: DISTINCT }, (_, i) => screen(i)));
  const hashes = await Promise.all(screens.map(async (one) => hex(await crypto.subtle.digest('SHA-256', one))));
  const at = (seq: number): Bytes => screens[seq % DISTINCT] ?? new Uint8Array();
  const given = Array.from({ length: count }, (_, i) => at(i + 1).length).reduce((sum, one) => sum + one, 0);
  const before = heapNow();
  let heap = before;
  function* sheets(): Generator<CaptureSheet> {
    for (let seq = 1; seq <= count; seq += 1) {
      const now = heapNow();
      if (heap !== null && now !== null) heap = Math.max(heap, now);
      yield sheetOf(seq, at(seq).slice(), hashes[seq % DISTINCT] ?? '');
    }
  }
  const options = { title: 'Pièce', footer: 'Pièce', at: new Date('2026-11-22T09:00:00Z') };
  const contents = Array.from({ length: count }, (_, i) => ({ seq: i + 1, when: `heure ${i}`, label: 'Page' }));
  const began = performance.now();
  const made =
    count === 1
      ? await capturePdf(sheetOf(1, at(1), hashes[1] ?? ''), options)
      : await seriesPdf(sheets(), {
          ...options,
          heading: 'Série',
          lines: [],
          contents,
          maxBytes: Number.MAX_SAFE_INTEGER,
        });
  const ms = performance.now() - began;
  if (made.kind !== 'made') throw new Error('too large');
  const start = performance.now();
  const parts: Blob[] = [];
  for (let seq = 1; seq <= count; seq += 1) {
    await crypto.subtle.digest('SHA-256', at(seq));
    parts.push(new Blob([at(seq)]));
  }
  await new Blob(parts).arrayBuffer();
  const yardstick = performance.now() - start;
  const grown = heap === null || before === null ? null : (heap - before) / 1e6;
  return { ms, given, bytes: made.bytes, pages: made.pages, yardstick, heap: grown };
}
