/** An added file in the journal: two copies kept, one exported, both removed together; it counts as the proof of its exchange. */
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { type ImportDraft, outcomeFor, problemOf } from '@/components/imports/import-draft';
import { computeChecklist } from '@/lib/domain/checklist';
import { readEvidence } from '@/lib/domain/checklist-evidence';
import type { Entry } from '@/lib/domain/entry';
import { planExport } from '@/lib/domain/export-plan';
import { momentAt } from '@/lib/domain/moment';
import { readImport } from '@/lib/imports/read';
import { openJournal } from '@/lib/journal/store';
import type { Journal, StoredEntry } from '@/lib/journal/types';
import { pieceCandidates } from '@/lib/letters/chronology';
import { trackOf } from '@/lib/protocols';
import { writeImport } from '@/lib/screen/write-import';
import { MemoryLocks } from '../journal/memory-locks';
import { AUTO_REPLY } from './documents';
import { type Bytes, phoneJpeg } from './pictures';

const DRAFT: ImportDraft = {
  shows: 'call-log',
  day: '2026-11-03',
  time: '14:05',
  unknown: false,
  words: '',
  attach: 'none',
  channel: 'CCC_PHONE',
  outcome: '',
};

let count = 0;
async function newJournal(): Promise<{ journal: Journal; dossier: string }> {
  count += 1;
  const journal = await openJournal({
    now: () => Date.parse('2026-11-22T09:00:00Z'),
    locks: new MemoryLocks(),
    product: 'essai',
    name: `imports-${count}`,
  });
  const { dossier } = await journal.openDossier({ alias: 'Mésange', track: 'T1', departments: ['93'] });
  return { journal, dossier };
}

async function add(journal: Journal, dossier: string, bytes: Bytes, draft: Partial<ImportDraft>, id = 'un') {
  const result = await readImport({ name: 'IMG_1.jpg', bytes, lastModified: null });
  if (!result.ok) throw new Error(result.error);
  return writeImport(journal, dossier, {
    id,
    name: 'IMG_1.jpg',
    bytes,
    read: result.read,
    draft: { ...DRAFT, ...draft },
  });
}

async function all(journal: Journal, dossier: string): Promise<StoredEntry[]> {
  const found: StoredEntry[] = [];
  for await (const stored of journal.read(dossier)) found.push(stored);
  return found;
}
const readable = (entries: readonly StoredEntry[]): Entry[] => entries.flatMap(({ entry }) => entry ?? []);

