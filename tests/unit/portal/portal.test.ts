/** The portal serves the fixtures under their own addresses and plays the sites' parts: login, app states, forms, index. */
import { request as plainRequest } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ACCOUNT, CAPTCHA } from '../../portal/accounts';
import { type Portal, startPortal } from '../../portal/portal';
import { ask, askState } from './client';

const ANEF = 'https://administration-etrangers-en-france.interieur.gouv.fr';
const RDV = 'https://www.rdv-prefecture.interieur.gouv.fr/rdvpref/reservation/demarche/3720';
let portal: Portal;
beforeAll(async () => {
  portal = await startPortal();
});
afterEach(() => portal.reset());
afterAll(() => portal.close());

const form = (fields: Record<string, string>) => ({
  method: 'POST',
  body: new URLSearchParams(fields).toString(),
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
});

describe('pages', () => {
  it('serves each document fixture, whole, at its address with its status', async () => {
    const documents = portal.fixtures.filter((one) => one.url.host !== new URL(ANEF).host);
    expect(documents.length).toBeGreaterThan(40);
    for (const one of documents) {
      const reply = await ask(portal, portal.show(one.id));
      expect([one.id, reply.status]).toEqual([one.id, one.status]);
      expect(reply.body).toBe(one.html);
    }
  });

  it('serves each ANEF fixture as a state of the app, or as the whole page when it is an HTTP error', async () => {
    for (const one of portal.fixtures.filter((other) => other.url.host === new URL(ANEF).host)) {
      portal.reset();
      const url = portal.show(one.id);
      const reply =
        one.status >= 400 ? await ask(portal, url) : await askState(portal, one.url.hash, { path: one.url.pathname });
      expect([one.id, reply.status, reply.body === one.html]).toEqual([one.id, one.status, true]);
      expect((await ask(portal, url)).status).toBe(one.status);
    }
  }, 60_000);

  it('forgets what was pinned, and shows the default of the address again', async () => {
    portal.show('rdv-prefecture/slots');
    expect((await ask(portal, `${RDV}/creneau/`)).body).toContain('name="trhId"');
    portal.reset();
    expect((await ask(portal, `${RDV}/creneau/`)).body).toContain('Aucun créneau disponible à partir de cette date.');
  });

  it('brings the app back once another of its pages is shown', async () => {
    portal.show('anef/http-error.503');
    expect((await ask(portal, `${ANEF}/usagers/`)).status).toBe(503);
    expect((await ask(portal, `${ANEF}/particuliers/`)).status).toBe(200);
    portal.show('anef/triage-renewal.new');
    expect((await ask(portal, `${ANEF}/usagers/`)).status).toBe(200);
  });

  it('sends / to /usagers/, keeping the route, and plain http to https', async () => {
    expect((await ask(portal, `${ANEF}/`)).body).toContain("location.replace('/usagers/' + (location.hash || '#/'))");
    const moved = await new Promise<[number, string]>((done, failed) => {
      plainRequest(
        { host: '127.0.0.1', port: portal.port, path: '/x', headers: { host: 'www.haute-savoie.gouv.fr' } },
        (reply) => {
          reply.resume();
          done([reply.statusCode ?? 0, reply.headers.location ?? '']);
        },
      )
        .on('error', failed)
        .end();
    });
    expect(moved).toEqual([301, 'https://www.haute-savoie.gouv.fr/x']);
  });

  it('lists every page at portail.test and goes from there to the page’s own address', async () => {
    const index = (await ask(portal, 'https://portail.test/')).body;
    for (const one of portal.fixtures) expect(index).toContain(`href="/show/${one.id}"`);
    const shown = await ask(portal, 'https://portail.test/show/anef/too-early.new');
    expect([shown.status, shown.headers.location]).toEqual([302, portal.urlOf('anef/too-early.new')]);
    expect((await askState(portal, '#/sejour/demande-tse')).body).toContain('Il est trop tôt');
  });

  it('answers 404 off its map, and serves its sheets with their imports inlined', async () => {
    expect((await ask(portal, 'https://www.haute-savoie.gouv.fr/rien')).status).toBe(404);
    expect((await ask(portal, 'https://portail.test/show/anef/nowhere')).status).toBe(404);
    const sheets = new Set(
      portal.fixtures.flatMap((one) =>
        [...one.html.matchAll(/href="(\/__portail\/css\/[^"]+)"/g)].map((hit) => hit[1]),
      ),
    );
    expect(sheets.size).toBeGreaterThan(6);
    for (const sheet of sheets) {
      const reply = await ask(portal, `https://portail.test${sheet}`);
      expect([sheet, reply.status]).toEqual([sheet, 200]);
      expect(reply.body).not.toContain('@import');
      expect(reply.body).not.toMatch(/animation[-a-z]*:|transition[-a-z]*:|@font-face|https?:/);
    }
  });

  it('refuses an unknown fixture by its name', () => {
    expect(() => portal.show('anef/nowhere')).toThrow(/anef\/nowhere/);
    expect(() => portal.urlOf('anef/nowhere')).toThrow(/anef\/nowhere/);
    expect(() => portal.set('*', '*', { fixture: 'anef/nowhere' })).toThrow(/anef\/nowhere/);
  });
});

