/** Access to sites, as the settings say it: addresses that nobody verified are marked, a click asks for what it says and no more. */
// @vitest-environment happy-dom
import type { ComponentChildren } from 'preact';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HelpScreen } from '@/components/help/HelpScreen';
import { type ChosenDepartment, DepartmentPicker } from '@/components/settings/DepartmentPicker';
import { SiteList } from '@/components/settings/SiteList';
import { SpeechProvider } from '@/components/text';
import { translator } from '@/lib/locales';
import { LABELS } from './examples';

let root: HTMLElement;
beforeEach(() => {
  root = document.createElement('div');
  document.body.append(root);
});
afterEach(() => {
  void act(() => render(null, root));
  root.remove();
});

const draw = (screen: ComponentChildren): void =>
  void act(() =>
    render(
      <SpeechProvider t={translator('fr')} locale="fr" labels={LABELS}>
        {screen}
      </SpeechProvider>,
      root,
    ),
  );
const click = (selector: string): void =>
  void act(() => {
    const found = root.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`no ${selector}`);
    found.click();
  });

const host = (name: string, change: { unverified?: boolean; booking?: boolean } = {}) => ({
  host: name,
  unverified: change.unverified ?? false,
  booking: change.booking ?? false,
});

describe('departments', () => {
  const chosen: ChosenDepartment[] = [
    {
      code: '83',
      name: 'Var',
      hosts: [host('www.var.gouv.fr'), host('www.rdv.var.gouv.fr', { booking: true })],
      granted: false,
    },
    { code: '95', name: "Val-d'Oise", hosts: [host('www.val-doise.gouv.fr', { unverified: true })], granted: true },
  ];
  const options = [
    { code: '21', name: "Côte-d'Or", unsure: true },
    { code: '75', name: 'Paris', unsure: false },
  ];

  it('marks what nobody could verify, before it is chosen and after, and nothing else', () => {
    draw(<DepartmentPicker options={options} chosen={chosen} onAdd={vi.fn()} onRemove={vi.fn()} />);
    const words = [...root.querySelectorAll('option')].map((option) => option.textContent);
    expect(words).toContain("21 · Côte-d'Or (adresse non vérifiée)");
    expect(words).toContain('75 · Paris');
    expect(root.querySelector('[data-host="www.val-doise.gouv.fr"]')?.textContent).toContain('adresse non vérifiée');
    expect(root.querySelector('[data-department="95"]')?.textContent).toContain('personne n');
    expect(root.querySelector('[data-department="83"]')?.textContent).not.toContain('non vérifiée');
    expect(root.querySelector('[data-host="www.rdv.var.gouv.fr"]')?.textContent).toContain('ancien module');
  });

  it('asks for all the addresses of a department at once, its old module too', () => {
    const onGrant = vi.fn();
    draw(<DepartmentPicker options={options} chosen={chosen} onAdd={vi.fn()} onRemove={vi.fn()} onGrant={onGrant} />);
    click('[data-department="83"] [data-action="grant"]');
    expect(onGrant).toHaveBeenCalledExactlyOnceWith(['www.var.gouv.fr', 'www.rdv.var.gouv.fr']);
    expect(root.querySelector('[data-department="95"] [data-action="grant"]')).toBeNull();
  });
});

describe('sites', () => {
  const site = (name: string, granted: boolean | null) => ({ site: name, name, hosts: [`${name}.fr`], granted });

  it('asks again for the national sites that were taken back, and for those only', () => {
    const onGrant = vi.fn();
    const national = [site('un', true), site('deux', false), site('trois', false)];
    draw(<SiteList national={national} useful={[]} onGrant={onGrant} onWithdraw={vi.fn()} />);
    click('[data-action="grant-national"]');
    expect(onGrant).toHaveBeenCalledExactlyOnceWith(['deux.fr', 'trois.fr']);
    draw(<SiteList national={[site('un', true)]} useful={[]} onGrant={onGrant} onWithdraw={vi.fn()} />);
    expect(root.querySelector('[data-action="grant-national"]')).toBeNull();
  });

  it('says nothing of access before it is known', () => {
    draw(<SiteList national={[site('un', null)]} useful={[]} onGrant={vi.fn()} onWithdraw={vi.fn()} />);
    expect(root.querySelector('.tag')).toBeNull();
  });

  it('a switch asks, and gives back', () => {
    const [onGrant, onWithdraw] = [vi.fn(), vi.fn()];
    draw(
      <SiteList
        national={[]}
        useful={[site('rdv', false), site('fiches', true)]}
        onGrant={onGrant}
        onWithdraw={onWithdraw}
      />,
    );
    click('input[name="rdv"]');
    expect(onGrant).toHaveBeenCalledExactlyOnceWith(['rdv.fr']);
    click('input[name="fiches"]');
    expect(onWithdraw).toHaveBeenCalledExactlyOnceWith(['fiches.fr']);
  });
});

describe('help to recognise', () => {
  const text = `<!--\nurl: https://exemple.invalid/\n-->\n${'<p>Une erreur</p>\n'.repeat(2_000)}`;

  it('shows the whole file, reachable by keyboard, before anything can be saved', () => {
    const [onSave, onClose] = [vi.fn(), vi.fn()];
    draw(<HelpScreen state={{ is: 'shown', text, name: 'p.html', saved: false }} onSave={onSave} onClose={onClose} />);
    const shown = root.querySelector<HTMLTextAreaElement>('textarea[data-skeleton]');
    expect(shown?.value).toBe(text);
    expect(shown?.readOnly).toBe(true);
    const save = root.querySelector('[data-action="save-skeleton"]');
    expect(save && shown?.compareDocumentPosition(save)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    click('[data-action="save-skeleton"]');
    expect(onSave).toHaveBeenCalledOnce();
    click('[data-action="close-page"]');
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('offers no saving when there is nothing', () => {
    draw(<HelpScreen state={{ is: 'none' }} onSave={vi.fn()} onClose={vi.fn()} />);
    expect(root.querySelector('[data-action="save-skeleton"]')).toBeNull();
    expect(root.querySelector('[data-help="none"]')).not.toBeNull();
  });
});
