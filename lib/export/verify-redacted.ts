/** The masked copies of a bag: each named by the chain, of its source's size, every box of one colour, the rest as it was. */
import type { EntryOf } from '@/lib/domain/entry';
import { displayNumber } from '@/lib/domain/entry';
import type { ExportPlan, PlanEntry } from '@/lib/domain/export-plan';
import { canShow } from '@/lib/domain/imported';
import { isBarePng, pngHeader, pngRows } from '@/lib/domain/png-rows';
import { redactions } from '@/lib/domain/redact';
import type { Box } from '@/lib/domain/redacted';
import type { Bag } from './verify-types';

type Redacted = EntryOf<'redacted'>;
type Rows = AsyncIterator<Uint8Array<ArrayBuffer>>;

/** The masking cites an earlier line by its hash, and a picture of that line by its own, at its own size. */
function isBound({ data, seq }: Redacted, target: PlanEntry | undefined): boolean {
  const entry = target?.entry;
  if (!entry || entry.seq >= seq || entry.hash !== data.hash) return false;
  const { role, sha256, width, height } = data.source;
  if (entry.kind === 'capture') {
    const ref = role === 'stamped' ? entry.data.stamped : role === 'original' ? entry.data.original : null;
    return ref?.sha256 === sha256 && ref.width === width && ref.height === height;
  }
  if (entry.kind !== 'imported' || role !== 'imported') return false;
  return entry.data.file.sha256 === sha256 && entry.data.size?.width === width && entry.data.size.height === height;
}

/** Bytes of a file of the bag; null when it is not there or is damaged, which is said elsewhere. */
async function bytesAt(path: string | undefined, bag: Bag): Promise<Uint8Array<ArrayBuffer> | null> {
  if (path === undefined || !bag.hashes.has(path)) return null;
  return (await bag.items.get(path)?.read()) ?? null;
}

/** What the rows of one copy show against its boxes and, where it is joined, its source. */
class Comparison {
  readonly whole: (number | null)[];
  constant = true;
  same = true;
  private readonly boxes: readonly Box[];

  constructor(boxes: readonly Box[]) {
    this.boxes = boxes;
    this.whole = boxes.map(() => null);
  }

  row(y: number, copy: Uint8Array, source: Uint8Array | null): void {
    const here = this.boxes.flatMap((box, index) => (y >= box.y && y < box.y + box.height ? [{ box, index }] : []));
    for (const { box, index } of here) this.inside(copy, box, index);
    if (!source) return;
    // Boxes are few: what they cover is taken over before the two rows are compared.
    const covered = source.slice();
    for (const { box } of here) {
      const [from, to] = [box.x * 3, (box.x + box.width) * 3];
      covered.set(copy.subarray(from, to), from);
    }
    if (covered.length !== copy.length || covered.some((value, index) => value !== copy[index])) this.same = false;
  }

  private inside(copy: Uint8Array, box: Box, index: number): void {
    for (let x = box.x; x < box.x + box.width; x += 1) {
      const pixel = ((copy[3 * x] ?? 0) << 16) | ((copy[3 * x + 1] ?? 0) << 8) | (copy[3 * x + 2] ?? 0);
      this.whole[index] ??= pixel;
      if (this.whole[index] !== pixel) this.constant = false;
    }
  }
}

async function compare(
  { data }: Redacted,
  copy: Uint8Array<ArrayBuffer>,
  source: Uint8Array<ArrayBuffer> | null,
): Promise<Comparison> {
  const comparison = new Comparison(data.boxes);
  const beside: Rows | null = source ? pngRows(source) : null;
  let y = 0;
  for await (const row of pngRows(copy)) {
    const next = beside ? await beside.next() : null;
    comparison.row(y, row, next && !next.done ? next.value : null);
    y += 1;
  }
  await beside?.return?.();
  return comparison;
}

/** One copy; true when all that can be checked of it holds. */
async function checkCopy(entry: Redacted, plan: ExportPlan, bag: Bag): Promise<boolean> {
  const values = { number: displayNumber(entry.seq), target: displayNumber(entry.data.target) };
  const { copy, source } = entry.data;
  const planned = plan.files.find((file) => file.seq === entry.seq && file.role === 'redacted');
  const bytes = await bytesAt(planned?.path, bag);
  // Removed by the person, or missing: both are said with the other references.
  if (!bytes) return false;
  const header = pngHeader(bytes);
  if (
    !isBarePng(bytes) ||
    header?.channels !== 3 ||
    header.width !== copy.width ||
    header.height !== copy.height ||
    !canShow(header)
  ) {
    bag.say('problem', 'redaction-copy', { ...values, path: planned?.path ?? '' });
    return false;
  }
  const original = await bytesAt(plan.files.find((file) => file.sha256 === source.sha256)?.path, bag);
  const readable = original !== null && pngHeader(original) !== null;
  if (original && !readable) bag.say('warning', 'redaction-not-compared', values);
  try {
    const { constant, same } = await compare(entry, bytes, readable ? original : null);
    if (!constant) bag.say('problem', 'redaction-box', { ...values, path: planned?.path ?? '' });
    if (!same) bag.say('problem', 'redaction-outside', { ...values, path: planned?.path ?? '' });
    return constant && same;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    bag.say('problem', 'redaction-copy', { ...values, path: planned?.path ?? '' });
    return false;
  }
}

/** Checks every masking of a journal whose files were hashed, and says what is left out because of it. */
export async function verifyRedactions(entries: readonly PlanEntry[], plan: ExportPlan, bag: Bag): Promise<void> {
  const bySeq = new Map(entries.map((stored) => [stored.seq, stored]));
  const last = redactions(entries);
  let checked = 0;
  for (const { entry } of entries) {
    if (entry?.kind !== 'redacted') continue;
    const values = { number: displayNumber(entry.seq), target: displayNumber(entry.data.target) };
    if (!isBound(entry, bySeq.get(entry.data.target))) bag.say('problem', 'redaction-wrong', values);
    else if (last.get(entry.data.target) === entry && (await checkCopy(entry, plan, bag))) checked += 1;
  }
  for (const { entry } of entries) {
    if (entry?.kind !== 'redacted' || entry.data.originalInPack || last.get(entry.data.target) !== entry) continue;
    const { target, source, boxes } = entry.data;
    if (!plan.removed.some((file) => file.seq === target && file.reason === 'redacted')) continue;
    bag.say('warning', 'redaction-left', {
      number: displayNumber(entry.seq),
      target: displayNumber(target),
      sha256: source.sha256,
      count: boxes.length,
    });
  }
  if (checked > 0) bag.say('ok', 'redactions-ok', { count: checked });
}
