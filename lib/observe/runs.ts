/** What was read of a page, kept by runs of small siblings, so that the next reading walks only what has changed. */
import { drawnParent, ELEMENT, type SafeDom, safeDom } from './dom';
import type { Scope } from './visibility';

/** Nodes after which a run is full: small enough to be walked again for one change, large enough to be few. */
export const RUN_NODES = 150;
/** An element with more descendants than this is never inside a run: its own children are. */
export const BIG = 100;
/** A run of fewer nodes costs as much to verify as to walk. */
const MIN_NODES = 4;
/** Positions are multiples of 1/64 px, which moving a box may round otherwise. */
const NEAR = 0.1;
/** Siblings of a restyled element looked at one by one (`.open ~ .menu`), in one reading. */
const MAX_SIBLINGS = 1_500;
const SHOWN: CheckVisibilityOptions = { opacityProperty: true, visibilityProperty: true };

/** One step of the walk, as it can be done again: text, the end of a block or of an element, or what was met. */
export type Op =
  | string
  | number
  | { readonly open: number; readonly element: Element }
  | { readonly control: Element; readonly visible: boolean }
  | { readonly action: string }
  | { readonly alt: string };

interface Edges {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

interface Top {
  readonly element: Element;
  shown: boolean;
}

/** Consecutive children of one element, read together. */
export interface Run {
  readonly scope: Scope;
  readonly visible: boolean;
  readonly view: Window;
  readonly nodes: Node[];
  readonly tops: Top[];
  readonly tape: Op[];
  readonly hosts: Set<Element>;
  /** Scroll position when it was begun: a run read over a scroll is worth nothing. */
  readonly scrolled: string;
  valid: boolean;
  /** The reading that last went through it. */
  pass: number;
  count: number;
  characters: number;
  /** Where the last child began, to leave out what cannot be kept: lengths of tape, nodes and tops, count, characters. */
  mark: readonly [number, number, number, number, number];
  /** Boxes of everything tested for visibility, then relative to the first element's corner. */
  ink: Edges;
  /** Nothing of it touched the edges of what contains it. */
  contained: boolean;
  first: DOMRect | null;
  last: DOMRect | null;
}

const near = (one: number, other: number): boolean => one === other || Math.abs(one - other) <= NEAR;

function within(box: Edges, area: Edges): boolean {
  return box.left >= area.left && box.top >= area.top && box.right <= area.right && box.bottom <= area.bottom;
}

function sameEdges(one: Edges, from: DOMRect, other: Edges, to: DOMRect): boolean {
  return (
    near(one.left - from.left, other.left - to.left) &&
    near(one.right - from.left, other.right - to.left) &&
    near(one.top - from.top, other.top - to.top) &&
    near(one.bottom - from.top, other.bottom - to.top)
  );
}

const AREAS = ['flow', 'positioned', 'reach'] as const;
const scrollOf = (view: Window): string => `${view.scrollX},${view.scrollY}`;

/** The runs of a page, and what happened to it since they were read. */
export class Runs {
  /** Each reading has its number: a run that the one before did not go through is not trusted. */
  pass = 0;
  /** Grows with each change heard of: a reading made in slices is one only if it stood still. */
  changes = 0;
  readonly #dom: SafeDom = safeDom();
  readonly #owner = new WeakMap<Node, Run>();
  #restyled = new Set<Node>();
  #siblings = new Set<Node>();
  #now = { restyled: this.#restyled, siblings: this.#siblings };
  #toCompare = 0;

  /** Begins a reading; marks that come from now on are for the next one. */
  begin(): number {
    this.#now = { restyled: this.#restyled, siblings: this.#siblings };
    this.#restyled = new Set();
    this.#siblings = new Set();
    this.#toCompare = MAX_SIBLINGS;
    this.pass += 1;
    return this.pass;
  }

  /** Trusts nothing any more: style sheets, sizes, the person's act. */
  forget(): void {
    this.changes += 1;
    this.pass += 1;
  }

