/** What a `redacted` entry holds: opaque boxes drawn on a copy of a picture, bound to its source by both hashes. */
import * as z from 'zod/mini';

/** Which file of the target was copied: a capture's stamped picture (its original where there is none), or a picture that the person added. */
export const REDACTED_ROLES = ['stamped', 'original', 'imported'] as const;
export type RedactedRole = (typeof REDACTED_ROLES)[number];

/** More boxes than this is a picture to leave out. */
export const MAX_BOXES = 200;

const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const seq = z.int().check(z.gte(1));
const side = z.int().check(z.gte(1), z.lte(1_000_000));
const from = z.int().check(z.gte(0), z.lte(1_000_000));

/** A box in whole pixels of the source, from its top left corner. */
export const boxSchema = z.strictObject({ x: from, y: from, width: side, height: side });
export type Box = z.infer<typeof boxSchema>;

const inside = ({ boxes, copy }: { boxes: Box[]; copy: { width: number; height: number } }): boolean =>
  boxes.every((box) => box.x + box.width <= copy.width && box.y + box.height <= copy.height);
const sameSize = ({ source, copy }: { source: Size; copy: Size }): boolean =>
  source.width === copy.width && source.height === copy.height;
type Size = { width: number; height: number };

export const redactedSchema = z
  .strictObject({
    /** The capture or the added picture; the last entry of a target counts, the earlier ones stay in the chain. */
    target: seq,
    /** Hash of the target's line. */
    hash: sha256,
    /** The file that was copied. It has neither `bytes` nor `type`: this entry names it and does not hold it. */
    source: z.strictObject({ role: z.enum(REDACTED_ROLES), sha256, width: side, height: side }),
    /** The copy: a PNG of three colours without alpha or metadata, of the source's size. */
    copy: z.strictObject({
      sha256,
      bytes: z.int().check(z.gte(1)),
      type: z.literal('image/png'),
      width: side,
      height: side,
    }),
    boxes: z.array(boxSchema).check(z.minLength(1), z.maxLength(MAX_BOXES)),
    /** What the person says of it. */
    why: z.optional(z.string().check(z.maxLength(2_000))),
    /** False, by choice and by default: the source and what tells its text stay on the device, the pack holds the copy. */
    originalInPack: z.boolean(),
  })
  .check(z.refine(inside), z.refine(sameSize));
export type RedactedData = z.infer<typeof redactedSchema>;
