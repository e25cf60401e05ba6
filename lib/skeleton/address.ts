/** The address of a skeleton: host, path and hash route; no parameter, no number, no name. Pure. */
import { stripAccents } from '@/lib/domain/normalise';
import { cleanUrl } from '@/lib/domain/url-hygiene';
import { isKnown } from './vocabulary';

const MASKED = '***';
/** A longer segment is an identifier or somebody's words. */
const MAX_SEGMENT = 60;

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch (cause) {
    if (!(cause instanceof URIError)) throw cause;
    return '';
  }
}

/** Words of the site stay, numbers become 0 (« etape-2 »); anything else is masked. */
function keptSegment(segment: string, personal: ReadonlySet<string>): string {
  if (segment === '' || segment === MASKED) return segment;
  const text = decoded(segment);
  const words = stripAccents(text)
    .toLowerCase()
    .split(/[-_.]+/);
  const ours = words.every((word) => /^\d+$/.test(word) || (isKnown(word) && !personal.has(word)));
  return ours && text.length <= MAX_SEGMENT ? text.replace(/\d+/g, '0') : MASKED;
}

const keptPath = (path: string, personal: ReadonlySet<string>): string =>
  path
    .split('/')
    .map((segment) => keptSegment(segment.split(';')[0] ?? '', personal))
    .join('/');

/**
 * `https://host/path#/route` as a fixture's `url:` takes it; '' for what is not a web page.
 * @param personal words known to be the person's
 */
export function keptAddress(href: string, personal: ReadonlySet<string> = new Set()): string {
  const { url } = cleanUrl(href);
  if (!URL.canParse(url)) return '';
  const { protocol, host, pathname, hash } = new URL(url);
  if (protocol !== 'https:' && protocol !== 'http:') return '';
  const route = /^#!?\//.test(hash) ? `#${keptPath(hash.slice(1).split(/[?&]/)[0] ?? '', personal)}` : '';
  return `${protocol}//${host}${keptPath(pathname, personal)}${route}`;
}
