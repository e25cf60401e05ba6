/** Letters that none of our fonts has are drawn by the browser's canvas, with whatever fonts the machine holds. */

/** A word drawn in black: `ink` is one byte a pixel, 0 black. Measures in thousandths of the em. */
export interface Picture {
  readonly width: number;
  /** Above and below the baseline. */
  readonly ascent: number;
  readonly descent: number;
  readonly pixels: { readonly width: number; readonly height: number; readonly ink: Uint8Array };
}

export type Pictures = ReadonlyMap<string, Picture>;

/** Null when the machine has no font for it either. */
export type Drawer = (text: string) => Picture | null;

/** Pixels per em: 4 × what 20 points need on a screen (pdf.md § Canvas fallback); 3 to 14 kB a name. */
const EM = 80;
const MARGIN = 8;
/** No font has these private code points: what they measure is the empty box that the browser draws instead. */
const BOXES = ['\ue0f7', '\u{10fffd}'];
const FONT = `${EM}px system-ui, "Noto Sans", sans-serif`;

/** A drawer on this page's canvas; one that draws nothing where there is no canvas (Node). */
export function canvasDrawer(): Drawer {
  if (typeof OffscreenCanvas === 'undefined') return () => null;
  return (text) => {
    const measuring = contextOf(1, 1);
    if (Array.from(text).some((one) => isBox(measuring, one))) return null;
    const size = measuring.measureText(text);
    const ascent = Math.ceil(size.actualBoundingBoxAscent) + MARGIN;
    const descent = Math.ceil(size.actualBoundingBoxDescent) + MARGIN;
    const left = Math.ceil(Math.max(0, size.actualBoundingBoxLeft)) + MARGIN;
    const right = Math.ceil(Math.max(size.width, size.actualBoundingBoxRight)) + MARGIN;
    const [width, height] = [left + right, ascent + descent];
    const context = contextOf(width, height);
    context.fillText(text, left, ascent);
    const ink = inkOf(context.getImageData(0, 0, width, height).data);
    if (!ink.some((one) => one < 200)) return null;
    const em = (pixels: number): number => (pixels * 1000) / EM;
    return { width: em(width), ascent: em(ascent), descent: em(descent), pixels: { width, height, ink } };
  };
}

function contextOf(width: number, height: number): OffscreenCanvasRenderingContext2D {
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no 2d canvas');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.fillStyle = '#000';
  context.font = FONT;
  return context;
}

/** A missing letter measures exactly as a private code point does: Chromium's box is one, Firefox's depends on the digits in it. */
function isBox(context: OffscreenCanvasRenderingContext2D, letter: string): boolean {
  if (/[\p{M}\u200b-\u200d]/u.test(letter)) return false;
  const here = context.measureText(letter);
  return BOXES.some((box) => {
    const empty = context.measureText(box);
    return (
      here.width > 0 &&
      here.width === empty.width &&
      here.actualBoundingBoxAscent === empty.actualBoundingBoxAscent &&
      here.actualBoundingBoxDescent === empty.actualBoundingBoxDescent &&
      here.actualBoundingBoxLeft === empty.actualBoundingBoxLeft &&
      here.actualBoundingBoxRight === empty.actualBoundingBoxRight
    );
  });
}

/** Grey of each pixel: a coloured emoji keeps its shades, the white ground stays white. */
function inkOf(rgba: Uint8ClampedArray): Uint8Array {
  const ink = new Uint8Array(rgba.length / 4);
  for (let i = 0; i < ink.length; i++) {
    const [red = 255, green = 255, blue = 255] = rgba.subarray(4 * i, 4 * i + 3);
    ink[i] = Math.round(0.299 * red + 0.587 * green + 0.114 * blue);
  }
  return ink;
}
