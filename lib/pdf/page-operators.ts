/** The PDF operators that put a run of text or a part of a picture on a page. */
import type { EmbeddedFont, InvisibleFont } from './embedded-font';
import type { Picture } from './picture';
import type { Face } from './sfnt';
import type { Drawn, Mark } from './sheet';
import { glyphOperators } from './text-operators';
import type { Run } from './typeset';

/** A font that pages name before it is written. */
export interface HeldFont<T> {
  readonly name: string;
  readonly value: T;
  readonly root: PDFKit.PDFKitReference;
}

interface Named {
  readonly name: string;
  readonly object: object;
}

/** What a page draws with, made when it is first asked for. */
export interface PagePens {
  font(face: Face): HeldFont<EmbeddedFont>;
  invisible(): HeldFont<InvisibleFont>;
  picture(picture: Picture): Named;
  image(image: Drawn): Named;
}

/** Resources of a page. */
type Page = Pick<PDFKit.PDFPage, 'fonts' | 'xobjects'>;

export function runOperators(
  run: Run,
  size: number,
  x: number,
  y: number,
  pens: PagePens,
  page: Page,
): readonly string[] {
  if (run.kind === 'picture') return drawnWord(run, size, x, y, pens, page);
  const { name, value, root } = pens.font(run.face);
  page.fonts[name] = root;
  return [
    `BT ${run.pale ? '0.33' : '0'} g /${name} ${place(size)} Tf 1 0 0 -1 ${place(x)} ${place(y)} Tm`,
    `${glyphOperators(run, value, size)} ET`,
  ];
}

/** The drawn word, and its letters over it in invisible ink, so that it is found and read back. */
function drawnWord(
  { picture, text, rightToLeft }: Run & { readonly kind: 'picture' },
  size: number,
  x: number,
  y: number,
  pens: PagePens,
  page: Page,
): readonly string[] {
  const [width, height] = [picture.width, picture.ascent + picture.descent].map((one) => (one * size) / 1000);
  const { name, object } = pens.picture(picture);
  page.xobjects[name] = object;
  const bottom = y + (picture.descent * size) / 1000;
  const { name: font, value, root } = pens.invisible();
  page.fonts[font] = root;
  const letters = Array.from(text);
  // Readers take what they find from left to right and turn it themselves (pdf.md § Canvas fallback).
  if (rightToLeft) letters.reverse();
  const stretch = picture.width / (10 * letters.length);
  const codes = letters.map((one) => value.codeOf(one).toString(16).padStart(4, '0')).join('');
  return [
    `q ${place(width)} 0 0 ${place(-(height ?? 0))} ${place(x)} ${place(bottom)} cm /${name} Do Q`,
    `BT 3 Tr ${place(stretch)} Tz /${font} ${place(size)} Tf 1 0 0 -1 ${place(x)} ${place(y)} Tm <${codes}> Tj 0 Tr 100 Tz ET`,
  ];
}

/** Where a picture's own corners go, in a square of 1 × 1 with y downwards, for each EXIF orientation (TIFF 6, tag 274). */
const TURNS: Readonly<Record<number, readonly [number, number, number, number, number, number]>> = {
  1: [1, 0, 0, -1, 0, 1],
  2: [-1, 0, 0, -1, 1, 1],
  3: [-1, 0, 0, 1, 1, 0],
  4: [1, 0, 0, 1, 0, 0],
  5: [0, 1, -1, 0, 1, 0],
  6: [0, 1, 1, 0, 0, 0],
  7: [0, -1, 1, 0, 0, 1],
  8: [0, -1, -1, 0, 1, 1],
};

/** One object however many pages show a part of it: the rest is clipped. */
export function imageOperators(mark: Mark & { readonly kind: 'image' }, pens: PagePens, page: Page): readonly string[] {
  const { name, object } = pens.image(mark.image);
  page.xobjects[name] = object;
  const { x, y, width, height } = mark.whole;
  const [a, b, c, d, e, f] = TURNS[mark.image.raster.orientation] ?? [1, 0, 0, -1, 0, 1];
  const matrix = [a * width, b * height, c * width, d * height, x + e * width, y + f * height];
  return [
    `q ${[mark.x, mark.y, mark.width, mark.height].map(place).join(' ')} re W n ${matrix.map(place).join(' ')} cm /${name} Do Q`,
  ];
}

/** A number as content streams want it: plain, at most 3 decimals. */
export const place = (value: number | undefined): string => String(Math.round((value ?? 0) * 1000) / 1000);
