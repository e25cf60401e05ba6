/** What a PDF must know of a JPEG to show its bytes as they are: its size, its colours, which way up it is. */

export interface JpegHeader {
  readonly width: number;
  readonly height: number;
  /** 1 grey, 3 colours; 4 (CMYK) is not drawn as it is. */
  readonly channels: number;
  readonly bits: number;
  /** EXIF: 1 to 8. */
  readonly orientation: number;
  /** A coding that every viewer knows (PDF 32000-1 § 7.4.8: baseline and progressive, Huffman). */
  readonly common: boolean;
}

const START_OF_FRAME = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/** @returns null when it is no JPEG, or is cut short */
export function readJpegHeader(bytes: Uint8Array<ArrayBuffer>): JpegHeader | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let orientation = 1;
  let frame: Omit<JpegHeader, 'orientation'> | null = null;
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const length = view.getUint16(at + 2);
    if (length < 2 || at + 2 + length > bytes.length) return null;
    if (marker === 0xe1) orientation = orientationIn(bytes.subarray(at + 4, at + 2 + length)) ?? orientation;
    if (START_OF_FRAME(marker) && length >= 8) {
      frame ??= {
        bits: bytes[at + 4] ?? 0,
        height: view.getUint16(at + 5),
        width: view.getUint16(at + 7),
        channels: bytes[at + 9] ?? 0,
        common: marker <= 0xc2,
      };
    }
    // The scan goes to the end; a file without « end of image » was cut.
    if (marker === 0xda) return frame && endsWell(bytes, at) && frame.width > 0 ? { ...frame, orientation } : null;
    at += 2 + length;
  }
  return null;
}

function endsWell(bytes: Uint8Array, from: number): boolean {
  for (let at = bytes.length - 2; at > from; at -= 1) if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return true;
  return false;
}

/** An APP1 segment's orientation; null when it is no EXIF. */
function orientationIn(segment: Uint8Array<ArrayBuffer>): number | null {
  if (String.fromCharCode(...segment.subarray(0, 4)) !== 'Exif') return null;
  return exifOrientation(segment.subarray(6));
}

/** Tag 0x0112 of the first directory of a TIFF block: 1 to 8; null when it is not there. */
export function exifOrientation(tiff: Uint8Array<ArrayBuffer>): number | null {
  if (tiff.length < 14) return null;
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const little = view.getUint16(0) === 0x4949;
  const first = view.getUint32(4, little);
  if (first + 2 > tiff.length) return null;
  const count = view.getUint16(first, little);
  for (let i = 0; i < count; i += 1) {
    const at = first + 2 + 12 * i;
    if (at + 12 > tiff.length) return null;
    if (view.getUint16(at, little) !== 0x0112) continue;
    const value = view.getUint16(at + 8, little);
    return value >= 1 && value <= 8 ? value : null;
  }
  return null;
}
