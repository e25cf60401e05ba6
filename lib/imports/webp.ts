/** WebP without its metadata: the chunks of pixels, transparency, animation and colour stay as they are, EXIF, XMP and the others go. */
import type { Stripped } from '@/lib/domain/imported';
import { Bytes, joined } from './bytes';
import { type ExifRead, orientationOnly, readExif } from './exif';
import { turned } from './jpeg';
import type { Cleaned } from './types';

const DRAWN = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
const PIXELS = new Set(['VP8 ', 'VP8L', 'ANMF']);
/** Flags of VP8X that announce EXIF and XMP. */
const EXIF_FLAG = 0x08;
const XMP_FLAG = 0x04;

interface Chunk {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** @returns null when it holds no pixels */
export function cleanWebp(bytes: Uint8Array<ArrayBuffer>): Cleaned | null {
  const read = new Bytes(bytes);
  const declared = Math.min((read.u32(4, true) ?? 0) + 8, read.length);
  const kept: Chunk[] = [];
  const gone = new Set<Stripped>();
  let exif: ExifRead | null = null;
  for (let at = 12; at + 8 <= declared; ) {
    const name = read.ascii(at, 4);
    const length = read.u32(at + 4, true) ?? 0;
    const end = Math.min(at + 8 + length + (length % 2), declared);
    if (DRAWN.has(name)) kept.push({ name, bytes: read.slice(at, end) });
    else if (name === 'EXIF') exif ??= readExif(tiffOf(read.slice(at + 8, at + 8 + length)));
    if (name === 'EXIF') gone.add('exif');
    else if (name === 'XMP ') gone.add('xmp');
    else if (!DRAWN.has(name)) gone.add('other');
    at = end;
  }
  if (declared < read.length) gone.add('trailer');
  if (exif?.gps) gone.add('gps');
  const size = sizeOf(kept);
  if (!size || !kept.some((chunk) => PIXELS.has(chunk.name))) return null;
  const orientation = exif?.orientation ?? 1;
  return {
    copy: assembled(kept, orientation),
    stripped: [...gone],
    size: turned(size, orientation),
    date: exif?.date ?? null,
  };
}

/** Some writers put JPEG's « Exif » mark before the block. */
function tiffOf(block: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  return new Bytes(block).ascii(0, 4) === 'Exif' ? block.subarray(6) : block;
}

function assembled(kept: readonly Chunk[], orientation: number): Uint8Array<ArrayBuffer> {
  const extended = kept[0]?.name === 'VP8X';
  const turns = extended && orientation !== 1;
  const parts = kept.map(({ name, bytes }) => {
    if (name !== 'VP8X') return bytes;
    const copy = bytes.slice();
    copy[8] = ((copy[8] ?? 0) & ~(EXIF_FLAG | XMP_FLAG)) | (turns ? EXIF_FLAG : 0);
    return copy;
  });
  if (turns) parts.push(chunkOf('EXIF', orientationOnly(orientation)));
  const body = joined(parts);
  const head = new Uint8Array(12);
  head.set(Uint8Array.from('RIFF____WEBP', (one) => one.charCodeAt(0)));
  new DataView(head.buffer).setUint32(4, body.byteLength + 4, true);
  return joined([head, body]);
}

function chunkOf(name: string, body: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const head = new Uint8Array(8);
  head.set(Uint8Array.from(name, (one) => one.charCodeAt(0)));
  new DataView(head.buffer).setUint32(4, body.byteLength, true);
  return joined([head, body]);
}

/** Width and height, from the extended header or from the bitstream's own. */
function sizeOf(kept: readonly Chunk[]): { width: number; height: number } | null {
  for (const { name, bytes } of kept) {
    const read = new Bytes(bytes);
    const u24 = (at: number): number => (read.u16(at, true) ?? 0) + 65_536 * (read.u8(at + 2) ?? 0);
    if (name === 'VP8X' && bytes.byteLength >= 18) return { width: u24(12) + 1, height: u24(15) + 1 };
    if (name === 'VP8L' && bytes.byteLength >= 13) {
      const packed = read.u32(9, true) ?? 0;
      return { width: (packed & 0x3fff) + 1, height: ((packed >>> 14) & 0x3fff) + 1 };
    }
    if (name === 'VP8 ' && bytes.byteLength >= 18) {
      return { width: (read.u16(14, true) ?? 0) & 0x3fff, height: (read.u16(16, true) ?? 0) & 0x3fff };
    }
  }
  return null;
}
