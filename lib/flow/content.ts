/** The content side: watches the page, tells the background what it shows, and passes its answer on to the note. Recognises nothing: it must stay small. */
import type { PageFacts } from '@/lib/domain/page';
import type { SightingMessage } from '@/lib/messages/contract';
import { findNote } from '@/lib/note/find';
import { type Sighting, watchPage } from '@/lib/observe/watch';
import { hearBackground, Refused, tellBackground } from '@/lib/platform/content-messaging';

const MARK = Symbol.for('carnet.observing');
const RETRIES_MS = [200, 1_000, 3_000];

type Answer = Awaited<ReturnType<typeof tellBackground>>;

/** Tells the background, again when its worker was just stopped: the attempt's key makes the repeat harmless. */
async function tell(message: SightingMessage): Promise<Answer> {
  for (const wait of [0, ...RETRIES_MS]) {
    if (wait > 0) await new Promise((done) => setTimeout(done, wait));
    try {
      return await tellBackground(message);
    } catch (cause) {
      if (cause instanceof Refused) throw cause;
      console.debug('retry', cause);
    }
  }
  return { note: null };
}

/** The contract's arrays are plain; those of the facts are read-only. Same value, said for the message. */
function toMessage(document: string, { facts, ...how }: Sighting): SightingMessage {
  return { document, facts: facts as PageFacts & SightingMessage['facts'], ...how };
}

/** Starts once a document, however often the script is injected. */
export function startObserving(): void {
  const world = globalThis as unknown as Record<symbol, boolean | undefined>;
  if (world[MARK]) return;
  world[MARK] = true;
  const name = crypto.randomUUID();
  let last: Sighting | null = null;
  const watcher = watchPage({
    document,
    window,
    onSeen: (seen) => {
      last = seen;
      tell(toMessage(name, seen))
        .then((answer) => {
          if (last !== seen || answer.note === undefined) return;
          // Put there by the background before it answers, when there is something to say.
          if (answer.note) findNote()?.show(answer.note);
          else findNote()?.remove();
        })
        .catch((cause) => console.error('refused', cause));
    },
  });
  hearBackground({
    describe: async () => toMessage(name, watcher.look()),
    'look-again': async () => {
      watcher.again();
      return {};
    },
    note: async ({ visible }) => {
      if (visible === true) findNote()?.reveal();
      else await findNote()?.hide();
      return {};
    },
  });
}
