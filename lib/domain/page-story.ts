/** From what a tab shows to states of its documents: a new one or the same, somebody logged in before or not. Pure. */
import { parseUrl, routeOf } from './facts-view';
import type { PageFacts, Recognition, SiteTable } from './page';
import { looksLikeProblem, recognise, showsLoggedIn, showsLoggedOut } from './recognise';
import { shortKey } from './short-key';

/** A state that lasts less is not one: milliseconds between two readings of a page that moves. */
export const STATE_MS = 300;
/** Documents of one tab that may come back from the browser's cache. */
export const MAX_DOCUMENTS = 6;

/** One document of a tab, as far as it was told. */
export interface DocumentStory {
  readonly name: string;
  /** Number of its last state; -1 before the first. */
  readonly state: number;
  /** Short name of that state: route, row, what was read out. */
  readonly key: string;
  /** What was seen while the page moved: a state if it is seen again. */
  readonly candidate: { readonly key: string; readonly at: number } | null;
  /** The route on which somebody who was logged in no longer was. */
  readonly lostAt: string | null;
}

/** What one tab showed. Small: it is kept where 10 MB hold everything. */
export interface TabStory {
  readonly login: { readonly site: string; readonly on: boolean } | null;
  /** The last ones, the current one at the end. */
  readonly documents: readonly DocumentStory[];
}

export const NO_STORY: TabStory = { login: null, documents: [] };

/** What a content script tells, with what the background knows of the tab (`facts.calls`). */
export interface Sighted {
  readonly document: string;
  readonly facts: PageFacts;
  readonly quiet: boolean;
  /** Milliseconds, on the document's own clock. */
  readonly at: number;
  readonly exhausted: boolean;
}

export interface Decision {
  /** `state`: new or the same. `pending`: the page moves, this may be a flash. `exhausted`: the state told before stands. */
  readonly stands: 'state' | 'pending' | 'exhausted';
  readonly state: number;
  /** The facts as they were recognised. */
  readonly facts: PageFacts;
  readonly recognition: Recognition | null;
  readonly problem: boolean;
  readonly loggedOut: boolean;
}

/** Names a state: which row, where, and what was read out. */
function keyOf(facts: PageFacts, recognition: Recognition | null): string {
  const row = recognition && [recognition.site, recognition.page, recognition.extracted];
  return shortKey(JSON.stringify([placeOf(facts), row]));
}

function placeOf(facts: PageFacts): string {
  const url = parseUrl(facts.url);
  return url ? url.origin + routeOf(url) : facts.url;
}

/** The site of a page where people log in; null elsewhere. */
function loginSite(facts: PageFacts, sites: readonly SiteTable[]): string | null {
  const host = parseUrl(facts.url)?.hostname ?? '';
  const knows = (site: SiteTable): boolean => site.loggedOut !== undefined || site.rows.some((row) => row.loggedOut);
  return sites.find((site) => site.hosts.includes(host) && knows(site))?.site ?? null;
}

const NEW_DOCUMENT: Omit<DocumentStory, 'name'> = { state: -1, key: '', candidate: null, lostAt: null };

/** Who is logged in after this page; where nothing says so, what was known of the same site stays. */
function loginAfter(
  before: TabStory['login'],
  site: string | null,
  shows: { readonly out: boolean; readonly in: boolean },
): TabStory['login'] {
  if (site === null) return null;
  if (shows.out || shows.in) return { site, on: shows.in };
  return before?.site === site ? before : { site, on: false };
}

/**
 * Recognises a page, and says which state of its document it is. The same sighting twice gives the same state.
 * A state is recognised again as the one before whatever else moved in the page.
 */
export function decide(
  story: TabStory,
  seen: Sighted,
  sites: readonly SiteTable[],
): { readonly story: TabStory; readonly decision: Decision } {
  const document = story.documents.find((one) => one.name === seen.document) ?? {
    ...NEW_DOCUMENT,
    name: seen.document,
  };
  const site = loginSite(seen.facts, sites);
  const place = placeOf(seen.facts);
  // The loss of a login is a fact of the page that shows it, for as long as it stays there.
  const wasIn =
    seen.facts.wasLoggedIn === true ||
    (site !== null && story.login?.site === site && story.login.on) ||
    document.lostAt === place;
  const facts = wasIn ? { ...seen.facts, wasLoggedIn: true } : seen.facts;
  const recognition = recognise(facts, sites);
  const loggedOut = showsLoggedOut(facts, sites);
  const key = keyOf(facts, recognition);
  const first = document.state < 0;
  const known = !first && document.key === key;
  const stands = standing(seen, document, { key, known, first });
  const state = known ? document.state : document.state + 1;
  const decision: Decision = {
    stands,
    state: stands === 'exhausted' ? document.state : state,
    facts,
    recognition,
    problem: recognition === null ? looksLikeProblem(facts) : false,
    loggedOut,
  };
  const others = story.documents.filter((one) => one !== document).slice(1 - MAX_DOCUMENTS);
  if (stands !== 'state') {
    const candidate = stands === 'pending' ? { key, at: seen.at } : null;
    return { story: { ...story, documents: [...others, { ...document, candidate }] }, decision };
  }
  const isIn = !loggedOut && site !== null && showsLoggedIn(facts);
  const lostAt = loggedOut && wasIn ? place : isIn ? null : document.lostAt;
  const login = loginAfter(story.login, site, { out: loggedOut, in: isIn });
  return {
    story: { login, documents: [...others, { name: document.name, state, key, candidate: null, lostAt }] },
    decision,
  };
}

function standing(
  seen: Sighted,
  document: DocumentStory,
  { key, known, first }: { key: string; known: boolean; first: boolean },
): Decision['stands'] {
  const { candidate } = document;
  const twice = candidate?.key === key && seen.at - candidate.at >= STATE_MS;
  if (seen.quiet || known || twice) return 'state';
  // A page that never rests and was never told is told as it is; else what was told stands.
  if (seen.exhausted) return first ? 'state' : 'exhausted';
  return 'pending';
}
