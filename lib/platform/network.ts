/** Observational webRequest on the hosts of our tables only; what is kept of an event is lib/receipt's business. */
import { NATIONAL_MATCHES, OPTIONAL_MATCHES } from '@/lib/pages/hosts';
import { PREFECTURE_MATCHES } from '@/lib/prefectures/matches';
import { browser, type WebRequest } from './browser';

export type NetworkPhase = 'before-request' | 'response-started' | 'completed' | 'error-occurred';

/** The members of a webRequest event that both browsers give (a subset; more is there, and never read). */
export interface NetworkDetails {
  readonly requestId: string;
  readonly tabId: number;
  readonly type: string;
  readonly url: string;
  readonly timeStamp: number;
  readonly statusCode?: number | undefined;
  readonly fromCache?: boolean | undefined;
  readonly error?: string | undefined;
  readonly responseHeaders?: readonly { readonly name: string; readonly value?: string | undefined }[] | undefined;
}

type Listener<T extends { addListener: (...args: never[]) => void }> = Parameters<T['addListener']>[0];

const ALL = [...NATIONAL_MATCHES, ...PREFECTURE_MATCHES, ...OPTIONAL_MATCHES];

/** What `hearNetwork` registered, so that it can be registered again on fewer hosts. */
let registered: { readonly urls: readonly string[]; readonly stop: () => void } | null = null;
let heard: ((phase: NetworkPhase, details: NetworkDetails) => void) | null = null;

/** Hears navigations and page calls on our hosts (those that are granted). Must be called synchronously at start. */
export function hearNetwork(listener: (phase: NetworkPhase, details: NetworkDetails) => void): void {
  heard = listener;
  registered = register(ALL);
}

/**
 * Leaves out the national hosts that the person took back. While a listener still names one, Chromium says of it
 * « wants to run here » and its toolbar button offers to reload the page instead of opening our popup (measured, 156).
 * Optional hosts (prefectures, useful sites) are asked for, never withheld: they may stay, also once taken back, and the
 * browser gives no event of a host that is not granted (tests/e2e/permissions.test.ts). Leaving them in spares a new
 * registration at each start of the worker, between the two halves of which an event could be lost.
 */
export function narrowNetwork(granted: readonly string[]): void {
  if (!registered) return;
  const withheld = NATIONAL_MATCHES.filter((match) => !granted.includes(match));
  const urls = ALL.filter((match) => !withheld.includes(match));
  if (urls.length === registered.urls.length && urls.every((url, at) => url === registered?.urls[at])) return;
  registered.stop();
  registered = register(urls);
}

function register(urls: readonly string[]): { urls: readonly string[]; stop: () => void } {
  const filter: WebRequest.RequestFilter = { urls: [...urls], types: ['main_frame', 'xmlhttprequest'] };
  const hear = (phase: NetworkPhase) => (details: NetworkDetails) => heard?.(phase, details);
  const { onBeforeRequest, onResponseStarted, onCompleted, onErrorOccurred } = browser.webRequest;
  const before = hear('before-request') as Listener<typeof onBeforeRequest>;
  const started = hear('response-started') as Listener<typeof onResponseStarted>;
  const completed = hear('completed') as Listener<typeof onCompleted>;
  const failed = hear('error-occurred') as Listener<typeof onErrorOccurred>;
  onBeforeRequest.addListener(before, filter);
  onResponseStarted.addListener(started, filter, ['responseHeaders']);
  onCompleted.addListener(completed, filter, ['responseHeaders']);
  onErrorOccurred.addListener(failed, filter);
  const stop = (): void => {
    onBeforeRequest.removeListener(before);
    onResponseStarted.removeListener(started);
    onCompleted.removeListener(completed);
    onErrorOccurred.removeListener(failed);
  };
  return { urls, stop };
}
