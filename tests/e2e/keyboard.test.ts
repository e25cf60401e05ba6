/** From the install to the ZIP with a keyboard alone: every control is reached, the focus always shows and is never lost. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Surface, Tab } from './drivers';
import { focusOf, heldFocus, tabTo, typeKeys } from './support/focus';
import { BROWSERS, openProduct, type Product } from './support/product';

const SEINE_SAINT_DENIS = 'https://www.seine-saint-denis.gouv.fr/*';

/** Goes to a control by Tab and presses a key on it; the focus must show before, and be somewhere after. */
async function use(surface: Surface, selector: string, key = 'Enter', way: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await tabTo(surface, selector, way);
  await heldFocus(surface, `reaching ${selector}`);
  await surface.press(key);
  await heldFocus(surface, `${key} on ${selector}`);
}

describe.each(BROWSERS)('keyboard alone in %s', (browser) => {
  let product: Product;
  let site: Tab;
  let journal: Tab;

  beforeAll(async () => {
    product = await openProduct(browser);
  });
  afterAll(async () => {
    await product.close();
  });

  it('finishes the welcome: language, department, name, one button', async () => {
    const welcome = await product.session.waitForPage('welcome.html');
    await welcome.bringToFront();
    await welcome.waitFor('[data-action="finish"]');
    await use(welcome, 'input[name="language"]', 'ArrowDown');
    await welcome.waitFor({ role: 'heading', name: 'Your notebook' });
    await heldFocus(welcome, 'changing the language');
    await use(welcome, 'input[name="language"]', 'ArrowUp');
    await welcome.waitFor({ role: 'heading', name: 'Votre carnet de démarches' });
    await tabTo(welcome, 'select');
    await typeKeys(welcome, '93');
    await use(welcome, '[data-action="add-department"]');
    await welcome.waitFor('[data-department="93"]');
    await use(welcome, '[data-action="remove-department"]');
    await welcome.waitForGone('[data-department="93"]');
    await heldFocus(welcome, 'removing the department');
    await tabTo(welcome, 'select', 'Shift+Tab');
    await typeKeys(welcome, '93');
    await use(welcome, '[data-action="add-department"]');
    await tabTo(welcome, 'input:not([type])');
    await welcome.press('Control+a');
    await typeKeys(welcome, 'Nadia');
    await tabTo(welcome, '[data-action="finish"]');
    await product.session.acceptHosts([SEINE_SAINT_DENIS], () => welcome.press('Enter'));
    await welcome.waitFor('[data-banner="welcome-finished"]');
    await heldFocus(welcome, 'finishing the welcome');
    const [opened] = await product.journal.waitFor('dossier-opened', 1);
    expect(opened?.data).toMatchObject({ alias: 'Nadia', departments: ['93'] });
    await welcome.close();
  });

  it('captures a page, says what it shows, opens the journal', async () => {
    site = await product.session.newTab(product.portal.show('anef/wizard-step.new'));
    const popup = await product.session.clickToolbar(site);
    await popup.waitFor('[data-page-status="step"]');
    await use(popup, '[data-action="capture-view"]');
    await popup.waitFor('[data-banner="capture-saved"]', { timeout: 30_000 });
    await heldFocus(popup, 'the capture');
    await use(popup, '[data-action="say-shows"]');
    await tabTo(popup, 'textarea');
    await typeKeys(popup, 'Rien ne se passe');
    await use(popup, '[data-action="save"]');
    await popup.waitFor('[data-banner="shows-said"]');
    await heldFocus(popup, 'saying what the page shows');
    await tabTo(popup, '[data-action="open-journal"]');
    // The popup closes under the key: its release then has nowhere to go.
    await popup.press('Enter').catch((error: unknown) => {
      if (!/closed|no such frame/i.test(String(error))) throw error;
    });
    journal = await product.session.waitForPage('journal.html');
    const [note] = await product.journal.waitFor('note', 1);
    const [capture] = await product.journal.ofKind('capture');
    expect(note?.data).toEqual({ text: 'Rien ne se passe', about: capture?.seq });
    await journal.bringToFront();
    await journal.waitFor('[data-step="S1"]:not([data-state="todo"])');
  });

  it('skips to the content, reads an entry, comes back', async () => {
    await use(journal, '.skip-link');
    await journal.waitFor('main h1:focus');
    await use(journal, '[data-kind="capture"] .item-link');
    await journal.waitFor('[data-part="entry"]');
    await heldFocus(journal, 'opening an entry');
    await use(journal, '[data-action="back"]', 'Enter', 'Shift+Tab');
    await journal.waitFor('[data-part="timeline"]');
    await heldFocus(journal, 'coming back');
  });

  it('notes a call to the CCC in the form, which gives the focus back', async () => {
    await use(journal, '[data-action="add-note"]');
    await journal.press('Escape');
    await journal.waitForGone('dialog');
    await journal.waitFor('[data-action="add-note"]:focus');
    await use(journal, '[data-action="add-exchange"]', 'Enter', 'Shift+Tab');
    await tabTo(journal, 'dialog select');
    await typeKeys(journal, 'appel');
    await tabTo(journal, 'dialog input[name="outcome"]');
    await journal.press('ArrowDown', 'ArrowDown');
    await tabTo(journal, 'dialog input[maxlength="200"]');
    await typeKeys(journal, 'APPEL 42');
    await tabTo(journal, 'dialog input[type="checkbox"]');
    await journal.press('Space');
    await use(journal, 'dialog [data-action="save"]');
    const [call] = await product.journal.waitFor('exchange', 1);
    const [capture] = await product.journal.ofKind('capture');
    expect(call?.data).toMatchObject({
      channel: 'CCC_PHONE',
      outcome: 'STEREOTYPED',
      reference: 'APPEL 42',
      captures: [capture?.seq],
    });
    await journal.waitForGone('dialog');
    await journal.waitFor('[data-action="add-exchange"]:focus');
  });

  it('says that no mail address is known', async () => {
    await use(journal, '[data-action="skip-S4b"]');
    await use(journal, 'dialog [data-action="save"]');
    const [skip] = await product.journal.waitFor('step-skipped', 1);
    expect(skip?.data.step).toBe('S4b');
    await journal.waitForGone('dialog');
    await heldFocus(journal, 'setting the mail aside');
  });

  it('verifies the chain and exports the ZIP', async () => {
    await use(journal, 'nav a[href="#/export"]', 'Enter', 'Shift+Tab');
    await journal.waitFor('[data-action="export"]');
    await use(journal, '[data-action="verify"]');
    await journal.waitFor('[data-banner="chain-holds"]');
    await heldFocus(journal, 'the verification');
    await use(journal, '[data-action="export"]', 'Enter', 'Shift+Tab');
    await journal.waitFor('[data-banner="export-done"]');
    await heldFocus(journal, 'the export');
    expect(await product.session.waitForDownload(/\.zip$/)).toMatch(/\.zip$/);
    expect((await focusOf(journal)).held).toBe(true);
  });

  it('creates and erases a dossier; the focus follows', async () => {
    await use(journal, 'nav a[href="#/dossiers"]', 'Enter', 'Shift+Tab');
    await use(journal, '[data-action="new-dossier"]');
    await tabTo(journal, '[data-form="new-dossier"] input:not([type])', 'Shift+Tab');
    await typeKeys(journal, 'Merle');
    await journal.press('Enter');
    await journal.waitFor({ role: 'heading', name: 'Merle' });
    await heldFocus(journal, 'creating a dossier');
    await use(journal, 'nav a[href="#/dossiers"]', 'Enter', 'Shift+Tab');
    await use(journal, '.dossier-active [data-action="erase"]');
    await tabTo(journal, 'dialog input');
    await typeKeys(journal, 'Merle');
    await use(journal, 'dialog [data-action="erase-confirm"]');
    await journal.waitForText('est effacé de cet appareil');
    await heldFocus(journal, 'erasing a dossier');
    expect(await product.session.errors()).toEqual([]);
  });
});
