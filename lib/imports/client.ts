/** Reads a file in a thread of its own: bounded in time, stopped on request, and nothing of it stays. */
import { MAX_READ_MS } from './limits';
import { sniff } from './sniff';
import { BLANK, type ImportInput, type ReadResult, refused } from './types';

/** A document that takes too long may be kept as it is; a picture may not: its metadata would go with it. */
function tooSlow({ bytes, name }: ImportInput): ReadResult {
  const kind = sniff(bytes, name);
  const problem = 'import-too-slow';
  if (kind === 'pdf') return { ok: true, read: { ...BLANK, what: 'pdf', type: 'application/pdf', problem } };
  if (kind === 'mail') return { ok: true, read: { ...BLANK, what: 'mail', type: 'message/rfc822', problem } };
  if (kind === 'cfb')
    return { ok: true, read: { ...BLANK, what: 'mail', type: 'application/vnd.ms-outlook', problem } };
  return refused(problem, name);
}

/**
 * Reads one file. The bytes are copied: the caller's stay as they are.
 * @param signal ends the reading (`import-cancelled`)
 */
export function readInWorker(input: ImportInput, signal?: AbortSignal, limit = MAX_READ_MS): Promise<ReadResult> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const { port1, port2 } = new MessageChannel();
  return new Promise<ReadResult>((resolve) => {
    const end = (result: ReadResult): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
      port1.close();
      worker.terminate();
      resolve(result);
    };
    const stop = (): void => end(refused('import-cancelled'));
    const timer = setTimeout(() => end(tooSlow(input)), limit);
    signal?.addEventListener('abort', stop);
    worker.onerror = (event) => end(refused('import-failed', event.message));
    port1.onmessage = (event: MessageEvent<ReadResult>) => end(event.data);
    if (signal?.aborted) {
      stop();
      return;
    }
    worker.postMessage(null, [port2]);
    port1.postMessage(input);
  });
}
