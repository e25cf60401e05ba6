/** What other computers sent, kept beside the chain until this computer goes on with it. */
import type { JournalImported } from '@/lib/domain/handed-over';
import type { Context } from './context';
import { guarded } from './failure';

/** What other computers sent and this one has not gone on with yet. */
export async function readNotes(context: Context, dossier: string): Promise<JournalImported[]> {
  const record = await guarded(async () => (await context.connection.get()).get('received', dossier));
  return record ? (JSON.parse(await context.codec.openText(record.body)) as JournalImported[]) : [];
}
