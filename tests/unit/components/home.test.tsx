/** The home, the step page and « Ma situation »: what they say of any journal, never a verdict; what they write. */
// @vitest-environment happy-dom
import fc from 'fast-check';
import type { ComponentChildren } from 'preact';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HomeScreen } from '@/components/home/HomeScreen';
import { NewDossierForm } from '@/components/popup/NewDossierForm';
import { WaitsPanel } from '@/components/settings/WaitsPanel';
import { SituationScreen } from '@/components/situation/SituationScreen';
import { matching } from '@/components/situation/search';
import { changeOf, draftOf, possibleDay } from '@/components/situation/situation-model';
import { SpeechProvider } from '@/components/text';
import { type Entry, type EntryData, KEY_DATES, REGIMES, STOPS, URGENCY_FACTS } from '@/lib/domain/entry';
import { standingOf } from '@/lib/domain/standing';
import { readTriage } from '@/lib/domain/triage';
import type { Journal } from '@/lib/journal/types';
import { LOCALES, type Locale, translator } from '@/lib/locales';
import { FR } from '@/lib/locales/fr';
import { DOSSIER_TRACKS, TRACKS, trackOf } from '@/lib/protocols';
import { BLOCKAGES } from '@/lib/protocols/blockages';
import type { Open } from '@/lib/screen/journal-parts';
import { labelsIn } from '@/lib/screen/labels';
import { StepPart } from '@/lib/screen/step';
import { capture, complement, entry, exchange, file, outcome, START, skipped, told } from '../domain/checklist-support';

// The journal's other parts bring the whole extension with them; a step only needs the way to another part.
vi.mock('@/lib/platform/browser', () => ({ browser: {} }));
vi.mock('@/lib/screen/journal-parts', () => ({ goTo: vi.fn() }));
vi.mock('@/lib/screen/follow-up', () => ({ StepForms: () => null, FollowUp: () => null }));

let root: HTMLElement;
beforeEach(() => {
  root = document.createElement('div');
  document.body.append(root);
});
afterEach(() => {
  void act(() => render(null, root));
  root.remove();
});

const nothing = (): void => undefined;
const DAY = 86_400_000;

