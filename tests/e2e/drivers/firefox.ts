/** Drives the built extension in Firefox: puppeteer-core launches and installs, WebDriver BiDi does the rest. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import { LAUNCH, until } from './base-surface';
import { type Display, startDisplay } from './display';
import { waitForFile } from './downloads';
import { FirefoxWindow } from './firefox-chrome';
import { type Bidi, evaluateIn, FirefoxSurface } from './firefox-surface';
import type { LaunchOptions, Popup, Session, Tab, WaitOptions } from './types';

export const firefoxPath = (): string => process.env['FIREFOX'] ?? '/usr/bin/firefox-esr';

/** The extension's address in the tests: fixed by a preference, so that pages can be opened by name. */
const UUID = '3f0d5a52-1d6c-4c1b-9a5e-2f7f5f1c0c93';

interface Manifest {
  readonly browser_specific_settings: { readonly gecko: { readonly id: string } };
  readonly commands?: Record<string, { readonly suggested_key?: { readonly default?: string } }>;
}

interface Context {
  readonly context: string;
  readonly url: string;
}

function preferences(
  options: LaunchOptions,
  id: string,
  downloadDir: string,
): Record<string, string | number | boolean> {
  return {
    'network.proxy.type': 1,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': options.portal.proxyPort,
    'network.proxy.no_proxies_on': '',
    'extensions.webextensions.uuids': JSON.stringify({ [id]: UUID }),
    'intl.locale.requested': options.lang ?? 'fr',
    'intl.accept_languages': options.lang ?? 'fr',
    'browser.download.folderList': 2,
    'browser.download.dir': downloadDir,
    'browser.download.useDownloadDir': true,
    // The panel that opens at each download takes the keyboard away from the page.
    'browser.download.alwaysOpenPanel': false,
    'browser.download.always_ask_before_handling_new_types': false,
    // Prompts may be answered at once: a person's second thought is not what is tested.
    'security.notification_enable_delay': 0,
    'security.dialog_enable_delay': 0,
    'layout.css.devPixelsPerPx': String(options.deviceScaleFactor ?? 1),
    // 0 is dark and 1 is light.
    'layout.css.prefers-color-scheme.content-override': options.colorScheme === 'dark' ? 0 : 1,
    'ui.systemUsesDarkTheme': options.colorScheme === 'dark' ? 1 : 0,
    ...options.portal.firefoxPrefs(),
  };
}

class FirefoxTab extends FirefoxSurface implements Tab {
  async goto(url: string): Promise<{ failed: string | null }> {
    // The extension's own pages give no load event to the remote agent: ask the document instead.
    const wait = url.startsWith('moz-extension:') ? 'none' : 'complete';
    let failed: string | null = null;
    try {
      await this.bidi('browsingContext.navigate', { context: this.context, url, wait });
    } catch (error) {
      failed = String(error).match(/NS_ERROR_\w+|neterror|Error: \S+/)?.[0] ?? String(error);
    }
    // The browser's own error page is closed to the remote agent: nothing more can be asked of it.
    if (failed === null) await this.loaded(url);
    return { failed };
  }

  async reload(): Promise<{ failed: string | null }> {
    return this.goto(await this.url());
  }

  async url(): Promise<string> {
    const tree = await this.bidi('browsingContext.getTree', { root: this.context, maxDepth: 0 });
    return (tree['contexts'] as Context[])[0]?.url ?? '';
  }

  title(): Promise<string> {
    return this.evaluate(() => document.title);
  }

  async bringToFront(): Promise<void> {
    await this.bidi('browsingContext.activate', { context: this.context });
  }

  async resizeTo(width: number, height: number): Promise<void> {
    await this.bidi('browsingContext.setViewport', { context: this.context, viewport: { width, height } });
  }

  fullScreenshot(): Promise<Buffer> {
    return this.picture('document');
  }

  private async loaded(url: string): Promise<void> {
    const scheme = url.split(':')[0] ?? '';
    await until('the page did not finish loading', async () => {
      const state = await this.evaluate(() => `${document.readyState} ${location.href}`).catch(() => 'gone');
      const there = scheme !== 'moz-extension' || state.includes(' moz-extension:');
      return state.startsWith('complete') && there ? true : null;
    });
  }
}

class FirefoxSession implements Session {
  readonly browser = 'firefox' as const;
  readonly headless: boolean;
  readonly extensionId: string;
  readonly baseUrl = `moz-extension://${UUID}/`;
  readonly downloadDir: string;
  private readonly logged: readonly string[];
  private readonly puppet: Browser;
  private readonly bidi: Bidi;
  private readonly window: FirefoxWindow;
  private readonly manifest: Manifest;
  private readonly cleanup: (() => Promise<void>)[];

