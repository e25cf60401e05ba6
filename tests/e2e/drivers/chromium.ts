/** Drives the built extension in Debian's Chromium: playwright-core launches, the DevTools protocol does the rest. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type BrowserContext, chromium } from 'playwright-core';
import { findChromium } from '../../commands/chromium';
import { expressionOf, LAUNCH, until } from './base-surface';
import { ChromiumSurface } from './chromium-surface';
import { environment, switches } from './chromium-switches';
import { asOurs, ChromiumTab } from './chromium-tab';
import { type Attached, Targets } from './chromium-targets';
import { type Display, handsOn, startDisplay } from './display';
import { waitForFile } from './downloads';
import type { LaunchOptions, Popup, Session, Tab, WaitOptions } from './types';

/** What we use of the browser's names, inside functions that run in its pages. */
declare const chrome: {
  readonly commands: { getAll(): Promise<{ readonly name?: string; readonly shortcut?: string }[]> };
  readonly permissions: {
    request(wanted: { origins: string[] }): Promise<boolean>;
    contains(wanted: { origins: string[] }): Promise<boolean>;
  };
};

export const chromiumPath = (): string => findChromium() ?? '/usr/bin/chromium';

type Hands = Omit<Display, 'stop'>;

class ChromiumSession implements Session {
  readonly browser = 'chromium' as const;
  readonly headless: boolean;
  readonly extensionId: string;
  readonly baseUrl: string;
  readonly downloadDir: string;
  private readonly seenErrors: string[] = [];
  private readonly context: BrowserContext;
  private readonly targets: Targets;
  private readonly extensionDir: string;
  private readonly hands: Hands | null;
  private readonly cleanup: (() => Promise<void>)[];

  constructor(parts: {
    context: BrowserContext;
    targets: Targets;
    extensionId: string;
    extensionDir: string;
    downloadDir: string;
    hands: Hands | null;
    headless: boolean;
    cleanup: (() => Promise<void>)[];
  }) {
    this.context = parts.context;
    this.targets = parts.targets;
    this.extensionId = parts.extensionId;
    this.baseUrl = `chrome-extension://${parts.extensionId}/`;
    this.extensionDir = parts.extensionDir;
    this.downloadDir = parts.downloadDir;
    this.hands = parts.hands;
    this.headless = parts.headless;
    this.cleanup = parts.cleanup;
  }

  async newTab(url?: string): Promise<ChromiumTab> {
    return this.opened(await this.targets.create('about:blank'), url);
  }

  async newWindow(url?: string): Promise<ChromiumTab> {
    return this.opened(await this.targets.create('about:blank', { newWindow: true }), url);
  }

  openPage(path: string): Promise<ChromiumTab> {
    return this.newTab(this.baseUrl + path);
  }

  async waitForPage(path: string, options: WaitOptions = {}): Promise<Tab> {
    const found = await until(
      async () =>
        `our page ${path} did not open; open: ${(await this.targets.list('page')).map((one) => one.url).join(' ')}`,
      async () => (await this.targets.list('page')).find((one) => one.url.startsWith(this.baseUrl + path)) ?? null,
      options.timeout,
    );
    return this.opened(found.targetId);
  }

  async clickToolbar(tab: Tab): Promise<Popup> {
    const before = await this.popups();
    await tab.bringToFront();
    await this.targets.triggerAction(this.extensionId, await this.targets.tabOf(asOurs(tab).targetId));
    const popup = await until(
      'the popup did not open',
      async () => (await this.popups()).find((one) => !before.includes(one)) ?? null,
    );
    const attached = await this.targets.attach(popup, this.listener('popup'));
    await attached.send('Runtime.enable');
    const surface = new ChromiumSurface(attached.send, async () => {
      // Escape is how a person closes it; a popup that is already closed is no failure.
      await attached.send('Runtime.evaluate', { expression: 'window.close()' }).catch((error: unknown) => {
        if (!/closed/.test(String(error))) throw error;
      });
      await until('the popup did not close', async () => ((await this.popups()).includes(popup) ? null : true));
    });
    await surface.waitForText(/\S/);
    return surface;
  }

