/** Writes ZIPs that no honest tool writes: any name, any attribute, any size or count announced. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface RawEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly deflate?: boolean;
  /** Unix type and rights, e.g. 0o120777 for a symbolic link. */
  readonly mode?: number;
  /** Size once unpacked, as announced. */
  readonly announced?: number;
}

interface Announced {
  /** Number of entries that the end of the directory announces. */
  readonly count?: number;
}

const UNIX = 3 << 8;

function header(size: number, fields: readonly (readonly [number, number, 2 | 4])[]): Buffer {
  const made = Buffer.alloc(size);
  for (const [at, value, width] of fields) {
    if (width === 2) made.writeUInt16LE(value, at);
    else made.writeUInt32LE(value >>> 0, at);
  }
  return made;
}

/** The ZIP, with ZIP64 records when there are more than 65,534 entries. */
export function rawZip(
  entries: readonly RawEntry[],
  { count = entries.length }: Announced = {},
): Uint8Array<ArrayBuffer> {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes, deflate = false, mode, announced = bytes.byteLength } of entries) {
    const named = Buffer.from(name);
    const data = deflate ? deflateRawSync(bytes, { level: 9 }) : Buffer.from(bytes);
    const shared = [deflate ? 8 : 0, 0, 0, crc32(bytes), data.byteLength, announced, named.byteLength, 0] as const;
    const [method, time, date, crc, packed, size, nameLength, extra] = shared;
    const local = header(30, [
      [0, 0x04034b50, 4],
      [4, 20, 2],
      [6, 0x800, 2],
      [8, method, 2],
      [10, time, 2],
      [12, date, 2],
      [14, crc, 4],
      [18, packed, 4],
      [22, size, 4],
      [26, nameLength, 2],
      [28, extra, 2],
    ]);
    const central = header(46, [
      [0, 0x02014b50, 4],
      [4, mode === undefined ? 20 : UNIX | 20, 2],
      [6, 20, 2],
      [8, 0x800, 2],
      [10, method, 2],
      [16, crc, 4],
      [20, packed, 4],
      [24, size, 4],
      [28, nameLength, 2],
      [38, (mode ?? 0) * 0x10000, 4],
      [42, offset, 4],
    ]);
    parts.push(local, named, data);
    directory.push(central, named);
    offset += local.byteLength + named.byteLength + data.byteLength;
  }
  const central = Buffer.concat(directory);
  const end = endOf(central.byteLength, offset, count);
  return new Uint8Array(Buffer.concat([...parts, central, end]));
}

function endOf(bytes: number, offset: number, count: number): Buffer {
  const many = count > 0xfffe;
  const short = header(22, [
    [0, 0x06054b50, 4],
    [8, many ? 0xffff : count, 2],
    [10, many ? 0xffff : count, 2],
    [12, bytes, 4],
    [16, offset, 4],
  ]);
  if (!many) return short;
  const long = Buffer.alloc(56 + 20);
  long.writeUInt32LE(0x06064b50, 0);
  long.writeBigUInt64LE(44n, 4);
  long.writeUInt16LE(45, 12);
  long.writeUInt16LE(45, 14);
  for (const at of [24, 32]) long.writeBigUInt64LE(BigInt(count), at);
  long.writeBigUInt64LE(BigInt(bytes), 40);
  long.writeBigUInt64LE(BigInt(offset), 48);
  long.writeUInt32LE(0x07064b50, 56);
  long.writeBigUInt64LE(BigInt(offset + bytes), 64);
  long.writeUInt32LE(1, 72);
  return Buffer.concat([long, short]);
}
