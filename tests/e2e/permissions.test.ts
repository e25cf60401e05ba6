/** The permission story, as a person lives it: asked once, refused, taken back in the browser's own settings, given again. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NATIONAL_MATCHES, OPTIONAL_HOSTS, OPTIONAL_MATCHES } from '@/lib/pages/hosts';
import { PREFECTURE_MATCHES } from '@/lib/prefectures/matches';
import { hostsOf } from '@/lib/prefectures/table';
import type { Tab } from './drivers';
import { BROWSERS, captureByHand, openProduct, type Product } from './support/product';

/** The names of the browser used inside functions that run in the extension. */
declare const chrome: {
  readonly runtime: {
    getManifest(): { host_permissions?: string[]; optional_host_permissions?: string[] };
    sendMessage(message: unknown): Promise<unknown>;
  };
  readonly permissions: { getAll(): Promise<{ origins?: string[] }> };
  readonly scripting: { getRegisteredContentScripts(): Promise<{ matches?: string[] }[]> };
  readonly tabs: {
    query(wanted: object): Promise<{ id?: number }[]>;
    sendMessage(tab: number, message: unknown): Promise<unknown>;
  };
};

const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
const patterns = (hosts: readonly string[]): string[] => hosts.map((host) => `https://${host}/*`);
const VAR = patterns(hostsOf('83'));
const PARIS = patterns(hostsOf('75'));
const RDV = patterns(OPTIONAL_HOSTS['rdv-service-public']);
/** A page of the Var's old appointment module, one of Paris's, one of RDV Service Public: what stands there does not matter. */
const VAR_PAGE = 'https://www.rdv.var.gouv.fr/booking/create/864/3';
const PARIS_PAGE = 'https://pprdv.interieur.gouv.fr/booking/create/989/0';
const RDV_PAGE = `https://${OPTIONAL_HOSTS['rdv-service-public'][0]}/prendre_rdv`;

async function eventually<T>(ask: () => Promise<T>, wanted: T): Promise<void> {
  for (let turn = 0; turn < 100; turn += 1) {
    if (JSON.stringify(await ask()) === JSON.stringify(wanted)) return;
    await wait(100);
  }
  expect(await ask()).toEqual(wanted);
}

