/** Properties of what is read, in a real Chromium: what a person cannot see never counts, at any depth and in any company. */
import fc from 'fast-check';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBlankPages } from '../recognition/reader';
import { type BoxName, HIDING, SHOWING, type Tree, trees, wordsShown } from '../recognition/visibility';

/** Another seed explores other trees; a failure prints its own. */
const SEED = Number(process.env['FC_SEED'] ?? '20261122');
const RUNS = Number(process.env['FC_RUNS'] ?? '400');

let browser: Browser;
let page: Page;
beforeAll(async () => {
  const opened = await openBlankPages('tests/recognition/visibility-in-page.ts', 1);
  browser = opened.browser;
  page = opened.pages[0] as Page;
});
afterAll(async () => {
  await browser?.close();
});

/** The trees in which other words were read than a person sees. */
async function differing(all: readonly Tree[]): Promise<string[]> {
  const read = await page.evaluate((some) => wordsRead(some), all);
  return all.flatMap((tree, index) => {
    const [seen, shown] = [[...(read[index] ?? [])].sort(), wordsShown(tree).sort()];
    return seen.join() === shown.join() ? [] : [`${JSON.stringify(tree)}: read ${seen}, shown ${shown}`];
  });
}

/** The box alone, and under every kind of container. */
function under(name: BoxName): Tree[] {
  const alone: Tree = { box: name, holds: ['mot1'] };
  return [alone, ...(Object.keys(SHOWING) as BoxName[]).map((box) => ({ box, holds: [alone, 'mot2'] }))];
}

describe('a text', () => {
  it.each(Object.keys(HIDING) as BoxName[])('in %s never counts, whatever holds it', async (name) => {
    expect(await differing(under(name))).toEqual([]);
  });

  it.each(Object.keys(HIDING) as BoxName[])('in any container under %s never counts', async (name) => {
    const all = (Object.keys(SHOWING) as BoxName[]).map(
      (box): Tree => ({ box: name, holds: [{ box, holds: ['mot1'] }] }),
    );
    expect(await differing(all)).toEqual([]);
  });

  it.each(Object.keys(SHOWING) as BoxName[])('in %s counts, once', async (name) => {
    expect(await differing(under(name))).toEqual([]);
  });

  it('is read exactly when it can be seen, in random trees', async () => {
    await fc.assert(
      fc.asyncProperty(trees, async (tree) => {
        expect(await differing([tree])).toEqual([]);
      }),
      { seed: SEED, numRuns: RUNS },
    );
  });
});
