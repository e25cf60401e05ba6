/** Elements that stick to the window: shown once in an assembled picture, not once a view. */
import { allElements, isStyled, type Styled } from './dom';
import type { StyleKeeper } from './keep';

/**
 * Hidden by opacity, not by visibility: the focus stays where it is (the page hears no blur) and a descendant cannot
 * show itself again. `!important` beats the page's animations, which go on: stopping one would replay it afterwards.
 */
const HIDDEN = { opacity: '0', transition: 'none' } as const;

export type PinnedPlace = 'top' | 'bottom';

/** Keeps track of the pinned elements of one page while it is taken. */
export class Pinned {
  readonly #keeper: StyleKeeper;
  readonly #places = new Map<Styled, PinnedPlace>();
  readonly #hidden = new Set<Styled>();

  constructor(keeper: StyleKeeper) {
    this.#keeper = keeper;
  }

  /**
   * Lets sticky elements flow where they belong: `relative` has the same layout as `sticky`, without the sticking.
   * So a title in the middle of the page is in the picture, at its place, once.
   */
  releaseSticky(doc: Document): void {
    for (const element of allElements(doc)) {
      if (!isStyled(element)) continue;
      const style = getComputedStyle(element);
      if (style.position !== 'sticky') continue;
      this.#keeper.set(element, {
        position: 'relative',
        inset: 'auto',
        transition: 'none',
        ...(style.zIndex === 'auto' ? { 'z-index': '0' } : {}),
      });
    }
  }

  /**
   * Before each view: what is fixed at the top shows in the first one only, what is fixed at the bottom in the last one
   * only, as on one very tall screen. Looked for again each time: a page may fix its header only once scrolled.
   */
  show(doc: Document, first: boolean, last: boolean): void {
    if (first && last) return;
    const height = doc.documentElement.clientHeight;
    for (const element of allElements(doc)) {
      if (!isStyled(element) || this.#places.has(element)) continue;
      if (getComputedStyle(element).position !== 'fixed') continue;
      this.#places.set(element, placeOf(element.getBoundingClientRect(), height));
    }
    for (const [element, place] of this.#places) this.#toggle(element, place === 'top' ? first : last);
  }

  #toggle(element: Styled, visible: boolean): void {
    if (!visible && !this.#hidden.has(element)) {
      this.#keeper.set(element, HIDDEN);
      this.#hidden.add(element);
    } else if (visible && this.#hidden.has(element)) {
      this.#keeper.reset(element, { transition: 'none' });
      this.#hidden.delete(element);
    }
  }
}

/** A bar nearer to the bottom than to the top, and not a whole panel, belongs to the bottom. */
export function placeOf(rect: { top: number; bottom: number; height: number }, windowHeight: number): PinnedPlace {
  const fromBottom = windowHeight - rect.bottom;
  return rect.height < windowHeight / 2 && fromBottom < rect.top ? 'bottom' : 'top';
}
