/** What the stand-in sites do, one function per kind of request: pages, the single-page shell, forms, `/api/…`, our own assets. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { ACCOUNT, CAPTCHA, TROUBLED } from './accounts';
import { type Answer, escapeHtml, formOf, html, json, redirect } from './answers';
import { asset, shellPage } from './assets';
import { ANEF_HOST, choose, type Place, placeOf, routeOf, type Session, samePlace } from './choose';
import type { Fixture } from './fixtures';
import { indexPage } from './index-page';

export const SSO_HOST = 'sso.anef.dgef.interieur.gouv.fr';
export const INDEX_HOST = 'portail.test';
const SESSION_COOKIE = 'portail_session';
const SPA_PATHS = ['/usagers/', '/particuliers/'];
const AUTHENTICATE = '/auth/realms/anef-usagers/login-actions/authenticate';

/** The fixtures, what was pinned, and the codes that the SSO gave and the portal has not yet taken. */
export interface World {
  readonly fixtures: readonly Fixture[];
  pinned: Fixture[];
  readonly codes: Set<string>;
}

/** A request in the terms of the sites. */
export interface Visit {
  readonly request: IncomingMessage;
  readonly place: Place;
  readonly session: Session;
}

const page = (fixture: Fixture): Answer => html(fixture.html, fixture.status);

export function sessionOf(request: IncomingMessage): Session {
  return (request.headers.cookie ?? '').split(/; */).includes(`${SESSION_COOKIE}=1`) ? 'in' : 'out';
}

function setCookie(on: boolean): Record<string, string> {
  return { 'Set-Cookie': `${SESSION_COOKIE}=1; Path=/; Secure; HttpOnly; SameSite=Lax${on ? '' : '; Max-Age=0'}` };
}

/** The fixture of a place: the pinned one, else the best of those that stand there. */
export function fixtureAt(world: World, place: Place, session: Session): Fixture | null {
  return world.pinned.find((one) => samePlace(one, place)) ?? choose(world.fixtures, place, session);
}

function notFound(place: Place): Answer {
  const where = escapeHtml(`${place.host}${place.path}`);
  return html(
    `<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Hors du décor</title></head><body><h1>Hors du décor</h1><p>Le portail de démonstration n’a pas de page à l’adresse ${where}.</p><p><a href="https://${INDEX_HOST}/">Toutes les pages</a></p></body></html>`,
    404,
  );
}

/** `/usagers/` or `/particuliers/`: the shell, or a whole page (maintenance, HTTP error) pinned in its place. */
function spaDocument(world: World, place: Place): Answer {
  const instead = world.pinned.find(
    (one) => one.url.host === place.host && one.url.pathname === place.path && one.status >= 400,
  );
  return instead ? page(instead) : html(shellPage(place.path));
}

/** A state of the single-page app, asked by its script with `at` = the hash route, or `id` = one fixture. */
function spaState(world: World, { place, session, request }: Visit): Answer {
  const id = place.query.get('id');
  if (id !== null) {
    const asked = world.fixtures.find((one) => one.id === id);
    return asked ? html(asked.html) : notFound(place);
  }
  const referer = new URL(request.headers.referer ?? `https://${place.host}/usagers/`);
  const where: Place = {
    host: place.host,
    path: place.query.get('path') ?? referer.pathname,
    route: routeOf(place.query.get('at') ?? '#/'),
    query: new URLSearchParams(),
  };
  const found = fixtureAt(world, where, place.query.get('session') === 'out' ? 'out' : session);
  return found ? html(found.html) : notFound(where);
}

/** The path that a rule is matched against: for a state of the app, the address that the person sees. */
export function rulePath(visit: Visit): string {
  const { place } = visit;
  if (place.path !== '/__portail/state') return `${place.path}${place.query.size > 0 ? `?${place.query}` : ''}`;
  return `${place.query.get('path') ?? ''}${place.query.get('at') ?? ''}`;
}

/** `/api/…`: well whoever asks; a dead session (401), an outage (503) are rules of the test. */
function api(world: World, { place }: Visit): Answer {
  if (place.path === '/api/usager/session') {
    const code = place.query.get('code') ?? '';
    return world.codes.delete(code) ? { ...json({ ok: true }), headers: setCookie(true) } : json({ ok: false }, 401);
  }
  if (place.path === '/api/usager/deconnexion') return { ...json({ ok: true }), headers: setCookie(false) };
  if (place.path === '/api/usager/moi') return json({ nom: ACCOUNT.name, blocking: { should_be_blocked: false } });
  if (place.path.startsWith('/api/notifications')) return json({ data: [], total: 0 });
  return json({});
}