  constructor(parts: {
    puppet: Browser;
    logged: readonly string[];
    bidi: Bidi;
    window: FirefoxWindow;
    manifest: Manifest;
    downloadDir: string;
    headless: boolean;
    cleanup: (() => Promise<void>)[];
  }) {
    this.puppet = parts.puppet;
    this.logged = parts.logged;
    this.bidi = parts.bidi;
    this.window = parts.window;
    this.manifest = parts.manifest;
    this.extensionId = parts.manifest.browser_specific_settings.gecko.id;
    this.downloadDir = parts.downloadDir;
    this.headless = parts.headless;
    this.cleanup = parts.cleanup;
  }

  newTab(url?: string): Promise<FirefoxTab> {
    return this.created('tab', url);
  }

  newWindow(url?: string): Promise<FirefoxTab> {
    return this.created('window', url);
  }

  openPage(path: string): Promise<FirefoxTab> {
    return this.newTab(this.baseUrl + path);
  }

  async waitForPage(path: string, options: WaitOptions = {}): Promise<Tab> {
    const found = await until(
      async () => `our page ${path} did not open; open: ${(await this.contexts()).map((one) => one.url).join(' ')}`,
      async () => (await this.contexts()).find((one) => one.url.startsWith(this.baseUrl + path)) ?? null,
      options.timeout,
    );
    return this.tab(found.context);
  }

  async clickToolbar(tab: Tab): Promise<Popup> {
    await tab.bringToFront();
    // A popup that opened a tab of ours stays open behind it: a person's next click would only close it.
    await this.closePopups();
    await this.window.clickButton();
    const context = await until('the popup did not open', () => this.window.popupContext());
    const popup = new FirefoxSurface(this.bidi, context, () => this.closePopups());
    await popup.waitForText(/\S/);
    return popup;
  }

  async pressShortcut(tab: Tab, command: string): Promise<void> {
    const keys = this.manifest.commands?.[command]?.suggested_key?.default;
    if (!keys) throw new Error(`the manifest suggests no key for « ${command} »`);
    await tab.bringToFront();
    await this.window.pressKeys(keys);
  }

  async contextMenu(tab: Tab, label: string): Promise<void> {
    await tab.bringToFront();
    if (!(tab instanceof FirefoxTab)) throw new Error('not a tab of this browser');
    await tab.point(8, 8, 2);
    await until('the context menu did not open', async () => ((await this.window.chooseMenuItem(label)) ? true : null));
  }

  async acceptHosts(origins: readonly string[], click: () => Promise<void>): Promise<void> {
    await click();
    await this.answer(true);
    await until(`the hosts were not granted: ${origins.join(' ')}`, async () =>
      (await this.hasHosts(origins)) ? true : null,
    );
  }

  async refuseHosts(click: () => Promise<void>): Promise<void> {
    await click();
    await this.answer(false);
  }

  grantHosts(origins: readonly string[]): Promise<void> {
    return this.window.changeHosts('add', origins);
  }

  revokeHosts(origins: readonly string[]): Promise<void> {
    return this.window.changeHosts('remove', origins);
  }

  hasHosts(origins: readonly string[]): Promise<boolean> {
    return this.window.hasHosts(origins);
  }

  killWorker(): Promise<void> {
    return this.window.stopBackground();
  }

  async evaluateInExtension<T>(work: () => T | Promise<T>): Promise<T> {
    const { context } = (await this.bidi('browsingContext.create', { type: 'tab', background: true })) as {
      context: string;
    };
    const tab = this.tab(context);
    try {
      await tab.goto(`${this.baseUrl}manifest.json`);
      return await tab.evaluate(work);
    } finally {
      await tab.close();
    }
  }

  /** The background page is woken and lends its global object. What `work` defines there dies with the document that runs it: it stays open. */
  async evaluateInBackground<T>(work: (world: typeof globalThis) => T | Promise<T>): Promise<T> {
    const { context } = (await this.bidi('browsingContext.create', { type: 'tab', background: true })) as {
      context: string;
    };
    await this.tab(context).goto(`${this.baseUrl}manifest.json`);
    const expression = `(() => { const __name = (f) => f; return browser.runtime.getBackgroundPage().then((world) => (${work.toString()})(world)); })()`;
    return (await evaluateIn(this.bidi, context, expression)) as T;
  }

  waitForDownload(name: RegExp, options: WaitOptions = {}): Promise<string> {
    return waitForFile(this.downloadDir, name, options.timeout);
  }

  waitForClose(): Promise<void> {
    return new Promise((resolve) => this.puppet.once('disconnected', () => resolve()));
  }

  async errors(): Promise<readonly string[]> {
    return [...new Set([...(await this.window.scriptErrors()), ...this.logged])];
  }

  async close(): Promise<void> {
    await this.puppet.close();
    for (const one of this.cleanup) await one();
  }

  /** Sizes the window, puts our button in the toolbar. */
  async prepare(width: number, height: number): Promise<void> {
    await this.window.pinButton();
    await until(
      `the page did not take ${width}×${height}`,
      async () => ((await this.window.sizeTo(width, height)) ? true : null),
      LAUNCH,
    );
  }

