/** What a person can see of an element: opacity, clips, scrolled-out and off-screen areas, kept while walking down the tree. */
import type { SafeDom } from './dom';

/** A rectangle of the viewport, in CSS pixels. */
interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const EVERYWHERE: Area = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };
/** Screen-reader-only text is a box of one pixel: below this nobody sees anything. */
const MIN_PIXELS = 1.5;
/** A side drawn in by 100 % leaves nothing (« round 100% » is a corner, not a side). Both browsers compute lengths to px. */
const HIDING_CLIP_PATH = /^(?:inset\((?:50%|[^)r]*\b100%)|circle\(0|polygon\(0px 0px, 0px 0px)/;
const HIDING_CLIP = /^rect\((?:0px|1px|auto)?,? ?(0px|1px),? (0px|1px),? (?:0px|1px)\)$/;

/** What the ancestors of a node let through. */
export interface Scope {
  /** False under an ancestor of opacity 0. */
  readonly opaque: boolean;
  /** Where the content in the normal flow can show. */
  readonly flow: Area;
  /** Where an absolutely positioned child can show: only positioned ancestors clip it. */
  readonly positioned: Area;
  /** Beyond this corner nothing can be scrolled to. */
  readonly reach: Area;
}

/** The facts of one element's style that the walk needs. */
export interface Box {
  readonly display: string;
  readonly scope: Scope;
  /** Its own text can be seen as far as its style goes (`visibility` inherits: a child may differ). */
  readonly visible: boolean;
  /** Fixed to the window. */
  readonly fixed: boolean;
}

function meet(a: Area, b: Area): Area {
  return {
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  };
}

/** True when something of the rectangle can be brought to a person's eyes. */
export function canBeSeen(rect: DOMRectReadOnly, scope: Scope): boolean {
  if (rect.width <= 0 || rect.height <= 0) return false;
  const seen = meet(meet(rect, scope.flow), scope.reach);
  return (
    seen.right - seen.left > Math.min(MIN_PIXELS, rect.width / 2) &&
    seen.bottom - seen.top > Math.min(MIN_PIXELS, rect.height / 2)
  );
}

/** The scope of a whole document: it scrolls right and down (left in a right-to-left one), never beyond its origin. */
export function rootScope(dom: SafeDom, document: Document, view: Window): Scope {
  const root = dom.documentElement(document);
  const body = dom.body(document);
  const style = root ? view.getComputedStyle(root) : null;
  const rtl = style?.direction === 'rtl';
  const width = root ? dom.clientWidth(root) : 0;
  const cut = [style, body ? view.getComputedStyle(body) : null].some(
    (one) => one?.overflowX === 'hidden' || one?.overflowX === 'clip',
  );
  const left = rtl && !cut ? -Infinity : -view.scrollX;
  const right = (rtl || cut) && width > 0 ? width - view.scrollX : Infinity;
  const reach = {
    ...EVERYWHERE,
    left: rtl && cut ? 0 : left,
    right: cut && width > 0 ? width : right,
    top: -view.scrollY,
  };
  return { opaque: true, flow: EVERYWHERE, positioned: EVERYWHERE, reach };
}

function isZero(opacity: string): boolean {
  return opacity !== '1' && Number.parseFloat(opacity) < 0.02;
}

function scrolls(style: CSSStyleDeclaration): boolean {
  return /auto|scroll/.test(style.overflowX + style.overflowY);
}

/** Told of each box that was tested against what contains it. */
export type Tested = (rect: DOMRectReadOnly) => void;

/** Inside a scroller everything between its origin and its end can be scrolled to; the scroller itself must show. */
function scrollerScope(dom: SafeDom, element: Element, scope: Scope, flow: Area, tested?: Tested): Scope {
  const rect = dom.rectOf(element);
  tested?.(rect);
  if (!canBeSeen(rect, { ...scope, flow })) return { ...scope, opaque: false };
  const reach = { ...EVERYWHERE, top: rect.top - dom.scrollTop(element) };
  const left = rect.left - dom.scrollLeft(element);
  return {
    ...scope,
    flow: EVERYWHERE,
    positioned: EVERYWHERE,
    reach: dom.scrollLeft(element) < 0 ? reach : { ...reach, left },
  };
}

/** The scope of an element's content, given its parent's. Returns the same object when nothing changes. */
function contentScope(
  dom: SafeDom,
  view: Window,
  element: Element,
  style: CSSStyleDeclaration,
  scope: Scope,
  tested?: Tested,
): Scope {
  const name = dom.localName(element);
  const isPageBox = name === 'html' || name === 'body';
  let next = scope;
  const { position } = style;
  if (position === 'fixed') {
    const screen = { left: 0, top: 0, right: view.innerWidth, bottom: view.innerHeight };
    next = { ...next, flow: screen, positioned: screen, reach: EVERYWHERE };
  } else if (position === 'absolute') {
    next = next.flow === next.positioned ? next : { ...next, flow: next.positioned };
  }
  const clipped =
    (style.clipPath !== 'none' && HIDING_CLIP_PATH.test(style.clipPath)) ||
    (style.clip !== 'auto' && style.clip !== '' && HIDING_CLIP.test(style.clip));
  if (clipped || isZero(style.opacity) || /opacity\(0%?\)/.test(style.filter)) next = { ...next, opaque: false };
  if (!isPageBox && (style.overflowX !== 'visible' || style.overflowY !== 'visible') && style.display !== 'inline') {
    if (scrolls(style)) return scrollerScope(dom, element, next, next.flow, tested);
    const flow = meet(next.flow, dom.rectOf(element));
    const own = position !== 'static' || style.transform !== 'none';
    next = { ...next, flow, positioned: own ? flow : next.positioned };
  }
  return next;
}

/**
 * Looks at one element. `null` when neither it nor anything in it can be seen: display none, not in the flat tree,
 * content-visibility hidden, inert.
 */
export function boxOf(dom: SafeDom, view: Window, element: Element, scope: Scope, tested?: Tested): Box | null {
  const style = view.getComputedStyle(element);
  const { display } = style;
  if (display === 'none' || display === '') return null;
  if (dom.attribute(element, 'inert') !== null) return null;
  if (style.contentVisibility === 'hidden') return null;
  const next = display === 'contents' ? scope : contentScope(dom, view, element, style, scope, tested);
  return {
    display,
    scope: next,
    visible: style.visibility === 'visible' && next.opaque,
    fixed: style.position === 'fixed',
  };
}
