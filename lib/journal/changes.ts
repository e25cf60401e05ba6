/** Live updates: who subscribed here, and the other contexts of the extension by BroadcastChannel. */

export interface Change {
  readonly dossier: string;
  /** Number of the new entry; null when more than one thing changed. */
  readonly seq: number | null;
}

export type Listener = (change: Change) => void;

/** Tells the listeners of this context and of the others; a change is announced only once it is committed. */
export class Changes {
  readonly #listeners = new Set<Listener>();
  readonly #channel: BroadcastChannel;

  constructor(name: string) {
    this.#channel = new BroadcastChannel(`journal:${name}`);
    this.#channel.addEventListener('message', (event: MessageEvent<unknown>) => {
      if (isChange(event.data)) this.#tell(event.data);
    });
  }

  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  announce(change: Change): void {
    this.#tell(change);
    this.#channel.postMessage(change);
  }

  close(): void {
    this.#listeners.clear();
    this.#channel.close();
  }

  /** Each in its own microtask: a listener that throws neither fails the append nor silences the others. */
  #tell(change: Change): void {
    for (const listener of this.#listeners) {
      queueMicrotask(() => {
        if (this.#listeners.has(listener)) listener(change);
      });
    }
  }
}

function isChange(value: unknown): value is Change {
  return (
    typeof value === 'object' &&
    value !== null &&
    'dossier' in value &&
    typeof value.dossier === 'string' &&
    'seq' in value &&
    (value.seq === null || typeof value.seq === 'number')
  );
}
