/** Which page is this? Tables against the facts of a page: pure, bounded, and never throwing. */
import { readValue, type ValueKind } from './extracted';
import { type FactsView, own, viewOf } from './facts-view';
import { MAX_BLOCK, stripAccents } from './normalise';
import type { Condition, Extraction, PageFacts, PageRow, Recognition, SiteTable } from './page';

const MAX_VALUES = 60;
const MAX_VALUE = 300;
/** Of the whole page, what an extraction may look at, in UTF-16 units. */
const MAX_PAGE = 60_000;

/** The members of a condition that hold one pattern, and the facts that each is tested on. */
const PATTERNS = {
  route: (view) => [view.route],
  title: (view) => [view.title],
  heading: (view) => view.headings,
  alert: (view) => view.alerts,
  text: (view) => view.texts,
  action: (view) => view.actions,
  field: (view) => view.fields,
  choice: (view) => view.choices,
  query: (view) => view.pairs,
  call: (view) => view.calls,
} as const satisfies Record<string, (view: FactsView) => readonly string[]>;
type PatternName = keyof typeof PATTERNS;
const PATTERN_NAMES = Object.keys(PATTERNS) as PatternName[];

const folded = new WeakMap<RegExp, RegExp>();

/** The pattern as it is matched: case-insensitive, stateless, its letters without accents like the texts. */
function compiled(pattern: RegExp): RegExp {
  let made = folded.get(pattern);
  if (!made) {
    made = new RegExp(stripAccents(pattern.source), 'i');
    folded.set(pattern, made);
  }
  return made;
}

function patternOf(condition: Condition, name: PatternName): RegExp | undefined {
  return own(condition, name) as RegExp | undefined;
}

function partsOf(condition: Condition, name: 'all' | 'any' | 'none'): readonly Condition[] | undefined {
  return own(condition, name) as readonly Condition[] | undefined;
}

function statusHolds(condition: Condition, view: FactsView): boolean {
  const range = own(condition, 'status') as readonly [number, number] | undefined;
  return range === undefined || (view.status >= range[0] && view.status <= range[1]);
}

function loginHolds(condition: Condition, view: FactsView): boolean {
  return own(condition, 'wasLoggedIn') !== true || view.wasLoggedIn;
}

/** True when every given member of the condition holds. */
function holds(condition: Condition, view: FactsView): boolean {
  if (!statusHolds(condition, view) || !loginHolds(condition, view)) return false;
  for (const name of PATTERN_NAMES) {
    const pattern = patternOf(condition, name);
    if (pattern && !PATTERNS[name](view).some((text) => compiled(pattern).test(text))) return false;
  }
  const any = partsOf(condition, 'any');
  return (
    (partsOf(condition, 'all') ?? []).every((part) => holds(part, view)) &&
    (any === undefined || any.some((part) => holds(part, view))) &&
    !(partsOf(condition, 'none') ?? []).some((part) => holds(part, view))
  );
}

/** The texts that an extraction reads; bounded, as each pattern is. */
function sourceOf(from: Extraction['from'], view: FactsView): readonly string[] {
  if (from === 'page') return [view.raw.blocks.join('\n').slice(0, MAX_PAGE)];
  const texts = from === 'title' ? [view.raw.title] : from === 'route' ? [view.route] : view.raw.texts;
  return texts.map((text) => text.slice(0, MAX_BLOCK));
}

