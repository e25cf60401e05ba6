/** A page of a known host that attacks the extension: it cannot stall the tab, reach the journal or forge a message. */
import { writeFileSync } from 'node:fs';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { translator } from '@/lib/locales';
import type { BrowserName, Tab } from './drivers';
import { until } from './drivers/base-surface';
import {
  clobberingPage,
  hugePage,
  MARKUP,
  markupPage,
  movingPage,
  plainPage,
  pollutedPage,
} from './support/hostile-pages';
import { BROWSERS, captureByHand, openProduct, type Product } from './support/product';

const ANEF = 'administration-etrangers-en-france.interieur.gouv.fr';
/** A host that the extension does not know: neither its script nor its listeners run there. The yardstick. */
const NEUTRAL = 'page-quelconque.exemple.invalid';
const NOTE = '[data-carnet-note]';
const t = translator('fr');
const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** What we use of the page's own names, inside functions that run in it. */
declare const held: () => { longest: number; held: number; span: number };
declare const caught: string[];

/** One reading may take a second (READ_DEFAULTS.budgetMs); the layout that it asks for, and two busy cores, add to it. */
const LONGEST_READING_MS = 2_000;
/** Sixteen readings, each waiting twice as long as the one before, up to thirty seconds (SETTLE_DEFAULTS). */
const EXHAUSTED_MS = 170_000;
const MEASURE_MS = 5_000;
/** Where the page that never stands still is: another site, so another process, which the heavier pages do not hold. */
const STILL_HOST = 'demarche.numerique.gouv.fr';

const products = new Map<BrowserName, { product: Product; moving: Tab; since: number }>();

/** Both browsers at once, each with a page that never stands still in a window of its own: giving up takes minutes. */
async function start(browser: BrowserName): Promise<void> {
  const product = await openProduct(browser);
  product.portal.set(STILL_HOST, '/remous', { body: movingPage() });
  const moving = await product.session.newWindow(`https://${STILL_HOST}/remous`);
  products.set(browser, { product, moving, since: Date.now() });
}

beforeAll(async () => {
  await Promise.all(BROWSERS.map(start));
});
afterAll(async () => {
  await Promise.all([...products.values()].map(({ product }) => product.close()));
});

