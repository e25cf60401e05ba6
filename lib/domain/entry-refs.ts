/** What entries of every kind hold: an instant, a stored file, what the network said. */
import * as z from 'zod/mini';

const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));

export const momentSchema = z.strictObject({
  utc: z.string().check(
    z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    // The pattern alone lets 30 February and the 99th month through.
    z.refine((utc) => Number.isFinite(Date.parse(utc)) && new Date(utc).toISOString() === utc),
  ),
  offsetMinutes: z.int().check(z.gte(-1080), z.lte(1080)),
  zone: z.string().check(z.maxLength(64)),
});

/** A stored file: its bytes live in the blob store under `sha256`. */
export const blobRefSchema = z.strictObject({
  sha256,
  bytes: z.int().check(z.gte(0)),
  type: z.string().check(z.maxLength(128)),
});
export const pictureRefSchema = z.extend(blobRefSchema, { width: z.int(), height: z.int() });
export const fileRefSchema = z.extend(blobRefSchema, { name: z.string().check(z.maxLength(255)) });
export type BlobRef = z.infer<typeof blobRefSchema>;
export type PictureRef = z.infer<typeof pictureRefSchema>;
export type FileRef = z.infer<typeof fileRefSchema>;

/** What the network said of a document (design.md § 4): never cookies, bodies or query strings. */
export const receiptSchema = z.strictObject({
  /** HTTP status; 0 when the connection failed. */
  status: z.int(),
  /** The browser's own error name, e.g. net::ERR_CONNECTION_REFUSED, NS_ERROR_UNKNOWN_HOST. */
  error: z.optional(z.string().check(z.maxLength(200))),
  fromCache: z.boolean(),
  /** Server `Date` minus the device's clock, in whole seconds; absent when cached or not sent. */
  serverClockSeconds: z.optional(z.int()),
  at: momentSchema,
  /** Calls of the page itself to its own server that failed (path only), the last ones. */
  calls: z.optional(
    z.array(z.strictObject({ path: z.string().check(z.maxLength(300)), status: z.int() })).check(z.maxLength(20)),
  ),
});
export type Receipt = z.infer<typeof receiptSchema>;
