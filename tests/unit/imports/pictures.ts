/** Pictures for the tests, built by code: one small drawing of ours, dressed with the metadata that phones write. */
import { PNG } from 'pngjs';
import { crc32 } from '@/lib/imports/png';

/** 24 × 16, drawn on a canvas and encoded by Chromium: JFIF with a colour profile. */
const JPEG =
  '/9j/4AAQSkZJRgABAQAAAQABAAD/4gHYSUNDX1BST0ZJTEUAAQEAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAA' +
  'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' +
  'AAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAA' +
  'ABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1' +
  'AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAP' +
  'KnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADb/' +
  '2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFS' +
  'ZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wAARCAAQABgDASIAAhEBAxEB/8QAFwAAAwEA' +
  'AAAAAAAAAAAAAAAAAAQFA//EACUQAAAFAgUFAQAAAAAAAAAAAAABAgMRBBIFExQxYRUiI0KRwf/EABUBAQEAAAAAAAAAAAAAAAAAAAUE/8QAHB' +
  'EAAgICAwAAAAAAAAAAAAAAAQMAAgQhERIi/9oADAMBAAIRAxEAPwBHEMQ6aTXhzMyfaIiOORUwl/W0TdTZZfPbMxBmX4DSMP257Lblu16SOPoo' +
  'UrDbSCQ0hKEFslJQRCJzBxDcdVeoAG5s0gAZaQAHWZuMLT5n/9k=';
/** The same as WebP: VP8X, ICCP, VP8. */
const WEBP =
  'UklGRlYCAABXRUJQVlA4WAoAAAAgAAAAFwAADwAASUNDUMgBAAAAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAA' +
  'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' +
  'AAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAA' +
  'ABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1' +
  'AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAP' +
  'KnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADZW' +
  'UDggaAAAADAEAJ0BKhgAEAA+tUieSackIqEwCADgFolsAJ0yhHciwABaKePtpILo4ADrF9eF7Waf1u7w/HW7kitT1aB3Jaw28etniACcun/NFI' +
  '++0kzOEQ2MLT3AQjOsopjvslGRmRoWdBrWzgAA';

export type Bytes = Uint8Array<ArrayBuffer>;
export const fromBase64 = (text: string): Bytes => Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
export const latin = (text: string): Bytes => Uint8Array.from(text, (one) => one.charCodeAt(0));
export const plainJpeg = (): Bytes => fromBase64(JPEG);
export const plainWebp = (): Bytes => fromBase64(WEBP);

export function together(...parts: readonly Uint8Array[]): Bytes {
  return new Uint8Array(Buffer.concat(parts));
}

export function plainPng(width = 24, height = 16): Bytes {
  const png = new PNG({ width, height });
  for (let at = 0; at < png.data.length; at += 1) png.data[at] = at % 4 === 3 ? 255 : (at * 7) % 256;
  return new Uint8Array(PNG.sync.write(png));
}

export interface ExifOptions {
  readonly date?: string;
  readonly offset?: string;
  readonly orientation?: number;
  readonly gps?: boolean;
  readonly thumbnail?: boolean;
  readonly little?: boolean;
}

type Value = readonly [tag: number, type: number, value: number | string];

