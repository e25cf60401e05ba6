/** Canonical JSON (RFC 8785): one text for one value, so that a hash can be computed again by anyone. */
import canonicalize from 'canonicalize';
import { AppError } from './errors';

/**
 * The RFC 8785 text of a value.
 *
 * Members whose value is `undefined` are left out, as JSON does. All else that JSON would change without a
 * word (NaN, a function, a Date, a hole in an array, half a surrogate pair) is refused: what is hashed must
 * be what is read back.
 * @throws AppError entry-invalid
 */
export function canonicalJson(value: unknown): string {
  refuseLossy(value);
  let text: string | undefined;
  try {
    text = canonicalize(value);
  } catch (cause) {
    throw new AppError('entry-invalid', { detail: cause instanceof Error ? cause.message : String(cause), cause });
  }
  if (text === undefined) throw new AppError('entry-invalid', { detail: 'no JSON text' });
  return text;
}

/** Walks without recursion: a hostile file may nest deeper than the call stack. */
function refuseLossy(root: unknown): void {
  const waiting: unknown[] = [root];
  const seen = new Set<object>();
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (value === null || typeof value === 'string' || typeof value === 'boolean') continue;
    if (typeof value === 'number') {
      if (!Number.isFinite(value)) throw new AppError('entry-invalid', { detail: `${value} is not a JSON number` });
      continue;
    }
    if (typeof value !== 'object') throw new AppError('entry-invalid', { detail: `${typeof value} is not JSON` });
    if (seen.has(value)) continue; // shared: already walked; a true cycle is refused by canonicalize
    seen.add(value);
    waiting.push(...children(value));
  }
}

function children(value: object): unknown[] {
  // Array.from, not the array itself: a hole must be seen as `undefined` and refused.
  if (Array.isArray(value)) return Array.from(value);
  if (Object.prototype.toString.call(value) !== '[object Object]' || 'toJSON' in value) {
    throw new AppError('entry-invalid', { detail: `${Object.prototype.toString.call(value)} is not plain JSON` });
  }
  return Object.values(value).filter((member) => member !== undefined);
}

/**
 * Replaces half surrogate pairs, which have no UTF-8 and so no hash, by U+FFFD. A page's title may hold one, or a text
 * cut in the middle of an emoji: an attempt must not be lost for that.
 */
export function wellFormed(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/\p{Surrogate}/gu, '\u{FFFD}');
  if (Array.isArray(value)) return value.map(wellFormed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, wellFormed(member)]));
}
