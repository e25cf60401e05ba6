/** From a journal's entries to the files that can be pièces, before series, numbers and names: each with its label and its place. */
import type { Entry, EntryOf } from '@/lib/domain/entry';
import type { Moment } from '@/lib/domain/moment';
import type { PackGroup, PackPieceKind, PackSource } from '@/lib/domain/pack-types';
import {
  answerLabel,
  captureLabel,
  complementLabel,
  exchangeLabel,
  importedLabel,
  isVague,
  letterLabel,
  outcomeLabel,
} from './labels';
import { captureSlug, exchangeSlug, importSlug, letterSlug } from './slugs';
import { pictureOf, type Standing } from './standing';
import { dayOf, isKind, type PackWords } from './words';

/** What stands in one file of its own: a capture, or one file of an entry. */
export interface Unit {
  readonly kind: PackPieceKind;
  readonly seq: number;
  /** The file that is drawn comes first. */
  readonly sources: readonly PackSource[];
}

/** A pièce without a number. */
export interface Item {
  readonly id: string;
  readonly kind: PackPieceKind;
  readonly group: PackGroup;
  readonly label: string;
  readonly slug: string;
  /** UTC, for the order. */
  readonly utc: string;
  readonly from: string;
  readonly to: string;
  readonly units: readonly Unit[];
  /** Nobody said what the file is. */
  readonly vague?: true;
}

/** The labels say which file of several it is. */
type Label = (index: number, of: number) => string;

interface Described {
  readonly on: Moment;
  readonly slug: string;
  readonly label: Label;
  readonly units: readonly Unit[];
}

/** Every pièce that stands alone, in the order of the journal. @param whole entries whose files stay together under one number */
export function itemsOf(standing: Standing, words: PackWords, whole: ReadonlySet<number>): readonly Item[] {
  const told = retold(standing, whole);
  return standing.entries.flatMap((entry): Item[] => {
    const found = describe(entry, standing, words, told);
    if (!found || found.units.length === 0) return [];
    const { on, slug, label, units } = found;
    const day = dayOf(on);
    const vague = isKind(entry, 'imported') && isVague(entry) ? { vague: true as const } : {};
    const base = { group: 'procedure' as const, slug, utc: on.utc, from: day, to: day, ...vague };
    const [first] = units;
    if (first && (units.length === 1 || whole.has(entry.seq))) {
      const one = units.length === 1 ? label(1, 1) : label(0, units.length);
      return [{ ...base, id: `e${entry.seq}`, kind: first.kind, label: one, units }];
    }
    return units.map((unit, index) => ({
      ...base,
      id: index === 0 ? `e${entry.seq}` : `e${entry.seq}-${index + 1}`,
      kind: unit.kind,
      label: label(index + 1, units.length),
      units: [unit],
    }));
  });
}

/**
 * A complement request is told whole each time: a file is a pièce once, at the line that a sent letter cites, else at
 * the first one.
 */
function retold({ entries, files }: Standing, cited: ReadonlySet<number>): ReadonlySet<PackSource> {
  const seen = new Set<string>();
  const again = new Set<PackSource>();
  for (const entry of entries.toSorted((one, other) => Number(cited.has(other.seq)) - Number(cited.has(one.seq)))) {
    if (entry.kind !== 'complement') continue;
    for (const file of files.get(entry.seq) ?? []) {
      const key = `${entry.data.request} ${file.sha256}`;
      if (seen.has(key)) again.add(file);
      seen.add(key);
    }
  }
  return again;
}

