/** The popup's promises: the owner question comes first and closes the captures; each button calls what it says. */
// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type PopupProps, PopupScreen } from '@/components/popup/PopupScreen';
import { pageStatus } from '@/components/popup/page-status';
import { SpeechProvider } from '@/components/text';
import { translator } from '@/lib/locales';
import type { TabState } from '@/lib/messages/contract';
import { CHECKLIST, DOSSIERS, ENTRIES, LABELS, MARIAM, PAGE, TAB } from './examples';

let root: HTMLElement;
beforeEach(() => {
  root = document.createElement('div');
  document.body.append(root);
});
afterEach(() => {
  void act(() => render(null, root));
  root.remove();
});

function draw(change: Partial<PopupProps>): PopupProps {
  const props: PopupProps = {
    tab: TAB,
    dossiers: DOSSIERS,
    active: MARIAM,
    checklist: CHECKLIST,
    last: ENTRIES.at(-1) ?? null,
    logging: true,
    busy: false,
    switching: false,
    progress: null,
    result: null,
    proof: null,
    shows: null,
    describing: false,
    grant: null,
    refused: false,
    hints: [],
    problem: null,
    onCapture: vi.fn(),
    onCancel: vi.fn(),
    onGrant: vi.fn(),
    onDescribe: vi.fn(),
    onHelp: vi.fn(),
    onOwner: vi.fn(),
    onNewDossier: vi.fn(),
    onDiscardHeld: vi.fn(),
    onSwitch: vi.fn(),
    onCountProof: vi.fn(),
    onSayShows: vi.fn(),
    onOpenJournal: vi.fn(),
    onOpenOptions: vi.fn(),
    ...change,
  };
  void act(() =>
    render(
      <SpeechProvider t={translator('fr')} locale="fr" labels={LABELS}>
        <PopupScreen {...props} />
      </SpeechProvider>,
      root,
    ),
  );
  return props;
}

const button = (name: string): HTMLButtonElement => {
  const found = root.querySelector<HTMLButtonElement>(`[data-action="${name}"]`);
  if (!found) throw new Error(`no button ${name}`);
  return found;
};
const click = (name: string): void => void act(() => button(name).click());

describe('captures', () => {
  it('wait while the dossier changes: the picture would go to whoever was there before', () => {
    const { onCapture } = draw({ switching: true });
    expect([button('capture-view').disabled, button('capture-page').disabled]).toEqual([true, true]);
    expect(root.textContent).toContain('le dossier change');
    click('capture-view');
    expect(onCapture).not.toHaveBeenCalled();
    draw({});
    expect(button('capture-view').disabled).toBe(false);
  });

  it('calls for the view and for the whole page', () => {
    const props = draw({});
    click('capture-view');
    click('capture-page');
    expect(props.onCapture).toHaveBeenNthCalledWith(1, 'view');
    expect(props.onCapture).toHaveBeenNthCalledWith(2, 'page');
  });

  it('shows progress and a way to stop instead of the buttons', () => {
    const props = draw({ busy: true, progress: { done: 2, total: 6 } });
    expect(root.querySelector('[data-action="capture-view"]')).toBeNull();
    expect(root.querySelector('progress')?.value).toBe(2);
    click('cancel');
    expect(props.onCancel).toHaveBeenCalledOnce();
  });

  it('says the number of the capture, and opens it', () => {
    const props = draw({ result: { is: 'saved', seq: 7 } });
    expect(root.querySelector('[role="status"] [data-banner="capture-saved"]')?.textContent).toContain(
      'Capture P-0007 enregistrée',
    );
    click('open-result');
    expect(props.onOpenJournal).toHaveBeenCalledWith('#/piece/7');
  });

  it('says why it failed and that the try is kept', () => {
    draw({ result: { is: 'failed', code: 'tab-changed', seq: 8 } });
    const said = root.querySelector('[data-banner="capture-failed"]')?.textContent ?? '';
    expect(said).toContain('P-0008');
    expect(said).toContain('Un autre onglet');
  });
});

