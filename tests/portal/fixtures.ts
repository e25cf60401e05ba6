/** Reads the page fixtures of lib/pages: complete HTML documents that open with a comment saying where they stand. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const PAGES = new URL('../../lib/pages/', import.meta.url);
const NEGATIVES = '_negatives';
const HEADERS = ['url', 'status', 'expect', 'default', 'session', 'call', 'before', 'note'] as const;
/** A page may have had several calls of its own refused; the recogniser's tests read them (tests/commands/fixtures-of-pages.ts). */
const REPEATED: readonly Header[] = ['call'];
type Header = (typeof HEADERS)[number];

/** One state of one page, as the portal serves it and as the recogniser's tests read it. */
export interface Fixture {
  /** `site/page.variant`, or `_negatives/name`: the file's path without `fixtures/` and `.html`. */
  readonly id: string;
  readonly site: string;
  /** Absolute path of the file. */
  readonly file: string;
  /** The address that this document imitates, `#` route included. */
  readonly url: URL;
  /** HTTP status of the document. */
  readonly status: number;
  /** Row that must recognise it (`site/page`), null when none may. */
  readonly expect: string | null;
  /** Served for its URL when nothing else was asked. */
  readonly isDefault: boolean;
  /** When given, a default only for somebody logged in, or out. */
  readonly session: 'in' | 'out' | null;
  readonly note: string;
  /** The whole file, comment included. */
  readonly html: string;
}

function headersOf(html: string, file: string): Map<Header, string> {
  const comment = /^<!--\n([\s\S]*?)\n-->\n/.exec(html)?.[1];
  if (comment === undefined)
    throw new Error(`${file}: the first line must open a comment with url, status, expect, note`);
  const found = new Map<Header, string>();
  for (const line of comment.split('\n')) {
    const [, name, value] = /^([a-z]+): (.+)$/.exec(line) ?? [];
    const known = HEADERS.find((header) => header === name);
    if (known === undefined || value === undefined) throw new Error(`${file}: unknown header line « ${line} »`);
    if (found.has(known) && !REPEATED.includes(known)) throw new Error(`${file}: header « ${known} » given twice`);
    found.set(known, value);
  }
  return found;
}

/**
 * Parses one fixture.
 * @param id `site/page.variant`
 * @throws Error naming the file and the header at fault
 */
export function parseFixture(id: string, file: string, html: string): Fixture {
  const headers = headersOf(html, file);
  const needed = (name: Header): string => {
    const value = headers.get(name);
    if (value === undefined) throw new Error(`${file}: header « ${name} » is missing`);
    return value;
  };
  const status = Number(headers.get('status') ?? '200');
  if (!Number.isInteger(status) || status < 100 || status > 599)
    throw new Error(`${file}: status is not an HTTP status`);
  const session = headers.get('session') ?? null;
  if (session !== null && session !== 'in' && session !== 'out')
    throw new Error(`${file}: session is « in » or « out »`);
  const expect = needed('expect');
  if (expect !== 'none' && !/^[a-z-]+\/[a-z0-9-]+$/.test(expect))
    throw new Error(`${file}: expect is « none » or « site/page »`);
  return {
    id,
    site: id.slice(0, id.indexOf('/')),
    file,
    url: new URL(needed('url')),
    status,
    expect: expect === 'none' ? null : expect,
    isDefault: headers.get('default') === 'yes',
    session,
    note: needed('note'),
    html,
  };
}

/** Every fixture of every site, then the negatives, in the order of their ids. @throws Error on a malformed fixture */
export function loadFixtures(): Fixture[] {
  const root = fileURLToPath(PAGES);
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => /^[a-z-]+\/fixtures\/[^/]+\.html$/.test(path) || /^_negatives\/[^/]+\.html$/.test(path))
    .sort()
    .map((path) => {
      const file = `${root}${path}`;
      return parseFixture(path.replace('/fixtures/', '/').replace(/\.html$/, ''), file, readFileSync(file, 'utf8'));
    });
}

/** True for the near-miss pages that no row may recognise. */
export function isNegative(fixture: Fixture): boolean {
  return fixture.site === NEGATIVES;
}
