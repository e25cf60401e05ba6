/** Every screen of the built extension, in both languages and schemes: no axe violation, no overflow at 320 px, honest labels. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Entry } from '@/lib/domain/entry';
import { translator } from '@/lib/locales';
import type { BrowserName, Tab } from './drivers';
import { overflow, PAPER, type Scheme, setScheme, violations } from './support/look';
import { BROWSERS, captureByHand, openProduct, type Product } from './support/product';
import { putRawEntries } from './support/raw-journal';

type Language = 'fr' | 'en';

const ANEF = 'https://administration-etrangers-en-france.interieur.gouv.fr/*';
/** The phone (and a window of 640 px at 200 %), a window of 1280 px at 200 %. */
const WIDTHS = [320, 640] as const;

interface Screen {
  readonly name: string;
  readonly path: string;
  /** What is there once the screen is drawn with its data. */
  readonly ready: string;
  readonly open?: (tab: Tab) => Promise<void>;
}

function screensFor(siteTab: number): readonly Screen[] {
  return [
    { name: 'welcome', path: 'welcome.html', ready: '[data-action="finish"]' },
    { name: 'popup', path: `popup.html?tab=${siteTab}`, ready: '[data-page-status="blocked"]' },
    { name: 'home', path: 'journal.html', ready: '[data-home="next"]' },
    { name: 'a step', path: 'journal.html#/etape/S2', ready: '[data-step-page="S2"] .phone' },
    { name: 'the situation', path: 'journal.html#/situation', ready: '[data-action="save-situation"]' },
    { name: 'journal', path: 'journal.html#/journal', ready: '[data-kind="capture"] img' },
    { name: 'an entry', path: 'journal.html#/piece/3', ready: '[data-entry="3"]' },
    {
      name: 'the exchange form',
      path: 'journal.html#/journal',
      ready: '[data-kind="capture"]',
      open: async (tab) => {
        await tab.click('[data-action="add-exchange"]');
        await tab.waitFor('[data-form="exchange"] [data-action="save"]');
      },
    },
    {
      name: 'the call sheet',
      path: 'journal.html#/journal',
      ready: '[data-kind="capture"]',
      open: async (tab) => {
        await tab.click('[data-action="add-exchange"]');
        await tab.choose('[data-form="exchange"] select', 'CCC_PHONE');
        await tab.waitFor('[data-call-sheet]');
      },
    },
    { name: 'the letters', path: 'journal.html#/courriers', ready: '[data-letters="others"]' },
    { name: 'a letter', path: 'journal.html#/courriers/pan-letter', ready: '[data-letter-actions]' },
    { name: 'export', path: 'journal.html#/export', ready: '[data-pack="ready"] [data-piece]' },
    {
      name: 'a pièce of the pack',
      path: 'journal.html#/export',
      ready: '[data-pack="ready"] [data-piece]',
      open: async (tab) => {
        await tab.click('[data-piece] [data-action="piece-edit"]');
        await tab.waitFor('[data-form="piece"] [data-action="save"]');
      },
    },
    {
      name: 'the masking',
      path: 'journal.html#/piece/3/masquer',
      ready: '[data-redact="form"] .redact-stage img',
      open: async (tab) => {
        await tab.click('[data-action="add-box"]');
        await tab.waitFor('[data-box="1"]');
      },
    },
    {
      name: 'the arrival of a dossier',
      path: 'journal.html#/recevoir',
      ready: '[data-receive="idle"] [data-field="zip"]',
    },
    { name: 'dossiers', path: 'journal.html#/dossiers', ready: '[data-dossier]' },
    { name: 'what is known', path: 'journal.html#/donnees', ready: '[data-part="data"] dl' },
    { name: 'options', path: 'options.html', ready: '#storage-title' },
  ];
}

async function checkWords(tab: Tab, language: Language): Promise<void> {
  const t = translator(language);
  const text = (await tab.text()).replaceAll('\u00a0', ' ');
  expect(text).toContain(t('app.independent'));
  expect(await tab.title()).toContain(t('app.name'));
  expect(await tab.evaluate(() => document.documentElement.lang)).toBe(language);
}

async function checkScreen(product: Product, screen: Screen, language: Language, schemes: readonly Scheme[]) {
  const tab = await product.session.openPage(screen.path);
  try {
    await tab.waitFor(screen.ready);
    await screen.open?.(tab);
    await checkWords(tab, language);
    for (const scheme of schemes) {
      await setScheme(tab, scheme);
      expect(await violations(tab), `${screen.name}, ${language}, ${scheme}`).toEqual([]);
    }
    for (const width of WIDTHS) {
      await tab.resizeTo(width, 800);
      expect(await tab.evaluate(() => window.innerWidth)).toBe(width);
      expect(await overflow(tab), `${screen.name}, ${language}, ${width} px`).toEqual([]);
    }
  } finally {
    await tab.close();
  }
}

