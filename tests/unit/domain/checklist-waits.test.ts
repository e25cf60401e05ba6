/** Waits in days, working days and months, through the changes of the hour; what can be set otherwise and what cannot. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addWorkingDays, noonOf, waitEnd, waitOf } from '@/lib/domain/checklist-waits';

const PRACTICAL = { days: 7, urgentDays: 2, legal: false } as const;
const LAW = { days: 10, urgentDays: 10, legal: true, unit: 'working-days', ref: 'R. 112-11-2' } as const;

describe('working days of the mainland', () => {
  it.each([
    ['2026-11-20', 10, '2026-12-04'], // a Friday
    ['2026-11-21', 1, '2026-11-23'], // a Saturday
    ['2026-12-24', 1, '2026-12-28'], // Christmas, then a week-end
    ['2026-12-31', 1, '2027-01-04'], // New Year
    ['2026-04-03', 1, '2026-04-07'], // Easter is 5 April 2026
    ['2026-05-13', 1, '2026-05-15'], // Ascension
    ['2026-05-22', 1, '2026-05-26'], // Whit Monday
    ['2027-03-26', 1, '2027-03-30'], // Easter is 28 March 2027
    ['2026-04-30', 1, '2026-05-04'],
    ['2026-11-10', 0, '2026-11-10'],
  ])('%s and %i is %s', (day, count, expected) => {
    expect(addWorkingDays(day, count)).toBe(expected);
  });
});

describe('the end of a wait', () => {
  it('keeps the hour on the clock', () => {
    const end = (from: string, wait: Parameters<typeof waitEnd>[1], zone = 'Europe/Paris') =>
      new Date(waitEnd(Date.parse(from), wait, false, zone)).toISOString();
    expect(end('2026-10-20T08:00:00Z', PRACTICAL)).toBe('2026-10-27T09:00:00.000Z');
    expect(end('2026-10-20T08:00:00Z', PRACTICAL, 'Indian/Reunion')).toBe('2026-10-27T08:00:00.000Z');
    expect(end('2026-12-24T09:00:00Z', LAW)).toBe('2027-01-11T09:00:00.000Z');
    expect(end('2026-10-31T22:30:00Z', { ...LAW, unit: 'months', days: 4 })).toBe('2027-02-28T22:30:00.000Z');
    // 23:30 in Paris on the 20th is the 21st in La Réunion: its working days begin a day later.
    expect(end('2026-11-19T22:30:00Z', { ...LAW, days: 1 })).toBe('2026-11-20T22:30:00.000Z');
    expect(end('2026-11-19T22:30:00Z', { ...LAW, days: 1 }, 'Indian/Reunion')).toBe('2026-11-22T22:30:00.000Z');
  });

  it('is never later when urgent', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_700_000_000, max: 1_900_000_000 }), (seconds) => {
        expect(waitEnd(seconds * 1000, PRACTICAL, true, 'Europe/Paris')).toBeLessThan(
          waitEnd(seconds * 1000, PRACTICAL, false, 'Europe/Paris'),
        );
      }),
    );
  });
});

it('what is ours can be set otherwise, what a text gives cannot', () => {
  const changes = { S2: { days: 3, urgentDays: 1 } };
  expect(waitOf('S2', PRACTICAL, changes)).toEqual({ ...PRACTICAL, days: 3, urgentDays: 1 });
  expect(waitOf('S4', PRACTICAL, changes)).toBe(PRACTICAL);
  expect(waitOf('constructor', PRACTICAL, changes)).toBe(PRACTICAL);
  expect(waitOf('S2', LAW, changes)).toBe(LAW);
});

it('noon stands for a day, and nothing that is no day does', () => {
  expect(new Date(noonOf('2026-11-22', 'Pacific/Noumea')).toISOString()).toBe('2026-11-22T01:00:00.000Z');
  expect(() => noonOf('2026-02-30', 'Europe/Paris')).toThrow(RangeError);
});
