/** What must leave nothing half-written: a full disk, a transaction that dies, a database taken away. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { checkChain } from '@/lib/domain/chain';
import { dossier, exchangeWith, intent, journal, linesOf, note, stored } from './support';

const code = (wanted: string) => expect.objectContaining({ code: wanted });
const quota = (): DOMException => new DOMException('no room', 'QuotaExceededError');

afterEach(() => vi.restoreAllMocks());

/** Lets everything through, then makes the transaction fail as a browser does at commit time: an abort with this error. */
function failAtEntry(error: DOMException | null): void {
  const add = IDBObjectStore.prototype.add;
  vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (this: IDBObjectStore, ...args) {
    const request = add.apply(this, args);
    if (this.name === 'entries') {
      if (error) Object.defineProperty(this.transaction, 'error', { get: () => error });
      this.transaction.abort();
    }
    return request;
  });
}

describe('a full disk', () => {
  it('met while the file is being stored leaves nothing', async () => {
    const one = await journal();
    const id = await dossier(one);
    const add = IDBObjectStore.prototype.add;
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (this: IDBObjectStore, ...args) {
      if (this.name === 'blobs') throw quota();
      return add.apply(this, args);
    });
    await expect(one.append(id, await exchangeWith('lettre'))).rejects.toEqual(code('storage-full'));
    await expect(stored()).resolves.toMatchObject({ entries: 1, blobs: 0 });
  });

  it('met at commit, after the file and the entry, leaves nothing, and the next append follows on', async () => {
    const one = await journal();
    const id = await dossier(one);
    failAtEntry(quota());
    await expect(one.append(id, await exchangeWith('lettre'), { key: 'k' })).rejects.toEqual(code('storage-full'));
    vi.restoreAllMocks();
    await expect(stored()).resolves.toMatchObject({ entries: 1, blobs: 0 });
    await expect(one.append(id, note('après'), { key: 'k' })).resolves.toMatchObject({
      existed: false,
      entry: { seq: 2 },
    });
    await expect(checkChain(await linesOf(one, id))).resolves.toMatchObject({ count: 2, problems: [] });
  });
});

describe('a transaction that dies', () => {
  it('leaves no file, no entry, and the intent that it should have settled', async () => {
    const one = await journal();
    const id = await dossier(one);
    await one.beginIntent(intent('1', id));
    failAtEntry(null);
    const heard = vi.fn();
    one.subscribe(heard);
    const append = one.append(id, await exchangeWith('lettre', 'preuve de dépôt'), { key: 'intent:1', settles: '1' });
    await expect(append).rejects.toEqual(code('storage-unavailable'));
    vi.restoreAllMocks();
    await expect(stored()).resolves.toEqual({ entries: 1, blobs: 0, intents: 1, held: 0, arrivals: 0, received: 0 });
    expect(heard).not.toHaveBeenCalled();
  });
});

describe('the connection', () => {
  it('gives way when the database is deleted or upgraded by another context, and opens again', async () => {
    const one = await journal();
    await dossier(one);
    await new Promise<void>((done, failed) => {
      const request = indexedDB.deleteDatabase('carnet-de-demarches');
      request.onsuccess = () => done();
      request.onerror = () => failed(request.error);
    });
    await expect(one.dossiers()).resolves.toEqual([]);
    await expect(dossier(one)).resolves.toMatch(/^[0-9a-f-]{36}$/);
  });

  it('says that storage cannot be had when a newer version holds the database', async () => {
    const one = await journal();
    const newer = await new Promise<IDBDatabase>((done, failed) => {
      const request = indexedDB.open('carnet-de-demarches', 99);
      request.onsuccess = () => done(request.result);
      request.onerror = () => failed(request.error);
    });
    await expect(one.dossiers()).rejects.toEqual(code('storage-unavailable'));
    newer.close();
  });

  it('says so too after it was closed', async () => {
    const one = await journal();
    one.close();
    await expect(one.dossiers()).rejects.toEqual(code('storage-unavailable'));
  });
});
