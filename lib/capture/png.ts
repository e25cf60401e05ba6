/** Reads what we need of a PNG without decoding it, and turns data URLs into bytes without a request. */
import { AppError } from '@/lib/domain/errors';
import type { Bytes } from './ports';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const;
const IHDR = 0x49484452;

/**
 * Width and height written in the PNG's first chunk, in pixels.
 * @throws AppError picture-unreadable when it is not a PNG or says a size of zero
 */
export function pngSize(bytes: Uint8Array): { width: number; height: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isPng =
    bytes.length >= 33 && SIGNATURE.every((value, index) => bytes[index] === value) && view.getUint32(12) === IHDR;
  if (!isPng) throw new AppError('picture-unreadable', { detail: 'not a PNG' });
  const width = view.getUint32(16);
  const height = view.getUint32(20);
  if (width === 0 || height === 0) throw new AppError('picture-unreadable', { detail: `size ${width}×${height}` });
  return { width, height };
}

/**
 * The bytes of a base64 data URL. Not `fetch`: the extension's CSP says connect-src 'none'.
 * @throws AppError picture-unreadable
 */
export function dataUrlBytes(url: string): Bytes {
  const comma = url.indexOf(',');
  if (!url.startsWith('data:') || comma < 0 || !url.slice(0, comma).endsWith(';base64')) {
    throw new AppError('picture-unreadable', { detail: 'not a base64 data URL' });
  }
  try {
    return base64Bytes(url.slice(comma + 1));
  } catch (cause) {
    throw new AppError('picture-unreadable', { detail: 'broken base64', cause });
  }
}

/** Decodes base64 into bytes. */
export function base64Bytes(base64: string): Bytes {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index += 1) bytes[index] = binary.charCodeAt(index);
  return bytes;
}

/** Encodes bytes as base64, in pieces that the argument list of a call can hold. */
export function bytesBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let start = 0; start < bytes.length; start += 0x8000)
    binary += String.fromCharCode(...bytes.subarray(start, start + 0x8000));
  return btoa(binary);
}
