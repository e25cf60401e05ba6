/** The tables of the protocol police themselves: sources, order, pages that exist, words in every language, and what must never be said. */
import { readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { Predicate, Step, Track } from '@/lib/domain/checklist-types';
import { TRIAGE_FACTS } from '@/lib/domain/checklist-types';
import { ITEM_ANSWERS, ITEM_PROBLEMS, KEY_DATES, REGIMES, STOPS, URGENCY_FACTS } from '@/lib/domain/entry';
import { LOCALES, type TextKey, translator } from '@/lib/locales';
import { EN } from '@/lib/locales/en';
import { checklist as EN_CHECKLIST } from '@/lib/locales/en/checklist';
import { FR } from '@/lib/locales/fr';
import { checklist as FR_CHECKLIST } from '@/lib/locales/fr/checklist';
import { SITES } from '@/lib/pages';
import { PREFECTURES } from '@/lib/prefectures/table';
import { DOSSIER_TRACKS, TRACKS, TRACKS_BY_NAME, trackOf } from '@/lib/protocols';
import { BLOCKAGES, blockageKeys, blockageOf, tracksFor } from '@/lib/protocols/blockages';
import { JUDGED_FILES } from '@/lib/protocols/judged-files';
import {
  choiceKey,
  dateKey,
  itemAnswerKey,
  judgedFileKey,
  problemKey,
  regimeKey,
  stopKey,
  urgencyKey,
} from '@/lib/protocols/keys';
import { LOCAL_CHANNELS } from '@/lib/protocols/local-channels';

/** domain.md § 4.3, evidence.md § G: verdicts, and words that promise what a capture is not. */
const FORBIDDEN =
  /\bconstats?\b|certifi|preuve légale|legal proof|\bvous avez (?:le )?droit|you have the right|\bcomplet|\bcomplete\b|(?:il|elle) est (?:il)?légal|délai légal|legal deadline|situation (?:ir)?régulière|obligée? de vous|devez faire un référé/i;

const steps = TRACKS.flatMap((track) => track.steps.map((step) => ({ track, step, name: `${track.id} ${step.id}` })));
const texts = (table: object): Record<string, string> => Object.fromEntries(Object.entries(table));

/** An article of a code, as the tables cite it. */
const ARTICLE = /\b[RLD]\.? ?\*? ?\d{3}-\d+/;

function predicatesOf(step: Step): Predicate[] {
  return [step.done, ...(step.parts ?? []).map((part) => part.done)].flatMap(flat);
}

/** Everything that a person reads of a track. */
function wordsOf(track: Track): string[] {
  return track.steps.flatMap((step) => [
    step.label,
    step.explain,
    ...(step.parts ?? []).map((part) => part.label),
    ...(step.marks ?? []).map((mark) => mark.label),
  ]);
}

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
  for (const asked of ['', 'T9', 'constructor', '__proto__']) expect(trackOf(asked)).toBeNull();
});

