/** A dossier that changes computers: taken in whole or not at all, continued, forked, never merged. */
import { describe, expect, it, vi } from 'vitest';
import { checkChain } from '@/lib/domain/chain';
import { BAG } from '@/lib/domain/export-plan';
import { openArrival } from '@/lib/export/arrival';
import { exportDossier } from '@/lib/export/bag';
import { verifyText } from '@/lib/export/verify-text';
import { bytesSource } from '@/lib/export/zip-reader';
import type { Journal } from '@/lib/journal/types';
import { translator } from '@/lib/locales';
import { rawZip } from '../export/raw-zip';
import { type Files, filesOf, remanifest, text, utf8 } from '../export/rebag';
import { DOSSIER, sampleJournal } from '../export/sample';
import { handOut, opened, takeIn } from './hand-over';
import { MemoryLocks } from './memory-locks';
import { dossier, exchangeWith, journal, linesOf, note, START, setClock, stored } from './support';

const entriesOf = (files: Files): { name: string; bytes: Uint8Array<ArrayBuffer> }[] =>
  [...files].map(([name, bytes]) => ({ name, bytes }));
const added =
  (name: string, more: { mode?: number } = {}) =>
  async (files: Files) =>
    rawZip([...entriesOf(files), { name, bytes: utf8.encode('x'), ...more }]);

/** A journal written again, with every list of the bag. */
const rewritten = (change: (journal: string) => string) => async (files: Files) => {
  const copy: Files = new Map(files);
  copy.set(BAG.journal, utf8.encode(change(text(files.get(BAG.journal)))));
  return rawZip(entriesOf(await remanifest(copy)));
};

const HOSTILE: [string, (files: Files) => Promise<Uint8Array>, 'altered' | 'not-ours'][] = [
  ['a path that climbs', added('../../ailleurs.png'), 'altered'],
  ['an absolute path', added('/etc/passwd'), 'altered'],
  ['a name twice', added('data/journal.jsonl'), 'altered'],
  ['a symbolic link', added('data/lien', { mode: 0o120777 }), 'altered'],
  ['cut short', async (files) => rawZip(entriesOf(files)).slice(0, -200), 'altered'],
  ['a wrong count', async (files) => rawZip(entriesOf(files), { count: files.size + 3 }), 'altered'],
  [
    '200,000 files',
    async () => rawZip(Array.from({ length: 200_000 }, (_, at) => ({ name: `data/${at}`, bytes: new Uint8Array(0) }))),
    'not-ours',
  ],
  [
    'a bomb',
    async () => rawZip([{ name: 'data/journal.jsonl', bytes: new Uint8Array(100 * 2 ** 20), deflate: true }]),
    'not-ours',
  ],
  ['a foreign schema', rewritten(() => '{"a":1}\n'), 'altered'],
  ['a line of 100 MB', rewritten(() => `"${'x'.repeat(100_000_000)}"\n`), 'altered'],
  [
    'a line less',
    rewritten((journal) => journal.slice(0, journal.lastIndexOf('\n', journal.length - 2) + 1)),
    'altered',
  ],
  ['another word', rewritten((journal) => journal.replace('Camélia', 'Azalée')), 'altered'],
];

const code = (wanted: string) => expect.objectContaining({ code: wanted });
const kinds = (lines: readonly string[]): string[] => lines.map((line) => (JSON.parse(line) as { kind: string }).kind);

async function computers(): Promise<{ one: Journal; two: Journal; id: string }> {
  const one = await journal({ name: 'one' });
  const two = await journal({ name: 'two' });
  const id = await dossier(one);
  await one.append(id, await exchangeWith('lettre', 'preuve'));
  await one.append(id, note('première'));
  return { one, two, id };
}

