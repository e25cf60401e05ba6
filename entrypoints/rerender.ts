/** Injected on demand to draw a page again (« rendu reconstitué »): holds the drawing library, which no other script loads. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { acceptOnce } from '@/lib/capture/page-side/accept';
import { serveRerender } from '@/lib/capture/page-side/rerender';
import { RERENDER_PORT } from '@/lib/capture/rerender-protocol';
import { portsOpened } from '@/lib/platform/ports';

export default defineUnlistedScript(() => {
  acceptOnce(portsOpened, RERENDER_PORT, (port) => serveRerender(port, document));
});
