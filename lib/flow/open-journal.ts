/** The one journal of a context, opened once, with the real clock, locks and random names. */

import { openJournal } from '@/lib/journal/store';
import type { Journal } from '@/lib/journal/types';
import { productVersion } from '@/lib/platform/capabilities';

let opened: Promise<Journal> | null = null;

/**
 * The journal of this extension page or worker. A connection that could not be opened is not kept: the next call tries again.
 * @throws AppError storage-unavailable
 */
export function appJournal(): Promise<Journal> {
  opened ??= openJournal({ now: () => Date.now(), locks: navigator.locks, product: productVersion() }).catch(
    (cause) => {
      opened = null;
      throw cause;
    },
  );
  return opened;
}
