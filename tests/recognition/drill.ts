/** The redesign drill: every fixture under every mutation keeps its row, or becomes unknown; never another row. */
import type { PageFacts, SiteTable } from '@/lib/domain/page';
import { recognise } from '@/lib/domain/recognise';
import type { PageFixture } from '../commands/fixtures-of-pages';
import type { ReadItem } from './in-page';
import { MUTATION_NAMES, MUTATIONS, type MutationName } from './mutations';
import type { PageReader } from './reader';

/** A row, or nothing. */
export type Named = string | null;

/** The row that the tables name for facts read from a page; what the background adds comes with the fixture. */
export function nameOf(facts: PageFacts, sites: readonly SiteTable[], added: PageFixture['added'] = {}): Named {
  const found = recognise({ ...facts, ...added }, sites);
  return found ? `${found.site}/${found.page}` : null;
}

export interface DrillCase {
  readonly fixture: PageFixture;
  /** `null`: the fixture as it is. */
  readonly mutation: MutationName | null;
  readonly became: Named;
}

export interface DrillLine {
  readonly mutation: MutationName;
  readonly says: string;
  /** Fixtures that a row must recognise. */
  readonly pages: number;
  readonly kept: number;
  readonly unknown: number;
  /** Another row than its own, pages that must give nothing included. */
  readonly wrong: number;
}

export interface DrillResult {
  readonly cases: readonly DrillCase[];
  readonly lines: readonly DrillLine[];
  /** Fixtures that are not their row here before any mutation: the harness, or the table, is at fault. */
  readonly unlike: readonly DrillCase[];
}

function itemOf(fixture: PageFixture, mutation: MutationName | null): ReadItem {
  const { html, url, status, file: seed } = fixture;
  return { html, url, status, seed, ...(mutation ? { mutation } : {}) };
}

function lineOf(mutation: MutationName, cases: readonly DrillCase[]): DrillLine {
  const own = cases.filter((one) => one.mutation === mutation);
  const pages = own.filter(({ fixture }) => fixture.expect !== null);
  return {
    mutation,
    says: MUTATIONS[mutation].says,
    pages: pages.length,
    kept: pages.filter(({ fixture, became }) => became === fixture.expect).length,
    unknown: pages.filter(({ became }) => became === null).length,
    wrong: own.filter(({ fixture, became }) => became !== null && became !== fixture.expect).length,
  };
}

/** Reads every fixture as it is and under each mutation. Seeded by the fixture's and the mutation's names. */
export async function runDrill(
  reader: PageReader,
  fixtures: readonly PageFixture[],
  sites: readonly SiteTable[],
  mutations: readonly MutationName[] = MUTATION_NAMES,
): Promise<DrillResult> {
  const planned = [null, ...mutations].flatMap((mutation) => fixtures.map((fixture) => ({ fixture, mutation })));
  const facts = await reader.read(planned.map(({ fixture, mutation }) => itemOf(fixture, mutation)));
  const cases = planned.map((plan, index) => {
    const read = facts[index];
    if (!read) throw new Error(`${plan.fixture.file}: not read`);
    return { ...plan, became: nameOf(read, sites, plan.fixture.added) };
  });
  return {
    cases,
    lines: mutations.map((mutation) => lineOf(mutation, cases)),
    unlike: cases.filter(({ fixture, mutation, became }) => mutation === null && became !== fixture.expect),
  };
}

/** Per cent of the pages that kept their row. */
export function keptShare(line: DrillLine): number {
  return line.pages === 0 ? 100 : (100 * line.kept) / line.pages;
}

function sentence({ fixture, mutation, became }: DrillCase): string {
  return `${fixture.file} × ${mutation ?? 'as it is'}: ${fixture.expect ?? 'nothing'} became ${became ?? 'unknown'}`;
}

export function wrongCases({ cases }: DrillResult): string[] {
  return cases.filter(({ fixture, became }) => became !== null && became !== fixture.expect).map(sentence);
}

export function unknownCases({ cases }: DrillResult): string[] {
  return cases.filter(({ fixture, became }) => became === null && fixture.expect !== null).map(sentence);
}

/** The table by mutation, as printed by the test and by `npm run drill`. */
export function drillTable(lines: readonly DrillLine[]): string {
  const head = `${'mutation'.padEnd(22)}${'pages'.padStart(6)}${'kept %'.padStart(8)}${'unknown'.padStart(9)}${'wrong'.padStart(7)}  what happens to the page`;
  const rows = lines.map(
    (line) =>
      `${line.mutation.padEnd(22)}${String(line.pages).padStart(6)}${keptShare(line).toFixed(1).padStart(8)}${String(line.unknown).padStart(9)}${String(line.wrong).padStart(7)}  ${line.says}`,
  );
  return [head, ...rows].join('\n');
}
