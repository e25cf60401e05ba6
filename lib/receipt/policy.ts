/** When what the network said is, by itself, a failed attempt worth a line in the journal. */
import type { Receipt } from '@/lib/domain/entry';

/** The person left, or stopped the loading: nobody refused anything. */
const ABORTED = /^(net::ERR_ABORTED|NS_BINDING_ABORTED|NS_ERROR_ABORT|NS_BINDING_CANCELLED)\b/;
/** An extension or the workplace's policy stopped the request: the site was never asked. */
const BLOCKED_HERE =
  /^(net::ERR_BLOCKED_BY_(CLIENT|ADMINISTRATOR|RESPONSE|CSP)|NS_ERROR_BLOCKED_BY_POLICY|NS_ERROR_CONTENT_BLOCKED)\b/;

/** The device itself had no network: the site was never asked. Kept, under its own name: nobody may call it a failure of the site. */
const OFFLINE =
  /^(net::ERR_(INTERNET_DISCONNECTED|NETWORK_CHANGED|NETWORK_IO_SUSPENDED|NO_SUPPORTED_PROXIES)|NS_ERROR_OFFLINE)\b/;

export function isOffline(error: string): boolean {
  return OFFLINE.test(error);
}

/** The load was given up on this side: not a failure of the site. */
export function isAborted(error: string): boolean {
  return ABORTED.test(error);
}

/**
 * True for a document that did not come though it was asked for: the server failed (5xx), said « too many » (429)
 * or « forbidden » (403), or could not be reached. Not 404: a wrong link says nothing about the procedure.
 */
export function isAttempt(receipt: Pick<Receipt, 'status' | 'error'>): boolean {
  if (receipt.error !== undefined) return !isAborted(receipt.error) && !BLOCKED_HERE.test(receipt.error);
  return receipt.status >= 500 || receipt.status === 429 || receipt.status === 403;
}

/**
 * Chromium loads a page that could not be reached again by itself, while its error page is shown: after 1 s, 5 s, 30 s,
 * 1 min, 5 min, 10 min, then every 30 min (components/error_page, NetErrorAutoReloader, read 2026-11).
 */
const RETRY_SECONDS = [30, 60, 300, 600, 1_800] as const;
/** Below this, in milliseconds: the browser's first two, or a person pressing the key twice. */
const SOON_MS = 8_000;
/** How far from its hour the browser's own attempt may be, in milliseconds. */
const SLACK_MS = 3_000;

/**
 * True when a failed navigation is the browser's own retry of the one before: the person did nothing, so it is no
 * attempt of theirs. A person who retries exactly then is counted once too little, never once too often.
 * @param sinceFailure milliseconds from the failure before, of the same address, to the start of this navigation
 */
export function isBrowserRetry(sinceFailure: number | null): boolean {
  if (sinceFailure === null || sinceFailure < 0) return false;
  if (sinceFailure < SOON_MS) return true;
  return RETRY_SECONDS.some((seconds) => Math.abs(sinceFailure - seconds * 1_000) <= SLACK_MS);
}
