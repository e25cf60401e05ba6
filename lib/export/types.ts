/** What an export needs, and what it gives back. */
import type { ChainReport } from '@/lib/domain/chain';
import type { ChecklistView } from '@/lib/domain/checklist-types';
import type { EntryData } from '@/lib/domain/entry';
import type { AbsentFile, ExportPlan, PlanEntry, PlannedFile } from '@/lib/domain/export-plan';
import type { Moment } from '@/lib/domain/moment';
import type { Locale } from '@/lib/locales';
import type { Words } from './describe';

/** Where the evidence is read from: a dossier of the journal, seen as entries and blobs. */
export interface ExportSource {
  readonly dossier: string;
  /** How many entries the journal says it has: fewer read than that, and there is no ZIP. */
  count(): Promise<number>;
  /** Every entry, in order. */
  entries(): AsyncIterable<PlanEntry>;
  /** @throws AppError `blob-missing` when the file is known to be gone; anything else means « no ZIP ». */
  blob(sha256: string): Promise<{ readonly bytes: Uint8Array<ArrayBuffer> }>;
}

/** The checklist to print, already computed; labels come from the protocol's table. */
export interface ExportChecklist {
  readonly view: ChecklistView;
  readonly contentDate: string;
  readonly trackLabel: (locale: Locale) => string;
  readonly stepLabel: (locale: Locale, step: string) => string;
}

/** A classic script for a page, and the hash by which the page's policy knows it. */
export interface InlineScript {
  /** Without anything that would end the element early. */
  readonly code: string;
  /** SHA-256 of the code, in Base64. */
  readonly sha256: string;
}

export interface ExportProgress {
  /** `check` re-hashes every file before a byte is written; `write` streams them into the ZIP. */
  readonly phase: 'check' | 'write';
  readonly doneFiles: number;
  readonly totalFiles: number;
  readonly doneBytes: number;
  readonly totalBytes: number;
}

export interface ExportOptions {
  readonly source: ExportSource;
  readonly words: Readonly<Record<Locale, Words>>;
  /** The moment of the export: names the ZIP, dates the bag and the files inside. */
  readonly now: Moment;
  /** Version of the product, e.g. `0.1.0`. */
  readonly version: string;
  /** The verifier that LISEZ-MOI.html carries: `virtual:verifier-script` in a build. */
  readonly verifier: InlineScript;
  readonly checklist?: ExportChecklist;
  readonly onProgress?: (progress: ExportProgress) => void;
  readonly signal?: AbortSignal;
}

/** What was found when every entry and every file was read, before writing. */
export interface Inspection {
  readonly plan: ExportPlan;
  readonly entries: readonly PlanEntry[];
  readonly chain: ChainReport;
  /** Files read whole, whose bytes are those that the journal recorded. */
  readonly present: readonly PlannedFile[];
  /** Files that an entry names and that are not joined, each with its reason. */
  readonly absent: readonly AbsentFile[];
}

/**
 * For the `exported` entry, which the caller appends after the ZIP was made.
 * `head` is null when the last line of a broken journal states no hash.
 */
export type ExportSummary = Omit<EntryData['exported'], 'profile' | 'head'> & {
  readonly head: string | null;
  readonly absent: number;
};
