/** The export of a dossier: inspect, then stream a BagIt bag as a ZIP, one file in memory at a time; any failure and there is no ZIP. */
import { sha256Hex } from '@/lib/domain/chain';
import { AppError } from '@/lib/domain/errors';
import { BAG, type PlannedFile } from '@/lib/domain/export-plan';
import { journalCsv } from './csv';
import { inspectDossier, Meter, sourceFailure, stopIfCancelled } from './inspect';
import { readme } from './readme';
import { powershellScript, shellScript } from './scripts';
import { bagInfo, DECLARATION, type ManifestLine, manifestText } from './tags';
import type { ExportOptions, ExportSummary, Inspection } from './types';
import { type ZipFile, zipStream } from './zip';

export interface ExportStream {
  /** File name of the ZIP, neutral. */
  readonly name: string;
  readonly inspection: Inspection;
  /** Errors with an AppError: whoever reads it must throw away what came before. */
  readonly stream: ReadableStream<Uint8Array<ArrayBuffer>>;
  /** @throws AppError export-source-failed while the stream has not ended well */
  summary(): ExportSummary;
}

export interface Exported {
  readonly name: string;
  readonly blob: Blob;
  readonly inspection: Inspection;
  readonly summary: ExportSummary;
}

interface Progress {
  readonly payload: ManifestLine[];
  readonly tags: ManifestLine[];
  files: number;
  bytes: number;
  /** SHA-256 of the tag manifest, once written: the stream has nothing left to read from the source. */
  bag: string | null;
  ended: boolean;
}

const utf8 = new TextEncoder();

/** Hashes what is about to be written and notes it in its manifest. */
async function noted(progress: Progress, path: string, bytes: Uint8Array<ArrayBuffer>): Promise<ZipFile> {
  const line = { sha256: await sha256Hex(bytes), path };
  (path.startsWith('data/') ? progress.payload : progress.tags).push(line);
  progress.files += 1;
  return { path, bytes };
}

/** Reads a file again for writing; it was whole a moment ago, so any difference now ends the export. */
async function reread(file: PlannedFile, options: ExportOptions): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return (await options.source.blob(file.sha256)).bytes;
  } catch (cause) {
    throw sourceFailure(cause, file.path);
  }
}

/** Every file of the bag, in the order of the ZIP. */
async function* bagFiles(inspection: Inspection, options: ExportOptions, progress: Progress): AsyncGenerator<ZipFile> {
  const { plan, entries, present, absent } = inspection;
  const { words, now, version, verifier, signal } = options;
  const journal = utf8.encode(entries.map((stored) => `${stored.line}\n`).join(''));
  const csv = utf8.encode(journalCsv(entries, present, absent, words.fr));
  const payload = {
    bytes: present.reduce((sum, file) => sum + file.bytes, journal.byteLength + csv.byteLength),
    files: present.length + 2,
  };
  yield noted(progress, BAG.declaration, utf8.encode(DECLARATION));
  const page = readme({
    inspection,
    words,
    now,
    version,
    verifier,
    ...(options.checklist ? { checklist: options.checklist } : {}),
  });
  yield noted(progress, BAG.readme, utf8.encode(page));
  const description = words.fr.t('export.bag.description');
  yield noted(progress, BAG.info, utf8.encode(bagInfo(inspection, payload, { now, version, description })));
  yield noted(progress, BAG.shell, utf8.encode(shellScript(words.fr.t)));
  yield noted(progress, BAG.powershell, utf8.encode(powershellScript(words.fr.t)));
  yield noted(progress, BAG.journal, journal);
  yield noted(progress, BAG.csv, csv);
  const meter = new Meter('write', present, options.onProgress);
  for (const file of present) {
    stopIfCancelled(signal);
    const ready = await noted(progress, file.path, await reread(file, options));
    if (progress.payload.at(-1)?.sha256 !== file.sha256) {
      throw new AppError('export-source-failed', { detail: `${file.path} changed during the export` });
    }
    yield ready;
    meter.done(file.bytes);
  }
  stopIfCancelled(signal);
  if (progress.payload.length !== payload.files) {
    throw new AppError('export-source-failed', {
      detail: `${progress.payload.length} files written, ${payload.files} planned in ${plan.name}`,
    });
  }
  yield noted(progress, BAG.manifest, utf8.encode(manifestText(progress.payload)));
  const tagManifest = utf8.encode(manifestText(progress.tags));
  progress.bag = await sha256Hex(tagManifest);
  progress.files += 1;
  yield { path: BAG.tagManifest, bytes: tagManifest };
}

/** Counts the bytes that leave, and stops at a cancellation even between two reads of the source. */
function counting(
  progress: Progress,
  signal: AbortSignal | undefined,
): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  return new TransformStream({
    transform(chunk, controller) {
      stopIfCancelled(signal);
      progress.bytes += chunk.byteLength;
      controller.enqueue(chunk);
    },
    flush() {
      progress.ended = true;
    },
  });
}

/**
 * Inspects a dossier, then gives its ZIP as a stream that reads on demand.
 * @throws AppError export-source-failed, export-cancelled (also through the stream)
 */
export async function streamDossier(options: ExportOptions): Promise<ExportStream> {
  const inspection = await inspectDossier(options);
  const progress: Progress = { payload: [], tags: [], files: 0, bytes: 0, bag: null, ended: false };
  const files = bagFiles(inspection, options, progress);
  const stream = zipStream(files, options.now).pipeThrough(counting(progress, options.signal));
  return {
    name: `${inspection.plan.name}.zip`,
    inspection,
    stream,
    summary() {
      const { plan, absent } = inspection;
      if (!progress.ended || progress.bag === null) {
        throw new AppError('export-source-failed', { detail: 'the ZIP is not finished' });
      }
      return {
        entries: plan.entries,
        head: plan.head,
        files: progress.files,
        bag: progress.bag,
        bytes: progress.bytes,
        absent: absent.length,
      };
    },
  };
}

/**
 * Exports a dossier as one Blob (the browser keeps a large one on disk).
 * @throws AppError export-source-failed, export-cancelled: then there is no ZIP at all
 */
export async function exportDossier(options: ExportOptions): Promise<Exported> {
  const { name, inspection, stream, summary } = await streamDossier(options);
  let blob: Blob;
  try {
    blob = await new Response(stream, { headers: { 'Content-Type': 'application/zip' } }).blob();
  } catch (cause) {
    // Firefox hides the stream's own error behind a TypeError: the signal says which it was.
    stopIfCancelled(options.signal);
    throw sourceFailure(cause, 'while writing the ZIP');
  }
  return { name, blob, inspection, summary: summary() };
}
