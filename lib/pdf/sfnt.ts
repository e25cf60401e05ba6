/** Reads a TrueType font (coverage, advances, metrics) and writes the subset of it that a PDF embeds. */

/** All measures in thousandths of the em. */
export interface Face {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly box: readonly [number, number, number, number];
  /** Glyph of a code point; 0 when the font has none. */
  glyphOf(codePoint: number): number;
  advance(glyph: number): number;
}

interface Tables {
  readonly view: DataView;
  readonly at: ReadonlyMap<string, { readonly offset: number; readonly length: number }>;
}

/** @throws Error when the bytes are no TrueType font with outlines (a `glyf` table) */
export function readFace(name: string, bytes: Uint8Array): Face {
  const tables = tablesOf(bytes);
  const { view } = tables;
  const offset = (tag: string): number => offsetOf(tables, tag);
  const unitsPerEm = view.getUint16(offset('head') + 18);
  const scale = (value: number): number => (value * 1000) / unitsPerEm;
  const short = (at: number): number => scale(view.getInt16(at));
  const glyphs = coverage(view, offset('cmap'));
  const metrics = view.getUint16(offset('hhea') + 34);
  const hmtx = offset('hmtx');
  offset('glyf');
  return {
    name,
    bytes,
    unitsPerEm,
    ascent: short(offset('hhea') + 4),
    descent: short(offset('hhea') + 6),
    capHeight: view.getUint16(offset('OS/2')) >= 2 ? short(offset('OS/2') + 88) : short(offset('hhea') + 4),
    box: [36, 38, 40, 42].map((at) => short(offset('head') + at)) as unknown as Face['box'],
    glyphOf: (codePoint) => glyphs.get(codePoint) ?? 0,
    advance: (glyph) => scale(view.getUint16(hmtx + 4 * Math.min(glyph, metrics - 1))),
  };
}

function tablesOf(bytes: Uint8Array): Tables {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = new Map<string, { offset: number; length: number }>();
  for (let i = 0; i < view.getUint16(4); i++) {
    const entry = 12 + 16 * i;
    const tag = String.fromCharCode(...bytes.subarray(entry, entry + 4));
    at.set(tag, { offset: view.getUint32(entry + 8), length: view.getUint32(entry + 12) });
  }
  return { view, at };
}

function offsetOf(tables: Tables, tag: string): number {
  const table = tables.at.get(tag);
  if (!table) throw new Error(`the font has no ${tag} table`);
  return table.offset;
}

/** Code point → glyph, from the widest Unicode subtable (formats 4 and 12: all that our fonts have). */
function coverage(view: DataView, cmap: number): Map<number, number> {
  const glyphs = new Map<number, number>();
  for (let i = 0; i < view.getUint16(cmap + 2); i++) {
    const subtable = cmap + view.getUint32(cmap + 4 + 8 * i + 4);
    const format = view.getUint16(subtable);
    if (format === 4) readSegments(view, subtable, glyphs);
    if (format === 12) readGroups(view, subtable, glyphs);
  }
  return glyphs;
}

function readSegments(view: DataView, at: number, glyphs: Map<number, number>): void {
  const twice = view.getUint16(at + 6);
  const [ends, starts, deltas, offsets] = [at + 14, at + 16 + twice, at + 16 + 2 * twice, at + 16 + 3 * twice];
  for (let i = 0; i < twice; i += 2) {
    const rangeOffset = view.getUint16(offsets + i);
    const start = view.getUint16(starts + i);
    for (let code = start; code <= view.getUint16(ends + i) && code < 0xffff; code++) {
      const direct = rangeOffset === 0;
      const raw = direct ? code : view.getUint16(offsets + i + rangeOffset + 2 * (code - start));
      const glyph = direct || raw !== 0 ? (raw + view.getUint16(deltas + i)) & 0xffff : 0;
      if (glyph !== 0) glyphs.set(code, glyph);
    }
  }
}

function readGroups(view: DataView, at: number, glyphs: Map<number, number>): void {
  for (let i = 0; i < view.getUint32(at + 12); i++) {
    const group = at + 16 + 12 * i;
    const start = view.getUint32(group);
    for (let code = start; code <= view.getUint32(group + 4); code++) {
      const glyph = view.getUint32(group + 8) + code - start;
      if (glyph !== 0) glyphs.set(code, glyph);
    }
  }
}

/** What a subset is: the file to embed, and the new number of each glyph asked for. */
export interface Subset {
  readonly bytes: Uint8Array;
  readonly numberOf: ReadonlyMap<number, number>;
}

/** Table tags that a PDF reader needs to draw glyphs by number (PDF 32000-1 § 9.9), beside those rebuilt here. */
const COPIED = ['cvt ', 'fpgm', 'prep'];
const MAGIC = 0xb1b0afba;