describe('an added photo', () => {
  it('keeps the original on the device and exports the copy alone', async () => {
    const { journal, dossier } = await newJournal();
    const seq = await add(journal, dossier, phoneJpeg(), {});
    const entries = await all(journal, dossier);
    const entry = entries.at(-1)?.entry;
    if (entry?.kind !== 'imported' || !entry.data.original) throw new Error('not written');
    const { original, file } = entry.data;
    expect((await journal.blob(original.sha256)).bytes).toEqual(phoneJpeg());
    const plan = planExport(dossier, entries, momentAt(0));
    expect(plan.files.map(({ sha256, path }) => [sha256, path])).toEqual([
      [file.sha256, `data/originaux/000${seq}-1_journal-appels.jpg`],
    ]);
    expect(plan.kept).toEqual([
      { seq, sha256: original.sha256, bytes: original.bytes, path: `data/originaux/000${seq}-0_avec-metadonnees.jpg` },
    ]);
    await journal.removeFiles(dossier, seq, 'essai');
    await expect(journal.blob(original.sha256)).rejects.toMatchObject({ code: 'blob-missing' });
    await expect(journal.blob(file.sha256)).rejects.toMatchObject({ code: 'blob-missing' });
    expect(planExport(dossier, await all(journal, dossier), momentAt(0))).toMatchObject({ files: [], kept: [] });
    journal.close();
  });

  it('written once, however often it is tried; with its exchange', async () => {
    const { journal, dossier } = await newJournal();
    const seq = await add(journal, dossier, phoneJpeg(), { attach: 'new' });
    expect(await add(journal, dossier, phoneJpeg(), { attach: 'new' })).toBe(seq);
    const entries = readable(await all(journal, dossier));
    expect(entries.map(({ kind }) => kind)).toEqual(['dossier-opened', 'imported', 'exchange']);
    expect(readEvidence(entries).exchanges[0]).toMatchObject({ channel: 'CCC_PHONE', proof: [seq] });
    journal.close();
  });

  it('counts as the proof of an exchange that was only told, until it is removed', async () => {
    const { journal, dossier } = await newJournal();
    const on = momentAt(Date.parse('2026-11-02T09:00:00Z'));
    const data = { channel: 'LRAR', on, precision: 'day', outcome: 'NONE', files: [], captures: [] } as const;
    const letter = await journal.append(dossier, {
      kind: 'exchange',
      data: { ...data, files: [], captures: [], reference: '1A 123 456 7890 1' },
    });
    const told = readEvidence(readable(await all(journal, dossier))).exchanges[0];
    expect(told?.proof).toEqual([]);
    const slip = await add(journal, dossier, phoneJpeg(), { shows: 'deposit-slip', attach: letter.entry.seq });
    const receipt = await add(
      journal,
      dossier,
      AUTO_REPLY,
      { shows: 'receipt', attach: letter.entry.seq, outcome: 'delivered', day: '2026-11-05', time: '' },
      'deux',
    );
    const entries = readable(await all(journal, dossier));
    const fact = readEvidence(entries).exchanges[0];
    expect(new Set(fact?.proof)).toEqual(new Set([slip, receipt]));
    expect(fact?.deliveredAt).toBe('2026-11-05T11:00:00.000Z');
    expect(fact?.current.outcome).toBe('NONE');
    expect(pieceCandidates(entries, () => '').map(({ label }) => label.replace(/\s/g, ' '))).toEqual(
      expect.arrayContaining(['Preuve de dépôt d’une lettre recommandée – 03/11/2026 à 14 h 05']),
    );
    await journal.removeFiles(dossier, slip, 'essai');
    const after = readEvidence(readable(await all(journal, dossier))).exchanges[0];
    expect(new Set(after?.proof)).toEqual(new Set([receipt]));
    journal.close();
  });

  it('an automatic reply proves the sending of a CCC message and answers nothing', async () => {
    const { journal, dossier } = await newJournal();
    await add(journal, dossier, AUTO_REPLY, {
      shows: 'auto-reply',
      attach: 'new',
      channel: 'CCC_MAIL',
      outcome: 'AUTO_REPLY',
    });
    const entries = readable(await all(journal, dossier));
    const [fact] = readEvidence(entries).exchanges;
    expect(fact).toMatchObject({ sent: true, current: { outcome: 'AUTO_REPLY' } });
    const track = trackOf('T1');
    if (!track) throw new Error('no T1');
    const view = computeChecklist(track, entries, { now: Date.parse('2026-11-22T09:00:00Z') });
    expect(view.steps.some(({ state }) => state === 'answered')).toBe(false);
    journal.close();
  });
});

describe('what stops a file from being saved', () => {
  it.each([
    [{ day: '' }, 'day-missing'],
    [{ day: '', unknown: true }, null],
    [{ day: '2026-11-23' }, 'day-future'],
    [{ day: '', unknown: true, attach: 'new' }, 'day-needed'],
    [{ day: '', unknown: true, attach: 4, outcome: 'delivered' }, 'day-needed'],
    [{ day: '', unknown: true, attach: 4, outcome: '' }, null],
    [{}, null],
  ] as const)('%j: %s', (part, problem) => {
    expect(problemOf({ ...DRAFT, ...part }, '2026-11-22')).toBe(problem);
  });

  it('what is proposed is never an answer', () => {
    expect([outcomeFor('auto-reply'), outcomeFor('reply'), outcomeFor('receipt'), outcomeFor('return')]).toEqual([
      'AUTO_REPLY',
      '',
      'delivered',
      'returned',
    ]);
  });
});
