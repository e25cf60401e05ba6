/** The receipts of the tabs, remembered across the worker's lives. */
import type { Receipt } from '@/lib/domain/entry';
import { recall, remember } from '@/lib/platform/session';
import type { NetworkEvent } from '@/lib/receipt/events';
import { applyEvent, currentReceipt, EMPTY_TAB, type Finished, type TabReceipts } from '@/lib/receipt/reduce';

const key = (tabId: number): string => `receipts:${tabId}`;

/** What the network said of the document now in a tab; null before any. */
export async function receiptOfTab(tabId: number): Promise<Receipt | null> {
  const state = await recall<TabReceipts>(key(tabId));
  return state ? currentReceipt(state) : null;
}

export async function forgetReceipts(tabId: number): Promise<void> {
  await remember<TabReceipts>(key(tabId), () => null);
}

/** All that is known of the requests of a tab; null before any. */
export async function receiptsOfTab(tabId: number): Promise<TabReceipts | null> {
  return recall<TabReceipts>(key(tabId));
}

/** Puts back what was known of a document that the browser brought back. */
export async function putBackReceipts(tabId: number, receipts: TabReceipts | null): Promise<void> {
  await remember<TabReceipts>(key(tabId), () => receipts);
}

/** The page's own calls that failed, each once, as conditions of rows name them: `401 /api/usager/moi`. */
export function failedCalls(receipts: Pick<TabReceipts, 'calls'> | null): string[] {
  return [...new Set((receipts?.calls ?? []).map(({ status, path }) => `${status} ${path}`))];
}

/**
 * Applies one event to its tab. In order: the lock of a key is first come, first served.
 * @returns what was known before, the navigation that it finished, and whether a call failed that had not failed before in this document
 */
export async function rememberEvent(
  event: NetworkEvent,
): Promise<{ readonly before: TabReceipts | null; readonly finished: Finished | null; readonly newFailure: boolean }> {
  let known: TabReceipts | null = null;
  let finished: Finished | null = null;
  let newFailure = false;
  await remember<TabReceipts>(key(event.tabId), (before) => {
    const state = before ?? EMPTY_TAB;
    known = before;
    const applied = applyEvent(state, event);
    finished = applied.finished;
    const told = new Set(failedCalls(state));
    newFailure = event.resource === 'call' && failedCalls(applied.state).some((call) => !told.has(call));
    return applied.state;
  });
  return { before: known, finished, newFailure };
}
