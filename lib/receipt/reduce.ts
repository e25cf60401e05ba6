/** The network receipt, as a pure function: browser events in, the state of a tab and finished receipts out. */
import type { Receipt } from '@/lib/domain/entry';
import { momentAt } from '@/lib/domain/moment';
import type { NetworkEvent } from './events';
import { isAborted } from './policy';

/** Failing calls kept for one document, and the length of a path. */
const MAX_CALLS = 20;
const MAX_PATH = 300;
/** A difference beyond ten years is a broken header, not a clock. */
const MAX_CLOCK_SECONDS = 10 * 366 * 86_400;

type Call = NonNullable<Receipt['calls']>[number];

/** A navigation that has not finished. */
interface Pending {
  readonly requestId: string;
  /** When the browser began it: milliseconds since the epoch. */
  readonly startedAt: number;
  readonly response: Omit<Receipt, 'calls'> | null;
}

/** What is known of one tab; plain JSON, for `storage.session`. Holds no query string, no fragment, no header. */
export interface TabReceipts {
  readonly pending: Pending | null;
  /** The document that the tab shows. */
  readonly document: {
    readonly requestId: string;
    readonly host: string;
    readonly path: string;
    readonly receipt: Omit<Receipt, 'calls'>;
  } | null;
  readonly calls: readonly Call[];
}

export const EMPTY_TAB: TabReceipts = { pending: null, document: null, calls: [] };

/** A navigation that has come to its end, one way or another; given exactly once. */
export interface Finished {
  readonly tabId: number;
  readonly requestId: string;
  /** As the browser gave it: the caller cleans it before keeping it. */
  readonly url: string;
  readonly receipt: Receipt;
  /** `connection`: nothing came. `http`: the server answered with an error status. Null: all went well. */
  readonly failure: 'connection' | 'http' | null;
  /**
   * The same address had just failed in this tab, with nothing in between: milliseconds from that failure to the
   * start of this navigation. Null otherwise. See `isBrowserRetry`.
   */
  readonly sinceFailure: number | null;
}

export interface Applied {
  readonly state: TabReceipts;
  readonly finished: Finished | null;
}

/** Applies one event of this tab. Events must come in the order in which the browser gave them. */
export function applyEvent(state: TabReceipts, event: NetworkEvent): Applied {
  return event.resource === 'document'
    ? applyDocument(state, event)
    : { state: applyCall(state, event), finished: null };
}

/** The receipt of the document shown, with its failing calls; null before any document. */
export function currentReceipt(state: TabReceipts): Receipt | null {
  return state.document ? withCalls(state.document.receipt, state.calls) : null;
}

function applyDocument(state: TabReceipts, event: NetworkEvent): Applied {
  // A late or doubled event of a navigation that is already settled.
  if (state.pending?.requestId !== event.requestId && state.document?.requestId === event.requestId)
    return { state, finished: null };
  switch (event.type) {
    case 'before-request':
      // A redirect keeps the request's id: it is the same navigation.
      return {
        state: { ...state, pending: { requestId: event.requestId, startedAt: startOf(state, event), response: null } },
        finished: null,
      };
    case 'response-started':
      return {
        state: {
          ...state,
          pending: { requestId: event.requestId, startedAt: startOf(state, event), response: responseOf(event) },
        },
        finished: null,
      };
    case 'completed':
      return finish(state, event, earlier(state, event) ?? responseOf(event));
    case 'error-occurred':
      if (isAborted(event.error))
        return {
          state: state.pending?.requestId === event.requestId ? { ...state, pending: null } : state,
          finished: null,
        };
      return finish(state, event, failureOf(event, earlier(state, event)));
  }
}

/** What the same navigation's response said, when it had begun. */
function earlier(state: TabReceipts, event: NetworkEvent): Pending['response'] {
  return state.pending?.requestId === event.requestId ? state.pending.response : null;
}

