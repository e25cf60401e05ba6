/** A content script outlives the permission that let it in, until its page goes: what it still says is not heard. */
import type { Sender } from '@/lib/platform/messaging';
import { hasHosts } from '@/lib/platform/permissions';

/** True while the host of a content script's page is granted. */
export async function stillGranted(sender: Sender): Promise<boolean> {
  return URL.canParse(sender.url) && hasHosts([new URL(sender.url).host]);
}
