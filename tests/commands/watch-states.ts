/** The shipped pipeline without its messages: the watcher's sightings, each handed to the background's own decision. */
import type { PageFacts, Recognition } from '@/lib/domain/page';
import { decide, NO_STORY, type TabStory } from '@/lib/domain/page-story';
import { type Sighting, type WatchOptions, watchPage } from '@/lib/observe/watch';
import { SITES } from '@/lib/pages';

/** A state of the page, as the background would remember it. */
export interface SeenState {
  readonly state: number;
  readonly url: string;
  readonly firstUrl: string;
  readonly title: string;
  readonly recognition: Recognition | null;
  readonly problem: boolean;
  readonly loggedOut: boolean;
  readonly exhausted: boolean;
}

/** What only the background knows of a page: failed calls of its own, a login seen just before. */
export type Added = Pick<PageFacts, 'calls' | 'wasLoggedIn'>;

export interface WatchStatesInput {
  readonly document: Document;
  readonly window: Window & typeof globalThis;
  /** Told of each new state, and again when only a mark of it changed. */
  readonly onState: (state: SeenState) => void;
  readonly options?: WatchOptions;
  readonly added?: Added;
}

const NAME = '00000000-0000-4000-8000-000000000000';

/** Watches a page as the extension does. `look` gives the state as it stands. */
export function watchStates(input: WatchStatesInput): { look(): SeenState; stop(): void } {
  let story: TabStory = NO_STORY;
  let told: SeenState | null = null;
  const receive = (seen: Sighting): SeenState => {
    const facts = { ...seen.facts, ...input.added };
    const { story: after, decision } = decide(story, { ...seen, document: NAME, facts }, SITES);
    story = after;
    const { state, recognition, problem, loggedOut, stands } = decision;
    const { url, firstUrl, title } = seen.facts;
    const made = { state, url, firstUrl, title, recognition, problem, loggedOut, exhausted: seen.exhausted };
    const now = stands === 'exhausted' && told ? { ...told, exhausted: true } : made;
    if (stands === 'pending' || same(told, now)) return now;
    told = now;
    input.onState(now);
    return now;
  };
  const { document, window, options = {} } = input;
  const watcher = watchPage({ document, window, options, onSeen: receive });
  return { look: () => receive(watcher.look()), stop: () => watcher.stop() };
}

function same(one: SeenState | null, other: SeenState): boolean {
  const marks = ({ state, problem, loggedOut, exhausted }: SeenState): string =>
    JSON.stringify([state, problem, loggedOut, exhausted]);
  return one !== null && marks(one) === marks(other);
}
