/** The redesign drill: every fixture, rebuilt in every way we could think of, keeps its row or becomes unknown. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SITES } from '@/lib/pages';
import { readPageFixtures } from '../commands/fixtures-of-pages';
import { type DrillResult, drillTable, keptShare, runDrill, unknownCases, wrongCases } from '../recognition/drill';
import { MUTATION_NAMES } from '../recognition/mutations';
import { type PageReader, startReader } from '../recognition/reader';

const KEPT_AT_LEAST = 95;

let reader: PageReader;
let result: DrillResult;
beforeAll(async () => {
  reader = await startReader();
  result = await runDrill(reader, readPageFixtures(), SITES);
  process.stdout.write(`\n${drillTable(result.lines)}\n`);
}, 900_000);
afterAll(async () => {
  await reader?.close();
});

describe('the redesign drill', () => {
  it('starts from fixtures that are their row', () => {
    expect(result.unlike.map(({ fixture, became }) => `${fixture.file}: ${became}`)).toEqual([]);
  });

  it('never makes a page another one', () => {
    expect(wrongCases(result), 'Anchor or guard the row that was taken for it.').toEqual([]);
  });

  it.each(MUTATION_NAMES)(`keeps ${KEPT_AT_LEAST} %% of the rows under %s`, (mutation) => {
    const line = result.lines.find((one) => one.mutation === mutation);
    const lost = unknownCases(result).filter((one) => one.includes(` × ${mutation}:`));
    expect(line ? keptShare(line) : 0, lost.join('\n')).toBeGreaterThanOrEqual(KEPT_AT_LEAST);
  });

  it('changes every page that it says it changes', async () => {
    const [fixture] = readPageFixtures().filter(({ file }) => file.endsWith('anef/fixtures/home.new-logged-in.html'));
    if (!fixture) throw new Error('the logged-in home of the new design is gone');
    const { html, url, status } = fixture;
    const markup = ['renamed', 'neutral-tags', 'rebuilt', 'banners', 'english', 'chinese', 'notices'] as const;
    const facts = await reader.read(
      [null, ...markup].map((mutation) => ({ html, url, status, seed: 'x', ...(mutation ? { mutation } : {}) })),
    );
    const [plain, renamed, neutral, rebuilt, ...others] = facts;
    expect(renamed?.texts).toEqual(plain?.texts);
    expect(neutral?.headings).toEqual([]);
    expect([...(rebuilt?.texts ?? [])].sort()).toEqual([...(plain?.texts ?? [])].sort());
    for (const one of others) expect(one?.texts).not.toEqual(plain?.texts);
  });
});
