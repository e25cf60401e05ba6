/** Runs inside the page, in an isolated world like the content script: the shipped watcher, recogniser and explanation. */
import type { PageFacts, Recognition } from '@/lib/domain/page';
import { type Explanation, explain } from '@/lib/domain/recognise';
import { readPageFacts } from '@/lib/observe/read-page';
import { type SeenState, watchPage } from '@/lib/observe/watch';
import { SITES } from '@/lib/pages';

export interface InPageResult {
  readonly recognition: Recognition | null;
  readonly states: readonly SeenState[];
  readonly facts: PageFacts;
  readonly explanation: Explanation;
}

declare global {
  var readFacts: typeof readPageFacts;
  var startWatching: typeof watchPage;
  var recogniseInPage: (options: { stillMs: number; timeoutMs: number }) => Promise<InPageResult>;
}

globalThis.readFacts = readPageFacts;
globalThis.startWatching = watchPage;

/** Watches until no new state has come for `stillMs`, or `timeoutMs` has passed. */
globalThis.recogniseInPage = async ({ stillMs, timeoutMs }) => {
  const states: SeenState[] = [];
  let last = performance.now();
  const watcher = watchPage({
    document,
    window,
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
  const facts = readPageFacts(document);
  return { recognition: states.at(-1)?.recognition ?? null, states, facts, explanation: explain(facts, SITES) };
};
