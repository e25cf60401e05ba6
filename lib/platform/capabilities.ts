/** What this browser can do, asked once and by feature where the feature can be seen. */
import { browser } from './browser';

/** Firefox takes a rectangle of the page by itself (`captureVisibleTab` with `rect`); no feature test shows it. */
export const isFirefox = import.meta.env.BROWSER === 'firefox';

/** Product version as in package.json. */
export function productVersion(): string {
  return browser.runtime.getManifest().version;
}

/** Browser name and major version, all that the journal keeps of it (domain.md § 7.2, « minimal »). */
export function browserName(userAgent: string = navigator.userAgent): string {
  const found = /(Firefox|Edg|OPR|Chrome)\/(\d+)/.exec(userAgent.replace(/Chrome\/(\d+).*(Edg|OPR)\/(\d+)/, '$2/$3'));
  if (!found) return 'navigateur inconnu';
  const names: Record<string, string> = { Edg: 'Edge', OPR: 'Opera', Chrome: 'Chromium' };
  return `${names[found[1] ?? ''] ?? found[1]} ${found[2]}`;
}

/** The keys of a command as the browser has them now; null when none is set or the browser has no shortcuts (Android). */
export async function currentShortcut(name: string): Promise<string | null> {
  if (!browser.commands) return null;
  const all = await browser.commands.getAll();
  return all.find((command) => command.name === name)?.shortcut || null;
}
