/** Draws the stamped copy: the original's pixels, untouched, and the band below them. */
import { AppError } from '@/lib/domain/errors';
import type { BackgroundTranslate } from '@/lib/locales/background';
import { CANVAS_LIMITS, type CanvasLimits, decode, encodeOpaque, fits, openCanvas, release } from './canvas';
import type { Bytes } from './ports';
import { loadStampFont, STAMP_FAMILY, type StampFont } from './stamp-font';
import {
  type Ink,
  layoutStamp,
  type MeasureText,
  type StampFacts,
  type StampLayout,
  type Weight,
} from './stamp-layout';

/** Ink on warm paper: 15:1, labels 7:1, alert 8:1 against the paper. */
const PAPER = '#fdfaf2';
const INKS: Readonly<Record<Ink, string>> = { strong: '#1b1d1f', label: '#4d5056', alert: '#8a1c10' };
/** In ems. */
const LETTER_SPACING = 0.03;
const WEIGHTS: Readonly<Record<Weight, number>> = { regular: 400, bold: 700 };

export interface StampInput {
  /** The untouched picture. */
  readonly original: Bytes;
  readonly devicePixelRatio: number;
  readonly facts: StampFacts;
  readonly font: StampFont;
  readonly t: BackgroundTranslate;
  /** Default: what a canvas holds. */
  readonly limits?: CanvasLimits;
}

/**
 * Makes the stamped copy.
 * @throws AppError stamp-failed (with the reason in `detail`): the caller keeps the original, « non estampillée »
 */
export async function drawStamp(input: StampInput): Promise<{ bytes: Bytes; width: number; height: number }> {
  try {
    return await draw(input);
  } catch (error) {
    if (error instanceof AppError && error.code === 'stamp-failed') throw error;
    throw new AppError('stamp-failed', {
      detail: error instanceof Error ? error.message : String(error),
      cause: error,
    });
  }
}

async function draw({
  original,
  devicePixelRatio,
  facts,
  font,
  t,
  limits = CANVAS_LIMITS,
}: StampInput): Promise<{ bytes: Bytes; width: number; height: number }> {
  await loadStampFont(font);
  const bitmap = await decode(original);
  try {
    const { width } = bitmap;
    const layout = layoutStamp(facts, { width, devicePixelRatio }, measurer(), t);
    const height = bitmap.height + layout.height;
    if (!fits(width, height, limits))
      throw new AppError('stamp-failed', {
        detail: `${width}×${height} pixels with the band: more than a canvas holds`,
      });
    const context = openCanvas(width, height);
    try {
      context.drawImage(bitmap, 0, 0);
      drawBand(context, layout, bitmap.height);
      return { bytes: await encodeOpaque(context), width, height };
    } finally {
      release(context);
    }
  } finally {
    bitmap.close();
  }
}

/** Sets the font. A hair of spacing turns the font's ligatures off (« :// » must be three signs) and helps character recognition. */
function setFont(context: OffscreenCanvasRenderingContext2D, weight: Weight, size: number): void {
  context.font = `${WEIGHTS[weight]} ${size}px "${STAMP_FAMILY}", monospace`;
  context.letterSpacing = `${size * LETTER_SPACING}px`;
}

/** Measures with the real font, on a canvas of one pixel. */
function measurer(): MeasureText {
  const context = openCanvas(1, 1);
  return (text, weight, size) => {
    setFont(context, weight, size);
    return context.measureText(text).width;
  };
}

function drawBand(context: OffscreenCanvasRenderingContext2D, layout: StampLayout, top: number): void {
  context.fillStyle = PAPER;
  context.fillRect(0, top, layout.width, layout.height);
  context.fillStyle = INKS.strong;
  context.fillRect(0, top, layout.width, layout.rule);
  context.textBaseline = 'alphabetic';
  context.direction = 'ltr';
  for (const line of layout.lines) {
    setFont(context, line.weight, line.size);
    context.fillStyle = INKS[line.ink];
    context.fillText(line.text, line.x, top + line.y);
  }
}