  private async closePopups(): Promise<void> {
    await this.window.closePopup();
    await until('the popup did not close', async () => ((await this.window.popupContext()) === null ? true : null));
  }

  private answer(accept: boolean): Promise<boolean> {
    return until('the permission prompt did not show', async () =>
      (await this.window.answerPrompt(accept)) ? true : null,
    );
  }

  private async created(type: 'tab' | 'window', url?: string): Promise<FirefoxTab> {
    const { context } = (await this.bidi('browsingContext.create', { type })) as { context: string };
    const tab = this.tab(context);
    if (url) await tab.goto(url);
    return tab;
  }

  private tab(context: string): FirefoxTab {
    return new FirefoxTab(this.bidi, context, async () => {
      await this.bidi('browsingContext.close', { context });
    });
  }

  private async contexts(): Promise<Context[]> {
    return (await this.bidi('browsingContext.getTree', { maxDepth: 0 }))['contexts'] as Context[];
  }
}

/** Starts Firefox with the built extension and the stand-in sites. */
export async function launchFirefox(options: LaunchOptions): Promise<Session> {
  const extensionDir = resolve(options.extensionDir);
  const manifest = JSON.parse(await readFile(join(extensionDir, 'manifest.json'), 'utf8')) as Manifest;
  const headless = options.headless !== false;
  const cleanup: (() => Promise<void>)[] = [];
  const virtual: Display | null = headless || options.ownDisplay ? null : await startDisplay();
  if (virtual) cleanup.push(() => virtual.stop());
  const downloadDir = options.downloadDir ?? (await mkdtemp(join(tmpdir(), 'carnet-telechargements-')));
  if (!options.downloadDir) cleanup.push(() => rm(downloadDir, { recursive: true, force: true }));
  const { width, height } = options.viewport ?? { width: 1280, height: 800 };
  try {
    const puppet = await puppeteer.launch({
      browser: 'firefox',
      executablePath: firefoxPath(),
      headless,
      acceptInsecureCerts: true,
      defaultViewport: null,
      args: ['--remote-allow-system-access', `--width=${width}`, `--height=${height + 100}`],
      env: {
        ...process.env,
        ...(options.timeZone ? { TZ: options.timeZone } : {}),
        ...(virtual ? { DISPLAY: virtual.name } : {}),
      },
      extraPrefsFirefox: preferences(options, manifest.browser_specific_settings.gecko.id, downloadDir),
      ...(options.profileDir ? { userDataDir: options.profileDir } : {}),
    });
    return await prepared(puppet, { extensionDir, manifest, downloadDir, headless, cleanup, width, height });
  } catch (error) {
    for (const one of cleanup) await one();
    throw error;
  }
}

async function prepared(
  puppet: Browser,
  parts: {
    extensionDir: string;
    manifest: Manifest;
    downloadDir: string;
    headless: boolean;
    cleanup: (() => Promise<void>)[];
    width: number;
    height: number;
  },
): Promise<Session> {
  const bidi = bidiOf(puppet);
  const logged: string[] = [];
  listenToErrors(puppet, logged);
  await bidi('session.subscribe', { events: ['log.entryAdded'] });
  await puppet.installExtension(parts.extensionDir);
  const tree = await bidi('browsingContext.getTree', { 'moz:scope': 'chrome', maxDepth: 0 });
  const own = (tree['contexts'] as Context[])[0];
  if (!own) throw new Error('Firefox shows no window');
  const window = new FirefoxWindow(bidi, own.context, parts.manifest.browser_specific_settings.gecko.id);
  const session = new FirefoxSession({ puppet, logged, bidi, window, ...parts });
  await session.prepare(parts.width, parts.height);
  return session;
}

interface Connection {
  send(method: string, params: Record<string, unknown>): Promise<{ result: Record<string, unknown> }>;
  on(event: string, listener: (entry: LogEntry) => void): void;
}

interface LogEntry {
  readonly level: string;
  readonly text: string | null;
  readonly stackTrace?: { readonly callFrames: readonly { readonly url: string }[] };
}

/** puppeteer-core's BiDi connection: public on its class, absent from its types. */
function connection(puppet: Browser): Connection {
  return (puppet as unknown as { connection: Connection }).connection;
}

function bidiOf(puppet: Browser): Bidi {
  return async (method, params) => (await connection(puppet).send(method, params)).result;
}

/** `console.error` of our pages, from the first command that the driver sends to each (the remote agent does not see earlier). */
function listenToErrors(puppet: Browser, into: string[]): void {
  connection(puppet).on('log.entryAdded', (entry) => {
    const url = entry.stackTrace?.callFrames[0]?.url ?? '';
    if (entry.level === 'error' && url.startsWith('moz-extension:')) into.push(`${url}: ${entry.text}`);
  });
}
