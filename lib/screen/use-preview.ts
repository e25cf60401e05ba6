/** One pièce's PDF, made when somebody asks to see it, and let go when they close it. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { PreviewState } from '@/components/pack/PreviewDialog';
import { planExport } from '@/lib/domain/export-plan';
import { momentAt } from '@/lib/domain/moment';
import type { PackPiece } from '@/lib/domain/pack-types';
import type { Journal, StoredEntry } from '@/lib/journal/types';
import { packStanding } from '@/lib/pack/standing';
import { PACK_WORDS } from '@/lib/pack/words';
import { codeOf } from './failure';
import { loadMakers } from './make-pack';
import { makePiece } from './make-piece';

export interface Preview {
  readonly piece: PackPiece;
  readonly state: PreviewState;
}

export interface PreviewAccess {
  readonly shown: Preview | null;
  readonly open: (piece: PackPiece) => void;
  readonly close: () => void;
}

export function usePreview(journal: Journal, dossier: string, entries: readonly StoredEntry[]): PreviewAccess {
  const [shown, setShown] = useState<Preview | null>(null);
  const abort = useRef<AbortController | null>(null);
  const urls = useRef<string[]>([]);
  const stop = (): void => {
    abort.current?.abort();
    // A tab that shows a file has read it whole by then.
    for (const url of urls.current) URL.revokeObjectURL(url);
    urls.current = [];
  };
  useEffect(() => stop, []);
  const make = async (piece: PackPiece, signal: AbortSignal): Promise<void> => {
    const total = piece.kind === 'series' ? piece.seqs.length : piece.volumes.length;
    let done = 0;
    const show = (state: PreviewState): void => {
      if (!signal.aborted) setShown({ piece, state });
    };
    const plan = planExport(dossier, entries, momentAt(Date.now()));
    const made = await makePiece(piece, {
      standing: packStanding(entries, { present: plan.files, absent: plan.removed }),
      words: PACK_WORDS,
      read: async ({ sha256 }) => (await journal.blob(sha256)).bytes,
      makers: await loadMakers(),
      at: new Date(),
      signal,
      onShown: () => {
        done = Math.min(done + 1, total);
        show({ is: 'making', done, total });
      },
    });
    if (signal.aborted) return;
    const files = made.map(({ blob, bytes, pages }) => {
      const url = URL.createObjectURL(new Blob([blob], { type: 'application/pdf' }));
      urls.current.push(url);
      return { url, bytes, pages };
    });
    show({ is: 'ready', files });
  };
  const open = (piece: PackPiece): void => {
    stop();
    const controller = new AbortController();
    abort.current = controller;
    setShown({ piece, state: { is: 'making', done: 0, total: 0 } });
    make(piece, controller.signal).catch((cause) => {
      if (!controller.signal.aborted)
        setShown({ piece, state: { is: 'failed', code: codeOf(cause, 'export-source-failed') } });
    });
  };
  const close = (): void => {
    stop();
    setShown(null);
  };
  return { shown, open, close };
}
