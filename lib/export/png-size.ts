/** The size that a PNG says of itself, read from its first bytes without decoding it. */
import type { PictureSize } from './verify-types';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const;
/** Signature, length and name of the header chunk, then width and height (PNG 1.2 § 11.2.2). */
const HEADER = 24;

/** Null when these bytes do not begin as a PNG does. */
export function pngSize(bytes: Uint8Array<ArrayBuffer>): PictureSize | null {
  if (bytes.byteLength < HEADER || SIGNATURE.some((byte, index) => bytes[index] !== byte)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, HEADER);
  // The letters IHDR.
  if (view.getUint32(12) !== 0x49484452) return null;
  return { width: view.getUint32(16), height: view.getUint32(20) };
}
