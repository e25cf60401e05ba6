/** The follow-up's screens: strip, gauge, dates, complement requests, questions, and what an exchange asks. */
// @vitest-environment happy-dom
import fc from 'fast-check';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ComplementPart, type ComplementPartProps } from '@/components/follow-up/ComplementPart';
import {
  addItems,
  changeItem,
  complementProblems,
  draftOf,
  itemsOf,
  lacksOf,
  moveItem,
  newRequest,
  removeItem,
} from '@/components/follow-up/complement-draft';
import { GaugePanel } from '@/components/follow-up/GaugePanel';
import { onScale, timeLine } from '@/components/follow-up/picture';
import { QuestionPart } from '@/components/follow-up/QuestionForm';
import { Reminders } from '@/components/follow-up/Reminders';
import { WeekStrip } from '@/components/follow-up/WeekStrip';
import { ExchangeForm } from '@/components/journal/ExchangeForm';
import { CCC_NUMBER, EMPTY_DRAFT, type ExchangeDraft, problemsOf } from '@/components/journal/exchange-draft';
import { SpeechProvider } from '@/components/text';
import { complementState, readComplements } from '@/lib/domain/checklist-complement';
import type { Entry } from '@/lib/domain/entry';
import { readGauge } from '@/lib/domain/gauge';
import { compareCaptures } from '@/lib/domain/gauge-compare';
import { translator } from '@/lib/locales';
import { dossierDues, duesBy, type TrackDue } from '@/lib/protocols/dues';
import { JUDGED_FILES } from '@/lib/protocols/judged-files';
import { capture, entry, exchange, logged, told } from '../domain/checklist-support';
import { LABELS } from './examples';

let root: HTMLElement;
beforeEach(() => {
  root = document.createElement('div');
  document.body.append(root);
});
afterEach(() => {
  render(null, root);
  root.remove();
});

function draw(what: preact.ComponentChildren): void {
  void act(() =>
    render(
      <SpeechProvider t={translator('fr')} locale="fr" labels={LABELS}>
        {what}
      </SpeechProvider>,
      root,
    ),
  );
}
const find = <T extends HTMLElement>(selector: string): T => {
  const found = root.querySelector<T>(selector);
  if (!found) throw new Error(`nothing at ${selector}`);
  return found;
};
const click = (selector: string): void => void act(() => find(selector).click());
/** Chooses files in a picker, or leaves it without. */
const give = (selector: string, files: readonly File[]): void =>
  void act(() => {
    const field = find<HTMLInputElement>(selector);
    Object.defineProperty(field, 'files', { value: files, configurable: true });
    field.dispatchEvent(new Event('change', { bubbles: true }));
  });
const type = (selector: string, text: string): void =>
  void act(() => {
    const field = find<HTMLInputElement>(selector);
    field.value = text;
    field.dispatchEvent(new Event(field.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }));
  });
const submit = (): void =>
  void act(() => void find('form').dispatchEvent(new Event('submit', { cancelable: true, bubbles: true })));
const text = (selector: string): string => (find(selector).textContent ?? '').replaceAll('\u00a0', ' ');

/** Four captures on three days, a letter, a try noted alone. */
const TRIES: readonly Entry[] = [
  capture(1, 'blocked', 0),
  capture(2, 'blocked', 1),
  capture(3, 'blocked', 1),
  capture(4, 'blocked', 20),
  logged(5, 'blocked', 2),
  exchange(6, 'LRAR', 3),
];

describe('the strip', () => {
  it('draws the gauge’s own 7-day periods, with numbers, and says each day in words', () => {
    draw(<WeekStrip gauge={readGauge(TRIES)} />);
    const rows = [...root.querySelectorAll('tbody tr')];
    expect(rows).toHaveLength(3);
    expect(rows.map((row) => row.querySelectorAll('td').length)).toEqual([7, 7, 7]);
    expect(text('[data-day="2026-11-03"]')).toContain('2 captures');
    expect(find('[data-day="2026-11-04"]').className).toContain('strip-noted');
    expect(text('[data-day="2026-11-04"]')).toContain('aucune capture, 1 tentative notée');
    expect(text('[data-day="2026-11-05"]')).toBe('·');
  });

  it('keeps the last lines in sight, the earlier ones one click away', () => {
    draw(<WeekStrip gauge={readGauge([capture(1, 'blocked', 0), capture(2, 'blocked', 100)])} />);
    expect(root.querySelectorAll('details tbody tr').length).toBe(7);
    expect(root.querySelectorAll('tbody tr').length).toBe(15);
  });
});

