/** Intents: what was about to be captured, written first, so that a worker's death leaves one line and not none. */
import { AppError } from '@/lib/domain/errors';
import { append, checkedData } from './append';
import { type Context, intentLock, transact } from './context';
import { rangeOf } from './database';
import { guarded } from './failure';
import type { Intent, KnownReason } from './types';

/** Key of the one line that an intent ends in, whether a capture or its failure. */
export const intentKey = (id: string): string => `intent:${id}`;

/** @throws AppError dossier-unknown, entry-invalid, storage-full, storage-unavailable */
export async function beginIntent(context: Context, intent: Intent): Promise<void> {
  // Checked now: an intent that could not become an entry later would be a failure that nobody ever sees.
  checkedData('capture-failed', { ...intent.data, reason: 'worker-stopped' });
  const body = await context.codec.sealText(JSON.stringify(intent));
  await transact(context, async (transaction) => {
    const known = await transaction.objectStore('entries').getKey(rangeOf(intent.dossier));
    if (known === undefined) throw new AppError('dossier-unknown', { detail: intent.dossier });
    await transaction.objectStore('intents').put({ id: intent.id, dossier: intent.dossier, body });
  });
}

export function dropIntent(context: Context, id: string): Promise<void> {
  return transact(context, (transaction) => transaction.objectStore('intents').delete(id));
}

/**
 * Writes one `capture-failed` for each intent whose lock nobody holds. Two contexts may do it at once: the lock is
 * taken while writing, the key is unique, and the intent must still be there inside the transaction.
 * @param reasonOf what is known of why it failed; worker-stopped when nothing is
 * @returns how many lines were written
 */
export async function recover(context: Context, reasonOf: KnownReason = async () => null): Promise<number> {
  const records = await guarded(async () => (await context.connection.get()).getAll('intents'));
  const failures: unknown[] = [];
  let written = 0;
  for (const { id, body } of records) {
    try {
      const intent = JSON.parse(await context.codec.openText(body)) as Intent;
      if (await recoverOne(context, intent, (await reasonOf(id)) ?? 'worker-stopped')) written += 1;
    } catch (error) {
      // The others must still be recovered; this one stays where it is for the next start.
      failures.push(new AppError('storage-unavailable', { detail: `intent ${id}`, cause: error }));
    }
  }
  if (failures.length > 0) throw failures[0];
  return written;
}

function recoverOne(context: Context, intent: Intent, reason: string): Promise<boolean> {
  return context.locks.request(intentLock(intent.id), { ifAvailable: true }, async (lock) => {
    if (!lock) return false;
    const { id, dossier, data } = intent;
    const draft = { kind: 'capture-failed', data: { ...data, reason } } as const;
    const appended = await append(context, dossier, draft, { key: intentKey(id), settles: id, onlyIfIntent: id });
    return appended !== null && !appended.existed;
  });
}
