/** The capture's ports on the real browser: one shutter for the whole background, full-page and re-rendering scripts. */

import type { FullPagePorts, MessagePortLike, RerenderPorts, Shoot, ShootOptions } from '@/lib/capture/ports';
import { CHROMIUM_GAP_MS, createShutter, FIREFOX_GAP_MS } from '@/lib/capture/queue';
import { isFirefox } from '@/lib/platform/capabilities';
import { connectTab, injectScript, shoot, tabStatus } from '@/lib/platform/tabs';

const shutter = createShutter<[number, ShootOptions]>({
  shoot,
  now: () => performance.now(),
  sleep: (ms) => new Promise((done) => setTimeout(done, ms)),
  gap: isFirefox ? FIREFOX_GAP_MS : CHROMIUM_GAP_MS,
});

const take: Shoot = (windowId, options, signal) => shutter.take([windowId, options], signal);

async function openPage(tabId: number, script: 'full-page' | 'rerender'): Promise<MessagePortLike> {
  await injectScript(tabId, `/${script}.js`);
  return connectTab(tabId, script) as MessagePortLike;
}

export const screenPorts: FullPagePorts = {
  shoot: take,
  tabStatus,
  openPage: (tabId) => openPage(tabId, 'full-page'),
  native: isFirefox,
};

// Firefox: both variants of html2canvas throw in the content script's world (toolchain.md § 3).
export const rerenderPorts: RerenderPorts = {
  tabStatus,
  openPage: (tabId) => openPage(tabId, 'rerender'),
  supported: !isFirefox,
};