describe('the gauge', () => {
  const panel = (entries: readonly Entry[]): void => {
    const gauge = readGauge(entries);
    const comparison = compareCaptures(gauge.captures, JUDGED_FILES);
    draw(
      <GaugePanel
        gauge={gauge}
        comparison={comparison}
        files={JUDGED_FILES}
        sentences={['Une phrase.']}
        fileText={(id) => `dossier ${id}`}
      />,
    );
  };

  it('shows figures, silences, channels, marks as marks, and the nearer file', () => {
    panel(TRIES);
    expect(text('[data-figure="captures"]')).toMatch(/^4 captures/);
    expect(text('[data-figure="days"]')).toMatch(/^3 jours différents/);
    expect(text('[data-mark="spanDays"]')).toContain('20 (repère : 21)');
    expect(text('[data-gauge]')).toContain('les juges apprécient au cas par cas');
    expect(text('[data-contact="LRAR"]')).toContain('1 envoi');
    expect(find('[data-closer]').dataset['closer']).toBe('CE-435594');
    expect(text('[data-gauge]')).toMatch(/à vérifier avec un avocat ou une association/);
  });

  it('compares nothing without a capture', () => {
    panel([exchange(1, 'LRAR', 3)]);
    expect(root.querySelector('[data-closer], [data-mark]')).toBeNull();
    expect(text('[data-gauge]')).toContain('Aucune capture datée');
  });

  it('places everything between the two ends', () => {
    const line = timeLine(readGauge(TRIES));
    expect(line?.captures.map(({ at }) => Math.round(at))).toEqual([0, 5, 100]);
    expect(line?.captures.map(({ count }) => count)).toEqual([1, 2, 1]);
    expect(line?.silences).toHaveLength(1);
    expect(timeLine(readGauge([]))).toBeNull();
    fc.assert(
      fc.property(fc.array(fc.nat(10_000), { minLength: 1 }), (values) => {
        const places = onScale(values);
        for (const place of places) expect(place >= 0 && place <= 100).toBe(true);
        for (const [index, value] of values.entries())
          for (const [other, another] of values.entries())
            if (value < another) expect(places[index] ?? 0).toBeLessThan(places[other] ?? 0);
      }),
    );
  });
});

const due = (over: Partial<TrackDue>): TrackDue => ({
  id: 'S4.wait',
  track: 'T1',
  step: 'S4',
  kind: 'wait',
  on: '2026-11-20',
  basis: 'practical',
  over: false,
  ...over,
});

describe('the dates', () => {
  const request = entry(2, 'complement', {
    request: 'Demande 1',
    notifiedOn: '2026-11-01',
    items: [],
    files: [],
    captures: [],
  });

  it('says what each rests on, that one is past, and offers the calendar', () => {
    const onCalendar = vi.fn();
    draw(
      <Reminders
        dues={[due({ over: true }), due({ id: 'x', kind: 'deadline', on: '2026-12-01', basis: 'message' })]}
        today="2026-11-22"
        onCalendar={onCalendar}
      />,
    );
    expect([...root.querySelectorAll('[data-due]')].map((one) => one.className)).toEqual(['due due-now', 'due']);
    expect(text('[data-due="S4.wait"]')).toContain('repère pratique');
    expect(text('[data-due="x"]')).toContain('dit par le message de l’ANEF');
    click('[data-action="calendar"]');
    expect(onCalendar).toHaveBeenCalledOnce();
  });

  it('offers no calendar when every day is past', () => {
    draw(<Reminders dues={[due({ over: true })]} today="2026-11-22" onCalendar={() => undefined} />);
    expect(root.querySelector('[data-action="calendar"]')).toBeNull();
  });

  it('keep a complement request after a change of track, once, in order', () => {
    const now = Date.parse('2026-11-22T10:00:00Z');
    const on = (track: string) => dossierDues([told(1, { track }), request], { now });
    for (const track of ['T1', 'T4']) {
      const dues = on(track);
      expect(dues.filter((one) => one.kind === 'deadline').map((one) => [one.track, one.on])).toEqual([
        ['T4', '2026-12-01'],
      ]);
      expect(dues.map((one) => one.on)).toEqual(dues.map((one) => one.on).toSorted());
    }
    expect(duesBy(on('T1'), '2026-11-23')).toEqual([]);
    expect(duesBy(on('T1'), '2026-11-24').map((one) => one.daysBefore)).toEqual([7]);
  });
});

