/** The journal's parts: pages and filters of the timeline, clock set back, week strip, typed confirmation, exchange form. */
// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Dossiers } from '@/components/journal/Dossiers';
import {
  type ExchangeDraft,
  ExchangeForm,
  MAX_FILE_BYTES,
  MAX_FILES,
  problemsOf,
} from '@/components/journal/ExchangeForm';
import { EMPTY_DRAFT } from '@/components/journal/exchange-draft';
import { routeOf } from '@/components/journal/JournalScreen';
import { Timeline } from '@/components/journal/Timeline';
import { clockSetBack, PAGE_SIZE, timelineDays, tombstones } from '@/components/journal/timeline-model';
import { SpeechProvider, typeset } from '@/components/text';
import type { StoredEntry } from '@/lib/journal/types';
import { translator } from '@/lib/locales';
import { DOSSIERS, ENTRIES, exampleBlob, LABELS, MARIAM } from './examples';

let root: HTMLElement;
const observed: Element[] = [];

beforeEach(() => {
  observed.length = 0;
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      private seen: (entries: { isIntersecting: boolean }[]) => void;
      constructor(seen: (entries: { isIntersecting: boolean }[]) => void) {
        this.seen = seen;
      }
      observe(element: Element): void {
        observed.push(element);
        this.seen([{ isIntersecting: true }]);
      }
      disconnect(): void {
        this.seen = () => undefined;
      }
    },
  );
  root = document.createElement('div');
  document.body.append(root);
});
afterEach(() => {
  void act(() => render(null, root));
  root.remove();
  vi.unstubAllGlobals();
});

function draw(children: preact.ComponentChildren): void {
  void act(() =>
    render(
      <SpeechProvider t={translator('fr')} locale="fr" labels={LABELS}>
        {children}
      </SpeechProvider>,
      root,
    ),
  );
}

/** `count` attempts, one an hour, the last on 21 November. */
function many(count: number): StoredEntry[] {
  const model = ENTRIES[1];
  if (model?.entry?.kind !== 'attempt') throw new Error('the second example is an attempt');
  const { entry } = model;
  return Array.from({ length: count }, (_, index) => {
    const utc = new Date(Date.parse('2026-11-21T17:00:00.000Z') - (count - 1 - index) * 3_600_000).toISOString();
    return {
      ...model,
      seq: index + 1,
      entry: { ...entry, seq: index + 1, at: { utc, offsetMinutes: 60, zone: 'Europe/Paris' } },
    };
  });
}

describe('timeline', () => {
  it('draws one page of 1,000 entries, newest first, and the next by a button', () => {
    draw(
      <Timeline
        entries={many(1_000)}
        clockBack={new Set()}
        removed={new Map()}
        loadBlob={exampleBlob}
        onOpen={() => undefined}
      />,
    );
    const numbers = [...root.querySelectorAll('[data-seq]')].map((item) => Number(item.getAttribute('data-seq')));
    expect(numbers).toHaveLength(PAGE_SIZE);
    expect(numbers.slice(0, 2)).toEqual([1_000, 999]);
    void act(() => root.querySelector<HTMLButtonElement>('[data-action="more"]')?.click());
    expect(root.querySelectorAll('[data-seq]')).toHaveLength(2 * PAGE_SIZE);
  });

  it('filters, and keeps what it cannot read under « all » and « others »', () => {
    const kinds = (filter: 'captures' | 'others' | 'exchanges'): (string | null)[] =>
      timelineDays(ENTRIES, filter, 100).days.flatMap((day) => day.entries.map((one) => one.entry?.kind ?? null));
    expect(new Set(kinds('captures'))).toEqual(new Set(['capture', 'capture-failed']));
    expect(new Set(kinds('exchanges'))).toEqual(new Set(['exchange', 'exchange-outcome']));
    expect(kinds('others').filter((kind) => kind === null)).toHaveLength(2);
  });

  it('opens an entry', () => {
    const onOpen = vi.fn();
    draw(
      <Timeline entries={ENTRIES} clockBack={new Set()} removed={new Map()} loadBlob={exampleBlob} onOpen={onOpen} />,
    );
    void act(() => root.querySelector<HTMLAnchorElement>('[data-seq="3"] a')?.click());
    expect(onOpen).toHaveBeenCalledWith(3);
  });

  it('releases each thumbnail when it leaves', async () => {
    const made = vi.spyOn(URL, 'createObjectURL').mockImplementation(() => 'blob:one');
    const released = vi.spyOn(URL, 'revokeObjectURL').mockImplementation(() => undefined);
    draw(
      <Timeline
        entries={ENTRIES}
        clockBack={new Set()}
        removed={tombstones(ENTRIES)}
        loadBlob={exampleBlob}
        onOpen={() => undefined}
      />,
    );
    await act(async () => {
      await new Promise((done) => setTimeout(done, 20));
    });
    expect(observed.length).toBe(2); // captures 3 and 5; the files of 9 were removed
    expect(made).toHaveBeenCalledTimes(2);
    void act(() => render(null, root));
    expect(released).toHaveBeenCalledTimes(2);
  });

  it('shows where the clock was set back', () => {
    expect([...clockSetBack(ENTRIES)]).toEqual([9]);
  });
});

