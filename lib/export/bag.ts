/** The export of a dossier: a BagIt bag streamed as a ZIP, each file read once, hashed and written; any failure and there is no ZIP. */
import { sha256Hex } from '@/lib/domain/chain';
import { AppError } from '@/lib/domain/errors';
import { type AbsentFile, BAG, type PlannedFile } from '@/lib/domain/export-plan';
import { PACK } from '@/lib/domain/pack-types';
import { journalCsv } from './csv';
import { inOrder, Meter, type Opened, openDossier, readWhole, sourceFailure, stopIfCancelled } from './inspect';
import { readAhead } from './read-ahead';
import { readme } from './readme';
import { powershellScript, shellScript } from './scripts';
import { bagInfo, DECLARATION, type ManifestLine, manifestText } from './tags';
import type { ExportOptions, ExportSummary, Inspection, PackMaker, ReadFile } from './types';
import { type ZipFile, zipStream } from './zip';

export interface ExportStream {
  /** File name of the ZIP, neutral. */
  readonly name: string;
  /** Errors with an AppError: whoever reads it must throw away what came before. */
  readonly stream: ReadableStream<Uint8Array<ArrayBuffer>>;
  /** @throws AppError export-source-failed while the files have not all been read */
  inspection(): Inspection;
  /** @throws AppError export-source-failed while the stream has not ended well */
  summary(): ExportSummary;
  /** Why the stream ended early, where the cause is the dossier and not whoever kept the bytes. */
  failure(): AppError | null;
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
  /** Bytes of the pack's files. */
  made: number;
  /** What was found, once every file was read. */
  inspection: Inspection | null;
  /** SHA-256 of the tag manifest, once written: the stream has nothing left to read from the source. */
  bag: string | null;
  ended: boolean;
  /** Why a file of the bag could not be had. */
  failure: AppError | null;
}

const utf8 = new TextEncoder();

/** Hashes what is about to be written and notes it in its manifest. */
async function noted(progress: Progress, path: string, bytes: Uint8Array<ArrayBuffer>): Promise<ZipFile> {
  const line = { sha256: await sha256Hex(bytes), path };
  (path.startsWith('data/') ? progress.payload : progress.tags).push(line);
  progress.files += 1;
  return { path, bytes };
}

/** A file whose bytes have just been hashed and are those of the journal. */
function known(progress: Progress, file: ReadFile, bytes: Uint8Array<ArrayBuffer>): ZipFile {
  progress.payload.push({ sha256: file.sha256, path: file.path });
  progress.files += 1;
  return { path: file.path, bytes };
}

/** Reads a file again for the pack, after it was written; any difference now ends the export. */
async function reread(file: ReadFile, { source, signal }: ExportOptions): Promise<Uint8Array<ArrayBuffer>> {
  stopIfCancelled(signal);
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    ({ bytes } = await source.blob(file.sha256));
  } catch (cause) {
    throw sourceFailure(cause, file.path);
  }
  if ((await sha256Hex(bytes)) !== file.sha256) throw changed(file.path);
  return bytes;
}

function changed(path: string): AppError {
  return new AppError('export-source-failed', { detail: `${path} changed during the export` });
}

/** The pack's files, drawn one after the other: only then are their number and sizes known. */
async function* packFiles(
  inspection: Inspection,
  options: ExportOptions & { readonly pack: PackMaker },
  progress: Progress,
): AsyncGenerator<ZipFile> {
  const paths = new Set<string>();
  try {
    for await (const { path, bytes } of options.pack.make(inspection, (file) => reread(file, options))) {
      stopIfCancelled(options.signal);
      if (!path.startsWith(PACK.folder) || paths.has(path)) throw new Error(`${path} is not a place for a pièce`);
      paths.add(path);
      progress.made += bytes.byteLength;
      yield noted(progress, path, bytes);
    }
  } catch (cause) {
    throw sourceFailure(cause, 'while making the pièces');
  }
}

/** Another computer that takes the ZIP in writes the same `exported` line: the bag says all that it holds. */
function profileOf({ profile }: ExportOptions): string {
  return profile ?? 'whole-dossier';
}

/** What says what the bag is: LISEZ-MOI.html, bag-info, the scripts. */
async function* tagFiles(
  inspection: Inspection,
  options: ExportOptions,
  progress: Progress,
  payload: { readonly bytes: number; readonly files: number },
): AsyncGenerator<ZipFile> {
  const { words, now, version, verifier, checklist, pack } = options;
  const page = readme({
    inspection,
    words,
    now,
    version,
    verifier,
    ...(checklist ? { checklist } : {}),
    ...(pack ? { pack: pack.index() } : {}),
  });
  yield noted(progress, BAG.readme, utf8.encode(page));
  const description = words.fr.t('export.bag.description');
  yield noted(
    progress,
    BAG.info,
    utf8.encode(bagInfo(inspection, payload, { now, version, description, profile: profileOf(options) })),
  );
  yield noted(progress, BAG.shell, utf8.encode(shellScript(words.fr.t)));
  yield noted(progress, BAG.powershell, utf8.encode(powershellScript(words.fr.t)));
}

