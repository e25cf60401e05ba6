/** Masking on the screen: boxes by keyboard and by numbers, what is said, what is saved; the copy first in the entry and the timeline. */
// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EntryView } from '@/components/entry/EntryView';
import { routeOf } from '@/components/journal/JournalScreen';
import { Timeline } from '@/components/journal/Timeline';
import { boxInView, draw, keyed, moved, resized, startDrawing } from '@/components/redact/boxes-model';
import { type RedactDraft, RedactScreen, type RedactScreenProps } from '@/components/redact/RedactScreen';
import { SpeechProvider } from '@/components/text';
import type { Entry, EntryOf } from '@/lib/domain/entry';
import { contains } from '@/lib/domain/redact';
import type { StoredEntry } from '@/lib/journal/types';
import { translator } from '@/lib/locales';
import { ENTRIES, exampleBlob, LABELS } from './examples';

const SIZE = { width: 400, height: 300 };
const BOX = { x: 100, y: 50, width: 60, height: 40 };
let root: HTMLElement;

beforeEach(() => {
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      private readonly seen: (entries: { isIntersecting: boolean }[]) => void;
      constructor(seen: (entries: { isIntersecting: boolean }[]) => void) {
        this.seen = seen;
      }
      observe(): void {
        this.seen([{ isIntersecting: true }]);
      }
      disconnect(): void {
        this.seen([{ isIntersecting: false }]);
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

function show(children: preact.ComponentChildren): void {
  void act(() =>
    render(
      <SpeechProvider t={translator('fr')} locale="fr" labels={LABELS}>
        {children}
      </SpeechProvider>,
      root,
    ),
  );
}

function screen(more: Partial<RedactScreenProps> = {}) {
  const onSave = vi.fn<(draft: RedactDraft) => void>();
  const onCancel = vi.fn();
  show(
    <RedactScreen
      seq={3}
      size={SIZE}
      url="blob:x"
      band={30}
      initial={{ boxes: [], why: '', originalInPack: false }}
      again={false}
      isPage={true}
      siblings={[]}
      busy={false}
      error={null}
      onSave={onSave}
      onCancel={onCancel}
      {...more}
    />,
  );
  return { onSave, onCancel };
}

const find = <E extends HTMLElement>(selector: string): E => {
  const found = root.querySelector<E>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
};
const click = (selector: string): void => void act(() => find(selector).click());
const key = (selector: string, name: string, more: KeyboardEventInit = {}): void =>
  void act(
    () => void find(selector).dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, ...more })),
  );