/** Everything that a database holds, byte for byte. */
async function dump(name: string): Promise<string> {
  const db = await new Promise<IDBDatabase>((done, failed) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
  const all: unknown[] = [];
  for (const store of db.objectStoreNames) {
    all.push(
      await new Promise((done) => {
        const request = db.transaction(store).objectStore(store).getAll();
        request.onsuccess = () => done(request.result);
      }),
    );
  }
  db.close();
  return JSON.stringify(all, (_key, value) => (value instanceof Uint8Array ? [...value] : value));
}

describe('a dossier that is not known here', () => {
  it('comes with its lines byte for byte, its files, and the line of its export', async () => {
    const { one, two, id } = await computers();
    const zip = await handOut(one, id, START + 60_000);
    expect(await takeIn(two, zip)).toEqual({ dossier: id, mode: 'new', added: 4 });
    expect(await linesOf(two, id)).toEqual(await linesOf(one, id));
    expect(kinds(await linesOf(two, id)).at(-1)).toBe('exported');
    expect(await stored('two')).toMatchObject({ entries: 4, blobs: 2, arrivals: 0, received: 1 });
    const [summary] = await two.dossiers();
    expect(summary).toMatchObject({ id, alias: 'Dossier A', receivedAt: { zone: 'Europe/Paris' } });
    expect(summary).not.toHaveProperty('copies');
  });

  it('goes on here, saying first where it comes from', async () => {
    const { one, two, id } = await computers();
    await takeIn(two, await handOut(one, id, START + 60_000));
    const { entry } = await two.append(id, async ({ seq }) => note(`la ligne ${seq}`));
    expect(entry).toMatchObject({ seq: 6, data: { text: 'la ligne 6' } });
    const lines = await linesOf(two, id);
    expect(kinds(lines).slice(3)).toEqual(['exported', 'journal-imported', 'note']);
    expect(JSON.parse(lines[4] ?? '')).toMatchObject({
      data: { mode: 'new', entries: 3, head: JSON.parse(lines[2] ?? '').hash, exportedAt: '2026-11-21T09:01:00.000Z' },
    });
    expect(await checkChain(lines, { dossier: id })).toMatchObject({ count: 6, problems: [], newer: [] });
    expect((await two.dossiers())[0]).not.toHaveProperty('receivedAt');
    await two.append(id, note('encore'));
    expect(kinds(await linesOf(two, id)).filter((kind) => kind === 'journal-imported')).toHaveLength(1);
  });
});

describe('a dossier that is known here', () => {
  it('has nothing to add when every line is here, whoever made the ZIP', async () => {
    const { one, two, id } = await computers();
    const zip = await handOut(one, id, START + 60_000);
    const before = await dump('one');
    const { content } = await opened(zip);
    expect((await one.compareArrival(content)).relation).toEqual({ is: 'same', dossier: id, more: 1 });
    expect(await takeIn(one, zip)).toBeNull();
    await takeIn(two, zip);
    expect((await two.compareArrival(content)).relation).toEqual({ is: 'same', dossier: id, more: 1 });
    expect(await dump('one')).toBe(before);
  });

  it('catches up, again and again, and goes back and forth', async () => {
    const { one, two, id } = await computers();
    await takeIn(two, await handOut(one, id, START + 60_000));
    for (let turn = 1; turn <= 3; turn += 1) {
      setClock(START + turn * 600_000);
      await two.append(id, await exchangeWith(`du deux, ${turn}`));
      expect(await takeIn(one, await handOut(two, id, START + turn * 600_000 + 60_000))).toMatchObject({
        dossier: id,
        mode: 'continued',
      });
      expect(await linesOf(one, id)).toEqual(await linesOf(two, id));
    }
    setClock(START + 9_000_000);
    await one.append(id, note('du un'));
    expect(await takeIn(two, await handOut(one, id, START + 9_060_000))).toMatchObject({ mode: 'continued' });
    const lines = await linesOf(two, id);
    expect(lines).toEqual(await linesOf(one, id));
    expect(kinds(lines).filter((kind) => kind === 'journal-imported')).toHaveLength(2);
    expect(await checkChain(lines)).toMatchObject({ problems: [] });
    expect(await two.dossiers()).toHaveLength(1);
  });

  it('follows the removals of the other computer, and says so before', async () => {
    const { one, two, id } = await computers();
    await takeIn(two, await handOut(one, id, START + 60_000));
    setClock(START + 600_000);
    await two.removeFiles(id, 2, 'pas à moi');
    const zip = await handOut(two, id, START + 660_000);
    const { content } = await opened(zip);
    expect(await one.compareArrival(content)).toMatchObject({ relation: { is: 'ahead', after: 4 }, removes: [2] });
    await takeIn(one, zip);
    expect(await stored('one')).toMatchObject({ blobs: 0 });
  });

  it('does not take back in silence what was removed here', async () => {
    const { one, two, id } = await computers();
    const zip = await handOut(one, id, START + 60_000);
    await takeIn(two, zip);
    await two.append(id, note('du deux'));
    const theirs = await handOut(two, id, START + 120_000);
    setClock(START + 600_000);
    await one.removeFiles(id, 2, 'pas à moi');
    const { content } = await opened(theirs);
    expect(await one.compareArrival(content)).toMatchObject({ relation: { is: 'forked' }, leftOut: [2] });
    const quiet = await takeIn(one, theirs);
    expect(quiet).toMatchObject({ mode: 'fork', dossier: `${id}#2` });
    expect(await stored('one')).toMatchObject({ blobs: 0 });
    await one.eraseDossier(`${id}#2`);
    await takeIn(one, theirs, { bringBack: true });
    expect(await stored('one')).toMatchObject({ blobs: 2 });
  });
});

describe('two copies that diverged', () => {
  async function forked() {
    const { one, two, id } = await computers();
    const first = await handOut(one, id, START + 60_000);
    await takeIn(two, first);
    setClock(START + 600_000);
    await one.append(id, note('du un'));
    await two.append(id, await exchangeWith('du deux'));
    const theirs = await handOut(two, id, START + 660_000);
    const received = await takeIn(one, theirs);
    return { one, two, id, theirs, received };
  }

  it('are both kept, whole, and shown as what they are', async () => {
    const { one, two, id, received } = await forked();
    expect(received).toMatchObject({ mode: 'fork', dossier: `${id}#2` });
    expect(await linesOf(one, `${id}#2`)).toEqual(await linesOf(two, id));
    expect(kinds(await linesOf(one, id)).at(-1)).toBe('note');
    const dossiers = await one.dossiers();
    expect(dossiers.map(({ alias }) => alias).sort()).toEqual(['Dossier A', 'Dossier A (2)']);
    for (const each of dossiers) expect(each.copies).toMatchObject([{ after: 4, diverged: true }]);
    expect(dossiers.find((each) => each.id === id)).not.toHaveProperty('receivedAt');
  });

  it('say so in their own chains as soon as they go on or leave', async () => {
    const { one, id } = await forked();
    for (const each of [id, `${id}#2`]) {
      const { content } = await opened(await handOut(one, each, START + 700_000));
      const said = content.lines.map((line) => JSON.parse(line)).filter(({ kind }) => kind === 'journal-imported');
      expect(said.at(-1)).toMatchObject({
        dossier: id,
        data: { mode: 'fork', other: { after: 4, received: each !== id } },
      });
      expect(await checkChain(content.lines)).toMatchObject({ problems: [], dossier: id });
    }
  });

  it('catch up each with its own', async () => {
    const { one, two, id } = await forked();
    setClock(START + 900_000);
    await two.append(id, note('encore du deux'));
    expect(await takeIn(one, await handOut(two, id, START + 960_000))).toMatchObject({
      mode: 'continued',
      dossier: `${id}#2`,
    });
    expect(await linesOf(one, `${id}#2`)).toEqual(await linesOf(two, id));
    expect(await one.dossiers()).toHaveLength(2);
  });

  it('share their files, and erasing one leaves the other whole', async () => {
    const { one, id } = await forked();
    expect(await stored('one')).toMatchObject({ blobs: 3 });
    await one.eraseDossier(id);
    expect(await stored('one')).toMatchObject({ blobs: 3 });
    await one.eraseDossier(`${id}#2`);
    expect(await stored('one')).toMatchObject({ blobs: 0, entries: 0, received: 0 });
  });
});

it('keeps a copy apart when the person asks for it', async () => {
  const { one, id } = await computers();
  const zip = await handOut(one, id, START + 60_000);
  expect(await takeIn(one, zip, { beside: true })).toMatchObject({ mode: 'beside', dossier: `${id}#2` });
  expect((await one.dossiers()).map(({ copies }) => copies?.[0]?.diverged)).toEqual([false, false]);
});

describe('an arrival that does not end', () => {
  it('leaves nothing when it is stopped', async () => {
    const { one, two, id } = await computers();
    const { content } = await opened(await handOut(one, id, START + 60_000));
    const { relation } = await two.compareArrival(content);
    const before = await dump('two');
    const abort = new AbortController();
    const open = async (sha256: string) => {
      abort.abort();
      return content.open(sha256);
    };
    await expect(two.receive({ ...content, open }, { relation, signal: abort.signal })).rejects.toEqual(
      code('arrival-cancelled'),
    );
    expect(await dump('two')).toBe(before);
  });

  it.each(['lines', 'files'])('leaves nothing when its %s are not those that were hashed', async (what) => {
    const { one, two, id } = await computers();
    const { content } = await opened(await handOut(one, id, START + 60_000));
    const { relation } = await two.compareArrival(content);
    const before = await dump('two');
    const wrong =
      what === 'files'
        ? { ...content, open: async (sha256: string) => (await content.open(sha256)).map((byte) => byte ^ 1) }
        : { ...content, lines: content.lines.map((line) => line.replace('première', 'autre')) };
    await expect(two.receive(wrong, { relation })).rejects.toEqual(
      code(what === 'files' ? 'blob-altered' : 'chain-broken'),
    );
    expect(await dump('two')).toBe(before);
  });

  it('leaves nothing when the disk is full, before the lines or with them', async () => {
    const { one, two, id } = await computers();
    const { content } = await opened(await handOut(one, id, START + 60_000));
    const { relation } = await two.compareArrival(content);
    const before = await dump('two');
    for (const [store, method] of [
      ['blobs', 'put'],
      ['entries', 'add'],
    ] as const) {
      const full = vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function (
        this: IDBObjectStore,
        value,
      ) {
        if (this.name === store) throw new DOMException('full', 'QuotaExceededError');
        full.mockRestore();
        const request = this[method](value);
        spy();
        return request;
      });
      const real = full.getMockImplementation();
      const spy = (): void => {
        if (real) vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(real);
      };
      await expect(two.receive(content, { relation })).rejects.toEqual(code('storage-full'));
      vi.restoreAllMocks();
      expect(await dump('two')).toBe(before);
    }
  });

  it('is undone at the next start when its tab was killed', async () => {
    const { one, two, id } = await computers();
    const { content } = await opened(await handOut(one, id, START + 60_000));
    const { relation } = await two.compareArrival(content);
    const before = await dump('two');
    // The second file never comes: the tab dies there, its marker and its first file are on the disk.
    let asked = 0;
    let reached: () => void = () => undefined;
    const there = new Promise<void>((done) => {
      reached = done;
    });
    const open = (sha256: string) => {
      asked += 1;
      if (asked === 1) return content.open(sha256);
      reached();
      return new Promise<never>(() => undefined);
    };
    void two.receive({ ...content, open }, { relation });
    await there;
    expect(await two.dossiers()).toEqual([]);
    expect(await two.recover()).toBe(0);
    expect(await stored('two')).toMatchObject({ arrivals: 1 });
    // Another start: nobody holds the locks of the tab that died.
    await (await journal({ name: 'two', locks: new MemoryLocks() })).recover();
    expect(await dump('two')).toBe(before);
    expect(await takeIn(two, await handOut(one, id, START + 120_000))).toMatchObject({ mode: 'new' });
  });

  it('writes nothing when the dossier here is no longer the one that was shown', async () => {
    const { one, two, id } = await computers();
    await takeIn(two, await handOut(one, id, START + 60_000));
    await one.append(id, note('suite'));
    const { content } = await opened(await handOut(one, id, START + 120_000));
    const { relation } = await two.compareArrival(content);
    expect(relation.is).toBe('ahead');
    await two.append(id, note('entre-temps'));
    const before = await dump('two');
    await expect(two.receive(content, { relation })).rejects.toEqual(code('arrival-moved'));
    expect(await dump('two')).toBe(before);
  });
});

