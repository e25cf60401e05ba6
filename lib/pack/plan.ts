/** The plan of the court pack: which pièces, under which numbers, in which files (domain.md § 5.8). Pure: same journal and choices, same plan. */
import { displayNumber } from '@/lib/domain/entry';
import type { PlanEntry } from '@/lib/domain/export-plan';
import { PACK_GROUPS, type PackChoices, type PackGap, type PackPiece, type PackPlan } from '@/lib/domain/pack-types';
import { frozenNumbers } from './frozen';
import { type Item, itemsOf } from './items';
import { captureLabel, exchangeLabel, importedLabel } from './labels';
import { PROFILES } from './profiles';
import { compare, firstSeq, withSeries } from './series';
import { digitsFor } from './slugs';
import { type PackFiles, packStanding, type Standing } from './standing';
import { volumesOf } from './volumes';
import { isKind, PACK_WORDS, type PackWords } from './words';

/**
 * Plans the pièces of a dossier.
 *
 * Numbers: those that sent letters gave are kept whatever is chosen, then the others follow, by group, by the order
 * asked for, by date, from `startAt` (from 1 once a letter was sent: its numbers begin there).
 * @param entries all entries of the dossier, in order
 * @param files the files of the export's plan: those that are there, those that are not
 * @returns no pièce for the profile `captures`
 */
export function planPack(
  entries: readonly PlanEntry[],
  files: PackFiles,
  choices: PackChoices,
  words: PackWords = PACK_WORDS,
): PackPlan {
  const rules = PROFILES[choices.profile];
  if (!rules.pdfs) return { choices, pieces: [], left: [], frozenBy: [], gaps: [] };
  const standing = packStanding(entries, files);
  const { numbers, by } = frozenNumbers(standing.letters);
  const cited = new Set(numbers.keys());
  const items = withSeries(itemsOf(standing, words, cited), standing, words, choices, cited);
  const sorted = sort(
    items.map((item) => chosen(item, choices)),
    choices,
  );
  const frozen = (item: Item): number | null => (item.kind === 'series' ? null : (numbers.get(firstSeq(item)) ?? null));
  const out = new Set(choices.left);
  const kept = sorted.filter(({ id }) => !out.has(id));
  const given = number(kept, frozen, new Set(numbers.values()), numbers.size > 0 ? 1 : choices.startAt);
  const last = Math.max(0, ...given.map(([, count]) => count), ...numbers.values());
  const digits = digitsFor(last);
  const pieces = given
    .toSorted(([, one], [, other]) => one - other)
    .map(([item, count]) => ({
      ...pieceOf(item, frozen(item) !== null),
      number: count,
      volumes: volumesOf(item, count, digits, rules.originals),
    }));
  return {
    choices,
    pieces,
    left: sorted.filter(({ id }) => out.has(id)).map((item) => pieceOf(item, frozen(item) !== null)),
    frozenBy: by,
    gaps: gapsOf(pieces, sorted, { standing, words }, numbers, last),
  };
}

/** The person's own heading and label. */
function chosen({ vague, ...item }: Item, { groups, labels }: PackChoices): Item {
  const label = Object.hasOwn(labels, item.id) ? labels[item.id]?.trim() : '';
  const group = Object.hasOwn(groups, item.id) ? groups[item.id] : undefined;
  const named = { ...item, group: group ?? item.group, label: label || item.label };
  return vague && !label ? { ...named, vague } : named;
}

/** By heading, then as asked, then by date. */
function sort(items: readonly Item[], { order }: PackChoices): readonly Item[] {
  const places = new Map(order.map((id, index) => [id, index]));
  const place = ({ id }: Item): number => places.get(id) ?? order.length;
  return items.toSorted(
    (one, other) =>
      PACK_GROUPS.indexOf(one.group) - PACK_GROUPS.indexOf(other.group) ||
      place(one) - place(other) ||
      compare(one.utc, other.utc) ||
      firstSeq(one) - firstSeq(other) ||
      compare(one.id, other.id),
  );
}

/** Gives the frozen numbers, and the free ones to the others in their order; a cited number waits for its own pièce. */
function number(
  items: readonly Item[],
  frozen: (item: Item) => number | null,
  reserved: ReadonlySet<number>,
  start: number,
): readonly (readonly [Item, number])[] {
  let next = start;
  return items.map((item) => {
    const own = frozen(item);
    if (own !== null) return [item, own] as const;
    while (reserved.has(next)) next += 1;
    next += 1;
    return [item, next - 1] as const;
  });
}

function pieceOf(
  { id, kind, group, label, from, to, units, vague }: Item,
  frozen: boolean,
): Omit<PackPiece, 'number' | 'volumes'> {
  const sources = units.flatMap((unit) => unit.sources);
  const seqs = [...new Set(units.map(({ seq }) => seq))];
  return { id, kind, group, label, from, to, seqs, sources, frozen, ...(vague ? { vague } : {}) };
}

interface Told {
  readonly standing: Standing;
  readonly words: PackWords;
}

/** What a pièce was whose file is gone: its line of the journal still says it. */
function goneLabel(seq: number | null, standing: Standing, words: PackWords): string {
  const entry = standing.bySeq.get(seq ?? 0);
  if (isKind(entry, 'capture')) return captureLabel(entry, standing, words);
  if (isKind(entry, 'imported')) return importedLabel(entry, standing);
  if (isKind(entry, 'exchange')) return exchangeLabel(entry.data, 1, 1);
  return seq === null ? '–' : `Ligne ${displayNumber(seq)} du journal`;
}

/** Every number up to the last that no file stands behind: said in the inventory, never given to something else. */
function gapsOf(
  pieces: readonly PackPiece[],
  items: readonly Item[],
  { standing, words }: Told,
  numbers: ReadonlyMap<number, number>,
  last: number,
): readonly PackGap[] {
  if (numbers.size === 0) return [];
  const there = new Set(pieces.map((piece) => piece.number));
  const cited = new Map([...numbers].map(([seq, count]) => [count, seq]));
  const gaps: PackGap[] = [];
  for (let count = 1; count <= last; count += 1) {
    if (there.has(count)) continue;
    const seq = cited.get(count) ?? null;
    const item = items.find((one) => one.kind !== 'series' && firstSeq(one) === seq);
    const why = seq === null ? 'unused' : item ? 'left' : standing.removed.has(seq) ? 'removed' : 'absent';
    gaps.push({ number: count, seq, label: item?.label ?? goneLabel(seq, standing, words), why });
  }
  return gaps;
}
