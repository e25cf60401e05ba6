/** How old the last export is: the three answers, the mark of seven days, and what holds of any journal. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '@/lib/domain/days';
import { dataSchemas, type EntryKind } from '@/lib/domain/entry';
import { type AgedLine, EXPORT_REMINDER_DAYS, exportAge } from '@/lib/domain/export-age';

const NOW = Date.parse('2026-11-22T09:00:00Z');
const HOUR = 3_600_000;

/** Lines of these kinds, numbered, each so many hours before now. */
function linesOf(...given: readonly (readonly [EntryKind | null, number])[]): AgedLine[] {
  return given.map(([kind, hours], index) => ({
    seq: index + 1,
    entry: kind === null ? null : { kind, at: { utc: new Date(NOW - hours * HOUR).toISOString() } },
  }));
}

describe('the age of the last export', () => {
  it('is nothing to speak of while the dossier is empty', () => {
    expect(exportAge([], NOW)).toEqual({ is: 'empty' });
    expect(exportAge(linesOf(['dossier-opened', 9], ['dossier-track', 8]), NOW)).toEqual({ is: 'empty' });
  });

  it('is « never », loud from the first capture on', () => {
    expect(exportAge(linesOf(['dossier-opened', 9], ['note', 1]), NOW)).toEqual({
      is: 'never',
      added: 1,
      captures: 0,
      loud: false,
    });
    expect(exportAge(linesOf(['dossier-opened', 9], ['capture', 2], ['note', 1]), NOW)).toMatchObject({
      is: 'never',
      added: 2,
      captures: 1,
      loud: true,
    });
  });

  it('counts what came after the last export only', () => {
    const lines = linesOf(['dossier-opened', 90], ['capture', 80], ['exported', 70], ['capture', 60], ['exported', 50]);
    expect(exportAge(lines, NOW)).toMatchObject({ is: 'current', seq: 5, days: 2, added: 0, loud: false });
    expect(exportAge([...lines, ...linesOf(['note', 1])], NOW)).toMatchObject({ is: 'behind', added: 1, loud: false });
  });

  it('gets loud after seven calendar days of Paris with something new, never with nothing new', () => {
    // 22:30 UTC is 23:30 in Paris: the day before.
    const exported = Date.parse('2026-11-14T22:30:00Z');
    const hours = (NOW - exported) / HOUR;
    expect(exportAge(linesOf(['exported', hours], ['capture', 5]), NOW)).toMatchObject({ days: 8, loud: true });
    expect(exportAge(linesOf(['exported', hours]), NOW)).toMatchObject({ days: 8, loud: false });
    expect(exportAge(linesOf(['exported', hours - 24], ['capture', 5]), NOW)).toMatchObject({ days: 7, loud: false });
  });

  it('counts a line that this version cannot read: it would be lost too', () => {
    expect(exportAge(linesOf(['exported', 5], [null, 1]), NOW)).toMatchObject({ is: 'behind', added: 1 });
  });

  it('says « today » when the clock was set back', () => {
    expect(exportAge(linesOf(['exported', -72]), NOW)).toMatchObject({ days: 0 });
  });
});

const kind = fc.constantFrom(null, ...(Object.keys(dataSchemas) as EntryKind[]));
const journal = fc
  .array(fc.tuple(kind, fc.integer({ min: -24, max: 24 * 400 })), { maxLength: 40 })
  .map((given) => linesOf(...given));

describe('of any journal', () => {
  it('nothing new or nothing at all is never loud; an export always quiets; time alone never quiets', () => {
    fc.assert(
      fc.property(journal, fc.integer({ min: 0, max: 400 }), (lines, later) => {
        const age = exportAge(lines, NOW);
        if (age.is === 'empty' || age.is === 'current') expect('loud' in age && age.loud).toBe(false);
        const next = {
          seq: lines.length + 1,
          entry: { kind: 'exported' as const, at: { utc: new Date(NOW).toISOString() } },
        };
        expect(exportAge([...lines, next], NOW)).toMatchObject({ is: 'current', added: 0, loud: false });
        const then = exportAge(lines, addDays(NOW, later));
        expect(then.is).toBe(age.is);
        if (age.is !== 'empty' && age.loud) expect(then).toMatchObject({ loud: true });
      }),
    );
  });

  it('a new line is never forgotten, and the sentence is loud at the latest after the mark', () => {
    fc.assert(
      fc.property(journal, (lines) => {
        const more = [...lines, ...linesOf(['capture', 0])];
        const age = exportAge(more, addDays(NOW, EXPORT_REMINDER_DAYS + 3));
        expect(age).toMatchObject({ loud: true });
        expect(age.is === 'never' || age.is === 'behind').toBe(true);
        expect('added' in age && age.added).toBeGreaterThan(0);
      }),
    );
  });
});