function draw(what: ComponentChildren, locale: Locale = 'fr'): string {
  void act(() =>
    render(
      <SpeechProvider t={translator(locale)} locale={locale} labels={labelsIn(locale)}>
        {what}
      </SpeechProvider>,
      root,
    ),
  );
  return (root.textContent ?? '').replaceAll('\u00a0', ' ');
}
const find = <T extends Element = HTMLElement>(selector: string): T => {
  const found = root.querySelector<T>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
};
const click = (selector: string): void => void act(() => find(selector).click());
function type(selector: string, value: string): void {
  const field = find<HTMLInputElement>(selector);
  void act(() => {
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
}
const submit = (form: string): void =>
  void act(() => void find(form).dispatchEvent(new Event('submit', { cancelable: true, bubbles: true })));

const opened = (track: string): Entry =>
  entry(1, 'dossier-opened', { alias: 'Mésange', track, departments: ['93'], product: '0' });

function home(track: string, entries: readonly Entry[], day = 0, locale: Locale = 'fr'): string {
  const table = trackOf(track);
  if (!table) throw new Error(`no track ${track}`);
  const standing = standingOf(table, entries, { now: START + day * DAY });
  return draw(
    <HomeScreen
      alias="Mésange"
      standing={standing}
      contentDate={table.contentDate}
      legalWaits={[]}
      skippable={[]}
      onOpenEntry={nothing}
      onSkip={nothing}
    />,
    locale,
  );
}

/** domain.md § 4.3: rows of « never ». */
const VERDICT =
  /vous avez (?:le )?droit|dossier (?:est )?complet|situation (?:ir)?régulière|rempliss(?:ez|ent) les conditions|délai légal|refus implicite|il vous reste|certifié|valeur légale|prêt pour gagner|(?:c'est|est) suffisant|illégal|abusi|\b(?:vous devez|must) (?:faire un référé|appeal)|file is complete|you have the right/i;

const anyEntry = (seq: number): fc.Arbitrary<Entry> => {
  const day = fc.integer({ min: 0, max: 90 });
  return fc.oneof(
    fc.tuple(fc.constantFrom('blocked', 'refused', 'notice', null), day).map(([what, on]) => capture(seq, what, on)),
    fc
      .tuple(fc.constantFrom('CCC_MAIL', 'LRAR', 'PREF_MAIL', 'PAN', 'DN_MSG'), day, fc.boolean())
      .map(([channel, on, shown]) => exchange(seq, channel, on, { files: shown ? [file] : [], reference: '1A' })),
    fc
      .tuple(fc.integer({ min: 1, max: 8 }), fc.constantFrom('STEREOTYPED', 'INVITED', 'REFUSED', 'AUTO_REPLY'), day)
      .map(([of, what, on]) => outcome(seq, of, what, on, { files: [file] })),
    fc.subarray([...STOPS]).map((stops) => told(seq, { stops })),
    fc
      .constantFrom('2025-01-01', '2026-11-20', '2027-06-01')
      .map((date) => told(seq, { dates: { titleExpiry: date } })),
    fc.constantFrom('2026-10-01', '2026-12-01').map((notifiedOn) => complement(seq, 'r', { notifiedOn, items: [] })),
    fc.constantFrom('S2', 'P1', 'K1', 'R1').map((id) => skipped(seq, id)),
  );
};
const journal = fc
  .integer({ min: 0, max: 8 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => anyEntry(index + 2))));

describe('the home', () => {
  it('of any journal, in any track and language, gives no verdict, and what is next is among what is missing', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...TRACKS.map((track) => track.id)),
        journal,
        fc.integer({ min: 0, max: 400 }),
        fc.constantFrom(...LOCALES),
        (track, entries, day, locale) => {
          const text = home(track, [opened(track), ...entries], day, locale);
          expect(text).not.toMatch(VERDICT);
          expect(text).not.toMatch(/undefined|NaN|\[object/);
          for (const key of Object.keys(FR)) if (key.startsWith('home.')) expect(text).not.toContain(key);
          const next = find('[data-home="next"]').dataset['next'] ?? '';
          const missing = [...root.querySelectorAll<HTMLElement>('[data-missing]')].map(
            (one) => one.dataset['missing'],
          );
          if (next !== '') expect(missing).toContain(next);
          else expect(find('[data-home="next"]').textContent?.length).toBeGreaterThan(30);
        },
      ),
      { numRuns: 120 },
    );
  });

  it('opens the next step with one link, and says since when the others are done', () => {
    const text = home('T1', [opened('T1'), capture(2, 'blocked', 0)]);
    expect(find<HTMLAnchorElement>('[data-action="open-next"]').getAttribute('href')).toBe('#/etape/S2');
    expect(text).toContain('Fait depuis le 2 nov. 2026');
    expect(text).toContain('Il manque : le constat de la préfecture OU l’attestation du CCC.');
  });

  it('shows the keys only where a solution de substitution is asked for, and no more once one is there', () => {
    expect(home('T6', [opened('T6')])).not.toContain('Il manque');
    const attested = [
      exchange(2, 'CCC_MAIL', 0, { files: [file] }),
      outcome(3, 2, 'IMPOSSIBILITY_ATTESTED', 1, { files: [file] }),
    ];
    expect(home('T1', [opened('T1'), ...attested], 2)).not.toContain('Il manque');
  });

  it('says to contact a lawyer or an association where a stop was said, and nothing more about it', () => {
    home('T1', [opened('T1'), told(2, { stops: ['hearing'] })]);
    const banner = find('[data-banner="stop"]').textContent ?? '';
    expect(banner).toContain('Contactez tout de suite un avocat ou une association.');
    expect(banner).toContain('audience fixée');
    expect(home('T1', [opened('T1')])).not.toContain('Contactez tout de suite');
  });

  it('says when it is urgent, why nothing is to be done, and when its texts are old', () => {
    expect(home('T1', [opened('T1'), told(2, { urgency: ['job'] })])).toContain('emploi suspendu');
    const waits = [capture(2, 'blocked', 0), exchange(3, 'CCC_MAIL', 1, { files: [file] })];
    expect(home('T1', [opened('T1'), ...waits], 2)).toMatch(
      /une attente court jusqu’au 10 nov\. 2026 \(repère pratique\)/,
    );
    expect(home('T1', [opened('T1')])).toContain('Informations peut-être dépassées');
    home('T1', [opened('T1')], -60);
    expect(root.querySelector('[data-banner="stale"]')).toBeNull();
  });

  it('asks what blocks until somebody said it; the questions of T0 lead to the situation', () => {
    home('T1', [opened('T1')]);
    expect(find('[data-home="choose"]')).toBeTruthy();
    home('T1', [opened('T1'), told(2, { blockages: ['B1'] })]);
    expect(root.querySelector('[data-home="choose"]')).toBeNull();
    home('T0', [opened('T0')]);
    expect(find<HTMLAnchorElement>('[data-action="open-next"]').getAttribute('href')).toBe('#/situation');
  });
});

