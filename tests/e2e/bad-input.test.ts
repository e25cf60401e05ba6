/** What goes wrong on a real device is said in plain words, noted where it was an attempt, and takes nothing away from what was noted. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EntryKind } from '@/lib/domain/entry';
import { translator } from '@/lib/locales';
import type { Tab } from './drivers';
import { until } from './drivers/base-surface';
import { appendLaterVersion, changeSettings, keptSettings, loseFile, storedFiles } from './support/extension-state';
import { crop, read, sizeOf } from './support/pictures';
import { BROWSERS, captureByHand, openProduct, type Product } from './support/product';
import { fileIn, verifyFile } from './support/zip-file';

const ANEF = 'administration-etrangers-en-france.interieur.gouv.fr';
const RDV = 'www.rdv-prefecture.interieur.gouv.fr';
const BLOCKED = 'anef/titre-non-remis.new';
const fr = translator('fr');
const en = translator('en');
const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** What the tests put in a page of ours, to take it back. */
declare global {
  var kept: { add: IDBObjectStore['add']; put: IDBObjectStore['put']; now: () => number } | undefined;
}

/** From now on, this context has no room left for a new line; its files still find some. */
function fillStorage(world: typeof globalThis = globalThis): void {
  const { prototype } = world.IDBObjectStore;
  world.kept = { add: prototype.add, put: prototype.put, now: world.Date.now };
  for (const name of ['add', 'put'] as const) {
    const real = prototype[name];
    prototype[name] = function (this: IDBObjectStore, ...given: [unknown]) {
      if (this.name === 'entries') throw new world.DOMException('no room left', 'QuotaExceededError');
      return real.apply(this, given);
    };
  }
}

function freeStorage(world: typeof globalThis = globalThis): void {
  if (!world.kept) throw new Error('storage was not full');
  Object.assign(world.IDBObjectStore.prototype, { add: world.kept.add, put: world.kept.put });
}

