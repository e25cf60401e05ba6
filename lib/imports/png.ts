/** PNG without its metadata: the chunks that a decoder draws with are copied as they are, the others go (texts, time, EXIF, private ones). */
import type { Stripped } from '@/lib/domain/imported';
import { Bytes, joined } from './bytes';
import { type ExifRead, orientationOnly, readExif } from './exif';
import { turned } from './jpeg';
import type { Cleaned } from './types';

const DRAWN = new Set(
  'IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT bKGD pHYs cICP mDCV cLLI acTL fcTL fdAT'.split(' '),
);
const REASONS: Readonly<Record<string, Stripped>> = {
  tEXt: 'comment',
  zTXt: 'comment',
  iTXt: 'comment',
  eXIf: 'exif',
  tIME: 'time',
};

/** @returns null when its header or its pixels are not there */
export function cleanPng(bytes: Uint8Array<ArrayBuffer>): Cleaned | null {
  const read = new Bytes(bytes);
  const width = read.u32(16);
  const height = read.u32(20);
  if (read.ascii(12, 4) !== 'IHDR' || !width || !height) return null;
  const kept = [read.slice(0, 8)];
  const gone = new Set<Stripped>();
  let exif: ExifRead | null = null;
  let pixels = false;
  let at = 8;
  for (let name = ''; name !== 'IEND' && at < read.length; ) {
    const length = read.u32(at);
    name = read.ascii(at + 4, 4);
    if (length === null || name === '') break;
    // A chunk cut short is the last one: what is there of the pixels stays.
    const end = Math.min(at + 12 + length, read.length);
    if (name === 'eXIf') exif ??= readExif(read.slice(at + 8, at + 8 + length));
    if (DRAWN.has(name)) {
      if (name === 'IDAT' && !pixels) kept.push(...orientationChunk(exif));
      pixels ||= name === 'IDAT';
      kept.push(read.slice(at, end));
    } else gone.add(REASONS[name] ?? 'other');
    at = end;
  }
  if (!pixels) return null;
  if (at < read.length) gone.add('trailer');
  if (exif?.gps) gone.add('gps');
  return {
    copy: joined(kept),
    stripped: [...gone],
    size: turned({ width, height }, exif?.orientation ?? 1),
    date: exif?.date ?? null,
  };
}

/** The orientation alone, where the file has another than the plain one. */
function orientationChunk(exif: ExifRead | null): Uint8Array<ArrayBuffer>[] {
  if (!exif || exif.orientation === 1) return [];
  const body = joined([Uint8Array.from('eXIf', (one) => one.charCodeAt(0)), orientationOnly(exif.orientation)]);
  const chunk = new Uint8Array(body.byteLength + 8);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, body.byteLength - 4);
  chunk.set(body, 4);
  view.setUint32(body.byteLength + 4, crc32(body));
  return [chunk];
}

/** CRC-32 of the PNG specification, bit by bit: only used on thirty bytes. */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
