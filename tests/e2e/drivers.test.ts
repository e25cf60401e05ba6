/** The drivers themselves, on the built product: each hand that the journeys rely on really does what its name says. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FR } from '@/lib/locales/fr';
import { type Portal, startPortal } from '../portal/portal';
import { launch, type Session, type Tab } from './drivers';
import { sizeOf } from './support/pictures';
import { BROWSERS, builtExtension } from './support/product';

const ANEF = 'https://administration-etrangers-en-france.interieur.gouv.fr';
const HOME = `${ANEF}/usagers/#/`;
const YONNE = ['https://www.yonne.gouv.fr/*'];
const NATIONAL = [`${ANEF}/*`];

/** The extension's own page asks for pixels: allowed for as long as a gesture grants the tab in front. */
function pixels(page: Tab): Promise<string> {
  return page.evaluate(async () => {
    interface Names {
      readonly tabs: { captureVisibleTab(options: { format: string }): Promise<string> };
    }
    const all = globalThis as unknown as { browser?: Names; chrome: Names };
    // A page that has just captured waits for Chromium's quota of two a second.
    for (;;) {
      try {
        return (await (all.browser ?? all.chrome).tabs.captureVisibleTab({ format: 'png' })).slice(0, 14);
      } catch (error) {
        if (!/MAX_CAPTURE/.test(String(error))) return String(error);
        await new Promise((done) => setTimeout(done, 600));
      }
    }
  });
}

describe.each(BROWSERS)('driver of %s', (browser) => {
  let portal: Portal;
  let session: Session;
  let tab: Tab;
  let own: Tab;

  beforeAll(async () => {
    portal = await startPortal();
    session = await launch(browser, {
      extensionDir: builtExtension(browser),
      portal,
      viewport: { width: 1000, height: 700 },
      colorScheme: 'dark',
      lang: 'fr',
    });
    await (await session.waitForPage('welcome.html')).close();
    own = await session.openPage('options.html');
    tab = await session.newTab(HOME);
  });
  afterAll(async () => {
    await session?.close();
    await portal?.close();
  });

  it('gives the page the size, the language and the colours asked for', async () => {
    const seen = await tab.evaluate(() => ({
      width: window.innerWidth,
      height: window.innerHeight,
      lang: navigator.language.slice(0, 2),
      dark: matchMedia('(prefers-color-scheme: dark)').matches,
    }));
    expect(seen).toEqual({ width: 1000, height: 700, lang: 'fr', dark: true });
    expect(sizeOf(await tab.screenshot())).toEqual({ width: 1000, height: 700 });
    expect(sizeOf(await tab.fullScreenshot()).height).toBeGreaterThanOrEqual(700);
  });

  it('serves the real host names', async () => {
    expect(await tab.url()).toBe(HOME);
    expect(await tab.title()).toContain('Étrangers en France');
  });

  it('opens the real popup by a real click, which grants activeTab: refused before, given after', async () => {
    await tab.reload();
    await tab.bringToFront();
    expect(await pixels(own)).toMatch(/activeTab/);
    const popup = await session.clickToolbar(tab);
    expect(await popup.evaluate(() => location.pathname)).toMatch(/popup/);
    expect(await popup.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true);
    await popup.waitFor('[data-action="open-journal"]');
    expect(sizeOf(await popup.screenshot()).width).toBeGreaterThan(200);
    await popup.close();
    expect(await pixels(own)).toBe('data:image/png');
  });

  it('opens the popup on the browser’s own error page', async () => {
    const back = portal.set(new URL(ANEF).host, '*', { refuse: true });
    try {
      const { failed } = await tab.goto(`${ANEF}/usagers/?panne#/`);
      expect(failed).not.toBeNull();
      const popup = await session.clickToolbar(tab);
      await popup.close();
      expect(await pixels(own)).toBe('data:image/png');
    } finally {
      back();
    }
    await tab.goto(HOME);
  });

  it('clicks, types and chooses with trusted input', async () => {
    await tab.goto(`${ANEF}/usagers/#/contact`);
    await tab.waitFor('#message');
    await tab.evaluate(() => {
      const trusted: boolean[] = [];
      Object.assign(window, { trusted });
      for (const name of ['click', 'keydown']) addEventListener(name, (event) => trusted.push(event.isTrusted), true);
    });
    await tab.choose('#question', 'Votre compte');
    await tab.fill('#nom', 'Éléonore d’Exemple');
    await tab.click({ role: 'textbox', name: 'Prénom' });
    await tab.press('a', 'Backspace', 'B');
    const seen = await tab.evaluate(() => ({
      values: ['question', 'nom', 'prenom'].map((id) => (document.getElementById(id) as HTMLInputElement).value),
      trusted: (window as unknown as { trusted: boolean[] }).trusted,
    }));
    expect(seen.values).toEqual(['Votre compte', 'Éléonore d’Exemple', 'B']);
    expect(seen.trusted.length).toBeGreaterThan(3);
    expect(seen.trusted).not.toContain(false);
  });

  it('says what it could not use, and what the page showed instead', async () => {
    await expect(tab.click({ role: 'button', name: 'Bouton absent' }, { timeout: 300 })).rejects.toThrow(
      /Bouton absent.*not found[\s\S]*Nous contacter/,
    );
    await expect(tab.choose('#question', 'Absente', { timeout: 300 })).rejects.toThrow(/no option/);
  });

  it('waits for a file saved by a link, whole, and gives a file to a field', async () => {
    await own.bringToFront();
    await own.evaluate(() => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob(['essai'], { type: 'application/zip' }));
      link.download = 'essai é.zip';
      document.body.append(link);
      link.click();
    });
    expect(await readFile(await session.waitForDownload(/^essai é\.zip$/), 'utf8')).toBe('essai');
    const path = join(session.downloadDir, 'recu.txt');
    await writeFile(path, 'reçu');
    await own.evaluate(() => {
      const field = document.createElement('input');
      field.type = 'file';
      field.id = 'essai';
      document.body.append(field);
    });
    await own.setFiles('#essai', [path]);
    expect(await own.evaluate(() => (document.getElementById('essai') as HTMLInputElement).files?.[0]?.text())).toBe(
      'reçu',
    );
  });

  it('grants and takes away hosts as the browser’s settings do', async () => {
    expect(await session.hasHosts(YONNE)).toBe(false);
    await session.grantHosts(YONNE);
    expect(await session.hasHosts(YONNE)).toBe(true);
    await session.revokeHosts(YONNE);
    expect(await session.hasHosts(YONNE)).toBe(false);
    await session.revokeHosts(NATIONAL);
    expect(await session.hasHosts(NATIONAL)).toBe(false);
    await session.grantHosts(NATIONAL);
    expect(await session.hasHosts(NATIONAL)).toBe(true);
  });

  it('stops the background, which a popup wakes', async () => {
    await session.killWorker();
    const popup = await session.clickToolbar(tab);
    await popup.waitFor('[data-page-status]:not([data-page-status="loading"])');
    await popup.close();
  });

  it('opens a second window and closes it', async () => {
    const other = await session.newWindow('https://portail.test/');
    expect(await other.title()).toContain('Portail');
    await other.close();
  });

  it('hears an error of the extension’s own pages, and heard none before', async () => {
    expect(await session.errors()).toEqual([]);
    const page = await session.openPage('options.html');
    await page.evaluate(() => void setTimeout(() => Promise.reject(new Error('essai-du-pilote'))));
    await expect.poll(() => session.errors()).toEqual([expect.stringContaining('essai-du-pilote')]);
    await page.close();
  });
});

