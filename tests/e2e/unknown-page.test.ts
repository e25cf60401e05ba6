/** A page that looks like a problem and that nobody knows: captured and described in one go; its skeleton shown in full, saved by the person, sent to nobody. */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { translator } from '@/lib/locales';
import { parseFixture } from '../portal/fixtures';
import type { Popup, Tab } from './drivers';
import { tabTo } from './support/focus';
import { overflow, type Scheme, setScheme, violations } from './support/look';
import { BROWSERS, openProduct, type Product } from './support/product';

const ANEF = 'administration-etrangers-en-france.interieur.gouv.fr';
const URL_OF_PAGE = `https://${ANEF}/usagers/?session=INVENTEE42&nom=Zerbiniak#/essai/page`;

/** Everything of this invented person that stands in the page, wherever sites put such things. */
const PERSON = {
  first: 'Oulimata',
  last: 'Zerbiniak',
  mail: 'oulimata.zerbiniak@exemple.invalid',
  phone: '06 98 76 54 32',
  number: '7503158246',
  born: '14 juillet 1987',
  street: 'Grandvaux',
  token: 'eyJhbGciOiJIUzI1NiJ9.INVENTE.x9',
} as const;

/** What the browser asks for by itself, whatever we do. */
const BROWSERS_OWN = /(?:mozilla|firefox|google|gstatic|googleapis)\.(?:com|org|net)$/;

const PAGE = `<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Étrangers en France | Suivi de ${PERSON.first}</title>
<style>.sr { position: absolute; width: 1px; height: 1px; overflow: hidden }</style></head><body>
<header><nav><a href="#/compte/${PERSON.number}">${PERSON.first} ${PERSON.last.toUpperCase()}</a><a href="#/x">Mes notifications</a></nav></header>
<main>
  <h1>Page de suivi n° ${PERSON.number}</h1>
  <div role="alert"><h2>Échec de l’opération en cours</h2><p>Bonjour ${PERSON.first}, le module ne répond pas.</p></div>
  <p>Ouverture du module de suivi</p><p class="sr">${PERSON.token}</p>
  <dl><dt>Nom de naissance</dt><dd>${PERSON.last}</dd><dt>Né(e) le</dt><dd>${PERSON.born}</dd></dl>
  <table><tr><th>Adresse</th><td>12 rue ${PERSON.street}</td></tr><tr><td>${PERSON.phone}</td><td>${PERSON.mail}</td></tr></table>
  <form><label for="c">Votre courriel</label><input id="c" type="text" value="${PERSON.mail}"><textarea>${PERSON.street}</textarea>
    <select><option selected>${PERSON.last}</option></select><input type="hidden" value="${PERSON.token}">
    <label><input type="radio" disabled> Renouvellement</label></form>
  <div id="hote"></div><section style="display:none"><p>Votre dossier ${PERSON.last} est fermé</p></section>
  <button title="${PERSON.mail}" data-jeton="${PERSON.token}" aria-label="Dossier ${PERSON.number}">Réessayer</button>
  <img alt="Photo de ${PERSON.first}" src="/__portail/absent.png"><!-- ${PERSON.token} -->
</main>
<script>document.getElementById('hote').attachShadow({ mode: 'open' }).innerHTML = '<p>Le module de suivi ne répond pas à ${PERSON.first}</p>'</script>
</body></html>`;

