/** Each failure that a test may ask of the portal happens, and the log tells what was received. */
import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Behaviours } from '../../portal/behaviours';
import { type Portal, startPortal } from '../../portal/portal';
import { ask, askState } from './client';

const HOST = 'www.haute-savoie.gouv.fr';
const HOME = `https://${HOST}/`;
const ANEF = 'administration-etrangers-en-france.interieur.gouv.fr';
let portal: Portal;
beforeAll(async () => {
  portal = await startPortal({
    down: { refused: ['refus.test'], dns: ['inconnu.test'] },
    hosts: ['refus.test', 'inconnu.test'],
  });
});
afterEach(() => portal.reset());
afterAll(() => portal.close());

/** First line that the proxy answers to CONNECT. */
function tunnel(host: string): Promise<string> {
  return new Promise((done, failed) => {
    const socket = connect(portal.proxyPort, '127.0.0.1', () =>
      socket.write(`CONNECT ${host}:443 HTTP/1.1\r\nHost: ${host}:443\r\n\r\n`),
    );
    socket.once('data', (data: Buffer) => {
      socket.destroy();
      done(data.toString('latin1').split('\r\n')[0] ?? '');
    });
    socket.once('error', failed);
  });
}

describe('rules', () => {
  it('answers an empty 503, a 429 with its header, a body, another page', async () => {
    portal.set(HOST, '/', { status: 503 });
    expect(await ask(portal, HOME)).toMatchObject({ status: 503, body: '' });
    portal.set(HOST, '/', { status: 429, headers: { 'Retry-After': '60' } });
    const many = await ask(portal, HOME);
    expect([many.status, many.headers['retry-after']]).toEqual([429, '60']);
    portal.set(HOST, '/', { body: '<p>autre</p>' });
    expect(await ask(portal, HOME)).toMatchObject({ status: 200, body: '<p>autre</p>' });
    portal.set(HOST, '/', { fixture: 'prefecture/pan.74' });
    expect((await ask(portal, HOME)).body).toContain('(PAN)');
  });

  it('takes the last rule set, on its host and path only, as often as asked, until taken back', async () => {
    const back = portal.set(HOST, '/Demarches/*', { status: 500 });
    expect((await ask(portal, HOME)).status).toBe(200);
    expect((await ask(portal, `${HOME}Demarches/Accueil-des-etrangers`)).status).toBe(500);
    expect((await ask(portal, 'https://www.seine-saint-denis.gouv.fr/')).status).toBe(200);
    back();
    expect((await ask(portal, `${HOME}Demarches/Accueil-des-etrangers`)).status).toBe(200);
    portal.set('*', /^\/\?x=1$/, { status: 502, times: 1 });
    expect((await ask(portal, `${HOME}?x=1`)).status).toBe(502);
    expect((await ask(portal, `${HOME}?x=1`)).status).toBe(200);
  });

  it('moves the server’s clock, alone or with another answer', async () => {
    const off = (date: string | undefined) => Math.round((Date.parse(date ?? '') - Date.now()) / 1000);
    expect(Math.abs(off((await ask(portal, HOME)).headers.date))).toBeLessThanOrEqual(2);
    portal.set(HOST, '/', { dateSkewSeconds: -3600, status: 503 });
    const late = await ask(portal, HOME);
    expect(late.status).toBe(503);
    expect(Math.abs(off(late.headers.date) + 3600)).toBeLessThanOrEqual(2);
  });

  it('lets nothing be cached, unless asked', async () => {
    expect((await ask(portal, HOME)).headers['cache-control']).toBe('no-store');
    portal.set(HOST, '/', { cacheSeconds: 600 });
    const kept = await ask(portal, HOME);
    expect([kept.headers['cache-control'], kept.body.includes('Haute-Savoie')]).toEqual(['public, max-age=600', true]);
  });

  it('waits', async () => {
    portal.set(HOST, '/', { delayMs: 300 });
    const before = performance.now();
    await ask(portal, HOME);
    expect(performance.now() - before).toBeGreaterThanOrEqual(295);
  });

  it('hangs until the client leaves', async () => {
    portal.set(HOST, '/', { hang: true });
    await expect(ask(portal, HOME, { signal: AbortSignal.timeout(300) })).rejects.toThrow(/abort/i);
    expect(portal.requests.at(-1)).toMatchObject({ host: HOST, status: null });
  });

  it('cuts the connection after the request, or before TLS', async () => {
    portal.set(HOST, '/', { reset: true });
    await expect(ask(portal, HOME)).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(portal.requests).toHaveLength(1);
    portal.reset();
    portal.set(HOST, '*', { refuse: true });
    await expect(ask(portal, HOME)).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(portal.requests).toEqual([]);
    expect((await ask(portal, 'https://www.seine-saint-denis.gouv.fr/')).status).toBe(200);
  });

  it('changes states of the app by the address that the person sees, and its /api/', async () => {
    portal.set(ANEF, '/usagers/#/contact', { fixture: 'anef/contact-sent.new' });
    expect((await askState(portal, '#/contact')).body).toContain('Votre message a bien été envoyé');
    expect((await askState(portal, '#/')).body).not.toContain('Votre message a bien été envoyé');
    portal.set(ANEF, '/api/*', { status: 503 });
    expect((await ask(portal, `https://${ANEF}/api/usager/moi?is_by_nature_titre=true`)).status).toBe(503);
  });

  it('delays the states of the app only', async () => {
    portal.setSpaDelay(250);
    let before = performance.now();
    await askState(portal, '#/');
    expect(performance.now() - before).toBeGreaterThanOrEqual(245);
    before = performance.now();
    await ask(portal, `https://${ANEF}/usagers/`);
    expect(performance.now() - before).toBeLessThan(245);
  });

  it('reads « * » as any run and everything else as it is', () => {
    const rules = new Behaviours();
    rules.set('a.test', '/x.y/*?z', { status: 500 });
    expect(rules.take('a.test', '/x.y/1/2?z')).toEqual({ status: 500 });
    expect(rules.take('a.test', '/xzy/1?z')).toBeNull();
    expect(rules.take('b.test', '/x.y/1?z')).toBeNull();
  });
});

