/** Starts either browser by name. */
import { launchChromium } from './chromium';
import { launchFirefox } from './firefox';
import type { BrowserName, LaunchOptions, Session } from './types';

export type { BrowserName, LaunchOptions, Popup, Query, Session, Surface, Tab } from './types';

export function launch(browser: BrowserName, options: LaunchOptions): Promise<Session> {
  return browser === 'chromium' ? launchChromium(options) : launchFirefox(options);
}
