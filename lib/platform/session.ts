/** Memory that outlives the worker but not the browser: storage.session, one lock a key so that no change is lost. */
import { browser } from './browser';

/** Reads a value; null when there is none. The caller knows the shape: it is only ever written by us, in this session. */
export async function recall<T>(key: string): Promise<T | null> {
  return ((await browser.storage.session.get(key))[key] as T | undefined) ?? null;
}

/** Changes a value under the lock of its key; giving null forgets it. */
export async function remember<T>(
  key: string,
  change: (before: T | null) => T | null | Promise<T | null>,
): Promise<T | null> {
  return navigator.locks.request(`session:${key}`, async () => {
    const after = await change(await recall<T>(key));
    if (after === null) await browser.storage.session.remove(key);
    else await browser.storage.session.set({ [key]: after });
    return after;
  });
}

/** Hears changes of this memory from any context. Returns the way to stop. */
export function onSessionChanged(listener: (keys: string[]) => void): () => void {
  const heard = (changes: Record<string, unknown>, area: string): void => {
    if (area === 'session') listener(Object.keys(changes));
  };
  browser.storage.onChanged.addListener(heard);
  return () => browser.storage.onChanged.removeListener(heard);
}
