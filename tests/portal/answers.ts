/** How the portal writes an answer: statuses, cache, a wrong clock, delays, and the failures that a rule asks for. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Behaviour } from './behaviours';

export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string | Buffer;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
}

export const HTML = 'text/html; charset=utf-8';
export const JSON_TYPE = 'application/json; charset=utf-8';

export const html = (body: string, status = 200): Answer => ({ status, type: HTML, body });
export const json = (value: unknown, status = 200): Answer => ({
  status,
  type: JSON_TYPE,
  body: JSON.stringify(value),
});
export const redirect = (location: string, status: 302 | 303 = 302, headers: Answer['headers'] = {}): Answer => ({
  status,
  type: HTML,
  body: '',
  headers: { Location: location, ...headers },
});

/** What `behaviour` makes of the usual answer. */
export function altered(usual: () => Answer, behaviour: Behaviour | null, fixture: (id: string) => Answer): Answer {
  if (behaviour === null) return usual();
  const { status, body } = behaviour;
  const base =
    behaviour.fixture !== undefined
      ? fixture(behaviour.fixture)
      : status !== undefined || body !== undefined
        ? { status: 200, type: /^\s*[[{]/.test(body ?? '') ? JSON_TYPE : HTML, body: body ?? '' }
        : usual();
  return { ...base, status: status ?? base.status, headers: { ...base.headers, ...behaviour.headers } };
}

/** Writes the answer, with the clock and the cache that the rule asks for. */
export function write(response: ServerResponse, answer: Answer, behaviour: Behaviour | null): void {
  response.statusCode = answer.status;
  response.setHeader('Content-Type', answer.type);
  response.setHeader('Date', new Date(Date.now() + (behaviour?.dateSkewSeconds ?? 0) * 1000).toUTCString());
  const seconds = behaviour?.cacheSeconds;
  response.setHeader('Cache-Control', seconds === undefined ? 'no-store' : `public, max-age=${seconds}`);
  for (const [name, value] of Object.entries(answer.headers ?? {})) {
    response.setHeader(name, typeof value === 'string' ? value : [...value]);
  }
  response.end(answer.body);
}

/** The body of a form, at most 64 KiB (the pages are ours: nobody sends more). @throws Error when it is larger */
export async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    const chunk = part as Buffer;
    size += chunk.length;
    if (size > 65_536) throw new Error('form larger than 64 KiB');
    parts.push(chunk);
  }
  return new URLSearchParams(Buffer.concat(parts).toString('utf8'));
}

/** Text made safe inside HTML, in content and in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (one) => `&#${one.charCodeAt(0)};`);
}
