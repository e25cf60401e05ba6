/** Where a dossier stands: what is next or why nothing is, stops, urgency, the keys, and how old the texts are. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '@/lib/domain/entry';
import { restOf, standingOf } from '@/lib/domain/standing';
import { trackOf } from '@/lib/protocols';
import { capture, complement, exchange, file, outcome, START, skipped, told } from './checklist-support';

const DAY = 86_400_000;
function at(track: string, entries: readonly Entry[], day: number, waits = {}) {
  const table = trackOf(track);
  if (!table) throw new Error(`no track ${track}`);
  return standingOf(table, entries, { now: START + day * DAY, waits });
}

const SENT = [capture(1, 'blocked', 0), exchange(2, 'CCC_MAIL', 1, { files: [file] })];

describe('why nothing is proposed', () => {
  it('is null while a step is', () => {
    expect(at('T1', [], 0)).toMatchObject({ rest: null, view: { next: 'S1' } });
  });

  it('is a wait that runs, with its end; the options move that end', () => {
    const found = at('T1', SENT, 2);
    expect(found.rest).toBe('waiting');
    expect(found.waitUntil).toBe('2026-11-10T09:00:00.000Z');
    expect(at('T1', SENT, 2, { S2: { days: 10, urgentDays: 1 } }).waitUntil).toBe('2026-11-13T09:00:00.000Z');
    expect(at('T1', SENT, 9)).toMatchObject({ rest: null, view: { next: 'S4' }, waitUntil: null });
  });

  it('is an answer that settles it, or a step set aside', () => {
    const solved = [...SENT, outcome(3, 2, 'RESOLVED', 2, { files: [file] })];
    expect(at('T1', solved, 3).rest).toBe('answered');
    expect(at('T1', [skipped(1, 'S1'), skipped(2, 'S2'), skipped(3, 'S4')], 1).rest).toBe('skipped');
  });

  it('is « nothing » only when no mandatory step lacks its trace and nothing is waited for, whatever the journal', () => {
    const step = fc.constantFrom('S1', 'S2', 'S3', 'S4');
    const journal = fc.array(
      fc.oneof(
        fc.constant(() => capture(1, 'blocked', 0)),
        fc.constant(() => exchange(2, 'CCC_MAIL', 1, { files: [file] })),
        fc.constant(() => exchange(3, 'LRAR', 9, { files: [file], reference: '1A' })),
        step.map((id) => () => skipped(4, id)),
      ),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(journal, fc.integer({ min: 0, max: 40 }), (makers, day) => {
        const entries = makers.map((make, index) => ({ ...make(), seq: index + 1 }) as Entry);
        const { view, rest } = at('T1', entries, day);
        expect(rest).toBe(restOf(view));
        expect(rest === null).toBe(view.next !== null);
        if (rest === 'nothing') expect(view.missing).toEqual([]);
        const waits = view.steps.some((one) => one.state === 'waiting');
        if (view.missing.length === 0 && view.next === null) expect(rest).toBe(waits ? 'waiting' : 'nothing');
      }),
    );
  });
});

describe('what is said beside the steps', () => {
  it('stops and urgency come from what was told, and from a complement request that is due', () => {
    expect(at('T1', [told(1, { stops: ['hearing'], urgency: ['care'] })], 1)).toMatchObject({
      stops: ['hearing'],
      urgency: ['care'],
    });
    const due = complement(1, 'r', { notifiedOn: '2026-10-05', items: [] });
    expect(at('T4', [due], 0).urgency).toEqual(['complement']);
    expect(at('T4', [complement(1, 'r', { notifiedOn: '2026-10-20', items: [] })], 0).urgency).toEqual([]);
  });

  it('the keys are missing until one is there, and only where a solution de substitution is asked for', () => {
    expect(at('T1', SENT, 2).missingKeys).toEqual(['prefecture', 'ccc']);
    expect(at('T2', SENT, 2).missingKeys).toEqual(['prefecture', 'ccc']);
    for (const track of ['T0', 'T3', 'T3b', 'T4', 'T5', 'T6', 'T7']) expect(at(track, SENT, 2).missingKeys).toEqual([]);
    const attested = outcome(3, 2, 'IMPOSSIBILITY_ATTESTED', 2, { files: [file] });
    expect(at('T1', [...SENT, attested], 3).missingKeys).toEqual([]);
  });

  it('texts are old six months after their day, not before', () => {
    expect(at('T1', [], -30)).toMatchObject({ stale: false }); // 3 October 2026
    expect(at('T1', [], -29)).toMatchObject({ stale: true });
  });
});
