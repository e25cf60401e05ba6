/** T1 walked whole in both browsers: from the blocked page to the CCC's written impossibility, with its letters, its waits and its proofs; then an outsider reads the export. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { displayNumber, type EntryKind, type EntryOf } from '@/lib/domain/entry';
import { translator } from '@/lib/locales';
import { regimeKey } from '@/lib/protocols/keys';
import { AUTO_REPLY, eml, onePage } from '../unit/imports/documents';
import { bare, checkClean, infoOf, textOf } from '../unit/pdf/support';
import type { Tab } from './drivers';
import {
  asHome,
  checklistOf,
  command,
  dossierFromPopup,
  exportDossier,
  fillLetter,
  finishWelcome,
  goHome,
  homeSays,
  importFile,
  letterSaid,
  openEntry,
  openHome,
  openImports,
  openLetter,
  openStep,
  ownEntries,
  ownPage,
  plain,
  readHome,
  skip,
  stepIs,
} from './support/dossier';
import { BROWSERS, captureIn, openProduct, type Product, pageRead } from './support/product';

const t = translator('fr');
const ARABIC = 'محمد عبد الله';
const GEORGIAN = 'ნინო მაგალითი';
const PERSON = { firstName: GEORGIAN, lastName: ARABIC, email: 'nino@exemple.invalid' } as const;
/** With the letter O where the label has a zero. */
const MISTYPED = '1A 1O3 456 7890 1';
const TRACKING = '1A 103 456 7890 1';

const ATTESTED = eml(
  [
    'From: Centre de contact citoyens <dgef-support@contact.example.gouv.fr>',
    'To: nino@exemple.invalid',
    'Subject: =?UTF-8?Q?D=C3=A9marche_impossible_en_ligne?=',
    'Date: Fri, 20 Nov 2026 10:12:00 +0100',
    'Message-ID: <def@contact.example.gouv.fr>',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
  ],
  'Nous constatons que votre demande ne peut pas être déposée en ligne.\r\n',
);

/** What the clipboard holds, as a person sees it: pasted by keyboard into a note that is then given up. */
async function pasted(journal: Tab): Promise<string> {
  await journal.click('nav a[href="#/journal"]');
  await journal.click('[data-action="add-note"]');
  await journal.click('dialog textarea');
  await journal.press('Control+v');
  const text = await journal.evaluate(
    () => document.querySelector<HTMLTextAreaElement>('dialog textarea')?.value ?? '',
  );
  await journal.click('dialog [data-action="cancel"]');
  await journal.waitForGone('dialog');
  return text;
}

