/** What every part of the journal works with, and the one way to write: a strict transaction that leaves all or nothing. */
import type { Changes } from './changes';
import type { Codec } from './codec';
import { type Connection, STORES, type WriteTransaction } from './database';
import { storageFailure } from './failure';

/** The part of the Web Locks API that the journal needs. */
export type Locks = Pick<LockManager, 'request'>;

export interface Context {
  readonly connection: Connection;
  readonly codec: Codec;
  readonly changes: Changes;
  readonly locks: Locks;
  /** Milliseconds since the Unix epoch. */
  readonly now: () => number;
  readonly zone: string;
  /** Kept in `dossier-opened`: which product, which version. */
  readonly product: string;
}

/** Lock under which a dossier's chain grows. */
export const chainLock = (dossier: string): string => `journal:${dossier}`;
/** Lock that says that somebody is at work on an arrival. */
export const arrivalLock = (arrival: string): string => `arrival:${arrival}`;
/** Lock that says that the worker of an intent is alive: the browser lets it go when the worker dies. */
export const intentLock = (intent: string): string => `intent:${intent}`;

/**
 * Runs `work` in one strict transaction over all the stores. Whatever fails, nothing of it stays.
 * `work` may only await requests of that transaction: anything else (hashing above all) would let it commit half-way.
 * @throws AppError storage-full, storage-unavailable, or the one that `work` threw
 */
export async function transact<T>(context: Context, work: (transaction: WriteTransaction) => Promise<T>): Promise<T> {
  const db = await context.connection.get();
  let transaction: WriteTransaction;
  try {
    transaction = db.transaction(STORES, 'readwrite', { durability: 'strict' });
  } catch (cause) {
    throw storageFailure(cause);
  }
  const working = work(transaction).catch((cause: unknown) => {
    abort(transaction);
    throw cause;
  });
  const [worked, done] = await Promise.allSettled([working, transaction.done]);
  if (worked.status === 'fulfilled' && done.status === 'fulfilled') return worked.value;
  throw worstOf([worked, done].flatMap((one) => (one.status === 'rejected' ? [storageFailure(one.reason)] : [])));
}

/** A full disk shows as AbortError on the requests and as QuotaExceededError on the transaction: the second says why. */
function worstOf(failures: ReturnType<typeof storageFailure>[]): ReturnType<typeof storageFailure> {
  const telling = failures.find((one) => one.code !== 'storage-unavailable') ?? failures[0];
  return telling ?? storageFailure(new Error('the transaction failed without a reason'));
}

function abort(transaction: WriteTransaction): void {
  try {
    transaction.abort();
  } catch (error) {
    // It had already been aborted by the failure itself: what we want is done.
    if (!(error instanceof DOMException && error.name === 'InvalidStateError')) throw error;
  }
}
