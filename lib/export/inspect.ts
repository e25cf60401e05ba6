/** Before a byte is written: reads every entry and every file, and says what holds, what is missing and what changed. */
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

/** Null when the file is there and unchanged, else why it is not. @throws AppError export-source-failed */
async function stateOf(file: PlannedFile, source: ExportSource): Promise<'missing' | 'altered' | null> {
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    ({ bytes } = await source.blob(file.sha256));
  } catch (cause) {
    if (cause instanceof AppError && cause.code === 'blob-missing') return 'missing';
    // The journal may check hashes itself when it reads: same finding, same answer.
    if (cause instanceof AppError && cause.code === 'blob-altered') return 'altered';
    throw sourceFailure(cause, file.path);
  }
  return bytes.byteLength === file.bytes && (await sha256Hex(bytes)) === file.sha256 ? null : 'altered';
}

/** Counts files and bytes, and tells whoever listens. */
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
    this.tell?.({ phase, doneFiles, totalFiles, doneBytes, totalBytes });
  }
}

/**
 * Reads a dossier whole, one file in memory at a time.
 * @throws AppError export-source-failed, export-cancelled
 */
export async function inspectDossier(options: ExportOptions): Promise<Inspection> {
  const { source, signal } = options;
  const entries = await readEntries(source, signal);
  const chain = await checkChain(
    entries.map((stored) => stored.line),
    { dossier: source.dossier },
  );
  const plan = planExport(source.dossier, entries, options.now);
  const meter = new Meter('check', plan.files, options.onProgress);
  const present: PlannedFile[] = [];
  const absent: AbsentFile[] = [...plan.removed];
  for (const file of plan.files) {
    stopIfCancelled(signal);
    const state = await stateOf(file, source);
    if (state === null) present.push(file);
    else absent.push({ ...file, reason: state, by: null });
    meter.done(file.bytes);
  }
  absent.sort((a, b) => a.seq - b.seq || (a.path < b.path ? -1 : 1));
  return { plan, entries, chain, present, absent };
}
