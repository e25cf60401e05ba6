/** URL hygiene before anything is stored: host, path and hash route stay; secrets and personal values go (pages.md § 0.8, evidence.md § G.10). */
import { decodeOnce, isSecretName, isSecretValue, layersOf } from './url-secrets';

/** A URL that may be stored and printed; `masked` is said as « paramètres masqués ». */
export interface CleanUrl {
  readonly url: string;
  /** True when something was taken out of it. */
  readonly masked: boolean;
}

/** The bound of a stored URL (lib/domain/entry.ts). */
const MAX_URL = 8_000;
/** URLs inside parameters of URLs are followed this deep; deeper ones are dropped. */
const MAX_NESTING = 4;
/** What stands for a masked segment of a path: a path keeps its shape. */
const MASK = '***';
/** Pages of the browser itself: their address may be shown, never what follows it (it quotes the failed address). */
const BROWSER_PAGES = ['about:', 'chrome:', 'chrome-error:', 'edge:'];

/**
 * Cleans a URL. Idempotent; never throws, on any string. What is not a URL gives ''.
 * Of schemes other than http(s) only the name is kept (a file: path holds a person's name).
 */
export function cleanUrl(href: string): CleanUrl {
  return cleanAbsolute(href, MAX_NESTING);
}

function cleanAbsolute(href: string, depth: number): CleanUrl {
  const url = parse(href);
  if (!url) return { url: '', masked: href !== '' };
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return cleanOther(url);
  const path = cleanPath(url.pathname);
  const query = cleanQuery(url.search.slice(1), depth);
  const fragment = cleanFragment(url.hash.slice(1), depth);
  const masked = path.masked || query.masked || fragment.masked || url.username !== '' || url.password !== '';
  const text = `${url.origin}${path.text}${prefixed('?', query.text)}${prefixed('#', fragment.text)}`;
  if (text.length > MAX_URL) return { url: `${url.origin}/${MASK}`, masked: true };
  return { url: text, masked };
}

function cleanOther(url: URL): CleanUrl {
  const kept = BROWSER_PAGES.includes(url.protocol)
    ? `${url.protocol}${url.host ? `//${url.host}` : ''}${cleanPath(url.pathname).text}`
    : url.protocol;
  const text = kept.length > MAX_URL ? url.protocol : kept;
  return { url: text, masked: text !== url.href };
}

function parse(href: string): URL | null {
  return URL.canParse(href) ? new URL(href) : null;
}

interface Cleaned {
  readonly text: string;
  readonly masked: boolean;
}

const prefixed = (sign: string, text: string): string => (text === '' ? '' : `${sign}${text}`);

/** Cleans each element and says whether any was changed; `null` drops it. */
function cleanList(parts: readonly string[], separator: string, clean: (part: string) => string | null): Cleaned {
  const kept = parts.map(clean).filter((part) => part !== null);
  const text = kept.join(separator);
  return { text, masked: text !== parts.join(separator) };
}

/** Path segments, with their `;name=value` parameters (`;jsessionid=…`). */
function cleanPath(path: string): Cleaned {
  return cleanList(path.split('/'), '/', (segment) => {
    const [name = '', ...matrix] = segment.split(';');
    const kept = matrix.filter((parameter) => !isSecretParameter(parameter, 'path'));
    return [isSecretSegment(name) ? MASK : name, ...kept].join(';');
  });
}

/** A segment may itself be parameters: a router turns `#state=…&code=…` into `#/state=…&code=…`. */
function isSecretSegment(segment: string): boolean {
  if (isSecretValue(segment, 'path')) return true;
  const layers = layersOf(segment);
  return !layers || layers.some((layer) => /[=;&?#]/.test(layer) && hasSecretParameter(layer));
}

function isSecretParameter(parameter: string, place: 'path' | 'parameter'): boolean {
  const { name, value } = split(parameter);
  return (value !== null && isSecretName(name)) || isSecretValue(parameter, place) || isSecretSegment(value ?? '');
}

function split(parameter: string): { name: string; value: string | null } {
  const equals = parameter.indexOf('=');
  return equals < 0
    ? { name: parameter, value: null }
    : { name: parameter.slice(0, equals), value: parameter.slice(equals + 1) };
}

/** Whether a text that is not a whole URL holds a `name=value` whose name is secret. */
function hasSecretParameter(text: string): boolean {
  return text.split(/[?#&;/\s]+/).some((piece) => {
    const { name, value } = split(piece);
    return value !== null && isSecretName(name);
  });
}

function cleanQuery(query: string, depth: number): Cleaned {
  return cleanList(query === '' ? [] : query.split('&'), '&', (parameter) => cleanParameter(parameter, depth));
}

/** One `name=value`: as it is, cleaned inside, or null when it must go. */
function cleanParameter(parameter: string, depth: number): string | null {
  const { name, value } = split(parameter);
  if (isSecretName(name)) return null;
  if (value === null)
    return isSecretValue(name, 'parameter') || hasSecretParameter(decodedFully(name)) ? null : parameter;
  if (isSecretValue(name, 'parameter') || hasSecretParameter(decodedFully(name))) return null;
  const nested = decodeOnce(value.replace(/\+/g, ' '));
  if (/^\s*[a-z][a-z0-9+.-]*:\/\//i.test(nested)) return cleanNested(name, value, nested, depth);
  return isSecretValue(value.replace(/\+/g, ' '), 'parameter') || isSecretSegment(value) ? null : parameter;
}

function decodedFully(text: string): string {
  return layersOf(text)?.at(-1) ?? '';
}

/** A whole URL as a value (redirect_uri): kept, cleaned by the same rules. */
function cleanNested(name: string, value: string, nested: string, depth: number): string | null {
  if (depth === 0) return null;
  const inner = cleanAbsolute(nested, depth - 1);
  if (inner.url === '' || hidesMore(inner.url)) return null;
  return inner.masked ? `${name}=${encode(inner.url)}` : `${name}=${value}`;
}

/** A cleaned URL that still decodes into something secret (encoded twice, to pass). */
function hidesMore(url: string): boolean {
  const layers = layersOf(url);
  return !layers || layers.slice(1).some(hasSecretParameter);
}

/** As encodeURIComponent, and what the URL parser would encode by itself, so that a second pass changes nothing. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(/'/g, '%27');
}

/**
 * A fragment: an anchor, a hash route with its own query (`#/x?token=…`), the parameters of a callback
 * (`#state=…&code=…`), or one after the other (`#/x&state=…`, `#/x#state=…`).
 */
function cleanFragment(fragment: string, depth: number): Cleaned {
  return cleanList(fragment.split('#'), '#', (part) => {
    const question = part.indexOf('?');
    const route = question < 0 ? part : part.slice(0, question);
    const query = question < 0 ? '' : part.slice(question + 1);
    return `${cleanRoute(route, depth)}${prefixed('?', cleanQuery(query, depth).text)}`;
  });
}

function cleanRoute(route: string, depth: number): string {
  const [first = '', ...rest] = route.split('&');
  const isPath = !first.includes('=') || first.startsWith('/') || first.startsWith('!/');
  const head = isPath ? cleanPath(first).text : cleanParameter(first, depth);
  const kept = rest.map((parameter) => cleanParameter(parameter, depth));
  return [head, ...kept].filter((part) => part !== null && !part.startsWith(':~:')).join('&');
}
