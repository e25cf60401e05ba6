/** What entries say of each other and of their files, beyond the chain: tombstones, exports, sizes of pictures. */
import type { EntryOf, PictureRef } from '@/lib/domain/entry';
import { displayNumber } from '@/lib/domain/entry';
import { type ExportPlan, type PlanEntry, parseLine } from '@/lib/domain/export-plan';
import type { Bag } from './verify-types';

/** A tombstone names an earlier entry by its own hash. */
function checkTombstone(entry: EntryOf<'removed'>, hashes: ReadonlyMap<number, string>, bag: Bag): boolean {
  const { target, hash } = entry.data;
  if (target < entry.seq && hashes.get(target) === hash) return true;
  bag.say('problem', 'tombstone-wrong', { number: displayNumber(entry.seq), target: displayNumber(target) });
  return false;
}

/** An export that was made earlier says how many entries there were, and which was the last. */
function checkExported(entry: EntryOf<'exported'>, hashes: ReadonlyMap<number, string>, bag: Bag): void {
  const { entries, head } = entry.data;
  if (entries < entry.seq && hashes.get(entries) === head) return;
  bag.say('problem', 'exported-wrong', { number: displayNumber(entry.seq) });
}

/** A journal that came from elsewhere: the last line that came, or the last that both copies have, is an earlier one. */
function checkArrival(entry: EntryOf<'journal-imported'>, hashes: ReadonlyMap<number, string>, bag: Bag): void {
  const { entries, head, other } = entry.data;
  const came = other?.received === false || (entries < entry.seq && hashes.get(entries) === head);
  if (came && (other?.after ?? 0) < entry.seq) return;
  bag.say('problem', 'arrival-wrong', { number: displayNumber(entry.seq) });
}

interface Shown {
  readonly ref: PictureRef;
  readonly path: string;
}

/** The picture has the pixels that the journal notes; said only of files that say a size. */
function checkSize({ ref, path }: Shown, number: string, bag: Bag): void {
  const size = bag.pictures.get(path);
  if (!size || (size.width === ref.width && size.height === ref.height)) return;
  bag.say('problem', 'picture-size', {
    path,
    number,
    declared: `${ref.width} × ${ref.height}`,
    actual: `${size.width} × ${size.height}`,
  });
}

/** The stamp is a band below the picture: same width, more height. Null when there are not both to compare. */
function checkPair(entry: EntryOf<'capture'>, plan: ExportPlan, bag: Bag): boolean | null {
  const number = displayNumber(entry.seq);
  const pathOf = (role: 'original' | 'stamped'): string | undefined =>
    plan.files.find((file) => file.seq === entry.seq && file.role === role)?.path;
  const { original, stamped } = entry.data;
  const first = pathOf('original');
  if (first) checkSize({ ref: original, path: first }, number, bag);
  const second = pathOf('stamped');
  if (!stamped || !second) return null;
  checkSize({ ref: stamped, path: second }, number, bag);
  if (stamped.width === original.width && stamped.height > original.height) return true;
  bag.say('problem', 'stamp-mismatch', { path: second, number });
  return false;
}

/** The sizes in bytes that the journal notes are those of the files. */
function checkBytes(plan: ExportPlan, bag: Bag): void {
  for (const { path, seq, bytes } of plan.files) {
    const actual = bag.items.get(path)?.bytes;
    if (actual === undefined || actual === bytes) continue;
    bag.say('problem', 'reference-size', { path, number: displayNumber(seq), declared: bytes, actual });
  }
}

/** The hash of each entry by its number, also of those that a later version wrote. */
export function hashesOf(entries: readonly PlanEntry[]): Map<number, string> {
  const found = new Map<number, string>();
  for (const { entry, line, seq } of entries) {
    if (entry) {
      found.set(seq, entry.hash);
      continue;
    }
    const { seq: number, hash } = parseLine(line) ?? {};
    if (typeof number === 'number' && typeof hash === 'string') found.set(number, hash);
  }
  return found;
}

/** Checks every link of a journal whose files were hashed. */
export function verifyLinks(entries: readonly PlanEntry[], plan: ExportPlan, bag: Bag): void {
  const hashes = hashesOf(entries);
  let pairs = 0;
  let tombstones = 0;
  for (const { entry } of entries) {
    if (!entry) continue;
    if (entry.kind === 'removed' && checkTombstone(entry, hashes, bag)) tombstones += 1;
    if (entry.kind === 'exported') checkExported(entry, hashes, bag);
    if (entry.kind === 'journal-imported') checkArrival(entry, hashes, bag);
    if (entry.kind === 'capture' && checkPair(entry, plan, bag)) pairs += 1;
  }
  checkBytes(plan, bag);
  if (pairs > 0) bag.say('ok', 'stamps-ok', { count: pairs });
  if (tombstones > 0) bag.say('ok', 'tombstones-ok', { count: tombstones });
}
