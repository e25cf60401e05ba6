/** A journal that comes from another computer, against the copies that are here: what it would add, and what it would not. */
import { checkChain, nextUnsealed, sealEntry } from '@/lib/domain/chain';
import { filesOf } from '@/lib/domain/chain-files';
import type { BlobRef, Entry, EntryData } from '@/lib/domain/entry';
import { AppError } from '@/lib/domain/errors';
import type { Moment } from '@/lib/domain/moment';
import { type Removal, removals } from '@/lib/domain/removals';
import { readEntry } from '@/lib/domain/upcast';
import type { Context } from './context';
import { guarded } from './failure';
import { readAll } from './read';

/** What came, read by the caller; everything in it is checked again here. */
export interface Arrival {
  /** The dossier that its lines say. */
  readonly dossier: string;
  /** Canonical lines, in order, without line ends. */
  readonly lines: readonly string[];
  /**
   * The line that the exporting computer writes right after its ZIP, where the ZIP tells it: it is written here too,
   * byte for byte, so that both chains go on from the same point.
   */
  readonly exported: { readonly at: Moment; readonly data: EntryData['exported'] } | null;
  /** SHA-256 of the files that came with it. */
  readonly files: ReadonlySet<string>;
  /** Bytes of one of them, read when needed. @throws AppError arrival-unreadable */
  readonly open: (sha256: string) => Promise<Uint8Array<ArrayBuffer>>;
  readonly from: { readonly product: string; readonly bag: string; readonly exportedAt: string };
}

/** The ZIP beside the copy of this device that is nearest to it. */
export type Relation =
  | { readonly is: 'unknown' }
  /** Every line of the ZIP is here; `more` lines are here only. */
  | { readonly is: 'same'; readonly dossier: string; readonly more: number }
  /** The copy here stops after `after` lines, and the ZIP goes on. */
  | { readonly is: 'ahead'; readonly dossier: string; readonly after: number; readonly adds: number }
  /** Both went on after line `after` (0: no line in common), the ones here with `ours` lines, the ZIP with `theirs`. */
  | {
      readonly is: 'forked';
      readonly dossier: string;
      readonly after: number;
      readonly afterAt: Moment | null;
      readonly ours: number;
      readonly theirs: number;
    };

export interface ArrivalPlan {
  readonly relation: Relation;
  /** Entries that are here, whose files the new lines remove. */
  readonly removes: readonly number[];
  /** Entries of the ZIP whose files the person removed here. */
  readonly leftOut: readonly number[];
  /** Files that its lines name and that it does not hold, tombstones apart. */
  readonly absent: number;
}

/** A line and what it names. */
export interface ReadLine {
  readonly seq: number;
  readonly line: string;
  readonly entry: Entry | null;
  readonly files: readonly BlobRef[];
}

/** One copy of the dossier on this device, compared. */
interface Copy {
  readonly dossier: string;
  readonly count: number;
  readonly common: number;
  readonly head: string;
  /** Files that its tombstones name. */
  readonly removed: ReadonlySet<string>;
  /** Files that its entries hold. */
  readonly held: ReadonlySet<string>;
}

/** All that was found, for those who write. */
export interface Compared {
  readonly plan: ArrivalPlan;
  /** Every line to come, the export's own included. */
  readonly lines: readonly ReadLine[];
  readonly gone: ReadonlyMap<number, Removal>;
  readonly copies: readonly Copy[];
  /** Files that the ZIP holds and that the person removed here. */
  readonly refused: ReadonlySet<string>;
}

const IDENTIFIER = /^[0-9a-f-]{36}$/;

/** The lines of the ZIP and the one that follows. @throws AppError chain-broken, entry-invalid */
async function linesOf(arrival: Arrival): Promise<ReadLine[]> {
  const { dossier, lines, exported } = arrival;
  if (!IDENTIFIER.test(dossier) || lines.length === 0) throw new AppError('entry-invalid', { detail: 'no dossier' });
  const chain = await checkChain(lines, { dossier });
  const [problem] = chain.problems;
  if (problem || chain.head === null || chain.count !== lines.length) {
    throw new AppError('chain-broken', { detail: problem ? `line ${problem.line}: ${problem.problem}` : 'no head' });
  }
  const all = [...lines];
  // A later version may write its own export otherwise than we do: then nobody can tell its line.
  if (exported && chain.newer.length === 0) {
    const head = { seq: lines.length, hash: chain.head };
    all.push((await sealEntry(nextUnsealed(head, { dossier, kind: 'exported', ...exported }))).line);
  }
  return all.map((line, index) => ({
    seq: index + 1,
    line,
    entry: readEntry(line).entry,
    files: filesOf((JSON.parse(line) as { data?: unknown }).data),
  }));
}