describe('parts played', () => {
  const action = () => portal.urlOf('anef-sso/login-failed.new');

  it('shows the failed login with the identifier typed, made safe', async () => {
    const failed = await ask(portal, action(), form({ username: '"><b>4242', password: 'x' }));
    expect(failed.status).toBe(200);
    expect(failed.body).toContain('mot de passe invalide');
    expect(failed.body).toContain('value="&#34;&#62;&#60;b&#62;4242"');
  });

  it('keeps the theme of the login page', async () => {
    const old = await ask(portal, portal.urlOf('anef-sso/login-failed.old'), form({ username: '4242', password: 'x' }));
    expect(old.body).toContain('kc-feedback-text');
    expect((await ask(portal, portal.urlOf('anef-sso/login.old'))).body).toContain('hipe-body');
    expect((await ask(portal, portal.urlOf('anef-sso/login.new'))).body).toContain('fr-login');
  });

  it('logs the invented account in, once per code, and out again', async () => {
    const good = await ask(portal, action(), form({ username: ACCOUNT.identifier, password: ACCOUNT.password }));
    const back = new URL(good.headers.location ?? '');
    const fragment = new URLSearchParams(back.hash.slice(1));
    expect([good.status, back.origin, back.pathname, [...fragment.keys()]]).toEqual([
      302,
      ANEF,
      '/usagers/',
      ['state', 'session_state', 'code'],
    ]);
    const code = encodeURIComponent(fragment.get('code') ?? '');
    const taken = await ask(portal, `${ANEF}/api/usager/session?code=${code}`, { method: 'POST' });
    expect(taken.headers['set-cookie']?.[0]).toMatch(/^portail_session=1;.*Secure; HttpOnly/);
    expect((await ask(portal, `${ANEF}/api/usager/session?code=${code}`, { method: 'POST' })).status).toBe(401);
    const cookie = { headers: { cookie: 'portail_session=1' } };
    expect((await askState(portal, '#/', cookie)).body).toContain('data-portal-logout');
    expect((await askState(portal, '#/')).body).toContain('data-item="Se connecter"');
    const out = await ask(portal, `${ANEF}/api/usager/deconnexion`, { method: 'POST', ...cookie });
    expect(out.headers['set-cookie']?.[0]).toContain('Max-Age=0');
  });

  it('has accounts that are disabled or expired', async () => {
    expect((await ask(portal, action(), form({ username: '9999999902', password: 'x' }))).body).toContain('désactivé');
    expect((await ask(portal, action(), form({ username: '9999999903', password: 'x' }))).body).toContain('expiré');
  });

  it('reads the captcha, and sends a draft', async () => {
    const good = await ask(
      portal,
      `${RDV}/_validerCaptcha`,
      form({ captchaFormulaireExtInput: CAPTCHA.toLowerCase() }),
    );
    expect([good.status, good.headers.location]).toEqual([303, '/rdvpref/reservation/demarche/3720/creneau/']);
    const bad = await ask(portal, `${RDV}/_validerCaptcha`, form({ captchaFormulaireExtInput: 'x' }));
    expect(bad.headers.location).toBe('/rdvpref/reservation/demarche/3720/cgu/?error=invalidCaptcha');
    expect((await ask(portal, `${RDV}/cgu/?error=invalidCaptcha`)).body).toContain('est incorrect');
    const sent = await ask(portal, portal.urlOf('demarche-numerique/draft'), form({ nom: 'EXEMPLE' }));
    expect([sent.status, sent.headers.location]).toEqual([303, '/dossiers/20000042/merci']);
  });

  it('answers /api/ with JSON', async () => {
    const me = await ask(portal, `${ANEF}/api/usager/moi?is_by_nature_titre=true`);
    expect([me.status, JSON.parse(me.body).nom]).toEqual([200, ACCOUNT.name]);
  });
});
