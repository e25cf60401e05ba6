/** Goes through a PNG's filtered rows as they come out of zlib: one row in memory, whatever the height. */
import { type PngChunks, pngRowBytes } from '@/lib/domain/png';

/** More pixels than this is no page and no photo of a letter: refused before anything is inflated. */
export const MOST_PIXELS = 120_000_000;

/** Stands for « these are no pixels »: cut short, too long, an unknown filter, a broken stream. */
export class BrokenPixels extends Error {}

/**
 * Gives each filtered row (its filter's byte first) to `row`.
 * @throws BrokenPixels when the stream does not hold exactly the rows that the header announces
 */
export async function eachFilteredRow(
  png: PngChunks,
  row: (filtered: Uint8Array<ArrayBuffer>, y: number) => void,
): Promise<void> {
  if (png.width * png.height > MOST_PIXELS) throw new BrokenPixels(`${png.width} × ${png.height}`);
  const length = pngRowBytes(png) + 1;
  const buffer = new Uint8Array(length);
  let held = 0;
  let y = 0;
  const take = (chunk: Uint8Array<ArrayBuffer>): void => {
    for (let at = 0; at < chunk.length; ) {
      if (y === png.height) throw new BrokenPixels('more rows than its header says');
      if (held === 0 && chunk.length - at >= length) {
        row(checked(chunk.subarray(at, at + length)), y);
        at += length;
        y += 1;
        continue;
      }
      const part = chunk.subarray(at, at + length - held);
      buffer.set(part, held);
      held += part.length;
      at += part.length;
      if (held === length) {
        row(checked(buffer), y);
        held = 0;
        y += 1;
      }
    }
  };
  await inflate(png.data, take);
  if (y !== png.height || held > 0) throw new BrokenPixels('fewer rows than its header says');
}

function checked(row: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  if ((row[0] ?? 9) > 4) throw new BrokenPixels(`filter ${row[0]}`);
  return row;
}

/** Compressed bytes handed over at a time: what they become is in memory at once, a thousandfold at most. */
const SLICE = 16_384;

/** Without a Blob: to make one for each picture was among the costliest calls of a series in Chromium. */
function sliced(parts: readonly Uint8Array<ArrayBuffer>[]): ReadableStream<Uint8Array<ArrayBuffer>> {
  let [part, at] = [0, 0];
  return new ReadableStream({
    pull(controller) {
      const bytes = parts[part];
      if (!bytes) return controller.close();
      controller.enqueue(bytes.subarray(at, at + SLICE));
      at += SLICE;
      if (at >= bytes.length) [part, at] = [part + 1, 0];
    },
  });
}

async function inflate(
  parts: readonly Uint8Array<ArrayBuffer>[],
  take: (chunk: Uint8Array<ArrayBuffer>) => void,
): Promise<void> {
  const reader = sliced(parts).pipeThrough(new DecompressionStream('deflate')).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      take(value);
    }
  } catch (cause) {
    // Browsers say « TypeError » of a stream that is no zlib; it is over then.
    if (!(cause instanceof BrokenPixels)) throw new BrokenPixels('not a whole zlib stream', { cause });
    await reader.cancel();
    throw cause;
  }
}

/** zlib around the parts, in their order. */
export async function deflated(parts: readonly Uint8Array<ArrayBuffer>[]): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([...parts]).stream().pipeThrough(new CompressionStream('deflate'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/**
 * Filters work on each channel apart, so alpha can be taken out of filtered rows (pdf.md, gotcha 2), and where alpha is 255
 * everywhere its filtered bytes are known beforehand: no pixel needs to be worked out.
 * @returns false when alpha is not 255 in this row, all rows above being opaque
 */
export function dropOpaqueAlpha(row: Uint8Array, channels: number, y: number, out: Uint8Array): boolean {
  const filter = row[0] ?? 0;
  const kept = channels - 1;
  out[0] = filter;
  const first = firstAlpha(filter, y);
  const others = otherAlpha(filter, y);
  let to = 1;
  for (let at = 1; at < row.length; at += channels) {
    for (let i = 0; i < kept; i += 1) out[to + i] = row[at + i] ?? 0;
    to += kept;
    if (row[at + kept] !== (at === 1 ? first : others)) return false;
  }
  return true;
}

/** Filtered byte of an alpha of 255 at the left edge: nothing stands on its left, 255 above unless it is the first row. */
function firstAlpha(filter: number, y: number): number {
  if (y === 0 || filter < 2) return 255;
  // Average: 255 − ⌊(0 + 255) / 2⌋; up and Paeth: what is above.
  return filter === 3 ? 128 : 0;
}

function otherAlpha(filter: number, y: number): number {
  if (filter === 0) return 255;
  if (filter === 2) return y === 0 ? 255 : 0;
  if (filter === 3) return y === 0 ? 128 : 0;
  return 0;
}

/** Works the row out in place, `above` being the row above already worked out (zeros for the first). */
export function unfilter(row: Uint8Array, above: Uint8Array, step: number): void {
  const filter = row[0] ?? 0;
  const length = row.length;
  if (filter === 1) for (let i = 1 + step; i < length; i += 1) row[i] = (row[i] ?? 0) + (row[i - step] ?? 0);
  else if (filter === 2) for (let i = 1; i < length; i += 1) row[i] = (row[i] ?? 0) + (above[i] ?? 0);
  else if (filter === 3) {
    for (let i = 1; i < length; i += 1) {
      const left = i > step ? (row[i - step] ?? 0) : 0;
      row[i] = (row[i] ?? 0) + ((left + (above[i] ?? 0)) >> 1);
    }
  } else if (filter === 4) {
    for (let i = 1; i < length; i += 1) {
      const left = i > step ? (row[i - step] ?? 0) : 0;
      const corner = i > step ? (above[i - step] ?? 0) : 0;
      row[i] = (row[i] ?? 0) + paeth(left, above[i] ?? 0, corner);
    }
  }
  row[0] = 0;
}

function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const a = Math.abs(guess - left);
  const b = Math.abs(guess - above);
  const c = Math.abs(guess - corner);
  if (a <= b && a <= c) return left;
  return b <= c ? above : corner;
}

/**
 * How much each row differs from the row above it, 0 (the same) to 255: between two lines of text every row is the same.
 * The first row counts as different.
 */
export class RowChanges {
  readonly changes: Uint8Array;
  readonly #step: number;
  #above: Uint8Array;
  #row: Uint8Array;

  constructor(rowBytes: number, height: number, step: number) {
    this.changes = new Uint8Array(height).fill(255);
    this.#step = step;
    this.#above = new Uint8Array(rowBytes + 1);
    this.#row = new Uint8Array(rowBytes + 1);
  }

  take(filtered: Uint8Array, y: number): void {
    const [row, above] = [this.#row, this.#above];
    row.set(filtered);
    unfilter(row, above, this.#step);
    let other = 0;
    for (let i = 1; i < row.length; i += 1) if (row[i] !== above[i]) other += 1;
    // A few pixels that change (a caret, a scroll bar's edge) weigh little; nothing weighs nothing.
    if (y > 0) this.changes[y] = Math.min(255, Math.ceil((2000 * other) / row.length));
    this.#row = above;
    this.#above = row;
  }
}
