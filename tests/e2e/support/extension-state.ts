/** What the extension holds besides the journal's lines, read and changed from the outside: button, settings, stored files. */
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Surface } from '../drivers/types';
import type { Product } from './product';

/** What we use of the browser's names, inside functions that run in our own pages. */
declare const chrome: {
  readonly action: { getBadgeText(details: { tabId: number }): Promise<string> };
  readonly tabs: { query(wanted: object): Promise<readonly { readonly id?: number; readonly url?: string }[]> };
  readonly storage: {
    readonly local: { get(key: string): Promise<Record<string, object>>; set(items: object): Promise<void> };
  };
};

/** The sign on the toolbar button of the tab whose address starts with `url` (a host that is granted). */
export function signOf({ journal }: Product, url: string): Promise<string> {
  return journal.page.evaluate(async (start: string) => {
    const found = (await chrome.tabs.query({})).filter((tab) => tab.url?.startsWith(start));
    const id = found[0]?.id;
    if (found.length !== 1 || id === undefined) throw new Error(`${found.length} tabs at ${start}`);
    return chrome.action.getBadgeText({ tabId: id });
  }, url);
}

/** Waits until the button shows a sign. @throws Error with the last one seen after 10 s */
export async function waitForSign(product: Product, url: string, sign: string): Promise<void> {
  for (const end = Date.now() + 10_000; ; await new Promise((done) => setTimeout(done, 150))) {
    const seen = await signOf(product, url);
    if (seen === sign) return;
    if (Date.now() > end) throw new Error(`the button shows « ${seen} » instead of « ${sign} »`);
  }
}

/** Changes the person's settings, as another page of ours would. */
export function changeSettings({ journal }: Product, change: Record<string, unknown>): Promise<void> {
  return journal.page.evaluate(async (part: Record<string, unknown>) => {
    const { settings } = await chrome.storage.local.get('settings');
    await chrome.storage.local.set({ settings: { ...settings, ...part } });
  }, change);
}

/** The settings as they are stored; what was never chosen is not there. */
export function keptSettings({ journal }: Product): Promise<Record<string, unknown>> {
  return journal.page.evaluate(async () => {
    const { settings } = await chrome.storage.local.get('settings');
    return { ...(settings as Record<string, unknown> | undefined) };
  });
}

/** Keys of the stored files. */
export function storedFiles({ journal }: Product): Promise<string[]> {
  return journal.page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((done, failed) => {
      const request = indexedDB.open('carnet-de-demarches');
      request.onsuccess = () => done(request.result);
      request.onerror = () => failed(request.error);
    });
    try {
      const request = db.transaction('blobs').objectStore('blobs').getAllKeys();
      return await new Promise<string[]>((done, failed) => {
        request.onsuccess = () => done(request.result as string[]);
        request.onerror = () => failed(request.error);
      });
    } finally {
      db.close();
    }
  });
}

/** Loses a stored file, as a failing disk would: the lines that name it stay. */
export function loseFile({ journal }: Product, sha256: string): Promise<void> {
  return journal.page.evaluate(async (key: string) => {
    const db = await new Promise<IDBDatabase>((done, failed) => {
      const request = indexedDB.open('carnet-de-demarches');
      request.onsuccess = () => done(request.result);
      request.onerror = () => failed(request.error);
    });
    try {
      const transaction = db.transaction('blobs', 'readwrite');
      transaction.objectStore('blobs').delete(key);
      await new Promise<void>((done, failed) => {
        transaction.oncomplete = () => done();
        transaction.onabort = () => failed(transaction.error);
      });
    } finally {
      db.close();
    }
  }, sha256);
}

/** Appends a line that a later version of the product would have written; gives the line and its hash. */
export async function appendLaterVersion({ journal }: Product): Promise<{ seq: number; line: string; hash: string }> {
  const last = (await journal.entries()).at(-1);
  if (!last) throw new Error('the journal is empty');
  const seq = last.seq + 1;
  const unsealed = {
    v: 99,
    dossier: last.dossier,
    seq,
    kind: 'rendez-vous',
    at: last.at,
    data: { lieu: 'guichet d’un autre temps', pièces: ['une', 'deux'] },
    prev: last.hash,
  };
  // RFC 8785 and SHA-256 from outside the product: not our own code checking itself.
  const hash = createHash('sha256')
    .update(String(canonicalize(unsealed)), 'utf8')
    .digest('hex');
  const line = String(canonicalize({ ...unsealed, hash }));
  await putEntry(journal.page, { dossier: last.dossier, seq, blobs: [], line });
  return { seq, line, hash };
}

interface RawEntry {
  readonly dossier: string;
  readonly seq: number;
  readonly blobs: string[];
  readonly line: string;
}

function putEntry(page: Surface, record: RawEntry): Promise<void> {
  return page.evaluate(async (raw: RawEntry) => {
    const db = await new Promise<IDBDatabase>((done, failed) => {
      const request = indexedDB.open('carnet-de-demarches');
      request.onsuccess = () => done(request.result);
      request.onerror = () => failed(request.error);
    });
    try {
      const transaction = db.transaction('entries', 'readwrite');
      transaction.objectStore('entries').add(raw);
      await new Promise<void>((done, failed) => {
        transaction.oncomplete = () => done();
        transaction.onabort = () => failed(transaction.error);
      });
    } finally {
      db.close();
    }
  }, record);
}
