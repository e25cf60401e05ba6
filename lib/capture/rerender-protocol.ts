/** What the background and the script in the page say to each other while a page is drawn again. */
import * as z from 'zod/mini';

export const RERENDER_PORT = 'rerender';

/** Characters of base64 in one message: far below Chromium's 64 MiB limit, so that no message is large in memory. */
export const PART_LENGTH = 1_000_000;

export type RerenderRequest =
  | { readonly id: number; readonly do: 'render' }
  | { readonly id: number; readonly do: 'part'; readonly index: number };

export const rerenderAnswerSchema = z.strictObject({
  id: z.int(),
  /** After `render`: how many parts the picture comes in, and the ratio it was drawn at. */
  parts: z.optional(z.int().check(z.gte(1), z.lte(400))),
  devicePixelRatio: z.optional(z.number().check(z.gte(0.1), z.lte(16))),
  /** After `part`: base64. */
  part: z.optional(z.string().check(z.maxLength(PART_LENGTH))),
  error: z.optional(z.string().check(z.maxLength(500))),
});
export type RerenderAnswer = z.infer<typeof rerenderAnswerSchema>;
