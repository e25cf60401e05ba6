/** The fixtures police themselves: a row that is logged as a failure is shown in more than one way. */
import { expect, it } from 'vitest';
import { SITES } from '@/lib/pages';
import { readPageFixtures } from '../commands/fixtures-of-pages';
import { figures } from '../recognition/figures';

const FAILURES = new Set(['blocked', 'down', 'refused']);
const FIXTURES = readPageFixtures();

/** « alone: why » in a fixture's first comment: why one fixture is enough for its row. */
function saysAlone(html: string): boolean {
  const header = /^\s*<!--([\s\S]*?)-->/.exec(html)?.[1] ?? '';
  return /^\s*alone:\s*\S.{9,}/m.test(header);
}

it('shows each blocked, down or refused row by two fixtures, or says why one is enough', () => {
  const lacking = SITES.flatMap((site) => site.rows)
    .filter((row) => FAILURES.has(row.outcome))
    .filter((row) => {
      const own = FIXTURES.filter(({ expect: id }) => id === row.id);
      return own.length < 2 && !own.some(({ html }) => saysAlone(html));
    })
    .map((row) => row.id);
  expect(
    lacking,
    'Write a second fixture (the other design, English, mobile), or a line « alone: why one is enough » in the first comment.',
  ).toEqual([]);
});

it('is tested on as much as issue 3 asks', () => {
  process.stdout.write(`\n${figures()}\n`);
  const [rows = 0, , pages = 0, , foreign = 0, mutations = 0] = [...figures().matchAll(/\d+/g)].map(Number);
  expect(rows).toBeGreaterThanOrEqual(150);
  expect(pages).toBeGreaterThanOrEqual(3 * rows);
  expect(foreign).toBeGreaterThanOrEqual(300);
  expect(mutations).toBeGreaterThanOrEqual(20);
});
