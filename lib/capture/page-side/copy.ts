/** Copies a page's elements into another document as they look now, with nothing left that could run or load. */
import { absolute, sheetText } from './css-text';
import { isStyled } from './dom';

/** Never copied: they run, load (an SVG animation may set `href`) or draw nothing. Style sheets are copied by their rules. */
const DROPPED = new Set([
  'SCRIPT',
  'NOSCRIPT',
  'TEMPLATE',
  'LINK',
  'STYLE',
  'META',
  'BASE',
  'SOURCE',
  'TRACK',
  'PARAM',
  'ANIMATE',
  'ANIMATEMOTION',
  'ANIMATETRANSFORM',
  'SET',
  'FEIMAGE',
]);
/** Drawn by another document or a decoder: an empty box of the same size stands for them. */
const BOXED = new Set(['IFRAME', 'FRAME', 'OBJECT', 'EMBED', 'VIDEO', 'AUDIO', 'PORTAL']);
/** Attributes that load, send or act. `href` is dealt with apart: it makes a link a link. */
const LOADING =
  /^(src|srcset|sizes|poster|data|background|action|formaction|ping|manifest|longdesc|cite|profile|usemap|autofocus|autoplay|loading|http-equiv|nonce|integrity|on.*)$/i;

/** What must be done once the copy stands in its document. */
export interface CopyWork {
  /** Images to fill: the copy, and the URL to read from the cache if the pixels could not be taken. */
  readonly images: { readonly copy: Element; readonly attribute: string; readonly url: string }[];
  /** `<style>` elements whose URLs must still be replaced. */
  readonly sheets: HTMLStyleElement[];
  /** Elements whose inline style holds a URL. */
  readonly styled: Element[];
  readonly scrolled: { readonly copy: Element; readonly left: number; readonly top: number }[];
}

/** Copies one tree. */
export class PageCopier {
  readonly work: CopyWork = { images: [], sheets: [], styled: [], scrolled: [] };
  readonly #to: Document;
  readonly #base: string;

  constructor(to: Document, base: string) {
    this.#to = to;
    this.#base = base;
  }

