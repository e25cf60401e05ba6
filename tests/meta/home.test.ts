/** The tables behind the home and the step pages police themselves: every letter and every blockage is reachable, every proof has words. */
import { describe, expect, it } from 'vitest';
import { channelsOf } from '@/lib/domain/checklist-predicates';
import type { Predicate } from '@/lib/domain/checklist-types';
import { LETTER_IDS, LETTERS } from '@/lib/letters';
import { CCC_PHONE } from '@/lib/letters/select';
import { LOCALES, type TextKey, type TextValues, translator } from '@/lib/locales';
import { FR } from '@/lib/locales/fr';
import { rowOf, SITES } from '@/lib/pages';
import { DOSSIER_TRACKS, TRACKS, trackOf } from '@/lib/protocols';
import { BLOCKAGES } from '@/lib/protocols/blockages';
import { PHONE_CONTACTS } from '@/lib/protocols/contacts';
import { type ProofLine, proofLine } from '@/lib/protocols/proof-lines';
import { defaultStart, FAMILIES, hintedStarts, START_CHOICES, startKeys } from '@/lib/protocols/starts';
import { lettersOfStep, STEP_LETTERS } from '@/lib/protocols/step-letters';

const flat = (predicate: Predicate): Predicate[] =>
  'of' in predicate ? [predicate, ...predicate.of.flatMap(flat)] : [predicate];

describe('letters of the steps (lib/protocols/step-letters.ts)', () => {
  it('name steps and letters that exist, for that track', () => {
    for (const [track, steps] of Object.entries(STEP_LETTERS)) {
      for (const [step, letters] of Object.entries(steps)) {
        expect(
          trackOf(track)?.steps.map((one) => one.id),
          `${track} ${step}`,
        ).toContain(step);
        for (const letter of letters) {
          const { tracks } = LETTERS[letter];
          expect(tracks.length === 0 || tracks.includes(track), `${letter} is not a letter of ${track}`).toBe(true);
        }
      }
    }
  });

  it.each(DOSSIER_TRACKS.map((track) => [track.id, track] as const))('reach every letter of %s', (id, track) => {
    const reached = new Set(track.steps.flatMap((step) => lettersOfStep(id, step.id)));
    const calls = track.steps.some((step) => channelsOf(step.done, step.parts ?? []).has('CCC_PHONE'));
    const wanted = LETTER_IDS.filter((letter) => {
      if (letter === 'call-sheet') return calls; // a sheet for a call, where a step is a call
      return LETTERS[letter].tracks.length === 0 || LETTERS[letter].tracks.includes(id);
    });
    expect(
      wanted.filter((letter) => !reached.has(letter)),
      `Give these letters a step of ${id} in lib/protocols/step-letters.ts`,
    ).toEqual([]);
  });

  it('give none for a step or a track of a later version', () => {
    expect(lettersOfStep('T99', 'S1')).toEqual([]);
    expect(lettersOfStep('T1', 'constructor')).toEqual([]);
  });
});

describe('how a dossier begins (lib/protocols/starts.ts)', () => {
  it('reaches every blockage and every track', () => {
    expect(START_CHOICES.flatMap((choice) => choice.blockage ?? []).toSorted()).toEqual(
      BLOCKAGES.map(({ code }) => code).toSorted(),
    );
    const tracks = new Set(START_CHOICES.map((choice) => choice.track));
    expect(DOSSIER_TRACKS.filter(({ id }) => !tracks.has(id)).map(({ id }) => id)).toEqual([]);
    for (const family of FAMILIES) expect(START_CHOICES.some((choice) => choice.family === family)).toBe(true);
  });

  it('has words in every language', () => {
    for (const choice of START_CHOICES) {
      const { label, plain } = startKeys(choice);
      for (const key of [label, plain]) expect(FR, key).toHaveProperty([key]);
    }
  });

  it('chooses a track with a picture alone only where there is one', () => {
    expect(defaultStart('site')?.track).toBe('T1');
    expect(defaultStart('appointment')?.track).toBe('T6');
    expect(defaultStart('paper')).toBeNull();
  });

  it('proposes all that the hints of a page name, in their order, each once', () => {
    expect(hintedStarts(['E1', 'B5', 'Z9', 'E1']).map(({ id, track }) => [id, track])).toEqual([
      ['E1', 'T6'],
      ['B5', 'T1'],
    ]);
    expect(hintedStarts([])).toEqual([]);
    expect(hintedStarts(rowOf('anef', 'titre-non-remis')?.hints ?? []).map(({ id, track }) => [id, track])).toEqual([
      ['A5', 'T2'],
      ['B3', 'T1'],
    ]);
    for (const row of SITES.flatMap((site) => site.rows))
      expect(hintedStarts(row.hints ?? []), row.id).toHaveLength(row.hints?.length ?? 0);
  });
});

describe('the number to call (lib/protocols/contacts.ts)', () => {
  it('is that of the call sheet, says its sources, and leads to itself', () => {
    const [ccc] = PHONE_CONTACTS;
    expect(ccc?.number).toBe(CCC_PHONE);
    expect(ccc?.href).toBe(`tel:+33${CCC_PHONE.replaceAll(' ', '').slice(1)}`);
    for (const phone of PHONE_CONTACTS) expect(phone.sources.length).toBeGreaterThan(0);
  });
});

describe.each(LOCALES)('what counts as proof, in words (%s)', (locale) => {
  const translate = translator(locale);
  const t = (key: TextKey, values?: TextValues): string => translate(key, values);
  const words = {
    t,
    channel: (channel: string) => channel,
    date: (date: string) => date,
    page: (page: string) => page,
    list: (texts: readonly string[]) => texts.join(', '),
  };
  const said = (line: ProofLine): string[] => [t(line.key, line.values), ...(line.of ?? []).flatMap(said)];

  it.each(TRACKS.map((track) => [track.id, track] as const))(
    '%s: every step and part, nothing left out',
    (_id, track) => {
      for (const step of track.steps) {
        for (const done of [step.done, ...(step.parts ?? []).map((part) => part.done)]) {
          const texts = said(proofLine(done, step.parts ?? [], words));
          expect(
            texts.every((text) => text.trim() !== '' && !/undefined|\{/.test(text)),
            texts.join('|'),
          ).toBe(true);
          const all = texts.join(' ');
          for (const one of flat(done)) {
            if (one.is === 'exchange' || one.is === 'answer')
              for (const channel of one.channels) expect(all).toContain(channel);
            if (one.is === 'capture') for (const page of one.pages ?? []) expect(all).toContain(page);
          }
        }
      }
    },
  );
});