describe.each(BROWSERS)('bad input in %s', (browser) => {
  let product: Product;
  let tab: Tab;
  let folder: string;
  let round = 0;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'carnet-pieces-'));
    // Known before launch: Chromium reads its host map only then.
    product = await openProduct(browser, { portal: { down: { refused: [RDV] } } });
    tab = await product.session.newTab(product.portal.show(BLOCKED));
    await product.journal.waitFor('attempt', 1);
    await captureByHand(product.session, tab);
    await product.journal.waitFor('capture', 1);
  });
  afterAll(async () => {
    await product.close();
    rmSync(folder, { recursive: true });
  });

  const count = async (kind: EntryKind): Promise<number> => (await product.journal.ofKind(kind)).length;

  /** Runs `act` and expects that every line that was there is still there, byte for byte; gives what was added. */
  async function added(act: () => Promise<unknown>): Promise<{ kind: string; data: Record<string, unknown> }[]> {
    const before = await product.journal.lines();
    await act();
    const after = await product.journal.lines();
    expect(after.slice(0, before.length)).toEqual(before);
    return after
      .slice(before.length)
      .map((line) => JSON.parse(line) as { kind: string; data: Record<string, unknown> });
  }

  async function openJournal(route = '#/journal'): Promise<Tab> {
    const screen = await product.session.openPage(`journal.html${route}`);
    await screen.waitFor('main h1');
    return screen;
  }

  async function writeNote(screen: Tab, words: string): Promise<void> {
    const before = await count('note');
    await screen.bringToFront();
    await screen.click('[data-action="add-note"]');
    await screen.fill('[data-form="text"] textarea', words);
    await screen.click('[data-form="text"] [data-action="save"]');
    await product.journal.waitFor('note', before + 1);
  }

  /** A page of a known host, tall, whose only image never comes: our script waits for it before each view. */
  async function openSlow(): Promise<Tab> {
    round += 1;
    const path = `/lent/${round}`;
    const body = `<!doctype html><title>Page lente</title><h1>Page lente</h1><div style="height:6000px;background:linear-gradient(#fff,#cde)"></div>`;
    product.portal.set(ANEF, path, { body });
    product.portal.set(ANEF, `${path}.png`, { hang: true });
    const slow = await product.session.newTab(`https://${ANEF}${path}`);
    await wait(1_000);
    await slow.evaluate((source: string) => {
      const image = new Image(40, 40);
      image.style.cssText = 'position:fixed;top:0;left:0';
      image.src = source;
      document.body.append(image);
    }, `${path}.png`);
    return slow;
  }

  /** Starts a whole-page capture from the popup, which the browser closes as soon as another tab is in front. */
  async function startWholePage(slow: Tab): Promise<void> {
    const popup = await product.session.clickToolbar(slow);
    await popup.click('[data-action="capture-page"]');
    await wait(900);
  }

  async function exported(screen: Tab): Promise<string> {
    await screen.bringToFront();
    await screen.click('nav a[href="#/export"]');
    await screen.click('[data-action="export"]');
    await screen.waitFor('[data-banner="export-done"]', { timeout: 60_000 });
    return product.session.waitForDownload(/\.zip$/);
  }

  it('no room left for an exchange and its file: said, the form kept as it was, nothing half-written', async () => {
    const screen = await openJournal();
    await screen.bringToFront();
    const file = join(folder, 'courrier.txt');
    writeFileSync(file, `Courrier de ${browser}.`);
    await screen.click('[data-action="add-exchange"]');
    await screen.fill({ role: 'textbox', name: fr('exchange.reference') }, 'REF-77');
    await screen.fill({ role: 'textbox', name: fr('exchange.words') }, 'On me renvoie au site.');
    await screen.setFiles('[data-form="exchange"] input[type=file]', [file]);
    await screen.waitForText('courrier.txt');
    const files = await storedFiles(product);
    await screen.evaluate(fillStorage);
    const refused = await added(async () => {
      await screen.click('[data-form="exchange"] [data-action="save"]');
      await screen.waitForText(fr('errors.storage-full'));
    });
    expect(refused).toEqual([]);
    expect(await storedFiles(product), 'the file went in before its line failed: the transaction took it back').toEqual(
      files,
    );
    const typed = (): Promise<string[]> =>
      screen.evaluate(() =>
        [
          ...document.querySelectorAll<HTMLInputElement>(
            '[data-form="exchange"] input:not([type]), [data-form="exchange"] textarea',
          ),
        ].map((field) => field.value),
      );
    expect(await typed()).toEqual(['REF-77', 'On me renvoie au site.']);
    await screen.waitForText('courrier.txt');
    await changeSettings(product, { language: 'en' });
    await screen.waitForText(en('errors.storage-full'));
    await changeSettings(product, { language: 'fr' });
    await screen.waitForText(fr('errors.storage-full'));
    expect(await typed()).toEqual(['REF-77', 'On me renvoie au site.']);

    await screen.evaluate(freeStorage);
    const saved = await added(async () => {
      await screen.click('[data-form="exchange"] [data-action="save"]');
      await product.journal.waitFor('exchange', 1);
    });
    // The file has a line of its own, which the exchange names as its proof.
    expect(saved.map(({ kind }) => kind)).toEqual(['imported', 'exchange']);
    const [imported] = await product.journal.ofKind('imported');
    expect(saved[0]?.data).toMatchObject({ what: 'other', file: { name: 'courrier.txt' } });
    expect(saved[1]?.data).toMatchObject({ reference: 'REF-77', files: [], captures: [imported?.seq] });
    expect(await storedFiles(product)).toHaveLength(files.length + 1);
    await screen.close();
  });

  it('no room left while capturing: the popup says it; once there is room the attempt gets its line', async () => {
    const { session, journal } = product;
    const files = await storedFiles(product);
    await session.evaluateInBackground(fillStorage);
    const refused = await added(async () => {
      const said = await captureByHand(session, tab);
      expect(said).toContain(fr('errors.storage-full'));
    });
    expect(refused).toEqual([]);
    expect(await storedFiles(product)).toEqual(files);
    const failures = await count('capture-failed');
    // The background that had no room goes away; the next one finds what was left behind, and has room.
    await session.killWorker();
    await captureByHand(session, tab);
    expect(await journal.waitFor('capture-failed', failures + 1)).toHaveLength(failures + 1);
    const failed = (await journal.ofKind('capture-failed')).at(-1);
    expect(failed?.data).toMatchObject({ reason: 'storage-full', trigger: 'popup' });
  });

  it('another tab in front in the middle of a whole page: « tab-changed », and not a pixel of the other tab', async () => {
    const slow = await openSlow();
    const files = await storedFiles(product);
    const failures = await count('capture-failed');
    const lines = await added(async () => {
      await startWholePage(slow);
      await tab.bringToFront();
      await product.journal.waitFor('capture-failed', failures + 1);
      await wait(2_500);
    });
    expect(lines.map(({ kind }) => kind)).toEqual(['capture-failed']);
    expect(lines[0]?.data).toMatchObject({ reason: 'tab-changed', trigger: 'popup' });
    expect(await storedFiles(product)).toEqual(files);
    const screen = await openJournal();
    await screen.waitForText(fr('errors.tab-changed'));
    await screen.close();
    await slow.close();
  });

  it('the tab closed in the middle of a whole page: one line that says so', async () => {
    const slow = await openSlow();
    const failures = await count('capture-failed');
    const files = await storedFiles(product);
    const lines = await added(async () => {
      await startWholePage(slow);
      await slow.close();
      await product.journal.waitFor('capture-failed', failures + 1);
      await wait(2_500);
    });
    expect(lines.map(({ kind }) => kind)).toEqual(['capture-failed']);
    expect(['tab-closed', 'tab-changed']).toContain(lines[0]?.data['reason']);
    expect(await storedFiles(product)).toEqual(files);
  });

  it.each(browser === 'chromium' ? ['chrome://version', 'chrome://settings'] : ['about:addons', 'about:config'])(
    'a page of the browser’s own (%s): said, the buttons off, nothing written',
    async (address) => {
      const own = await product.session.newTab();
      await own.goto(address);
      const lines = await added(async () => {
        const popup = await product.session.clickToolbar(own);
        await popup.waitFor('[data-page-status="protected"]');
        await popup.waitForText(fr('popup.page.protected'));
        expect(await popup.count('[data-action="capture-view"]:not([disabled])')).toBe(0);
        expect(await popup.count('[data-action="capture-page"]:not([disabled])')).toBe(0);
        await popup.close();
      });
      expect(lines).toEqual([]);
      await own.close();
    },
  );

  it('the browser’s own error page is captured like any other, with the address that was asked for', async () => {
    const { session, journal } = product;
    const down = await session.newTab();
    const attempts = await count('attempt');
    const { failed } = await down.goto(`https://${RDV}/rdvpref/reservation/demarche/3720/`);
    expect(failed).not.toBeNull();
    await journal.waitFor('attempt', attempts + 1);
    const captures = await count('capture');
    await captureByHand(session, down);
    const capture = (await journal.waitFor('capture', captures + 1)).at(-1);
    expect(capture?.data.url).toBe(`https://${RDV}/rdvpref/reservation/demarche/3720/`);
    expect(capture?.data.uniform).toBeTypeOf('boolean');
    expect(capture?.data.receipt).toMatchObject({ status: 0 });
    const original = await journal.blob(capture?.data.original.sha256 ?? '');
    const stamped = await journal.blob(capture?.data.stamped?.sha256 ?? '');
    const { height } = sizeOf(original);
    expect(height).toBeGreaterThan(500);
    expect(read(crop(stamped, height))).toContain(RDV);
    await down.close();
  });

  it('« rendu reconstitué »: without a gesture, only if allowed, named as what it is, no request made for it', async () => {
    const { session, portal, journal } = product;
    const options = await session.openPage('options.html');
    if (browser === 'firefox') {
      // Both variants of html2canvas throw in Firefox's content-script world (toolchain.md § 3): the option says so.
      await options.waitForText(fr('options.rerender-absent'));
      expect(await options.count({ role: 'checkbox', name: fr('settings.rerender') })).toBe(0);
      await options.close();
      return;
    }
    /** What the page is and what was asked for, without our note; Chromium itself asks its maker for accounts and updates when it likes. */
    const visited = async (number: number) => {
      const from = portal.requests.length;
      const seen = await session.newTab('about:blank');
      await seen.bringToFront();
      await seen.goto(portal.show(BLOCKED).replace('#', `?visite=${number}#`));
      const attempts = await journal.waitFor('attempt', 1);
      await wait(6_000);
      const asked = portal.requests
        .slice(from)
        .filter(({ host }) => !/(^|\.)(google|googleapis|gstatic|gvt1)\.com$/.test(host))
        .map(({ host, method, path }) => `${method} ${host}${path.replace(/visite=\d/, '')}`);
      const look = await seen.evaluate(() => {
        const copy = document.documentElement.cloneNode(true) as HTMLElement;
        for (const note of copy.querySelectorAll('[data-carnet-note]')) note.remove();
        return [
          copy.outerHTML,
          window.scrollX,
          window.scrollY,
          document.activeElement?.tagName,
          document.querySelectorAll('iframe').length,
        ];
      });
      await seen.close();
      return { asked: asked.sort(), look, attempts: attempts.length };
    };
    const off = await visited(1);
    const captures = await count('capture');
    await options.bringToFront();
    await options.click({ role: 'checkbox', name: fr('settings.rerender') });
    // The box is ticked before the choice is written: closing at once would lose the choice.
    await until('the option was not kept', async () =>
      (await keptSettings(product))['rerender'] === true ? true : null,
    );
    await options.close();
    const on = await visited(2);
    const capture = (await journal.waitFor('capture', captures + 1)).at(-1);
    expect(await count('capture')).toBe(captures + 1);
    expect(capture?.data).toMatchObject({
      method: 'rerendered',
      trigger: 'automatic',
      page: { page: 'titre-non-remis' },
    });
    expect(on.asked, 'nothing was asked for the drawing').toEqual(off.asked);
    expect(on.look, 'the page is as it was').toEqual(off.look);
    expect(on.attempts).toBe(off.attempts + 1);
    const original = await journal.blob(capture?.data.original.sha256 ?? '');
    const stamped = await journal.blob(capture?.data.stamped?.sha256 ?? '');
    expect(read(crop(stamped, sizeOf(original).height))).toMatch(/RENDURECONSTITU/i);
    await changeSettings(product, { rerender: false });
    const screen = await openJournal(`#/piece/${capture?.seq}`);
    await screen.waitForText(fr('method.rerendered'));
    await screen.waitForText(fr('entry.rerendered'));
    await screen.close();
  });

  it('a clock set back, a file lost, a line of a later version: each is said, none stops the journal or its export', async () => {
    const { session, journal } = product;
    const later = await appendLaterVersion(product);
    const capture = (await journal.ofKind('capture'))[0];
    if (!capture) throw new Error('no capture');
    const lost = capture.data.original.sha256;
    await loseFile(product, lost);

    const screen = await openJournal();
    await screen.waitForText(fr('errors.entry-unknown-version'));
    expect(await screen.count('[data-banner="warning"]')).toBe(0);
    const linked = await added(() => writeNote(screen, 'Une note après une ligne de demain.'));
    expect(linked).toMatchObject([{ kind: 'note', seq: later.seq + 1, prev: later.hash }]);

    await screen.evaluate(() => {
      const now = Date.now;
      Date.now = () => now() - 3_600_000;
    });
    const late = await added(() => writeNote(screen, 'Une note d’il y a une heure.'));
    expect(late).toHaveLength(1);
    await screen.waitForText(fr('journal.clock-back'));
    await screen.waitForText(fr('timeline.clock-back'));

    await screen.goto(`${session.baseUrl}journal.html#/piece/${capture.seq}`);
    await screen.waitFor(`[data-entry="${capture.seq}"]`);
    await screen.waitForText(fr('errors.blob-missing'));
    await screen.goto(`${session.baseUrl}journal.html#/piece/${later.seq}`);
    await screen.waitFor(`[data-entry="${later.seq}"]`);
    await screen.waitForText(fr('errors.entry-unknown-version'));

    let zip = '';
    const lines = await journal.lines();
    const written = await added(async () => {
      zip = await exported(screen);
      await journal.waitFor('exported', 1);
    });
    expect(written.map(({ kind }) => kind)).toEqual(['exported']);
    const inside = fileIn(zip, 'data/journal.jsonl');
    expect(inside, 'byte for byte, the line of a later version included').toBe(`${lines.join('\n')}\n`);
    expect(inside).toContain(later.line);
    expect(fileIn(zip, 'LISEZ-MOI.html')).toContain(lost);
    const { verdict, lines: said } = await verifyFile(zip);
    expect(verdict, JSON.stringify(said.filter((one) => one.level === 'problem'))).toBe('intact');
    const codes = said.filter((one) => one.level === 'warning').map((one) => one.code);
    expect(codes).toContain('reference-declared');
    expect(codes).toContain('clock-back');
    await screen.close();
    expect((await session.errors()).filter((error) => !/storage-full|no room left/.test(error))).toEqual([]);
  });
});
