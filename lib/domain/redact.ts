/** The rules of masking: boxes in whole pixels, which copy counts, and what an export leaves out because of it. */
import type { Entry, EntryOf, PictureRef } from './entry';
import { canShow } from './imported';
import { type Box, MAX_BOXES, type RedactedRole } from './redacted';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A read line, of which only the entry matters here. */
export interface Readable {
  readonly entry: Entry | null;
}

/** The picture that a copy is made from. */
export interface RedactionSource extends PictureRef {
  readonly role: RedactedRole;
}

/** The picture of an entry that may be masked: the stamped one of a capture, or an added picture; null for anything else. */
export function sourceOf(entry: Entry | null | undefined): RedactionSource | null {
  if (entry?.kind === 'capture') {
    const { stamped, original } = entry.data;
    return stamped ? { ...stamped, role: 'stamped' } : { ...original, role: 'original' };
  }
  if (entry?.kind !== 'imported' || entry.data.what !== 'picture') return null;
  const { file, size } = entry.data;
  if (!size || !canShow(size)) return null;
  const { sha256, bytes, type } = file;
  return { sha256, bytes, type, width: size.width, height: size.height, role: 'imported' };
}

/** Rows of the stamp's band on a stamped picture, in pixels; 0 where there is none. It is below the page's own pixels. */
export function bandHeight(entry: Entry | null | undefined): number {
  if (entry?.kind !== 'capture' || !entry.data.stamped) return 0;
  return Math.max(0, entry.data.stamped.height - entry.data.original.height);
}

/**
 * A drawn box as it is kept: its corners put in order, rounded outwards to whole pixels (never a pixel less than what
 * was drawn), cut at the picture's edges. Null when nothing of it is on the picture.
 */
export function boxOf(drawn: Box, size: Size): Box | null {
  const [left, right] = edges(drawn.x, drawn.width, size.width);
  const [top, bottom] = edges(drawn.y, drawn.height, size.height);
  if (!(right > left && bottom > top)) return null;
  return { x: left, y: top, width: right - left, height: bottom - top };
}

function edges(from: number, length: number, limit: number): [number, number] {
  const [first, last] = length < 0 ? [from + length, from] : [from, from + length];
  return [Math.max(0, Math.floor(first)), Math.min(limit, Math.ceil(last))];
}

/** Boxes as they are kept: each made whole, those inside another left out, from top to bottom; at most MAX_BOXES. */
export function boxesOf(drawn: readonly Box[], size: Size): Box[] {
  const whole = drawn.flatMap((one) => boxOf(one, size) ?? []);
  const kept = whole.filter(
    (box, index) =>
      !whole.some((other, at) => at !== index && contains(other, box) && (!contains(box, other) || at < index)),
  );
  return kept.toSorted((a, b) => a.y - b.y || a.x - b.x).slice(0, MAX_BOXES);
}

/** Whether every pixel of `inner` is one of `outer`. */
export function contains(outer: Box, inner: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

/** Whether a box covers a part of the stamp's band, where the address, the date and the hash are written. */
export function touchesBand(box: Box, size: Size, band: number): boolean {
  return band > 0 && box.y + box.height > size.height - band;
}

/** The masking that counts for each target: its last one, also when its copy was removed since. */
export function redactions(entries: Iterable<Readable>): Map<number, EntryOf<'redacted'>> {
  const found = new Map<number, EntryOf<'redacted'>>();
  for (const { entry } of entries) if (entry?.kind === 'redacted') found.set(entry.data.target, entry);
  return found;
}

/** The hashes of the pictures and texts that an entry shows. */
function shownBy(entry: Entry | undefined): string[] {
  if (entry?.kind === 'capture') {
    const { original, stamped, reading } = entry.data;
    return [original, stamped, reading].flatMap((ref) => (ref ? [ref.sha256] : []));
  }
  if (entry?.kind !== 'imported') return [];
  const { file, original, text } = entry.data;
  return [file, original, text].flatMap((ref) => (ref ? [ref.sha256] : []));
}

/**
 * What an export leaves out by choice: hash → number of the masking. The source, whichever line names it; the text
 * that was read of the page, by the capture and by the attempts at the same address; the copies that a later one
 * replaced, which may show what the person hid since.
 */
export function hiddenFiles(entries: Iterable<Readable>): Map<string, number> {
  const all = [...entries].flatMap(({ entry }) => (entry ? [entry] : []));
  const last = redactions(all.map((entry) => ({ entry })));
  if (last.size === 0) return new Map();
  const bySeq = new Map(all.map((entry) => [entry.seq, entry]));
  const hidden = new Map<string, number>();
  const addresses = new Map<string, number>();
  for (const { seq, data } of last.values()) {
    if (data.originalInPack) continue;
    const target = bySeq.get(data.target);
    for (const sha256 of [data.source.sha256, ...shownBy(target)]) hidden.set(sha256, seq);
    if (target?.kind === 'capture') addresses.set(target.data.url, seq);
  }
  for (const entry of all) {
    if (entry.kind === 'attempt' && entry.data.reading) {
      const by = addresses.get(entry.data.url);
      if (by !== undefined) hidden.set(entry.data.reading.sha256, by);
    }
    if (entry.kind === 'redacted' && last.get(entry.data.target) !== entry) {
      hidden.set(entry.data.copy.sha256, last.get(entry.data.target)?.seq ?? entry.seq);
    }
  }
  // The copy that counts is shown, whatever else has its bytes.
  for (const { data } of last.values()) hidden.delete(data.copy.sha256);
  return hidden;
}

/** What stands for a masked picture wherever files are joined: the copy alone, or nothing when there is no masking. */
export function copyFor(target: number, last: ReadonlyMap<number, EntryOf<'redacted'>>): PictureRef | null {
  const entry = last.get(target);
  return entry && !entry.data.originalInPack ? entry.data.copy : null;
}

/** Other captures at the same address that are not masked: they may show the same words. */
export function siblings(target: number, entries: Iterable<Readable>): number[] {
  const all = [...entries].flatMap(({ entry }) => (entry ? [entry] : []));
  const mine = all.find((entry) => entry.seq === target);
  if (mine?.kind !== 'capture') return [];
  const masked = redactions(all.map((entry) => ({ entry })));
  return all.flatMap((entry) =>
    entry.kind === 'capture' && entry.seq !== target && entry.data.url === mine.data.url && !masked.has(entry.seq)
      ? [entry.seq]
      : [],
  );
}