/** Chromium draws its keys, menus and prompts only in a window: the virtual screen. Firefox needs none. */
describe.each(BROWSERS)('keys, menus and prompts of %s', (browser) => {
  let portal: Portal;
  let session: Session;
  let tab: Tab;
  let own: Tab;

  beforeAll(async () => {
    portal = await startPortal();
    const headless = browser === 'firefox';
    session = await launch(browser, { extensionDir: builtExtension(browser), portal, lang: 'fr', headless });
    await (await session.waitForPage('welcome.html')).close();
    own = await session.openPage('options.html');
    tab = await session.newTab(HOME);
  });
  afterAll(async () => {
    await session?.close();
    await portal?.close();
  });

  /** Does the gesture on a fresh document and says whether it granted the tab. */
  async function grantedBy(gesture: () => Promise<void>): Promise<string> {
    await tab.goto('https://portail.test/');
    await tab.goto(HOME);
    await gesture();
    await new Promise((done) => setTimeout(done, 1_500));
    return pixels(own);
  }

  it('the keyboard shortcut grants activeTab', async () => {
    expect(await grantedBy(() => session.pressShortcut(tab, 'capture-page'))).toBe('data:image/png');
  });

  it('our item of the context menu grants activeTab', async () => {
    expect(await grantedBy(() => session.contextMenu(tab, FR['flow.menu.capture']))).toBe('data:image/png');
  });

  it('refuses, then accepts, in the browser’s own prompt', async () => {
    await own.bringToFront();
    await own.evaluate((origins) => {
      interface Names {
        readonly permissions: { request(wanted: { origins: string[] }): Promise<boolean> };
      }
      const all = globalThis as unknown as { browser?: Names; chrome: Names };
      const button = document.createElement('button');
      button.id = 'essai';
      button.textContent = 'Essai';
      button.onclick = () => {
        button.dataset['answer'] = 'pending';
        void (all.browser ?? all.chrome).permissions.request({ origins }).then((given) => {
          button.dataset['answer'] = String(given);
        });
      };
      document.body.prepend(button);
    }, YONNE);
    await session.refuseHosts(() => own.click('#essai'));
    await own.waitFor('#essai[data-answer="false"]');
    expect(await session.hasHosts(YONNE)).toBe(false);
    await session.acceptHosts(YONNE, () => own.click('#essai'));
    await own.waitFor('#essai[data-answer="true"]');
    expect(await session.hasHosts(YONNE)).toBe(true);
  });
});
