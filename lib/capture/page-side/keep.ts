/** Remembers everything about a page that taking it may disturb, and puts it back exactly. */
import { allElements, type Styled } from './dom';

/** Changes inline styles and remembers each element's `style` attribute as it was, absent included. */
export class StyleKeeper {
  readonly #before = new Map<Styled, string | null>();

  /** Sets inline properties with `!important`, so that the page's own rules and animations lose. */
  set(element: Styled, properties: Readonly<Record<string, string>>): void {
    if (!this.#before.has(element)) this.#before.set(element, element.getAttribute('style'));
    for (const [name, value] of Object.entries(properties)) element.style.setProperty(name, value, 'important');
  }

  /** Back to the attribute of before, for an element that shows again while the page is still being taken. */
  reset(element: Styled, properties: Readonly<Record<string, string>>): void {
    const before = this.#before.get(element);
    if (before === undefined) return;
    element.setAttribute('style', before ?? '');
    this.set(element, properties);
  }

  /**
   * Puts every attribute back. In two steps: the values first, with transitions still held off and the styles computed
   * once, so that coming back starts no transition that the person sees and the page hears.
   */
  restore(): void {
    for (const [element, before] of this.#before) {
      element.setAttribute('style', before ?? '');
      element.style.setProperty('transition', 'none', 'important');
    }
    for (const element of this.#before.keys()) void getComputedStyle(element).opacity;
    for (const [element, before] of this.#before) {
      if (before === null) element.removeAttribute('style');
      else element.setAttribute('style', before);
    }
    this.#before.clear();
  }
}

/** Remembers scroll positions, focus and selection. Returns the way to put them back. */
export function keepPlace(doc: Document): () => void {
  const scrolled = new Map<Element, { left: number; top: number }>();
  for (const element of allElements(doc)) {
    if (element.scrollTop !== 0 || element.scrollLeft !== 0)
      scrolled.set(element, { left: element.scrollLeft, top: element.scrollTop });
  }
  const root = doc.scrollingElement ?? doc.documentElement;
  if (!scrolled.has(root)) scrolled.set(root, { left: 0, top: 0 });
  const focused = doc.activeElement;
  const selection = doc.getSelection();
  const ranges = selection
    ? Array.from({ length: selection.rangeCount }, (_, index) => selection.getRangeAt(index))
    : [];
  const before = ranges.map(boundaries);

  return () => {
    const back = doc.activeElement !== focused && focused !== null && focused.isConnected;
    if (back && 'focus' in focused && typeof focused.focus === 'function') focused.focus({ preventScroll: true });
    const now = selection
      ? Array.from({ length: selection.rangeCount }, (_, index) => boundaries(selection.getRangeAt(index)))
      : [];
    if (selection && !sameRanges(before, now)) {
      selection.removeAllRanges();
      for (const range of ranges) selection.addRange(range);
    }
    for (const [element, { left, top }] of scrolled) {
      if (element.scrollTop !== top || element.scrollLeft !== left)
        element.scrollTo({ left, top, behavior: 'instant' });
    }
  };
}

type Boundaries = readonly [Node, number, Node, number];

function boundaries(range: Range): Boundaries {
  return [range.startContainer, range.startOffset, range.endContainer, range.endOffset];
}

function sameRanges(one: readonly Boundaries[], other: readonly Boundaries[]): boolean {
  return (
    one.length === other.length && one.every((range, index) => range.every((part, at) => part === other[index]?.[at]))
  );
}
