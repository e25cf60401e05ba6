/** What a document of the pack is, and the small words that build one. Always in French: it is for a court or for who helps. */
import type { AbsentFile, KeptFile, PlanEntry } from '@/lib/domain/export-plan';
import type { Block, Line, Table } from '@/lib/domain/letter-types';
import type { Moment } from '@/lib/domain/moment';
import type { PackList, PackPlan } from '@/lib/domain/pack-types';
import type { DocumentId } from '../profiles';
import type { PackWords } from '../words';

export interface PackDocument {
  readonly id: DocumentId;
  /** Its place in the bag. */
  readonly path: string;
  readonly title: string;
  readonly blocks: readonly Block[];
  /** At the foot of the last page. */
  readonly footer?: string;
}

type Shown = PackList['pieces'][number]['files'][number]['shows'][number];

/** A file of a pièce once it was made. */
export interface MadeFile {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  /** Null where nobody counted. */
  readonly pages: number | null;
  readonly shows: readonly Shown[];
}

export interface DocumentInput {
  readonly plan: PackPlan;
  readonly entries: readonly PlanEntry[];
  readonly absent: readonly AbsentFile[];
  readonly kept: readonly KeptFile[];
  /** The files of the pièces, in any order. @see planPack for their paths */
  readonly made: readonly MadeFile[];
  readonly now: Moment;
  readonly words?: PackWords;
}

export const line = (text: string): Line => [{ text }];
/** Typed by somebody, or read on a page: in any script. */
export const typed = (text: string, field: string): Line => [{ text, field }];
export const paragraph = (text: string): Block => ({ kind: 'paragraph', line: line(text) });
export const heading = (text: string): Block => ({ kind: 'heading', line: line(text) });
export const list = (items: readonly string[]): Block => ({ kind: 'list', ordered: false, items: items.map(line) });
/** @param shares of the width, one a column; absent: by what the columns hold */
export const table = (
  caption: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
  shares?: readonly number[],
): Table => ({
  kind: 'table',
  caption,
  head,
  rows: rows.map((row) => row.map(line)),
  ...(shares ? { shares } : {}),
});
export const form = (rows: readonly (readonly [string, string])[]): Block => ({
  kind: 'form',
  rows: rows.map(([label, value]) => ({ label, value: line(value) })),
});

/** « 1 capture », « 3 captures ». */
export const count = (number: number, one: string, many = `${one}s`): string =>
  `${number}\u00a0${number > 1 ? many : one}`;

/** Pièce numbers by entry, of the pièces that are joined. */
export function numbersBySeq(plan: PackPlan): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>();
  for (const { number, seqs } of plan.pieces) {
    for (const seq of seqs) found.set(seq, [...(found.get(seq) ?? []), number]);
  }
  return found;
}
