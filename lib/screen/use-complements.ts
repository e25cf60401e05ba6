/** The complement requests of a dossier, with what the pages showed of them, and how one is written. */
import { useMemo } from 'preact/hooks';
import type { ReadItems } from '@/components/follow-up/ComplementItems';
import type { ComplementView } from '@/components/follow-up/ComplementPart';
import { type ComplementDraft, draftOf, lacksOf, newRequest } from '@/components/follow-up/complement-draft';
import type { ReadValue } from '@/components/journal/ReferenceField';
import { complementState, readComplements } from '@/lib/domain/checklist-complement';
import { dayOf } from '@/lib/domain/days';
import type { Entry } from '@/lib/domain/entry';
import { localFields, momentAt } from '@/lib/domain/moment';
import { readTriage, zoneOfDepartment } from '@/lib/domain/triage';
import type { StoredEntry } from '@/lib/journal/types';
import { readableOf, readOnPages } from './read-values';
import { today as todayInParis } from './when';
import { writeComplement } from './write-follow-up';

/** Names of the two days in the tables. */
const DAYS = ['notifiedOn', 'readOn'];
const DAY = /^\d{4}-\d\d-\d\d$/;

export interface ComplementsAccess {
  readonly requests: readonly ComplementView[];
  /** Today as the forms count it, in Paris. */
  readonly today: string;
  readonly readDays: readonly ReadValue[];
  readonly readItems: readonly ReadItems[];
  readonly fresh: (name: string) => ComplementDraft;
  readonly write: typeof writeComplement;
}

/** Documents that captured pages named, a list a page, the latest first. */
function itemsRead(entries: readonly Entry[]): ReadItems[] {
  const list = (value: string | readonly string[] | undefined): readonly string[] =>
    value === undefined ? [] : typeof value === 'string' ? [value] : value;
  return entries
    .toSorted((one, other) => other.seq - one.seq)
    .flatMap((entry): ReadItems[] => {
      if (entry.kind !== 'capture' && entry.kind !== 'attempt') return [];
      const { itemsMissing, itemsNotMatching } = entry.data.extracted;
      const items = [
        ...list(itemsMissing).map((label) => ({ label, problem: 'missing' as const })),
        ...list(itemsNotMatching).map((label) => ({ label, problem: 'mismatch' as const })),
      ];
      return items.length > 0 ? [{ seq: entry.seq, items }] : [];
    })
    .slice(0, 1);
}

/** The hour of the clock in Paris, as the forms say it. */
function dayAndHour(utc: string): { day: string; time: string } {
  const { date, time } = localFields(momentAt(Date.parse(utc)));
  return { day: date, time: time.slice(0, 5) };
}

function viewsOf(entries: readonly Entry[], now: number): readonly ComplementView[] {
  const zone = zoneOfDepartment(readTriage(entries).department);
  const removed = new Set(entries.flatMap((entry) => (entry.kind === 'removed' ? [entry.data.target] : [])));
  return readComplements(entries).flatMap((fact): ComplementView[] => {
    const entry = entries.find((one) => one.seq === fact.seq);
    if (entry?.kind !== 'complement') return [];
    return [
      {
        fact,
        state: complementState(fact, now, zone),
        lacks: lacksOf(fact, entries, dayOf(now, zone)),
        draft: draftOf(entry.data, dayAndHour, removed.has(fact.seq)),
      },
    ];
  });
}

export function useComplements(entries: readonly StoredEntry[]): ComplementsAccess {
  return useMemo(() => {
    const readable = readableOf(entries);
    return {
      requests: viewsOf(readable, Date.now()),
      today: todayInParis(),
      readDays: readOnPages(readable, (name) => DAYS.includes(name)).filter(({ value }) => DAY.test(value)),
      readItems: itemsRead(readable),
      fresh: newRequest,
      write: writeComplement,
    };
  }, [entries]);
}
