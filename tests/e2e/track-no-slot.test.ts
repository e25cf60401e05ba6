/** T6 in both browsers: an appointment page without a slot, day after day; the gauge beside the two judged files; the request for an appointment. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Tab } from './drivers';
import {
  asHome,
  checklistOf,
  command,
  exportDossier,
  fillLetter,
  goHome,
  letterSaid,
  openHome,
  openLetter,
  openStep,
  ownEntries,
  plain,
  readHome,
} from './support/dossier';
import { overflow, violations } from './support/look';
import { pdfFaults, pdfPages, pdfText } from './support/papers';
import { BROWSERS, captureIn, openProduct, type Product } from './support/product';
import { loadAgain } from './support/reload';
import { Seed } from './support/seed';

/** What the gauge never says (domain.md § 3.5 T6, § 4.3): that it is enough, or not. */
const VERDICT = /suffi|assez|complet\b|recevable|vous avez (?:le )?droit|délai légal|prouv|chances|gagn|certifi/i;

const IDENTITY = {
  firstName: 'Nadia',
  lastName: 'EXEMPLE',
  address: '12 rue de l’Exemple\nBâtiment C, appartement 204\n93200 SAINT-DENIS',
  email: 'nadia@exemple.invalid',
  birthDate: '1990-05-17',
  birthPlace: 'Tizi Ouzou (Algérie)',
  procedure: 'première demande de titre de séjour « étudiant »',
} as const;

interface ShownGauge {
  /** The figures: captures, days, span, periods. */
  readonly figures: Readonly<Record<string, number>>;
  readonly closer: string | null;
  readonly marks: Readonly<Record<string, string>>;
  /** Days of the strip with a capture, and how many; those of the folded rows too. */
  readonly strip: Readonly<Record<string, number>>;
  readonly rows: number;
  /** The sentences of « la même chose en phrases ». */
  readonly sentences: readonly string[];
  readonly text: string;
}

/** The gauge of the home, as it is drawn; what is folded is unfolded first. */
async function shownGauge(tab: Tab): Promise<ShownGauge> {
  await tab.waitFor('[data-gauge]');
  const shown = await tab.evaluate(() => {
    const gauge = document.querySelector<HTMLElement>('[data-gauge]');
    if (!gauge) throw new Error('no gauge');
    for (const fold of gauge.querySelectorAll('details')) fold.open = true;
    const all = (selector: string): HTMLElement[] => [...gauge.querySelectorAll<HTMLElement>(selector)];
    const by = <T>(selector: string, name: string, read: (one: HTMLElement) => T): Record<string, T> =>
      Object.fromEntries(all(selector).map((one) => [one.dataset[name] ?? '', read(one)]));
    return {
      figures: by('[data-figure]', 'figure', (one) => Number(one.querySelector('strong')?.textContent)),
      closer: gauge.querySelector<HTMLElement>('[data-closer]')?.dataset['closer'] ?? null,
      marks: by('[data-mark]', 'mark', (one) => one.querySelector('.mark-figure')?.textContent ?? ''),
      strip: by('td.strip-captured', 'day', (one) => Number(one.querySelector('[aria-hidden]')?.textContent)),
      rows: all('[data-strip] tbody tr').length,
      sentences: all(':scope > details:last-of-type li').map((one) => one.textContent ?? ''),
      text: gauge.innerText,
    };
  });
  const marks = Object.fromEntries(Object.entries(shown.marks).map(([mark, figure]) => [mark, plain(figure)]));
  return { ...shown, marks, sentences: shown.sentences.map(plain), text: plain(shown.text) };
}

const sum = (strip: Readonly<Record<string, number>>): number =>
  Object.values(strip).reduce((total, one) => total + one, 0);

/** The home, in a document that knows what was just written under it. */
async function loadHome(tab: Tab): Promise<void> {
  await tab.evaluate(() => {
    location.hash = '#/';
  });
  await loadAgain(tab);
}

/** Milliseconds from the navigation until the gauge says which file is nearer, as the page itself counts them. */
async function timeToGauge(tab: Tab): Promise<number> {
  await loadAgain(tab);
  await tab.waitFor('[data-closer]', { timeout: 60_000 });
  return tab.evaluate(() => performance.now());
}

const DAYS_448178 = ['06', '07', '08', '10'].flatMap((month) =>
  Array.from({ length: 19 }, (_, index) => `2020-${month}-${String(index + 5).padStart(2, '0')}`),
);

