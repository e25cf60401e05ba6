/**
 * The main job, walked as a person does, written once for both browsers: from the install to the ZIP.
 * `npm start -- --headless` and the end-to-end tests both run it.
 */
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { ACCOUNT } from '../../portal/accounts';
import type { Portal } from '../../portal/portal';
import type { Popup, Session, Surface, Tab } from '../drivers/types';
import { pageRead } from './product';

const ANEF = 'administration-etrangers-en-france.interieur.gouv.fr';
const HOME = `https://${ANEF}/usagers/#/`;
const DEPARTMENT = { code: '93', host: 'www.seine-saint-denis.gouv.fr' } as const;
const PAN_PATH = '/Demarches/Etrangers-Vos-demarches/Points-d-accueil-numerique';
/** The popup has read the page: it can capture, or asks whose page it is. */
const READ = '[data-action="capture-view"]:not([disabled]), [data-owner]';
/** A full-page capture goes at two views a second at most. */
const CAPTURE_MS = 120_000;
/** A capture of the stand-in pages, at most a few views. */
const VIEW_MS = 45_000;

export interface JourneyOptions {
  /** Folder of the ZIP and of the numbered pictures; made if need be. */
  readonly out: string;
  /** Called as each step begins, in French. */
  readonly onStep?: (sentence: string) => void;
}

export interface JourneyResult {
  readonly zip: string;
  readonly pictures: readonly string[];
  /** Numbers that the popup gave to the captures (P-0003…), in order. */
  readonly captures: readonly string[];
}

/** Walks the whole journey on a session that has just been launched. @throws Error naming the step that failed */
export async function walkJourney(session: Session, portal: Portal, options: JourneyOptions): Promise<JourneyResult> {
  const walk = new Walk(session, portal, options);
  await mkdir(options.out, { recursive: true });
  for (const [sentence, work] of walk.steps()) {
    options.onStep?.(sentence);
    try {
      await work();
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause);
      throw new Error(`Étape « ${sentence} » : ${why}`, { cause });
    }
  }
  return walk.result();
}

/** One walk: the tab of the sites, the journal's tab, the pictures taken on the way. */
class Walk {
  private readonly session: Session;
  private readonly portal: Portal;
  private readonly out: string;
  private readonly pictures: string[] = [];
  private readonly captures: string[] = [];
  private site: Tab | null = null;
  private journal: Tab | null = null;
  private zip: string | null = null;

  constructor(session: Session, portal: Portal, options: JourneyOptions) {
    this.session = session;
    this.portal = portal;
    this.out = options.out;
  }

  steps(): readonly (readonly [string, () => Promise<void>])[] {
    return [
      ['Accueil : choisir la Seine-Saint-Denis, ouvrir le carnet', () => this.welcome()],
      ['Connexion refusée sur le portail', () => this.failLogin()],
      ['Capturer la connexion refusée', () => this.captureFailedLogin()],
      ['Se connecter et arriver au dépôt impossible', () => this.reachBlockage()],
      ['Capturer la page entière', () => this.captureBlockage()],
      ['Le site ne répond plus', () => this.siteDown()],
      ['Écrire au CCC par son formulaire', () => this.contactForm()],
      ['Capturer le message envoyé et le compter comme preuve', () => this.proveContact()],
      ['Noter un appel au CCC', () => this.noteCall()],
      ['Capturer la page du point d’accueil numérique', () => this.capturePan()],
      ['Noter la lettre recommandée, avec son reçu', () => this.noteLetter()],
      ['Relire le carnet et les réglages', () => this.readScreens()],
      ['Exporter le ZIP', () => this.exportZip()],
    ];
  }

  result(): JourneyResult {
    if (!this.zip) throw new Error('the journey gave no ZIP');
    return { zip: this.zip, pictures: this.pictures, captures: this.captures };
  }

