/** LISEZ-MOI.html as a lawyer opens it: from the disk, offline, without the extension's help; it verifies, and asks nobody anything. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TIME_STAMP_TYPE } from '@/lib/domain/time-stamp';
import { exportDossier } from '@/lib/export/bag';
import { AUTHORITY_NAME, Authority } from '../unit/export/authority';
import { rawZip } from '../unit/export/raw-zip';
import { filesOf, utf8 } from '../unit/export/rebag';
import { sampleJournal } from '../unit/export/sample';
import { realVerifier } from '../unit/export/verifier-script';
import type { Tab } from './drivers';
import { overflow, violations } from './support/look';
import { BROWSERS, openProduct, type Product } from './support/product';

/** What would run, or close something, if a text were ever read as markup. */
const EVIL = '<img src=x onerror="document.title=1"><script>document.title=2</script>\'"></bdi>';
const PICTURE = 'data/captures/0003-original.png';

interface Papers {
  readonly folder: string;
  readonly page: string;
  readonly whole: string;
  readonly altered: string;
  readonly hostile: string;
  /** Whole, and its last line but one stamped by an authority of ours. */
  readonly dated: string;
}

/** The ZIP of a journal with a time-stamp. */
async function stampedZip(): Promise<Uint8Array<ArrayBuffer>> {
  const journal = await sampleJournal();
  const last = journal.lines.at(-1)?.entry;
  if (!last) throw new Error('no line to stamp');
  const authority = new Authority({ key: 'p256' });
  const token = await journal.blob(authority.answer(last.hash), TIME_STAMP_TYPE);
  authority.close();
  await journal.add('stamped', {
    target: last.seq,
    hash: last.hash,
    token: { ...token, type: TIME_STAMP_TYPE },
    url: 'https://horodatage.exemple.invalid/',
    authority: AUTHORITY_NAME,
  });
  return new Uint8Array(await (await exportDossier(journal.options())).blob.arrayBuffer());
}

async function makePapers(): Promise<Papers> {
  const folder = mkdtempSync(join(tmpdir(), 'carnet-lisez-moi-'));
  const journal = await sampleJournal();
  await journal.add('note', { text: EVIL });
  const { blob } = await exportDossier(journal.options({ verifier: await realVerifier() }));
  const whole = join(folder, 'whole.zip');
  const altered = join(folder, 'altered.zip');
  const hostile = join(folder, 'hostile.zip');
  writeFileSync(whole, new Uint8Array(await blob.arrayBuffer()));
  execFileSync('unzip', ['-q', whole, '-d', join(folder, 'bag')]);
  const files = await filesOf(blob);
  const picture = files.get(PICTURE);
  if (!picture) throw new Error(`no ${PICTURE}`);
  // Stored as it is: its bytes stand in the ZIP, and one bit of them is turned.
  const bytes = readFileSync(whole);
  const at = bytes.indexOf(picture) + 10;
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(altered, bytes);
  const entries = [...files].map(([name, content]) => ({ name, bytes: content }));
  writeFileSync(hostile, rawZip([...entries, { name: `data/${EVIL}.png`, bytes: utf8.encode('x') }]));
  const dated = join(folder, 'dated.zip');
  writeFileSync(dated, await stampedZip());
  return { folder, page: pathToFileURL(join(folder, 'bag', 'LISEZ-MOI.html')).href, whole, altered, hostile, dated };
}

/** Gives a file by one of the panel's own fields, and waits for the verdict. */
async function give(tab: Tab, path: string, verdict: string, language = 'fr'): Promise<string> {
  await tab.setFiles(`[data-verifier="${language}"] [data-give="zip"]`, [path]);
  return resultOf(tab, verdict, language);
}

async function resultOf(tab: Tab, verdict: string, language: string): Promise<string> {
  const result = `[data-verifier="${language}"] [data-verdict="${verdict}"]`;
  await tab.waitFor(result);
  const text = await tab.evaluate((selector: string) => document.querySelector(selector)?.textContent ?? '', result);
  return text.replaceAll('\u00a0', ' ');
}

/** A file dropped on the page: what the browser gives to `drop`, with the file's own bytes. */
function drop(tab: Tab, path: string, on: string): Promise<void> {
  const base64 = readFileSync(path).toString('base64');
  return tab.evaluate(
    ({ base64: text, on: selector }) => {
      const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([bytes], 'reçu par courriel.zip'));
      document.querySelector(selector)?.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true }));
    },
    { base64, on },
  );
}

