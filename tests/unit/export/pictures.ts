/** Small real pictures for the tests whose tools look inside: an original, and its copy with a band below. */
import { PNG } from 'pngjs';

/** A PNG of one pattern, the same bytes each time. @param band rows of a second colour below */
export function smallPng(width: number, height: number, seed: number, band = 0): Uint8Array<ArrayBuffer> {
  const png = new PNG({ width, height: height + band });
  for (let row = 0; row < height + band; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const at = (row * width + column) * 4;
      const ink = row >= height ? 240 : ((row * 7 + column * 3 + seed * 31) % 200) + 20;
      png.data.set([ink, ink, Math.min(255, ink + 15), 255], at);
    }
  }
  return new Uint8Array(PNG.sync.write(png, { deflateLevel: 9 }));
}
