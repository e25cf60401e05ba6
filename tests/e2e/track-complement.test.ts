/** T4 in both browsers: a complement request from the page to the ZIP, its documents answered by keyboard alone. */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { displayNumber, type EntryOf } from '@/lib/domain/entry';
import type { Tab } from './drivers';
import {
  asHome,
  checklistOf,
  command,
  exportDossier,
  fillLetter,
  goHome,
  letterSaid,
  openLetter,
  openStep,
  ownEntries,
  plain,
  readHome,
} from './support/dossier';
import { heldFocus, tabTo, typeKeys } from './support/focus';
import { violations } from './support/look';
import { pdfFaults, pdfPages, pdfText } from './support/papers';
import { BROWSERS, captureByHand, captureIn, openProduct, type Product } from './support/product';
import { loadAgain } from './support/reload';
import { fileIn } from './support/zip-file';

/** What the tool never says of an answer: whether it came in time is the administration's to say (domain.md § 4.3). */
const IN_TIME = /à temps|dans les (?:temps|délais)|en retard|trop tard|hors délai|recevable|forclos/i;

const ALIAS = 'Chardonneret';
const REQUEST = '[data-request="Demande 1"]';

/** Goes to a control by Tab and presses keys on it. */
async function use(tab: Tab, selector: string, ...keys: string[]): Promise<void> {
  await tabTo(tab, selector);
  await heldFocus(tab, `reaching ${selector}`);
  if (keys.length > 0) await tab.press(...keys);
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const times = (key: string, n: number): string[] => Array.from({ length: n }, () => key);

/** Ticks a capture as the confirmation of the sending: the form lists the captures twice, the message's own first. */
async function tickSent(tab: Tab, seq: number): Promise<void> {
  const list = '[data-sent="yes"] .scroll-list > .choice';
  const place = await tab.evaluate(
    ({ list: selector, number }) =>
      [...document.querySelectorAll(selector)].findIndex(
        (one) => one.querySelector('.number')?.textContent === number,
      ) + 1,
    { list, number: displayNumber(seq) },
  );
  await tab.click(`${list}:nth-child(${place}) input`);
}

const shown = async (tab: Tab): Promise<string> => plain(await tab.text());

describe.each(BROWSERS)('T4, a complement request, in %s', (browser) => {
  let product: Product;
  let site: Tab;
  let tab: Tab;
  let folder: string;
  const requests = (): Promise<EntryOf<'complement'>[]> => ownEntries(product, ALIAS, 'complement');

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'carnet-complement-'));
    product = await openProduct(browser, { timeZone: 'Europe/Paris' });
  });
  afterAll(async () => {
    await product.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('proposes T4 from the page, opens the dossier there, captures the message', async () => {
    site = await product.session.newTab(product.portal.show('anef/complement-request.new'));
    const popup = await product.session.clickToolbar(site);
    await popup.waitFor('[data-page-status="notice"]');
    await popup.click('[data-action="new-dossier"], [data-action="owner-new"]');
    await popup.waitFor('[data-proposed="D1 D2"]');
    await popup.fill('[data-form="new-dossier"] input:not([type])', ALIAS);
    await popup.click('[data-action="create-dossier"]');
    await popup.waitFor('[data-track="T4"]');
    await captureIn(popup);
    await popup.close();
    const [opened] = await ownEntries(product, ALIAS, 'dossier-opened');
    expect(opened?.data).toMatchObject({ track: 'T4' });
    await product.journal.waitFor('capture', 1);
    const [capture] = await ownEntries(product, ALIAS, 'capture');
    expect(capture?.data).toMatchObject({
      page: { site: 'anef', page: 'complement-request', outcome: 'notice' },
      extracted: { itemsMissing: expect.anything(), itemsNotMatching: expect.anything() },
    });
    expect((await ownEntries(product, ALIAS, 'dossier-track')).map(({ data }) => data)).toEqual([
      { blockages: ['D1'] },
    ]);
  });

  it('shows both days and keeps the earlier one, typed by keyboard', async () => {
    tab = await product.session.openPage('journal.html#/');
    await tab.waitFor('[data-home="next"][data-next="K1"]');
    await use(tab, '[data-action="open-next"]', 'Enter');
    await tab.waitFor('[data-step-page="K1"]');
    await use(tab, '[data-action="add-complement"]', 'Enter');
    await tab.waitFor('[data-form="complement"]');
    // The example of the deck (S003:1245-1256): notified on 15 January, read on 20 January 2026.
    await tabTo(tab, '[data-day="notifiedOn"]');
    await typeKeys(tab, '15012026');
    await tab.waitFor('[data-keep="2026-02-14"]');
    await tabTo(tab, '[data-day="readOn"]');
    await typeKeys(tab, '20012026');
    await tab.waitFor('[data-keep="2026-02-14"]');
    const text = await shown(tab);
    expect(text).toContain('30 jours depuis la notification : samedi 14 février 2026');
    expect(text).toContain('30 jours depuis la lecture : jeudi 19 février 2026');
    expect(text).toContain('Le jour à garder : le samedi 14 février 2026');
    expect(text).not.toMatch(IN_TIME);
  });

  it('takes the documents from the capture, adds two more, answers each kind, by keyboard alone', async () => {
    await use(tab, '[data-action="use-items"]', 'Enter');
    await tab.waitFor('[data-items="2"]');
    for (const [n, label] of [
      [3, 'Attestation'],
      [4, 'Contrat'],
    ] as const) {
      await use(tab, '[data-action="add-item"]', 'Enter');
      await tab.waitFor(`[data-items="${n}"]`);
      // The focus is already where the name is written.
      await tab.waitFor(`[data-item="item-${n}"] input:focus`);
      await typeKeys(tab, label);
    }
    // Order: back to the first document by Shift+Tab, then each answer one step further in the list.
    await tabTo(tab, '[data-item="item-1"] [data-field="answer"]', 'Shift+Tab');
    await tab.press(...times('ArrowDown', 1));
    await use(tab, '[data-item="item-2"] [data-field="answer"]', ...times('ArrowDown', 2));
    await use(tab, '[data-item="item-2"] [data-field="words"]');
    await typeKeys(tab, 'Mon ecole est fermee');
    await use(tab, '[data-item="item-3"] [data-field="answer"]', ...times('ArrowDown', 3));
    await use(tab, '[data-item="item-4"] [data-field="problem"]', 'ArrowDown', 'ArrowDown');
    await use(tab, '[data-item="item-4"] [data-field="answer"]', ...times('ArrowDown', 4));
    const slot = join(folder, 'domicile.pdf');
    writeFileSync(slot, 'a paper that never enters the journal');
    await tab.setFiles('[data-item="item-1"] [data-field="slot-file"]', [slot]);
    await tab.waitFor('[data-slot-file="domicile.pdf"]');
    await use(tab, '[data-form="complement"] [data-action="save"]', 'Enter');
    await tab.waitFor(REQUEST);
    const [first, ...rest] = await requests();
    expect(rest).toEqual([]);
    expect(first?.data).toMatchObject({
      request: 'Demande 1',
      notifiedOn: '2026-01-15',
      readOn: '2026-01-20',
      items: [
        {
          label: 'Justificatif de domicile de moins de six mois',
          problem: 'missing',
          answer: 'provide',
          file: {
            name: 'domicile.pdf',
            bytes: 37,
            sha256: sha256('a paper that never enters the journal'),
          },
        },
        {
          label: expect.stringContaining('Relevé de notes'),
          problem: 'mismatch',
          answer: 'cannot',
          words: 'Mon ecole est fermee',
        },
        { label: 'Attestation', problem: 'missing', answer: 'already-sent' },
        { label: 'Contrat', problem: 'other', answer: 'ask' },
      ],
    });
  });

  it('says that the day is over and what lacks, without a verdict', async () => {
    expect(await tab.count(`${REQUEST}[data-state="over"]`)).toBe(1);
    const text = await shown(tab);
    expect(text).toContain('La date est passée. Parlez-en tout de suite à un avocat ou à une association. Il manque :');
    expect(text).toContain('la capture de la confirmation de l’ANEF : sans elle, l’envoi est seulement déclaré');
    expect(text).toContain('(ne correspond pas à ce qui est demandé)');
    expect(text).not.toMatch(IN_TIME);
    expect(await violations(tab)).toEqual([]);
    await goHome(tab);
    await tab.waitFor('[data-due]');
    const home = await shown(tab);
    expect(home).toContain('Répondre à la demande de complément');
    expect(home).toContain('date passée');
    expect(home).not.toMatch(IN_TIME);
  });

  it('makes the cover letter: a PDF with the table of the documents', async () => {
    await openStep(tab, 'K3');
    await openLetter(tab, 'complement-cover');
    await fillLetter(tab, {
      firstName: 'Nadia',
      lastName: 'EXEMPLE',
      email: 'nadia@exemple.invalid',
      place: 'Saint-Denis',
      requestNumber: '7700000000202601010',
    });
    await tab.click('[data-action="letter-pdf"]');
    const pdf = await product.session.waitForDownload(/\.pdf$/);
    await letterSaid(tab);
    expect(pdfFaults(pdf)).toBe('');
    expect(pdfPages(pdf)).toBeLessThanOrEqual(2);
    const text = plain(pdfText(pdf));
    for (const said of [
      'Réponse à la demande de complément du 15/01/2026',
      'Documents demandés',
      'domicile.pdf',
      'Justificatif de domicile',
      'Relevé de notes',
      'Attestation',
      'Contrat',
      'Mon ecole est fermee',
    ])
      expect(text).toContain(said);
    expect(text).not.toMatch(/Carnet de démarches|………/);
    const [made] = await product.journal.waitFor('letter-generated', 1);
    expect(made?.data).toMatchObject({ template: 'complement-cover', medium: 'post' });
    expect(JSON.stringify(made?.data)).not.toContain('EXEMPLE');
  });

  it('a sending without its capture is declared, with it it is captured; each change is a line more', async () => {
    await openStep(tab, 'K4');
    await tab.click('[data-action="edit-complement"]');
    await tab.click('[data-sent] input[type="checkbox"]');
    await tab.fill('[data-sent="yes"] input[type="date"]', '2026-02-13');
    await tab.click('[data-form="complement"] [data-action="save"]');
    await tab.waitFor(`${REQUEST}[data-state="said"]`);
    expect(await shown(tab)).toContain('envoi déclaré, sans capture de la confirmation');
    expect(await tab.count('[data-lacks="proof"]')).toBe(1);
    await goHome(tab);
    expect(await shown(tab)).toContain('seulement déclaré');

    await site.bringToFront();
    // The same address: the application draws another page there, as after « envoyer ».
    product.portal.show('anef/complement-answered.new');
    await loadAgain(site);
    await site.waitForText('Votre réponse à la demande de complément a bien été envoyée');
    await captureByHand(product.session, site);
    await product.journal.waitFor('capture', 2);
    const capture = (await ownEntries(product, ALIAS, 'capture')).at(-1);
    expect(capture?.data.page).toMatchObject({ page: 'complement-answered', outcome: 'confirmation' });

    await openStep(tab, 'K4');
    await tab.click('[data-action="edit-complement"]');
    await tickSent(tab, capture?.seq ?? 0);
    await tab.click('[data-form="complement"] [data-action="save"]');
    await tab.waitFor(`${REQUEST}[data-state="proven"]`);
    expect(await tab.count('[data-lacks]')).toBe(0);
    expect(await shown(tab)).not.toMatch(IN_TIME);

    const told = await requests();
    expect(told.map(({ data }) => [data.request, data.sent?.captures ?? null])).toEqual([
      ['Demande 1', null],
      ['Demande 1', []],
      ['Demande 1', [capture?.seq]],
    ]);
    await tab.click('nav a[href="#/journal"]');
    await tab.waitFor('[data-part="timeline"] [data-seq]');
    expect(await tab.count('[data-kind="complement"]')).toBe(3);
  });

  it('exports a ZIP that verifies, and whose journal says what the screen says', async () => {
    const { keysMissing, ...home } = await readHome(tab);
    expect(keysMissing).toBe(false);
    const { zip, lines } = await exportDossier(product, tab, folder);
    const { code, text } = command('verify', zip);
    expect(code, text).toBe(0);
    const told = checklistOf(lines, 'T4', Date.now());
    expect(asHome(told)).toEqual(home);
    expect(home.states).toMatchObject({ K1: 'done', K2: 'done', K3: 'done', K4: 'done' });
    expect(fileIn(zip, 'LISEZ-MOI.html')).not.toMatch(IN_TIME);
  });

  it('with a second request, the cover letter answers the one without an answer, or the one that is chosen', async () => {
    await goHome(tab);
    await openStep(tab, 'K1');
    await tab.click('[data-action="add-complement"]');
    await tab.fill('[data-day="notifiedOn"]', '2026-03-02');
    await tab.click('[data-action="add-item"]');
    await tab.fill('[data-item="item-1"] input:not([type])', 'Avis d’impôt');
    await tab.click('[data-form="complement"] [data-action="save"]');
    await tab.waitFor('[data-request="Demande 2"]');
    await goHome(tab);
    await openStep(tab, 'K3');
    await openLetter(tab, 'complement-cover');
    await tab.waitFor('[data-letter-request="Demande 2"]');
    const told = async () => plain(await tab.text());
    expect(await told()).toMatch(/complément du 02\/03\/2026.*Avis d’impôt/s);
    expect(await told()).not.toContain('Justificatif de domicile');
    expect(await violations(tab)).toEqual([]);
    await tab.click({ role: 'radio', name: /^Demande 1/ });
    await tab.waitFor('[data-letter-request="Demande 1"]');
    expect(await told()).toMatch(/complément du 15\/01\/2026.*Justificatif de domicile.*domicile\.pdf/s);
    expect(await told()).not.toContain('Avis d’impôt');
    expect(await product.session.errors()).toEqual([]);
  });
});
