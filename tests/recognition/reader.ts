/** Reads thousands of documents in a real Chromium: a few blank pages, each fed batches of documents. */
import type { Browser, Page } from 'playwright-core';
import type { PageFacts } from '@/lib/domain/page';
import { findChromium, launchChromium } from '../commands/chromium';
import { bundleForPage, ChromiumMissing } from '../commands/recognise-pages';
import type { ReadItem } from './in-page';

const PAGES = 2;
const BATCH = 40;

/**
 * Starts Chromium, without any network, and opens blank pages in which a module of ours has run.
 * @throws ChromiumMissing
 */
export async function openBlankPages(entry: string, count: number): Promise<{ browser: Browser; pages: Page[] }> {
  const path = findChromium();
  if (!path) throw new ChromiumMissing('Chromium is not installed');
  const bundle = await bundleForPage(entry);
  const browser = await launchChromium(path);
  const open = async (): Promise<Page> => {
    const context = await browser.newContext({
      locale: 'fr-FR',
      offline: true,
      viewport: { width: 1280, height: 800 },
    });
    const page = await context.newPage();
    await page.setContent('<!DOCTYPE html><html><body></body></html>');
    await page.addScriptTag({ content: bundle });
    return page;
  };
  return { browser, pages: await Promise.all(Array.from({ length: count }, open)) };
}

export interface PageReader {
  /** Facts in the order of the items. */
  read(items: readonly ReadItem[]): Promise<PageFacts[]>;
  close(): Promise<void>;
}

/**
 * Starts the shipped reader in blank pages.
 * @throws ChromiumMissing
 */
export async function startReader(): Promise<PageReader> {
  const { browser, pages } = await openBlankPages('tests/recognition/in-page.ts', PAGES);
  const read = async (items: readonly ReadItem[]): Promise<PageFacts[]> => {
    const results: PageFacts[] = new Array(items.length);
    let next = 0;
    const work = async (page: Page): Promise<void> => {
      for (let from = next; from < items.length; from = next) {
        next = from + BATCH;
        const facts = await page.evaluate((batch) => readPages(batch), items.slice(from, from + BATCH));
        for (const [index, one] of facts.entries()) results[from + index] = one;
      }
    };
    await Promise.all(pages.map(work));
    return results;
  };
  return { read, close: () => browser.close() };
}
