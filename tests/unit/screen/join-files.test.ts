/** Files joined in a form: each becomes an added file, the form's entry names it and holds none; nothing of a refused one stays. */
import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { addItems, newRequest, sentToday } from '@/components/follow-up/complement-draft';
import { EMPTY_DRAFT, type ExchangeDraft } from '@/components/journal/exchange-draft';
import { computeChecklist } from '@/lib/domain/checklist';
import { readEvidence } from '@/lib/domain/checklist-evidence';
import type { Entry, EntryOf } from '@/lib/domain/entry';
import { planExport } from '@/lib/domain/export-plan';
import { momentAt } from '@/lib/domain/moment';
import { readImport } from '@/lib/imports/read';
import { openJournal } from '@/lib/journal/store';
import type { Journal, StoredEntry } from '@/lib/journal/types';
import { trackOf } from '@/lib/protocols';
import type { Reading, Watch } from '@/lib/screen/join-files';
import { writeExchange, writeOutcome } from '@/lib/screen/write';
import { writeAnswer, writeComplement } from '@/lib/screen/write-follow-up';
import { AUTO_REPLY } from '../imports/documents';
import { type Bytes, phoneJpeg, phonePng, plainJpeg } from '../imports/pictures';
import { MemoryLocks } from '../journal/memory-locks';

const NOW = Date.parse('2026-11-22T09:00:00Z');
const HERE: Watch = { read: readImport };
const DRAFT: ExchangeDraft = { ...EMPTY_DRAFT, day: '2026-11-20', time: '10:00' };

let count = 0;
async function newJournal(): Promise<{ journal: Journal; dossier: string }> {
  count += 1;
  const name = `joined-${count}`;
  const journal = await openJournal({ now: () => NOW, locks: new MemoryLocks(), product: 'essai', name });
  const { dossier } = await journal.openDossier({ alias: 'Mésange', track: 'T1', departments: ['93'] });
  return { journal, dossier };
}

const fileOf = (bytes: Bytes, name: string): File => new File([bytes], name, { lastModified: NOW });
const photo = (): File => fileOf(phoneJpeg(), 'IMG_1.jpg');

async function stored(journal: Journal, dossier: string): Promise<StoredEntry[]> {
  const found: StoredEntry[] = [];
  for await (const one of journal.read(dossier)) found.push(one);
  return found;
}
const entriesOf = async (journal: Journal, dossier: string): Promise<Entry[]> =>
  (await stored(journal, dossier)).flatMap(({ entry }) => entry ?? []);
const ofKind = <K extends Entry['kind']>(entries: readonly Entry[], kind: K): EntryOf<K>[] =>
  entries.filter((entry): entry is Entry & EntryOf<K> => entry.kind === kind);

/** No byte of a place in anything that an export would hold. */
async function noPlaceExported(journal: Journal, dossier: string): Promise<number> {
  const { files } = planExport(dossier, await stored(journal, dossier), momentAt(NOW));
  for (const { sha256, path } of files) {
    const { bytes } = await journal.blob(sha256);
    expect(Buffer.from(bytes).includes('WGS-84'), path).toBe(false);
  }
  return files.length;
}

