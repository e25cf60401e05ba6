/** Runs in one blank page: writes each document into a frame with a layout, mutates it, and reads it with the shipped reader. */
import type { PageFacts } from '@/lib/domain/page';
import { readPageFacts } from '@/lib/observe/read-page';
import { MUTATIONS, type Mutation, type MutationName } from './mutations';
import { randomOf } from './random';

export interface ReadItem {
  readonly html: string;
  readonly url: string;
  readonly status: number;
  readonly mutation?: MutationName;
  /** What chance is seeded with: the fixture's name, for instance. */
  readonly seed: string;
}

declare global {
  var readPages: (items: readonly ReadItem[]) => PageFacts[];
}

const WIDTH = 1_280;
const HEIGHT = 800;

/** One frame for each width: opening one costs twice as much as all the rest of a reading. */
const frames = new Map<number, HTMLIFrameElement>();

/** No scripts run there; the parent may write and read, and the frame is laid out like a window. */
function frameOf(width: number): HTMLIFrameElement {
  const known = frames.get(width);
  if (known) return known;
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-same-origin');
  frame.style.cssText = `position:absolute;left:0;top:0;border:0;width:${width}px;height:${HEIGHT}px`;
  document.body.append(frame);
  frames.set(width, frame);
  return frame;
}

function readOne(item: ReadItem): PageFacts {
  const mutation: Mutation | null = item.mutation ? MUTATIONS[item.mutation] : null;
  const inside = frameOf(mutation?.width ?? WIDTH).contentDocument;
  if (!inside) throw new Error(`${item.seed}: the frame has no document`);
  // Takes away all that the last page left: its nodes, shadow roots and frames included.
  inside.open();
  inside.write(item.html);
  inside.close();
  mutation?.apply(inside, randomOf(`${item.seed} ${item.mutation}`));
  // A reader bounded by the clock would give another answer on a busy machine.
  return readPageFacts(inside, { url: item.url, firstUrl: item.url, status: item.status, budgetMs: 600_000 });
}

globalThis.readPages = (items) => items.map(readOne);
