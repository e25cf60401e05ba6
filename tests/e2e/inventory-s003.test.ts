/**
 * The lawyers' own example, « INVENTAIRE DES PIÈCES COMMUNIQUÉES » (S003:1649-1661), replayed as a real dossier: its
 * eight pièces from recognised pages and imported files to the checklist, in both browsers. Everybody in it is invented.
 */
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChecklistView } from '@/lib/domain/checklist-types';
import { AUTO_REPLY, eml, onePage } from '../unit/imports/documents';
import { phonePng } from '../unit/imports/pictures';
import type { Tab } from './drivers';
import { BROWSERS, captureByHand, captureIn, openProduct, type Product, pageRead } from './support/product';
import { fileIn, verifyFile } from './support/zip-file';

const ROOT = new URL('../..', import.meta.url).pathname;
const PREFECTURE = 'https://www.seine-saint-denis.gouv.fr/*';

/** Pièces 1, 2, 3, 6 and 8: pages that the extension recognises, in the order of the inventory. */
const PAGES = [
  ['prefecture/channel.93', 'channel'],
  ['anef/account-refused.new-number', 'account-refused'],
  ['anef/titre-non-remis.new-condition', 'titre-non-remis'],
  ['anef/contact-sent.new-request', 'contact-sent'],
  ['demarche-numerique/closed-without-action', 'closed-without-action'],
] as const;

const MAIL = eml(
  [
    'From: Mesange Inventee <mesange@exemple.invalid>',
    'To: appui-numerique@prefecture.exemple.invalid',
    'Subject: Depot impossible sur le portail',
    'Date: Thu, 5 Nov 2026 09:12:00 +0100',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
  ],
  'Bonjour, le portail ne me laisse pas déposer ma demande.\r\n',
);

/** Pièces 4, 5, 6 (the replies) and 7: files, with what the person says of each. */
interface Given {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly shows: string;
  /** An exchange of its own, the one of that channel, or none. */
  readonly attach: 'none' | 'new' | 'CCC_FORM';
}
const GIVEN: readonly Given[] = [
  {
    file: 'attestation.pdf',
    bytes: onePage('Attestation de depot du 15 janvier 2024'),
    shows: 'other',
    attach: 'none',
  },
  { file: 'appel.png', bytes: phonePng(), shows: 'call-log', attach: 'new' },
  { file: 'accuse.eml', bytes: AUTO_REPLY, shows: 'auto-reply', attach: 'CCC_FORM' },
  { file: 'courriel.eml', bytes: MAIL, shows: 'message', attach: 'new' },
];

async function finishWelcome({ session }: Product): Promise<void> {
  const welcome = await session.waitForPage('welcome.html');
  await welcome.bringToFront();
  await welcome.choose({ role: 'combobox', name: 'Votre département' }, '93');
  await welcome.click('[data-action="add-department"]');
  await welcome.fill({ role: 'textbox', name: 'Nom de votre dossier' }, 'Mésange');
  await session.acceptHosts([PREFECTURE], () => welcome.click('[data-action="finish"]'));
  await welcome.waitFor('[data-banner="welcome-finished"]');
  await welcome.close();
}

/** The page that says « message sent »: captured, then counted as the proof that the CCC was written to. */
async function captureAsProof({ session }: Product, site: Tab): Promise<void> {
  await site.bringToFront();
  await pageRead();
  const popup = await session.clickToolbar(site);
  await popup.waitFor('[data-action="capture-view"]:not([disabled]), [data-owner]');
  // A page without any mark of the login, after one that had them: whose page is it?
  if ((await popup.count('[data-action="owner-yes"]')) > 0) {
    await popup.click('[data-action="owner-yes"]');
    await popup.waitFor('[data-action="capture-view"]:not([disabled])');
  }
  await captureIn(popup);
  await popup.click('[data-action="count-proof"]');
  await popup.waitFor('[data-banner="proof-counted"]');
  await popup.close();
}

/** Files added by hand, each with its words; the date that each file gives is taken by a press. */
async function addFiles({ journal: reader }: Product, tab: Tab, folder: string): Promise<void> {
  await tab.setFiles(
    '[data-field="files"]',
    GIVEN.map(({ file }) => join(folder, file)),
  );
  await tab.waitFor(`li:nth-child(${GIVEN.length})[data-import="ready"]`, { timeout: 60_000 });
  for (const [index, { shows, attach }] of GIVEN.entries()) {
    const line = `li:nth-child(${index + 1})`;
    await tab.choose(`${line} [data-field="shows"]`, shows);
    const [sent] = (await reader.ofKind('exchange')).filter((one) => one.data.channel === attach);
    await tab.choose(`${line} [data-field="attach"]`, sent ? String(sent.seq) : attach);
    await tab.click(`${line} [data-action="take-date"]`);
    await tab.click(`${line} [data-action="save-import"]`);
    await tab.waitFor(`${line}[data-import="saved"]`);
  }
}