describe('whose page is it?', () => {
  it.each<[string, Partial<TabState>]>([
    ['a log-out was seen', { ownerQuestion: 'logged-out' }],
    ['20 idle minutes', { ownerQuestion: 'idle' }],
    ['attempts are held', { heldAttempts: 1 }],
  ])('asks first and closes the captures: %s', (_why, change) => {
    draw({ tab: { ...TAB, ...change } });
    const owner = root.querySelector('[data-owner]');
    expect(owner).not.toBeNull();
    expect(owner?.compareDocumentPosition(button('capture-view'))).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    expect(button('capture-view').disabled).toBe(true);
    expect(button('capture-page').disabled).toBe(true);
  });

  it('answers yes, another, new, none', () => {
    const props = draw({ tab: { ...TAB, ownerQuestion: 'idle', heldAttempts: 2 } });
    click('owner-yes');
    expect(props.onOwner).toHaveBeenCalledWith(MARIAM.id);
    const other = root.querySelector<HTMLSelectElement>('#owner-other');
    void act(() => {
      if (!other) throw new Error('no list of the other dossiers');
      other.value = DOSSIERS[1]?.id ?? '';
      other.dispatchEvent(new Event('change'));
    });
    expect(props.onOwner).toHaveBeenLastCalledWith(DOSSIERS[1]?.id);
    click('owner-discard');
    expect(props.onDiscardHeld).toHaveBeenCalledOnce();
    click('owner-new');
    const alias = root.querySelector<HTMLInputElement>('[data-form="new-dossier"] input');
    void act(() => {
      if (!alias) throw new Error('no alias field');
      alias.value = '  Pinson ';
      alias.dispatchEvent(new Event('input', { bubbles: true }));
    });
    void act(() => void root.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true })));
    expect(props.onNewDossier).toHaveBeenCalledWith('Pinson', null);
  });

  it('does not create a dossier without a name, and says so', () => {
    const props = draw({
      tab: { ...TAB, ownerQuestion: 'no-dossier', activeDossier: null },
      active: null,
      dossiers: [],
    });
    void act(() => void root.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true })));
    expect(props.onNewDossier).not.toHaveBeenCalled();
    expect(root.querySelector('[aria-invalid="true"]')).not.toBeNull();
  });
});

