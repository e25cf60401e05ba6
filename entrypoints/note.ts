/** Injected beside the observer once there is something to say: draws the note in the page. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { offerNote } from '@/lib/note/shared';

export default defineUnlistedScript(() => {
  offerNote(document);
});
