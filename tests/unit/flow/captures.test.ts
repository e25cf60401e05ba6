/** The capture path under a worker that dies at each of its awaits: one line for each intent, never zero, never two. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ErrorCode } from '@/lib/domain/errors';
import { openJournal } from '@/lib/journal/store';
import type { Journal } from '@/lib/journal/types';
import { MortalLocks } from '../support/mortal-locks';
import { browser, fake, resetFake } from './fake-browser';

const bytes = new Uint8Array([137, 80, 78, 71, 1, 2, 3]) as Uint8Array<ArrayBuffer>;
const picture = {
  bytes,
  width: 10,
  height: 10,
  method: 'screen',
  views: 1,
  devicePixelRatio: 1,
  uniform: false,
} as const;
const INTENT = '00000000-0000-4000-8000-000000000001';

/** One life of the worker: its own locks, its own journal connection, its own modules; and a number of steps after which it is dead. */
async function life(locks: MortalLocks, steps = Number.POSITIVE_INFINITY, refusal: ErrorCode | null = null) {
  vi.resetModules();
  const own = locks.context();
  let left = steps;
  const never = new Promise<never>(() => undefined);
  /** A step of the worker: the one that has no step left never comes back, and its locks go. */
  const step = async <T>(work: () => Promise<T>): Promise<T> => {
    if (left <= 0) return never;
    const result = await work();
    left -= 1;
    if (left > 0) return result;
    own.die();
    return never;
  };
  const journal = await openJournal({
    now: () => Date.now(),
    locks: own as unknown as LockManager,
    product: '0.0.0-test',
  });
  const mortal = new Proxy(journal, {
    get: (target, name: keyof Journal) => {
      const value = target[name] as ((...args: unknown[]) => unknown) | undefined;
      // `then`, asked by every await of the journal itself.
      if (value === undefined) return undefined;
      // Inside `whileAlive` and generators the inner steps die by themselves.
      if (name === 'whileAlive' || name === 'read' || name === 'subscribe' || name === 'close')
        return value.bind(target);
      return (...args: unknown[]) => step(async () => value.apply(target, args));
    },
  });
  vi.stubGlobal('navigator', { locks: { request: own.request }, userAgent: 'Chrome/156.0' });
  vi.doMock('@/lib/platform/browser', () => ({ browser }));
  vi.doMock('@/lib/flow/open-journal', () => ({ appJournal: () => step(async () => mortal) }));
  // The error class of this life: modules are loaded again for each one.
  const { AppError } = await import('@/lib/domain/errors');
  const pixels = async (): Promise<typeof picture> => {
    if (refusal) throw new AppError(refusal);
    return picture;
  };
  vi.doMock('@/lib/capture/visible', () => ({ captureVisible: () => step(pixels) }));
  vi.doMock('@/lib/capture/stamp', () => ({
    drawStamp: () => step(async () => ({ bytes: new Uint8Array([1, 2, 3]), width: 10, height: 14 })),
  }));
  const { captureTab } = await import('@/lib/flow/captures');
  return { journal, captureTab, steps: () => steps - left };
}

async function lines(journal: Journal): Promise<string[]> {
  const kinds: string[] = [];
  for (const dossier of await journal.dossiers()) {
    for await (const stored of journal.read(dossier.id)) kinds.push(stored.entry?.kind ?? 'unreadable');
  }
  return kinds.filter((kind) => kind.startsWith('capture'));
}

/** A dossier that is active, as after the welcome page. */
async function openOne(journal: Journal): Promise<void> {
  const { dossier } = await journal.openDossier({ alias: 'Dossier essai', track: 'T1', departments: [] });
  await (browser.storage.local.set as (items: object) => Promise<void>)({ settings: { activeDossier: dossier } });
}

const soon = <T>(promise: Promise<T>, ms = 60): Promise<T | 'dead'> =>
  Promise.race([promise, new Promise<'dead'>((done) => setTimeout(() => done('dead'), ms))]);

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  resetFake();
  fake.tabs = [
    {
      id: 7,
      windowId: 1,
      active: true,
      url: 'https://demarche.numerique.gouv.fr/dossiers',
      title: 'Dossiers',
      width: 1280,
    },
  ];
});

const wish = { tabId: 7, method: 'screen', trigger: 'popup', intent: INTENT } as const;

describe('captureTab', () => {
  it('writes one capture, with the stamp that carries its number', async () => {
    const { journal, captureTab } = await life(new MortalLocks());
    const answer = await captureTab(wish);
    expect(answer).toMatchObject({ seq: 2, reason: null });
    expect(await lines(journal)).toEqual(['capture']);
  });

  it('counts for its own dossier only: the page stays, another person comes', async () => {
    const { journal, captureTab } = await life(new MortalLocks());
    await openOne(journal);
    const { seq } = await captureTab(wish);
    const { tabState } = await import('@/lib/flow/tab-state');
    expect((await tabState(7)).captured).toBe(seq);
    await openOne(journal);
    expect((await tabState(7)).captured).toBeNull();
  });

  it('writes one failure with its reason when the browser gives no picture', async () => {
    const { journal, captureTab } = await life(new MortalLocks(), undefined, 'protected-page');
    expect(await captureTab(wish)).toMatchObject({ reason: 'protected-page' });
    expect(await lines(journal)).toEqual(['capture-failed']);
  });

  it('writes nothing for an automatic capture with no gesture in force: it was no attempt', async () => {
    const { journal, captureTab } = await life(new MortalLocks(), undefined, 'no-gesture');
    await expect(captureTab({ ...wish, trigger: 'automatic' })).rejects.toMatchObject({ code: 'no-gesture' });
    expect(await lines(journal)).toEqual([]);
    expect(await journal.recover()).toBe(0);
  });

  it('refuses a page of the browser itself before anything is written', async () => {
    fake.tabs = [{ id: 7, windowId: 1, active: true, url: 'chrome://settings/', title: 'Paramètres', width: 1280 }];
    const { journal, captureTab } = await life(new MortalLocks());
    await expect(captureTab(wish)).rejects.toMatchObject({ code: 'protected-page' });
    expect(await lines(journal)).toEqual([]);
  });

  it('dies at each step in turn, wakes, is asked again: exactly one line each time', async () => {
    const all = 1 + (await countSteps());
    expect(all).toBeGreaterThan(8);
    for (let death = 1; death <= all; death += 1) {
      globalThis.indexedDB = new IDBFactory();
      const locks = new MortalLocks();
      const first = await life(locks, death);
      await openOne(first.journal);
      await soon(first.captureTab(wish));
      first.journal.close();
      const second = await life(locks);
      await second.journal.recover();
      expect((await lines(second.journal)).length, `after a death at step ${death}`).toBeLessThanOrEqual(1);
      await second.captureTab(wish);
      expect(await lines(second.journal), `after a death at step ${death} and the same question again`).toHaveLength(1);
      expect(await second.journal.recover()).toBe(0);
    }
  });

  /** How many steps a whole capture takes, counted with a life long enough. */
  async function countSteps(): Promise<number> {
    globalThis.indexedDB = new IDBFactory();
    const whole = await life(new MortalLocks(), 10_000);
    await openOne(whole.journal);
    await whole.captureTab(wish);
    return whole.steps();
  }
});
