/** The journal: one chain whatever happens, files once, each thing once, and reading it back. */
import { describe, expect, it, vi } from 'vitest';
import { checkChain } from '@/lib/domain/chain';
import { AppError } from '@/lib/domain/errors';
import { NO_LOCKS } from './memory-locks';
import { attemptData, blobOf, dossier, exchangeWith, journal, linesOf, note, START, setClock, stored } from './support';

const code = (wanted: string) => expect.objectContaining({ code: wanted });

describe('append', () => {
  it('opens a dossier with the first link of its chain', async () => {
    const one = await journal();
    const entry = await one.openDossier({ alias: 'Dossier A', track: 'T1', departments: ['93'] });
    expect(entry).toMatchObject({
      v: 1,
      seq: 1,
      prev: null,
      kind: 'dossier-opened',
      at: { zone: 'Europe/Paris', offsetMinutes: 60 },
    });
    expect(entry.data).toEqual({
      alias: 'Dossier A',
      track: 'T1',
      departments: ['93'],
      product: 'carnet-de-demarches 0.1.0',
    });
    await expect(checkChain(await linesOf(one, entry.dossier))).resolves.toMatchObject({
      count: 1,
      head: entry.hash,
      problems: [],
    });
  });

  it('gives the draft the number that it will have', async () => {
    const one = await journal();
    const id = await dossier(one);
    const { entry } = await one.append(id, async ({ seq }) => note(`je suis la ${seq}`));
    expect(entry).toMatchObject({ seq: 2, data: { text: 'je suis la 2' } });
  });

  it('makes one chain of 100 appends from two journals at once', async () => {
    const [one, two] = [await journal(), await journal()];
    const id = await dossier(one);
    const appends = Array.from({ length: 100 }, (_, index) =>
      (index % 2 ? one : two).append(id, note(`note ${index}`)),
    );
    const seqs = (await Promise.all(appends)).map(({ entry }) => entry.seq);
    expect(seqs.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, index) => index + 2));
    await expect(checkChain(await linesOf(one, id))).resolves.toMatchObject({
      count: 101,
      problems: [],
      clockBack: [],
    });
  });

  it('makes one chain even where locks hold nobody back: the head is checked again inside the transaction', async () => {
    const [one, two] = [await journal({ locks: NO_LOCKS }), await journal({ locks: NO_LOCKS })];
    const id = await dossier(one);
    await Promise.all([
      one.append(id, note('a')),
      two.append(id, note('b')),
      one.append(id, note('c')),
      two.append(id, note('d')),
    ]);
    await expect(checkChain(await linesOf(one, id))).resolves.toMatchObject({ count: 5, problems: [] });
  });

  it('writes a key once, in whatever dossier, and does not even make the second draft', async () => {
    const [one, two] = [await journal(), await journal()];
    const [a, b] = [await dossier(one, 'A'), await dossier(one, 'B')];
    const first = await one.append(a, { kind: 'attempt', data: attemptData }, { key: 'tab 1' });
    const draft = vi.fn();
    const again = await two.append(b, draft, { key: 'tab 1' });
    expect([first.existed, again.existed]).toEqual([false, true]);
    expect(again.entry).toEqual(first.entry);
    expect(draft).not.toHaveBeenCalled();
    await expect(one.count(b)).resolves.toBe(1);
  });

  it('writes a key once when both come at the same time, in two dossiers that have two locks', async () => {
    const [one, two] = [await journal(), await journal()];
    const [a, b] = [await dossier(one, 'A'), await dossier(one, 'B')];
    const results = await Promise.all([
      one.append(a, { kind: 'attempt', data: attemptData }, { key: 'same' }),
      two.append(b, { kind: 'attempt', data: attemptData }, { key: 'same' }),
    ]);
    expect(results.filter(({ existed }) => !existed)).toHaveLength(1);
    expect((await one.count(a)) + (await one.count(b))).toBe(3);
  });

  it('keeps an attempt whose title holds half an emoji', async () => {
    const one = await journal();
    const id = await dossier(one);
    const { entry } = await one.append(id, { kind: 'attempt', data: { ...attemptData, title: 'x\ud83d' } });
    expect(entry).toMatchObject({ data: { title: 'x\ufffd' } });
    await expect(checkChain(await linesOf(one, id))).resolves.toMatchObject({ count: 2, problems: [] });
  });

  it('refuses what it cannot keep, and writes nothing', async () => {
    const one = await journal();
    const id = await dossier(one);
    const letter = await exchangeWith('la lettre');
    const blob = await blobOf('autre chose');
    await expect(one.append('00000000-0000-4000-8000-000000000000', note('x'))).rejects.toEqual(
      code('dossier-unknown'),
    );
    await expect(
      one.append(id, { kind: 'attempt', data: { ...attemptData, title: 'x'.repeat(20_001) } }),
    ).rejects.toEqual(code('entry-invalid'));
    await expect(one.append(id, { kind: 'exchange', data: letter.data })).rejects.toEqual(code('blob-missing'));
    await expect(one.append(id, { ...letter, blobs: [blob] })).rejects.toEqual(code('entry-invalid'));
    const two = await exchangeWith('la lettre', 'la preuve');
    await expect(one.append(id, { ...two, blobs: (two.blobs ?? []).slice(0, 1) })).rejects.toEqual(
      code('blob-missing'),
    );
    const altered = { ...blob, sha256: letter.data.files[0]?.sha256 ?? '' };
    await expect(one.append(id, { ...letter, blobs: [altered] })).rejects.toEqual(code('blob-altered'));
    await expect(one.append(id, async () => Promise.reject(new AppError('capture-quota')))).rejects.toEqual(
      code('capture-quota'),
    );
    await expect(stored()).resolves.toEqual({ entries: 1, blobs: 0, intents: 0, held: 0, arrivals: 0, received: 0 });
  });

  it('records the hour as it is told, also when the clock goes back', async () => {
    const one = await journal();
    const id = await dossier(one);
    setClock(START - 3_600_000);
    await one.append(id, note('une heure plus tôt'));
    const report = await checkChain(await linesOf(one, id));
    expect(report).toMatchObject({ problems: [], clockBack: [{ line: 2, seconds: 3600 }] });
  });
});

