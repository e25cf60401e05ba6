/** Reading ahead: in order, bounded in files and bytes, failing in its turn. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAhead } from '@/lib/export/read-ahead';

const MB = 1_000_000;

/** Files of these sizes; the work takes as many turns as `turns` says, and what is under way is counted. */
async function run(sizes: readonly number[], turns: (index: number) => number, failAt = -1) {
  const files = sizes.map((bytes, index) => ({ bytes, index }));
  let under = 0;
  let underBytes = 0;
  const seen = { most: 0, mostBytes: 0, begun: 0, order: [] as number[], error: null as unknown };
  const work = async ({ bytes, index }: { bytes: number; index: number }): Promise<number> => {
    seen.begun += 1;
    under += 1;
    underBytes += bytes;
    seen.most = Math.max(seen.most, under);
    if (under > 1) seen.mostBytes = Math.max(seen.mostBytes, underBytes);
    for (let turn = turns(index); turn > 0; turn -= 1) await null;
    under -= 1;
    underBytes -= bytes;
    if (index === failAt) throw new Error(`file ${index}`);
    return index;
  };
  try {
    for await (const { file, result } of readAhead(files, work)) {
      expect(result).toBe(file.index);
      seen.order.push(result);
    }
  } catch (error) {
    seen.error = error;
  }
  return seen;
}

describe('reading ahead', () => {
  it('gives every file once, in order, at most eight and 8 MB under way, whatever each takes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 20 * MB }), fc.integer({ min: 0, max: 9 })), { maxLength: 60 }),
        async (given) => {
          const seen = await run(
            given.map(([bytes]) => bytes),
            (index) => given[index]?.[1] ?? 0,
          );
          expect(seen.order).toEqual(given.map((_one, index) => index));
          expect(seen.most).toBeLessThanOrEqual(8);
          expect(seen.mostBytes).toBeLessThanOrEqual(8 * MB);
        },
      ),
    );
  });

  it('fails at the file that failed, after those before it, and begins no more', async () => {
    const seen = await run(
      Array.from({ length: 40 }, () => 1_000),
      (index) => 9 - (index % 9),
      12,
    );
    expect(String(seen.error)).toContain('file 12');
    expect(seen.order).toEqual(Array.from({ length: 12 }, (_one, index) => index));
    expect(seen.begun).toBeLessThanOrEqual(21);
  });
});
