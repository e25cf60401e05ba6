/** A dossier's captures beside files that judges have spoken about: which one each measure is nearer to. No verdict, no threshold. */
import type { Channel } from './entry';
import type { SpreadMeasure } from './gauge-spread';

/** A file that a judge has spoken about (lib/protocols/judged-files.ts). */
export interface JudgedFile {
  readonly id: string;
  /** As it is cited: « CE, 10 juin 2020, n° 435594 ». */
  readonly reference: string;
  readonly captures: number;
  /** Calendar days from the first capture to the last; the least that the decision allows when it gives months only. */
  readonly spanDays: number;
  readonly spanAtLeast?: true;
  /** All of it lies within 7 days. */
  readonly onePeriod: boolean;
  readonly contacts: Readonly<Partial<Record<Channel, number>>>;
  /** What the judge held, in that case. */
  readonly held: 'not-enough' | 'accepted';
  readonly sources: readonly { readonly ref: string; readonly seen: string }[];
}

export type ComparedMeasure = 'captures' | 'spanDays';

export interface Comparison {
  /** For each measure whose figure is known in every file: the nearest one, null when two are as near. */
  readonly measures: readonly {
    readonly measure: ComparedMeasure;
    readonly value: number;
    readonly closerTo: string | null;
  }[];
  /**
   * The file to which every measure is nearer; « between » when they disagree; null without any capture. Captures that
   * all lie within one 7-day period are nearer to the files of that kind, however many they are: what the judge missed
   * there was attempts « n'ayant pas été effectuées la même semaine ».
   */
  readonly closerTo: string | 'between' | null;
}

/** Nearness counts in ratios: 4 and 8 captures are as far apart as 114 and 228. */
const distance = (one: number, other: number): number => Math.abs(Math.log((one + 1) / (other + 1)));

function nearest(value: number, files: readonly JudgedFile[], measure: ComparedMeasure): string | null {
  const ranked = files
    .map((file) => ({ id: file.id, distance: distance(value, file[measure]) }))
    .toSorted((one, other) => one.distance - other.distance);
  const [first, second] = ranked;
  return first && (!second || first.distance < second.distance) ? first.id : null;
}

/** Compares captures with judged files. */
export function compareCaptures(captures: SpreadMeasure, files: readonly JudgedFile[]): Comparison {
  const values: Record<ComparedMeasure, number> = { captures: captures.attempts, spanDays: captures.spanDays };
  const measures = (['captures', 'spanDays'] as const).map((measure) => ({
    measure,
    value: values[measure],
    closerTo: nearest(values[measure], files, measure),
  }));
  if (captures.attempts === 0) return { measures, closerTo: null };
  const short = files.filter((file) => file.onePeriod);
  if (captures.periods <= 1 && short.length > 0)
    return { measures, closerTo: nearest(captures.spanDays, short, 'spanDays') ?? 'between' };
  const all = new Set(measures.map((one) => one.closerTo));
  const [only] = all;
  return { measures, closerTo: all.size === 1 && only ? only : 'between' };
}
