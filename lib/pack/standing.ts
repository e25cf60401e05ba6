/** What stands of a dossier for the pack: its readable entries, their files that are there, the redacted copies, the sent letters. */
import type { Entry, EntryOf } from '@/lib/domain/entry';
import type { PlanEntry, PlannedFile } from '@/lib/domain/export-plan';
import type { PackSource } from '@/lib/domain/pack-types';
import { redactions } from '@/lib/domain/redact';
import { isKind } from './words';

/** The files of the export's plan, as they were found on the device. */
export interface PackFiles {
  readonly present: readonly PlannedFile[];
  readonly absent: readonly PlannedFile[];
}

/** A letter that left, with the exchange that says when; the first sending counts. */
export interface SentLetter {
  readonly letter: EntryOf<'letter-generated'>;
  readonly sent: EntryOf<'letter-sent'>;
  readonly exchange: EntryOf<'exchange'> | null;
}

export interface Standing {
  readonly entries: readonly Entry[];
  readonly bySeq: ReadonlyMap<number, Entry>;
  /** Files that are there, by entry, in the order of the plan. */
  readonly files: ReadonlyMap<number, readonly PackSource[]>;
  /** Entries that the person removed. */
  readonly removed: ReadonlySet<number>;
  /** The copy with boxes that stands for an entry's picture, by entry. */
  readonly redacted: ReadonlyMap<number, EntryOf<'redacted'>>;
  /** In the order in which they were sent. */
  readonly letters: readonly SentLetter[];
}

export function packStanding(stored: readonly PlanEntry[], files: PackFiles): Standing {
  const entries = stored.flatMap(({ entry }) => (entry ? [entry] : []));
  const bySeq = new Map(entries.map((entry) => [entry.seq, entry]));
  const removed = new Set(entries.flatMap((entry) => (isKind(entry, 'removed') ? [entry.data.target] : [])));
  const found = new Map<number, PackSource[]>();
  for (const { seq, role, sha256, bytes, type, path } of files.present) {
    const list = found.get(seq) ?? [];
    list.push({ seq, role, sha256, bytes, type, path });
    found.set(seq, list);
  }
  return { entries, bySeq, files: found, removed, redacted: redactions(stored), letters: sentLetters(entries, bySeq) };
}

function sentLetters(entries: readonly Entry[], bySeq: ReadonlyMap<number, Entry>): readonly SentLetter[] {
  const known = new Map<number, SentLetter>();
  for (const sent of entries) {
    if (!isKind(sent, 'letter-sent') || known.has(sent.data.letter)) continue;
    const letter = bySeq.get(sent.data.letter);
    const exchange = bySeq.get(sent.data.exchange);
    if (isKind(letter, 'letter-generated')) {
      known.set(letter.seq, { letter, sent, exchange: isKind(exchange, 'exchange') ? exchange : null });
    }
  }
  return [...known.values()];
}

/**
 * What the paper shows of a picture, the single seam for redaction: the copy with boxes alone where there is one
 * (neither the original nor the text that was read follows it), else the stamped picture, else the original.
 * Empty when nothing of it is there.
 */
export function pictureOf(seq: number, standing: Standing): readonly PackSource[] {
  const own = standing.files.get(seq) ?? [];
  const redaction = standing.redacted.get(seq);
  if (redaction) {
    const copy = standing.files.get(redaction.seq)?.find(({ sha256 }) => sha256 === redaction.data.copy.sha256);
    return copy ? [copy] : [];
  }
  const drawn = own.find(({ role }) => role === 'stamped') ?? own.find(({ role }) => role === 'original');
  if (!drawn) return [];
  return [drawn, ...own.filter((file) => file !== drawn && (file.role === 'original' || file.role === 'reading'))];
}
