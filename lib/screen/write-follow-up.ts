/** What a person says while they follow their dossier, from the form to the journal: answers to questions, complement requests. */
import { type ComplementDraft, itemsOf } from '@/components/follow-up/complement-draft';
import type { AnswerDraft } from '@/components/follow-up/QuestionForm';
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

/** Writes the request whole, with the files joined before (their bytes are in the journal). @returns the number of the new entry */
export async function writeComplement(
  journal: Journal,
  dossier: string,
  draft: ComplementDraft,
  watch?: Watch,
): Promise<number> {
  const { sent } = draft;
  const when = sent ? declared(sent.day, sent.time) : null;
  // Both are read before anything is written.
  const own = await readJoined(draft.files, watch);
  const sentFiles = await readJoined(sent?.files ?? [], watch);
  const joined = await writeJoined(journal, dossier, own, NOTHING_SAID);
  const sentJoined = await writeJoined(journal, dossier, sentFiles, { shows: 'other', declared: when });
  const data: EntryData['complement'] = {
    request: draft.request.trim(),
    // Null takes back a day that was given before.
    notifiedOn: draft.notifiedOn || null,
    readOn: draft.readOn || null,
    items: itemsOf(draft),
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
