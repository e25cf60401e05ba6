/** Removing: an entry's files, with a tombstone; or a whole dossier. */
import type { EntryOf } from '@/lib/domain/entry';
import { AppError } from '@/lib/domain/errors';
import { readEntry } from '@/lib/domain/upcast';
import { append, deleteUnused } from './append';
import { type Context, chainLock, transact } from './context';
import { type EntryRecord, rangeOf } from './database';
import { guarded } from './failure';
import type { Draft } from './types';

/** The maskings of an entry that still hold their copy: removing the picture and not its copies would remove little. */
async function copiesOf(context: Context, dossier: string, target: number): Promise<EntryRecord[]> {
  const later = await guarded(async () => (await context.connection.get()).getAll('entries', rangeOf(dossier, target)));
  const found: EntryRecord[] = [];
  for (const record of later) {
    if (record.blobs.length === 0) continue;
    const { entry } = readEntry(await context.codec.openText(record.line));
    if (entry?.kind === 'redacted' && entry.data.target === target) found.push(record);
  }
  return found;
}

/**
 * Removes the files of one entry, and the masked copies of its picture, and says so in a new entry. The lines stay: the
 * chain holds. A file that another entry also holds stays in the store for that entry.
 * @throws AppError entry-invalid when there is no such entry, blob-missing when it has no file (any more)
 */
export async function removeFiles(
  context: Context,
  dossier: string,
  target: number,
  reason: string,
): Promise<EntryOf<'removed'>> {
  const cleared = [target];
  const draft = async (): Promise<Draft<'removed'>> => {
    const record = await guarded(async () => (await context.connection.get()).get('entries', [dossier, target]));
    if (!record) throw new AppError('entry-invalid', { detail: `no entry ${target}` });
    if (record.blobs.length === 0) throw new AppError('blob-missing', { detail: `entry ${target} has no file` });
    const { hash } = JSON.parse(await context.codec.openText(record.line)) as { hash: string };
    const copies = await copiesOf(context, dossier, target);
    cleared.splice(1, cleared.length, ...copies.map(({ seq }) => seq));
    const blobs = [...new Set([record, ...copies].flatMap((one) => one.blobs))];
    return { kind: 'removed', data: { target, hash, blobs, reason } };
  };
  const appended = await append(context, dossier, draft, { clears: cleared });
  if (!appended || appended.existed)
    throw new AppError('storage-unavailable', { detail: 'the tombstone was not written' });
  return appended.entry;
}

/**
 * Removes a dossier: its entries, its intents, and the files that no other dossier holds. Nothing when it is unknown.
 * Deleting is not erasing: the bytes may stay readable in the browser's own files for a time (toolchain.md § 4).
 */
export function eraseDossier(context: Context, dossier: string): Promise<void> {
  return context.locks.request(chainLock(dossier), async () => {
    await transact(context, async (transaction) => {
      const files = new Set<string>();
      const entries = transaction.objectStore('entries');
      for (let cursor = await entries.openCursor(rangeOf(dossier)); cursor; cursor = await cursor.continue()) {
        for (const sha256 of cursor.value.blobs) files.add(sha256);
        await cursor.delete();
      }
      await deleteUnused(transaction, files);
      await transaction.objectStore('received').delete(dossier);
      const intents = transaction.objectStore('intents');
      for (const id of await intents.index('dossier').getAllKeys(dossier)) await intents.delete(id);
    });
    context.changes.announce({ dossier, seq: null });
  });
}
