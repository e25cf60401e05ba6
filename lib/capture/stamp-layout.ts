/** The band under a stamped picture: what it says and where each line goes. Pure: the caller measures the text. */
import type { CaptureMethod } from '@/lib/domain/entry';
import { localFields, type Moment, momentAt, PARIS } from '@/lib/domain/moment';
import type { BackgroundTranslate } from '@/lib/locales/background';
import { type Fits, visibleText, wrapAnywhere, wrapWords } from './wrap';

/** What is known of the capture, as it will be in the journal. */
export interface StampFacts {
  /** « P-0007 ». */
  readonly number: string;
  /** After hygiene; `masked` says that parameters were hidden. */
  readonly url: string;
  readonly masked: boolean;
  readonly takenAt: Moment;
  /** Server minus device, whole seconds; absent when unknown. */
  readonly serverClockSeconds?: number | undefined;
  /** Of the original picture, lowercase hexadecimal. */
  readonly sha256: string;
  readonly method: CaptureMethod;
  readonly views: number;
}

export type Weight = 'regular' | 'bold';
export type Ink = 'strong' | 'label' | 'alert';

/** Width of a text in pixels, at a font size in pixels. */
export type MeasureText = (text: string, weight: Weight, size: number) => number;

export interface StampLine {
  readonly text: string;
  readonly x: number;
  /** Baseline, from the top of the band. */
  readonly y: number;
  readonly size: number;
  readonly weight: Weight;
  readonly ink: Ink;
}

export interface StampLayout {
  readonly width: number;
  /** Height of the band, in pixels. */
  readonly height: number;
  /** Thickness of the rule that parts the band from the picture. */
  readonly rule: number;
  readonly lines: readonly StampLine[];
}

/**
 * Share of the width: on A4, 190 mm wide, it prints at 0.0132 × 190 mm = 2.5 mm, that is 7 points, whatever the picture's width.
 */
const PRINT_SHARE = 0.014;
/** Smallest size on the screen, in CSS pixels. */
const MIN_CSS_SIZE = 15;
/** A label column is kept only if this many characters are left for the values. */
const MIN_VALUE_CHARACTERS = 48;

type Wrap = (text: string, fits: Fits) => string[];
interface Part {
  readonly text: string;
  readonly wrap: Wrap;
  readonly weight?: Weight;
  readonly ink?: Ink;
}
interface Row {
  readonly label: string;
  readonly parts: readonly Part[];
}

/** Size of the band's text, in pixels of the picture. */
export function stampFontSize(width: number, devicePixelRatio: number): number {
  return Math.max(Math.round(MIN_CSS_SIZE * devicePixelRatio), Math.round(width * PRINT_SHARE));
}

/**
 * Lays the band out.
 * @param picture width in pixels, device pixels per CSS pixel
 */
export function layoutStamp(
  facts: StampFacts,
  picture: { width: number; devicePixelRatio: number },
  measure: MeasureText,
  t: BackgroundTranslate,
): StampLayout {
  const size = stampFontSize(picture.width, picture.devicePixelRatio);
  const pen = new Pen(picture.width, size, measure);
  pen.title(t('stamp.title', { number: facts.number }));
  const rows = stampRows(facts, t);
  pen.columns(rows.map((row) => row.label));
  for (const row of rows) pen.row(row);
  pen.footer(t('stamp.footer'));
  return pen.layout();
}

/** What the band says, row by row. */
export function stampRows(facts: StampFacts, t: BackgroundTranslate): Row[] {
  const words = (text: string): Part => ({ text, wrap: wrapWords });
  // Neither this nor the date is bold: measured, tesseract reads the route after « # » in 18 of 18 pictures, against 11 in bold (tests/bench/capture-ocr.ts).
  const url: Part = { text: visibleText(facts.url), wrap: wrapAnywhere };
  const method =
    facts.method === 'stitched'
      ? t('stamp.method.stitched', { views: facts.views })
      : t(`stamp.method.${facts.method}`);
  const methodPart: Part =
    facts.method === 'rerendered' ? { text: method, wrap: wrapWords, weight: 'bold', ink: 'alert' } : words(method);
  return [
    { label: t('stamp.url'), parts: facts.masked ? [url, words(`(${t('stamp.masked')})`)] : [url] },
    { label: t('stamp.date'), parts: dateParts(facts.takenAt, t) },
    { label: t('stamp.clock'), parts: [words(t('stamp.clock.device')), ...clockParts(facts.serverClockSeconds, t)] },
    { label: t('stamp.picture'), parts: [methodPart] },
    { label: t('stamp.sha256'), parts: [words(groups(facts.sha256)), words(t('stamp.sha256.of'))] },
  ];
}

