/** The diligence gauge: the two judged files as golden files, days and 7-day periods at the edges of the calendar, the strip, the comparison. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '@/lib/domain/entry';
import { PRACTICAL_SPREAD, readGauge } from '@/lib/domain/gauge';
import { compareCaptures } from '@/lib/domain/gauge-compare';
import { measureDays, measureSpread, reaches } from '@/lib/domain/gauge-spread';
import { momentAt } from '@/lib/domain/moment';
import { JUDGED_FILES } from '@/lib/protocols/judged-files';
import { capture, entry, exchange, logged, note, removed } from './checklist-support';

const ZONES = ['Europe/Paris', 'Indian/Reunion', 'America/Cayenne', 'Pacific/Noumea'] as const;
const instants = (...utc: string[]): number[] => utc.map((one) => Date.parse(one));
const shot = (seq: number, utc: string): Entry => capture(seq, 'blocked', 0, { takenAt: momentAt(Date.parse(utc)) });
const sent = (seq: number, channel: 'LRAR' | 'PREF_MAIL', utc: string): Entry =>
  exchange(seq, channel, 0, { on: momentAt(Date.parse(utc)) });
const compared = (entries: readonly Entry[]) => compareCaptures(readGauge(entries).captures, JUDGED_FILES);

describe('CE, 10 June 2020, n° 435594: four captures, a letter and a mail, 13 to 18 September 2019', () => {
  const file = [
    shot(1, '2019-09-13T08:10:00Z'), // a Friday, ISO week 37
    shot(2, '2019-09-16T08:00:00Z'),
    shot(3, '2019-09-17T08:00:00Z'),
    shot(4, '2019-09-18T15:40:00Z'), // a Wednesday, ISO week 38
    sent(5, 'LRAR', '2019-09-18T16:00:00Z'),
    sent(6, 'PREF_MAIL', '2019-09-18T16:05:00Z'),
  ];

  it('is five days, one 7-day period, and none of our marks but the number and the days', () => {
    const gauge = readGauge(file);
    expect(gauge.captures).toMatchObject({
      attempts: 4,
      first: '2019-09-13',
      last: '2019-09-18',
      spanDays: 5,
      periods: 1,
      successivePeriods: 1,
      silences: [],
      longestSilence: 3,
    });
    expect(gauge.contacts.map(({ channel, count }) => [channel, count])).toEqual([
      ['LRAR', 1],
      ['PREF_MAIL', 1],
    ]);
    expect(reaches(gauge.captures, PRACTICAL_SPREAD)).toBe(false);
    expect(gauge.strip).toHaveLength(1);
    expect(gauge.strip[0]?.days.map((day) => day.captures)).toEqual([1, 0, 0, 1, 1, 1, 0]);
  });

  it('is nearer to itself', () => {
    expect(compared(file).closerTo).toBe('CE-435594');
  });
});

describe('CE, 21 April 2021, n° 448178: 228 captures without a name, June, July, August and October 2020', () => {
  const days = ['06', '07', '08', '10'].flatMap((month) =>
    Array.from({ length: 19 }, (_, index) => `2020-${month}-${String(index + 5).padStart(2, '0')}`),
  );
  const file = days.flatMap((day, index) =>
    [7, 11, 20].map((hour, turn) => shot(index * 3 + turn + 1, `${day}T${String(hour).padStart(2, '0')}:30:00Z`)),
  );

  it('is four months, with September silent', () => {
    const { captures, strip } = readGauge(file);
    expect(file).toHaveLength(228);
    expect(captures).toMatchObject({ attempts: 228, first: '2020-06-05', last: '2020-10-23', spanDays: 140 });
    expect(captures.silences).toEqual([
      { from: '2020-06-23', to: '2020-07-05', days: 12 },
      { from: '2020-07-23', to: '2020-08-05', days: 13 },
      { from: '2020-08-23', to: '2020-10-05', days: 43 },
    ]);
    expect(reaches(captures, PRACTICAL_SPREAD)).toBe(true);
    expect(strip.reduce((sum, row) => sum + row.captures, 0)).toBe(228);
  });

  it('is nearer to itself', () => {
    expect(compared(file)).toMatchObject({ closerTo: 'CE-448178' });
  });
});

describe('the comparison', () => {
  const spread = (count: number, span: number) =>
    measureDays(
      Array.from({ length: count }, (_, index) =>
        new Date(Date.UTC(2026, 0, 1 + Math.round((index * span) / Math.max(1, count - 1)))).toISOString().slice(0, 10),
      ),
    );

  it.each<[string, number, number, string | null]>([
    ['nothing', 0, 0, null],
    ['one capture', 1, 0, 'CE-435594'],
    ['three hundred in one afternoon', 300, 0, 'CE-435594'],
    ['three hundred in one week', 300, 6, 'CE-435594'],
    ['four over three months', 4, 90, 'between'],
    ['sixty over three weeks and more', 60, 40, 'CE-448178'],
    ['sixty over two weeks', 60, 14, 'between'],
  ])('%s', (_name, count, span, expected) => {
    expect(compareCaptures(spread(count, span), JUDGED_FILES).closerTo).toBe(expected);
  });

  it('never says more than which known file is nearer', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 400 }), (count, span) => {
        const { closerTo, measures } = compareCaptures(spread(count, span), JUDGED_FILES);
        expect([null, 'between', ...JUDGED_FILES.map((file) => file.id)]).toContain(closerTo);
        expect(measures.map(({ measure }) => measure)).toEqual(['captures', 'spanDays']);
      }),
    );
  });

  it('has no opinion without a file to compare with', () => {
    expect(compareCaptures(spread(10, 30), []).closerTo).toBe('between');
  });
});

describe('days and periods', () => {
  it.each<[string, string[], string, number, number, number]>([
    // zone, days, span, periods
    ['23:59 and 00:01 in Paris', ['2026-11-20T22:59:00Z', '2026-11-20T23:01:00Z'], 'Europe/Paris', 2, 1, 1],
    ['the same in Cayenne', ['2026-11-20T22:59:00Z', '2026-11-20T23:01:00Z'], 'America/Cayenne', 1, 0, 1],
    ['midnight in La Réunion', ['2026-11-20T19:59:00Z', '2026-11-20T20:01:00Z'], 'Indian/Reunion', 2, 1, 1],
    ['midnight in Nouméa', ['2026-11-20T12:59:00Z', '2026-11-20T13:01:00Z'], 'Pacific/Noumea', 2, 1, 1],
    ['the day of 25 hours', ['2026-10-24T22:01:00Z', '2026-10-25T22:59:00Z'], 'Europe/Paris', 1, 0, 1],
    ['the day of 23 hours, then the next', ['2027-03-27T23:01:00Z', '2027-03-28T22:01:00Z'], 'Europe/Paris', 2, 1, 1],
    ['the New Year', ['2026-12-31T22:59:00Z', '2026-12-31T23:01:00Z'], 'Europe/Paris', 2, 1, 1],
    ['six days apart, across ISO weeks', ['2026-11-20T10:00:00Z', '2026-11-26T10:00:00Z'], 'Europe/Paris', 2, 6, 1],
    ['seven days apart', ['2026-11-20T10:00:00Z', '2026-11-27T10:00:00Z'], 'Europe/Paris', 2, 7, 2],
    [
      'seven days apart, across the change of the hour',
      ['2026-10-20T21:59:00Z', '2026-10-27T22:59:00Z'],
      'Europe/Paris',
      2,
      7,
      2,
    ],
  ])('%s', (_name, utc, zone, days, span, periods) => {
    expect(measureSpread(instants(...utc), zone)).toMatchObject({ spanDays: span, periods });
    expect(measureSpread(instants(...utc), zone).days).toHaveLength(days);
  });

  it('finds the longest run of periods and the silences', () => {
    const day = (offset: number) => new Date(Date.UTC(2026, 0, 1 + offset)).toISOString().slice(0, 10);
    expect(measureDays([0, 7, 13, 28, 35, 42, 43].map(day))).toMatchObject({
      periods: 5,
      successivePeriods: 3,
      silences: [{ from: '2026-01-14', to: '2026-01-29', days: 15 }],
    });
    expect(measureDays([])).toMatchObject({
      attempts: 0,
      first: null,
      last: null,
      spanDays: 0,
      periods: 0,
      successivePeriods: 0,
      longestSilence: 0,
    });
  });

  it('does not depend on the order, and never shrinks when an attempt is added after the others', () => {
    const list = fc.array(fc.integer({ min: 1_700_000_000, max: 1_720_000_000 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(list, fc.constantFrom(...ZONES), (seconds, zone) => {
        const all = seconds.map((one) => one * 1000).toSorted((one, other) => one - other);
        const whole = measureSpread(all, zone);
        expect(measureSpread(all.toReversed(), zone)).toEqual(whole);
        const before = measureSpread(all.slice(0, -1), zone);
        expect(whole.periods).toBeGreaterThanOrEqual(before.periods);
        expect(whole.spanDays).toBeGreaterThanOrEqual(before.spanDays);
        expect(whole.periods).toBeLessThanOrEqual(whole.days.length);
        expect(whole.successivePeriods).toBeLessThanOrEqual(whole.periods);
        expect(whole.days.reduce((sum, one) => sum + one.attempts, 0)).toBe(all.length);
      }),
      { numRuns: 60 },
    );
  });
});

describe('what is read from a journal', () => {
  it('counts pictures of a blockage, not the others, not those taken away', () => {
    const entries = [
      capture(1, 'blocked'),
      capture(2, 'down', 1),
      capture(3, 'step', 2),
      capture(4, null, 3),
      note(5, 'aucun créneau', 4),
      capture(6, 'blocked', 4, { method: 'rerendered' }),
      capture(7, 'blocked', 5),
      removed(8, 7),
    ];
    expect(readGauge(entries).captures.days.map(({ day }) => day)).toEqual(['2026-11-02', '2026-11-03', '2026-11-05']);
  });

  it('keeps the lines that the notebook wrote by itself apart from the pictures', () => {
    const gauge = readGauge([logged(1, 'blocked'), logged(2, null, 1), logged(3, 'step', 2), capture(4, 'blocked')]);
    expect(gauge.attempts.attempts).toBe(2);
    expect(gauge.captures.attempts).toBe(1);
    expect(gauge.strip[0]?.days.slice(0, 2)).toEqual([
      { day: '2026-11-02', captures: 1, attempts: 1 },
      { day: '2026-11-03', captures: 0, attempts: 1 },
    ]);
  });

  it('counts what was sent by channel, in order, and nothing that was received', () => {
    const { contacts } = readGauge([
      exchange(1, 'PREF_MAIL', 5),
      exchange(2, 'CCC_FORM', 1),
      exchange(3, 'PREF_MAIL', 9, { direction: 'received' }),
      exchange(4, 'PREF_MAIL', 7),
    ]);
    expect(contacts).toEqual([
      { channel: 'CCC_FORM', count: 1, first: '2026-11-03', last: '2026-11-03', days: ['2026-11-03'] },
      {
        channel: 'PREF_MAIL',
        count: 2,
        first: '2026-11-07',
        last: '2026-11-09',
        days: ['2026-11-07', '2026-11-09'],
      },
    ]);
  });

  it('counts its days where the dossier is', () => {
    const opened = entry(1, 'dossier-opened', { alias: 'A', track: 'T6', departments: ['974'], product: 'p' });
    const late = [shot(2, '2026-11-20T19:59:00Z'), shot(3, '2026-11-20T20:01:00Z')];
    expect(readGauge([opened, ...late]).captures.days).toHaveLength(2);
    expect(readGauge(late).captures.days).toHaveLength(1);
  });

  it('leaves empty rows out of a strip of more than a year, and says so', () => {
    const gauge = readGauge([capture(1, 'blocked', 0), capture(2, 'blocked', 500)]);
    expect(gauge.stripShortened).toBe(true);
    expect(gauge.strip).toHaveLength(2);
    expect(readGauge([capture(1, 'blocked', 0), capture(2, 'blocked', 100)]).strip).toHaveLength(15);
  });
});