async function speak(product: Product, language: Language): Promise<void> {
  const tab = await product.session.openPage('options.html');
  await tab.click({ role: 'radio', name: language === 'fr' ? 'Français' : 'English' });
  await tab.waitForText(translator(language)('options.title'));
  await tab.close();
}

/** The number by which the browser knows the tab of the sites, as our popup gets it. */
function siteTabNumber(product: Product): Promise<number> {
  return product.journal.page.evaluate(async (url: string) => {
    const api = globalThis as unknown as { chrome: { tabs: { query(q: object): Promise<{ id: number }[]> } } };
    const [tab] = await api.chrome.tabs.query({ url });
    if (!tab) throw new Error('the tab of the sites is not open');
    return tab.id;
  }, ANEF);
}

/** Firefox checks the diagonal of the matrix: the same documents and styles, half the time. */
const MATRIX: Record<BrowserName, readonly (readonly [Language, readonly Scheme[]])[]> = {
  chromium: [
    ['fr', ['light', 'dark']],
    ['en', ['light', 'dark']],
  ],
  firefox: [
    ['fr', ['light']],
    ['en', ['dark']],
  ],
};

describe.each(BROWSERS)('screens in %s', (browser) => {
  let product: Product;
  let site: Tab;
  let screens: readonly Screen[];

  beforeAll(async () => {
    product = await openProduct(browser, { colorScheme: 'dark' });
    site = await product.session.newTab(product.portal.show('anef/titre-non-remis.new'));
    await product.journal.waitFor('attempt', 1);
    await captureByHand(product.session, site);
    screens = screensFor(await siteTabNumber(product));
  });
  afterAll(async () => {
    await product.close();
  });

  it('follow the person’s dark scheme by themselves', async () => {
    const tab = await product.session.openPage('journal.html#/journal');
    await tab.waitFor('[data-kind="capture"]');
    const paper = await tab.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    expect(paper).toBe(PAPER.dark);
    await tab.close();
  });

  it.each(MATRIX[browser])(
    'in %s, schemes %s: no axe violation, no overflow, who we are',
    async (language, schemes) => {
      await speak(product, language);
      for (const screen of screens) await checkScreen(product, screen, language, schemes);
      const popup = await product.session.clickToolbar(site);
      await popup.waitFor('[data-page-status="blocked"]');
      expect(await violations(popup), `the real popup, ${language}`).toEqual([]);
      expect(await overflow(popup)).toEqual([]);
      await popup.close();
    },
  );

  it('say nothing in the console', async () => {
    expect(await product.session.errors()).toEqual([]);
  });

  it('say when the clock went back, when a picture is missing, when a line is of a newer version', async () => {
    await speak(product, 'fr');
    const t = translator('fr');
    const [capture] = await product.journal.ofKind('capture');
    const last = (await product.journal.entries()).at(-1);
    if (!capture || !last) throw new Error('nothing was captured');
    const line = (step: number, change: object): { dossier: string; seq: number; line: string } => {
      const seq = last.seq + step;
      return { dossier: capture.dossier, seq, line: JSON.stringify({ ...capture, seq, ...change }) };
    };
    const gone = 'f'.repeat(64);
    const at: Entry['at'] = { ...capture.at, utc: '2020-01-01T08:00:00.000Z' };
    await putRawEntries(product.journal.page, [
      line(1, { at, kind: 'note', data: { text: 'Écrit avant.' } }),
      line(2, { data: { ...capture.data, original: { ...capture.data.original, sha256: gone }, stamped: null } }),
      line(3, { v: 99 }),
    ]);
    const tab = await product.session.openPage('journal.html#/journal');
    await tab.waitFor(`[data-seq="${last.seq + 3}"][data-kind="unreadable"]`);
    await tab.waitForText(t('journal.clock-back'));
    expect(await tab.count(`[data-seq="${last.seq + 1}"] .tag-warn`)).toBe(1);
    await tab.waitForText(t('errors.entry-unknown-version'));
    await tab.waitFor(`[data-seq="${last.seq + 2}"] .thumb`);
    await tab.click(`[data-seq="${last.seq + 2}"] .item-link`);
    await tab.waitForText(t('errors.blob-missing'));
    await tab.close();
  });
});
