/** T0: what the person says, entry after entry; urgency and stop conditions at fixed hours; zones; months. */
import { describe, expect, it } from 'vitest';
import {
  addMonths,
  readTriage,
  stopReasons,
  type UrgencyReason,
  urgencyReasons,
  zoneOfDepartment,
} from '@/lib/domain/triage';
import { entry, told } from './checklist-support';

const OPENED = entry(1, 'dossier-opened', { alias: 'A', track: 'T1', departments: ['974'], product: 'p' });
const at = (utc: string, zone = 'Europe/Paris') => ({ now: Date.parse(utc), zone });

describe('what was told', () => {
  it('is nothing at first', () => {
    expect(readTriage([])).toMatchObject({
      track: null,
      regime: null,
      stops: null,
      urgency: null,
      blockages: [],
      dates: {},
    });
  });

  it('is, for each fact, the last entry that states it, in whatever order they are given', () => {
    const entries = [
      told(4, { track: 'T6', dates: { titleExpiry: null, filedOn: '2026-09-01' } }),
      OPENED,
      told(2, { track: 'T2', regime: 'R431_2', blockages: ['A4'], dates: { titleExpiry: '2026-12-01' } }),
      told(3, { regime: 'UNKNOWN', title: '  ' }),
    ];
    expect(readTriage(entries)).toMatchObject({
      track: 'T6',
      tracks: [
        { track: 'T1', seq: 1 },
        { track: 'T2', seq: 2 },
        { track: 'T6', seq: 4 },
      ],
      regime: 'UNKNOWN',
      blockages: ['A4'],
      title: null,
      department: '974',
      dates: { filedOn: '2026-09-01' },
    });
    expect(readTriage(entries).dates).not.toHaveProperty('titleExpiry');
    expect(readTriage(entries).stated['regime']?.seq).toBe(3);
  });
});

describe('urgency (domain.md § 3.3 T0.5)', () => {
  const reasons = (dates: object, utc: string, complements: string[] = [], zone?: string): readonly UrgencyReason[] =>
    urgencyReasons(readTriage([told(1, { dates })]), complements, at(utc, zone));

  it.each<[string, object, string, UrgencyReason[]]>([
    ['31 days before the end', { titleExpiry: '2026-12-23' }, '2026-11-22T11:00:00Z', []],
    ['30 days before', { titleExpiry: '2026-12-22' }, '2026-11-22T11:00:00Z', ['titleExpiry']],
    ['after the end', { attestationEnd: '2026-11-01' }, '2026-11-22T11:00:00Z', ['attestationEnd']],
    [
      'an old permit under a running attestation',
      { titleExpiry: '2026-05-01', attestationEnd: '2027-02-01' },
      '2026-11-22T11:00:00Z',
      [],
    ],
    [
      'an old permit, the attestation too',
      { titleExpiry: '2026-05-01', attestationEnd: '2026-12-01' },
      '2026-11-22T11:00:00Z',
      ['attestationEnd'],
    ],
    ['across the New Year', { receiptEnd: '2027-01-15' }, '2026-12-16T11:00:00Z', ['receiptEnd']],
    ['at 23:59 in Paris, 31 days before', { titleExpiry: '2026-12-23' }, '2026-11-22T22:59:00Z', []],
    ['two minutes later', { titleExpiry: '2026-12-23' }, '2026-11-22T23:01:00Z', ['titleExpiry']],
  ])('%s', (_name, dates, utc, expected) => {
    expect(reasons(dates, utc)).toEqual(expected);
  });

  it('is of the day of the place', () => {
    expect(reasons({ titleExpiry: '2026-12-23' }, '2026-11-22T20:30:00Z', [], 'Indian/Reunion')).toEqual([
      'titleExpiry',
    ]);
    expect(reasons({ titleExpiry: '2026-12-23' }, '2026-11-23T02:30:00Z', [], 'America/Cayenne')).toEqual([]);
  });

  it('comes from a complement request seven days before, and from what the person says', () => {
    expect(reasons({}, '2026-11-22T11:00:00Z', ['2026-11-30'])).toEqual([]);
    expect(reasons({}, '2026-11-22T11:00:00Z', ['2026-11-29'])).toEqual(['complement']);
    expect(urgencyReasons(readTriage([told(1, { urgency: ['job', 'care'] })]), [], at('2026-11-22T11:00:00Z'))).toEqual(
      ['job', 'care'],
    );
  });
});

describe('stop conditions (domain.md § 3.3 T0.4)', () => {
  it('are those that were said, and a permit past since more than six months', () => {
    const triage = readTriage([told(1, { stops: ['hearing'], dates: { titleExpiry: '2026-05-22' } })]);
    expect(stopReasons(triage, at('2026-11-22T11:00:00Z'))).toEqual(['hearing']);
    expect(stopReasons(triage, at('2026-11-23T11:00:00Z'))).toEqual(['hearing', 'expired-six-months']);
    const said = readTriage([told(1, { stops: ['expired-six-months'], dates: { titleExpiry: '2025-01-01' } })]);
    expect(stopReasons(said, at('2026-11-23T11:00:00Z'))).toEqual(['expired-six-months']);
  });
});

describe('places and months', () => {
  it.each([
    ['974', 'Indian/Reunion'],
    ['973', 'America/Cayenne'],
    ['988', 'Pacific/Noumea'],
    ['2A', 'Europe/Paris'],
    ['constructor', 'Europe/Paris'],
    [null, 'Europe/Paris'],
  ])('%s counts its days in %s', (code, zone) => {
    expect(zoneOfDepartment(code)).toBe(zone);
    expect(() => new Intl.DateTimeFormat('fr', { timeZone: zone })).not.toThrow();
  });

  it.each([
    ['2026-09-01', 4, '2027-01-01'],
    ['2026-10-31', 4, '2027-02-28'],
    ['2027-10-31', 4, '2028-02-29'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2026-01-15', -2, '2025-11-15'],
  ])('%s and %i months is %s', (day, months, expected) => {
    expect(addMonths(day, months)).toBe(expected);
  });
});
