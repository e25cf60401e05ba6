/** The checklist of T1: what proves each step, what does not, the waits, what comes next; and the invariants of domain.md § 3.8. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeChecklist } from '@/lib/domain/checklist';
import type { ChecklistView, StepView } from '@/lib/domain/checklist-types';
import { CHANNELS, type Entry, EXCHANGE_OUTCOMES } from '@/lib/domain/entry';
import { momentAt } from '@/lib/domain/moment';
import { TECHNICAL_BLOCK } from '@/lib/protocols/technical-block/table';
import { capture, DAY, exchange, file, note, outcome, removed, START, skipped, utc } from './checklist-support';

const view = (entries: readonly Entry[], day = 1, urgent = false): ChecklistView =>
  computeChecklist(TECHNICAL_BLOCK, entries, { now: START + day * DAY, urgent });
function step(entries: readonly Entry[], id: string, day = 1, urgent = false): StepView {
  const found = view(entries, day, urgent).steps.find((one) => one.id === id);
  if (!found) throw new Error(`no step ${id}`);
  return found;
}
const part = (entries: readonly Entry[], id: string) => {
  const found = view(entries)
    .steps.flatMap((one) => one.parts)
    .find((one) => one.id === id);
  if (!found) throw new Error(`no part ${id}`);
  return found;
};
const bare = { files: [] };
const LETTER = { reference: '1A 000 000 0000 0' };
const BLOCKED = capture(2, 'blocked');

describe('S1, the capture of the blockage', () => {
  it('is done by a stamped picture of a page that says no or is down, since the first', () => {
    expect(step([capture(5, 'down', 3), capture(7, 'blocked', 2)], 'S1')).toMatchObject({
      state: 'done',
      doneAt: utc(2),
      proof: [5, 7],
      declarativeOnly: false,
    });
  });

  it.each<[string, Entry[]]>([
    ['nothing', []],
    ['a step of a procedure', [capture(2, 'step')]],
    ['a confirmation, even with a note', [capture(2, 'confirmation'), note(3, 'ça marche', 2)]],
    ['a page drawn again', [capture(2, 'blocked', 0, { method: 'rerendered' })]],
    ['a picture without address nor hour', [capture(2, 'blocked', 0, { stamped: null, stampError: 'x' })]],
    ['a picture that was removed', [capture(2, 'blocked'), removed(3, 2)]],
    ['an unknown page about which nothing is said', [capture(2, null), note(3, 'autre chose'), note(4, ' ', 2)]],
  ])('is not done by %s', (_name, entries) => {
    expect(step(entries, 'S1')).toMatchObject({ state: 'todo', doneAt: null, proof: [] });
    expect(view(entries)).toMatchObject({ next: 'S1', missing: ['S1', 'S2', 'S4'] });
  });

  it('is done by an unknown page once the person says what it shows', () => {
    expect(step([capture(2, null), note(3, 'le bouton ne fait rien', 2)], 'S1')).toMatchObject({
      state: 'done',
      proof: [2, 3],
    });
  });
});

describe('S2, the CCC', () => {
  it('is done by the page shown after sending', () => {
    const sent = capture(3, 'confirmation', 1, {
      page: { site: 'anef', page: 'contact-sent', outcome: 'confirmation' },
    });
    expect(step([BLOCKED, sent], 'S2')).toMatchObject({ state: 'waiting', doneAt: utc(1), proof: [3] });
    expect(part([BLOCKED, sent], 'S2a')).toMatchObject({ doneAt: utc(1), proof: [3] });
  });

  it('is not done by the form itself, but by the form tied to an exchange', () => {
    const form = capture(3, 'step', 0, { page: { site: 'anef', page: 'contact', outcome: 'step' } });
    expect(step([BLOCKED, form], 'S2').state).toBe('todo');
    const tied = exchange(4, 'CCC_FORM', 0, { ...bare, captures: [3] });
    expect(step([BLOCKED, form, tied], 'S2')).toMatchObject({ state: 'waiting', proof: [3, 4] });
    expect(step([BLOCKED, form, tied, removed(5, 3)], 'S2')).toMatchObject({
      state: 'todo',
      declared: [4],
      declarativeOnly: true,
    });
  });

  it('takes a message without proof for declared only, and a call for done but weaker', () => {
    expect(step([BLOCKED, exchange(3, 'CCC_MAIL', 0, bare)], 'S2')).toMatchObject({
      state: 'todo',
      declared: [3],
      declarativeOnly: true,
    });
    expect(step([BLOCKED, exchange(3, 'CCC_PHONE', 0, bare)], 'S2')).toMatchObject({
      state: 'waiting',
      proof: [3],
      declarativeOnly: true,
    });
    expect(step([BLOCKED, exchange(3, 'CCC_PHONE')], 'S2')).toMatchObject({ proof: [3], declarativeOnly: false });
  });

  it('waits seven days on the calendar, two when urgent, then shows no answer', () => {
    const entries = [BLOCKED, exchange(3, 'CCC_FORM')];
    expect(step(entries, 'S2', 6.9)).toMatchObject({ state: 'waiting', waitUntil: utc(7) });
    expect(step(entries, 'S2', 7)).toMatchObject({ state: 'no-answer', waitUntil: null });
    expect(step(entries, 'S2', 1.9, true)).toMatchObject({ state: 'waiting', waitUntil: utc(2) });
    expect(step(entries, 'S2', 2, true).state).toBe('no-answer');
  });

  it('counts an automatic reply as proof of sending, never as an answer', () => {
    const entries = [BLOCKED, exchange(3, 'CCC_MAIL', 0, bare), outcome(4, 3, 'AUTO_REPLY', 1, { files: [file] })];
    expect(step(entries, 'S2', 3)).toMatchObject({
      state: 'waiting',
      lastOutcome: 'AUTO_REPLY',
      doneAt: utc(0),
      proof: [3, 4],
    });
    expect(step(entries, 'S2', 8)).toMatchObject({ state: 'no-answer', lastOutcome: 'AUTO_REPLY' });
  });

  it.each(['STEREOTYPED', 'RESOLVED', 'IMPOSSIBILITY_ATTESTED', 'REDIRECTED', 'REFUSED', 'INVITED'] as const)(
    'is answered by %s',
    (what) => {
      expect(step([BLOCKED, exchange(3, 'CCC_FORM'), outcome(4, 3, what, 1)], 'S2')).toMatchObject({
        state: 'answered',
        lastOutcome: what,
        waitUntil: null,
      });
    },
  );

  it('follows a correction of the same day, and the date before the number', () => {
    const sent = exchange(3, 'CCC_FORM');
    expect(step([BLOCKED, sent, outcome(4, 3, 'RESOLVED', 1), outcome(5, 3, 'AUTO_REPLY', 1)], 'S2', 2).state).toBe(
      'waiting',
    );
    expect(step([BLOCKED, sent, outcome(4, 3, 'STEREOTYPED', 3), outcome(5, 3, 'AUTO_REPLY', 1)], 'S2', 4).state).toBe(
      'answered',
    );
    expect(step([BLOCKED, sent, outcome(4, 99, 'RESOLVED', 1)], 'S2', 2).state).toBe('waiting'); // of an exchange that is not there
  });
});

describe('the word that counts', () => {
  const sent = exchange(3, 'CCC_FORM');
  const at = (hour: string) => ({
    on: momentAt(Date.parse(`2026-11-03T${hour}:00.000Z`)),
    precision: 'minute' as const,
  });
  const says = (...words: Entry[]) => step([BLOCKED, sent, ...words], 'S2', 4).lastOutcome;

  it.each(['08:00', '10:59', '11:00', '11:01', '20:00'])(
    'is the last written of a day of which one word has no hour, whatever hour the other has (%s)',
    (hour) => {
      const auto = (seq: number) => outcome(seq, 3, 'AUTO_REPLY', 1, at(hour));
      const attested = (seq: number) => outcome(seq, 3, 'IMPOSSIBILITY_ATTESTED', 1);
      expect(says(auto(4), attested(5))).toBe('IMPOSSIBILITY_ATTESTED');
      expect(says(attested(4), auto(5))).toBe('AUTO_REPLY');
    },
  );

  it('is the later one where both have an hour, and no automatic reply that comes after an answer', () => {
    const refused = outcome(4, 3, 'REFUSED', 1, at('15:00'));
    expect(says(refused, outcome(5, 3, 'STEREOTYPED', 1, at('09:00')))).toBe('REFUSED');
    expect(says(refused, outcome(5, 3, 'STEREOTYPED', 1, at('16:00')))).toBe('STEREOTYPED');
    expect(says(refused, outcome(5, 3, 'AUTO_REPLY', 1, at('16:00')))).toBe('REFUSED');
    expect(says(refused, outcome(5, 3, 'AUTO_REPLY', 2))).toBe('REFUSED');
  });
});

describe('S4, the préfecture', () => {
  const before = [BLOCKED, exchange(3, 'CCC_FORM')];
  const letter = exchange(4, 'LRAR', 8, LETTER);
  const mail = exchange(5, 'PREF_MAIL', 9);

  it('needs the letter with its number and a file, and the mail', () => {
    expect(step([...before, letter], 'S4', 10)).toMatchObject({ state: 'todo', proof: [] });
    expect(step([...before, letter, mail], 'S4', 10)).toMatchObject({
      state: 'waiting',
      doneAt: utc(9),
      proof: [4, 5],
      waitUntil: utc(24),
    });
    expect(step([...before, exchange(4, 'LRAR', 8), mail], 'S4', 10)).toMatchObject({ state: 'todo', declared: [4] });
    expect(step([...before, exchange(4, 'LRAR', 8, { ...LETTER, ...bare }), mail], 'S4', 10)).toMatchObject({
      state: 'todo',
      declared: [4],
    });
    expect(step([...before, letter, mail, removed(6, 4)], 'S4', 10)).toMatchObject({ state: 'todo', declared: [4] });
  });

  it('takes the number and the file from a later entry', () => {
    const late = outcome(6, 4, 'NONE', 12, { reference: '1A', files: [file] });
    expect(step([...before, exchange(4, 'LRAR', 8, bare), mail, late], 'S4', 13)).toMatchObject({
      state: 'waiting',
      proof: [4, 5, 6],
    });
  });

  it('accepts « pas d’adresse mail connue » for the mail, never for the letter', () => {
    expect(step([...before, letter, skipped(5, 'S4b')], 'S4', 10)).toMatchObject({
      state: 'waiting',
      proof: [4, 5],
      declarativeOnly: false,
    });
    expect(part([...before, skipped(5, 'S4b')], 'S4b').proof).toEqual([5]);
    expect(step([...before, skipped(5, 'S4a'), mail], 'S4', 10).state).toBe('todo');
  });

  it('has the reply of the préfecture in S5, with the key that it gives', () => {
    const invited = outcome(6, 4, 'INVITED', 20, { files: [file] });
    const entries = [...before, letter, mail, outcome(7, 5, 'AUTO_REPLY', 9, { files: [file] })];
    expect(step(entries, 'S5', 21)).toMatchObject({ state: 'todo', doneAt: null });
    expect(step([...entries, invited], 'S5', 21)).toMatchObject({
      state: 'answered',
      doneAt: utc(20),
      proof: [6],
      declarativeOnly: false,
    });
    expect(view([...entries, invited]).substitution).toEqual({ invitedByPrefecture: 6, attestedByCcc: null });
    // Invited, then received: it stays an invitation, since the day that it came.
    const after = [...entries, invited, outcome(8, 4, 'RESOLVED', 30)];
    expect(view(after).substitution.invitedByPrefecture).toBe(6);
    expect(step(after, 'S5', 31)).toMatchObject({ doneAt: utc(20), proof: [6, 8] });
  });
});

describe('the keys of the solution de substitution', () => {
  it('need something to show', () => {
    const said = outcome(4, 3, 'IMPOSSIBILITY_ATTESTED', 2);
    expect(view([exchange(3, 'CCC_MAIL'), said]).substitution.attestedByCcc).toBeNull();
    const shown = outcome(4, 3, 'IMPOSSIBILITY_ATTESTED', 2, { files: [file] });
    expect(view([exchange(3, 'CCC_MAIL'), shown]).substitution).toEqual({
      invitedByPrefecture: null,
      attestedByCcc: 4,
    });
    expect(view([exchange(3, 'CCC_MAIL'), shown, removed(5, 4)]).substitution.attestedByCcc).toBeNull();
    expect(view([exchange(3, 'CCC_MAIL', 0, { outcome: 'INVITED' })]).substitution.invitedByPrefecture).toBeNull();
  });
});

describe('what comes next', () => {
  const sent = exchange(3, 'CCC_FORM');
  const pref = [exchange(4, 'LRAR', 8, LETTER), exchange(5, 'PREF_MAIL', 8)];
  it.each<[string, Entry[], number, boolean, string | null, string[]]>([
    ['at first', [], 0, false, 'S1', ['S1', 'S2', 'S4']],
    ['after the capture', [BLOCKED], 1, false, 'S2', ['S2', 'S4']],
    ['while the CCC is waited for', [BLOCKED, sent], 1, false, null, ['S4']],
    ['the same, urgent', [BLOCKED, sent], 1, true, 'S4', ['S4']],
    ['urgent, but no contact with the CCC', [BLOCKED], 1, true, 'S2', ['S2', 'S4']],
    ['after the wait', [BLOCKED, sent], 7, false, 'S4', ['S4']],
    ['after an answer that solves nothing', [BLOCKED, sent, outcome(6, 3, 'STEREOTYPED', 1)], 2, false, 'S4', ['S4']],
    ['after an answer that solves it', [BLOCKED, sent, outcome(6, 3, 'RESOLVED', 1)], 2, false, null, ['S4']],
    ['with the steps out of order', [sent, ...pref], 9, false, 'S1', ['S1']],
    ['with all that the table asks', [BLOCKED, sent, ...pref], 9, false, null, []],
    ['after S2 was skipped', [BLOCKED, skipped(6, 'S2')], 1, false, 'S4', ['S2', 'S4']],
  ])('%s', (_name, entries, day, urgent, next, missing) => {
    expect(view(entries, day, urgent)).toMatchObject({ next, missing });
  });

  it('lets proof weigh more than a skip', () => {
    expect(step([BLOCKED, skipped(3, 'S1')], 'S1').state).toBe('done');
    expect(step([skipped(3, 'S1')], 'S1')).toMatchObject({ state: 'skipped', doneAt: null });
  });
});

const day = fc.integer({ min: 0, max: 40 });
const anyEntry = (seq: number): fc.Arbitrary<Entry> =>
  fc.oneof(
    fc
      .tuple(fc.constantFrom('blocked', 'down', 'step', 'confirmation', 'refused', null), day)
      .map(([what, on]) => capture(seq, what, on)),
    fc
      .tuple(
        fc.constantFrom(...CHANNELS),
        day,
        fc.constantFrom(...EXCHANGE_OUTCOMES),
        fc.boolean(),
        fc.boolean(),
        fc.integer({ min: 1, max: 12 }),
      )
      .map(([channel, on, what, hasFile, numbered, cited]) =>
        exchange(seq, channel, on, {
          outcome: what,
          files: hasFile ? [file] : [],
          captures: [cited],
          ...(numbered ? LETTER : {}),
        }),
      ),
    fc
      .tuple(fc.integer({ min: 1, max: 12 }), fc.constantFrom(...EXCHANGE_OUTCOMES), day, fc.boolean())
      .map(([of, what, on, hasFile]) => outcome(seq, of, what, on, { files: hasFile ? [file] : [] })),
    fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }).map((about) => note(seq, 'texte', about)),
    fc.integer({ min: 1, max: 12 }).map((target) => removed(seq, target)),
    fc.constantFrom('S2', 'S3', 'S4', 'S4b').map((id) => skipped(seq, id)),
  );
const journal = fc
  .integer({ min: 0, max: 12 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => anyEntry(index + 1))));
const mandatory = (of: ChecklistView) => ({
  steps: of.steps.filter((one) => one.mandatory),
  next: of.next,
  missing: of.missing,
});

describe('invariants (domain.md § 3.8)', () => {
  it('1: nothing is done without an entry that shows or says it', () => {
    fc.assert(
      fc.property(journal, day, (entries, now) => {
        for (const one of view(entries, now).steps) {
          expect(one.doneAt === null).toBe(one.proof.length === 0);
          for (const seq of one.proof) expect(entries.some((entry) => entry.seq === seq)).toBe(true);
        }
      }),
    );
  });

  it('1: a journal without files nor pictures proves no written step', () => {
    fc.assert(
      fc.property(journal, day, (entries, now) => {
        const blank = entries
          .filter((entry) => entry.kind !== 'capture')
          .map((entry) =>
            'files' in entry.data ? ({ ...entry, data: { ...entry.data, files: [], captures: [] } } as Entry) : entry,
          );
        const found = view(blank, now);
        expect(found.missing).toEqual(expect.arrayContaining(['S1', 'S4']));
        for (const one of found.steps) if (one.doneAt) expect(one.declarativeOnly).toBe(true);
      }),
    );
  });

  it('3: PAN changes nothing mandatory', () => {
    fc.assert(
      fc.property(journal, day, fc.boolean(), fc.constantFrom(...EXCHANGE_OUTCOMES), (entries, now, urgent, what) => {
        const without = entries.filter((entry) => !(entry.kind === 'exchange' && entry.data.channel === 'PAN'));
        expect(
          mandatory(view([...without, exchange(50, 'PAN', 1, { outcome: what }), skipped(51, 'S3')], now, urgent)),
        ).toEqual(mandatory(view(without, now, urgent)));
      }),
    );
  });

  it('4: an automatic reply never answers', () => {
    fc.assert(
      fc.property(journal, day, (entries, now) => {
        const auto = entries.map((entry) =>
          'outcome' in entry.data ? ({ ...entry, data: { ...entry.data, outcome: 'AUTO_REPLY' } } as Entry) : entry,
        );
        for (const one of view(auto, now).steps) expect(one.state).not.toBe('answered');
        expect(view(auto, now).substitution).toEqual({ invitedByPrefecture: null, attestedByCcc: null });
      }),
    );
  });

  it('an unrelated note changes nothing', () => {
    fc.assert(
      fc.property(journal, day, fc.string({ minLength: 1 }), (entries, now, text) => {
        expect(view([...entries, note(60, text), note(61, text, 60)], now)).toEqual(view(entries, now));
      }),
    );
  });

  it('more proof never undoes what is done, except by a tombstone', () => {
    fc.assert(
      fc.property(journal, day, anyEntry(60), (entries, now, more) => {
        fc.pre(more.kind !== 'removed' && more.kind !== 'exchange-outcome');
        const before = view(entries, now);
        const after = view([...entries, more], now);
        for (const [index, one] of before.steps.entries()) {
          if (one.doneAt) expect((after.steps[index]?.doneAt ?? '9') <= one.doneAt).toBe(true);
        }
      }),
    );
  });

  it('the order in which entries are given does not matter', () => {
    fc.assert(
      fc.property(
        journal.chain((entries) =>
          fc.tuple(fc.constant(entries), fc.shuffledSubarray(entries, { minLength: entries.length })),
        ),
        day,
        ([entries, shuffled], now) => {
          expect(view(shuffled, now)).toEqual(view(entries, now));
        },
      ),
    );
  });

  it('two exchanges of the same hour may change numbers without changing a state', () => {
    const pair = fc.tuple(fc.constantFrom(...CHANNELS), fc.constantFrom(...EXCHANGE_OUTCOMES), fc.boolean());
    fc.assert(
      fc.property(pair, pair, day, (one, other, now) => {
        const make = (seq: number, [channel, what, hasFile]: typeof one) =>
          exchange(seq, channel, 1, { outcome: what, files: hasFile ? [file] : [], ...LETTER });
        const essence = (of: ChecklistView) => [
          of.next,
          of.missing,
          of.steps.map(({ state, doneAt, lastOutcome, waitUntil, declarativeOnly }) => [
            state,
            doneAt,
            lastOutcome,
            waitUntil,
            declarativeOnly,
          ]),
        ];
        expect(essence(view([BLOCKED, make(3, one), make(4, other)], now))).toEqual(
          essence(view([BLOCKED, make(3, other), make(4, one)], now)),
        );
      }),
    );
  });
});
