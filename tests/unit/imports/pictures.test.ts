/** Pictures: what is read of them, what is taken out, and that the pixels stay; hostile ones end in a sentence. */
import exifr from 'exifr';
import fc from 'fast-check';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { canShow } from '@/lib/domain/imported';
import { readExif } from '@/lib/imports/exif';
import { readImport } from '@/lib/imports/read';
import type { ReadFile } from '@/lib/imports/types';
import {
  type Bytes,
  exifBlock,
  jpegSegment,
  latin,
  phoneJpeg,
  phonePng,
  phoneWebp,
  plainJpeg,
  plainPng,
  plainWebp,
  pngChunk,
  together,
} from './pictures';

const read = async (bytes: Bytes, name = 'photo'): Promise<ReadFile> => {
  const result = await readImport({ name, bytes, lastModified: null });
  if (!result.ok) throw new Error(`${result.error} ${result.detail}`);
  return result.read;
};
const text = (bytes: Bytes): string => Buffer.from(bytes).toString('latin1');
const copyOf = (file: ReadFile): Bytes => {
  if (!file.copy) throw new Error('no copy was made');
  return file.copy;
};

describe('a photo of a phone', () => {
  it.each([
    ['jpeg', phoneJpeg()],
    ['png', phonePng()],
    ['webp', phoneWebp()],
  ] as const)('%s: date read, metadata out', async (kind, bytes) => {
    const file = await read(bytes, 'n’importe quoi.txt');
    expect(file).toMatchObject({ what: 'picture', type: `image/${kind}`, size: { width: 24, height: 16 } });
    expect(file.date).toEqual({
      from: 'exif',
      text: '2026:11:03 14:05:09',
      instant: null,
      wall: '2026-11-03T14:05',
    });
    expect(file.stripped).toEqual(expect.arrayContaining(['exif', 'gps', 'trailer']));
    const copy = copyOf(file);
    expect(text(copy)).not.toMatch(/SECRET|invente|THUMBNAIL|Exif|WGS-84/);
    // An independent reader finds nothing either: no EXIF, no place, no XMP, no IPTC.
    const found = await exifr.parse(copy, { gps: true, xmp: true, iptc: true, tiff: true }).catch(() => undefined);
    expect(
      Object.keys(found ?? {}).filter(
        (key) => !/width|height|bitdepth|color|compression|filter|interlace|jfif|density|thumb/i.test(key),
      ),
    ).toEqual([]);
  });

  it('keeps the very bytes that make the pixels', async () => {
    expect(text(copyOf(await read(phoneJpeg())))).toBe(text(plainJpeg()));
    expect(text(copyOf(await read(phoneWebp())))).toBe(text(plainWebp()));
    const png = copyOf(await read(phonePng()));
    expect(text(png)).toBe(text(plainPng()));
    expect(PNG.sync.read(Buffer.from(png)).data.equals(PNG.sync.read(Buffer.from(plainPng())).data)).toBe(true);
  });

  it.each([
    ['jpeg', phoneJpeg],
    ['png', phonePng],
    ['webp', phoneWebp],
  ] as const)('%s lying on its side: the orientation alone stays', async (_kind, make) => {
    const file = await read(make({ orientation: 6, gps: true, date: '2026:11:03 14:05:09' }));
    expect(file.size).toEqual({ width: 16, height: 24 });
    const copy = copyOf(file);
    expect(text(copy)).not.toMatch(/SECRET|invente|2026/);
    const again = await read(copy);
    expect(again.size).toEqual({ width: 16, height: 24 });
    expect(again.date).toBeNull();
  });

  it.each([
    ['jpeg', plainJpeg()],
    ['png', plainPng()],
    ['webp', plainWebp()],
  ] as const)('%s without metadata is kept as it is', async (_kind, bytes) => {
    expect(await read(bytes)).toMatchObject({ copy: null, stripped: [], date: null });
  });

  it('drops the thumbnail that JFIF itself may hold', async () => {
    const plain = plainJpeg();
    const jfif = jpegSegment(
      0xe0,
      together(latin('JFIF\0'), new Uint8Array([1, 1, 0, 0, 1, 0, 1, 1, 1]), latin('RGB')),
    );
    const file = await read(together(plain.subarray(0, 2), jfif, plain.subarray(20)));
    expect(file.stripped).toEqual(['thumbnail']);
    expect(text(copyOf(file))).toBe(text(plain));
  });
});

