/** What a capture may still be asked for: to count as proof of a contact, or to say in words what its page shows. Pure. */
import type { ProofOffer, ShowsOffer } from '@/components/popup/Offers';
import type { EntryOf } from '@/lib/domain/entry';
import type { StoredEntry } from '@/lib/journal/types';
import { rowOf } from '@/lib/pages';

function channelOf(capture: EntryOf<'capture'>): ProofOffer['channel'] | null {
  const { page } = capture.data;
  return (page && rowOf(page.site, page.page)?.proofOf) || null;
}

export function captureAt(entries: readonly StoredEntry[], seq: number | null): EntryOf<'capture'> | null {
  const entry = seq === null ? null : entries.find((one) => one.seq === seq)?.entry;
  return entry?.kind === 'capture' ? entry : null;
}

/** Offered for a page that proves an exchange with the administration. */
export function proofOffer(entries: readonly StoredEntry[], seq: number | null): ProofOffer | null {
  const capture = captureAt(entries, seq);
  const channel = capture && channelOf(capture);
  if (!capture || !channel) return null;
  const counted = entries.find(({ entry }) => entry?.kind === 'exchange' && entry.data.captures.includes(capture.seq));
  return { seq: capture.seq, channel, counted: counted?.seq ?? null };
}

/**
 * Offered for a page that our tables cannot call a blockage (domain.md § 2.5 A4: a missing choice shows no message):
 * only the person can say what it shows, and the checklist counts the capture once they did.
 */
export function showsOffer(entries: readonly StoredEntry[], seq: number | null): ShowsOffer | null {
  const capture = captureAt(entries, seq);
  if (!capture || channelOf(capture)) return null;
  const outcome = capture.data.page?.outcome ?? null;
  if (outcome === 'blocked' || outcome === 'down') return null;
  const note = entries.find(({ entry }) => entry?.kind === 'note' && entry.data.about === capture.seq);
  return { seq: capture.seq, said: note?.seq ?? null };
}
