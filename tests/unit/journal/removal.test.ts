/** Removing files and dossiers: tombstones, shared files, chains that still hold. */
import { describe, expect, it, vi } from 'vitest';
import { checkChain } from '@/lib/domain/chain';
import { blobOf, dossier, exchangeWith, intent, journal, linesOf, stored } from './support';

const code = (wanted: string) => expect.objectContaining({ code: wanted });

describe('removeFiles', () => {
  it('removes the bytes, leaves the line and a tombstone, and the chain holds', async () => {
    const one = await journal();
    const id = await dossier(one);
    const { entry } = await one.append(id, await exchangeWith('lettre', 'preuve'));
    const before = await linesOf(one, id);
    const tombstone = await one.removeFiles(id, entry.seq, 'document d’une autre personne');
    const hashes = [(await blobOf('lettre')).sha256, (await blobOf('preuve')).sha256];
    expect(tombstone).toMatchObject({
      seq: 3,
      data: { target: 2, hash: entry.hash, blobs: hashes, reason: 'document d’une autre personne' },
    });
    expect((await linesOf(one, id)).slice(0, 2)).toEqual(before);
    for (const sha256 of hashes) await expect(one.blob(sha256)).rejects.toEqual(code('blob-missing'));
    await expect(checkChain(await linesOf(one, id))).resolves.toMatchObject({ count: 3, problems: [] });
  });

  it('keeps a file that another entry still holds, until that one goes too', async () => {
    const one = await journal();
    const [a, b] = [await dossier(one, 'A'), await dossier(one, 'B')];
    const mine = await one.append(a, await exchangeWith('partagée', 'à moi'));
    const theirs = await one.append(b, await exchangeWith('partagée'));
    const { sha256 } = await blobOf('partagée');
    await one.removeFiles(a, mine.entry.seq, 'x');
    await expect(one.blob(sha256)).resolves.toMatchObject({ type: 'application/pdf' });
    await expect(one.blob((await blobOf('à moi')).sha256)).rejects.toEqual(code('blob-missing'));
    await one.removeFiles(b, theirs.entry.seq, 'x');
    await expect(stored()).resolves.toMatchObject({ blobs: 0 });
  });

  it('refuses an entry that is not there, has no file, or has lost them already', async () => {
    const one = await journal();
    const id = await dossier(one);
    const { entry } = await one.append(id, await exchangeWith('lettre'));
    await expect(one.removeFiles(id, 9, 'x')).rejects.toEqual(code('entry-invalid'));
    await expect(one.removeFiles(id, 1, 'x')).rejects.toEqual(code('blob-missing'));
    await one.removeFiles(id, entry.seq, 'x');
    await expect(one.removeFiles(id, entry.seq, 'x')).rejects.toEqual(code('blob-missing'));
    await expect(one.count(id)).resolves.toBe(3);
  });
});

describe('eraseDossier', () => {
  it('leaves nothing of it, and everything of the others', async () => {
    const one = await journal();
    const [a, b] = [await dossier(one, 'A'), await dossier(one, 'B')];
    await one.append(a, await exchangeWith('partagée', 'à A seul'), { key: 'k' });
    await one.append(b, await exchangeWith('partagée'));
    await one.beginIntent(intent('1', a));
    await one.beginIntent(intent('2', b));
    const heard = vi.fn();
    one.subscribe(heard);
    await one.eraseDossier(a);
    await expect(stored()).resolves.toEqual({ entries: 2, blobs: 1, intents: 1, held: 0, arrivals: 0, received: 0 });
    await expect(one.blob((await blobOf('partagée')).sha256)).resolves.toBeDefined();
    expect((await one.dossiers()).map(({ alias }) => alias)).toEqual(['B']);
    expect(heard.mock.calls).toEqual([[{ dossier: a, seq: null }]]);
    await expect(one.append(a, await exchangeWith('encore'))).rejects.toEqual(code('dossier-unknown'));
    await expect(one.recover()).resolves.toBe(1);
  });

  it('does nothing for a dossier that is not there', async () => {
    const one = await journal();
    await dossier(one);
    await one.eraseDossier('00000000-0000-4000-8000-000000000000');
    await expect(stored()).resolves.toMatchObject({ entries: 1 });
  });
});
