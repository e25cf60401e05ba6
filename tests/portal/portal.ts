/** The stand-in portal: real host names, invented pages, every failure on demand, and a log of every request received. */
import { createServer as createPlain, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecure } from 'node:https';
import { altered, html, write } from './answers';
import { type Behaviour, Behaviours } from './behaviours';
import { makeCertificate } from './certificate';
import { placeOf } from './choose';
import { type Fixture, loadFixtures } from './fixtures';
import { answer, INDEX_HOST, pin, rulePath, sessionOf, type Visit, type World } from './sites';
import { close, closedPort, listen, makeProxy, makeWire } from './wire';

export type { Behaviour } from './behaviours';
export type { Fixture } from './fixtures';

/** A request that reached the portal (or a CONNECT that its proxy took or refused). */
export interface SeenRequest {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly host: string;
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Made by the stand-in pages themselves: style sheets, states of the app, favicon. */
  readonly own: boolean;
  /** Status answered; null while waiting, or when the connection was cut. */
  status: number | null;
}

export interface PortalOptions {
  /** Hosts that cannot be reached from the start: real refusals and DNS failures in Chromium, which must know them at launch. */
  readonly down?: { readonly refused?: readonly string[]; readonly dns?: readonly string[] };
  /** More host names for the certificate (Node clients that check it; browsers are told not to). */
  readonly hosts?: readonly string[];
  /** Milliseconds that the single-page app shows its skeleton before each state. Default 0. */
  readonly spaDelayMs?: number;
}

export interface Portal {
  /** TLS port (plain HTTP on it is redirected to https). */
  readonly port: number;
  /** CONNECT proxy for Firefox. */
  readonly proxyPort: number;
  readonly caPem: string;
  readonly fixtures: readonly Fixture[];
  readonly requests: readonly SeenRequest[];
  /** Adds a rule (see Behaviours.set); returns the way to take it back. @throws Error on an unknown fixture */
  set(host: string, pattern: string | RegExp, behaviour: Behaviour): () => void;
  /** Milliseconds of skeleton before each state of the app, from now on. */
  setSpaDelay(ms: number): void;
  /** The address that the fixture imitates. @throws Error when no fixture has this id */
  urlOf(id: string): string;
  /** Makes this fixture what stands at its address, until `reset`; returns the address. @throws Error as `urlOf` */
  show(id: string): string;
  /** Forgets rules, pinned fixtures, codes and the log. */
  reset(): void;
  /** Arguments for Chromium: host mapping, certificate errors ignored. */
  chromiumArgs(): string[];
  /** Preferences for Firefox: the proxy, no captive-portal or update traffic. */
  firefoxPrefs(): Record<string, string | number | boolean>;
  close(): Promise<void>;
}

/** The state behind one portal, shared by its handlers. */
interface Inside {
  readonly world: World;
  readonly rules: Behaviours;
  readonly down: { readonly refused: readonly string[]; readonly dns: readonly string[] };
  readonly requests: SeenRequest[];
  readonly waiting: Set<NodeJS.Timeout>;
  spaDelayMs: number;
}

function fixtureOf(world: World, id: string): Fixture {
  const found = world.fixtures.find((one) => one.id === id);
  if (!found) throw new Error(`no fixture « ${id} » (see https://${INDEX_HOST}/)`);
  return found;
}

function whyUnreachable(inside: Inside, host: string): 'refuse' | 'dnsFail' | null {
  if (inside.down.refused.includes(host)) return 'refuse';
  if (inside.down.dns.includes(host)) return 'dnsFail';
  return inside.rules.unreachable(host);
}

function noted(inside: Inside, request: IncomingMessage, host: string): SeenRequest {
  const path = request.url ?? '/';
  const seen: SeenRequest = {
    at: Date.now(),
    host,
    method: request.method ?? '',
    path,
    headers: { ...request.headers },
    own: path.startsWith('/__portail/') || path === '/favicon.ico',
    status: null,
  };
  inside.requests.push(seen);
  return seen;
}

function wait(inside: Inside, ms: number): Promise<void> {
  if (ms <= 0) return Promise.resolve();
  return new Promise((done) => {
    const timer = setTimeout(() => {
      inside.waiting.delete(timer);
      done();
    }, ms);
    inside.waiting.add(timer);
  });
}