describe.each(TRACKS)('track $id', (track) => {
  const ids = track.steps.map((step) => step.id);

  it('names its steps and parts once, and says of which day it is', () => {
    const all = track.steps.flatMap((step) => [
      step.id,
      ...(step.parts ?? []).map((part) => part.id),
      ...(step.marks ?? []).map((mark) => mark.id),
    ]);
    expect(new Set(all).size, 'ids are never shared between steps, parts and marks').toBe(all.length);
    for (const id of all) expect(id.length, 'an entry names a step in 32 characters').toBeLessThanOrEqual(32);
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
    const pan = track.steps.filter(({ done }) =>
      flat(done).some((one) => one.is === 'exchange' && one.channels.includes('PAN')),
    );
    for (const step of pan) expect(step.mandatory, `${step.id} counts PAN`).toBe(false);
  });

  it('asks each of its questions somewhere, with choices that have words', () => {
    const questions = new Map((track.questions ?? []).map((question) => [question.id, question]));
    const said = track.steps.flatMap(predicatesOf).filter((one) => one.is === 'said');
    const asked = new Set([
      ...said.map((one) => one.question),
      ...track.steps.flatMap((step) => step.only?.said?.question ?? []),
    ]);
    expect([...questions.keys()].toSorted(), 'declare each question of a `said` predicate').toEqual(
      [...asked].toSorted(),
    );
    const named = new Set(track.steps.flatMap((step) => [step.id, ...(step.parts ?? []).map((part) => part.id)]));
    for (const { id, choices } of questions.values()) {
      expect(named, `the label of the question ${id} is that of the step or part of the same id`).toContain(id);
      for (const choice of choices) expect(texts(FR)[choiceKey(choice)], `add ${choiceKey(choice)}`).toBeTruthy();
    }
    for (const one of said)
      for (const choice of one.choices ?? [])
        expect(questions.get(one.question)?.choices, `${one.question}`).toContain(choice);
    for (const { only } of track.steps)
      for (const choice of only?.said?.choices ?? [])
        expect(questions.get(only?.said?.question ?? '')?.choices).toContain(choice);
  });

  it('cites the texts of its own regime only (domain.md § 3.8.6)', () => {
    const words = wordsOf(track).join(' ');
    if (['T1', 'T2'].includes(track.id)) expect(words).not.toMatch(/R\. 431-3\b/);
    if (['T3b', 'T6', 'T7'].includes(track.id)) expect(words).not.toMatch(/R\. 431-2\b|R\. 431-15/);
    if (track.id === 'T3') expect(words).not.toMatch(/R\. 431-1[23]\b/);
    expect(Boolean(track.substitution)).toBe(['T1', 'T2'].includes(track.id));
  });
});

