/** Makes sure that the pixels are those of the page that was asked for: the same tab, in front, at the same URL. */
import { AppError } from '@/lib/domain/errors';
import type { TabStatus } from './ports';

export type ReadTab = (tabId: number) => Promise<TabStatus | null>;

/**
 * The tab as it is now, which must be the active one of its window.
 * @throws AppError tab-closed, tab-changed
 */
export async function frontTab(read: ReadTab, tabId: number): Promise<TabStatus> {
  const status = await read(tabId);
  if (!status) throw new AppError('tab-closed');
  if (!status.active) throw new AppError('tab-changed', { detail: 'another tab is in front' });
  return status;
}

/**
 * Checks again after the picture: captureVisibleTab takes whatever is in front at that moment.
 * @throws AppError tab-closed, tab-changed
 */
export async function stillFront(read: ReadTab, tabId: number, before: TabStatus): Promise<void> {
  const now = await frontTab(read, tabId);
  if (now.windowId !== before.windowId)
    throw new AppError('tab-changed', { detail: 'the tab moved to another window' });
  if (now.url !== before.url) throw new AppError('tab-changed', { detail: 'the page changed' });
}
