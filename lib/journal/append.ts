/** Appending: one entry with its files, once, at the end of its dossier's chain. */
import { wellFormed } from '@/lib/domain/canonical';
import { nextUnsealed, sealEntry } from '@/lib/domain/chain';
import { filesOf } from '@/lib/domain/chain-files';
import { dataSchemas, type EntryData, type EntryKind, type EntryOf } from '@/lib/domain/entry';
import { AppError } from '@/lib/domain/errors';
import { chainOf } from '@/lib/domain/handed-over';
import { momentAt } from '@/lib/domain/moment';
import { readEntry } from '@/lib/domain/upcast';
import { type Context, chainLock, transact } from './context';
import { type BlobRecord, type EntryRecord, rangeOf, type WriteTransaction } from './database';
import { guarded } from './failure';
import { hashBytes } from './hash';
import { readNotes } from './notes';
import type { Appended, AppendOptions, BlobDraft, Draft } from './types';

export type DraftSource<K extends EntryKind> = Draft<K> | ((next: { seq: number }) => Promise<Draft<K>>);

/** What else the transaction does; used by the other parts of the journal. */
export interface WriteOptions extends AppendOptions {
  /** The first entry of a new dossier. */
  readonly opens?: boolean;
  /** Write only while this intent is still there (its worker may have settled it in the meantime). */
  readonly onlyIfIntent?: string;
  /** This entry says what was received from other computers: that is then said. */
  readonly saysReceived?: string;
  /** The held attempt that this entry is; it leaves the waiting room in the same transaction. */
  readonly takesHeld?: string;
  /** The entries whose files go with this tombstone; read once the draft is made, which may add to them. */
  readonly clears?: readonly number[];
}

/** Locks held elsewhere, a chain that moves on: only where Web Locks do not work. Then we start again, this often. */
const MAX_RETRIES = 20;

/**
 * Appends an entry under the lock of its dossier.
 * @returns null only when `onlyIfIntent` names an intent that is gone
 * @throws AppError storage-full, storage-unavailable, dossier-unknown, entry-invalid, blob-missing, blob-altered
 */
export function append<K extends EntryKind>(
  context: Context,
  dossier: string,
  source: DraftSource<K>,
  options: WriteOptions,
): Promise<Appended<K> | null> {
  return context.locks.request(chainLock(dossier), async () => {
    if (!(await findByKey(context, options.key))) await sayReceived(context, dossier);
    return appendUnlocked(context, dossier, source, options);
  });
}

/**
 * Writes what was received from other computers and is not in the chain yet. A computer that only receives writes
 * nothing: its copy stays a copy, and catches up the next time; this is for the moment when it goes on by itself.
 */
export function acknowledge(context: Context, dossier: string): Promise<void> {
  return context.locks.request(chainLock(dossier), () => sayReceived(context, dossier));
}

/** One line for each arrival; the last one takes the notes away in its own transaction. */
async function sayReceived(context: Context, dossier: string): Promise<void> {
  const notes = await readNotes(context, dossier);
  for (const [index, data] of notes.entries()) {
    const key = `received:${dossier}:${data.receivedAt}:${data.bag}`;
    const last = index === notes.length - 1 ? { saysReceived: dossier } : {};
    await appendUnlocked(context, dossier, { kind: 'journal-imported', data }, { key, ...last });
  }
}

async function appendUnlocked<K extends EntryKind>(
  context: Context,
  dossier: string,
  source: DraftSource<K>,
  options: WriteOptions,
): Promise<Appended<K> | null> {
  for (let retry = 0; retry < MAX_RETRIES; retry += 1) {
    const known = await findByKey(context, options.key);
    // Known: only what goes with the entry is left to tidy, the draft (a picture, a stamp) is not even made.
    const prepared = known ? null : await prepare(context, dossier, source, options);
    const result = await transact(context, (transaction) => write(transaction, dossier, prepared, options));
    if (result === 'moved') continue;
    if (result === 'settled') return null;
    if (result !== 'written') return { entry: await readBack(context, result), existed: true };
    if (!prepared) throw new AppError('storage-unavailable', { detail: 'nothing was prepared' });
    context.changes.announce({ dossier, seq: prepared.entry.seq });
    return { entry: prepared.entry, existed: false };
  }
  throw new AppError('storage-unavailable', { detail: 'the journal kept moving: are Web Locks working?' });
}

interface Prepared<K extends EntryKind> {
  readonly entry: EntryOf<K>;
  readonly record: EntryRecord;
  readonly blobs: readonly BlobRecord[];
}

async function findByKey(context: Context, key: string | undefined): Promise<EntryRecord | undefined> {
  if (key === undefined) return undefined;
  return guarded(async () => (await context.connection.get()).getFromIndex('entries', 'key', key));
}

async function readBack(
  context: Context,
  record: EntryRecord,
): Promise<NonNullable<ReturnType<typeof readEntry>['entry']>> {
  const read = readEntry(await context.codec.openText(record.line));
  if (!read.entry) throw new AppError(read.problem ?? 'entry-invalid', { detail: `entry ${record.seq}` });
  return read.entry;
}

