/** Questions and answers over a port: each question waits for its answer, for the port's end, or for its time to run out. */
import { AppError, type ErrorCode } from '@/lib/domain/errors';
import type { MessagePortLike } from './ports';

export interface PortClient<
  Q extends { readonly id: number },
  A extends { readonly id: number; readonly error?: string | undefined },
> {
  /**
   * @param timeout milliseconds
   * @throws AppError cancelled, tab-changed (the page went away), or `failure` with the page's words
   */
  ask(question: Distribute<Q>, timeout: number): Promise<A>;
}
/** Each member of a union without its `id`. */
type Distribute<Q> = Q extends { readonly id: number } ? Omit<Q, 'id'> : never;

export interface PortClientOptions<A> {
  readonly read: (message: unknown) => A | null;
  readonly failure: ErrorCode;
  readonly signal?: AbortSignal | undefined;
}

interface Waiting<A> {
  readonly resolve: (answer: A) => void;
  readonly reject: (error: AppError) => void;
}

export function portClient<
  Q extends { readonly id: number },
  A extends { readonly id: number; readonly error?: string | undefined },
>(port: MessagePortLike, options: PortClientOptions<A>): PortClient<Q, A> {
  const waiting = new Map<number, Waiting<A>>();
  let ended: AppError | null = null;
  let nextId = 1;

  function end(error: AppError): void {
    ended ??= error;
    for (const one of waiting.values()) one.reject(error);
    waiting.clear();
  }
  port.onDisconnect.addListener(() => end(new AppError('tab-changed', { detail: 'the page went away' })));
  options.signal?.addEventListener('abort', () => end(new AppError('cancelled')), { once: true });
  if (options.signal?.aborted) ended = new AppError('cancelled');
  port.onMessage.addListener((message) => {
    const answer = options.read(message);
    const one = answer && waiting.get(answer.id);
    if (!one) return;
    waiting.delete(answer.id);
    if (answer.error === undefined) one.resolve(answer);
    else one.reject(new AppError(options.failure, { detail: answer.error }));
  });

  return {
    ask(question, timeout) {
      if (ended) return Promise.reject(ended);
      const id = nextId++;
      return new Promise<A>((resolve, reject) => {
        const timer = setTimeout(() => {
          waiting.delete(id);
          reject(new AppError(options.failure, { detail: `no answer from the page in ${timeout} ms` }));
        }, timeout);
        const settled =
          <T>(then: (value: T) => void) =>
          (value: T): void => {
            clearTimeout(timer);
            then(value);
          };
        waiting.set(id, { resolve: settled(resolve), reject: settled(reject) });
        port.postMessage({ ...question, id });
      });
    },
  };
}
