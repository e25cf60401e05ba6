/** From something seen to one line: pages that the content script recognised, and sites that the network says are down. */

import type { EntryData, Receipt } from '@/lib/domain/entry';
import { momentAt } from '@/lib/domain/moment';
import type { Outcome, PageFacts } from '@/lib/domain/page';
import { cleanUrl } from '@/lib/domain/url-hygiene';
import type { BlobDraft } from '@/lib/journal/types';
import type { PageState } from '@/lib/messages/contract';
import { TABLES_VERSION } from '@/lib/pages';
import { siteOfHost } from '@/lib/pages/hosts';
import { readSettings } from '@/lib/platform/settings';
import { isOffline } from '@/lib/receipt/policy';
import { changeTab } from './memory';
import { appJournal } from './open-journal';
import { confirmedDossier, currentOwner, noteActivity } from './owner';
import { readingOf } from './reading';
import { receiptOfTab } from './receipts';

/** What is worth a line of its own: the person was stopped, or something was sent or received. Mere steps are not logged. */
const LOGGED: readonly Outcome[] = ['blocked', 'down', 'refused', 'confirmation', 'notice'];

export type Logged = 'written' | 'known' | 'held' | 'none';

/**
 * One attempt for a recognised page state: the same (document, state, row) twice is one line.
 * The network's own line for the same document (an error status) counts for it.
 * @param facts what was recognised, kept with the line so that a newer table can read it again
 */
export async function logPage(
  tabId: number,
  state: PageState & { masked: boolean },
  facts: PageFacts,
  networkAttempt: string | null,
): Promise<Logged> {
  const { recognition } = state;
  if (!recognition || !LOGGED.includes(recognition.outcome) || networkAttempt) return 'none';
  if (!(await readSettings()).automaticLog) return 'none';
  const { extracted, ...page } = recognition;
  const receipt = await receiptOfTab(tabId);
  const reading = await readingOf(facts);
  const data: EntryData['attempt'] = {
    url: state.url,
    masked: state.masked,
    ...(state.firstUrl === state.url ? {} : { firstUrl: state.firstUrl }),
    page,
    title: state.title.slice(0, 500),
    extracted: extracted as EntryData['attempt']['extracted'],
    source: 'page',
    ...(receipt ? { receipt } : {}),
    tables: TABLES_VERSION,
    reading: reading.ref,
  };
  return write(`page:${state.document}:${state.state}:${page.site}/${page.page}`, data, [reading.blob]);
}

/** One attempt for a site that is down: no page came, or it came with an error status. Needs no content script. */
export async function logFailure(failure: {
  tabId: number;
  url: string;
  key: string;
  receipt: Receipt;
}): Promise<Logged> {
  const { url, masked } = cleanUrl(failure.url);
  await changeTab(failure.tabId, (before) => ({ ...before, networkAttempt: failure.key }));
  if (!(await readSettings()).automaticLog) return 'none';
  const site = siteOfHost(new URL(failure.url).host);
  if (!site) return 'none';
  const data: EntryData['attempt'] = {
    url,
    masked,
    page: { site, ...pageOf(failure.receipt) },
    title: '',
    extracted: {},
    source: 'network',
    receipt: failure.receipt,
    tables: TABLES_VERSION,
  };
  return write(failure.key, data);
}

/** The three pages that only the network shows (lib/locales/page-label.ts names them). */
function pageOf({ error }: Receipt): { page: string; outcome: Outcome } {
  if (error === undefined) return { page: 'http-error', outcome: 'down' };
  return isOffline(error) ? { page: 'offline', outcome: 'info' } : { page: 'unreachable', outcome: 'down' };
}

/** Writes in the active dossier, or keeps it until somebody says whose page it was. */
async function write(key: string, data: EntryData['attempt'], blobs: readonly BlobDraft[] = []): Promise<Logged> {
  const journal = await appJournal();
  const { question } = await currentOwner();
  if (question) {
    await journal.hold({ key, data: { ...data, seenAt: momentAt(Date.now()) }, blobs });
    return 'held';
  }
  const dossier = await confirmedDossier();
  const { existed } = await journal.append(dossier.id, { kind: 'attempt', data, blobs }, { key });
  await noteActivity();
  return existed ? 'known' : 'written';
}