it('a step is of one track, but for those that T1 and T2 share word for word', () => {
  const seen = new Map<string, string>();
  for (const track of TRACKS) {
    for (const id of track.steps.flatMap((step) => [step.id, ...(step.parts ?? []).map((part) => part.id)])) {
      const before = seen.get(id);
      if (before)
        expect([before, track.id], `a skip of ${id} would count in ${before} and ${track.id}`).toEqual(['T1', 'T2']);
      else seen.set(id, track.id);
    }
  }
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
    for (const wait of [...(step.wait ? [step.wait] : []), ...(step.marks ?? [])]) {
      if (wait.legal) expect(wait.ref, 'cite the article').toMatch(ARTICLE);
      else expect(wait.ref, 'a mark of ours cites no text').toBeUndefined();
    }
    if (step.wait) expect(step.wait.urgentDays).toBeLessThanOrEqual(step.wait.days);
  });

  it('asks only for pages that the page tables have', () => {
    const known: string[] = SITES.flatMap((site) => site.rows.map((row) => row.id));
    const asked = predicatesOf(step).flatMap((one) => (one.is === 'capture' ? (one.pages ?? []) : []));
    for (const page of asked)
      expect(known, `${step.id} asks for ${page}: was the row renamed? Rows are never renamed.`).toContain(page);
  });

  it('counts « parts » only where it has some, and never inside a part', () => {
    if (flat(step.done).some((one) => one.is === 'parts')) {
      expect(
        step.parts?.some((part) => !part.optional),
        `${step.id} needs a part that counts`,
      ).toBe(true);
    }
    for (const part of step.parts ?? []) expect(flat(part.done).map((one) => one.is)).not.toContain('parts');
  });

  it('has its words in every language, the French ones being the table’s own', () => {
    const words: [string, string][] = [
      [`protocols.${track.id}.${step.id}.label`, step.label],
      [`protocols.${track.id}.${step.id}.explain`, step.explain],
      ...[...(step.parts ?? []), ...(step.marks ?? [])].map((one): [string, string] => [
        `protocols.${track.id}.${one.id}.label`,
        one.label,
      ]),
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
      stops: 's',
      reasons: 'r',
      n: 2,
      days: 2,
      first: 'a',
      last: 'b',
      span: 3,
      periods: 1,
      successive: 1,
      from: 'a',
      to: 'b',
      channel: 'c',
      captures: 1,
      have: 1,
      of: 2,
      reference: 'r',
      file: 'f',
      label: 'l',
      ref: 'r',
      line: 'l',
      items: 1,
      open: 0,
      state: 's',
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

/** domain.md § 2.5, in its order. */
const CODES = [
  ...Array.from({ length: 12 }, (_, index) => `A${index + 1}`),
  ...Array.from({ length: 7 }, (_, index) => `B${index + 1}`),
  ...Array.from({ length: 5 }, (_, index) => `C-API-${index + 1}`),
  ...Array.from({ length: 5 }, (_, index) => `D${index + 1}`),
  ...Array.from({ length: 3 }, (_, index) => `E${index + 1}`),
  ...Array.from({ length: 5 }, (_, index) => `F${index + 1}`),
  ...Array.from({ length: 4 }, (_, index) => `G${index + 1}`),
];

describe('the blockages', () => {
  it('are all those of domain.md § 2.5, A1 to G4', () => {
    expect(BLOCKAGES.map((one) => one.code)).toEqual(CODES);
  });

  it.each(BLOCKAGES)('$code leads to a track, names its source, and has its words in every language', (blockage) => {
    expect(TRACKS.map((track) => track.id)).toContain(blockage.track);
    expect(blockage.sources.length).toBeGreaterThan(0);
    const keys = blockageKeys(blockage.code);
    expect(texts(FR)[keys.label], `copy the label to ${keys.label}`).toBe(blockage.label);
    expect(texts(FR)[keys.plain], `copy the sentence to ${keys.plain}`).toBe(blockage.plain);
    for (const key of [keys.label, keys.plain]) expect(texts(EN)[key], `translate ${key}`).toBeTruthy();
  });

  it('are what pages hint at, and what tables ask of', () => {
    const hinted = SITES.flatMap((site) => site.rows.flatMap((row) => row.hints ?? []));
    const only = TRACKS.flatMap((track) =>
      track.steps.flatMap((step) => [step.only, ...(step.parts ?? []).map((part) => part.only)]),
    ).flatMap((one) => [...(one?.blockages ?? []), ...(one?.notOnly ?? [])]);
    for (const code of [...hinted, ...only])
      expect(blockageOf(code), `${code} is no blockage of domain.md`).not.toBeNull();
  });

  it('lead where domain.md says', () => {
    expect(tracksFor(['B5', 'B1', 'A4', 'E1', 'nope'])).toEqual(['T1', 'T2', 'T6']);
    expect(tracksFor(['C-API-2', 'D1', 'D4', 'F1', 'A11'])).toEqual(['T3', 'T4', 'T5', 'T7', 'T0']);
    expect(DOSSIER_TRACKS.map((track) => track.id)).toEqual(['T1', 'T2', 'T3', 'T3b', 'T4', 'T5', 'T6', 'T7']);
  });
});

it('every value that the journal may hold has its words', () => {
  const keys = [
    ...STOPS.map(stopKey),
    ...URGENCY_FACTS.map(urgencyKey),
    ...REGIMES.map(regimeKey),
    ...KEY_DATES.map(dateKey),
    ...ITEM_PROBLEMS.map(problemKey),
    ...ITEM_ANSWERS.map(itemAnswerKey),
    ...JUDGED_FILES.map((file) => judgedFileKey(file.id)),
  ];
  for (const key of keys) for (const table of [FR, EN]) expect(texts(table)[key], `add ${key}`).toBeTruthy();
  const asked = TRACKS.flatMap((track) => track.steps.flatMap(predicatesOf)).flatMap((one) =>
    one.is === 'told' ? [one.what] : [],
  );
  expect(asked.toSorted()).toEqual([...TRIAGE_FACTS].toSorted());
});

it('judged files and local channels name their sources', () => {
  for (const { sources } of [...JUDGED_FILES, ...LOCAL_CHANNELS]) expect(sources.length).toBeGreaterThan(0);
  const departments = PREFECTURES.map((one) => one.code);
  for (const { department } of LOCAL_CHANNELS) expect(departments).toContain(department);
});
