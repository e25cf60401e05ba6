/** Pictures that a PDF cannot hold as they are (WebP, GIF, see-through or interlaced PNG) are decoded by the page's canvas. */
import type { DecodedPicture, PictureDecoder } from './pack-types';
import { MOST_PIXELS } from './png-rows';

/** Decodes on this page's canvas, upright and over white; null where there is none (Node) or where the browser cannot. */
export function canvasDecoder(): PictureDecoder {
  if (typeof OffscreenCanvas === 'undefined' || typeof createImageBitmap === 'undefined') return async () => null;
  return async (bytes, type) => {
    const bitmap = await opened(new Blob([bytes], { type }));
    if (!bitmap) return null;
    try {
      const { width, height } = bitmap;
      return width * height > MOST_PIXELS ? null : drawn(bitmap, width, height);
    } finally {
      bitmap.close();
    }
  };
}

/** Null for what the browser cannot decode, which it says with « InvalidStateError ». */
async function opened(blob: Blob): Promise<ImageBitmap | null> {
  try {
    return await createImageBitmap(blob, { imageOrientation: 'from-image' });
  } catch (cause) {
    if (cause instanceof DOMException) return null;
    throw cause;
  }
}

function drawn(bitmap: ImageBitmap, width: number, height: number): DecodedPicture {
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no 2d canvas');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.drawImage(bitmap, 0, 0);
  const rgba = context.getImageData(0, 0, width, height).data;
  const rgb = new Uint8Array(3 * width * height);
  for (let from = 0, to = 0; from < rgba.length; from += 4, to += 3) {
    rgb[to] = rgba[from] ?? 255;
    rgb[to + 1] = rgba[from + 1] ?? 255;
    rgb[to + 2] = rgba[from + 2] ?? 255;
  }
  return { width, height, rgb };
}
