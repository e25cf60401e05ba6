/** From what a content script sees to a state of its tab: the facts completed, recognised, remembered. The worker may die at any line. */
import type { PageFacts, Recognition } from '@/lib/domain/page';
import { type Decision, decide } from '@/lib/domain/page-story';
import type { PageState, SightingMessage } from '@/lib/messages/contract';
import { SITES } from '@/lib/pages';
import { cleanPageState } from './clean';
import { changeTab, findLeft, leaveDocument, type TabMemory, tabMemory } from './memory';
import { noteLogin } from './owner';
import { failedCalls, putBackReceipts, receiptsOfTab } from './receipts';

/** What the tab shows, as it was decided. URLs are cleaned, but for those of `facts`, which go no further than our own flow. */
export interface Seen {
  readonly page: PageState & { readonly masked: boolean };
  readonly stands: Decision['stands'];
  readonly facts: PageFacts;
  readonly networkAttempt: string | null;
}

/**
 * One after the other for each tab: two sightings of one tab never overtake each other. Short: nothing else is awaited inside.
 * Whoever looks first (the page itself, the popup, a capture) notes who is logged in: the question « whose page is it? »
 * never waits for the page to speak.
 * @returns null for what a document says that the tab has left meanwhile
 */
export function sighted(tabId: number, message: SightingMessage): Promise<Seen | null> {
  return navigator.locks.request(`sighting:${tabId}`, async () => {
    if ((await turnTo(tabId, message)) === 'late') return null;
    const calls = failedCalls(await receiptsOfTab(tabId));
    const facts: PageFacts = calls.length > 0 ? { ...message.facts, calls } : message.facts;
    let made: Decision | null = null;
    let told: TabMemory['page'] | null = null;
    const memory = await changeTab(tabId, (before) => {
      const { story, decision } = decide(before.story, { ...message, facts }, SITES);
      made = decision;
      told = before.page;
      return { ...remembered(before, message, decision), story, returns: message.returns };
    });
    const seen = seenOf(message, made as unknown as Decision, memory);
    // Only what is new in this tab: a page left open says nothing of who is logged in now.
    if (seen.stands === 'state' && !sameState(told, seen.page)) await noteLogin(seen.page);
    return seen;
  });
}

const sameState = (one: TabMemory['page'] | null, other: PageState): boolean =>
  one !== null && one !== undefined && one.document === other.document && one.state === other.state;

/** Makes the document that speaks the current one: a new one, or one that the browser brought back as it was left. */
async function turnTo(tabId: number, { document, returns }: SightingMessage): Promise<'here' | 'late'> {
  const memory = await tabMemory(tabId);
  if (memory.page?.document === document) return 'here';
  const back = findLeft(memory, document);
  if (back && returns <= back.returns) return 'late';
  if (!back && !memory.page) return 'here';
  const now = memory.page ? await receiptsOfTab(tabId) : null;
  if (back) await putBackReceipts(tabId, back.receipts);
  await changeTab(tabId, (before) => {
    const after = leaveDocument(before, now);
    if (!back) return after;
    const { page, captured, networkAttempt } = back;
    return {
      ...after,
      page,
      captured,
      networkAttempt,
      left: after.left.filter((one) => one.page.document !== document),
    };
  });
  return 'here';
}

function remembered(before: TabMemory, message: SightingMessage, decision: Decision): TabMemory {
  if (decision.stands === 'pending') return before;
  if (decision.stands === 'exhausted') {
    return before.page ? { ...before, page: { ...before.page, exhausted: true } } : before;
  }
  const { masked: _masked, ...page } = pageOf(message, decision);
  const same = before.page?.document === page.document && before.page.state === page.state;
  return { ...before, page, captured: same ? before.captured : null };
}

function pageOf(message: SightingMessage, decision: Decision): Seen['page'] {
  return cleanPageState({
    document: message.document,
    state: decision.state,
    url: message.facts.url,
    firstUrl: message.facts.firstUrl,
    title: message.facts.title,
    recognition: plain(decision.recognition),
    problem: decision.problem,
    loggedOut: decision.loggedOut,
    exhausted: message.exhausted,
  });
}

/** The contract's arrays are plain; the recogniser's are read-only. */
function plain(recognition: Recognition | null): PageState['recognition'] {
  return recognition as PageState['recognition'];
}

function seenOf(message: SightingMessage, decision: Decision, memory: TabMemory): Seen {
  const { stands, facts } = decision;
  return { page: pageOf(message, decision), stands, facts, networkAttempt: memory.networkAttempt };
}
