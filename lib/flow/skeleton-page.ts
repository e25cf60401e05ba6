/** In the page, on the person's click: its skeleton, as the text that our own page shows in full. Only that text leaves the page. */
import { htmlName, type SafeDom, safeDom } from '@/lib/observe/dom';
import { type ReaderPorts, readSource } from '@/lib/skeleton/read';
import { renderSkeleton } from '@/lib/skeleton/render';

/** A box of one pixel is for screen readers. */
const NOBODY_SEES = 1;

/** Taken from the prototype: a form may have a field of that name. */
const { checkVisibility } = Element.prototype;

function isSeen(dom: SafeDom, view: Window, element: Element): boolean {
  const rendered = Reflect.apply(checkVisibility, element, [{ opacityProperty: true, visibilityProperty: true }]);
  if (!rendered || dom.attribute(element, 'inert') !== null) return false;
  const box = dom.rectOf(element);
  const tiny = box.width <= NOBODY_SEES && box.height <= NOBODY_SEES;
  const aside = box.right + view.scrollX < 0 || box.bottom + view.scrollY < 0;
  if (!tiny && !aside) return true;
  // An empty box in the flow may hold others that overflow it; one that was taken out of the flow hides its content.
  return !/^(?:absolute|fixed)$/.test(view.getComputedStyle(element).position);
}

function portsOf(dom: SafeDom, view: Window): ReaderPorts {
  return {
    nodeType: dom.nodeType,
    firstChild: dom.firstChild,
    nextSibling: dom.nextSibling,
    nodeValue: dom.nodeValue,
    htmlName: (element) => htmlName(dom, element),
    attribute: dom.attribute,
    matches: dom.matches,
    shadowRoot: dom.shadowRoot,
    assigned: (slot) => dom.assignedNodes(slot as HTMLSlotElement),
    isSeen: (element) => isSeen(dom, view, element),
    flowsWithText: (element) => /^(?:inline|contents)$/.test(view.getComputedStyle(element).display),
  };
}

/** HTTP status of the document; 0 when the browser does not say. */
function statusOf(view: Window & typeof globalThis): number {
  const [entry] = view.performance.getEntriesByType('navigation');
  const status = entry && 'responseStatus' in entry ? entry.responseStatus : 0;
  return typeof status === 'number' ? status : 0;
}

/** @returns the skeleton, '' for a document without a body */
export function skeletonOf(document: Document): string {
  const dom = safeDom();
  const view = dom.defaultView(document) as (Window & typeof globalThis) | null;
  const [body, root] = [dom.body(document), dom.documentElement(document)];
  if (!view || !body || !root) return '';
  const about = {
    url: view.location.href,
    status: statusOf(view),
    title: dom.title(document),
    lang: dom.attribute(root, 'lang') ?? '',
  };
  return renderSkeleton(readSource(body, portsOf(dom, view), about));
}