/** The names under which copies of a dossier are kept here. */
export function namesOf(context: Context, chain: string): Promise<string[]> {
  return guarded(async () => {
    const store = (await context.connection.get()).transaction('entries').store;
    const end = [`${chain}#\uffff`, Number.POSITIVE_INFINITY];
    const names: string[] = [];
    for (let cursor = await store.openKeyCursor(IDBKeyRange.bound([chain, 0], end)); cursor; ) {
      const [name] = cursor.key;
      names.push(name);
      cursor = await store.openKeyCursor(IDBKeyRange.bound([name, Number.POSITIVE_INFINITY], end, true));
    }
    return names;
  });
}

async function compareCopy(context: Context, dossier: string, lines: readonly ReadLine[]): Promise<Copy> {
  let count = 0;
  let common = 0;
  let head = '';
  const removed = new Set<string>();
  const held = new Set<string>();
  for await (const { line, entry } of readAll(context, dossier, 1)) {
    if (common === count && line === lines[count]?.line) common += 1;
    count += 1;
    head = (JSON.parse(line) as { hash: string }).hash;
    if (entry?.kind === 'removed') for (const sha256 of entry.data.blobs) removed.add(sha256);
    for (const file of filesOf((JSON.parse(line) as { data?: unknown }).data)) held.add(file.sha256);
  }
  return { dossier, count, common, head, removed, held };
}

/** What a copy and the ZIP are to each other. @param sent lines in the ZIP itself @param all with the export's own line */
function relationOf(copy: Copy, sent: number, lines: readonly ReadLine[]): Exclude<Relation, { is: 'unknown' }> {
  const { dossier, common, count } = copy;
  if (common >= sent) return { is: 'same', dossier, more: count - sent };
  if (common === count) return { is: 'ahead', dossier, after: common, adds: lines.length - common };
  const afterAt = common === 0 ? null : readEntry(lines[common - 1]?.line ?? '').at;
  return { is: 'forked', dossier, after: common, afterAt, ours: count - common, theirs: lines.length - common };
}

const RANK = { same: 0, ahead: 1, forked: 2 } as const;

function nearest(copies: readonly Copy[], sent: number, lines: readonly ReadLine[]): Relation {
  const found = copies
    .map((copy) => ({ copy, relation: relationOf(copy, sent, lines) }))
    .sort((a, b) => RANK[a.relation.is] - RANK[b.relation.is] || b.copy.common - a.copy.common);
  return found[0]?.relation ?? { is: 'unknown' };
}

/**
 * Compares what came with what is here. Writes nothing.
 * @throws AppError chain-broken, entry-invalid, storage-unavailable
 */
export async function compare(context: Context, arrival: Arrival): Promise<Compared> {
  const lines = await linesOf(arrival);
  const copies: Copy[] = [];
  for (const name of await namesOf(context, arrival.dossier)) copies.push(await compareCopy(context, name, lines));
  const relation = nearest(copies, arrival.lines.length, lines);
  const gone = removals(lines);
  // What the ZIP's own lines say is removed needs no second word.
  const said = new Set(lines.flatMap(({ entry }) => (entry?.kind === 'removed' ? entry.data.blobs : [])));
  const removedHere = copies.flatMap((copy) => [...copy.removed]).filter((sha256) => !said.has(sha256));
  const refused = new Set(removedHere.filter((sha256) => arrival.files.has(sha256)));
  const after = relation.is === 'ahead' ? relation.after : Number.POSITIVE_INFINITY;
  const named = lines.flatMap(({ seq, files }) =>
    files.filter(({ sha256 }) => !gone.get(seq)?.blobs.has(sha256)).map(({ sha256 }) => ({ seq, sha256 })),
  );
  return {
    plan: {
      relation,
      removes: [...gone].flatMap(([seq, { by }]) => (seq <= after && by > after ? [seq] : [])),
      leftOut: [...new Set(named.filter(({ sha256 }) => refused.has(sha256)).map(({ seq }) => seq))],
      absent: new Set(named.filter(({ sha256 }) => !arrival.files.has(sha256)).map(({ sha256 }) => sha256)).size,
    },
    lines,
    gone,
    copies,
    refused,
  };
}
