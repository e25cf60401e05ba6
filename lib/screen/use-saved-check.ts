/** Reads a saved export again, and says whether it is the one that the journal's last `exported` line names. */
import { useRef, useState } from 'preact/hooks';
import type { SavedState } from '@/components/safety/SavedCheck';
import { sha256Hex } from '@/lib/domain/chain';
import { AppError } from '@/lib/domain/errors';
import { BAG } from '@/lib/domain/export-plan';
import type { StoredEntry } from '@/lib/journal/types';

/** SHA-256 of the last bag that the journal says it prepared; null when there was none. */
export function lastBag(entries: readonly StoredEntry[]): string | null {
  const last = entries.findLast(({ entry }) => entry?.kind === 'exported')?.entry;
  return last?.kind === 'exported' ? last.data.bag : null;
}

interface Watch {
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
}

/** @throws AppError cancelled */
export async function checkSaved(file: File, bag: string | null, watch: Watch): Promise<SavedState> {
  const { name } = file;
  // A verifier is heavy, and few people come here: not in the page's own chunk.
  const [{ verifyExport }, { blobSource, openZip, SourceError }] = await Promise.all([
    import('@/lib/export/verify'),
    import('@/lib/export/zip-reader'),
  ]);
  try {
    const { verdict } = await verifyExport(blobSource(file), watch);
    if (verdict !== 'intact') return { is: 'broken', name };
    const zip = await openZip(blobSource(file));
    // Another program may have put the bag in a folder: the verifier allows that.
    const ends = (path: string): boolean => path === BAG.tagManifest || path.endsWith(`/${BAG.tagManifest}`);
    const manifest = await zip.items.find(({ path }) => ends(path))?.read();
    const same = manifest !== undefined && (await sha256Hex(manifest)) === bag;
    return { is: same ? 'same' : 'older', name };
  } catch (error) {
    if (error instanceof SourceError) return { is: 'unreadable', name };
    throw error;
  }
}

export function useSavedCheck(entries: readonly StoredEntry[]) {
  const [state, setState] = useState<SavedState>({ is: 'idle' });
  const abort = useRef<AbortController | null>(null);
  const start = (file: File): void => {
    const controller = new AbortController();
    abort.current = controller;
    setState({ is: 'running', done: 0, total: 0 });
    const onProgress = (done: number, total: number): void => setState({ is: 'running', done, total });
    checkSaved(file, lastBag(entries), { signal: controller.signal, onProgress }).then(setState, (cause) => {
      if (!(cause instanceof AppError && cause.code === 'cancelled')) console.error('saved file not read', cause);
      setState(controller.signal.aborted ? { is: 'cancelled' } : { is: 'unreadable', name: file.name });
    });
  };
  return { state, start, cancel: () => abort.current?.abort() };
}
