/** The stand-in portal in a real Chromium, by clicks: login, blocked deposit, wizard, contact form, appointments, failures. */
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ACCOUNT, CAPTCHA } from '../portal/accounts';
import { type Portal, startPortal } from '../portal/portal';

const REFUSED = 'www.ain.gouv.fr';
const UNKNOWN = 'www.aisne.gouv.fr';
const ANEF = 'https://administration-etrangers-en-france.interieur.gouv.fr';
let portal: Portal;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  portal = await startPortal({ down: { refused: [REFUSED], dns: [UNKNOWN] } });
  browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', ...portal.chromiumArgs()],
  });
});
beforeEach(async () => {
  context = await browser.newContext({ ignoreHTTPSErrors: true, viewport: { width: 1280, height: 800 } });
  page = await context.newPage();
});
afterEach(async () => {
  await context.close();
  portal.reset();
});
afterAll(async () => {
  await browser?.close();
  await portal?.close();
});

const heading = (name: string) => page.getByRole('heading', { name });

async function logIn(): Promise<void> {
  await page.goto(portal.urlOf('anef/home.new'));
  await page.locator('anef-header').getByRole('link', { name: 'Se connecter' }).click();
  await page.locator('app-registration').getByRole('button', { name: 'Se connecter' }).click();
  await page.locator('input[name=username]').fill(ACCOUNT.identifier);
  await page.locator('input[name=password]').fill(ACCOUNT.password);
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await page.locator('edu-item-link a[href*="mon-compte"]').waitFor();
}

