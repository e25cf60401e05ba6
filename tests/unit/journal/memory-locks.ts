/** Web Locks in memory, for Node 20 that has none: exclusive locks, first come first served, `ifAvailable`, released when the work ends. */

interface Held {
  readonly name: string;
  /** Settles when the holder lets go. */
  readonly released: Promise<void>;
}

type Work<T> = (lock: Lock | null) => T;

/** One instance is one origin: give the same to every journal of a test, as contexts of one extension share theirs. */
export class MemoryLocks implements Pick<LockManager, 'request' | 'query'> {
  readonly #queues = new Map<string, Held[]>();

  request<T>(name: string, callback: Work<T>): Promise<Awaited<T>>;
  request<T>(name: string, options: LockOptions, callback: Work<T>): Promise<Awaited<T>>;
  async request<T>(name: string, second: LockOptions | Work<T>, third?: Work<T>): Promise<Awaited<T>> {
    const work = typeof second === 'function' ? second : third;
    if (!work) throw new TypeError('no callback');
    const { ifAvailable, mode, signal, steal } = typeof second === 'function' ? {} : second;
    if (mode === 'shared' || signal || steal) throw new Error('this double has exclusive locks only');
    const queue = this.#queues.get(name) ?? [];
    // Asynchronous even when free, as in a browser.
    if (ifAvailable && queue.length > 0) return await Promise.resolve(null).then(work);
    const before = queue.at(-1)?.released ?? Promise.resolve();
    let release: () => void = () => undefined;
    const held: Held = { name, released: new Promise((done) => (release = done)) };
    this.#queues.set(name, [...queue, held]);
    await before;
    try {
      return await work({ name, mode: 'exclusive' });
    } finally {
      const rest = (this.#queues.get(name) ?? []).filter((one) => one !== held);
      if (rest.length > 0) this.#queues.set(name, rest);
      else this.#queues.delete(name);
      release();
    }
  }

  async query(): Promise<LockManagerSnapshot> {
    const queues = [...this.#queues.values()];
    const info = (held: Held): LockInfo => ({ name: held.name, mode: 'exclusive', clientId: 'memory' });
    return {
      held: queues.flatMap((queue) => queue.slice(0, 1).map(info)),
      pending: queues.flatMap((queue) => queue.slice(1).map(info)),
    };
  }
}

/** The lock manager of a browser where locks hold nobody back: what the journal must survive all the same. */
export const NO_LOCKS: Pick<LockManager, 'request'> = {
  request: async <T>(name: string, second: LockOptions | Work<T>, third?: Work<T>): Promise<Awaited<T>> => {
    const work = typeof second === 'function' ? second : third;
    if (!work) throw new TypeError('no callback');
    return await work({ name, mode: 'exclusive' });
  },
};
