/** The small note on a recognised page: in a closed shadow root, dismissible, never over the message, never in a picture. */
import type { NoteTexts } from '@/lib/messages/contract';
import { type Box, freeCorner } from './placement';
import { NOTE_STYLE } from './style';

export type NoteContent = NonNullable<NoteTexts>;

export interface Note {
  /** Shows the note, or changes its words. Dismissed by the person: stays away for the same title. `avoid`: boxes never to cover, else the page's alerts. */
  show(texts: NoteContent, options?: { readonly avoid?: readonly Box[] }): void;
  /** Takes the note out of the picture; resolves once the page has been drawn twice without it. */
  hide(): Promise<void>;
  /** Puts it back after `hide`. */
  reveal(): void;
  /** Takes it away for good (until the next `show`). */
  remove(): void;
}

/** What looks like a message on these sites: ARIA roles, and the classes of both designs of the State's pages. */
const MESSAGES =
  '[role="alert"],[role="alertdialog"],[role="status"],.fr-alert,.fr-error-text,.alert,.error,[aria-live="assertive"]';

function messageBoxes(doc: Document): Box[] {
  return [...doc.querySelectorAll(MESSAGES)]
    .map((element) => element.getBoundingClientRect())
    .filter((box) => box.width > 0 && box.height > 0);
}

interface Parts {
  readonly host: HTMLElement;
  readonly panel: HTMLElement;
  readonly words: Record<'title' | 'body' | 'alias' | 'hint', HTMLElement>;
  readonly close: HTMLButtonElement;
}

/** Built by hand, text by `textContent` only: nothing of the page can enter. */
function build(doc: Document): Parts {
  const host = doc.createElement('div');
  host.setAttribute('data-carnet-note', '');
  const root = host.attachShadow({ mode: 'closed' });
  const style = doc.createElement('style');
  style.textContent = NOTE_STYLE;
  const panel = doc.createElement('div');
  panel.className = 'note bottom-end';
  panel.setAttribute('role', 'status');
  const part = (name: string): HTMLElement => {
    const element = doc.createElement('p');
    element.className = name;
    return element;
  };
  const words = { title: part('title'), body: part('body'), alias: part('alias'), hint: part('hint') };
  const close = doc.createElement('button');
  close.type = 'button';
  close.className = 'close';
  const head = doc.createElement('div');
  head.className = 'head';
  head.append(words.title, close);
  panel.append(head, words.body, words.alias, words.hint);
  root.append(style, panel);
  return { host, panel, words, close };
}

function fill({ panel, words, close }: Parts, texts: NoteContent): void {
  panel.lang = texts.lang;
  panel.dir = texts.dir;
  for (const name of ['title', 'body', 'alias', 'hint'] as const) {
    words[name].textContent = texts[name];
    words[name].hidden = texts[name] === '';
  }
  close.textContent = texts.close;
}

function place({ panel }: Parts, view: Window, avoid: readonly Box[], dir: 'ltr' | 'rtl'): void {
  const put = (folded: boolean): number => {
    panel.className = folded ? 'note bottom-end folded' : 'note bottom-end';
    const { width, height } = panel.getBoundingClientRect();
    const { corner, covers } = freeCorner(
      { width: view.innerWidth, height: view.innerHeight },
      { width, height },
      avoid,
      dir,
    );
    panel.className = folded ? `note ${corner} folded` : `note ${corner}`;
    return covers;
  };
  // On a small window every corner may touch a message: fold to the title, which covers least.
  if (put(false) > 0) put(true);
}

function twoFrames(view: Window): Promise<void> {
  return new Promise((done) => {
    // A tab in the background draws no frame: no picture can be taken of it either, so do not wait for ever.
    const late = view.setTimeout(done, 500);
    view.requestAnimationFrame(() =>
      view.requestAnimationFrame(() => {
        view.clearTimeout(late);
        done();
      }),
    );
  });
}

/** The note of one document; nothing is added to the page before the first `show`. */
export function createNote(doc: Document): Note {
  const view = doc.defaultView;
  if (!view) throw new Error('a note needs a document with a window');
  let parts: Parts | null = null;
  let dismissed: string | null = null;
  let title = '';

  const remove = (): void => parts?.host.remove();
  const dismiss = (event: Event): void => {
    // A page can forge a click or a key: only the person's own acts count.
    if (!event.isTrusted) return;
    dismissed = title;
    remove();
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') dismiss(event);
  };
  const made = (): Parts => {
    const built = build(doc);
    built.close.addEventListener('click', dismiss);
    // Only while the focus is inside the note: Escape belongs to the page otherwise.
    built.panel.addEventListener('keydown', onKey);
    return built;
  };
  return {
    show(texts, options = {}) {
      title = `${texts.title}\n${texts.body}`;
      if (dismissed === title) return;
      parts ??= made();
      fill(parts, texts);
      if (!parts.host.isConnected) doc.documentElement.append(parts.host);
      place(parts, view, options.avoid ?? messageBoxes(doc), texts.dir);
    },
    async hide() {
      if (!parts?.host.isConnected) return;
      parts.host.hidden = true;
      parts.host.style.setProperty('display', 'none', 'important');
      await twoFrames(view);
    },
    reveal() {
      if (!parts) return;
      parts.host.hidden = false;
      parts.host.style.removeProperty('display');
    },
    remove,
  };
}
