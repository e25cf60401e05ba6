/** A complement request while the person fills it in: its documents, their order, its days, what still lacks. Pure. */
import { COMPLEMENT_REMINDERS, type ComplementFact, complementDeadline } from '@/lib/domain/checklist-complement';
import type { Entry, EntryData, FileRef } from '@/lib/domain/entry';
import { fileProblem } from '../journal/exchange-draft';

type Data = EntryData['complement'];
type Item = Data['items'][number];

export interface ItemDraft {
  readonly id: string;
  readonly label: string;
  readonly problem: Item['problem'];
  readonly observation: string;
  /** '' until the person decides. */
  readonly answer: NonNullable<Item['answer']> | '';
  readonly words: string;
  /** The file of this slot: a `File` until it is saved, when only its name, size and hash are kept. */
  readonly file: File | ItemFile | null;
}

export type ItemFile = NonNullable<Item['file']>;

/** Files and captures of one part of the form; `kept`: files joined before, written again with the new version. */
export interface ProofDraft {
  readonly files: readonly File[];
  readonly captures: readonly number[];
  readonly kept: readonly FileRef[];
}

export interface SentDraft extends ProofDraft {
  readonly day: string;
  readonly time: string;
}

export interface ComplementDraft extends ProofDraft {
  readonly request: string;
  /** A request keeps its name: it is what ties its versions together. */
  readonly isNew: boolean;
  readonly notifiedOn: string;
  readonly readOn: string;
  readonly items: readonly ItemDraft[];
  readonly sent: SentDraft | null;
}

const NO_PROOF: ProofDraft = { files: [], captures: [], kept: [] };

export function newRequest(name: string): ComplementDraft {
  return { ...NO_PROOF, request: name, isNew: true, notifiedOn: '', readOn: '', items: [], sent: null };
}

/** The last version of a request, to be written whole again. @param removed its files were taken out of the journal */
export function draftOf(
  data: Data,
  day: (utc: string) => { day: string; time: string },
  removed: boolean,
): ComplementDraft {
  const proof = (from: { files: readonly FileRef[]; captures: readonly number[] }): ProofDraft => ({
    files: [],
    captures: from.captures,
    kept: removed ? [] : from.files,
  });
  const { sent } = data;
  const on = sent ? day(sent.on.utc) : null;
  return {
    ...proof(data),
    request: data.request,
    isNew: false,
    notifiedOn: data.notifiedOn ?? '',
    readOn: data.readOn ?? '',
    items: data.items.map((item) => ({
      id: item.id,
      label: item.label,
      problem: item.problem,
      observation: item.observation ?? '',
      answer: item.answer ?? '',
      words: item.words ?? '',
      file: item.file ?? null,
    })),
    sent: sent && on ? { ...proof(sent), day: on.day, time: sent.precision === 'minute' ? on.time : '' } : null,
  };
}

export const sentToday = (today: string): SentDraft => ({ ...NO_PROOF, day: today, time: '' });

/** The two days that the sources name, and the earlier one: the day to keep (domain.md § 3.8.5). */
export function daysOf({ notifiedOn, readOn }: Pick<ComplementDraft, 'notifiedOn' | 'readOn'>) {
  return {
    fromNotified: complementDeadline(notifiedOn || null, null),
    fromRead: complementDeadline(null, readOn || null),
    keep: complementDeadline(notifiedOn || null, readOn || null),
  };
}

/** The schema's bound of documents in one request. */
export const MAX_ITEMS = 60;

/** Adds documents at the end, each with a name of its own that no other ever had. */
export function addItems(
  draft: ComplementDraft,
  added: readonly { readonly label: string; readonly problem: Item['problem'] }[],
): ComplementDraft {
  const highest = Math.max(0, ...draft.items.map(({ id }) => Number(/^item-(\d+)$/.exec(id)?.[1] ?? 0)));
  const items = added.slice(0, MAX_ITEMS - draft.items.length).map(
    ({ label, problem }, index): ItemDraft => ({
      id: `item-${highest + index + 1}`,
      label,
      problem,
      observation: '',
      answer: '',
      words: '',
      file: null,
    }),
  );
  return { ...draft, items: [...draft.items, ...items] };
}

export function changeItem(draft: ComplementDraft, id: string, part: Partial<ItemDraft>): ComplementDraft {
  return { ...draft, items: draft.items.map((item) => (item.id === id ? { ...item, ...part } : item)) };
}

export function removeItem(draft: ComplementDraft, id: string): ComplementDraft {
  return { ...draft, items: draft.items.filter((item) => item.id !== id) };
}

