/**
 * JPEG without its metadata, pixel for pixel: the segments that a decoder needs are copied as they are, the others go.
 * Kept: tables, frames, scans, JFIF (without its thumbnail), the colour profile, Adobe's colour transform.
 */
import type { Stripped } from '@/lib/domain/imported';
import { Bytes, joined } from './bytes';
import { type ExifRead, orientationOnly, readExif } from './exif';
import type { Cleaned } from './types';

const EXIF = 'Exif\0\0';

interface Walk {
  readonly read: Bytes;
  readonly kept: Uint8Array<ArrayBuffer>[];
  readonly gone: Set<Stripped>;
  exif: ExifRead | null;
  size: { width: number; height: number } | null;
  scans: number;
}

/** @returns null when it is no whole JPEG structure before its first scan */
export function cleanJpeg(bytes: Uint8Array<ArrayBuffer>): Cleaned | null {
  const walk: Walk = { read: new Bytes(bytes), kept: [], gone: new Set(), exif: null, size: null, scans: 0 };
  let at: number | null = 2;
  while (at !== null) at = step(walk, at);
  if (walk.scans === 0 || !walk.size) return null;
  const head = [bytes.subarray(0, 2)];
  const orientation = walk.exif?.orientation ?? 1;
  if (orientation !== 1) head.push(segment(0xe1, joined([latin(EXIF), orientationOnly(orientation)])));
  return {
    copy: joined([...head, ...walk.kept]),
    stripped: [...walk.gone],
    size: turned(walk.size, orientation),
    date: walk.exif?.date ?? null,
  };
}

/** Orientations 5 to 8 lay the picture on its side. */
export function turned(size: { width: number; height: number }, orientation: number): Cleaned['size'] {
  return orientation >= 5 ? { width: size.height, height: size.width } : size;
}

/** One segment. @returns where the next one starts, null at the end */
function step(walk: Walk, at: number): number | null {
  const { read } = walk;
  let mark = at;
  if (read.u8(mark) !== 0xff) return null;
  while (read.u8(mark + 1) === 0xff) mark += 1; // fill bytes
  const code = read.u8(mark + 1);
  if (code === null) return null;
  if (code === 0xd9) {
    walk.kept.push(read.slice(mark, mark + 2));
    if (mark + 2 < read.length) walk.gone.add('trailer');
    return null;
  }
  if (code === 0x01 || (code >= 0xd0 && code <= 0xd8)) return mark + 2; // alone, without a length
  const length = read.u16(mark + 2);
  if (length === null || length < 2 || mark + 2 + length > read.length) return null;
  const end = mark + 2 + length;
  frame(walk, code, mark);
  if (keeps(walk, code, mark, end)) walk.kept.push(read.slice(mark, end));
  if (code !== 0xda) return end;
  walk.scans += 1;
  const next = scanEnd(read, end);
  walk.kept.push(read.slice(end, next));
  return next;
}

/** Notes the size that the frame header says. */
function frame(walk: Walk, code: number, mark: number): void {
  if (code < 0xc0 || code > 0xcf || [0xc4, 0xc8, 0xcc].includes(code)) return;
  const height = walk.read.u16(mark + 5);
  const width = walk.read.u16(mark + 7);
  if (height !== null && width !== null) walk.size ??= { width, height };
}

function keeps(walk: Walk, code: number, mark: number, end: number): boolean {
  const { read, gone } = walk;
  const says = (text: string): boolean => read.ascii(mark + 4, text.length) === text;
  if (code === 0xfe) gone.add('comment');
  else if (code === 0xe0) return jfif(walk, mark, end);
  else if (code === 0xe1 && says(EXIF)) exifSegment(walk, mark, end);
  else if (code === 0xe1 && says('http')) gone.add('xmp');
  else if (code === 0xe2 && says('ICC_PROFILE\0')) return true;
  else if (code === 0xed) gone.add('iptc');
  else if (code === 0xee && says('Adobe')) return true;
  else if (code >= 0xe0 && code <= 0xef) gone.add('other');
  else return true;
  return false;
}

/** JFIF stays, its thumbnail goes: three bytes a pixel after the fourteen of its header. */
function jfif(walk: Walk, mark: number, end: number): boolean {
  const { read, kept, gone } = walk;
  if (read.ascii(mark + 4, 5) !== 'JFIF\0' || end - mark < 18) {
    gone.add(read.ascii(mark + 4, 5) === 'JFXX\0' ? 'thumbnail' : 'other');
    return false;
  }
  if (end - mark === 18) return true;
  gone.add('thumbnail');
  const header = read.slice(mark + 4, mark + 18).slice();
  header.set([0, 0], 12);
  kept.push(segment(0xe0, header));
  return false;
}

function exifSegment(walk: Walk, mark: number, end: number): void {
  const exif = readExif(walk.read.slice(mark + 4 + EXIF.length, end));
  walk.exif ??= exif;
  walk.gone.add('exif');
  if (exif.gps) walk.gone.add('gps');
  if (exif.thumbnail) walk.gone.add('thumbnail');
}

/** Entropy-coded data ends at a marker that is neither a stuffed zero nor a restart. */
function scanEnd(read: Bytes, from: number): number {
  const { all } = read;
  for (let at = all.indexOf(0xff, from); at !== -1 && at + 1 < all.length; at = all.indexOf(0xff, at + 1)) {
    const next = all[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return all.length;
}

function segment(code: number, body: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const length = body.byteLength + 2;
  return joined([new Uint8Array([0xff, code, length >> 8, length & 0xff]), body]);
}

const latin = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(text, (one) => one.charCodeAt(0));
