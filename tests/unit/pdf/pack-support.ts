/** Pictures and sheets for the tests of the pack's PDFs, and what other people's programs find in a file. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import type { CaptureSheet, PackPdf, PackPdfOptions } from '@/lib/pdf/pack-types';

export type Bytes = Uint8Array<ArrayBuffer>;

export const AT = new Date('2026-11-22T09:00:00Z');
export const OPTIONS: PackPdfOptions = { title: 'Pièce n° 7', footer: 'Pièce n° 7', at: AT };

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export interface Look {
  readonly colorType?: 0 | 2 | 4 | 6;
  readonly filter?: number;
  /** Alpha of every pixel. */
  readonly alpha?: number;
}

/** Lines of « text » 12 rows high, 8 rows of white between them; every picture differs by its `seed`. */
export function pagePng(width: number, height: number, seed = 1, look: Look = {}): Bytes {
  const { colorType = 2, filter = -1, alpha = 255 } = look;
  const png = new PNG({ width, height });
  let state = seed * 7919 + 1;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
      const ink = y % 20 < 12 && x > 20 && x < width - 20 && (state >> 16) % 3 === 0;
      png.data.set([ink ? 30 : 255, ink ? (seed * 40) % 256 : 255, ink ? 60 : 255, alpha], 4 * (y * width + x));
    }
  }
  return new Uint8Array(PNG.sync.write(png, { colorType, inputHasAlpha: true, filterType: filter }));
}

export function sheetOf(seq: number, bytes: Bytes, change: Partial<CaptureSheet> = {}): CaptureSheet {
  return {
    seq,
    heading: 'Capture d’écran du portail ANEF, page de maintenance, 2 mars 2026 à 09 h 05',
    caption: [
      { label: 'Numéro dans le carnet', value: String(seq) },
      { label: 'Adresse', value: 'https://exemple.invalid/particuliers/#/connexion' },
      { label: 'SHA-256 de l’original', value: sha256(bytes) },
    ],
    picture: { bytes, type: 'image/png', sha256: sha256(bytes) },
    alt: 'Capture d’écran de la page.',
    text: ['Service indisponible', 'Merci de réessayer ultérieurement.'],
    ...change,
  };
}

export const bytesOf = async ({ blob }: Pick<PackPdf, 'blob'>): Promise<Bytes> =>
  new Uint8Array(await blob.arrayBuffer());

/** Runs a program in a folder that holds the file as `a.pdf`; gives what it says and the files that it made. */
export function inFolder(bytes: Uint8Array, program: string, args: readonly string[]): { said: string; made: Bytes[] } {
  const folder = mkdtempSync(join(tmpdir(), 'pack-pdf-'));
  try {
    writeFileSync(join(folder, 'a.pdf'), bytes);
    const done = spawnSync(program, args, { cwd: folder, encoding: 'utf8', maxBuffer: 1e8 });
    if (done.error) throw done.error;
    if (done.status !== 0) throw new Error(`${program}: ${done.stdout}${done.stderr}`);
    const names = readdirSync(folder).filter((name) => name !== 'a.pdf');
    return { said: done.stdout, made: names.sort().map((name) => new Uint8Array(readFileSync(join(folder, name)))) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The pictures of a PDF as poppler decodes them, RGBA. */
export const picturesIn = (bytes: Uint8Array): readonly PNG[] =>
  inFolder(bytes, 'pdfimages', ['-png', 'a.pdf', 'x']).made.map((one) => PNG.sync.read(Buffer.from(one)));

export const holds = (bytes: Uint8Array, part: Uint8Array | string): boolean =>
  Buffer.from(bytes).includes(typeof part === 'string' ? part : Buffer.from(part));
