/** Complement requests: the earlier of two dates, each document, and what proves that an answer went out. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { complementDeadline, complementState, readComplements } from '@/lib/domain/checklist-complement';
import type { EntryData } from '@/lib/domain/entry';
import { momentAt } from '@/lib/domain/moment';
import { capture, complement, file, removed, START } from './checklist-support';

const item = (id: string, answer?: 'provide' | 'cannot'): EntryData['complement']['items'][number] => ({
  id,
  label: 'Relevé de notes',
  problem: 'missing',
  ...(answer ? { answer } : {}),
});
const sent = (captures: number[], files: (typeof file)[] = []): NonNullable<EntryData['complement']['sent']> => ({
  on: momentAt(START),
  precision: 'minute',
  captures,
  files,
});
const day = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('the day of a request (domain.md § 3.8.5)', () => {
  it.each([
    ['2026-01-15', null, '2026-02-14'], // the deck's example
    ['2026-01-15', '2026-01-20', '2026-02-14'],
    ['2026-01-20', '2026-01-15', '2026-02-14'],
    [null, '2026-01-15', '2026-02-14'],
    ['2027-12-15', null, '2028-01-14'],
    ['2028-02-01', null, '2028-03-02'], // a leap year
    [null, null, null],
  ])('notified %s, read %s: %s', (notified, read, expected) => {
    expect(complementDeadline(notified, read)).toBe(expected);
  });

  it('is never later than what either date alone gives', () => {
    fc.assert(
      fc.property(day, day, (one, other) => {
        const both = complementDeadline(one, other) ?? '';
        expect(both <= (complementDeadline(one, null) ?? '')).toBe(true);
        expect(both <= (complementDeadline(null, other) ?? '')).toBe(true);
        expect([complementDeadline(one, null), complementDeadline(null, other)]).toContain(both);
      }),
    );
  });
});

describe('requests', () => {
  it('are each the last entry that tells them, the first due first', () => {
    const entries = [
      complement(5, 'b', { notifiedOn: '2026-11-01', items: [item('1', 'provide'), item('2', 'cannot')] }),
      complement(2, 'b', { notifiedOn: '2026-11-10', items: [item('1')] }),
      complement(3, 'a', { notifiedOn: '2026-11-05' }),
      complement(4, 'c', { items: [item('1')] }),
    ];
    expect(readComplements(entries).map(({ request, seq, deadline, open }) => [request, seq, deadline, open])).toEqual([
      ['b', 5, '2026-12-01', 0],
      ['a', 3, '2026-12-05', 0],
      ['c', 4, null, 1],
    ]);
  });

  it('are proven by a capture or a file that still stands, never by words', () => {
    const shown = capture(3, 'confirmation');
    const state = (entries: Parameters<typeof readComplements>[0], on: string) => {
      const [fact] = readComplements(entries);
      return fact && complementState(fact, Date.parse(on), 'Europe/Paris');
    };
    const request = { notifiedOn: '2026-01-15', items: [item('1', 'provide')] };
    expect(state([complement(4, 'a', request)], '2026-02-14T22:59:00Z')).toBe('open'); // 23:59 on the last day
    expect(state([complement(4, 'a', request)], '2026-02-14T23:01:00Z')).toBe('over');
    expect(state([complement(4, 'a', { ...request, sent: sent([]) })], '2026-02-13T10:00:00Z')).toBe('said');
    expect(state([shown, complement(4, 'a', { ...request, sent: sent([3]) })], '2026-02-13T10:00:00Z')).toBe('proven');
    expect(
      state([shown, complement(4, 'a', { ...request, sent: sent([3]) }), removed(5, 3)], '2026-02-13T10:00:00Z'),
    ).toBe('said');
    expect(state([complement(4, 'a', { ...request, sent: sent([], [file]) })], '2026-02-13T10:00:00Z')).toBe('proven');
  });
});
