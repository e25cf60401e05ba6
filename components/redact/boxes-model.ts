/** The boxes while they are drawn: added, moved, resized, removed, taken back. Pure. */
import { boxOf, type Size } from '@/lib/domain/redact';
import { type Box, MAX_BOXES } from '@/lib/domain/redacted';

export interface DrawnBox extends Box {
  /** Names it while it is on the screen; its number for people is its place in the list. */
  readonly id: number;
}

export interface Drawing {
  readonly boxes: readonly DrawnBox[];
  /** What was there before each action, the last one last. */
  readonly before: readonly (readonly DrawnBox[])[];
  readonly nextId: number;
}

export type DrawingAction =
  | { readonly is: 'add'; readonly box: Box }
  | { readonly is: 'change'; readonly id: number; readonly box: Box }
  | { readonly is: 'remove'; readonly id: number }
  | { readonly is: 'undo' };

/** Actions that can be taken back. */
const MAX_BEFORE = 200;

/** Pixels of the picture that one press of an arrow moves; with Ctrl, one. */
export const STEP = 10;

export function startDrawing(boxes: readonly Box[]): Drawing {
  return { boxes: boxes.map((box, id) => ({ ...box, id })), before: [], nextId: boxes.length };
}

/** The drawing after an action; the same object when nothing changes. */
export function draw(drawing: Drawing, action: DrawingAction, size: Size): Drawing {
  if (action.is === 'undo') {
    const boxes = drawing.before.at(-1);
    return boxes ? { ...drawing, boxes, before: drawing.before.slice(0, -1) } : drawing;
  }
  const boxes = applied(drawing, action, size);
  if (!boxes) return drawing;
  const before = [...drawing.before, drawing.boxes].slice(-MAX_BEFORE);
  return { boxes, before, nextId: drawing.nextId + 1 };
}

function applied(
  { boxes, nextId }: Drawing,
  action: Exclude<DrawingAction, { is: 'undo' }>,
  size: Size,
): readonly DrawnBox[] | null {
  if (action.is === 'remove') {
    return boxes.some(({ id }) => id === action.id) ? boxes.filter(({ id }) => id !== action.id) : null;
  }
  const box = boxOf(action.box, size);
  if (!box) return null;
  if (action.is === 'add') return boxes.length < MAX_BOXES ? [...boxes, { ...box, id: nextId }] : null;
  const old = boxes.find(({ id }) => id === action.id);
  if (!old || (['x', 'y', 'width', 'height'] as const).every((side) => old[side] === box[side])) return null;
  return boxes.map((one) => (one.id === action.id ? { ...box, id: one.id } : one));
}

/** A box moved whole: it stops at the edges and keeps its size. */
export function moved(box: Box, dx: number, dy: number, size: Size): Box {
  return {
    ...box,
    x: Math.min(Math.max(0, box.x + dx), Math.max(0, size.width - box.width)),
    y: Math.min(Math.max(0, box.y + dy), Math.max(0, size.height - box.height)),
  };
}

/** A box whose lower right corner moves; at least one pixel stays. */
export function resized(box: Box, dx: number, dy: number, size: Size): Box {
  return {
    ...box,
    width: Math.min(Math.max(1, box.width + dx), size.width - box.x),
    height: Math.min(Math.max(1, box.height + dy), size.height - box.y),
  };
}

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

export interface Press {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
}

/** What a key does to the box that has the focus; null for a key that means nothing here. */
export function keyed(box: Box, { key, shiftKey, ctrlKey }: Press, size: Size): Box | 'remove' | null {
  if (key === 'Delete' || key === 'Backspace') return 'remove';
  const arrow = ARROWS[key];
  if (!arrow) return null;
  const step = ctrlKey ? 1 : STEP;
  return (shiftKey ? resized : moved)(box, arrow[0] * step, arrow[1] * step, size);
}

/** Where a box added by the keyboard comes: in the middle of what shows of the picture. */
export function boxInView(view: Box, size: Size): Box {
  const width = Math.min(size.width, Math.max(40, Math.round(view.width / 3)));
  const height = Math.min(size.height, Math.max(24, Math.round(Math.min(view.height, view.width) / 12)));
  const middle = { x: view.x + (view.width - width) / 2, y: view.y + (view.height - height) / 2, width, height };
  return moved({ ...middle, x: Math.round(middle.x), y: Math.round(middle.y) }, 0, 0, size);
}