  async pressShortcut(tab: Tab, command: string): Promise<void> {
    const assigned = await this.evaluateInExtension(() => chrome.commands.getAll());
    if (!assigned.find((one) => one.name === command)?.shortcut) {
      throw new Error(`Chromium gave no shortcut to the command « ${command} »: the suggested key is taken`);
    }
    const manifest = JSON.parse(await readFile(join(this.extensionDir, 'manifest.json'), 'utf8')) as {
      commands?: Record<string, { suggested_key?: { default?: string } }>;
    };
    const keys = manifest.commands?.[command]?.suggested_key?.default;
    if (!keys) throw new Error(`the manifest suggests no key for « ${command} »`);
    await tab.bringToFront();
    await this.screen().key(keys.toLowerCase());
  }

  /** The item stands third from the bottom, above « view source » and « inspect » (Chromium 156, one item of ours). */
  async contextMenu(tab: Tab, _label: string): Promise<void> {
    const { key, click } = this.screen();
    await tab.bringToFront();
    const origin = await tab.evaluate(
      () => [window.screenX, window.screenY + window.outerHeight - window.innerHeight] as const,
    );
    await click(origin[0] + 8, origin[1] + 8, 3);
    await sleep(500); // the menu is drawn by the browser: nothing says when it is ready
    for (const one of ['Up', 'Up', 'Up', 'Return']) {
      await key(one);
      await sleep(80);
    }
  }

  async acceptHosts(origins: readonly string[], click: () => Promise<void>): Promise<void> {
    if (this.headless) {
      await this.inSettings(origins, 'addHostPermission');
      await click();
    } else {
      await click();
      await sleep(800); // the browser's own dialog; « Refuser » has the focus, « Autoriser » is next
      await this.screen().key('Tab');
      await this.screen().key('Return');
    }
    await until(`the hosts were not granted: ${origins.join(' ')}`, async () =>
      (await this.hasHosts(origins)) ? true : null,
    );
  }

  async refuseHosts(click: () => Promise<void>): Promise<void> {
    const { key } = this.screen();
    await click();
    await sleep(800);
    await key('Return');
  }

  /** First the browser's settings, then the request that they already answer: only then is the host in force. */
  async grantHosts(origins: readonly string[]): Promise<void> {
    await this.inSettings(origins, 'addHostPermission');
    const given = await this.aside(`${this.baseUrl}manifest.json`, async (send) => {
      const expression = expressionOf((wanted: string[]) => chrome.permissions.request({ origins: wanted }), origins);
      const { result } = await send('Runtime.evaluate', {
        expression,
        awaitPromise: true,
        returnByValue: true,
        userGesture: true,
      });
      return (result as { value?: unknown }).value;
    });
    if (given !== true) throw new Error(`the hosts were not granted: ${origins.join(' ')}`);
  }

  revokeHosts(origins: readonly string[]): Promise<void> {
    return this.inSettings(origins, 'removeHostPermission');
  }

  async hasHosts(origins: readonly string[]): Promise<boolean> {
    return this.aside(`${this.baseUrl}manifest.json`, async (send) => {
      const expression = expressionOf((wanted: string[]) => chrome.permissions.contains({ origins: wanted }), origins);
      const { result } = await send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
      return (result as { value?: unknown }).value === true;
    });
  }

  async killWorker(): Promise<void> {
    // A worker that is woken at once keeps its target's name: only its time of birth tells one life from the next.
    const lives = async (): Promise<string[]> =>
      Promise.all((await this.workers()).map(async (one) => `${one} ${await this.targets.birthOf(one)}`));
    const running = await lives();
    for (const one of running) await this.targets.close(one.split(' ')[0] ?? '');
    await until('the worker did not stop', async () => {
      const now = await lives();
      return running.some((one) => now.includes(one)) ? null : true;
    });
  }

