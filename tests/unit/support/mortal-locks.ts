/** Web Locks in memory, shared by contexts that can die: a dead context's locks are let go, as the browser does. */

interface Waiting {
  readonly context: object;
  readonly grant: () => void;
}

interface Held {
  readonly context: object;
  readonly release: () => void;
}

/** One lock manager for a whole pretended browser. */
export class MortalLocks {
  private readonly held = new Map<string, Held>();
  private readonly queues = new Map<string, Waiting[]>();

  /** The locks as one context sees them; `die` makes everything that it holds or waits for go away. */
  context(): { request: LockManager['request']; die: () => void } {
    const self = {};
    const request = async (name: string, second: unknown, third?: unknown): Promise<unknown> => {
      const options = (typeof second === 'function' ? {} : second) as LockOptions;
      const work = (typeof second === 'function' ? second : third) as (lock: Lock | null) => unknown;
      if (options.ifAvailable && this.held.has(name)) return work(null);
      const release = await this.take(name, self);
      try {
        return await work({ name, mode: 'exclusive' });
      } finally {
        release();
      }
    };
    return { request: request as LockManager['request'], die: () => this.bury(self) };
  }

  private async take(name: string, context: object): Promise<() => void> {
    if (this.held.has(name)) {
      await new Promise<void>((grant) => {
        const queue = this.queues.get(name) ?? [];
        queue.push({ context, grant });
        this.queues.set(name, queue);
      });
    }
    const mine: Held = { context, release: () => this.free(name, mine) };
    this.held.set(name, mine);
    return mine.release;
  }

  private free(name: string, mine: Held): void {
    if (this.held.get(name) !== mine) return;
    this.held.delete(name);
    this.queues.get(name)?.shift()?.grant();
  }

  private bury(context: object): void {
    for (const [name, queue] of this.queues)
      this.queues.set(
        name,
        queue.filter((one) => one.context !== context),
      );
    for (const one of [...this.held.values()]) if (one.context === context) one.release();
  }
}
