/** Checks a dossier's chain and files from the journal's page: progress, cancel, and a result in data. */
import { useRef, useState } from 'preact/hooks';
import type { FileProblem, VerifyState } from '@/components/journal/VerifyPanel';
import { checkChain, sha256Hex } from '@/lib/domain/chain';
import { filesOf } from '@/lib/domain/chain-files';
import { AppError } from '@/lib/domain/errors';
import { chainOf } from '@/lib/domain/handed-over';
import { removals } from '@/lib/domain/removals';
import type { Journal, StoredEntry } from '@/lib/journal/types';
import { codeOf } from './failure';

/** One file: missing, altered, or null when its bytes are those that the entry names. */
async function fileProblem(journal: Journal, seq: number, sha256: string): Promise<FileProblem | null> {
  try {
    const { bytes } = await journal.blob(sha256);
    return (await sha256Hex(bytes)) === sha256 ? null : { seq, code: 'blob-altered' };
  } catch (cause) {
    if (cause instanceof AppError && (cause.code === 'blob-missing' || cause.code === 'blob-altered'))
      return { seq, code: cause.code };
    throw cause;
  }
}

interface Work {
  readonly journal: Journal;
  readonly dossier: string;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
}

/** Reads the chain first, then every file; @throws AppError cancelled */
async function verify({ journal, dossier, signal, onProgress }: Work): Promise<Extract<VerifyState, { is: 'done' }>> {
  const announced = await journal.count(dossier);
  const entries: StoredEntry[] = [];
  async function* lines(): AsyncGenerator<string> {
    for await (const stored of journal.read(dossier)) {
      if (signal.aborted) throw new AppError('cancelled');
      entries.push(stored);
      if (entries.length % 20 === 0) onProgress(entries.length, announced);
      yield stored.line;
    }
  }
  const chain = await checkChain(lines(), { dossier: chainOf(dossier) });
  // Removed by the person: their absence is stated, not a fault.
  const removed = removals(entries);
  const files = entries.flatMap((stored) =>
    removed.has(stored.seq)
      ? []
      : filesOf(stored.entry?.data ?? JSON.parse(stored.line)).map((file) => ({
          seq: stored.seq,
          sha256: file.sha256,
        })),
  );
  const fileProblems: FileProblem[] = [];
  for (const [index, file] of files.entries()) {
    if (signal.aborted) throw new AppError('cancelled');
    onProgress(index, files.length);
    const problem = await fileProblem(journal, file.seq, file.sha256);
    if (problem) fileProblems.push(problem);
  }
  return { is: 'done', chain, files: files.length, fileProblems };
}

export function useVerify(
  journal: Journal | null,
  dossier: string | null,
): { state: VerifyState; start: () => void; cancel: () => void } {
  const [state, setState] = useState<VerifyState>({ is: 'idle' });
  const abort = useRef<AbortController | null>(null);
  const start = (): void => {
    if (!journal || !dossier) return;
    const controller = new AbortController();
    abort.current = controller;
    setState({ is: 'running', done: 0, total: 0 });
    verify({
      journal,
      dossier,
      signal: controller.signal,
      onProgress: (done, total) => setState({ is: 'running', done, total }),
    }).then(setState, (cause) => setState({ is: 'failed', code: codeOf(cause, 'storage-unavailable') }));
  };
  return { state, start, cancel: () => abort.current?.abort() };
}
