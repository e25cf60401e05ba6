/** The PDFs of one pièce: one file, or several when it is long; what cannot be drawn is named on a page of its own, never left out. */
import type { Entry } from '@/lib/domain/entry';
import { AppError } from '@/lib/domain/errors';
import { MAX_PIECE_BYTES, type PackPiece, type PackSource, type PackVolume } from '@/lib/domain/pack-types';
import { addedSheet, notShown } from '@/lib/pack/captions';
import { fileName } from '@/lib/pack/slugs';
import { longDays } from '@/lib/pack/words';
import type {
  CaptureSheet,
  PackPdf,
  PackPdfOptions,
  PictureSheet,
  PlaceholderSheet,
  SeriesOptions,
  TextSheet,
  TooLarge,
} from '@/lib/pdf/pack-types';
import { type CaptureUnit, captureOf, contentsRow, pictureOf, type SheetSource, textOf, unitsOf } from './pack-sheets';

/** The PDF makers of lib/pdf, loaded when they are needed. */
export interface PieceMakers {
  readonly capture: (sheet: CaptureSheet, options: PackPdfOptions) => Promise<PackPdf>;
  readonly series: (sheets: AsyncIterable<CaptureSheet>, options: SeriesOptions) => Promise<PackPdf | TooLarge>;
  readonly picture: (sheet: PictureSheet, options: PackPdfOptions) => Promise<PackPdf>;
  readonly text: (sheet: TextSheet, options: PackPdfOptions) => Promise<PackPdf>;
  readonly placeholder: (sheet: PlaceholderSheet, options: PackPdfOptions) => Promise<PackPdf>;
}

export interface PieceWork extends SheetSource {
  readonly makers: PieceMakers;
  /** Written in each PDF as the instant of its making. */
  readonly at: Date;
  readonly signal?: AbortSignal;
  /** Bytes of one file at most; 30 Mo unless a test says so. */
  readonly maxBytes?: number;
  /** One more file of the dossier is on paper. */
  readonly onShown?: () => void;
}

export interface MadePdf {
  /** Its name and what it holds, as made: a series may have one part more than planned. */
  readonly volume: PackVolume;
  readonly blob: Blob;
  readonly bytes: number;
  /** Null where nobody counted: a PDF that was given. */
  readonly pages: number | null;
  readonly shows: readonly {
    readonly seq: number;
    readonly sha256: string;
    readonly as: 'image' | 'whole' | 'text' | 'named';
  }[];
  readonly notShown: boolean;
}

type Part = PackVolume['part'];

/**
 * Makes every file of a pièce; Blobs, which the browser may keep on disk, because the last decides how many there are.
 * @throws AppError export-source-failed, export-cancelled; anything else is a bug of ours: no ZIP either
 */
export async function makePiece(piece: PackPiece, work: PieceWork): Promise<readonly MadePdf[]> {
  if (piece.kind === 'series') return makeSeries(piece, work);
  const made: MadePdf[] = [];
  for (const volume of piece.volumes) {
    stopIfAborted(work);
    made.push(await makeVolume(piece, volume, work));
    work.onShown?.();
  }
  return made;
}

function stopIfAborted({ signal }: PieceWork): void {
  if (signal?.aborted) throw new AppError('export-cancelled');
}

function options(piece: PackPiece, part: Part, { at, signal }: PieceWork): PackPdfOptions {
  const title = `Pièce n°\u00a0${piece.number}${part ? ` (${part.index} sur ${part.of})` : ''}`;
  return { title, footer: title, at, ...(signal ? { signal } : {}) };
}

// --- Series -----------------------------------------------------------------------------------------------------------

async function makeSeries(piece: PackPiece, work: PieceWork): Promise<readonly MadePdf[]> {
  let shares = piece.volumes.map((volume) => unitsOf(volume, work.standing));
  for (;;) {
    const result = await makeShares(piece, shares, work);
    if ('made' in result) return result.made;
    // One more file: every cover and every name says of how many.
    const long = shares[result.at] ?? [];
    const cut = Math.min(Math.max(1, result.fits), long.length - 1);
    shares = [...shares.slice(0, result.at), long.slice(0, cut), long.slice(cut), ...shares.slice(result.at + 1)];
  }
}

type Shares = { readonly made: readonly MadePdf[] } | { readonly at: number; readonly fits: number };

async function makeShares(
  piece: PackPiece,
  shares: readonly (readonly CaptureUnit[])[],
  work: PieceWork,
): Promise<Shares> {
  const made: MadePdf[] = [];
  for (const [at, units] of shares.entries()) {
    stopIfAborted(work);
    const part = shares.length > 1 ? { index: at + 1, of: shares.length } : null;
    const pdf = await makeShare(piece, units, part, work);
    if (pdf.kind === 'too-large') return { at, fits: pdf.fits };
    const unread = pdf.flags.some(({ code }) => code === 'unreadable');
    const volume: PackVolume = {
      path: partPath(piece, part),
      part,
      kind: 'series',
      seqs: units.map(({ entry }) => entry.seq),
      sources: units.flatMap(({ sources }) => sources),
      estimate: pdf.bytes,
    };
    made.push({ ...pdf, volume, notShown: unread });
  }
  return { made };
}

