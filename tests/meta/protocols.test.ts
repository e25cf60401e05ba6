/** The tables of the protocol police themselves: sources, order, pages that exist, words in every language, and what must never be said. */
import { readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { Predicate } from '@/lib/domain/checklist-types';
import { LOCALES, type TextKey, translator } from '@/lib/locales';
import { EN } from '@/lib/locales/en';
import { checklist as EN_CHECKLIST } from '@/lib/locales/en/checklist';
import { FR } from '@/lib/locales/fr';
import { checklist as FR_CHECKLIST } from '@/lib/locales/fr/checklist';
import { SITES } from '@/lib/pages';
import { TRACKS, TRACKS_BY_NAME, trackOf } from '@/lib/protocols';

/** domain.md § 4.3, evidence.md § G: verdicts, and words that promise what a capture is not. */
const FORBIDDEN =
  /\bconstats?\b|certifi|preuve légale|legal proof|\bvous avez (?:le )?droit|you have the right|\bcomplet|\bcomplete\b|(?:il|elle) est (?:il)?légal|délai légal|legal deadline|situation (?:ir)?régulière|obligée? de vous|devez faire un référé/i;

const steps = TRACKS.flatMap((track) => track.steps.map((step) => ({ track, step, name: `${track.id} ${step.id}` })));
const texts = (table: object): Record<string, string> => Object.fromEntries(Object.entries(table));

function flat(predicate: Predicate): Predicate[] {
  return 'of' in predicate ? [predicate, ...predicate.of.flatMap(flat)] : [predicate];
}

it('every folder of lib/protocols is in TRACKS_BY_NAME (add it to lib/protocols/index.ts)', async () => {
  const entries = await readdir(new URL('../../lib/protocols', import.meta.url), { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  expect(folders.toSorted()).toEqual(Object.keys(TRACKS_BY_NAME).toSorted());
});

it('a track is found by its id and by the name of its folder, and nothing else is', () => {
  for (const [name, track] of Object.entries(TRACKS_BY_NAME))
    for (const asked of [name, track.id, track.id.toLowerCase()]) expect(trackOf(asked)).toBe(track);
  for (const asked of ['', 'T0', 'constructor', '__proto__']) expect(trackOf(asked)).toBeNull();
});

describe.each(TRACKS)('track $id', (track) => {
  const ids = track.steps.map((step) => step.id);

  it('names its steps and parts once, and says of which day it is', () => {
    const all = track.steps.flatMap((step) => [step.id, ...(step.parts ?? []).map((part) => part.id)]);
    expect(new Set(all).size, 'ids are never shared between steps and parts').toBe(all.length);
    expect(track.contentDate).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  it('orders its steps: what comes before is above', () => {
    for (const [index, step] of track.steps.entries()) {
      for (const before of step.after)
        expect(ids.indexOf(before), `${step.id} comes after ${before}: it must be above it`).toBeLessThan(index);
      expect(ids, `${step.id} names a step that is not there`).toEqual(expect.arrayContaining([...step.after]));
    }
  });

  it('lets nothing that is optional gate a step (PAN never does, domain.md § 3.5)', () => {
    for (const step of track.steps.filter((one) => one.mandatory)) {
      for (const before of step.after)
        expect(track.steps.find((one) => one.id === before)?.mandatory, `${step.id} waits for ${before}`).toBe(true);
    }
    expect(track.steps.flatMap((step) => step.after)).not.toContain('S3');
  });
});

describe.each(steps)('$name', ({ track, step }) => {
  it('names its sources, with the day on which each was seen', () => {
    expect(
      step.sources.length,
      `give ${step.id} at least one source (a seed's lines, an article, domain.md)`,
    ).toBeGreaterThan(0);
    for (const source of step.sources) expect(source.seen).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  it('marks as law only a wait whose source is a text', () => {
    if (step.wait?.legal)
      expect(
        step.sources.some(({ ref }) => /\b[RLD]\.? ?\*? ?\d{3}-\d+/.test(ref)),
        'cite the article',
      ).toBe(true);
    if (step.wait) expect(step.wait.urgentDays).toBeLessThanOrEqual(step.wait.days);
  });

  it('asks only for pages that the page tables have', () => {
    const known: string[] = SITES.flatMap((site) => site.rows.map((row) => row.id));
    const asked = [step.done, ...(step.parts ?? []).map((part) => part.done)]
      .flatMap(flat)
      .flatMap((one) => (one.is === 'capture' ? (one.pages ?? []) : []));
    for (const page of asked)
      expect(known, `${step.id} asks for ${page}: was the row renamed? Rows are never renamed.`).toContain(page);
  });

  it('has its words in every language, the French ones being the table’s own', () => {
    const words: [string, string][] = [
      [`protocols.${track.id}.${step.id}.label`, step.label],
      [`protocols.${track.id}.${step.id}.explain`, step.explain],
      ...(step.parts ?? []).map((part): [string, string] => [`protocols.${track.id}.${part.id}.label`, part.label]),
    ];
    for (const [key, french] of words) {
      expect(texts(FR)[key], `copy the table's words to ${key} in lib/locales/fr/checklist.ts`).toBe(french);
      expect(texts(EN)[key], `translate ${key} in lib/locales/en/checklist.ts`).toBeTruthy();
    }
  });
});

describe('the texts of the checklist', () => {
  it('have the same keys in every language', () => {
    expect(Object.keys(EN_CHECKLIST).toSorted()).toEqual(Object.keys(FR_CHECKLIST).toSorted());
  });

  it.each(LOCALES)('%s: give no verdict and promise nothing', (locale) => {
    for (const [key, text] of Object.entries(locale === 'fr' ? FR_CHECKLIST : EN_CHECKLIST))
      expect(text, key).not.toMatch(FORBIDDEN);
  });

  it('would be caught if they did', () => {
    for (const text of [
      'Votre dossier est complet',
      'capture certifiée',
      'Délai légal : 7 jours',
      'vous avez droit à un rendez-vous',
    ])
      expect(text).toMatch(FORBIDDEN);
  });

  it.each(LOCALES)('%s: are all written in the message format', (locale) => {
    const t = translator(locale);
    const values = {
      date: '21/11/2026',
      time: '10:00',
      offset: 'UTC+1',
      entries: 2,
      step: 'S1',
      numbers: 'P-0001',
      number: 'P-0001',
      track: 'T1',
    };
    for (const key of Object.keys(FR_CHECKLIST) as TextKey[]) {
      const text = t(key, values);
      expect(text, key).not.toMatch(/[{}]/);
      expect(text.trim(), key).not.toBe('');
    }
  });

  it('call a wait that is ours « repère pratique »', () => {
    expect(FR_CHECKLIST['checklist.text.wait']).toMatch(/repère pratique/);
    expect(FR_CHECKLIST['checklist.text.next-waits']).toMatch(/repère pratique/);
  });
});
