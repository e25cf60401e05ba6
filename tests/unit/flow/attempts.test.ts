/** From something seen to one line: once a state, never twice with the network, never in a dossier that nobody confirmed. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Entry } from '@/lib/domain/entry';
import { openJournal } from '@/lib/journal/store';
import type { Journal } from '@/lib/journal/types';
import type { SightingMessage } from '@/lib/messages/contract';
import { MortalLocks } from '../support/mortal-locks';
import { browser, fake, resetFake } from './fake-browser';

const HOST = 'administration-etrangers-en-france.interieur.gouv.fr';
const PAGE = `https://${HOST}/usagers/#/espace-personnel`;
const SENDER = { tabId: 7, windowId: 1, url: `https://${HOST}/usagers/`, active: true };

const DOCUMENT = '00000000-0000-4000-8000-00000000000a';
const TOO_EARLY = 'Il est trop tôt pour demander le renouvellement de votre titre de séjour.';

/** Texts of a fixture that the tables name; the flow is tested with the real recogniser. */
function seen(over: Partial<SightingMessage> = {}, facts: Partial<SightingMessage['facts']> = {}): SightingMessage {
  return {
    document: DOCUMENT,
    facts: {
      url: PAGE,
      firstUrl: PAGE,
      title: 'Étrangers en France',
      lang: 'fr',
      status: 200,
      headings: [],
      alerts: [],
      texts: [TOO_EARLY],
      actions: ['Mon compte', 'Se déconnecter'],
      fields: [],
      choices: [],
      truncated: false,
      ...facts,
    },
    returns: 0,
    quiet: true,
    at: 1_000,
    exhausted: false,
    ...over,
  };
}

const WIZARD = { title: 'Étrangers en France | Étape 2', texts: ['Votre situation'] };
const LOGGED_OUT = { url: `https://${HOST}/usagers/#/`, texts: ['Bienvenue'], actions: ['Se connecter'] };
const OTHER = '00000000-0000-4000-8000-00000000000b';

let journal: Journal;

async function setUp() {
  vi.resetModules();
  globalThis.indexedDB = new IDBFactory();
  resetFake();
  fake.tabs = [{ id: 7, windowId: 1, active: true, url: PAGE, title: '', width: 1280 }];
  fake.granted.add(`https://${HOST}/*`);
  const locks = new MortalLocks().context();
  vi.stubGlobal('navigator', { locks: { request: locks.request }, userAgent: 'Chrome/156.0' });
  journal = await openJournal({ now: () => Date.now(), locks: locks as unknown as LockManager, product: 'test' });
  vi.doMock('@/lib/platform/browser', () => ({ browser }));
  vi.doMock('@/lib/flow/open-journal', () => ({ appJournal: async () => journal }));
  const { AppError } = await import('@/lib/domain/errors');
  vi.doMock('@/lib/capture/visible', () => ({
    captureVisible: async () => {
      throw new AppError('no-gesture');
    },
  }));
  const { pageSeen } = await import('@/lib/flow/page-seen');
  const { networkHeard } = await import('@/lib/flow/network');
  const { answerOwner, currentOwner } = await import('@/lib/flow/owner');
  const { tabState } = await import('@/lib/flow/tab-state');
  const { captureTab } = await import('@/lib/flow/captures');
  return { pageSeen, networkHeard, answerOwner, currentOwner, tabState, captureTab };
}

async function attempts(): Promise<Extract<Entry, { kind: 'attempt' }>[]> {
  const found: Extract<Entry, { kind: 'attempt' }>[] = [];
  for (const dossier of await journal.dossiers()) {
    for await (const { entry } of journal.read(dossier.id)) if (entry?.kind === 'attempt') found.push(entry);
  }
  return found;
}

/** One navigation of the network, with a status or an error. */
function navigation(over: { requestId?: string; statusCode?: number; error?: string }) {
  const base = {
    requestId: over.requestId ?? '41',
    tabId: 7,
    type: 'main_frame',
    url: `https://${HOST}/usagers/?code=secret`,
    timeStamp: Date.now(),
  };
  const last = over.error
    ? (['error-occurred', { ...base, error: over.error }] as const)
    : (['completed', { ...base, statusCode: over.statusCode ?? 200, fromCache: false }] as const);
  if (over.error) return [['before-request', base] as const, last];
  const response = { ...base, statusCode: over.statusCode ?? 200, fromCache: false };
  return [['before-request', base] as const, ['response-started', response] as const, last];
}

