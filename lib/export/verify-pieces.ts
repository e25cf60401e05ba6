/** The court pack against the journal, through its own list: every PDF is there, is listed, and draws the very pictures of the bag. */
import { canonicalJson } from '@/lib/domain/canonical';
import { displayNumber } from '@/lib/domain/entry';
import { AppError } from '@/lib/domain/errors';
import type { ExportPlan, PlanEntry } from '@/lib/domain/export-plan';
import { PACK, type PackList, packListSchema } from '@/lib/domain/pack-types';
import { PdfFormError } from './pdf-scan';
import { type PdfPicture, type PiecePdf, readPiece } from './piece-pdf';
import { comparePicture } from './piece-picture';
import { type Bag, bytesOf, strictTextOf } from './verify-types';

type ListedFile = PackList['pieces'][number]['files'][number];
type Shown = ListedFile['shows'][number];

/** A file of the journal, as the pack names it. */
interface Source {
  readonly path: string;
  readonly type: string;
}

/** `7 abcd…` → where that entry's file lies; null for one that an entry names and that stays on the device. */
type Sources = ReadonlyMap<string, Source | null>;

const keyOf = ({ seq, sha256 }: { seq: number; sha256: string }): string => `${seq} ${sha256}`;

function sourcesOf({ files, removed, kept }: ExportPlan, entries: readonly PlanEntry[]): Sources {
  const found = new Map<string, Source | null>();
  // A masked copy is drawn under the number of the picture that it replaces.
  const targets = new Map(
    entries.flatMap(({ entry }) => (entry?.kind === 'redacted' ? [[entry.seq, entry.data.target] as const] : [])),
  );
  for (const file of [...removed, ...kept]) found.set(keyOf(file), null);
  for (const { seq, sha256, path, type } of files) {
    found.set(keyOf({ seq, sha256 }), { path, type });
    const target = targets.get(seq);
    if (target !== undefined) found.set(keyOf({ seq: target, sha256 }), { path, type });
  }
  return found;
}

/** The list, when it is one; says what is wrong with its form. */
function readList(bag: Bag): PackList | null {
  const text = strictTextOf(PACK.list, bag)?.replace(/\n$/, '') ?? '';
  let value: unknown = null;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  const version = typeof value === 'object' && value !== null && 'v' in value ? value.v : null;
  if (typeof version === 'number' && version > 1) {
    bag.say('warning', 'pieces-newer');
    return null;
  }
  const read = packListSchema.safeParse(value);
  if (!read.success || !isCanonical(value, text)) {
    bag.say('problem', 'pieces-list');
    return null;
  }
  return read.data;
}

function isCanonical(value: unknown, text: string): boolean {
  try {
    return canonicalJson(value) === text;
  } catch (error) {
    // Half a surrogate pair: it has no canonical form at all.
    if (error instanceof AppError) return false;
    throw error;
  }
}

/** Every file of the folder is in the list once, and the list names nothing else; numbers rise and open the names. */
function checkListed(list: PackList, bag: Bag): void {
  const listed = new Set<string>(Object.values(PACK));
  let last = 0;
  for (const { number, files } of list.pieces) {
    if (number <= last) bag.say('problem', 'pieces-order', { piece: number });
    last = number;
    for (const { path } of files) {
      const opens = /^data\/pieces\/(\d+)_[A-Za-z0-9_-]+\.pdf$/.exec(path)?.[1];
      if (listed.has(path) || Number(opens) !== number) bag.say('problem', 'piece-name', { path, piece: number });
      listed.add(path);
    }
  }
  for (const path of bag.items.keys()) {
    if (path.startsWith(PACK.folder) && !listed.has(path)) bag.say('problem', 'piece-unlisted', { path });
  }
}

/** Checks one pack; counts what was compared. */
class PieceChecker {
  compared = 0;
  whole = 0;
  files = 0;
  private readonly bag: Bag;
  private readonly sources: Sources;

  constructor(bag: Bag, sources: Sources) {
    this.bag = bag;
    this.sources = sources;
  }

  async file(file: ListedFile): Promise<void> {
    const { path, shows } = file;
    const { bag } = this;
    const item = bag.items.get(path);
    if (!item) {
      bag.say('problem', 'piece-missing', { path });
      return;
    }
    // A damaged file was said where it was read.
    const hash = bag.hashes.get(path);
    if (hash === undefined) return;
    if (hash !== file.sha256 || item.bytes !== file.bytes) {
      bag.say('problem', 'piece-altered', { path });
      return;
    }
    this.files += 1;
    const known = shows.filter((shown) => this.isKnown(path, shown));
    if (known.length < shows.length) return;
    const [first] = shows;
    if (first?.as === 'whole') {
      if (shows.length === 1 && first.sha256 === hash) this.whole += 1;
      else bag.say('problem', 'piece-not-whole', { path, number: displayNumber(first.seq) });
      return;
    }
    await this.drawn(file);
  }