  private async welcome(): Promise<void> {
    const welcome = await this.session.waitForPage('welcome.html');
    await welcome.bringToFront();
    await welcome.waitFor('[data-action="finish"]');
    await this.picture(welcome, 'accueil');
    await welcome.choose({ role: 'combobox', name: 'Votre département' }, DEPARTMENT.code);
    await welcome.click('[data-action="add-department"]');
    await welcome.waitFor(`[data-department="${DEPARTMENT.code}"]`);
    await welcome.fill({ role: 'textbox', name: 'Nom de votre dossier' }, 'Dossier bleu');
    await this.picture(welcome, 'accueil-rempli');
    const origins = [`https://${DEPARTMENT.host}/*`];
    await this.session.acceptHosts(origins, () => welcome.click('[data-action="finish"]'));
    await welcome.waitFor('[data-banner="welcome-finished"]');
    await this.picture(welcome, 'accueil-pret');
    await welcome.close();
  }

  private async failLogin(): Promise<void> {
    this.site = await this.session.newTab(HOME);
    await this.logIn('faux-mot-de-passe');
    await this.site.waitFor('[role="alert"], .fr-alert--error, .alert-error');
    // The note stands in a closed shadow root that no script reads: only its host is seen.
    await untilTrue(this.site, 'no note in the page', () => document.querySelector('[data-carnet-note]') !== null);
    await this.picture(this.site, 'note-dans-la-page');
  }

  private async captureFailedLogin(): Promise<void> {
    const popup = await this.session.clickToolbar(this.tab());
    await popup.waitFor(READ);
    await this.picture(popup, 'fenetre-connexion-refusee');
    await this.capture(popup, 'capture-view', 'fenetre-capture-faite');
    await popup.close();
  }

  private async reachBlockage(): Promise<void> {
    const tab = this.tab();
    await this.logIn(ACCOUNT.password);
    await tab.waitForText(ACCOUNT.name);
    await tab.click({ role: 'link', name: 'Je demande ou renouvelle un titre de séjour' });
    await tab.waitForText('Votre situation actuelle');
    await tab.click({ name: 'Je sollicite le renouvellement de ce titre' });
    await tab.click({ role: 'button', name: 'Je commence' });
    await tab.waitForText('Demande impossible');
  }

  private async captureBlockage(): Promise<void> {
    const popup = await this.session.clickToolbar(this.tab());
    await popup.waitFor(READ);
    await this.picture(popup, 'fenetre-depot-impossible');
    await this.capture(popup, 'capture-page', 'fenetre-page-entiere');
    await popup.close();
  }

  private async siteDown(): Promise<void> {
    const tab = this.tab();
    const back = this.portal.set(ANEF, '*', { refuse: true });
    const journal = await this.openJournal();
    const before = await journal.count('[data-kind="attempt"]');
    await tab.bringToFront();
    const { failed } = await tab.goto(`https://${ANEF}/usagers/?essai=2#/`);
    if (failed === null) throw new Error('the portal answered although it was told to refuse');
    back();
    await journal.bringToFront();
    await untilMore(journal, '[data-kind="attempt"]', before);
    await this.picture(journal, 'carnet-site-en-panne');
  }

  private async contactForm(): Promise<void> {
    const tab = this.tab();
    await tab.bringToFront();
    await tab.goto(HOME);
    await tab.click({ role: 'link', name: 'Nous contacter' });
    await tab.choose('#question', 'Votre demande de titre de séjour');
    await tab.fill('#nom', 'EXEMPLE');
    await tab.fill('#prenom', 'Nadia');
    await tab.fill('#courriel', 'nadia@exemple.invalid');
    await tab.fill('#message', 'Je ne peux pas déposer ma demande : le site affiche « Demande impossible ».');
    await tab.click({ role: 'button', name: 'Envoyer' });
    await tab.waitForText('Votre message a bien été envoyé');
  }

  private async proveContact(): Promise<void> {
    await this.captureAsProof('fenetre-preuve-ccc');
  }

  private async noteCall(): Promise<void> {
    await this.noteExchange('CCC_PHONE', 'appel', async (form) => {
      await form.click({ role: 'radio', name: 'Réponse toute faite, qui ne règle rien' });
      await form.fill({ role: 'textbox', name: 'Numéro ou référence' }, 'APPEL-0042');
      await form.fill({ role: 'textbox', name: 'Avec vos mots' }, 'On me dit d’attendre. Aucun autre moyen proposé.');
    });
  }