let flow: Awaited<ReturnType<typeof setUp>>;
beforeEach(async () => {
  flow = await setUp();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a page seen', () => {
  it('opens a first dossier by itself and writes one line, however often it is told', async () => {
    await flow.pageSeen(seen(), SENDER);
    await Promise.all([flow.pageSeen(seen(), SENDER), flow.pageSeen(seen(), SENDER)]);
    expect((await attempts()).map((one) => one.data.page?.page)).toEqual(['too-early']);
    expect(await journal.dossiers()).toHaveLength(1);
  });

  it('writes another line for another state, none for a mere step', async () => {
    await flow.pageSeen(seen(), SENDER);
    await flow.pageSeen(seen({}, WIZARD), SENDER);
    await flow.pageSeen(seen(), SENDER);
    expect(await attempts()).toHaveLength(2);
  });

  it('takes no picture by itself of a page that stands behind another, and calls it no failure', async () => {
    fake.tabs = fake.tabs.map((tab) => ({ ...tab, active: false }));
    await flow.pageSeen(seen(), SENDER);
    const [dossier] = await journal.dossiers();
    const kinds = (await journal.last(dossier?.id ?? '', 10)).map(({ entry }) => entry?.kind);
    expect(kinds).toEqual(['attempt', 'dossier-opened']);
  });

  it('keeps no secret of the URL', async () => {
    const url = `https://${HOST}/usagers/#state=abc&session_state=def&code=topsecret`;
    await flow.pageSeen(seen({}, { url, firstUrl: url }), SENDER);
    const [line] = await attempts();
    expect(line?.data.masked).toBe(true);
    expect(JSON.stringify(line)).not.toMatch(/topsecret|session_state=def/);
  });

  it('refuses a page that speaks for another host', async () => {
    await expect(flow.pageSeen(seen({}, { url: 'https://demarche.numerique.gouv.fr/' }), SENDER)).rejects.toMatchObject(
      {
        code: 'message-refused',
      },
    );
    await expect(
      flow.pageSeen(seen({}, { url: 'https://exemple.test/' }), { ...SENDER, url: 'https://exemple.test/' }),
    ).rejects.toMatchObject({ code: 'message-refused' });
    expect(await attempts()).toEqual([]);
  });

  it('writes nothing when the person switched the automatic log off, and still answers with a note', async () => {
    await (browser.storage.local.set as (items: object) => Promise<void>)({ settings: { automaticLog: false } });
    const { note } = await flow.pageSeen(seen(), SENDER);
    expect(await attempts()).toEqual([]);
    expect(note?.title).toBeTruthy();
  });
});

describe('states of a document', () => {
  it('keeps what was read beside the line, cleaned, in the same transaction, also while nobody has said whose it is', async () => {
    const url = `https://${HOST}/usagers/?token=topsecret#/espace-personnel`;
    await flow.pageSeen(seen({}, { url, firstUrl: url }), SENDER);
    const [line] = await attempts();
    const { reading } = line?.data ?? {};
    expect(reading?.type).toBe('application/json');
    const stored = await journal.blob(reading?.sha256 ?? '');
    const facts = JSON.parse(new TextDecoder().decode(stored?.bytes)) as { texts: string[]; url: string };
    expect(facts.texts).toEqual([TOO_EARLY]);
    expect(JSON.stringify(facts)).not.toContain('topsecret');
    await flow.pageSeen(seen({}, LOGGED_OUT), SENDER);
    await flow.pageSeen(seen({ document: OTHER }), SENDER);
    expect(await journal.held()).toHaveLength(1);
    expect(await flow.answerOwner(line?.dossier ?? '')).toBe(1);
    expect((await attempts()).map((one) => one.data.reading?.type)).toEqual(['application/json', 'application/json']);
  });

  it('a document that the browser brings back is the same state: no second line; what comes then is another', async () => {
    await flow.pageSeen(seen(), SENDER);
    for (const [phase, details] of navigation({ requestId: '50' })) await flow.networkHeard(phase, details);
    await flow.pageSeen(seen({ document: OTHER }, WIZARD), SENDER);
    await flow.pageSeen(seen({ returns: 1 }), SENDER);
    expect(await attempts()).toHaveLength(1);
    await flow.pageSeen(seen({ returns: 1 }, WIZARD), SENDER);
    await flow.pageSeen(seen({ returns: 1 }), SENDER);
    expect(await attempts()).toHaveLength(2);
  });

  it('leaves out what a document says once the tab has left it', async () => {
    await flow.pageSeen(seen(), SENDER);
    for (const [phase, details] of navigation({ requestId: '51', statusCode: 503 }))
      await flow.networkHeard(phase, details);
    expect(await attempts()).toHaveLength(2);
    expect(await flow.pageSeen(seen({}, WIZARD), SENDER)).toEqual({});
    await flow.pageSeen(seen({ document: OTHER }, { status: 503 }), SENDER);
    expect(await attempts()).toHaveLength(2);
  });

  it('does not take for a state what is seen once in a page that moves', async () => {
    expect(await flow.pageSeen(seen({ quiet: false, at: 100 }), SENDER)).toEqual({});
    expect(await attempts()).toEqual([]);
    await flow.pageSeen(seen({ quiet: false, at: 450 }, { texts: [TOO_EARLY, 'Il est 12:00:07'] }), SENDER);
    expect(await attempts()).toHaveLength(1);
    await flow.pageSeen(seen({ quiet: false, exhausted: true, at: 900 }, WIZARD), SENDER);
    expect(await attempts()).toHaveLength(1);
  });

  it('asks the page again when a call of its own fails after it has settled, once for each call', async () => {
    const asked: string[] = [];
    fake.content = (name) => asked.push(name) && {};
    const call = {
      requestId: '60',
      tabId: 7,
      type: 'xmlhttprequest',
      url: `https://${HOST}/api/usager/moi?x=1`,
      timeStamp: 1,
    };
    await flow.networkHeard('completed', { ...call, statusCode: 401, fromCache: false });
    await flow.networkHeard('completed', { ...call, requestId: '61', statusCode: 401, fromCache: false });
    await flow.networkHeard('completed', { ...call, requestId: '62', statusCode: 200, fromCache: false });
    expect(asked).toEqual(['look-again']);
  });
});

