/** The person's real gestures in a real window: keys, menu, button; the note that says so, and that no picture ever shows. */
import { PNG } from 'pngjs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { EntryKind } from '@/lib/domain/entry';
import { translator } from '@/lib/locales';
import type { Tab } from './drivers';
import { until } from './drivers/base-surface';
import { signOf, waitForSign } from './support/extension-state';
import { BROWSERS, openProduct, type Product } from './support/product';

const HOST = 'https://administration-etrangers-en-france.interieur.gouv.fr/';
const BLOCKED = 'anef/titre-non-remis.new';
const NOTE = '[data-carnet-note]';
const t = translator('fr');
const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** The smallest box that holds every pixel in which two pictures differ; null when they are the same. */
function changedBox(one: PNG, other: PNG): { left: number; top: number; right: number; bottom: number } | null {
  const box = { left: one.width, top: one.height, right: -1, bottom: -1 };
  for (let y = 0; y < one.height; y += 1) {
    for (let x = 0; x < one.width; x += 1) {
      const at = (y * one.width + x) * 4;
      if (one.data.compare(other.data, at, at + 3, at, at + 3) === 0) continue;
      box.left = Math.min(box.left, x);
      box.right = Math.max(box.right, x);
      box.top = Math.min(box.top, y);
      box.bottom = Math.max(box.bottom, y);
    }
  }
  return box.right < 0 ? null : box;
}

/** Another document of the same origin at the same route: what `activeTab` of Chromium lasts across. */
const again = (url: string, round: number): string => url.replace('#', `?tour=${round}#`);

