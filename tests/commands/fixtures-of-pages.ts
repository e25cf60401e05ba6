/** The fixtures of the page tables: each file, the address and status it stands for, and the row that it must be. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

export interface PageFixture {
  /** Path from the repository's root. */
  readonly file: string;
  readonly html: string;
  readonly url: string;
  readonly status: number;
  /** `site/page`, or null when no row must recognise it. */
  readonly expect: string | null;
  /** What the background would add to the facts of this page: failed calls of its own, a login seen just before. */
  readonly added: { readonly calls?: readonly string[]; readonly wasLoggedIn?: true };
}

const ROOT = new URL('../../', import.meta.url).pathname;
export const PAGES_FOLDER = 'lib/pages';

function headerValue(header: string, name: string): string | undefined {
  return new RegExp(`(?:^|\\s)${name}:\\s*(\\S+)`, 'm').exec(header)?.[1];
}

/** « call: 401 /api/usager/moi » (as many as there are) and « before: logged-in ». */
function addedOf(header: string): PageFixture['added'] {
  const calls = [...header.matchAll(/^\s*call:\s*(\d{3} \/\S*)/gm)].flatMap((match) => match[1] ?? []);
  return {
    ...(calls.length > 0 ? { calls } : {}),
    ...(headerValue(header, 'before') === 'logged-in' ? { wasLoggedIn: true as const } : {}),
  };
}

function readFixture(path: string): PageFixture {
  const html = readFileSync(path, 'utf8');
  const file = relative(ROOT, path);
  const header = /^\s*<!--([\s\S]*?)-->/.exec(html)?.[1] ?? '';
  const url = headerValue(header, 'url');
  const expected = headerValue(header, 'expect');
  const status = Number(headerValue(header, 'status') ?? '200');
  if (!url || !URL.canParse(url) || !expected || !Number.isInteger(status)) {
    throw new Error(
      `${file}: begin the file with a comment that says « url: https://… », « status: 200 », « expect: site/page » (or « expect: none »).`,
    );
  }
  return { file, html, url, status, expect: expected === 'none' ? null : expected, added: addedOf(header) };
}

/** Every fixture of every site, and the pages of `_negatives`, in the order of their paths. */
export function readPageFixtures(): PageFixture[] {
  const folder = join(ROOT, PAGES_FOLDER);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /(?:^|\/)(?:fixtures|_negatives)\/[^/]+\.html$/.test(name))
    .sort()
    .map((name) => readFixture(join(folder, name)));
}