describe('the network', () => {
  it.each([
    ['refused', { error: 'net::ERR_CONNECTION_REFUSED' }, 'unreachable'],
    ['no Internet on this device', { error: 'net::ERR_INTERNET_DISCONNECTED' }, 'offline'],
    ['empty 503', { statusCode: 503 }, 'http-error'],
    ['429', { statusCode: 429 }, 'http-error'],
  ])('%s: one line without any content script', async (_name, over, page) => {
    for (const [phase, details] of navigation(over)) await flow.networkHeard(phase, details);
    const lines = await attempts();
    expect(lines.map((one) => one.data.page?.page)).toEqual([page]);
    expect(lines[0]?.data.url).not.toContain('secret');
  });

  it('a 500 that also has a page is one line, not two', async () => {
    for (const [phase, details] of navigation({ statusCode: 500 })) await flow.networkHeard(phase, details);
    await flow.pageSeen(seen({}, { status: 500, texts: ['Erreur 500'] }), SENDER);
    expect(await attempts()).toHaveLength(1);
  });

  it('a navigation that the person gave up is no attempt', async () => {
    for (const [phase, details] of navigation({ error: 'net::ERR_ABORTED' })) await flow.networkHeard(phase, details);
    expect(await attempts()).toEqual([]);
  });

  it('the same request told twice is one line; the next navigation is another', async () => {
    const first = navigation({ statusCode: 503 });
    for (const [phase, details] of [...first, ...first.slice(1)]) await flow.networkHeard(phase, details);
    expect(await attempts()).toHaveLength(1);
    for (const [phase, details] of navigation({ requestId: '42', statusCode: 503 }))
      await flow.networkHeard(phase, details);
    expect(await attempts()).toHaveLength(2);
  });
});

describe('a browser that tries again by itself', () => {
  const failure = (requestId: string, seconds: number) =>
    navigation({ requestId, error: 'net::ERR_CONNECTION_REFUSED' }).map(
      ([phase, details]) => [phase, { ...details, timeStamp: details.timeStamp + seconds * 1_000 }] as const,
    );

  it('is the same attempt; the person’s own next try is another', async () => {
    for (const [phase, details] of [...failure('1', 0), ...failure('2', 1), ...failure('3', 6), ...failure('4', 36)]) {
      await flow.networkHeard(phase, details);
    }
    expect(await attempts()).toHaveLength(1);
    for (const [phase, details] of failure('5', 56)) await flow.networkHeard(phase, details);
    expect(await attempts()).toHaveLength(2);
  });
});

