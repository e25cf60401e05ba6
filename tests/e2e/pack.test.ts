/** The court pack on the built extension: rename, move by keyboard, leave out, start at 4, look at one, export; then what a lawyer's tools say of the ZIP. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Tab } from './drivers';
import { command } from './support/dossier';
import { BROWSERS, openProduct, type Product } from './support/product';
import { Seed } from './support/seed';

const rows = (tab: Tab): Promise<string[]> =>
  tab.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-piece]:not([data-left])')].map(
      (row) => `${row.dataset['number']} ${row.dataset['piece']}`,
    ),
  );

const row = (id: string): string => `[data-piece="${id}"]`;

describe.each(BROWSERS)('the court pack in %s', (browser) => {
  const folder = mkdtempSync(join(tmpdir(), 'carnet-dossier-de-pieces-'));
  let product: Product;
  let tab: Tab;

  beforeAll(async () => {
    product = await openProduct(browser);
    const seed = new Seed();
    await seed.open('2026-09-01T08:00:00Z', 'Mésange', 'T3', ['93']);
    for (const day of ['02', '09', '16']) await seed.capture(`2026-09-${day}T08:05:00Z`);
    await seed.sending('2026-09-20T08:00:00Z', 'LRAR');
    await seed.write(product);
    tab = await product.session.openPage('journal.html#/export');
    await tab.waitFor('[data-pack="ready"]');
  });
  afterAll(async () => {
    await product.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('proposes every pièce, in order of date', async () => {
    expect(await rows(tab)).toEqual(['1 e2', '2 e3', '3 e4', '4 e5']);
  });

  it('renames a pièce', async () => {
    await tab.click(`${row('e2')} [data-action="piece-edit"]`);
    await tab.fill('[data-form="piece"] textarea', 'Première tentative, aucun créneau');
    await tab.click('[data-form="piece"] [data-action="save"]');
    await tab.waitForGone('dialog');
    await tab.waitForText('Première tentative, aucun créneau');
  });

  it('moves one by keyboard; the focus stays, the new place is said', async () => {
    await tab.evaluate(() => document.querySelector<HTMLElement>('[data-piece="e4"] [data-control="handle"]')?.focus());
    await tab.press('Alt+ArrowUp');
    await tab.waitFor(`${row('e4')}[data-number="2"]`);
    expect(await rows(tab)).toEqual(['1 e2', '2 e4', '3 e3', '4 e5']);
    expect(await tab.count(`${row('e4')} [data-control="handle"]:focus`)).toBe(1);
    expect(await tab.evaluate(() => document.querySelector('[data-said]')?.textContent)).toContain('place 2 sur 4');
    await tab.press('Alt+ArrowUp', 'Alt+ArrowUp');
    expect(await tab.evaluate(() => document.querySelector('[data-said]')?.textContent)).toContain('déjà en premier');
    await tab.press('Alt+ArrowDown');
    await tab.waitFor(`${row('e4')}[data-number="2"]`);
  });

  it('leaves one out, and starts at 4', async () => {
    await tab.click(`${row('e3')} [data-control="join"]`);
    await tab.waitFor(`${row('e3')}[data-left]`);
    expect(await tab.count(`${row('e3')} [data-control="join"]:focus`)).toBe(1);
    await tab.fill('[data-pack-start]', '4');
    await tab.waitFor(`${row('e2')}[data-number="4"]`);
    expect(await rows(tab)).toEqual(['4 e2', '5 e4', '6 e5']);
  });

  it('shows the PDF of one, by a link to the browser’s own viewer', async () => {
    await tab.click(`${row('e2')} [data-action="piece-preview"]`);
    await tab.waitFor('[data-action="preview-open"]', { timeout: 60_000 });
    const link = '[data-action="preview-open"]';
    expect(await tab.evaluate((one: string) => document.querySelector<HTMLAnchorElement>(one)?.href, link)).toMatch(
      /^blob:/,
    );
    await tab.click('dialog [data-action="close"]');
    await tab.waitForGone('dialog');
  });

  it('keeps the choices on this device', async () => {
    // Written once nobody types any more.
    await new Promise((done) => setTimeout(done, 1_000));
    await tab.reload();
    await tab.waitFor('[data-pack="ready"]');
    expect(await rows(tab)).toEqual(['4 e2', '5 e4', '6 e5']);
    await tab.waitForText('Première tentative, aucun créneau');
  });

  it('exports them: names, inventory, sound PDFs, an intact bag', async () => {
    await tab.click('[data-action="export"]');
    await tab.waitFor('[data-banner="export-done"], [data-banner="export-failed"]', { timeout: 120_000 });
    expect(await tab.count('[data-banner="export-failed"]'), await tab.text()).toBe(0);
    const zip = await product.session.waitForDownload(/\.zip$/);
    execFileSync('unzip', ['-q', zip, '-d', folder]);
    const pieces = join(folder, 'data/pieces');
    const names = readdirSync(pieces).toSorted();
    expect(names.map((name) => name.slice(0, 3))).toEqual(['00_', '00_', '00_', '00_', '00_', '04_', '05_', '06_']);
    for (const name of names) expect(name).toMatch(/^[A-Za-z0-9_-]{1,80}\.(pdf|json)$/);
    for (const name of names.filter((one) => one.endsWith('.pdf'))) {
      const check = spawnSync('qpdf', ['--check', join(pieces, name)], { encoding: 'utf8' });
      expect(check.status, `${name}: ${check.stdout}${check.stderr}`).toBe(0);
    }
    const inventory = execFileSync('pdftotext', ['-raw', join(pieces, '00_inventaire.pdf'), '-'], {
      encoding: 'utf8',
    });
    expect(inventory.replace(/\s+/g, ' ')).toContain('4 Première tentative, aucun créneau 2 septembre 2026');
    for (const name of names.filter((one) => !one.startsWith('00_')))
      expect(inventory.replace(/\s+/g, ''), name).toContain(name.slice(0, 12));
    const { code, text } = command('verify', zip);
    expect(code, text).toBe(0);
    const [exported] = await product.journal.ofKind('exported');
    expect(exported?.data.profile).toBe('whole');
  });

  it('says nothing in the console', async () => {
    expect(await product.session.errors()).toEqual([]);
  });
});
