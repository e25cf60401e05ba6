/** T3 walked whole in both browsers: an attestation de prolongation that is not renewed, from the situation to the letter, the mail and the reminders; then an outsider reads what came out. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { displayNumber, type EntryKind, type EntryOf } from '@/lib/domain/entry';
import { translator } from '@/lib/locales';
import { regimeKey } from '@/lib/protocols/keys';
import { eml, onePage } from '../unit/imports/documents';
import { checkClean, textOf } from '../unit/pdf/support';
import type { Tab } from './drivers';
import {
  answer,
  asHome,
  checklistOf,
  command,
  dossierFromJournal,
  exportDossier,
  fillLetter,
  finishWelcome,
  goHome,
  homeSays,
  letterSaid,
  openLetter,
  openStep,
  ownEntries,
  ownPage,
  plain,
  readHome,
  recordOutcome,
  skip,
  stepIs,
} from './support/dossier';
import { BROWSERS, captureIn, openProduct, type Product } from './support/product';

const t = translator('fr');
const ALIAS = 'Pinson';
const PREFECTURE_MAIL = 'etrangers@prefecture.exemple.invalid';
/** With the letter O where the label has a zero. */
const MISTYPED = '1A 2O3 456 7890 2';
const TRACKING = '1A 203 456 7890 2';

/** Paris's day, so many days from now: what a person copies from a document. */
const day = (fromNow: number): string =>
  new Date(Date.now() + fromNow * 86_400_000).toLocaleDateString('sv', { timeZone: 'Europe/Paris' });
const FILED = day(-150);
const TITLE_EXPIRY = day(-60);
const ATTESTATION_END = day(-10);

const LETTER = {
  firstName: 'Nadia',
  lastName: 'EXEMPLE',
  address: '12 rue des Étourneaux\n93000 Bobigny',
  email: 'nadia@exemple.invalid',
  birthDate: '1990-02-03',
  birthPlace: 'Thiès',
  noForeignerNumber: 'yes',
  place: 'Bobigny',
  prefectureAddress: '1 esplanade Jean-Moulin\n93000 Bobigny',
  attestationAsk: 'renew',
  heldTitle: 'carte de séjour',
} as const;

/** The sign on the button of tabs that have none of their own. */
function badge(product: Product): Promise<string> {
  return product.journal.page.evaluate(async () => {
    const api = globalThis as unknown as { chrome: { action: { getBadgeText(of: object): Promise<string> } } };
    return api.chrome.action.getBadgeText({});
  });
}

async function badgeIs(product: Product, sign: string): Promise<void> {
  const end = Date.now() + 10_000;
  while ((await badge(product)) !== sign) {
    if (Date.now() > end) throw new Error(`the badge is « ${await badge(product)} » and not « ${sign} »`);
    await new Promise((done) => setTimeout(done, 100));
  }
}

/** The values of a property of a calendar, its folded lines joined. */
function property(calendar: string, name: string): string[] {
  const lines = calendar.replaceAll('\r\n ', '').split('\r\n');
  return lines.flatMap((line) => (line.startsWith(name) ? [line.slice(line.indexOf(':') + 1)] : []));
}

const shownDues = (journal: Tab): Promise<{ id: string; on: string }[]> =>
  journal.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-reminders] [data-due]')].map((one) => ({
      id: one.dataset['due'] ?? '',
      on: one.dataset['on'] ?? '',
    })),
  );

