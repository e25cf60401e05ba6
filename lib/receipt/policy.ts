/** When what the network said is, by itself, a failed attempt worth a line in the journal. */
import type { Receipt } from '@/lib/domain/entry';

/** The person left, or stopped the loading: nobody refused anything. */
const ABORTED = /^(net::ERR_ABORTED|NS_BINDING_ABORTED|NS_ERROR_ABORT|NS_BINDING_CANCELLED)\b/;
/** An extension or the workplace's policy stopped the request: the site was never asked. */
const BLOCKED_HERE = /^(net::ERR_BLOCKED_BY_(CLIENT|ADMINISTRATOR|RESPONSE|CSP)|NS_ERROR_BLOCKED_BY_POLICY|NS_ERROR_CONTENT_BLOCKED)\b/;

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
