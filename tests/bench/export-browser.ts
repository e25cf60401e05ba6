/** The export as a person makes it, in both browsers: 228 and 1,000 captures, seconds and memory, beside `zip -0` of the same files in the same run. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BrowserName, Tab } from '../e2e/drivers';
import { BROWSERS, openProduct, type Product } from '../e2e/support/product';
import { seedCaptures } from '../e2e/support/scale';
import { verifyFile } from '../e2e/support/zip-file';
import { watchMemory } from './export-browser/memory';

const VOLUMES = [228, 1_000];
/** Reading and hashing alone, nothing kept: below that no export goes. Then without any PDF, and the whole court pack. */
const PROFILES = ['reading', 'captures', 'whole'] as const;
type Profile = (typeof PROFILES)[number];
const PATIENCE = 900_000;

/** What the screen says when it is over. @throws Error with its words when the export failed */
async function untilReady(tab: Tab): Promise<void> {
  await tab.waitFor('[data-banner="export-done"], [data-banner="export-failed"]', { timeout: PATIENCE });
  if ((await tab.count('[data-banner="export-failed"]')) > 0) throw new Error(`no export: ${await tab.text()}`);
}

function zipAgain(folder: string, path: string): number {
  mkdirSync(join(folder, 'bag'));
  execFileSync('unzip', ['-q', path, '-d', join(folder, 'bag')]);
  const began = performance.now();
  execFileSync('zip', ['-0', '-q', '-r', join(folder, 'plain.zip'), '.'], { cwd: join(folder, 'bag') });
  return (performance.now() - began) / 1_000;
}

/** Each file of the journal read and hashed as the export does it, eight under way. @returns the bytes */
function readAll(tab: Tab): Promise<number> {
  return tab.evaluate(async () => {
    const asked = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((done, failed) => {
        request.onsuccess = () => done(request.result);
        request.onerror = () => failed(request.error);
      });
    const db = await asked(indexedDB.open('carnet-de-demarches'));
    const keys = await asked(db.transaction('blobs').objectStore('blobs').getAllKeys());
    let bytes = 0;
    const reader = async (): Promise<void> => {
      for (let key = keys.shift(); key !== undefined; key = keys.shift()) {
        const record = (await asked(db.transaction('blobs').objectStore('blobs').get(key))) as {
          bytes: Uint8Array<ArrayBuffer>;
        };
        await crypto.subtle.digest('SHA-256', record.bytes);
        bytes += record.bytes.byteLength;
      }
    };
    await Promise.all(Array.from({ length: 8 }, reader));
    db.close();
    return bytes;
  });
}

async function measureReading(product: Product, captures: number): Promise<string[]> {
  const tab = await product.session.openPage('journal.html#/export');
  await tab.waitFor('[data-action="export"]');
  await sleep(4_000);
  const memory = watchMemory();
  const began = performance.now();
  const bytes = await readAll(tab);
  const seconds = (performance.now() - began) / 1_000;
  const size = (bytes / 1e6).toFixed(1);
  return [product.browser, String(captures), 'reading', size, seconds.toFixed(2), '', '', ...grownIn(memory)];
}

/** Peaks and growths, in MB. */
function grownIn(memory: ReturnType<typeof watchMemory>): string[] {
  const peak = memory.stop();
  const grown = (one: keyof typeof peak): string => (peak[one] - memory.start[one]).toFixed(0);
  return (['extension', 'browser', 'all'] as const).map((one) => `${peak[one].toFixed(0)} (+${grown(one)})`);
}

async function measureIn(product: Product, folder: string, captures: number, profile: Profile): Promise<string[]> {
  const { session, browser } = product;
  await seedCaptures(product, captures);
  if (profile === 'reading') return measureReading(product, captures);
  const tab = await session.openPage('journal.html#/export');
  await tab.waitFor('[data-action="export"]');
  await tab.click(`[data-profile="${profile}"] input`);
  // What seeding and drawing left behind goes before the first figure is taken.
  await sleep(4_000);
  const memory = watchMemory();
  const began = performance.now();
  await tab.click('[data-action="export"]');
  await untilReady(tab);
  const seconds = (performance.now() - began) / 1_000;
  const path = await session.waitForDownload(/\.zip$/, { timeout: PATIENCE });
  const held = grownIn(memory);
  const zip = zipAgain(folder, path);
  const { verdict } = await verifyFile(path);
  if (verdict !== 'intact') throw new Error(`the export is ${verdict}`);
  return [
    browser,
    String(captures),
    profile,
    (statSync(path).size / 1e6).toFixed(1),
    seconds.toFixed(2),
    zip.toFixed(2),
    `${(seconds / zip).toFixed(1)}×`,
    ...held,
  ];
}

async function benchOne(browser: BrowserName, captures: number, profile: Profile): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'carnet-export-'));
  mkdirSync(join(folder, 'saved'));
  const product = await openProduct(browser, { downloadDir: join(folder, 'saved') });
  try {
    return await measureIn(product, folder, captures, profile);
  } finally {
    await product.close();
    rmSync(folder, { recursive: true });
  }
}

const HEAD = [
  'browser',
  'captures',
  'profile',
  'ZIP (MB)',
  'click to done (s)',
  '`zip -0` (s)',
  'ratio',
  'our page, peak MB (growth)',
  'browser process',
  'all processes',
];

/** `CAPTURES=228`, `BROWSER=firefox` and `PROFILE=captures` narrow it. */
const volumes = process.env['CAPTURES'] ? [Number(process.env['CAPTURES'])] : VOLUMES;
const browsers = BROWSERS.filter((one) => (process.env['BROWSER'] ?? one) === one);
const profiles = PROFILES.filter((one) => (process.env['PROFILE'] ?? one) === one);
const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
console.log(line(HEAD));
console.log(line(HEAD.map(() => '---')));
for (const captures of volumes)
  for (const profile of profiles)
    for (const browser of browsers) console.log(line(await benchOne(browser, captures, profile)));