async function makeShare(
  piece: PackPiece,
  units: readonly CaptureUnit[],
  part: Part,
  work: PieceWork,
): Promise<PackPdf | TooLarge> {
  const days = units.map(({ entry }) => entry.data.takenAt.utc.slice(0, 10)).toSorted();
  async function* sheets(): AsyncGenerator<CaptureSheet> {
    for (const unit of units) {
      stopIfAborted(work);
      yield await captureOf(unit, work);
      work.onShown?.();
    }
  }
  return work.makers.series(sheets(), {
    ...options(piece, part, work),
    heading: piece.label,
    lines: [
      `Série de ${units.length} captures, ${longDays(days[0] ?? piece.from, days.at(-1) ?? piece.to)}, réunies en un seul fichier et désignées comme telles dans l’inventaire.`,
      ...(part ? [`Fichier ${part.index} sur ${part.of}.`] : []),
    ],
    contents: units.map((unit) => contentsRow(unit, work.words)),
    // One capture alone cannot be cut further: its file is made, and the screen says that it is too long.
    maxBytes: units.length > 1 ? (work.maxBytes ?? MAX_PIECE_BYTES) : Number.MAX_SAFE_INTEGER,
  });
}

/** The name of a part: that of the plan, with what was found while making it. */
function partPath({ volumes, number }: PackPiece, part: Part): string {
  const path = volumes[0]?.path ?? '';
  const found = /\/(\d+)_(.*)_(\d{4}-\d{2}-\d{2})(?:_\d+sur\d+)?\.pdf$/.exec(path);
  if (!found) throw new Error(`not a name of the pack: ${path}`);
  const [, head = '', slug = '', day = ''] = found;
  return fileName(number, head.length, slug, day, part);
}

// --- One file ---------------------------------------------------------------------------------------------------------

async function makeVolume(piece: PackPiece, volume: PackVolume, work: PieceWork): Promise<MadePdf> {
  const [source] = volume.sources;
  if (!source) throw new Error(`pièce ${piece.id} has no file`);
  const with_ = options(piece, volume.part, work);
  try {
    const made = await drawn(piece, volume, source, with_, work);
    if (made) return { ...made, volume };
  } catch (cause) {
    // The picture itself is at fault; whatever else fails ends the export.
    if (!(cause instanceof AppError) || cause.code !== 'picture-unreadable') throw cause;
    return { ...(await named(piece, source, 'damaged', with_, work)), volume };
  }
  return { ...(await named(piece, source, 'kind', with_, work)), volume };
}

type Made = Omit<MadePdf, 'volume'>;

/** Null when paper cannot show such a file. */
async function drawn(
  piece: PackPiece,
  volume: PackVolume,
  source: PackSource,
  with_: PackPdfOptions,
  work: PieceWork,
): Promise<Made | null> {
  const { makers, standing } = work;
  switch (volume.kind) {
    case 'capture': {
      const [unit] = unitsOf(volume, standing);
      return unit ? { ...(await makers.capture(await captureOf(unit, work), with_)), notShown: false } : null;
    }
    case 'picture':
      return { ...(await makers.picture(await pictureOf(source, volume, piece.label, work), with_)), notShown: false };
    case 'pdf':
    case 'letter':
      return whole(source, work);
    case 'mail':
    case 'text': {
      const text = volume.sources.find(({ role }) => role === 'text') ?? (volume.kind === 'text' ? source : null);
      return text
        ? { ...(await makers.text(await textOf(source, text, piece.label, work), with_)), notShown: false }
        : null;
    }
    default:
      return null;
  }
}

/** A PDF as it was given, byte for byte. */
async function whole(source: PackSource, { standing, read }: PieceWork): Promise<Made> {
  const bytes = await read(source);
  if (!new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-'))
    throw new AppError('picture-unreadable', { detail: `${source.path} is not a PDF` });
  const entry = standing.bySeq.get(source.seq);
  const pages = entry?.kind === 'letter-generated' ? pagesOfOurs(bytes) : pagesRead(entry);
  return {
    blob: new Blob([bytes], { type: 'application/pdf' }),
    bytes: bytes.byteLength,
    pages,
    shows: [{ seq: source.seq, sha256: source.sha256, as: 'whole' }],
    notShown: false,
  };
}

/** Counted when the file was added; null when nobody could. */
function pagesRead(entry: Entry | undefined): number | null {
  const pages = entry?.kind === 'imported' ? entry.data.pages : undefined;
  return pages ? pages : null;
}

/** Our own writer says each page in plain words: nothing is parsed. */
function pagesOfOurs(bytes: Uint8Array): number | null {
  return new TextDecoder('latin1').decode(bytes).match(/\/Type \/Page\b/g)?.length ?? null;
}

/** A page that says what the file is, where it is, and that it is not shown. */
async function named(
  piece: PackPiece,
  source: PackSource,
  why: 'kind' | 'damaged',
  with_: PackPdfOptions,
  { makers, standing }: PieceWork,
): Promise<Made> {
  const entry = standing.bySeq.get(source.seq) ?? null;
  const { heading, caption } = addedSheet(entry, source, piece.label);
  const lines = notShown(source, why);
  const sheet = { seq: source.seq, sha256: source.sha256, heading, caption, lines };
  return { ...(await makers.placeholder(sheet, with_)), notShown: true };
}
