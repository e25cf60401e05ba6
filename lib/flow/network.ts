/** What the network tells: a new navigation clears the tab, one that failed becomes an attempt without any content script. */
import type { NetworkDetails, NetworkPhase } from '@/lib/platform/network';
import { networkEvent } from '@/lib/receipt/events';
import { isAttempt } from '@/lib/receipt/policy';
import type { Finished } from '@/lib/receipt/reduce';
import { logFailure } from './attempts';
import { refreshButton } from './button';
import { changeTab } from './memory';
import { rememberEvent } from './receipts';

/** One event of webRequest. */
export async function networkHeard(phase: NetworkPhase, details: NetworkDetails): Promise<void> {
  const event = networkEvent(phase, details);
  if (!event) return;
  const finished = await rememberEvent(event);
  if (event.resource === 'document' && event.type === 'before-request') {
    await changeTab(event.tabId, () => ({ page: null, captured: null, networkAttempt: null }));
  }
  if (finished) await navigationFinished(finished, event.timeStamp);
}

async function navigationFinished(finished: Finished, timeStamp: number): Promise<void> {
  if (isAttempt(finished.receipt)) {
    // requestId starts again with the browser: the time makes the key unique for ever.
    const key = `net:${finished.requestId}:${Math.floor(timeStamp)}`;
    await logFailure({ tabId: finished.tabId, url: finished.url, key, receipt: finished.receipt });
  }
  await refreshButton(finished.tabId);
}