const said = (): string => (find('[data-redact="said"]').textContent ?? '').replace(/[\u00a0\u202f]/g, ' ');
const submit = (): void =>
  void act(() => void find('form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })));
const numbers = (): number[] =>
  [...root.querySelectorAll<HTMLInputElement>('[data-box-fields] [data-side]')].map((field) => Number(field.value));

describe('the boxes while they are drawn', () => {
  it('stay on the picture, whatever the keys', () => {
    let box = BOX;
    for (let i = 0; i < 80; i += 1) {
      const arrow = ['ArrowLeft', 'ArrowUp', 'ArrowRight', 'ArrowDown'][(i * 7) % 4] ?? '';
      const next = keyed(box, { key: arrow, shiftKey: i % 3 === 0, ctrlKey: i % 5 === 0 }, SIZE);
      if (!next || next === 'remove') throw new Error('nothing done');
      box = next;
      expect(contains({ x: 0, y: 0, ...SIZE }, box)).toBe(true);
      expect(box.width > 0 && box.height > 0).toBe(true);
    }
    expect(moved(BOX, -1_000, 1_000, SIZE)).toEqual({ ...BOX, x: 0, y: 260 });
    expect(resized(BOX, -1_000, 1_000, SIZE)).toEqual({ ...BOX, width: 1, height: 250 });
    expect(keyed(BOX, { key: 'Delete', shiftKey: false, ctrlKey: false }, SIZE)).toBe('remove');
    expect(keyed(BOX, { key: 'Tab', shiftKey: true, ctrlKey: false }, SIZE)).toBeNull();
  });

  it('are taken back one action after the other', () => {
    const start = startDrawing([BOX]);
    const added = draw(start, { is: 'add', box: { x: 1, y: 1, width: 9, height: 9 } }, SIZE);
    const changed = draw(added, { is: 'change', id: 0, box: { ...BOX, x: 0 } }, SIZE);
    const removed = draw(changed, { is: 'remove', id: 0 }, SIZE);
    expect(removed.boxes.map(({ x }) => x)).toEqual([1]);
    const back = draw(draw(removed, { is: 'undo' }, SIZE), { is: 'undo' }, SIZE);
    expect(back.boxes).toEqual(added.boxes);
    expect(draw(start, { is: 'undo' }, SIZE)).toBe(start);
    expect(draw(start, { is: 'change', id: 0, box: BOX }, SIZE)).toBe(start);
    expect(draw(start, { is: 'add', box: { x: 900, y: 0, width: 5, height: 5 } }, SIZE)).toBe(start);
    const full = startDrawing(Array.from({ length: 200 }, () => BOX));
    expect(draw(full, { is: 'add', box: BOX }, SIZE)).toBe(full);
  });

  it('come in the middle of what shows of a very tall picture', () => {
    const view = { x: 0, y: 20_000, width: 400, height: 300 };
    const box = boxInView(view, { width: 400, height: 30_000 });
    expect(contains(view, box)).toBe(true);
    expect(Object.values(box).every(Number.isInteger)).toBe(true);
    expect(boxInView({ x: 0, y: 0, width: 10, height: 4 }, { width: 10, height: 4 })).toEqual({
      ...{ x: 0, y: 0 },
      ...{ width: 10, height: 4 },
    });
  });
});

describe('the screen', () => {
  it('adds, moves, resizes and removes a box by keyboard alone, and says each', () => {
    const { onSave } = screen();
    click('[data-action="add-box"]');
    expect(said()).toMatch(/^Cadre 1 ajouté/);
    const [x = 0, y = 0, width = 0, height = 0] = numbers();
    key('[data-box="1"]', 'ArrowRight');
    key('[data-box="1"]', 'ArrowDown', { ctrlKey: true });
    key('[data-box="1"]', 'ArrowRight', { shiftKey: true });
    expect(numbers()).toEqual([x + 10, y + 1, width + 10, height]);
    expect(said()).toContain(`Cadre 1 : ${width + 10} × ${height} pixels`);
    submit();
    expect(onSave).toHaveBeenCalledWith({
      boxes: [{ x: x + 10, y: y + 1, width: width + 10, height }],
      why: '',
      originalInPack: false,
    });
    key('[data-box="1"]', 'Delete');
    expect(said()).toBe('Cadre 1 enlevé. Il n’en reste pas.');
    click('[data-action="undo"]');
    expect(numbers()).toHaveLength(4);
    expect(said()).toBe('Dernière action annulée. Il y a un cadre.');
  });

  it('takes numbers, cut at the edges, and refuses what is none', () => {
    const { onSave } = screen({ initial: { boxes: [BOX], why: 'x', originalInPack: true } });
    const set = (side: string, value: string): void =>
      void act(() => {
        const field = find<HTMLInputElement>(`[data-box-fields="1"] [data-side="${side}"]`);
        field.value = value;
        field.dispatchEvent(new Event('change', { bubbles: true }));
      });
    set('width', '1000');
    expect(numbers()).toEqual([100, 50, 300, 40]);
    set('x', '');
    expect(numbers()).toEqual([100, 50, 300, 40]);
    submit();
    expect(onSave).toHaveBeenCalledWith({
      boxes: [{ ...BOX, width: 300 }],
      why: 'x',
      originalInPack: true,
    });
  });

  it('saves nothing without a box, and says so', () => {
    const { onSave } = screen();
    submit();
    expect(onSave).not.toHaveBeenCalled();
    expect(root.querySelector('[role="alert"]')?.textContent).toContain('Tracez au moins un cadre');
  });

  it('says what stays, and warns when the band is touched and when other captures show the same page', () => {
    screen({ initial: { boxes: [BOX], why: '', originalInPack: false }, siblings: [5, 9] });
    expect(root.textContent).toContain('Le carnet garde le titre et l’adresse de la page');
    expect(root.querySelector('[data-banner="siblings"]')?.textContent).toContain('P-0009');
    expect(root.querySelector('[data-banner="band"]')).toBeNull();
    for (let i = 0; i < 20; i += 1) key('[data-box="1"]', 'ArrowDown');
    expect(root.querySelector('[data-banner="band"]')).not.toBeNull();
    screen({ isPage: false, seq: 4 });
  });

  it('leaves the original out unless the person chooses otherwise', () => {
    const { onSave } = screen({ initial: { boxes: [BOX], why: '', originalInPack: false } });
    const [copy, both] = [...root.querySelectorAll<HTMLInputElement>('input[name="original"]')];
    expect([copy?.checked, both?.checked]).toEqual([true, false]);
    void act(() => both?.click());
    submit();
    expect(onSave.mock.calls[0]?.[0].originalInPack).toBe(true);
  });

  it('shows the boxes as they will be', () => {
    screen({ initial: { boxes: [BOX], why: '', originalInPack: false } });
    click('[data-action="preview"]');
    expect(find('[data-redact="stage"]').className).toContain('redact-preview');
    expect(find('[data-action="preview"]').getAttribute('aria-pressed')).toBe('true');
  });

  it('does not save twice while it saves, and says what failed', () => {
    const { onSave } = screen({
      initial: { boxes: [BOX], why: '', originalInPack: false },
      busy: true,
      error: 'storage-full',
    });
    submit();
    expect(onSave).not.toHaveBeenCalled();
    expect(root.querySelector('[data-banner="problem"]')).not.toBeNull();
  });
});

const target = ENTRIES.find(({ seq }) => seq === 3) as StoredEntry;
const sha256 = 'd'.repeat(64);
const masking = {
  ...(target.entry as Entry),
  seq: 19,
  kind: 'redacted',
  data: {
    target: 3,
    hash: target.entry?.hash ?? '',
    source: { role: 'stamped', sha256: 'e'.repeat(64), ...SIZE },
    copy: { sha256, bytes: 9, type: 'image/png', ...SIZE },
    boxes: [BOX],
    originalInPack: false,
  },
} as EntryOf<'redacted'>;
const stored: StoredEntry = { ...target, seq: 19, entry: masking };

describe('a masked picture', () => {
  const view = (one: StoredEntry, gone = false): void =>
    show(
      <EntryView
        stored={one}
        loadBlob={exampleBlob}
        clockBack={false}
        removedBy={null}
        masked={{ entry: masking, gone }}
        redactHref="#/piece/3/masquer"
        onBack={() => undefined}
        onAddNote={() => undefined}
        onRemoveFiles={() => undefined}
      />,
    );

  it('shows its copy; the original only when asked', () => {
    view(target);
    expect(root.querySelector('[data-masked="19"]')).not.toBeNull();
    expect(root.textContent).toContain('cette copie remplace l’image d’origine');
    expect(root.querySelector('#entry-pictures')).toBeNull();
    const button = find('[data-action="show-original"]');
    expect(button.getAttribute('aria-expanded')).toBe('false');
    void act(() => button.click());
    expect(root.querySelector('#entry-pictures')).not.toBeNull();
    expect(find('[data-action="redact"]').textContent).toContain('Masquer autrement');
    click('[data-action="remove-files"]');
    expect(root.textContent).toContain('Les copies masquées de cette image seront effacées aussi');
  });

  it('stays out of sight when its copy was removed', () => {
    view(target, true);
    expect(root.querySelectorAll('img')).toHaveLength(0);
    expect(root.textContent).toContain('La copie masquée a été retirée');
  });

  it('has its own page, which leads to the picture', () => {
    view(stored);
    expect(find('[data-masked="19"] a[href="#/piece/3"]').textContent).toBe('Voir P-0003');
    expect(root.textContent).toContain('60 × 40 pixels, à 100 pixels du bord gauche et 50 pixels du haut');
  });

  it('shows its copy in the timeline, and says so', () => {
    const all = [...ENTRIES, stored];
    const line = (removed: ReadonlyMap<number, number>): HTMLElement => {
      show(
        <Timeline
          entries={all}
          clockBack={new Set()}
          removed={removed}
          loadBlob={exampleBlob}
          onOpen={() => undefined}
        />,
      );
      return find('[data-seq="3"]');
    };
    expect(line(new Map()).querySelector('[data-thumb]')?.getAttribute('data-thumb')).toBe(sha256);
    expect(line(new Map()).textContent).toContain('partie masquée');
    expect(line(new Map([[19, 20]])).querySelector('[data-thumb]')).toBeNull();
  });
});

it('reads its route', () => {
  expect(routeOf('#/piece/7/masquer')).toEqual({ part: 'redact', seq: 7 });
  expect(routeOf('#/piece/7/autre')).toEqual({ part: 'home' });
});
