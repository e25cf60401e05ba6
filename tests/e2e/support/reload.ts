/** Loads a page again for good: the driver's own `reload` stays in the document when the address has a fragment. */
import { until } from '../drivers/base-surface';
import type { Surface } from '../drivers/types';

/** @throws Error when the same document still stands there after 30 s */
export async function loadAgain(surface: Surface): Promise<void> {
  await surface.evaluate(() => {
    Reflect.set(globalThis, 'before-reload', true);
    // Once this evaluation has answered: the document it asks is about to go.
    setTimeout(() => location.reload(), 0);
  });
  await until('the page was not loaded again', async () => {
    try {
      const fresh = await surface.evaluate(
        () => !Reflect.has(globalThis, 'before-reload') && document.readyState === 'complete',
      );
      return fresh ? true : null;
    } catch (error) {
      // The document went away while it was asked.
      if (/destroyed|no such frame|navigat|discarded|context|closed/i.test(String(error))) return null;
      throw error;
    }
  });
}
