/** The tracks other than T1: what proves each step, what does not, what comes next. */
import { describe, expect, it } from 'vitest';
import { computeChecklist } from '@/lib/domain/checklist';
import type { ChecklistView, StepView } from '@/lib/domain/checklist-types';
import type { Entry } from '@/lib/domain/entry';
import { momentAt } from '@/lib/domain/moment';
import { trackOf } from '@/lib/protocols';
import { WORKAROUND_CHOICES } from '@/lib/protocols/design-limitation/table';
import {
  answer,
  capture,
  captureOf,
  complement,
  DAY,
  exchange,
  exported,
  file,
  note,
  outcome,
  START,
  skipped,
  told,
  utc,
} from './checklist-support';

function view(track: string, entries: readonly Entry[], day = 1, options: { urgent?: boolean } = {}): ChecklistView {
  const table = trackOf(track);
  if (!table) throw new Error(`no track ${track}`);
  return computeChecklist(table, entries, { now: START + day * DAY, ...options });
}
function step(track: string, entries: readonly Entry[], id: string, day = 1): StepView {
  const found = view(track, entries, day).steps.find((one) => one.id === id);
  if (!found) throw new Error(`no step ${id}`);
  return found;
}
const LETTER = { reference: '1A 000 000 0000 0' };
const ids = (of: ChecklistView): string[] => of.steps.map((one) => one.id);
const request = { notifiedOn: '2026-11-01', items: [{ id: '1', label: 'Relevé', problem: 'missing' as const }] };

describe('exchanges received', () => {
  it('are no sendings, and may answer', () => {
    const received = exchange(3, 'CCC_MAIL', 1, { direction: 'received' });
    expect(step('T1', [capture(2, 'blocked'), received], 'S2')).toMatchObject({
      state: 'todo',
      proof: [],
      declared: [],
    });
    const answered = exchange(4, 'PREF_MAIL', 2, { direction: 'received', outcome: 'INVITED' });
    expect(step('T1', [answered], 'S5', 3)).toMatchObject({ state: 'answered', doneAt: utc(2) });
    expect(view('T1', [answered], 3).substitution.invitedByPrefecture).toBe(4);
  });

  it('a receipt moves the wait of a letter, and answers nothing', () => {
    const sent = [
      capture(2, 'blocked'),
      exchange(3, 'CCC_FORM'),
      exchange(4, 'LRAR', 8, LETTER),
      exchange(5, 'PREF_MAIL', 8),
    ];
    expect(step('T1', sent, 'S4', 9)).toMatchObject({ state: 'waiting', waitUntil: utc(23) });
    const delivered = outcome(6, 4, 'NONE', 12, { milestone: 'delivered' });
    expect(step('T1', [...sent, delivered], 'S4', 13)).toMatchObject({ state: 'waiting', waitUntil: utc(27) });
    const refused = outcome(7, 4, 'REFUSED', 10);
    expect(step('T1', [...sent, refused, delivered], 'S4', 13)).toMatchObject({
      state: 'answered',
      lastOutcome: 'REFUSED',
    });
  });

  it('waits can be set otherwise, and urgency comes from what the dossier says', () => {
    const table = trackOf('T1');
    const entries = [capture(2, 'blocked'), exchange(3, 'CCC_FORM')];
    const s2 = (more: Entry[], waits = {}) =>
      table && computeChecklist(table, [...entries, ...more], { now: START + DAY, waits }).steps[1]?.waitUntil;
    expect(s2([])).toBe(utc(7));
    expect(s2([], { S2: { days: 3, urgentDays: 1 } })).toBe(utc(3));
    expect(s2([told(4, { urgency: ['job'] })])).toBe(utc(2));
    expect(s2([told(4, { dates: { titleExpiry: '2026-11-20' } })])).toBe(utc(2));
  });
});