/** The files of the dossier, each hashed as it goes out; what is missing or altered stays out, and the inspection names it. */
async function* dossierFiles(opened: Opened, options: ExportOptions, progress: Progress): AsyncGenerator<ZipFile> {
  const { plan } = opened;
  const { source, signal } = options;
  const present: PlannedFile[] = [];
  const absent: AbsentFile[] = [...plan.removed];
  const meter = new Meter('write', plan.files, options.onProgress);
  const read = async (file: PlannedFile) => {
    stopIfCancelled(signal);
    return readWhole(file, source);
  };
  for await (const { file, result } of readAhead(plan.files, read)) {
    stopIfCancelled(signal);
    if (typeof result === 'string') absent.push({ ...file, reason: result, by: null });
    else {
      present.push(file);
      yield known(progress, file, result);
    }
    meter.done(file.bytes);
  }
  progress.inspection = { ...opened, present, absent: inOrder(absent) };
}

function inspected({ inspection }: Progress): Inspection {
  if (!inspection) throw new AppError('export-source-failed', { detail: 'the files have not all been read' });
  return inspection;
}

/**
 * Every file of the bag, in the order of the ZIP. What says what the bag holds comes last, once each file was read: on the
 * first page stands what was found while writing, not what was found before.
 */
async function* bagFiles(opened: Opened, options: ExportOptions, progress: Progress): AsyncGenerator<ZipFile> {
  const { words, signal, pack } = options;
  yield noted(progress, BAG.declaration, utf8.encode(DECLARATION));
  const journal = utf8.encode(opened.entries.map((stored) => `${stored.line}\n`).join(''));
  yield noted(progress, BAG.journal, journal);
  yield* dossierFiles(opened, options, progress);
  const inspection = inspected(progress);
  const { plan, entries, present, absent } = inspection;
  if (pack) yield* packFiles(inspection, { ...options, pack }, progress);
  const csv = utf8.encode(journalCsv(entries, present, absent, words.fr));
  yield noted(progress, BAG.csv, csv);
  if (present.length + absent.length !== plan.files.length + plan.removed.length) {
    throw new AppError('export-source-failed', {
      detail: `${present.length} files written and ${absent.length} named, of ${plan.files.length} in ${plan.name}`,
    });
  }
  yield* tagFiles(inspection, options, progress, {
    bytes: present.reduce((sum, file) => sum + file.bytes, journal.byteLength + csv.byteLength + progress.made),
    files: progress.payload.length,
  });
  stopIfCancelled(signal);
  yield noted(progress, BAG.manifest, utf8.encode(manifestText(progress.payload)));
  const tagManifest = utf8.encode(manifestText(progress.tags));
  progress.bag = await sha256Hex(tagManifest);
  progress.files += 1;
  yield { path: BAG.tagManifest, bytes: tagManifest };
}

/** Remembers that the failure is ours: what the browser then throws does not say it. */
async function* telling(files: AsyncIterable<ZipFile>, progress: Progress): AsyncGenerator<ZipFile> {
  try {
    yield* files;
  } catch (cause) {
    progress.failure = sourceFailure(cause, 'while writing the ZIP');
    throw progress.failure;
  }
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
 * Reads a dossier's entries, then gives its ZIP as a stream that reads the files on demand.
 * @throws AppError export-source-failed, export-cancelled (also through the stream)
 */
export async function streamDossier(options: ExportOptions): Promise<ExportStream> {
  const opened = await openDossier(options);
  const progress: Progress = {
    payload: [],
    tags: [],
    files: 0,
    bytes: 0,
    made: 0,
    inspection: null,
    bag: null,
    ended: false,
    failure: null,
  };
  const files = telling(bagFiles(opened, options, progress), progress);
  const stream = zipStream(files, options.now).pipeThrough(counting(progress, options.signal));
  return {
    name: `${opened.plan.name}.zip`,
    stream,
    inspection: () => inspected(progress),
    failure: () => progress.failure,
    summary() {
      if (!progress.ended || progress.bag === null) {
        throw new AppError('export-source-failed', { detail: 'the ZIP is not finished' });
      }
      const { plan, absent } = inspected(progress);
      return {
        entries: plan.entries,
        head: plan.head,
        files: progress.files,
        bag: progress.bag,
        bytes: progress.bytes,
        absent: absent.length,
        profile: profileOf(options),
        at: options.now,
      };
    },
  };
}

/**
 * Exports a dossier as one Blob (the browser keeps a large one on disk).
 * @throws AppError export-source-failed, export-cancelled, export-no-room: then there is no ZIP at all
 */
export async function exportDossier(options: ExportOptions): Promise<Exported> {
  const { name, inspection, stream, summary, failure } = await streamDossier(options);
  let blob: Blob;
  try {
    blob = await new Response(stream, { headers: { 'Content-Type': 'application/zip' } }).blob();
  } catch (cause) {
    // Firefox hides the stream's own error behind a TypeError: the signal and the bag say which it was.
    stopIfCancelled(options.signal);
    throw failure() ?? new AppError('export-no-room', { detail: String(cause), cause });
  }
  const made = summary();
  if (blob.size !== made.bytes) {
    throw new AppError('export-no-room', { detail: `${blob.size} bytes kept of ${made.bytes}` });
  }
  return { name, blob, inspection: inspection(), summary: made };
}