describe('erasing', () => {
  it('asks for the alias, typed', () => {
    const onErase = vi.fn();
    draw(
      <Dossiers
        dossiers={DOSSIERS}
        active={MARIAM.id}
        onSwitch={() => undefined}
        onCreate={() => undefined}
        onErase={onErase}
      />,
    );
    void act(() => root.querySelector<HTMLButtonElement>('[data-action="erase"]')?.click());
    const form = root.querySelector<HTMLFormElement>('[data-form="erase"]');
    const field = form?.querySelector('input');
    if (!form || !field) throw new Error('no confirmation');
    const type = (text: string): void =>
      void act(() => {
        field.value = text;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      });
    const submit = (): void => void act(() => void form.dispatchEvent(new Event('submit', { cancelable: true })));
    type('mesange');
    submit();
    expect(onErase).not.toHaveBeenCalled();
    type(MARIAM.alias);
    submit();
    expect(onErase).toHaveBeenCalledWith(MARIAM.id);
  });
});

describe('exchange form', () => {
  const draft: ExchangeDraft = { ...EMPTY_DRAFT, channel: 'LRAR', day: '2026-11-20' };
  const file = (bytes: number): File => Object.defineProperty(new File([], 'a.pdf'), 'size', { value: bytes });

  it.each<[string, Partial<ExchangeDraft>, object]>([
    ['nothing wrong', {}, {}],
    ['no day', { day: '' }, { day: 'missing' }],
    ['tomorrow', { day: '2026-11-22' }, { day: 'future' }],
    ['a file just at the limit', { files: [file(MAX_FILE_BYTES)] }, {}],
    ['a file over the limit', { files: [file(MAX_FILE_BYTES + 1)] }, { files: 'too-large' }],
    ['too many files', { files: Array.from({ length: MAX_FILES + 1 }, () => file(1)) }, { files: 'too-many' }],
  ])('%s', (_name, change, problems) => {
    expect(problemsOf({ ...draft, ...change }, '2026-11-21')).toEqual(problems);
  });

  it('gives what was filled in, with the captures ticked', () => {
    const onSubmit = vi.fn();
    draw(
      <ExchangeForm
        purpose="exchange"
        today="2026-11-21"
        captures={[
          { seq: 5, label: 'a' },
          { seq: 3, label: 'b' },
        ]}
        initial={{ channel: 'PAN' }}
        busy={false}
        error={null}
        onSubmit={onSubmit}
        onCancel={() => undefined}
      />,
    );
    for (const box of root.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')) void act(() => box.click());
    void act(() => void root.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true })));
    expect(onSubmit).toHaveBeenCalledWith(
      expect.objectContaining({ channel: 'PAN', day: '2026-11-21', captures: [3, 5] }),
    );
  });

  it('says the file limit before choosing', () => {
    draw(
      <ExchangeForm
        purpose="exchange"
        today="2026-11-21"
        captures={[]}
        busy={false}
        error={null}
        onSubmit={() => undefined}
        onCancel={() => undefined}
      />,
    );
    const input = root.querySelector('input[type="file"]');
    expect(root.querySelector(`[id="${input?.getAttribute('aria-describedby')}"]`)?.textContent).toContain(
      '20\u00a0Mo',
    );
  });
});

describe('addresses and typography', () => {
  it.each([
    ['', { part: 'home' }],
    ['#/', { part: 'home' }],
    ['#/journal', { part: 'timeline' }],
    ['#/situation', { part: 'situation' }],
    ['#/etape/P1-account', { part: 'step', id: 'P1-account' }],
    ['#/etape/<b>', { part: 'home' }],
    ['#/export', { part: 'export' }],
    ['#/donnees', { part: 'data' }],
    ['#/piece/7', { part: 'entry', seq: 7 }],
    ['#/piece/x', { part: 'home' }],
    ['#/inconnu', { part: 'home' }],
  ])('%s', (hash, route) => {
    expect(routeOf(hash)).toEqual(route);
  });

  it('keeps French signs with their word', () => {
    expect(typeset('fr', '« Bon » : quoi ?')).toBe('«\u00a0Bon\u00a0»\u00a0: quoi\u00a0?');
    expect(typeset('en', 'So : what ?')).toBe('So : what ?');
  });
});
