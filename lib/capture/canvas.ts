/** OffscreenCanvas with the settings that keep pixels as they are, and its limits. */
import { AppError } from '@/lib/domain/errors';
import { writePng } from '@/lib/domain/png-write';
import type { Bytes } from './ports';

/** Longest side and largest area of a canvas, in pixels: Chromium 156 and Firefox 153 alike, measured (toolchain.md § 3). */
export const CANVAS_LIMITS = { side: 65_535, area: 268_435_456 } as const;
export interface CanvasLimits {
  readonly side: number;
  readonly area: number;
}

/** True when a picture of this size can be drawn. */
export function fits(width: number, height: number, limits: CanvasLimits): boolean {
  return width <= limits.side && height <= limits.side && width * height <= limits.area;
}

/**
 * A canvas kept in ordinary memory (`willReadFrequently`): a graphics card would limit it to 16,384 pixels and may round colours.
 * @throws AppError page-too-large when the browser refuses it
 */
export function openCanvas(width: number, height: number): OffscreenCanvasRenderingContext2D {
  const context = new OffscreenCanvas(width, height).getContext('2d', { alpha: false, willReadFrequently: true });
  if (!context) throw new AppError('page-too-large', { detail: `canvas ${width}×${height} refused` });
  context.imageSmoothingEnabled = false;
  return context;
}

/**
 * Decodes a PNG with no colour conversion, so that what is drawn is what was taken.
 * @throws AppError picture-unreadable
 */
export async function decode(bytes: Bytes): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(new Blob([bytes], { type: 'image/png' }), {
      colorSpaceConversion: 'none',
      premultiplyAlpha: 'none',
    });
  } catch (cause) {
    throw new AppError('picture-unreadable', { detail: 'cannot be decoded', cause });
  }
}

/** The canvas as a PNG. @throws AppError picture-unreadable when the encoder gives up (memory) */
export async function encode(context: OffscreenCanvasRenderingContext2D): Promise<Bytes> {
  try {
    const blob = await context.canvas.convertToBlob({ type: 'image/png' });
    return new Uint8Array(await blob.arrayBuffer());
  } catch (cause) {
    throw new AppError('picture-unreadable', { detail: 'cannot be encoded', cause });
  }
}

/** Pixels read from a canvas at a time, 16 MB: Firefox copies the whole canvas at each call (90 ms more for 18 calls than for one). */
const BAND = 4_194_304;

/** The rows of a canvas, three bytes a pixel: it is opaque. */
function* rowsOf(context: OffscreenCanvasRenderingContext2D): Generator<Bytes> {
  const { width, height } = context.canvas;
  const rows = Math.max(1, Math.floor(BAND / width));
  for (let y = 0; y < height; y += rows) {
    const band = context.getImageData(0, y, width, Math.min(rows, height - y));
    for (let from = 0; from < band.data.length; ) {
      const row = new Uint8Array(width * 3);
      for (let to = 0; to < row.length; to += 3, from += 4) {
        row[to] = band.data[from] ?? 0;
        row[to + 1] = band.data[from + 1] ?? 0;
        row[to + 2] = band.data[from + 2] ?? 0;
      }
      yield row;
    }
  }
}

/**
 * The canvas as a PNG without alpha. Both browsers write an opaque canvas with an alpha of 255 (measured), and a PDF cannot
 * take such data as it is: each of hundreds of pictures would be unpacked and packed again at every export.
 * @throws AppError picture-unreadable when it cannot be written (memory)
 */
export async function encodeOpaque(context: OffscreenCanvasRenderingContext2D): Promise<Bytes> {
  try {
    return await writePng(context.canvas.width, context.canvas.height, rowsOf(context));
  } catch (cause) {
    throw new AppError('picture-unreadable', { detail: 'cannot be encoded', cause });
  }
}

/** Gives the canvas' memory back at once rather than at the next garbage collection. */
export function release(context: OffscreenCanvasRenderingContext2D): void {
  context.canvas.width = 1;
  context.canvas.height = 1;
}