  private isKnown(path: string, { seq, sha256, as }: Shown): boolean {
    const source = this.sources.get(keyOf({ seq, sha256 }));
    const isThere = source && this.bag.items.has(source.path);
    // What is only named may well be left out of the bag; what is drawn must be there to be compared.
    if (isThere || (source !== undefined && as === 'named')) return true;
    this.bag.say('problem', source === undefined ? 'piece-foreign' : 'piece-source-absent', {
      path,
      number: displayNumber(seq),
    });
    return false;
  }

  /** A PDF that we made. */
  private async drawn(file: ListedFile): Promise<void> {
    const { path, shows, pages } = file;
    const { bag } = this;
    const bytes = await bytesOf(path, Number.POSITIVE_INFINITY, bag);
    const pdf = bytes ? await this.read(path, bytes) : null;
    if (!pdf) return;
    if (pages !== null && pages !== pdf.pages) {
      bag.say('problem', 'piece-pages', { path, declared: pages, actual: pdf.pages });
    }
    if (pdf.others > 0) bag.say('problem', 'piece-picture-unknown', { path, count: pdf.others });
    const drawn = new Map(pdf.pictures.map((picture) => [keyOf(picture), picture]));
    if (drawn.size < pdf.pictures.length) bag.say('problem', 'piece-picture-twice', { path });
    for (const shown of shows.filter(({ as }) => as === 'image')) {
      const picture = drawn.get(keyOf(shown));
      drawn.delete(keyOf(shown));
      if (picture) await this.picture(path, picture, pdf);
      else {
        bag.say('problem', 'piece-picture-absent', { path, number: displayNumber(shown.seq) });
      }
    }
    for (const { seq } of drawn.values()) {
      bag.say('problem', 'piece-picture-unlisted', { path, number: displayNumber(seq) });
    }
    this.attached(path, shows, pdf);
  }

  private async read(path: string, bytes: Uint8Array<ArrayBuffer>): Promise<PiecePdf | null> {
    try {
      return await readPiece(bytes);
    } catch (error) {
      if (!(error instanceof PdfFormError)) throw error;
      this.bag.say('problem', 'piece-form', { path });
      return null;
    }
  }

  private async picture(path: string, picture: PdfPicture, pdf: PiecePdf): Promise<void> {
    const { bag } = this;
    const number = displayNumber(picture.seq);
    const source = this.sources.get(keyOf(picture));
    const file = source ? await bytesOf(source.path, Number.POSITIVE_INFINITY, bag) : null;
    // A source that was altered was said with the references.
    if (!source || !file || bag.hashes.get(source.path) !== picture.sha256) return;
    if (!pdf.drawn.has(picture.object.number)) {
      bag.say('problem', 'piece-picture-absent', { path, number });
      return;
    }
    const comparison = await comparePicture(picture.object, file, source.type, pdf.scanned);
    if (comparison === 'same') this.compared += 1;
    else if (comparison === 'redrawn') bag.say('warning', 'piece-redrawn', { path, number });
    else bag.say('problem', 'piece-picture-other', { path, number, source: source.path });
  }

  /** A file attached to a PDF is one that the entries shown there name, and that the bag holds too: nothing left out by choice. */
  private attached(path: string, shows: readonly Shown[], { attached }: PiecePdf): void {
    const isNamed = (sha256: string): boolean => shows.some(({ seq }) => this.sources.get(keyOf({ seq, sha256 })));
    for (const sha256 of attached) {
      if (!isNamed(sha256)) this.bag.say('problem', 'piece-attachment', { path });
    }
  }
}

/**
 * Checks the pack of a bag whose files were hashed. A bag without one stays fine: older, or captures alone.
 * @throws SourceError; AppError `cancelled`
 */
export async function verifyPieces(
  plan: ExportPlan,
  entries: readonly PlanEntry[],
  bag: Bag,
  signal?: AbortSignal,
): Promise<void> {
  if (!bag.items.has(PACK.list)) {
    for (const path of bag.items.keys()) {
      if (path.startsWith(PACK.folder)) bag.say('problem', 'piece-unlisted', { path });
    }
    return;
  }
  // Damaged or too long: said where it was read.
  const list = bag.texts.has(PACK.list) ? readList(bag) : null;
  if (!list) return;
  checkListed(list, bag);
  const checker = new PieceChecker(bag, sourcesOf(plan, entries));
  for (const file of list.pieces.flatMap((piece) => piece.files)) {
    if (signal?.aborted) throw new AppError('cancelled');
    await checker.file(file);
  }
  const { files, compared, whole } = checker;
  if (files > 0) bag.say('ok', 'pieces-ok', { files });
  if (compared > 0) bag.say('ok', 'piece-pictures-ok', { count: compared });
  if (whole > 0) bag.say('ok', 'pieces-whole-ok', { count: whole });
}
