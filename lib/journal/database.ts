/** The database: its stores, the way from each version to the next, and a connection that gives way to a newer version. */
import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import { AppError } from '@/lib/domain/errors';
import type { SealedText } from './codec';
import { storageFailure } from './failure';

export interface EntryRecord {
  readonly dossier: string;
  readonly seq: number;
  /** Idempotency key, unique over the whole journal: one thing seen is one line, whoever's dossier it went to. */
  readonly key?: string;
  /** Files that this entry still holds; emptied when they are removed (the line itself never changes). */
  readonly blobs: readonly string[];
  readonly line: SealedText;
}

export interface BlobRecord {
  readonly sha256: string;
  readonly type: string;
  /** Bytes before the codec. */
  readonly size: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface IntentRecord {
  readonly id: string;
  readonly dossier: string;
  readonly body: SealedText;
}

export interface HeldRecord {
  readonly key: string;
  readonly body: SealedText;
  /** The files of the line to come; absent in records of before 2026-11-22. */
  readonly blobs?: readonly BlobRecord[];
}

/** Files that an arrival is about to bring: what to undo if it does not end. */
export interface ArrivalRecord {
  readonly id: string;
  readonly body: SealedText;
}

/** What this computer has received in a dossier and not gone on with yet. */
export interface ReceivedRecord {
  readonly dossier: string;
  readonly body: SealedText;
}

export interface JournalSchema extends DBSchema {
  entries: { key: [string, number]; value: EntryRecord; indexes: { key: string; blobs: string } };
  blobs: { key: string; value: BlobRecord; indexes: { size: number } };
  intents: { key: string; value: IntentRecord; indexes: { dossier: string } };
  held: { key: string; value: HeldRecord };
  arrivals: { key: string; value: ArrivalRecord };
  received: { key: string; value: ReceivedRecord };
}

export const STORES = ['entries', 'blobs', 'intents', 'held', 'arrivals', 'received'] as const;
export type StoreName = (typeof STORES)[number];
export type Database = IDBPDatabase<JournalSchema>;
export type WriteTransaction = IDBPTransaction<JournalSchema, readonly StoreName[], 'readwrite'>;
type UpgradeTransaction = IDBPTransaction<JournalSchema, StoreName[], 'versionchange'>;

/**
 * The step at index i leads from version i to i + 1; the version is how many there are. A released step never
 * changes: a new store or index is a new step, and it leaves the lines as they are.
 */
const MIGRATIONS: readonly ((db: Database, transaction: UpgradeTransaction) => void)[] = [
  (db) => {
    const entries = db.createObjectStore('entries', { keyPath: ['dossier', 'seq'] });
    entries.createIndex('key', 'key', { unique: true });
    entries.createIndex('blobs', 'blobs', { multiEntry: true });
    db.createObjectStore('blobs', { keyPath: 'sha256' }).createIndex('size', 'size');
    db.createObjectStore('intents', { keyPath: 'id' }).createIndex('dossier', 'dossier');
    db.createObjectStore('held', { keyPath: 'key' });
  },
  (db) => {
    db.createObjectStore('arrivals', { keyPath: 'id' });
    db.createObjectStore('received', { keyPath: 'dossier' });
  },
];
export const DATABASE_VERSION = MIGRATIONS.length;

/** How long another context may keep an older version open before we say that storage cannot be had. */
const BLOCKED_MS = 10_000;

/** Opens on first use, and again after the browser or a newer version closed it. */
export class Connection {
  readonly #name: string;
  #opening: Promise<Database> | null = null;
  #closed = false;

  constructor(name: string) {
    this.#name = name;
  }

  /** @throws AppError storage-unavailable, storage-full */
  async get(): Promise<Database> {
    if (this.#closed) throw new AppError('storage-unavailable', { detail: 'the journal was closed' });
    this.#opening ??= this.#open();
    try {
      return await this.#opening;
    } catch (cause) {
      this.#opening = null;
      throw storageFailure(cause);
    }
  }

  close(): void {
    this.#closed = true;
    this.#release();
  }

  /** Closes once running transactions are done; the next `get` opens anew. */
  #release(): void {
    const opening = this.#opening;
    this.#opening = null;
    opening?.then(
      (db) => db.close(),
      (error: unknown) => console.warn('the journal could not be opened', error),
    );
  }

  #open(): Promise<Database> {
    return new Promise((resolve, reject) => {
      let late: ReturnType<typeof setTimeout> | undefined;
      const opening = openDB<JournalSchema>(this.#name, DATABASE_VERSION, {
        upgrade: (db, from, _to, transaction) => {
          for (const migrate of MIGRATIONS.slice(from)) migrate(db, transaction);
        },
        // Another context still holds an older version. Ours close by themselves (`blocking`): give them time.
        blocked: () => {
          late = setTimeout(() => {
            reject(new AppError('storage-unavailable', { detail: 'blocked by an older version in another tab' }));
            opening.then((db) => db.close(), reject);
          }, BLOCKED_MS);
        },
        // A newer version, or a deletion, waits for us: give way at once.
        blocking: () => this.#release(),
        terminated: () => {
          this.#opening = null;
        },
      });
      opening.then(resolve, reject).finally(() => clearTimeout(late));
    });
  }
}

/** All keys of one dossier. */
export function rangeOf(dossier: string, from = 0, to = Number.POSITIVE_INFINITY): IDBKeyRange {
  return IDBKeyRange.bound([dossier, from], [dossier, to]);
}
