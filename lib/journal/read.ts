/** Reading: dossiers, entries in order or the last ones, files, and the room that they take. */
import { AppError } from '@/lib/domain/errors';
import { readEntry } from '@/lib/domain/upcast';
import type { Context } from './context';
import { type Database, type EntryRecord, rangeOf } from './database';
import { guarded } from './failure';
import type { StoredEntry } from './types';

/** Entries read at a time: memory stays flat, and a batch of pictureless lines is some tens of kilobytes. */
const BATCH = 200;

async function stored(context: Context, record: EntryRecord): Promise<StoredEntry> {
  const line = await context.codec.openText(record.line);
  const { entry, problem } = readEntry(line);
  return { dossier: record.dossier, seq: record.seq, line, entry, problem };
}

export function query<T>(context: Context, ask: (db: Database) => Promise<T>): Promise<T> {
  return guarded(async () => ask(await context.connection.get()));
}

/** Every entry of a dossier in order, from a number on. */
export async function* readAll(context: Context, dossier: string, fromSeq: number): AsyncGenerator<StoredEntry> {
  for (let from = fromSeq; ; ) {
    const records = await query(context, (db) => db.getAll('entries', rangeOf(dossier, from), BATCH));
    for (const record of records) yield stored(context, record);
    const last = records.at(-1);
    if (!last || records.length < BATCH) return;
    from = last.seq + 1;
  }
}

/** The last `count` entries, newest first. */
export async function readLast(context: Context, dossier: string, count: number): Promise<StoredEntry[]> {
  if (count < 1) return [];
  const records = await query(context, async (db) => {
    const store = db.transaction('entries').store;
    const last = (await store.openKeyCursor(rangeOf(dossier), 'prev'))?.key[1] ?? 0;
    return store.getAll(rangeOf(dossier, last - count + 1, last));
  });
  return Promise.all(records.reverse().map((record) => stored(context, record)));
}

export function countEntries(context: Context, dossier: string): Promise<number> {
  return query(context, (db) => db.count('entries', rangeOf(dossier)));
}

/** @throws AppError blob-missing */
export async function readBlob(
  context: Context,
  sha256: string,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; type: string }> {
  const record = await query(context, (db) => db.get('blobs', sha256));
  if (!record) throw new AppError('blob-missing', { detail: sha256 });
  return { bytes: await context.codec.openBytes(record.bytes), type: record.type };
}

/** Room taken: what the browser says where it says it, else the sum of the files. */
export async function readUsage(
  context: Context,
  estimate: (() => Promise<StorageEstimate>) | undefined,
): Promise<{ bytes: number; quota: number | null; entries: number; files: number }> {
  const counted = await query(context, async (db) => {
    const transaction = db.transaction(['entries', 'blobs']);
    const entries = await transaction.objectStore('entries').count();
    let files = 0;
    let bytes = 0;
    // The keys of the index are the sizes: no file is loaded to be weighed.
    for (
      let cursor = await transaction.objectStore('blobs').index('size').openKeyCursor();
      cursor;
      cursor = await cursor.continue()
    ) {
      files += 1;
      bytes += cursor.key;
    }
    return { entries, files, bytes };
  });
  const said = await estimate?.();
  return { ...counted, bytes: said?.usage ?? counted.bytes, quota: said?.quota ?? null };
}
