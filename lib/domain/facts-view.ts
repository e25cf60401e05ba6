/** The facts of a page made ready for patterns: folded, bounded, and total whatever it is given. */
import { foldText, normaliseText } from './normalise';
import type { Choice, PageFacts } from './page';

/** Bounds of one recognition: with them the work is a few million characters at most, however large the page. */
export const MAX_TEXTS = 4_000;
export const MAX_CHARACTERS = 250_000;
const MAX_PAIRS = 100;

/** What conditions are tested on. Every string is folded (lib/domain/normalise.ts) but those of `raw`. */
export interface FactsView {
  readonly host: string;
  readonly route: string;
  readonly pairs: readonly string[];
  readonly title: string;
  readonly headings: readonly string[];
  readonly alerts: readonly string[];
  readonly texts: readonly string[];
  readonly actions: readonly string[];
  readonly fields: readonly string[];
  readonly choices: readonly string[];
  readonly calls: readonly string[];
  readonly wasLoggedIn: boolean;
  readonly status: number;
  /** Normalised, case and accents kept: what is read out for the journal. */
  readonly raw: {
    readonly title: string;
    /** Headings and alerts first. */
    readonly texts: readonly string[];
    /** The visible blocks alone, in reading order. */
    readonly blocks: readonly string[];
    readonly choices: readonly Choice[];
  };
}

/** Own members only: what a page may have put on Object.prototype is not a fact. */
export function own(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;
}

function str(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value.slice(0, MAX_TEXTS) : [];
}

/** Keeps the strings that fit in the page's allowance of characters, in order. */
function strings(value: unknown, allowance: { left: number }): string[] {
  const kept: string[] = [];
  for (const item of list(value)) {
    if (typeof item !== 'string' || item === '') continue;
    if (allowance.left <= 0) break;
    allowance.left -= item.length;
    kept.push(item);
  }
  return kept;
}

/** Parses an absolute URL; `null` for anything else, without throwing. */
export function parseUrl(url: unknown): URL | null {
  return typeof url === 'string' && URL.canParse(url) ? new URL(url) : null;
}

/** Percent-decoding that cannot fail: what is not UTF-8 becomes U+FFFD. */
function decode(text: string): string {
  return new URLSearchParams(`x=${text.replace(/\+/g, '%2B').replace(/&/g, '%26')}`).get('x') ?? '';
}

/**
 * Path + `#` route, decoded, without any parameter: `/usagers/#/espace-personnel/mon-compte`.
 * A fragment that is no route (`#state=…&code=…`, `#contenu`) is left out; a bare `#` is `#/`.
 */
export function routeOf(url: URL): string {
  const fragment = url.hash.slice(1);
  const bare = url.hash === '' && url.href.endsWith('#');
  if (!bare && !fragment.startsWith('/') && !fragment.startsWith('!/')) return decode(url.pathname);
  const path = fragment.replace(/^!/, '').split(/[?&;]/, 1)[0] ?? '';
  return `${decode(url.pathname)}#${bare ? '/' : decode(path)}`;
}

/** Each `name=value` of the query and of the fragment. */
function pairsOf(url: URL): string[] {
  const fragment = url.hash.slice(1).replace(/^[^?]*\?/, '');
  const pairs: string[] = [];
  for (const part of [url.search.slice(1), fragment]) {
    for (const [name, value] of new URLSearchParams(part)) {
      if (pairs.length < MAX_PAIRS) pairs.push(foldText(`${name}=${value}`));
    }
  }
  return pairs;
}

function choicesOf(value: unknown): Choice[] {
  return list(value).flatMap((item) => {
    const label = normaliseText(str(own(item, 'label')));
    return label === ''
      ? []
      : [{ label, enabled: own(item, 'enabled') === true, checked: own(item, 'checked') === true }];
  });
}

/** Prepares facts. Total: anything that is not what PageFacts says counts as absent. */
export function viewOf(facts: PageFacts): FactsView {
  const allowance = { left: MAX_CHARACTERS };
  const headings = strings(own(facts, 'headings'), allowance);
  const alerts = strings(own(facts, 'alerts'), allowance);
  const actions = strings(own(facts, 'actions'), allowance);
  const texts = strings(own(facts, 'texts'), allowance);
  const choices = choicesOf(own(facts, 'choices'));
  const url = parseUrl(own(facts, 'url'));
  const first = parseUrl(own(facts, 'firstUrl'));
  // A site may delete a parameter by pushState after loading (pages.md § 4.1): same path → the first URL still speaks.
  const opened = url && first && first.host === url.host && first.pathname === url.pathname ? pairsOf(first) : [];
  const status = own(facts, 'status');
  const blocks = texts.map(normaliseText);
  const title = normaliseText(str(own(facts, 'title')).slice(0, 1_000));
  const fields = list(own(facts, 'fields')).flatMap((field) => [str(own(field, 'label')), str(own(field, 'name'))]);
  return {
    host: url ? url.hostname.toLowerCase().replace(/\.$/, '') : '',
    route: url ? foldText(routeOf(url)) : '',
    pairs: url ? [...pairsOf(url), ...opened] : [],
    title: foldText(title),
    headings: headings.map(foldText),
    alerts: alerts.map(foldText),
    actions: actions.map(foldText),
    texts: [...texts, ...headings, ...alerts, ...actions].map(foldText),
    fields: fields.filter((text) => text !== '').map(foldText),
    choices: choices.map((choice) => foldText(choice.label)),
    calls: strings(own(facts, 'calls'), allowance).map(foldText),
    wasLoggedIn: own(facts, 'wasLoggedIn') === true,
    status: typeof status === 'number' && Number.isFinite(status) ? status : 0,
    raw: { title, texts: [...[...headings, ...alerts].map(normaliseText), ...blocks], blocks, choices },
  };
}
