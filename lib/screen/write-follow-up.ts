/** What a person says while they follow their dossier, from the form to the journal: answers to questions, complement requests. */
import { type ComplementDraft, type ItemFile, itemsOf } from '@/components/follow-up/complement-draft';
import type { AnswerDraft } from '@/components/follow-up/QuestionForm';
import { sha256Hex } from '@/lib/domain/chain';
import type { EntryData } from '@/lib/domain/entry';
import type { Journal } from '@/lib/journal/types';
import { type JoinedAs, proofs, readJoined, type Watch, writeJoined } from './join-files';
import { declared } from './when';

/** A form that asks for no day and does not say what the file is. */
const NOTHING_SAID: JoinedAs = { shows: 'other', declared: null };

/** @returns the number of the new entry */
export async function writeAnswer(
  journal: Journal,
  dossier: string,
  question: string,
  draft: AnswerDraft,
  watch?: Watch,
): Promise<number> {
  const joined = await writeJoined(journal, dossier, await readJoined(draft.files, watch), NOTHING_SAID);
  const words = draft.words.trim();
  const data: EntryData['answer'] = {
    question,
    choice: draft.choice,
    ...(words ? { words } : {}),
    files: [],
    captures: proofs(draft.captures, joined),
  };
  return (await journal.append(dossier, { kind: 'answer', data })).entry.seq;
}

/** Name, size and hash of the files just chosen for a slot: their bytes are not kept. */
async function slotFiles({ items }: ComplementDraft): Promise<ReadonlyMap<string, ItemFile>> {
  const known = new Map<string, ItemFile>();
  for (const { id, file } of items) {
    if (!(file instanceof File)) continue;
    const sha256 = await sha256Hex(new Uint8Array(await file.arrayBuffer()));
    known.set(id, { name: file.name.slice(0, 255), bytes: file.size, sha256 });
  }
  return known;
}

/** Writes the request whole, with the files joined before (their bytes are in the journal). @returns the number of the new entry */
export async function writeComplement(
  journal: Journal,
  dossier: string,
  draft: ComplementDraft,
  watch?: Watch,
): Promise<number> {
  const { sent } = draft;
  const when = sent ? declared(sent.day, sent.time) : null;
  // All are read before anything is written.
  const slots = await slotFiles(draft);
  const own = await readJoined(draft.files, watch);
  const sentFiles = await readJoined(sent?.files ?? [], watch);
  const joined = await writeJoined(journal, dossier, own, NOTHING_SAID);
  const sentJoined = await writeJoined(journal, dossier, sentFiles, { shows: 'other', declared: when });
  const data: EntryData['complement'] = {
    request: draft.request.trim(),
    // Null takes back a day that was given before.
    notifiedOn: draft.notifiedOn || null,
    readOn: draft.readOn || null,
    items: itemsOf(draft, slots),
    files: [...draft.kept],
    captures: proofs(draft.captures, joined),
    ...(sent && when
      ? {
          sent: {
            ...when,
            files: [...sent.kept],
            captures: proofs(sent.captures, sentJoined),
          },
        }
      : {}),
  };
  return (await journal.append(dossier, { kind: 'complement', data })).entry.seq;
}
