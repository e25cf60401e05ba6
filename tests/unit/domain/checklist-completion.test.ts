/** What is missing before a letter and a hand-over (domain.md § 3.7): lists, and what urgency, PAN and a skip do not change. */
import { describe, expect, it } from 'vitest';
import { isStale } from '@/lib/domain/checklist';
import { completionOf, type HandoverFacts, type LetterFacts } from '@/lib/domain/checklist-completion';
import type { Entry } from '@/lib/domain/entry';
import { trackOf } from '@/lib/protocols';
import { answer, capture, DAY, exchange, file, outcome, START, skipped } from './checklist-support';

const ALL: LetterFacts & HandoverFacts = {
  name: true,
  postalAddress: true,
  email: true,
  number: true,
  prefectureAddress: true,
  inventoryNumbered: true,
  onePieceOneFile: true,
  chronology: true,
  urgencyDocuments: true,
  integrity: true,
  redactionsReviewed: true,
};
function completion(entries: readonly Entry[], day: number, urgent = false, facts = ALL, track = 'T1') {
  const table = trackOf(track);
  if (!table) throw new Error(`no track ${track}`);
  return completionOf(table, entries, { now: START + day * DAY, urgent }, facts);
}
const BLOCKED = capture(2, 'blocked');
const ASKED = exchange(3, 'CCC_FORM', 1);
const LETTER = [exchange(4, 'LRAR', 8, { reference: '1A' }), exchange(5, 'PREF_MAIL', 8)];

describe('before the letter', () => {
  it('wants the capture, a contact with the CCC and its outcome or the end of the wait', () => {
    expect(completion([], 1).letter).toEqual([
      { step: 'S1', why: 'not-done' },
      { step: 'S2', why: 'not-done' },
    ]);
    expect(completion([BLOCKED, ASKED], 2).letter).toEqual([{ step: 'S2', why: 'waiting' }]);
    expect(completion([BLOCKED, ASKED], 8).letter).toEqual([]);
    expect(completion([BLOCKED, ASKED, outcome(6, 3, 'STEREOTYPED', 2)], 2).letter).toEqual([]);
    expect(completion([BLOCKED, ASKED, outcome(6, 3, 'RESOLVED', 2)], 3).letter).toEqual([
      { step: 'S2', why: 'resolved' },
    ]);
  });

  it('is relaxed by urgency for the wait only; a skip is no contact', () => {
    expect(completion([BLOCKED, ASKED], 1, true).letter).toEqual([]);
    expect(completion([BLOCKED], 1, true).letter).toEqual([{ step: 'S2', why: 'not-done' }]);
    expect(completion([BLOCKED, skipped(3, 'S2')], 1, true).letter).toEqual([{ step: 'S2', why: 'not-done' }]);
    expect(completion([ASKED], 1, true).letter).toEqual([{ step: 'S1', why: 'not-done' }]);
  });

  it('does not change with the PAN (§ 3.8.3)', () => {
    for (const entries of [[], [BLOCKED], [BLOCKED, ASKED]])
      for (const day of [1, 9])
        expect(completion([...entries, exchange(9, 'PAN', 1), skipped(10, 'S3')], day).letter).toEqual(
          completion(entries, day).letter,
        );
  });

  it('wants who writes and to whom (R. 112-9-1 CRPA)', () => {
    const facts = { ...ALL, email: false, number: false, prefectureAddress: false };
    expect(completion([BLOCKED, ASKED], 8, false, facts).letter).toEqual([
      { fact: 'email' },
      { fact: 'number' },
      { fact: 'prefectureAddress' },
    ]);
  });

  it('is asked of every track that has a letter, and of no other', () => {
    expect(completion([], 1, false, ALL, 'T0').letter).toBeNull();
    expect(completion([], 1, false, ALL, 'T6').letter?.map((gap) => ('step' in gap ? gap.step : gap.fact))).toEqual([
      'R1',
      'R2',
      'R3',
    ]);
    // In T5 and T4 the letter is only for those whose answers lead to it.
    expect(completion([], 1, false, ALL, 'T5').letter).toBeNull();
    expect(completion([answer(2, 'Z3', 'no')], 1, false, ALL, 'T5').letter).toEqual([
      { step: 'Z1', why: 'not-done' },
      { step: 'Z2', why: 'not-done' },
    ]);
  });
});

describe('before the hand-over', () => {
  it('wants the letter sent, and what the export tells', () => {
    const facts = { ...ALL, integrity: false };
    expect(completion([BLOCKED, ASKED], 8, false, facts).handover).toEqual([
      { step: 'S4', why: 'not-done' },
      { fact: 'integrity' },
    ]);
    expect(completion([BLOCKED, ASKED, ...LETTER], 9).handover).toEqual([]);
  });
});

describe('keys and the end', () => {
  it('a key is one entry with something to show; evidence alone opens nothing (§ 3.5)', () => {
    const all = [BLOCKED, ASKED, ...LETTER];
    expect(completion(all, 9)).toMatchObject({ substitutionOpen: false, resolved: null });
    expect(completion([...all, outcome(6, 3, 'IMPOSSIBILITY_ATTESTED', 3, { files: [file] })], 9)).toMatchObject({
      substitutionOpen: true,
      substitution: { attestedByCcc: 6, invitedByPrefecture: null },
    });
    expect(completion([...all, outcome(6, 4, 'INVITED', 9)], 9).substitutionOpen).toBe(false);
  });

  it('resolved is what the person says, with something to show', () => {
    expect(completion([ASKED, outcome(6, 3, 'RESOLVED', 2)], 3).resolved).toBeNull();
    expect(completion([ASKED, outcome(6, 3, 'RESOLVED', 2, { files: [file] })], 3).resolved).toBe(6);
    expect(completion([answer(7, 'resolved', 'yes')], 3).resolved).toBeNull();
    expect(completion([BLOCKED, answer(7, 'resolved', 'yes', 0, { captures: [2] })], 3).resolved).toBe(7);
  });
});

it('what a table says of the law is called old after six months', () => {
  expect(isStale('2026-04-03', Date.parse('2026-10-03T20:00:00Z'))).toBe(false);
  expect(isStale('2026-04-03', Date.parse('2026-10-03T22:01:00Z'))).toBe(true);
});