/** By eights, which the eye can compare. */
function groups(hash: string): string {
  return hash.match(/.{1,8}/g)?.join(' ') ?? '';
}

/** Date and hour always of the same zone, with its offset; the place's own hour too when it is not Paris; then UTC. */
function dateParts(takenAt: Moment, t: BackgroundTranslate): Part[] {
  const paris = localFields(momentAt(Date.parse(takenAt.utc), PARIS));
  const parts: Part[] = [{ text: t('stamp.paris', { ...paris, date: frenchDate(paris.date) }), wrap: wrapWords }];
  if (takenAt.zone !== PARIS) {
    const local = localFields(takenAt);
    parts.push({
      text: t('stamp.local', { ...local, date: frenchDate(local.date), zone: takenAt.zone }),
      wrap: wrapWords,
    });
  }
  return [...parts, { text: t('stamp.utc', { utc: takenAt.utc }), wrap: wrapWords }];
}

/** 2026-10-25 → 25/10/2026. */
function frenchDate(iso: string): string {
  return iso.split('-').reverse().join('/');
}

function clockParts(seconds: number | undefined, t: BackgroundTranslate): Part[] {
  if (seconds === undefined) return [];
  const key = seconds === 0 ? 'stamp.clock.same' : seconds > 0 ? 'stamp.clock.ahead' : 'stamp.clock.behind';
  return [{ text: t(key, { seconds: String(Math.abs(seconds)) }), wrap: wrapWords }];
}

/** Writes lines from the top of the band to its bottom. */
class Pen {
  readonly #width: number;
  readonly #size: number;
  readonly #measure: MeasureText;
  readonly #margin: number;
  readonly #leading: number;
  readonly #lines: StampLine[] = [];
  #valueX = 0;
  #beside = false;
  #y: number;

  constructor(width: number, size: number, measure: MeasureText) {
    this.#width = width;
    this.#size = size;
    this.#measure = measure;
    this.#margin = Math.round(Math.min(size * 1.5, width * 0.05));
    this.#leading = Math.round(size * 1.45);
    this.#y = this.rule + Math.round(size * 0.9);
  }

  get rule(): number {
    return Math.max(2, Math.round(this.#size * 0.2));
  }

  title(text: string): void {
    const size = Math.round(this.#size * 1.2);
    for (const line of wrapWords(text, (part) => this.#measure(part, 'bold', size) <= this.#width - 2 * this.#margin)) {
      this.#put(line, this.#margin, 'bold', 'strong', size, Math.round(size * 1.45));
    }
    this.#gap(0.35);
  }

  /** Labels beside the values where there is room, above them otherwise. */
  columns(labels: readonly string[]): void {
    const widest = Math.max(...labels.map((label) => this.#measure(label, 'regular', this.#size)));
    const beside = this.#margin + Math.ceil(widest + this.#size * 1.5);
    const room = this.#width - this.#margin - beside;
    this.#beside = room >= this.#measure('0'.repeat(MIN_VALUE_CHARACTERS), 'bold', this.#size);
    this.#valueX = this.#beside ? beside : this.#margin;
  }

  row(row: Row): void {
    const top = this.#y;
    this.#put(row.label, this.#margin, 'regular', 'label');
    if (this.#beside) this.#y = top;
    const room = this.#width - this.#margin - this.#valueX;
    for (const part of row.parts) {
      const weight = part.weight ?? 'regular';
      for (const line of part.wrap(part.text, (text) => this.#measure(text, weight, this.#size) <= room)) {
        this.#put(line, this.#valueX, weight, part.ink ?? 'strong');
      }
    }
    this.#gap(this.#beside ? 0.2 : 0.35);
  }

  footer(text: string): void {
    this.#gap(0.3);
    const room = this.#width - 2 * this.#margin;
    for (const line of wrapWords(text, (part) => this.#measure(part, 'regular', this.#size) <= room))
      this.#put(line, this.#margin, 'regular', 'label');
  }

  layout(): StampLayout {
    return { width: this.#width, height: this.#y + Math.round(this.#size * 0.8), rule: this.rule, lines: this.#lines };
  }

  #put(text: string, x: number, weight: Weight, ink: Ink, size = this.#size, leading = this.#leading): void {
    // The baseline sits so that the letters are in the middle of their line.
    this.#lines.push({ text, x, y: this.#y + Math.round((leading + size * 0.7) / 2), size, weight, ink });
    this.#y += leading;
  }

  #gap(sizes: number): void {
    this.#y += Math.round(this.#size * sizes);
  }
}
