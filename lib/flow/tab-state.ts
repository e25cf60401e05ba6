/** What the popup asks first: where the person is, what is known of the page, whose it is. */
import { cleanUrl } from '@/lib/domain/url-hygiene';
import type { TabState } from '@/lib/messages/contract';
import { hasHosts, hostKind } from '@/lib/platform/permissions';
import { findTab } from '@/lib/platform/tabs';
import { lookAt } from './look';
import { capturedIn, getProgress, tabMemory } from './memory';
import { appJournal } from './open-journal';
import { currentOwner } from './owner';
import { receiptOfTab } from './receipts';

/** How our reach on a URL stands: one of our hosts with its permission, without, another site, or a page of the browser's own. */
export async function hostState(url: string | null): Promise<TabState['host']> {
  if (!url || !/^https?:/.test(url)) return 'protected';
  const { host } = new URL(url);
  if (!hostKind(host)) return 'other';
  return (await hasHosts([host])) ? 'granted' : 'missing';
}

export async function tabState(tabId: number): Promise<TabState> {
  const [tab, journal, progress] = await Promise.all([findTab(tabId), appJournal(), getProgress()]);
  const url = tab?.url ?? null;
  const host = await hostState(url);
  const described = host === 'granted' ? ((await lookAt(tabId))?.page ?? null) : null;
  // After the look: the log-out that it shows is asked about at once.
  const owner = await currentOwner();
  const { masked: _masked, ...page } = described ?? { masked: false };
  const memory = await tabMemory(tabId);
  const same = described && memory.page?.document === described.document && memory.page.state === described.state;
  return {
    tabId,
    url: url && host !== 'protected' ? cleanUrl(url).url : null,
    host,
    page: described ? (page as TabState['page']) : null,
    receipt: await receiptOfTab(tabId),
    captured: same || !described ? capturedIn(memory, owner.dossier?.id) : null,
    ownerQuestion: owner.question,
    heldAttempts: (await journal.held()).length,
    activeDossier: owner.dossier?.id ?? null,
    progress: progress?.tabId === tabId ? { done: progress.done, total: progress.total } : null,
  };
}
