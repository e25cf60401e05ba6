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

/** Applies one event to its tab. In order: the lock of a key is first come, first served. */
export async function rememberEvent(event: NetworkEvent): Promise<Finished | null> {
  let finished: Finished | null = null;
  await remember<TabReceipts>(key(event.tabId), (before) => {
    const applied = applyEvent(before ?? EMPTY_TAB, event);
    finished = applied.finished;
    return applied.state;
  });
  return finished;
}
