/** Injected on the person's click only: answers with the page's skeleton, without anything of theirs, and stops there. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { skeletonOf } from '@/lib/flow/skeleton-page';

export default defineUnlistedScript(() => skeletonOf(document));
