/** A dossier handed from one computer to another and back, in both browsers: looked at first, continued, forked, refused when it was altered. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { displayNumber } from '@/lib/domain/entry';
import { exportDossier as makeZip } from '@/lib/export/bag';
import { rawZip } from '../unit/export/raw-zip';
import { captureData, noise, SampleJournal } from '../unit/export/sample';
import { realVerifier } from '../unit/export/verifier-script';
import type { Tab } from './drivers';
import { exportDossier, ownPage } from './support/dossier';
import { keptSettings } from './support/extension-state';
import { overflow, violations } from './support/look';
import { BROWSERS, captureByHand, captureIn, openProduct, type Product, pageRead } from './support/product';
import { fileIn, verifyFile } from './support/zip-file';

const BLOCKED = 'anef/titre-non-remis.new';
const FIELD = '[data-field="zip"]';
const EVIL = '<img src=x onerror="document.documentElement.dataset.pwned=1;alert(1)">';

const kinds = (lines: readonly string[]): string[] => lines.map((line) => (JSON.parse(line) as { kind: string }).kind);

/** Everything in the database, as text: any difference shows. */
function dump({ journal }: Product): Promise<string> {
  return journal.page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((done, failed) => {
      const request = indexedDB.open('carnet-de-demarches');
      request.onsuccess = () => done(request.result);
      request.onerror = () => failed(request.error);
    });
    const all: string[] = [];
    for (const store of db.objectStoreNames) {
      const records = await new Promise<unknown[]>((done, failed) => {
        const request = db.transaction(store).objectStore(store).getAll();
        request.onsuccess = () => done(request.result);
        request.onerror = () => failed(request.error);
      });
      all.push(store, ...records.map((one) => JSON.stringify(one)));
    }
    db.close();
    return all.join('\n');
  });
}

/** Opens the page and gives it a file; ends when the outcome `state` shows. */
async function give(product: Product, zip: string, state: string): Promise<Tab> {
  const tab = await product.session.openPage('journal.html#/recevoir');
  await tab.bringToFront();
  await tab.waitFor(FIELD);
  await tab.setFiles(FIELD, [zip]);
  await tab.waitFor(`[data-receive="${state}"]`, { timeout: 60_000 });
  return tab;
}

/** Receives as a person does; the dossier is not the active one afterwards. */
async function receive(product: Product, zip: string, relation: string): Promise<Tab> {
  const tab = await give(product, zip, 'shown');
  await tab.waitFor(`[data-banner="relation-${relation}"]`);
  await tab.click('[data-action="receive"]');
  await tab.waitFor('[data-banner="received"]', { timeout: 60_000 });
  return tab;
}

async function capture(product: Product): Promise<void> {
  const tab = await product.session.newTab(product.portal.show(BLOCKED));
  await pageRead();
  await tab.bringToFront();
  const popup = await product.session.clickToolbar(tab);
  await ownPage(popup);
  await captureIn(popup);
  await popup.close();
  await tab.close();
}

async function sendOut(product: Product, folder: string, name: string): Promise<string> {
  const tab = await product.session.openPage('journal.html#/export');
  const { zip } = await exportDossier(product, tab, folder);
  const kept = join(folder, name);
  writeFileSync(kept, readFileSync(zip));
  rmSync(zip);
  await tab.close();
  return kept;
}

