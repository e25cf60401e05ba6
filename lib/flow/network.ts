/** What the network tells: a new navigation clears the tab, one that failed becomes an attempt without any content script. */

import { isFirefox } from '@/lib/platform/capabilities';
import type { NetworkDetails, NetworkPhase } from '@/lib/platform/network';
import { networkEvent } from '@/lib/receipt/events';
import { isAttempt, isBrowserRetry } from '@/lib/receipt/policy';
import type { Finished } from '@/lib/receipt/reduce';
import { logFailure } from './attempts';
import { refreshButton } from './button';
import { changeTab } from './memory';
import { rememberEvent } from './receipts';

const FRESH = { page: null, captured: null, networkAttempt: null } as const;

/** One event of webRequest. */
export async function networkHeard(phase: NetworkPhase, details: NetworkDetails): Promise<void> {
  const event = networkEvent(phase, details);
  if (!event) return;
  const finished = await rememberEvent(event);
  // Another document is coming in. Not yet at « before-request »: until an answer comes, the one before still shows.
  if (event.resource === 'document' && event.type === 'response-started') await changeTab(event.tabId, () => FRESH);
  if (finished) await navigationFinished(finished, event.timeStamp);
}

async function navigationFinished(finished: Finished, timeStamp: number): Promise<void> {
  // Firefox never loads an unreachable page again by itself.
  if (!isFirefox && finished.failure === 'connection' && isBrowserRetry(finished.sinceFailure)) return;
  if (isAttempt(finished.receipt)) {
    if (finished.failure === 'connection') await changeTab(finished.tabId, () => FRESH);
    // requestId starts again with the browser: the time makes the key unique for ever.
    const key = `net:${finished.requestId}:${Math.floor(timeStamp)}`;
    await logFailure({ tabId: finished.tabId, url: finished.url, key, receipt: finished.receipt });
  }
  await refreshButton(finished.tabId);
}
