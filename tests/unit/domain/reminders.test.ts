/** The days of a dossier at fixed hours, and the calendar file that reveals nothing. */
import { describe, expect, it } from 'vitest';
import type { Entry } from '@/lib/domain/entry';
import { momentAt } from '@/lib/domain/moment';
import { type Due, dueDates } from '@/lib/domain/reminders';
import { calendarFile, escapeText, fold } from '@/lib/domain/reminders-calendar';
import { trackOf } from '@/lib/protocols';
import { capture, captureOf, complement, DAY, exchange, outcome, START, told } from './checklist-support';

function dues(track: string, entries: readonly Entry[], day: number, urgent = false): readonly Due[] {
  const table = trackOf(track);
  if (!table) throw new Error(`no track ${track}`);
  return dueDates(table, entries, { now: START + day * DAY, urgent });
}
const short = (list: readonly Due[]) => list.map(({ id, on, basis, over }) => [id, on, basis, over]);
const LETTER = { reference: '1A' };

describe('the days of a dossier', () => {
  it('are the ends of waits and the marks, the earliest first, each with what it rests on', () => {
    const entries = [
      capture(2, 'blocked'),
      exchange(3, 'CCC_FORM', 1),
      exchange(4, 'LRAR', 8, LETTER),
      exchange(5, 'PREF_MAIL', 8),
    ];
    expect(short(dues('T1', [], 0))).toEqual([]);
    expect(short(dues('T1', entries.slice(0, 2), 2))).toEqual([
      ['S1-again', '2026-11-09', 'practical', false],
      ['S2.wait', '2026-11-10', 'practical', false],
    ]);
    expect(short(dues('T1', entries, 10))).toEqual([
      ['S1-again', '2026-11-09', 'practical', true],
      ['S4-receipt', '2026-11-25', 'text', false], // ten working days after Tuesday 10 November, the 11th being a holiday
      ['S4.wait', '2026-11-25', 'practical', false],
    ]);
    expect(dues('T1', entries, 10).find(({ id }) => id === 'S4-receipt')?.ref).toMatch(/R\. 112-11-2/);
  });

  it('follow the receipt of the letter, and end with an answer', () => {
    const entries = [exchange(4, 'LRAR', 8, LETTER), exchange(5, 'PREF_MAIL', 8)];
    const delivered = [...entries, outcome(6, 4, 'NONE', 12, { milestone: 'delivered' })];
    expect(short(dues('T1', delivered, 13))).toEqual([
      ['S4-receipt', '2026-11-25', 'text', false],
      ['S4.wait', '2026-11-29', 'practical', false],
      ['S4-silence', '2027-01-14', 'text', false],
    ]);
    const acknowledged = [...delivered, outcome(7, 5, 'AUTO_REPLY', 9)];
    expect(dues('T1', acknowledged, 13).map(({ id }) => id)).toEqual(['S4.wait', 'S4-silence']);
    expect(dues('T1', [...acknowledged, outcome(8, 4, 'REFUSED', 13)], 14)).toEqual([]);
  });

  it('count back from the end of an attestation while nothing was written', () => {
    const facts = told(1, { dates: { attestationEnd: '2027-01-10', filedOn: '2026-09-01' } });
    expect(short(dues('T3', [facts], 5))).toEqual([
      ['P2-early', '2026-12-26', 'practical', false],
      ['P0-four-months', '2027-01-01', 'text', false],
    ]);
    const written = [facts, exchange(2, 'LRAR', 1, LETTER), exchange(3, 'PREF_MAIL', 1)];
    expect(dues('T3', written, 5).map(({ id }) => id)).not.toContain('P2-early');
  });

  it('have no date of an implied decision where a request for an appointment makes none', () => {
    const facts = told(1, { dates: { filedOn: '2026-09-01' } });
    for (const track of ['T1', 'T2', 'T6', 'T7']) expect(dues(track, [facts], 5)).toEqual([]);
  });

  it('remind of a complement request 15, 7, 3 and 1 days before, until its sending is shown', () => {
    const request = { notifiedOn: '2026-11-01', readOn: '2026-11-05', items: [] };
    expect(short(dues('T4', [complement(2, 'a', request)], 20))).toEqual([
      ['complement.a.before-7', '2026-11-24', 'practical', false],
      ['complement.a.before-3', '2026-11-28', 'practical', false],
      ['complement.a.before-1', '2026-11-30', 'practical', false],
      ['complement.a', '2026-12-01', 'message', false],
    ]);
    expect(short(dues('T4', [complement(2, 'a', request)], 30))).toEqual([
      ['complement.a', '2026-12-01', 'message', true],
    ]);
    const sent = { on: momentAt(START), precision: 'day' as const, files: [] };
    expect(dues('T4', [complement(2, 'a', { ...request, sent: { ...sent, captures: [] } })], 20)).toHaveLength(4);
    const shown = [
      captureOf(3, 'anef/complement-answered', 'confirmation'),
      complement(4, 'a', { ...request, sent: { ...sent, captures: [3] } }),
    ];
    expect(dues('T4', shown, 20)).toEqual([]);
  });

  it('are shorter when urgent', () => {
    const entries = [capture(2, 'blocked'), exchange(3, 'CCC_FORM', 1)];
    expect(dues('T1', entries, 1, true).map(({ on }) => on)).toEqual(['2026-11-04', '2026-11-05']);
  });
});