describe('hosts that are down', () => {
  it('tells Chromium at launch', () => {
    const rules = portal.chromiumArgs().find((one) => one.startsWith('--host-resolver-rules=')) ?? '';
    expect(rules).toMatch(
      new RegExp(
        `=MAP refus\\.test 127\\.0\\.0\\.1:\\d+, MAP inconnu\\.test ~NOTFOUND, MAP \\* 127\\.0\\.0\\.1:${portal.port}, EXCLUDE localhost$`,
      ),
    );
    expect(rules).not.toContain(`refus.test 127.0.0.1:${portal.port}`);
  });

  it('refuses through the proxy what is down from the start, or now', async () => {
    expect(portal.firefoxPrefs()['network.proxy.ssl_port']).toBe(portal.proxyPort);
    expect(await tunnel(HOST)).toBe('HTTP/1.1 200 OK');
    expect(await tunnel('refus.test')).toBe('HTTP/1.1 503 Service Unavailable');
    expect(await tunnel('inconnu.test')).toBe('HTTP/1.1 404 Not Found');
    portal.set(HOST, '*', { refuse: true });
    expect(await tunnel(HOST)).toBe('HTTP/1.1 503 Service Unavailable');
    portal.set(HOST, '*', { dnsFail: true });
    expect(await tunnel(HOST)).toBe('HTTP/1.1 404 Not Found');
    expect(portal.requests.filter((one) => one.method === 'CONNECT').map((one) => one.host)).toEqual([
      'refus.test',
      'inconnu.test',
      HOST,
      HOST,
    ]);
  });
});

describe('the log', () => {
  it('keeps every request: host, path, method, headers, hour, status; and says which are the pages’ own', async () => {
    const before = Date.now();
    await ask(portal, `${HOME}?a=1`, { headers: { 'x-essai': 'oui' } });
    await ask(portal, `${HOME}__portail/css/prefecture.css`);
    await ask(portal, 'https://portail.test/rien', { method: 'POST', body: 'x' });
    expect(portal.requests.map(({ host, path, method, status, own }) => ({ host, path, method, status, own }))).toEqual(
      [
        { host: HOST, path: '/?a=1', method: 'GET', status: 200, own: false },
        { host: HOST, path: '/__portail/css/prefecture.css', method: 'GET', status: 200, own: true },
        { host: 'portail.test', path: '/rien', method: 'POST', status: 404, own: false },
      ],
    );
    expect(portal.requests[0]?.headers['x-essai']).toBe('oui');
    expect(portal.requests[0]?.at).toBeGreaterThanOrEqual(before);
    portal.reset();
    expect(portal.requests).toEqual([]);
  });

  it('starts fast, and two portals do not meddle', async () => {
    const before = performance.now();
    const other = await startPortal();
    const took = performance.now() - before;
    other.set(HOST, '/', { status: 503 });
    expect((await ask(portal, HOME)).status).toBe(200);
    expect((await ask(other, HOME)).status).toBe(503);
    await other.close();
    await expect(ask(other, HOME)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    expect(took).toBeLessThan(10_000); // under 0.4 s alone; the bound leaves room for a machine at full load
  });
});
