/** Reads a ZIP that may be hostile: bounded, one entry at a time, every structural doubt said; nothing is ever written to a path. */
import {
  type Entry,
  type FileEntry,
  Reader,
  WARNING_MALFORMED_EXTRA_FIELD,
  WARNING_UNKNOWN_VERSION,
  WARNING_UNKNOWN_ZIP64_EXTENSIBLE_DATA,
  WARNING_UNSORTED_CENTRAL_DIRECTORY,
  ZipReader,
} from '@zip.js/zip.js/lib/zip-core-custom.js';

/** Random access to the bytes of a ZIP: a Blob in the browser, a file in Node. */
export interface ZipSource {
  readonly size: number;
  read(offset: number, length: number): Promise<Uint8Array>;
}

/** A Blob or a File as a source. */
export function blobSource(blob: Blob): ZipSource {
  return {
    size: blob.size,
    read: async (offset, length) => new Uint8Array(await blob.slice(offset, offset + length).arrayBuffer()),
  };
}

/** Bytes in memory as a source. */
export function bytesSource(bytes: Uint8Array): ZipSource {
  return { size: bytes.byteLength, read: async (offset, length) => bytes.subarray(offset, offset + length) };
}

export interface ZipLimits {
  readonly entries: number;
  /** Bytes of one file once unpacked: it is held in memory while it is hashed. */
  readonly entryBytes: number;
  /** Times that the whole may be larger than the ZIP, beyond a first allowance. */
  readonly ratio: number;
  readonly allowance: number;
}

/** Text shrinks some ten times, pictures not at all; deflate alone can reach 1,032. */
export const ZIP_LIMITS: ZipLimits = { entries: 50_000, entryBytes: 512 * 2 ** 20, ratio: 60, allowance: 64 * 2 ** 20 };

export interface ZipItem {
  readonly path: string;
  readonly bytes: number;
  readonly directory: boolean;
  readonly encrypted: boolean;
  /** Neither a file nor a folder once unpacked by a Unix tool: a symbolic link, a device. */
  readonly special: boolean;
  /** The bytes, CRC checked. @throws Error in zip.js's words when the content is damaged */
  read(): Promise<Uint8Array<ArrayBuffer>>;
}

export type ZipRefusal =
  | { readonly code: 'zip-too-many'; readonly values: { count: number; limit: number } }
  | { readonly code: 'zip-too-large'; readonly values: { path: string; bytes: number; limit: number } }
  | { readonly code: 'zip-bomb'; readonly values: { bytes: number; size: number } };

export interface OpenedZip {
  readonly items: readonly ZipItem[];
  /** Ways in which another tool could read this ZIP otherwise. */
  readonly ambiguities: readonly string[];
  readonly refusal: ZipRefusal | null;
}

/** Systems whose ZIPs say the Unix type of a file (APPNOTE 4.4.2): Unix, macOS. */
const UNIX_MAKERS: ReadonlySet<number> = new Set([3, 19]);
const TYPE_BITS = 0o170000;
/** No type said, a folder, a file: all else is a link, a device, a socket. */
const PLAIN_TYPES: ReadonlySet<number> = new Set([0, 0o040000, 0o100000]);

function isSpecial(entry: Entry): boolean {
  if (!UNIX_MAKERS.has(entry.versionMadeBy >>> 8)) return false;
  return !PLAIN_TYPES.has((entry.externalFileAttributes >>> 16) & TYPE_BITS);
}

/** Adds up what a ZIP or a folder announces, and says the first bound that is passed. */
export class Bounds {
  private total = 0;
  private count = 0;
  private readonly size: number;
  private readonly limits: ZipLimits;

  /** @param size bytes of the ZIP; infinite for a folder, which is not compressed */
  constructor(size: number, limits: ZipLimits) {
    this.size = size;
    this.limits = limits;
  }

  add(path: string, bytes: number): ZipRefusal | null {
    const { limits, size } = this;
    this.total += bytes;
    this.count += 1;
    if (this.count > limits.entries) {
      return { code: 'zip-too-many', values: { count: this.count, limit: limits.entries } };
    }
    if (bytes > limits.entryBytes) return { code: 'zip-too-large', values: { path, bytes, limit: limits.entryBytes } };
    const bomb = this.total > size * limits.ratio + limits.allowance;
    return bomb ? { code: 'zip-bomb', values: { bytes: this.total, size } } : null;
  }
}

/** The file itself cannot be read (a disk, a permission): nothing is known of the ZIP. */
export class SourceError extends Error {
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = 'SourceError';
  }
}

/** What is wrong with a file of a ZIP, in place of zip.js's own English. */
export const DAMAGES = ['sum', 'size', 'packed', 'place', 'other'] as const;
export type Damage = (typeof DAMAGES)[number];

