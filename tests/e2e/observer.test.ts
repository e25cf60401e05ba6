/** Single-page navigation in the built extension, both browsers: exactly one attempt for each real state of a document. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Tab } from './drivers/types';
import { BROWSERS, builtExtension, openProduct, type Product } from './support/product';

const ANEF = 'administration-etrangers-en-france.interieur.gouv.fr';
const OTHER = 'demarche.numerique.gouv.fr';
/** Long enough for a second line to show up if there were one. */
const SETTLED_MS = 2_500;
const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

const TOO_EARLY =
  '<h1>Renouvellement</h1><p>Il est trop tôt pour demander le renouvellement de votre titre de séjour.</p>';
const NOT_HANDED =
  '<h1>Demande impossible</h1><p>Votre demande ne peut aboutir car votre titre ne vous a pas été remis.</p>';
const SKELETON = '<div aria-busy="true"><p>Chargement…</p></div>';

const pageOf = (main: string, script = ''): string =>
  `<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Étrangers en France</title></head><body><header><a href="#">Mon compte</a></header><main id="main">${main}</main><script>${script}</script></body></html>`;

/** Puts something else on the page, as its own code would. */
const render = (tab: Tab, html: string): Promise<void> =>
  tab.evaluate((content: string) => {
    const main = document.querySelector('main');
    if (main) main.innerHTML = content;
  }, html);

