/** Watches a page for its states: loaded, routed, restored or re-rendered, once settled; tells of each state once. */
import { parseUrl, routeOf } from '@/lib/domain/facts-view';
import type { PageFacts, Recognition, SiteTable } from '@/lib/domain/page';
import { looksLikeProblem, recognise, showsLoggedOut } from '@/lib/domain/recognise';
import { SITES } from '@/lib/pages';
import { type ReadOptions, readPageFacts } from './read-page';
import { type Clock, createSettler, SETTLE_DEFAULTS, type SettleLimits } from './settle';

/** What is known of the page now. URLs are raw. */
export interface SeenState {
  /** Grows by one with each new state of the document. The same number again: only a mark (logged out, problem, exhausted) changed. */
  readonly state: number;
  readonly url: string;
  readonly firstUrl: string;
  readonly title: string;
  readonly recognition: Recognition | null;
  readonly problem: boolean;
  readonly loggedOut: boolean;
  readonly exhausted: boolean;
}

export interface WatchOptions {
  readonly sites?: readonly SiteTable[];
  readonly read?: ReadOptions;
  readonly limits?: Partial<SettleLimits>;
  readonly clock?: Clock;
}

export interface WatchInput {
  readonly document: Document;
  readonly window: Window & typeof globalThis;
  /** Told of each new state, in order. */
  readonly onState: (state: SeenState) => void;
  readonly options?: WatchOptions;
}

export interface Watcher {
  /** Reads now, settled or not (the person is capturing): the state as it stands, told first if it is new. */
  look(): SeenState;
  stop(): void;
}

const ATTRIBUTES = [
  'class',
  'style',
  'hidden',
  'open',
  'inert',
  'disabled',
  'aria-disabled',
  'aria-checked',
  'aria-hidden',
  'role',
  'src',
];
/** What the message contract accepts (lib/messages/contract.ts). */
const MAX_URL = 8_000;
/** Shadow roots and frames followed beside the document. */
const MAX_ROOTS = 200;

/** Names a state: which row, where, and what was read out. */
function keyOf(facts: PageFacts, recognition: Recognition | null): string {
  const url = parseUrl(facts.url);
  const route = url ? url.origin + routeOf(url) : facts.url;
  return JSON.stringify([route, recognition && [recognition.site, recognition.page, recognition.extracted]]);
}

function marksOf(state: SeenState): string {
  return JSON.stringify([state.problem, state.loggedOut, state.exhausted]);
}

class PageWatcher implements Watcher {
  private readonly input: WatchInput;
  private readonly sites: readonly SiteTable[];
  private readonly settler;
  private readonly observer: MutationObserver;
  private readonly roots = new Set<Node>();
  private readonly undo: (() => void)[] = [];
  private seen: { key: string; state: SeenState } | null = null;
  private told: { key: string; state: SeenState } | null = null;
  private retell = false;

  constructor(input: WatchInput) {
    this.input = input;
    const { options = {}, window } = input;
    this.sites = options.sites ?? SITES;
    const clock = options.clock ?? {
      now: () => window.performance.now(),
      setTimer: (run, milliseconds) => window.setTimeout(run, milliseconds),
      clearTimer: (timer) => window.clearTimeout(timer as number),
    };
    const limits = { ...SETTLE_DEFAULTS, ...options.limits };
    const ports = { read: () => this.read(), accept: () => this.tell(), giveUp: () => this.giveUp() };
    this.settler = createSettler(ports, clock, limits);
    this.observer = new window.MutationObserver(() => this.settler.changed());
    this.observe();
    this.listen();
    this.settler.changed();
  }

  look(): SeenState {
    this.read();
    this.tell();
    return (this.told as { state: SeenState }).state;
  }

  stop(): void {
    this.settler.stop();
    this.observer.disconnect();
    for (const undo of this.undo.splice(0)) undo();
  }

  private read(): string {
    const facts = readPageFacts(this.input.document, {
      ...this.input.options?.read,
      onRoot: (root) => this.follow(root),
    });
    const recognition = recognise(facts, this.sites);
    const key = keyOf(facts, recognition);
    const state: SeenState = {
      state: 0,
      url: facts.url.slice(0, MAX_URL),
      firstUrl: facts.firstUrl.slice(0, MAX_URL),
      title: facts.title,
      recognition,
      problem: recognition === null ? looksLikeProblem(facts) : false,
      loggedOut: showsLoggedOut(facts, this.sites),
      exhausted: this.settler.exhausted,
    };
    this.seen = { key, state };
    return key;
  }

  /** Tells of what was read last, if it is news. */
  private tell(): void {
    if (!this.seen) return;
    const before = this.told;
    const isNew = before === null || before.key !== this.seen.key;
    const number = before === null ? 0 : isNew ? before.state.state + 1 : before.state.state;
    const state = { ...this.seen.state, state: number };
    this.told = { key: this.seen.key, state };
    if (!isNew && !this.retell && marksOf(before.state) === marksOf(state)) return;
    this.retell = false;
    this.input.onState(state);
  }

  private giveUp(): void {
    this.observer.disconnect();
    if (!this.seen) return;
    // What was read last while the page moved may be a flash: the state told before stands, marked.
    const last = this.told ?? this.seen;
    this.seen = { key: last.key, state: { ...last.state, exhausted: true } };
    this.tell();
  }

  private observe(): void {
    const what = { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ATTRIBUTES };
    this.observer.observe(this.input.document, what);
    for (const root of this.roots) this.observer.observe(root, what);
  }

  /** A mutation observer sees neither into shadow roots nor into frames: each one met is observed too. */
  private follow(root: Node): void {
    if (this.roots.has(root) || this.roots.size >= MAX_ROOTS) return;
    this.roots.add(root);
    if (!this.settler.exhausted) this.observe();
  }

  private on(target: EventTarget, type: string, run: (event: Event) => void): void {
    target.addEventListener(type, run, true);
    this.undo.push(() => target.removeEventListener(type, run, true));
  }

  private renew(): void {
    if (this.settler.exhausted) this.observe();
    this.settler.renewed();
  }

  private listen(): void {
    const { window, document } = this.input;
    for (const type of ['hashchange', 'popstate']) this.on(window, type, () => this.renew());
    this.on(window, 'pageshow', (event) => {
      // Back from the browser's cache: nothing is new here, but the tab showed another page meanwhile.
      this.retell = (event as PageTransitionEvent).persisted;
      this.renew();
    });
    // `load` in the capture phase is also that of each frame, image and style sheet: what shows may change.
    this.on(window, 'load', () => this.settler.changed());
    for (const type of ['transitionend', 'animationend', 'toggle'])
      this.on(document, type, () => this.settler.changed());
    const navigation = (window as Window & { navigation?: EventTarget }).navigation;
    if (navigation) this.on(navigation, 'currententrychange', () => this.settler.changed());
    // Only the person's own acts renew the effort: a page may make up its events.
    for (const type of ['click', 'keydown', 'change'])
      this.on(document, type, (event) => event.isTrusted && this.renew());
  }
}

/** Starts watching: the first state comes once the page has settled. */
export function watchPage(input: WatchInput): Watcher {
  return new PageWatcher(input);
}
