/** Finds what scrolls in a page, and measures it in CSS pixels. */
import type { Measure } from '../full-page-protocol';
import { allElements } from './dom';

/** An inner scroller smaller than this share of the window is a list or a menu, not the page. */
const MAIN_SHARE = 0.25;

/** What scrolls: the document if it does, else the biggest scroller inside it, else the document (which then holds in one view). */
export function findScroller(doc: Document): { element: Element; kind: Measure['scroller'] } {
  const root = doc.scrollingElement ?? doc.documentElement;
  if (root.scrollHeight - root.clientHeight > 1) return { element: root, kind: 'document' };
  const view = root.clientWidth * root.clientHeight;
  let best: Element | null = null;
  let bestArea = view * MAIN_SHARE;
  for (const element of allElements(doc)) {
    if (element === root || element.scrollHeight - element.clientHeight <= 1 || !scrollsDown(element)) continue;
    const area = visibleArea(element, root);
    if (area > bestArea) {
      best = element;
      bestArea = area;
    }
  }
  return best ? { element: best, kind: 'inner' } : { element: root, kind: 'document' };
}

function scrollsDown(element: Element): boolean {
  const style = getComputedStyle(element);
  return /auto|scroll|overlay/.test(style.overflowY) && style.visibility !== 'hidden';
}

function visibleArea(element: Element, root: Element): number {
  const frame = frameOf(element, root);
  return Math.max(0, frame.width) * Math.max(0, frame.height);
}

/** The part of a scroller that is in the window, without its borders and scrollbars. */
function frameOf(element: Element, root: Element): Measure['frame'] {
  const rect = element.getBoundingClientRect();
  const left = Math.max(0, rect.left + element.clientLeft);
  const top = Math.max(0, rect.top + element.clientTop);
  const right = Math.min(root.clientWidth, rect.left + element.clientLeft + element.clientWidth);
  const bottom = Math.min(root.clientHeight, rect.top + element.clientTop + element.clientHeight);
  return { x: left, y: top, width: Math.max(0, right - left), height: Math.max(0, bottom - top) };
}

/** Measures the page around the scroller found by `findScroller`. */
export function measure(doc: Document, scroller: { element: Element; kind: Measure['scroller'] }): Measure {
  const root = doc.scrollingElement ?? doc.documentElement;
  const { element, kind } = scroller;
  const view = doc.defaultView;
  const viewport = { width: root.clientWidth, height: root.clientHeight };
  const frame = kind === 'document' ? { x: 0, y: 0, ...viewport } : frameOf(element, root);
  return {
    scroller: kind,
    viewport,
    frame,
    range: {
      x: kind === 'document' ? rangeX(doc, element) : 0,
      y: Math.max(0, element.scrollHeight - element.clientHeight),
    },
    devicePixelRatio: view?.devicePixelRatio ?? 1,
    pinch: view?.visualViewport?.scale ?? 1,
  };
}

/** How far the document goes to the right of the window; 0 where the person cannot scroll there. */
function rangeX(doc: Document, root: Element): number {
  const closed = [doc.documentElement, doc.body].some(
    (element) => element !== null && /hidden|clip/.test(getComputedStyle(element).overflowX),
  );
  const toTheLeft = getComputedStyle(doc.documentElement).direction === 'rtl';
  return closed || toTheLeft ? 0 : Math.max(0, root.scrollWidth - root.clientWidth);
}
