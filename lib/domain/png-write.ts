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

/**
 * Encodes rows as a PNG of colour type 2 made of IHDR, IDAT and IEND alone.
 * @param rows three bytes a pixel; as many rows as `height`, each of `width` pixels
 * @throws RangeError when the rows do not fill the picture
 */
export async function writePng(
  width: number,
  height: number,
  rows: AsyncIterable<Uint8Array<ArrayBuffer>>,
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
  let count = 0;
  let above = new Uint8Array(width * 3);
  for await (const row of rows) {
    count = row.byteLength === width * 3 ? count + 1 : Number.NaN;
    if (!(count <= height)) break;
    await writer.write(filtered(row, above));
    above = row;
  }
  if (count !== height) {
    await writer.abort().catch(() => undefined);
    throw new RangeError(`${count} rows of ${height}`);
  }
  await writer.close();
  const parts = [chunk('IHDR', header), chunk('IDAT', new Uint8Array(await packed)), chunk('IEND', new Uint8Array())];
  return joined([Uint8Array.from(PNG_SIGNATURE), ...parts]);
}

/** The row as it compresses best among three ways of writing it (PNG § 12.7: the least sum of small differences). */
function filtered(row: Uint8Array, above: Uint8Array): Uint8Array<ArrayBuffer> {
  const best = new Uint8Array(row.length + 1);
  let least = Number.POSITIVE_INFINITY;
  const tried = new Uint8Array(row.length + 1);
  for (const filter of [0, 1, 2]) {
    tried[0] = filter;
    let sum = 0;
    for (let i = 0; i < row.length; i += 1) {
      const before = filter === 0 ? 0 : filter === 1 ? (i >= 3 ? (row[i - 3] ?? 0) : 0) : (above[i] ?? 0);
      const value = ((row[i] ?? 0) - before) & 0xff;
      tried[i + 1] = value;
      sum += value < 128 ? value : 256 - value;
    }
    if (sum < least) {
      least = sum;
      best.set(tried);
    }
  }
  return best;
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