  /** Something inside this node, or its style, is not what it was. */
  touch(node: Node, what: 'content' | 'style'): void {
    this.changes += 1;
    for (let one: Node | null = node; one; one = drawnParent(this.#dom, one)) {
      const run = this.#owner.get(one);
      if (!run) continue;
      run.valid = false;
      if (what === 'style' && one === node) this.#markSiblings(node);
      return;
    }
    if (what !== 'style') return;
    this.#restyled.add(node);
    this.#markSiblings(node);
  }

  /** A child came or went: the runs that it stood in or beside are no longer what is there. */
  moved(record: MutationRecord): void {
    this.touch(record.target, 'content');
    const { previousSibling, nextSibling, addedNodes, removedNodes } = record;
    for (const node of [previousSibling, nextSibling, ...addedNodes, ...removedNodes]) if (node) this.#drop(node);
  }

  isRestyled(node: Node): boolean {
    return this.#now.restyled.has(node);
  }

  /** More descendants than a run may hold; counts no further than that. */
  isBig(element: Element): boolean {
    const walker = this.#dom.treeWalker(document, element, NodeFilter.SHOW_ELEMENT);
    let count = 0;
    while (count <= BIG && walker.nextNode()) count += 1;
    return count > BIG;
  }

  /** Begins to record a run under an element whose content has this scope. */
  open(scope: Scope, visible: boolean, view: Window): Run {
    return {
      scope,
      visible,
      view,
      nodes: [],
      tops: [],
      tape: [],
      hosts: new Set(),
      scrolled: scrollOf(view),
      valid: true,
      pass: this.pass,
      count: 0,
      characters: 0,
      mark: [0, 0, 0, 0, 0],
      ink: { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity },
      contained: true,
      first: null,
      last: null,
    };
  }

  /** The next child of a run being recorded. */
  add(run: Run, node: Node): void {
    run.mark = [run.tape.length, run.nodes.length, run.tops.length, run.count, run.characters];
    run.nodes.push(node);
    if (this.#dom.nodeType(node) === ELEMENT) run.tops.push({ element: node as Element, shown: false });
    this.#owner.set(node, run);
  }

  /** A box was tested against the edges. */
  inked(run: Run, box: DOMRectReadOnly): void {
    if (box.width <= 0 || box.height <= 0) return;
    const { ink, scope } = run;
    ink.left = Math.min(ink.left, box.left);
    ink.top = Math.min(ink.top, box.top);
    ink.right = Math.max(ink.right, box.right);
    ink.bottom = Math.max(ink.bottom, box.bottom);
    if (run.contained && !AREAS.every((name) => within(box, scope[name]))) run.contained = false;
  }

  /** Leaves the last child out: it holds what cannot be kept (a frame, something fixed to the window). */
  cut(run: Run): void {
    const [tape, nodes, tops, count, characters] = run.mark;
    run.tape.length = tape;
    for (const node of run.nodes.splice(nodes)) this.#owner.delete(node);
    run.tops.length = tops;
    run.count = count;
    run.characters = characters;
  }

  /** Ends a run: it can be used from the next reading on. */
  close(run: Run): void {
    const [first] = run.tops;
    const last = run.tops.at(-1);
    if (!first || !last || run.count < MIN_NODES || run.scrolled !== scrollOf(run.view)) {
      run.valid = false;
      return;
    }
    run.first = this.#dom.rectOf(first.element);
    run.last = this.#dom.rectOf(last.element);
    for (const top of run.tops) top.shown = this.#dom.isShown(top.element, SHOWN);
    const { left, top } = run.first;
    run.ink = {
      left: run.ink.left - left,
      top: run.ink.top - top,
      right: run.ink.right - left,
      bottom: run.ink.bottom - top,
    };
  }

  /** The run that begins with this node, when reading it again would give the same. */
  find(node: Node, parent: Node | null, scope: Scope, visible: boolean): Run | null {
    const run = this.#owner.get(node);
    if (!run?.valid || run.nodes[0] !== node || run.pass !== this.pass - 1) return null;
    if (run.visible !== visible || run.scope.opaque !== scope.opaque) return null;
    if (!this.#stands(run, scope)) return null;
    if (parent && this.#now.siblings.has(parent) && !this.#looksSame(run)) return null;
    run.pass = this.pass;
    return run;
  }

  #stands(run: Run, scope: Scope): boolean {
    const first = run.tops[0];
    const last = run.tops.at(-1);
    if (!first || !last || !run.first || !run.last) return false;
    const from = this.#dom.rectOf(first.element);
    const to = first === last ? from : this.#dom.rectOf(last.element);
    const same =
      near(from.width, run.first.width) &&
      near(from.height, run.first.height) &&
      near(to.width, run.last.width) &&
      near(to.height, run.last.height) &&
      near(to.left - from.left, run.last.left - run.first.left) &&
      near(to.top - from.top, run.last.top - run.first.top);
    if (!same) return false;
    for (const { element, shown } of [first, last]) if (this.#dom.isShown(element, SHOWN) !== shown) return false;
    return this.#fits(run, from, scope);
  }

  /** What contains it lets through what it let through. */
  #fits(run: Run, from: DOMRect, scope: Scope): boolean {
    if (run.contained) {
      const { ink } = run;
      const box = {
        left: ink.left + from.left,
        top: ink.top + from.top,
        right: ink.right + from.left,
        bottom: ink.bottom + from.top,
      };
      if (box.right < box.left) return true;
      return AREAS.every((name) => within(box, scope[name]));
    }
    const then = run.first as DOMRect;
    return AREAS.every((name) => sameEdges(run.scope[name], then, scope[name], from));
  }

  #looksSame(run: Run): boolean {
    for (const { element, shown } of run.tops) {
      if (this.#toCompare <= 0) return true;
      this.#toCompare -= 1;
      if (this.#dom.isShown(element, SHOWN) !== shown) return false;
    }
    return true;
  }

  #drop(node: Node): void {
    const run = this.#owner.get(node);
    if (run) run.valid = false;
  }

  #markSiblings(node: Node): void {
    const parent = this.#dom.parentNode(node);
    if (parent) this.#siblings.add(parent);
  }
}