describe('the date of a photo', () => {
  it('counts with its offset where the phone wrote it', () => {
    const { date } = readExif(exifBlock({ date: '2026:11:03 14:05:09', offset: '+01:00', little: true }));
    expect(date).toMatchObject({ instant: Date.parse('2026-11-03T13:05:09Z'), text: '2026:11:03 14:05:09 +01:00' });
  });

  it.each(['0000:00:00 00:00:00', '    :  :     :  :  ', '2026:02:30 10:00:00', '2026:11:03', 'x'.repeat(19)])(
    'is none when the camera says « %s »',
    (date) => expect(readExif(exifBlock({ date })).date).toBeNull(),
  );

  it('is the one that exifr reads', async () => {
    const block = exifBlock({ date: '2026:11:03 14:05:09', offset: '-09:30', gps: true, orientation: 3 });
    const other = await exifr.parse(block, { reviveValues: false, translateValues: false, gps: true });
    expect(other).toMatchObject({
      DateTimeOriginal: '2026:11:03 14:05:09',
      OffsetTimeOriginal: '-09:30',
      Orientation: 3,
    });
    expect(readExif(block)).toMatchObject({ orientation: 3, gps: true, date: { text: '2026:11:03 14:05:09 -09:30' } });
  });
});

describe('hostile pictures', () => {
  it('never shows a picture that says it has billions of pixels', async () => {
    const bomb = plainPng();
    new DataView(bomb.buffer).setUint32(16, 60_000);
    new DataView(bomb.buffer).setUint32(20, 60_000);
    const { size } = await read(bomb);
    expect(size).toEqual({ width: 60_000, height: 60_000 });
    expect(canShow(size)).toBe(false);
    expect(canShow({ width: 1080, height: 2400 })).toBe(true);
    expect(canShow(null)).toBe(false);
  });

  it('answers an EXIF block that points at itself, or claims four billion values', () => {
    const loop = exifBlock({ date: '2026:11:03 14:05:09' });
    const view = new DataView(loop.buffer);
    const count = view.getUint16(8);
    for (let index = 0; index < count; index += 1) {
      if (view.getUint16(10 + 12 * index) === 0x8769) view.setUint32(18 + 12 * index, 8);
      view.setUint32(14 + 12 * index, 0xffffffff);
    }
    view.setUint32(10 + 12 * count, 8);
    expect(readExif(loop).date).toBeNull();
  });

  it('refuses what cannot be cleaned, and says HEIC by its name', async () => {
    const answer = (bytes: Bytes) => readImport({ name: 'x.jpg', bytes, lastModified: null });
    expect(await answer(plainJpeg().slice(0, 40))).toMatchObject({ ok: false, error: 'import-picture-damaged' });
    expect(await answer(plainPng().slice(0, 30))).toMatchObject({ ok: false, error: 'import-picture-damaged' });
    expect(await answer(plainWebp().slice(0, 20))).toMatchObject({ ok: false, error: 'import-picture-damaged' });
    expect(await answer(together(new Uint8Array(4), latin('ftypheic0000')))).toMatchObject({ error: 'import-heic' });
    expect(await answer(new Uint8Array(0))).toMatchObject({ error: 'import-empty' });
    expect(await answer(new Uint8Array(20_000_001))).toMatchObject({ error: 'file-too-large' });
  });

  it('takes a million empty chunks in bounded time', async () => {
    const chunk = pngChunk('tEXt', new Uint8Array(0));
    const many = new Uint8Array(chunk.length * 1_000_000);
    for (let at = 0; at < many.length; at += chunk.length) many.set(chunk, at);
    const start = performance.now();
    const file = await read(together(plainPng().subarray(0, 33), many, plainPng().subarray(33)));
    expect(text(copyOf(file))).toBe(text(plainPng()));
    expect(performance.now() - start).toBeLessThan(5_000);
  });

  it.each([
    ['jpeg', phoneJpeg()],
    ['png', phonePng()],
    ['webp', phoneWebp()],
  ] as const)('%s cut or changed anywhere: a copy without secrets, or a refusal', async (_kind, whole) => {
    const change = fc.tuple(
      fc.nat(whole.length - 1),
      fc.uint8Array({ maxLength: 12 }),
      fc.option(fc.nat(whole.length - 1)),
    );
    await fc.assert(
      fc.asyncProperty(change, async ([at, by, cut]) => {
        const bytes = whole.slice();
        bytes.set(by.subarray(0, bytes.length - at), at);
        const given = cut === null ? bytes : bytes.slice(0, cut);
        const result = await readImport({ name: 'x', bytes: given, lastModified: null });
        if (!result.ok || result.read.what !== 'picture') return;
        // What is exported is a fixed point: reading it again finds nothing more to take out.
        const copy = result.read.copy ?? given;
        const again = await readImport({ name: 'x', bytes: copy, lastModified: null });
        const clean = again.ok && again.read.stripped.every((one) => one === 'exif');
        expect(clean && again.ok && again.read.date === null).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
