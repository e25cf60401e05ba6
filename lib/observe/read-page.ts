/** Reads what a person can see of a page into PageFacts: never a value, never hidden text, never more than the bounds. */
import { MAX_BLOCK, normaliseText } from '@/lib/domain/normalise';
import type { PageFacts } from '@/lib/domain/page';
import { collectControls } from './controls';
import { safeDom } from './dom';
import { Walk, type WalkBounds, type Walked } from './walk';

export interface ReadOptions {
  /** Nodes looked at before giving up (`truncated`). */
  readonly maxNodes?: number;
  /** Milliseconds before giving up (`truncated`). */
  readonly budgetMs?: number;
  /** Characters kept. */
  readonly maxCharacters?: number;
  /** Monotonic clock in milliseconds; `performance.now` outside tests. */
  readonly now?: () => number;
  /** Told of each shadow root and same-origin frame document met; answers whether its changes will be heard. */
  readonly onRoot?: (root: Node) => boolean;
  readonly url?: string;
  readonly firstUrl?: string;
  readonly status?: number;
}

export const READ_DEFAULTS = { maxNodes: 60_000, budgetMs: 1_000, maxCharacters: 200_000 } as const;

const MAX_TITLE = 1_000;
/** The message contract's bounds (lib/messages/contract.ts). */
const MAX_URL = 8_000;
/** Characters of all texts together: what a recognition looks at (lib/domain/facts-view.ts). */
const MAX_CHARACTERS = 250_000;

/** What the browser says of how this document came: its first URL and its HTTP status (0 when it does not say). */
function arrival(view: Window | null): { firstUrl: string; status: number } {
  const entry = (view as (Window & typeof globalThis) | null)?.performance.getEntriesByType('navigation')[0];
  const status = entry && 'responseStatus' in entry ? entry.responseStatus : 0;
  return { firstUrl: entry?.name ?? '', status: typeof status === 'number' ? status : 0 };
}

/** Anything but Latin letters and ordinary signs with single spaces, which are already in their normal form. */
const UNUSUAL = /[^\x20-\x7e\xa1-\xac\xae-\xff]| {2}/;

function normalised(text: string): string {
  const trimmed = text.trim();
  return (UNUSUAL.test(trimmed) ? normaliseText(trimmed) : trimmed).slice(0, MAX_BLOCK);
}

/** The texts of one kind, as far as the allowance of characters goes. Repeats stay: a table's cells make sense in their order. */
function texts(raw: readonly string[], allowance: { left: number }): string[] {
  const kept: string[] = [];
  for (const text of raw) {
    const one = normalised(text);
    if (one === '') continue;
    if (allowance.left <= 0) break;
    allowance.left -= one.length;
    kept.push(one);
  }
  return kept;
}

/** The bounds of a walk, from options. */
export function boundsOf(options: ReadOptions): WalkBounds {
  return { ...READ_DEFAULTS, now: () => performance.now(), onRoot: () => true, ...options };
}

/** The facts of a walk that is over. */
export function factsOf(document: Document, walked: Walked, options: ReadOptions): PageFacts {
  const dom = safeDom();
  const view = dom.defaultView(document);
  const came = arrival(view);
  const url = (options.url ?? view?.location.href ?? '').slice(0, MAX_URL);
  const root = dom.documentElement(document);
  const allowance = { left: MAX_CHARACTERS };
  return {
    url,
    firstUrl: (options.firstUrl ?? (came.firstUrl || url)).slice(0, MAX_URL),
    title: normaliseText(dom.title(document).slice(0, MAX_TITLE)),
    lang: (root ? dom.attribute(root, 'lang') : null)?.slice(0, 35) ?? '',
    status: options.status ?? came.status,
    // In the order in which a recognition spends its own allowance.
    headings: texts(walked.headings, allowance),
    alerts: texts(walked.alerts, allowance),
    actions: texts(walked.actions, allowance),
    texts: texts(walked.texts, allowance),
    ...collectControls(walked),
    truncated: walked.truncated || allowance.left <= 0,
  };
}

/**
 * Reads a document from scratch, in one go. Bounded in nodes, characters and time, whatever the page: what was left
 * out is said by `truncated`. Never reads what is typed, chosen in a list or attached.
 */
export function readPageFacts(document: Document, options: ReadOptions = {}): PageFacts {
  const walk = new Walk(document, boundsOf(options), null);
  walk.step(Number.POSITIVE_INFINITY);
  return factsOf(document, walk.out, options);
}