describe.each(BROWSERS)('the permission story in %s', (browser) => {
  let product: Product;
  let options: Tab;

  beforeAll(async () => {
    // A window: the browser's own prompt is answered by a person's keys. Firefox's prompt is reached without one.
    product = await openProduct(browser, { headless: browser === 'firefox' });
    options = await product.session.openPage('options.html');
    await options.waitFor('[data-site="anef"][data-granted="true"]');
  });
  afterAll(async () => {
    await product.close();
  });

  /** Where our script is registered: nothing runs by itself anywhere else. */
  const registered = async (): Promise<string[]> => {
    const all = await product.session.evaluateInExtension(async () => {
      const scripts = await chrome.scripting.getRegisteredContentScripts();
      return scripts.flatMap((script) => script.matches ?? []);
    });
    return all.toSorted();
  };
  const registeredWith = (more: readonly string[]): Promise<void> =>
    eventually(registered, [...NATIONAL_MATCHES, ...more].toSorted());

  /** The hosts of the open tabs in which a script of ours answers the background. */
  async function read(): Promise<string[]> {
    // A worker that sleeps cannot be asked anything.
    await product.journal.page.evaluate(() =>
      chrome.runtime.sendMessage({ to: 'background', name: 'awake', body: {} }),
    );
    return product.session.evaluateInBackground(async (world) => {
      const { tabs } = (world as unknown as { chrome: Pick<typeof chrome, 'tabs'> }).chrome;
      const answers = await Promise.all(
        (await tabs.query({})).map(({ id = -1 }) =>
          tabs.sendMessage(id, { to: 'content', name: 'describe', body: {} }).catch((cause: unknown) => {
            if (/receiving end does not exist|could not establish/i.test(String(cause))) return null;
            throw cause;
          }),
        ),
      );
      const found = answers.map((answer) => /https:\/\/([^/"]+)\//.exec(JSON.stringify(answer ?? ''))?.[1]);
      return [...new Set(found.filter((host) => host !== undefined))].sort();
    });
  }
  const reads = async (url: string): Promise<boolean> => (await read()).includes(new URL(url).host);

  const front = (): Promise<void> => options.bringToFront();
  const choose = async (code: string): Promise<void> => {
    await front();
    await options.choose({ role: 'combobox', name: 'Votre département' }, code);
  };
  const add = (): Promise<void> => options.click('[data-action="add-department"]');

  it('asks at install for the national sites only; the rest is optional, each host once, no wildcard', async () => {
    const { session } = product;
    const manifest = await session.evaluateInExtension(() => chrome.runtime.getManifest());
    expect(manifest.host_permissions?.toSorted()).toEqual(NATIONAL_MATCHES.toSorted());
    const optional = manifest.optional_host_permissions ?? [];
    expect(optional.toSorted()).toEqual([...PREFECTURE_MATCHES, ...OPTIONAL_MATCHES].toSorted());
    expect(new Set(optional).size).toBe(optional.length);
    const granted = await session.evaluateInExtension(async () => (await chrome.permissions.getAll()).origins ?? []);
    expect(granted.toSorted()).toEqual(NATIONAL_MATCHES.toSorted());
    await registeredWith([]);
  });

  it('puts nothing in the page of a host that is not granted', async () => {
    const tab = await product.session.newTab(PARIS_PAGE);
    await wait(1_500);
    expect(await reads(PARIS_PAGE)).toBe(false);
    expect(await tab.count('[data-carnet-note]')).toBe(0);
    await tab.close();
  });

  it('one prompt gives a department’s site and its old appointment module', async () => {
    const { session } = product;
    const tab = await session.newTab(VAR_PAGE);
    await choose('83');
    await session.acceptHosts(VAR, add);
    await options.waitFor('[data-department="83"][data-granted="true"]');
    expect(await options.text()).toContain('ancien module de rendez-vous');
    await registeredWith(VAR);
    await eventually(() => reads(VAR_PAGE), true);
    await tab.close();
  });

  it('a refusal is said in plain words, and everything else works', async () => {
    const { session } = product;
    await choose('75');
    await session.refuseHosts(add);
    await options.waitFor('[data-banner="access-refused"]');
    await options.waitFor('[data-department="75"][data-granted="false"]');
    expect(await session.hasHosts(PARIS)).toBe(false);
    await registeredWith(VAR);
    const tab = await session.newTab(PARIS_PAGE);
    expect(await captureByHand(session, tab)).toContain('enregistrée');
    expect(await reads(PARIS_PAGE)).toBe(false);
    await tab.close();
  });

  it('the popup on that prefecture’s page asks for all its sites, and follows the department', async () => {
    const { session } = product;
    const tab = await session.newTab(PARIS_PAGE);
    const popup = await session.clickToolbar(tab);
    await popup.waitFor('[data-page-status="permission-missing"]');
    expect(await popup.text()).toContain('Paris');
    await session.acceptHosts(PARIS, () => popup.click('[data-action="grant"]'));
    await popup.close();
    await front();
    await options.waitFor('[data-department="75"][data-granted="true"]');
    await registeredWith([...VAR, ...PARIS]);
    await tab.close();
  });

  it('taken back in the browser’s own settings: unregistered, an open page is heard no more, and one click gives it back', async () => {
    const { session, journal } = product;
    const tab = await session.newTab('https://pprdv.interieur.gouv.fr/booking/create/876/1');
    await eventually(() => reads(PARIS_PAGE), true);
    await wait(2_000);
    const before = (await journal.ofKind('attempt')).length;
    await session.revokeHosts(PARIS);
    await registeredWith(VAR);
    // The script that was there already sees a new state of its page.
    await tab.evaluate(() => {
      location.hash = '#/suite';
      document.title = 'Suite';
    });
    await wait(2_500);
    expect(await journal.ofKind('attempt')).toHaveLength(before);
    await front();
    await options.waitFor('[data-department="75"][data-granted="false"]');
    // The toolbar button still opens our popup there.
    const popup = await session.clickToolbar(tab);
    await popup.waitFor('[data-page-status="permission-missing"]');
    await session.acceptHosts(PARIS, () => popup.click('[data-action="grant"]'));
    await popup.close();
    await front();
    await options.waitFor('[data-department="75"][data-granted="true"]');
    await registeredWith([...VAR, ...PARIS]);
    await tab.close();
  });

  it('a department that is removed gives its hosts back, another keeps what it shares', async () => {
    const { session } = product;
    const shared = patterns(hostsOf('977'));
    await choose('977');
    await session.acceptHosts(shared, add);
    await choose('978');
    await add();
    await options.waitFor('[data-department="978"][data-granted="true"]');
    await options.click('[data-department="977"] [data-action="remove-department"]');
    await options.waitForGone('[data-department="977"]');
    await options.click('[data-department="83"] [data-action="remove-department"]');
    await options.waitForGone('[data-department="83"]');
    await registeredWith([...PARIS, ...shared]);
    expect(await session.hasHosts(VAR)).toBe(false);
    expect(await session.hasHosts(shared)).toBe(true);
    await options.click('[data-department="978"] [data-action="remove-department"]');
    await registeredWith(PARIS);
  });

  it('an address that nobody verified is asked for, and marked', async () => {
    const { session } = product;
    await choose('95');
    await session.acceptHosts(patterns(hostsOf('95')), add);
    await options.waitFor('[data-department="95"][data-granted="true"]');
    await options.waitForText('adresse non vérifiée');
    expect(await options.count('[data-department="95"] .tag-warn')).toBe(hostsOf('95').length);
    expect(await options.count('[data-department="75"] .tag-warn')).toBe(0);
  });

  it('a useful site is off at first; a switch asks for it and gives it back, the popup offers it there', async () => {
    const { session } = product;
    const tab = await session.newTab(RDV_PAGE);
    await wait(1_000);
    expect(await reads(RDV_PAGE)).toBe(false);
    const popup = await session.clickToolbar(tab);
    await popup.waitFor('[data-page-status="permission-missing"] [data-action="grant"]');
    await popup.close();
    await front();
    const box = 'input[name="rdv-service-public"]';
    await session.acceptHosts(RDV, () => options.click(box));
    await options.waitFor(`${box}:checked`);
    await eventually(() => reads(RDV_PAGE), true);
    await options.click(box);
    await eventually(() => session.hasHosts(RDV), false);
    await eventually(async () => (await registered()).some((match) => RDV.includes(match)), false);
    await tab.close();
  });

  it('national sites taken back are said, and given again by one click', async () => {
    const { session } = product;
    const anef = NATIONAL_MATCHES.filter((match) => match.includes('administration-etrangers'));
    await session.revokeHosts(anef);
    await front();
    await options.waitFor('[data-site="anef"][data-granted="false"]');
    await session.acceptHosts(anef, () => options.click('[data-action="grant-national"]'));
    await options.waitFor('[data-site="anef"][data-granted="true"]');
    expect(await session.errors()).toEqual([]);
  });
});