describe('a photo joined to an exchange', () => {
  it('is an added file that the exchange names: cleaned for the export, kept whole on the device, its proof', async () => {
    const { journal, dossier } = await newJournal();
    expect(Buffer.from(phoneJpeg()).includes('WGS-84'), 'the photo does say a place').toBe(true);
    const seq = await writeExchange(journal, dossier, { ...DRAFT, files: [photo()] }, HERE);
    const entries = await entriesOf(journal, dossier);
    const [added] = ofKind(entries, 'imported');
    const [exchange] = ofKind(entries, 'exchange');
    expect(exchange).toMatchObject({ seq, data: { files: [], captures: [added?.seq] } });
    expect(added?.data).toMatchObject({
      what: 'picture',
      shows: 'message',
      file: { name: 'IMG_1.jpg', type: 'image/jpeg' },
      declared: { on: { utc: '2026-11-20T09:00:00.000Z' }, precision: 'minute' },
      fileDate: { from: 'exif' },
    });
    expect(added?.data.stripped).toContain('gps');
    expect((await journal.blob(added?.data.original?.sha256 ?? '')).bytes).toEqual(phoneJpeg());
    expect(await noPlaceExported(journal, dossier)).toBe(1);
    expect(readEvidence(entries).exchanges[0]?.proof).toEqual([added?.seq]);
    journal.close();
  });

  it('keeps the step proven, until the file is removed', async () => {
    const { journal, dossier } = await newJournal();
    await writeExchange(journal, dossier, { ...DRAFT, reference: 'D-12', files: [photo()] }, HERE);
    const track = trackOf('T1');
    if (!track) throw new Error('no T1');
    const part = async () => {
      const { steps } = computeChecklist(track, await entriesOf(journal, dossier), { now: NOW });
      return steps.flatMap(({ parts }) => parts).find(({ id }) => id === 'S2a');
    };
    const before = await part();
    const [added] = ofKind(await entriesOf(journal, dossier), 'imported');
    await journal.removeFiles(dossier, added?.seq ?? 0, 'essai');
    const after = await part();
    expect(before).toMatchObject({ doneAt: '2026-11-20T09:00:00.000Z', proof: [added?.seq, 3] });
    // The reference stays said; the file no longer stands behind it.
    expect(after?.proof).not.toContain(added?.seq);
    journal.close();
  });

  it('is written once when the same file stands behind two exchanges', async () => {
    const { journal, dossier } = await newJournal();
    await writeExchange(journal, dossier, { ...DRAFT, files: [photo(), photo()] }, HERE);
    await writeExchange(journal, dossier, { ...DRAFT, files: [photo()], captures: [1] }, HERE);
    const entries = await entriesOf(journal, dossier);
    expect(entries.map(({ kind }) => kind)).toEqual(['dossier-opened', 'imported', 'exchange', 'exchange']);
    expect(ofKind(entries, 'exchange').map(({ data }) => data.captures)).toEqual([[2], [1, 2]]);
    journal.close();
  });
});

describe('a file that cannot be taken', () => {
  it.each([
    ['damaged', (): File => fileOf(plainJpeg().slice(0, 60), 'abime.jpg'), 'import-picture-damaged', 'abime.jpg'],
    ['empty', (): File => fileOf(new Uint8Array(), 'vide.jpg'), 'import-empty', 'vide.jpg'],
    ['too large', (): File => fileOf(new Uint8Array(20_000_001), 'gros.bin'), 'file-too-large', 'gros.bin'],
  ])('%s: named, and nothing is written, not even the good one before it', async (_what, bad, code, detail) => {
    const { journal, dossier } = await newJournal();
    const files = [photo(), bad()];
    await expect(writeExchange(journal, dossier, { ...DRAFT, files }, HERE)).rejects.toMatchObject({ code, detail });
    expect((await entriesOf(journal, dossier)).map(({ kind }) => kind)).toEqual(['dossier-opened']);
    journal.close();
  });

  it('says how far it is, and stops when asked: nothing is written', async () => {
    const { journal, dossier } = await newJournal();
    const stop = new AbortController();
    const seen: Reading[] = [];
    const watch: Watch = {
      signal: stop.signal,
      onReading: (reading) => {
        seen.push(reading);
        if (reading.done === 1) stop.abort();
      },
      read: readImport,
    };
    const files = [photo(), fileOf(phonePng(), 'b.png'), fileOf(AUTO_REPLY, 'c.eml')];
    await expect(writeExchange(journal, dossier, { ...DRAFT, files }, watch)).rejects.toMatchObject({
      code: 'import-cancelled',
    });
    expect(seen).toEqual([
      { done: 0, total: 3 },
      { done: 1, total: 3 },
    ]);
    expect(await entriesOf(journal, dossier)).toHaveLength(1);
    journal.close();
  });
});

