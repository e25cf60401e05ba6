/** The DOM through the prototypes' own accessors: a form with a field named `children` or `textContent` cannot lie to them. */

type Getter<T, R> = (target: T) => R;

function accessor(prototype: object, name: string): (this: unknown) => unknown {
  const get = Object.getOwnPropertyDescriptor(prototype, name)?.get;
  if (!get) throw new TypeError(`this browser has no accessor ${name}`);
  return get;
}

function getter<T, R>(prototype: object, name: string): Getter<T, R> {
  const get = accessor(prototype, name);
  return (target) => Reflect.apply(get, target, []) as R;
}

function method<T, A extends readonly unknown[], R>(prototype: object, name: string): (target: T, ...args: A) => R {
  const call: unknown = Object.getOwnPropertyDescriptor(prototype, name)?.value;
  if (typeof call !== 'function') throw new TypeError(`this browser has no method ${name}`);
  return (target, ...args) => Reflect.apply(call, target, args) as R;
}

/** Takes the accessors of this realm, before anything of the page could replace them. */
function capture() {
  return {
    // Node
    nodeType: getter<Node, number>(Node.prototype, 'nodeType'),
    firstChild: getter<Node, Node | null>(Node.prototype, 'firstChild'),
    nextSibling: getter<Node, Node | null>(Node.prototype, 'nextSibling'),
    parentNode: getter<Node, Node | null>(Node.prototype, 'parentNode'),
    nodeValue: getter<Node, string | null>(Node.prototype, 'nodeValue'),
    rootOf: method<Node, [], Node>(Node.prototype, 'getRootNode'),
    // Element
    localName: getter<Element, string>(Element.prototype, 'localName'),
    namespace: getter<Element, string | null>(Element.prototype, 'namespaceURI'),
    shadowRoot: getter<Element, ShadowRoot | null>(Element.prototype, 'shadowRoot'),
    attribute: method<Element, [string], string | null>(Element.prototype, 'getAttribute'),
    matches: method<Element, [string], boolean>(Element.prototype, 'matches'),
    closest: method<Element, [string], Element | null>(Element.prototype, 'closest'),
    rectOf: method<Element, [], DOMRect>(Element.prototype, 'getBoundingClientRect'),
    scrollLeft: getter<Element, number>(Element.prototype, 'scrollLeft'),
    scrollTop: getter<Element, number>(Element.prototype, 'scrollTop'),
    clientWidth: getter<Element, number>(Element.prototype, 'clientWidth'),
    clientHeight: getter<Element, number>(Element.prototype, 'clientHeight'),
    // Particular elements
    inputType: getter<Element, string>(HTMLInputElement.prototype, 'type'),
    checked: getter<Element, boolean>(HTMLInputElement.prototype, 'checked'),
    inputLabels: getter<Element, NodeListOf<HTMLLabelElement> | null>(HTMLInputElement.prototype, 'labels'),
    selectLabels: getter<Element, NodeListOf<HTMLLabelElement> | null>(HTMLSelectElement.prototype, 'labels'),
    areaLabels: getter<Element, NodeListOf<HTMLLabelElement> | null>(HTMLTextAreaElement.prototype, 'labels'),
    assignedNodes: method<Element, [], Node[]>(HTMLSlotElement.prototype, 'assignedNodes'),
    frameDocument: getter<Element, Document | null>(HTMLIFrameElement.prototype, 'contentDocument'),
    // Document
    title: getter<Document, string>(Document.prototype, 'title'),
    documentElement: getter<Document, Element | null>(Document.prototype, 'documentElement'),
    body: getter<Document, Element | null>(Document.prototype, 'body'),
    defaultView: getter<Document, Window | null>(Document.prototype, 'defaultView'),
    createRange: method<Document, [], Range>(Document.prototype, 'createRange'),
    elementById: method<Document | ShadowRoot, [string], Element | null>(Document.prototype, 'getElementById'),
    elementByIdInShadow: method<Document | ShadowRoot, [string], Element | null>(
      DocumentFragment.prototype,
      'getElementById',
    ),
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
