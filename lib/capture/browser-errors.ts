/** Turns the browsers' own wordings into our error codes. Wordings read in Chromium 156's and Firefox 153's sources and answers. */
import { AppError, type ErrorCode } from '@/lib/domain/errors';

/** Chromium: two calls a second, a rejected call counts too. */
const QUOTA = /MAX_CAPTURE_VISIBLE_TAB_CALLS_PER_SECOND|exceeds the .*quota/i;

/** Picture asked for and not obtained; the same call may succeed a moment later. */
const UNREADABLE = /failed to capture tab|image readback|view is invisible|encoding failed|empty picture/i;

const RULES: readonly (readonly [ErrorCode, RegExp])[] = [
  ['capture-quota', QUOTA],
  [
    'protected-page',
    /gallery|cannot be scripted|cannot access a chrome|chrome(-[a-z]+)?:\/\/|\babout:|showing error page|extensions_disallow|screenshots? (has|have|is|are) (been )?disabled|restricted/i,
  ],
  ['no-gesture', /<all_urls>|activetab|cannot access contents of|must request permission/i],
  [
    'tab-closed',
    /no tab with id|invalid tab id|no window with id|tab was closed|tab was removed|no active web contents/i,
  ],
  [
    'tab-changed',
    /frame with id \d+ (was removed|is not ready)|no frame with id|back\/forward cache|receiving end does not exist|message port closed/i,
  ],
  ['picture-unreadable', UNREADABLE],
  ['cancelled', /^aborterror|\baborted\b/i],
];

/** Pages that no extension may read though their URL is http(s): the browsers' own stores. */
const STORE_HOSTS =
  /^https:\/\/(chromewebstore\.google\.com|chrome\.google\.com\/webstore|addons\.mozilla\.org|accounts-static\.cdn\.mozilla\.net|support\.mozilla\.org)(\/|$)/i;

function wordsOf(error: unknown): string {
  if (error instanceof Error) return `${error.name === 'Error' ? '' : `${error.name}: `}${error.message}`;
  return typeof error === 'string' ? error : (JSON.stringify(error) ?? String(error));
}

/**
 * The error to show and to write for what the browser said.
 * Firefox says « Missing host permission for the tab » both of a protected page and of an ordinary one without a
 * gesture: the URL decides. Without a gesture the URL is hidden from us, with one it is shown even for about: pages.
 * @param url the tab's URL, when known
 */
export function captureError(error: unknown, url?: string): AppError {
  if (error instanceof AppError) return error;
  const words = wordsOf(error);
  const options = { detail: words.slice(0, 500), cause: error };
  if (/missing host permission/i.test(words))
    return new AppError(url === undefined || isOrdinary(url) ? 'no-gesture' : 'protected-page', options);
  const rule = RULES.find(([, pattern]) => pattern.test(words));
  // Chromium answers « Either the '<all_urls>' or 'activeTab' permission is required » on its own store too.
  if (rule?.[0] === 'no-gesture' && url !== undefined && !isOrdinary(url))
    return new AppError('protected-page', options);
  return new AppError(rule?.[0] ?? 'capture-failed', options);
}

/** An http(s) or file page that is not one of the browsers' stores. */
function isOrdinary(url: string): boolean {
  return /^(https?|file):/i.test(url) && !STORE_HOSTS.test(url);
}

/** The browser refuses because of the rate, not because of the page. */
export function isQuotaError(error: unknown): boolean {
  return captureError(error).code === 'capture-quota';
}

/** The picture could not be read this time; worth one more try. */
export function isUnreadable(error: unknown): boolean {
  return captureError(error).code === 'picture-unreadable';
}
