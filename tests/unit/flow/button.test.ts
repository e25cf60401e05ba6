/** The sign of the toolbar button: a day that is here shows, after a question and a blocked page, and says nothing of what it is. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openJournal } from '@/lib/journal/store';
import type { Journal } from '@/lib/journal/types';
import { MortalLocks } from '../support/mortal-locks';
import { browser, fake, resetFake } from './fake-browser';

vi.mock('@/lib/platform/browser', () => ({ browser }));

let journal: Journal;
let dossier: string;

beforeEach(async () => {
  vi.resetModules();
  globalThis.indexedDB = new IDBFactory();
  resetFake();
  fake.tabs = [{ id: 7, windowId: 1, active: true, url: 'https://exemple.fr/', title: '', width: 1280 }];
  const locks = new MortalLocks().context();
  vi.stubGlobal('navigator', { locks: { request: locks.request }, userAgent: 'Chrome/156.0' });
  journal = await openJournal({ now: () => Date.now(), locks: locks as unknown as LockManager, product: 'test' });
  dossier = (await journal.openDossier({ alias: 'Mésange', track: 'T4', departments: [] })).dossier;
});
afterEach(() => {
  journal.close();
  vi.unstubAllGlobals();
});

const dayFromNow = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** A request that asks for an answer that many days from now. */
async function asked(days: number, request = 'Demande 1'): Promise<void> {
  const notifiedOn = dayFromNow(days - 30);
  await journal.append(dossier, {
    kind: 'complement',
    data: { request, notifiedOn, items: [], files: [], captures: [] },
  });
}

async function refresh(): Promise<void> {
  const { refreshDues } = await import('@/lib/flow/button');
  await refreshDues();
}

const everywhere = (): string | null | undefined => fake.badges.get(-1);

describe('the sign', () => {
  it('is none while no day is here', async () => {
    await asked(20);
    await refresh();
    expect(everywhere()).toBe('');
    expect(fake.badges.get(7)).toBeNull();
    expect(fake.titles.get(7)).toBe('Carnet de démarches — dossier «\u00a0Mésange\u00a0»');
  });

  it('shows a day that is past or here, on every tab, without saying what it is', async () => {
    await asked(-1);
    await refresh();
    expect(everywhere()).toBe('•');
    expect(fake.badges.get(7)).toBeNull();
    for (const title of [fake.titles.get(-1), fake.titles.get(7)])
      expect(title).not.toMatch(/compl|ANEF|étrang|préfecture|titre/i);
  });

  it('follows what is written after it, and the end of the dossier', async () => {
    await asked(20);
    await refresh();
    await asked(-1, 'Demande 2');
    await refresh();
    expect(everywhere()).toBe('•');
    await journal.eraseDossier(dossier);
    await refresh();
    expect(everywhere()).toBe('');
  });

  it('lets a question go first', async () => {
    await asked(-1);
    await journal.hold({
      key: 'k',
      data: {
        url: 'https://exemple.fr/',
        masked: false,
        page: null,
        title: '',
        extracted: {},
        source: 'page',
        tables: 't',
      },
    });
    await refresh();
    expect(fake.badges.get(7)).toBe('?');
  });
});
