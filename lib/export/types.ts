/** What an export needs, and what it gives back. */
import type { ChainReport } from '@/lib/domain/chain';
import type { ChecklistView } from '@/lib/domain/checklist-types';
import type { EntryData } from '@/lib/domain/entry';
import type { AbsentFile, ExportPlan, PlanEntry, PlannedFile } from '@/lib/domain/export-plan';
import type { Moment } from '@/lib/domain/moment';
import type { PackGroup, PackProfile } from '@/lib/domain/pack-types';
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
  /** `write` hashes every file on its way into the ZIP; then `make` draws the PDFs. */
  readonly phase: 'write' | 'make';
  readonly doneFiles: number;
  readonly totalFiles: number;
  readonly doneBytes: number;
  readonly totalBytes: number;
}

/** A file made for the bag while it is written, under `data/pieces/`. */
export interface MadeFile {
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A pièce as LISEZ-MOI.html lists it, once its files are made. */
export interface IndexedPiece {
  readonly number: number;
  readonly group: PackGroup;
  /** In French: it is a document for a court. */
  readonly label: string;
  /** `YYYY-MM-DD`; `to` differs from `from` for a series. */
  readonly from: string;
  readonly to: string;
  readonly files: readonly { readonly path: string; readonly pages: number | null; readonly bytes: number }[];
  /** What it shows could not be put on paper: its page says so and names the file. */
  readonly notShown: boolean;
}

export interface PackIndex {
  readonly profile: PackProfile;
  readonly pieces: readonly IndexedPiece[];
  /** Paths of the inventory, the chronology… */
  readonly documents: readonly string[];
  /** Left out by the person: in the journal, in no PDF. */
  readonly left: readonly { readonly label: string; readonly from: string; readonly to: string }[];
}

/** Makes the files of the court pack; what it is made with (planner, PDFs) is no business of the bag. */
export interface PackMaker {
  /**
   * One file at a time: the bag lets go of each before it asks for the next.
   * @param read gives the bytes of a file of the inspection, whole and unchanged
   * @throws anything: then there is no ZIP
   */
  make(inspection: Inspection, read: (file: ReadFile) => Promise<Uint8Array<ArrayBuffer>>): AsyncIterable<MadeFile>;
  /** Once every file is made. */
  index(): PackIndex;
}

/** What names the bytes of a file of the dossier. */
export type ReadFile = Pick<PlannedFile, 'path' | 'sha256'>;

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
  /** Written in the `exported` line that follows, and in bag-info. */
  readonly profile?: string;
  /** The court pack; without it, the bag holds the captures and the files alone. */
  readonly pack?: PackMaker;
  /** Joins photos as they were given too, with the place and the device that they name. */
  readonly withMetadata?: boolean;
  readonly onProgress?: (progress: ExportProgress) => void;
  readonly signal?: AbortSignal;
}

/** What was found when every entry and every file was read. */
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
export type ExportSummary = Omit<EntryData['exported'], 'head'> & {
  readonly head: string | null;
  readonly absent: number;
  /** When the export was made: the line is dated so, for the ZIP says it too. */
  readonly at: Moment;
};
