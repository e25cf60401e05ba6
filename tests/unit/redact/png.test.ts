/** The masked copy as a file: what is under a box is one colour, what is outside is untouched, nothing else is kept. */
import fc from 'fast-check';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { pngChunks } from '@/lib/domain/png';
import { isBarePng, pngHeader, pngRows } from '@/lib/domain/png-rows';
import { maskedRows, writePng } from '@/lib/domain/png-write';
import { boxesOf } from '@/lib/domain/redact';
import type { Box } from '@/lib/domain/redacted';

type Bytes = Uint8Array<ArrayBuffer>;

async function readAll(rows: AsyncIterable<Bytes>): Promise<Bytes[]> {
  const all: Bytes[] = [];
  for await (const row of rows) all.push(row);
  return all;
}

/** A picture of noise, as another encoder writes it. */
function picture(width: number, height: number, seed: number, alpha: boolean): { file: Bytes; rgba: Bytes } {
  const rgba = new Uint8Array(width * height * 4);
  let state = seed >>> 0;
  for (let i = 0; i < rgba.length; i += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    rgba[i] = i % 4 === 3 ? 255 : state >>> 24;
  }
  const png = new PNG({ width, height });
  png.data = Buffer.from(rgba);
  return { file: new Uint8Array(PNG.sync.write(png, { colorType: alpha ? 6 : 2 })), rgba };
}

async function copyOf(file: Bytes, boxes: readonly Box[]): Promise<Bytes> {
  const header = pngHeader(file);
  if (!header) throw new Error('not read');
  return writePng(header.width, header.height, maskedRows(pngRows(file), boxes));
}

const covered = (boxes: readonly Box[], x: number, y: number): boolean =>
  boxes.some((box) => x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height);

describe('a masked copy', () => {
  it('is one colour inside the boxes and the source outside, whatever the boxes', async () => {
    const number = fc.double({ min: -40, max: 90, noNaN: true });
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 48 }),
        fc.integer({ min: 1, max: 40 }),
        fc.integer(),
        fc.boolean(),
        fc.array(fc.record({ x: number, y: number, width: number, height: number }), { minLength: 1, maxLength: 6 }),
        async (width, height, seed, alpha, drawn) => {
          const { file, rgba } = picture(width, height, seed, alpha);
          const boxes = boxesOf(drawn, { width, height });
          const copy = await copyOf(file, boxes);
          const read = PNG.sync.read(Buffer.from(copy));
          expect([read.width, read.height]).toEqual([width, height]);
          for (let y = 0; y < height; y += 1) {
            for (let x = 0; x < width; x += 1) {
              const at = 4 * (y * width + x);
              const wanted = covered(boxes, x, y) ? [0, 0, 0, 255] : [...rgba.subarray(at, at + 4)];
              expect([...read.data.subarray(at, at + 4)]).toEqual(wanted);
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is three colours without alpha, in three kinds of chunk and no more', async () => {
    const { file } = picture(31, 17, 5, true);
    const copy = await copyOf(file, [{ x: 3, y: 2, width: 9, height: 4 }]);
    expect(pngChunks(copy)?.map(({ name }) => name)).toEqual(['IHDR', 'IDAT', 'IEND']);
    expect(pngHeader(copy)).toEqual({ width: 31, height: 17, channels: 3 });
    expect(isBarePng(copy)).toBe(true);
    expect(isBarePng(new Uint8Array([...copy, 0]))).toBe(false);
  });

  it('does not depend on what was under the box: two sources that differ only there give the same bytes', async () => {
    const box = { x: 4, y: 3, width: 12, height: 6 };
    const one = picture(40, 20, 9, false);
    const other = new PNG({ width: 40, height: 20 });
    other.data = Buffer.from(one.rgba);
    for (let y = box.y; y < box.y + box.height; y += 1)
      for (let x = box.x; x < box.x + box.width; x += 1) other.data[4 * (y * 40 + x)] = 77;
    const second = new Uint8Array(PNG.sync.write(other, { colorType: 2 }));
    expect(await copyOf(one.file, [box])).toEqual(await copyOf(second, [box]));
    expect(await copyOf(one.file, [])).not.toEqual(await copyOf(second, []));
  });

  it.each([
    ['more rows', 700, 300],
    ['one row wider', 90_000, 2],
  ])('holds %s than is handed to the compressor at a time', async (_name, width, height) => {
    const { file, rgba } = picture(width, height, 7, false);
    expect(Buffer.from(PNG.sync.read(Buffer.from(await copyOf(file, []))).data).equals(Buffer.from(rgba))).toBe(true);
  });

  it('lays what is transparent on white', async () => {
    const png = new PNG({ width: 2, height: 1 });
    png.data = Buffer.from([10, 20, 30, 0, 100, 100, 100, 51]);
    const copy = await copyOf(new Uint8Array(PNG.sync.write(png, { colorType: 6 })), []);
    expect([...PNG.sync.read(Buffer.from(copy)).data]).toEqual([255, 255, 255, 255, 224, 224, 224, 255]);
  });

  it('reads the rows of each filter that encoders use', async () => {
    const { file: _, rgba } = picture(20, 12, 3, false);
    for (const filterType of [0, 1, 2, 3, 4]) {
      const png = new PNG({ width: 20, height: 12 });
      png.data = Buffer.from(rgba);
      const file = new Uint8Array(PNG.sync.write(png, { colorType: 2, filterType }));
      expect(PNG.sync.read(Buffer.from(await copyOf(file, []))).data).toEqual(Buffer.from(rgba));
    }
  });
});

describe('pngHeader', () => {
  it('leaves to a real decoder what it would read wrongly', () => {
    const png = new PNG({ width: 3, height: 3 });
    png.data.fill(200);
    expect(pngHeader(new Uint8Array(PNG.sync.write(png, { colorType: 0 })))).toBeNull();
    expect(pngHeader(new Uint8Array([1, 2, 3]))).toBeNull();
    const { file } = picture(3, 3, 1, false);
    expect(pngHeader(file.slice(0, file.length - 4))).toBeNull();
    for (const depth of [1, 16]) {
      const changed = file.slice();
      changed[24] = depth;
      expect(pngHeader(changed)).toBeNull();
    }
    const interlaced = file.slice();
    interlaced[28] = 1;
    expect(pngHeader(interlaced)).toBeNull();
  });

  it('says so when there are fewer rows than announced, or no pixels that can be read', async () => {
    const { file } = picture(9, 9, 2, false);
    const taller = file.slice();
    taller[23] = 40;
    await expect(readAll(pngRows(taller))).rejects.toThrow(TypeError);
    const broken = file.slice();
    const at = Buffer.from(broken).indexOf('IDAT') + 8;
    broken.fill(0x55, at, at + 20);
    await expect(readAll(pngRows(broken))).rejects.toThrow(TypeError);
  });
});

it('refuses rows that do not fill the picture', async () => {
  async function* rows(...lengths: number[]) {
    for (const length of lengths) yield new Uint8Array(length);
  }
  await expect(writePng(2, 2, rows(6))).rejects.toThrow(RangeError);
  await expect(writePng(2, 2, rows(6, 5))).rejects.toThrow(RangeError);
  await expect(writePng(2, 2, rows(6, 6, 6))).rejects.toThrow(RangeError);
});
