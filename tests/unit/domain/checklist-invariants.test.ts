/** The invariants of domain.md § 3.8 and the two keys of § 3.5, over every track and any journal. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeChecklist } from '@/lib/domain/checklist';
import type { ChecklistView } from '@/lib/domain/checklist-types';
import { CHANNELS, type Entry, EXCHANGE_OUTCOMES } from '@/lib/domain/entry';
import { TRACKS } from '@/lib/protocols';
import {
  answer,
  captureOf,
  complement,
  DAY,
  exchange,
  exported,
  file,
  outcome,
  removed,
  START,
  skipped,
  told,
} from './checklist-support';

const LETTER = { reference: '1A 000 000 0000 0' };
const request = { notifiedOn: '2026-11-01', items: [{ id: '1', label: 'Relevé', problem: 'missing' as const }] };

const day = fc.integer({ min: 0, max: 60 });
const cited = fc.integer({ min: 1, max: 14 });
const proof = fc.record({
  files: fc.boolean().map((has) => (has ? [file] : [])),
  captures: fc.subarray([1, 2, 3, 4, 5]),
});
const PAGES = [
  'anef/notifications',
  'anef/confirmation',
  'anef/closure',
  'anef/complement-request',
  'demarche-numerique/filed',
] as const;
const QUESTIONS = TRACKS.flatMap((track) =>
  (track.questions ?? []).flatMap(({ id, choices }) => choices.map((choice) => [id, choice] as const)),
);
const BLOCKAGES = ['A1', 'A2', 'B5', 'C-API-1', 'C-API-3', 'D1', 'E1', 'F1'] as const;
const anyEntry = (seq: number): fc.Arbitrary<Entry> =>
  fc.oneof(
    fc
      .tuple(fc.constantFrom(...PAGES), fc.constantFrom('blocked', 'step', 'refused', 'notice'), day)
      .map(([ref, what, on]) => captureOf(seq, ref, what, on)),
    fc
      .tuple(
        fc.constantFrom(...CHANNELS),
        day,
        fc.constantFrom(...EXCHANGE_OUTCOMES),
        proof,
        fc.constantFrom('sent', 'received'),
      )
      .map(([channel, on, what, shown, direction]) =>
        exchange(seq, channel, on, { outcome: what, direction, ...shown, ...LETTER }),
      ),
    fc
      .tuple(cited, fc.constantFrom(...EXCHANGE_OUTCOMES), day, proof)
      .map(([of, what, on, shown]) => outcome(seq, of, what, on, shown)),
    fc
      .tuple(fc.constantFrom(...QUESTIONS), day, proof)
      .map(([[id, choice], on, shown]) => answer(seq, id, choice, on, shown)),
    fc.tuple(fc.constantFrom('a', 'b'), proof).map(([name, shown]) => complement(seq, name, { ...request, ...shown })),
    fc.subarray([...BLOCKAGES]).map((blockages) => told(seq, { blockages, dates: { titleExpiry: '2026-11-20' } })),
    cited.map((target) => removed(seq, target)),
    fc.constantFrom('S3', 'P2b', 'Q2', 'R3').map((id) => skipped(seq, id)),
    fc.constant(exported(seq)),
  );
const journal = fc
  .integer({ min: 0, max: 14 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => anyEntry(index + 1))));
const RUNS = { numRuns: 40 };

describe.each(TRACKS.map((track) => [track.id, track] as const))('invariants of %s (domain.md § 3.8)', (id, table) => {
  const at = (entries: readonly Entry[], now: number) => computeChecklist(table, entries, { now: START + now * DAY });

  it('1: nothing is done without entries of the journal; order does not matter; next is among what is missing', () => {
    fc.assert(
      fc.property(journal, day, (entries, now) => {
        const found = at(entries, now);
        for (const one of [...found.steps, ...found.steps.flatMap((other) => other.parts)]) {
          expect(one.doneAt === null).toBe(one.proof.length === 0);
          for (const seq of [...one.proof, ...one.declared])
            expect(entries.some((entry) => entry.seq === seq)).toBe(true);
        }
        if (found.next) expect(found.missing).toContain(found.next);
        expect(at(entries.toReversed(), now)).toEqual(found);
      }),
      RUNS,
    );
  });

  it('1: without files nor pictures, whatever is done shows as words only', () => {
    fc.assert(
      fc.property(journal, day, (entries, now) => {
        const blank = entries
          .filter((entry) => entry.kind !== 'capture' && entry.kind !== 'exported')
          .map((entry) =>
            'files' in entry.data ? ({ ...entry, data: { ...entry.data, files: [], captures: [] } } as Entry) : entry,
          );
        for (const one of at(blank, now).steps) if (one.doneAt) expect(one.declarativeOnly).toBe(true);
      }),
      RUNS,
    );
  });

  it('3: PAN changes nothing that is mandatory', () => {
    fc.assert(
      fc.property(journal, day, fc.constantFrom(...EXCHANGE_OUTCOMES), (entries, now, what) => {
        const without = entries.filter((entry) => !(entry.kind === 'exchange' && entry.data.channel === 'PAN'));
        const essence = (of: ChecklistView) => [of.next, of.missing, of.steps.filter((one) => one.mandatory)];
        expect(essence(at([...without, exchange(50, 'PAN', 1, { outcome: what })], now))).toEqual(
          essence(at(without, now)),
        );
      }),
      RUNS,
    );
  });

  it('4: an automatic reply never answers, and opens no key', () => {
    fc.assert(
      fc.property(journal, day, (entries, now) => {
        const auto = entries.map((entry) =>
          'outcome' in entry.data ? ({ ...entry, data: { ...entry.data, outcome: 'AUTO_REPLY' } } as Entry) : entry,
        );
        const found = at(auto, now);
        for (const one of found.steps) expect(one.state, `${id} ${one.id}`).not.toBe('answered');
        expect(found.substitution).toEqual({ invitedByPrefecture: null, attestedByCcc: null });
      }),
      RUNS,
    );
  });

  it('the two keys (§ 3.5) are each what a human wrote with something to show, from the right side', () => {
    fc.assert(
      fc.property(journal, day, (entries, now) => {
        const { invitedByPrefecture, attestedByCcc } = at(entries, now).substitution;
        for (const [seq, expected, ccc] of [
          [invitedByPrefecture, 'INVITED', false],
          [attestedByCcc, 'IMPOSSIBILITY_ATTESTED', true],
        ] as const) {
          if (seq === null) continue;
          const said = entries.find((entry) => entry.seq === seq);
          if (said?.kind !== 'exchange' && said?.kind !== 'exchange-outcome') throw new Error(`${seq} is no exchange`);
          expect(said.data.outcome).toBe(expected);
          const root = said.kind === 'exchange' ? said.seq : said.data.exchange;
          const first = entries.find((entry) => entry.seq === root);
          expect(first?.kind === 'exchange' && first.data.channel.startsWith('CCC_')).toBe(ccc);
          expect(said.data.files.length + said.data.captures.length).toBeGreaterThan(0);
        }
      }),
      RUNS,
    );
  });
});