describe('files', () => {
  it('are kept once and given back as they were', async () => {
    const one = await journal();
    const [a, b] = [await dossier(one, 'A'), await dossier(one, 'B')];
    const letter = await exchangeWith('la même lettre');
    await one.append(a, letter);
    await one.append(b, letter);
    await one.append(b, { kind: 'exchange', data: letter.data }); // already there: it need not come again
    await expect(stored()).resolves.toMatchObject({ entries: 5, blobs: 1 });
    const { bytes, type } = await one.blob(letter.data.files[0]?.sha256 ?? '');
    expect([new TextDecoder().decode(bytes), type]).toEqual(['la même lettre', 'application/pdf']);
  });

  it('that are not there are said to be missing', async () => {
    await expect((await journal()).blob('0'.repeat(64))).rejects.toEqual(code('blob-missing'));
  });
});

describe('reading', () => {
  it('gives 1,000 entries in order, in batches, from any number', async () => {
    const one = await journal();
    const id = await dossier(one);
    for (let index = 2; index <= 1000; index += 1) await one.append(id, note(`note ${index}`));
    const seqs: number[] = [];
    for await (const { seq, problem } of one.read(id)) {
      expect(problem).toBeNull();
      seqs.push(seq);
    }
    expect(seqs).toEqual(Array.from({ length: 1000 }, (_, index) => index + 1));
    const tail: number[] = [];
    for await (const { seq } of one.read(id, 998)) tail.push(seq);
    expect(tail).toEqual([998, 999, 1000]);
    expect((await one.last(id, 3)).map(({ seq }) => seq)).toEqual([1000, 999, 998]);
    await expect(one.count(id)).resolves.toBe(1000);
  }, 60_000);

  it('asks for the last of less than there is, of nothing, of an unknown dossier', async () => {
    const one = await journal();
    const id = await dossier(one);
    expect((await one.last(id, 50)).map(({ seq }) => seq)).toEqual([1]);
    await expect(one.last(id, 0)).resolves.toEqual([]);
    await expect(one.last('none', 5)).resolves.toEqual([]);
  });

  it('lists the dossiers in the order of their opening', async () => {
    const one = await journal();
    const ids = [];
    for (const alias of ['C', 'A', 'B']) ids.push(await dossier(one, alias));
    await one.append(ids[1] ?? '', note('x'));
    const found = await one.dossiers();
    expect(found.map(({ id, alias, entries, track, departments }) => [id, alias, entries, track, departments])).toEqual(
      [
        [ids[0], 'C', 1, 'T1', ['93']],
        [ids[1], 'A', 2, 'T1', ['93']],
        [ids[2], 'B', 1, 'T1', ['93']],
      ],
    );
    expect(Date.parse(found[1]?.lastAt.utc ?? '')).toBeGreaterThan(Date.parse(found[1]?.openedAt.utc ?? ''));
  });

  it('counts the room taken, with or without the browser’s estimate', async () => {
    const one = await journal();
    const id = await dossier(one);
    await one.append(id, await exchangeWith('12345', '1234567'));
    await expect(one.usage()).resolves.toEqual({ bytes: 12, quota: null, entries: 2, files: 2 });
    const two = await journal({ estimate: async () => ({ usage: 4096, quota: 1e9 }) });
    await expect(two.usage()).resolves.toEqual({ bytes: 4096, quota: 1e9, entries: 2, files: 2 });
  });
});

describe('live updates', () => {
  it('reach the listeners here and in the other contexts, once each, after the commit', async () => {
    const [one, two] = [await journal(), await journal()];
    const id = await dossier(one);
    const [here, there] = [vi.fn(), vi.fn()];
    const stop = one.subscribe(here);
    two.subscribe(there);
    await one.append(id, note('x'));
    await vi.waitFor(() => expect(there).toHaveBeenCalledWith({ dossier: id, seq: 2 }));
    expect(here.mock.calls).toEqual([[{ dossier: id, seq: 2 }]]);
    stop();
    await one.append(id, note('y'));
    await vi.waitFor(() => expect(there).toHaveBeenCalledTimes(2));
    expect(here).toHaveBeenCalledTimes(1);
  });

  it('say nothing of what existed already', async () => {
    const one = await journal();
    const id = await dossier(one);
    await one.append(id, note('x'), { key: 'k' });
    const heard = vi.fn();
    one.subscribe(heard);
    await one.append(id, note('x'), { key: 'k' });
    await one.append(id, note('y'));
    await vi.waitFor(() => expect(heard).toHaveBeenCalled());
    expect(heard.mock.calls).toEqual([[{ dossier: id, seq: 3 }]]);
  });
});