describe.each(BROWSERS)('a hostile page in %s', (browser) => {
  let product: Product;
  let tab: Tab;
  let visit = 0;

  beforeAll(async () => {
    const started = products.get(browser);
    if (!started) throw new Error('not started');
    product = started.product;
    // In a window of its own: a tab behind another one is held back by the browser, and would not move.
    tab = await product.session.newWindow('about:blank');
  });
  beforeEach(async () => {
    await tab.goto('about:blank');
  });
  afterAll(async () => {
    expect(await product.session.errors()).toEqual([]);
  });

  const attempts = async (): Promise<number> => (await product.journal.ofKind('attempt')).length;
  const noteShown = (): Promise<boolean> =>
    tab.evaluate((selector: string) => document.querySelector(selector) !== null, NOTE);

  /** Serves `body` on a known host under a new path, and goes there. */
  async function go(body: string, headers: Record<string, string> = {}, host = ANEF): Promise<string> {
    visit += 1;
    const url = `https://${host}/hostile/${visit}`;
    product.portal.set(host, `/hostile/${visit}`, { body, headers });
    await tab.goto(url);
    await tab.bringToFront();
    return url;
  }

  async function expectOneAttempt(before: number): Promise<void> {
    await product.journal.waitFor('attempt', before + 1);
    await wait(1_500);
    const lines = await product.journal.ofKind('attempt');
    expect(lines).toHaveLength(before + 1);
    expect(lines.at(-1)?.data.page?.page).toBe('titre-non-remis');
  }

  async function expectCapture(): Promise<void> {
    const before = (await product.journal.ofKind('capture')).length;
    await captureByHand(product.session, tab);
    const captures = await product.journal.waitFor('capture', before + 1);
    expect(captures).toHaveLength(before + 1);
    expect(captures.at(-1)?.data.page?.page).toBe('titre-non-remis');
  }

  it('whose fields and images stand in front of the DOM’s own names is read, noted once and captured', async () => {
    const before = await attempts();
    await go(clobberingPage());
    await expectOneAttempt(before);
    await until('no note in the page', async () => ((await noteShown()) ? true : null));
    await expectCapture();
    const whole = (await product.journal.ofKind('capture')).length;
    await captureByHand(product.session, tab, 'capture-page');
    expect((await product.journal.ofKind('capture')).length, await tab.url()).toBe(whole + 1);
  });

  it('whose prototypes are poisoned gets none of our code to run through them', async () => {
    const before = await attempts();
    await go(pollutedPage());
    await expectOneAttempt(before);
    await until('no note in the page', async () => ((await noteShown()) ? true : null));
    // The driver itself looks at the page: only names that it never touches are asked for.
    const touched = await tab.evaluate(() => [...new Set(caught)]);
    for (const name of ['attachShadow', 'normalize', 'MutationObserver', 'randomUUID', 'filter', 'flatMap'])
      expect(touched).not.toContain(name);
    await expectCapture();
  });

  it.each([
    ['200,000 nodes', hugePage],
    ['endless mutations', movingPage],
  ])('%s: the tab still answers, as the same page does without the extension', async (name, body) => {
    /** From the moment that the page stands: making it is its own affair. */
    const measured = async (host: string) => {
      await go(body(), {}, host);
      await tab.evaluate(() => held());
      await wait(MEASURE_MS);
      const asked = performance.now();
      const told = await tab.evaluate(() => held());
      return { ...told, roundTrip: performance.now() - asked };
    };
    const without = await measured(NEUTRAL);
    const before = await attempts();
    const withUs = await measured(ANEF);
    const figures = (one: typeof withUs): string =>
      `longest ${Math.round(one.longest)} ms, held ${Math.round(one.held)} of ${Math.round(one.span)} ms, answer ${Math.round(one.roundTrip)} ms`;
    const ratio = (withUs.held + 50) / (without.held + 50);
    console.info(
      `${browser}, ${name}: with ${figures(withUs)}; without ${figures(without)}; ratio ${ratio.toFixed(1)}`,
    );
    expect(withUs.longest).toBeLessThan(without.longest + LONGEST_READING_MS);
    expect(withUs.roundTrip).toBeLessThan(without.roundTrip + LONGEST_READING_MS);
    // A reading is followed by ten times as much peace (PEACE_PER_READING): in this span, two at most are long.
    expect(withUs.held - without.held).toBeLessThan(MEASURE_MS / 2);
    const written = (await attempts()) - before;
    expect(written).toBeGreaterThanOrEqual(0);
    expect(written, 'one line or none, however much it moves').toBeLessThanOrEqual(1);
    const popup = await product.session.clickToolbar(tab);
    await popup.waitFor('[data-action="capture-view"]:not([disabled])');
    await popup.close();
    const pictures = await byHand(product);
    await captureByHand(product.session, tab);
    expect(await byHand(product)).toBe(pictures + 1);
  });

  it('that forges messages, frames our pages and clicks our note writes nothing and learns nothing', async () => {
    const before = await attempts();
    await go(plainPage());
    await expectOneAttempt(before);
    await until('no note in the page', async () => ((await noteShown()) ? true : null));
    const lines = await product.journal.lines();
    const learned = await tab.evaluate(forge, { base: product.session.baseUrl, id: product.session.extensionId });
    expect(learned).toEqual({
      sent: [],
      fetched: [],
      loaded: [],
      framed: false,
      noteRoot: true,
      noteStays: true,
      databases: [],
      stored: 0,
    });
    await wait(2_000);
    expect(await product.journal.lines()).toEqual(lines);
    expect(await noteShown(), 'the last removal stands: the note is gone, and nothing broke').toBe(false);
    await expectCapture();
  });

  it('with the strictest policy still gets a note that is drawn as ours', async () => {
    const before = await attempts();
    await go(plainPage(), { 'Content-Security-Policy': "default-src 'none'; style-src 'none'" });
    await expectOneAttempt(before);
    await until('no note in the page', async () => ((await noteShown()) ? true : null));
    await wait(500);
    const picture = await tab.screenshot();
    if (process.env['KEEP_PICTURES']) writeFileSync(`${process.env['KEEP_PICTURES']}/csp-${browser}.png`, picture);
    const { width, height, data } = PNG.sync.read(picture);
    let green = 0;
    let paper = 0;
    for (let at = 0; at < data.length; at += 4) {
      const colour = ((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0);
      if (colour === 0x1f5c3d) green += 1;
      if (colour === 0xfffdf8) paper += 1;
    }
    // The green edge (5 px) and the paper of a note of some 330 × 150 px, in a corner.
    expect(green).toBeGreaterThan(300);
    expect(paper).toBeGreaterThan(20_000);
    expect(paper).toBeLessThan((width * height) / 4);
  });

  it('whose title and texts hold markup sees it shown as text, in the note, the popup and the journal', async () => {
    const { session, portal, journal } = product;
    const before = await attempts();
    await go(markupPage());
    await expectOneAttempt(before);
    await until('no note in the page', async () => ((await noteShown()) ? true : null));
    const attempt = (await journal.ofKind('attempt')).at(-1);
    expect(attempt?.data.title).toContain('<img src=/vole.png');
    expect(JSON.stringify(attempt?.data.extracted)).toContain('<script>alert(1)</script>');
    await captureByHand(session, tab);
    const capture = (await journal.ofKind('capture')).at(-1);
    const popup = await session.clickToolbar(tab);
    await popup.waitFor('[data-page-status="blocked"]');
    expect(await popup.evaluate(planted)).toEqual([]);
    await popup.close();
    const screen = await session.openPage('journal.html');
    for (const seq of [attempt?.seq, capture?.seq]) {
      await screen.goto(`${session.baseUrl}journal.html#/piece/${seq}`);
      // The page that never stands still, in the other window, takes its share of the machine meanwhile.
      await screen.waitFor(`[data-entry="${seq}"]`, { timeout: 60_000 });
      await screen.waitForText(MARKUP.slice(0, 40));
      expect(await screen.evaluate(planted)).toEqual([]);
    }
    await screen.close();
    expect(await tab.evaluate(() => document.documentElement.dataset['vole'] ?? '')).toBe('');
    expect(portal.requests.filter((request) => request.path.includes('vole'))).toEqual([]);
  });
});

/** Pictures that the popup asked for: the gesture that opens it may bring an automatic one at the same time. */
async function byHand({ journal }: Product): Promise<number> {
  return (await journal.ofKind('capture')).filter(({ data }) => data.trigger === 'popup').length;
}

/** Last, when both have had the time that giving up takes. */
describe.each(BROWSERS)('a page that never stands still in %s', (browser) => {
  it('is left in peace in the end; the popup says so, and it can still be captured', async () => {
    const started = products.get(browser);
    if (!started) throw new Error('not started');
    const { product, moving, since } = started;
    const seconds = (): number => Math.round((Date.now() - since) / 1_000);
    // Spaces apart: French puts unbreakable ones before its signs.
    const plain = (text: string): string => text.replace(/\s+/g, ' ');
    const sentence = plain(t('popup.never-settled'));
    const said = async (): Promise<boolean> => {
      const popup = await product.session.clickToolbar(moving);
      await popup.waitFor('[data-action="capture-view"]:not([disabled])');
      const text = plain(await popup.text());
      await popup.close();
      return text.includes(sentence);
    };
    await moving.bringToFront();
    await until(
      () => `the popup does not say that the page never settled, ${seconds()} s on`,
      async () => {
        if (await said()) return true;
        await wait(3_000);
        return null;
      },
      Math.max(20_000, EXHAUSTED_MS - (Date.now() - since)),
    );
    console.info(`${browser}: left in peace after ${seconds()} s at most`);
    const lines = (await product.journal.ofKind('attempt')).filter((entry) => entry.data.url.endsWith('/remous'));
    expect(lines.length).toBeLessThanOrEqual(1);
    const captures = await byHand(product);
    await captureByHand(product.session, moving);
    expect(await byHand(product)).toBe(captures + 1);
    expect(await product.session.errors()).toEqual([]);
  });
});

/** Elements, handlers and dialogs that markup of a page would have become in a document of ours. */
function planted(): string[] {
  return [...document.querySelectorAll('[src*="vole"],[onerror],main script,article script')].map(
    (one) => one.outerHTML,
  );
}

/** Everything that a page can try from its own world; gives what it obtained. */
async function forge({ base, id }: { base: string; id: string }) {
  const state = {
    document: '00000000-0000-4000-8000-000000000000',
    facts: {
      url: location.href,
      firstUrl: location.href,
      title: 'forgé',
      lang: 'fr',
      status: 200,
      headings: [],
      alerts: [],
      texts: ['Il est trop tôt pour demander le renouvellement de votre titre de séjour.'],
      actions: [],
      fields: [],
      choices: [],
      truncated: false,
    },
    returns: 0,
    quiet: true,
    at: 1,
    exhausted: false,
  };
  const messages = [
    { to: 'background', name: 'page-seen', body: state },
    { to: 'background', name: 'owner-answer', body: { dossier: null } },
    { to: 'background', name: 'capture', body: { tabId: 1, method: 'screen', intent: state.document } },
    { to: 'content', name: 'note', body: { visible: false } },
  ];
  const world = globalThis as unknown as Record<
    string,
    {
      runtime?: { sendMessage?: (...words: unknown[]) => Promise<unknown>; connect?: (...words: unknown[]) => unknown };
    }
  >;
  const sent: string[] = [];
  for (const name of ['chrome', 'browser']) {
    const runtime = world[name]?.runtime;
    for (const message of messages) {
      const answer = await Promise.race([
        Promise.resolve()
          .then(() => runtime?.sendMessage?.(id, message))
          // Refused by the browser: the forged message got no answer, which is what is asserted below.
          .catch(() => undefined),
        new Promise((done) => setTimeout(done, 500)),
      ]);
      if (answer !== undefined) sent.push(`${name}: ${JSON.stringify(answer)}`);
    }
  }
  for (const message of messages) {
    window.postMessage(message, '*');
    for (const target of [window, document, document.documentElement])
      for (const type of ['message', 'page-seen', 'carnet-de-demarches', 'carnet-note'])
        target.dispatchEvent(new CustomEvent(type, { detail: message, bubbles: true }));
  }
  const files = ['journal.html', 'popup.html', 'manifest.json', 'observe.js', 'full-page.js', 'icon/16.png'];
  const fetched: string[] = [];
  const loaded: string[] = [];
  for (const file of files) {
    await fetch(base + file).then(
      (answer) => fetched.push(`${file} ${answer.status}`),
      () => undefined,
    );
    const element = file.endsWith('.js') ? document.createElement('script') : document.createElement('img');
    const got = await new Promise<boolean>((done) => {
      element.onload = () => done(true);
      element.onerror = () => done(false);
      setTimeout(() => done(false), 1_500);
      element.src = base + file;
      document.body.append(element);
    });
    if (got) loaded.push(file);
    element.remove();
  }
  const frame = document.createElement('iframe');
  frame.src = `${base}journal.html`;
  let spoke = false;
  window.addEventListener('message', (event) => {
    if (event.source === frame.contentWindow) spoke = true;
  });
  document.body.append(frame);
  await new Promise((done) => setTimeout(done, 1_500));
  frame.contentWindow?.postMessage(messages[0], '*');
  await new Promise((done) => setTimeout(done, 300));
  const framed = spoke;
  frame.remove();

  const find = (): HTMLElement | null => document.querySelector('[data-carnet-note]');
  const host = find();
  const noteRoot = host !== null && host.shadowRoot === null;
  host?.click();
  for (const type of ['click', 'keydown', 'pointerdown', 'close'])
    host?.dispatchEvent(new KeyboardEvent(type, { key: 'Escape', bubbles: true, composed: true }));
  await new Promise((done) => setTimeout(done, 200));
  const noteStays = find() === host && host !== null && getComputedStyle(host).display !== 'none';
  for (let turn = 0; turn < 1_000; turn += 1) {
    host?.remove();
    if (host && turn < 999) document.body.append(host);
  }
  const named = await indexedDB.databases();
  return {
    sent,
    fetched,
    loaded,
    framed,
    noteRoot,
    noteStays,
    databases: named.map((one) => one.name ?? ''),
    stored: localStorage.length + sessionStorage.length + document.cookie.length,
  };
}
