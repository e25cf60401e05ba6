/** The reader's ports on a test DOM, which has no layout: what is `hidden` is not seen, and inline tags flow with the text. */
import { type ReaderPorts, readSource } from '@/lib/skeleton/read';
import type { SourcePage } from '@/lib/skeleton/tree';

const INLINE = new Set('span b strong em i u small mark sub sup abbr font'.split(' '));

const ports: ReaderPorts = {
  nodeType: (node) => node.nodeType,
  firstChild: (node) => node.firstChild,
  nextSibling: (node) => node.nextSibling,
  nodeValue: (node) => node.nodeValue,
  htmlName: (element) => (element.namespaceURI === 'http://www.w3.org/1999/xhtml' ? element.localName : ''),
  attribute: (element, name) => element.getAttribute(name),
  matches: (element, selector) => element.matches(selector),
  shadowRoot: (element) => element.shadowRoot,
  assigned: (slot) => (slot as HTMLSlotElement).assignedNodes(),
  isSeen: (element) => !element.hasAttribute('hidden'),
  flowsWithText: (element) => INLINE.has(element.localName),
};

type About = { readonly title?: string; readonly status?: number; readonly lang?: string };

/** Reads what stands under an element as if it stood at an address. */
export function readFrom(
  body: Element,
  url: string,
  { title = '', status = 200, lang = 'fr' }: About = {},
): SourcePage {
  return readSource(body, ports, { url, status, title, lang });
}

/** Reads HTML as the body of the test's own document. @param arrange does what HTML cannot say (shadow roots) */
export function sourceOf(
  html: string,
  url: string,
  about: About & { readonly arrange?: (body: HTMLElement) => void } = {},
): SourcePage {
  document.body.innerHTML = html;
  about.arrange?.(document.body);
  return readFrom(document.body, url, about);
}
