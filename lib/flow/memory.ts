/** What the background remembers between two events: per tab, and for « whose page is it? ». Nothing that the journal could tell. */
import { MAX_DOCUMENTS, NO_STORY, type TabStory } from '@/lib/domain/page-story';
import type { PageState } from '@/lib/messages/contract';
import { recall, remember } from '@/lib/platform/session';
import type { TabReceipts } from '@/lib/receipt/reduce';

/** An entry, with its dossier: another person's dossier may be opened while the page stays. */
export interface Captured {
  readonly dossier: string;
  readonly seq: number;
}

/** One tab, as last seen. `page.url` is already cleaned. */
export interface TabMemory {
  readonly page: PageState | null;
  /** The last capture of the page state in `page`. */
  readonly captured: Captured | null;
  /** The key of the attempt that the network gave for the document now in the tab (then the page gives none). */
  readonly networkAttempt: string | null;
  /** How often the document in `page` had come back from the browser's cache when it was last told. */
  readonly returns: number;
  /** Which states its documents were seen in, and whether somebody was logged in. */
  readonly story: TabStory;
  /** Documents that were left: the browser may bring them back as they were (back/forward cache). */
  readonly left: readonly LeftDocument[];
}

/** What was true of a document when it was left. */
export interface LeftDocument {
  readonly page: PageState;
  readonly captured: Captured | null;
  readonly networkAttempt: string | null;
  readonly returns: number;
  readonly receipts: TabReceipts | null;
}

const NOTHING = { page: null, captured: null, networkAttempt: null, returns: 0 } as const;
const EMPTY: TabMemory = { ...NOTHING, story: NO_STORY, left: [] };

/** Another document stands in the tab; the one before is put aside. */
export function leaveDocument(before: TabMemory, receipts: TabReceipts | null): TabMemory {
  const { page, captured, networkAttempt, returns, story } = before;
  const others = before.left.filter((one) => one.page.document !== page?.document).slice(1 - MAX_DOCUMENTS);
  const left = page ? [...others, { page, captured, networkAttempt, returns, receipts }] : before.left;
  return { ...NOTHING, story, left };
}

/** The document that was put aside under this name; null when there is none. */
export function findLeft(memory: TabMemory, document: string): LeftDocument | null {
  if (memory.page?.document === document) return null;
  return memory.left.find((one) => one.page.document === document) ?? null;
}

/** Number of the capture that the dossier has of the page; null when it has none, whatever another dossier has. */
export function capturedIn({ captured }: Pick<TabMemory, 'captured'>, dossier: string | undefined): number | null {
  return captured && captured.dossier === dossier ? captured.seq : null;
}

const tabKey = (tabId: number): string => `tab:${tabId}`;

export async function tabMemory(tabId: number): Promise<TabMemory> {
  return (await recall<TabMemory>(tabKey(tabId))) ?? EMPTY;
}

export async function changeTab(tabId: number, change: (before: TabMemory) => TabMemory): Promise<TabMemory> {
  return (await remember<TabMemory>(tabKey(tabId), (before) => change(before ?? EMPTY))) ?? EMPTY;
}

export async function forgetTab(tabId: number): Promise<void> {
  await remember<TabMemory>(tabKey(tabId), () => null);
}

/** What « whose page is it? » is computed from (lib/domain/owner-guard.ts). Instants in milliseconds. */
export interface OwnerMemory {
  /** Sites on which somebody was seen logged in, and not logged out since. */
  readonly loggedIn: readonly string[];
  readonly loggedOutSeenAt: number | null;
  readonly lastActivityAt: number | null;
  readonly confirmedAt: number | null;
}

const NOBODY: OwnerMemory = { loggedIn: [], loggedOutSeenAt: null, lastActivityAt: null, confirmedAt: null };

export async function ownerMemory(): Promise<OwnerMemory> {
  return (await recall<OwnerMemory>('owner')) ?? NOBODY;
}

export async function changeOwner(change: (before: OwnerMemory) => OwnerMemory): Promise<OwnerMemory> {
  return (await remember<OwnerMemory>('owner', (before) => change(before ?? NOBODY))) ?? NOBODY;
}

/** How far a long capture is; null when none runs. */
export interface Progress {
  readonly tabId: number;
  readonly done: number;
  readonly total: number;
}

export async function setProgress(progress: Progress | null): Promise<void> {
  await remember<Progress>('progress', () => progress);
}

export async function getProgress(): Promise<Progress | null> {
  return recall<Progress>('progress');
}

/** Why a capture failed when the journal had no room to say it: told by `recover` once there is room (this session only). */
export async function rememberFailure(intent: string, reason: string): Promise<void> {
  await remember<string>(`failure:${intent}`, () => reason);
}

export async function failureOf(intent: string): Promise<string | null> {
  return recall<string>(`failure:${intent}`);
}