describe.each(BROWSERS)('gestures in %s, in a window', (browser) => {
  let product: Product;
  const open: Tab[] = [];

  beforeAll(async () => {
    product = await openProduct(browser, { headless: false });
  });
  afterEach(async () => {
    for (const tab of open.splice(0)) await tab.close();
  });
  afterAll(async () => {
    expect(await product.session.errors()).toEqual([]);
    await product.close();
  });

  const count = async (kind: EntryKind): Promise<number> => (await product.journal.ofKind(kind)).length;

  async function opened(url: string): Promise<Tab> {
    const tab = await product.session.newTab(url);
    open.push(tab);
    return tab;
  }

  /** A blocked page in a tab of its own, recognised, its note shown. */
  async function blocked(): Promise<Tab> {
    const before = await count('attempt');
    const tab = await opened(product.portal.show(BLOCKED));
    await tab.bringToFront();
    await product.journal.waitFor('attempt', before + 1);
    // Its panel stands in a closed shadow root: from the page only the host is found.
    const there = (): Promise<boolean> =>
      tab.evaluate((selector: string) => document.querySelector(selector) !== null, NOTE);
    await until('no note in the page', async () => ((await there()) ? true : null));
    await wait(500);
    return tab;
  }

  it('the shortcut takes one picture, without the note that stands on the page', async () => {
    const { session, journal } = product;
    const tab = await blocked();
    await waitForSign(product, HOST, '!');
    const withNote = PNG.sync.read(await tab.screenshot());
    const before = await count('capture');
    await session.pressShortcut(tab, 'capture-page');
    const captures = await journal.waitFor('capture', before + 1);
    await wait(1_500);
    expect(await count('capture'), 'one gesture, one line').toBe(before + 1);
    const capture = captures.at(-1);
    expect(capture?.data).toMatchObject({ trigger: 'shortcut', method: 'screen', page: { page: 'titre-non-remis' } });
    await waitForSign(product, HOST, '✓');

    const shown = await tab.evaluate((selector: string) => {
      const host = document.querySelector<HTMLElement>(selector);
      return host !== null && !host.hidden && host.style.display !== 'none' && host.shadowRoot === null;
    }, NOTE);
    expect(shown, 'the note is back after the picture').toBe(true);

    await tab.evaluate((selector: string) => document.querySelector(selector)?.remove(), NOTE);
    await wait(300);
    const without = PNG.sync.read(await tab.screenshot());
    const noteBox = changedBox(withNote, without);
    if (!noteBox) throw new Error('the note was never to be seen');
    // A note of a few lines, in a corner: larger than a mark, smaller than a quarter of the window.
    const { left, right, top, bottom } = noteBox;
    expect(right - left).toBeGreaterThan(200);
    expect(bottom - top).toBeGreaterThan(60);
    expect((right - left) * (bottom - top)).toBeLessThan((without.width * without.height) / 4);
    const picture = PNG.sync.read(await journal.blob(capture?.data.original.sha256 ?? ''));
    expect([picture.width, picture.height]).toEqual([without.width, without.height]);
    const away = changedBox(picture, without);
    // Firefox's overlay scroll bar, at the very edge, shows for a moment after a gesture.
    const onlyScrollBar = away !== null && away.left >= picture.width - 16;
    expect(onlyScrollBar ? null : away, 'the picture is the page without the note').toBeNull();
  });

  it('the item of the context menu takes one picture', async () => {
    const tab = await blocked();
    const before = await count('capture');
    await product.session.contextMenu(tab, t('flow.menu.capture'));
    const captures = await product.journal.waitFor('capture', before + 1);
    await wait(1_500);
    expect(await count('capture')).toBe(before + 1);
    expect(captures.at(-1)?.data).toMatchObject({ trigger: 'context-menu', method: 'screen' });
    expect(await count('capture-failed')).toBe(0);
  });

  it('without a gesture a blocked page gives its attempt and no picture', async () => {
    const before = await count('capture');
    await blocked();
    await wait(1_500);
    expect(await count('capture')).toBe(before);
    expect(await count('capture-failed'), 'a picture that nobody asked for is no failure').toBe(0);
    await waitForSign(product, HOST, '!');
  });

  it('after one click on the button, the next blocked page of the site is taken by itself where the browser lets it', async () => {
    const { session, portal, journal } = product;
    const tab = await blocked();
    const popup = await session.clickToolbar(tab);
    await popup.waitFor('[data-action="capture-view"]:not([disabled])');
    await popup.close();
    const attempts = await count('attempt');
    const captures = await count('capture');
    await tab.goto(again(portal.show('anef/too-early.new'), 2));
    const seen = await journal.waitFor('attempt', attempts + 1);
    expect(seen.at(-1)?.data.page?.page).toBe('too-early');
    if (browser === 'chromium') {
      const taken = await journal.waitFor('capture', captures + 1);
      expect(taken.at(-1)?.data).toMatchObject({ trigger: 'automatic', method: 'screen', page: { page: 'too-early' } });
      await waitForSign(product, HOST, '✓');
    } else {
      // Firefox: any navigation ends `activeTab` (toolchain.md § 3). The attempt is written, the button says what is missing.
      await waitForSign(product, HOST, '!');
    }
    await wait(1_500);
    expect(await count('attempt')).toBe(attempts + 1);
    expect(await count('capture')).toBe(captures + (browser === 'chromium' ? 1 : 0));
    expect(await count('capture-failed')).toBe(0);
  });

  it('with « whose page is it? » open, the shortcut takes nothing and leads to the question', async () => {
    const { session, portal, journal } = product;
    const tab = await opened(portal.show('anef/notifications.new'));
    await wait(1_500);
    await tab.goto(again(portal.show('anef/home.new'), 3));
    await wait(1_500);
    await tab.goto(again(portal.show('anef/too-early.new'), 4));
    await waitForSign(product, HOST, '?');
    const before = await journal.lines();
    await session.pressShortcut(tab, 'capture-page');
    await wait(2_500);
    expect(await journal.lines(), 'nothing is written in anybody’s dossier').toEqual(before);
    expect(await signOf(product, HOST)).toBe('?');
    const popup = await session.clickToolbar(tab);
    await popup.waitFor('[data-owner="logged-out"]');
    await popup.close();
  });
});
