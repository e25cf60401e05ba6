/** The journal as the screens see it: opened once, its dossiers and entries kept fresh while the page is open. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { ErrorCode } from '@/lib/domain/errors';
import { appJournal } from '@/lib/flow/open-journal';
import type { DossierSummary, Journal, StoredEntry } from '@/lib/journal/types';
import { codeOf } from './failure';

export interface JournalAccess {
  readonly journal: Journal | null;
  readonly dossiers: readonly DossierSummary[] | null;
  readonly problem: ErrorCode | null;
}

/** The journal and its dossiers; `dossiers` is null until first read. */
export function useJournal(): JournalAccess {
  const [journal, setJournal] = useState<Journal | null>(null);
  const [dossiers, setDossiers] = useState<readonly DossierSummary[] | null>(null);
  const [problem, setProblem] = useState<ErrorCode | null>(null);
  useEffect(() => {
    let stop: (() => void) | null = null;
    let gone = false;
    const failed = (cause: unknown): void => setProblem(codeOf(cause, 'storage-unavailable'));
    const start = async (): Promise<void> => {
      const opened = await appJournal();
      const refresh = async (): Promise<void> => setDossiers(await opened.dossiers());
      if (gone) return;
      stop = opened.subscribe(() => void refresh().catch(failed));
      setJournal(opened);
      await refresh();
    };
    start().catch(failed);
    return () => {
      gone = true;
      stop?.();
    };
  }, []);
  return { journal, dossiers, problem };
}

export interface EntriesAccess {
  /** In order; null until first read. */
  readonly entries: readonly StoredEntry[] | null;
  readonly problem: ErrorCode | null;
}

/** Every entry of a dossier, growing as they are written, also by other windows. */
export function useEntries(journal: Journal | null, dossier: string | null): EntriesAccess {
  const [state, setState] = useState<{ dossier: string; entries: readonly StoredEntry[] } | null>(null);
  const [problem, setProblem] = useState<ErrorCode | null>(null);
  // Readings follow one another: two at once could each miss or repeat a line.
  const queue = useRef<Promise<void>>(Promise.resolve());
  const known = useRef<StoredEntry[]>([]);
  const readMore = useCallback(
    (fromStart: boolean, alive: () => boolean): void => {
      if (!journal || !dossier) return;
      queue.current = queue.current
        .then(async () => {
          if (!alive()) return;
          const have = fromStart ? [] : known.current;
          const more = await collect(journal.read(dossier, (have.at(-1)?.seq ?? 0) + 1));
          if (!alive()) return;
          known.current = [...have, ...more];
          setState({ dossier, entries: known.current });
        })
        .catch((cause) => setProblem(codeOf(cause, 'storage-unavailable')));
    },
    [journal, dossier],
  );
  useEffect(() => {
    let here = true;
    const alive = (): boolean => here;
    known.current = [];
    setProblem(null);
    readMore(true, alive);
    const stop = journal?.subscribe((change) => {
      if (change.dossier === dossier) readMore(change.seq === null, alive);
    });
    return () => {
      here = false;
      stop?.();
    };
  }, [journal, dossier, readMore]);
  return { entries: state && state.dossier === dossier ? state.entries : null, problem };
}

async function collect(stream: AsyncGenerator<StoredEntry>): Promise<StoredEntry[]> {
  const all: StoredEntry[] = [];
  for await (const stored of stream) all.push(stored);
  return all;
}

/** Gives stored bytes as a Blob; the same function as long as the journal is the same. */
export function useLoadBlob(journal: Journal | null): (sha256: string) => Promise<Blob> {
  return useCallback(
    async (sha256: string) => {
      if (!journal) throw new Error('journal not open');
      const { bytes, type } = await journal.blob(sha256);
      return new Blob([bytes], { type });
    },
    [journal],
  );
}
