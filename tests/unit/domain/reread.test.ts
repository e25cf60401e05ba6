/** An entry read again with newer tables: the answer changes, the entry never does. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '@/lib/domain/entry';
import { momentAt } from '@/lib/domain/moment';
import type { PageRow, SiteTable } from '@/lib/domain/page';
import { readingRef, reread } from '@/lib/domain/reread';

const REF = { sha256: 'a'.repeat(64), bytes: 10, type: 'application/json' };

function attempt(page: { site: string; page: string; outcome: 'blocked' | 'down' } | null, reading = true): Entry {
  return {
    v: 1,
    dossier: 'd',
    seq: 2,
    kind: 'attempt',
    at: momentAt(Date.parse('2026-09-01T07:00:00.000Z')),
    prev: null,
    hash: 'b'.repeat(64),
    data: {
      url: 'https://site.exemple.invalid/',
      masked: false,
      page,
      title: '',
      extracted: {},
      source: 'page',
      tables: '2026-01-01',
      ...(reading ? { reading: REF } : {}),
    },
  };
}

const row = (page: string, text: RegExp, outcome: PageRow['outcome'] = 'blocked'): PageRow => ({
  id: `site/${page}`,
  outcome,
  label: page,
  when: { text },
  sources: [],
});
const table = (...rows: PageRow[]): SiteTable[] => [
  { site: 'site', label: 'Site', hosts: ['site.exemple.invalid'], rows },
];
const FACTS = { url: 'https://site.exemple.invalid/', texts: ['Le dépôt est refusé'] };
const bytes = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

describe('reread', () => {
  const before = attempt({ site: 'site', page: 'old', outcome: 'blocked' });

  it('gives the name that newer tables give, and leaves the entry as it was', () => {
    const frozen = structuredClone(before);
    const newer = table(row('new', /dépôt est refusé/));
    expect(reread(before, bytes(FACTS), newer)).toEqual({
      page: { site: 'site', page: 'new', outcome: 'blocked' },
      changed: true,
    });
    expect(before).toEqual(frozen);
  });

  it('says when nothing changed, when only the outcome did, and when no row knows it any more', () => {
    expect(reread(before, bytes(FACTS), table(row('old', /refusé/)))?.changed).toBe(false);
    expect(reread(before, bytes(FACTS), table(row('old', /refusé/, 'down')))?.changed).toBe(true);
    expect(reread(before, bytes(FACTS), table())).toEqual({ page: null, changed: true });
    expect(reread(attempt(null), bytes(FACTS), table())).toEqual({ page: null, changed: false });
  });

  it('has nothing to say without a reading, or of other kinds', () => {
    expect(readingRef(attempt(null, false))).toBeNull();
    expect(readingRef(before)).toEqual(REF);
    const opened = {
      ...before,
      kind: 'dossier-opened',
      data: { alias: 'A', track: 'T1', departments: [], product: '1' },
    };
    expect(readingRef(opened as Entry)).toBeNull();
    expect(reread(opened as Entry, bytes(FACTS), table())).toBeNull();
  });

  it('never throws, whatever was stored', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array(),
          fc.json().map((text) => new TextEncoder().encode(text)),
        ),
        (stored) => {
          const answer = reread(before, stored, table(row('new', /x/)));
          expect(answer === null || answer.page === null || answer.page.site === 'site').toBe(true);
        },
      ),
    );
  });
});