/** Everything that takes time or may fail by itself: drafting, checking, hashing, encoding. Before the transaction. */
async function prepare<K extends EntryKind>(
  context: Context,
  dossier: string,
  source: DraftSource<K>,
  options: WriteOptions,
): Promise<Prepared<K>> {
  const head = await readHead(context, dossier);
  if (!head && !options.opens) throw new AppError('dossier-unknown', { detail: dossier });
  const draft = typeof source === 'function' ? await source({ seq: (head?.seq ?? 0) + 1 }) : source;
  const data = checkedData(draft.kind, wellFormed(draft.data) as EntryData[K]);
  const blobs = await prepareBlobs(context, draft.blobs ?? [], data);
  const at = draft.at ?? momentAt(context.now(), context.zone);
  const content = { dossier: chainOf(dossier), kind: draft.kind, at, data };
  const { entry, line } = await sealEntry(nextUnsealed(head, content));
  const record: EntryRecord = {
    dossier,
    seq: entry.seq,
    ...(options.key === undefined ? {} : { key: options.key }),
    blobs: filesOf(data).map((file) => file.sha256),
    line: await context.codec.sealText(line),
  };
  return { entry, record, blobs };
}

/** Number and hash of the last entry, null for an unknown dossier. */
async function readHead(context: Context, dossier: string): Promise<{ seq: number; hash: string } | null> {
  const record = await guarded(async () => {
    const db = await context.connection.get();
    return (await db.transaction('entries').store.openCursor(rangeOf(dossier), 'prev'))?.value;
  });
  if (!record) return null;
  const { hash } = JSON.parse(await context.codec.openText(record.line)) as { hash: string };
  return { seq: record.seq, hash };
}

/** @throws AppError entry-invalid, naming the member, never its value */
export function checkedData<K extends EntryKind>(kind: K, data: EntryData[K]): EntryData[K] {
  const parsed = dataSchemas[kind].safeParse(data);
  if (parsed.success) return parsed.data as EntryData[K];
  const issue = parsed.error.issues[0];
  throw new AppError('entry-invalid', {
    detail: `${kind}.${issue?.path.join('.')}: ${issue?.code}`,
    cause: parsed.error,
  });
}

/** @throws AppError blob-altered; entry-invalid for a file that the data does not name */
export async function prepareBlobs(
  context: Context,
  drafts: readonly BlobDraft[],
  data: object,
): Promise<BlobRecord[]> {
  const named = new Map(filesOf(data).map((file) => [file.sha256, file]));
  const records: BlobRecord[] = [];
  for (const { sha256, type, bytes } of drafts) {
    if ((await hashBytes(bytes)) !== sha256) throw new AppError('blob-altered', { detail: sha256 });
    if (named.get(sha256)?.bytes !== bytes.byteLength) {
      throw new AppError('entry-invalid', {
        detail: `the entry does not name the file ${sha256} of ${bytes.byteLength} bytes`,
      });
    }
    records.push({ sha256, type, size: bytes.byteLength, bytes: await context.codec.sealBytes(bytes) });
  }
  return records;
}

type Written = 'written' | 'moved' | 'settled' | EntryRecord;

async function write(
  transaction: WriteTransaction,
  dossier: string,
  prepared: Prepared<EntryKind> | null,
  options: WriteOptions,
): Promise<Written> {
  const entries = transaction.objectStore('entries');
  if (
    options.onlyIfIntent !== undefined &&
    (await transaction.objectStore('intents').getKey(options.onlyIfIntent)) === undefined
  ) {
    return 'settled';
  }
  const known = options.key === undefined ? undefined : await entries.index('key').get(options.key);
  if (!known) {
    const last = await entries.openKeyCursor(rangeOf(dossier), 'prev');
    if (!prepared || (last?.key[1] ?? 0) !== prepared.record.seq - 1) return 'moved';
    await writeEntry(transaction, prepared);
    for (const seq of options.clears ?? []) await clearFiles(transaction, dossier, seq);
  }
  if (options.settles !== undefined) await transaction.objectStore('intents').delete(options.settles);
  if (options.saysReceived !== undefined) await transaction.objectStore('received').delete(options.saysReceived);
  if (options.takesHeld !== undefined) await transaction.objectStore('held').delete(options.takesHeld);
  return known ?? 'written';
}

async function writeEntry(transaction: WriteTransaction, { record, blobs }: Prepared<EntryKind>): Promise<void> {
  const files = transaction.objectStore('blobs');
  for (const blob of blobs) {
    if ((await files.getKey(blob.sha256)) === undefined) await files.add(blob);
  }
  for (const sha256 of record.blobs) {
    if ((await files.getKey(sha256)) === undefined) throw new AppError('blob-missing', { detail: sha256 });
  }
  await transaction.objectStore('entries').add(record);
}

/** Empties an entry's list of files and deletes those that no other entry holds. Its line stays as it is. */
async function clearFiles(transaction: WriteTransaction, dossier: string, seq: number): Promise<void> {
  const entries = transaction.objectStore('entries');
  const target = await entries.get([dossier, seq]);
  if (!target) throw new AppError('entry-invalid', { detail: `no entry ${seq}` });
  await entries.put({ ...target, blobs: [] });
  await deleteUnused(transaction, target.blobs);
}

/** Deletes the files among `candidates` that no entry of any dossier holds any more. */
export async function deleteUnused(transaction: WriteTransaction, candidates: Iterable<string>): Promise<void> {
  const holders = transaction.objectStore('entries').index('blobs');
  for (const sha256 of candidates) {
    if ((await holders.count(sha256)) === 0) await transaction.objectStore('blobs').delete(sha256);
  }
}
