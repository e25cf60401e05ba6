/** Printing a letter alone: a hidden frame with the page to print, so that neither our address nor our title is on the paper. */
import type { LetterDocument } from '@/lib/domain/letter-types';
import { printPage } from '@/lib/letters/render-html';

/** A print window may stay open for long; the frame is kept until the next letter at the latest. */
let frame: HTMLIFrameElement | null = null;

/**
 * Opens the browser's print window. The frame is blank and filled by hand: in Firefox a frame with `srcdoc` in one of
 * our pages is of another origin, which we may not print (measured, 153).
 */
export function printLetter(letter: LetterDocument): Promise<void> {
  frame?.remove();
  const made = document.createElement('iframe');
  frame = made;
  made.setAttribute('aria-hidden', 'true');
  made.tabIndex = -1;
  made.className = 'letter-print-frame';
  return new Promise((resolve, reject) => {
    const loaded = (): void => {
      const { contentDocument: page, contentWindow: view } = made;
      if (!page || !view) {
        reject(new Error('the frame to print is gone'));
        return;
      }
      const drawn = new DOMParser().parseFromString(printPage(letter), 'text/html').documentElement;
      page.replaceChild(page.adoptNode(drawn), page.documentElement);
      view.addEventListener('afterprint', () => made.remove());
      view.focus();
      view.print();
      resolve();
    };
    made.addEventListener('load', loaded, { once: true });
    document.body.append(made);
  });
}
