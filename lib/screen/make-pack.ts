/** The court pack as the export asks for it: every pièce's PDF, one at a time, then the documents that list them. */
import { sha256Hex } from '@/lib/domain/chain';
import { AppError } from '@/lib/domain/errors';
import type { Moment } from '@/lib/domain/moment';
import { PACK, type PackChoices, type PackPiece, type PackPlan } from '@/lib/domain/pack-types';
import type {
  ExportProgress,
  IndexedPiece,
  Inspection,
  MadeFile,
  PackIndex,
  PackMaker,
  ReadFile,
} from '@/lib/export/types';
import { packDocuments, packListBytes } from '@/lib/pack/documents';
import type { MadeFile as ListedFile, PackDocument } from '@/lib/pack/documents/document';
import { planPack } from '@/lib/pack/plan';
import { packStanding } from '@/lib/pack/standing';
import { PACK_WORDS } from '@/lib/pack/words';
import type { PackPdf } from '@/lib/pdf/pack-types';
import type { ReportOptions } from '@/lib/pdf/papers';
import { type MadePdf, makePiece, type PieceMakers, type PieceWork } from './make-piece';

export interface PackMakers extends PieceMakers {
  readonly report: (blocks: PackDocument['blocks'], options: ReportOptions) => Promise<PackPdf>;
}

/** lib/pdf with its fonts: only when a file is made. */
export async function loadMakers(): Promise<PackMakers> {
  const [{ capturePdf }, { seriesPdf }, papers] = await Promise.all([
    import('@/lib/pdf/capture'),
    import('@/lib/pdf/series'),
    import('@/lib/pdf/papers'),
  ]);
  return {
    capture: capturePdf,
    series: seriesPdf,
    picture: papers.picturePdf,
    text: papers.textPdf,
    placeholder: papers.placeholderPdf,
    report: papers.reportPdf,
  };
}

export interface PackOptions {
  readonly choices: PackChoices;
  /** The moment of the export: the same in every PDF, so that the same dossier gives the same bytes. */
  readonly now: Moment;
  readonly onProgress?: (progress: ExportProgress) => void;
  readonly signal?: AbortSignal;
  readonly load?: () => Promise<PackMakers>;
  readonly maxBytes?: number;
}

type Read = (file: ReadFile) => Promise<Uint8Array<ArrayBuffer>>;

/** What was made so far. */
interface Done {
  readonly pieces: PackPiece[];
  readonly indexed: IndexedPiece[];
  readonly listed: ListedFile[];
  readonly documents: string[];
  left: PackIndex['left'];
}

/** For one export: `index` tells of the last `make`. */
export function packMaker(options: PackOptions): PackMaker {
  const done: Done = { pieces: [], indexed: [], listed: [], documents: [], left: [] };
  return {
    make: (inspection, read) => make(inspection, read, options, done),
    index: () => ({
      profile: options.choices.profile,
      pieces: done.indexed,
      documents: done.documents,
      left: done.left,
    }),
  };
}

async function* make(inspection: Inspection, read: Read, options: PackOptions, done: Done): AsyncGenerator<MadeFile> {
  const { choices, load = loadMakers } = options;
  const plan = planPack(inspection.entries, inspection, choices);
  done.left = plan.left.map(({ label, from, to }) => ({ label, from, to }));
  const makers = await load();
  const meter = meterOf(plan, options);
  const work: PieceWork = {
    standing: packStanding(inspection.entries, inspection),
    words: PACK_WORDS,
    read,
    makers,
    at: new Date(options.now.utc),
    onShown: meter.step,
    ...(options.signal ? { signal: options.signal } : {}),
    ...(options.maxBytes === undefined ? {} : { maxBytes: options.maxBytes }),
  };
  for (const piece of plan.pieces) {
    const pdfs = await guarded(options, () => makePiece(piece, work));
    const files: ListedFile[] = [];
    for (const { volume, blob, bytes, pages, shows } of pdfs) {
      const content = new Uint8Array(await blob.arrayBuffer());
      files.push({ path: volume.path, sha256: await sha256Hex(content), bytes, pages, shows });
      yield { path: volume.path, bytes: content };
    }
    note(done, piece, pdfs, files);
  }
  yield* documents({ ...plan, pieces: done.pieces }, inspection, makers, options, done);
  meter.end();
}

function note(done: Done, piece: PackPiece, pdfs: readonly MadePdf[], files: readonly ListedFile[]): void {
  const { number, group, label, from, to } = piece;
  done.pieces.push({ ...piece, volumes: pdfs.map(({ volume }) => volume) });
  done.listed.push(...files);
  const notShown = pdfs.some((pdf) => pdf.notShown);
  done.indexed.push({ number, group, label, from, to, files, notShown });
}

/** Inventory, chronology… : what the profile asks for, and the list that the verifier reads. */
async function* documents(
  plan: PackPlan,
  inspection: Inspection,
  makers: PackMakers,
  options: PackOptions,
  done: Done,
): AsyncGenerator<MadeFile> {
  const { now, signal } = options;
  const { entries, absent, plan: exported } = inspection;
  const input = { plan, entries, absent, kept: exported.kept, made: done.listed, now };
  for (const { path, title, blocks, footer } of packDocuments(input)) {
    const pdf = await guarded(options, () =>
      makers.report(blocks, {
        title,
        heading: title,
        at: new Date(now.utc),
        ...(footer ? { footer } : {}),
        ...(signal ? { signal } : {}),
      }),
    );
    done.documents.push(path);
    yield { path, bytes: new Uint8Array(await pdf.blob.arrayBuffer()) };
  }
  done.documents.push(PACK.list);
  yield { path: PACK.list, bytes: packListBytes(input) };
}

/** A cancellation keeps its own name, wherever the signal was heard. */
async function guarded<T>({ signal }: PackOptions, work: () => Promise<T>): Promise<T> {
  if (signal?.aborted) throw new AppError('export-cancelled');
  try {
    return await work();
  } catch (cause) {
    if (signal?.aborted) throw new AppError('export-cancelled', { cause });
    throw cause;
  }
}

/** Tells of each hundredth of the work at most: each time costs a drawing of the screen. */
const TOLD = 100;

function meterOf(plan: PackPlan, { onProgress }: PackOptions) {
  const total = plan.pieces.reduce(
    (sum, { kind, seqs, volumes }) => sum + (kind === 'series' ? seqs.length : volumes.length),
    1,
  );
  let doneFiles = 0;
  const tell = (): void => onProgress?.({ phase: 'make', doneFiles, totalFiles: total, doneBytes: 0, totalBytes: 0 });
  tell();
  return {
    step: (): void => {
      // A series made again because it was too long counts once.
      doneFiles = Math.min(doneFiles + 1, total - 1);
      if (doneFiles % Math.ceil(total / TOLD) === 0) tell();
    },
    end: (): void => {
      doneFiles = total;
      tell();
    },
  };
}