describe.each(BROWSERS)('T1, a technical block, in %s', (browser) => {
  let product: Product;
  let site: Tab;
  let journal: Tab;
  let folder: string;
  const path = (name: string): string => join(folder, name);
  /** Lines of the dossier of this journey. */
  const own = async <K extends EntryKind>(kind: K): Promise<EntryOf<K>[]> => ownEntries(product, 'Mésange', kind);
  const last = async <K extends EntryKind>(kind: K): Promise<EntryOf<K>> => {
    const found = (await own(kind)).at(-1);
    if (!found) throw new Error(`no ${kind}`);
    return found;
  };
  const today = (): string => new Date().toLocaleDateString('sv', { timeZone: 'Europe/Paris' });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'carnet-t1-'));
    await writeFile(path('accuse.eml'), AUTO_REPLY);
    await writeFile(path('ccc.eml'), ATTESTED);
    await writeFile(path('depot.pdf'), onePage('Preuve de depot 1A 103 456 7890 1'));
    product = await openProduct(browser, { timeZone: 'Europe/Paris' });
  });
  afterAll(async () => {
    await product.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('opens a dossier from the popup with what blocks, on the blocked page, and captures it', async () => {
    await finishWelcome(product, 'Premier dossier');
    site = await product.session.newTab(product.portal.show('anef/titre-non-remis.new'));
    const popup = await product.session.clickToolbar(site);
    await ownPage(popup);
    await popup.waitFor('[data-page-status="blocked"]');
    await dossierFromPopup(popup, 'Mésange', { family: 'site', choice: 'B3' });
    await captureIn(popup);
    const opened = await last('dossier-opened');
    const capture = await last('capture');
    const told = await last('dossier-track');
    expect(opened.data).toMatchObject({ alias: 'Mésange', track: 'T1' });
    expect(told).toMatchObject({ dossier: opened.dossier, data: { blockages: ['B3'] } });
    expect(capture).toMatchObject({ dossier: opened.dossier, data: { page: { page: 'titre-non-remis' } } });
    journal = await openHome(product, popup);
  });

  it('says on the home that the CCC is next, and what is missing', async () => {
    await homeSays(journal, {
      next: 'S2',
      missing: ['S2', 'S4'],
      keysMissing: true,
      states: { S1: 'done', S2: 'todo', S4: 'todo' },
    });
    expect(plain(await journal.text())).toContain(t('home.keys-missing'));
  });

  it('holds back the letter to the préfecture until somebody contacted the CCC', async () => {
    await openStep(journal, 'S4');
    await openLetter(journal, 'substitution-lrar');
    await journal.waitFor('[data-banner="letter-blocked"]');
    const text = plain(await journal.text());
    expect(text).toContain(plain(t('letters.problem.no-ccc-contact', { count: 0 })));
    expect(text).not.toContain(plain(t('letters.problem.no-capture', { count: 0 })));
    expect(await journal.count('[data-action="letter-pdf"]')).toBe(0);
    expect(await journal.count('[data-action="letter-sent"]')).toBe(0);
  });

  it('writes to the CCC: the form is filled, the text copied, the sending noted', async () => {
    await openStep(journal, 'S2');
    await openLetter(journal, 'ccc-message');
    await fillLetter(journal, {
      ...PERSON,
      foreignerNumber: '9900000000',
      procedure: 'renouvellement d’un titre de séjour',
      tried: 'deux navigateurs, trois jours',
    });
    await journal.click('[data-action="letter-copy"]');
    const said = plain(await letterSaid(journal));
    const letter = await last('letter-generated');
    expect(said).toContain(t('letters-screen.copied'));
    expect(said).toContain(displayNumber(letter.seq));
    expect(letter.data).toMatchObject({ template: 'ccc-message', medium: 'form' });
    const kept = (await product.journal.blob(letter.data.files[0]?.sha256 ?? '')).toString('utf8');
    expect(kept).toContain('deux navigateurs, trois jours');
    expect(kept).toContain('pas encore été remis');
    await journal.click('[data-action="letter-sent"]');
    await journal.waitFor('[data-send="sent"] [data-banner="ask-proof"]');
    const exchange = await last('exchange');
    const sent = await last('letter-sent');
    expect(exchange.data).toMatchObject({ channel: 'CCC_FORM', direction: 'sent', outcome: 'NONE' });
    expect(sent.data).toEqual({ letter: letter.seq, exchange: exchange.seq });
    const copied = (await pasted(journal)).trim();
    expect(copied.length).toBeGreaterThan(200);
    expect(kept).toContain(copied);
  });

  it('takes the page that says « envoyé » as the proof of that very message', async () => {
    const message = await last('exchange');
    await openStep(journal, 'S2');
    await stepIs(journal, 'S2', 'todo');
    await site.bringToFront();
    await site.goto(product.portal.show('anef/contact-sent.new'));
    await site.waitForText('message');
    await pageRead();
    const popup = await product.session.clickToolbar(site);
    await ownPage(popup);
    await captureIn(popup);
    await popup.click('[data-action="count-proof"]');
    await popup.waitFor('[data-banner="proof-counted"]');
    expect(await popup.text()).toContain(displayNumber(message.seq));
    await popup.close();
    const capture = await last('capture');
    const outcome = await last('exchange-outcome');
    expect(await own('exchange')).toHaveLength(1);
    expect(outcome.data).toMatchObject({ exchange: message.seq, outcome: 'NONE', captures: [capture.seq] });
    await openStep(journal, 'S2');
    await stepIs(journal, 'S2', 'waiting');
    const text = plain(await journal.text());
    expect(text).toContain('Repère pratique : attendre jusqu’au');
    expect(text).toContain(displayNumber(message.seq));
  });

  it('keeps the call sheet as an exchange', async () => {
    await openLetter(journal, 'call-sheet');
    await fillLetter(journal, {
      callDate: today(),
      callStart: '00:01',
      callEnd: '00:13',
      callOutcome: 'answered',
      agent: 'Camille',
      answered: 'On me dit d’attendre.',
    });
    await journal.click('[data-action="letter-sent"]');
    await journal.waitFor('[data-send="sent"]');
    const call = await last('exchange');
    expect(call.data).toMatchObject({
      channel: 'CCC_PHONE',
      words: 'On me dit d’attendre.',
      call: { end: 'answered', number: '0 806 001 620', minutes: 12, agent: 'Camille' },
    });
  });

  it('says by which way the préfecture takes the request: the letter may then name the article', async () => {
    await goHome(journal);
    await journal.click('[data-action="open-situation"]');
    await journal.click({ role: 'radio', name: t(regimeKey('R431_2')) });
    await journal.click('[data-action="save-situation"]');
    await journal.waitFor('[data-banner="situation-said"]');
    expect((await last('dossier-track')).data).toEqual({ regime: 'R431_2' });
  });

  it('makes the registered letter: a sound PDF that gives every script back, and says nothing of us', async () => {
    await openStep(journal, 'S4');
    await openLetter(journal, 'substitution-lrar');
    await fillLetter(journal, {
      ...PERSON,
      address: '12 rue des Étourneaux\n93000 Bobigny',
      birthDate: '1990-02-03',
      birthPlace: 'Thiès',
      noForeignerNumber: 'yes',
      place: 'Bobigny',
      prefecture: 'Préfecture – Seine-Saint-Denis',
      prefectureAddress: '1 esplanade Jean-Moulin\n93000 Bobigny',
      procedure: 'renouvellement d’un titre de séjour',
      blockage: 'Le portail refuse le dépôt',
      tracking: MISTYPED,
    });
    const number = '[data-field="tracking"]';
    await journal.waitForText('Est-ce 1A10345678901');
    await journal.fill(`${number} input`, TRACKING);
    await journal.click('[data-action="letter-pdf"]');
    expect(await letterSaid(journal)).toContain('.pdf');
    const bytes = await readFile(await product.session.waitForDownload(/courrier.*\.pdf$/));
    checkClean(bytes);
    const text = textOf(bytes);
    for (const word of ['Étourneaux', 'Thiès', 'pas encore été remis', 'impossibilité constatée'])
      expect(plain(text)).toContain(word);
    expect(text).toContain(GEORGIAN);
    expect(bare(text)).toContain(bare(ARABIC));
    const info = infoOf(bytes);
    const pages = Number(/Pages:\s+(\d+)/.exec(info)?.[1]);
    // Two pages of words at most; the table of what was done may add its own.
    expect(pages).toBeLessThanOrEqual(3);
    expect(plain(textOf(bytes, '-l', '2'))).toContain('Ma demande');
    expect(`${text}${info}`).not.toMatch(/carnet|extension|chrom|firefox|mozilla|pdfkit/i);
    const letter = await last('letter-generated');
    expect(letter.data).toMatchObject({ template: 'substitution-lrar', medium: 'lrar', version: 1 });
    expect(JSON.stringify(letter)).not.toContain(ARABIC);
    expect((await product.journal.blob(letter.data.files[0]?.sha256 ?? '')).equals(bytes)).toBe(true);
  });

  it('notes that the letter left, with its number, and imports the deposit slip', async () => {
    await journal.click('[data-action="letter-sent"]');
    await journal.waitFor('[data-send="sent"] [data-banner="ask-proof"]');
    const letter = await last('exchange');
    expect(letter.data).toMatchObject({ channel: 'LRAR', direction: 'sent', reference: TRACKING });
    await openStep(journal, 'S4');
    await stepIs(journal, 'S4', 'todo');
    await openEntry(journal, letter.seq);
    await journal.click('[data-action="add-deposit-slip"]');
    await importFile(journal, path('depot.pdf'), { day: today() });
    expect((await last('imported')).data).toMatchObject({ what: 'pdf', shows: 'deposit-slip', about: letter.seq });
  });

  it('sets the mail aside: no address is known; then there is nothing to do but wait', async () => {
    await openStep(journal, 'S4');
    await skip(journal, 'S4b');
    await stepIs(journal, 'S4', 'waiting');
    expect((await last('step-skipped')).data).toMatchObject({ step: 'S4b' });
    await homeSays(journal, { next: '', missing: [], keysMissing: true, states: { S2: 'waiting', S4: 'waiting' } });
    expect(plain(await journal.text())).toContain('Rien à faire maintenant : une attente court jusqu’au');
  });

  it('an automatic reply is no answer', async () => {
    const [message] = await own('exchange');
    await openImports(journal);
    await importFile(journal, path('accuse.eml'), { attach: message?.seq ?? 0, day: 'from-file' });
    const outcome = await last('exchange-outcome');
    expect(outcome.data).toMatchObject({ exchange: message?.seq, outcome: 'AUTO_REPLY' });
    await homeSays(journal, { next: '', keysMissing: true, states: { S2: 'waiting' } });
  });

  it('the CCC writes that it is impossible: its mail is imported, and the key is there', async () => {
    const [message] = await own('exchange');
    await openImports(journal);
    await importFile(journal, path('ccc.eml'), {
      shows: 'reply',
      attach: message?.seq ?? 0,
      outcome: 'IMPOSSIBILITY_ATTESTED',
      day: today(),
    });
    const outcome = await last('exchange-outcome');
    expect(outcome.data).toMatchObject({ exchange: message?.seq, outcome: 'IMPOSSIBILITY_ATTESTED' });
    await homeSays(journal, { keysMissing: false, states: { S2: 'answered' } });
    await journal.click('nav a[href="#/journal"]');
    await journal.waitFor('.keys');
    const keys = await journal.evaluate(() => document.querySelector('.keys')?.textContent ?? '');
    expect(plain(keys)).toContain(`Notée : ${displayNumber(outcome.seq ?? 0)}`);
  });

  it('exports what an outsider verifies; the command says the states of the screen', async () => {
    const { zip, lines } = await exportDossier(product, journal, folder);
    const verified = command('verify', zip);
    expect(verified.code, verified.text).toBe(0);
    const { keysMissing, ...home } = await readHome(journal);
    const view = checklistOf(lines, 'T1', Date.now());
    expect(asHome(view)).toEqual(home);
    expect(view.substitution.attestedByCcc).toBe((await last('exchange-outcome')).seq);
    expect(keysMissing).toBe(false);
    expect(await product.session.errors()).toEqual([]);
  });
});
