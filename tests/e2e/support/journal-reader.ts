/** Reads the product's journal from the outside, as a stranger with the database in hand would: raw IndexedDB, no code of ours. */
import type { Entry, EntryKind, EntryOf } from '@/lib/domain/entry';
import type { Session, Surface } from '../drivers/types';

/** A quiet page of the extension's own origin from which to read. */
export async function openReader(session: Session): Promise<Reader> {
  const page = await session.openPage('options.html');
  return new Reader(page);
}

export class Reader {
  readonly page: Surface;

  constructor(page: Surface) {
    this.page = page;
  }

  /** Every line of every dossier, byte for byte, in order. */
  lines(): Promise<string[]> {
    return this.page.evaluate(async () => {
      const db = await new Promise<IDBDatabase>((done, failed) => {
        const request = indexedDB.open('carnet-de-demarches');
        request.onsuccess = () => done(request.result);
        request.onerror = () => failed(request.error);
      });
      try {
        const request = db.transaction('entries').objectStore('entries').getAll();
        const records = await new Promise<{ line: string }[]>((done, failed) => {
          request.onsuccess = () => done(request.result);
          request.onerror = () => failed(request.error);
        });
        return records.map((record) => record.line);
      } finally {
        db.close();
      }
    });
  }

  /** Every entry of every dossier, in order. */
  async entries(): Promise<Entry[]> {
    return (await this.lines()).map((line) => JSON.parse(line) as Entry);
  }

  async ofKind<K extends EntryKind>(kind: K): Promise<EntryOf<K>[]> {
    const found: unknown[] = (await this.entries()).filter((entry) => entry.kind === kind);
    return found as EntryOf<K>[];
  }

  /** Waits until `count` entries of a kind are there. @throws Error after `timeout` ms, with what there is */
  async waitFor<K extends EntryKind>(kind: K, count: number, timeout = 30_000): Promise<EntryOf<K>[]> {
    const end = Date.now() + timeout;
    for (;;) {
      const found = await this.ofKind(kind);
      if (found.length >= count) return found;
      if (Date.now() > end)
        throw new Error(
          `${found.length} ${kind} entries instead of ${count}: ${JSON.stringify(found).slice(0, 2_000)}`,
        );
      await new Promise((done) => setTimeout(done, 200));
    }
  }

  /** Bytes of a stored file. */
  async blob(sha256: string): Promise<Buffer> {
    const base64 = await this.page.evaluate(async (key: string) => {
      const db = await new Promise<IDBDatabase>((done, failed) => {
        const request = indexedDB.open('carnet-de-demarches');
        request.onsuccess = () => done(request.result);
        request.onerror = () => failed(request.error);
      });
      try {
        const request = db.transaction('blobs').objectStore('blobs').get(key);
        const record = await new Promise<{ bytes: ArrayBuffer | Uint8Array } | undefined>((done, failed) => {
          request.onsuccess = () => done(request.result);
          request.onerror = () => failed(request.error);
        });
        if (!record) return null;
        const bytes = new Uint8Array(record.bytes);
        let binary = '';
        for (let at = 0; at < bytes.length; at += 8_192)
          binary += String.fromCharCode(...bytes.subarray(at, at + 8_192));
        return btoa(binary);
      } finally {
        db.close();
      }
    }, sha256);
    if (base64 === null) throw new Error(`no blob ${sha256}`);
    return Buffer.from(base64, 'base64');
  }
}
