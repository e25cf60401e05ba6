/** The checklist's words: what is received is not « facultatif », what is only said is « déclaratif », what may be set aside is offered. */
// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Checklist, type ChecklistProps } from '@/components/checklist/Checklist';
import { SpeechProvider } from '@/components/text';
import { computeChecklist } from '@/lib/domain/checklist';
import type { Entry, EntryData, EntryKind } from '@/lib/domain/entry';
import { momentAt } from '@/lib/domain/moment';
import type { StoredEntry } from '@/lib/journal/types';
import { translator } from '@/lib/locales';
import { trackOf } from '@/lib/protocols';
import { awaitingProof, proofOffer, showsOffer } from '@/lib/screen/proof';
import { ENTRIES, LABELS } from './examples';

const NOW = Date.parse('2026-11-21T12:00:00Z');
const at = momentAt(NOW - 3_600_000);
let root: HTMLElement;

beforeEach(() => {
  root = document.createElement('div');
  document.body.append(root);
});
afterEach(() => {
  void act(() => render(null, root));
  root.remove();
});

function entry<K extends EntryKind>(seq: number, kind: K, data: EntryData[K]): Entry {
  return { v: 1, dossier: 'd', seq, kind, at, data, prev: null, hash: '' } as unknown as Entry;
}

function draw(entries: readonly Entry[], props: Partial<ChecklistProps> = {}): void {
  const track = trackOf('T1');
  if (!track) throw new Error('no track T1');
  const view = computeChecklist(track, entries, { now: NOW });
  void act(() =>
    render(
      <SpeechProvider t={translator('fr')} locale="fr" labels={LABELS}>
        <Checklist view={view} skippable={['S3', 'S4b']} {...props} />
      </SpeechProvider>,
      root,
    ),
  );
}
const step = (id: string): Element => {
  const found = root.querySelector(`[data-step="${id}"]`);
  if (!found) throw new Error(`no step ${id}`);
  return found;
};
const letter = { on: at, precision: 'day', outcome: 'NONE', files: [], captures: [] } as const;

describe('checklist on screen', () => {
  it('says « facultatif » of what the person may do, not of an answer that comes from the other side', () => {
    draw([]);
    expect(step('S3').textContent).toContain('facultatif');
    expect(step('S5').textContent).not.toContain('facultatif');
    expect(step('S5').textContent).toContain('Attendue de la préfecture');
  });

  it('shows as « déclaratif » what has no file behind it, on the step and on its part', () => {
    draw([entry(7, 'exchange', { ...letter, channel: 'LRAR', files: [], captures: [] })]);
    expect(root.querySelector('[data-part-of-step="S4a"]')?.textContent).toContain('Déclaratif');
    expect(root.querySelector('[data-part-of-step="S4a"]')?.textContent).toContain('P-0007');
    expect(step('S4').querySelector(':scope > .step-body > .proofs')?.textContent).toContain('Déclaratif');
  });

  it('marks a done step that stands on words only', () => {
    draw([entry(7, 'exchange', { ...letter, channel: 'CCC_PHONE', files: [], captures: [] })]);
    expect(step('S2').querySelector('.step-state .tag')?.textContent).toBe('déclaratif');
  });

  it('offers to say that no mail address is known, until it is said', () => {
    const onSkip = vi.fn();
    draw([], { onSkip });
    void act(() => root.querySelector<HTMLButtonElement>('[data-action="skip-S4b"]')?.click());
    expect(onSkip).toHaveBeenCalledWith('S4b');
    expect(root.querySelector('[data-action="skip-S4a"]')).toBeNull();
    draw([entry(7, 'step-skipped', { step: 'S4b', reason: 'Aucune adresse sur le site.' })], { onSkip });
    expect(root.querySelector('[data-action="skip-S4b"]')).toBeNull();
  });
});

describe('what a capture may still be asked for', () => {
  const capture = (page: { site: string; page: string; outcome: 'step' | 'blocked' | 'confirmation' } | null) => {
    const model = ENTRIES[2];
    if (model?.entry?.kind !== 'capture') throw new Error('the third example is a capture');
    return { ...model, seq: 3, entry: { ...model.entry, data: { ...model.entry.data, page } } };
  };
  const note = (about: number) => ({
    dossier: 'd',
    seq: 9,
    line: '',
    problem: null,
    entry: entry(9, 'note', { text: 'Rien ne se passe.', about }),
  });

  it.each([
    ['not recognised', null, { seq: 3, said: null }],
    ['a mere step', { site: 'anef', page: 'wizard-step', outcome: 'step' } as const, { seq: 3, said: null }],
    ['a blockage, which speaks for itself', { site: 'anef', page: 'too-early', outcome: 'blocked' } as const, null],
    ['a page that proves a contact', { site: 'anef', page: 'contact-sent', outcome: 'confirmation' } as const, null],
  ])('to say what it shows: %s', (_name, page, offer) => {
    expect(showsOffer([capture(page)], 3)).toEqual(offer);
  });

  it('is not asked again once said', () => {
    expect(showsOffer([capture(null), note(2), note(3)], 3)).toEqual({ seq: 3, said: 9 });
  });

  it('to count as proof of the contact, and only such a page', () => {
    const sent = capture({ site: 'anef', page: 'contact-sent', outcome: 'confirmation' });
    expect(proofOffer([sent], 3)).toEqual({ seq: 3, channel: 'CCC_FORM', counted: null });
    expect(proofOffer([capture(null)], 3)).toBeNull();
    expect(proofOffer([sent], null)).toBeNull();
  });

  describe('of a message already noted', () => {
    const sent = capture({ site: 'anef', page: 'contact-sent', outcome: 'confirmation' });
    const stored = (seq: number, one: Entry): StoredEntry => ({
      dossier: 'd',
      seq,
      line: '',
      problem: null,
      entry: one,
    });
    const on = sent.entry.data.takenAt;
    const said = { channel: 'CCC_FORM', on, precision: 'day', outcome: 'NONE', files: [], captures: [] } as const;
    const exchange = (seq: number, change: Partial<EntryData['exchange']> = {}): StoredEntry =>
      stored(seq, entry(seq, 'exchange', { ...said, files: [], captures: [], ...change }));
    const outcome = (about: number, captures: number[]): StoredEntry =>
      stored(
        9,
        entry(9, 'exchange-outcome', { exchange: about, on, precision: 'day', outcome: 'NONE', files: [], captures }),
      );
    const otherDay = momentAt(Date.parse(on.utc) - 3 * 86_400_000);

    it('the last one of that day that nothing stands behind', () => {
      expect(awaitingProof([exchange(4), exchange(5), sent], sent.entry)).toBe(5);
      expect(awaitingProof([sent], sent.entry)).toBeNull();
    });

    it.each([
      ['another channel', exchange(4, { channel: 'CCC_MAIL' }), []],
      ['another day', exchange(4, { on: otherDay }), []],
      ['something received', exchange(4, { direction: 'received' }), []],
      ['an answer', exchange(4, { outcome: 'RESOLVED' }), []],
      ['proven already', exchange(4, { captures: [2] }), []],
      ['followed already', exchange(4), [outcome(4, [2])]],
    ])('never %s', (_name, noted, after) => {
      expect(awaitingProof([noted, ...after, sent], sent.entry)).toBeNull();
    });

    it('is counted for that message', () => {
      expect(proofOffer([exchange(4), sent, outcome(4, [3])], 3)).toMatchObject({ counted: 4 });
    });
  });
});