  private async capturePan(): Promise<void> {
    const address = this.panAddress();
    const tab = this.tab();
    await tab.bringToFront();
    const { failed } = await tab.goto(address);
    if (failed) throw new Error(`the PAN page did not open: ${failed}`);
    await this.captureAsProof('fenetre-pan');
  }

  private async noteLetter(): Promise<void> {
    const folder = await mkdtemp(join(tmpdir(), 'carnet-recu-'));
    try {
      const receipt = join(folder, 'recu-lettre-recommandee.pdf');
      await writeFile(receipt, receiptPdf());
      await this.noteExchange('LRAR', 'lettre', async (form) => {
        await form.fill({ role: 'textbox', name: 'Numéro ou référence' }, '1A 000 000 0042 7');
        await form.setFiles('[data-form="exchange"] input[type=file]', [receipt]);
        await form.waitForText('recu-lettre-recommandee.pdf');
      });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  private async readScreens(): Promise<void> {
    const journal = await this.openJournal();
    await this.picture(journal, 'carnet-etapes', true);
    await journal.click('[data-kind="capture"] .item-link');
    await journal.waitFor('[data-part="entry"]');
    await this.picture(journal, 'carnet-une-capture');
    for (const [part, name] of [
      ['dossiers', 'carnet-dossiers'],
      ['data', 'carnet-ce-que-sait'],
    ] as const) {
      await journal.click(`nav a[href="${part === 'data' ? '#/donnees' : '#/dossiers'}"]`);
      await journal.waitFor(`[data-part="${part}"]`);
      await this.picture(journal, name);
    }
    const options = await this.session.openPage('options.html');
    await options.waitFor('main h1');
    await this.picture(options, 'reglages', true);
    await options.close();
    await this.tab().bringToFront();
    const popup = await this.session.clickToolbar(this.tab());
    await popup.waitFor('[data-checklist]');
    await this.picture(popup, 'fenetre-etapes');
    await popup.close();
  }

  private async exportZip(): Promise<void> {
    const journal = await this.openJournal();
    await journal.click('nav a[href="#/export"]');
    await journal.click('[data-action="export"]');
    await journal.waitFor('[data-banner="export-done"], [data-banner="export-failed"]', { timeout: CAPTURE_MS });
    if ((await journal.count('[data-banner="export-failed"]')) > 0) throw new Error(await journal.text());
    const saved = await this.session.waitForDownload(/\.zip$/);
    this.zip = join(this.out, basename(saved));
    if (saved !== this.zip) await copyFile(saved, this.zip);
    await this.picture(journal, 'export');
  }

  // --- what several steps share -------------------------------------------------------------------------------------

  private tab(): Tab {
    if (!this.site) throw new Error('no tab of the sites is open');
    return this.site;
  }

  /** From the home page to the SSO and through its form, by clicks. */
  private async logIn(password: string): Promise<void> {
    const tab = this.tab();
    await tab.goto(HOME);
    await tab.click({ role: 'link', name: 'Se connecter' });
    await tab.waitForText('Connexion et inscription');
    await tab.click('[data-portal-login]');
    await tab.waitFor('#username');
    await tab.fill('#username', ACCOUNT.identifier);
    await tab.fill('#password', password);
    await tab.click('form button[type=submit]');
  }

  /** The address of a PAN page of our department: the fixture of another one, with our prefecture's names. */
  private panAddress(): string {
    const fixture = this.portal.fixtures.find((one) => one.expect === 'prefecture/pan');
    if (!fixture) throw new Error('the portal has no page of a point d’accueil numérique');
    if (fixture.url.host === DEPARTMENT.host) return fixture.url.href;
    const body = fixture.html.replaceAll(
      /de l'Yonne|dans l'Yonne|de (la )?Haute-Savoie|en Haute-Savoie/g,
      'de la Seine-Saint-Denis',
    );
    this.portal.set(DEPARTMENT.host, PAN_PATH, { body });
    return `https://${DEPARTMENT.host}${PAN_PATH}`;
  }

  /** Answers « à qui est cette page ? » if asked, takes the picture, waits for what came of it. */
  private async capture(popup: Popup, button: 'capture-view' | 'capture-page', picture: string): Promise<void> {
    const yes = '[data-action="owner-yes"]';
    if ((await popup.count(yes)) > 0) {
      await this.picture(popup, `${picture}-a-qui`);
      await popup.click(yes);
      await popup.waitForGone(yes);
    }
    await popup.click(`[data-action="${button}"]`);
    await popup.waitFor('[data-banner="capture-saved"], [data-banner="capture-failed"]', { timeout: VIEW_MS });
    const text = await popup.text();
    if ((await popup.count('[data-banner="capture-saved"]')) === 0) throw new Error(`the capture failed: ${text}`);
    this.captures.push(/P-\d{4,}/.exec(text)?.[0] ?? '');
    await this.picture(popup, picture);
  }

  /** Captures the page in front and says yes to the offer that follows: this page proves a contact. */
  private async captureAsProof(picture: string): Promise<void> {
    try {
      await this.captureAsProofOnce(picture);
    } catch (cause) {
      // The browser closes a popup whose window loses the focus: a person opens it again.
      if (!/closed/.test(String(cause))) throw cause;
      await this.captureAsProofOnce(picture);
    }
  }

  private async captureAsProofOnce(picture: string): Promise<void> {
    await pageRead();
    const popup = await this.session.clickToolbar(this.tab());
    await popup.waitFor(READ);
    await this.capture(popup, 'capture-view', picture);
    await popup.click('[data-action="count-proof"]');
    await popup.waitFor('[data-banner="proof-counted"]');
    await this.picture(popup, `${picture}-comptee`);
    await popup.close();
  }

  private async openJournal(): Promise<Tab> {
    if (!this.journal) {
      const popup = await this.session.clickToolbar(this.tab());
      await popup.click('[data-action="open-journal"]');
      this.journal = await this.session.waitForPage('journal.html');
    }
    await this.journal.bringToFront();
    await this.journal.click('nav a[href="#/journal"]');
    await this.journal.waitFor('[data-part="timeline"] [data-seq]');
    return this.journal;
  }

  private async noteExchange(channel: string, picture: string, fill: (form: Tab) => Promise<void>): Promise<void> {
    const journal = await this.openJournal();
    const before = await journal.count('[data-kind="exchange"]');
    await journal.click('[data-action="add-exchange"]');
    await journal.choose({ role: 'combobox', name: 'Comment avez-vous contacté' }, channel);
    await fill(journal);
    await this.picture(journal, `carnet-${picture}`);
    await journal.click('[data-form="exchange"] [data-action="save"]');
    await untilMore(journal, '[data-kind="exchange"]', before);
  }

  /** `07-name.png` in the folder of the journey. */
  private async picture(surface: Surface | Tab, name: string, whole = false): Promise<void> {
    const number = String(this.pictures.length + 1).padStart(2, '0');
    const file = join(this.out, `${number}-${name}.png`);
    // A button that is still changing colour is not what a person reads.
    await surface.evaluate(() =>
      Promise.allSettled(document.getAnimations().map((one) => one.finished)).then(() => true),
    );
    const bytes = whole && 'fullScreenshot' in surface ? await surface.fullScreenshot() : await surface.screenshot();
    await writeFile(file, bytes);
    this.pictures.push(file);
  }
}

async function untilTrue(surface: Surface, what: string, holds: () => boolean): Promise<void> {
  const end = Date.now() + 20_000;
  while (!(await surface.evaluate(holds))) {
    if (Date.now() > end) throw new Error(what);
    await new Promise((done) => setTimeout(done, 100));
  }
}

/** Waits until there are more elements than before. */
async function untilMore(surface: Surface, query: string, before: number): Promise<void> {
  const end = Date.now() + 20_000;
  while ((await surface.count(query)) <= before) {
    if (Date.now() > end) throw new Error(`no new ${query}: ${(await surface.text()).slice(0, 600)}`);
    await new Promise((done) => setTimeout(done, 100));
  }
}

/** A one-page PDF, invented: what a person would join. */
function receiptPdf(): string {
  const text = 'BT /F1 18 Tf 60 760 Td (Recu de depot invente, lettre 1A 000 000 0042 7) Tj ET';
  return [
    '%PDF-1.4',
    '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
    '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj',
    `4 0 obj<</Length ${text.length}>>stream\n${text}\nendstream endobj`,
    '5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj',
    'trailer<</Root 1 0 R>>',
    '%%EOF',
  ].join('\n');
}
