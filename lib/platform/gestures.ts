/** The gestures other than the toolbar button: our keyboard shortcut and our context-menu item. */
import { browser } from './browser';

const MENU_ID = 'capture-page';

/** Hears the shortcut and the menu; both give activeTab for the tab. Must be called synchronously at start. */
export function hearGestures(listener: (trigger: 'shortcut' | 'context-menu', tabId: number) => void): void {
  // Neither exists on Firefox for Android (MDN browser-compat-data 8.1.9, 2026-11).
  browser.commands?.onCommand.addListener((command, tab) => {
    if (command === 'capture-page' && tab?.id !== undefined) listener('shortcut', tab.id);
  });
  browser.contextMenus?.onClicked.addListener((menu, tab) => {
    if (menu.menuItemId === MENU_ID && tab?.id !== undefined) listener('context-menu', tab.id);
  });
}

/** (Re)writes the one item of the context menu, in the person's language. */
export async function showMenuItem(title: string): Promise<void> {
  if (!browser.contextMenus) return;
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({ id: MENU_ID, title, contexts: ['page', 'selection', 'link', 'image'] });
}

/** Hears the first install, and every start of the browser. */
export function hearLifecycle(listeners: { installed: () => void; started: () => void }): void {
  browser.runtime.onInstalled.addListener((details) => {
    if (details.reason === 'install') listeners.installed();
    else listeners.started();
  });
  browser.runtime.onStartup.addListener(() => listeners.started());
}
