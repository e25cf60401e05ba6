/** Measures the capture in the real browsers and prints a table; the yardstick is the driver's own screenshot of the same run. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import type { StampFacts } from '@/lib/capture/stamp-layout';
import { openChromium } from './capture/chromium';
import { compare, cut } from './capture/compare';
import { openFirefox } from './capture/firefox';
import { serveSite } from './capture/site';
import type { Bench } from './capture/worker';

interface AnyGrip {
  readonly page: {
    goto(url: string): Promise<unknown>;
    evaluate(code: string): Promise<unknown>;
    screenshot(options?: { fullPage: boolean }): Promise<Uint8Array | Buffer>;
  };
  call<N extends keyof Bench>(name: N, ...args: Parameters<Bench[N]>): Promise<Awaited<ReturnType<Bench[N]>>>;
  click(): Promise<void>;
  close(): Promise<void>;
}

/** What a capture must leave as it was. */
const STATE = `JSON.stringify([scrollY, document.activeElement?.id ?? '', String(getSelection()), document.documentElement.outerHTML, [...document.querySelectorAll('*')].filter((e) => e.scrollTop).map((e) => e.className + Math.round(e.scrollTop))])`;
/** What a person may have done before: scrolled, typed, selected. Events heard meanwhile are noted. */
const DISTURB = `(() => { scrollTo({ top: 777, behavior: 'instant' }); document.querySelector('#search')?.focus({ preventScroll: true });
  const title = document.querySelectorAll('h2')[7]; if (title) getSelection().selectAllChildren(title);
  setTimeout(() => { window.heard = []; for (const type of ['blur', 'focusin', 'transitionstart', 'selectionchange']) addEventListener(type, (event) => window.heard.push(event.type), true); }, 200); })()`;
const URL_OF_STAMP =
  'https://administration-etrangers-en-france.interieur.gouv.fr/particuliers/#/espace-personnel/mes-demandes';
const OUT = process.env['OUT'];

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const png = (base64: string): Buffer => Buffer.from(base64, 'base64');

function save(name: string, bytes: Buffer): void {
  if (!OUT) return;
  mkdirSync(OUT, { recursive: true });
  writeFileSync(join(OUT, name), bytes);
}

async function tabOf(grip: AnyGrip): Promise<number> {
  return (await grip.call('tabs')).findLast((tab) => tab.active)?.id ?? -1;
}

async function visible(grip: AnyGrip, name: string): Promise<void> {
  const tab = await tabOf(grip);
  const taken = await grip.call('visible', tab);
  if (!taken.picture) throw new Error(`visible: ${taken.error}`);
  const difference = compare(png(taken.picture.base64), Buffer.from(await grip.page.screenshot()));
  console.log(
    `${name} | visible | ${Math.round(taken.ms)} ms | ${difference.exact} % different | ratio ${taken.picture.devicePixelRatio}`,
  );
  const start = performance.now();
  const rapid = await grip.call('rapid', tab, 10);
  console.log(
    `${name} | 10 at once | ${Math.round(performance.now() - start)} ms | ${rapid.filter((one) => one.picture).length} pictures, errors: ${rapid.flatMap((one) => one.error ?? []).join() || 'none'}`,
  );
  await stamped(grip, name, taken.picture);
}

