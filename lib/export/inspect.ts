/** What a dossier is read with: every entry before a byte is written, then each file, whole or with the reason why it is not. */
import { checkChain, sha256Hex } from '@/lib/domain/chain';
import { AppError } from '@/lib/domain/errors';
import { type AbsentFile, type PlanEntry, type PlannedFile, planExport } from '@/lib/domain/export-plan';
import type { ExportOptions, ExportProgress, ExportSource, Inspection } from './types';

/** @throws AppError export-cancelled */
export function stopIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new AppError('export-cancelled');
}

/** Any failure of the source ends the export; a cancellation keeps its own name. */
export function sourceFailure(cause: unknown, detail: string): AppError {
  if (cause instanceof AppError && (cause.code === 'export-cancelled' || cause.code === 'export-source-failed'))
    return cause;
  return new AppError('export-source-failed', { detail, cause });
}

/** Reads the whole journal. @throws AppError export-source-failed when fewer entries come than the journal counts */
async function readEntries(source: ExportSource, signal: AbortSignal | undefined): Promise<PlanEntry[]> {
  const entries: PlanEntry[] = [];
  let expected = 0;
  try {
    expected = await source.count();
    for await (const entry of source.entries()) {
      stopIfCancelled(signal);
      entries.push(entry);
    }
  } catch (cause) {
    throw sourceFailure(cause, `after entry ${entries.length}`);
  }
  if (entries.length < expected || entries.length === 0) {
    throw new AppError('export-source-failed', { detail: `${entries.length} entries read, ${expected} expected` });
  }
  return entries;
}

/** Its bytes, when their hash is the journal's; else why it is not joined. @throws AppError export-source-failed */
export async function readWhole(
  file: PlannedFile,
  source: ExportSource,
): Promise<Uint8Array<ArrayBuffer> | 'missing' | 'altered'> {
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    ({ bytes } = await source.blob(file.sha256));
  } catch (cause) {
    if (cause instanceof AppError && cause.code === 'blob-missing') return 'missing';
    // The journal may check hashes itself when it reads: same finding, same answer.
    if (cause instanceof AppError && cause.code === 'blob-altered') return 'altered';
    throw sourceFailure(cause, file.path);
  }
  return bytes.byteLength === file.bytes && (await sha256Hex(bytes)) === file.sha256 ? bytes : 'altered';
}

/** How often a phase is told of, at most: each time costs a drawing of the screen. */
const TOLD = 100;

/** Counts files and bytes, and tells whoever listens, of each hundredth of the work and of its end. */
export class Meter {
  private doneFiles = 0;
  private doneBytes = 0;
  private readonly phase: ExportProgress['phase'];
  private readonly totalFiles: number;
  private readonly totalBytes: number;
  private readonly tell: ((progress: ExportProgress) => void) | undefined;

  constructor(
    phase: ExportProgress['phase'],
    files: readonly PlannedFile[],
    tell: ((progress: ExportProgress) => void) | undefined,
  ) {
    this.phase = phase;
    this.totalFiles = files.length;
    this.totalBytes = files.reduce((sum, file) => sum + file.bytes, 0);
    this.tell = tell;
  }

  done(bytes: number): void {
    this.doneFiles += 1;
    this.doneBytes += bytes;
    const { phase, doneFiles, totalFiles, doneBytes, totalBytes } = this;
    if (doneFiles < totalFiles && doneFiles % Math.ceil(totalFiles / TOLD) > 0) return;
    this.tell?.({ phase, doneFiles, totalFiles, doneBytes, totalBytes });
  }
}

/** A dossier whose entries were read, and none of its files. */
export type Opened = Pick<Inspection, 'plan' | 'entries' | 'chain'>;

/**
 * Reads the entries and plans the files.
 * @throws AppError export-source-failed, export-cancelled
 */
export async function openDossier(options: ExportOptions): Promise<Opened> {
  const { source, signal } = options;
  const entries = await readEntries(source, signal);
  const chain = await checkChain(
    entries.map((stored) => stored.line),
    { dossier: source.dossier },
  );
  const plan = planExport(source.dossier, entries, options.now, { withMetadata: options.withMetadata ?? false });
  return { plan, entries, chain };
}

/** In the order of the journal. */
export const inOrder = (absent: readonly AbsentFile[]): readonly AbsentFile[] =>
  absent.toSorted((a, b) => a.seq - b.seq || (a.path < b.path ? -1 : 1));
