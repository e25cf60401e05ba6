/** The files of a mail draft: those of the pièces chosen, and the letters already made. Neutral names, sizes known before. */
import type { BlobRef, Entry, FileRef } from '@/lib/domain/entry';
import { safeExtension } from '@/lib/domain/export-plan';
import type { Piece } from '@/lib/domain/letter-types';
import { copyFor, redactions } from '@/lib/domain/redact';
import type { Journal } from '@/lib/journal/types';
import type { LetterId } from '@/lib/letters';
import type { Attachment } from '@/lib/letters/mime';
import type { LetterState } from './letter-write';

export interface Joined {
  readonly name: string;
  readonly ref: BlobRef;
}

/** What stands behind a pièce: for a capture its stamped copy, on which the address and the hour are written. */
function filesOf(entry: Entry | undefined): readonly (BlobRef & { readonly name?: string })[] {
  switch (entry?.kind) {
    case 'capture':
      return [entry.data.stamped ?? entry.data.original];
    case 'exchange':
    case 'exchange-outcome':
    case 'complement':
      return entry.data.files;
    case 'imported':
      return [entry.data.file];
    default:
      return [];
  }
}

/** « piece-01.png »; several files of one pièce are « piece-01-1.pdf », « piece-01-2.pdf ». */
export function pieceFiles(pieces: readonly Piece[], entries: readonly Entry[]): readonly Joined[] {
  const bySeq = new Map(entries.map((entry) => [entry.seq, entry]));
  const masked = redactions(entries.map((entry) => ({ entry })));
  return pieces.flatMap(({ number, seq }) => {
    // What the person masked leaves this device in no mail either.
    const copy = copyFor(seq, masked);
    const files: ReturnType<typeof filesOf> = copy ? [copy] : filesOf(bySeq.get(seq));
    return files.map((ref, index) => {
      const ending = safeExtension(ref.name ?? null, ref.type);
      const part = files.length > 1 ? `-${index + 1}` : '';
      return { name: `piece-${String(number).padStart(2, '0')}${part}.${ending}`, ref };
    });
  });
}

/** Letters on paper that a mail may carry, the last first. */
export const joinable = (states: readonly LetterState[]): readonly LetterState[] =>
  states.filter(({ removed, entry }) => !removed && entry.data.files.some(isPdf));

const isPdf = ({ type }: FileRef): boolean => type === 'application/pdf';

/** The mail to the préfecture carries the last letter to it (domain.md § 5.5); the others carry none unless asked. */
export function joinedAtFirst(id: LetterId, states: readonly LetterState[]): ReadonlySet<number> {
  const last = joinable(states).find(({ entry }) => entry.data.template === 'substitution-lrar');
  return new Set(id === 'prefecture-mail' && last ? [last.entry.seq] : []);
}

export function letterFiles(states: readonly LetterState[], chosen: ReadonlySet<number>): readonly Joined[] {
  const files = joinable(states)
    .filter(({ entry }) => chosen.has(entry.seq))
    .flatMap(({ entry }) => entry.data.files.filter(isPdf));
  return files.map((ref, index) => ({ name: files.length > 1 ? `courrier-${index + 1}.pdf` : 'courrier.pdf', ref }));
}

export const sizeOf = (files: readonly Joined[]): number => files.reduce((sum, { ref }) => sum + ref.bytes, 0);

/** @throws AppError blob-missing */
export function readFiles(journal: Journal, files: readonly Joined[]): Promise<Attachment[]> {
  return Promise.all(
    files.map(async ({ name, ref }) => ({ name, type: ref.type, bytes: (await journal.blob(ref.sha256)).bytes })),
  );
}
