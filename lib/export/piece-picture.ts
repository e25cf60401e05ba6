/** Is the picture in a PDF the one that lies in the bag? Compared as a PNG's own compressed data, or as its rows: no pixel is worked out. */
import { type PngChunks, pngRowBytes, readPngChunks } from '@/lib/domain/png';
import { isDict, nameIn, type PdfDict, type PdfObject, type PdfValue, resolve, type ScannedPdf } from './pdf-scan';

type Bytes = Uint8Array<ArrayBuffer>;

/** `redrawn`: of a kind that a PDF cannot hold as it is (see-through, interlaced, WebP…), so a browser drew it again. */
export type Comparison = 'same' | 'other' | 'redrawn';

/** What an image of ours may say of itself. Anything else (a mask, a decoding table) could show other pixels. */
const KEYS = new Set(
  'Type Subtype Width Height ColorSpace BitsPerComponent Filter DecodeParms Length CDDA_Seq CDDA_Source'.split(' '),
);

/** Longer than any picture that we draw, as rows. */
const MAX_ROWS_BYTES = 2 ** 30;

/** The pieces of a zlib stream, as they come out; a stream that is broken ends with null. */
async function* inflated(parts: readonly Bytes[]): AsyncGenerator<Bytes | null> {
  const source = new ReadableStream<Bytes>({
    start(controller) {
      for (const part of parts) controller.enqueue(part);
      controller.close();
    },
  });
  const reader = source.pipeThrough(new DecompressionStream('deflate')).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } catch (error) {
    // What every platform throws for bytes that are no zlib stream, or more than one.
    if (!(error instanceof TypeError) && !(error instanceof Error && 'code' in error)) throw error;
    yield null;
  } finally {
    // Lets go of the rest when nobody wants it; a stream that failed has said so above.
    reader.cancel().catch(() => undefined);
  }
}

