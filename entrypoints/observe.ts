/** In the pages of our hosts: reads what is visible and tells the background. Recognises nothing, draws nothing: it stays small. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startObserving } from '@/lib/flow/content';

// Registered for what is granted only (lib/platform/registration.ts), at `document_idle`. In the manifest, a script on a
// host that the person took back makes Chromium's toolbar button run the script instead of opening our popup (measured, 156).
// Unlisted: WXT's own wrapper of content scripts adds 3 KB, and posts a message that the page can hear.
export default defineUnlistedScript(() => {
  startObserving();
});