/** The login form: the good password goes back to the portal with a code, the rest gets the page of its failure. */
async function authenticate(world: World, visit: Visit): Promise<Answer> {
  const form = await formOf(visit.request);
  const identifier = form.get('username') ?? '';
  const pinned = world.pinned.find((one) => samePlace(one, visit.place));
  const old = (visit.place.query.get('tab_id') ?? '').endsWith('-ancien');
  if (!pinned && identifier === ACCOUNT.identifier && form.get('password') === ACCOUNT.password) {
    const code = `${randomUUID()}.${randomUUID()}.${randomUUID()}`;
    world.codes.add(code);
    const fragment = new URLSearchParams({ state: randomUUID(), session_state: randomUUID(), code });
    return redirect(`https://${ANEF_HOST}/${old ? 'particuliers' : 'usagers'}/#${fragment}`);
  }
  const failed = pinned ?? choose(world.fixtures, visit.place, 'out', TROUBLED[identifier] ?? 'anef-sso/login-failed');
  if (!failed) return notFound(visit.place);
  const typed = failed.html.replace(
    /(name="username"[^>]* value=")[^"]*"/,
    (_all, start: string) => `${start}${escapeHtml(identifier)}"`,
  );
  return html(typed, failed.status);
}

/** POSTs of the sites that are no single-page app; null when the path takes none. */
async function post(world: World, visit: Visit): Promise<Answer | null> {
  const { place } = visit;
  if (place.host === SSO_HOST && place.path === AUTHENTICATE) return authenticate(world, visit);
  const captcha = /^(\/rdvpref\/reservation\/demarche\/\d+)\/_validerCaptcha$/.exec(place.path);
  if (captcha) {
    const good = (await formOf(visit.request)).get('captchaFormulaireExtInput')?.toUpperCase() === CAPTCHA;
    return redirect(good ? `${captcha[1]}/creneau/` : `${captcha[1]}/cgu/?error=invalidCaptcha`, 303);
  }
  const draft = /^(\/dossiers\/\d+)\/brouillon$/.exec(place.path);
  if (draft) return redirect(`${draft[1]}/merci`, 303);
  return null;
}

/** Pins the fixture that the index links to, then goes to its address. */
function showFromIndex(world: World, place: Place): Answer {
  const fixture = world.fixtures.find((one) => one.id === place.path.slice('/show/'.length));
  if (!fixture) return notFound(place);
  pin(world, fixture);
  return redirect(fixture.url.href);
}

/** Makes `fixture` what stands at its address; for the app, whatever else was pinned as a whole page goes away. */
export function pin(world: World, fixture: Fixture): void {
  const place = placeOf(fixture.url);
  world.pinned = world.pinned.filter(
    (one) =>
      !samePlace(one, place) && !(one.status >= 400 && one.url.host === place.host && one.url.pathname === place.path),
  );
  world.pinned.push(fixture);
}

/** The usual answer of the sites. */
export async function answer(world: World, visit: Visit): Promise<Answer> {
  const { place, request } = visit;
  if (place.path === '/__portail/state') return spaState(world, visit);
  if (place.path.startsWith('/__portail/')) return asset(place.path) ?? notFound(place);
  if (place.path === '/favicon.ico') return { status: 204, type: 'image/x-icon', body: '' };
  if (place.host === INDEX_HOST)
    return place.path === '/' ? html(indexPage(world.fixtures)) : showFromIndex(world, place);
  if (place.host === ANEF_HOST) {
    if (place.path === '/') return html(shellPage('/'));
    if (SPA_PATHS.includes(place.path)) return spaDocument(world, place);
    if (place.path.startsWith('/api/')) return api(world, visit);
  }
  if (place.host === SSO_HOST && place.path.endsWith('/openid-connect/logout')) {
    return redirect(`https://${ANEF_HOST}/usagers/#/`);
  }
  if (request.method === 'POST') return (await post(world, visit)) ?? notFound(place);
  const fixture = fixtureAt(world, place, visit.session);
  return fixture ? page(fixture) : notFound(place);
}
