/** The matrix: every fixture is its row and, served by any other site, nothing. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageFacts } from '@/lib/domain/page';
import { SITES } from '@/lib/pages';
import { readPageFixtures } from '../commands/fixtures-of-pages';
import { nameOf } from '../recognition/drill';
import {
  type Elsewhere,
  isRightElsewhere,
  SAME_MEANING,
  servedElsewhere,
  shadowedRows,
  TOLD_BY_PLACE,
} from '../recognition/matrix';
import { type PageReader, startReader } from '../recognition/reader';

const FIXTURES = readPageFixtures();

let reader: PageReader;
let facts: PageFacts[];
beforeAll(async () => {
  reader = await startReader();
  facts = await reader.read(FIXTURES.map(({ html, url, status, file: seed }) => ({ html, url, status, seed })));
}, 300_000);
afterAll(async () => {
  await reader?.close();
});

/** Each fixture with what was read of it. */
function each<T>(look: (fixture: (typeof FIXTURES)[number], read: PageFacts) => T[]): T[] {
  return FIXTURES.flatMap((fixture, index) => {
    const read = facts[index];
    if (!read) throw new Error(`${fixture.file}: not read`);
    return look(fixture, read);
  });
}

/** What every fixture becomes when the other sites serve it. */
function everywhere(): Elsewhere[] {
  return each((fixture, read) => servedElsewhere(fixture, read, SITES));
}

describe('every fixture', () => {
  it('is its row', () => {
    const wrong = each((fixture, read) => {
      const id = nameOf(read, SITES, fixture.added);
      return id === fixture.expect ? [] : [`${fixture.file}: expected ${fixture.expect}, got ${id}`];
    });
    expect(wrong).toEqual([]);
  });

  it('is nothing at any other site, at its own path and at the root', () => {
    const served = everywhere();
    expect(served.length).toBeGreaterThan(FIXTURES.length * SITES.length);
    const wrong = served.filter((one) => !isRightElsewhere(one, SITES));
    expect(wrong.map(({ fixture, url, became }) => `${fixture.file} at ${url}: ${became}`)).toEqual([]);
  });

  it('needs each exception that is written', () => {
    const needed = new Set(everywhere().map(({ fixture, became }) => `${fixture.expect} → ${became}`));
    const written = Object.entries(SAME_MEANING).flatMap(([own, others]) => others.map((other) => `${own} → ${other}`));
    expect(written.filter((pair) => !needed.has(pair))).toEqual([]);
    const files = new Set(FIXTURES.map(({ file }) => file));
    expect(Object.keys(TOLD_BY_PLACE).filter((file) => !files.has(file))).toEqual([]);
  });

  it('is read whole', () => {
    expect(each((fixture, read) => (read.truncated ? [fixture.file] : []))).toEqual([]);
  });

  it('may hold later rows too, which the order keeps silent (for information)', () => {
    const pairs = new Map<string, number>();
    each((fixture, read) =>
      shadowedRows(fixture, read, SITES).map((id) => {
        const pair = `${fixture.expect ?? 'nothing'} before ${id}`;
        return pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
      }),
    );
    const lines = [...pairs].sort().map(([pair, count]) => `  ${pair} (${count})`);
    process.stdout.write(`\nRows kept silent by the order:\n${lines.join('\n')}\n`);
    expect(lines.filter((line) => line.includes('nothing before'))).toEqual([]);
  });
});
