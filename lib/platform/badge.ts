/** The toolbar button: a short sign, and a title that says the same in words (never colour alone). */
import { browser } from './browser';

export interface ButtonState {
  /** '' or one or two characters; null: the one of every tab. */
  readonly sign: string | null;
  readonly title: string;
}

async function isOpen(tabId: number): Promise<boolean> {
  const tabs = await browser.tabs.query({});
  return tabs.some((tab) => tab.id === tabId);
}

/** Sets the button of one tab. A tab that closes, before or meanwhile, is no error: there is no button left to set. */
export async function showButton(tabId: number, state: ButtonState): Promise<void> {
  if (!(await isOpen(tabId))) return;
  try {
    await paint(tabId, state);
  } catch (cause) {
    if (await isOpen(tabId)) throw cause;
  }
}

async function paint(tabId: number, state: ButtonState): Promise<void> {
  await browser.action.setBadgeText({ tabId, text: state.sign });
  await browser.action.setBadgeBackgroundColor({ tabId, color: '#1f5c3d' });
  if (browser.action.setBadgeTextColor) await browser.action.setBadgeTextColor({ tabId, color: '#ffffff' });
  await browser.action.setTitle({ tabId, title: state.title });
}

/** Sets the button of the tabs that have none of their own. Lost when the browser closes. */
export async function showButtonEverywhere({ sign, title }: ButtonState): Promise<void> {
  await browser.action.setBadgeText({ text: sign });
  await browser.action.setBadgeBackgroundColor({ color: '#1f5c3d' });
  if (browser.action.setBadgeTextColor) await browser.action.setBadgeTextColor({ color: '#ffffff' });
  await browser.action.setTitle({ title });
}

/** Opens our popup where the browser lets code do so. Returns false where it does not. */
export async function openPopup(): Promise<boolean> {
  try {
    await browser.action.openPopup();
    return true;
  } catch (cause) {
    console.info('openPopup refused by the browser', cause);
    return false;
  }
}