describe('the page of a step', () => {
  function step(
    track: string,
    id: string,
    entries: readonly Entry[],
    locale: Locale = 'fr',
  ): { text: string; open: Open } {
    const table = trackOf(track);
    const now = START + 3 * DAY;
    const standing = table ? standingOf(table, entries, { now }) : null;
    const open: Open = {
      journal: {} as Journal,
      active: {
        id: 'd',
        alias: 'Mésange',
        track,
        departments: [],
        openedAt: entries[0]?.at,
        entries: 1,
        lastAt: entries[0]?.at,
      } as unknown as Open['active'],
      entries: entries.map((one) => ({ dossier: 'd', seq: one.seq, line: '', entry: one, problem: null })),
      checklist: {
        view: standing?.view ?? null,
        track: table,
        standing,
        legalDate: table?.contentDate,
        legalWaits: [],
        skippable: ['S3'],
        waits: {},
      },
      onDialog: vi.fn(),
      onFailure: nothing,
    };
    return { text: draw(<StepPart {...open} id={id} />, locale), open };
  }

  it.each(TRACKS.flatMap((track) => track.steps.map((one) => [track.id, one.id] as const)))(
    '%s %s: what to do, what counts, sources one click away, no verdict, no raw key',
    (track, id) => {
      const blockages = BLOCKAGES.map(({ code }) => code);
      for (const locale of LOCALES) {
        const { text } = step(track, id, [opened(track), told(2, { blockages })], locale);
        expect(text).not.toMatch(VERDICT);
        expect(text).not.toMatch(/undefined|NaN|\[object/);
        for (const key of Object.keys(FR)) expect(text.includes(key), `raw key ${key}`).toBe(false);
        if (!root.querySelector('[data-step-page]')) {
          // The step is for those who answered otherwise.
          expect(track).toMatch(/T[45]/);
          continue;
        }
        expect(find('[data-home="rules"]').textContent?.length).toBeGreaterThan(40);
        expect(root.querySelectorAll('[data-sources] li').length).toBeGreaterThan(0);
      }
    },
  );

  it('gives the letters, the number to call, and opens the form on its channel', () => {
    const { text, open } = step('T1', 'S2', [opened('T1'), capture(2, 'blocked')]);
    const letters = [...root.querySelectorAll('[data-letter]')].map((one) => one.getAttribute('href'));
    expect(letters).toEqual(['#/courriers/ccc-message', '#/courriers/call-sheet']);
    expect(find<HTMLAnchorElement>('.phone').getAttribute('href')).toBe('tel:+33806001620');
    expect(text).toContain('Horaires à vérifier');
    click('[data-action="add-CCC_PHONE"]');
    expect(open.onDialog).toHaveBeenCalledWith({ is: 'exchange', channel: 'CCC_PHONE' });
  });

  it('shows the proof that is there, what was only said, and offers to set aside what may be', () => {
    step('T1', 'S1', [opened('T1'), capture(2, 'blocked')]);
    expect(find('[data-proof="2"]').getAttribute('href')).toBe('#/piece/2');
    const { text, open } = step('T1', 'S3', [opened('T1')]);
    expect(text).toContain('facultatif');
    click('[data-action="skip-S3"]');
    expect(open.onDialog).toHaveBeenCalledWith({ is: 'skip', step: 'S3' });
    expect(step('T1', 'S4', [opened('T1'), exchange(2, 'LRAR')]).text).toContain('déclaratif');
  });

  it('names the local ways of the department, without an address, and none where none is known', () => {
    const local = step('T3', 'P2L', [opened('T3')]).text;
    expect(local).toContain('Une boîte aux lettres dédiée');
    expect(local).not.toMatch(/@/);
    expect(step('T3', 'P2L', [opened('T3'), told(2, { department: '13' })]).text).toContain('ne connaît pas de voie');
    expect(step('T3', 'P2L', [opened('T3'), told(2, { department: '' })]).text).toContain('Indiquez votre département');
  });

  it('says so when the step is not in the track', () => {
    expect(step('T1', 'K4', [opened('T1')]).text).toContain('n’est pas dans ce parcours');
  });
});

describe('« Ma situation »', () => {
  const facts: fc.Arbitrary<EntryData['dossier-track']> = fc.record(
    {
      track: fc.constantFrom(...DOSSIER_TRACKS.map((track) => track.id)),
      blockages: fc.subarray(BLOCKAGES.map(({ code }) => code)),
      title: fc.constantFrom('', 'renouvellement étudiant', 'autre'),
      department: fc.constantFrom('93', '974', ''),
      regime: fc.constantFrom(...REGIMES),
      filed: fc.constantFrom('yes' as const, 'no' as const, 'unknown' as const),
      stops: fc.subarray([...STOPS]),
      urgency: fc.subarray([...URGENCY_FACTS]),
      dates: fc.record(
        { titleExpiry: fc.constantFrom('2026-11-01', null), filedOn: fc.constant('2026-01-02') },
        { requiredKeys: [] },
      ),
    },
    { requiredKeys: [] },
  );

  it('writes only what is new; written, it reads back the same, and there is nothing more to write', () => {
    fc.assert(
      fc.property(facts, facts, (before, after) => {
        const entries = [opened('T1'), told(2, before)];
        const triage = readTriage(entries);
        expect(changeOf(draftOf(triage), triage)).toBeNull();
        const wanted = draftOf(readTriage([...entries, told(3, after)]));
        const change = changeOf(wanted, triage);
        const now = change ? readTriage([...entries, told(3, change)]) : triage;
        const sorted = (of: typeof wanted) => ({
          ...of,
          blockages: of.blockages.toSorted(),
          stops: of.stops?.toSorted() ?? null,
          urgency: of.urgency?.toSorted() ?? null,
        });
        expect(sorted(draftOf(now))).toEqual(sorted(wanted));
        expect(changeOf(wanted, now)).toBeNull();
      }),
    );
  });

  function situation(entries: readonly Entry[]) {
    const onSave = vi.fn();
    const onNothing = vi.fn();
    const screen = (triage = readTriage(entries)) => (
      <SituationScreen
        triage={triage}
        departments={[{ code: '93', name: 'Seine-Saint-Denis' }]}
        busy={false}
        said={null}
        error={null}
        onSave={onSave}
        onNothing={onNothing}
      />
    );
    draw(screen());
    return { onSave, onNothing };
  }

  it('proposes the track of what is ticked; the person follows it or picks another', () => {
    const { onSave } = situation([opened('T1')]);
    type('[data-block="blockages"] input[type="search"]', 'creneau');
    const box = find('[data-blockage="E1"]').closest('label');
    void act(() => box?.querySelector('input')?.click());
    expect(find('[data-proposed-track]').dataset['proposedTrack']).toBe('T6');
    click('[data-action="follow-track"]');
    expect(root.querySelector('[data-proposed-track]')).toBeNull();
    submit('form');
    expect(onSave).toHaveBeenLastCalledWith({ track: 'T6', blockages: ['E1'] });
    click('[data-action="other-track"]');
    const other = find('[data-pick="T7"]').closest('label');
    void act(() => other?.querySelector('input')?.click());
    submit('form');
    expect(onSave).toHaveBeenLastCalledWith({ track: 'T7', blockages: ['E1'] });
  });

  it('says nothing new when nothing changed, refuses a day that does not exist, keeps a title back', () => {
    const { onSave, onNothing } = situation([
      opened('T1'),
      told(2, { title: 'étudiant', dates: { filedOn: '2026-03-04' } }),
    ]);
    expect(find('[data-block="title"] [data-stated]').dataset['stated']).toBe('2');
    submit('form');
    expect(onNothing).toHaveBeenCalledOnce();
    expect(possibleDay('2026-02-30')).toBe(false);
    const box = [...root.querySelectorAll('[data-block="title"] label.choice input')][0];
    void act(() => (box as HTMLInputElement).click());
    type('input[name="filedOn"]', '');
    submit('form');
    expect(onSave).toHaveBeenLastCalledWith({ title: '', dates: { filedOn: null } });
  });

  it('steps back for what has no track', () => {
    situation([opened('T1'), told(2, { blockages: ['A11'] })]);
    expect(find('[data-banner="ask-first"]').textContent).toContain('contactez une association ou un avocat');
    expect(KEY_DATES.every((name) => root.querySelector(`input[name="${name}"]`))).toBe(true);
  });
});

describe('a new dossier', () => {
  it('with a name alone: not known yet', () => {
    const onCreate = vi.fn();
    draw(<NewDossierForm onCreate={onCreate} />);
    type('input:not([type])', 'Pinson');
    submit('form');
    expect(onCreate).toHaveBeenCalledWith('Pinson', null);
  });

  it('proposes what the page looks like, says why, and lets the person change', () => {
    const onCreate = vi.fn();
    draw(<NewDossierForm onCreate={onCreate} hints={['E1']} />);
    expect(find('[data-proposed]').textContent).toContain('Proposé d’après la page');
    expect(find('[data-hinted="E1"]').textContent).toBe('Aucun créneau de rendez-vous');
    type('input:not([type])', 'Pinson');
    submit('form');
    expect(onCreate).toHaveBeenLastCalledWith('Pinson', expect.objectContaining({ track: 'T6', blockage: 'E1' }));
    void act(() => find('[data-family="site"]').closest('label')?.querySelector('input')?.click());
    submit('form');
    expect(onCreate).toHaveBeenLastCalledWith('Pinson', expect.objectContaining({ track: 'T1', blockage: null }));
  });

  it('proposes all that the page may show, each with its reason and its track; the person’s own choice is what is written', () => {
    const onCreate = vi.fn();
    draw(<NewDossierForm onCreate={onCreate} hints={['A5', 'B3']} />);
    expect([...root.querySelectorAll('[data-hinted]')].map((one) => (one as HTMLElement).dataset['hinted'])).toEqual([
      'A5',
      'B3',
    ]);
    const radio = (id: string): HTMLInputElement => {
      const found = find(`[data-hinted="${id}"]`).closest('label')?.querySelector('input');
      if (!found) throw new Error(`no choice ${id}`);
      return found;
    };
    expect(radio('A5').checked).toBe(true);
    const why = (id: string): string =>
      document.getElementById(radio(id).getAttribute('aria-describedby') ?? '')?.textContent ?? '';
    expect(why('A5')).toContain('Le portail attend que vous ayez retiré le titre précédent.');
    // What the other one means is read once it is chosen.
    expect(why('B3')).toBe('');
    expect(why('A5')).not.toBe(why('B3'));
    type('input:not([type])', 'Pinson');
    submit('form');
    expect(onCreate).toHaveBeenLastCalledWith('Pinson', expect.objectContaining({ track: 'T2', blockage: 'A5' }));
    void act(() => radio('B3').click());
    expect(why('B3')).toContain('mais vous l’avez');
    expect(root.querySelectorAll('input[type="radio"]:checked')).toHaveLength(1);
    submit('form');
    expect(onCreate).toHaveBeenLastCalledWith('Pinson', expect.objectContaining({ track: 'T1', blockage: 'B3' }));
    // Something else: the pictures are there, and the list below them.
    void act(() => find('[data-family="unknown"]').closest('label')?.querySelector('input')?.click());
    submit('form');
    expect(onCreate).toHaveBeenLastCalledWith('Pinson', null);
  });

  it('asks which paper; finds it with the person’s words, Enter takes the first', () => {
    const onCreate = vi.fn();
    draw(<NewDossierForm onCreate={onCreate} />);
    type('input:not([type])', 'Pinson');
    void act(() => find('[data-family="paper"]').closest('label')?.querySelector('input')?.click());
    submit('form');
    expect(onCreate).not.toHaveBeenCalled();
    expect(root.textContent).toContain('Choisissez dans la liste');
    type('input[type="search"]', 'RECEPISSE');
    void act(
      () =>
        void find('input[type="search"]').dispatchEvent(
          new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }),
        ),
    );
    submit('form');
    expect(onCreate).toHaveBeenLastCalledWith('Pinson', expect.objectContaining({ track: 'T3b' }));
  });

  it('searches without accents, capitals or order', () => {
    const words = (one: string) => [one];
    expect(matching(['Aucun créneau', 'Connexion'], 'CRENEAU aucun', words)).toEqual(['Aucun créneau']);
    expect(matching(['a', 'b'], '  ', words)).toEqual(['a', 'b']);
  });
});