describe('a complement request, while it is filled in', () => {
  const labels = fc.array(fc.string({ minLength: 1, maxLength: 8 }), { maxLength: 12 });
  const filled = (names: readonly string[]) =>
    addItems(
      newRequest('R'),
      names.map((label) => ({ label, problem: 'missing' as const })),
    );

  it('never gives two documents the same name of ours, whatever was taken away', () => {
    fc.assert(
      fc.property(labels, labels, fc.nat(), (first, then, place) => {
        const before = filled(first);
        const gone = before.items[place % Math.max(1, before.items.length)];
        const after = addItems(
          gone ? removeItem(before, gone.id) : before,
          then.map((label) => ({ label, problem: 'other' })),
        );
        expect(new Set(after.items.map((item) => item.id)).size).toBe(after.items.length);
      }),
    );
  });

  it('moves one place, back again, and loses nothing', () => {
    fc.assert(
      fc.property(labels, fc.nat(), fc.constantFrom(-1 as const, 1 as const), (names, place, by) => {
        const draft = filled(names);
        const item = draft.items[place % Math.max(1, names.length)];
        fc.pre(item !== undefined);
        const moved = moveItem(draft, item?.id ?? '', by);
        expect(moved.items.toSorted((a, b) => a.id.localeCompare(b.id))).toEqual(
          draft.items.toSorted((a, b) => a.id.localeCompare(b.id)),
        );
        if (moved !== draft) expect(moveItem(moved, item?.id ?? '', by === 1 ? -1 : 1)).toEqual(draft);
      }),
    );
  });

  it('is written whole again as it was', () => {
    const data = {
      request: 'R',
      notifiedOn: '2026-01-15',
      readOn: null,
      items: [
        { id: 'item-1', label: 'Relevés', problem: 'mismatch' as const, answer: 'cannot' as const, words: 'x' },
        {
          ...{ id: 'item-2', label: 'Passeport', problem: 'missing' as const },
          file: { name: 'passeport.pdf', bytes: 3, sha256: 'b'.repeat(64) },
        },
      ],
      files: [{ sha256: 'a'.repeat(64), bytes: 1, type: 't', name: 'n' }],
      captures: [3],
    };
    const draft = draftOf(data, () => ({ day: '', time: '' }), false);
    expect(itemsOf(draft)).toEqual(data.items);
    expect(draft).toMatchObject({ kept: data.files, captures: [3], isNew: false, sent: null });
    expect(draftOf(data, () => ({ day: '', time: '' }), true).kept).toEqual([]);
  });

  it('says what stops it', () => {
    const draft = { ...addItems(newRequest(' '), [{ label: ' ', problem: 'missing' }]), readOn: '2026-11-23' };
    expect(complementProblems(draft, [], '2026-11-22')).toEqual({
      name: 'missing',
      readOn: 'future',
      items: ['item-1'],
    });
    expect(complementProblems(newRequest('A'), ['A'], '2026-11-22')).toEqual({ name: 'taken' });
    const one = addItems(newRequest('A'), [{ label: 'Passeport', problem: 'missing' }]);
    const large = new File([new Uint8Array(20_000_001)], 'passeport.pdf');
    expect(complementProblems(changeItem(one, 'item-1', { file: large }), [], '2026-11-22')).toEqual({
      itemFiles: ['item-1'],
    });
  });
});

