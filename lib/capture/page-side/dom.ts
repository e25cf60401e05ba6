/** Walks the page's elements, open shadow roots included. */

/** Every element under `root`, in document order, through open shadow roots. */
export function* allElements(root: Document | ShadowRoot): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* allElements(element.shadowRoot);
  }
}

/** An element whose inline style can be set (HTML, SVG, MathML). */
export type Styled = Element & ElementCSSInlineStyle;

export function isStyled(element: Element): element is Styled {
  return 'style' in element;
}
