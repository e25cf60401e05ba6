/** Injected on demand to draw a page again (« rendu reconstitué »): holds the drawing library, which no other script loads. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { acceptOnce } from '@/lib/capture/page-side/accept';
import { serveRerender } from '@/lib/capture/page-side/rerender';
import { RERENDER_PORT } from '@/lib/capture/rerender-protocol';
import { browser } from '@/lib/platform/browser';

export default defineUnlistedScript(() => {
  acceptOnce(browser.runtime.onConnect, RERENDER_PORT, (port) => serveRerender(port, document));
});
