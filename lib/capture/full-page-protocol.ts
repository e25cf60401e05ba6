/** What the background and the script in the page say to each other while a whole page is taken. */
import * as z from 'zod/mini';

export const FULL_PAGE_PORT = 'full-page';

/** CSS pixels. A page larger than this is not measured: it is refused later by the canvas' limits anyway. */
const length = z.number().check(z.gte(0), z.lte(1e7));
const position = z.number().check(z.gte(-1e7), z.lte(1e7));

/** Sizes of the page, in CSS pixels. */
export const measureSchema = z.strictObject({
  /** What scrolls: the document, or the biggest scroller inside it when the document does not scroll. */
  scroller: z.enum(['document', 'inner']),
  /** The window without its scrollbars. */
  viewport: z.strictObject({ width: length, height: length }),
  /** The visible part of what scrolls, in the window. */
  frame: z.strictObject({ x: position, y: position, width: length, height: length }),
  /** How far it scrolls. */
  range: z.strictObject({ x: length, y: length }),
  devicePixelRatio: z.number().check(z.gte(0.1), z.lte(16)),
  /** Pinch zoom; 1 when none. */
  pinch: z.number().check(z.gte(0.1), z.lte(64)),
});
export type Measure = z.infer<typeof measureSchema>;

/** Background → page. `id` pairs the answer with the question. */
export type FullPageRequest =
  | { readonly id: number; readonly do: 'prepare' }
  | {
      readonly id: number;
      readonly do: 'view';
      readonly x: number;
      readonly y: number;
      readonly first: boolean;
      readonly last: boolean;
    }
  | { readonly id: number; readonly do: 'finish' };

/** Page → background. Read with care: what runs in a page may be tampered with by the page's process. */
export const fullPageAnswerSchema = z.strictObject({
  id: z.int(),
  measure: z.optional(measureSchema),
  /** Where the scroller really is, after `view`. */
  at: z.optional(z.strictObject({ x: position, y: position })),
  error: z.optional(z.string().check(z.maxLength(500))),
});
export type FullPageAnswer = z.infer<typeof fullPageAnswerSchema>;