describe.each(BROWSERS)('T3, an attestation not renewed, in %s', (browser) => {
  let product: Product;
  let journal: Tab;
  let folder: string;
  let pdf: Buffer;
  const path = (name: string): string => join(folder, name);
  const own = <K extends EntryKind>(kind: K): Promise<EntryOf<K>[]> => ownEntries(product, ALIAS, kind);
  const last = async <K extends EntryKind>(kind: K): Promise<EntryOf<K>> => {
    const found = (await own(kind)).at(-1);
    if (!found) throw new Error(`no ${kind}`);
    return found;
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'carnet-t3-'));
    await writeFile(path('confirmation.pdf'), onePage('Confirmation de depot'));
    await writeFile(path('attestation.pdf'), onePage('Attestation de prolongation'));
    await writeFile(path('depot.pdf'), onePage('Preuve de depot'));
    await writeFile(path('envoye.eml'), eml([`To: ${PREFECTURE_MAIL}`, 'Subject: Attestation'], 'Madame, Monsieur,'));
    product = await openProduct(browser, { timeZone: 'Europe/Paris' });
  });
  afterAll(async () => {
    await product.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('says what blocks and the dates, and follows the track that the person confirms; the button says that a day is past', async () => {
    await finishWelcome(product, 'Premier dossier');
    journal = await product.session.openPage('journal.html');
    await dossierFromJournal(journal, ALIAS, null);
    expect((await last('dossier-opened')).data.track).toBe('T0');
    await badgeIs(product, '');
    await journal.click('[data-action="open-next"]');
    await journal.waitFor('[data-form="situation"]');
    await journal.click('[data-block="blockages"] [data-family="paper"] > summary');
    await journal.click('[data-blockage="C-API-2"]');
    await journal.waitFor('[data-proposed-track="T3"]');
    await journal.click('[data-action="follow-track"]');
    // Without it no letter names an article.
    await journal.click({ role: 'radio', name: t(regimeKey('R431_2')) });
    await journal.fill('input[name="filedOn"]', FILED);
    await journal.fill('input[name="titleExpiry"]', TITLE_EXPIRY);
    await journal.fill('input[name="attestationEnd"]', ATTESTATION_END);
    await journal.fill({ role: 'textbox', name: t('situation.name') }, 'renouvellement étudiant');
    await journal.choose({ role: 'combobox', name: t('situation.department') }, '93');
    await journal.click('[data-action="save-situation"]');
    await journal.waitFor('[data-banner="situation-said"]');
    expect((await last('dossier-track')).data).toMatchObject({
      track: 'T3',
      blockages: ['C-API-2'],
      department: '93',
      regime: 'R431_2',
      dates: { filedOn: FILED, titleExpiry: TITLE_EXPIRY, attestationEnd: ATTESTATION_END },
    });
    await homeSays(journal, { next: 'P0', missing: ['P0', 'P1', 'P2'], keysMissing: false });
    await badgeIs(product, '•');
  });

  it('keeps the answers to the four questions, without a conclusion', async () => {
    await openStep(journal, 'P0');
    await answer(journal, 'P0-anef', 'yes');
    await answer(journal, 'P0-pieces', 'no');
    await answer(journal, 'P0-window', 'unknown');
    await stepIs(journal, 'P0', 'todo');
    await answer(journal, 'P0-expired', 'yes');
    await stepIs(journal, 'P0', 'done');
    expect((await own('answer')).map(({ data }) => `${data.question} ${data.choice}`)).toEqual([
      'P0-anef yes',
      'P0-pieces no',
      'P0-window unknown',
      'P0-expired yes',
    ]);
    expect(plain(await journal.text())).toContain("n'en tire aucune conclusion");
    await homeSays(journal, { next: 'P1', missing: ['P1', 'P2'] });
  });

  it('gathers the proofs: files, and a picture of the account taken after that date', async () => {
    await openStep(journal, 'P1');
    expect(await journal.count('[data-question="P1-title"]')).toBe(0);
    await answer(journal, 'P1-filing', 'have');
    await answer(journal, 'P1-filing', 'have', [path('confirmation.pdf')]);
    await answer(journal, 'P1-document', 'have');
    await answer(journal, 'P1-last', 'have', [path('attestation.pdf')]);
    await stepIs(journal, 'P1', 'todo');
    const site = await product.session.newTab(product.portal.show('anef/notifications.new'));
    await site.waitForText('notifications');
    const popup = await product.session.clickToolbar(site);
    await ownPage(popup);
    await captureIn(popup);
    await popup.close();
    expect((await last('capture')).data.page).toMatchObject({ site: 'anef', page: 'notifications' });
    await homeSays(journal, { next: 'P2', missing: ['P2'], states: { P1: 'done' } });
  });

  it('sends the letter; its number is written later, looked at again, with the deposit slip', async () => {
    await openStep(journal, 'P2');
    await openLetter(journal, 'attestation-prolongation');
    await fillLetter(journal, LETTER);
    await journal.click('[data-action="letter-pdf"]');
    expect(await letterSaid(journal)).toContain('.pdf');
    pdf = await readFile(await product.session.waitForDownload(/courrier.*\.pdf$/));
    checkClean(pdf);
    const text = plain(textOf(pdf));
    for (const words of ['Étourneaux', 'demande de renouvellement', 'R. 431-15-1', 'renouvellement étudiant'])
      expect(text).toContain(words);
    await journal.click('[data-action="letter-sent"]');
    await journal.click('[data-action="add-proof"]');
    await recordOutcome(journal, { reference: MISTYPED, files: [path('depot.pdf')] }, async () => {
      await journal.waitForText('Est-ce 1A20345678902');
      await journal.fill({ role: 'textbox', name: t('exchange.reference') }, TRACKING);
    });
    const letter = await last('exchange');
    expect(letter.data).toMatchObject({ channel: 'LRAR', direction: 'sent' });
    expect((await last('exchange-outcome')).data).toMatchObject({ exchange: letter.seq, reference: TRACKING });
    await openStep(journal, 'P2');
    await stepIs(journal, 'P2', 'todo');
    expect(plain(await journal.text())).toContain(displayNumber(letter.seq));
  });

  it('makes the mail as a draft with the letter and its pieces, and notes that it left', async () => {
    await openLetter(journal, 'attestation-prolongation');
    await journal.click({ role: 'radio', name: t('letters.medium.mail') });
    await journal.waitFor('[data-media="mail"]');
    const { place: _, prefectureAddress: __, ...mailed } = LETTER;
    await fillLetter(journal, { ...mailed, prefectureEmail: PREFECTURE_MAIL });
    const made = (await own('letter-generated')).at(-1);
    await journal.click({ role: 'checkbox', name: `Courrier préparé ${displayNumber(made?.seq ?? 0)}` });
    await journal.click('[data-action="letter-eml"]');
    expect(await letterSaid(journal)).toContain('.eml');
    const mail = await PostalMime.parse(await readFile(await product.session.waitForDownload(/\.eml$/)));
    expect(mail.to?.map((one) => one.address)).toEqual([PREFECTURE_MAIL]);
    expect(mail.from?.address).toBe(LETTER.email);
    expect(mail.subject).toBe('Attestation de prolongation d’instruction – demande de renouvellement');
    expect(plain(mail.text ?? '')).toContain('renouvelée aussi longtemps que le préfet n’a pas statué');
    const [first, ...pieces] = mail.attachments;
    expect(first).toMatchObject({ filename: 'courrier.pdf', mimeType: 'application/pdf' });
    expect(Buffer.from(first?.content as ArrayBuffer).equals(pdf)).toBe(true);
    const letter = await last('letter-generated');
    expect(letter.data).toMatchObject({ medium: 'mail' });
    expect(pieces.length).toBeGreaterThanOrEqual(letter.data.pieces.length);
    expect(pieces.every(({ filename }) => /^piece-\d\d(-\d)?\.\w+$/.test(filename ?? ''))).toBe(true);
    await journal.click('[data-action="letter-sent"]');
    await journal.click('[data-action="add-proof"]');
    await recordOutcome(journal, { files: [path('envoye.eml')] });
    expect((await last('exchange')).data).toMatchObject({ channel: 'PREF_MAIL', direction: 'sent' });
  });

  it('sets the local way aside', async () => {
    await openStep(journal, 'P2L');
    expect(plain(await journal.text())).toContain('Une boîte aux lettres dédiée');
    await skip(journal, 'P2L', 'La boîte aux lettres est fermée.');
    await stepIs(journal, 'P2L', 'skipped');
    expect((await last('step-skipped')).data).toEqual({ step: 'P2L', reason: 'La boîte aux lettres est fermée.' });
    await homeSays(journal, { missing: [], states: { P2L: 'skipped' } });
  });

  it('shows the days, and gives them to a calendar that says nothing of the dossier', async () => {
    await goHome(journal);
    const dues = await shownDues(journal);
    const today = day(0);
    expect(dues.map(({ id }) => id)).not.toContain('P2-early');
    expect(dues.map(({ id }) => id)).toContain('P2-receipt');
    await journal.click('[data-action="calendar"]');
    const saved = await product.session.waitForDownload(/\.ics$/);
    const calendar = await readFile(saved, 'utf8');
    const days = [...new Set(dues.map(({ on }) => on).filter((on) => on >= today))].toSorted();
    expect(property(calendar, 'DTSTART;')).toEqual(days.map((on) => on.replaceAll('-', '')));
    expect(new Set(property(calendar, 'SUMMARY').map(plain))).toEqual(new Set(['Carnet : rappel']));
    expect(`${saved.split('/').at(-1)} ${calendar}`).not.toMatch(/Pinson|préfecture|attestation|étudiant|EXEMPLE|T3/i);
    await badgeIs(product, dues.some(({ on }) => on <= today) ? '•' : '');
  });

  it('exports what an outsider verifies; the command says the states and the days of the screen', async () => {
    // The journal that is exported cannot hold the line that says that it was.
    const { keysMissing: _, ...home } = await readHome(journal);
    const dues = await shownDues(journal);
    const { zip, lines } = await exportDossier(product, journal, folder);
    const verified = command('verify', zip);
    expect(verified.code, verified.text).toBe(0);
    const view = checklistOf(lines, 'T3', Date.now());
    expect(asHome(view)).toEqual(home);
    expect(home.states).toMatchObject({ P0: 'done', P1: 'done', P4: 'todo' });
    expect(view.due.map(({ id, on }) => ({ id, on }))).toEqual(dues);
    await homeSays(journal, { states: { ...home.states, P4: 'done' } });
    expect(await product.session.errors()).toEqual([]);
  });
});
