/** Runs inside the page, in an isolated world like the content script: the shipped watcher, the background's decision, and the explanation. */
import type { PageFacts, Recognition } from '@/lib/domain/page';
import { type Explanation, explain } from '@/lib/domain/recognise';
import { readPageFacts } from '@/lib/observe/read-page';
import { createReader } from '@/lib/observe/reader';
import { SITES } from '@/lib/pages';
import { type Added, type SeenState, watchStates } from './watch-states';

export interface InPageResult {
  readonly recognition: Recognition | null;
  readonly states: readonly SeenState[];
  readonly facts: PageFacts;
  readonly explanation: Explanation;
}

declare global {
  var readFacts: typeof readPageFacts;
  var makeReader: typeof createReader;
  var startWatching: typeof watchStates;
  var recogniseInPage: (options: { stillMs: number; timeoutMs: number; added?: Added }) => Promise<InPageResult>;
}

globalThis.readFacts = readPageFacts;
globalThis.makeReader = createReader;
globalThis.startWatching = watchStates;

/** Watches until no new state has come for `stillMs`, or `timeoutMs` has passed. */
globalThis.recogniseInPage = async ({ stillMs, timeoutMs, added = {} }) => {
  const states: SeenState[] = [];
  let last = performance.now();
  const watcher = watchStates({
    document,
    window,
    added,
    onState: (state) => {
      states.push(state);
      last = performance.now();
    },
  });
  const end = performance.now() + timeoutMs;
  while (performance.now() < end && (states.length === 0 || performance.now() - last < stillMs)) {
    await new Promise((done) => setTimeout(done, 50));
  }
  watcher.stop();
  const facts = { ...readPageFacts(document), ...added };
  return { recognition: states.at(-1)?.recognition ?? null, states, facts, explanation: explain(facts, SITES) };
};
