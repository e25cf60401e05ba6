/** From a file that was read, and what the person says of it, to the journal: the file first, then the exchange that it proves. */
import type { ImportDraft } from '@/components/imports/import-draft';
import { sha256Hex } from '@/lib/domain/chain';
import type { EntryData, ExchangeOutcome } from '@/lib/domain/entry';
import type { ImportShows } from '@/lib/domain/imported';
import { momentAt } from '@/lib/domain/moment';
import type { ReadFile } from '@/lib/imports/types';
import type { BlobDraft, Journal } from '@/lib/journal/types';
import { declared } from './when';

export interface ReadyImport {
  /** Names this file in the journal's keys: a second try writes nothing twice. */
  readonly id: string;
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly read: ReadFile;
  readonly draft: ImportDraft;
}

type Imported = EntryData['imported'];

async function blobOf(bytes: Uint8Array<ArrayBuffer>, type: string): Promise<BlobDraft> {
  return { sha256: await sha256Hex(bytes), type, bytes };
}

const refOf = ({ sha256, type, bytes }: BlobDraft) => ({ sha256, bytes: bytes.byteLength, type });

/** A file to write, with what is said of it. */
export interface FileSaid {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly read: ReadFile;
  readonly shows: ImportShows;
  readonly words: string;
  /** When the thing shown took place; null when the person does not know or was not asked. */
  readonly declared: When | null;
  /** Number of the exchange that it proves. */
  readonly about?: number;
}

function saidOf({ name, bytes, read, draft }: ReadyImport): FileSaid {
  const { unknown, day, time, shows, words, attach } = draft;
  return {
    ...{ name, bytes, read, shows, words },
    declared: unknown || day === '' ? null : declared(day, time),
    ...(typeof attach === 'number' ? { about: attach } : {}),
  };
}

/** What the file itself says. */
function readPart({ date, size, pages, mail, problem }: ReadFile): Partial<Imported> {
  return {
    ...(date
      ? {
          fileDate: {
            from: date.from,
            text: date.text.slice(0, 100),
            ...(date.instant === null ? {} : { at: momentAt(date.instant) }),
          },
        }
      : {}),
    ...(size ? { size: { ...size } } : {}),
    ...(pages === null ? {} : { pages }),
    ...(mail
      ? { mail: { ...mail, autoReply: [...mail.autoReply], attachments: mail.attachments.map((one) => ({ ...one })) } }
      : {}),
    ...(problem ? { problem } : {}),
  };
}

/** The entry's data and its files: the copy for export, the original that stays, the text found. */
export async function importedData(said: FileSaid): Promise<{ data: Imported; blobs: BlobDraft[] }> {
  const { name, bytes, read, shows } = said;
  const file = await blobOf(read.copy ?? bytes, read.type);
  const original = read.copy ? await blobOf(bytes, read.type) : null;
  const text = read.text ? await blobOf(new TextEncoder().encode(read.text), 'text/plain; charset=utf-8') : null;
  const words = said.words.trim();
  const data: Imported = {
    what: read.what,
    shows,
    file: { ...refOf(file), name: name.slice(0, 255) },
    ...(original ? { original: refOf(original) } : {}),
    stripped: [...read.stripped],
    ...(said.declared ? { declared: said.declared } : {}),
    ...readPart(read),
    ...(text ? { text: refOf(text) } : {}),
    ...(words ? { words } : {}),
    ...(said.about === undefined ? {} : { about: said.about }),
  };
  const blobs = [file, original, text].filter((blob) => blob !== null);
  return { data, blobs: [...new Map(blobs.map((blob) => [blob.sha256, blob])).values()] };
}

/** Writes one file as it was read. @param key makes it happen once. @returns the number of its entry */
export async function writeFileEntry(journal: Journal, dossier: string, said: FileSaid, key?: string): Promise<number> {
  const { data, blobs } = await importedData(said);
  return (await journal.append(dossier, { kind: 'imported', data, blobs }, key ? { key } : {})).entry.seq;
}

/** @returns the number of the file's entry */
export async function writeImport(journal: Journal, dossier: string, ready: ReadyImport): Promise<number> {
  const { id, draft } = ready;
  const said = saidOf(ready);
  const seq = await writeFileEntry(journal, dossier, said, `import:${id}`);
  const when = said.declared;
  if (draft.attach === 'none' || !when) return seq;
  const exchange = draft.attach === 'new' ? await writeNew(journal, dossier, ready, seq, when) : draft.attach;
  await writeSaid(journal, dossier, ready, seq, exchange, when);
  return seq;
}

type When = NonNullable<Imported['declared']>;

function milestoneOf({ outcome }: ImportDraft): 'delivered' | 'returned' | null {
  return outcome === 'delivered' || outcome === 'returned' ? outcome : null;
}

function outcomeOf({ outcome }: ImportDraft): ExchangeOutcome {
  return outcome === '' || outcome === 'delivered' || outcome === 'returned' ? 'NONE' : outcome;
}

/** An answer is something received; all the rest shows what the person did. */
async function writeNew(
  journal: Journal,
  dossier: string,
  { id, draft }: ReadyImport,
  seq: number,
  when: When,
): Promise<number> {
  const data: EntryData['exchange'] = {
    channel: draft.channel,
    ...when,
    outcome: outcomeOf(draft),
    files: [],
    captures: [seq],
    ...(draft.shows === 'reply' ? { direction: 'received' } : {}),
  };
  const key = `import-exchange:${id}`;
  return (await journal.append(dossier, { kind: 'exchange', data }, { key })).entry.seq;
}

/** What the file says of an exchange: a milestone of the letter, or, of one noted before, its outcome. */
async function writeSaid(
  journal: Journal,
  dossier: string,
  { id, draft }: ReadyImport,
  seq: number,
  exchange: number,
  when: When,
): Promise<void> {
  const milestone = milestoneOf(draft);
  const outcome = outcomeOf(draft);
  if (!milestone && (outcome === 'NONE' || draft.attach === 'new')) return;
  const data: EntryData['exchange-outcome'] = {
    exchange,
    ...when,
    outcome,
    files: [],
    captures: [seq],
    ...(milestone ? { milestone } : {}),
  };
  await journal.append(dossier, { kind: 'exchange-outcome', data }, { key: `import-outcome:${id}` });
}