/** A zlib stream whole; null when it is broken or longer than it may be. */
export async function inflate(stream: Bytes, limit: number): Promise<Bytes | null> {
  const parts: Bytes[] = [];
  let length = 0;
  for await (const part of inflated([stream])) {
    length += part?.byteLength ?? limit + 1;
    if (part === null || length > limit) return null;
    parts.push(part);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole;
}

/** Takes the last byte of every pixel out of filtered rows: filters work channel by channel, so the rest stands. */
class AlphaDropper {
  private at = 0;
  private readonly row: number;
  private readonly channels: number;

  constructor(png: PngChunks) {
    this.row = pngRowBytes(png) + 1;
    this.channels = png.channels;
  }

  drop(part: Bytes): Bytes {
    const kept = new Uint8Array(part.byteLength);
    let length = 0;
    let column = this.at % this.row;
    for (let i = 0; i < part.byteLength; i += 1) {
      if (column === 0 || (column - 1) % this.channels !== this.channels - 1) {
        kept[length] = part[i] ?? 0;
        length += 1;
      }
      column = column + 1 === this.row ? 0 : column + 1;
    }
    this.at += part.byteLength;
    return kept.subarray(0, length);
  }
}

/** Two streams of bytes side by side, a piece of each in memory. @param length what both must have */
async function areEqual(
  one: AsyncGenerator<Bytes | null>,
  other: AsyncGenerator<Bytes | null>,
  length: number,
): Promise<boolean> {
  let [left, right]: [Bytes, Bytes] = [new Uint8Array(0), new Uint8Array(0)];
  let same = 0;
  try {
    for (;;) {
      const [a, b] = [
        left.byteLength > 0 ? left : await nextOf(one),
        right.byteLength > 0 ? right : await nextOf(other),
      ];
      if (!a || !b) return a === undefined && b === undefined && same === length;
      const common = Math.min(a.byteLength, b.byteLength);
      for (let i = 0; i < common; i += 1) if (a[i] !== b[i]) return false;
      same += common;
      if (same > length) return false;
      left = a.subarray(common);
      right = b.subarray(common);
    }
  } finally {
    await Promise.all([one.return(undefined), other.return(undefined)]);
  }
}

/** The next piece that holds something; null when broken, undefined at the end. */
async function nextOf(pieces: AsyncGenerator<Bytes | null>): Promise<Bytes | null | undefined> {
  for (;;) {
    const { done, value } = await pieces.next();
    if (done) return undefined;
    if (value === null || value.byteLength > 0) return value;
  }
}

async function* withoutAlpha(png: PngChunks): AsyncGenerator<Bytes | null> {
  const dropper = new AlphaDropper(png);
  for await (const part of inflated(png.data)) yield part && dropper.drop(part);
}

function sameData(parts: readonly Bytes[], stream: Bytes): boolean {
  let at = 0;
  for (const part of parts) {
    if (at + part.byteLength > stream.byteLength) return false;
    for (let i = 0; i < part.byteLength; i += 1) if (part[i] !== stream[at + i]) return false;
    at += part.byteLength;
  }
  return at === stream.byteLength;
}

/** The colours are read as the PNG says. */
async function hasColours(png: PngChunks, dict: PdfDict, channels: number, pdf: ScannedPdf): Promise<boolean> {
  const space = dict.get('ColorSpace');
  if (!png.palette) return nameIn(space) === (channels === 1 ? 'DeviceGray' : 'DeviceRGB');
  if (!Array.isArray(space)) return false;
  const [kind, base, last, table] = space as readonly PdfValue[];
  const object = typeof table === 'object' && table !== null && 'ref' in table ? pdf.objects.get(table.ref) : null;
  if (nameIn(kind) !== 'Indexed' || nameIn(base) !== 'DeviceRGB' || last !== png.palette.length / 3 - 1) return false;
  if (!object?.stream || !isDict(object.value)) return false;
  const filter = nameIn(object.value.get('Filter'));
  const colours = filter === 'FlateDecode' ? await inflate(object.stream, 768) : object.stream;
  return colours !== null && sameData([png.palette], colours);
}

async function comparePng(file: Bytes, dict: PdfDict, stream: Bytes, pdf: ScannedPdf): Promise<Comparison> {
  const png = readPngChunks(file);
  if (!png) return 'other';
  const hasAlpha = png.colour === 4 || png.colour === 6;
  const seeThrough = png.transparency?.some((value) => png.colour !== 3 || value !== 255) ?? false;
  const isRedrawn = png.interlaced || seeThrough || (hasAlpha && png.depth !== 8);
  if (dict.get('Width') !== png.width || dict.get('Height') !== png.height) return isRedrawn ? 'redrawn' : 'other';
  if (isRedrawn) return 'redrawn';
  const channels = hasAlpha ? png.channels - 1 : png.channels;
  const parameters = resolve(dict.get('DecodeParms'), pdf);
  const expected: readonly [string, number][] = [
    ['Predictor', 15],
    ['Colors', channels],
    ['BitsPerComponent', png.depth],
    ['Columns', png.width],
  ];
  const isRead =
    nameIn(dict.get('Filter')) === 'FlateDecode' &&
    dict.get('BitsPerComponent') === png.depth &&
    isDict(parameters) &&
    parameters.size === expected.length &&
    expected.every(([key, value]) => parameters.get(key) === value) &&
    (await hasColours(png, dict, channels, pdf));
  if (!isRead) return 'other';
  // Without alpha, what we write is the PNG's own data.
  if (!hasAlpha) return sameData(png.data, stream) ? 'same' : 'other';
  const length = (pngRowBytes({ ...png, channels }) + 1) * png.height;
  if (length > MAX_ROWS_BYTES) return 'other';
  return (await areEqual(inflated([stream]), withoutAlpha(png), length)) ? 'same' : 'other';
}

/** Size, components and bits that a JPEG says of itself (ITU T.81 B.2.2); null when it says none. */
function jpegFrame(bytes: Bytes): { width: number; height: number; components: number; bits: number } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 2; at + 9 < bytes.byteLength && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      const [bits, height, width] = [view.getUint8(at + 4), view.getUint16(at + 5), view.getUint16(at + 7)];
      return { width, height, components: view.getUint8(at + 9), bits };
    }
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}

function compareJpeg(file: Bytes, dict: PdfDict, stream: Bytes): Comparison {
  const frame = jpegFrame(file);
  // Drawn again: four inks, or a depth that viewers do not share.
  if (frame && nameIn(dict.get('Filter')) === 'FlateDecode') {
    return frame.components === 4 || frame.bits !== 8 ? 'redrawn' : 'other';
  }
  const colours = frame?.components === 1 ? 'DeviceGray' : 'DeviceRGB';
  const isRead =
    nameIn(dict.get('Filter')) === 'DCTDecode' &&
    !dict.has('DecodeParms') &&
    dict.get('BitsPerComponent') === 8 &&
    nameIn(dict.get('ColorSpace')) === colours &&
    dict.get('Width') === frame?.width &&
    dict.get('Height') === frame?.height;
  return isRead && sameData([file], stream) ? 'same' : 'other';
}

/**
 * Compares an image object of a PDF with the file that it says to draw.
 * @param type media type of the file, as the journal notes it
 */
export async function comparePicture(
  object: PdfObject,
  file: Bytes,
  type: string,
  pdf: ScannedPdf,
): Promise<Comparison> {
  const { value, stream } = object;
  if (!isDict(value) || !stream || [...value.keys()].some((key) => !KEYS.has(key))) return 'other';
  if (type === 'image/png') return comparePng(file, value, stream, pdf);
  if (type === 'image/jpeg') return compareJpeg(file, value, stream);
  return 'redrawn';
}