function finish(state: TabReceipts, event: NetworkEvent, receipt: Omit<Receipt, 'calls'>): Applied {
  const { host, path } = place(event.url);
  const next: TabReceipts = { pending: null, document: { requestId: event.requestId, host, path, receipt }, calls: [] };
  const failure = receipt.error !== undefined ? 'connection' : receipt.status >= 400 ? 'http' : null;
  const sinceFailure = sinceFailureOf(state, event, { host, path });
  return {
    state: next,
    finished: { tabId: event.tabId, requestId: event.requestId, url: event.url, receipt, failure, sinceFailure },
  };
}

/** A redirect keeps the request's id and its beginning. */
function startOf(state: TabReceipts, event: NetworkEvent): number {
  return state.pending?.requestId === event.requestId ? state.pending.startedAt : event.timeStamp;
}

function sinceFailureOf(state: TabReceipts, event: NetworkEvent, now: { host: string; path: string }): number | null {
  const before = state.document;
  if (before?.receipt.error === undefined || before.host !== now.host || before.path !== now.path) return null;
  return startOf(state, event) - Date.parse(before.receipt.at.utc);
}

type Answered = Extract<NetworkEvent, { type: 'response-started' | 'completed' }>;

function responseOf(event: Answered): Omit<Receipt, 'calls'> {
  const clock = clockDifference(event);
  return {
    status: event.status,
    fromCache: event.fromCache,
    at: momentAt(Math.floor(event.timeStamp)),
    ...(clock === undefined ? {} : { serverClockSeconds: clock }),
  };
}

/** Server minus device, whole seconds. A stored answer's `Date` is the day it was stored: it says nothing of the clock. */
function clockDifference(event: Answered): number | undefined {
  if (event.fromCache || event.serverDate === undefined) return undefined;
  // The header is cut to the second: the server's clock stood, on average, half a second later.
  const server = Date.parse(event.serverDate) + 500;
  // `+ 0` makes of −0 a plain 0: the journal's canonical form has no negative zero.
  const seconds = Math.round((server - event.timeStamp) / 1000) + 0;
  return Number.isFinite(seconds) && Math.abs(seconds) <= MAX_CLOCK_SECONDS ? seconds : undefined;
}

function failureOf(
  event: Extract<NetworkEvent, { type: 'error-occurred' }>,
  response: Pending['response'],
): Omit<Receipt, 'calls'> {
  if (response) return { ...response, error: event.error };
  return { status: 0, error: event.error, fromCache: event.fromCache, at: momentAt(Math.floor(event.timeStamp)) };
}

/** Notes a call of the page that failed; the others leave no trace. */
function applyCall(state: TabReceipts, event: NetworkEvent): TabReceipts {
  if (event.type === 'completed' && event.status >= 400) return noteCall(state, event.url, event.status);
  if (event.type === 'error-occurred' && !isAborted(event.error)) return noteCall(state, event.url, 0);
  return state;
}

function noteCall(state: TabReceipts, url: string, status: number): TabReceipts {
  const { host, path } = place(url);
  const own = state.document === null || state.document.host === host;
  const call = { path: (own ? path : `//${host}${path}`).slice(0, MAX_PATH), status };
  return { ...state, calls: [...state.calls, call].slice(-MAX_CALLS) };
}

function withCalls(receipt: Omit<Receipt, 'calls'>, calls: readonly Call[]): Receipt {
  return calls.length === 0 ? receipt : { ...receipt, calls: [...calls] };
}

/** Host and path of a URL: no query string, no fragment, no user name. */
function place(url: string): { host: string; path: string } {
  if (!URL.canParse(url)) return { host: '', path: '' };
  const parsed = new URL(url);
  return { host: parsed.host, path: hideSecrets(parsed.pathname).slice(0, MAX_PATH) };
}

/** A path may carry a secret too: e-mail addresses and long tokens become « … » (design.md § 4). */
function hideSecrets(path: string): string {
  return path
    .split('/')
    .map((part) => (/@|%40/i.test(part) || /^eyJ/.test(part) || /^[\w.~-]{40,}$/.test(part) ? '…' : part))
    .join('/');
}
