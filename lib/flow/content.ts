/** The content side: watches the page, tells the background of each state, and shows or hides the note. */
import { isErrorCode } from '@/lib/domain/errors';
import type { PageState } from '@/lib/messages/contract';
import { createNote } from '@/lib/note/note';
import { type SeenState, watchPage } from '@/lib/observe/watch';
import { hearBackground, sendToBackground } from '@/lib/platform/messaging';

const MARK = Symbol.for('carnet-de-demarches.observing');
const RETRIES_MS = [200, 1_000, 3_000];

/** Tells the background, again when its worker was just stopped: the attempt's key makes the repeat harmless. */
async function tell(state: PageState): Promise<Awaited<ReturnType<typeof sendToBackground<'page-seen'>>> | null> {
  for (const wait of [0, ...RETRIES_MS]) {
    if (wait > 0) await new Promise((done) => setTimeout(done, wait));
    try {
      return await sendToBackground('page-seen', state);
    } catch (cause) {
      if (cause instanceof Error && 'code' in cause && isErrorCode(cause.code)) throw cause;
      console.debug('background did not answer, trying again', cause);
    }
  }
  return null;
}

/** The contract's arrays are plain; the recogniser's are read-only. Same value, said for the message. */
function toMessage(document: string, seen: SeenState): PageState {
  return { document, ...seen, recognition: seen.recognition as PageState['recognition'] };
}

/** Starts once a document, however often the script is injected. */
export function startObserving(): void {
  const world = globalThis as unknown as Record<symbol, boolean | undefined>;
  if (world[MARK]) return;
  world[MARK] = true;
  const name = crypto.randomUUID();
  const note = createNote(document);
  let state: PageState | null = null;
  const watcher = watchPage({
    document,
    window,
    onState: (seen) => {
      const next = toMessage(name, seen);
      state = next;
      tell(next)
        .then((answer) => {
          if (state !== next) return;
          if (answer?.note) note.show(answer.note);
          else note.remove();
        })
        .catch((cause) => console.error('page-seen refused', cause));
    },
  });
  hearBackground({
    describe: async () => toMessage(name, watcher.look()),
    note: async ({ visible }) => {
      if (visible) note.reveal();
      else await note.hide();
      return {};
    },
  });
}