/** A TIFF block as a phone writes it: main directory, EXIF, GPS, thumbnail. */
export function exifBlock(options: ExifOptions = {}): Bytes {
  const little = options.little ?? false;
  const main: Value[] = [[0x010f, 2, 'Telephone invente']];
  if (options.orientation) main.push([0x0112, 3, options.orientation]);
  const exif: Value[] = [];
  if (options.date) exif.push([0x9003, 2, options.date]);
  if (options.offset) exif.push([0x9011, 2, options.offset]);
  const gps: Value[] = options.gps
    ? [
        [0x001d, 2, '2026:11:03'],
        [0x0012, 2, 'WGS-84'],
      ]
    : [];
  // Directories one after the other, each with the room of its texts.
  const room = (values: readonly Value[]): number =>
    6 +
    values.length * 12 +
    values.reduce((sum, [, , value]) => sum + (typeof value === 'string' ? value.length + 2 : 0), 0);
  const pointers = (exif.length > 0 ? 1 : 0) + (options.gps ? 1 : 0);
  const exifAt = 8 + room(main) + pointers * 12;
  const gpsAt = exifAt + (exif.length > 0 ? room(exif) : 0);
  const thumbAt = gpsAt + (options.gps ? room(gps) : 0);
  if (exif.length > 0) main.push([0x8769, 4, exifAt]);
  if (options.gps) main.push([0x8825, 4, gpsAt]);
  const out = Buffer.alloc(thumbAt + 200);
  out.write(little ? 'II' : 'MM', 0, 'latin1');
  const u16 = (value: number, at: number): number =>
    little ? out.writeUInt16LE(value, at) : out.writeUInt16BE(value, at);
  const u32 = (value: number, at: number): number =>
    little ? out.writeUInt32LE(value, at) : out.writeUInt32BE(value, at);
  u16(42, 2);
  u32(8, 4);
  const write = (values: readonly Value[], at: number, next: number): void => {
    u16(values.length, at);
    let texts = at + 6 + values.length * 12;
    values
      .toSorted((one, other) => one[0] - other[0])
      .forEach(([tag, type, value], index) => {
        const entry = at + 2 + index * 12;
        u16(tag, entry);
        u16(type, entry + 2);
        if (typeof value === 'string') {
          u32(value.length + 1, entry + 4);
          u32(texts, entry + 8);
          out.write(`${value}\0`, texts, 'latin1');
          texts += value.length + 2;
        } else {
          u32(1, entry + 4);
          if (type === 3) u16(value, entry + 8);
          else u32(value, entry + 8);
        }
      });
    u32(next, at + 2 + values.length * 12);
  };
  write(main, 8, options.thumbnail ? thumbAt : 0);
  if (exif.length > 0) write(exif, exifAt, 0);
  if (options.gps) write(gps, gpsAt, 0);
  if (options.thumbnail) out.write('THUMBNAIL-OF-SOMEBODY', thumbAt + 20, 'latin1');
  return new Uint8Array(out);
}

export function jpegSegment(code: number, body: Uint8Array): Bytes {
  const length = body.byteLength + 2;
  return together(new Uint8Array([0xff, code, length >> 8, length & 0xff]), body);
}

/** The drawing as a phone would have saved it: EXIF with a place, XMP, IPTC, a comment, a second picture at the end. */
export function phoneJpeg(exif: ExifOptions = { date: '2026:11:03 14:05:09', gps: true, thumbnail: true }): Bytes {
  const plain = plainJpeg();
  return together(
    plain.subarray(0, 2),
    jpegSegment(0xe1, together(latin('Exif\0\0'), exifBlock(exif))),
    jpegSegment(0xe1, latin('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>SECRET-XMP</x:xmpmeta>')),
    jpegSegment(0xed, latin('Photoshop 3.0\0SECRET-IPTC')),
    jpegSegment(0xfe, latin('SECRET-COMMENT')),
    jpegSegment(0xe2, latin('MPF\0SECRET-MPF')),
    plain.subarray(2),
    latin('SECRET-TRAILER'),
  );
}

export function pngChunk(name: string, body: Uint8Array): Bytes {
  const inner = together(latin(name), body);
  const out = Buffer.alloc(inner.byteLength + 8);
  out.writeUInt32BE(body.byteLength, 0);
  out.set(inner, 4);
  out.writeUInt32BE(crc32(inner), inner.byteLength + 4);
  return new Uint8Array(out);
}

export function phonePng(exif: ExifOptions = { date: '2026:11:03 14:05:09', gps: true }): Bytes {
  const plain = plainPng();
  return together(
    plain.subarray(0, 33),
    pngChunk('tEXt', latin('Author\0SECRET-TEXT')),
    pngChunk('iTXt', latin('XML:com.adobe.xmp\0\0\0\0\0SECRET-ITXT')),
    pngChunk('tIME', new Uint8Array([7, 234, 11, 3, 14, 5, 9])),
    pngChunk('eXIf', exifBlock(exif)),
    pngChunk('prVt', latin('SECRET-PRIVATE')),
    plain.subarray(33),
    latin('SECRET-TRAILER'),
  );
}

function riffChunk(name: string, body: Uint8Array): Bytes {
  const head = Buffer.alloc(8);
  head.write(name, 'latin1');
  head.writeUInt32LE(body.byteLength, 4);
  return together(head, body, new Uint8Array(body.byteLength % 2));
}

export function phoneWebp(exif: ExifOptions = { date: '2026:11:03 14:05:09', gps: true }): Bytes {
  const body = together(
    plainWebp().subarray(12),
    riffChunk('EXIF', exifBlock(exif)),
    riffChunk('XMP ', latin('<x:xmpmeta>SECRET-XMP</x:xmpmeta>')),
  );
  body[8] = (body[8] ?? 0) | 0x0c;
  const head = Buffer.from('RIFF____WEBP', 'latin1');
  head.writeUInt32LE(body.byteLength + 4, 4);
  return together(head, body, latin('SECRET-TRAILER'));
}
