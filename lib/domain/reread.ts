/** Reads a kept reading again with today's tables: what the page would be called now. Derived, never written over the entry. */
import type { BlobRef, Entry } from './entry';
import type { PageFacts, Recognition, SiteTable } from './page';
import { recognise } from './recognise';

/** What an entry kept of the visible text of its page; null when it kept none. */
export function readingRef(entry: Entry): BlobRef | null {
  return entry.kind === 'attempt' || entry.kind === 'capture' ? (entry.data.reading ?? null) : null;
}

/** The answer of the tables of today, beside the one that was written. */
export interface Reread {
  readonly page: Pick<Recognition, 'site' | 'page' | 'outcome'> | null;
  /** The page has another name, another outcome, or a name at last. */
  readonly changed: boolean;
}

/**
 * Recognises again what an entry kept.
 * @param bytes the reading as it was stored: PageFacts in JSON. Anything else is read as a page that shows nothing.
 * @returns null when the bytes are no JSON at all
 */
export function reread(entry: Entry, bytes: Uint8Array, sites: readonly SiteTable[]): Reread | null {
  if (entry.kind !== 'attempt' && entry.kind !== 'capture') return null;
  const facts = parsed(bytes);
  if (facts === null) return null;
  const found = recognise(facts, sites);
  const page = found ? { site: found.site, page: found.page, outcome: found.outcome } : null;
  const before = entry.data.page;
  const same = page?.site === before?.site && page?.page === before?.page && page?.outcome === before?.outcome;
  return { page, changed: !same };
}

function parsed(bytes: Uint8Array): PageFacts | null {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    // The recogniser is total: whatever is not what PageFacts says counts as absent.
    return typeof value === 'object' && value !== null ? (value as PageFacts) : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