describe('a ZIP of another making', () => {
  it('packed again by another tool, in a folder, still tells the line of its export', async () => {
    const { one, two, id } = await computers();
    const files = await filesOf(await handOut(one, id, START + 60_000));
    const again = rawZip([
      ...[...files].map(([name, bytes]) => ({ name: `dossier reçu/${name}`, bytes, deflate: true })),
      { name: 'dossier reçu/.DS_Store', bytes: new Uint8Array(6) },
    ]);
    await takeIn(two, new Blob([again]));
    expect(await linesOf(two, id)).toEqual(await linesOf(one, id));
  });

  it('of an older version, which does not tell that line, comes without it', async () => {
    const { one, two, id } = await computers();
    const { content } = await opened(await handOut(one, id, START + 60_000));
    await two.receive({ ...content, exported: null }, { relation: { is: 'unknown' } });
    expect(await linesOf(two, id)).toEqual((await linesOf(one, id)).slice(0, 3));
  });

  it('with lines of a later version keeps them byte for byte', async () => {
    const two = await journal({ name: 'two' });
    const later = await sampleJournal();
    await later.addRaw('kind-of-2031', { text: 'plus tard', file: { sha256: 'ab'.repeat(32), bytes: 3, type: 'x/y' } });
    later.blobs.set('ab'.repeat(32), new Uint8Array([1, 2, 3]));
    const { blob } = await exportDossier(later.options());
    expect((await opened(blob)).facts).toMatchObject({ newer: 1, entries: 11, alias: 'Camélia' });
    await takeIn(two, blob);
    expect(await linesOf(two, DOSSIER)).toEqual(later.lines.map(({ line }) => line));
    const [last] = await two.last(DOSSIER, 1);
    expect(last).toMatchObject({ entry: null, problem: 'entry-unknown-version' });
  });

  it.each(HOSTILE)(
    'that is hostile (%s) says why and gives nothing to write',
    { timeout: 60_000 },
    async (_what, make, verdict) => {
      const files = await filesOf((await exportDossier((await sampleJournal()).options())).blob);
      const { verification, holds } = await openArrival(bytesSource(await make(files)));
      expect(holds).toBeNull();
      expect(verification.verdict).toBe(verdict);
      const [problem] = verification.lines.filter(({ level }) => level === 'problem');
      if (!problem) throw new Error('no reason was given');
      expect(verifyText(problem, translator('fr'))).not.toMatch(/[{}]|undefined|null/);
    },
  );
});
