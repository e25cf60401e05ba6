/** One walk down the flat tree (shadow roots, slots, same-origin frames): visible text blocks, headings, alerts, actions, controls. */
import { ELEMENT, htmlName, type SafeDom, safeDom, TEXT } from './dom';
import { type Box, boxOf, canBeSeen, rootScope, type Scope } from './visibility';

export interface WalkBounds {
  readonly maxNodes: number;
  readonly budgetMs: number;
  readonly maxCharacters: number;
  readonly now: () => number;
  readonly onRoot: (root: Node) => void;
}

/** A form control met on the way; its label is found once the walk is over. */
export interface Control {
  readonly element: Element;
  /** The control itself can be seen (a styled radio often cannot, its label can). */
  readonly visible: boolean;
}

export interface Walked {
  readonly headings: string[];
  readonly alerts: string[];
  readonly texts: string[];
  readonly actions: string[];
  readonly controls: Control[];
  /** Visible text of each label, and of each small container of a control. */
  readonly labels: Map<Element, string>;
  truncated: boolean;
}

const HEADING = /^h[1-6]$/;
/** What looks like a message in either design or in stock pages: hints to where, never the only proof (pages.md § 0.1). */
const ALERT =
  '[role=alert],[role=status],[role=alertdialog],.fr-alert,.fr-notice,.fr-error-text,.fr-message--error,.fr-messages-group,.alert,.kc-feedback-text,.ui-message,.ui-messages,.ui-messages-detail,p-message,p-messages,.error-on-field,.invalid-feedback';
const ACTION = 'a[href],button,summary,[role=button],[role=link],[role=tab],[role=menuitem]';
/** Their text is a value, code, or nothing that shows. */
const SKIPPED = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'textarea',
  'select',
  'datalist',
  'object',
  'embed',
  'canvas',
  'audio',
  'video',
  'svg',
  'math',
  'head',
]);
const TYPED =
  '[contenteditable]:not([contenteditable=false]),[role=textbox],[role=searchbox],[role=combobox]:not(input)';
/** A control without a label is named by the text of one of these around it. */
const HOLDER = 'li,td,.radio-card,.fr-radio-group,.fr-checkbox-group,[role=radio],[role=checkbox]';
const INLINE = new Set(['inline', 'contents', 'ruby', 'ruby-base', 'ruby-text']);
const MAX_DEPTH = 3_000;
const MAX_TEXT_NODE = 20_000;
const MAX_BLOCK = 4_000;
const MAX_ITEMS = 4_000;
const MAX_COLLECTORS = 24;
const CLOCK_EVERY = 64;

/** Gathers the visible text of one element, its own and its descendants'. */
interface Collector {
  text: string;
  readonly done: (text: string) => void;
}

interface Frame {
  /** Next sibling to visit, or the rest of a slot's nodes. */
  next: Node | null;
  readonly rest: readonly Node[] | null;
  index: number;
  readonly scope: Scope;
  readonly visible: boolean;
  readonly view: Window;
  readonly document: Document;
  readonly leave: (() => void) | null;
}

class Walk {
  private readonly dom: SafeDom = safeDom();
  private readonly stack: Frame[] = [];
  private readonly collectors: Collector[] = [];
  private readonly ranges = new Map<Document, Range>();
  private readonly until: number;
  private readonly bounds: WalkBounds;
  private nodes = 0;
  private characters = 0;
  private block = '';
  readonly out: Walked = {
    headings: [],
    alerts: [],
    texts: [],
    actions: [],
    controls: [],
    labels: new Map(),
    truncated: false,
  };

  constructor(bounds: WalkBounds) {
    this.bounds = bounds;
    this.until = bounds.now() + bounds.budgetMs;
  }

  run(document: Document): Walked {
    this.enterDocument(document, null);
    for (let frame = this.stack.at(-1); frame; frame = this.stack.at(-1)) {
      const node = this.isSpent() ? null : this.take(frame);
      if (node) this.visit(node, frame);
      else {
        this.stack.pop();
        frame.leave?.();
      }
    }
    this.flush();
    return this.out;
  }

