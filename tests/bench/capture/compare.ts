/** Compares two PNG pictures pixel by pixel. */
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

export interface Difference {
  /** Share of the pixels that differ at all, in percent of the larger picture; a missing row counts whole. */
  readonly exact: number;
  /** The same, for what an eye could see (pixelmatch, threshold 0.1). */
  readonly seen: number;
  readonly sizes: string;
}

/** Compares the common part and counts what sticks out as different. */
export function compare(one: Buffer, other: Buffer): Difference {
  const a = PNG.sync.read(one);
  const b = PNG.sync.read(other);
  const width = Math.min(a.width, b.width);
  const height = Math.min(a.height, b.height);
  const area = Math.max(a.width, b.width) * Math.max(a.height, b.height);
  const outside = area - width * height;
  const left = cut(a, width, height);
  const right = cut(b, width, height);
  let exact = 0;
  for (let at = 0; at < left.length; at += 4) {
    if (left[at] !== right[at] || left[at + 1] !== right[at + 1] || left[at + 2] !== right[at + 2]) exact += 1;
  }
  const seen = pixelmatch(left, right, undefined, width, height, { threshold: 0.1 });
  const percent = (count: number): number => Math.round(((count + outside) / area) * 1e5) / 1e3;
  return { exact: percent(exact), seen: percent(seen), sizes: `${a.width}×${a.height} / ${b.width}×${b.height}` };
}

/** The top left part of a picture. */
export function cut(png: PNG, width: number, height: number): Buffer {
  const out = Buffer.alloc(width * height * 4);
  for (let row = 0; row < height; row += 1)
    png.data.copy(out, row * width * 4, row * png.width * 4, row * png.width * 4 + width * 4);
  return out;
}
