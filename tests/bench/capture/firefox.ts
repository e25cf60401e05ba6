/** Opens a real Firefox with the throwaway extension, and gives the grip to drive it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Page } from 'puppeteer-core';
import { buildExtension, GECKO_ID } from './extension';
import type { Bench } from './worker';

const UUID = 'c0ffee00-1234-4567-89ab-0123456789ab';

export interface FirefoxGrip {
  readonly page: Page;
  call<N extends keyof Bench>(name: N, ...args: Parameters<Bench[N]>): Promise<Awaited<ReturnType<Bench[N]>>>;
  /** What a click on the toolbar button does: grants activeTab on the tab in front. */
  click(): Promise<void>;
  close(): Promise<void>;
}

/** The part of puppeteer's connection used for privileged steps (toolchain.md § 5). */
interface Bidi {
  send(
    method: string,
    params: unknown,
  ): Promise<{ result: { contexts?: { context: string }[]; result?: unknown; exceptionDetails?: { text: string } } }>;
}

/** @param scale device pixels per CSS pixel */
export async function openFirefox(scale: number): Promise<FirefoxGrip> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-capture-'));
  await buildExtension(folder, { browser: 'firefox' });
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: '/usr/bin/firefox-esr',
    headless: true,
    args: ['--remote-allow-system-access', '--width=1280', '--height=860'],
    defaultViewport: null,
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [GECKO_ID]: UUID }),
      'layout.css.devPixelsPerPx': String(scale),
    },
  });
  await browser.installExtension(folder);
  const inside = await browser.newPage();
  // The page loads; the events that puppeteer waits for never come (toolchain.md § 5).
  await inside
    .goto(`moz-extension://${UUID}/page.html`, { timeout: 3_000 })
    .catch((error: unknown) => console.error('expected:', String(error).slice(0, 80)));
  const page = await browser.newPage();
  const bidi = (browser as unknown as { connection: Bidi }).connection;
  const tree = await bidi.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const chrome = tree.result.contexts?.[0]?.context;

  return {
    page,
    call: async (name, ...args) =>
      (await inside.evaluate(
        (message) =>
          (
            globalThis as unknown as { browser: { runtime: { sendMessage(m: unknown): Promise<unknown> } } }
          ).browser.runtime.sendMessage(message),
        { call: name, args } as never,
      )) as never,
    async click() {
      await page.bringToFront();
      const code = `(() => {
        const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
        const extension = WebExtensionPolicy.getByID(${JSON.stringify(GECKO_ID)}).extension;
        const window = Services.wm.getMostRecentWindow('navigator:browser');
        extension.tabManager.addActiveTabPermission(window.gBrowser.selectedTab);
        return String(ExtensionParent !== undefined);
      })()`;
      const { result } = await bidi.send('script.evaluate', {
        expression: code,
        target: { context: chrome },
        awaitPromise: true,
      });
      if (result.exceptionDetails) throw new Error(result.exceptionDetails.text);
    },
    async close() {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
