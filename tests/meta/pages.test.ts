/** The page tables police themselves: each failure says what to do. */
import { describe, expect, it } from 'vitest';
import { stripAccents } from '@/lib/domain/normalise';
import type { Condition, PageRow } from '@/lib/domain/page';
import { tables as EN } from '@/lib/locales/en/tables';
import { tables as FR } from '@/lib/locales/fr/tables';
import { rowOf, SITES, TABLES_VERSION } from '@/lib/pages';
import { NATIONAL_HOSTS, NATIONAL_MATCHES, siteOfHost } from '@/lib/pages/hosts';
import { PREFECTURE_HOSTS, PREFECTURE_MATCHES } from '@/lib/prefectures/matches';
import { DEPARTMENTS, hostsOf, PREFECTURES } from '@/lib/prefectures/table';
import { readPageFixtures } from '../commands/fixtures-of-pages';

const ROWS = SITES.flatMap((site) => site.rows.map((row) => ({ site: site.site, row })));
const FIXTURES = readPageFixtures();

function partsOf(condition: Condition): Condition[] {
  return [
    condition,
    ...[...(condition.all ?? []), ...(condition.any ?? []), ...(condition.none ?? [])].flatMap(partsOf),
  ];
}

function patternsOf(row: PageRow): RegExp[] {
  const tested = partsOf(row.when).flatMap((part) => Object.values(part).filter((value) => value instanceof RegExp));
  const read = Object.values(row.extract ?? {}).flatMap((one) => (one.pattern ? [one.pattern] : []));
  return [...tested, ...read];
}

const PATTERNS = ROWS.flatMap(({ row }) => patternsOf(row).map((pattern) => ({ id: row.id, pattern })));

describe('every row', () => {
  it.each(ROWS)('$row.id is well formed', ({ site, row }) => {
    expect(row.id, `Name it « ${site}/page », lower case and hyphens.`).toMatch(
      new RegExp(`^${site}/[a-z][a-z0-9-]*$`),
    );
    expect(row.label.trim(), 'Give it a French label: the person sees it.').not.toBe('');
    expect(rowOf(site, row.id.slice(site.length + 1)), 'lib/pages/index.ts must list its site.').toBe(row);
  });

  it('has an id of its own', () => {
    const ids = ROWS.map(({ row }) => row.id);
    expect(
      ids.filter((id, index) => ids.indexOf(id) !== index),
      'Two rows share an id: rename the newer one.',
    ).toEqual([]);
  });

  it.each(ROWS)('$row.id names its sources', ({ row }) => {
    expect(row.sources.length, 'Add a source: where was this page seen, when, how surely?').toBeGreaterThan(0);
    for (const { ref, seen } of row.sources) {
      expect(ref.trim().length, 'A source names a section, a file or a commit.').toBeGreaterThan(5);
      expect(seen, 'Write the day of the fact as YYYY-MM-DD.').toMatch(
        /^20\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/,
      );
    }
  });

  it('has a fixture', () => {
    const shown = new Set(FIXTURES.map((fixture) => fixture.expect));
    const missing = ROWS.filter(({ row }) => !shown.has(row.id)).map(({ row }) => {
      const [site, page] = row.id.split('/');
      return `write lib/pages/${site}/fixtures/${page}.html (an invented page) with « expect: ${row.id} » in its first comment`;
    });
    expect(missing).toEqual([]);
  });

  it('has an English label', () => {
    const missing = ROWS.filter(({ row }) => !Object.hasOwn(EN, `pages.${row.id}`)).map(({ row }) => row.id);
    expect(missing, 'Add pages.<id> for these in lib/locales/en/tables.ts.').toEqual([]);
  });

  it('names what it reads out in both languages', () => {
    const names = [...new Set(ROWS.flatMap(({ row }) => Object.keys(row.extract ?? {})))];
    const missing = names.filter(
      (name) => !Object.hasOwn(FR, `extracted.${name}`) || !Object.hasOwn(EN, `extracted.${name}`),
    );
    expect(missing, 'Add extracted.<name> for these in lib/locales/{fr,en}/tables.ts.').toEqual([]);
  });
});

describe('every label', () => {
  it('belongs to a row or to something read out', () => {
    const known = new Set([
      ...ROWS.map(({ row }) => `pages.${row.id}`),
      ...ROWS.flatMap(({ row }) => Object.keys(row.extract ?? {}).map((name) => `extracted.${name}`)),
    ]);
    const orphans = [...Object.keys(EN), ...Object.keys(FR)].filter((key) => !known.has(key));
    expect(orphans, 'No row uses these labels any more: remove them from lib/locales/*/tables.ts.').toEqual([]);
  });
});

