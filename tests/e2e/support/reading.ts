/** What a person reads on the way to a control: every visible line that stands above it or beside it, from the top. */
import type { Surface } from '../drivers';

/**
 * The visible text whose first line begins above the bottom of a control; what is folded, hidden or only for a screen
 * reader is not read, nor the values of fields. Nothing is skipped: menus and footers above it count too.
 * @throws Error when the control is not there
 */
export function textUpTo(surface: Surface, selector: string): Promise<string> {
  return surface.evaluate((wanted: string) => {
    const target = [...document.querySelectorAll(wanted)].find((one) => one.getClientRects().length > 0);
    if (!target) throw new Error(`nothing to read up to: ${wanted}`);
    const { bottom } = target.getBoundingClientRect();
    const lines: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      // A folded part has a place in the page, and is not seen.
      if (!parent?.checkVisibility() || parent.closest('script, style, select, textarea, .visually-hidden, .skip-link'))
        continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const box = range.getBoundingClientRect();
      if (box.width > 1 && box.height > 1 && box.top < bottom) lines.push(node.nodeValue ?? '');
    }
    return lines.join('\n');
  }, selector);
}
