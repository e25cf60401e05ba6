/** A journal of its own for each test: an empty database, a clock that is set by hand, invented data. */
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach } from 'vitest';
import type { EntryData } from '@/lib/domain/entry';
import { momentAt } from '@/lib/domain/moment';
import { hashBytes } from '@/lib/journal/hash';
import { type JournalOptions, openJournal } from '@/lib/journal/store';
import type { BlobDraft, Draft, Intent, Journal } from '@/lib/journal/types';
import { MemoryLocks } from './memory-locks';
import 'fake-indexeddb/auto';

export const START = Date.parse('2026-11-21T09:00:00.000Z');
const opened: Journal[] = [];
let locks = new MemoryLocks();
let clock = START;

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  locks = new MemoryLocks();
  clock = START;
});

afterEach(() => {
  for (const journal of opened.splice(0)) journal.close();
});

/** The locks shared by the journals of this test. */
export const sharedLocks = (): MemoryLocks => locks;
export const setClock = (instant: number): void => {
  clock = instant;
};

export async function journal(options: Partial<JournalOptions> = {}): Promise<Journal> {
  const one = await openJournal({ now: () => clock++, locks, product: 'carnet-de-demarches 0.1.0', ...options });
  opened.push(one);
  return one;
}

export async function dossier(on: Journal, alias = 'Dossier A'): Promise<string> {
  return (await on.openDossier({ alias, track: 'T1', departments: ['93'] })).dossier;
}

export const note = (text: string): Draft<'note'> => ({ kind: 'note', data: { text } });

export const attemptData: EntryData['attempt'] = {
  url: 'https://administration-etrangers-en-france.interieur.gouv.fr/usagers/#/espace-personnel/mon-compte',
  masked: false,
  page: { site: 'anef', page: 'maintenance', outcome: 'down' },
  title: 'Étrangers en France',
  extracted: {},
  source: 'page',
  tables: '2026-11-21',
};

export async function blobOf(text: string, type = 'application/pdf'): Promise<BlobDraft> {
  const bytes = new TextEncoder().encode(text);
  return { sha256: await hashBytes(bytes), type, bytes };
}

/** An exchange with files, as when a person adds the letter that they posted. */
export async function exchangeWith(...texts: string[]): Promise<Draft<'exchange'>> {
  const blobs = await Promise.all(texts.map((text) => blobOf(text)));
  const files = blobs.map(({ sha256, type, bytes }, index) => ({
    sha256,
    type,
    bytes: bytes.byteLength,
    name: `fichier-${index}.pdf`,
  }));
  const on = momentAt(START);
  return {
    kind: 'exchange',
    data: {
      channel: 'LRAR',
      on,
      precision: 'day',
      reference: '1A 000 000 0000 0',
      outcome: 'NONE',
      files,
      captures: [],
    },
    blobs,
  };
}

export function intent(id: string, of: string): Intent {
  const startedAt = momentAt(START);
  return {
    id,
    dossier: of,
    startedAt,
    data: {
      url: attemptData.url,
      masked: false,
      page: attemptData.page,
      method: 'screen',
      trigger: 'popup',
      startedAt,
      intent: id,
    },
  };
}

export async function linesOf(on: Journal, of: string): Promise<string[]> {
  const lines: string[] = [];
  for await (const { line } of on.read(of)) lines.push(line);
  return lines;
}

/** Number of records of each store, read past the journal. */
export async function stored(name = 'carnet-de-demarches'): Promise<Record<string, number>> {
  const db = await new Promise<IDBDatabase>((done, failed) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
  const counts: Record<string, number> = {};
  for (const store of db.objectStoreNames) {
    counts[store] = await new Promise<number>((done) => {
      const request = db.transaction(store).objectStore(store).count();
      request.onsuccess = () => done(request.result);
    });
  }
  db.close();
  return counts;
}
