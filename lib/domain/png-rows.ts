/** A PNG read row by row: what a page of many thousand lines needs, without holding its pixels and without a canvas. */
import { pngChunks } from './png';

export interface PngHeader {
  readonly width: number;
  readonly height: number;
  /** Bytes a pixel: 3 without alpha, 4 with. */
  readonly channels: 3 | 4;
}

/** Chunks that turn the picture, or give transparency to one colour: such a file is left to a real decoder. */
const TURNS = new Set(['eXIf', 'tRNS']);

/** Whether it holds its pixels and nothing else: no text, no date, no metadata, nothing behind its end. */
export function isBarePng(bytes: Uint8Array<ArrayBuffer>): boolean {
  const chunks = pngChunks(bytes) ?? [];
  const length = chunks.reduce((sum, { data }) => sum + 12 + data.byteLength, 8);
  return length === bytes.byteLength && /^IHDR(?:IDAT)+IEND$/.test(chunks.map(({ name }) => name).join(''));
}

/** Null unless it is what our captures are: 8 bits a colour, three colours with or without alpha, not interlaced. */
export function pngHeader(bytes: Uint8Array<ArrayBuffer>): PngHeader | null {
  const chunks = pngChunks(bytes);
  const head = chunks?.[0];
  if (!chunks || head?.name !== 'IHDR' || head.data.byteLength !== 13) return null;
  if (chunks.some(({ name }) => TURNS.has(name))) return null;
  const view = new DataView(head.data.buffer, head.data.byteOffset, 13);
  const [depth, colours, interlaced] = [view.getUint8(8), view.getUint8(9), view.getUint8(12)];
  if (depth !== 8 || interlaced !== 0 || (colours !== 2 && colours !== 6)) return null;
  const [width, height] = [view.getUint32(0), view.getUint32(4)];
  return width > 0 && height > 0 ? { width, height, channels: colours === 2 ? 3 : 4 } : null;
}

/**
 * The rows of a PNG that `pngHeader` accepts, from top to bottom, three bytes a pixel, what is transparent laid on
 * white. Each row is a new array.
 * @throws TypeError when its pixels cannot be read, or are fewer than it says
 */
export async function* pngRows(bytes: Uint8Array<ArrayBuffer>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const header = pngHeader(bytes);
  if (!header) throw new TypeError('not a PNG that is read here');
  const parts = (pngChunks(bytes) ?? []).flatMap(({ name, data }) => (name === 'IDAT' ? [data] : []));
  const reader = new Blob(parts).stream().pipeThrough(new DecompressionStream('deflate')).getReader();
  const length = header.width * header.channels;
  let above = new Uint8Array(length);
  let line = new Uint8Array(length + 1);
  let [filled, rows] = [0, 0];
  try {
    while (rows < header.height) {
      const { value, done } = await reader.read().catch(unreadable);
      if (done) throw new TypeError(`${rows} rows of ${header.height}`);
      for (let at = 0; at < value.byteLength && rows < header.height; ) {
        const take = Math.min(value.byteLength - at, length + 1 - filled);
        line.set(value.subarray(at, at + take), filled);
        at += take;
        filled += take;
        if (filled <= length) continue;
        const row = unfiltered(line, above, header.channels);
        yield header.channels === 3 ? row.slice() : onWhite(row);
        [line, filled, rows] = [new Uint8Array(length + 1), 0, rows + 1];
        above = row;
      }
    }
  } finally {
    // What a hostile file holds behind its last row is not even inflated.
    await reader.cancel().catch(() => undefined);
  }
}

/** Browsers say a TypeError, Node what zlib says. */
function unreadable(cause: unknown): never {
  throw new TypeError('pixels not readable', { cause });
}

/** PNG § 9.2: each byte was written as a difference with its neighbours. */
function unfiltered(line: Uint8Array, above: Uint8Array, step: number): Uint8Array<ArrayBuffer> {
  const filter = line[0] ?? 0;
  const row = line.slice(1) as Uint8Array<ArrayBuffer>;
  if (filter > 4) throw new TypeError(`filter ${filter}`);
  if (filter === 0) return row;
  for (let i = 0; i < row.length; i += 1) {
    const left = i >= step ? (row[i - step] ?? 0) : 0;
    const up = above[i] ?? 0;
    const corner = i >= step ? (above[i - step] ?? 0) : 0;
    row[i] = (row[i] ?? 0) + guess(filter, left, up, corner);
  }
  return row;
}

function guess(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

function onWhite(rgba: Uint8Array): Uint8Array<ArrayBuffer> {
  const pixels = rgba.length / 4;
  const rgb = new Uint8Array(pixels * 3);
  for (let i = 0; i < pixels; i += 1) {
    const alpha = rgba[4 * i + 3] ?? 255;
    for (let c = 0; c < 3; c += 1) {
      const value = rgba[4 * i + c] ?? 0;
      rgb[3 * i + c] = alpha === 255 ? value : Math.round((value * alpha + 255 * (255 - alpha)) / 255);
    }
  }
  return rgb;
}