/** CE, 21 April 2021, n° 448178: 228 captures in June, July, August and October 2020. */
async function seed448178(product: Product): Promise<void> {
  const seed = new Seed();
  await seed.open('2020-06-05T06:00:00.000Z', 'Hirondelle', 'T6', ['93']);
  await seed.add('dossier-track', '2020-06-05T06:01:00.000Z', {
    blockages: ['E1'],
    department: '93',
    regime: 'R431_3',
    title: 'première demande de titre de séjour « étudiant »',
  });
  for (const day of DAYS_448178) for (const hour of ['07', '11', '20']) await seed.capture(`${day}T${hour}:30:00.000Z`);
  await seed.write(product);
}

/** CE, 10 June 2020, n° 435594: four captures, one registered letter and one mail, 13 to 18 September 2019. */
async function seed435594(product: Product): Promise<void> {
  const seed = new Seed();
  await seed.open('2019-09-13T06:00:00.000Z', 'Rouge-gorge', 'T6', ['93']);
  await seed.add('dossier-track', '2019-09-13T06:01:00.000Z', { blockages: ['E1'], department: '93' });
  for (const at of ['2019-09-13T08:10', '2019-09-16T08:00', '2019-09-17T08:00', '2019-09-18T15:40'])
    await seed.capture(`${at}:00.000Z`);
  await seed.sending('2019-09-18T16:00:00.000Z', 'LRAR');
  await seed.sending('2019-09-18T16:05:00.000Z', 'PREF_MAIL');
  await seed.write(product);
}

/** Figures of the scales that stand on more than their own line. */
function cutFigures(tab: Tab): Promise<string[]> {
  return tab.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.judged, .yours')]
      .filter((one) => one.scrollHeight > one.clientHeight + 1)
      .map((one) => one.textContent ?? ''),
  );
}

