/** What a person who has only a keyboard sees: where the focus is, whether it shows, and how to get somewhere by Tab. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Surface } from '../drivers/types';

export interface Focus {
  /** Tag and what names the control, for messages. */
  readonly where: string;
  /** On a control or a title of ours, not on the document itself. */
  readonly held: boolean;
  /** A drawn outline, with a width and a colour that is not transparent. */
  readonly visible: boolean;
}

export function focusOf(surface: Surface): Promise<Focus> {
  return surface.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body)
      return { where: 'nowhere', held: false, visible: false };
    // A card whose whole surface is one link is outlined itself (`:focus-within`).
    const card = element.closest<HTMLElement>('.letter-cards .letter-card:focus-within');
    const style = getComputedStyle(card ?? element);
    const drawn = style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0;
    const name = element.dataset['action'] ?? element.getAttribute('href') ?? element.id ?? '';
    return {
      where: `${document.hasFocus() ? '' : '(the page itself has not the focus) '}${element.localName} ${name} ${(element.textContent ?? '').trim().slice(0, 40)}`,
      held: true,
      visible: drawn && !/transparent|rgba\(.*, 0\)/.test(style.outlineColor),
    };
  });
}

/** Waits until the focus is somewhere, and gives it. @throws Error when it is lost for good, naming what was done */
export async function heldFocus(surface: Surface, after: string): Promise<Focus> {
  const end = Date.now() + 3_000;
  for (;;) {
    const focus = await focusOf(surface);
    if (focus.held && focus.visible) return focus;
    if (Date.now() > end) throw new Error(`after « ${after} », the focus is ${JSON.stringify(focus)}`);
    await sleep(50);
  }
}

/**
 * Presses Tab (or Shift+Tab) until a control has the focus; each stop on the way must show where it is.
 * @throws Error naming the stops when the control is not reached
 */
export async function tabTo(surface: Surface, selector: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const stops: string[] = [];
  for (let presses = 0; presses < 90; presses += 1) {
    const there = await surface.evaluate(
      (wanted: string) => document.activeElement?.matches(wanted) ?? false,
      selector,
    );
    if (there) return;
    await surface.press(key);
    const focus = await focusOf(surface);
    stops.push(focus.where);
    if (focus.held && !focus.visible) throw new Error(`the focus does not show on ${focus.where}`);
  }
  throw new Error(`${selector} was not reached by ${key}: ${stops.join(' → ')}`);
}

/** Types a word key by key. */
export async function typeKeys(surface: Surface, word: string): Promise<void> {
  await surface.press(...[...word].map((one) => (one === ' ' ? 'Space' : one)));
}
