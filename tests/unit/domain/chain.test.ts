/** The chain: what is sealed verifies, what is touched does not, and nothing in a file makes the checker throw. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '@/lib/domain/canonical';
import { type ChainProblem, checkChain, hashOf, nextUnsealed, type Sealed, sealEntry } from '@/lib/domain/chain';
import { momentAt } from '@/lib/domain/moment';

const A = '3f0e6f4e-1111-4222-8333-444455556666';
const B = '3f0e6f4e-9999-4222-8333-444455556666';
const START = Date.parse('2026-11-21T09:00:00Z');

async function chainOf(
  count: number,
  dossier = A,
  at = (index: number): number => START + index * 1000,
): Promise<string[]> {
  const lines: string[] = [];
  let head: { seq: number; hash: string } | null = null;
  for (let index = 0; index < count; index += 1) {
    const data = { text: `note ${index}` };
    const sealed: Sealed<'note'> = await sealEntry(
      nextUnsealed(head, { dossier, kind: 'note', at: momentAt(at(index)), data }),
    );
    head = sealed.entry;
    lines.push(sealed.line);
  }
  return lines;
}

/** The line of an entry changed by hand, sealed again as a forger would. */
async function resealed(line: string, change: object): Promise<string> {
  const { hash: _old, ...entry } = { ...(JSON.parse(line) as Record<string, unknown>), ...change } as Record<
    string,
    unknown
  >;
  return canonicalJson({ ...entry, hash: await hashOf(entry) });
}

const problemsOf = async (lines: Iterable<string>): Promise<[number, ChainProblem][]> =>
  (await checkChain(lines)).problems.map(({ line, problem }) => [line, problem]);

describe('sealEntry', () => {
  it('hashes the canonical text without the hash', async () => {
    const [line = ''] = await chainOf(1);
    const entry = JSON.parse(line) as { hash: string };
    const { hash, ...rest } = entry;
    expect(line).toBe(canonicalJson(entry));
    expect(createHash('sha256').update(canonicalJson(rest), 'utf8').digest('hex')).toBe(hash);
    await expect(hashOf(entry)).resolves.toBe(entry.hash);
  });

  it('takes another digest', async () => {
    const sealed = await sealEntry(
      nextUnsealed(null, { dossier: A, kind: 'note', at: momentAt(START), data: { text: 'x' } }),
      async (bytes) => `${bytes.byteLength}`.padStart(64, '0'),
    );
    expect(sealed.entry.hash).toMatch(/^0{60}/);
  });
});

