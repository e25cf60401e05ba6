/** Wires the loss guard of the export's page: how old the last export is, and whether its file was really saved. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { AgeNote } from '@/components/safety/ExportAge';
import { SavedCheck } from '@/components/safety/SavedCheck';
import { exportAge } from '@/lib/domain/export-age';
import type { StoredEntry } from '@/lib/journal/types';
import { protectStorage, type StorageProtection } from '@/lib/platform/storage-protection';
import { lastBag, useSavedCheck } from './use-saved-check';

interface Lines {
  readonly entries: readonly StoredEntry[];
}

export function ExportAgePart({ entries }: Lines) {
  const age = useMemo(() => exportAge(entries, Date.now()), [entries]);
  return <AgeNote age={age} />;
}

/** Once something was exported: before that there is no file to look for. */
export function SavedFilePart({ entries }: Lines) {
  const saved = useSavedCheck(entries);
  return lastBag(entries) === null ? null : (
    <SavedCheck state={saved.state} onFile={saved.start} onCancel={saved.cancel} />
  );
}

/** What the browser promises of our storage; null until it has answered. */
export function useStorageProtection(): StorageProtection | null {
  const [protection, setProtection] = useState<StorageProtection | null>(null);
  useEffect(() => {
    protectStorage().then(setProtection, (cause) => console.error('storage protection not known', cause));
  }, []);
  return protection;
}
