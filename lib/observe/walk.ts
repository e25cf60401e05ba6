/** One walk down the flat tree (shadow roots, slots, same-origin frames): visible text blocks, headings, alerts, actions, controls. */
import { ELEMENT, htmlName, type SafeDom, safeDom, TEXT } from './dom';
import { type Op, RUN_NODES, type Run, type Runs } from './runs';
import { type Box, boxOf, canBeSeen, rootScope, type Scope } from './visibility';

export interface WalkBounds {
  readonly maxNodes: number;
  readonly budgetMs: number;
  readonly maxCharacters: number;
  readonly now: () => number;
  /** Told of each shadow root and frame; false: its changes will not be heard, so nothing of it may be kept. */
  readonly onRoot: (root: Node) => boolean;
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
const SKIPPED = new Set(
  'script style noscript template textarea select datalist object embed canvas audio video svg math head'.split(' '),
);
const TYPED =
  '[contenteditable]:not([contenteditable=false]),[role=textbox],[role=searchbox],[role=combobox]:not(input)';
/** A control without a label is named by the text of one of these around it. */
export const AROUND = 'li,td,.radio-card,.fr-radio-group,.fr-checkbox-group';
const HOLDER = `${AROUND},[role=radio],[role=checkbox]`;
/** A radio, a checkbox or a switch that is none of HTML's own. */
export const TOGGLE = '[role=radio],[role=checkbox],[role=switch]';
const INLINE = new Set(['inline', 'contents', 'ruby', 'ruby-base', 'ruby-text']);
const MAX_DEPTH = 3_000;
const MAX_TEXT_NODE = 20_000;
const MAX_BLOCK = 4_000;
const MAX_ITEMS = 4_000;
const MAX_COLLECTORS = 24;
const CLOCK_EVERY = 64;

/** What an element's text is gathered as, added up. */
const IS = { heading: 1, alert: 2, action: 4, label: 8 } as const;
/** How an element stands among its neighbours, which is also how its end is told. */
const APART = { inline: 0, spaced: 1, block: 2 } as const;
const FLUSH = -1;

/** The end of an element: of what it gathers (APART), of its block or word alone, or nothing. */
type Leave = number | string | null;

/** Gathers the visible text of one element, its own and its descendants'. */
interface Collector {
  text: string;
  readonly kind: number;
  readonly element: Element;
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
  /** What to do when leaving it. */
  readonly leave: Leave;
  /** Its children are read and kept in runs. */
  readonly spine: boolean;
  /** Under something whose style changed: nothing kept of it holds. */
  readonly stale: boolean;
}

/** One reading. Without runs nothing is kept: a reading from scratch. */
export class Walk {
  readonly #dom: SafeDom = safeDom();
  readonly #stack: Frame[] = [];
  readonly #collectors: Collector[] = [];
  /** How many collectors there were when each open element began. */
  readonly #opened: number[] = [];
  readonly #ranges = new Map<Document, Range>();
  readonly #bounds: WalkBounds;
  readonly #runs: Runs | null;
  #run: { readonly kept: Run; readonly frame: Frame } | null = null;
  #nodes = 0;
  #ticks = 0;
  #characters = 0;
  #spentMs = 0;
  #stopped = false;
  #last: Op | null = null;
  #block = '';
  readonly out: Walked = {
    headings: [],
    alerts: [],
    texts: [],
    actions: [],
    controls: [],
    labels: new Map(),
    truncated: false,
  };

  constructor(document: Document, bounds: WalkBounds, runs: Runs | null) {
    this.#bounds = bounds;
    this.#runs = runs;
    runs?.begin();
    this.#enterDocument(document, null, false);
  }

  /**
   * Goes on for at most so many milliseconds (the clock is looked at now and then).
   * @returns true when there is nothing left: `out` is whole
   */
  step(milliseconds: number): boolean {
    const started = this.#bounds.now();
    const budget = this.#bounds.budgetMs - this.#spentMs;
    for (let frame = this.#stack.at(-1); frame; frame = this.#stack.at(-1)) {
      this.#ticks += 1;
      if (this.#ticks % CLOCK_EVERY === 0) {
        const taken = this.#bounds.now() - started;
        if (taken > budget) this.#stop();
        else if (taken > milliseconds) {
          this.#spentMs += taken;
          return false;
        }
      }
      this.#advance(frame);
    }
    this.#flush();
    return true;
  }

