/** Watches a page: loaded, routed, restored or re-rendered, once settled; tells what it shows, each time that it shows something else. */
import type { PageFacts } from '@/lib/domain/page';
import { factsKey } from './facts-key';
import type { ReadOptions } from './read-page';
import { createReader, type PageReader } from './reader';
import { type Clock, createSettler, SETTLE_DEFAULTS, type SettleLimits } from './settle';

/** What the page shows, and how still it stands. URLs are raw. */
export interface Sighting {
  readonly facts: PageFacts;
  /** False: the page was moving. What it shows is a state only if it is still recognised as the same a moment later. */
  readonly quiet: boolean;
  /** When it was read: milliseconds since the document began. */
  readonly at: number;
  /** How often the browser has brought this document back from its cache. */
  readonly returns: number;
  /** The page never rests: reading has stopped until the person acts or the page goes elsewhere. */
  readonly exhausted: boolean;
}

export interface WatchOptions {
  readonly read?: ReadOptions;
  readonly limits?: Partial<SettleLimits>;
  readonly clock?: Clock;
}

export interface WatchInput {
  readonly document: Document;
  readonly window: Window & typeof globalThis;
  /** Told in order; never twice in a row the same, unless `again` or the browser's cache asked. */
  readonly onSeen: (seen: Sighting) => void;
  readonly options?: WatchOptions;
}

export interface Watcher {
  /** Reads now, settled or not (the person is capturing). What is news is told too. */
  look(): Sighting;
  /** Tells again once the page is quiet, even if it shows the same: something outside it changed. */
  again(): void;
  stop(): void;
}

/** A change of these may change what shows, or what can be chosen: the page is read again. Of others it is only noted. */
const ATTRIBUTES =
  /^(?:class|style|hidden|open|inert|disabled|role|slot|src|aria-(?:disabled|checked|expanded|hidden))$/;
/** Shadow roots and frames followed beside the document. */
const MAX_ROOTS = 200;

class PageWatcher implements Watcher {
  readonly #input: WatchInput;
  readonly #settler;
  readonly #observer: MutationObserver;
  readonly #reader: PageReader;
  readonly #roots = new Set<Node>();
  readonly #undo: (() => void)[] = [];
  readonly #clock: Clock;
  #stopReading: (() => void) | null = null;
  #seen: Sighting | null = null;
  #seenKey = '';
  /** What was told last, and whether it stood still. */
  #told: { key: string; seen: Sighting } | null = null;
  #retell = false;
  #returns = 0;

  constructor(input: WatchInput) {
    this.#input = input;
    const { options = {}, window } = input;
    this.#clock = options.clock ?? {
      now: () => window.performance.now(),
      setTimer: (run, milliseconds) => window.setTimeout(run, milliseconds),
      clearTimer: (timer) => window.clearTimeout(timer as number),
    };
    const read = { ...options.read, onRoot: (root: Node): boolean => this.#follow(root) };
    this.#reader = createReader(input.document, read, this.#clock);
    const ports = {
      read: (done: (key: string) => void) => this.#read(done),
      accept: () => this.#tell(true),
      waver: () => this.#tell(false),
      giveUp: () => this.#giveUp(),
    };
    this.#settler = createSettler(ports, this.#clock, { ...SETTLE_DEFAULTS, ...options.limits });
    this.#observer = new window.MutationObserver((records) => this.#heard(records));
    this.#observe();
    this.#listen();
    this.#settler.changed();
  }

  look(): Sighting {
    if (this.#settler.exhausted) this.#reader.forget();
    this.#reader.heard(this.#observer.takeRecords());
    this.#note(this.#reader.readNow());
    const seen = { ...(this.#seen as Sighting), quiet: this.#settler.quiet };
    if (seen.quiet) this.#tell(true);
    return seen;
  }

  again(): void {
    this.#retell = true;
    this.#settler.changed();
  }

  stop(): void {
    this.#settler.stop();
    this.#stopReading?.();
    this.#observer.disconnect();
    for (const undo of this.#undo.splice(0)) undo();
  }

  #read(done: (key: string) => void): void {
    this.#heard(this.#observer.takeRecords());
    this.#stopReading = this.#reader.read((facts) => {
      this.#stopReading = null;
      done(this.#note(facts));
    });
  }

  #note(facts: PageFacts): string {
    this.#seen = {
      facts,
      quiet: false,
      at: this.#clock.now(),
      returns: this.#returns,
      exhausted: this.#settler.exhausted,
    };
    this.#seenKey = factsKey(facts);
    return this.#seenKey;
  }

