/** The dossiers of this device, computed from their first and last entries, and what copies of one dossier are to each other. */
import { chainOf, copyOf } from '@/lib/domain/handed-over';
import { type Moment, momentAt } from '@/lib/domain/moment';
import { readEntry } from '@/lib/domain/upcast';
import type { Context } from './context';
import { type EntryRecord, rangeOf } from './database';
import { readNotes } from './notes';
import { query } from './read';
import type { DossierSummary, OtherCopy } from './types';

/** Every dossier, in the order of their opening. */
export async function readDossiers(context: Context): Promise<DossierSummary[]> {
  const ends = await query(context, async (db) => {
    const found: { first: EntryRecord; last: EntryRecord; entries: number }[] = [];
    const store = db.transaction('entries').store;
    for (let cursor = await store.openCursor(); cursor; ) {
      const { dossier } = cursor.value;
      const last = await store.openCursor(rangeOf(dossier), 'prev');
      const entries = await store.count(rangeOf(dossier));
      found.push({ first: cursor.value, last: last?.value ?? cursor.value, entries });
      cursor = await store.openCursor(IDBKeyRange.lowerBound([dossier, Number.POSITIVE_INFINITY], true));
    }
    return found;
  });
  const summaries = await Promise.all(ends.map(({ first, last, entries }) => summary(context, first, last, entries)));
  const told = await Promise.all(summaries.map((one) => withCopies(context, one, summaries)));
  return told.sort((one, other) => (one.openedAt.utc < other.openedAt.utc ? -1 : 1));
}

async function summary(
  context: Context,
  first: EntryRecord,
  last: EntryRecord,
  entries: number,
): Promise<DossierSummary> {
  const opening = readEntry(await context.codec.openText(first.line));
  const closing = readEntry(await context.codec.openText(last.line));
  // An opening entry that this version cannot read must not hide the dossier: it is named by its id.
  const data = opening.entry?.kind === 'dossier-opened' ? opening.entry.data : null;
  const unknown: Moment = momentAt(0, context.zone);
  return {
    id: first.dossier,
    alias: aliasOf(first.dossier, data?.alias ?? first.dossier.slice(0, 8)),
    track: data?.track ?? '',
    departments: data?.departments ?? [],
    openedAt: opening.at ?? unknown,
    entries,
    lastAt: closing.at ?? opening.at ?? unknown,
    ...(await arrivedAt(context, first.dossier)),
  };
}

/** Copies of one dossier have one alias in their lines; what a person chooses from must tell them apart. */
function aliasOf(dossier: string, alias: string): string {
  const copy = copyOf(dossier);
  return copy === 1 ? alias : `${alias} (${copy})`;
}

async function arrivedAt(context: Context, dossier: string): Promise<Pick<DossierSummary, 'receivedAt'>> {
  // A fork is noted on both copies; only the one that came was received.
  const note = (await readNotes(context, dossier)).findLast((one) => one.other?.received !== false);
  return note ? { receivedAt: momentAt(Date.parse(note.receivedAt), context.zone) } : {};
}

async function withCopies(
  context: Context,
  one: DossierSummary,
  all: readonly DossierSummary[],
): Promise<DossierSummary> {
  const others = all.filter((other) => other.id !== one.id && chainOf(other.id) === chainOf(one.id));
  if (others.length === 0) return one;
  const copies = await Promise.all(others.map((other) => compareEnds(context, one, other)));
  return { ...one, copies };
}

/** The last line that two copies share. Each line holds the hash of the one before: where two are equal, all before are. */
async function compareEnds(context: Context, one: DossierSummary, other: DossierSummary): Promise<OtherCopy> {
  const lineAt = async (dossier: string, seq: number): Promise<string | null> => {
    const record = await query(context, (db) => db.get('entries', [dossier, seq]));
    return record ? context.codec.openText(record.line) : null;
  };
  let after = 0;
  let afterAt: Moment | null = null;
  for (let low = 1, high = Math.min(one.entries, other.entries); low <= high; ) {
    const middle = Math.floor((low + high) / 2);
    const line = await lineAt(one.id, middle);
    if (line !== null && line === (await lineAt(other.id, middle))) {
      after = middle;
      afterAt = readEntry(line).at;
      low = middle + 1;
    } else high = middle - 1;
  }
  const diverged = after < Math.min(one.entries, other.entries);
  return { id: other.id, alias: other.alias, after, afterAt, diverged };
}
