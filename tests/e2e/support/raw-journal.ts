/** Writes lines into the product's journal from the outside: what a broken disk, a clock set back or a newer version leaves behind. */
import type { Surface } from '../drivers/types';

export interface RawEntry {
  readonly dossier: string;
  readonly seq: number;
  readonly line: string;
}

/** Puts records as they are, under any rule of ours. @param page a page of the extension's own origin */
export function putRawEntries(page: Surface, entries: readonly RawEntry[]): Promise<void> {
  return page.evaluate(async (records: readonly RawEntry[]) => {
    const db = await new Promise<IDBDatabase>((done, failed) => {
      const request = indexedDB.open('carnet-de-demarches');
      request.onsuccess = () => done(request.result);
      request.onerror = () => failed(request.error);
    });
    try {
      const transaction = db.transaction('entries', 'readwrite');
      for (const record of records) transaction.objectStore('entries').add({ ...record, blobs: [] });
      await new Promise<void>((done, failed) => {
        transaction.oncomplete = () => done();
        transaction.onerror = () => failed(transaction.error);
        transaction.onabort = () => failed(transaction.error);
      });
    } finally {
      db.close();
    }
  }, entries);
}
