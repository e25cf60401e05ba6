/** Any history of two computers that write, remove, export and receive: no line is lost or changed, every chain verifies, a fork is a fork. */

import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkChain } from '@/lib/domain/chain';
import { chainOf } from '@/lib/domain/handed-over';
import type { Journal } from '@/lib/journal/types';
import { handOut, opened, takeIn } from './hand-over';
import { dossier, exchangeWith, journal, linesOf, note, START, setClock } from './support';

type Act =
  | { readonly is: 'note' | 'file' | 'export'; readonly on: 0 | 1; readonly copy: number }
  | { readonly is: 'remove'; readonly on: 0 | 1; readonly copy: number }
  | { readonly is: 'receive'; readonly on: 0 | 1; readonly zip: number; readonly beside: boolean };

const on = fc.constantFrom(0, 1) as fc.Arbitrary<0 | 1>;
const copy = fc.nat(3);
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ is: fc.constantFrom('note' as const, 'file' as const), on, copy }) },
  { weight: 1, arbitrary: fc.record({ is: fc.constant('remove' as const), on, copy }) },
  { weight: 3, arbitrary: fc.record({ is: fc.constant('export' as const), on, copy }) },
  {
    weight: 4,
    arbitrary: fc.record({
      is: fc.constant('receive' as const),
      on,
      zip: fc.nat(20),
      beside: fc.integer({ min: 0, max: 9 }).map((die) => die === 0),
    }),
  },
);

const startsWith = (long: readonly string[], short: readonly string[]): boolean =>
  short.every((line, index) => long[index] === line);
const comparable = (a: readonly string[], b: readonly string[]): boolean => startsWith(a, b) || startsWith(b, a);

/** Every chain of a computer, by its name there. */
async function chains(book: Journal): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for (const { id } of await book.dossiers()) found.set(id, await linesOf(book, id));
  return found;
}

class Run {
  readonly zips: Blob[] = [];
  readonly seen: Map<string, string[]>[] = [new Map(), new Map()];
  private time = START + 60_000;
  private turn = 0;

  readonly books: readonly [Journal, Journal];

  constructor(books: readonly [Journal, Journal]) {
    this.books = books;
  }

  private async nameOf(book: Journal, index: number): Promise<string | null> {
    const names = (await book.dossiers()).map(({ id }) => id).sort();
    return names[index % Math.max(1, names.length)] ?? null;
  }

  private async receive(book: Journal, zip: Blob, beside: boolean): Promise<void> {
    const before = await chains(book);
    const { content } = await opened(zip);
    const received = await takeIn(book, zip, { beside });
    const after = await chains(book);
    // Whatever was done, every line of the ZIP is here now, in one chain.
    expect([...after.values()].some((lines) => startsWith(lines, content.lines))).toBe(true);
    const parted = [...before.values()].every((lines) => !comparable(lines, content.lines));
    // The line of the export may be what makes two chains part: told from the chain that came.
    const came = received ? (after.get(received.dossier) ?? []) : [];
    const apart = parted || [...before.values()].every((lines) => !comparable(lines, came));
    if (received?.mode === 'fork') expect(apart).toBe(true);
    if (received === null) expect([...before.values()].some((lines) => startsWith(lines, content.lines))).toBe(true);
    expect(after.size - before.size).toBe(received && received.mode !== 'continued' ? 1 : 0);
    if (parted && before.size > 0) expect(received?.mode).toBe('fork');
  }

  async do(one: Act): Promise<void> {
    this.turn += 1;
    this.time += 120_000;
    setClock(this.time);
    const book = this.books[one.on];
    if (one.is === 'receive') {
      const zip = this.zips[one.zip % Math.max(1, this.zips.length)];
      if (zip) await this.receive(book, zip, one.beside);
      return;
    }
    const name = await this.nameOf(book, one.copy);
    if (!name) return;
    if (one.is === 'note') await book.append(name, note(`${this.turn}`));
    else if (one.is === 'file') await book.append(name, await exchangeWith(`fichier ${this.turn}`));
    else if (one.is === 'export') this.zips.push(await handOut(book, name, this.time + 30_000));
    else await this.removeSome(book, name);
  }

  private async removeSome(book: Journal, name: string): Promise<void> {
    for await (const { entry } of book.read(name)) {
      if (entry?.kind !== 'exchange') continue;
      const file = entry.data.files[0]?.sha256 ?? '';
      const there = await book.blob(file).then(
        () => true,
        () => false,
      );
      if (!there) continue;
      // A file that this copy never had cannot be removed from it, though another copy holds it.
      await book.removeFiles(name, entry.seq, 'retiré').catch((cause) => expect(cause.code).toBe('blob-missing'));
      return;
    }
  }

  /** What must hold after each act. */
  async check(): Promise<void> {
    for (const [index, book] of this.books.entries()) {
      const now = await chains(book);
      for (const [name, lines] of this.seen[index] ?? []) expect(startsWith(now.get(name) ?? [], lines)).toBe(true);
      for (const [name, lines] of now) {
        const report = await checkChain(lines, { dossier: chainOf(name) });
        expect(report).toMatchObject({ problems: [], count: lines.length });
      }
      for (const { id, copies = [] } of await book.dossiers()) {
        expect(copies).toHaveLength(now.size - 1);
        for (const other of copies) {
          expect(other.diverged).toBe(!comparable(now.get(id) ?? [], now.get(other.id) ?? []));
        }
      }
      this.seen[index] = now;
    }
  }
}

it('holds for any history of two computers', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 14 }), async (acts) => {
      globalThis.indexedDB = new IDBFactory();
      setClock(START);
      const run = new Run([await journal({ name: 'one' }), await journal({ name: 'two' })]);
      const id = await dossier(run.books[0]);
      await run.books[0].append(id, await exchangeWith('au début'));
      run.zips.push(await handOut(run.books[0], id, START + 30_000));
      for (const one of acts) {
        await run.do(one);
        await run.check();
      }
    }),
    { numRuns: 40 },
  );
});
