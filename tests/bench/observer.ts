/** Main-thread time of the observer for each settled burst of changes, beside the same page without it: pages of 3,000 and 50,000 nodes. */
import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import type { CDPSession, Page } from 'playwright-core';
import { findChromium, launchChromium } from '../commands/chromium';
import { evaluateIsolated } from '../commands/recognise-pages';

const ROOT = new URL('../..', import.meta.url).pathname;
const URL_OF_PAGE = 'https://administration-etrangers-en-france.interieur.gouv.fr/usagers/#/sejour';
const BURSTS = 15;
const SIZES = [3_000, 50_000];

/** A page of about so many nodes: sections of ordinary text, links and lists. */
function pageOf(nodes: number): string {
  const sections: string[] = [];
  for (let at = 0; at * 17 < nodes; at += 1) {
    sections.push(
      `<section class="card"><h3>Section ${at}</h3><p>Une ligne de <b>texte</b> pour voir.</p><ul><li><a href="#x">Lien ${at}</a></li><li>Autre ligne</li></ul></section>`,
    );
  }
  return `<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Mesure</title><style>body{font:16px sans-serif}.card{border:1px solid;padding:4px;overflow:hidden}.on{color:#060}</style></head><body><header><a href="#">Mon compte</a></header><main>${sections.join('')}</main></body></html>`;
}

/** One burst, as a page makes them: a text, a new section, a class. */
const BURST = `(n) => { const main = document.querySelector('main'); const at = (k) => main.children[(n * 37 + k) % main.children.length];
  at(0).querySelector('p').firstChild.data = 'Changé ' + n; main.append(at(3).cloneNode(true)); at(9).classList.toggle('on'); }`;

/** The shipped observer with its messages counted instead of sent: the background is another process. */
async function observerScript(): Promise<string> {
  const built = await build({
    stdin: {
      contents: `globalThis.chrome = { runtime: { id: 'bench', sendMessage: async (m) => { structuredClone(m); globalThis.told = (globalThis.told ?? 0) + 1; return {}; }, onMessage: { addListener() {} } } };
        import('./lib/flow/content').then((m) => m.startObserving());`,
      resolveDir: ROOT,
      loader: 'ts',
    },
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: 'es2022',
    alias: { '@': ROOT.replace(/\/$/, '') },
  });
  return built.outputFiles[0]?.text ?? '';
}

/** Milliseconds of processor time that the page's main thread has used so far. */
async function spent(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  const value = (name: string): number => metrics.find((one) => one.name === name)?.value ?? 0;
  return value('TaskDuration') * 1_000;
}

interface Measured {
  readonly load: number;
  readonly bursts: number[];
}

async function measure(page: Page, script: string | null): Promise<Measured> {
  const session = await page.context().newCDPSession(page);
  // Processor time of the thread, not the clock: a busy machine does not count.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const before = await spent(session);
  if (script) await evaluateIsolated(page, script, '0');
  await page.waitForTimeout(4_000);
  const load = (await spent(session)) - before;
  const bursts: number[] = [];
  for (let at = 0; at < BURSTS; at += 1) {
    const start = await spent(session);
    await page.evaluate(`(${BURST})(${at})`);
    await page.waitForTimeout(1_000);
    bursts.push((await spent(session)) - start);
    // A silence of five seconds is what forgives readings; a gesture does it sooner.
    await page.keyboard.press('Shift');
    await page.waitForTimeout(700);
  }
  return { load, bursts };
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

async function main(): Promise<void> {
  const path = findChromium();
  if (!path) throw new Error('Chromium is not installed');
  const script = await observerScript();
  const bytes = readFileSync(`${ROOT}/.output/chrome-mv3/observe.js`).length;
  console.log(
    `injected on a granted host: ${bytes} bytes (goal 25,000); on any other host: 0 (tests/e2e/observer.test.ts)`,
  );
  const browser = await launchChromium(path);
  try {
    for (const size of SIZES) {
      const results: Measured[] = [];
      for (const one of [null, script]) {
        const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
        await page.route('**/*', (route) =>
          route.fulfill({ contentType: 'text/html; charset=utf-8', body: pageOf(size) }),
        );
        await page.goto(URL_OF_PAGE);
        await page.waitForTimeout(1_500);
        results.push(await measure(page, one));
        await page.close();
      }
      const [without, with_] = results as [Measured, Measured];
      const [bare, full] = [median(without.bursts), median(with_.bursts)];
      console.log(
        `${size} nodes: settled burst ${full.toFixed(1)} ms with, ${bare.toFixed(1)} ms without (× ${(full / bare).toFixed(2)}): observer ${(full - bare).toFixed(1)} ms (goal ${size > 10_000 ? 20 : 5}); first reading ${(with_.load - without.load).toFixed(0)} ms in slices`,
      );
    }
  } finally {
    await browser.close();
  }
}

await main();
