/** Every screen draws in every state and every language: a heading, the independence line, names for every control, no raw key. */
// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SpeechProvider } from '@/components/text';
import { LOCALES, translator } from '@/lib/locales';
import { FR } from '@/lib/locales/fr';
import { LABELS } from './examples';
import { STATES } from './states';

let root: HTMLElement;

beforeEach(() => {
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      observe(): void {
        // Nothing comes near in a test: thumbnails stay unloaded.
      }
      disconnect(): void {
        root.dataset['disconnected'] = 'true';
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

function nameOf(control: Element): string {
  const labelled = control.getAttribute('aria-label') ?? control.textContent ?? '';
  if (labelled.trim() !== '') return labelled.trim();
  return root.querySelector(`label[for="${control.id}"]`)?.textContent?.trim() ?? '';
}

describe.each(LOCALES)('screens in %s', (locale) => {
  it.each(STATES.map((state) => [state.name, state] as const))('%s', (_name, state) => {
    void act(() =>
      render(
        <SpeechProvider t={translator(locale)} locale={locale} labels={LABELS}>
          {state.draw()}
        </SpeechProvider>,
        root,
      ),
    );
    expect(root.querySelectorAll('h1, h2').length).toBeGreaterThan(0);
    expect(root.querySelector('.independence')?.textContent?.replaceAll('\u00a0', ' ')).toContain(
      translator(locale)('app.independent'),
    );
    for (const button of root.querySelectorAll('button, a[href]'))
      expect(nameOf(button), button.outerHTML).not.toBe('');
    for (const field of root.querySelectorAll('input:not([hidden]), select, textarea')) {
      expect(root.querySelector(`label[for="${field.id}"]`), `no label for ${field.outerHTML}`).not.toBeNull();
    }
    const text = root.textContent ?? '';
    for (const key of Object.keys(FR)) expect(text.includes(key), `raw key ${key}`).toBe(false);
    expect(text).not.toMatch(/undefined|NaN|\[object/);
  });
});
