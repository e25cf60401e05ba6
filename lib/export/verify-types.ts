/** What the verifier's checks share: its lines, its verdict, and the bag as it was read. */
import type { verifying } from '@/lib/locales/fr/verify';
import type { ZipItem, ZipLimits } from './zip-reader';

type Suffix<K> = K extends `verify.${infer Code}` ? Code : never;
/** Each code has its sentence under `verify.<code>`. */
export type VerifyCode = Suffix<keyof typeof verifying>;

export interface VerifyLine {
  readonly level: 'ok' | 'warning' | 'problem';
  readonly code: VerifyCode;
  readonly values: Readonly<Record<string, string | number>>;
}

export type Verdict = 'intact' | 'altered' | 'not-ours';

/** What a third party dated: the line, and with it all the lines before. */
export interface DatedBy {
  readonly number: string;
  /** By that party's clock: `2026-11-22 07:50:12 UTC`. */
  readonly at: string;
  /** Names as the certificates say them: nobody here knows whether that authority is recognised. */
  readonly signer: string;
  readonly issuer: string;
}

export interface Verification {
  readonly verdict: Verdict;
  /** Time-stamps that hold; empty unless `intact`. */
  readonly dated: readonly DatedBy[];
  readonly lines: readonly VerifyLine[];
}

export interface VerifyOptions {
  readonly limits?: ZipLimits;
  /** Files read, out of how many. */
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** What the checks share. */
export interface Bag {
  /** Path inside the bag → item. */
  readonly items: ReadonlyMap<string, ZipItem>;
  /** Path → SHA-256 of the bytes, for each file that could be read. */
  readonly hashes: Map<string, string>;
  /** Texts kept while hashing. */
  readonly texts: Map<string, Uint8Array<ArrayBuffer>>;
  /** What was dated by a third party, as far as it was found. */
  readonly dated: DatedBy[];
  /** Size in pixels that each PNG says of itself. */
  readonly pictures: Map<string, PictureSize>;
  readonly say: (level: VerifyLine['level'], code: VerifyCode, values?: VerifyLine['values']) => void;
  /** True once a problem was said. */
  readonly problems: () => boolean;
}

/**
 * The bytes of a file that was hashed, read again; null when it is absent, was damaged, or is longer than it may be.
 * @throws SourceError
 */
export async function bytesOf(path: string, limit: number, bag: Bag): Promise<Uint8Array<ArrayBuffer> | null> {
  const item = bag.items.get(path);
  if (!item || item.bytes > limit || !bag.hashes.has(path)) return null;
  return item.read();
}

// The byte order mark is kept: in a manifest or in the journal it is a change.
const lenient = new TextDecoder('utf-8', { ignoreBOM: true });
const strict = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true });

/** Text of a file of the bag; empty when it is absent or damaged (both are said elsewhere). */
export function textOf(path: string, bag: Bag): string {
  const bytes = bag.texts.get(path);
  return bytes ? lenient.decode(bytes) : '';
}

/** Text of a file of the bag, null when it is not UTF-8. */
export function strictTextOf(path: string, bag: Bag): string | null {
  try {
    return strict.decode(bag.texts.get(path));
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
