/** Mutations of the structure: names, tags, order, shadow roots, slots, frames. What a person reads stays the same. */
import type { Random } from '../random';

const HEAD_STYLES = 'style';
/** Kept by every redesign: controls, their labels, links, and what hides by itself. */
const KEPT = new Set([
  'a',
  'label',
  'input',
  'select',
  'option',
  'optgroup',
  'textarea',
  'form',
  'details',
  'summary',
  'dialog',
  'iframe',
  'img',
  'br',
  'script',
  'style',
  'template',
  'noscript',
  'slot',
  'svg',
  'canvas',
  'object',
  'table',
  'thead',
  'tbody',
  'tfoot',
  'tr',
  'td',
  'th',
  'caption',
  'div',
  'span',
  'wbr',
]);
const WIDGET_ROLES = /^(?:radio|checkbox|switch|radiogroup|textbox|searchbox|combobox|dialog|alertdialog)$/;

function elementsOf(document: Document): Element[] {
  return [...document.body.querySelectorAll('*')].filter((element) => !element.closest('svg'));
}

/** Renames every class and id, everywhere they are meant: labels, references, anchors, inline style sheets. */
export function renamed(document: Document, random: Random): void {
  const names = new Map<string, string>();
  const of = (name: string): string => {
    let made = names.get(name);
    if (made === undefined) {
      made = `x${random.below(1_000_000).toString(36)}${names.size}`;
      names.set(name, made);
    }
    return made;
  };
  const ids = new Set<string>();
  for (const element of document.querySelectorAll('[id]')) ids.add(element.id);
  for (const element of document.querySelectorAll('*')) {
    const classes = [...element.classList];
    if (classes.length > 0) element.setAttribute('class', classes.map(of).join(' '));
    for (const name of ['id', 'for', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-owns']) {
      const value = element.getAttribute(name);
      if (value) element.setAttribute(name, value.split(/\s+/).map(of).join(' '));
    }
    const href = element.getAttribute('href');
    if (href?.startsWith('#') && ids.has(href.slice(1))) element.setAttribute('href', `#${of(href.slice(1))}`);
  }
  for (const sheet of document.querySelectorAll('style')) {
    sheet.textContent = (sheet.textContent ?? '').replace(
      /([.#])([A-Za-z_][\w-]*)(?=[^{}]*\{)/g,
      (whole, mark, name) => (names.has(name) ? `${mark}${names.get(name)}` : whole),
    );
  }
}

interface Swap {
  readonly element: Element;
  readonly tag: string;
  readonly display: string | null;
}

function swapOf(element: Element, view: Window): Swap | null {
  const name = element.localName;
  if (KEPT.has(name)) return null;
  if ((name === 'fieldset' || name === 'legend') && element.closest('fieldset[disabled]')) return null;
  const { display } = view.getComputedStyle(element);
  if (display === 'none') return { element, tag: 'div', display: null };
  if (display === 'inline') return { element, tag: 'span', display: null };
  const plain = display === 'block' || display === 'list-item' || display === 'flow-root';
  return { element, tag: display.startsWith('inline-') ? 'span' : 'div', display: plain ? null : display };
}

/** h1–h6, main, nav, section, p, lists, buttons, emphasis and custom elements become div or span, with the same display. */
export function neutralTags(document: Document): void {
  const view = document.defaultView;
  if (!view) throw new Error('the document has no window');
  // An element that a rule of its tag hides would show once renamed: hidden stays hidden.
  const hidden = new Set(elementsOf(document).filter((element) => view.getComputedStyle(element).display === 'none'));
  const swaps = elementsOf(document).flatMap((element) => swapOf(element, view) ?? []);
  for (const { element, tag, display } of swaps) {
    const made = document.createElement(tag);
    for (const { name, value } of element.attributes) {
      if (name === 'role' && !WIDGET_ROLES.test(value)) continue;
      made.setAttribute(name, value);
    }
    if (display) made.style.display = display;
    if (hidden.has(element)) made.style.display = 'none';
    made.append(...element.childNodes);
    element.replaceWith(made);
  }
  for (const element of document.body.querySelectorAll('[role]')) {
    if (!WIDGET_ROLES.test(element.getAttribute('role') ?? '')) element.removeAttribute('role');
  }
}

const ORDERED = new Set(['table', 'thead', 'tbody', 'tr', 'dl', 'details', 'select', 'picture', 'video', 'audio']);

function canShuffle(parent: Element, view: Window): boolean {
  if (ORDERED.has(parent.localName) || parent.children.length < 2) return false;
  if ([...parent.childNodes].some((node) => node.nodeType === 3 && /\S/.test(node.nodeValue ?? ''))) return false;
  return [...parent.children].every((child) => !/^(?:inline|contents)$/.test(view.getComputedStyle(child).display));
}

/** Changes the order of block siblings in every container: a sentence stays whole. */
export function shuffled(document: Document, random: Random): void {
  const view = document.defaultView;
  if (!view) throw new Error('the document has no window');
  const parents = [document.body, ...elementsOf(document)].filter((element) => canShuffle(element, view));
  for (const parent of parents) parent.append(...random.shuffled([...parent.children]));
}

function stylesOf(document: Document): string {
  return [...document.querySelectorAll(HEAD_STYLES)].map((sheet) => sheet.textContent ?? '').join('\n');
}

function intoShadow(document: Document, parent: Element, css: string): ShadowRoot {
  const host = document.createElement('x-host');
  host.style.display = 'block';
  const root = host.attachShadow({ mode: 'open' });
  const sheet = document.createElement('style');
  sheet.textContent = css;
  root.append(sheet, ...parent.childNodes);
  parent.append(host);
  return root;
}

/** The whole page in an open shadow root, and its main part in two more inside it. */
export function shadowRoots(document: Document): void {
  const css = stylesOf(document);
  const main = document.querySelector('main, [role=main], #content, .content') ?? document.body.firstElementChild;
  if (main && main !== document.body) {
    const inner = intoShadow(document, main, css);
    const largest = [...inner.children]
      .filter((child) => child.localName !== 'style' && child.localName !== 'slot')
      .sort((a, b) => (b.textContent ?? '').length - (a.textContent ?? '').length)[0];
    if (largest && !KEPT.has(largest.localName)) intoShadow(document, largest, css);
  }
  intoShadow(document, document.body, css);
}

/** Each part of the page handed to a component that shows it through a slot. */
export function slots(document: Document): void {
  const view = document.defaultView;
  if (!view) throw new Error('the document has no window');
  const parts = elementsOf(document).filter(
    (element) =>
      /^(?:main|section|article|header|footer|nav|form|app-.+|dsfr-.+)$/.test(element.localName) &&
      view.getComputedStyle(element).display !== 'none',
  );
  for (const part of parts) {
    const host = document.createElement('x-part');
    host.style.display = view.getComputedStyle(part).display;
    part.replaceWith(host);
    host.attachShadow({ mode: 'open' }).innerHTML = '<div><slot></slot></div>';
    host.append(part);
  }
}

/** The whole page in a frame of the same origin, as portals embed an application. */
export function framed(document: Document): void {
  const css = stylesOf(document);
  const lang = document.documentElement.getAttribute('lang') ?? 'fr';
  const frame = document.createElement('iframe');
  frame.style.cssText = 'border:0;width:1200px;height:4000px;display:block';
  const inside = [...document.body.childNodes];
  document.body.append(frame);
  const target = frame.contentDocument;
  if (!target) throw new Error('the inner frame has no document');
  target.open();
  target.write(`<!DOCTYPE html><html lang="${lang}"><head><style></style></head><body></body></html>`);
  target.close();
  const sheet = target.querySelector('style');
  if (sheet) sheet.textContent = css;
  target.body.className = document.body.className;
  target.body.append(...inside.map((node) => target.adoptNode(node)));
}