describe('T2, a design limitation', () => {
  it('offers the workarounds of the chosen blockages, each a recorded choice, and never waits for them', () => {
    const parts = (codes: string[]) => step('T2', [told(1, { blockages: codes })], 'W').parts.map((part) => part.id);
    expect(parts(['A2'])).toEqual(['W2-letter']);
    expect(parts(['A1'])).toEqual(['W1-one-ground', 'W1-wait', 'W1-second-account']);
    const shown = [told(1, { blockages: ['A1'] }), capture(2, 'step'), note(3, 'le choix manque', 2)];
    expect(view('T2', shown)).toMatchObject({ next: 'S2', missing: ['S2', 'S4'] });
    for (const choice of WORKAROUND_CHOICES) {
      const chosen = step('T2', [...shown, answer(4, 'W1-wait', choice, 1)], 'W');
      expect(chosen).toMatchObject({ state: 'done', proof: [4], declarativeOnly: true, mandatory: false });
    }
    expect(step('T2', [...shown, answer(4, 'W1-wait', 'tried', 1, { captures: [2] })], 'W')).toMatchObject({
      proof: [2, 4],
      declarativeOnly: false,
    });
  });
});

describe('T3, the attestation de prolongation', () => {
  const checks = ['P0-anef', 'P0-pieces', 'P0-window', 'P0-expired'].map((id, index) =>
    answer(10 + index, id, 'unknown'),
  );
  const expired = told(1, { blockages: ['C-API-1'], dates: { titleExpiry: '2026-11-03' } }); // the day after START
  const filing = captureOf(20, 'anef/confirmation', 'confirmation', -60);
  const document = answer(21, 'P1-document', 'have');

  it('asks first, and takes « je ne sais pas » for an answer', () => {
    expect(view('T3', [expired]).next).toBe('P0');
    expect(step('T3', [expired, ...checks.slice(1)], 'P0').state).toBe('todo');
    expect(step('T3', [expired, ...checks], 'P0')).toMatchObject({ state: 'done', declarativeOnly: true });
  });

  it('wants the picture of the account to be later than the end of the document', () => {
    const account = (day: number) => captureOf(22, 'anef/notifications', 'step', day);
    const all = [expired, ...checks, filing, document];
    expect(step('T3', [...all, account(1)], 'P1', 5)).toMatchObject({ state: 'todo', declared: [22] });
    expect(step('T3', [...all, account(2)], 'P1', 5)).toMatchObject({ state: 'done', doneAt: utc(2) });
    const noDate = [told(1, { blockages: ['C-API-1'] }), ...checks, filing, document, account(2)];
    expect(step('T3', noDate, 'P1', 5)).toMatchObject({ state: 'todo', declared: [22] });
    // The later of the two documents counts.
    const attestation = told(2, { dates: { attestationEnd: '2026-11-10' } });
    expect(step('T3', [...all, attestation, account(2)], 'P1', 9).state).toBe('todo');
    expect(step('T3', [...all, attestation, account(9)], 'P1', 10).state).toBe('done');
  });

  it.each<[string, string[]]>([
    ['C-API-1', ['P1-filing', 'P1-document', 'P1-account']],
    ['C-API-2', ['P1-filing', 'P1-document', 'P1-last', 'P1-account']],
    ['C-API-3', ['P1-filing', 'P1-document', 'P1-last', 'P1-title']],
    ['C-API-4', ['P1-filing', 'P1-document', 'P1-third-party']],
  ])('for %s asks for its own evidence', (code, parts) => {
    expect(step('T3', [told(1, { blockages: [code] })], 'P1').parts.map((part) => part.id)).toEqual(parts);
  });

  it('needs the mail and the letter, in any order with the local channel and the CCC', () => {
    const before = [expired, ...checks, filing, document, captureOf(22, 'anef/notifications', 'step', 2)];
    expect(view('T3', before, 3)).toMatchObject({ next: 'P2', missing: ['P2'] });
    const letter = exchange(30, 'LRAR', 3, LETTER);
    expect(view('T3', [...before, letter, exchange(31, 'OTHER', 3), exchange(32, 'CCC_FORM', 3)], 4).missing).toEqual([
      'P2',
    ]);
    const done = view('T3', [...before, letter, exchange(33, 'PREF_MAIL', 4)], 5, { urgent: false });
    expect(done).toMatchObject({ next: null, missing: [] });
    expect(done.steps.find((one) => one.id === 'P2')).toMatchObject({ state: 'waiting', doneAt: utc(4) });
  });
});

