/** The pack's screen: what each press asks for, what a cited number refuses and why, what is said aloud, and which rows are drawn again. */
// @vitest-environment happy-dom
import { type ComponentChildren, render } from 'preact';
import { useState } from 'preact/hooks';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PackPanel } from '@/components/pack/PackPanel';
import { PieceDialog } from '@/components/pack/PieceDialog';
import { PieceRow } from '@/components/pack/PieceRow';
import { PreviewDialog } from '@/components/pack/PreviewDialog';
import { SpeechProvider } from '@/components/text';
import { PACK_DEFAULTS, type PackChoices, type PackPiece, type PackPlan } from '@/lib/domain/pack-types';
import { LOCALES, type Locale, translator } from '@/lib/locales';
import { FR } from '@/lib/locales/fr';
import { LABELS } from './examples';

let root: HTMLElement;
beforeEach(() => {
  root = document.createElement('div');
  document.body.append(root);
});
afterEach(() => {
  void act(() => render(null, root));
  root.remove();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const nothing = (): void => undefined;

function piece(id: string, number: number, more: Partial<PackPiece> = {}): PackPiece {
  const volume = {
    path: `data/pieces/0${number}_capture_2026-03-02.pdf`,
    part: null,
    kind: 'capture' as const,
    seqs: [number],
    sources: [],
    estimate: 300_000,
  };
  return {
    id,
    number,
    kind: 'capture',
    group: 'procedure',
    label: `Capture ${id}`,
    from: '2026-03-02',
    to: '2026-03-02',
    seqs: [number],
    sources: [],
    frozen: false,
    volumes: [volume],
    ...more,
  };
}

/** As the planner does, in small: in the order asked for, numbered from the start. */
function planOf(pieces: readonly PackPiece[], choices: PackChoices): PackPlan {
  const place = ({ id }: PackPiece): number => (choices.order.includes(id) ? choices.order.indexOf(id) : 99);
  const kept = pieces.filter(({ id }) => !choices.left.includes(id)).toSorted((a, b) => place(a) - place(b));
  return {
    choices,
    pieces: kept.map((one, index) => ({ ...one, number: choices.startAt + index })),
    left: pieces.filter(({ id }) => choices.left.includes(id)),
    frozenBy: pieces.some(({ frozen }) => frozen) ? [12] : [],
    gaps: [],
  };
}

let last: PackChoices = PACK_DEFAULTS;

function Screen({ pieces }: { readonly pieces: readonly PackPiece[] }) {
  const [choices, setChoices] = useState(PACK_DEFAULTS);
  last = choices;
  return (
    <PackPanel
      plan={planOf(pieces, choices)}
      fileBytes={1_000_000}
      withOriginal={2}
      frozenWhy={() => 'Cité dans le courrier du 3 mars : ce numéro ne bouge pas.'}
      seriesName={(id) => id}
      onChange={setChoices}
      onEdit={nothing}
      onPreview={nothing}
    />
  );
}

function draw(what: ComponentChildren, locale: Locale = 'fr'): void {
  void act(() =>
    render(
      <SpeechProvider t={translator(locale)} locale={locale} labels={LABELS}>
        {what}
      </SpeechProvider>,
      root,
    ),
  );
}
const find = <T extends Element = HTMLElement>(selector: string): T => {
  const found = root.querySelector<T>(selector);
  if (!found) throw new Error(`no ${selector} in ${root.innerHTML}`);
  return found;
};
const click = (selector: string): void => void act(() => find(selector).click());
const order = (): string[] =>
  [...root.querySelectorAll<HTMLElement>('[data-piece]:not([data-left])')].map(
    (row) => `${row.dataset['number']}${row.dataset['piece']}`,
  );
const said = (): string => (find('[data-said]').textContent ?? '').replaceAll('\u00a0', ' ');

const THREE = [piece('a', 1), piece('b', 2), piece('c', 3)];

describe('the list', () => {
  it('moves by the arrows and by Alt + arrow; the focus stays on the row and the place is said', () => {
    draw(<Screen pieces={THREE} />);
    click('[data-piece="c"] [data-action="piece-up"]');
    expect(order()).toEqual(['1a', '2c', '3b']);
    expect(said()).toContain('Capture c : pièce 2, place 2 sur 3');
    const handle = find('[data-piece="c"] [data-control="handle"]');
    handle.focus();
    void act(
      () => void handle.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowUp', altKey: true, bubbles: true })),
    );
    expect(order()).toEqual(['1c', '2a', '3b']);
    expect(document.activeElement).toBe(find('[data-piece="c"] [data-control="handle"]'));
    void act(
      () => void handle.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowUp', altKey: true, bubbles: true })),
    );
    expect(said()).toContain('déjà en premier');
    void act(() => void handle.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true })));
    expect(order()).toEqual(['1c', '2a', '3b']);
  });

  it('leaves out and joins again, with the focus on the same box', () => {
    draw(<Screen pieces={THREE} />);
    click('[data-piece="a"] [data-control="join"]');
    expect(order()).toEqual(['1b', '2c']);
    expect(said()).toContain('n’est plus jointe');
    expect(document.activeElement).toBe(find('[data-piece="a"] [data-control="join"]'));
    click('[data-piece="a"] [data-control="join"]');
    expect(order()).toEqual(['1a', '2b', '3c']);
    expect(find<HTMLInputElement>('[data-piece="a"] [data-control="join"]').checked).toBe(true);
  });

  it('refuses to move a number that a letter cites, and says why', () => {
    draw(<Screen pieces={[piece('a', 1, { frozen: true }), piece('b', 2)]} />);
    for (const control of ['[data-action="piece-up"]', '[data-action="piece-down"]', '[data-control="handle"]']) {
      const button = find<HTMLButtonElement>(`[data-piece="a"] ${control}`);
      expect(button.disabled).toBe(true);
      const why = document.getElementById(button.getAttribute('aria-describedby') ?? '');
      expect(why?.textContent).toContain('ce numéro ne bouge pas');
    }
    expect(find<HTMLInputElement>('[data-pack-start]').disabled).toBe(true);
  });

  it('draws again only the rows that changed', () => {
    const many = Array.from({ length: 300 }, (_, index) => piece(`p${index}`, index + 1));
    draw(<Screen pieces={many} />);
    const drawn = vi.spyOn(PieceRow.prototype, 'render');
    click('[data-piece="p150"] [data-action="piece-down"]');
    expect(drawn.mock.calls.length).toBe(2);
  });

  it('starts at a number once nobody types, and says what is no number', () => {
    vi.useFakeTimers();
    draw(<Screen pieces={THREE} />);
    const type = (value: string): void =>
      void act(() => {
        const field = find<HTMLInputElement>('[data-pack-start]');
        field.value = value;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      });
    type('0');
    expect(root.textContent).toContain('Un nombre entier');
    type('4');
    expect(last.startAt).toBe(1);
    void act(() => void vi.advanceTimersByTime(300));
    expect(order()).toEqual(['4a', '5b', '6c']);
    click('[data-action="pack-reset"]');
    expect(order()).toEqual(['1a', '2b', '3c']);
  });

  it('warns of a file above the limit, and shows no list for captures alone', () => {
    const volume = piece('a', 1).volumes.map((one) => ({ ...one, estimate: 31_000_000 }));
    draw(<Screen pieces={[piece('a', 1, { volumes: volume })]} />);
    expect(find('[data-banner="pack-too-large"]').textContent).toContain('à vérifier');
    expect(find('[data-piece="a"]').textContent).toContain('à vérifier');
    click('[data-profile="captures"] input');
    expect(last.profile).toBe('captures');
    expect(root.querySelector('[data-pieces]')).toBeNull();
  });
});

