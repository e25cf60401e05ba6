/** What was read of a page when it was recognised, made ready for the journal: cleaned, canonical, so that a newer table can read it again. */
import { canonicalJson, wellFormed } from '@/lib/domain/canonical';
import type { BlobRef } from '@/lib/domain/entry';
import type { PageFacts } from '@/lib/domain/page';
import { cleanUrl } from '@/lib/domain/url-hygiene';
import { hashBytes } from '@/lib/journal/hash';
import type { BlobDraft } from '@/lib/journal/types';

const TYPE = 'application/json';

/** The facts with cleaned URLs, as RFC 8785 JSON in UTF-8, and how an entry names them. Facts hold no field's value. */
export async function readingOf(facts: PageFacts): Promise<{ readonly ref: BlobRef; readonly blob: BlobDraft }> {
  const cleaned = { ...facts, url: cleanUrl(facts.url).url, firstUrl: cleanUrl(facts.firstUrl).url };
  const bytes = new TextEncoder().encode(canonicalJson(wellFormed(cleaned)));
  const sha256 = await hashBytes(bytes);
  return { ref: { sha256, bytes: bytes.byteLength, type: TYPE }, blob: { sha256, type: TYPE, bytes } };
}