describe.each(BROWSERS)('single-page navigation in %s', (browser) => {
  let product: Product;
  let tab: Tab;

  beforeAll(async () => {
    product = await openProduct(browser);
    // The journal is there once the welcome page is.
    await product.session.waitForPage('welcome.html');
    await wait(1_000);
    tab = await product.session.newTab('about:blank');
  });
  afterAll(async () => {
    await product.close();
  });
  beforeEach(async () => {
    product.portal.reset();
    visit += 1;
    await tab.goto('about:blank');
  });

  let visit = 0;
  // Another query for each test: the pages may be cached, which the browser's back/forward cache asks for.
  const url = (path: string): string => `https://${ANEF}${path.replace('#', `?essai=${visit}#`)}`;
  const serve = (path: string, main: string, script = ''): void => {
    product.portal.set(ANEF, path, { body: pageOf(main, script), cacheSeconds: 600 });
  };
  const total = async (): Promise<number> => (await product.journal.ofKind('attempt')).length;

  /** Rows of the attempts written while `act` ran and a while after. */
  async function rowsOf(act: () => Promise<unknown>, still = SETTLED_MS): Promise<(string | undefined)[]> {
    const before = await total();
    await act();
    await wait(still);
    return (await product.journal.ofKind('attempt')).slice(before).map((line) => line.data.page?.page);
  }

  it('hash routes: each real state once, in order; a way back is a new state', async () => {
    serve('/usagers/*', SKELETON);
    const rows = await rowsOf(async () => {
      await tab.goto(url('/usagers/#/a'));
      for (const [hash, html] of [
        ['#/b', TOO_EARLY],
        ['#/c', SKELETON],
        ['#/d', NOT_HANDED],
        ['#/b', TOO_EARLY],
      ] as const) {
        await tab.evaluate((to: string) => {
          location.hash = to;
        }, hash);
        await render(tab, html);
        await wait(1_500);
      }
    });
    expect(rows).toEqual(['too-early', 'titre-non-remis', 'too-early']);
  });

  it('the same row re-rendered is one attempt; two rows in one document without a change of address are two', async () => {
    serve('/usagers/*', TOO_EARLY);
    const rows = await rowsOf(async () => {
      await tab.goto(url('/usagers/#/x'));
      await wait(1_500);
      await render(tab, `<section>${TOO_EARLY}</section><p>Mis à jour</p>`);
      await wait(1_500);
      await render(tab, NOT_HANDED);
    });
    expect(rows).toEqual(['too-early', 'titre-non-remis']);
  });

  it('a slow answer behind a skeleton: one attempt once it has come, none before', async () => {
    serve(
      '/usagers/*',
      SKELETON,
      `fetch('/api/lent').then((answer) => answer.json()).then(({ html }) => { main.innerHTML = html; });`,
    );
    product.portal.set(ANEF, '/api/lent', { delayMs: 10_000, body: JSON.stringify({ html: TOO_EARLY }) });
    const before = await total();
    await tab.goto(url('/usagers/#/lent'));
    await wait(6_000);
    expect(await total()).toBe(before);
    await product.journal.waitFor('attempt', before + 1);
    await wait(SETTLED_MS);
    expect(await total()).toBe(before + 1);
  });

  it('what flashes for less than 300 ms is no state', async () => {
    serve('/usagers/*', SKELETON);
    const rows = await rowsOf(async () => {
      await tab.goto(url('/usagers/#/flash'));
      await wait(1_500);
      await tab.evaluate(
        ([flash, after]: readonly [string, string]) => {
          const main = document.querySelector('main');
          if (!main) return;
          main.innerHTML = flash;
          setTimeout(() => {
            main.innerHTML = after;
          }, 150);
        },
        [TOO_EARLY, SKELETON] as const,
      );
    });
    expect(rows).toEqual([]);
  });

  it('back from the browser’s cache: the same state of the same document, no second attempt', async () => {
    serve('/usagers/*', TOO_EARLY);
    product.portal.set(OTHER, '*', { body: pageOf('<h1>Ailleurs</h1>'), cacheSeconds: 600 });
    const rows = await rowsOf(async () => {
      await tab.goto(url('/usagers/#/cache'));
      await tab.evaluate(() => {
        (globalThis as unknown as { kept: boolean }).kept = true;
      });
      await wait(1_500);
      await tab.goto(`https://${OTHER}/ailleurs`);
      await wait(1_000);
      await tab.evaluate(() => history.back());
      await wait(1_500);
    });
    const kept = await tab.evaluate(() => (globalThis as unknown as { kept?: boolean }).kept === true);
    // A browser that did not keep the document loaded it again: that is a navigation, and another attempt.
    expect(rows).toEqual(kept ? ['too-early'] : ['too-early', 'too-early']);
    if (!kept) return;
    expect(await rowsOf(() => render(tab, NOT_HANDED))).toEqual(['titre-non-remis']);
  });

  it('a quick reload is a second attempt', async () => {
    serve('/usagers/*', TOO_EARLY);
    const rows = await rowsOf(async () => {
      const before = await total();
      await tab.goto(url('/usagers/#/encore'));
      await product.journal.waitFor('attempt', before + 1);
      // Not the driver's own: where the address has a « # », it only goes to the same place of the same document.
      await tab.evaluate(() => location.reload());
    });
    expect(rows).toEqual(['too-early', 'too-early']);
  });

  it('a page whose clock ticks ten times a second is one attempt, and is then left alone', async () => {
    serve(
      '/usagers/*',
      `${TOO_EARLY}<p id="tick">0</p>`,
      'let n = 0; setInterval(() => { tick.textContent = n++; }, 100);',
    );
    const rows = await rowsOf(() => tab.goto(url('/usagers/#/horloge')), 8_000);
    expect(rows).toEqual(['too-early']);
  });

  it('the worker killed between two states: one line each', async () => {
    serve('/usagers/*', TOO_EARLY);
    const rows = await rowsOf(async () => {
      await tab.goto(url('/usagers/#/tue'));
      await wait(1_500);
      await product.session.killWorker();
      await render(tab, `<div>${TOO_EARLY}</div>`);
      await wait(1_500);
      await product.session.killWorker();
      await render(tab, NOT_HANDED);
    }, 4_000);
    expect(rows).toEqual(['too-early', 'titre-non-remis']);
  });

  it('injects at most 25 kB, and nothing at all where nothing was granted', async () => {
    expect(statSync(join(builtExtension(browser), 'observe.js')).size).toBeLessThanOrEqual(25_000);
    await product.session.revokeHosts([`https://${OTHER}/*`]);
    try {
      product.portal.set(OTHER, '*', { status: 200, body: pageOf('<h1>Erreur inattendue</h1><p>Erreur 500</p>') });
      const rows = await rowsOf(() => tab.goto(`https://${OTHER}/dossiers`));
      expect(rows).toEqual([]);
      const registered = await product.session.evaluateInExtension(async () => {
        const api = (
          globalThis as unknown as { chrome: { scripting: { getRegisteredContentScripts(): Promise<unknown[]> } } }
        ).chrome.scripting;
        return JSON.stringify(await api.getRegisteredContentScripts());
      });
      expect(registered).toContain(ANEF);
      expect(registered).not.toContain(`https://${OTHER}/*`);
      expect(await tab.evaluate(() => document.querySelectorAll('[data-carnet-note]').length)).toBe(0);
    } finally {
      await product.session.grantHosts([`https://${OTHER}/*`]);
    }
  });
});
