/** The page's side of a whole-page capture: measures, scrolls, and leaves the page exactly as it was. */
import type { FullPageAnswer, FullPageRequest } from '../full-page-protocol';
import type { MessagePortLike } from '../ports';
import { isStyled } from './dom';
import { keepPlace, StyleKeeper } from './keep';
import { findScroller, measure } from './measure';
import { painted } from './paint';
import { Pinned } from './pinned';

/** One capture of one page, from the port's opening to its closing. */
class Session {
  readonly #doc: Document;
  readonly #keeper = new StyleKeeper();
  readonly #pinned = new Pinned(this.#keeper);
  readonly #putBack: () => void;
  #scroller: ReturnType<typeof findScroller>;
  #over = false;

  constructor(doc: Document) {
    this.#doc = doc;
    this.#putBack = keepPlace(doc);
    this.#scroller = findScroller(doc);
  }

  async answer(request: FullPageRequest): Promise<Omit<FullPageAnswer, 'id'>> {
    if (this.#over) return { error: 'this capture is over' };
    if (request.do === 'finish') {
      this.end();
      return {};
    }
    if (request.do === 'prepare') return { measure: await this.#prepare() };
    return this.#view(request);
  }

  async #prepare(): Promise<FullPageAnswer['measure']> {
    this.#scroller = findScroller(this.#doc);
    const { element } = this.#scroller;
    // Snapping would move us off the position asked for; smooth scrolling is overruled by `behavior: 'instant'`.
    if (isStyled(element) && getComputedStyle(element).scrollSnapType !== 'none')
      this.#keeper.set(element, { 'scroll-snap-type': 'none' });
    this.#pinned.releaseSticky(this.#doc);
    await this.#scroll(0, 0);
    return measure(this.#doc, this.#scroller);
  }

  async #view(request: Extract<FullPageRequest, { do: 'view' }>): Promise<Omit<FullPageAnswer, 'id'>> {
    await this.#scroll(request.x, request.y);
    if (this.#over) return { error: 'this capture is over' };
    this.#pinned.show(this.#doc, request.first, request.last);
    await painted(this.#doc);
    const { element } = this.#scroller;
    return { at: { x: element.scrollLeft, y: element.scrollTop }, measure: measure(this.#doc, this.#scroller) };
  }

  /** Scrolls, and lets the page's own scroll listeners run before anything is looked at. */
  async #scroll(left: number, top: number): Promise<void> {
    this.#scroller.element.scrollTo({ left, top, behavior: 'instant' });
    await painted(this.#doc);
  }

  /** Puts everything back, once. */
  end(): void {
    if (this.#over) return;
    this.#over = true;
    this.#keeper.restore();
    this.#putBack();
  }
}

/** Serves one capture over a port; the port's end, whatever its reason, ends the session. */
export function serveFullPage(port: MessagePortLike, doc: Document): void {
  const session = new Session(doc);
  let open = true;
  port.onDisconnect.addListener(() => {
    open = false;
    session.end();
  });
  port.onMessage.addListener((message) => {
    // Only our own background can open this port (`runtime.onConnect`, not `onConnectExternal`).
    const request = message as FullPageRequest;
    session
      .answer(request)
      .catch((error: unknown): Omit<FullPageAnswer, 'id'> => ({ error: String(error).slice(0, 500) }))
      .then((answer) => {
        if (open) port.postMessage({ ...answer, id: request.id });
      })
      .catch((error: unknown) => console.error('full page: the answer could not be sent', error));
  });
}