describe('one pièce', () => {
  const plan = planOf(
    [piece('a', 1), piece('b', 2), piece('s:x/y', 3, { kind: 'series', seqs: [7, 8, 9, 10] })],
    PACK_DEFAULTS,
  );
  const open = (index: number, onChange: (choices: PackChoices) => void): void => {
    const one = plan.pieces[index];
    if (!one) throw new Error('no such pièce');
    draw(<PieceDialog piece={one} plan={plan} frozen={null} onChange={onChange} onClose={nothing} />);
  };

  it('takes a label and a heading, never an empty label', () => {
    const onChange = vi.fn();
    open(0, onChange);
    const field = find<HTMLTextAreaElement>('textarea');
    const submit = (value: string): void =>
      void act(() => {
        field.value = value;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      });
    submit('   ');
    void act(() => void find('form').dispatchEvent(new Event('submit', { cancelable: true, bubbles: true })));
    expect(onChange).not.toHaveBeenCalled();
    expect(root.textContent).toContain('ne peut pas être vide');
    submit(' Titre de séjour ');
    void act(() => {
      find<HTMLSelectElement>('select').value = 'identity';
      find('select').dispatchEvent(new Event('change', { bubbles: true }));
    });
    void act(() => void find('form').dispatchEvent(new Event('submit', { cancelable: true, bubbles: true })));
    expect(onChange).toHaveBeenCalledWith({
      ...PACK_DEFAULTS,
      labels: { a: 'Titre de séjour' },
      groups: { a: 'identity' },
    });
  });

  it('takes a series apart, and puts captures together', () => {
    const onChange = vi.fn();
    open(2, onChange);
    click('[data-action="piece-apart"]');
    expect(onChange).toHaveBeenLastCalledWith({ ...PACK_DEFAULTS, apart: ['s:x/y'] });
    open(0, onChange);
    click('[data-fold="together"] input[type="checkbox"]');
    click('[data-action="piece-together"]');
    expect(onChange).toHaveBeenLastCalledWith({ ...PACK_DEFAULTS, together: [[1, 2]] });
  });
});

describe.each(LOCALES)('in %s', (locale) => {
  it('has a name for every control and no raw key', () => {
    const ready = { is: 'ready' as const, files: [{ url: 'blob:x', bytes: 9, pages: 2 }] };
    draw(
      <>
        <Screen pieces={[...THREE, piece('f', 4, { frozen: true })]} />
        <PreviewDialog piece={piece('a', 1)} state={ready} onClose={nothing} />
        <PreviewDialog piece={piece('a', 1)} state={{ is: 'failed', code: 'blob-missing' }} onClose={nothing} />
      </>,
      locale,
    );
    for (const control of root.querySelectorAll('button, a[href]')) expect(control.textContent?.trim()).not.toBe('');
    for (const field of root.querySelectorAll('input, select, textarea'))
      expect(root.querySelector(`label[for="${field.id}"]`), field.outerHTML).not.toBeNull();
    const text = root.textContent ?? '';
    for (const key of Object.keys(FR)) expect(text.includes(key), `raw key ${key}`).toBe(false);
    expect(text).not.toMatch(/undefined|NaN|\[object/);
  });
});
