/** A PNG written from rows of pixels: three colours, no alpha, no chunk but the three that a picture needs. */
import { PNG_SIGNATURE, pngCrc } from './png';
import type { Box } from './redacted';

/** The one colour of a box: black, the same in every pixel. */
export const BOX_COLOUR = 0;

/** The rows with the boxes filled. @param rows three bytes a pixel, from top to bottom; each row is changed in place */
export async function* maskedRows(
  rows: AsyncIterable<Uint8Array<ArrayBuffer>>,
  boxes: readonly Box[],
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let y = 0;
  for await (const row of rows) {
    for (const box of boxes) {
      if (y >= box.y && y < box.y + box.height) row.fill(BOX_COLOUR, box.x * 3, (box.x + box.width) * 3);
    }
    y += 1;
    yield row;
  }
}

/** Bytes handed to the compressor at a time: one call a row was among the costliest of a large picture. */
const BATCH = 262_144;

/**
 * Encodes rows as a PNG of colour type 2 made of IHDR, IDAT and IEND alone.
 * @param rows three bytes a pixel; as many rows as `height`, each of `width` pixels and an array of its own
 * @throws RangeError when the rows do not fill the picture
 */
export async function writePng(
  width: number,
  height: number,
  rows: AsyncIterable<Uint8Array<ArrayBuffer>> | Iterable<Uint8Array<ArrayBuffer>>,
): Promise<Uint8Array<ArrayBuffer>> {
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([8, 2, 0, 0, 0], 8);
  const deflated = new CompressionStream('deflate');
  const packed = new Response(deflated.readable).arrayBuffer();
  // Awaited at the end; a failure before must not be reported twice.
  packed.catch(() => undefined);
  const writer = deflated.writable.getWriter();
  const filter = new RowFilter(width * 3);
  let count = 0;
  let batch = new Uint8Array(Math.max(BATCH, width * 3 + 1));
  let filled = 0;
  for await (const row of rows) {
    count = row.byteLength === width * 3 ? count + 1 : Number.NaN;
    if (!(count <= height)) break;
    if (filled + row.byteLength + 1 > batch.byteLength) {
      await writer.write(batch.subarray(0, filled));
      [batch, filled] = [new Uint8Array(batch.byteLength), 0];
    }
    batch.set(filter.of(row), filled);
    filled += row.byteLength + 1;
  }
  if (count !== height) {
    // What is told is the count; a compressor that had failed already says nothing more.
    await writer.abort().catch(() => undefined);
    throw new RangeError(`${count} rows of ${height}`);
  }
  await writer.write(batch.subarray(0, filled));
  await writer.close();
  const parts = [chunk('IHDR', header), chunk('IDAT', new Uint8Array(await packed)), chunk('IEND', new Uint8Array())];
  return joined([Uint8Array.from(PNG_SIGNATURE), ...parts]);
}

/** Each row as it compresses best among three ways of writing it (PNG § 12.7: the least sum of small differences). */
class RowFilter {
  private above: Uint8Array;
  private readonly ways: readonly Uint8Array<ArrayBuffer>[];

  constructor(length: number) {
    this.above = new Uint8Array(length);
    this.ways = [0, 1, 2].map((way) => {
      const written = new Uint8Array(length + 1);
      written[0] = way;
      return written;
    });
  }

  /** @returns the row with its filter's byte first, good until the next call */
  of(row: Uint8Array): Uint8Array<ArrayBuffer> {
    const [none, left, up] = this.ways;
    if (!none || !left || !up) throw new RangeError('no filter');
    const { above } = this;
    const sums = [0, 0, 0] as [number, number, number];
    // One pass, and no call for each byte: a screen has four million of them.
    for (let i = 0; i < row.length; i += 1) {
      const here = row[i] ?? 0;
      const fromLeft = (here - (i >= 3 ? (row[i - 3] ?? 0) : 0)) & 0xff;
      const fromAbove = (here - (above[i] ?? 0)) & 0xff;
      none[i + 1] = here;
      left[i + 1] = fromLeft;
      up[i + 1] = fromAbove;
      sums[0] += here < 128 ? here : 256 - here;
      sums[1] += fromLeft < 128 ? fromLeft : 256 - fromLeft;
      sums[2] += fromAbove < 128 ? fromAbove : 256 - fromAbove;
    }
    this.above = row;
    if (sums[0] <= sums[1] && sums[0] <= sums[2]) return none;
    return sums[1] <= sums[2] ? left : up;
  }
}

function chunk(name: string, data: Uint8Array): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(data.byteLength + 12);
  const view = new DataView(whole.buffer);
  view.setUint32(0, data.byteLength);
  for (let i = 0; i < 4; i += 1) whole[4 + i] = name.charCodeAt(i);
  whole.set(data, 8);
  view.setUint32(data.byteLength + 8, pngCrc(whole.subarray(4, data.byteLength + 8)));
  return whole;
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole;
}