/** What the home says, as the checklist of the command says it. */
function shownOn(tab: Tab): Promise<{ next: string; missing: string[]; states: Record<string, string> }> {
  return tab.evaluate(() => ({
    next: document.querySelector<HTMLElement>('[data-home="next"]')?.dataset['next'] ?? '',
    missing: [...document.querySelectorAll<HTMLElement>('[data-missing]')].map((one) => one.dataset['missing'] ?? ''),
    states: Object.fromEntries(
      [...document.querySelectorAll<HTMLElement>('[data-step]')].map((one) => [
        one.dataset['step'] ?? '',
        one.dataset['state'] ?? '',
      ]),
    ),
  }));
}

describe.each(BROWSERS)('the eight pièces of S003 in %s', (browser) => {
  let product: Product;
  let folder: string;
  let tab: Tab;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'carnet-inventaire-'));
    for (const { file, bytes } of GIVEN) await writeFile(join(folder, file), bytes);
    product = await openProduct(browser, { timeZone: 'Europe/Paris' });
    await finishWelcome(product);
  });
  afterAll(async () => {
    await product.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('takes its five pages by hand, each recognised for what it is', async () => {
    const site = await product.session.newTab(product.portal.show(PAGES[0][0]));
    for (const [fixture, page] of PAGES) {
      await site.goto(product.portal.show(fixture));
      await (page === 'contact-sent' ? captureAsProof(product, site) : captureByHand(product.session, site));
    }
    const captured = (await product.journal.ofKind('capture')).filter((one) => one.data.trigger === 'popup');
    expect(captured.map((one) => one.data.page?.page)).toEqual(PAGES.map(([, page]) => page));
    expect((await product.journal.waitFor('exchange', 1)).map((one) => one.data.channel)).toEqual(['CCC_FORM']);
  });

  it('takes its four files, each with its own date, none of them an answer', async () => {
    tab = await product.session.openPage('journal.html#/ajouter');
    await tab.waitFor('[data-field="files"]');
    await addFiles(product, tab, folder);
    const imported = await product.journal.ofKind('imported');
    expect(imported.map((one) => [one.data.what, one.data.fileDate?.from])).toEqual([
      ['pdf', 'pdf-info'],
      ['picture', 'exif'],
      ['mail', 'mail-header'],
      ['mail', 'mail-header'],
    ]);
    const exchanges = await product.journal.ofKind('exchange');
    expect(exchanges.map((one) => one.data.channel)).toEqual(['CCC_FORM', 'CCC_PHONE', 'PREF_MAIL']);
    expect((await product.journal.ofKind('exchange-outcome')).map((one) => one.data.outcome)).toEqual(['AUTO_REPLY']);
  });

  it('says what is done, what is missing, and that no key is there: the deck’s file had no registered letter', async () => {
    await tab.click('nav a[href="#/"]');
    await tab.waitFor('[data-part="home"] [data-step]');
    const shown = await shownOn(tab);
    expect(shown.states).toMatchObject({ S1: 'done', S3: 'todo', S4: 'todo', S5: 'todo' });
    expect(['waiting', 'no-answer']).toContain(shown.states['S2']);
    expect(shown.missing).toEqual(['S4']);
    expect((await tab.text()).replaceAll('\u00a0', ' ')).toContain(
      'Il manque : le constat de la préfecture OU l’attestation du CCC',
    );
  });

  it('exports a bag that verifies, whose journal gives the same checklist to the command', async () => {
    const shown = await shownOn(tab);
    await tab.click('nav a[href="#/export"]');
    await tab.click('[data-action="export"]');
    const zip = await product.session.waitForDownload(/\.zip$/);
    expect((await verifyFile(zip)).verdict).toBe('intact');
    const journal = join(folder, 'journal.jsonl');
    await writeFile(journal, fileIn(zip, 'data/journal.jsonl'));
    const run = spawnSync(
      join(ROOT, 'node_modules/.bin/tsx'),
      [
        join(ROOT, 'tests/commands/checklist.ts'),
        journal,
        '--track',
        'T1',
        '--now',
        new Date().toISOString(),
        '--json',
      ],
      { encoding: 'utf8', cwd: ROOT },
    );
    expect(run.status, run.stderr).toBe(0);
    const view = JSON.parse(run.stdout) as ChecklistView;
    expect(Object.fromEntries(view.steps.map(({ id, state }) => [id, state]))).toEqual(shown.states);
    expect(view.missing).toEqual(shown.missing);
    expect(view.substitution).toEqual({ invitedByPrefecture: null, attestedByCcc: null });
  });

  it('says nothing in the console', async () => {
    expect(await product.session.errors()).toEqual([]);
  });
});
