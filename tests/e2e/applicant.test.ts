/** A new applicant with a narrow page: from the page that blocks to the message for the CCC, copied. Every gesture is counted. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Surface, Tab } from './drivers';
import { Human } from './support/human-model';
import { overflow } from './support/look';
import { BROWSERS, openProduct, type Product } from './support/product';
import { textUpTo } from './support/reading';

const PHONE = { width: 360, height: 740 } as const;
/** Goal of the product, in modelled seconds, from the page that blocks to the message copied. */
const GOAL = 180;
/** Pictures of each screen, when somebody wants to look (a folder). */
const PICTURES = process.env['CARNET_PICTURES'];

const ANSWERS = [
  ['firstName', 'Awa'],
  ['lastName', 'Exemple'],
  ['email', 'awa@exemple.invalid'],
  ['procedure', 'Renouvellement'],
] as const;

describe.each(BROWSERS)('a new applicant at 360 px in %s', (browser) => {
  let product: Product;
  let journal: Tab;
  const human = new Human();

  beforeAll(async () => {
    // Firefox’s own window is no narrower than 500 px: its pages are measured again one by one.
    const viewport = browser === 'chromium' ? { viewport: PHONE } : {};
    product = await openProduct(browser, { timeZone: 'Europe/Paris', ...viewport });
  });
  afterAll(async () => {
    await product.close();
  });

  /** Reads down to a control, then presses it. */
  async function press(surface: Surface, what: string, selector: string): Promise<void> {
    await surface.waitFor(selector);
    human.step(what, { clicks: 1, words: human.newWords(await textUpTo(surface, selector)) });
    await surface.click(selector);
  }

  async function type(surface: Surface, what: string, selector: string, value: string): Promise<void> {
    await surface.waitFor(selector);
    const words = human.newWords(await textUpTo(surface, selector));
    human.step(what, { clicks: 1, keys: value.length, fields: 1, words });
    await surface.fill(selector, value);
  }

  async function picture(surface: Surface, name: string): Promise<void> {
    if (!PICTURES) return;
    mkdirSync(PICTURES, { recursive: true });
    writeFileSync(`${PICTURES}/applicant-${browser}-${name}.png`, await surface.screenshot());
  }

  it('opens a dossier for this page and captures it, in the popup', async () => {
    const { session, portal } = product;
    const site = await session.newTab(portal.show('anef/titre-non-remis.new'));
    await product.journal.waitFor('attempt', 1);
    human.step('the extension’s button', { clicks: 1 });
    const popup = await session.clickToolbar(site);
    await popup.waitFor('[data-page-status="blocked"]');
    await picture(popup, '1-popup');
    await press(popup, 'a new dossier', '[data-action="new-dossier"]');
    await type(popup, 'its name', '[data-form="new-dossier"] input:not([type])', 'Titre');
    await picture(popup, '2-new');
    await press(popup, 'create', '[data-action="create-dossier"]');
    await popup.waitForGone('[data-form="new-dossier"]');
    await press(popup, 'capture', '[data-action="capture-view"]:not([disabled])');
    await popup.waitFor('[data-banner="capture-saved"]');
    await picture(popup, '3-captured');
    await popup.waitFor('[data-action="open-letter"]');
    await press(popup, 'its message', '[data-action="open-letter"]').catch((error: unknown) => {
      // The popup closes under the click.
      if (!/closed|no such|detached|context/i.test(String(error))) throw error;
    });
    journal = await session.waitForPage('journal.html');
    await journal.bringToFront();
    const opened = await product.journal.waitFor('dossier-opened', 2);
    const second = opened.find(({ data }) => data.alias === 'Titre');
    expect(opened.map(({ data }) => data.alias).toSorted()).toEqual(['Mon dossier', 'Titre']);
    const captures = (await product.journal.ofKind('capture')).filter(({ dossier }) => dossier === second?.dossier);
    expect(captures.map(({ data }) => data.page?.page)).toEqual(['titre-non-remis']);
  });

  it('writes the message: what the capture says is there already, four answers are asked', async () => {
    await journal.resizeTo(PHONE.width, PHONE.height);
    await journal.waitFor('[data-letter-actions]');
    await picture(journal, '4-letter');
    expect(await overflow(journal)).toEqual([]);
    for (const [name, value] of ANSWERS) await type(journal, name, `[data-field="${name}"] input`, value);
    await press(journal, 'copy', '[data-action="letter-copy"]');
    await journal.waitFor('[data-banner="letter-said"]');
    human.reads('what was done', await textUpTo(journal, '[data-banner="letter-said"]'));
    await picture(journal, '5-copied');
    const [letter] = await product.journal.waitFor('letter-generated', 1);
    const text = (await product.journal.blob(letter?.data.files[0]?.sha256 ?? '')).toString('utf8');
    for (const [, value] of ANSWERS) expect(text).toContain(value);
    expect(text).toContain("titre de séjour n'a pas encore été remis");
    expect(text).not.toContain('…………');
  });

  it('eleven clicks, five fields; under three minutes by the model', async () => {
    const tally = human.tally();
    console.log(`${browser}\n${human.report()}`);
    expect(tally).toMatchObject({ clicks: 11, keys: 48, fields: 5 });
    expect(human.time(), human.report()).toBeLessThan(GOAL);
  });

  it('shows the way on in the first screen of the home', async () => {
    await journal.click('nav a[href="#/"]');
    await journal.waitFor('[data-action="open-next"]');
    await picture(journal, '6-home');
    const bottom = await journal.evaluate(
      () => document.querySelector('[data-action="open-next"]')?.getBoundingClientRect().bottom ?? Number.NaN,
    );
    expect(bottom).toBeLessThanOrEqual(PHONE.height);
    const rows = await journal.evaluate(
      () => new Set([...document.querySelectorAll('.tab')].map((one) => one.getBoundingClientRect().top)).size,
    );
    expect(rows).toBeLessThanOrEqual(2);
    expect(await overflow(journal)).toEqual([]);
  });

  it('says nothing in the console', async () => {
    expect(await product.session.errors()).toEqual([]);
  });
});
