/** A volunteer with a keyboard alone, at the end of one case: a new dossier, its page, its paper; nothing of the case before shows. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Surface, Tab } from './drivers';
import { focusOf, heldFocus, typeKeys } from './support/focus';
import { Human } from './support/human-model';
import { BROWSERS, openProduct, type Product } from './support/product';

/** What the case before left: its alias, a name, an address, both in a letter's memory and kept on the device. */
const BEFORE = { alias: 'Rouge-gorge', firstName: 'Ondine', lastName: 'Precedente', address: '7 impasse Precedente' };
const STATEMENT = [
  ['witnessName', 'Lou Relais'],
  ['witnessRole', 'aidant'],
  ['witnessAddress', '1 rue Neuve'],
  ['witnessPlace', 'Bobigny'],
  ['witnessFor', 'M. Exemple'],
  ['witnessSaw', 'le refus'],
  ['place', 'Bobigny'],
] as const;
/** Goal of the product for a new case with its page captured, in modelled seconds. */
const GOAL = 60;

describe.each(BROWSERS)('a volunteer by keyboard in %s', (browser) => {
  let product: Product;
  let site: Tab;
  let journal: Tab;
  const human = new Human();

  beforeAll(async () => {
    product = await openProduct(browser, { timeZone: 'Europe/Paris' });
    site = await product.session.newTab(product.portal.show('anef/titre-non-remis.new'));
    await product.journal.waitFor('attempt', 1);
    await leaveCase(product);
  });
  afterAll(async () => {
    await product.close();
  });

  /** Tab by Tab to a control, each press counted; then the key. Somebody who does it all day reads no screen again. */
  async function go(surface: Surface, what: string, selector: string, then: string | null, way = 'Tab'): Promise<void> {
    let presses = 0;
    const stops: string[] = [];
    const there = (): Promise<boolean> =>
      surface.evaluate((wanted: string) => document.activeElement?.matches(wanted) ?? false, selector);
    while (!(await there())) {
      if (presses === 60) throw new Error(`${selector} was not reached: ${stops.join(' → ')}`);
      await surface.press(way);
      presses += 1;
      stops.push((await focusOf(surface)).where);
    }
    await heldFocus(surface, what);
    human.step(what, { keys: presses + (then ? 1 : 0) });
    if (!then) return;
    // The popup closes under the key that opens the journal.
    await surface.press(then).catch((error: unknown) => {
      if (!/closed|no such|detached|context/i.test(String(error))) throw error;
    });
  }

  async function write(surface: Surface, what: string, selector: string, words: string): Promise<void> {
    await go(surface, what, selector, null);
    human.step(`types ${what}`, { keys: words.length, fields: 1 });
    await typeKeys(surface, words);
  }

  it('opens the dossier with its track and captures the page: under a minute by the model', async () => {
    human.step('the extension’s button', { keys: 1 });
    await site.bringToFront();
    const popup = await product.session.clickToolbar(site);
    await popup.waitFor('[data-page-status="blocked"]');
    await go(popup, 'a new dossier', '[data-action="new-dossier"]', 'Enter');
    await popup.waitFor('[data-form="new-dossier"]');
    await write(popup, 'its alias', '[data-form="new-dossier"] input:not([type])', 'Mesange');
    human.step('creates it', { keys: 1 });
    await popup.press('Enter');
    await popup.waitForGone('[data-form="new-dossier"]');
    await popup.waitFor('[data-action="capture-view"]:not([disabled])');
    await heldFocus(popup, 'creating the dossier');
    await go(popup, 'the capture', '[data-action="capture-view"]', 'Enter');
    await popup.waitFor('[data-banner="capture-saved"]', { timeout: 30_000 });
    human.reads(
      'the result',
      await popup.evaluate(() => document.querySelector('[data-banner="capture-saved"]')?.textContent ?? ''),
    );
    const opened = (await product.journal.ofKind('dossier-opened')).find(({ data }) => data.alias === 'Mesange');
    expect(opened?.data).toMatchObject({ alias: 'Mesange', track: expect.stringMatching(/^T[123]$/) });
    const capture = (await product.journal.ofKind('capture')).find(({ dossier }) => dossier === opened?.dossier);
    expect(capture).toMatchObject({ dossier: opened?.dossier, data: { page: { page: 'titre-non-remis' } } });
    expect(human.time(), human.report()).toBeLessThan(GOAL);
    await go(popup, 'the home', '[data-action="open-home"]', 'Enter');
    journal = await product.session.waitForPage('journal.html');
    await journal.bringToFront();
  });

  it('makes the witness statement, ready to be printed and signed', async () => {
    await journal.waitFor('[data-home="next"]');
    await go(journal, 'the letters', '.tab[href="#/courriers"]', 'Enter');
    await journal.waitFor('[data-letter="witness-statement"]');
    await go(journal, 'the statement', '[data-letter="witness-statement"]', 'Enter');
    await journal.waitFor('[data-letter-actions]');
    for (const [name, words] of STATEMENT)
      await write(journal, name, `[data-field="${name}"] :is(input, textarea)`, words);
    await go(journal, 'save as PDF', '[data-action="letter-pdf"]', 'Enter');
    const [letter] = await product.journal.waitFor('letter-generated', 1, 60_000);
    expect(letter?.data).toMatchObject({ template: 'witness-statement', medium: 'sheet' });
    const dossier = (await product.journal.ofKind('dossier-opened')).find(
      ({ data }) => data.alias === 'Mesange',
    )?.dossier;
    expect(letter?.dossier).toBe(dossier);
    const pdf = await product.journal.blob(letter?.data.files[0]?.sha256 ?? '');
    expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-');
    console.log(`${browser}\n${human.report()}`);
  });

  it('shows nothing of the case before in the new one, nor keeps it in its letters', async () => {
    const leak = new RegExp([BEFORE.firstName, BEFORE.lastName, BEFORE.address].join('|'), 'i');
    for (const path of [
      '#/',
      '#/journal',
      '#/courriers/mandate',
      '#/courriers/witness-statement',
      '#/situation',
      '#/export',
    ]) {
      const page = await product.session.openPage(`journal.html${path}`);
      await page.waitFor('main h1');
      const seen = await page.evaluate(() => {
        const fields = [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')];
        // The list of dossiers names the others: it is how one goes back to them.
        for (const one of document.querySelectorAll('.whose')) one.remove();
        return `${document.body.textContent} ${fields.map(({ value }) => value).join(' ')}`;
      });
      expect(seen, path).not.toMatch(leak);
      expect(seen, path).not.toContain(BEFORE.alias);
      await page.close();
    }
    const dossier = (await product.journal.ofKind('dossier-opened')).find(
      ({ data }) => data.alias === 'Mesange',
    )?.dossier;
    const own = (await product.journal.entries()).filter((entry) => entry.dossier === dossier);
    expect(JSON.stringify(own)).not.toMatch(leak);
  });

  it('says nothing in the console', async () => {
    expect(await product.session.errors()).toEqual([]);
  });
});

/** The case before, as it is left: its dossier open, its letter half written, its contact details kept. */
async function leaveCase({ session, journal }: Product): Promise<void> {
  const tab = await session.openPage('journal.html#/dossiers');
  await tab.click('[data-action="new-dossier"]');
  await tab.fill('[data-form="new-dossier"] input:not([type])', BEFORE.alias);
  await tab.click('[data-action="create-dossier"]');
  await journal.waitFor('dossier-opened', 2);
  // The page goes to the new dossier's home by itself.
  await tab.waitFor('[data-part="home"] [data-home="next"]');
  await tab.evaluate(() => {
    location.hash = '#/courriers/mandate';
  });
  await tab.waitFor('[data-identity]');
  for (const name of ['firstName', 'lastName', 'address'] as const)
    await tab.fill(`[data-field="${name}"] :is(input, textarea)`, BEFORE[name]);
  await tab.click('[data-identity] input[type="checkbox"]');
  await tab.waitFor('[data-identity="kept"]');
  await tab.close();
}