describe('whose page is it', () => {
  it('after a log-out nothing is written until somebody answers; then it is, with the time at which it was seen', async () => {
    await flow.pageSeen(seen({}, WIZARD), SENDER);
    await flow.pageSeen(seen(), SENDER);
    expect(await attempts()).toHaveLength(1);
    await flow.pageSeen(seen({}, LOGGED_OUT), SENDER);
    expect((await flow.currentOwner()).question).toBe('logged-out');
    await flow.pageSeen(seen(), SENDER);
    expect(await attempts()).toHaveLength(1);
    expect(await journal.held()).toHaveLength(1);

    const other = await journal.openDossier({ alias: 'Dossier 2', track: 'T1', departments: [] });
    expect(await flow.answerOwner(other.dossier)).toBe(1);
    const lines = await attempts();
    expect(lines.map((one) => one.dossier)).toContain(other.dossier);
    expect(lines.find((one) => one.dossier === other.dossier)?.data.seenAt).toBeDefined();
    expect((await flow.currentOwner()).question).toBeNull();
  });

  /** What the page's script answers when it is asked, one after the other; the last one again and again. */
  const answers = (...messages: SightingMessage[]): void => {
    let at = 0;
    fake.content = (name) => (name === 'describe' ? messages[Math.min(at++, messages.length - 1)] : {});
  };
  const kinds = async (): Promise<string[]> => {
    const found: string[] = [];
    for (const { id } of await journal.dossiers()) {
      for await (const { entry } of journal.read(id)) found.push(entry?.kind ?? '');
    }
    return found;
  };

  it('a popup opened before the page has spoken of its log-out asks at once', async () => {
    await flow.pageSeen(seen({}, WIZARD), SENDER);
    await flow.pageSeen(seen(), SENDER);
    answers(seen({ document: OTHER }, LOGGED_OUT));
    expect(await flow.tabState(7)).toMatchObject({ ownerQuestion: 'logged-out' });
  });

  it('a button drawn before the log-out takes no picture after it', async () => {
    await flow.pageSeen(seen({}, WIZARD), SENDER);
    await flow.pageSeen(seen(), SENDER);
    answers(seen());
    expect(await flow.tabState(7)).toMatchObject({ ownerQuestion: null });
    const before = await kinds();
    answers(seen({ document: OTHER }, LOGGED_OUT));
    await expect(flow.captureTab({ tabId: 7, method: 'screen', trigger: 'popup' })).rejects.toMatchObject({
      code: 'owner-unconfirmed',
    });
    expect(await kinds()).toEqual(before);
  });

  it('a log-out on a page that still moves is looked at again: a flash asks nothing, what stands asks', async () => {
    await flow.pageSeen(seen({}, WIZARD), SENDER);
    await flow.pageSeen(seen(), SENDER);
    const moving = { document: OTHER, quiet: false };
    answers(
      seen({ ...moving, at: 100 }, LOGGED_OUT),
      seen({ ...moving, at: 450 }, WIZARD),
      seen({ ...moving, at: 900 }, WIZARD),
    );
    expect(await flow.tabState(7)).toMatchObject({ ownerQuestion: null });
    answers(seen({ ...moving, at: 1_300 }, LOGGED_OUT), seen({ ...moving, at: 1_700 }, LOGGED_OUT));
    expect(await flow.tabState(7)).toMatchObject({ ownerQuestion: 'logged-out' });
  });

  it('a page that never stands still and always shows the log-out asks too', async () => {
    await flow.pageSeen(seen({}, WIZARD), SENDER);
    await flow.pageSeen(seen(), SENDER);
    let at = 0;
    fake.content = (name) => {
      if (name !== 'describe') return {};
      at += 100;
      return seen(
        { document: OTHER, quiet: false, at },
        { ...LOGGED_OUT, url: `https://${HOST}/usagers/?tour=${at}#/` },
      );
    };
    expect(await flow.tabState(7)).toMatchObject({ ownerQuestion: 'logged-out' });
  });

  it('a logged-out page that was told long ago says nothing new when the popup looks at it again', async () => {
    fake.tabs = [{ id: 9, windowId: 1, active: true, url: PAGE, title: '', width: 1280 }];
    const elsewhere = { ...SENDER, tabId: 9 };
    await flow.pageSeen(seen({ document: OTHER }, LOGGED_OUT), elsewhere);
    await flow.pageSeen(seen({}, WIZARD), SENDER);
    await flow.pageSeen(seen(), SENDER);
    answers(seen({ document: OTHER }, LOGGED_OUT));
    expect(await flow.tabState(9)).toMatchObject({ ownerQuestion: null });
  });

  it('after twenty idle minutes it asks', async () => {
    await flow.pageSeen(seen(), SENDER);
    expect((await flow.currentOwner()).question).toBeNull();
    const later = Date.now() + 20 * 60_000 + 1_000;
    vi.spyOn(Date, 'now').mockReturnValue(later);
    expect((await flow.currentOwner()).question).toBe('idle');
    vi.mocked(Date.now).mockRestore();
  });

  it('an answer for a dossier that does not exist is refused, and nothing held is lost', async () => {
    await expect(flow.answerOwner('00000000-0000-4000-8000-0000000000ff')).rejects.toMatchObject({
      code: 'dossier-unknown',
    });
  });
});