describe('what a request lacks', () => {
  const told30 = (sent?: object): Entry =>
    entry(9, 'complement', {
      request: 'R',
      notifiedOn: '2026-01-15',
      readOn: '2026-01-16',
      items: [{ id: 'item-1', label: 'x', problem: 'missing', ...(sent ? { answer: 'provide' } : {}) }],
      files: [],
      captures: [],
      ...(sent ? { sent: { on: capture(1, null).at, precision: 'day', files: [], captures: [], ...sent } } : {}),
    } as never);
  const lacks = (entries: readonly Entry[], today: string) => {
    const [fact] = readComplements(entries);
    if (!fact) throw new Error('no request');
    return lacksOf(fact, entries, today);
  };
  const shown = (page: string, outcome: 'confirmation' | 'step'): Entry =>
    capture(3, outcome, 0, { page: { site: 'anef', page, outcome } });

  it('is nothing weeks before', () => expect(lacks([told30()], '2026-01-30')).toBeNull());

  it('on the last day: the decision, the sending, the capture of the confirmation', () => {
    expect(lacks([told30()], '2026-02-14')).toEqual({ when: 'last-day', items: 1, what: ['sent', 'proof'] });
    expect(lacks([told30({})], '2026-02-14')).toEqual({ when: 'last-day', items: 0, what: ['proof'] });
    expect(lacks([told30({ captures: [3] }), shown('wizard', 'step')], '2026-02-14')).toMatchObject({
      what: ['unrecognised'],
    });
    expect(lacks([told30({ captures: [3] }), shown('confirmation', 'confirmation')], '2026-02-14')).toBeNull();
    expect(lacks([told30()], '2026-02-15')).toMatchObject({ when: 'over' });
  });

  const props: ComplementPartProps = {
    requests: [],
    fresh: newRequest,
    today: '2026-02-14',
    captures: [],
    readDays: [{ name: 'notifiedOn', value: '2026-01-15', seq: 4 }],
    readItems: [{ seq: 4, items: [{ label: 'Relevés de notes', problem: 'missing' }] }],
    busy: false,
    error: null,
    onLeave: () => undefined,
    onSubmit: () => undefined,
  };

  it('is said on the screen, never that it is in time', () => {
    const entries = [told30()];
    const [fact] = readComplements(entries);
    if (!fact || entries[0]?.kind !== 'complement') throw new Error('no request');
    const now = Date.parse('2026-02-14T20:00:00Z');
    draw(
      <ComplementPart
        {...props}
        requests={[
          {
            fact,
            state: complementState(fact, now, 'Europe/Paris'),
            lacks: lacksOf(fact, entries, '2026-02-14'),
            draft: draftOf(entries[0].data, () => ({ day: '', time: '' }), false),
          },
        ]}
      />,
    );
    expect(text('[data-banner="complement-lacks"]')).toContain('C’est le dernier jour que compte le carnet');
    expect(text('[data-complements]')).not.toMatch(/à temps|dans les temps/);
  });

  it('proposes what pages showed, fills in nothing by itself, and keeps the earlier day', () => {
    const onSubmit = vi.fn();
    draw(<ComplementPart {...props} onSubmit={onSubmit} />);
    click('[data-action="add-complement"]');
    expect(find<HTMLInputElement>('[data-day="notifiedOn"]').value).toBe('');
    expect(root.querySelectorAll('[data-item]')).toHaveLength(0);
    click('[data-action="use-notifiedOn"]');
    type('[data-day="readOn"]', '2026-01-20');
    expect(find('[data-keep]').dataset['keep']).toBe('2026-02-14');
    expect(text('[data-keep]')).toContain('30 jours depuis la lecture : jeudi 19 février 2026');
    click('[data-action="use-items"]');
    click('[data-action="add-item"]');
    submit();
    expect(onSubmit, 'the second document has no name').not.toHaveBeenCalled();
    click('[data-item="item-2"] [data-action="item-up"]');
    expect([...root.querySelectorAll<HTMLElement>('[data-item]')].map((one) => one.dataset['item'])).toEqual([
      'item-2',
      'item-1',
    ]);
    click('[data-item="item-2"] [data-action="item-remove"]');
    give('[data-item="item-1"] [data-field="slot-file"]', [new File(['x'.repeat(10_000_001)], 'releves.pdf')]);
    expect(text('[data-slot-file="releves.pdf"]')).toContain('Il dépasse les 10 Mo du message de l’ANEF.');
    give('[data-item="item-1"] [data-field="slot-file"]', []);
    expect(root.querySelector('[data-slot-file]')).toBeNull();
    const slot = new File(['vu'], 'releves.pdf');
    give('[data-item="item-1"] [data-field="slot-file"]', [slot]);
    type('[data-item="item-1"] [data-field="answer"]', 'already-sent');
    submit();
    expect(onSubmit.mock.calls[0]?.[0]).toMatchObject({
      request: 'Demande 1',
      notifiedOn: '2026-01-15',
      readOn: '2026-01-20',
      items: [{ label: 'Relevés de notes', answer: 'already-sent', file: slot }],
      sent: null,
    });
  });
});

