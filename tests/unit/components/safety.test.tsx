/** The loss guard on the screens: quiet or loud in words and not by colour alone; the saved file read again. */
// @vitest-environment happy-dom
import type { ComponentChildren } from 'preact';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AgeCard, AgeLine, AgeNote } from '@/components/safety/ExportAge';
import { SavedCheck, type SavedState } from '@/components/safety/SavedCheck';
import { SpeechProvider } from '@/components/text';
import type { ExportAge } from '@/lib/domain/export-age';
import { LOCALES, type Locale, translator } from '@/lib/locales';
import { protectStorage } from '@/lib/platform/storage-protection';
import { LABELS } from './examples';

vi.mock('@/lib/platform/browser', () => ({ browser: {} }));

let root: HTMLElement;
beforeEach(() => {
  root = document.createElement('div');
  document.body.append(root);
});
afterEach(() => {
  void act(() => render(null, root));
  root.remove();
});

function draw(what: ComponentChildren, locale: Locale = 'fr'): string {
  void act(() =>
    render(
      <SpeechProvider t={translator(locale)} locale={locale} labels={LABELS}>
        {what}
      </SpeechProvider>,
      root,
    ),
  );
  return (root.textContent ?? '').replace(/\s+/g, ' ');
}

const at = { utc: '2026-11-10T09:00:00.000Z' };
const NEVER: ExportAge = { is: 'never', added: 12, captures: 3, loud: true };
const NOTES: ExportAge = { is: 'never', added: 1, captures: 0, loud: false };
const LATE: ExportAge = { is: 'behind', seq: 4, at, days: 12, added: 1, loud: true };
const CURRENT: ExportAge = { is: 'current', seq: 4, at, days: 1, added: 0, loud: false };

describe('the popup’s line', () => {
  it('is one quiet line without a button while nothing presses', () => {
    expect(draw(<AgeLine age={CURRENT} onExport={vi.fn()} />)).toBe(
      'Dernier export : hier (10 nov. 2026). Rien d’ajouté depuis.',
    );
    expect(root.querySelector('button, .banner')).toBeNull();
    expect(draw(<AgeLine age={NOTES} onExport={vi.fn()} />)).toContain('Jamais exporté : 1 ligne n’existe');
    expect(root.querySelector('button')).toBeNull();
  });

  it('is a banner with the way to export when the only copy has been alone for long', () => {
    const onExport = vi.fn();
    expect(draw(<AgeLine age={LATE} onExport={onExport} />)).toContain(
      'Dernier export : il y a 12 jours (10 nov. 2026). Depuis : 1 ligne ajoutée.',
    );
    void act(() => root.querySelector<HTMLElement>('[data-action="export-now"]')?.click());
    expect(onExport).toHaveBeenCalledOnce();
    expect(draw(<AgeLine age={NEVER} onExport={onExport} />)).toContain('Jamais exporté : 12 lignes');
  });

  it('is not there for an empty dossier', () => {
    expect(draw(<AgeLine age={{ is: 'empty' }} onExport={vi.fn()} />)).toBe('');
  });
});

describe.each(LOCALES)('the home’s and the export’s words in %s', (locale) => {
  const t = translator(locale);

  it('say why, and that the mark is ours', () => {
    for (const drawn of [draw(<AgeCard age={LATE} />, locale), draw(<AgeNote age={CURRENT} />, locale)]) {
      expect(drawn).toContain(t('safety.why').replace(/\s+/g, ' '));
      expect(drawn).toContain(t('safety.mark', { days: 7 }).replace(/\s+/g, ' '));
      expect(drawn).toContain(t('safety.prepared').replace(/\s+/g, ' '));
    }
    expect(draw(<AgeCard age={NEVER} />, locale)).not.toContain(t('safety.prepared'));
  });

  it('lead to the export', () => {
    for (const age of [NEVER, LATE, CURRENT, NOTES]) {
      draw(<AgeCard age={age} />, locale);
      expect(root.querySelector('a')?.getAttribute('href')).toBe('#/export');
    }
  });
});

describe('the saved file', () => {
  const states: readonly SavedState[] = [
    { is: 'same', name: 'a.zip' },
    { is: 'older', name: 'a.zip' },
    { is: 'broken', name: 'a.zip' },
    { is: 'unreadable', name: 'a.zip' },
  ];

  it.each(states)('that is $is says so in words', (state) => {
    draw(<SavedCheck state={state} onFile={vi.fn()} onCancel={vi.fn()} />);
    expect(root.querySelector(`[data-banner="saved-${state.is}"]`)?.textContent).toMatch(/\S/);
    // Never asked: the way to choose a file stays.
    expect(root.querySelector('[data-action="check-saved"]')).not.toBeNull();
  });

  it('is read with progress and a way to stop', () => {
    const onCancel = vi.fn();
    draw(<SavedCheck state={{ is: 'running', done: 2, total: 9 }} onFile={vi.fn()} onCancel={onCancel} />);
    void act(() => root.querySelector<HTMLElement>('[data-action="cancel"]')?.click());
    expect(onCancel).toHaveBeenCalledOnce();
  });
});

describe('the browser’s promise', () => {
  const says = (persisted: boolean, persist: boolean) => ({
    persisted: vi.fn(async () => persisted),
    persist: vi.fn(async () => persist),
  });

  it('is asked for once it is not given, and only then', async () => {
    const given = says(true, false);
    expect(await protectStorage(given, true)).toBe('granted');
    expect(given.persist).not.toHaveBeenCalled();
    expect(await protectStorage(says(false, true), true)).toBe('granted');
  });

  it('that is refused is said as it is: by the permission in Chromium, not at all in Firefox', async () => {
    expect(await protectStorage(says(false, false), false)).toBe('by-permission');
    expect(await protectStorage(says(false, false), true)).toBe('not-granted');
  });
});