describe('T3b, the récépissé', () => {
  it('takes the page shown after sending, or a skip with its reason', () => {
    const before = [
      answer(1, 'Q0-outside', 'yes'),
      answer(2, 'Q0-pieces', 'no'),
      answer(3, 'Q1-filing', 'have', 0, { files: [file] }),
      answer(4, 'Q1-document', 'have'),
    ];
    expect(view('T3b', before)).toMatchObject({ next: 'Q2', missing: ['Q2', 'Q3'] });
    expect(step('T3b', [...before, captureOf(5, 'contacts-demarches/sent', 'confirmation')], 'Q2')).toMatchObject({
      state: 'waiting',
    });
    expect(view('T3b', [...before, skipped(5, 'Q2')], 9).next).toBe('Q3');
    expect(step('T3b', [answer(3, 'Q1-filing', 'have')], 'Q1')).toMatchObject({ state: 'todo', declared: [3] });
  });
});

describe('T4, complement requests', () => {
  const shown = captureOf(2, 'anef/complement-request', 'notice');
  const sent = captureOf(3, 'anef/complement-answered', 'confirmation', 1);

  it('goes from the dates to the documents to the sending', () => {
    expect(view('T4', []).next).toBe('K1');
    const open = complement(4, 'a', request);
    expect(view('T4', [shown, open])).toMatchObject({ next: 'K3', missing: ['K3', 'K4'] });
    const items = [
      { ...request.items[0], id: '1', label: 'Relevé', problem: 'missing' as const, answer: 'cannot' as const },
    ];
    const decided = complement(5, 'a', { ...request, items });
    expect(view('T4', [shown, open, decided])).toMatchObject({ next: 'K4', missing: ['K4'] });
    const on = momentAt(START + DAY);
    const said = complement(6, 'a', { ...request, items, sent: { on, precision: 'minute', files: [], captures: [] } });
    expect(step('T4', [shown, said], 'K4')).toMatchObject({ state: 'todo', declared: [6], declarativeOnly: true });
    const proven = complement(6, 'a', {
      ...request,
      items,
      sent: { on, precision: 'minute', files: [], captures: [3] },
    });
    expect(step('T4', [shown, sent, proven], 'K4')).toMatchObject({ state: 'done', doneAt: utc(1), proof: [3, 6] });
    // A second request opens the steps again.
    expect(view('T4', [shown, sent, proven, complement(7, 'b', request)], 2).missing).toEqual(['K3', 'K4']);
  });

  it('asks for a letter as well when the slot is blocked', () => {
    const entries = [shown, complement(4, 'a', { notifiedOn: '2026-11-01' })];
    expect(ids(view('T4', entries))).not.toContain('K6');
    expect(view('T4', [...entries, answer(5, 'K5', 'blocked')]).missing).toContain('K6');
    expect(ids(view('T4', [...entries, answer(5, 'K5', 'blocked'), answer(6, 'K5', 'works')]))).not.toContain('K6');
  });
});

