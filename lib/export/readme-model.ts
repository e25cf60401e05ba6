/** What LISEZ-MOI.html shows, gathered once: lines in words, files by entry, counts. */
import type { EntryOf } from '@/lib/domain/entry';
import type { AbsentFile, PlanEntry, PlannedFile } from '@/lib/domain/export-plan';
import type { Moment } from '@/lib/domain/moment';
import { redactions } from '@/lib/domain/redact';
import type { Locale } from '@/lib/locales';
import { bySeq } from './csv';
import { type Described, describeEntry, type Words } from './describe';
import type { ExportChecklist, InlineScript, Inspection, PackIndex } from './types';
import { type Weeks, weeksOf } from './weeks';

export interface ReadmeInput {
  readonly inspection: Inspection;
  readonly words: Readonly<Record<Locale, Words>>;
  readonly now: Moment;
  readonly version: string;
  /** The verifier that the page carries. */
  readonly verifier: InlineScript;
  readonly checklist?: ExportChecklist;
  readonly pack?: PackIndex;
}

export interface Model {
  readonly input: ReadmeInput;
  readonly words: Words;
  readonly entries: readonly PlanEntry[];
  readonly kinds: ReadonlyMap<number, Described['kind']>;
  readonly present: ReadonlyMap<number, PlannedFile[]>;
  readonly absent: ReadonlyMap<number, AbsentFile[]>;
  /** By the entry whose picture is masked in part, the masking that counts. */
  readonly masked: ReadonlyMap<number, EntryOf<'redacted'>>;
  /** By the date of the event, then by number. */
  readonly timeline: readonly Described[];
  readonly weeks: Weeks;
  readonly alias: string;
  readonly counts: {
    readonly attempts: number;
    readonly captures: number;
    readonly failures: number;
    readonly exchanges: number;
  };
}

/** Gathers what one language shows. */
export function modelOf(input: ReadmeInput, locale: Locale): Model {
  const { entries, present, absent } = input.inspection;
  const words = input.words[locale];
  const timeline = entries
    .map((stored) => describeEntry(stored, words))
    .sort((a, b) => Date.parse(a.at.utc) - Date.parse(b.at.utc) || a.seq - b.seq);
  const count = (kind: Described['kind']): number => timeline.filter((line) => line.kind === kind).length;
  const opened = entries.find((stored) => stored.entry?.kind === 'dossier-opened')?.entry;
  return {
    input,
    words,
    entries,
    kinds: new Map(timeline.map((line) => [line.seq, line.kind])),
    present: bySeq(present),
    absent: bySeq(absent),
    masked: redactions(entries),
    timeline,
    weeks: weeksOf(timeline),
    alias: opened?.kind === 'dossier-opened' ? opened.data.alias : input.inspection.plan.dossier.slice(0, 4),
    counts: {
      attempts: count('attempt'),
      captures: count('capture'),
      failures: count('capture-failed'),
      exchanges: count('exchange'),
    },
  };
}

/** Where a number leads inside the page; null when the entry has no place of its own. */
export function anchorOf(seq: number, model: Model): string | null {
  const kind = model.kinds.get(seq);
  if (kind === 'capture') return `#c-${seq}`;
  if (kind === 'imported') return `#i-${seq}`;
  return kind === 'exchange' || kind === 'exchange-outcome' ? `#e-${seq}` : null;
}
