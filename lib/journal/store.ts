/** The journal of this device: the parts of this folder, behind the one interface that the rest of the product knows. */
import type { EntryOf } from '@/lib/domain/entry';
import { AppError } from '@/lib/domain/errors';
import { PARIS } from '@/lib/domain/moment';
import { acknowledge, append } from './append';
import { compare } from './arrival';
import { Changes } from './changes';
import { type Codec, identityCodec } from './codec';
import { type Context, intentLock, type Locks } from './context';
import { Connection } from './database';
import { readDossiers } from './dossiers';
import { dropHeld, hold, readHeld, releaseHeld } from './held';
import { receive, rollBackLeft } from './import';
import { beginIntent, dropIntent, recover } from './intents';
import { countEntries, readAll, readBlob, readLast, readUsage } from './read';
import { eraseDossier, removeFiles } from './removal';
import type { Appended, Draft, Journal } from './types';

export interface JournalOptions {
  /** The clock, milliseconds since the Unix epoch. */
  readonly now: () => number;
  /** `navigator.locks`: shared by every context of the extension. */
  readonly locks: Locks;
  /** Product and version, kept in each dossier's first entry. */
  readonly product: string;
  /** IANA zone whose offset is recorded with each entry. */
  readonly zone?: string;
  /** Name of the database and of the channel of live updates. */
  readonly name?: string;
  readonly codec?: Codec;
  /** `navigator.storage.estimate`; by default the browser's, where there is one. */
  readonly estimate?: () => Promise<StorageEstimate>;
}

/**
 * Opens the journal.
 * @throws AppError storage-unavailable when the browser gives no storage (or a newer version of us holds it)
 */
export async function openJournal(options: JournalOptions): Promise<Journal> {
  const name = options.name ?? 'carnet-de-demarches';
  const connection = new Connection(name);
  await connection.get();
  const context: Context = {
    connection,
    codec: options.codec ?? identityCodec,
    changes: new Changes(name),
    locks: options.locks,
    now: options.now,
    zone: options.zone ?? PARIS,
    product: options.product,
  };
  return journalOn(context, options.estimate ?? browserEstimate());
}

function browserEstimate(): JournalOptions['estimate'] {
  const storage = globalThis.navigator?.storage;
  return storage?.estimate ? () => storage.estimate() : undefined;
}

function journalOn(context: Context, estimate: JournalOptions['estimate']): Journal {
  return {
    dossiers: () => readDossiers(context),
    openDossier: async (data) => {
      const opening = { ...data, departments: [...data.departments], product: context.product };
      const draft: Draft<'dossier-opened'> = { kind: 'dossier-opened', data: opening };
      const appended = await append(context, crypto.randomUUID(), draft, { opens: true });
      return written(appended);
    },
    append: async (dossier, draft, { key, settles } = {}) => {
      const options = { ...(key === undefined ? {} : { key }), ...(settles === undefined ? {} : { settles }) };
      const appended = await append(context, dossier, draft, options);
      if (!appended) throw new AppError('storage-unavailable', { detail: 'nothing was written' });
      return appended;
    },
    last: (dossier, count) => readLast(context, dossier, count),
    read: (dossier, fromSeq = 1) => readAll(context, dossier, fromSeq),
    count: (dossier) => countEntries(context, dossier),
    blob: (sha256) => readBlob(context, sha256),
    beginIntent: (intent) => beginIntent(context, intent),
    dropIntent: (id) => dropIntent(context, id),
    whileAlive: async (id, work) => context.locks.request(intentLock(id), work),
    recover: async (reasonOf) => {
      const written = await recover(context, reasonOf);
      await rollBackLeft(context);
      return written;
    },
    hold: (attempt) => hold(context, attempt),
    held: () => readHeld(context),
    releaseHeld: (dossier) => releaseHeld(context, dossier),
    dropHeld: () => dropHeld(context),
    removeFiles: (dossier, target, reason) => removeFiles(context, dossier, target, reason),
    eraseDossier: (dossier) => eraseDossier(context, dossier),
    subscribe: (listener) => context.changes.subscribe(listener),
    compareArrival: async (arrival) => (await compare(context, arrival)).plan,
    receive: (arrival, options) => receive(context, arrival, options),
    acknowledge: (dossier) => acknowledge(context, dossier),
    usage: () => readUsage(context, estimate),
    close: () => {
      context.changes.close();
      context.connection.close();
    },
  };
}

function written(appended: Appended<'dossier-opened'> | null): EntryOf<'dossier-opened'> {
  if (!appended || appended.existed)
    throw new AppError('storage-unavailable', { detail: 'the dossier was not opened' });
  return appended.entry;
}