describe.each(BROWSERS)('LISEZ-MOI.html from the disk in %s', (browser) => {
  let product: Product;
  let papers: Papers;
  let tab: Tab;

  beforeAll(async () => {
    papers = await makePapers();
    // The two schemes, one in each browser.
    product = await openProduct(browser, { colorScheme: browser === 'chromium' ? 'light' : 'dark' });
    tab = await product.session.newTab(papers.page);
    await tab.waitFor('[data-verifier="fr"] [data-check="give"]');
  });
  afterAll(async () => {
    await product.close();
    rmSync(papers.folder, { recursive: true });
  });

  it('says that the ZIP is whole, and what that does not prove', async () => {
    const text = await give(tab, papers.whole, 'intact');
    expect(text).toContain('Intègre');
    expect(text).toContain('11 entrées, la chaîne se suit');
    expect(await tab.evaluate(() => document.activeElement?.textContent)).toBe('Intègre');
    expect(await tab.text()).toContain('Ce que cela ne prouve pas');
    // A tick stands before the verdict, never before what is not proved.
    const signs = await tab.evaluate(() =>
      [...document.querySelectorAll('[data-verifier="fr"] [data-check="result"] h3')].map((title) => [
        title.textContent,
        getComputedStyle(title, '::before').content,
      ]),
    );
    expect(signs).toEqual([
      ['Intègre', '"✓ "'],
      ['Ce que cela ne prouve pas', 'none'],
    ]);
  });

  it('names the file and the entry where one bit was turned', async () => {
    const text = await give(tab, papers.altered, 'altered');
    expect(text).toContain('Modifié : voici où');
    expect(text).toMatch(/data\/captures\/0003-original\.png : .*P-0003/);
  });

  it('says the same in English to who reads English', async () => {
    expect(await give(tab, papers.altered, 'altered', 'en')).toMatch(/Changed: here is where.*0003-original\.png/s);
  });

  it('takes a ZIP dropped anywhere', async () => {
    await drop(tab, papers.whole, '#fr-timeline');
    expect(await resultOf(tab, 'intact', 'fr')).toContain('Fichier vérifié : reçu par courriel.zip');
  });

  it('says who dated the ZIP, by the browser’s own cryptography', async () => {
    await drop(tab, papers.dated, '#fr-timeline');
    const text = await resultOf(tab, 'intact', 'fr');
    expect(text).toContain('Intègre et daté par un tiers');
    expect(text).toContain(`d’après « ${AUTHORITY_NAME} (Organisme inventé) »`);
  });

  it('shows markup in names and texts as text', async () => {
    const title = await tab.title();
    const text = await give(tab, papers.hostile, 'altered');
    expect(text).toContain('<img src=x onerror=');
    expect(await tab.evaluate(() => document.querySelectorAll('img[src="x"], script').length)).toBe(1);
    expect(await tab.title()).toBe(title);
  });

  it('says what is no export of ours', async () => {
    const other = join(papers.folder, 'other.zip');
    writeFileSync(other, rawZip([{ name: 'lettre.txt', bytes: utf8.encode('bonjour') }]));
    expect(await give(tab, other, 'not-ours')).toContain('Impossible à vérifier');
    expect(await give(tab, join(papers.folder, 'bag', 'bagit.txt'), 'not-ours')).toContain('ZIP lisible');
  });

  it('has no axe violation with a result, and nothing wider than a phone', async () => {
    await give(tab, papers.altered, 'altered');
    expect(await violations(tab)).toEqual([]);
    await tab.resizeTo(320, 700);
    expect(await overflow(tab)).toEqual([]);
    await tab.resizeTo(1280, 800);
  });

  it('is used by keyboard alone', async () => {
    await tab.evaluate(() => document.querySelector<HTMLElement>('[href="#fr-check"]')?.focus());
    await tab.press('Enter', 'Tab');
    expect(await tab.evaluate(() => (document.activeElement as HTMLElement).dataset['give'])).toBe('zip');
    await tab.press('Tab');
    expect(await tab.evaluate(() => (document.activeElement as HTMLElement).dataset['give'])).toBe('folder');
  });

  it('asks nobody anything: no request, and no way to make one', async () => {
    const asked = await tab.evaluate(async () => {
      const seen = performance.getEntriesByType('resource').map((one) => one.name);
      let refused = '';
      await fetch('https://administration-etrangers-en-france.interieur.gouv.fr/').catch((error: unknown) => {
        refused = String(error);
      });
      return { refused, seen: seen.filter((name) => !name.startsWith('file:')) };
    });
    expect(asked.seen).toEqual([]);
    expect(asked.refused).toContain('TypeError');
    const hosts = new Set(product.portal.fixtures.map((fixture) => fixture.url.host));
    expect(product.portal.requests.filter((request) => hosts.has(request.host))).toEqual([]);
  });
});

describe('a whole folder', () => {
  let product: Product;
  let papers: Papers;
  beforeAll(async () => {
    papers = await makePapers();
    product = await openProduct('chromium');
  });
  afterAll(async () => {
    await product.close();
    rmSync(papers.folder, { recursive: true });
  });

  it('is verified as the ZIP is, and a file more is named', async () => {
    const tab = await product.session.newTab(papers.page);
    await tab.waitFor('[data-verifier="fr"] [data-check="give"]');
    const field = '[data-verifier="fr"] [data-give="folder"]';
    await tab.setFiles(field, [join(papers.folder, 'bag')]);
    expect(await resultOf(tab, 'intact', 'fr')).toContain('Fichier vérifié : bag');
    writeFileSync(join(papers.folder, 'bag', 'data', 'note.txt'), 'x');
    await tab.setFiles(field, [join(papers.folder, 'bag')]);
    expect(await resultOf(tab, 'altered', 'fr')).toContain('data/note.txt : fichier ajouté');
  });
});
