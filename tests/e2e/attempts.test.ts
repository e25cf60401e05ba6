/** Exactly one line an attempt: never zero, never two, whatever breaks. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Tab } from './drivers/types';
import { BROWSERS, captureByHand, openProduct, type Product } from './support/product';

const ANEF = 'administration-etrangers-en-france.interieur.gouv.fr';
const RDV = 'www.rdv-prefecture.interieur.gouv.fr';
const DN = 'demarche.numerique.gouv.fr';
const CONTACTS = 'contacts-demarches.interieur.gouv.fr';

/** Long enough for a second line to show up if there were one: settling, retries of the content script. */
const SETTLED_MS = 2_500;
const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

describe.each(BROWSERS)('attempts in %s', (browser) => {
  let product: Product;
  let tab: Tab;

  beforeAll(async () => {
    // Known before launch: Chromium reads its host map only then.
    product = await openProduct(browser, { portal: { down: { refused: [RDV], dns: [CONTACTS] } } });
    tab = await product.session.newTab('about:blank');
  });
  afterAll(async () => {
    await product.close();
  });
  beforeEach(() => {
    product.portal.reset();
  });

  /** Lines of attempts written while `act` ran, and a while after. */
  async function linesOf(act: () => Promise<unknown>) {
    // From nowhere: a change of what stands after « # » alone would be no navigation.
    await tab.goto('about:blank');
    const before = (await product.journal.ofKind('attempt')).length;
    await act();
    await product.journal.waitFor('attempt', before + 1);
    await wait(SETTLED_MS);
    return (await product.journal.ofKind('attempt')).slice(before);
  }

  it('a refused connection', async () => {
    const lines = await linesOf(() => tab.goto(`https://${RDV}/rdvpref/reservation/demarche/3720/`));
    expect(lines).toHaveLength(1);
    expect(lines[0]?.data).toMatchObject({
      source: 'network',
      page: { site: 'rdv-prefecture', page: 'unreachable', outcome: 'down' },
    });
    expect(lines[0]?.data.receipt?.error).toMatch(/REFUSED|PROXY/);
  });

  it('a refused connection that wakes a sleeping worker', async () => {
    await product.session.killWorker();
    // Another path: the same one again would be the browser's own retry.
    const lines = await linesOf(() => tab.goto(`https://${RDV}/rdvpref/reservation/demarche/4082/`));
    expect(lines).toHaveLength(1);
  });

  it('a name that does not resolve', async () => {
    const lines = await linesOf(() => tab.goto(`https://${CONTACTS}/etrangers/renouvellement-recepisse/`));
    expect(lines).toHaveLength(1);
    expect(lines[0]?.data.receipt?.error).toBeTruthy();
    expect(lines[0]?.data.receipt?.status).toBe(0);
  });

  it.each([
    [500, 'a page of error 500', true],
    [503, 'an empty 503', false],
    [429, 'too many requests', false],
  ])('%i: %s', async (status, _name, body) => {
    product.portal.set(
      DN,
      '*',
      body
        ? { status, body: '<!doctype html><title>Erreur</title><h1>Erreur inattendue</h1><p>Erreur 500</p>' }
        : { status },
    );
    const lines = await linesOf(() => tab.goto(`https://${DN}/dossiers`));
    expect(lines).toHaveLength(1);
    expect(lines[0]?.data.receipt?.status).toBe(status);
    expect(lines[0]?.data.page?.outcome).toBe('down');
  });

  it('a blocked page, re-rendered by its own code, is one attempt; seen again after a navigation it is another', async () => {
    const url = product.portal.show('anef/titre-non-remis.new');
    const lines = await linesOf(async () => {
      await tab.goto(url);
      await wait(1_500);
      await tab.evaluate(() => {
        const main = document.querySelector('main') ?? document.body;
        main.replaceWith(main.cloneNode(true));
      });
    });
    expect(lines.map((line) => line.data.page?.page)).toEqual(['titre-non-remis']);
    const again = await linesOf(async () => {
      await tab.goto('about:blank');
      await tab.goto(url);
    });
    expect(again).toHaveLength(1);
  });

  it('the clock difference of the server is in the receipt', async () => {
    product.portal.set(ANEF, '*', { dateSkewSeconds: 420 });
    const lines = await linesOf(() => tab.goto(product.portal.show('anef/too-early.new')));
    expect(Math.abs((lines[0]?.data.receipt?.serverClockSeconds ?? 0) - 420)).toBeLessThanOrEqual(2);
  });

  it('ten captures in a row, faster than the quota: ten lines, no failure', async () => {
    await tab.goto(product.portal.show('anef/wizard-step.new'));
    await wait(1_000);
    const before = (await product.journal.ofKind('capture')).length;
    await tab.bringToFront();
    const popup = await product.session.clickToolbar(tab);
    await popup.waitFor('[data-action="capture-view"]:not([disabled])');
    const answers = await popup.evaluate(() => {
      // As ten windows of ours would ask at once; the popup itself offers one button at a time.
      const ask = (
        globalThis as unknown as {
          chrome: {
            runtime: { sendMessage(message: unknown): Promise<unknown> };
            tabs: { query(q: unknown): Promise<{ id: number }[]> };
          };
        }
      ).chrome;
      return ask.tabs.query({ active: true, currentWindow: true }).then(([front]) =>
        Promise.all(
          Array.from({ length: 10 }, () =>
            ask.runtime.sendMessage({
              to: 'background',
              name: 'capture',
              body: { tabId: front?.id ?? -1, method: 'screen', intent: crypto.randomUUID() },
            }),
          ),
        ),
      );
    });
    await popup.close();
    expect(answers).toEqual(answers.map(() => expect.objectContaining({ reason: null })));
    const captures = await product.journal.waitFor('capture', before + 10, 30_000);
    expect(captures).toHaveLength(before + 10);
    expect(await product.journal.ofKind('capture-failed')).toHaveLength(0);
  });

  it('a worker killed at any moment of a capture: one line for each gesture, capture or failure', async () => {
    await tab.goto(product.portal.show('anef/wizard-step.new'));
    await wait(1_000);
    const lines = async (): Promise<number> =>
      (await product.journal.entries()).filter((entry) => entry.kind === 'capture' || entry.kind === 'capture-failed')
        .length;
    for (const delay of [0, 20, 60, 120, 250, 500, 900]) {
      const before = await lines();
      const popup = await product.session.clickToolbar(tab);
      await popup.click(`[data-action="${delay > 200 ? 'capture-page' : 'capture-view'}"]`);
      await wait(delay);
      await product.session.killWorker();
      // The popup asks again for the same intent; the worker that wakes finds what was left behind.
      await popup.waitFor('[data-banner="capture-saved"], [data-banner="capture-failed"]', { timeout: 60_000 });
      await popup.close();
      await wait(500);
      expect((await lines()) - before, `killed after ${delay} ms`).toBe(1);
    }
    expect((await captureByHand(product.session, tab)).length).toBeGreaterThan(0);
  });
});