/** Answers one request, as its rule says when there is one. */
async function handle(
  inside: Inside,
  reset: (port: number | undefined) => void,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const host = (request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
  const seen = noted(inside, request, host);
  const visit: Visit = {
    request,
    place: placeOf(new URL(request.url ?? '/', `https://${host}`)),
    session: sessionOf(request),
  };
  const rule = inside.rules.take(host, rulePath(visit));
  if (rule?.hang) return;
  if (rule?.reset || rule?.refuse || rule?.dnsFail) {
    reset(request.socket.remotePort);
    return;
  }
  const state = visit.place.path === '/__portail/state';
  await wait(inside, (rule?.delayMs ?? 0) + (state ? inside.spaDelayMs : 0));
  const usual = await answer(inside.world, visit);
  const made = altered(
    () => usual,
    rule,
    (id) => {
      const fixture = fixtureOf(inside.world, id);
      return html(fixture.html, fixture.status);
    },
  );
  seen.status = made.status;
  write(response, made, rule);
}

function chromiumArgs(port: number, refusedPort: number, down: Inside['down']): string[] {
  const rules = [
    ...down.refused.map((host) => `MAP ${host} 127.0.0.1:${refusedPort}`),
    ...down.dns.map((host) => `MAP ${host} ~NOTFOUND`),
    `MAP * 127.0.0.1:${port}`,
    'EXCLUDE localhost',
  ];
  return ['--ignore-certificate-errors', '--disable-quic', `--host-resolver-rules=${rules.join(', ')}`];
}

function firefoxPrefs(proxyPort: number): Record<string, string | number | boolean> {
  return {
    'network.proxy.type': 1,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': proxyPort,
    'network.proxy.no_proxies_on': '',
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    'app.update.enabled': false,
    'security.enterprise_roots.enabled': false,
  };
}

/** Starts the sockets: TLS and plain HTTP on one port, the proxy on another. */
async function openSockets(inside: Inside, hosts: readonly string[]) {
  const { key, cert } = await makeCertificate(hosts);
  const secure = createSecure({ key, cert });
  const plain = createPlain((request, response) => {
    response.writeHead(301, { Location: `https://${request.headers.host ?? INDEX_HOST}${request.url ?? '/'}` }).end();
  });
  const wire = makeWire(secure, plain, (host) => whyUnreachable(inside, host) !== null);
  secure.on('request', (request, response) => {
    handle(inside, wire.reset, request, response).catch((error: unknown) => {
      response.statusCode = 500;
      response.end(`portal: ${error instanceof Error ? error.message : String(error)}`);
    });
  });
  const port = await listen(wire.server);
  const proxy = makeProxy(
    port,
    (host) => whyUnreachable(inside, host),
    (host, refused) => {
      if (!refused) return;
      inside.requests.push({
        at: Date.now(),
        host,
        method: 'CONNECT',
        path: '',
        headers: {},
        own: false,
        status: null,
      });
    },
  );
  const proxyPort = await listen(proxy.server);
  const stop = async (): Promise<void> => {
    for (const timer of inside.waiting) clearTimeout(timer);
    wire.destroyAll();
    proxy.destroyAll();
    await Promise.all([close(wire.server), close(proxy.server)]);
  };
  return { port, proxyPort, cert, stop };
}

/**
 * Starts a portal on free ports of the loopback.
 * @throws Error when a fixture is malformed or no port can be had
 */
export async function startPortal(options: PortalOptions = {}): Promise<Portal> {
  const fixtures = loadFixtures();
  const inside: Inside = {
    world: { fixtures, pinned: [], codes: new Set() },
    rules: new Behaviours(),
    down: { refused: options.down?.refused ?? [], dns: options.down?.dns ?? [] },
    requests: [],
    waiting: new Set(),
    spaDelayMs: options.spaDelayMs ?? 0,
  };
  const hosts = new Set([INDEX_HOST, ...fixtures.map((one) => one.url.host), ...(options.hosts ?? [])]);
  const { port, proxyPort, cert, stop } = await openSockets(inside, [...hosts]);
  const refusedPort = await closedPort();
  return {
    port,
    proxyPort,
    caPem: cert,
    fixtures,
    requests: inside.requests,
    set: (host, pattern, behaviour) => {
      if (behaviour.fixture !== undefined) fixtureOf(inside.world, behaviour.fixture);
      return inside.rules.set(host, pattern, behaviour);
    },
    setSpaDelay: (ms) => {
      inside.spaDelayMs = ms;
    },
    urlOf: (id) => fixtureOf(inside.world, id).url.href,
    show: (id) => {
      const fixture = fixtureOf(inside.world, id);
      pin(inside.world, fixture);
      return fixture.url.href;
    },
    reset: () => {
      inside.rules.clear();
      inside.world.pinned = [];
      inside.world.codes.clear();
      inside.requests.length = 0;
      inside.spaDelayMs = options.spaDelayMs ?? 0;
    },
    chromiumArgs: () => chromiumArgs(port, refusedPort, inside.down),
    firefoxPrefs: () => firefoxPrefs(proxyPort),
    close: stop,
  };
}
