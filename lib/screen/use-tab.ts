/** The tab that the popup speaks of, and what the background knows of it, kept fresh. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { TabState } from '@/lib/messages/contract';
import { sendToBackground } from '@/lib/platform/messaging';
import { onPermissionsChanged } from '@/lib/platform/permissions';
import { activeTab } from '@/lib/platform/tabs';

/** How often progress is asked for while a capture runs, milliseconds. */
const PROGRESS_EVERY = 300;

/**
 * Closes the popup once it has opened one of our pages. Chromium does it by itself; Firefox leaves it open over the new
 * tab, where a capture would fail for want of a gesture (measured, 153). A popup that is itself a tab stays.
 */
export function leavePopup(): void {
  if (!new URLSearchParams(location.search).has('tab')) window.close();
}

/** The tab that this popup speaks of: `?tab=ID` where the popup is itself a tab (Firefox for Android, tests), else the one in front. */
export async function subjectTab(): Promise<number> {
  const asked = Number(new URLSearchParams(location.search).get('tab') ?? Number.NaN);
  return Number.isInteger(asked) ? asked : (await activeTab()).id;
}

export interface TabAccess {
  readonly tab: TabState | null;
  readonly refresh: () => Promise<void>;
}

/** The tab's state, asked again after each change of the journal or of the permissions. */
export function useTab(
  onFailure: (cause: unknown) => void,
  subscribe: ((again: () => void) => () => void) | null,
): TabAccess {
  const [tab, setTab] = useState<TabState | null>(null);
  const refresh = useCallback(async () => {
    setTab(await sendToBackground('tab-state', { tabId: await subjectTab() }));
  }, []);
  useEffect(() => {
    const again = (): void => void refresh().catch(onFailure);
    again();
    const stops = [onPermissionsChanged(again), subscribe?.(again)];
    return () => {
      for (const stop of stops) stop?.();
    };
  }, [refresh, onFailure, subscribe]);
  return { tab, refresh };
}

/** Looks again and again while a capture runs: how far it is stands in the tab's state. */
export function useProgress(busy: boolean, refresh: () => Promise<void>, onFailure: (cause: unknown) => void): void {
  useEffect(() => {
    if (!busy) return undefined;
    const timer = setInterval(() => void refresh().catch(onFailure), PROGRESS_EVERY);
    return () => clearInterval(timer);
  }, [busy, refresh, onFailure]);
}