  async evaluateInExtension<T>(work: () => T | Promise<T>): Promise<T> {
    return this.aside(`${this.baseUrl}manifest.json`, async (send) =>
      new ChromiumSurface(send, async () => undefined).evaluate(work),
    );
  }

  /** In the worker itself, which must be running. */
  async evaluateInBackground<T>(work: (world: typeof globalThis) => T | Promise<T>): Promise<T> {
    const [worker] = await this.workers();
    if (!worker) throw new Error('the worker is stopped');
    const attached = await this.targets.attach(worker);
    try {
      const expression = `(() => { const __name = (f) => f; return (${work.toString()})(globalThis); })()`;
      const { result, exceptionDetails } = await attached.send('Runtime.evaluate', {
        expression,
        awaitPromise: true,
        returnByValue: true,
      });
      if (exceptionDetails) throw new Error(JSON.stringify(exceptionDetails));
      return (result as { value?: unknown }).value as T;
    } finally {
      await attached.detach();
    }
  }

  waitForDownload(name: RegExp, options: WaitOptions = {}): Promise<string> {
    return waitForFile(this.downloadDir, name, options.timeout);
  }

  async close(): Promise<void> {
    await this.context.close();
    for (const one of this.cleanup) await one();
  }

  waitForClose(): Promise<void> {
    return new Promise((resolve) => this.context.once('close', () => resolve()));
  }

  async errors(): Promise<readonly string[]> {
    return [...this.seenErrors];
  }

  /** Listens to the errors of the worker, now and each time that it starts. */
  watchWorkers(): void {
    const watch = async (): Promise<void> => {
      for (const targetId of await this.workers()) {
        const attached = await this.targets.attach(targetId, this.listener('worker'));
        await attached.send('Runtime.enable');
      }
    };
    const heard = (): void => {
      watch().catch((error: unknown) => this.seenErrors.push(`driver: the worker could not be listened to: ${error}`));
    };
    heard();
    this.context.on('serviceworker', heard);
    this.watchOpenPages().catch((error: unknown) => this.seenErrors.push(`driver: ${error}`));
    this.context.on('page', (page) => {
      page.on('pageerror', (error) => {
        if (page.url().startsWith(this.baseUrl)) this.seenErrors.push(`${page.url()}: ${error.stack ?? error.message}`);
      });
      page.on('console', (message) => {
        if (message.type() === 'error' && page.url().startsWith(this.baseUrl))
          this.seenErrors.push(`${page.url()}: ${message.text()}`);
      });
    });
  }

  /** Our pages that opened before we could listen: enabling the runtime tells again what they said. */
  private async watchOpenPages(): Promise<void> {
    for (const one of await this.targets.list('page')) {
      if (!one.url.startsWith(this.baseUrl)) continue;
      const attached = await this.targets.attach(one.targetId, this.listener(one.url));
      await attached.send('Runtime.enable');
    }
  }

  private async opened(targetId: string, url?: string): Promise<ChromiumTab> {
    const attached = await this.targets.attach(targetId);
    const tab = new ChromiumTab(this.targets, targetId, attached);
    await attached.send('Page.enable');
    if (url) await tab.goto(url);
    return tab;
  }

  private async popups(): Promise<string[]> {
    return (await this.targets.list('page'))
      .filter((one) => one.url.startsWith(`${this.baseUrl}popup`))
      .map((one) => one.targetId);
  }

  private async workers(): Promise<string[]> {
    return (await this.targets.list('service_worker'))
      .filter((one) => one.url.startsWith(this.baseUrl))
      .map((one) => one.targetId);
  }

  private listener(where: string): (method: string, params: Record<string, unknown>) => void {
    return (method, params) => {
      if (method === 'Runtime.exceptionThrown') {
        const details = params['exceptionDetails'] as { text: string; exception?: { description?: string } };
        this.seenErrors.push(`${where}: ${details.exception?.description ?? details.text}`);
      }
      if (method === 'Runtime.consoleAPICalled' && params['type'] === 'error') {
        const words = params['args'] as { value?: unknown; description?: string }[];
        this.seenErrors.push(`${where}: ${words.map((one) => String(one.value ?? one.description)).join(' ')}`);
      }
    };
  }

