/** What a `stamped` entry holds: the answer of a time-stamping authority (RFC 3161) for one line of this journal, and so for all before it. */
import * as z from 'zod/mini';

const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const seq = z.int().check(z.gte(1));

/** The media type of RFC 3161 § 3.4: a whole TimeStampResp, never the bare token that it holds. */
export const TIME_STAMP_TYPE = 'application/timestamp-reply';

/** A token with its certificates has about 6,000 bytes; nobody's has more than this. */
export const MAX_TOKEN_BYTES = 256 * 1024;

/**
 * What is stamped is the line itself: the message imprint is SHA-256 with the 32 bytes of `hash`, which already is the
 * SHA-256 of the line's RFC 8785 text without its `hash`. It is not hashed again, so that the hash printed on a letter,
 * the last one of bag-info.txt and « Message data » of `openssl ts -reply -text` are the same 64 signs, and
 * `openssl ts -verify -digest HASH -in data/horodatages/NNNN.tsr` checks it without us.
 */
export const stampedSchema = z.strictObject({
  /** An earlier line of this journal. */
  target: seq,
  /** The hash of that line. */
  hash: sha256,
  /** The full TimeStampResp as DER, asked for with its certificates (certReq). */
  token: z.strictObject({
    sha256,
    bytes: z.int().check(z.gte(1), z.lte(MAX_TOKEN_BYTES)),
    type: z.literal(TIME_STAMP_TYPE),
  }),
  /** Where it was asked, and the name that we know that authority under: said by us, proved by nothing. */
  url: z.string().check(z.maxLength(500)),
  authority: z.string().check(z.maxLength(200)),
});
export type StampedData = z.infer<typeof stampedSchema>;
