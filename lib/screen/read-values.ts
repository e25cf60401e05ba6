/** What the pages of a dossier showed, to be proposed in a form: quoted with its line, never filled in by itself. Pure. */
import type { ReadValue } from '@/components/journal/ReferenceField';
import type { Entry } from '@/lib/domain/entry';
import type { ValueKind } from '@/lib/domain/extracted';
import type { StoredEntry } from '@/lib/journal/types';
import { rowOf } from '@/lib/pages';

export function readableOf(entries: readonly StoredEntry[]): Entry[] {
  return entries.flatMap(({ entry }) => (entry ? [entry] : []));
}

/** Kinds of values that are a number to quote; `reference` is one whatever its kind (the CCC's confirmation). */
const NUMBERS: readonly (ValueKind | undefined)[] = ['anef-number', 'dn-number'];
const REFERENCE = 'reference';
/** More than these would be a list to read, not a help. */
const MAX = 4;

/** The values of one name that the pages showed, the latest first, each once. */
export function readOnPages(entries: readonly Entry[], keep: (name: string, kind?: ValueKind) => boolean): ReadValue[] {
  const found = entries
    .toSorted((one, other) => other.seq - one.seq)
    .flatMap((entry): ReadValue[] => {
      if (entry.kind !== 'capture' && entry.kind !== 'attempt') return [];
      const { page, extracted } = entry.data;
      const extract = page ? rowOf(page.site, page.page)?.extract : undefined;
      return Object.entries(extracted).flatMap(([name, value]) => {
        if (!keep(name, extract?.[name]?.is)) return [];
        const values = typeof value === 'string' ? [value] : value;
        return values.map((one) => ({ value: one, seq: entry.seq, name }));
      });
    });
  const first = new Map<string, ReadValue>();
  for (const one of found) {
    const key = `${one.name} ${one.value}`;
    if (!first.has(key)) first.set(key, one);
  }
  return [...first.values()];
}

/** Numbers that a person may want to quote in an exchange. */
export function readNumbers(entries: readonly Entry[]): ReadValue[] {
  return readOnPages(entries, (name, kind) => name === REFERENCE || NUMBERS.includes(kind)).slice(0, MAX);
}
