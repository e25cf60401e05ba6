/**
 * The compound files of Outlook (.msg, [MS-CFB]): folders and streams, read in bounds. Every chain is shorter than the
 * file has sectors and every entry is met once, so a table that points at itself ends in an error, not in a loop. (The
 * readers on npm follow such a chain until the memory is full, and need Node's Buffer.)
 */
import { Bytes } from './bytes';

/** The file is no compound file that can be read. */
export class CfbError extends Error {}

export interface CfbEntry {
  readonly name: string;
  readonly folder: boolean;
  readonly size: number;
  readonly children: () => readonly CfbEntry[];
  /** @throws CfbError */
  readonly bytes: () => Uint8Array<ArrayBuffer>;
}

interface Raw {
  readonly name: string;
  readonly type: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

const LAST_SECTOR = 0xfffffffa;
const NO_ENTRY = 0xffffffff;
const ENTRY_BYTES = 128;
const HEADER_DIFAT = 109;
const MAX_ENTRIES = 20_000;

/** Opens the file. @throws CfbError */
export function openCfb(bytes: Uint8Array<ArrayBuffer>): CfbEntry {
  return new Cfb(bytes).root();
}

class Cfb {
  private readonly read: Bytes;
  private readonly sector: number;
  private readonly miniSector = 64;
  private readonly cutoff: number;
  private readonly fat: readonly number[];
  private readonly miniFat: readonly number[];
  private readonly entries: readonly Raw[];
  private mini: Uint8Array<ArrayBuffer> | null = null;

  constructor(bytes: Uint8Array<ArrayBuffer>) {
    this.read = new Bytes(bytes);
    const shift = this.read.u16(30, true);
    if (shift !== 9 && shift !== 12) throw new CfbError(`sector shift ${shift}`);
    this.sector = 2 ** shift;
    this.cutoff = this.read.u32(56, true) ?? 4_096;
    this.fat = this.table(this.fatSectors());
    const miniStart = this.read.u32(60, true) ?? NO_ENTRY;
    this.miniFat = miniStart < LAST_SECTOR ? this.table(this.chain(miniStart, this.fat)) : [];
    this.entries = this.directory();
  }

  root(): CfbEntry {
    return this.entry(0);
  }

  private get sectors(): number {
    return Math.ceil(this.read.length / this.sector);
  }

  /** Sectors that hold the allocation table: the first ones are named in the header, the next in sectors of their own. */
  private fatSectors(): number[] {
    const listed: number[] = [];
    const add = (at: number, count: number): void => {
      for (let index = 0; index < count; index += 1) {
        const sector = this.read.u32(at + 4 * index, true) ?? NO_ENTRY;
        if (sector < LAST_SECTOR) listed.push(sector);
      }
    };
    add(76, HEADER_DIFAT);
    let next = this.read.u32(68, true) ?? NO_ENTRY;
    for (let steps = 0; next < LAST_SECTOR; steps += 1) {
      if (steps > this.sectors) throw new CfbError('the list of tables loops');
      const at = this.offset(next);
      add(at, this.sector / 4 - 1);
      next = this.read.u32(at + this.sector - 4, true) ?? NO_ENTRY;
    }
    if (listed.length > this.sectors) throw new CfbError('more tables than sectors');
    return listed;
  }

  private offset(sector: number): number {
    return (sector + 1) * this.sector;
  }

  private table(sectors: readonly number[]): number[] {
    const values: number[] = [];
    for (const sector of sectors) {
      for (let at = this.offset(sector), end = at + this.sector; at < end; at += 4) {
        values.push(this.read.u32(at, true) ?? NO_ENTRY);
      }
    }
    return values;
  }

  private chain(start: number, table: readonly number[]): number[] {
    const found: number[] = [];
    for (let sector = start; sector < LAST_SECTOR; sector = table[sector] ?? NO_ENTRY) {
      found.push(sector);
      if (found.length > table.length) throw new CfbError('a chain loops');
    }
    return found;
  }

  private directory(): Raw[] {
    const sectors = this.chain(this.read.u32(48, true) ?? NO_ENTRY, this.fat);
    const entries: Raw[] = [];
    for (const sector of sectors) {
      for (let at = this.offset(sector), end = at + this.sector; at < end; at += ENTRY_BYTES)
        entries.push(this.raw(at));
      if (entries.length > MAX_ENTRIES) throw new CfbError('too many entries');
    }
    if (entries[0]?.type !== 5) throw new CfbError('no root');
    return entries;
  }

  private raw(at: number): Raw {
    const { read } = this;
    const length = Math.max(0, Math.min(read.u16(at + 64, true) ?? 0, 64) - 2);
    const u32 = (offset: number): number => read.u32(at + offset, true) ?? NO_ENTRY;
    return {
      name: new TextDecoder('utf-16le').decode(read.slice(at, at + length)),
      type: read.u8(at + 66) ?? 0,
      left: u32(68),
      right: u32(72),
      child: u32(76),
      start: u32(116),
      size: u32(120),
    };
  }

  private entry(index: number): CfbEntry {
    const raw = this.entries[index];
    if (!raw) throw new CfbError(`no entry ${index}`);
    return {
      name: raw.name,
      folder: raw.type !== 2,
      size: raw.size,
      children: () => this.children(raw),
      bytes: () => this.stream(raw),
    };
  }

  /** The entries of a folder: a tree whose nodes are met once each. */
  private children(folder: Raw): CfbEntry[] {
    const seen = new Set<number>();
    const found: CfbEntry[] = [];
    const waiting = [folder.child];
    for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
      const raw = this.entries[index];
      if (!raw || seen.has(index)) continue;
      seen.add(index);
      if (raw.type === 1 || raw.type === 2) found.push(this.entry(index));
      waiting.push(raw.left, raw.right);
    }
    return found;
  }

  private stream(raw: Raw): Uint8Array<ArrayBuffer> {
    if (raw.size > this.read.length) throw new CfbError('a stream is longer than the file');
    if (raw.size >= this.cutoff || raw.type === 5) return this.gather(raw, this.fat, this.read.all, this.sector, true);
    this.mini ??= this.stream(this.entries[0] as Raw);
    return this.gather(raw, this.miniFat, this.mini, this.miniSector, false);
  }

  private gather(
    raw: Raw,
    table: readonly number[],
    from: Uint8Array<ArrayBuffer>,
    unit: number,
    big: boolean,
  ): Uint8Array<ArrayBuffer> {
    const out = new Uint8Array(raw.size);
    let at = 0;
    for (const sector of this.chain(raw.start, table)) {
      if (at >= raw.size) break;
      const start = (big ? sector + 1 : sector) * unit;
      const part = from.subarray(start, start + Math.min(unit, raw.size - at));
      out.set(part, at);
      at += unit;
    }
    if (at < raw.size) throw new CfbError('a stream is cut short');
    return out;
  }
}
