/** What the network tells: a new navigation clears the tab, one that failed becomes an attempt without any content script. */

import { isFirefox } from '@/lib/platform/capabilities';
import { askContent } from '@/lib/platform/messaging';
import type { NetworkDetails, NetworkPhase } from '@/lib/platform/network';
import { networkEvent } from '@/lib/receipt/events';
import { isAttempt, isBrowserRetry } from '@/lib/receipt/policy';
import type { Finished } from '@/lib/receipt/reduce';
import { logFailure } from './attempts';
import { refreshButton } from './button';
import { changeTab, leaveDocument } from './memory';
import { rememberEvent } from './receipts';

/** One event of webRequest. */
export async function networkHeard(phase: NetworkPhase, details: NetworkDetails): Promise<void> {
  const event = networkEvent(phase, details);
  if (!event) return;
  const { before, finished, newFailure } = await rememberEvent(event);
  // Another document is coming in. Not yet at « before-request »: until an answer comes, the one before still shows.
  if (event.resource === 'document' && event.type === 'response-started') {
    const receipts = before && { ...before, pending: null };
    await changeTab(event.tabId, (memory) => leaveDocument(memory, receipts));
  }
  if (finished) await navigationFinished(finished, event.timeStamp);
  // A call that fails after the page has settled may be what it means (a session that died): it is looked at again.
  if (newFailure) await askContent(event.tabId, 'look-again', {});
}

async function navigationFinished(finished: Finished, timeStamp: number): Promise<void> {
  // Firefox never loads an unreachable page again by itself.
  if (!isFirefox && finished.failure === 'connection' && isBrowserRetry(finished.sinceFailure)) return;
  if (isAttempt(finished.receipt)) {
    if (finished.failure === 'connection') await changeTab(finished.tabId, (memory) => leaveDocument(memory, null));
    // requestId starts again with the browser: the time makes the key unique for ever.
    const key = `net:${finished.requestId}:${Math.floor(timeStamp)}`;
    await logFailure({ tabId: finished.tabId, url: finished.url, key, receipt: finished.receipt });
  }
  await refreshButton(finished.tabId);
}
