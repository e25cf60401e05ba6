/** An export that is stopped, killed or not saved: the journal is as it was, no partial file is left, and the next export is right. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { translator } from '@/lib/locales';
import { extensionProcesses } from '../bench/export-browser/memory';
import type { Tab } from './drivers';
import { plain } from './support/dossier';
import { openReader, type Reader } from './support/journal-reader';
import { BROWSERS, openProduct, type Product } from './support/product';
import { seedCaptures } from './support/scale';

const ROOT = new URL('../..', import.meta.url).pathname;
const CAPTURES = 100;
const t = translator('fr');

/** Where in the work something happens: how far in which of its passes. */
interface Point {
  readonly phase: 'write' | 'make';
  readonly share: number;
}

const POINTS: readonly Point[] = [
  { phase: 'write', share: 0 },
  { phase: 'write', share: 0.6 },
  { phase: 'make', share: 0.1 },
  { phase: 'make', share: 0.9 },
];

async function openExport({ session }: Product): Promise<Tab> {
  const tab = await session.openPage('journal.html#/export');
  await tab.waitFor('[data-action="export"]');
  return tab;
}

/** Presses the panel's « Annuler » as soon as the work is there; or, without `cancel`, only tells. */
async function armAt(tab: Tab, point: Point, cancel: boolean): Promise<void> {
  await tab.evaluate(
    ({ phase, share, press }: Point & { press: boolean }) => {
      const look = (): void => {
        const panel = document.querySelector<HTMLElement>('[data-export="running"]');
        const bar = panel?.querySelector('progress');
        if (!panel || !bar?.hasAttribute('value')) return;
        if (panel.dataset['phase'] !== phase || bar.value < bar.max * share) return;
        document.body.dataset['reached'] = `${bar.value}/${bar.max}`;
        if (press) panel.querySelector<HTMLElement>('[data-action="cancel"]')?.click();
        watch.disconnect();
      };
      const watch = new MutationObserver(look);
      watch.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
    },
    { ...point, press: cancel },
  );
}

/** As `npm run verify` says it. */
function verify(path: string): { code: number | null; text: string } {
  const run = spawnSync(join(ROOT, 'node_modules/.bin/tsx'), [join(ROOT, 'tests/commands/verify.ts'), path], {
    encoding: 'utf8',
    cwd: ROOT,
  });
  return { code: run.status, text: `${run.stdout}${run.stderr}` };
}

describe.each(BROWSERS)('an export in %s', (browser) => {
  let product: Product;
  let saved: string;
  let lines: string[];
  let reader: Reader;

  const unchanged = async (): Promise<void> => {
    // A download that began in spite of all would show by now.
    await sleep(1_000);
    expect(readdirSync(saved)).toEqual([]);
    expect(await reader.lines()).toEqual(lines);
  };

  beforeAll(async () => {
    saved = mkdtempSync(join(tmpdir(), 'carnet-enregistre-'));
    product = await openProduct(browser, { downloadDir: saved });
    await seedCaptures(product, CAPTURES);
    reader = product.journal;
    lines = await reader.lines();
  }, 240_000);
  afterAll(async () => {
    await product.close();
    rmSync(saved, { recursive: true });
  });

  it('says on its page, before any export, that this is the only copy', async () => {
    const tab = await openExport(product);
    expect(await tab.count('[data-export-age="never"][data-loud]')).toBe(1);
    expect(plain(await tab.text())).toContain(plain(t('safety.never', { count: CAPTURES })));
    // Nothing was saved: there is no file to look for.
    expect(await tab.count('[data-saved]')).toBe(0);
    await tab.close();
  });

  it.each(POINTS)('cancelled at $share of the pass « $phase » leaves neither a file nor a line', async (point) => {
    const tab = await openExport(product);
    await armAt(tab, point, true);
    await tab.click('[data-action="export"]');
    await tab.waitFor('[data-banner="export-failed"]', { timeout: 60_000 });
    expect(plain(await tab.text())).toContain(plain(t('errors.export-cancelled')));
    expect(await tab.evaluate(() => document.body.dataset['reached'] ?? '')).toMatch(/^\d/);
    await unchanged();
    await tab.close();
  });

  it('whose tab is closed half-way leaves neither a file nor a line', async () => {
    const tab = await openExport(product);
    await armAt(tab, { phase: 'write', share: 0.3 }, false);
    await tab.click('[data-action="export"]');
    await tab.waitFor('body[data-reached]', { timeout: 60_000 });
    await tab.close();
    await unchanged();
  });

  it('that the browser could not hold says so, and nothing is written', async () => {
    const tab = await openExport(product);
    // What a full disk does to the browser's own store of Blobs: a promise refused (the seam; no disk is filled here).
    await tab.evaluate(() => {
      Response.prototype.blob = () => Promise.reject(new TypeError('Failed to fetch'));
    });
    await tab.click('[data-action="export"]');
    await tab.waitFor('[data-banner="export-failed"]', { timeout: 60_000 });
    expect(plain(await tab.text())).toContain(plain(t('errors.export-no-room')));
    await unchanged();
    await tab.close();
  });

  // Firefox keeps one process for the extension and its parent restarts it: closing the tab is what a person does there.
  if (browser === 'chromium') {
    it('whose process is killed leaves neither a file nor a line', async () => {
      const tab = await openExport(product);
      await armAt(tab, { phase: 'write', share: 0.3 }, false);
      await tab.click('[data-action="export"]');
      await tab.waitFor('body[data-reached]', { timeout: 60_000 });
      // Every page of ours and the worker live there: all die at once.
      const killed = extensionProcesses();
      expect(killed.length).toBeGreaterThan(0);
      for (const pid of killed) process.kill(pid, 'SIGKILL');
      await sleep(1_000);
      reader = await openReader(product.session);
      await unchanged();
    });
  }

  it('made afterwards is right, and writes its one line', async () => {
    const tab = await openExport(product);
    await tab.click('[data-action="export"]');
    await tab.waitFor('[data-banner="export-done"]', { timeout: 120_000 });
    const path = await product.session.waitForDownload(/\.zip$/);
    const { code, text } = verify(path);
    expect(code, text).toBe(0);
    expect(readdirSync(saved)).toHaveLength(1);
    const after = await reader.lines();
    expect(after.slice(0, -1)).toEqual(lines);
    expect(JSON.parse(after.at(-1) ?? '{}')).toMatchObject({
      kind: 'exported',
      data: { entries: lines.length, bytes: readFileSync(path).length },
    });
    expect(await tab.count('[data-export-age="current"]')).toBe(1);
    await tab.close();
  });

  it('is read again whole from the file that was saved, and a file cut short is told', async () => {
    const [name = ''] = readdirSync(saved);
    const bytes = readFileSync(join(saved, name));
    const cut = join(saved, 'coupe.zip');
    // What a disk that fills up leaves: the beginning.
    writeFileSync(cut, bytes.subarray(0, bytes.length / 2));
    const tab = await openExport(product);
    const field = '[data-saved] input[type="file"]';
    await tab.waitFor('[data-action="check-saved"]');
    await tab.setFiles(field, [cut]);
    await tab.waitFor('[data-banner="saved-broken"]', { timeout: 60_000 });
    await tab.setFiles(field, [join(saved, name)]);
    await tab.waitFor('[data-banner="saved-same"]', { timeout: 60_000 });
    await tab.close();
    // Firefox writes down by itself that the stream of a cancelled export ended with our own error.
    const own = /Failed to read data from the ReadableStream: .*export-cancelled/;
    expect((await product.session.errors()).filter((one) => !own.test(one))).toEqual([]);
  });
});