describe.each(BROWSERS)('T6, no slot, in %s', (browser) => {
  let product: Product;
  let tab: Tab;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'carnet-creneaux-'));
    product = await openProduct(browser, { timeZone: 'Europe/Paris' });
  });
  afterAll(async () => {
    await product.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('opens the dossier from the page itself, captures it twice: one day, nearer to CE 435594', async () => {
    const site = await product.session.newTab(product.portal.show('rdv-prefecture/no-slot'));
    const popup = await product.session.clickToolbar(site);
    await popup.waitFor('[data-page-status="blocked"]');
    await popup.click('[data-action="new-dossier"], [data-action="owner-new"]');
    await popup.waitFor('[data-proposed="E1 E2"]');
    await popup.fill('[data-form="new-dossier"] input:not([type])', 'Mésange');
    await popup.click('[data-action="create-dossier"]');
    await popup.waitFor('[data-track="T6"]');
    await captureIn(popup);
    await popup.close();
    const again = await product.session.clickToolbar(site);
    await again.waitFor('[data-action="capture-view"]:not([disabled])');
    await captureIn(again);
    tab = await openHome(product, again);
    const captures = await ownEntries(product, 'Mésange', 'capture');
    expect(captures.map(({ data }) => data.page)).toEqual(
      Array.from({ length: 2 }, () => ({ site: 'rdv-prefecture', page: 'no-slot', outcome: 'blocked' })),
    );
    const gauge = await shownGauge(tab);
    expect(gauge.figures).toEqual({ captures: 2, days: 1, span: 0, periods: 1 });
    expect(gauge.closer).toBe('CE-435594');
    expect(gauge.text).toContain('1 jour différent');
    expect(gauge.text).toContain('L’ensemble est plus proche de CE, 10 juin 2020, n° 435594');
    expect(Object.values(gauge.strip)).toEqual([2]);
    expect(gauge.text).not.toMatch(VERDICT);
    expect(await violations(tab)).toEqual([]);
    await site.close();
  });

  it('is beside CE 435594: its figures, its strip, its sentences, no verdict', async () => {
    await seed435594(product);
    await loadHome(tab);
    await tab.waitFor({ role: 'heading', name: 'Rouge-gorge' });
    const gauge = await shownGauge(tab);
    expect(gauge.figures).toEqual({ captures: 4, days: 4, span: 5, periods: 1 });
    expect(gauge.closer).toBe('CE-435594');
    expect(gauge.marks).toEqual({
      attempts: '4 (repère : 4)',
      days: '4 (repère : 3)',
      spanDays: '5 (repère : 21)',
      successivePeriods: '1 (repère : 3)',
    });
    expect(gauge.strip).toEqual({ '2019-09-13': 1, '2019-09-16': 1, '2019-09-17': 1, '2019-09-18': 1 });
    expect(gauge.rows).toBe(1);
    expect(gauge.sentences).toEqual(
      expect.arrayContaining([
        '4 captures sur 4 jours, du 13 septembre 2019 au 18 septembre 2019 (5 jours d’écart).',
        'Périodes de 7 jours avec au moins une capture : 1, dont 1 à la suite. Elles se comptent depuis la première capture.',
        'Du 13 septembre 2019 au 19 septembre 2019 : 4 captures, 4 jours sur 7.',
        'Les juges regardent chaque dossier. Le carnet compare, il ne donne pas d’avis.',
      ]),
    );
    expect(gauge.text).toContain('1 envoi, le 18 septembre 2019');
    expect(gauge.text).not.toMatch(VERDICT);
  });

  it('asks for an appointment by mail: a draft with its pictures, never sent by the tool', async () => {
    await openStep(tab, 'R3');
    await openLetter(tab, 'appointment-request');
    await tab.waitFor('[data-media="mail"]');
    await fillLetter(tab, { ...IDENTITY, prefectureEmail: 'etrangers@prefecture.exemple.invalid' });
    await tab.click('[data-action="letter-eml"]');
    const eml = await product.session.waitForDownload(/\.eml$/);
    expect(await letterSaid(tab)).toContain('courriel-');
    const raw = readFileSync(eml);
    expect(raw.toString('latin1')).toMatch(/^X-Unsent: 1\r\n/m);
    const mail = await PostalMime.parse(raw);
    expect(mail.to?.map((one) => one.address)).toEqual(['etrangers@prefecture.exemple.invalid']);
    expect(mail.subject).toBe('Demande de rendez-vous – première demande de titre de séjour « étudiant »');
    expect(plain(mail.text ?? '')).toContain('Aucun créneau disponible');
    // Four captures, the letter's receipt and the mail.
    expect(mail.attachments).toHaveLength(6);
    expect(mail.attachments.every(({ mimeType }) => mimeType === 'image/png')).toBe(true);
    expect(await product.journal.ofKind('letter-generated')).toHaveLength(1);
    // Nothing is sent: the person says so herself.
    expect(await ownEntries(product, 'Rouge-gorge', 'exchange')).toHaveLength(2);
    await tab.waitFor('[data-send="open"]');
  });

  it('is beside CE 448178 with 228 captures: figures, strip, sentences, no verdict; the home stays quick', async () => {
    await seed448178(product);
    await loadHome(tab);
    await tab.waitFor({ role: 'heading', name: 'Hirondelle' });
    const times = [await timeToGauge(tab), await timeToGauge(tab), await timeToGauge(tab)];
    console.info(`${browser}: home with 228 captures: ${times.map(Math.round).join(', ')} ms`);
    // Bound of a shared machine; a quiet one does it in a fraction of that.
    expect(Math.min(...times)).toBeLessThan(4_000);
    const gauge = await shownGauge(tab);
    expect(gauge.figures).toEqual({ captures: 228, days: 76, span: 140, periods: 14 });
    expect(gauge.closer).toBe('CE-448178');
    expect(Object.keys(gauge.strip).toSorted()).toEqual(DAYS_448178);
    expect(sum(gauge.strip)).toBe(228);
    expect(gauge.rows).toBe(21);
    const told = gauge.sentences.flatMap(
      (one) => /^Du .+ au .+ : (\d+) captures?, \d jours? sur 7\.$/.exec(one)?.[1] ?? [],
    );
    expect(told.reduce((total, one) => total + Number(one), 0)).toBe(228);
    expect(gauge.sentences).toEqual(
      expect.arrayContaining([
        '228 captures sur 76 jours, du 5 juin 2020 au 23 octobre 2020 (140 jours d’écart).',
        'Aucune capture entre le 23 août 2020 et le 5 octobre 2020 (43 jours).',
        'Nombre de captures : plus proche de CE, 21 avril 2021, n° 448178.',
        'Durée : plus proche de CE, 21 avril 2021, n° 448178.',
      ]),
    );
    expect(gauge.text).toContain('Aucun envoi à l’administration dans le carnet.');
    expect(gauge.text).not.toMatch(VERDICT);
    expect(await violations(tab)).toEqual([]);
    await tab.resizeTo(360, 740);
    expect(await overflow(tab)).toEqual([]);
    expect(await cutFigures(tab), 'figures cut into their digits').toEqual([]);
    await tab.resizeTo(1280, 800);
  });

  it('asks for an appointment by registered letter: two pages, and the table of the attempts on its own sheet', async () => {
    await openStep(tab, 'R4');
    await openLetter(tab, 'appointment-request');
    await tab.click({ role: 'radio', name: 'lettre recommandée' });
    await tab.waitFor('[data-media="lrar"]');
    await fillLetter(tab, {
      ...IDENTITY,
      noForeignerNumber: 'yes',
      place: 'Saint-Denis',
      prefecture: 'Préfecture de la Seine-Saint-Denis',
      prefectureAddress: '1 esplanade Jean-Moulin\n93000 BOBIGNY',
    });
    await tab.click('[data-action="letter-pdf"]');
    const pdf = await product.session.waitForDownload(/\.pdf$/, { timeout: 120_000 });
    await letterSaid(tab);
    expect(pdfFaults(pdf)).toBe('');
    const pages = Array.from({ length: pdfPages(pdf) }, (_, index) => plain(pdfText(pdf, [index + 1, index + 1])));
    const table = pages.findIndex((page) => page.trim().startsWith('Tentatives et démarches'));
    expect(table).toBeGreaterThan(0);
    expect(table).toBeLessThanOrEqual(2);
    const letter = pages.slice(0, table).join(' ');
    expect(letter).toContain('Demande de rendez-vous – première demande de titre de séjour « étudiant »');
    expect(letter).toContain('Nadia EXEMPLE');
    expect(letter).toContain('Le tableau « Tentatives et démarches » (228 lignes) est joint à la fin.');
    expect(letter).toContain('R. 431-3');
    expect(letter).not.toMatch(VERDICT);
    expect(letter).not.toMatch(/………/);
    const list = pages.findIndex((page) => page.trim().startsWith('Pièces jointes (228)'));
    expect(list).toBeGreaterThan(table);
    expect(pages.slice(list).join(' ')).toMatch(/228\. Capture d’écran/);
    const rows = pages.slice(table, list).join(' ');
    expect(rows.match(/Capture d’écran/g)).toHaveLength(228);
    expect(rows).toContain('05/06/2020');
    expect(rows).toContain('23/10/2020');
    expect(pages.join(' ')).not.toContain('Carnet de démarches');
    console.info(`${browser}: letter ${table} page(s), table ${list - table}, list of pièces ${pages.length - list}`);
  }, 300_000);

  it('exports the 228 captures, verifies, and the command says what the home says', async () => {
    const { keysMissing, ...home } = await readHome(tab);
    expect(keysMissing).toBe(false);
    const { zip, lines } = await exportDossier(product, tab, folder);
    const { code, text } = command('verify', zip);
    expect(code, text.slice(0, 2_000)).toBe(0);
    expect(asHome(checklistOf(lines, 'T6', Date.now()))).toEqual(home);
  }, 300_000);

  it('counts the days of an overseas department in its own zone', async () => {
    const seed = new Seed();
    await seed.open('2026-03-10T19:00:00.000Z', 'Paille-en-queue', 'T6', ['93']);
    // 23:30 and 00:30 in Saint-Denis de La Réunion; 20:30 and 21:30 of one same evening in Paris.
    await seed.capture('2026-03-10T19:30:00.000Z');
    await seed.capture('2026-03-10T20:30:00.000Z');
    await seed.write(product);
    await loadHome(tab);
    await tab.waitFor({ role: 'heading', name: 'Paille-en-queue' });
    expect((await shownGauge(tab)).strip).toEqual({ '2026-03-10': 2 });
    await tab.click('[data-action="open-situation"]');
    await tab.choose('[data-block="title"] select', '974');
    await tab.click('[data-action="save-situation"]');
    await tab.waitFor('[data-banner="situation-said"]');
    await goHome(tab);
    const gauge = await shownGauge(tab);
    expect(gauge.strip).toEqual({ '2026-03-10': 1, '2026-03-11': 1 });
    expect(gauge.figures).toMatchObject({ captures: 2, days: 2, span: 1 });
    expect((await ownEntries(product, 'Paille-en-queue', 'dossier-track')).at(-1)?.data).toEqual({ department: '974' });
    expect(await product.session.errors()).toEqual([]);
  });
});
