/** One instant, three readings: the hours that a clock shows twice, the night of the New Year, the overseas, the edges. */
import { describe, expect, it } from 'vitest';
import { localFields, momentAt, offsetMinutesAt } from '@/lib/domain/moment';

const at = (utc: string): number => Date.parse(utc);

describe('momentAt', () => {
  it('tells apart the two 02:30 of 25 October 2026', () => {
    const summer = momentAt(at('2026-10-25T00:30:00Z'));
    const winter = momentAt(at('2026-10-25T01:30:00Z'));
    expect(localFields(summer)).toEqual({ date: '2026-10-25', time: '02:30:00', offset: 'UTC+2' });
    expect(localFields(winter)).toEqual({ date: '2026-10-25', time: '02:30:00', offset: 'UTC+1' });
    expect(summer).toEqual({ utc: '2026-10-25T00:30:00.000Z', offsetMinutes: 120, zone: 'Europe/Paris' });
    expect(summer).not.toEqual(winter);
  });

  it('jumps from 02:00 to 03:00 on 28 March 2027', () => {
    expect(localFields(momentAt(at('2027-03-28T00:59:59Z'))).time).toBe('01:59:59');
    expect(localFields(momentAt(at('2027-03-28T01:00:00Z'))).time).toBe('03:00:00');
  });

  it('is already the first of January in Paris at 23:30 UTC, and the date and the hour are of the same zone', () => {
    expect(localFields(momentAt(at('2026-12-31T23:30:00Z')))).toEqual({
      date: '2027-01-01',
      time: '00:30:00',
      offset: 'UTC+1',
    });
  });

  it.each([
    ['Indian/Reunion', 'UTC+4', '2026-07-01', '01:00:00'],
    ['Indian/Mayotte', 'UTC+3', '2026-07-01', '00:00:00'],
    ['America/Cayenne', 'UTC−3', '2026-06-30', '18:00:00'],
    ['America/Guadeloupe', 'UTC−4', '2026-06-30', '17:00:00'],
    ['America/Miquelon', 'UTC−2', '2026-06-30', '19:00:00'],
    ['Pacific/Noumea', 'UTC+11', '2026-07-01', '08:00:00'],
    ['Pacific/Marquesas', 'UTC−9:30', '2026-06-30', '11:30:00'],
  ])('%s is %s in summer', (zone, offset, date, time) => {
    expect(localFields(momentAt(at('2026-06-30T21:00:00Z'), zone))).toEqual({ date, time, offset });
  });

  it('keeps milliseconds without moving the offset, before and after 1970', () => {
    expect(momentAt(at('2026-11-21T18:19:03.412Z'))).toEqual({
      utc: '2026-11-21T18:19:03.412Z',
      offsetMinutes: 60,
      zone: 'Europe/Paris',
    });
    expect(offsetMinutesAt(at('1969-12-31T23:59:59.999Z'), 'Europe/Paris')).toBe(60);
  });

  it.each(['0001-01-01T00:30:00Z', '0050-06-01T00:00:00Z', '0999-06-01T00:00:00Z'])(
    'does not take %s for the 20th century',
    (utc) => {
      expect(Math.abs(offsetMinutesAt(at(utc), 'America/Cayenne'))).toBeLessThan(24 * 60);
      expect(momentAt(at(utc)).utc).toBe(new Date(at(utc)).toISOString());
    },
  );

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 9e15, at('+010000-01-01T00:00:00Z'), at('-000001-12-31T00:00:00Z')])(
    'refuses %s, which `utc` cannot hold',
    (instant) => {
      expect(() => momentAt(instant)).toThrow(RangeError);
    },
  );

  it('refuses an unknown zone', () => {
    expect(() => momentAt(0, 'Europe/Nulle-Part')).toThrow(RangeError);
  });
});

describe('localFields', () => {
  it('reads the recorded offset, not today’s rules of the zone', () => {
    expect(localFields({ utc: '2026-07-01T10:00:00.000Z', offsetMinutes: 60, zone: 'Europe/Paris' }).time).toBe(
      '11:00:00',
    );
  });
});
