/** Pages that are not ours, read where they live and where they could live on our hosts: nothing is recognised. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageFacts } from '@/lib/domain/page';
import { SITES } from '@/lib/pages';
import { nameOf } from '../recognition/drill';
import { FOREIGN_PAGES, type ForeignDocument, foreignDocuments } from '../recognition/foreign';
import { type PageReader, startReader } from '../recognition/reader';

/** What stands at a help page's address is the help page, whatever it tells. */
const HELP = /^[a-z-]+\/help$/;

let reader: PageReader;
let documents: ForeignDocument[];
let facts: PageFacts[];
beforeAll(async () => {
  reader = await startReader();
  documents = await foreignDocuments(SITES);
  facts = await reader.read(
    documents.map(({ html, urls, name }) => ({ html, url: urls[0] ?? '', status: 200, seed: name })),
  );
}, 300_000);
afterAll(async () => {
  await reader?.close();
});

describe('foreign pages', () => {
  it('are many and all different', () => {
    expect(FOREIGN_PAGES.length).toBeGreaterThanOrEqual(300);
    expect(new Set(FOREIGN_PAGES.map(({ theme, id }) => `${theme}/${id}`)).size).toBe(FOREIGN_PAGES.length);
    const said = FOREIGN_PAGES.map(({ title, blocks }) => JSON.stringify([title, blocks.map(({ text }) => text)]));
    expect(new Set(said).size).toBe(FOREIGN_PAGES.length);
  });

  it('are read: what they say is in the facts', () => {
    const silent = documents.filter((_, index) => (facts[index]?.texts.length ?? 0) === 0).map(({ name }) => name);
    // Two pages are empty on purpose, in two markups each.
    expect(silent).toHaveLength(4);
  });

  it('are recognised nowhere', () => {
    const wrong = documents.flatMap(({ name, urls }, index) => {
      const read = facts[index];
      if (!read) throw new Error(`${name}: not read`);
      return urls.flatMap((url) => {
        const id = nameOf({ ...read, url, firstUrl: url }, SITES);
        return id === null || HELP.test(id) ? [] : [`${name} at ${url}: ${id}`];
      });
    });
    expect(wrong, 'The row is too wide: anchor it, or guard it with « none ».').toEqual([]);
  });
});
