/** In the pages of our hosts: reads what is visible, says what it recognises, shows the note. Never touches the journal. */
import { defineContentScript } from 'wxt/utils/define-content-script';
import { startObserving } from '@/lib/flow/content';
import { NATIONAL_MATCHES } from '@/lib/pages/hosts';

export default defineContentScript({
  matches: NATIONAL_MATCHES,
  runAt: 'document_idle',
  main() {
    startObserving();
  },
});
