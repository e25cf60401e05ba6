/** A small HTTPS client for the portal's tests: real host names, the certificate checked, every connection its own. */
import type { IncomingHttpHeaders } from 'node:http';
import { request } from 'node:https';
import type { Portal } from '../../portal/portal';

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Ask {
  readonly method?: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** Asks the portal for `url` as a browser would, without following redirects. Rejects as node:https does. */
export function ask(
  portal: Portal,
  url: string,
  { method = 'GET', body, headers = {}, signal }: Ask = {},
): Promise<Reply> {
  const { hostname, pathname, search } = new URL(url);
  return new Promise((done, failed) => {
    const outgoing = request(
      {
        host: '127.0.0.1',
        port: portal.port,
        servername: hostname,
        ca: portal.caPem,
        path: `${pathname}${search}`,
        method,
        headers: { host: hostname, ...headers },
        agent: false,
        ...(signal ? { signal } : {}),
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', failed);
        response.on('end', () =>
          done({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(parts).toString('utf8'),
          }),
        );
      },
    );
    outgoing.on('error', failed);
    outgoing.end(body);
  });
}

/** The state that the single-page app would draw at `route` (`#/contact`). */
export function askState(portal: Portal, route: string, options: Ask & { path?: string } = {}): Promise<Reply> {
  const query = new URLSearchParams({ path: options.path ?? '/usagers/', at: route });
  return ask(portal, `https://administration-etrangers-en-france.interieur.gouv.fr/__portail/state?${query}`, options);
}