  /** Bounds: once spent, the walk only closes what it opened. */
  private isSpent(): boolean {
    if (this.out.truncated) return true;
    this.nodes += 1;
    const late = this.nodes % CLOCK_EVERY === 0 && this.bounds.now() > this.until;
    if (
      late ||
      this.nodes > this.bounds.maxNodes ||
      this.characters > this.bounds.maxCharacters ||
      this.stack.length > MAX_DEPTH
    ) {
      this.out.truncated = true;
    }
    return this.out.truncated;
  }

  private take(frame: Frame): Node | null {
    if (frame.rest) {
      frame.index += 1;
      return frame.rest[frame.index - 1] ?? null;
    }
    const node = frame.next;
    if (node) frame.next = this.dom.nextSibling(node);
    return node;
  }

  private enterDocument(document: Document, leave: (() => void) | null): void {
    const view = this.dom.defaultView(document);
    const root = this.dom.documentElement(document);
    if (!view || !root) {
      leave?.();
      return;
    }
    const scope = rootScope(this.dom, document, view);
    this.stack.push({ next: null, rest: [root], index: 0, scope, visible: true, view, document, leave });
  }

  private visit(node: Node, frame: Frame): void {
    const type = this.dom.nodeType(node);
    if (type === TEXT) this.readText(node, frame);
    else if (type === ELEMENT) this.enter(node as Element, frame);
  }

  private readText(node: Node, frame: Frame): void {
    const value = frame.visible ? (this.dom.nodeValue(node) ?? '').slice(0, MAX_TEXT_NODE) : '';
    if (value === '') return;
    if (!/\S/.test(value)) {
      this.append(' ');
      return;
    }
    let range = this.ranges.get(frame.document);
    if (!range) {
      range = this.dom.createRange(frame.document);
      this.ranges.set(frame.document, range);
    }
    range.selectNodeContents(node);
    if (canBeSeen(range.getBoundingClientRect(), frame.scope)) this.append(value);
  }

  private append(text: string): void {
    this.characters += text.length;
    this.block += text;
    if (this.block.length > MAX_BLOCK) this.flush();
    for (const collector of this.collectors) if (collector.text.length < MAX_BLOCK) collector.text += text;
  }

  /** Ends a block: what follows stands apart on the screen. */
  private flush(): void {
    if (/\S/.test(this.block) && this.out.texts.length < MAX_ITEMS) this.out.texts.push(this.block);
    this.block = '';
    for (const collector of this.collectors) if (collector.text !== '') collector.text += ' ';
  }

  private enter(element: Element, frame: Frame): void {
    const name = htmlName(this.dom, element);
    const isControl = name === 'input' || name === 'select' || name === 'textarea';
    const box =
      SKIPPED.has(name || this.dom.localName(element)) && !isControl
        ? null
        : boxOf(this.dom, frame.view, element, frame.scope);
    if (isControl) this.meetControl(element, name, box);
    else if (box) this.enterVisible(element, name, frame, box);
  }

  private enterVisible(element: Element, name: string, frame: Frame, box: Box): void {
    if (name === 'br') this.append(' ');
    else if (name === 'img') this.readImage(element, box);
    else if (this.dom.matches(element, TYPED)) this.meetTyped(element, box);
    else this.enterContainer(element, name, frame, box);
  }

  private enterContainer(element: Element, name: string, frame: Frame, box: Box): void {
    if (this.dom.matches(element, '[role=radio],[role=checkbox],[role=switch]'))
      this.out.controls.push({ element, visible: box.visible });
    this.push(element, name, frame, box, this.open(element, name, box));
  }

