/** The shutter: pictures are asked for one at a time, far enough apart for Chromium's quota, and tried again when that helps. */
import { AppError } from '@/lib/domain/errors';
import { captureError, isQuotaError, isUnreadable } from './browser-errors';

/** Chromium allows two calls in any second; measured: 10 of 10 pass at 550 ms (toolchain.md § 3). */
export const CHROMIUM_GAP_MS = 550;
export const FIREFOX_GAP_MS = 0;

/** Waits before another try after a quota error, in ms. Another extension may be using the same quota. */
const QUOTA_WAITS = [600, 1_200, 2_400, 4_800] as const;
/** A compositor that was not ready is ready a moment later, or never (a window kept minimised). */
const UNREADABLE_WAITS = [600, 1_200] as const;

export interface ShutterOptions<A extends readonly unknown[]> {
  /** The browser's own call; gives a data URL. */
  readonly shoot: (...args: A) => Promise<string>;
  /** Milliseconds; only differences are used. */
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  /** Least time between the starts of two calls, in ms. */
  readonly gap?: number;
}

export interface Shutter<A extends readonly unknown[]> {
  /**
   * Takes one picture when its turn comes.
   * @throws AppError capture-quota, picture-unreadable, no-gesture, protected-page, tab-closed, cancelled, capture-failed
   */
  take(args: A, signal?: AbortSignal): Promise<string>;
}

/** Serialises the calls of one browser: make one for the whole background. */
export function createShutter<A extends readonly unknown[]>(options: ShutterOptions<A>): Shutter<A> {
  const gap = options.gap ?? CHROMIUM_GAP_MS;
  let queue: Promise<unknown> = Promise.resolve();
  let lastStart = Number.NEGATIVE_INFINITY;

  /** One call, spaced from the one before. A rejected call counts: its start is noted before it is made. */
  async function once(args: A): Promise<string> {
    // A loop: timers may fire early, and a clock set back must not hang us for ever.
    for (let since = options.now() - lastStart; since >= 0 && since < gap; since = options.now() - lastStart) {
      await options.sleep(gap - since);
    }
    lastStart = options.now();
    const url = await options.shoot(...args);
    if (!url?.startsWith('data:image/') || url.length < 100) throw new Error('empty picture');
    return url;
  }

  async function take(args: A, signal: AbortSignal | undefined): Promise<string> {
    const waits = { quota: [...QUOTA_WAITS] as number[], unreadable: [...UNREADABLE_WAITS] as number[] };
    for (;;) {
      if (signal?.aborted) throw new AppError('cancelled');
      try {
        return await once(args);
      } catch (error) {
        const wait = isQuotaError(error)
          ? waits.quota.shift()
          : isUnreadable(error)
            ? waits.unreadable.shift()
            : undefined;
        if (wait === undefined) throw captureError(error);
        await options.sleep(wait);
      }
    }
  }

  return {
    take(args, signal) {
      const mine = queue.then(() => take(args, signal));
      // The next one waits for this one, whatever became of it; this one's error goes to its own caller.
      queue = mine.then(ignore, ignore);
      return mine;
    },
  };
}

function ignore(): void {
  // The outcome belongs to the caller of `take`.
}
