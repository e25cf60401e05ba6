/** T4: each complement request, its documents, and the day by which it asks for an answer (domain.md § 3.5 T4, § 3.8.5). */
import { dayOf } from './days';
import type { Entry, EntryData, EntryOf } from './entry';

/** Days that the ANEF's own message gives (S003:1249-1252). Not in the CESEDA: R. 431-11 says « délai raisonnable ». */
export const COMPLEMENT_DAYS = 30;
/** Days before that day on which we remind (domain.md § 3.5 [P]). */
export const COMPLEMENT_REMINDERS = [15, 7, 3, 1] as const;

export interface ComplementFact {
  readonly request: string;
  /** Entry that counts now. */
  readonly seq: number;
  /** When that entry was written, UTC. */
  readonly at: string;
  readonly notifiedOn: string | null;
  readonly readOn: string | null;
  /** 30 calendar days after the earlier of the two days; null while neither is known. `YYYY-MM-DD`. */
  readonly deadline: string | null;
  readonly items: EntryData['complement']['items'];
  /** Documents for which the person has not said what they do. */
  readonly open: number;
  /** What shows the request: its entry when files came with it, and the captures that stand. */
  readonly proof: readonly number[];
  readonly sent: { readonly on: string; readonly proof: readonly number[] } | null;
}

/** The day of a complement request. The earlier of the two days that the sources name; a missing one is left out. */
export function complementDeadline(notifiedOn: string | null, readOn: string | null): string | null {
  const known = [notifiedOn, readOn].filter((day) => day !== null);
  const start = known.toSorted()[0];
  if (start === undefined) return null;
  return new Date(Date.parse(`${start}T00:00:00Z`) + COMPLEMENT_DAYS * 86_400_000).toISOString().slice(0, 10);
}

/** The requests of a dossier, by the day on which they are due, those without a day last. */
export function readComplements(entries: readonly Entry[]): readonly ComplementFact[] {
  const removed = new Set(entries.flatMap((entry) => (entry.kind === 'removed' ? [entry.data.target] : [])));
  const captures = new Set(
    entries.flatMap((entry) =>
      (entry.kind === 'capture' || entry.kind === 'imported') && !removed.has(entry.seq) ? [entry.seq] : [],
    ),
  );
  const told = entries
    .filter((entry): entry is Entry & EntryOf<'complement'> => entry.kind === 'complement')
    .toSorted((one, other) => one.seq - other.seq);
  const last = new Map(told.map((entry) => [entry.data.request, entry]));
  const proofOf = (seq: number, of: { files: readonly unknown[]; captures: readonly number[] }): readonly number[] => [
    ...(of.files.length > 0 && !removed.has(seq) ? [seq] : []),
    ...of.captures.filter((one) => captures.has(one)),
  ];
  return [...last.values()]
    .map(({ seq, at, data }): ComplementFact => {
      const notifiedOn = data.notifiedOn ?? null;
      const readOn = data.readOn ?? null;
      return {
        request: data.request,
        seq,
        at: at.utc,
        notifiedOn,
        readOn,
        deadline: complementDeadline(notifiedOn, readOn),
        items: data.items,
        open: data.items.filter((item) => item.answer === undefined).length,
        proof: proofOf(seq, data),
        sent: data.sent ? { on: data.sent.on.utc, proof: proofOf(seq, data.sent) } : null,
      };
    })
    .toSorted((one, other) => rank(one) - rank(other) || one.seq - other.seq);
}

function rank({ deadline }: ComplementFact): number {
  return deadline === null ? Number.POSITIVE_INFINITY : Date.parse(deadline);
}

/**
 * Where a request stands on a day. « proven » only with a proof of sending: an answer that was merely said, even the
 * day before, is `said`. Never « in time »: that is the administration's to say.
 */
export function complementState(fact: ComplementFact, now: number, zone: string): 'open' | 'said' | 'proven' | 'over' {
  if (fact.sent) return fact.sent.proof.length > 0 ? 'proven' : 'said';
  return fact.deadline !== null && dayOf(now, zone) > fact.deadline ? 'over' : 'open';
}
