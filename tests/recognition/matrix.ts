/** The matrix: every fixture against every site. Served elsewhere it is nothing, but for the stock pages of servers. */
import type { PageFacts, SiteTable } from '@/lib/domain/page';
import { recognise } from '@/lib/domain/recognise';
import type { PageFixture } from '../commands/fixtures-of-pages';
import { type Named, nameOf } from './drill';

/** One address of a site's, with its path as it was and at the root. */
function addressesAt(host: string, url: string): string[] {
  const own = new URL(url);
  own.protocol = 'https:';
  own.host = host;
  return [...new Set([own.href, `https://${host}/`])];
}

export interface Elsewhere {
  readonly fixture: PageFixture;
  readonly url: string;
  readonly became: Named;
}

/** Where a fixture's own site does not live; the table of block pages lives on every host and is left out. */
function otherSites(fixture: PageFixture, sites: readonly SiteTable[]): SiteTable[] {
  const home = new URL(fixture.url).hostname;
  return sites.filter((site) => site.site !== 'any' && !site.hosts.includes(home));
}

/** Pages that only their place tells apart from the real ones, and why; all the others are tested everywhere. */
export const TOLD_BY_PLACE: Readonly<Record<string, string>> = {
  'lib/pages/_negatives/agents-application.html':
    'the agents see the very message that was sent, on a host of their own',
  'lib/pages/_negatives/webmail-closure.html': 'an e-mail that holds the whole message, number included',
  'lib/pages/_negatives/lookalike-host.html': 'copies the portal whole: on the portal it is the portal',
  'lib/pages/_negatives/prefecture-not-found.html': 'a page that is not there, on a site where nothing is asked',
  'lib/pages/_negatives/prefecture-not-found-200.html': 'the same, with the status 200',
};

/**
 * Serves a page's facts, with status 200 and without what the background knew, on every other site. What it gives is
 * right only when it is nothing, a page of `any` that is one, or the server's failure of a page that is itself one.
 */
export function servedElsewhere(fixture: PageFixture, facts: PageFacts, sites: readonly SiteTable[]): Elsewhere[] {
  if (Object.hasOwn(TOLD_BY_PLACE, fixture.file)) return [];
  const urls = otherSites(fixture, sites).flatMap((site) =>
    // One host stands for its site: rows do not look at the host.
    site.hosts.slice(0, 1).flatMap((host) => addressesAt(host, fixture.url)),
  );
  return urls.map((url) => ({ fixture, url, became: nameOf({ ...facts, url, firstUrl: url, status: 200 }, sites) }));
}

function outcomeOf(id: Named, sites: readonly SiteTable[]): string | null {
  return sites.flatMap((site) => site.rows).find((row) => row.id === id)?.outcome ?? null;
}

/**
 * Messages that mean the same whoever prints them, in the same words (Keycloak's, Rails', a server's): a page that only
 * says « votre session a expiré » is, on any of our hosts, that site's expired session. Own row → what it may be elsewhere;
 * the test refuses a pair that no fixture needs.
 */
export const SAME_MEANING: Readonly<Record<string, readonly string[]>> = {
  'anef-sso/provider-error': ['anef/technical-error'],
  'anef-sso/technical-error': ['anef/technical-error'],
  'anef/account-blocked': ['anef-sso/account-disabled', 'anef-sso/account-locked'],
  'anef/account-link-expired': ['anef-sso/link-expired'],
  'anef/session-lost': ['anef-sso/login-expired', 'demarche-numerique/session-lost', 'franceconnect/session-expired'],
  'demarche-numerique/login-failed': ['anef-sso/login-failed'],
  'demarche-numerique/login-provider-failed': ['anef/technical-error'],
  'demarche-numerique/session-lost': ['anef-sso/login-expired'],
  'franceconnect/session-expired': ['anef-sso/login-expired', 'anef/session-lost', 'demarche-numerique/session-lost'],
  'rdv-prefecture/http-error': ['anef/technical-error'],
  'rdv-prefecture/session-expired': [
    'anef-sso/login-expired',
    'anef/session-lost',
    'demarche-numerique/session-lost',
    'franceconnect/session-expired',
  ],
};

/** Outcomes that the journal never logs: a page of a procedure, a page that orients. At worst they name it loosely. */
const NEVER_LOGGED = new Set(['step', 'info']);

/**
 * What a page of one site may be when another serves it. Nothing; a block page of a content network (`any/…`), the same
 * everywhere; a failure, when it is itself a failure (nginx and « service en maintenance » do not say whose they are); the
 * message of the same meaning; or a page that is only named, never logged (an ANEF page on a prefecture's host speaks of
 * foreigners; whatever stands at a site's root is its home). Never a refusal, a confirmation or a notice that it is not.
 */
export function isRightElsewhere({ fixture, became }: Elsewhere, sites: readonly SiteTable[]): boolean {
  const own = fixture.expect;
  if (became === null || became === own) return true;
  const outcome = outcomeOf(became, sites);
  if (NEVER_LOGGED.has(outcome ?? '')) return true;
  if (outcomeOf(own, sites) === 'down' && outcome === 'down') return true;
  return own !== null && (SAME_MEANING[own] ?? []).includes(became);
}

/** The rows of the page's own site that also hold, and that the order keeps silent: for information. */
export function shadowedRows(fixture: PageFixture, facts: PageFacts, sites: readonly SiteTable[]): string[] {
  const given = { ...facts, ...fixture.added };
  const found: string[] = [];
  for (let left = sites; ; ) {
    const one = recognise(given, left);
    if (!one) return found.filter((id) => id !== fixture.expect);
    const id = `${one.site}/${one.page}`;
    found.push(id);
    left = left.map((site) => ({ ...site, rows: site.rows.filter((row) => row.id !== id) }));
  }
}
