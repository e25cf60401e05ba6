/** Opens pages in a real Chromium as if served at an address, and runs the shipped recogniser on them. Reused by the tests. */
import { build } from 'esbuild';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { findChromium, launchChromium } from './chromium';
import type { InPageResult } from './recognise-in-page';
import type { Added } from './watch-states';

export interface PageItem {
  readonly html: string;
  readonly url: string;
  /** HTTP status of the document, 200 when absent. */
  readonly status?: number;
  /** What the background would add to the facts of this page. */
  readonly added?: Added;
}

export interface RecogniseSettings {
  /** Milliseconds without a new state before the page counts as settled. */
  readonly stillMs?: number;
  readonly timeoutMs?: number;
  /** Pages open at the same time. */
  readonly parallel?: number;
}

/** Chromium is not on this machine, or the CHROMIUM variable does not point at it. */
export class ChromiumMissing extends Error {}

const ROOT = new URL('../../', import.meta.url).pathname;
const STILL_MS = 450;
const TIMEOUT_MS = 20_000;

/** Bundles a module of ours for a page, like the content script: one classic script. */
export async function bundleForPage(entry: string): Promise<string> {
  const built = await build({
    entryPoints: [entry],
    absWorkingDir: ROOT,
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    logLevel: 'silent',
  });
  const [file] = built.outputFiles;
  if (!file) throw new Error(`esbuild wrote nothing for ${entry}`);
  return file.text;
}

/** Serves the page at its address and lets nothing else through. */
async function open(context: BrowserContext, item: PageItem): Promise<Page> {
  const page = await context.newPage();
  const address = new URL(item.url);
  address.hash = '';
  let served = false;
  await page.route('**/*', async (route) => {
    const request = route.request();
    const isDocument = request.isNavigationRequest() && request.frame() === page.mainFrame();
    if (!isDocument || served || request.url() !== address.href) return route.abort();
    served = true;
    return route.fulfill({ status: item.status ?? 200, contentType: 'text/html; charset=utf-8', body: item.html });
  });
  await page.goto(item.url, { waitUntil: 'load', timeout: TIMEOUT_MS });
  return page;
}

/** Evaluates an expression in a fresh isolated world of the page, where the page's scripts cannot reach. */
export async function evaluateIsolated<T>(page: Page, source: string, expression: string): Promise<T> {
  const session = await page.context().newCDPSession(page);
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId: contextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: 'carnet',
  });
  const script = `${source}\n;${expression}`;
  const answer = await session.send('Runtime.evaluate', {
    contextId,
    expression: script,
    awaitPromise: true,
    returnByValue: true,
  });
  if (answer.exceptionDetails) {
    throw new Error(answer.exceptionDetails.exception?.description ?? answer.exceptionDetails.text);
  }
  return answer.result.value as T;
}

/** A browser with the bundle ready. */
export interface Recogniser {
  readonly browser: Browser;
  /** Opens a page, lets it settle, recognises it, closes it. */
  run(item: PageItem, settings?: RecogniseSettings): Promise<InPageResult>;
  /** Opens a page, evaluates an expression beside it (isolated world, the bundle loaded), closes it. */
  inspect<T>(item: PageItem, expression: string): Promise<T>;
  close(): Promise<void>;
}

/**
 * Starts Chromium and bundles the shipped code.
 * @throws ChromiumMissing
 */
export async function startRecogniser(): Promise<Recogniser> {
  const path = findChromium();
  if (!path) throw new ChromiumMissing('Chromium is not installed');
  const bundle = await bundleForPage('tests/commands/recognise-in-page.ts');
  const browser = await launchChromium(path);
  const inspect = async <T>(item: PageItem, expression: string): Promise<T> => {
    const context = await browser.newContext({
      locale: 'fr-FR',
      ignoreHTTPSErrors: true,
      viewport: { width: 1280, height: 800 },
    });
    try {
      return await evaluateIsolated<T>(await open(context, item), bundle, expression);
    } finally {
      await context.close();
    }
  };
  const run = (item: PageItem, settings: RecogniseSettings = {}): Promise<InPageResult> => {
    const { added = {} } = item;
    const options = { stillMs: settings.stillMs ?? STILL_MS, timeoutMs: settings.timeoutMs ?? TIMEOUT_MS, added };
    return inspect<InPageResult>(item, `recogniseInPage(${JSON.stringify(options)})`);
  };
  return { browser, inspect, run, close: () => browser.close() };
}

/**
 * Recognises many pages in one browser; results in the order of the items.
 * @throws ChromiumMissing
 */
export async function recogniseMany(
  items: readonly PageItem[],
  settings: RecogniseSettings = {},
): Promise<InPageResult[]> {
  const recogniser = await startRecogniser();
  try {
    const results: InPageResult[] = new Array(items.length);
    let next = 0;
    const worker = async (): Promise<void> => {
      for (let index = next++; index < items.length; index = next++) {
        const item = items[index];
        if (item) results[index] = await recogniser.run(item, settings);
      }
    };
    await Promise.all(Array.from({ length: settings.parallel ?? 4 }, worker));
    return results;
  } finally {
    await recogniser.close();
  }
}