describe('the calendar file', () => {
  const due = (on: string, id = on): Due => ({ id, step: 'S2', kind: 'wait', on, basis: 'practical', over: false });
  const options = {
    now: START,
    today: '2026-11-02',
    dossier: '3f0e6f4e-1111-4222-8333-444455556666',
    title: 'Carnet : rappel',
  };
  const text = calendarFile(
    [due('2026-11-10'), due('2026-11-10', 'other'), due('2026-11-01'), due('2027-01-01')],
    options,
  );
  const lines = text.split('\r\n');

  it('is a calendar: CRLF, one event a day, nothing of the past', () => {
    expect(text).not.toMatch(/[^\r]\n/);
    expect([lines[0], lines.at(-2), lines.at(-1)]).toEqual(['BEGIN:VCALENDAR', 'END:VCALENDAR', '']);
    expect(lines.filter((line) => line.startsWith('DTSTART'))).toEqual([
      'DTSTART;VALUE=DATE:20261110',
      'DTSTART;VALUE=DATE:20270101',
    ]);
    for (const name of ['VEVENT', 'VALARM'])
      expect(lines.filter((line) => line === `BEGIN:${name}`)).toHaveLength(
        lines.filter((line) => line === `END:${name}`).length,
      );
    expect(lines).toContain('DTSTAMP:20261102T090000Z');
    expect(new Set(lines.filter((line) => line.startsWith('UID:'))).size).toBe(2);
  });

  it('reveals nothing: no step, no dossier, nothing but the neutral title', () => {
    const said = lines.filter((line) => /^(?:SUMMARY|DESCRIPTION|LOCATION|CATEGORIES|COMMENT|URL)/.test(line));
    expect(new Set(said)).toEqual(new Set(['SUMMARY:Carnet : rappel', 'DESCRIPTION:Carnet : rappel']));
    expect(text).not.toMatch(/3f0e6f4e|S2|étranger|ANEF|préfecture/i);
  });

  it('names the same day of the same dossier the same way each time, and another dossier otherwise', () => {
    const uid = (dossier: string) => /UID:(\S+)/.exec(calendarFile([due('2026-11-10')], { ...options, dossier }))?.[1];
    expect(uid(options.dossier)).toBe(uid(options.dossier));
    expect(uid(options.dossier)).not.toBe(uid('other'));
    expect(uid(options.dossier)).toMatch(/^[0-9a-f]{16}@carnet\.invalid$/);
  });

  it('escapes and folds (RFC 5545 § 3.3.11, § 3.1)', () => {
    expect(escapeText('a;b,c\\d\r\ne\nf\u0007')).toBe('a\\;b\\,c\\\\d\\ne\\nf');
    const folded = fold(`SUMMARY:${'é'.repeat(80)}${'😀'.repeat(20)}`);
    const encoder = new TextEncoder();
    for (const line of folded.split('\r\n')) expect(encoder.encode(line).length).toBeLessThanOrEqual(75);
    expect(folded.replaceAll('\r\n ', '')).toBe(`SUMMARY:${'é'.repeat(80)}${'😀'.repeat(20)}`);
    expect(fold('x'.repeat(75))).toBe('x'.repeat(75));
    expect(fold('x'.repeat(76))).toBe(`${'x'.repeat(75)}\r\n x`);
    const named = calendarFile([due('2026-11-10')], { ...options, title: `a;b\r\nX-INJECTED:1${'é'.repeat(60)}` });
    expect(named).not.toMatch(/^X-INJECTED/m);
  });
});