function describe(entry: Entry, standing: Standing, words: PackWords, told: ReadonlySet<PackSource>): Described | null {
  if (entry.kind === 'capture') return captureItem(entry, standing, words);
  if (entry.kind === 'imported') return importedItem(entry, standing);
  if (entry.kind === 'letter-generated') return letterItem(entry, standing, words);
  const units = () => attachedUnits(entry.seq, standing, told);
  if (entry.kind === 'exchange') {
    const { channel, on, direction } = entry.data;
    return {
      on,
      slug: exchangeSlug(channel, direction === 'received'),
      label: (index, of) => exchangeLabel(entry.data, index, of),
      units: units(),
    };
  }
  if (entry.kind === 'exchange-outcome') {
    const about = standing.bySeq.get(entry.data.exchange);
    const channel = about?.kind === 'exchange' ? about.data.channel : 'OTHER';
    return {
      on: entry.data.on,
      slug: exchangeSlug(channel, true),
      label: (index, of) => outcomeLabel(entry.data, about?.kind === 'exchange' ? about.data : null, index, of),
      units: units(),
    };
  }
  if (entry.kind === 'answer')
    return { on: entry.at, slug: 'reponse', label: (index, of) => answerLabel(entry.at, index, of), units: units() };
  if (entry.kind === 'complement')
    return {
      on: entry.data.sent?.on ?? entry.at,
      slug: 'complement',
      label: (index, of) => complementLabel(entry, index, of),
      units: units(),
    };
  return null;
}

function captureItem(entry: EntryOf<'capture'>, standing: Standing, words: PackWords): Described {
  const sources = pictureOf(entry.seq, standing);
  return {
    on: entry.data.takenAt,
    slug: captureSlug(entry.data.page, false, entry.data.method === 'rerendered'),
    label: () => captureLabel(entry, standing, words),
    units: sources.length > 0 ? [{ kind: 'capture', seq: entry.seq, sources }] : [],
  };
}

function importedItem(entry: EntryOf<'imported'>, standing: Standing): Described {
  const { data, seq } = entry;
  const own = standing.files.get(seq) ?? [];
  const text = own.filter(({ role }) => role === 'text');
  const copy = standing.redacted.has(seq) ? pictureOf(seq, standing) : own.filter(({ role }) => role === 'imported');
  const [drawn] = copy;
  // The text of a redacted picture would tell what the boxes hide.
  const sources = drawn && !standing.redacted.has(seq) ? [drawn, ...text] : copy;
  return {
    on: data.declared?.on ?? data.fileDate?.at ?? entry.at,
    slug: importSlug(data),
    label: () => importedLabel(entry, standing),
    units: drawn ? [{ kind: importedKind(data, drawn, text.length > 0), seq, sources }] : [],
  };
}

function importedKind({ what }: EntryOf<'imported'>['data'], file: PackSource, text: boolean): PackPieceKind {
  if (what === 'mail') return text ? 'mail' : 'other';
  return kindOf(file.type);
}

/** By what the journal says that the bytes are. */
export function kindOf(type: string): PackPieceKind {
  const plain = type.split(';')[0]?.trim().toLowerCase() ?? '';
  if (['image/png', 'image/jpeg', 'image/webp', 'image/gif'].includes(plain)) return 'picture';
  if (plain === 'application/pdf') return 'pdf';
  if (plain === 'message/rfc822') return 'mail';
  return plain === 'text/plain' ? 'text' : 'other';
}

/** Only a letter that left is a pièce: a draft proves nothing and was read by nobody. */
function letterItem(entry: EntryOf<'letter-generated'>, standing: Standing, words: PackWords): Described | null {
  const sent = standing.letters.find(({ letter }) => letter.seq === entry.seq);
  if (!sent) return null;
  const on = sent.exchange?.data.on ?? sent.sent.at;
  const files = standing.files.get(entry.seq) ?? [];
  return {
    on,
    slug: letterSlug(entry.data.template),
    label: (index, of) => letterLabel(sent, words, index, of),
    units: files.map((file) => ({
      kind: kindOf(file.type) === 'pdf' ? 'letter' : kindOf(file.type),
      seq: entry.seq,
      sources: [file],
    })),
  };
}

function attachedUnits(seq: number, { files }: Standing, told: ReadonlySet<PackSource>): readonly Unit[] {
  return (files.get(seq) ?? [])
    .filter((file) => file.role === 'attached' && !told.has(file))
    .map((file) => ({ kind: kindOf(file.type), seq, sources: [file] }));
}
