/** Taking in a journal that comes from another computer: files first, in bounded transactions under a marker; then all its lines in one. */
import type { BlobRef } from '@/lib/domain/entry';
import { AppError } from '@/lib/domain/errors';
import { type ArrivalMode, freeName, type JournalImported } from '@/lib/domain/handed-over';
import { deleteUnused } from './append';
import { type Arrival, type Compared, compare, type ReadLine, type Relation } from './arrival';
import { arrivalLock, type Context, chainLock, transact } from './context';
import { type BlobRecord, type EntryRecord, rangeOf, type WriteTransaction } from './database';
import { guarded } from './failure';
import { hashBytes } from './hash';
import { readNotes } from './notes';

export interface ReceiveOptions {
  /** What the person was shown; anything else by now, and nothing is written. */
  readonly relation: Relation;
  /** Keep it apart although it could be joined to the copy that is here. */
  readonly beside?: boolean;
  /** Also take back the files that were removed here. */
  readonly bringBack?: boolean;
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

export interface Received {
  /** Name of the dossier here: not always the one that its lines say. */
  readonly dossier: string;
  readonly mode: ArrivalMode;
  readonly added: number;
}

/** Files held in memory at once: a batch ends at the first of the two. */
const BATCH_BYTES = 8 * 2 ** 20;
const BATCH_FILES = 64;

/** Somebody may remove one of our files while we write: we then bring it again, this often. */
const MAX_ROUNDS = 3;

interface Target extends Received {
  /** Lines that are there already. */
  readonly base: number;
}

/** Where it goes. @throws AppError arrival-moved when the person was shown something else */
function targetOf(arrival: Arrival, { plan, lines, copies }: Compared, options: ReceiveOptions): Target {
  const { relation } = plan;
  if (JSON.stringify(relation) !== JSON.stringify(options.relation)) throw new AppError('arrival-moved');
  const taken = new Set(copies.map((copy) => copy.dossier));
  if (relation.is === 'unknown') return { dossier: arrival.dossier, mode: 'new', base: 0, added: lines.length };
  if (relation.is === 'ahead' && !options.beside) {
    return { dossier: relation.dossier, mode: 'continued', base: relation.after, added: relation.adds };
  }
  if (relation.is === 'same' && !options.beside) throw new AppError('arrival-moved', { detail: 'nothing to add' });
  const mode = relation.is === 'forked' ? 'fork' : 'beside';
  return { dossier: freeName(arrival.dossier, taken), mode, base: 0, added: lines.length };
}

interface Work {
  readonly id: string;
  readonly arrival: Arrival;
  readonly compared: Compared;
  readonly target: Target;
  /** The lines to write. */
  readonly fresh: readonly ReadLine[];
  /** The files to bring. */
  readonly wanted: ReadonlyMap<string, BlobRef>;
  readonly options: ReceiveOptions;
}

/** Files of a line that are not said to be removed. */
function keptOf({ seq, files }: ReadLine, { gone }: Compared): BlobRef[] {
  return files.filter(({ sha256 }) => !gone.get(seq)?.blobs.has(sha256));
}

function prepare(id: string, arrival: Arrival, compared: Compared, options: ReceiveOptions): Work {
  const target = targetOf(arrival, compared, options);
  const fresh = compared.lines.slice(target.base);
  const wanted = new Map<string, BlobRef>();
  for (const line of fresh) {
    for (const file of keptOf(line, compared)) {
      const refused = compared.refused.has(file.sha256) && !options.bringBack;
      if (arrival.files.has(file.sha256) && !refused) wanted.set(file.sha256, file);
    }
  }
  return { id, arrival, compared, target, fresh, wanted, options };
}

function stopIfCancelled({ options }: Work): void {
  if (options.signal?.aborted) throw new AppError('arrival-cancelled');
}

/** Those of the files that the store does not have. */
function missing(context: Context, names: Iterable<string>): Promise<string[]> {
  return guarded(async () => {
    const store = (await context.connection.get()).transaction('blobs').store;
    const absent: string[] = [];
    for (const sha256 of names) if ((await store.getKey(sha256)) === undefined) absent.push(sha256);
    return absent;
  });
}

/** One file, proved to be the one that the lines name. @throws AppError blob-altered */
async function fileOf(context: Context, { sha256, bytes, type }: BlobRef, work: Work): Promise<BlobRecord> {
  const read = await work.arrival.open(sha256);
  if (read.byteLength !== bytes || (await hashBytes(read)) !== sha256) {
    throw new AppError('blob-altered', { detail: sha256 });
  }
  return { sha256, type, size: bytes, bytes: await context.codec.sealBytes(read) };
}

/** Brings the files, a few at a time; none is seen anywhere before the lines come. */
async function stage(context: Context, work: Work): Promise<void> {
  const { wanted, options } = work;
  const absent = await missing(context, wanted.keys());
  let done = wanted.size - absent.length;
  let batch: BlobRecord[] = [];
  let weight = 0;
  const flush = async (): Promise<void> => {
    const records = batch;
    batch = [];
    weight = 0;
    await transact(context, async (transaction) => {
      for (const record of records) await transaction.objectStore('blobs').put(record);
    });
    done += records.length;
    options.onProgress?.(done, wanted.size);
  };
  options.onProgress?.(done, wanted.size);
  for (const sha256 of absent) {
    stopIfCancelled(work);
    const file = wanted.get(sha256);
    if (!file) continue;
    batch.push(await fileOf(context, file, work));
    weight += file.bytes;
    if (weight >= BATCH_BYTES || batch.length >= BATCH_FILES) await flush();
  }
  stopIfCancelled(work);
  if (batch.length > 0) await flush();
}

/** What this computer will write in a chain when it goes on with it (append.ts). */
function notesOf(context: Context, { arrival, compared, target }: Work): Map<string, JournalImported> {
  const last = compared.lines[arrival.lines.length - 1];
  const { hash } = JSON.parse(last?.line ?? '{}') as { hash: string };
  const { product, bag, exportedAt } = arrival.from;
  const said = {
    mode: target.mode,
    entries: arrival.lines.length,
    head: hash,
    bag,
    product,
    exportedAt,
    receivedAt: new Date(context.now()).toISOString(),
  };
  const { relation } = compared.plan;
  if (target.mode === 'new' || target.mode === 'continued' || relation.is === 'unknown') {
    return new Map([[target.dossier, said]]);
  }
  const copy = compared.copies.find((one) => one.dossier === relation.dossier);
  const other = { after: copy?.common ?? 0, entries: copy?.count ?? 1, head: copy?.head ?? hash };
  const notes = new Map([[target.dossier, { ...said, other: { ...other, received: true } }]]);
  if (target.mode === 'fork') notes.set(relation.dossier, { ...said, other: { ...other, received: false } });
  return notes;
}

/** What is still to be written in one chain: of two plain arrivals, only the last one matters. */
async function noteSealed(context: Context, dossier: string, note: JournalImported) {
  const before = await readNotes(context, dossier);
  const kept = before.filter((one) => one.other !== undefined || note.other !== undefined);
  return { dossier, body: await context.codec.sealText(JSON.stringify([...kept, note])) };
}

/** Empties the entries that were here of the files that the new lines remove. */
async function applyRemovals(transaction: WriteTransaction, { target, compared }: Work): Promise<void> {
  const entries = transaction.objectStore('entries');
  for (const [seq, { by, blobs }] of compared.gone) {
    if (seq > target.base || by <= target.base) continue;
    const record = await entries.get([target.dossier, seq]);
    if (!record) continue;
    await entries.put({ ...record, blobs: record.blobs.filter((sha256) => !blobs.has(sha256)) });
    await deleteUnused(transaction, record.blobs);
  }
}

/** Every line at once, with the end of the marker. @returns false when a file went away meanwhile */
async function commit(context: Context, work: Work): Promise<boolean> {
  const { id, compared, target, fresh, wanted, options } = work;
  const here = new Set(compared.copies.flatMap((copy) => [...copy.held]));
  const lines = await Promise.all(fresh.map(({ line }) => context.codec.sealText(line)));
  const notes = await Promise.all(
    [...notesOf(context, work)].map(([dossier, note]) => noteSealed(context, dossier, note)),
  );
  return transact(context, async (transaction) => {
    const entries = transaction.objectStore('entries');
    const last = await entries.openKeyCursor(rangeOf(target.dossier), 'prev');
    if ((last?.key[1] ?? 0) !== target.base) throw new AppError('arrival-moved');
    const files = transaction.objectStore('blobs');
    const present = new Set<string>();
    for (const sha256 of wanted.keys()) {
      if ((await files.getKey(sha256)) === undefined) return false;
      present.add(sha256);
    }
    for (const [index, line] of fresh.entries()) {
      const blobs: string[] = [];
      for (const { sha256 } of keptOf(line, compared)) {
        // A file that the ZIP has not may be here already, in another copy of the same dossier.
        const refused = compared.refused.has(sha256) && !options.bringBack;
        const shared = here.has(sha256) && !refused && (await files.getKey(sha256)) !== undefined;
        if (present.has(sha256) || shared) blobs.push(sha256);
      }
      const record: EntryRecord = { dossier: target.dossier, seq: line.seq, blobs, line: lines[index] ?? line.line };
      await entries.add(record);
    }
    await applyRemovals(transaction, work);
    for (const note of notes) await transaction.objectStore('received').put(note);
    await transaction.objectStore('arrivals').delete(id);
    return true;
  });
}

/** Deletes what an arrival had brought and that no line came to hold. */
async function rollBack(context: Context, id: string): Promise<void> {
  const record = await guarded(async () => (await context.connection.get()).get('arrivals', id));
  if (!record) return;
  const brought = JSON.parse(await context.codec.openText(record.body)) as string[];
  await transact(context, async (transaction) => {
    await deleteUnused(transaction, brought);
    await transaction.objectStore('arrivals').delete(id);
  });
}

/** Ends what a closed tab left half-way: nothing of it stays. An arrival that somebody is at work on is left alone. */
export async function rollBackLeft(context: Context): Promise<void> {
  const ids = await guarded(async () => (await context.connection.get()).getAllKeys('arrivals'));
  for (const id of ids) {
    await context.locks.request(arrivalLock(id), { ifAvailable: true }, async (lock) => {
      if (lock) await rollBack(context, id);
    });
  }
}

async function run(context: Context, arrival: Arrival, options: ReceiveOptions, id: string): Promise<Received> {
  const work = prepare(id, arrival, await compare(context, arrival), options);
  const body = await context.codec.sealText(JSON.stringify(await missing(context, work.wanted.keys())));
  await transact(context, (transaction) => transaction.objectStore('arrivals').put({ id, body }));
  try {
    for (let round = 0; round < MAX_ROUNDS; round += 1) {
      await stage(context, work);
      const done = await context.locks.request(chainLock(work.target.dossier), () => commit(context, work));
      if (done) {
        const { dossier, mode, added } = work.target;
        context.changes.announce({ dossier, seq: null });
        return { dossier, mode, added };
      }
    }
    throw new AppError('arrival-moved', { detail: 'files kept going away' });
  } catch (cause) {
    // If even this fails, the marker stays and the next start does it.
    await rollBack(context, id).catch((left) => console.warn('an arrival is left to be undone', left));
    throw cause;
  }
}

/**
 * Takes in a journal: all of it, or nothing. Its lines are kept byte for byte; nothing of ours is written in its chain
 * until this computer goes on with it.
 * @throws AppError arrival-moved, arrival-cancelled, arrival-unreadable, chain-broken, blob-altered, storage-full, storage-unavailable
 */
export async function receive(context: Context, arrival: Arrival, options: ReceiveOptions): Promise<Received> {
  await rollBackLeft(context);
  const id = crypto.randomUUID();
  return context.locks.request(arrivalLock(id), () => run(context, arrival, options, id));
}