  /** Opens what this element collects; returns what to do when leaving it. */
  private open(element: Element, name: string, box: Box): () => void {
    const inline = INLINE.has(box.display);
    const apart = inline ? null : box.display.startsWith('inline-') ? () => this.append(' ') : () => this.flush();
    apart?.();
    const before = this.collectors.length;
    const role = this.dom.attribute(element, 'role');
    if (HEADING.test(name) || role === 'heading') this.collect((text) => this.out.headings.push(text));
    if (this.dom.matches(element, ALERT)) this.collect((text) => this.out.alerts.push(text));
    if (this.dom.matches(element, ACTION)) this.collect((text) => this.out.actions.push(text));
    if (name === 'label' || this.dom.matches(element, HOLDER))
      this.collect((text) => this.out.labels.set(element, text));
    return () => {
      for (const collector of this.collectors.splice(before).reverse()) {
        if (/\S/.test(collector.text)) collector.done(collector.text);
      }
      apart?.();
    };
  }

  private collect(done: (text: string) => void): void {
    if (this.collectors.length >= MAX_COLLECTORS) return;
    this.collectors.push({
      text: '',
      done: (text) => {
        if (
          this.out.labels.size + this.out.actions.length + this.out.headings.length + this.out.alerts.length <
          MAX_ITEMS
        )
          done(text);
      },
    });
  }

  /** Goes down: into the shadow root, the slot's nodes, the frame's document, the summary of closed details, or the children. */
  private push(element: Element, name: string, frame: Frame, box: Box, leave: () => void): void {
    const base = {
      index: 0,
      rest: null,
      scope: box.scope,
      visible: box.visible,
      view: frame.view,
      document: frame.document,
      leave,
    };
    if (name === 'iframe') {
      this.enterFrame(element, box, leave);
      return;
    }
    const shadow = this.dom.shadowRoot(element);
    if (shadow) {
      this.bounds.onRoot(shadow);
      this.stack.push({ ...base, next: this.dom.firstChild(shadow) });
      return;
    }
    if (name === 'slot') {
      const assigned = this.dom.assignedNodes(element as HTMLSlotElement);
      if (assigned.length > 0) {
        this.stack.push({ ...base, next: null, rest: assigned });
        return;
      }
    }
    if (name === 'details' && this.dom.attribute(element, 'open') === null) {
      this.stack.push({ ...base, next: null, rest: this.summaryOf(element) });
      return;
    }
    this.stack.push({ ...base, next: this.dom.firstChild(element) });
  }

  private summaryOf(details: Element): Node[] {
    for (let child = this.dom.firstChild(details); child; child = this.dom.nextSibling(child)) {
      if (this.dom.nodeType(child) === ELEMENT && htmlName(this.dom, child as Element) === 'summary') return [child];
    }
    return [];
  }

  private enterFrame(element: Element, box: Box, leave: () => void): void {
    const inside =
      box.visible && canBeSeen(this.dom.rectOf(element), box.scope) ? this.dom.frameDocument(element) : null;
    if (inside) {
      this.bounds.onRoot(inside);
      this.enterDocument(inside, leave);
    } else {
      leave();
    }
  }

  private readImage(element: Element, box: Box): void {
    const alt = this.dom.attribute(element, 'alt');
    if (!alt || !box.visible) return;
    // An image that is a link's only content names it; elsewhere its text is not on the screen.
    for (const collector of this.collectors) if (collector.text.trim() === '') collector.text += alt.slice(0, 200);
  }

  private meetControl(element: Element, name: string, box: Box | null): void {
    const type = name === 'input' ? this.dom.inputType(element) : name;
    if (type === 'hidden') return;
    const visible = box?.visible === true && canBeSeen(this.dom.rectOf(element), box.scope);
    if (type === 'submit' || type === 'button' || type === 'reset' || type === 'image') {
      // The attribute is the button's printed label, not something typed.
      const label = this.dom.attribute(element, type === 'image' ? 'alt' : 'value');
      if (visible && label) this.out.actions.push(label.slice(0, 300));
      return;
    }
    if (this.out.controls.length < MAX_ITEMS) this.out.controls.push({ element, visible });
  }

  private meetTyped(element: Element, box: Box): void {
    if (box.visible && this.out.controls.length < MAX_ITEMS) this.out.controls.push({ element, visible: true });
  }
}

/** Walks a document within bounds. */
export function walk(document: Document, bounds: WalkBounds): Walked {
  return new Walk(bounds).run(document);
}
