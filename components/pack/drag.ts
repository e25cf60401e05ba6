/** Dragging a row by its handle with a mouse, a pen or a finger: the place is marked in the page itself, so that no row is drawn again on the way. */

/** Where a row was let go: before or after another one. */
export interface Drop {
  readonly id: string;
  readonly side: 'before' | 'after';
}

const EDGE = 60;
const STEP = 14;
const ROW = '[data-piece]:not([data-left])';

class Drag {
  readonly #list: HTMLElement;
  readonly #row: HTMLElement;
  readonly #handle: HTMLElement;
  readonly #pointer: number;
  readonly #done: (drop: Drop) => void;
  #marked: HTMLElement | null = null;
  #y = 0;
  #x = 0;
  #frame = 0;

  constructor(event: PointerEvent, list: HTMLElement, row: HTMLElement, done: (drop: Drop) => void) {
    this.#list = list;
    this.#row = row;
    this.#handle = event.currentTarget as HTMLElement;
    this.#pointer = event.pointerId;
    this.#done = done;
    this.#handle.setPointerCapture(this.#pointer);
    this.#handle.addEventListener('pointermove', this.#moved);
    this.#handle.addEventListener('pointerup', this.#dropped);
    this.#handle.addEventListener('pointercancel', this.#stop);
    document.addEventListener('keydown', this.#key, true);
    row.dataset['dragged'] = '';
    [this.#x, this.#y] = [event.clientX, event.clientY];
    this.#frame = requestAnimationFrame(this.#scroll);
  }

  readonly #moved = (event: PointerEvent): void => {
    [this.#x, this.#y] = [event.clientX, event.clientY];
    this.#mark();
  };

  /** Near the top or the bottom of the window, the list goes on under the hand. */
  readonly #scroll = (): void => {
    const by = this.#y < EDGE ? -STEP : this.#y > innerHeight - EDGE ? STEP : 0;
    if (by !== 0) {
      scrollBy({ top: by, behavior: 'instant' });
      this.#mark();
    }
    this.#frame = requestAnimationFrame(this.#scroll);
  };

  #mark(): void {
    const found = document.elementFromPoint(this.#x, this.#y)?.closest<HTMLElement>(ROW) ?? null;
    const over = found && this.#list.contains(found) && found !== this.#row ? found : null;
    if (this.#marked !== over) delete this.#marked?.dataset['drop'];
    this.#marked = over;
    if (!over) return;
    const box = over.getBoundingClientRect();
    over.dataset['drop'] = this.#y < box.top + box.height / 2 ? 'before' : 'after';
  }

  readonly #dropped = (): void => {
    const id = this.#marked?.dataset['piece'];
    const side = this.#marked?.dataset['drop'];
    this.#stop();
    if (id && (side === 'before' || side === 'after')) this.#done({ id, side });
  };

  readonly #key = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    this.#stop();
  };

  readonly #stop = (): void => {
    cancelAnimationFrame(this.#frame);
    this.#handle.removeEventListener('pointermove', this.#moved);
    this.#handle.removeEventListener('pointerup', this.#dropped);
    this.#handle.removeEventListener('pointercancel', this.#stop);
    document.removeEventListener('keydown', this.#key, true);
    if (this.#handle.hasPointerCapture(this.#pointer)) this.#handle.releasePointerCapture(this.#pointer);
    delete this.#marked?.dataset['drop'];
    delete this.#row.dataset['dragged'];
    this.#marked = null;
  };
}

/** Follows the pointer from its press on a handle until it is let go; Escape gives it up. */
export function startDrag(event: PointerEvent, done: (drop: Drop) => void): void {
  const handle = event.currentTarget;
  if (event.button !== 0 || !(handle instanceof HTMLElement)) return;
  const row = handle.closest<HTMLElement>(ROW);
  const list = handle.closest<HTMLElement>('[data-pieces]');
  if (row && list) new Drag(event, list, row, done);
}
