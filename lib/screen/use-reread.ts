/** What today's tables say of the page that an entry kept a reading of. */
import { useEffect, useState } from 'preact/hooks';
import type { RereadView } from '@/components/entry/EntryView';
import { readingRef, reread } from '@/lib/domain/reread';
import type { Journal, StoredEntry } from '@/lib/journal/types';
import { SITES, TABLES_VERSION } from '@/lib/pages';

/** Null while it loads, where nothing was kept, and where the file is gone (the screen says so elsewhere). */
export function useReread(journal: Journal, stored: StoredEntry | undefined, removed: boolean): RereadView | null {
  const [found, setFound] = useState<RereadView | null>(null);
  const entry = stored?.entry ?? null;
  useEffect(() => {
    setFound(null);
    const ref = entry && !removed ? readingRef(entry) : null;
    if (!entry || !ref) return;
    let gone = false;
    const look = async (): Promise<void> => {
      const { bytes } = await journal.blob(ref.sha256);
      const answer = reread(entry, bytes, SITES);
      if (!gone && answer) setFound({ ...answer, tables: TABLES_VERSION });
    };
    look().catch((cause: unknown) => console.warn('reading not read again', cause));
    return () => {
      gone = true;
    };
  }, [journal, entry, removed]);
  return found;
}
