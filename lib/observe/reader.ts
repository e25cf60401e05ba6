/** Reads a page again and again: walks what changed, replays the rest, and yields to the page while a long reading lasts. */
import type { PageFacts } from '@/lib/domain/page';
import { htmlName, safeDom } from './dom';
import { boundsOf, factsOf, type ReadOptions } from './read-page';
import { Runs } from './runs';
import { Walk } from './walk';

/** Longest stretch without yielding; the clock is looked at every 64 nodes. */
const SLICE_MS = 12;
/** A page that changes during each of so many readings is then read in one go. */
const MAX_RESTARTS = 3;
const STYLE_SHEETS = new Set(['style', 'link']);

export interface PageReader {
  /** What the mutation observers say, in order. Call before reading. */
  heard(records: readonly MutationRecord[]): void;
  /** Something of this node changed that no mutation tells (a transition, a scroll). */
  touched(target: EventTarget | null): void;
  /** Anything may have changed without a mutation: the next reading is from scratch. */
  forget(): void;
  /** Reads in one go. */
  readNow(): PageFacts;
  /** Reads, in slices where it takes long; `done` may be called before this returns. Gives the way to stop. */
  read(done: (facts: PageFacts) => void): () => void;
}

/** How a reader goes on later; the browser's timers outside tests. */
export interface Later {
  readonly setTimer: (run: () => void, milliseconds: number) => unknown;
  readonly clearTimer: (timer: unknown) => void;
}

class Reader implements PageReader {
  readonly #runs = new Runs();
  readonly #document: Document;
  readonly #options: ReadOptions;
  readonly #later: Later;
  #sheets = '';

  constructor(document: Document, options: ReadOptions, later: Later) {
    this.#document = document;
    this.#options = options;
    this.#later = later;
  }

  heard(records: readonly MutationRecord[]): void {
    const restyled = new Set<Node>();
    const written = new Set<Node>();
    for (const record of records) {
      if (styleSheets(record)) this.#runs.forget();
      if (record.type === 'childList') this.#runs.moved(record);
      else (record.type === 'attributes' ? restyled : written).add(record.target);
    }
    for (const node of restyled) this.#runs.touch(node, 'style');
    for (const node of written) this.#runs.touch(node, 'content');
  }

  touched(target: EventTarget | null): void {
    if (target instanceof Node) this.#runs.touch(target, 'style');
  }

  forget(): void {
    this.#runs.forget();
  }

  readNow(): PageFacts {
    const walk = this.#begin();
    walk.step(Number.POSITIVE_INFINITY);
    return factsOf(this.#document, walk.out, this.#options);
  }

  read(done: (facts: PageFacts) => void): () => void {
    let timer: unknown = null;
    let restarts = 0;
    let walk = this.#begin();
    let [pass, changes] = [this.#runs.pass, this.#runs.changes];
    const goOn = (): void => {
      timer = null;
      // Another reading went through meanwhile (the person is capturing): begin again from what it kept.
      let whole = pass === this.#runs.pass && walk.step(SLICE_MS);
      if (pass !== this.#runs.pass || (whole && changes !== this.#runs.changes)) {
        restarts += 1;
        walk = this.#begin();
        [pass, changes] = [this.#runs.pass, this.#runs.changes];
        whole = walk.step(restarts < MAX_RESTARTS ? SLICE_MS : Number.POSITIVE_INFINITY);
      }
      if (whole) done(factsOf(this.#document, walk.out, this.#options));
      else timer = this.#later.setTimer(goOn, 0);
    };
    goOn();
    return () => {
      if (timer !== null) this.#later.clearTimer(timer);
    };
  }

  #begin(): Walk {
    const sheets = sheetsOf(this.#document);
    if (sheets !== this.#sheets) this.#runs.forget();
    this.#sheets = sheets;
    return new Walk(this.#document, boundsOf(this.#options), this.#runs);
  }
}

/** A style sheet came, went or changed: anything may look different. */
function styleSheets(record: MutationRecord): boolean {
  const dom = safeDom();
  const isSheet = (node: Node | null): boolean => node instanceof Element && STYLE_SHEETS.has(htmlName(dom, node));
  if (isSheet(record.target) || (record.type === 'characterData' && isSheet(dom.parentNode(record.target))))
    return true;
  return [...record.addedNodes, ...record.removedNodes].some(isSheet);
}

/** Rules added by script leave no mutation: their number tells of most. A sheet of another origin does not say. */
function sheetsOf(document: Document): string {
  let rules = document.adoptedStyleSheets?.length ?? 0;
  for (const sheet of document.styleSheets) {
    try {
      rules += sheet.cssRules.length;
    } catch (cause) {
      if (!(cause instanceof DOMException)) throw cause;
    }
  }
  return `${document.styleSheets.length}:${rules}`;
}

/** A reader of one document. */
export function createReader(document: Document, options: ReadOptions, later: Later): PageReader {
  return new Reader(document, options, later);
}
