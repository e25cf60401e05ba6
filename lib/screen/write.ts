/** What a person adds by hand, from the form to the journal. */
import { type ExchangeDraft, MAX_FILE_BYTES } from '@/components/journal/ExchangeForm';
import { sha256Hex } from '@/lib/domain/chain';
import type { Channel, EntryData, EntryOf, FileRef } from '@/lib/domain/entry';
import { AppError } from '@/lib/domain/errors';
import type { BlobDraft, Journal } from '@/lib/journal/types';
import { declared } from './when';

/** Longest file name kept, as in lib/domain/entry.ts. */
const MAX_NAME = 255;

interface Read {
  readonly refs: FileRef[];
  readonly blobs: BlobDraft[];
}

/** Reads and hashes the joined files. @throws AppError file-too-large */
async function readFiles(files: readonly File[]): Promise<Read> {
  const read: Read = { refs: [], blobs: [] };
  for (const file of files) {
    if (file.size > MAX_FILE_BYTES) throw new AppError('file-too-large', { detail: file.name });
    const bytes = new Uint8Array(await file.arrayBuffer());
    const sha256 = await sha256Hex(bytes);
    const type = file.type || 'application/octet-stream';
    read.refs.push({ sha256, bytes: bytes.byteLength, type, name: file.name.slice(0, MAX_NAME) });
    read.blobs.push({ sha256, type, bytes });
  }
  return read;
}

/** Members that the person filled in; an empty text is not written. */
function said(draft: ExchangeDraft): { reference?: string; words?: string } {
  const reference = draft.reference.trim();
  const words = draft.words.trim();
  return { ...(reference ? { reference } : {}), ...(words ? { words } : {}) };
}

/** @returns the number of the new entry */
export async function writeExchange(journal: Journal, dossier: string, draft: ExchangeDraft): Promise<number> {
  const { refs, blobs } = await readFiles(draft.files);
  const { on, precision } = declared(draft.day, draft.time);
  const { channel, outcome } = draft;
  const data = { channel, on, precision, outcome, ...said(draft), files: refs, captures: [...draft.captures] };
  return (await journal.append(dossier, { kind: 'exchange', data, blobs })).entry.seq;
}

/** @param exchange number of the exchange that it answers. @returns the number of the new entry */
export async function writeOutcome(
  journal: Journal,
  dossier: string,
  exchange: number,
  draft: ExchangeDraft,
): Promise<number> {
  const { refs, blobs } = await readFiles(draft.files);
  const { on, precision } = declared(draft.day, draft.time);
  const data = {
    exchange,
    on,
    precision,
    outcome: draft.outcome,
    ...said(draft),
    files: refs,
    captures: [...draft.captures],
  };
  return (await journal.append(dossier, { kind: 'exchange-outcome', data, blobs })).entry.seq;
}

/** @param about number of the entry that the note speaks of, null for none */
export async function writeNote(
  journal: Journal,
  dossier: string,
  text: string,
  about: number | null,
): Promise<number> {
  const data = { text, ...(about === null ? {} : { about }) };
  return (await journal.append(dossier, { kind: 'note', data })).entry.seq;
}

export async function writeSkip(journal: Journal, dossier: string, step: string, reason: string): Promise<number> {
  return (await journal.append(dossier, { kind: 'step-skipped', data: { step, reason } })).entry.seq;
}

/** An exchange that a capture shows (a message sent, a point d'accueil numérique): once for each capture. */
export async function writeProof(
  journal: Journal,
  dossier: string,
  capture: EntryOf<'capture'>,
  channel: Channel,
): Promise<number> {
  const data: EntryData['exchange'] = {
    channel,
    on: capture.data.takenAt,
    precision: 'minute',
    outcome: 'NONE',
    files: [],
    captures: [capture.seq],
  };
  const key = `proof-of:${dossier}:${capture.seq}`;
  return (await journal.append(dossier, { kind: 'exchange', data }, { key })).entry.seq;
}