describe('T5, a closure', () => {
  it.each<[string, string[]]>([
    ['yes', ['Z4a', 'Z6']],
    ['no', ['Z4b', 'Z6']],
    ['unknown', ['Z4c']],
  ])('leads by what the person says of the document: %s', (choice, expected) => {
    const own = ids(view('T5', [answer(1, 'Z3', choice)])).filter((id) => /^Z4|^Z6/.test(id));
    expect(own).toEqual(expected);
  });

  it('keeps the notice and the list first, and judges nothing', () => {
    expect(view('T5', [])).toMatchObject({ next: 'Z1', missing: ['Z1', 'Z2', 'Z3'] });
    const kept = [captureOf(1, 'anef/closure', 'refused'), captureOf(2, 'anef/notifications', 'step')];
    expect(view('T5', [...kept, answer(3, 'Z2', 'none'), answer(4, 'Z3', 'unknown')])).toMatchObject({
      next: 'Z4c',
    });
    expect(view('T5', [...kept, answer(3, 'Z2', 'none'), answer(4, 'Z3', 'unknown'), exported(5)])).toMatchObject({
      next: null,
      missing: [],
    });
  });
});

describe('T6, no slot', () => {
  const page = [captureOf(1, 'prefecture/foreigners-page', 'info')];

  it('takes one attempt for done, and shows the spread as a mark of ours', () => {
    const attempts = [0, 8, 16, 21].map((day, index) => capture(10 + index, 'blocked', day));
    const spread = (entries: Entry[], day: number) => step('T6', entries, 'R2', day).parts[0];
    expect(view('T6', [...page, ...attempts.slice(0, 1)], 1)).toMatchObject({ next: 'R3', missing: ['R3', 'R4'] });
    expect(spread(attempts.slice(0, 3), 17)).toMatchObject({ doneAt: null, optional: true });
    expect(spread(attempts, 22)).toMatchObject({ doneAt: utc(21), proof: [10, 11, 12, 13] });
    // The four captures of one week of CE 435594 do not reach it.
    expect(
      spread(
        [0, 1, 3, 5].map((day, index) => capture(10 + index, 'blocked', day)),
        30,
      )?.doneAt,
    ).toBeNull();
  });

  it('waits after the mail, then asks for the letter; urgent, at once', () => {
    const entries = [...page, capture(10, 'blocked'), exchange(11, 'PREF_MAIL', 1)];
    expect(view('T6', entries, 2).next).toBeNull();
    expect(view('T6', entries, 2, { urgent: true }).next).toBe('R4');
    expect(view('T6', entries, 9).next).toBe('R4');
    expect(view('T6', [...entries, exchange(12, 'LRAR', 9, LETTER)], 10)).toMatchObject({ next: null, missing: [] });
  });
});

describe('T7, a silent démarche numérique', () => {
  it('keeps the dossier, writes a message, then to the préfecture', () => {
    const kept = [
      answer(1, 'N0', 'unknown'),
      answer(2, 'N1-pdf', 'have', 0, { files: [file] }),
      captureOf(3, 'demarche-numerique/merci', 'confirmation'),
      captureOf(4, 'demarche-numerique/filed', 'step'),
    ];
    expect(view('T7', kept.slice(0, 3)).next).toBe('N1');
    expect(view('T7', kept)).toMatchObject({ next: 'N2', missing: ['N2', 'N3'] });
    const message = exchange(5, 'DN_MSG', 1);
    expect(step('T7', [...kept, message], 'N2', 2)).toMatchObject({ state: 'waiting', waitUntil: utc(31) });
    expect(view('T7', [...kept, message], 31).next).toBe('N3');
    expect(step('T7', [...kept, message], 'N4', 2).state).toBe('todo');
    expect(step('T7', [...kept, told(6, { dates: { filedOn: '2026-10-01' } })], 'N4', 2).state).toBe('done');
  });
});

describe('T0', () => {
  it('is done when each thing was asked, whatever was answered', () => {
    const facts = told(1, {
      stops: [],
      title: 'x',
      regime: 'UNKNOWN',
      filed: 'unknown',
      urgency: [],
      blockages: ['B1'],
    });
    expect(view('T0', [facts])).toMatchObject({ next: null, missing: [] });
    expect(view('T0', []).next).toBe('T0-stops');
  });
});
