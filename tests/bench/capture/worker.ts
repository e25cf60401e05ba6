/** Background of the throwaway extension: the capture modules with real browser ports, driven by the bench through `globalThis.bench`. */
import { captureError } from '@/lib/capture/browser-errors';
import { captureFullPage } from '@/lib/capture/full-page';
import { bytesBase64 } from '@/lib/capture/png';
import type { FullPagePorts, Picture, ShootOptions, TabStatus } from '@/lib/capture/ports';
import { CHROMIUM_GAP_MS, createShutter, FIREFOX_GAP_MS } from '@/lib/capture/queue';
import { captureRerendered } from '@/lib/capture/rerender';
import { drawStamp } from '@/lib/capture/stamp';
import type { StampFacts } from '@/lib/capture/stamp-layout';
import { captureVisible } from '@/lib/capture/visible';
import { momentAt } from '@/lib/domain/moment';
import { translator } from '@/lib/locales';
import { browser } from '@/lib/platform/browser';

const native = navigator.userAgent.includes('Firefox');
const shutter = createShutter({
  shoot: (windowId: number, options: ShootOptions) => browser.tabs.captureVisibleTab(windowId, options),
  now: () => performance.now(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  gap: native ? FIREFOX_GAP_MS : CHROMIUM_GAP_MS,
});

async function tabStatus(tabId: number): Promise<TabStatus | null> {
  try {
    const tab = await browser.tabs.get(tabId);
    return { active: tab.active, windowId: tab.windowId ?? -1, url: tab.url, width: tab.width };
  } catch {
    return null;
  }
}

function portsFor(script: 'full-page' | 'rerender', useRect = native): FullPagePorts {
  return {
    shoot: (windowId, options, signal) => shutter.take([windowId, options], signal),
    tabStatus,
    openPage: async (tabId) => {
      await browser.scripting.executeScript({ target: { tabId }, files: [`/${script}.js`] });
      return browser.tabs.connect(tabId, { name: script, frameId: 0 });
    },
    native: useRect,
  };
}

interface Told {
  readonly ms: number;
  readonly picture?: Omit<Picture, 'bytes'> & { base64: string };
  readonly progress: string[];
  readonly error?: string;
}

async function told(work: (onProgress: (done: number, total: number) => void) => Promise<Picture>): Promise<Told> {
  const start = performance.now();
  const progress: string[] = [];
  try {
    const { bytes, ...rest } = await work((done, total) => progress.push(`${done}/${total}`));
    return { ms: performance.now() - start, progress, picture: { ...rest, base64: bytesBase64(bytes) } };
  } catch (error) {
    const known = captureError(error);
    return { ms: performance.now() - start, progress, error: known.message };
  }
}

async function hexHash(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}

const bench = {
  activeTab: async (): Promise<number> =>
    (await browser.tabs.query({ active: true, currentWindow: true }))[0]?.id ?? -1,
  tabs: async () => (await browser.tabs.query({})).map((tab) => ({ id: tab.id, active: tab.active, url: tab.url })),
  visible: (tabId: number) => told((onProgress) => captureVisible(tabId, portsFor('full-page'), { onProgress })),
  rapid: (tabId: number, count: number) => Promise.all(Array.from({ length: count }, () => bench.visible(tabId))),
  fullPage: (tabId: number, rect?: boolean, abortAfter?: number) => {
    const abort = new AbortController();
    if (abortAfter !== undefined) setTimeout(() => abort.abort(), abortAfter);
    return told((onProgress) =>
      captureFullPage(tabId, portsFor('full-page', rect), { onProgress, signal: abort.signal }),
    );
  },
  rerender: (tabId: number) => told(() => captureRerendered(tabId, { ...portsFor('rerender'), supported: !native })),
  stamp: async (base64: string, facts: Partial<StampFacts> & { instant: number }, ratio: number) => {
    const start = performance.now();
    const original = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const whole: StampFacts = {
      number: 'P-0007',
      url: 'https://exemple.invalid/',
      masked: false,
      sha256: await hexHash(original),
      method: 'screen',
      views: 1,
      takenAt: momentAt(facts.instant),
      ...facts,
    };
    const at = (weight: number): string => browser.runtime.getURL(`/fonts/ibm-plex-mono-${weight}.woff2`);
    try {
      const { bytes, ...size } = await drawStamp({
        original,
        devicePixelRatio: ratio,
        facts: whole,
        font: { regular: at(400), bold: at(700) },
        t: translator('fr'),
      });
      return {
        ms: performance.now() - start,
        ...size,
        base64: bytesBase64(bytes),
        sha256: whole.sha256,
        error: '',
        cause: '',
      };
    } catch (error) {
      return {
        ms: performance.now() - start,
        width: 0,
        height: 0,
        base64: '',
        sha256: whole.sha256,
        error: String(error),
        cause: error instanceof Error ? String(error.cause) : '',
      };
    }
  },
};
export type Bench = typeof bench;
Object.assign(globalThis, { bench });
// Firefox: the bench speaks to the event page from an extension page.
browser.runtime.onMessage.addListener((message: unknown) => {
  const { call, args } = message as { call: keyof Bench; args: unknown[] };
  return Promise.resolve(Reflect.apply(bench[call], bench, args));
});
// A click on the button grants activeTab: nothing else to do.
browser.action.onClicked.addListener(() => undefined);
