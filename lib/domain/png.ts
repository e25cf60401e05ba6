/** The chunks of a PNG, checked, without decoding its pixels (PNG 1.2; ISO/IEC 15948). */

/** The first bytes of every PNG. */
export const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const;
/** Length, name and CRC around the data of a chunk. */
const AROUND = 12;
/** Samples of a pixel by colour type: grey, RGB, palette, grey and alpha, RGBA. */
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
/** Bit depths that each colour type allows. */
const DEPTHS: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};

export interface PngChunks {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  /** 0 grey, 2 RGB, 3 palette, 4 grey and alpha, 6 RGBA. */
  readonly colour: number;
  readonly channels: number;
  readonly interlaced: boolean;
  /** Red, green, blue of each colour; null without a palette. */
  readonly palette: Uint8Array<ArrayBuffer> | null;
  readonly transparency: Uint8Array<ArrayBuffer> | null;
  /** An EXIF block, from its TIFF header. */
  readonly exif: Uint8Array<ArrayBuffer> | null;
  /** Data of the IDAT chunks in their order: together one zlib stream of filtered rows. */
  readonly data: readonly Uint8Array<ArrayBuffer>[];
}

const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let crc = n;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc >>> 0;
});

/** CRC-32 of a chunk's name and data (PNG § 5.5). */
export function pngCrc(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (let i = 0; i < bytes.length; i += 1) crc = (crc >>> 8) ^ (TABLE[(crc ^ (bytes[i] ?? 0)) & 0xff] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}

/** Bytes of a filtered row, its filter's byte left out. */
export const pngRowBytes = ({ width, channels, depth }: Pick<PngChunks, 'width' | 'channels' | 'depth'>): number =>
  Math.ceil((width * channels * depth) / 8);

/** A chunk of a PNG: its four letters, and where its bytes are. */
export interface PngChunk {
  readonly name: string;
  readonly data: Uint8Array<ArrayBuffer>;
}

/** The chunks in their order; null at the first that is cut short or whose CRC is wrong. */
export function pngChunks(bytes: Uint8Array<ArrayBuffer>): readonly PngChunk[] | null {
  if (PNG_SIGNATURE.some((byte, i) => bytes[i] !== byte)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: PngChunk[] = [];
  for (let at = 8; at + AROUND <= bytes.length; ) {
    const length = view.getUint32(at);
    const end = at + AROUND + length;
    if (end > bytes.length || view.getUint32(end - 4) !== pngCrc(bytes.subarray(at + 4, end - 4))) return null;
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    chunks.push({ name, data: bytes.subarray(at + 8, end - 4) });
    if (name === 'IEND') return chunks;
    at = end;
  }
  return null;
}

/** @returns null when it is not a whole PNG with sound chunks; nothing is said of its pixels */
export function readPngChunks(bytes: Uint8Array<ArrayBuffer>): PngChunks | null {
  const chunks = pngChunks(bytes);
  const header = chunks?.[0];
  if (!chunks || header?.name !== 'IHDR' || header.data.length !== 13) return null;
  const of = (name: string): Uint8Array<ArrayBuffer> | null => chunks.find((one) => one.name === name)?.data ?? null;
  const view = new DataView(header.data.buffer, header.data.byteOffset, 13);
  const [width, height, depth, colour, interlace] = [
    view.getUint32(0),
    view.getUint32(4),
    view.getUint8(8),
    view.getUint8(9),
    view.getUint8(12),
  ];
  const palette = of('PLTE');
  const data = chunks.filter((one) => one.name === 'IDAT').map((one) => one.data);
  const sound =
    width > 0 &&
    height > 0 &&
    DEPTHS[colour]?.includes(depth) &&
    view.getUint8(10) === 0 &&
    view.getUint8(11) === 0 &&
    interlace <= 1 &&
    data.length > 0 &&
    (colour === 3 ? palette !== null && palette.length > 0 && palette.length <= 768 && palette.length % 3 === 0 : true);
  if (!sound) return null;
  return {
    width,
    height,
    depth,
    colour,
    channels: CHANNELS[colour] ?? 0,
    interlaced: interlace === 1,
    palette: colour === 3 ? palette : null,
    transparency: of('tRNS'),
    exif: of('eXIf'),
    data,
  };
}
