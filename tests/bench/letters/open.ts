/** Opens the page of the letters' bench in a real browser. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import puppeteer from 'puppeteer-core';
import type { LetterDocument } from '@/lib/domain/letter-types';
import { buildExtension, GECKO_ID } from './extension';
import type { MadePack } from './pack';
import type { Made } from './page';

export interface Bench {
  make(letter: LetterDocument): Promise<Made>;
  /** A PDF of so many captures. */
  pack(count: number): Promise<MadePack>;
  /** Folder of the built extension. */
  readonly folder: string;
  close(): Promise<void>;
}

const UUID = 'c0ffee00-1234-4567-89ab-0123456789ac';
const call = (letter: LetterDocument): string => `make(${JSON.stringify(letter)})`;

export async function openBench(browser: 'chromium' | 'firefox'): Promise<Bench> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-letters-'));
  const extension = await buildExtension(folder, browser);
  const end = (): void => rmSync(folder, { recursive: true, force: true });
  return browser === 'chromium' ? openChromium(folder, extension, end) : openFirefox(extension, end);
}

async function openChromium(folder: string, extension: string, end: () => void): Promise<Bench> {
  const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    headless: false,
    ignoreDefaultArgs: ['--disable-extensions', '--disable-component-extensions-with-background-pages'],
    args: [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
    ],
  });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const page = await context.newPage();
  await page.goto(`chrome-extension://${new URL(worker.url()).host}/page.html`);
  await page.waitForFunction('typeof make === "function"');
  return {
    folder: extension,
    make: (letter) => page.evaluate(call(letter)),
    pack: (count) => page.evaluate(`makePack(${count})`),
    async close() {
      await context.close();
      end();
    },
  };
}

async function openFirefox(extension: string, end: () => void): Promise<Bench> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: process.env['FIREFOX'] ?? '/usr/bin/firefox-esr',
    headless: true,
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: { 'extensions.webextensions.uuids': JSON.stringify({ [GECKO_ID]: UUID }) },
  });
  await browser.installExtension(extension);
  const page = await browser.newPage();
  // The page loads; the events that puppeteer waits for never come (toolchain.md § 5).
  await page.goto(`moz-extension://${UUID}/page.html`, { timeout: 3_000 }).catch((error: unknown) => {
    if (!/timeout/i.test(String(error))) throw error;
  });
  await page.waitForFunction('typeof make === "function"');
  return {
    folder: extension,
    make: async (letter) => (await page.evaluate(call(letter))) as Made,
    pack: async (count) => (await page.evaluate(`makePack(${count})`)) as MadePack,
    async close() {
      await browser.close();
      end();
    },
  };
}