describe('every pattern', () => {
  it.each(PATTERNS)('$id $pattern has no flag', ({ pattern }) => {
    expect(
      pattern.flags,
      'Write the pattern without flags: case and accents are ignored for you, and g or y would remember.',
    ).toBe('');
  });

  it.each(PATTERNS)('$id $pattern is written as texts are normalised', ({ pattern }) => {
    expect(
      pattern.source,
      "Write a straight apostrophe ' and plain spaces: texts are normalised before they are compared.",
    ).not.toMatch(/[’‘\u00A0\u202F\u2009]/);
    expect(() => new RegExp(stripAccents(pattern.source), 'i')).not.toThrow();
  });

  it.each(PATTERNS)('$id $pattern is bounded', ({ pattern }) => {
    const open = /(?:\.|\]|\)|\\[wdsS])[*+]/.test(pattern.source.replace(/\\d\+/g, ''));
    expect(open, 'Use a bounded repetition such as .{0,80}: an open one can freeze on a hostile page.').toBe(false);
  });

  it.each(ROWS)('$row.id tests something', ({ row }) => {
    const empty = partsOf(row.when).filter((part) => Object.keys(part).length === 0);
    expect(empty, 'An empty condition holds on every page: remove it or fill it.').toEqual([]);
  });

  it.each(PATTERNS.filter(({ pattern }) => /\((?!\?)/.test(pattern.source)))(
    '$id $pattern captures once',
    ({ pattern }) => {
      expect(pattern.source.match(/(?<!\\)\((?!\?)/g), 'One capture group only: make the others (?:…).').toHaveLength(
        1,
      );
    },
  );
});

describe('every fixture', () => {
  it.each(FIXTURES)('$file expects a row that exists', ({ expect: id, url }) => {
    if (id === null) return;
    expect(
      ROWS.map(({ row }) => row.id),
      'Its « expect: » names no row of lib/pages: correct it or add the row.',
    ).toContain(id);
    expect(siteOfHost(new URL(url).host), 'Its url is on a host that lib/pages/hosts.ts does not know.').not.toBeNull();
  });
});

describe('the hosts', () => {
  it('are asked for once, by exact name', () => {
    const all = [...NATIONAL_MATCHES, ...PREFECTURE_MATCHES];
    expect(new Set(all).size).toBe(all.length);
    for (const match of all)
      expect(match, 'One https host, no wildcard: least privilege.').toMatch(
        /^https:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+\/\*$/,
      );
  });

  it('belong to the site that recognises them', () => {
    for (const [site, hosts] of Object.entries(NATIONAL_HOSTS))
      for (const host of hosts) expect(siteOfHost(host)).toBe(site);
    for (const host of PREFECTURE_HOSTS) expect(siteOfHost(host)).toBe('prefecture');
    expect(siteOfHost('www.ain.gouv.fr.exemple.invalid')).toBeNull();
    expect(siteOfHost('siaef.dgef.interieur.gouv.fr'), 'The agents’ application is not for the public.').toBeNull();
  });

  it('cover every department once in the list, Paris by its exception, Corsica the right way round', () => {
    expect(DEPARTMENTS.length).toBe(new Set(DEPARTMENTS.map(({ code }) => code)).size);
    expect(DEPARTMENTS.filter(({ code }) => /^(?:\d\d|2[AB])$/.test(code))).toHaveLength(96);
    expect(hostsOf('75')).toContain('www.prefecturedepolice.interieur.gouv.fr');
    expect(hostsOf('75')).not.toContain('www.prefectures-regions.gouv.fr');
    expect(hostsOf('2A')).toEqual(['www.corse-du-sud.gouv.fr']);
    expect(hostsOf('57')).toEqual(['www.moselle.gouv.fr']);
    expect(hostsOf('977')).toEqual(hostsOf('978'));
    expect(hostsOf('00')).toEqual([]);
    expect(PREFECTURES.every(({ host }) => /^[a-z0-9.-]+\.gouv\.fr$/.test(host))).toBe(true);
  });
});

it('names the version of the tables by a day', () => {
  expect(TABLES_VERSION, 'Bump TABLES_VERSION to the day of the change: YYYY-MM-DD.').toMatch(
    /^20\d\d-[01]\d-[0-3]\d$/,
  );
});