describe('checkChain', () => {
  it('accepts a chain, with or without the last newline, from an array or a stream', async () => {
    const lines = await chainOf(5);
    const head = (JSON.parse(lines[4] ?? '') as { hash: string }).hash;
    const whole = { count: 5, head, dossier: A, problems: [], clockBack: [], newer: [] };
    await expect(checkChain(lines)).resolves.toEqual(whole);
    await expect(checkChain([...lines, ''])).resolves.toEqual(whole);
    async function* stream(): AsyncGenerator<string> {
      yield* lines;
    }
    await expect(checkChain(stream())).resolves.toEqual(whole);
    await expect(checkChain([])).resolves.toEqual({
      count: 0,
      head: null,
      dossier: null,
      problems: [],
      clockBack: [],
      newer: [],
    });
  });

  it('names the line and the kind of each problem', async () => {
    const [one = '', two = '', three = '', four = ''] = await chainOf(4);
    const foreign = await chainOf(2, B);
    await expect(problemsOf([one, two.replace('note 1', 'note X'), three])).resolves.toEqual([[2, 'hash-mismatch']]);
    await expect(problemsOf([one, await resealed(two, { data: { text: 'X' } }), three])).resolves.toEqual([
      [3, 'broken-link'],
    ]);
    await expect(problemsOf([one, three, four])).resolves.toEqual([
      [2, 'broken-link'],
      [2, 'wrong-seq'],
    ]);
    await expect(problemsOf([two, three])).resolves.toEqual([
      [1, 'broken-link'],
      [1, 'wrong-seq'],
    ]);
    await expect(problemsOf([one, three, two])).resolves.toContainEqual([2, 'wrong-seq']);
    await expect(problemsOf([one, two, two])).resolves.toEqual([
      [3, 'broken-link'],
      [3, 'wrong-seq'],
    ]);
    await expect(problemsOf([one, two, '{"a":'])).resolves.toEqual([[3, 'not-json']]);
    await expect(problemsOf([one, '', two])).resolves.toEqual([[2, 'not-json']]);
    await expect(problemsOf([one, two, '', ''])).resolves.toEqual([[3, 'not-json']]);
    await expect(problemsOf([`${one}\r`, two])).resolves.toEqual([[1, 'not-canonical']]);
    await expect(problemsOf([one.replace('{', '{"seq":9,'), two])).resolves.toEqual([[1, 'not-canonical']]);
    await expect(problemsOf([one, foreign[1] ?? ''])).resolves.toEqual([
      [2, 'broken-link'],
      [2, 'foreign-dossier'],
    ]);
    await expect(problemsOf([one, await resealed(two, { data: { texte: 'X' } })])).resolves.toEqual([
      [2, 'entry-invalid'],
    ]);
    await expect(
      problemsOf([one, await resealed(two, { at: { utc: '2026-99-99T00:00:00.000Z', offsetMinutes: 0, zone: '' } })]),
    ).resolves.toEqual([[2, 'entry-invalid']]);
    await expect((await checkChain([one], { dossier: B })).problems).toEqual([
      { line: 1, seq: 1, problem: 'foreign-dossier' },
    ]);
  });

  it('takes a later version or kind for what it is: chained, not read, no problem', async () => {
    const [one = '', two = ''] = await chainOf(2);
    const later = await resealed(two, { v: 2, extra: { member: 1 } });
    const unknown = await resealed(two, { kind: 'of-a-later-version', data: { anything: true } });
    for (const line of [later, unknown]) {
      await expect(checkChain([one, line])).resolves.toMatchObject({
        count: 2,
        problems: [],
        newer: [{ line: 2, seq: 2 }],
      });
    }
  });

  it('says when the clock went back, and by how much', async () => {
    const report = await checkChain(await chainOf(4, A, (index) => START - (index === 2 ? 90_000 : 0)));
    expect(report).toMatchObject({ problems: [], clockBack: [{ line: 3, seconds: 90 }] });
  });

  it('bounds its report', async () => {
    const report = await checkChain(
      Array.from({ length: 500 }, () => 'x'),
      { maxProblems: 3 },
    );
    expect([report.count, report.problems.length]).toEqual([500, 3]);
  });
});

describe('properties', () => {
  it('any one changed character is seen', async () => {
    const text = (await chainOf(3)).join('\n');
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length - 1), fc.string({ minLength: 1, maxLength: 1 }), async (at, character) => {
        fc.pre(text[at] !== character);
        const changed = text.slice(0, at) + character + text.slice(at + 1);
        // The last line's hash may change with its content only by finding a collision.
        expect((await checkChain(changed.split('\n'))).problems).not.toEqual([]);
      }),
    );
  });

  it('any line left out, but at the end, is seen; the end shows in the count and the head', async () => {
    const lines = await chainOf(6);
    await fc.assert(
      fc.asyncProperty(fc.nat(5), async (at) => {
        const report = await checkChain(lines.filter((_, index) => index !== at));
        if (at < 5) expect(report.problems).not.toEqual([]);
        else expect(report).toMatchObject({ count: 5, problems: [] });
      }),
    );
  });

  it('never throws, whatever the lines hold', async () => {
    const [good = ''] = await chainOf(1);
    const entryLike = fc.record({
      v: fc.oneof(fc.integer(), fc.anything()),
      dossier: fc.oneof(fc.constant(A), fc.string()),
      seq: fc.oneof(fc.integer(), fc.double()),
      kind: fc.constantFrom('note', 'capture', '__proto__', 'toString', ''),
      at: fc.anything(),
      data: fc.jsonValue(),
      prev: fc.anything(),
      hash: fc.oneof(fc.string(), fc.constant(null)),
    });
    const line = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      entryLike.map((entry) => {
        try {
          return JSON.stringify(entry);
        } catch {
          return '{}'; // a big integer, a cycle: no file holds that
        }
      }),
      fc.constantFrom(
        good,
        '[]',
        'null',
        '1e999',
        '{"seq":1e999}',
        '{"a":"\\ud800"}',
        '['.repeat(20_000),
        `${'{"a":'.repeat(3_000)}1${'}'.repeat(3_000)}`,
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 6 }), async (lines) => {
        const report = await checkChain(lines);
        expect(report.count).toBe(lines.filter((one) => one !== '').length);
      }),
      { numRuns: 200 },
    );
  });
});