/** Puts a document one place up (-1) or down (1); at the edge it stays. */
export function moveItem(draft: ComplementDraft, id: string, by: -1 | 1): ComplementDraft {
  const from = draft.items.findIndex((item) => item.id === id);
  const other = draft.items[from + by];
  const item = draft.items[from];
  if (!item || !other) return draft;
  return { ...draft, items: draft.items.with(from, other).with(from + by, item) };
}

export interface ComplementProblems {
  readonly name?: 'missing' | 'taken';
  readonly notifiedOn?: 'future';
  readonly readOn?: 'future';
  readonly sent?: 'missing' | 'future';
  readonly files?: 'too-large' | 'too-many';
  readonly sentFiles?: 'too-large' | 'too-many';
  /** Documents without a name. */
  readonly items?: readonly string[];
  /** Documents whose file is too large to be read. */
  readonly itemFiles?: readonly string[];
}

/** What stops the form from being saved. @param taken names of the other requests */
export function complementProblems(
  draft: ComplementDraft,
  taken: readonly string[],
  today: string,
): ComplementProblems {
  const name = draft.request.trim();
  const nameless = draft.items.filter((item) => item.label.trim() === '').map((item) => item.id);
  const large = draft.items.filter((item) => fileProblem(item.file instanceof File ? [item.file] : []).files);
  const { files } = fileProblem(draft.files);
  const sentFiles = draft.sent ? fileProblem(draft.sent.files).files : undefined;
  const wrongName = name === '' ? 'missing' : draft.isNew && taken.includes(name) ? 'taken' : null;
  const sent =
    draft.sent === null ? null : draft.sent.day === '' ? 'missing' : draft.sent.day > today ? 'future' : null;
  return {
    ...(wrongName ? { name: wrongName } : {}),
    ...(draft.notifiedOn > today ? { notifiedOn: 'future' as const } : {}),
    ...(draft.readOn > today ? { readOn: 'future' as const } : {}),
    ...(sent ? { sent } : {}),
    ...(files ? { files } : {}),
    ...(sentFiles ? { sentFiles } : {}),
    ...(nameless.length > 0 ? { items: nameless } : {}),
    ...(large.length > 0 ? { itemFiles: large.map(({ id }) => id) } : {}),
  };
}

/** The documents as they are written. @param files what is kept of the files just chosen, by document */
export function itemsOf(draft: ComplementDraft, files: ReadonlyMap<string, ItemFile> = new Map()): Item[] {
  return draft.items.map(({ id, label, problem, observation, answer, words, file }) => ({
    id,
    label: label.trim(),
    problem,
    ...(observation.trim() ? { observation: observation.trim() } : {}),
    ...(answer ? { answer } : {}),
    ...(words.trim() ? { words: words.trim() } : {}),
    ...fileOf(files.get(id) ?? file),
  }));
}

const fileOf = (file: ItemDraft['file']): Pick<Item, 'file'> => (file && 'sha256' in file ? { file } : {});

/** What a request still lacks, and how near its day is. Facts: never that it is in time (domain.md § 3.5 T4). */
export interface Lacks {
  readonly when: 'over' | 'last-day' | 'soon';
  readonly items: number;
  readonly what: readonly ('sent' | 'proof' | 'unrecognised')[];
}

/**
 * Null while its day is far, unknown, or nothing lacks.
 * @param entries the dossier's readable entries
 */
export function lacksOf(fact: ComplementFact, entries: readonly Entry[], today: string): Lacks | null {
  if (fact.deadline === null) return null;
  const days = Math.round((Date.parse(fact.deadline) - Date.parse(today)) / 86_400_000);
  if (days > COMPLEMENT_REMINDERS[1]) return null;
  const what = sendingLacks(fact, entries);
  const items = fact.sent ? 0 : fact.open;
  if (items === 0 && what.length === 0) return null;
  return { when: days < 0 ? 'over' : days === 0 ? 'last-day' : 'soon', items, what };
}

function sendingLacks(fact: ComplementFact, entries: readonly Entry[]): Lacks['what'] {
  if (!fact.sent) return ['sent', 'proof'];
  if (fact.sent.proof.length === 0) return ['proof'];
  const proof = fact.sent.proof;
  const confirmed = entries.some(
    (entry) =>
      entry.kind === 'capture' &&
      proof.includes(entry.seq) &&
      entry.data.page?.site === 'anef' &&
      entry.data.page.outcome === 'confirmation',
  );
  return confirmed ? [] : ['unrecognised'];
}
