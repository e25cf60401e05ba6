/** The DOM through the prototypes' own accessors: a form with a field named `children` or `textContent` cannot lie to them. */

const property = (prototype: object, name: string): PropertyDescriptor =>
  Object.getOwnPropertyDescriptor(prototype, name) as PropertyDescriptor;

/** The accessor of a prototype, callable on any target. A browser without it fails here, when the script starts. */
function getter<T, R>(prototype: object, name: string): (target: T) => R {
  const get = property(prototype, name).get as () => unknown;
  return (target) => Reflect.apply(get, target, []) as R;
}

function method<T, A extends readonly unknown[], R>(prototype: object, name: string): (target: T, ...args: A) => R {
  const { value } = property(prototype, name);
  return (target, ...args) => Reflect.apply(value, target, args) as R;
}

/** Takes the accessors of this realm, before anything of the page could replace them. */
function capture() {
  const node = Node.prototype;
  const element = Element.prototype;
  const input = HTMLInputElement.prototype;
  const document = Document.prototype;
  return {
    nodeType: getter<Node, number>(node, 'nodeType'),
    firstChild: getter<Node, Node | null>(node, 'firstChild'),
    nextSibling: getter<Node, Node | null>(node, 'nextSibling'),
    parentNode: getter<Node, Node | null>(node, 'parentNode'),
    nodeValue: getter<Node, string | null>(node, 'nodeValue'),
    rootOf: method<Node, [], Node>(node, 'getRootNode'),
    localName: getter<Element, string>(element, 'localName'),
    namespace: getter<Element, string | null>(element, 'namespaceURI'),
    shadowRoot: getter<Element, ShadowRoot | null>(element, 'shadowRoot'),
    attribute: method<Element, [string], string | null>(element, 'getAttribute'),
    matches: method<Element, [string], boolean>(element, 'matches'),
    closest: method<Element, [string], Element | null>(element, 'closest'),
    rectOf: method<Element, [], DOMRect>(element, 'getBoundingClientRect'),
    isShown: method<Element, [CheckVisibilityOptions], boolean>(element, 'checkVisibility'),
    assignedSlot: getter<Element, HTMLSlotElement | null>(element, 'assignedSlot'),
    scrollLeft: getter<Element, number>(element, 'scrollLeft'),
    scrollTop: getter<Element, number>(element, 'scrollTop'),
    clientWidth: getter<Element, number>(element, 'clientWidth'),
    inputType: getter<Element, string>(input, 'type'),
    checked: getter<Element, boolean>(input, 'checked'),
    inputLabels: getter<Element, NodeListOf<HTMLLabelElement> | null>(input, 'labels'),
    selectLabels: getter<Element, NodeListOf<HTMLLabelElement> | null>(HTMLSelectElement.prototype, 'labels'),
    areaLabels: getter<Element, NodeListOf<HTMLLabelElement> | null>(HTMLTextAreaElement.prototype, 'labels'),
    assignedNodes: method<Element, [], Node[]>(HTMLSlotElement.prototype, 'assignedNodes'),
    frameDocument: getter<Element, Document | null>(HTMLIFrameElement.prototype, 'contentDocument'),
    hostOf: getter<ShadowRoot, Element>(ShadowRoot.prototype, 'host'),
    title: getter<Document, string>(document, 'title'),
    documentElement: getter<Document, Element | null>(document, 'documentElement'),
    body: getter<Document, Element | null>(document, 'body'),
    defaultView: getter<Document, Window | null>(document, 'defaultView'),
    treeWalker: method<Document, [Node, number], TreeWalker>(document, 'createTreeWalker'),
    createRange: method<Document, [], Range>(document, 'createRange'),
  };
}

export type SafeDom = ReturnType<typeof capture>;

let captured: SafeDom | null = typeof Document === 'undefined' ? null : capture();

/** The accessors, taken when this module was loaded. */
export function safeDom(): SafeDom {
  captured ??= capture();
  return captured;
}

const XHTML = 'http://www.w3.org/1999/xhtml';

/** The tag name of an HTML element; '' for any other: an `<input>` of another namespace has nothing of an input. */
export function htmlName(dom: SafeDom, element: Element): string {
  return dom.namespace(element) === XHTML ? dom.localName(element) : '';
}

export const ELEMENT = 1;
export const TEXT = 3;
const FRAGMENT = 11;

/** The parent in the tree as it is drawn: a slot for what stands in it, the host for a shadow root; null above a document. */
export function drawnParent(dom: SafeDom, node: Node): Node | null {
  const type = dom.nodeType(node);
  const slot = type === ELEMENT ? dom.assignedSlot(node as Element) : null;
  if (slot) return slot;
  return type === FRAGMENT && node instanceof ShadowRoot ? dom.hostOf(node) : dom.parentNode(node);
}
