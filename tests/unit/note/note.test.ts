/** The note in the page: closed root, text only, one corner free of the message, away during captures, forged clicks ignored. */
// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createNote, type NoteContent } from '@/lib/note/note';
import { CORNERS, cornerBox, freeCorner, MARGIN } from '@/lib/note/placement';

const TEXTS: NoteContent = {
  title: 'Blocage <b>reconnu</b>',
  body: 'Noté.',
  alias: 'Mésange',
  hint: 'Alt+Maj+C',
  close: 'Fermer',
  lang: 'fr',
  dir: 'ltr',
};
const VIEW = { width: 1280, height: 800 };
const SIZE = { width: 336, height: 180 };

afterEach(() => {
  for (const host of document.querySelectorAll('[data-carnet-note]')) host.remove();
  vi.restoreAllMocks();
});

/** The closed root, caught when it is made: from outside it cannot be reached. */
function caught(): () => ShadowRoot {
  const attach = vi.spyOn(HTMLElement.prototype, 'attachShadow');
  return () => {
    const root = attach.mock.results[0]?.value;
    if (!(root instanceof ShadowRoot)) throw new Error('no shadow root was made');
    return root;
  };
}

describe('note', () => {
  it('adds nothing to the page before it is shown', () => {
    createNote(document);
    expect(document.querySelector('[data-carnet-note]')).toBeNull();
  });

  it('lives in a closed shadow root under the document element, text as text', () => {
    const root = caught();
    createNote(document).show(TEXTS);
    const host = document.querySelector('[data-carnet-note]');
    expect(host?.parentElement).toBe(document.documentElement);
    expect(host?.shadowRoot).toBeNull();
    expect(root().mode).toBe('closed');
    expect(root().querySelector('[role="status"]')?.textContent).toContain('Blocage <b>reconnu</b>');
    expect(root().querySelector('b')).toBeNull();
  });

  it('ignores a click that the page forged', () => {
    const root = caught();
    createNote(document).show(TEXTS);
    root()
      .querySelector('button')
      ?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    expect(document.querySelector('[data-carnet-note]')).not.toBeNull();
  });

  it('once dismissed by the person stays away for the same words, and comes back for others', () => {
    const root = caught();
    const note = createNote(document);
    note.show(TEXTS);
    const trusted = new MouseEvent('click', { bubbles: true });
    Object.defineProperty(trusted, 'isTrusted', { value: true });
    root().querySelector('button')?.dispatchEvent(trusted);
    expect(document.querySelector('[data-carnet-note]')).toBeNull();
    note.show(TEXTS);
    expect(document.querySelector('[data-carnet-note]')).toBeNull();
    note.show({ ...TEXTS, title: 'Autre page' });
    expect(document.querySelector('[data-carnet-note]')).not.toBeNull();
  });

  it('leaves the picture for a capture and comes back', async () => {
    const note = createNote(document);
    note.show(TEXTS);
    await note.hide();
    const host = document.querySelector<HTMLElement>('[data-carnet-note]');
    expect(host?.style.getPropertyValue('display')).toBe('none');
    expect(host?.style.getPropertyPriority('display')).toBe('important');
    note.reveal();
    expect(host?.style.getPropertyValue('display')).toBe('');
    note.remove();
    expect(document.querySelector('[data-carnet-note]')).toBeNull();
  });
});

describe('placement', () => {
  it('prefers the bottom corner where the text ends', () => {
    expect(freeCorner(VIEW, SIZE, [], 'ltr')).toEqual({ corner: 'bottom-end', covers: 0 });
    expect(cornerBox('bottom-end', VIEW, SIZE, 'ltr').right).toBe(VIEW.width - MARGIN);
    expect(cornerBox('bottom-end', VIEW, SIZE, 'rtl').left).toBe(MARGIN);
  });

  it.each(CORNERS)('gives up %s when the message is there', (corner) => {
    const others = CORNERS.filter((one) => one !== corner).map((one) => cornerBox(one, VIEW, SIZE, 'ltr'));
    const chosen = freeCorner(VIEW, SIZE, others, 'ltr');
    expect(chosen).toEqual({ corner, covers: 0 });
  });

  it('says how much it must cover when no corner is free', () => {
    const everywhere = { left: 0, top: 0, right: VIEW.width, bottom: VIEW.height };
    expect(freeCorner(VIEW, SIZE, [everywhere], 'ltr').covers).toBe(SIZE.width * SIZE.height);
  });
});