describe('a question of a table', () => {
  it('wants a choice, gives choice, words and captures, shows the last answer in words', () => {
    const onSubmit = vi.fn();
    draw(
      <QuestionPart
        question="Z3"
        label="La pièce demandée était-elle obligatoire ?"
        choices={['yes', 'no', 'unknown']}
        answered={{ seq: 7, on: '2026-11-20', choice: 'unknown', words: 'Je crois que non.' }}
        captures={[{ seq: 4, label: 'a' }]}
        open
        busy={false}
        error={null}
        onOpen={() => undefined}
        onCancel={() => undefined}
        onSubmit={onSubmit}
      />,
    );
    expect(text('[data-answered]')).toContain('P-0007');
    expect(text('[data-answered]')).toContain('choix unknown');
    submit();
    expect(onSubmit).not.toHaveBeenCalled();
    expect(text('form')).toContain('Choisissez une réponse.');
    void act(() => root.querySelectorAll<HTMLInputElement>('input[type="radio"]')[1]?.click());
    click('input[type="checkbox"]');
    submit();
    expect(onSubmit).toHaveBeenCalledWith({ choice: 'no', words: '', files: [], captures: [4] });
  });
});

describe('what an exchange asks', () => {
  const today = '2026-11-22';
  const draft: ExchangeDraft = { ...EMPTY_DRAFT, day: today, channel: 'CCC_PHONE' };
  const form = (initial: Partial<ExchangeDraft>, purpose: 'exchange' | 'outcome' = 'exchange') => {
    const onSubmit = vi.fn();
    draw(
      <ExchangeForm
        purpose={purpose}
        today={today}
        captures={[]}
        read={[{ value: '9403202504090442747', seq: 7, name: 'dossierNumber' }]}
        initial={initial}
        busy={false}
        error={null}
        onSubmit={onSubmit}
        onCancel={() => undefined}
      />,
    );
    return onSubmit;
  };

  it('a call without a sheet may be noted; one told in part wants its end', () => {
    expect(problemsOf(draft, today)).toEqual({});
    const call = { number: CCC_NUMBER, end: '' as const, minutes: '25', agent: '' };
    expect(problemsOf({ ...draft, call }, today)).toEqual({ end: 'missing' });
    expect(problemsOf({ ...draft, call: { ...call, end: 'cut', minutes: '25 min' } }, today)).toEqual({
      minutes: 'wrong',
    });
    expect(problemsOf({ ...draft, channel: 'PAN', call }, today)).toEqual({});
  });

  it('a call: the number is proposed, no recording is said', () => {
    form({ channel: 'CCC_PHONE' });
    expect(find<HTMLInputElement>('[data-call-sheet] input').value).toBe(CCC_NUMBER);
    expect(text('[data-call-sheet]')).toContain('Pas d’enregistrement d’appel');
  });

  it('what a page showed is proposed with its line, and taken over by a click only', () => {
    const onSubmit = form({});
    expect(find<HTMLInputElement>('input[maxlength="200"]').value).toBe('');
    expect(text('[data-action="use-read"]')).toContain('lu sur P-0007');
    click('[data-action="use-read"]');
    expect(text('[data-look-again]')).toContain('9 avril 2025. Est-ce le jour de votre dépôt ?');
    submit();
    expect(onSubmit.mock.calls[0]?.[0]).toMatchObject({ reference: '9403202504090442747' });
  });

  it('a letter’s number is looked at, never refused, and nothing opens a tracking page', () => {
    const onSubmit = form({ channel: 'LRAR' });
    type('input[maxlength="200"]', 'RBI23456785GB');
    expect(text('[data-look-again]')).toContain('RB123456785GB');
    expect(root.querySelector('a')).toBeNull();
    submit();
    expect(onSubmit.mock.calls[0]?.[0]).toMatchObject({ reference: 'RBI23456785GB' });
  });

  it('the receipt of a letter is a day of its own and no answer', () => {
    const onSubmit = form({ channel: 'LRAR' }, 'outcome');
    void act(() => root.querySelectorAll<HTMLInputElement>('input[name="outcome"]')[5]?.click());
    void act(() => root.querySelectorAll<HTMLInputElement>('input[name="milestone"]')[1]?.click());
    expect(root.querySelector('input[name="outcome"]')).toBeNull();
    submit();
    expect(onSubmit.mock.calls[0]?.[0]).toMatchObject({ milestone: 'delivered', outcome: 'NONE' });
  });

  it('an automatic reply is called a sending, never an answer', () => {
    form({});
    expect(text('form')).toContain('Accusé de réception automatique (montre l’envoi, n’est pas une réponse)');
  });
});
