/** Attempts seen while nobody had said whose page it was: kept apart, then written in a dossier or dropped. */
import type { EntryData } from '@/lib/domain/entry';
import { momentAt } from '@/lib/domain/moment';
import { append, checkedData, prepareBlobs } from './append';
import { type Context, transact } from './context';
import { guarded } from './failure';
import type { HeldAttempt } from './types';

/** @throws AppError entry-invalid, storage-full, storage-unavailable */
export async function hold(context: Context, attempt: HeldAttempt): Promise<void> {
  const data: EntryData['attempt'] = {
    ...attempt.data,
    seenAt: attempt.data.seenAt ?? momentAt(context.now(), context.zone),
  };
  const body = await context.codec.sealText(JSON.stringify(checkedData('attempt', data)));
  const blobs = await prepareBlobs(context, attempt.blobs ?? [], data);
  await transact(context, async (transaction) => {
    const written = await transaction.objectStore('entries').index('key').getKey(attempt.key);
    const waiting = await transaction.objectStore('held').getKey(attempt.key);
    if (written === undefined && waiting === undefined)
      await transaction.objectStore('held').add({ key: attempt.key, body, blobs });
  });
}

/** In the order in which they were seen. */
export async function readHeld(context: Context): Promise<HeldAttempt[]> {
  const records = await guarded(async () => (await context.connection.get()).getAll('held'));
  const attempts = await Promise.all(
    records.map(async ({ key, body, blobs = [] }) => ({
      key,
      data: JSON.parse(await context.codec.openText(body)) as EntryData['attempt'],
      blobs: await Promise.all(
        blobs.map(async ({ sha256, type, bytes }) => ({ sha256, type, bytes: await context.codec.openBytes(bytes) })),
      ),
    })),
  );
  const seen = ({ data }: HeldAttempt): string => data.seenAt?.utc ?? '';
  return attempts.sort((one, other) => (seen(one) < seen(other) ? -1 : 1));
}

/** @returns how many lines were written */
export async function releaseHeld(context: Context, dossier: string): Promise<number> {
  let written = 0;
  for (const { key, data, blobs = [] } of await readHeld(context)) {
    const appended = await append(context, dossier, { kind: 'attempt', data, blobs }, { key, takesHeld: key });
    if (appended && !appended.existed) written += 1;
  }
  return written;
}

/** @returns how many were dropped */
export function dropHeld(context: Context): Promise<number> {
  return transact(context, async (transaction) => {
    const held = transaction.objectStore('held');
    const dropped = await held.count();
    await held.clear();
    return dropped;
  });
}
