/** Which fixture stands at an address: what was pinned there, or the one whose query fits best, or the default. */
import type { Fixture } from './fixtures';

/** The only host whose `#` routes are pages: the single-page app. Elsewhere a fragment never reaches the server. */
export const ANEF_HOST = 'administration-etrangers-en-france.interieur.gouv.fr';

export type Session = 'in' | 'out';

/** Where the portal looks: host, path, `#` route (with its `#`, or empty) and query. */
export interface Place {
  readonly host: string;
  readonly path: string;
  readonly route: string;
  readonly query: URLSearchParams;
}

/** The place of a URL; a hash route loses its own query. */
export function placeOf(url: URL): Place {
  return { host: url.host, path: url.pathname, route: routeOfUrl(url), query: url.searchParams };
}

/** `#/contact` from `#/contact?x=1`; a fragment that is no route (a callback, an anchor) counts as `#/`. */
export function routeOf(hash: string): string {
  if (hash === '') return '';
  const route = hash.replace(/\?.*$/, '');
  return route.startsWith('#/') ? route : '#/';
}

function routeOfUrl(url: URL): string {
  return url.host === ANEF_HOST ? routeOf(url.hash) : '';
}

export function samePlace(fixture: Fixture, place: Place): boolean {
  return (
    fixture.url.host === place.host && fixture.url.pathname === place.path && routeOfUrl(fixture.url) === place.route
  );
}

/** How many parameters of the fixture's URL the query repeats; -1 when it lacks one. */
function repeated(fixture: Fixture, query: URLSearchParams): number {
  const wanted = [...fixture.url.searchParams];
  return wanted.every(([name, value]) => query.get(name) === value) ? wanted.length : -1;
}

/**
 * Chooses among the fixtures that stand at `place`.
 * @param page only fixtures of this row (`anef-sso/login-failed`)
 */
export function choose(fixtures: readonly Fixture[], place: Place, session: Session, page?: string): Fixture | null {
  const here = fixtures.filter((one) => samePlace(one, place) && (page === undefined || one.expect === page));
  const rank = (one: Fixture): number =>
    repeated(one, place.query) * 16 +
    (one.session === session ? 2 : one.session === null ? 0 : -8) +
    (one.status >= 400 ? -1000 : 0) + // a failure shows only when asked, or when nothing else stands there
    (one.isDefault ? 1 : 0);
  return here.reduce<Fixture | null>((best, one) => (best === null || rank(one) > rank(best) ? one : best), null);
}
