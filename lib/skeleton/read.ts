/** Reads a page into a tree for its skeleton, on the person's click only. Never a value, an attribute of the person, a comment or a script. */
import type { SourceNode, SourcePage } from './tree';

/** The DOM as the page cannot change it, and what can be seen of it: given by who injects the reader. */
export interface ReaderPorts {
  nodeType(node: Node): number;
  firstChild(node: Node): Node | null;
  nextSibling(node: Node): Node | null;
  nodeValue(node: Node): string | null;
  /** Lower-case tag of an HTML element, '' for any other. */
  htmlName(element: Element): string;
  attribute(element: Element, name: string): string | null;
  matches(element: Element, selector: string): boolean;
  shadowRoot(element: Element): ShadowRoot | null;
  /** What a slot shows; empty when it shows its own content. */
  assigned(slot: Element): readonly Node[];
  isSeen(element: Element): boolean;
  flowsWithText(element: Element): boolean;
}

const ELEMENT = 1;
const TEXT = 3;
/** Code, drawings, and what is on no screen. */
const SKIPPED = new Set(
  'script style noscript template head link meta base svg math canvas video audio object embed map picture source track img datalist br wbr'.split(
    ' ',
  ),
);
/** Their content is somebody's, or another document's: only that they stand there is said. */
const CLOSED = new Set('input textarea select iframe output'.split(' '));
const MEANT = new Set('a button label summary'.split(' '));
const MAX_NODES = 20_000;
const MAX_DEPTH = 200;
const MAX_TEXT = 2_000;
/** A button's printed label, not something typed. */
const PRINTED = /^(?:submit|button|reset)$/;

class Reader {
  private readonly dom: ReaderPorts;
  private nodes = 0;
  truncated = false;

  constructor(dom: ReaderPorts) {
    this.dom = dom;
  }

  read(element: Element, depth: number): SourceNode {
    const name = this.dom.htmlName(element);
    const type = name === 'input' ? (this.dom.attribute(element, 'type') ?? '').toLowerCase() : '';
    const tag = name === 'input' && PRINTED.test(type) ? 'button' : name;
    const hidden = !this.dom.isSeen(element) || type === 'hidden';
    return {
      tag,
      role: (this.dom.attribute(element, 'role') ?? '').toLowerCase(),
      type,
      hidden,
      disabled: this.isDisabled(element),
      editable: this.dom.matches(element, '[contenteditable]:not([contenteditable="false" i])'),
      inline: !MEANT.has(tag) && !CLOSED.has(tag) && this.dom.flowsWithText(element),
      children: hidden ? [] : this.childrenOf(element, name, type, depth),
    };
  }

  private isDisabled(element: Element): boolean {
    return this.dom.attribute(element, 'aria-disabled') === 'true' || this.dom.matches(element, ':disabled');
  }

  private childrenOf(element: Element, tag: string, type: string, depth: number): (SourceNode | string)[] {
    if (tag === 'input' && PRINTED.test(type)) return [(this.dom.attribute(element, 'value') ?? '').slice(0, MAX_TEXT)];
    if (CLOSED.has(tag)) return [];
    if (depth > MAX_DEPTH) {
      this.truncated = true;
      return [];
    }
    if (tag === 'slot') {
      const assigned = this.dom.assigned(element);
      if (assigned.length > 0) return assigned.flatMap((node) => this.one(node, depth));
    }
    return this.below(this.dom.shadowRoot(element) ?? element, depth);
  }

  private below(parent: Node, depth: number): (SourceNode | string)[] {
    const out: (SourceNode | string)[] = [];
    for (let node = this.dom.firstChild(parent); node; node = this.dom.nextSibling(node))
      out.push(...this.one(node, depth));
    return out;
  }

  private one(node: Node, depth: number): (SourceNode | string)[] {
    this.nodes += 1;
    if (this.nodes > MAX_NODES) {
      this.truncated = true;
      return [];
    }
    const type = this.dom.nodeType(node);
    if (type === TEXT) return [(this.dom.nodeValue(node) ?? '').slice(0, MAX_TEXT)];
    if (type !== ELEMENT) return [];
    const tag = this.dom.htmlName(node as Element);
    if (tag === 'br' || tag === 'wbr') return [' '];
    // '': SVG and MathML, names of another namespace.
    return tag === '' || SKIPPED.has(tag) ? [] : [this.read(node as Element, depth + 1)];
  }
}

/** Reads what stands under `body`. @param about what is known of the document, raw */
export function readSource(
  body: Element,
  dom: ReaderPorts,
  about: Pick<SourcePage, 'url' | 'status' | 'title' | 'lang'>,
): SourcePage {
  const reader = new Reader(dom);
  const tree = reader.read(body, 0);
  return { ...about, body: { ...tree, hidden: false }, truncated: reader.truncated };
}
