/** Looks at a tab now, without waiting for its page to speak: what the popup draws and what a capture writes start from this. */
import { STATE_MS } from '@/lib/domain/page-story';
import { askContent } from '@/lib/platform/messaging';
import { ownerMemory } from './memory';
import { noteLogin } from './owner';
import { type Seen, sighted } from './sightings';

/** Beyond a state's own time, a page that still moves is taken as it is. */
const LOOKS = 4;
const BETWEEN_MS = STATE_MS + 20;

/**
 * Reads a tab through its content script; null where none runs.
 * A log-out seen for the first time on a page that still moves may be a flash: it is looked at again until it stands,
 * because a picture taken meanwhile would go to whoever was there before (design.md § 6).
 */
export async function lookAt(tabId: number): Promise<Seen | null> {
  for (let looks = 1; ; looks += 1) {
    const described = await askContent(tabId, 'describe', {});
    const seen = described && (await sighted(tabId, described));
    if (!seen || !(await inDoubt(seen))) return seen;
    if (looks === LOOKS) {
      // It never stood still and always showed it: asking once too often costs a click.
      await noteLogin(seen.page);
      return seen;
    }
    await new Promise((done) => setTimeout(done, BETWEEN_MS));
  }
}

/** Whether this reading, if it lasts, changes who is logged in. */
async function inDoubt({ stands, page }: Seen): Promise<boolean> {
  if (stands !== 'pending' || !page.loggedOut || !page.recognition) return false;
  return (await ownerMemory()).loggedIn.includes(page.recognition.site);
}
