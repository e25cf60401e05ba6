/** Reads what a person can see of a page into PageFacts: never a value, never hidden text, never more than the bounds. */
import { normaliseText } from '@/lib/domain/normalise';
import type { PageFacts } from '@/lib/domain/page';
import { collectControls } from './controls';
import { safeDom } from './dom';
import { type Walked, walk } from './walk';

export interface ReadOptions {
  /** Nodes looked at before giving up (`truncated`). */
  readonly maxNodes?: number;
  /** Milliseconds before giving up (`truncated`). */
  readonly budgetMs?: number;
  /** Characters kept. */
  readonly maxCharacters?: number;
  /** Monotonic clock in milliseconds; `performance.now` outside tests. */
  readonly now?: () => number;
  /** Told of each shadow root and same-origin frame document met, for a watcher. */
  readonly onRoot?: (root: Node) => void;
  readonly url?: string;
  readonly firstUrl?: string;
  readonly status?: number;
}

export const READ_DEFAULTS = { maxNodes: 40_000, budgetMs: 1_000, maxCharacters: 200_000 } as const;

const MAX_TITLE = 1_000;

/** What the browser says of how this document came: its first URL and its HTTP status (0 when it does not say). */
function arrival(view: Window | null): { firstUrl: string; status: number } {
  const entry = (view as (Window & typeof globalThis) | null)?.performance.getEntriesByType('navigation')[0];
  const status = entry && 'responseStatus' in entry ? entry.responseStatus : 0;
  return { firstUrl: entry?.name ?? '', status: typeof status === 'number' ? status : 0 };
}

function texts(walked: Walked, kind: 'headings' | 'alerts' | 'texts' | 'actions'): string[] {
  return [...new Set(walked[kind].map(normaliseText))].filter((text) => text !== '');
}

/** An option that was given, ignoring what a page may have put on Object.prototype. */
function given<K extends keyof ReadOptions>(options: ReadOptions, name: K): ReadOptions[K] | undefined {
  return Object.hasOwn(options, name) ? options[name] : undefined;
}

/**
 * Reads a document. Bounded in nodes, characters and time, whatever the page: what was left out is said by `truncated`.
 * Never reads what is typed, chosen in a list or attached.
 */
export function readPageFacts(document: Document, options: ReadOptions = {}): PageFacts {
  const dom = safeDom();
  const view = dom.defaultView(document);
  const came = arrival(view);
  const walked = walk(document, {
    maxNodes: given(options, 'maxNodes') ?? READ_DEFAULTS.maxNodes,
    budgetMs: given(options, 'budgetMs') ?? READ_DEFAULTS.budgetMs,
    maxCharacters: given(options, 'maxCharacters') ?? READ_DEFAULTS.maxCharacters,
    now: given(options, 'now') ?? (() => performance.now()),
    onRoot: given(options, 'onRoot') ?? (() => undefined),
  });
  const url = given(options, 'url') ?? view?.location.href ?? '';
  const root = dom.documentElement(document);
  return {
    url,
    firstUrl: given(options, 'firstUrl') ?? (came.firstUrl || url),
    title: normaliseText(dom.title(document).slice(0, MAX_TITLE)),
    lang: (root ? dom.attribute(root, 'lang') : null)?.slice(0, 35) ?? '',
    status: given(options, 'status') ?? came.status,
    headings: texts(walked, 'headings'),
    alerts: texts(walked, 'alerts'),
    texts: texts(walked, 'texts'),
    actions: texts(walked, 'actions'),
    ...collectControls(walked),
    truncated: walked.truncated,
  };
}
