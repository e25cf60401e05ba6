/** The browsers' wordings and what we make of them. */
import { describe, expect, it } from 'vitest';
import { captureError } from '@/lib/capture/browser-errors';
import { AppError } from '@/lib/domain/errors';

const PAGE = 'https://administration-etrangers-en-france.interieur.gouv.fr/';

describe('captureError', () => {
  it.each([
    ["Either the '<all_urls>' or 'activeTab' permission is required.", PAGE, 'no-gesture'],
    ['Missing activeTab permission', PAGE, 'no-gesture'],
    ['Missing host permission for the tab', PAGE, 'no-gesture'],
    ['Missing host permission for the tab', undefined, 'no-gesture'],
    ['Missing host permission for the tab', 'about:config', 'protected-page'],
    ['Missing host permission for the tab', 'https://addons.mozilla.org/fr/firefox/', 'protected-page'],
    [
      'Cannot access contents of the page. Extension manifest must request permission to access the respective host.',
      PAGE,
      'no-gesture',
    ],
    ["Either the '<all_urls>' or 'activeTab' permission is required.", 'chrome://settings/', 'protected-page'],
    ['Cannot access a chrome:// URL', 'chrome://settings/', 'protected-page'],
    ['The extensions gallery cannot be scripted.', 'https://chromewebstore.google.com/', 'protected-page'],
    ['Cannot access a chrome-extension:// URL of different extension', undefined, 'protected-page'],
    ['Frame with ID 0 is showing error page', PAGE, 'protected-page'],
    ['This request exceeds the MAX_CAPTURE_VISIBLE_TAB_CALLS_PER_SECOND quota.', PAGE, 'capture-quota'],
    ['Failed to capture tab: image readback failed', PAGE, 'picture-unreadable'],
    ['Failed to capture tab: view is invisible', PAGE, 'picture-unreadable'],
    ['No tab with id: 12.', PAGE, 'tab-closed'],
    ['Invalid tab ID: 12', PAGE, 'tab-closed'],
    ['No window with id: 3.', PAGE, 'tab-closed'],
    ['Frame with ID 0 was removed.', PAGE, 'tab-changed'],
    ['Could not establish connection. Receiving end does not exist.', PAGE, 'tab-changed'],
    ['Something new', PAGE, 'capture-failed'],
  ])('%s (%s) → %s', (words, url, code) => {
    expect(captureError(new Error(words), url)).toMatchObject({ code, detail: words });
  });

  it('keeps our own errors, and bounds the detail', () => {
    const own = new AppError('page-moving');
    expect(captureError(own)).toBe(own);
    expect(captureError(new Error('x'.repeat(2_000))).detail).toHaveLength(500);
    expect(captureError('Invalid tab ID: 4').code).toBe('tab-closed');
  });
});
