/**
 * The few values of an EXIF block that we read: its date with its offset, the orientation, and whether there is a place
 * and a thumbnail. Each directory is visited once and each value is read in its bounds: a block that points at itself
 * costs nothing. Checked against exifr in the tests.
 */
import { Bytes } from './bytes';
import type { DateRead } from './types';

export interface ExifRead {
  readonly date: DateRead | null;
  /** 1 to 8; 1 when it says nothing. */
  readonly orientation: number;
  readonly gps: boolean;
  readonly thumbnail: boolean;
}

const NOTHING: ExifRead = { date: null, orientation: 1, gps: false, thumbnail: false };
/** A camera writes some tens of values a directory. */
const MAX_VALUES = 500;
const TAG = {
  orientation: 0x0112,
  modified: 0x0132,
  exif: 0x8769,
  gps: 0x8825,
  original: 0x9003,
  digitized: 0x9004,
  offset: 0x9010,
  offsetOriginal: 0x9011,
  offsetDigitized: 0x9012,
} as const;
const ASCII = 2;
const SHORT = 3;

type Directory = ReadonlyMap<number, { readonly type: number; readonly count: number; readonly at: number }>;

/** @param tiff the block from its `II` or `MM` on */
export function readExif(tiff: Uint8Array<ArrayBuffer>): ExifRead {
  const read = new Bytes(tiff);
  const order = read.ascii(0, 2);
  const little = order === 'II';
  if ((!little && order !== 'MM') || read.u16(2, little) !== 42) return NOTHING;
  const first = read.u32(4, little) ?? 0;
  const main = directory(read, first, little);
  const pointer = main.get(TAG.exif);
  const exif = pointer ? directory(read, read.u32(pointer.at, little) ?? 0, little) : new Map();
  const text = (from: Directory, tag: number): string => textOf(read, from.get(tag), little);
  const pairs: readonly [string, string][] = [
    [text(exif, TAG.original), text(exif, TAG.offsetOriginal)],
    [text(exif, TAG.digitized), text(exif, TAG.offsetDigitized)],
    [text(main, TAG.modified), text(exif, TAG.offset)],
  ];
  const dates = pairs.map(([date, offset]) => exifDate(date, offset)).filter((date) => date !== null);
  const turned = main.get(TAG.orientation);
  const orientation = turned?.type === SHORT ? (read.u16(turned.at, little) ?? 1) : 1;
  return {
    date: dates[0] ?? null,
    orientation: orientation >= 1 && orientation <= 8 ? orientation : 1,
    gps: main.has(TAG.gps),
    thumbnail: (read.u32(first + 2 + 12 * main.size, little) ?? 0) > 0,
  };
}

function directory(read: Bytes, at: number, little: boolean): Directory {
  const values = new Map<number, { type: number; count: number; at: number }>();
  const count = Math.min(read.u16(at, little) ?? 0, MAX_VALUES);
  for (let index = 0; index < count; index += 1) {
    const entry = at + 2 + 12 * index;
    const tag = read.u16(entry, little);
    if (tag === null) break;
    const type = read.u16(entry + 2, little) ?? 0;
    if (!values.has(tag)) values.set(tag, { type, count: read.u32(entry + 4, little) ?? 0, at: entry + 8 });
  }
  return values;
}

/** A short text: inside the entry when it holds in four bytes, else where the entry points. */
function textOf(read: Bytes, value: { type: number; count: number; at: number } | undefined, little: boolean): string {
  if (value?.type !== ASCII || value.count < 1 || value.count > 64) return '';
  const at = value.count <= 4 ? value.at : (read.u32(value.at, little) ?? -1);
  return (read.ascii(at, value.count).split('\0')[0] ?? '').trim();
}

/** « 2026:11:03 14:05:09 », with « +01:00 » where the camera says it. Zeros and blanks mean « not known ». */
function exifDate(text: string, offset: string): DateRead | null {
  const found = /^(\d{4})[:-](\d\d)[:-](\d\d)[ T](\d\d):(\d\d)(?::(\d\d))?/.exec(text);
  if (!found) return null;
  const [, year, month, day, hours, minutes, seconds = '00'] = found;
  const wall = `${year}-${month}-${day}T${hours}:${minutes}`;
  const utc = Date.parse(`${wall}:${seconds}Z`);
  if (!Number.isFinite(utc) || new Date(utc).toISOString().slice(0, 16) !== wall || Number(year) < 1980) return null;
  const zone = /^([+-])(\d\d):(\d\d)$/.exec(offset);
  const minutesEast = zone ? (zone[1] === '-' ? -1 : 1) * (Number(zone[2]) * 60 + Number(zone[3])) : null;
  const known = minutesEast !== null && Math.abs(minutesEast) <= 18 * 60;
  return {
    from: 'exif',
    text: known ? `${text} ${offset}` : text,
    instant: known ? utc - minutesEast * 60_000 : null,
    wall,
  };
}

/** An EXIF block that holds the orientation and nothing else. */
export function orientationOnly(orientation: number): Uint8Array<ArrayBuffer> {
  const tiff = new Uint8Array(26);
  const view = new DataView(tiff.buffer);
  view.setUint16(0, 0x4d4d);
  view.setUint16(2, 42);
  view.setUint32(4, 8);
  view.setUint16(8, 1);
  view.setUint16(10, TAG.orientation);
  view.setUint16(12, SHORT);
  view.setUint32(14, 1);
  view.setUint16(18, orientation);
  return tiff;
}