describe('the page in one sentence', () => {
  const base: TabState = { ...TAB, page: { ...PAGE, recognition: null, problem: false } };
  it.each<[string, TabState | null]>([
    ['loading', null],
    ['protected', { ...base, host: 'protected', url: null, page: null, receipt: null }],
    ['permission-missing', { ...base, host: 'missing', page: null, receipt: null }],
    [
      'permission-missing',
      { ...base, host: 'missing', page: null, receipt: { status: 502, fromCache: false, at: MARIAM.lastAt } },
    ],
    ['other', { ...base, host: 'other', page: null, receipt: null }],
    ['not-read', { ...base, page: null }],
    ['unknown', base],
    ['unknown-problem', { ...base, page: { ...PAGE, recognition: null, problem: true } }],
    ['browser-error', { ...base, page: null, receipt: { status: 0, fromCache: false, at: MARIAM.lastAt } }],
    ['site-down', { ...base, page: null, receipt: { status: 503, fromCache: false, at: MARIAM.lastAt } }],
    ['site-down', { ...base, page: null, receipt: { status: 429, fromCache: false, at: MARIAM.lastAt } }],
    ['blocked', TAB],
  ])('%s', (kind, tab) => {
    expect(pageStatus(tab).kind).toBe(kind);
  });

  it.each([
    ['national', 'Redonner l’accès à ce site'],
    ['optional', 'Donner l’accès à ce site'],
    ['prefecture', 'Donner l’accès aux sites de la préfecture\u00a0: Paris'],
  ] as const)('asks for access by one click, in words that fit: %s', (kind, words) => {
    const props = draw({ tab: { ...TAB, host: 'missing', page: null }, grant: { kind, name: 'Paris' } });
    expect(button('grant').textContent?.replace(/'/g, '’')).toBe(words);
    click('grant');
    expect(props.onGrant).toHaveBeenCalledOnce();
  });

  it('says in plain words that access was refused, and that the rest works', () => {
    draw({ tab: { ...TAB, host: 'missing', page: null }, refused: true });
    expect(root.querySelector('[data-refused]')?.textContent).toContain('Le reste du carnet marche');
    expect(button('grant')).not.toBeNull();
    expect(button('capture-view').disabled).toBe(false);
  });

  it('never claims that an attempt is written down when the person stopped the log', () => {
    draw({ logging: false });
    expect(root.textContent).not.toContain('La tentative est notée');
    expect(root.textContent).toContain('ne note pas tout seul');
  });
});

describe('a page that looks like a problem and that nobody knows', () => {
  const unknown: TabState = { ...TAB, page: { ...PAGE, recognition: null, problem: true } };

  it('offers to capture and describe, and to help to recognise', () => {
    const props = draw({ tab: unknown });
    click('capture-describe');
    expect(props.onDescribe).toHaveBeenCalledOnce();
    click('help-recognise');
    expect(props.onHelp).toHaveBeenCalledOnce();
    expect(root.querySelector('#help-explain')?.textContent).toContain('Rien n’est envoyé'.replace('’', "'"));
  });

  it('does so on a page that came with an error status too', () => {
    draw({ tab: { ...unknown, receipt: { status: 500, fromCache: false, at: MARIAM.lastAt } } });
    expect(root.querySelector('[data-page-status="site-down"] [data-action="help-recognise"]')).not.toBeNull();
  });

  it.each<[string, Partial<PopupProps>]>([
    ['without a problem', { tab: { ...TAB, page: { ...PAGE, recognition: null, problem: false } } }],
    ['of a recognised page', { tab: TAB }],
    ['of a host without access', { tab: { ...TAB, host: 'missing', page: null } }],
    ['while nobody said whose page it is', { tab: { ...unknown, ownerQuestion: 'idle' } }],
  ])('does not: %s', (_why, change) => {
    draw(change);
    expect(root.querySelector('[data-action="help-recognise"]')).toBeNull();
  });

  it('asks what it shows as soon as it is captured: a sentence, words, or both, never nothing', () => {
    const shows = { seq: 7, said: null };
    const props = draw({ tab: { ...unknown, captured: 7 }, shows, describing: true });
    expect(root.querySelector('[data-action="capture-describe"]')).toBeNull();
    const form = root.querySelector('[data-form="describe"]');
    const [select, words] = [form?.querySelector('select'), form?.querySelector('textarea')];
    if (!form || !select || !words) throw new Error('no form');
    expect(document.activeElement).toBe(select);
    const submit = (): void => void act(() => void form.dispatchEvent(new Event('submit', { cancelable: true })));
    const choose = (value: string): void =>
      void act(() => {
        select.value = value;
        select.dispatchEvent(new Event('change'));
      });
    submit();
    choose('other');
    submit();
    expect(props.onSayShows).not.toHaveBeenCalled();
    expect(form.querySelector('[aria-invalid="true"]')).not.toBeNull();
    choose('login');
    submit();
    expect(props.onSayShows).toHaveBeenLastCalledWith(shows, "Je n'arrive pas à me connecter.");
    void act(() => {
      words.value = '  Le bouton reste gris. ';
      words.dispatchEvent(new Event('input', { bubbles: true }));
    });
    submit();
    expect(props.onSayShows).toHaveBeenLastCalledWith(shows, "Je n'arrive pas à me connecter. Le bouton reste gris.");
  });
});

describe('proof and dossier', () => {
  it('offers a sent page as proof, once', () => {
    const offer = { seq: 5, channel: 'CCC_FORM' as const, counted: null };
    const props = draw({ proof: offer });
    click('count-proof');
    expect(props.onCountProof).toHaveBeenCalledWith(offer);
    draw({ proof: { ...offer, counted: 6 } });
    expect(root.querySelector('[data-action="count-proof"]')).toBeNull();
  });

  it('always shows the active dossier', () => {
    draw({ dossiers: [MARIAM] });
    expect(root.querySelector('#whose')?.textContent).toBe(MARIAM.alias);
    draw({});
    expect(root.querySelector<HTMLSelectElement>('#whose')?.value).toBe(MARIAM.id);
  });
});