describe('files joined elsewhere', () => {
  it.each([
    [{ milestone: 'delivered', channel: 'LRAR' }, 'receipt'],
    [{ milestone: 'returned', channel: 'LRAR' }, 'return'],
    [{ outcome: 'AUTO_REPLY' }, 'auto-reply'],
    [{ outcome: 'REFUSED' }, 'reply'],
    [{ outcome: 'NONE' }, 'other'],
  ] as const)('to an outcome %j: « %s »', async (part, shows) => {
    const { journal, dossier } = await newJournal();
    const exchange = await writeExchange(journal, dossier, DRAFT, HERE);
    await writeOutcome(journal, dossier, exchange, { ...DRAFT, ...part, files: [photo()] }, HERE);
    const entries = await entriesOf(journal, dossier);
    const [added] = ofKind(entries, 'imported');
    expect(added?.data.shows).toBe(shows);
    expect(ofKind(entries, 'exchange-outcome')[0]?.data).toMatchObject({ files: [], captures: [added?.seq] });
    await noPlaceExported(journal, dossier);
    journal.close();
  });

  it.each([
    [{ direction: 'received', channel: 'PREF_MAIL' }, 'reply'],
    [{ channel: 'LRAR' }, 'letter'],
    [{ channel: 'CCC_PHONE' }, 'other'],
  ] as const)('to an exchange %j: « %s »', async (part, shows) => {
    const { journal, dossier } = await newJournal();
    await writeExchange(journal, dossier, { ...DRAFT, ...part, files: [photo()] }, HERE);
    expect(ofKind(await entriesOf(journal, dossier), 'imported')[0]?.data.shows).toBe(shows);
    journal.close();
  });

  it('to an answer and to both parts of a complement request: named there, cleaned, the day only of what was sent', async () => {
    const { journal, dossier } = await newJournal();
    const answer = { choice: 'yes', words: '', files: [photo()], captures: [] };
    await writeAnswer(journal, dossier, 'S1a', answer, HERE);
    const [slot] = addItems(newRequest(''), [{ label: 'Passeport', problem: 'missing' }]).items;
    if (!slot) throw new Error('no document');
    const request = {
      ...newRequest('Demande 1'),
      items: [{ ...slot, file: fileOf(new TextEncoder().encode('secret'), 'passeport.pdf') }],
      files: [fileOf(phonePng(), 'demande.png')],
      sent: { ...sentToday('2026-11-21'), files: [photo()] },
    };
    await writeComplement(journal, dossier, request, HERE);
    const entries = await entriesOf(journal, dossier);
    const added = ofKind(entries, 'imported');
    expect(added.map(({ data }) => [data.file.name, data.declared?.precision ?? null])).toEqual([
      ['IMG_1.jpg', null],
      ['demande.png', null],
    ]);
    const [photoSeq, pageSeq] = added.map(({ seq }) => seq);
    expect(ofKind(entries, 'answer')[0]?.data).toMatchObject({ files: [], captures: [photoSeq] });
    expect(ofKind(entries, 'complement')[0]?.data).toMatchObject({
      files: [],
      captures: [pageSeq],
      sent: { files: [], captures: [photoSeq] },
    });
    const evidence = readEvidence(entries);
    expect(evidence.said.get('S1a')?.proof).toEqual([photoSeq]);
    expect(evidence.complements[0]).toMatchObject({ proof: [pageSeq], sent: { proof: [photoSeq] } });
    // Of the file put in the slot, its name and hash: not a byte of it.
    const file = { name: 'passeport.pdf', bytes: 6, sha256: createHash('sha256').update('secret').digest('hex') };
    expect(ofKind(entries, 'complement')[0]?.data.items).toEqual([expect.objectContaining({ file })]);
    await expect(journal.blob(file.sha256)).rejects.toThrow();
    expect(await noPlaceExported(journal, dossier)).toBe(2);
    journal.close();
  });
});