  /** Tells of what was read last, if it is news. */
  #tell(quiet: boolean): void {
    if (!this.#seen) return;
    const seen = { ...this.#seen, quiet };
    const key = this.#seenKey;
    const told = this.#told;
    const same = told?.key === key && told.seen.quiet === quiet && told.seen.exhausted === seen.exhausted;
    if (same && !(this.#retell && quiet)) return;
    if (quiet) this.#retell = false;
    this.#told = { key, seen };
    this.#input.onSeen(seen);
  }

  #giveUp(): void {
    this.#observer.disconnect();
    if (!this.#seen) return;
    this.#seen = { ...this.#seen, exhausted: true };
    this.#tell(false);
  }

  #heard(records: readonly MutationRecord[]): void {
    if (records.length === 0) return;
    this.#reader.heard(records);
    const matters = records.some(
      (record) => record.type !== 'attributes' || ATTRIBUTES.test(record.attributeName ?? ''),
    );
    if (matters) this.#settler.changed();
  }

  #observe(): void {
    const what = { subtree: true, childList: true, characterData: true, attributes: true };
    this.#observer.observe(this.#input.document, what);
    for (const root of this.#roots) this.#observer.observe(root, what);
  }

  /** A mutation observer sees neither into shadow roots nor into frames: each one met is observed too, up to a bound. */
  #follow(root: Node): boolean {
    if (this.#roots.has(root)) return true;
    if (this.#roots.size >= MAX_ROOTS) return false;
    this.#roots.add(root);
    if (!this.#settler.exhausted) this.#observe();
    return true;
  }

  #on(target: EventTarget, type: string, run: (event: Event) => void): void {
    target.addEventListener(type, run, true);
    this.#undo.push(() => target.removeEventListener(type, run, true));
  }

  #renew(): void {
    if (this.#settler.exhausted) {
      // Nothing was heard meanwhile.
      this.#reader.forget();
      this.#observe();
    }
    this.#settler.renewed();
  }

  #listen(): void {
    const { window, document } = this.#input;
    for (const type of ['hashchange', 'popstate']) this.#on(window, type, () => this.#renew());
    this.#on(window, 'pageshow', (event) => {
      // Back from the browser's cache: nothing is new here, but the tab showed another page meanwhile.
      if ((event as PageTransitionEvent).persisted) {
        this.#returns += 1;
        this.#retell = true;
      }
      this.#renew();
    });
    this.#on(window, 'resize', () => this.#reader.forget());
    // `load` in the capture phase is also that of each frame, image and style sheet: what shows may change.
    this.#on(window, 'load', (event) => {
      if (!(event.target instanceof HTMLImageElement)) this.#reader.forget();
      this.#settler.changed();
    });
    for (const type of ['transitionend', 'animationend', 'toggle']) {
      this.#on(document, type, (event) => {
        this.#reader.touched(event.target);
        this.#settler.changed();
      });
    }
    this.#on(document, 'scroll', (event) => event.target !== document && this.#reader.touched(event.target));
    const navigation = (window as Window & { navigation?: EventTarget }).navigation;
    if (navigation) this.#on(navigation, 'currententrychange', () => this.#settler.changed());
    // Only the person's own acts renew the effort: a page may make up its events.
    for (const type of ['click', 'keydown', 'change']) {
      this.#on(document, type, (event) => {
        if (!event.isTrusted) return;
        // `:checked`, `:focus-within`: what shows may follow the act without any mutation.
        if (type !== 'keydown') this.#reader.forget();
        this.#renew();
      });
    }
  }
}

/** Starts watching: the first sighting comes once the page has settled. */
export function watchPage(input: WatchInput): Watcher {
  return new PageWatcher(input);
}