/** Messages of zip.js 2.24 and ours; one that changes its words becomes `other`, never a wrong word. */
const DAMAGE_OF: Readonly<Record<string, Damage>> = {
  'Invalid CRC32': 'sum',
  'Invalid uncompressed size': 'size',
  'larger than announced': 'size',
  'smaller than announced': 'size',
  'Invalid compressed data': 'packed',
  'Compression method not supported': 'packed',
  'Local file header not found': 'place',
  'Entry data out of bounds': 'place',
  'Overlapping entry found': 'place',
  'Ambiguous archive': 'place',
};

/** Names what `ZipItem.read` threw. */
export function damageOf(error: Error): Damage {
  return DAMAGE_OF[error.message] ?? 'other';
}

/** zip.js's port on our source; keeps the source's own failure apart from what is wrong in the ZIP. */
class SourceReader extends Reader<ZipSource> {
  failure: SourceError | null = null;
  private readonly source: ZipSource;

  constructor(source: ZipSource) {
    super(source);
    this.source = source;
    this.size = source.size;
  }

  override async readUint8Array(index: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
    try {
      return new Uint8Array(await this.source.read(index, length));
    } catch (error) {
      this.failure = new SourceError(error);
      throw this.failure;
    }
  }
}

/** Observations of zip.js that do not change which bytes a tool reads. */
const HARMLESS = new Set<string>([
  WARNING_UNSORTED_CENTRAL_DIRECTORY,
  WARNING_UNKNOWN_VERSION,
  WARNING_MALFORMED_EXTRA_FIELD,
  WARNING_UNKNOWN_ZIP64_EXTENSIBLE_DATA,
]);

async function readEntry(entry: FileEntry, reader: SourceReader): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(entry.uncompressedSize);
  let filled = 0;
  const sink = new WritableStream<Uint8Array>({
    write(chunk) {
      if (filled + chunk.byteLength > bytes.byteLength) throw new Error('larger than announced');
      bytes.set(chunk, filled);
      filled += chunk.byteLength;
    },
  });
  try {
    await entry.getData(sink, {
      checkCrc32: true,
      checkOverlappingEntry: true,
      strictness: 'strict',
      useWebWorkers: false,
    });
  } catch (error) {
    throw reader.failure ?? error;
  }
  if (filled !== bytes.byteLength) throw new Error('smaller than announced');
  return bytes;
}

/** The end of the directory with the longest comment, and the two ZIP64 records before it (APPNOTE 4.3.14 to 4.3.16). */
const TAIL = 22 + 0xffff + 56 + 20;
const END = 0x06054b50;
const END64 = 0x06064b50;

/** Where a record begins, searched from the end; -1 when there is none. */
function lastRecord(view: DataView, signature: number, length: number): number {
  for (let at = view.byteLength - length; at >= 0; at -= 1) if (view.getUint32(at, true) === signature) return at;
  return -1;
}

/** How many files the end of the ZIP announces, 0 when it says nothing: too many are refused before they are listed. */
async function announcedCount(reader: SourceReader): Promise<number> {
  const length = Math.min(reader.size, TAIL);
  const tail = await reader.readUint8Array(reader.size - length, length);
  const view = new DataView(tail.buffer, tail.byteOffset, tail.byteLength);
  const end = lastRecord(view, END, 22);
  if (end < 0) return 0;
  const count = view.getUint16(end + 10, true);
  if (count < 0xffff) return count;
  const end64 = lastRecord(view, END64, 56);
  return end64 < 0 ? count : Number(view.getBigUint64(end64 + 32, true));
}

/**
 * Opens a ZIP and lists it; stops at the first bound that is passed.
 * @throws Error when there is no readable directory; SourceError when the source fails
 */
export async function openZip(source: ZipSource, limits: ZipLimits = ZIP_LIMITS): Promise<OpenedZip> {
  const reader = new SourceReader(source);
  const zip = new ZipReader(reader, { strictness: 'balanced', filenameValidation: 'tolerant', useWebWorkers: false });
  const bounds = new Bounds(source.size, limits);
  const items: ZipItem[] = [];
  let refusal: ZipRefusal | null = null;
  const count = await announcedCount(reader);
  if (count > limits.entries) {
    return { items, ambiguities: [], refusal: { code: 'zip-too-many', values: { count, limit: limits.entries } } };
  }
  try {
    for await (const entry of zip.getEntriesGenerator()) {
      refusal = bounds.add(entry.filename, entry.uncompressedSize);
      if (refusal) break;
      items.push({
        path: entry.filename,
        bytes: entry.uncompressedSize,
        directory: entry.directory,
        encrypted: entry.encrypted,
        special: isSpecial(entry),
        read: () => (entry.directory ? Promise.resolve(new Uint8Array(0)) : readEntry(entry, reader)),
      });
    }
  } catch (error) {
    throw reader.failure ?? error;
  }
  const ambiguities = (zip.warnings ?? [])
    .map((warning) => String(warning.reason))
    .filter((reason) => !HARMLESS.has(reason));
  return { items, ambiguities, refusal };
}