describe('the waits', () => {
  const rows = [{ id: 'S2', track: 'T1', label: 'CCC', days: 7, urgentDays: 2 }];
  const leave = (): void => void act(() => void find('input').dispatchEvent(new Event('change', { bubbles: true })));

  it('change when the field is left, show the notebook’s own, and go back to it', () => {
    const onWaits = vi.fn();
    expect(draw(<WaitsPanel rows={rows} waits={{}} most={365} onWaits={onWaits} />)).toContain('Repère du carnet : 7');
    type('input', '10');
    leave();
    expect(onWaits).toHaveBeenLastCalledWith({ S2: { days: 10, urgentDays: 2 } });
    draw(<WaitsPanel rows={rows} waits={{ S2: { days: 10, urgentDays: 2 } }} most={365} onWaits={onWaits} />);
    type('input', '7');
    leave();
    expect(onWaits).toHaveBeenLastCalledWith({});
    click('[data-action="reset-waits"]');
    expect(onWaits).toHaveBeenLastCalledWith({});
  });

  it('refuse what is no number of days', () => {
    const onWaits = vi.fn();
    draw(<WaitsPanel rows={rows} waits={{}} most={365} onWaits={onWaits} />);
    for (const wrong of ['', '-1', '366', '1.5']) {
      type('input', wrong);
      leave();
      expect(root.textContent, wrong).toContain('de 0 à 365');
    }
    expect(onWaits).not.toHaveBeenCalled();
  });
});
