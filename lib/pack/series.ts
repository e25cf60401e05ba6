/** Homogeneous series: captures of one campaign of attempts become one pièce, as courts accept when the inventory says so (evidence.md § B.4). */
import type { EntryOf } from '@/lib/domain/entry';
import type { PackChoices } from '@/lib/domain/pack-types';
import type { Item } from './items';
import { seriesLabel } from './labels';
import { captureSlug } from './slugs';
import type { Standing } from './standing';
import { isKind, type PackWords } from './words';

/** Fewer captures of one page stand better alone, each with its label. */
export const MIN_SERIES = 4;

type Capture = EntryOf<'capture'>;

/**
 * The same pièces with captures put together: by hand first, then by page.
 * @param alone entries that a sent letter cites one by one: nothing takes their number from them
 */
export function withSeries(
  items: readonly Item[],
  standing: Standing,
  words: PackWords,
  choices: PackChoices,
  alone: ReadonlySet<number>,
): readonly Item[] {
  const captures = new Map<number, Item>();
  for (const item of items) {
    const [unit] = item.units;
    if (unit?.kind === 'capture' && !alone.has(unit.seq)) captures.set(unit.seq, item);
  }
  const groups = [
    ...byHand(choices.together, captures),
    ...byPage(captures, standing).filter(({ id }) => !choices.apart.includes(id)),
  ];
  const taken = new Set<number>();
  const made: Item[] = [];
  for (const { id, seqs, least } of groups) {
    const free = seqs.filter((seq) => !taken.has(seq));
    if (free.length < least) continue;
    for (const seq of free) taken.add(seq);
    made.push(seriesItem(id, free, captures, standing, words));
  }
  return [
    ...items.filter((item) => !item.units.some(({ seq, kind }) => kind === 'capture' && taken.has(seq))),
    ...made,
  ];
}

interface Group {
  readonly id: string;
  readonly seqs: readonly number[];
  readonly least: number;
}

/** Lists of the person; what is no capture that stands, or is in an earlier list, is left out of a list. */
function byHand(together: PackChoices['together'], captures: ReadonlyMap<number, Item>): readonly Group[] {
  const taken = new Set<number>();
  return together.flatMap((list) => {
    const seqs = [...new Set(list)].filter((seq) => captures.has(seq) && !taken.has(seq)).toSorted((a, b) => a - b);
    if (seqs.length < 2) return [];
    for (const seq of seqs) taken.add(seq);
    return [{ id: `m:${seqs[0]}`, seqs, least: 2 }];
  });
}

/**
 * By site, page and outcome, re-renderings apart from pictures of the screen; a page that no row knows, by its address.
 * The identifier comes from the whole journal, removed captures too, so that it does not move.
 */
function byPage(captures: ReadonlyMap<number, Item>, standing: Standing): readonly Group[] {
  const keys = new Map<string, { readonly id: string; readonly seqs: number[] }>();
  const used = new Set<string>();
  for (const entry of standing.entries) {
    if (!isKind(entry, 'capture')) continue;
    const key = keyOf(entry);
    const known = keys.get(key) ?? { id: idOf(entry, used), seqs: [] };
    used.add(known.id);
    keys.set(key, known);
    if (captures.has(entry.seq)) known.seqs.push(entry.seq);
  }
  return [...keys.values()].map((group) => ({ ...group, least: MIN_SERIES }));
}

function keyOf({ data }: Capture): string {
  const drawn = data.method === 'rerendered';
  return JSON.stringify(data.page ? [data.page.site, data.page.page, data.page.outcome, drawn] : [data.url, drawn]);
}

/** `s:anef/maintenance`; the number of its first capture where that name is taken, too long, or not known. */
function idOf(entry: Capture, used: ReadonlySet<string>): string {
  const { page, method } = entry.data;
  const id = page && method !== 'rerendered' ? `s:${page.site}/${page.page}` : '';
  return id === '' || id.length > 100 || used.has(id) ? `s:${entry.seq}` : id;
}

function seriesItem(
  id: string,
  seqs: readonly number[],
  captures: ReadonlyMap<number, Item>,
  standing: Standing,
  words: PackWords,
): Item {
  const items = seqs
    .flatMap((seq) => captures.get(seq) ?? [])
    .toSorted((one, other) => compare(one.utc, other.utc) || firstSeq(one) - firstSeq(other));
  const shown = items.flatMap((item) => {
    const entry = standing.bySeq.get(firstSeq(item));
    return isKind(entry, 'capture') ? [entry] : [];
  });
  const pages = new Set(shown.map(({ data }) => JSON.stringify(data.page && [data.page.site, data.page.page])));
  const days = items.map(({ from }) => from).toSorted();
  const rerendered = shown.every(({ data }) => data.method === 'rerendered');
  return {
    id,
    kind: 'series',
    group: 'procedure',
    label: seriesLabel(shown, standing, words),
    slug: captureSlug(pages.size === 1 ? (shown[0]?.data.page ?? null) : null, true, rerendered),
    utc: items[0]?.utc ?? '',
    from: days[0] ?? '',
    to: days.at(-1) ?? '',
    units: items.flatMap((item) => item.units),
  };
}

export const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
export const firstSeq = (item: Item): number => item.units[0]?.seq ?? 0;
