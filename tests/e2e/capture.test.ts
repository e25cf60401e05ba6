/** The pictures: the driver's own pixels, untouched; the whole page; a stamp that a stranger's optical reader can read. */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EntryOf } from '@/lib/domain/entry';
import { localFields } from '@/lib/domain/moment';
import { pngHeader } from '@/lib/domain/png-rows';
import type { Tab } from './drivers';
import { crop, difference, read, sizeOf } from './support/pictures';
import { BROWSERS, captureByHand, openProduct, type Product } from './support/product';

/** A long page of a procedure with a sticky header and a fixed button; nothing wrong on it, so no note shows. */
const LONG_PAGE = 'anef/recapitulation.old';

const squeezed = (text: string): string => text.replace(/\s+/g, '');

/** What a reader of the stamp must find. OCR takes O for 0 and l for 1 now and then in a long hash, never asked of it here. */
function expectReadable(stamp: Buffer, capture: EntryOf<'capture'>): void {
  const text = read(stamp);
  const url = new URL(capture.data.url);
  expect(text).toContain(url.host);
  // The route after « # »: the sign itself, between two slashes, is more than the optical reader can part.
  expect(text).toContain(squeezed(url.hash.slice(1)));
  const { date, time } = localFields(capture.data.takenAt);
  const [year, month, day] = date.split('-');
  expect(text).toContain(`${day}/${month}/${year}`);
  expect(text).toContain(time.slice(0, 5));
}

/** Opens the page and waits for what it shows to stand still. */
async function openLong({ session, portal }: Product): Promise<Tab> {
  const tab = await session.newTab(portal.show(LONG_PAGE));
  await tab.waitForGone('.skeleton');
  await tab.waitForText('Je vérifie');
  await new Promise((done) => setTimeout(done, 1_000));
  return tab;
}

describe.each(BROWSERS)('capture in %s', (browser) => {
  describe.each([1, 2])('at %i device pixels per CSS pixel', (deviceScaleFactor) => {
    let product: Product;

    beforeAll(async () => {
      product = await openProduct(browser, { deviceScaleFactor });
    });
    afterAll(async () => {
      await product.close();
    });

    it('keeps the very pixels of the screen, and a stamp that reads', async () => {
      const { session, journal } = product;
      const tab = await openLong(product);
      const driver = await tab.screenshot();
      const before = (await journal.ofKind('capture')).length;
      await captureByHand(session, tab);
      const capture = (await journal.waitFor('capture', before + 1)).at(-1) as EntryOf<'capture'>;
      const original = await journal.blob(capture.data.original.sha256);
      expect(createHash('sha256').update(original).digest('hex')).toBe(capture.data.original.sha256);
      expect(difference(original, driver)).toMatchObject({ share: 0 });
      expect(capture.data.method).toBe('screen');
      expect(capture.data.devicePixelRatio).toBe(deviceScaleFactor);

      const stamped = await journal.blob(capture.data.stamped?.sha256 ?? 'none');
      const { height } = sizeOf(original);
      expect(difference(crop(stamped, 0, height), original)).toMatchObject({ share: 0 });
      expect(pngHeader(new Uint8Array(stamped))?.channels, 'no alpha: a PDF takes it as it is').toBe(3);
      expectReadable(crop(stamped, height), capture);
      await tab.close();
    });

    it('takes the whole page, less than 0.1 % away from the driver’s, and leaves the page as it was', async () => {
      const { session, journal } = product;
      const tab = await openLong(product);
      await tab.evaluate(() => {
        window.scrollTo(0, 137);
        (document.querySelector('input, button, a') as HTMLElement | null)?.focus({ preventScroll: true });
      });
      const look = (): Promise<string> =>
        tab.evaluate(() => {
          const styles = [...document.querySelectorAll('*')].map((element) => element.getAttribute('style'));
          return JSON.stringify([
            window.scrollX,
            window.scrollY,
            document.activeElement?.outerHTML.slice(0, 200),
            styles,
            document.querySelectorAll('*').length,
          ]);
        });
      const before = await look();
      const count = (await journal.ofKind('capture')).length;
      await captureByHand(session, tab, 'capture-page');
      const capture = (await journal.waitFor('capture', count + 1, 90_000)).at(-1) as EntryOf<'capture'>;
      expect(await look()).toBe(before);
      expect(capture.data.method, JSON.stringify(capture)).toBe(browser === 'firefox' ? 'full-page' : 'stitched');

      const original = await journal.blob(capture.data.original.sha256);
      await tab.evaluate(() => window.scrollTo(0, 0));
      const driver = await tab.fullScreenshot();
      const away = difference(original, driver);
      if (process.env['KEEP_PICTURES']) {
        writeFileSync(`${process.env['KEEP_PICTURES']}/${browser}-${deviceScaleFactor}-ours.png`, original);
        writeFileSync(`${process.env['KEEP_PICTURES']}/${browser}-${deviceScaleFactor}-driver.png`, driver);
      }
      expect(away.size).toBe(away.otherSize);
      expect(away.share).toBeLessThan(0.001);
      expect(sizeOf(original).height).toBeGreaterThan(1_200 * deviceScaleFactor);
      const stamped = await journal.blob(capture.data.stamped?.sha256 ?? 'none');
      expectReadable(crop(stamped, sizeOf(original).height), capture);
      await tab.close();
    });
  });
});
