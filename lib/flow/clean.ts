/** Takes the secrets out of what a content script says, before anything else looks at it. */
import { cleanUrl } from '@/lib/domain/url-hygiene';
import type { PageState } from '@/lib/messages/contract';

/** Replaces the raw URLs of a page state by cleaned ones. Nothing raw goes further than this function. */
export function cleanPageState(state: PageState): PageState & { masked: boolean } {
  const now = cleanUrl(state.url);
  const first = cleanUrl(state.firstUrl);
  return { ...state, url: now.url, firstUrl: first.url, masked: now.masked || first.masked };
}