describe.each(BROWSERS)('a dossier that changes computers in %s', (browser) => {
  let one: Product;
  let two: Product;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'carnet-relais-'));
    one = await openProduct(browser);
    two = await openProduct(browser);
    const tab = await one.session.newTab(one.portal.show(BLOCKED));
    await one.journal.waitFor('attempt', 1);
    await captureByHand(one.session, tab);
    await one.journal.waitFor('capture', 1);
    await tab.close();
  });
  afterAll(async () => {
    expect(await one.session.errors()).toEqual([]);
    expect(await two.session.errors()).toEqual([]);
    await one.close();
    await two.close();
    rmSync(folder, { recursive: true });
  });

  it('shows what the ZIP holds before anything is written, then takes it in, line for line', async () => {
    const zip = await sendOut(one, folder, 'un.zip');
    const before = await dump(two);
    const tab = await give(two, zip, 'shown');
    const said = await tab.text();
    for (const word of ['Ce que contient ce ZIP', 'Carnet de démarches', 'Intègre']) expect(said).toContain(word);
    expect(await dump(two)).toBe(before);
    expect(await violations(tab)).toEqual([]);
    for (const width of [320, 1280]) {
      await tab.resizeTo(width, 800);
      expect(await overflow(tab)).toEqual([]);
    }
    await tab.click('[data-action="receive"]');
    await tab.waitFor('[data-banner="received"]', { timeout: 60_000 });
    expect(await two.journal.lines()).toEqual(await one.journal.lines());
    expect((await keptSettings(two))['activeDossier'] ?? null).toBeNull();
    await tab.click('[data-action="open-received"]');
    await tab.waitFor('[data-part="home"]');
    expect((await keptSettings(two))['activeDossier']).toBe(
      (JSON.parse((await one.journal.lines())[0] ?? '{}') as { dossier: string }).dossier,
    );
    await tab.close();
  });

  it('goes on there, leaves again whole, and catches up where it came from', async () => {
    await capture(two);
    const [arrival] = await two.journal.waitFor('journal-imported', 1);
    expect(arrival?.data).toMatchObject({ mode: 'new', product: expect.stringContaining('Carnet de démarches') });
    await two.journal.waitFor('capture', 2);
    const zip = await sendOut(two, folder, 'deux.zip');
    expect((await verifyFile(zip)).verdict).toBe('intact');
    expect(fileIn(zip, 'LISEZ-MOI.html')).toContain('Ce journal a changé d’ordinateur après la ligne');
    const tab = await receive(one, zip, 'ahead');
    expect(await one.journal.lines()).toEqual(await two.journal.lines());
    await tab.close();
    const again = await give(one, zip, 'shown');
    await again.waitFor('[data-banner="relation-same"]');
    expect(await again.count('[data-action="receive"]')).toBe(0);
    await again.close();
  });

  it('keeps both when each went its own way, and says so wherever one is read', async () => {
    await capture(one);
    await capture(two);
    const common = (await one.journal.ofKind('exported')).at(-1)?.seq ?? 0;
    const ours = await one.journal.lines();
    const zip = await sendOut(two, folder, 'autre.zip');
    const tab = await receive(one, zip, 'forked');
    const lines = await one.journal.lines();
    expect(lines.slice(0, ours.length)).toEqual(ours);
    expect(lines.slice(ours.length)).toEqual(await two.journal.lines());
    await tab.click('[data-action="see-dossiers"]');
    await tab.waitFor('[data-banner="fork"]');
    expect(await tab.count('[data-banner="fork"]')).toBe(2);
    expect(await tab.text()).toContain(`Deux copies ont divergé après la ligne ${displayNumber(common)}`);
    expect(await violations(tab)).toEqual([]);
    await tab.evaluate(() => {
      location.hash = '#/';
    });
    await tab.waitFor('[data-part="home"] [data-banner="warning"]');
    const fork = await sendOut(one, folder, 'divergence.zip');
    expect((await verifyFile(fork)).verdict).toBe('intact');
    expect(fileIn(fork, 'LISEZ-MOI.html')).toContain(`ont divergé après la ligne ${displayNumber(common)}`);
    expect(kinds(fileIn(fork, 'data/journal.jsonl').trimEnd().split('\n')).at(-1)).toBe('journal-imported');
    await tab.close();
  });

  it('is refused when it was altered, truncated, a bomb or something else, and nothing is written', async () => {
    const whole = readFileSync(join(folder, 'un.zip'));
    const turned = Buffer.from(whole);
    const at = turned.indexOf('"kind":"capture"') + 9;
    turned[at] = (turned[at] ?? 0) ^ 1;
    const many = Array.from({ length: 60_000 }, (_, index) => ({ name: `data/${index}`, bytes: new Uint8Array(0) }));
    const zeros = new Uint8Array(100 * 2 ** 20);
    const cases: [string, Uint8Array, string][] = [
      ['altere.zip', turned, 'altered'],
      ['coupe.zip', whole.subarray(0, whole.length - 400), 'altered'],
      ['nombreux.zip', rawZip(many), 'not-ours'],
      ['bombe.zip', rawZip([{ name: 'data/journal.jsonl', bytes: zeros, deflate: true }]), 'not-ours'],
      ['texte.zip', Buffer.from('bonjour'), 'not-ours'],
      ['vide.zip', new Uint8Array(0), 'not-ours'],
    ];
    const before = await dump(two);
    for (const [name, bytes, why] of cases) {
      const path = join(folder, name);
      writeFileSync(path, bytes);
      const tab = await give(two, path, 'refused');
      await tab.waitFor(`[data-banner="refused-${why}"]`);
      expect(await tab.count('[data-verify-lines] [data-level="problem"]'), name).toBeGreaterThan(0);
      expect(await tab.count('[data-action="receive"]')).toBe(0);
      await tab.close();
    }
    expect(await dump(two)).toBe(before);
  });

  it('never runs what stands in its texts, here, in the popup or in a new export', async () => {
    const journal = new SampleJournal();
    await journal.add('dossier-opened', {
      alias: EVIL.slice(0, 60),
      track: EVIL.slice(0, 16),
      departments: [],
      product: EVIL.slice(0, 40),
    });
    const picture = await journal.picture(noise(1, 4_000));
    await journal.add(
      'capture',
      captureData(picture, null, {
        title: EVIL,
        url: `https://exemple.invalid/${EVIL}`,
        browser: EVIL.slice(0, 60),
        extracted: { [EVIL.slice(0, 60)]: EVIL },
      }),
    );
    await journal.add('exchange', {
      channel: 'OTHER',
      on: journal.at('2026-09-02T08:00:00.000Z'),
      precision: 'day',
      reference: EVIL,
      outcome: 'NONE',
      words: EVIL,
      files: [await journal.file(`${EVIL}.txt`, noise(2, 100), 'text/plain')],
      captures: [],
    });
    await journal.add('note', { text: EVIL });
    await journal.addRaw(EVIL.slice(0, 60), { text: EVIL });
    const { blob } = await makeZip(journal.options({ verifier: await realVerifier() }));
    const path = join(folder, 'hostile <img src=x onerror=alert(1)>.zip');
    writeFileSync(path, new Uint8Array(await blob.arrayBuffer()));
    const tab = await receive(two, path, 'unknown');
    await tab.click('[data-action="open-received"]');
    const clean = async (surface: Pick<Tab, 'evaluate'>): Promise<void> => {
      const found = await surface.evaluate(() => [
        document.documentElement.dataset['pwned'] ?? 'none',
        document.querySelectorAll('img[src="x"]').length,
      ]);
      expect(found).toEqual(['none', 0]);
    };
    for (const hash of [
      '#/',
      '#/journal',
      '#/piece/2',
      '#/piece/3',
      '#/piece/5',
      '#/dossiers',
      '#/donnees',
      '#/courriers',
    ]) {
      await tab.evaluate((to: string) => {
        location.hash = to;
      }, hash);
      await pageRead();
      await clean(tab);
    }
    const page = await two.session.newTab(two.portal.show(BLOCKED));
    await pageRead();
    const popup = await two.session.clickToolbar(page);
    await popup.waitFor('main');
    await clean(popup);
    await popup.close();
    await page.close();
    const out = await sendOut(two, folder, 'hostile-repris.zip');
    expect((await verifyFile(out)).verdict).toBe('intact');
    const readme = join(folder, 'LISEZ-MOI.html');
    writeFileSync(readme, fileIn(out, 'LISEZ-MOI.html'));
    const read = await two.session.newTab(pathToFileURL(readme).href);
    await clean(read);
    expect(await read.text()).toContain('onerror');
    await read.close();
    await tab.close();
  });
});
