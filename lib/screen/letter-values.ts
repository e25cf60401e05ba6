/** The values of a letter's form: proposed by the journal, remembered if the person asked, typed; never on disk otherwise. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { readComplements } from '@/lib/domain/checklist-complement';
import type { Entry } from '@/lib/domain/entry';
import type { LetterValues } from '@/lib/domain/letter-types';
import type { DossierSummary, StoredEntry } from '@/lib/journal/types';
import { LETTERS, type LetterId } from '@/lib/letters';
import { type FieldId, IDENTITY_FIELDS } from '@/lib/letters/fields';
import { requestFor } from '@/lib/letters/from-journal';
import { type Suggestion, type Suggestions, suggestions } from '@/lib/letters/select';
import { forgetIdentity, keepIdentity, keptIdentities, readIdentity } from '@/lib/platform/identity';
import { readableOf, readOnPages } from './read-values';
import { today } from './when';

/** What is being typed, as long as this page is open: leaving a letter by mistake loses nothing. */
const drafts = new Map<string, LetterValues>();

/** With the dossier. */
export async function forgetLetterValues(dossier: string): Promise<void> {
  for (const key of drafts.keys()) if (key.startsWith(`${dossier}:`)) drafts.delete(key);
  await forgetIdentity(dossier);
}

/** Aliases of the dossiers for which contact details are kept, read each time that `asked` becomes another. */
export function useKeptIdentities(dossiers: readonly DossierSummary[], asked: string): readonly string[] {
  const [kept, setKept] = useState<readonly string[]>([]);
  // Depends on more than it reads: the part that shows them was opened.
  useEffect(() => {
    keptIdentities().then(setKept, (cause) => console.error('kept contact details not readable', cause));
  }, [asked]);
  return dossiers.filter(({ id }) => kept.includes(id)).map(({ alias }) => alias);
}

/** What a letter begins with, each value with the entry that it comes from. */
export function suggestedFor(id: LetterId, entries: readonly StoredEntry[], request: string | null): Suggestions {
  const readable = readableOf(entries);
  const read = (kind: 'anef-number' | 'dn-number'): Suggestion | null => {
    const [last] = readOnPages(readable, (_name, is) => is === kind);
    return last ? { value: last.value, from: last.seq } : null;
  };
  const found: Partial<Record<FieldId, Suggestion | null>> = {
    requestNumber: read('anef-number'),
    dnNumber: read('dn-number'),
    letterDate: { value: today(), from: null },
    complementOn: notifiedOn(id, readable, request),
  };
  const more = Object.entries(found).flatMap(([name, one]) => (one ? [[name, one] as const] : []));
  return { ...suggestions(id, readable), ...Object.fromEntries(more) };
}

/** The day of the request that the letter answers; of any other letter, only where one request can be meant. */
function notifiedOn(id: LetterId, entries: readonly Entry[], request: string | null): Suggestion | null {
  const answers = LETTERS[id].needs.includes('items');
  const fact = answers || readComplements(entries).length === 1 ? requestFor(entries, request) : null;
  return fact?.notifiedOn ? { value: fact.notifiedOn, from: fact.seq } : null;
}

export interface LetterValuesAccess {
  readonly values: LetterValues;
  readonly suggested: Suggestions;
  readonly kept: boolean;
  readonly change: (id: FieldId, value: string) => void;
  readonly clear: () => void;
  readonly keep: (keep: boolean) => void;
  readonly forget: () => void;
}

const identityOf = (values: LetterValues): LetterValues =>
  Object.fromEntries(IDENTITY_FIELDS.flatMap((name) => (values[name] ? [[name, values[name]]] : [])));

const without = (values: LetterValues, names: readonly string[]): LetterValues =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)));

/**
 * @param request the complement request to answer
 * @param onFailure told when what the person asked to keep could not be
 */
export function useLetterValues(
  dossier: string,
  id: LetterId,
  entries: readonly StoredEntry[],
  request: string | null,
  onFailure: (cause: unknown) => void,
): LetterValuesAccess {
  const key = `${dossier}:${id}`;
  const [typed, setTyped] = useState<LetterValues>(drafts.get(key) ?? {});
  const [identity, setIdentity] = useState<LetterValues | null>(null);
  useEffect(() => {
    readIdentity(dossier).then(setIdentity, onFailure);
  }, [dossier]);
  // A new entry may bring a value, it never takes back what was typed.
  const suggested = useMemo(() => suggestedFor(id, entries, request), [id, entries, request]);
  const values = useMemo<LetterValues>(() => {
    const proposed = Object.fromEntries(Object.entries(suggested).map(([name, one]) => [name, one.value]));
    return { ...proposed, ...identity, ...typed };
  }, [suggested, identity, typed]);
  const type = (next: LetterValues): void => {
    drafts.set(key, next);
    setTyped(next);
  };
  const change = (name: FieldId, value: string): void => {
    type({ ...typed, [name]: value });
    if (identity === null || !IDENTITY_FIELDS.some((one) => one === name)) return;
    const next = identityOf({ ...values, [name]: value });
    setIdentity(next);
    keepIdentity(dossier, next).catch(onFailure);
  };
  const keep = (on: boolean): void => {
    if (on) {
      const next = identityOf(values);
      setIdentity(next);
      keepIdentity(dossier, next).catch(onFailure);
      return;
    }
    type({ ...identity, ...typed });
    setIdentity(null);
    forgetIdentity(dossier).catch(onFailure);
  };
  const forget = (): void => {
    type(without(typed, IDENTITY_FIELDS));
    setIdentity(null);
    forgetIdentity(dossier).catch(onFailure);
  };
  return { values, suggested, kept: identity !== null, change, clear: () => type({}), keep, forget };
}