/** The outlines of these glyphs alone, renumbered from 0 (« notdef »), with the parts of composed glyphs. */
export function subsetOf(face: Face, glyphs: readonly number[]): Subset {
  const tables = tablesOf(face.bytes);
  const numberOf = new Map<number, number>([[0, 0]]);
  const add = (glyph: number): number => {
    const known = numberOf.get(glyph);
    if (known !== undefined) return known;
    numberOf.set(glyph, numberOf.size);
    return numberOf.size - 1;
  };
  for (const glyph of glyphs) add(glyph);
  const outlines: Uint8Array[] = [];
  // The map grows while it is read: the parts of a composed glyph come after it.
  for (const glyph of numberOf.keys()) outlines.push(renumbered(outlineOf(tables, glyph), add));
  const count = outlines.length;
  const parts = new Map<string, Uint8Array>();
  for (const tag of COPIED) if (tables.at.has(tag)) parts.set(tag, copyOf(tables, tag));
  parts.set(
    'head',
    patched(copyOf(tables, 'head'), (view) => [view.setUint32(8, 0), view.setInt16(50, 1)]),
  );
  parts.set(
    'hhea',
    patched(copyOf(tables, 'hhea'), (view) => view.setUint16(34, count)),
  );
  parts.set(
    'maxp',
    patched(copyOf(tables, 'maxp'), (view) => view.setUint16(4, count)),
  );
  parts.set('hmtx', metricsOf(tables, [...numberOf.keys()]));
  const { glyf, loca } = located(outlines);
  parts.set('glyf', glyf);
  parts.set('loca', loca);
  return { bytes: assembled(parts), numberOf };
}

function copyOf(tables: Tables, tag: string): Uint8Array {
  const { offset, length } = tables.at.get(tag) ?? { offset: offsetOf(tables, tag), length: 0 };
  return new Uint8Array(tables.view.buffer, tables.view.byteOffset + offset, length).slice();
}

function patched(bytes: Uint8Array, change: (view: DataView) => unknown): Uint8Array {
  change(new DataView(bytes.buffer));
  return bytes;
}

function outlineOf(tables: Tables, glyph: number): Uint8Array {
  const { view } = tables;
  const long = view.getInt16(offsetOf(tables, 'head') + 50) === 1;
  const loca = offsetOf(tables, 'loca');
  const start = long ? view.getUint32(loca + 4 * glyph) : 2 * view.getUint16(loca + 2 * glyph);
  const end = long ? view.getUint32(loca + 4 * glyph + 4) : 2 * view.getUint16(loca + 2 * glyph + 2);
  return new Uint8Array(view.buffer, view.byteOffset + offsetOf(tables, 'glyf') + start, end - start).slice();
}

/** A composed glyph names its parts by number (OpenType, glyf table, composite glyph description). */
function renumbered(outline: Uint8Array, add: (glyph: number) => number): Uint8Array {
  const view = new DataView(outline.buffer);
  if (outline.length < 10 || view.getInt16(0) >= 0) return outline;
  let at = 10;
  for (;;) {
    const flags = view.getUint16(at);
    view.setUint16(at + 2, add(view.getUint16(at + 2)));
    at += 4 + (flags & 0x1 ? 4 : 2) + (flags & 0x8 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0);
    if (!(flags & 0x20)) return outline;
  }
}

function metricsOf(tables: Tables, glyphs: readonly number[]): Uint8Array {
  const { view } = tables;
  const full = view.getUint16(offsetOf(tables, 'hhea') + 34);
  const hmtx = offsetOf(tables, 'hmtx');
  const out = new DataView(new ArrayBuffer(4 * glyphs.length));
  glyphs.forEach((glyph, i) => {
    const bearing = glyph < full ? hmtx + 4 * glyph + 2 : hmtx + 4 * full + 2 * (glyph - full);
    out.setUint16(4 * i, view.getUint16(hmtx + 4 * Math.min(glyph, full - 1)));
    out.setInt16(4 * i + 2, view.getInt16(bearing));
  });
  return new Uint8Array(out.buffer);
}

const padded = (length: number): number => (length + 3) & ~3;

function located(outlines: readonly Uint8Array[]): { readonly glyf: Uint8Array; readonly loca: Uint8Array } {
  const glyf = new Uint8Array(outlines.reduce((sum, one) => sum + padded(one.length), 0));
  const loca = new DataView(new ArrayBuffer(4 * (outlines.length + 1)));
  let end = 0;
  outlines.forEach((one, i) => {
    glyf.set(one, end);
    end += padded(one.length);
    loca.setUint32(4 * (i + 1), end);
  });
  return { glyf, loca: new Uint8Array(loca.buffer) };
}

function assembled(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const tags = [...parts.keys()].sort();
  const size = [...parts.values()].reduce((sum, one) => sum + padded(one.length), 12 + 16 * tags.length);
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  const power = 2 ** Math.floor(Math.log2(tags.length));
  view.setUint32(0, 0x00010000);
  [tags.length, 16 * power, Math.log2(power), 16 * (tags.length - power)].forEach((value, i) => {
    view.setUint16(4 + 2 * i, value);
  });
  let offset = 12 + 16 * tags.length;
  tags.forEach((tag, i) => {
    const part = parts.get(tag) ?? new Uint8Array();
    const entry = 12 + 16 * i;
    bytes.set(part, offset);
    for (let c = 0; c < 4; c++) bytes[entry + c] = tag.charCodeAt(c);
    view.setUint32(entry + 4, sum(view, offset, padded(part.length)));
    view.setUint32(entry + 8, offset);
    view.setUint32(entry + 12, part.length);
    if (tag === 'head') bytes.set([0, 0, 0, 0], offset + 8);
    offset += padded(part.length);
  });
  const head = 12 + 16 * tags.indexOf('head');
  view.setUint32(view.getUint32(head + 8) + 8, (MAGIC - sum(view, 0, size)) >>> 0);
  return bytes;
}

function sum(view: DataView, offset: number, length: number): number {
  let total = 0;
  for (let at = offset; at < offset + length; at += 4) total = (total + view.getUint32(at)) >>> 0;
  return total;
}
