/** Whether the browser may erase what we keep when room is short, asked of the browser itself. */
import { isFirefox } from './capabilities';

/**
 * `granted`: the browser answered that it keeps our storage. `by-permission`: Chromium answers no to everybody, and its
 * documentation says that `unlimitedStorage` exempts an extension from eviction (developer.chrome.com, « Storage and
 * cookies », seen 2026-11-22): nothing here can check it. `not-granted`: no promise.
 */
export type StorageProtection = 'granted' | 'by-permission' | 'not-granted';

/**
 * Asks for protection where it is not given yet. Neither browser shows a prompt to an extension that has
 * `unlimitedStorage`; Firefox then says yes and its quota rises, Chromium says no (measured, 153 and 156).
 */
export async function protectStorage(
  storage: Pick<StorageManager, 'persist' | 'persisted'> | undefined = navigator.storage,
  firefox: boolean = isFirefox,
): Promise<StorageProtection> {
  if (storage && ((await storage.persisted()) || (await storage.persist()))) return 'granted';
  return firefox ? 'not-granted' : 'by-permission';
}
