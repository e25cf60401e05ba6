/** Network events in, receipts of tabs out; a navigation that failed becomes an attempt without any content script. */
import type { Receipt } from '@/lib/domain/entry';
import type { NetworkDetails, NetworkPhase } from '@/lib/platform/network';
import { recall, remember } from '@/lib/platform/session';
import { networkEvent } from '@/lib/receipt/events';
import { isAttempt } from '@/lib/receipt/policy';
import { applyEvent, currentReceipt, EMPTY_TAB, type Finished, type TabReceipts } from '@/lib/receipt/reduce';
import { logFailure } from './attempts';
import { refreshButton } from './button';
import { changeTab } from './memory';

const key = (tabId: number): string => `receipts:${tabId}`;

/** What the network said of the document now in a tab; null before any. */
export async function receiptOfTab(tabId: number): Promise<Receipt | null> {
  const state = await recall<TabReceipts>(key(tabId));
  return state ? currentReceipt(state) : null;
}

export async function forgetReceipts(tabId: number): Promise<void> {
  await remember<TabReceipts>(key(tabId), () => null);
}

/** Applies one event of webRequest. Events of one tab are applied in their order: the lock is first come, first served. */
export async function networkHeard(phase: NetworkPhase, details: NetworkDetails): Promise<void> {
  const event = networkEvent(phase, details);
  if (!event) return;
  let finished: Finished | null = null;
  await remember<TabReceipts>(key(event.tabId), (before) => {
    const applied = applyEvent(before ?? EMPTY_TAB, event);
    finished = applied.finished;
    return applied.state;
  });
  if (event.resource === 'document' && event.type === 'before-request') {
    await changeTab(event.tabId, () => ({ page: null, captured: null, networkAttempt: null }));
  }
  if (finished) await navigationFinished(finished, event.timeStamp);
}

async function navigationFinished(finished: Finished, timeStamp: number): Promise<void> {
  if (isAttempt(finished.receipt)) {
    // requestId starts again with the browser: the time makes the key unique for ever.
    const attempt = `net:${finished.requestId}:${Math.floor(timeStamp)}`;
    await logFailure({ tabId: finished.tabId, url: finished.url, key: attempt, receipt: finished.receipt });
  }
  await refreshButton(finished.tabId);
}
