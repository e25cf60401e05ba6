/** What a person adds by hand, from the form to the journal. */
import { type ExchangeDraft, minutesOf } from '@/components/journal/exchange-draft';
import type { Channel, EntryData, EntryOf } from '@/lib/domain/entry';
import type { ImportShows } from '@/lib/domain/imported';
import type { Journal } from '@/lib/journal/types';
import { proofs, readJoined, type Watch, writeJoined } from './join-files';
import { declared } from './when';

/** What the form that a file stands in says of it; a document where the form says nothing. */
function shownBy({ channel, direction, milestone, outcome }: ExchangeDraft, isUpdate: boolean): ImportShows {
  if (milestone) return milestone === 'delivered' ? 'receipt' : 'return';
  if (outcome === 'AUTO_REPLY') return 'auto-reply';
  if (isUpdate) return outcome === 'NONE' ? 'other' : 'reply';
  if (direction === 'received') return 'reply';
  if (channel === 'LRAR') return 'letter';
  return WRITTEN.includes(channel) ? 'message' : 'other';
}

const WRITTEN: readonly Channel[] = ['CCC_FORM', 'CCC_MAIL', 'PREF_MAIL', 'DN_MSG'];

type Said = Pick<EntryData['exchange'], 'reference' | 'words' | 'ticket'>;

/** Members that the person filled in; an empty text is not written. */
function said(draft: ExchangeDraft): Said {
  const [reference, words, ticket] = [draft.reference.trim(), draft.words.trim(), draft.ticket.trim()];
  return { ...(reference ? { reference } : {}), ...(words ? { words } : {}), ...(ticket ? { ticket } : {}) };
}

/** The call sheet; nothing as long as nobody says how the call ended. */
function callOf({ channel, call }: ExchangeDraft): Pick<EntryData['exchange'], 'call'> {
  if (channel !== 'CCC_PHONE' || call.end === '') return {};
  const [number, agent, minutes] = [call.number.trim(), call.agent.trim(), minutesOf(call.minutes)];
  return {
    call: {
      end: call.end,
      ...(number ? { number } : {}),
      ...(typeof minutes === 'number' ? { minutes } : {}),
      ...(agent ? { agent } : {}),
    },
  };
}

/** The files of the form, written before it. @returns the numbers of their entries */
async function join(
  journal: Journal,
  dossier: string,
  draft: ExchangeDraft,
  isUpdate: boolean,
  watch?: Watch,
): Promise<number[]> {
  const files = await readJoined(draft.files, watch);
  const said = { shows: shownBy(draft, isUpdate), declared: declared(draft.day, draft.time) };
  return writeJoined(journal, dossier, files, said);
}

/** @returns the number of the new entry */
export async function writeExchange(
  journal: Journal,
  dossier: string,
  draft: ExchangeDraft,
  watch?: Watch,
): Promise<number> {
  const { on, precision } = declared(draft.day, draft.time);
  const joined = await join(journal, dossier, draft, false, watch);
  const { channel, outcome } = draft;
  const data: EntryData['exchange'] = {
    channel,
    on,
    precision,
    outcome,
    ...said(draft),
    files: [],
    captures: proofs(draft.captures, joined),
    ...(draft.direction === 'received' ? { direction: 'received' } : {}),
    ...callOf(draft),
  };
  return (await journal.append(dossier, { kind: 'exchange', data })).entry.seq;
}

/** @param exchange number of the exchange that it answers. @returns the number of the new entry */
export async function writeOutcome(
  journal: Journal,
  dossier: string,
  exchange: number,
  draft: ExchangeDraft,
  watch?: Watch,
): Promise<number> {
  const { on, precision } = declared(draft.day, draft.time);
  const joined = await join(journal, dossier, draft, true, watch);
  const data: EntryData['exchange-outcome'] = {
    exchange,
    on,
    precision,
    outcome: draft.outcome,
    ...said(draft),
    files: [],
    captures: proofs(draft.captures, joined),
    ...(draft.milestone ? { milestone: draft.milestone } : {}),
  };
  return (await journal.append(dossier, { kind: 'exchange-outcome', data })).entry.seq;
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

/** What the person says of the dossier (T0): only what is new. @returns the number of the new entry */
export async function writeTriage(
  journal: Journal,
  dossier: string,
  data: EntryData['dossier-track'],
): Promise<number> {
  return (await journal.append(dossier, { kind: 'dossier-track', data })).entry.seq;
}

/**
 * What a capture shows (a message sent, a point d'accueil numérique), once for each capture.
 * @param noted number of the exchange already noted that it proves; null: the capture tells a new one
 */
export async function writeProof(
  journal: Journal,
  dossier: string,
  capture: EntryOf<'capture'>,
  { channel, noted }: { readonly channel: Channel; readonly noted: number | null },
): Promise<number> {
  const what: Omit<EntryData['exchange'], 'channel'> = {
    on: capture.data.takenAt,
    precision: 'minute',
    outcome: 'NONE',
    files: [],
    captures: [capture.seq],
  };
  const key = `proof-of:${dossier}:${capture.seq}`;
  const draft =
    noted === null
      ? { kind: 'exchange' as const, data: { channel, ...what } }
      : { kind: 'exchange-outcome' as const, data: { exchange: noted, ...what } };
  return (await journal.append(dossier, draft, { key })).entry.seq;
}
