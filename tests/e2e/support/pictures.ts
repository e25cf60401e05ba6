/** Looks at pictures: pixel differences, and what an optical reader finds in a stamp. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

export interface Difference {
  readonly size: string;
  readonly otherSize: string;
  /** Share of pixels that differ at all (no tolerance), of the common area; 1 when the sizes differ. */
  readonly share: number;
}

/** Compares two PNG files pixel by pixel. */
export function difference(one: Buffer, other: Buffer): Difference {
  const a = PNG.sync.read(one);
  const b = PNG.sync.read(other);
  const size = `${a.width}×${a.height}`;
  const otherSize = `${b.width}×${b.height}`;
  if (size !== otherSize) return { size, otherSize, share: 1 };
  const count = pixelmatch(a.data, b.data, undefined, a.width, a.height, { threshold: 0, includeAA: true });
  return { size, otherSize, share: count / (a.width * a.height) };
}

/** The rows of a picture from `top` down, as a PNG of their own; or up to `bottom`. */
export function crop(picture: Buffer, top: number, bottom?: number): Buffer {
  const whole = PNG.sync.read(picture);
  const height = (bottom ?? whole.height) - top;
  const part = new PNG({ width: whole.width, height });
  PNG.bitblt(whole, part, 0, top, whole.width, height, 0, 0);
  return PNG.sync.write(part);
}

export function sizeOf(picture: Buffer): { width: number; height: number } {
  const { width, height } = PNG.sync.read(picture);
  return { width, height };
}

/** What tesseract reads, French, spaces and line ends taken out (a wrapped URL is one URL). @throws Error when it fails */
export function read(picture: Buffer): string {
  const folder = mkdtempSync(join(tmpdir(), 'carnet-ocr-'));
  try {
    const file = join(folder, 'picture.png');
    writeFileSync(file, picture);
    const run = spawnSync('tesseract', [file, '-', '-l', 'fra', '--psm', '6'], { encoding: 'utf8' });
    if (run.status !== 0) throw new Error(`tesseract: ${run.stderr || run.error?.message}`);
    return run.stdout.replace(/\s+/g, '');
  } finally {
    rmSync(folder, { recursive: true });
  }
}
