/** In the pages of our hosts: reads what is visible, says what it recognises, shows the note. Never touches the journal. */
import { defineContentScript } from 'wxt/utils/define-content-script';
import { startObserving } from '@/lib/flow/content';
import { NATIONAL_MATCHES } from '@/lib/pages/hosts';

export default defineContentScript({
  matches: NATIONAL_MATCHES,
  // Registered for what is granted only (lib/platform/registration.ts). In the manifest, a script on a host that the
  // person took back makes Chromium's toolbar button run the script instead of opening our popup (measured, 156).
  registration: 'runtime',
  runAt: 'document_idle',
  main() {
    startObserving();
  },
});
