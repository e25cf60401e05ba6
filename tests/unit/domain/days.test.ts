/** Days as people count them on a calendar, through the changes of the hour. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayOf, daysBetween, instantOfLocal } from '@/lib/domain/days';

const at = (utc: string): number => Date.parse(utc);
const ZONES = ['Europe/Paris', 'Indian/Reunion', 'America/Cayenne', 'America/Miquelon', 'Pacific/Noumea'] as const;
const instant = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
  .map((date) => date.getTime());

describe('dayOf', () => {
  it('is the day of the place', () => {
    expect(dayOf(at('2026-12-31T23:30:00Z'))).toBe('2027-01-01');
    expect(dayOf(at('2026-12-31T23:30:00Z'), 'America/Cayenne')).toBe('2026-12-31');
  });
});

describe('daysBetween', () => {
  it.each([
    ['2026-11-20T22:59:00Z', '2026-11-20T23:01:00Z', 1], // midnight in Paris
    ['2026-11-20T23:01:00Z', '2026-11-21T22:59:00Z', 0],
    ['2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z', 1], // a day of 25 hours
    ['2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z', 1], // a day of 23 hours
    ['2026-12-31T22:00:00Z', '2026-12-31T23:30:00Z', 1], // the New Year
    ['2019-09-13T10:00:00Z', '2019-09-18T10:00:00Z', 5],
    ['2026-11-21T10:00:00Z', '2026-11-14T10:00:00Z', -7],
  ])('from %s to %s: %i', (from, to, days) => {
    expect(daysBetween(at(from), at(to))).toBe(days);
  });

  it('adds up', () => {
    fc.assert(
      fc.property(instant, instant, instant, fc.constantFrom(...ZONES), (a, b, c, zone) => {
        expect(daysBetween(a, b, zone) + daysBetween(b, c, zone)).toBe(daysBetween(a, c, zone));
      }),
    );
  });
});

describe('addDays', () => {
  it('keeps the hour on the clock when the hour changes', () => {
    expect(new Date(addDays(at('2026-10-20T08:00:00Z'), 7)).toISOString()).toBe('2026-10-27T09:00:00.000Z');
    expect(new Date(addDays(at('2027-03-25T09:00:00Z'), 7)).toISOString()).toBe('2027-04-01T08:00:00.000Z');
  });

  it('lands that many days later, in every zone', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 0, max: 400 }), fc.constantFrom(...ZONES), (from, days, zone) => {
        expect(daysBetween(from, addDays(from, days, zone), zone)).toBe(days);
      }),
    );
  });
});

describe('instantOfLocal', () => {
  it.each([
    ['2026-11-21', '14:05', '2026-11-21T13:05:00.000Z'],
    ['2026-07-21', '14:05', '2026-07-21T12:05:00.000Z'],
    ['2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'], // twice: the first
    ['2027-03-28', '02:30', '2027-03-28T01:30:00.000Z'], // never: 03:30
  ])('%s %s', (date, time, utc) => {
    expect(new Date(instantOfLocal(date, time) ?? Number.NaN).toISOString()).toBe(utc);
  });

  it.each([
    ['2026-02-30', '10:00'],
    ['2026-13-01', '10:00'],
    ['2026-01-01', '24:10'],
    ['21/11/2026', '10:00'],
    ['', ''],
  ])('gives null for %s %s', (date, time) => {
    expect(instantOfLocal(date, time)).toBeNull();
  });
});