  /** A `<style>` for each sheet that applies, in order. */
  styles(sheets: Iterable<CSSStyleSheet>): HTMLStyleElement[] {
    return [...sheets]
      .filter((sheet) => !sheet.disabled)
      .map((sheet) => {
        const style = this.#to.createElement('style');
        style.textContent = sheetText(sheet, this.#base);
        this.work.sheets.push(style);
        return style;
      });
  }

  copyChildren(from: Node, to: Node): void {
    for (const child of from.childNodes) {
      const copy = this.#copy(child);
      if (copy) to.appendChild(copy);
    }
  }

  /** The attributes of an element, but those that load or act. */
  copyAttributes(from: Element, to: Element): void {
    for (const { name, value } of [...from.attributes]) {
      if (LOADING.test(name)) continue;
      if (/(^|:)href$/i.test(name)) {
        const target = inertHref(from, value);
        if (target !== null) to.setAttribute(name, target);
        continue;
      }
      if (name !== 'style') to.setAttribute(name, value);
    }
    // As the browser writes it back: `image-set("a.png")` becomes `image-set(url("a.png"))`, which the next step sees.
    const style = isStyled(from) ? from.style.cssText : '';
    if (style !== '') to.setAttribute('style', absolute(style, this.#base));
    if (style.includes('url(')) this.work.styled.push(to);
  }

  #copy(node: Node): Node | null {
    if (node instanceof Text) return this.#to.createTextNode(node.data);
    if (!(node instanceof Element) || DROPPED.has(node.tagName.toUpperCase())) return null;
    if (BOXED.has(node.tagName.toUpperCase())) return this.#box(node);
    if (node instanceof HTMLCanvasElement) return this.#canvas(node);
    const copy = this.#to.createElementNS(
      node.namespaceURI,
      node.tagName.toLowerCase() === node.localName ? node.localName : node.tagName,
    );
    this.copyAttributes(node, copy);
    this.#state(node, copy);
    if (node.shadowRoot) this.#shadow(node.shadowRoot, copy);
    if (!(node instanceof HTMLTextAreaElement)) this.copyChildren(node, copy);
    if (node.scrollTop !== 0 || node.scrollLeft !== 0)
      this.work.scrolled.push({ copy, left: node.scrollLeft, top: node.scrollTop });
    return copy;
  }

  /** What an element holds that is not an attribute: what was typed, ticked, chosen, loaded. */
  #state(from: Element, to: Element): void {
    if (from instanceof HTMLInputElement) {
      if (from.type !== 'file') to.setAttribute('value', from.value);
      to.toggleAttribute('checked', from.checked);
    } else if (from instanceof HTMLTextAreaElement) {
      to.textContent = from.value;
    } else if (from instanceof HTMLOptionElement) {
      to.toggleAttribute('selected', from.selected);
    } else if (from instanceof HTMLImageElement) {
      this.#image(from, to);
    } else if (from instanceof SVGImageElement && from.href.baseVal !== '') {
      this.work.images.push({ copy: to, attribute: 'href', url: new URL(from.href.baseVal, this.#base).href });
    }
  }

  #image(from: HTMLImageElement, to: Element): void {
    const { width, height } = from.getBoundingClientRect();
    if (!from.hasAttribute('width') && width > 0) to.setAttribute('width', String(Math.round(width)));
    if (!from.hasAttribute('height') && height > 0) to.setAttribute('height', String(Math.round(height)));
    const pixels = pixelsOf(from);
    if (pixels !== null) to.setAttribute('src', pixels);
    else if (from.currentSrc) this.work.images.push({ copy: to, attribute: 'src', url: from.currentSrc });
  }

  #canvas(from: HTMLCanvasElement): Element {
    const image = this.#box(from, 'img');
    try {
      image.setAttribute('src', from.toDataURL());
    } catch (error) {
      // A canvas that holds pixels of another origin may not be read: an empty box stays.
      if (!(error instanceof DOMException)) throw error;
    }
    return image;
  }

  #box(from: Element, tag = 'span'): HTMLElement {
    const box = this.#to.createElement(tag);
    const style = getComputedStyle(from);
    for (const name of [
      'display',
      'position',
      'inset',
      'float',
      'margin',
      'padding',
      'border',
      'background-color',
      'box-sizing',
      'width',
      'height',
      'vertical-align',
    ]) {
      box.style.setProperty(name, style.getPropertyValue(name));
    }
    if (style.display === 'inline') box.style.display = 'inline-block';
    return box;
  }

  /** Open shadow roots only: a closed one is closed to us too. */
  #shadow(from: ShadowRoot, host: Element): void {
    const root = host.attachShadow({ mode: 'open' });
    root.append(...this.styles([...from.styleSheets, ...from.adoptedStyleSheets]));
    this.copyChildren(from, root);
  }
}

/**
 * What is left of a reference: a link stays a link, and goes nowhere; a drawing may use another of the same page.
 * Not for images: there « # » would be a request for the page itself.
 */
function inertHref(from: Element, value: string): string | null {
  if (from instanceof HTMLAnchorElement || from instanceof HTMLAreaElement) return '#';
  return from.localName !== 'image' && /^#./.test(value) ? value : null;
}

/** The pixels of an image that is there and may be read, as a data URL. */
function pixelsOf(image: HTMLImageElement): string | null {
  if (!image.complete || image.naturalWidth === 0) return null;
  if (image.currentSrc.startsWith('data:')) return image.currentSrc;
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth;
  canvas.height = image.naturalHeight;
  try {
    canvas.getContext('2d')?.drawImage(image, 0, 0);
    return canvas.toDataURL();
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}
