/** The self-check: is a picture (nearly) one flat colour? Such a picture is kept and flagged, never thrown away. */

/** Share of the sampled pixels that must be alike. A three-word error page passes 99 %: it is flagged too, and kept. */
const FLAT_SHARE = 0.995;
/** Two channels this close look the same. */
const TOLERANCE = 6;
/** Rows read, spread over the height: a row costs little and a line of text crosses several. */
const ROWS = 96;

/**
 * Whether the sampled pixels are (nearly) one colour.
 * @param rgba 4 bytes a pixel
 */
export function isUniform(rgba: ArrayLike<number>): boolean {
  const pixels = Math.floor(rgba.length / 4);
  if (pixels === 0) return true;
  const [red, green, blue] = commonest(rgba, pixels);
  let alike = 0;
  for (let at = 0; at < pixels * 4; at += 4) {
    if (near(rgba[at], red) && near(rgba[at + 1], green) && near(rgba[at + 2], blue)) alike += 1;
  }
  return alike / pixels >= FLAT_SHARE;
}

function near(value: number | undefined, target: number): boolean {
  return Math.abs((value ?? 0) - target) <= TOLERANCE;
}

/** The commonest colour among the sampled pixels (exact values: a gradient has none that dominates). */
function commonest(rgba: ArrayLike<number>, pixels: number): [number, number, number] {
  const counts = new Map<number, number>();
  let best = 0;
  let bestCount = 0;
  for (let at = 0; at < pixels * 4; at += 4) {
    const colour = ((rgba[at] ?? 0) << 16) | ((rgba[at + 1] ?? 0) << 8) | (rgba[at + 2] ?? 0);
    const count = (counts.get(colour) ?? 0) + 1;
    counts.set(colour, count);
    if (count > bestCount) {
      best = colour;
      bestCount = count;
    }
  }
  return [(best >> 16) & 255, (best >> 8) & 255, best & 255];
}

/** Rows to sample of a picture `height` pixels high: the first, the last, and evenly between. */
export function sampledRows(height: number): number[] {
  const count = Math.min(ROWS, height);
  return Array.from({ length: count }, (_, index) =>
    count === 1 ? 0 : Math.round((index * (height - 1)) / (count - 1)),
  );
}

/** Samples a canvas row by row and says whether it is flat. */
export function canvasIsUniform(context: OffscreenCanvasRenderingContext2D): boolean {
  const { width, height } = context.canvas;
  const rows = sampledRows(height);
  const sample = new Uint8ClampedArray(rows.length * width * 4);
  rows.forEach((row, index) => {
    sample.set(context.getImageData(0, row, width, 1).data, index * width * 4);
  });
  return isUniform(sample);
}