  /** A document opened behind the others, used and closed. */
  private async aside<T>(url: string, work: (send: Attached['send']) => Promise<T>): Promise<T> {
    const targetId = await this.targets.create(url, { background: true });
    const attached = await this.targets.attach(targetId);
    try {
      await until('the document did not load', async () => {
        const { result } = await attached.send('Runtime.evaluate', {
          expression: `document.readyState + location.href`,
        });
        return String((result as { value?: unknown }).value).startsWith(`complete${url.split(':')[0]}`) ? true : null;
      });
      return await work(attached.send);
    } finally {
      await this.targets.close(targetId);
    }
  }

  /** What the switches of chrome://extensions call. */
  private async inSettings(
    origins: readonly string[],
    method: 'addHostPermission' | 'removeHostPermission',
  ): Promise<void> {
    await this.aside('chrome://extensions/', async (send) => {
      for (const origin of origins) {
        const expression = `new Promise((done, failed) => chrome.developerPrivate.${method}(${JSON.stringify(this.extensionId)}, ${JSON.stringify(origin)}, () => chrome.runtime.lastError ? failed(new Error(chrome.runtime.lastError.message)) : done(true)))`;
        const { exceptionDetails } = await send('Runtime.evaluate', { expression, awaitPromise: true });
        if (exceptionDetails) throw new Error(`${method} ${origin}: ${JSON.stringify(exceptionDetails)}`);
      }
    });
  }

  private screen(): Hands {
    if (!this.hands)
      throw new Error('the browser’s own keys, menus and prompts need a window: launch with headless: false');
    return this.hands;
  }
}

/** Starts Chromium with the built extension and the stand-in sites. */
export async function launchChromium(options: LaunchOptions): Promise<Session> {
  const extensionDir = resolve(options.extensionDir);
  const headless = options.headless !== false;
  const cleanup: (() => Promise<void>)[] = [];
  const virtual = headless || options.ownDisplay ? null : await startDisplay();
  if (virtual) cleanup.push(() => virtual.stop());
  const own = process.env['DISPLAY'];
  const hands = virtual ?? (!headless && own ? handsOn(own) : null);
  const downloadDir = options.downloadDir ?? (await mkdtemp(join(tmpdir(), 'carnet-telechargements-')));
  if (!options.downloadDir) cleanup.push(() => rm(downloadDir, { recursive: true, force: true }));
  try {
    const context = await chromium.launchPersistentContext(options.profileDir ?? '', {
      executablePath: chromiumPath(),
      headless: false,
      viewport: null,
      colorScheme: null,
      ignoreDefaultArgs: ['--disable-extensions', '--disable-component-extensions-with-background-pages'],
      args: switches(options, extensionDir),
      env: environment(options, hands?.name),
    });
    return await prepare(context, { extensionDir, downloadDir, hands, headless, cleanup, options });
  } catch (error) {
    for (const one of cleanup) await one();
    throw error;
  }
}

async function prepare(
  context: BrowserContext,
  parts: {
    extensionDir: string;
    downloadDir: string;
    hands: Hands | null;
    headless: boolean;
    cleanup: (() => Promise<void>)[];
    options: LaunchOptions;
  },
): Promise<Session> {
  const browser = context.browser();
  if (!browser) throw new Error('no connection to the browser');
  const cdp = await browser.newBrowserCDPSession();
  await cdp.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: parts.downloadDir });
  const targets = new Targets(cdp);
  const worker = await until(
    'the extension did not start (is it built?)',
    async () => (await targets.list('service_worker')).find((one) => one.url.startsWith('chrome-extension://')) ?? null,
    LAUNCH,
  );
  const session = new ChromiumSession({ ...parts, context, targets, extensionId: new URL(worker.url).host });
  session.watchWorkers();
  const first = await session.newTab('about:blank');
  const { width, height } = parts.options.viewport ?? { width: 1280, height: 800 };
  await first.sizeTo(width, height);
  await first.close();
  return session;
}
