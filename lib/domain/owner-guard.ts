/** « Whose page is it? »: when the next capture must ask first (design.md § 6: the worst mistake that a help desk can make). */

/** Why somebody must say whose page it is; null when nothing is in doubt. */
export type OwnerQuestion = 'no-dossier' | 'logged-out' | 'idle' | null;

/** Twenty minutes without any act: at a desk, somebody else may have sat down (design.md § 6). */
export const IDLE_MS = 20 * 60_000;

/** Instants are milliseconds since the Unix epoch; null: never, or not known any more. */
export interface OwnerFacts {
  readonly activeDossier: string | null;
  readonly dossiers: readonly string[];
  /** When a log-out was last seen on a recognised page. */
  readonly loggedOutSeenAt: number | null;
  /** The last act of somebody at this device, as far as we saw. */
  readonly lastActivityAt: number | null;
  /** When somebody last said whose page it was. */
  readonly confirmedAt: number | null;
  /** When the last entry of the active dossier was written, if known: writing is an act. */
  readonly lastEntryAt?: number | null;
  readonly now: number;
}

/**
 * The question to ask before the next capture.
 * With no dossier at all there is no one to be confused with: the first one is opened without a question.
 * When no act is known at all (the browser was started again) the answer is « idle »: asking once too often costs
 * a click, not asking may put one person's page in another's dossier.
 */
export function ownerQuestion(facts: OwnerFacts): OwnerQuestion {
  const { activeDossier, dossiers, loggedOutSeenAt, confirmedAt, now } = facts;
  if (dossiers.length === 0) return null;
  if (activeDossier === null || !dossiers.includes(activeDossier)) return 'no-dossier';
  if (loggedOutSeenAt !== null && (confirmedAt === null || confirmedAt < loggedOutSeenAt)) return 'logged-out';
  const acts = [facts.lastActivityAt, confirmedAt, facts.lastEntryAt ?? null].filter((at) => at !== null);
  // An act far in the future means that the clock was set back: nothing is known of the time since then.
  const recent = acts.some((at) => Math.abs(now - at) < IDLE_MS);
  return recent ? null : 'idle';
}
