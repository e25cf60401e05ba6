/** The built product in a real browser on the stand-in portal, ready for a test, and closed whatever happens. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Portal, type PortalOptions, startPortal } from '../../portal/portal';
import {
  type BrowserName,
  type LaunchOptions,
  launch as launchBrowser,
  type Popup,
  type Session,
  type Tab,
} from '../drivers';
import { openReader, type Reader } from './journal-reader';

const ROOT = new URL('../../..', import.meta.url).pathname;

export const BROWSERS: readonly BrowserName[] = ['chromium', 'firefox'];

export interface Product {
  readonly browser: BrowserName;
  readonly portal: Portal;
  readonly session: Session;
  readonly journal: Reader;
  close(): Promise<void>;
}

/** Where the build of a browser is. @throws Error when it has not been built */
export function builtExtension(browser: BrowserName): string {
  const folder = join(ROOT, '.output', browser === 'chromium' ? 'chrome-mv3' : 'firefox-mv3');
  if (!existsSync(join(folder, 'manifest.json'))) throw new Error(`not built: npm run build (${folder})`);
  return folder;
}

/** Starts a portal and a browser with the extension. The welcome page that opens by itself is left open. */
export async function openProduct(
  browser: BrowserName,
  options: Omit<Partial<LaunchOptions>, 'portal' | 'extensionDir'> & { portal?: PortalOptions } = {},
): Promise<Product> {
  const { portal: portalOptions, ...launch } = options;
  const portal = await startPortal(portalOptions);
  try {
    const session = await launchBrowser(browser, {
      extensionDir: builtExtension(browser),
      portal,
      viewport: { width: 1280, height: 800 },
      ...launch,
    });
    const journal = await openReader(session);
    const close = async (): Promise<void> => {
      await session.close();
      await portal.close();
    };
    return { browser, portal, session, journal, close };
  } catch (cause) {
    await portal.close();
    throw cause;
  }
}

/** The two buttons of the popup that take a picture (`data-action`). */
export type CaptureButton = 'capture-view' | 'capture-page';

const RESULT = '[data-banner="capture-saved"], [data-banner="capture-failed"]';

/**
 * As slow as a person: the page has settled before anybody opens the popup. Faster than that, the popup is drawn for a
 * page that is not there yet, and its question comes after the click (desk.test.ts does so on purpose).
 */
export function pageRead(): Promise<void> {
  return new Promise((done) => setTimeout(done, 2_000));
}

/** A person's capture: real click on the toolbar, click in the popup, wait for the result line. Gives its text. */
export async function captureByHand(
  session: Session,
  tab: Tab,
  button: CaptureButton = 'capture-view',
): Promise<string> {
  await tab.bringToFront();
  const popup = await session.clickToolbar(tab);
  try {
    return await captureIn(popup, button);
  } finally {
    await popup.close();
  }
}

/** The same in a popup that is already open. */
export async function captureIn(popup: Popup, button: CaptureButton = 'capture-view'): Promise<string> {
  await popup.click(`[data-action="${button}"]`);
  await popup.waitFor(RESULT, { timeout: 120_000 });
  return popup.evaluate((selector: string) => document.querySelector(selector)?.textContent ?? '', RESULT);
}