describe('ANEF', () => {
  it('redirects / to /usagers/#/', async () => {
    await page.goto(`${ANEF}/#/`);
    await heading('Vos démarches en ligne').waitFor();
    expect(page.url()).toBe(`${ANEF}/usagers/#/`);
  });

  it('logs in through the SSO, comes back through the callback, logs out', async () => {
    const addresses: string[] = [];
    page.on('framenavigated', (frame) => addresses.push(frame.url()));
    await logIn();
    expect(addresses.some((url) => /\/usagers\/#state=[^&]+&session_state=[^&]+&code=/.test(url))).toBe(true);
    expect(page.url()).toBe(`${ANEF}/usagers/#/`);
    await page.getByRole('link', { name: 'Se déconnecter' }).click();
    await page.locator('edu-item-link[data-item="Se connecter"]').waitFor();
  });

  it('keeps a wrong identifier on the failed login page, whose address carries session_code and tab_id', async () => {
    await page.goto(portal.urlOf('anef-sso/login.old'));
    await page.locator('#login').fill('9999999955');
    await page.locator('#password').fill('faux');
    await page.getByRole('button', { name: "S'identifier" }).click();
    await page.locator('.kc-feedback-text').waitFor();
    expect(await page.locator('#login').inputValue()).toBe('9999999955');
    expect(page.url()).toMatch(/login-actions\/authenticate\?session_code=.+&execution=.+&tab_id=/);
  });

  it('leads by clicks from the home to « dépôt impossible », without a change of address', async () => {
    await logIn();
    await page.getByRole('link', { name: 'Je demande ou renouvelle un titre de séjour' }).click();
    await heading('Votre situation actuelle').waitFor();
    expect(await page.locator('input[type=radio]:disabled').count()).toBe(5);
    await page.getByLabel('Je sollicite le renouvellement de ce titre').check();
    await page.getByRole('button', { name: 'Je commence' }).click();
    await page.getByRole('alert').getByText('pas encore été remis').waitFor();
    expect(page.url()).toBe(`${ANEF}/usagers/#/sejour/demande-tse`);
  });

  it('walks the old wizard in one address to the confirmation, hidden until the end', async () => {
    await page.goto(portal.urlOf('anef/wizard-step.old'));
    const sentence = page.getByText('Votre demande a bien été enregistrée');
    for (const button of [
      'Je continue',
      'Je continue',
      'Enregistrer et poursuivre',
      'Valider et vérifier',
      "J'envoie ma demande",
    ]) {
      await page.getByRole('button', { name: button }).waitFor();
      expect([await sentence.count(), await sentence.isVisible()]).toEqual([1, false]);
      await page.getByRole('button', { name: button }).click();
    }
    await sentence.waitFor({ state: 'visible' });
    expect(await page.title()).toBe('Étrangers en France | Étape 6');
    expect(page.url()).toBe(portal.urlOf('anef/wizard-step.old'));
  });

  it('sends the contact form once it is filled', async () => {
    await page.goto(portal.urlOf('anef/contact.new'));
    await page.getByRole('button', { name: 'Envoyer' }).click();
    expect(await page.getByRole('alert').count()).toBe(0);
    await page.getByLabel('Votre question concerne').selectOption('Votre compte');
    await page.getByLabel('Nom*', { exact: true }).fill('EXEMPLE');
    await page.getByLabel('Prénom*').fill('Nadia');
    await page.getByLabel('Adresse e-mail*').fill('n@exemple.invalid');
    await page.getByLabel('Votre message*').fill('Bonjour');
    await page.getByRole('button', { name: 'Envoyer' }).click();
    await heading('Votre message a bien été envoyé').waitFor();
    expect(page.url()).toBe(`${ANEF}/usagers/#/contact`);
  });

  it('shows a skeleton while a state is on its way, and says when it never came', async () => {
    portal.setSpaDelay(600);
    await page.goto(portal.urlOf('anef/home.new'), { waitUntil: 'commit' });
    await page.locator('.skeleton').waitFor();
    await heading('Vos démarches en ligne').waitFor();
    portal.setSpaDelay(0);
    portal.set(new URL(ANEF).host, '/usagers/#/contact', { reset: true });
    await page.getByRole('link', { name: 'Nous contacter' }).click();
    await page.getByText('Le contenu n’a pas pu être chargé.').waitFor();
  });

  it('falls back to the logged-out page when the server says that the session is dead', async () => {
    await logIn();
    portal.set(new URL(ANEF).host, '/api/usager/moi*', { status: 401 });
    await page.getByRole('link', { name: 'Mes notifications' }).click();
    await page.locator('edu-item-link[data-item="Se connecter"]').waitFor();
  });
});

describe('the other sites', () => {
  it('books: start, captcha refused, captcha read, no slot', async () => {
    await page.goto(portal.urlOf('rdv-prefecture/start'));
    expect(await page.locator('#aide').getByText('Préparez votre passeport').isVisible()).toBe(true);
    await page.getByRole('link', { name: 'Prendre un rendez-vous' }).click();
    await page.locator('#captchaFormulaireExtInput').fill('FAUX');
    await page.getByRole('button', { name: 'Suivant' }).click();
    await page.locator('#text-input-captcha-desc-error').waitFor();
    expect(page.url()).toMatch(/\/cgu\/\?error=invalidCaptcha$/);
    await page.locator('#captchaFormulaireExtInput').fill(CAPTCHA);
    await page.getByRole('button', { name: 'Suivant' }).click();
    await page.getByText('Aucun créneau disponible à partir de cette date.').waitFor();
  });

  it('sends a draft of demarche.numerique, then opens the request', async () => {
    await page.goto(portal.urlOf('demarche-numerique/draft'));
    await page.getByRole('button', { name: 'Déposer le dossier' }).click();
    await heading('Merci').waitFor();
    await page.getByRole('link', { name: 'Accéder à votre dossier' }).click();
    await page.getByText('Vous pouvez encore le modifier').waitFor();
  });

  it('frames a document of its own on the page of Haute-Savoie, and holds still', async () => {
    await page.goto(portal.urlOf('prefecture/foreigners-page.74'));
    await page.frameLocator('iframe').getByText('Fermé au public').waitFor();
    await page.goto(portal.urlOf('prefecture/foreigners-page.93'));
    const [first, second] = [await page.screenshot({ fullPage: true }), await page.screenshot({ fullPage: true })];
    expect(first.equals(second)).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeGreaterThan(2 * 800);
  });
});

describe('failures as Chromium sees them', () => {
  const open = (url: string) => page.goto(url).then(String, (error: Error) => error.message);

  it('refused and unknown from the start', async () => {
    expect(await open(`https://${REFUSED}/`)).toContain('net::ERR_CONNECTION_REFUSED');
    expect(await open(`https://${UNKNOWN}/`)).toContain('net::ERR_NAME_NOT_RESOLVED');
    expect(portal.requests.filter((one) => [REFUSED, UNKNOWN].includes(one.host))).toEqual([]);
  });

  it('cut while running, before TLS or after the request', async () => {
    portal.set('www.haute-savoie.gouv.fr', '*', { refuse: true });
    expect(await open(portal.urlOf('prefecture/home.74'))).toContain('net::ERR_CONNECTION_RESET');
    portal.set('www.seine-saint-denis.gouv.fr', '*', { reset: true });
    expect(await open(portal.urlOf('prefecture/home.93'))).toContain('net::ERR_CONNECTION_RESET');
  });

  it('an empty 503 is drawn by the browser itself', async () => {
    portal.set('www.haute-savoie.gouv.fr', '/', { status: 503 });
    expect(await open(portal.urlOf('prefecture/home.74'))).toContain('net::ERR_HTTP_RESPONSE_CODE_FAILURE');
    expect(portal.requests.at(-1)).toMatchObject({ host: 'www.haute-savoie.gouv.fr', status: 503 });
  });
});
