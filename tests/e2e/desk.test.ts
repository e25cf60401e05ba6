/** A help desk at work: windows side by side, one chain; one person's page never in another's dossier; permission taken and given back. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkChain } from '@/lib/domain/chain';
import { BROWSERS, captureByHand, openProduct, type Product } from './support/product';

const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

describe.each(BROWSERS)('a desk in %s', (browser) => {
  let product: Product;

  beforeAll(async () => {
    product = await openProduct(browser);
  });
  afterAll(async () => {
    await product.close();
  });

  it('two tabs and two windows that append at once make one chain', async () => {
    const { session, portal, journal } = product;
    // Four places at once, all of somebody who is logged in: a logged-out page among them would rightly raise the question.
    const pages = ['anef/titre-non-remis.new', 'anef/too-early.old', 'anef/closure.new', 'rdv-prefecture/no-slot'].map(
      (id) => portal.show(id),
    );
    const tabs = [await session.newTab(), await session.newTab(), await session.newWindow(), await session.newWindow()];
    for (let round = 0; round < 3; round += 1) {
      await Promise.all(tabs.map((tab, at) => tab.goto(`${pages[at]?.replace('#', `?tour=${round}#`)}`)));
      await journal.waitFor('attempt', (round + 1) * 4, 30_000);
    }
    await wait(2_000);
    const entries = await journal.entries();
    expect(entries.filter((entry) => entry.kind === 'attempt')).toHaveLength(12);
    expect(new Set(entries.map((entry) => entry.dossier)).size).toBe(1);
    expect(entries.map((entry) => entry.seq)).toEqual(entries.map((_entry, at) => at + 1));
    const report = await checkChain(await product.journal.lines());
    expect(report.problems).toEqual([]);
    for (const tab of tabs) await tab.close();
  });

  it('after a log-out, the next capture asks whose page it is, and what was seen meanwhile waits for the answer', async () => {
    const { session, portal, journal } = product;
    // A dossier must stand: with none there is nobody to be confused with.
    const tab = await session.newTab(portal.show('anef/too-early.old'));
    await journal.waitFor('attempt', 1);
    await tab.goto(portal.show('anef/notifications.new'));
    await wait(1_500);
    await tab.goto('about:blank');
    await tab.goto(portal.show('anef/home.new'));
    await wait(1_500);
    const before = await journal.entries();
    await tab.goto('about:blank');
    await tab.goto(portal.show('anef/too-early.new'));
    await wait(2_000);
    expect(
      (await journal.entries()).length,
      'nothing is written in a dossier before somebody said whose page it is',
    ).toBe(before.length);
    const popup = await session.clickToolbar(tab);
    await popup.waitFor('[data-action="owner-yes"]');
    expect(await popup.count('[data-action="capture-view"]:not([disabled])')).toBe(0);
    await popup.click('[data-action="owner-yes"]');
    await popup.waitFor('[data-action="capture-view"]:not([disabled])');
    await popup.close();
    const attempts = (await journal.entries()).slice(before.length).filter((entry) => entry.kind === 'attempt');
    expect(attempts).toHaveLength(1);
    expect(attempts[0]?.data).toHaveProperty('seenAt');
    await captureByHand(session, tab);
    await tab.close();
  });

  it('somebody quicker than the page: a click on the button right after a log-out takes no picture for the one who left', async () => {
    const { session, portal, journal } = product;
    const tab = await session.newTab(portal.show('anef/notifications.new'));
    await wait(1_500);
    for (const delay of [0, 100, 250, 400, 700]) {
      const before = (await journal.ofKind('capture')).length;
      await tab.goto('about:blank');
      await tab.goto(portal.show('anef/home.new'));
      await wait(delay);
      const popup = await session.clickToolbar(tab);
      // Clicked as soon as it can be: where the question was quicker still, the button never could.
      await popup.click('[data-action="capture-view"]', { timeout: 1_500 }).catch((cause) => {
        if (!/: disabled\./.test(String(cause))) throw cause;
      });
      await popup.waitFor('[data-owner="logged-out"]');
      expect((await journal.ofKind('capture')).length, `${delay} ms after the log-out`).toBe(before);
      await popup.click('[data-action="owner-yes"]');
      await popup.waitFor('[data-action="capture-view"]:not([disabled])');
      await popup.close();
      await tab.goto('about:blank');
      await tab.goto(portal.show('anef/notifications.new'));
      await wait(1_500);
    }
    await tab.close();
  });

  it('the next person at the same page: neither the number nor the offers of the picture of who was there before', async () => {
    const { session, portal, journal } = product;
    const tab = await session.newTab(portal.show('anef/titre-non-remis.new'));
    await wait(1_500);
    const popup = await session.clickToolbar(tab);
    await popup.click('[data-action="capture-view"]');
    await popup.waitFor('[data-banner="capture-saved"]', { timeout: 30_000 });
    expect(await popup.text()).toContain('Cette page est déjà capturée');
    await popup.click('[data-action="new-dossier"]');
    await popup.fill('[data-form="new-dossier"] input:not([type])', 'Sittelle');
    await popup.click('[data-action="create-dossier"]');
    await popup.waitForGone('[data-banner="capture-saved"]');
    await popup.waitFor('[data-action="capture-view"]:not([disabled])');
    expect(await popup.text()).not.toContain('Cette page est déjà capturée');
    await popup.click('[data-action="capture-view"]');
    await popup.waitFor('[data-banner="capture-saved"]', { timeout: 30_000 });
    const opened = (await journal.ofKind('dossier-opened')).find(({ data }) => data.alias === 'Sittelle');
    const own = (await journal.entries()).filter((entry) => entry.dossier === opened?.dossier);
    expect(own.filter((entry) => entry.kind === 'capture')).toHaveLength(1);
    await popup.close();
    await tab.close();
  });
});

describe.each(BROWSERS)('permissions in %s', (browser) => {
  let product: Product;

  beforeAll(async () => {
    // A window: the browser's own prompt is answered by a person's keys. Firefox's prompt is reached without one.
    product = await openProduct(browser, { headless: browser === 'firefox' });
  });
  afterAll(async () => {
    await product.close();
  });

  it('a permission taken back in the browser’s own settings is said in the popup, and one click gives it back', async () => {
    const { session, portal, journal } = product;
    const origin = 'https://administration-etrangers-en-france.interieur.gouv.fr/*';
    await session.revokeHosts([origin]);
    expect(await session.hasHosts([origin])).toBe(false);
    const url = portal.show('anef/titre-non-remis.old');
    const tab = await session.newTab(url);
    await wait(1_500);
    const silent = (await journal.ofKind('attempt')).length;
    const popup = await session.clickToolbar(tab);
    await popup.waitFor('[data-action="grant"]');
    await session.acceptHosts([origin], () => popup.click('[data-action="grant"]'));
    await wait(500);
    expect(await session.hasHosts([origin])).toBe(true);
    await tab.goto('about:blank');
    await tab.goto(url);
    await journal.waitFor('attempt', silent + 1);
    await tab.close();
  });
});
