/** Injected on demand for a whole-page capture: answers the background until the picture is assembled, leaves no trace. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { FULL_PAGE_PORT } from '@/lib/capture/full-page-protocol';
import { acceptOnce } from '@/lib/capture/page-side/accept';
import { serveFullPage } from '@/lib/capture/page-side/full-page';
import { portsOpened } from '@/lib/platform/ports';

export default defineUnlistedScript(() => {
  acceptOnce(portsOpened, FULL_PAGE_PORT, (port) => serveFullPage(port, document));
});