/** Reads one value (or a list) out of the facts; `null` when the page does not show it. */
function extractOne(extraction: Extraction, view: FactsView): string | readonly string[] | null {
  const from = (own(extraction, 'from') ?? 'text') as NonNullable<Extraction['from']>;
  if (from === 'choices-enabled' || from === 'choices-disabled') {
    const wanted = from === 'choices-enabled';
    const labels = view.raw.choices.filter((choice) => choice.enabled === wanted).map((choice) => choice.label);
    return labels.length > 0 ? labels.slice(0, MAX_VALUES).map((label) => label.slice(0, MAX_VALUE)) : null;
  }
  const pattern = own(extraction, 'pattern') as RegExp | undefined;
  if (!pattern) return null;
  const reading = new RegExp(pattern.source, 'gi');
  const found = new Set<string>();
  for (const text of sourceOf(from, view)) {
    for (const match of text.matchAll(reading)) {
      const value = match[1]?.trim().replace(/\n/g, ' · ').slice(0, MAX_VALUE);
      if (!value || readValue((own(extraction, 'is') as ValueKind | undefined) ?? 'text', value) === null) continue;
      if (own(extraction, 'every') !== true) return value;
      found.add(value);
      if (found.size >= MAX_VALUES) return [...found];
    }
  }
  return found.size > 0 ? [...found] : null;
}

function extractAll(row: PageRow, view: FactsView): Record<string, string | readonly string[]> {
  const extracted: Record<string, string | readonly string[]> = {};
  for (const [name, extraction] of Object.entries((own(row, 'extract') ?? {}) as NonNullable<PageRow['extract']>)) {
    const value = extractOne(extraction, view);
    if (value !== null) extracted[name] = value;
  }
  return extracted;
}

function sitesOf(view: FactsView, sites: readonly SiteTable[]): readonly SiteTable[] {
  return view.host === '' ? [] : sites.filter((site) => site.hosts.includes(view.host));
}

function rowHolding(view: FactsView, sites: readonly SiteTable[]): { site: SiteTable; row: PageRow } | null {
  for (const site of sitesOf(view, sites)) {
    const row = site.rows.find((candidate) => holds(candidate.when, view));
    if (row) return { site, row };
  }
  return null;
}

/**
 * Names the page: the first row that holds, of the tables whose hosts include the URL's, in order.
 * Never throws, whatever the facts.
 * @returns `null` for a page or a host that no row knows
 */
export function recognise(facts: PageFacts, sites: readonly SiteTable[]): Recognition | null {
  const view = viewOf(facts);
  const found = rowHolding(view, sites);
  if (!found) return null;
  const page = found.row.id.slice(found.row.id.indexOf('/') + 1);
  return { site: found.site.site, page, outcome: found.row.outcome, extracted: extractAll(found.row, view) };
}

/** True when the page shows that nobody is logged in: its row says so, or its site's mark is there (« whose page is it? »). */
export function showsLoggedOut(facts: PageFacts, sites: readonly SiteTable[]): boolean {
  const view = viewOf(facts);
  const row = rowHolding(view, sites)?.row;
  if (row && own(row, 'loggedOut') === true) return true;
  return sitesOf(view, sites).some((site) => {
    const mark = own(site, 'loggedOut') as Condition | undefined;
    return mark !== undefined && holds(mark, view);
  });
}

const LOGGED_IN =
  /^(?:(?:se|me) )?(?:deconnexion|deconnecter)\b|^(?:log|sign) ?out\b|^(?:mon|my) (?:compte|account|profil|profile)\b|^mes dossiers$|^(?:退出|注销|登出)/i;

/**
 * True when the page offers what only somebody logged in is offered: to log out, their account. A page that shows
 * neither this nor that nobody is logged in (a skeleton, a folded menu) says nothing.
 */
export function showsLoggedIn(facts: PageFacts): boolean {
  return viewOf(facts).actions.some((action) => action.length <= 60 && LOGGED_IN.test(action));
}

const FAILURE =
  /erreur|impossible|indisponible|inaccessible|echec|echoue|incorrect|invalide|expiree?s?\b|bloque|refuse|rejete|introuvable|reessayer|aucun creneau|trop tot|n'a pas (?:pu|ete)|ne (?:peut|pouvez|permet) pas|maintenance|desactive|error|failed|failure|unavailable|unable|denied|invalid|expired|blocked|not found|try again|something went wrong/i;