describe.each(BROWSERS)('an unknown page in %s', (browser) => {
  let product: Product;
  let site: Tab;

  beforeAll(async () => {
    product = await openProduct(browser);
    product.portal.set(ANEF, '*', { status: 200, body: PAGE });
    site = await product.session.newTab(URL_OF_PAGE);
  });
  afterAll(async () => {
    await product.close();
  });

  async function openPopup(): Promise<Popup> {
    const popup = await product.session.clickToolbar(site);
    await popup.waitFor('[data-page-status="unknown-problem"] [data-action="help-recognise"]');
    return popup;
  }

  it('is offered, captured, then described with a sentence and the person’s words, as an entry of its own', async () => {
    const { journal } = product;
    const t = translator('fr');
    const popup = await openPopup();
    expect(await violations(popup)).toEqual([]);
    await popup.waitForText(t('unknown.describe'));
    await popup.click('[data-action="capture-describe"]');
    await popup.waitFor('[data-form="describe"]', { timeout: 60_000 });
    expect(await violations(popup)).toEqual([]);
    expect(await overflow(popup)).toEqual([]);
    await popup.choose('[data-form="describe"] select', 'login');
    await popup.fill('[data-form="describe"] textarea', 'Le bouton reste gris.');
    await popup.click('[data-form="describe"] [data-action="save"]');
    await popup.waitFor('[data-banner="shows-said"]');
    await popup.close();
    const [capture] = await journal.waitFor('capture', 1);
    const [note] = await journal.waitFor('note', 1);
    expect(capture?.data.page).toBeNull();
    expect(note?.data).toEqual({ text: `${t('shows.is.login')} Le bouton reste gris.`, about: capture?.seq });
    expect(await journal.ofKind('note')).toHaveLength(1);
  });

  it('its skeleton is shown in full, holds what the site says and nothing of the person, and nothing is sent', async () => {
    const { session, portal } = product;
    const asked = portal.requests.length;
    const popup = await openPopup();
    await popup.click('[data-action="help-recognise"]');
    const help = await session.waitForPage('help.html');
    await help.waitFor('[data-action="save-skeleton"]');
    const shown = await help.evaluate(
      () => document.querySelector<HTMLTextAreaElement>('[data-skeleton]')?.value ?? '',
    );
    for (const kept of [
      "Échec de l'opération en cours",
      'Ouverture du module de suivi',
      'Réessayer',
      'Mes notifications',
      'Renouvellement',
    ])
      expect(shown).toContain(kept);
    expect(shown).toContain('Le module de suivi ne répond pas');
    expect(shown).toContain('<input type="radio" disabled>');
    const parts = Object.values(PERSON).flatMap((one) =>
      one.split(/[^\p{L}\p{N}]+/u).filter((part) => part.length > 2),
    );
    const said = shown.slice(shown.indexOf('-->')).toLowerCase();
    for (const part of [...parts, 'INVENTEE42']) {
      if (['exemple', 'invalid', 'juillet'].includes(part)) continue;
      expect(said.includes(part.toLowerCase()), `${part} in\n${shown}`).toBe(false);
    }
    expect(said).not.toContain('juillet');
    expect(shown).not.toContain('fermé');

    await help.click('[data-action="save-skeleton"]');
    const file = await session.waitForDownload(/^page-a-reconnaitre_\d{8}\.html$/);
    await help.waitFor('[data-banner="skeleton-saved"]');
    const saved = await readFile(file, 'utf8');
    expect(saved).toBe(shown);
    const fixture = parseFixture('anef/essai', file, saved);
    expect(fixture.url.href).toBe(`https://${ANEF}/usagers/#/essai/page`);
    expect(fixture.expect).toBeNull();
    expect(portal.requests.slice(asked).filter(({ own, host }) => !own && !BROWSERS_OWN.test(host))).toEqual([]);
    // Read once: nothing of it stays behind.
    const left = await help.evaluate(async () => {
      const { chrome } = globalThis as unknown as {
        chrome: { storage: { session: { get(key: string): Promise<object> } } };
      };
      return Object.keys(await chrome.storage.session.get('skeleton'));
    });
    expect(left).toEqual([]);
  });

  it.each<[Scheme]>([['light'], ['dark']])(
    'the page of ours is usable in %s, at 320 px and by keyboard',
    async (scheme) => {
      const { session } = product;
      const help = await session.waitForPage('help.html');
      await help.bringToFront();
      await setScheme(help, scheme);
      expect(await violations(help)).toEqual([]);
      await help.resizeTo(320, 800);
      expect(await overflow(help)).toEqual([]);
      await help.resizeTo(1280, 800);
      await help.click('h1');
      await tabTo(help, '[data-skeleton]');
      await tabTo(help, '[data-action="save-skeleton"]');
      await tabTo(help, '[data-action="close-page"]');
    },
  );

  it('asked again, shows the page as it is then; opened by itself, says what to do', async () => {
    const { session } = product;
    const popup = await openPopup();
    await popup.click('[data-action="help-recognise"]');
    const help = await session.waitForPage('help.html');
    await help.waitForGone('[data-banner="skeleton-saved"]');
    await help.waitFor('[data-action="save-skeleton"]');
    await help.reload();
    await help.waitFor('[data-help="none"]');
    await help.click('[data-action="close-page"]');
    expect(await session.errors()).toEqual([]);
  });

  it('is not offered on a page that is recognised, nor on a host that is not ours', async () => {
    const { session, portal } = product;
    portal.reset();
    await site.goto(portal.show('anef/titre-non-remis.new'));
    const popup = await session.clickToolbar(site);
    await popup.waitFor('[data-page-status="blocked"]');
    expect(await popup.count('[data-action="help-recognise"]')).toBe(0);
    await popup.close();
  });
});
