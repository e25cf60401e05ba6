/** What a capture may still be asked for: to count as proof of a contact, or to say in words what its page shows. Pure. */
import type { ProofOffer, ShowsOffer } from '@/components/popup/Offers';
import type { EntryOf } from '@/lib/domain/entry';
import { localFields, type Moment } from '@/lib/domain/moment';
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
  return { seq: capture.seq, channel, counted: countedFor(entries, capture.seq) };
}

/** The exchange that names the capture, at first or in what came after. */
function countedFor(entries: readonly StoredEntry[], seq: number): number | null {
  for (const { entry } of entries) {
    if (entry?.kind === 'exchange' && entry.data.captures.includes(seq)) return entry.seq;
    if (entry?.kind === 'exchange-outcome' && entry.data.captures.includes(seq)) return entry.data.exchange;
  }
  return null;
}

const dayOf = (moment: Moment): string => localFields(moment).date;

/**
 * The sending that the person already noted (« Je l'ai envoyé ») and that the page captured the same day now shows:
 * the last one of this channel that nothing stands behind and nothing followed. Null: the capture tells a new one.
 */
export function awaitingProof(entries: readonly StoredEntry[], capture: EntryOf<'capture'>): number | null {
  const channel = channelOf(capture);
  const followed = new Set(
    entries.flatMap(({ entry }) => {
      if (entry?.kind === 'exchange-outcome') return [entry.data.exchange];
      return entry?.kind === 'imported' && entry.data.about !== undefined ? [entry.data.about] : [];
    }),
  );
  const waiting = entries.flatMap(({ entry }) =>
    entry?.kind === 'exchange' &&
    entry.data.channel === channel &&
    entry.data.direction !== 'received' &&
    entry.data.outcome === 'NONE' &&
    entry.data.files.length + entry.data.captures.length === 0 &&
    !followed.has(entry.seq) &&
    dayOf(entry.data.on) === dayOf(capture.data.takenAt)
      ? [entry.seq]
      : [],
  );
  return waiting.at(-1) ?? null;
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