const SENTENCE_OF_FAILURE =
  /^(?:une erreur|erreur (?:technique|interne|inattendue|\d{3})|.{0,60}(?:est|sont) (?:momentanement |temporairement |actuellement )?(?:indisponible|inaccessible)|.{0,60}reessayer (?:ulterieurement|plus tard)|vous ne pouvez pas|.{0,40}depot impossible|an error|something went wrong|.{0,60}try again later)/i;

/**
 * Does an unknown page look like a problem worth keeping? An error status, words of failure where pages put them
 * (alert, heading, title), or a short sentence that says so. A hint for the person, never a conclusion.
 */
export function looksLikeProblem(facts: PageFacts): boolean {
  const view = viewOf(facts);
  if (view.status >= 400) return true;
  const loud = [view.title, ...view.headings, ...view.alerts];
  if (loud.some((text) => text.length <= 500 && FAILURE.test(text))) return true;
  return view.texts.some((text) => text.length <= 300 && SENTENCE_OF_FAILURE.test(text));
}

/** Why a row was not recognised: each elementary test, held or missing. */
export interface Explanation {
  readonly sites: readonly string[];
  readonly recognition: Recognition | null;
  /** The rows that came closest, best first, at most three. */
  readonly closest: readonly {
    readonly id: string;
    readonly held: readonly string[];
    readonly missing: readonly string[];
  }[];
}

interface Tested {
  readonly held: string[];
  readonly missing: string[];
}

function test(condition: Condition, view: FactsView, wanted: boolean): Tested {
  const tested: Tested = { held: [], missing: [] };
  const note = (ok: boolean, words: string): void => {
    (ok === wanted ? tested.held : tested.missing).push(wanted ? words : `not ${words}`);
  };
  for (const name of PATTERN_NAMES) {
    const pattern = patternOf(condition, name);
    if (pattern)
      note(
        PATTERNS[name](view).some((text) => compiled(pattern).test(text)),
        `${name} ~ /${pattern.source}/`,
      );
  }
  const range = own(condition, 'status') as readonly [number, number] | undefined;
  if (range) note(statusHolds(condition, view), `status ${range[0]}…${range[1]} (${view.status})`);
  if (own(condition, 'wasLoggedIn') === true) note(view.wasLoggedIn, 'logged in just before');
  for (const part of partsOf(condition, 'all') ?? []) merge(tested, test(part, view, wanted));
  const any = partsOf(condition, 'any');
  if (any && wanted) merge(tested, closestOf(any.map((part) => test(part, view, wanted))));
  if (any && !wanted) for (const part of any) merge(tested, test(part, view, wanted));
  for (const part of partsOf(condition, 'none') ?? []) {
    // A guard that does its work is no news; one that stops the row is.
    if (holds(part, view) === wanted) tested.missing.push(...test(part, view, !wanted).missing);
  }
  return tested;
}

function merge(into: Tested, from: Tested): void {
  into.held.push(...from.held);
  into.missing.push(...from.missing);
}

function closestOf(tested: readonly Tested[]): Tested {
  return tested.reduce(
    (best, one) => (nearness(one) > nearness(best) ? one : best),
    tested[0] ?? { held: [], missing: [] },
  );
}

function nearness({ held, missing }: Tested): number {
  return held.length / Math.max(1, held.length + missing.length) - missing.length / 1_000;
}

/** For contributors: which rows came closest, and what they lacked. */
export function explain(facts: PageFacts, sites: readonly SiteTable[]): Explanation {
  const view = viewOf(facts);
  const known = sitesOf(view, sites);
  const rows = known.flatMap((site) => site.rows).map((row) => ({ id: row.id, ...test(row.when, view, true) }));
  const closest = rows.sort((a, b) => nearness(b) - nearness(a)).slice(0, 3);
  return { sites: known.map((site) => site.site), recognition: recognise(facts, sites), closest };
}
