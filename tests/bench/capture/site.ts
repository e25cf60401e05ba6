/** Serves the bench's pages on localhost and counts the requests. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PAGES } from './pages';

export interface Site {
  readonly origin: string;
  /** Paths asked for, in order. */
  readonly requests: string[];
  close(): void;
}

export interface SiteFile {
  readonly type: string;
  readonly body: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * @param more further paths (a stand-in page and its files)
 * @param cache `no-store` makes every new use of a file a new request: nothing can hide in the cache
 */
export async function serveSite(more: Readonly<Record<string, SiteFile>> = {}, cache = 'max-age=3600'): Promise<Site> {
  const requests: string[] = [];
  const files: Readonly<Record<string, SiteFile>> = { ...PAGES, ...more };
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    requests.push(path);
    const file = files[path];
    response.writeHead(file ? 200 : 404, {
      'content-type': file ? `${file.type}; charset=utf-8` : 'text/plain',
      'cache-control': cache,
      ...file?.headers,
    });
    response.end(file?.body ?? 'absent');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    requests,
    close: () => server.close(),
  };
}