  #advance(frame: Frame): void {
    if (frame.spine && frame.next && this.#reuse(frame, frame.next)) return;
    const node = this.#isSpent() ? null : this.#take(frame);
    if (node) {
      if (frame.spine) this.#arrange(node, frame);
      else if (this.#run) this.#run.kept.count += 1;
      this.#visit(node, frame);
      return;
    }
    if (this.#run?.frame === frame) this.#closeRun();
    this.#stack.pop();
    this.#perform(frame.leave);
  }

  /** Bounds: once spent, the walk only closes what it opened. */
  #isSpent(): boolean {
    if (this.#stopped) return true;
    this.#nodes += 1;
    if (
      this.#nodes > this.#bounds.maxNodes ||
      this.#characters > this.#bounds.maxCharacters ||
      this.#stack.length > MAX_DEPTH
    ) {
      this.#stop();
    }
    return this.#stopped;
  }

  #stop(): void {
    this.#stopped = true;
    this.out.truncated = true;
  }

  #take(frame: Frame): Node | null {
    if (frame.rest) {
      frame.index += 1;
      return frame.rest[frame.index - 1] ?? null;
    }
    const node = frame.next;
    if (node) frame.next = this.#dom.nextSibling(node);
    return node;
  }

  /** Does again what a kept run says, where it still holds, and goes on after it. */
  #reuse(frame: Frame, node: Node): boolean {
    if (!this.#runs || frame.stale || this.#stopped) return false;
    const run = this.#runs.find(node, this.#dom.parentNode(node), frame.scope, frame.visible);
    const last = run?.nodes.at(-1);
    if (!run || !last) return false;
    // Near a bound it is walked node by node, to stop where a reading from scratch would.
    if (
      this.#nodes + run.count > this.#bounds.maxNodes ||
      this.#characters + run.characters > this.#bounds.maxCharacters
    ) {
      run.valid = false;
      return false;
    }
    if (this.#run?.frame === frame) this.#closeRun();
    this.#nodes += run.count;
    for (const op of run.tape) this.#perform(op);
    frame.next = this.#dom.nextSibling(last);
    return true;
  }

  /** A child of an element whose children are kept in runs: goes into the run, begins one, or is too big for any. */
  #arrange(node: Node, frame: Frame): void {
    const runs = this.#runs;
    if (!runs) return;
    const isElement = this.#dom.nodeType(node) === ELEMENT;
    const big = isElement && runs.isBig(node as Element);
    if (this.#run && (big || this.#run.kept.count >= RUN_NODES)) this.#closeRun();
    if (big) return;
    if (!this.#run && isElement) this.#run = { kept: runs.open(frame.scope, frame.visible, frame.view), frame };
    if (!this.#run) return;
    runs.add(this.#run.kept, node);
    this.#run.kept.count += 1;
  }

  #closeRun(): void {
    if (!this.#run) return;
    // A reading that stopped at a bound left the run unfinished.
    if (this.#stopped) this.#run.kept.valid = false;
    else this.#runs?.close(this.#run.kept);
    this.#run = null;
  }

  /** What is being read cannot be kept: the run ends before it. */
  #leaveRun(): void {
    if (!this.#run) return;
    this.#runs?.cut(this.#run.kept);
    this.#closeRun();
  }

  #enterDocument(document: Document, leave: Leave, stale: boolean): void {
    const view = this.#dom.defaultView(document);
    const root = this.#dom.documentElement(document);
    if (!view || !root) {
      this.#perform(leave);
      return;
    }
    const scope = rootScope(this.#dom, document, view);
    this.#stack.push({
      next: null,
      rest: [root],
      index: 0,
      scope,
      visible: true,
      view,
      document,
      leave,
      spine: false,
      stale: stale || (this.#runs?.isRestyled(root) ?? false),
    });
  }

  #visit(node: Node, frame: Frame): void {
    const type = this.#dom.nodeType(node);
    if (type === TEXT) this.#readText(node, frame);
    else if (type === ELEMENT) this.#enter(node as Element, frame);
  }

  readonly #inked = (rect: DOMRectReadOnly): void => {
    if (this.#run) this.#runs?.inked(this.#run.kept, rect);
  };

  #canBeSeen(rect: DOMRectReadOnly, scope: Scope): boolean {
    this.#inked(rect);
    return canBeSeen(rect, scope);
  }

  #readText(node: Node, frame: Frame): void {
    const value = frame.visible ? (this.#dom.nodeValue(node) ?? '').slice(0, MAX_TEXT_NODE) : '';
    if (value === '') return;
    if (!/\S/.test(value)) {
      this.#perform(' ');
      return;
    }
    let range = this.#ranges.get(frame.document);
    if (!range) {
      range = this.#dom.createRange(frame.document);
      this.#ranges.set(frame.document, range);
    }
    range.selectNodeContents(node);
    if (this.#canBeSeen(range.getBoundingClientRect(), frame.scope)) this.#perform(value);
  }

  /** Does one step, and keeps it in the run being recorded. */
  #perform(op: Op | null): void {
    if (op === null || (op === FLUSH && this.#last === FLUSH)) return;
    this.#last = op;
    if (this.#run) {
      this.#run.kept.tape.push(op);
      if (typeof op === 'string') this.#run.kept.characters += op.length;
    }
    if (typeof op === 'string') this.#append(op);
    else if (typeof op === 'number') this.#close(op);
    else if ('open' in op) this.#collect(op.open, op.element);
    else if ('control' in op) this.#meet(op.control, op.visible);
    else if ('action' in op) this.out.actions.push(op.action);
    else this.#name(op.alt);
  }

  #append(text: string): void {
    this.#characters += text.length;
    this.#block += text;
    if (this.#block.length > MAX_BLOCK) this.#flush();
    for (const collector of this.#collectors) if (collector.text.length < MAX_BLOCK) collector.text += text;
  }

  /** Ends a block: what follows stands apart on the screen. */
  #flush(): void {
    if (this.#block !== '' && /\S/.test(this.#block)) {
      if (this.out.texts.length < MAX_ITEMS) this.out.texts.push(this.#block);
      else this.out.truncated = true;
    }
    this.#block = '';
    for (const collector of this.#collectors) if (collector.text !== '') collector.text += ' ';
  }

  #enter(element: Element, frame: Frame): void {
    const name = htmlName(this.#dom, element);
    const isControl = name === 'input' || name === 'select' || name === 'textarea';
    const box =
      SKIPPED.has(name || this.#dom.localName(element)) && !isControl
        ? null
        : boxOf(this.#dom, frame.view, element, frame.scope, this.#inked);
    // Fixed to the window: it stays where it is when everything around moves.
    if (box?.fixed) this.#leaveRun();
    if (isControl) this.#meetControl(element, name, box);
    else if (box) this.#enterVisible(element, name, frame, box);
  }

  #enterVisible(element: Element, name: string, frame: Frame, box: Box): void {
    const { visible } = box;
    if (name === 'br') this.#perform(' ');
    else if (name === 'img') {
      const alt = this.#dom.attribute(element, 'alt');
      if (alt && visible) this.#perform({ alt: alt.slice(0, 200) });
    } else if (this.#dom.matches(element, TYPED)) {
      if (visible) this.#perform({ control: element, visible });
    } else {
      if (this.#dom.matches(element, TOGGLE)) this.#perform({ control: element, visible });
      this.#push(element, name, frame, box, this.#open(element, name, box));
    }
  }

  /** Opens what this element collects; returns what to do when leaving it. */
  #open(element: Element, name: string, box: Box): Leave {
    const apart = INLINE.has(box.display)
      ? APART.inline
      : box.display.startsWith('inline-')
        ? APART.spaced
        : APART.block;
    if (apart === APART.spaced) this.#perform(' ');
    if (apart === APART.block) this.#perform(FLUSH);
    const heading = HEADING.test(name) || this.#dom.attribute(element, 'role') === 'heading';
    const open =
      (heading ? IS.heading : 0) +
      (this.#dom.matches(element, ALERT) ? IS.alert : 0) +
      (this.#dom.matches(element, ACTION) ? IS.action : 0) +
      (name === 'label' || this.#dom.matches(element, HOLDER) ? IS.label : 0);
    // Most elements gather nothing: only their end is told.
    if (open === 0) return apart === APART.inline ? null : apart === APART.spaced ? ' ' : FLUSH;
    this.#perform({ open, element });
    return apart;
  }

  #collect(kinds: number, element: Element): void {
    this.#opened.push(this.#collectors.length);
    for (const kind of Object.values(IS)) {
      if ((kinds & kind) !== 0 && this.#collectors.length < MAX_COLLECTORS)
        this.#collectors.push({ text: '', kind, element });
    }
  }

  /** Leaves an element: what it gathered is known, and its block ends. */
  #close(how: number): void {
    if (how === FLUSH) {
      this.#flush();
      return;
    }
    const before = this.#opened.pop() ?? 0;
    if (this.#collectors.length > before) {
      for (const collector of this.#collectors.splice(before).reverse())
        if (/\S/.test(collector.text)) this.#gathered(collector);
    }
    if (how === APART.spaced) this.#append(' ');
    if (how === APART.block) this.#flush();
  }

  #gathered({ kind, text, element }: Collector): void {
    const { headings, alerts, actions, labels } = this.out;
    if (labels.size + actions.length + headings.length + alerts.length >= MAX_ITEMS) {
      this.out.truncated = true;
      return;
    }
    if (kind === IS.heading) headings.push(text);
    else if (kind === IS.alert) alerts.push(text);
    else if (kind === IS.action) actions.push(text);
    else labels.set(element, text);
  }

  /** Goes down: into the shadow root, the slot's nodes, the frame's document, the summary of closed details, or the children. */
  #push(element: Element, name: string, frame: Frame, box: Box, leave: Leave): void {
    if (name === 'iframe') {
      this.#leaveRun();
      this.#enterFrame(element, frame, box, leave);
      return;
    }
    const stale = frame.stale || (this.#runs?.isRestyled(element) ?? false);
    const inside = { index: 0, scope: box.scope, visible: box.visible, view: frame.view, document: frame.document };
    const into = (next: Node | null, rest: readonly Node[] | null = null, heard = true): void => {
      const spine = rest === null && this.#run === null;
      this.#stack.push({ ...inside, next, rest, leave, stale: stale || !heard, spine });
    };
    const shadow = this.#dom.shadowRoot(element);
    if (shadow) {
      const heard = this.#bounds.onRoot(shadow);
      if (heard) this.#meetShadow(element, shadow);
      else this.#leaveRun();
      into(this.#dom.firstChild(shadow), null, heard);
    } else if (name === 'slot') {
      this.#meetSlot(element);
      const assigned = this.#dom.assignedNodes(element as HTMLSlotElement);
      if (assigned.length > 0) into(null, assigned);
      else into(this.#dom.firstChild(element));
    } else if (name === 'details' && this.#dom.attribute(element, 'open') === null) {
      into(null, this.#summaryOf(element));
    } else {
      into(this.#dom.firstChild(element));
    }
  }

  /** A whole application may stand behind one small element. */
  #meetShadow(host: Element, shadow: ShadowRoot): void {
    if (!this.#run || !this.#runs) return;
    for (let child = this.#dom.firstChild(shadow); child; child = this.#dom.nextSibling(child)) {
      if (this.#dom.nodeType(child) === ELEMENT && this.#runs.isBig(child as Element)) {
        this.#leaveRun();
        return;
      }
    }
    this.#run.kept.hosts.add(host);
  }

  /** What a slot shows stands elsewhere in the document, unless its host is in the same run. */
  #meetSlot(slot: Element): void {
    const root = this.#dom.rootOf(slot);
    if (this.#run && !(root instanceof ShadowRoot && this.#run.kept.hosts.has(this.#dom.hostOf(root))))
      this.#leaveRun();
  }

  #summaryOf(details: Element): Node[] {
    for (let child = this.#dom.firstChild(details); child; child = this.#dom.nextSibling(child)) {
      if (this.#dom.nodeType(child) === ELEMENT && htmlName(this.#dom, child as Element) === 'summary') return [child];
    }
    return [];
  }

  #enterFrame(element: Element, frame: Frame, box: Box, leave: Leave): void {
    const inside =
      box.visible && this.#canBeSeen(this.#dom.rectOf(element), box.scope) ? this.#dom.frameDocument(element) : null;
    if (inside) {
      const heard = this.#bounds.onRoot(inside);
      const stale = !heard || frame.stale || (this.#runs?.isRestyled(element) ?? false);
      this.#enterDocument(inside, leave, stale);
    } else {
      this.#perform(leave);
    }
  }

  /** An image that is a link's only content names it; elsewhere its text is not on the screen. */
  #name(alt: string): void {
    for (const collector of this.#collectors) if (collector.text.trim() === '') collector.text += alt;
  }

  #meetControl(element: Element, name: string, box: Box | null): void {
    const type = name === 'input' ? this.#dom.inputType(element) : name;
    if (type === 'hidden') return;
    const visible = box?.visible === true && this.#canBeSeen(this.#dom.rectOf(element), box.scope);
    if (type === 'submit' || type === 'button' || type === 'reset' || type === 'image') {
      // The attribute is the button's printed label, not something typed.
      const label = this.#dom.attribute(element, type === 'image' ? 'alt' : 'value');
      if (visible && label) this.#perform({ action: label.slice(0, 300) });
      return;
    }
    this.#perform({ control: element, visible });
  }

  #meet(element: Element, visible: boolean): void {
    if (this.out.controls.length < MAX_ITEMS) this.out.controls.push({ element, visible });
  }
}
