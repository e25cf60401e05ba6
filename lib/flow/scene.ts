/** What is true of a page at the moment of a capture, whether a content script runs there or not. */
import type { EntryData } from '@/lib/domain/entry';
import { AppError } from '@/lib/domain/errors';
import type { PageFacts } from '@/lib/domain/page';
import { cleanUrl } from '@/lib/domain/url-hygiene';
import { findTab, type TabInfo } from '@/lib/platform/tabs';
import { lookAt } from './look';

/** What is true of the page when the picture is asked for; URLs already cleaned. */
export interface Scene {
  readonly tab: TabInfo;
  readonly url: string;
  readonly masked: boolean;
  readonly firstUrl: string | null;
  readonly title: string;
  readonly page: EntryData['capture']['page'];
  readonly extracted: EntryData['capture']['extracted'];
  /** What our script read there; null where none runs. URLs raw. */
  readonly facts: PageFacts | null;
}

/**
 * Looks at a tab, cleaning its URLs.
 * @throws AppError tab-closed, protected-page
 */
export async function sceneOf(tabId: number): Promise<Scene> {
  const tab = await findTab(tabId);
  if (!tab) throw new AppError('tab-closed');
  if (!tab.url || !/^https?:/.test(tab.url)) throw new AppError('protected-page');
  // No content script (another site, the browser's error page): the tab's own URL and title are what there is.
  const seen = await lookAt(tabId);
  if (!seen) {
    const title = tab.title.slice(0, 500);
    return { tab, ...cleanUrl(tab.url), firstUrl: null, title, page: null, extracted: {}, facts: null };
  }
  const { page: state } = seen;
  const { extracted = {}, ...page } = state.recognition ?? {};
  return {
    tab,
    url: state.url,
    masked: state.masked,
    firstUrl: state.firstUrl === state.url ? null : state.firstUrl,
    title: state.title.slice(0, 500),
    page: state.recognition ? (page as Scene['page']) : null,
    extracted: extracted as Scene['extracted'],
    facts: seen.facts,
  };
}
