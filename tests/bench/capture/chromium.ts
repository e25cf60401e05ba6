/** Opens a real Chromium with the throwaway extension, and gives the grip to drive it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page, type Worker } from 'playwright-core';
import { buildExtension } from './extension';
import type { Bench } from './worker';

export interface Grip {
  readonly page: Page;
  /** Calls the extension's background. */
  call<N extends keyof Bench>(name: N, ...args: Parameters<Bench[N]>): Promise<Awaited<ReturnType<Bench[N]>>>;
  /** Evaluates code in the background. */
  eval(code: string): Promise<unknown>;
  /** A real click on the toolbar button: grants activeTab on the page's present document. */
  click(): Promise<void>;
  /** Kills the extension's worker, as the browser does. */
  killWorker(): Promise<void>;
  close(): Promise<void>;
}

/** @param scale device pixels per CSS pixel */
export async function openChromium(scale: number, renderer?: string): Promise<Grip> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-capture-'));
  const extension = join(folder, 'extension');
  await buildExtension(extension, { browser: 'chromium', ...(renderer ? { renderer } : {}) });
  const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
    executablePath: '/usr/bin/chromium',
    headless: false,
    viewport: null,
    ignoreDefaultArgs: ['--disable-extensions', '--disable-component-extensions-with-background-pages'],
    args: [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--hide-scrollbars',
      '--window-size=1280,860',
      `--force-device-scale-factor=${scale}`,
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
    ],
  });
  const worker = async (): Promise<Worker> =>
    context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const id = new URL((await worker()).url()).host;
  const browser = context.browser();
  if (!browser) throw new Error('no browser');
  const cdp = await browser.newBrowserCDPSession();
  const page = context.pages()[0] ?? (await context.newPage());

  return {
    page,
    async call(name, ...args) {
      return (await (await worker()).evaluate(`bench[${JSON.stringify(name)}](...${JSON.stringify(args)})`)) as never;
    },
    eval: async (code: string) => (await worker()).evaluate(code),
    async click() {
      const { targetInfos } = await cdp.send('Target.getTargets', { filter: [{ type: 'tab' }] });
      const tab = targetInfos.find((target) => target.url === page.url());
      if (!tab) throw new Error(`no tab at ${page.url()}`);
      // Not in the library's types: a newer method of the protocol.
      await cdp.send('Extensions.triggerAction' as 'Browser.close', { id, targetId: tab.targetId } as never);
    },
    async killWorker() {
      const { targetInfos } = await cdp.send('Target.getTargets');
      for (const target of targetInfos.filter((one) => one.type === 'service_worker'))
        await cdp.send('Target.closeTarget', { targetId: target.targetId });
    },
    async close() {
      await context.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
