/** Files joined in a form: each enters the journal as an added file (copy without metadata, original kept), and the form's entry names it. */
import { sha256Hex } from '@/lib/domain/chain';
import type { EntryData } from '@/lib/domain/entry';
import { AppError } from '@/lib/domain/errors';
import type { ImportShows } from '@/lib/domain/imported';
import { MAX_IMPORT_BYTES } from '@/lib/imports/limits';
import type { ImportInput, ReadFile, ReadResult } from '@/lib/imports/types';
import type { Journal } from '@/lib/journal/types';
import { writeFileEntry } from './write-import';

type When = NonNullable<EntryData['imported']['declared']>;

/** What the form says of the files that stand in it. */
export interface JoinedAs {
  readonly shows: ImportShows;
  /** The day that the person gave in the form; null when the form asks for none. */
  readonly declared: When | null;
}

export interface Reading {
  readonly done: number;
  readonly total: number;
}

/** How the reading of the files is followed and stopped. */
export interface Watch {
  readonly signal?: AbortSignal;
  readonly onReading?: (reading: Reading) => void;
  /** In a thread of its own, unless told otherwise. */
  readonly read?: (input: ImportInput, signal?: AbortSignal) => Promise<ReadResult>;
}

export interface Joined {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly read: ReadFile;
}

async function readApart(input: ImportInput, signal?: AbortSignal): Promise<ReadResult> {
  const { readInWorker } = await import('@/lib/imports/client');
  return readInWorker(input, signal);
}

/**
 * Reads the files of a form; nothing is written yet, so that one bad file leaves no half of an entry behind.
 * @throws AppError file-too-large, import-cancelled, or why a file is refused; `detail` is the file's name
 */
export async function readJoined(files: readonly File[], watch: Watch = {}): Promise<Joined[]> {
  const { signal, onReading, read = readApart } = watch;
  const joined: Joined[] = [];
  for (const [done, file] of files.entries()) {
    onReading?.({ done, total: files.length });
    if (file.size > MAX_IMPORT_BYTES) throw new AppError('file-too-large', { detail: file.name });
    const bytes = new Uint8Array(await file.arrayBuffer());
    const result = await read({ name: file.name, bytes, lastModified: file.lastModified }, signal);
    if (signal?.aborted) throw new AppError('import-cancelled', { detail: file.name });
    if (!result.ok) throw new AppError(result.error, { detail: file.name });
    joined.push({ name: file.name, bytes, read: result.read });
  }
  return joined;
}

/**
 * Writes the files, one entry each. A file whose bytes already stand in the dossier is not written twice: a second try
 * after a failure, or the same proof for two exchanges.
 * @returns the numbers of their entries, for the form's entry to name
 */
export async function writeJoined(
  journal: Journal,
  dossier: string,
  files: readonly Joined[],
  said: JoinedAs,
): Promise<number[]> {
  if (files.length === 0) return [];
  const held = await heldFiles(journal, dossier);
  const numbers: number[] = [];
  for (const { name, bytes, read } of files) {
    const sha256 = await sha256Hex(bytes);
    const known = held.get(sha256);
    const seq = known ?? (await writeFileEntry(journal, dossier, { name, bytes, read, words: '', ...said }));
    held.set(sha256, seq);
    if (!numbers.includes(seq)) numbers.push(seq);
  }
  return numbers;
}

/** Added files that still stand, by the hash of the bytes that were given. */
async function heldFiles(journal: Journal, dossier: string): Promise<Map<string, number>> {
  const held = new Map<string, number>();
  const removed = new Set<number>();
  for await (const { entry } of journal.read(dossier)) {
    if (entry?.kind === 'removed') removed.add(entry.data.target);
    if (entry?.kind === 'imported') held.set((entry.data.original ?? entry.data.file).sha256, entry.seq);
  }
  return new Map([...held].filter(([, seq]) => !removed.has(seq)));
}

/** Numbers of proofs, each once, in order. */
export const proofs = (...lists: readonly (readonly number[])[]): number[] =>
  [...new Set(lists.flat())].toSorted((one, other) => one - other);
