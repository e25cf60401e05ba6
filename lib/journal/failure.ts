/** From what IndexedDB throws to the two failures that a person can be told: no room left, or no storage at all. */
import { AppError } from '@/lib/domain/errors';

/** The expected error of a storage failure. One of ours passes as it is. */
export function storageFailure(cause: unknown): AppError {
  if (cause instanceof AppError) return cause;
  const { name, message } = cause instanceof Error ? cause : { name: 'Error', message: String(cause) };
  // Chromium and Firefox abort the transaction with QuotaExceededError; Firefox's own name shows up in older paths.
  const full = name === 'QuotaExceededError' || /quota/i.test(name);
  return new AppError(full ? 'storage-full' : 'storage-unavailable', {
    detail: `${name}: ${message}`.slice(0, 500),
    cause,
  });
}

/** Runs a piece of storage work; whatever it throws becomes the error above. */
export async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw storageFailure(cause);
  }
}
