/** Tabs: which one is in front, its pixels, its scripts, and our own pages. */
import { browser, type Runtime } from './browser';

export interface TabInfo {
  readonly id: number;
  readonly windowId: number;
  readonly url: string | null;
  readonly title: string;
  readonly active: boolean;
}

const info = (tab: {
  id?: number | undefined;
  windowId?: number | undefined;
  url?: string | undefined;
  title?: string | undefined;
  active: boolean;
}): TabInfo => ({
  id: tab.id ?? -1,
  windowId: tab.windowId ?? -1,
  url: tab.url ?? null,
  title: tab.title ?? '',
  active: tab.active,
});

/** The tab in front of the current window. */
export async function activeTab(): Promise<TabInfo> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab ? info(tab) : { id: -1, windowId: -1, url: null, title: '', active: false };
}

/** Numbers of the tabs in front, one a window. */
export async function activeTabs(): Promise<readonly number[]> {
  return (await browser.tabs.query({ active: true })).flatMap((tab) => (tab.id === undefined ? [] : [tab.id]));
}

/** One tab, or null when it is gone. */
export async function findTab(id: number): Promise<TabInfo | null> {
  const tabs = await browser.tabs.query({});
  const tab = tabs.find((one) => one.id === id);
  return tab ? info(tab) : null;
}

/** Opens one of our pages in a tab, or brings the one that is open to the front. */
export async function openExtensionPage(page: 'journal' | 'welcome' | 'options' | 'help', search = ''): Promise<void> {
  const url = browser.runtime.getURL(`/${page}.html`);
  const open = (await browser.tabs.query({})).find((tab) => tab.url?.startsWith(url));
  if (open?.id !== undefined) {
    await browser.tabs.update(open.id, { active: true, ...(search ? { url: url + search } : {}) });
    if (open.windowId !== undefined && browser.windows) await browser.windows.update(open.windowId, { focused: true });
    return;
  }
  await browser.tabs.create({ url: url + search });
}

/** Options of `captureVisibleTab` as we use it; `rect` and `scale` exist in Firefox only. */
export interface ShootArea {
  readonly format: 'png';
  readonly rect?: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly scale?: number;
}

/** Pixels of the tab in front of a window, as the browser gives them (a PNG data URL). */
export function shoot(windowId: number, options: ShootArea): Promise<string> {
  return browser.tabs.captureVisibleTab(windowId, { ...options });
}

/** What the capture must know of a tab before and after the picture; null when it is gone. */
export async function tabStatus(
  tabId: number,
): Promise<{ active: boolean; windowId: number; url?: string | undefined; width?: number | undefined } | null> {
  const tab = (await browser.tabs.query({})).find((one) => one.id === tabId);
  if (tab?.windowId === undefined) return null;
  return { active: tab.active, windowId: tab.windowId, url: tab.url, width: tab.width };
}

/** Injects one of our unlisted scripts in the top frame of a tab. */
export async function injectScript(tabId: number, file: string): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId }, files: [file] });
}

/** Injects one of our unlisted scripts in the top frame of a tab and gives what it answers: another world's value, to be checked. */
export async function askScript(tabId: number, file: string): Promise<unknown> {
  const [answer] = await browser.scripting.executeScript({ target: { tabId }, files: [file] });
  return answer?.result;
}

/** Opens a port to what we injected in a tab. */
export function connectTab(tabId: number, name: string): Runtime.Port {
  return browser.tabs.connect(tabId, { name, frameId: 0 });
}

/** Closes the tab in which one of our pages stands: `window.close` is for windows that a script opened. */
export async function closeOwnTab(): Promise<void> {
  const own = await browser.tabs.getCurrent();
  if (own?.id !== undefined) await browser.tabs.remove(own.id);
}

/** Hears tabs that close. */
export function onTabClosed(listener: (tabId: number) => void): void {
  browser.tabs.onRemoved.addListener((tabId) => listener(tabId));
}

/** Full URL of a file of the extension. */
export function extensionUrl(path: string): string {
  return browser.runtime.getURL(path);
}
