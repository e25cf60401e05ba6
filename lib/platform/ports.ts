/** Ports that the background opens to a script of ours in a page: the script hears them here. */
import { browser } from './browser';

/** For `acceptOnce` of lib/capture/page-side. */
export const portsOpened = browser.runtime.onConnect;