async function stamped(
  grip: AnyGrip,
  name: string,
  picture: { base64: string; devicePixelRatio: number; width: number; height: number },
): Promise<void> {
  const facts: Partial<StampFacts> & { instant: number } = {
    instant: Date.parse('2026-10-25T01:30:00.000Z'),
    url: URL_OF_STAMP,
    masked: true,
    serverClockSeconds: -3,
  };
  const stamp = await grip.call('stamp', picture.base64, facts, picture.devicePixelRatio);
  if (!stamp.base64) throw new Error(`stamp: ${stamp.error} ${stamp.cause}`);
  const bytes = png(stamp.base64);
  const original = PNG.sync.read(png(picture.base64));
  const top = cut(PNG.sync.read(bytes), original.width, original.height).equals(
    cut(original, original.width, original.height),
  );
  const file = join('/tmp', `bench-stamp-${process.pid}.png`);
  writeFileSync(file, bytes);
  const text = execFileSync('tesseract', [file, '-', '-l', 'fra'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).replace(/\s/g, '');
  const found = {
    host: 'administration-etrangers-en-france.interieur.gouv.fr',
    route: '#/espace-personnel/mes-demandes',
    minute: '25/10/202602:30',
    offset: 'UTC+1',
  };
  const read = Object.entries(found).map(([what, wanted]) => `${what} ${text.includes(wanted) ? 'yes' : 'NO'}`);
  console.log(
    `${name} | stamp | ${Math.round(stamp.ms)} ms | original's pixels ${top ? 'equal' : 'ALTERED'} | read by tesseract: ${read.join(', ')}`,
  );
  save(`${name}-stamped.png`, bytes);
}

async function fullPage(grip: AnyGrip, name: string, origin: string, path: string): Promise<void> {
  await grip.page.goto(origin + path);
  await grip.click();
  await grip.page.evaluate(DISTURB);
  await wait(1_000);
  const before = await grip.page.evaluate(STATE);
  const taken = await grip.call('fullPage', await tabOf(grip));
  await wait(500);
  const same = (await grip.page.evaluate(STATE)) === before;
  const heard = await grip.page.evaluate('window.heard.join()');
  let outcome = taken.error ?? '';
  if (taken.picture) {
    await grip.page.evaluate(`scrollTo({ top: 0, behavior: 'instant' })`);
    await wait(300);
    const { exact, sizes } = compare(
      png(taken.picture.base64),
      Buffer.from(await grip.page.screenshot({ fullPage: true })),
    );
    outcome = `${taken.picture.method}, ${taken.picture.views} views, ${exact} % different (${sizes})`;
    save(`${name}${path.replace('/', '-')}.png`, png(taken.picture.base64));
  }
  console.log(
    `${name} | full page ${path} | ${Math.round(taken.ms)} ms | ${outcome} | ${same ? 'page as before' : 'PAGE CHANGED'}, events heard: ${heard || 'none'}`,
  );
}

/** Stops a capture half-way: by the person, then by the death of the worker. */
async function interrupted(origin: string): Promise<void> {
  const grip = await openChromium(1);
  try {
    await grip.page.goto(`${origin}/long`);
    await grip.click();
    await grip.page.evaluate(DISTURB);
    await wait(300);
    const before = await grip.page.evaluate(STATE);
    const cancelled = await grip.call('fullPage', await grip.call('activeTab'), undefined, 1_500);
    await wait(300);
    console.log(
      `cancelled after 1.5 s | ${cancelled.error} | ${(await grip.page.evaluate(STATE)) === before ? 'page as before' : 'PAGE CHANGED'}`,
    );
    const running = grip.call('fullPage', await grip.call('activeTab')).then(
      () => 'went on',
      () => 'stopped',
    );
    await wait(1_500);
    const during = await grip.page.evaluate('scrollY');
    await grip.killWorker();
    await wait(500);
    console.log(
      `worker killed at scroll ${during} | ${await running} | ${(await grip.page.evaluate(STATE)) === before ? 'page as before' : 'PAGE CHANGED'}`,
    );
  } finally {
    await grip.close();
  }
}

async function browserRun(name: string, open: () => Promise<AnyGrip>, origin: string): Promise<void> {
  const grip = await open();
  try {
    await grip.page.goto(`${origin}/short`);
    await grip.click();
    await visible(grip, name);
    for (const path of ['/short', '/long', '/pinned', '/inner', '/growing', '/tall', '/huge'])
      await fullPage(grip, name, origin, path);
  } finally {
    await grip.close();
  }
}

async function main(): Promise<void> {
  const site = await serveSite();
  try {
    for (const scale of [1, 1.25, 2]) await browserRun(`chromium-${scale}`, () => openChromium(scale), site.origin);
    for (const scale of [1, 2]) await browserRun(`firefox-${scale}`, () => openFirefox(scale), site.origin);
    await interrupted(site.origin);
  } finally {
    site.close();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
