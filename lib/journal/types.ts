/** What the journal offers to the rest: append-only entries per dossier, blobs by hash, intents, live updates. */
import type { Entry, EntryData, EntryKind, EntryOf } from '@/lib/domain/entry';
import type { Moment } from '@/lib/domain/moment';
import type { Arrival, ArrivalPlan } from './arrival';
import type { Received, ReceiveOptions } from './import';

/** Bytes on their way into the blob store; `sha256` is computed by the journal's own `hashBytes`. */
export interface BlobDraft {
  readonly sha256: string;
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What a caller gives; number, hash and link are the journal's. */
export interface Draft<K extends EntryKind> {
  readonly kind: K;
  readonly data: EntryData[K];
  /** When it is written, for a line that must be told again from elsewhere (`exported`); else the clock says. */
  readonly at?: Moment;
  /** Written in the same transaction as the entry: all or nothing. */
  readonly blobs?: readonly BlobDraft[];
}

export interface AppendOptions {
  /**
   * Makes the append happen once: a second append with the same key returns the first entry.
   * Unique over the whole journal, whatever the dossier. Used for attempts (one per tab, navigation and row) and for
   * captures: the line that settles an intent, capture or failure, has the key `intent:<id>`, as `recover` gives it.
   */
  readonly key?: string;
  /** The intent that this entry settles: deleted in the same transaction. */
  readonly settles?: string;
}

/**
 * What an append gives back. `existed`: the key was known and nothing was written; the entry is then the first one
 * written under that key, which may be of another kind (an intent already settled as a failure by `recover`).
 */
export type Appended<K extends EntryKind> =
  | { readonly entry: EntryOf<K>; readonly existed: false }
  | { readonly entry: Entry; readonly existed: true };

/** An entry as read back; `problem` when this version cannot read it (it is kept, shown and exported as it is). */
export interface StoredEntry {
  readonly dossier: string;
  readonly seq: number;
  /** The canonical JSON line, byte for byte as it was hashed and as it is exported (with `hash`). */
  readonly line: string;
  readonly entry: Entry | null;
  readonly problem: 'entry-unknown-version' | 'entry-invalid' | null;
}

/** A dossier, computed from its entries. */
export interface DossierSummary {
  readonly id: string;
  readonly alias: string;
  readonly track: string;
  readonly departments: readonly string[];
  readonly openedAt: Moment;
  readonly entries: number;
  readonly lastAt: Moment;
  /** Taken in from another computer, and not gone on with yet: since when. */
  readonly receivedAt?: Moment;
  /** The other copies of the same dossier that are on this device. */
  readonly copies?: readonly OtherCopy[];
}

/** Another copy of a dossier: both have the lines up to `after`. */
export interface OtherCopy {
  readonly id: string;
  readonly alias: string;
  readonly after: number;
  readonly afterAt: Moment | null;
  /** Each has lines that the other has not. */
  readonly diverged: boolean;
}

/** Written BEFORE the pixels are asked for; left behind when the worker dies. */
export interface Intent {
  readonly id: string;
  readonly dossier: string;
  readonly startedAt: Moment;
  /** What a `capture-failed` entry needs, all but the reason. */
  readonly data: Omit<EntryData['capture-failed'], 'reason' | 'detail'>;
}

/** Why the capture of this intent failed, when something outside the journal remembers it. */
export type KnownReason = (intent: string) => Promise<string | null>;

/** An attempt seen while nobody had said whose page it was; kept until the person says. */
export interface HeldAttempt {
  readonly key: string;
  readonly data: EntryData['attempt'];
  /** What the line names, kept and written with it. */
  readonly blobs?: readonly BlobDraft[];
}

export interface Journal {
  dossiers(): Promise<DossierSummary[]>;
  openDossier(data: {
    alias: string;
    track: string;
    departments: readonly string[];
  }): Promise<EntryOf<'dossier-opened'>>;
  /**
   * Appends one entry under the dossier's lock, in one strict transaction with its blobs.
   * `draft` may be a function: it runs under the lock with the number that the entry will have
   * (the stamp prints it), before the transaction opens. It must not append to the same dossier: it holds its lock.
   * Every file that the data names must come in `blobs` or be in the store already.
   * @throws AppError storage-full, storage-unavailable, dossier-unknown, entry-invalid, blob-missing, blob-altered
   */
  append<K extends EntryKind>(
    dossier: string,
    draft: Draft<K> | ((next: { seq: number }) => Promise<Draft<K>>),
    options?: AppendOptions,
  ): Promise<Appended<K>>;
  /** The last `count` entries, newest first. */
  last(dossier: string, count: number): Promise<StoredEntry[]>;
  /** Every entry in order, read in batches (memory stays flat). */
  read(dossier: string, fromSeq?: number): AsyncGenerator<StoredEntry>;
  count(dossier: string): Promise<number>;
  /** @throws AppError blob-missing */
  blob(sha256: string): Promise<{ bytes: Uint8Array<ArrayBuffer>; type: string }>;
  /** Writes the intent. Call it INSIDE `whileAlive` of the same id: an intent without its lock is one whose worker died. */
  beginIntent(intent: Intent): Promise<void>;
  /** Forgets an intent that turned out not to be an attempt (an automatic capture with no gesture in force). */
  dropIntent(id: string): Promise<void>;
  /** Runs `work` holding the Web Lock that says « this intent is alive ». */
  whileAlive<T>(intentId: string, work: () => Promise<T>): Promise<T>;
  /**
   * Intents that nobody is at work on → one `capture-failed` entry each. Returns how many.
   * The reason is what `reasonOf` knows (storage that was full could keep none), else worker-stopped.
   */
  recover(reasonOf?: KnownReason): Promise<number>;
  /** Keeps an attempt until the person says whose it is (idempotent by key). */
  hold(attempt: HeldAttempt): Promise<void>;
  held(): Promise<HeldAttempt[]>;
  /** Writes the held attempts in `dossier`, with `seenAt`; each moves in one transaction. Returns how many. */
  releaseHeld(dossier: string): Promise<number>;
  dropHeld(): Promise<number>;
  /** Removes one entry's files and leaves a tombstone entry. The entry's line stays (the chain holds). */
  removeFiles(dossier: string, target: number, reason: string): Promise<EntryOf<'removed'>>;
  /** Removes a whole dossier, entries and files that no other dossier uses. */
  eraseDossier(dossier: string): Promise<void>;
  /** Called after each committed change, also those of other contexts. Returns the way to stop. */
  subscribe(listener: (change: { dossier: string; seq: number | null }) => void): () => void;
  /** What a journal that comes from another computer is to what is here. Writes nothing. */
  compareArrival(arrival: Arrival): Promise<ArrivalPlan>;
  /**
   * Takes it in: every line byte for byte and every file, or nothing at all.
   * @throws AppError arrival-moved, arrival-cancelled, arrival-unreadable, chain-broken, blob-altered, storage-full
   */
  receive(arrival: Arrival, options: ReceiveOptions): Promise<Received>;
  /**
   * Writes a `journal-imported` line for each arrival that the chain does not tell yet. `append` does it by itself;
   * an export calls it first, so that what leaves this computer tells it.
   */
  acknowledge(dossier: string): Promise<void>;
  usage(): Promise<{ bytes: number; quota: number | null; entries: number; files: number }>;
  close(): void;
}
