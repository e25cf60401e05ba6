/** Invented people, pages and entries for the component tests and the gallery. */
import type { Labels } from '@/components/text';
import type { ChecklistView } from '@/lib/domain/checklist-types';
import type { Entry, EntryData, EntryKind } from '@/lib/domain/entry';
import { momentAt } from '@/lib/domain/moment';
import type { DossierSummary, StoredEntry } from '@/lib/journal/types';
import type { PageState, TabState } from '@/lib/messages/contract';

/** Labels that show which id was asked for. */
export const LABELS: Labels = {
  page: (ref) => (ref ? `page ${ref.page}` : 'page non reconnue'),
  track: (id) => `parcours ${id}`,
  step: (_track, id) => ({ label: `étape ${id}`, explain: `comment ${id}` }),
  part: (_track, _step, part) => `partie ${part}`,
  stepName: (id) => `étape ${id}`,
  skip: (_track, id) => ({ action: `passer ${id}`, title: `passer ${id}`, hint: 'pourquoi', reason: `sans ${id}` }),
  department: (code) => code,
  letter: (template) => `courrier ${template}`,
  choice: (choice) => `choix ${choice}`,
  extracted: (name) => name,
};

const at = (iso: string) => momentAt(Date.parse(iso));
const hash = (letter: string): string => letter.repeat(64);
const DOSSIER = '11111111-1111-4111-8111-111111111111';

export const MARIAM: DossierSummary = {
  id: DOSSIER,
  alias: 'Mésange',
  track: 'T1',
  departments: ['93'],
  openedAt: at('2026-11-03T08:12:00Z'),
  entries: 13,
  lastAt: at('2026-11-21T17:19:03Z'),
};
export const DOSSIERS: readonly DossierSummary[] = [
  MARIAM,
  { ...MARIAM, id: '22222222-2222-4222-8222-222222222222', alias: 'Rouge-gorge', entries: 4 },
];

export const PAGE: PageState = {
  document: '33333333-3333-4333-8333-333333333333',
  state: 1,
  url: 'https://administration-etrangers-en-france.interieur.gouv.fr/particuliers/#/demarches/renouvellement',
  firstUrl: 'https://administration-etrangers-en-france.interieur.gouv.fr/particuliers/#/',
  title: 'Page de démonstration',
  recognition: { site: 'anef', page: 'card-not-handed-over', outcome: 'blocked', extracted: {} },
  problem: true,
  loggedOut: false,
  exhausted: false,
};
export const TAB: TabState = {
  tabId: 7,
  url: PAGE.url,
  host: 'granted',
  page: PAGE,
  receipt: { status: 200, fromCache: false, at: MARIAM.lastAt },
  captured: null,
  ownerQuestion: null,
  heldAttempts: 0,
  activeDossier: MARIAM.id,
  progress: null,
};

function stored<K extends EntryKind>(seq: number, iso: string, kind: K, data: EntryData[K]): StoredEntry {
  const entry = {
    v: 1,
    dossier: DOSSIER,
    seq,
    kind,
    at: at(iso),
    data,
    prev: seq === 1 ? null : hash('a'),
    hash: hash('b'),
  } as unknown as Entry;
  return { dossier: DOSSIER, seq, line: JSON.stringify(entry), entry, problem: null };
}

const seen = {
  url: PAGE.url,
  masked: true,
  title: PAGE.title,
  page: { site: 'anef', page: 'card-not-handed-over', outcome: 'blocked' as const },
  extracted: {},
};
const picture = { sha256: hash('c'), bytes: 98_304, type: 'image/png', width: 1280, height: 800 };
const shot = (iso: string): EntryData['capture'] => ({
  ...seen,
  extracted: { code: 'E-042', items: ['passeport', 'photo'] },
  method: 'screen',
  trigger: 'popup',
  takenAt: at(iso),
  original: picture,
  stamped: { ...picture, sha256: hash('d'), height: 900 },
  devicePixelRatio: 1,
  uniform: false,
  receipt: {
    status: 200,
    fromCache: true,
    serverClockSeconds: -3,
    at: at(iso),
    calls: [{ path: '/api/demande', status: 500 }],
  },
  browser: 'Chromium 156',
  tables: '2026-11-21',
  intent: '44444444-4444-4444-8444-444444444444',
});

function attempt(seq: number, iso: string): StoredEntry {
  return stored(seq, iso, 'attempt', {
    ...seen,
    source: 'page',
    tables: '2026-11-21',
    receipt: { status: 200, fromCache: false, at: at(iso) },
  });
}

export const ENTRIES: readonly StoredEntry[] = [
  stored(1, '2026-11-03T08:12:00Z', 'dossier-opened', {
    alias: MARIAM.alias,
    track: 'T1',
    departments: ['93'],
    product: '0.1.0',
  }),
  attempt(2, '2026-11-03T08:20:00Z'),
  stored(3, '2026-11-03T08:21:00Z', 'capture', shot('2026-11-03T08:21:00Z')),
  stored(4, '2026-11-10T09:02:00Z', 'capture-failed', {
    url: seen.url,
    masked: false,
    page: null,
    method: 'stitched',
    trigger: 'shortcut',
    reason: 'page-moving',
    detail: 'view 3 of 6',
    startedAt: at('2026-11-10T09:02:00Z'),
    intent: '55555555-5555-4555-8555-555555555555',
  }),
  stored(5, '2026-11-12T10:00:00Z', 'capture', { ...shot('2026-11-12T10:00:00Z'), method: 'stitched', views: 4 }),
  stored(6, '2026-11-12T10:05:00Z', 'exchange', {
    channel: 'CCC_FORM',
    on: at('2026-11-12T11:00:00Z'),
    precision: 'day',
    outcome: 'AUTO_REPLY',
    reference: 'REF-0000',
    words: 'J’ai décrit le message affiché.',
    files: [{ sha256: hash('e'), bytes: 20_480, type: 'application/pdf', name: 'accuse.pdf' }],
    captures: [5],
  }),
  stored(7, '2026-11-19T09:00:00Z', 'exchange-outcome', {
    exchange: 6,
    on: at('2026-11-19T08:00:00Z'),
    precision: 'minute',
    outcome: 'STEREOTYPED',
    files: [],
    captures: [],
  }),
  stored(8, '2026-11-20T09:00:00Z', 'attempt', {
    ...seen,
    page: null,
    source: 'network',
    tables: '2026-11-21',
    seenAt: at('2026-11-20T08:40:00Z'),
    receipt: { status: 0, error: 'net::ERR_CONNECTION_REFUSED', fromCache: false, at: at('2026-11-20T08:40:00Z') },
  }),
  stored(9, '2026-11-20T08:00:00Z', 'capture', {
    ...shot('2026-11-20T08:00:00Z'),
    method: 'rerendered',
    trigger: 'automatic',
    stamped: null,
    stampError: 'canvas',
    uniform: true,
  }),
  stored(10, '2026-11-20T09:30:00Z', 'removed', {
    target: 9,
    hash: hash('b'),
    blobs: [hash('c')],
    reason: 'Montrait une autre personne.',
  }),
  stored(11, '2026-11-21T10:00:00Z', 'exported', {
    entries: 10,
    head: hash('b'),
    files: 9,
    bag: hash('f'),
    bytes: 3_400_000,
    profile: 'whole-dossier',
  }),
  {
    dossier: DOSSIER,
    seq: 12,
    line: '{"v":9,"kind":"stamped","data":{}}',
    entry: null,
    problem: 'entry-unknown-version',
  },
  { dossier: DOSSIER, seq: 13, line: '{"v":1,"kind":"note"}', entry: null, problem: 'entry-invalid' },
  stored(14, '2026-11-21T16:30:00Z', 'note', { text: 'Deux essais ce matin, même message.', about: 2 }),
  stored(15, '2026-11-21T16:40:00Z', 'step-skipped', { step: 'S3', reason: 'Trop loin.' }),
  attempt(16, '2026-11-21T17:10:00Z'),
  attempt(17, '2026-11-21T17:12:00Z'),
  attempt(18, '2026-11-21T17:19:03Z'),
];

export const CHECKLIST: ChecklistView = {
  track: 'T1',
  steps: [
    {
      id: 'S1',
      mandatory: true,
      state: 'done',
      doneAt: '2026-11-03T08:21:00.000Z',
      proof: [3, 5, 9, 16, 17],
      declared: [],
      declarativeOnly: false,
      lastOutcome: null,
      waitUntil: null,
      parts: [],
    },
    {
      id: 'S2',
      mandatory: true,
      state: 'waiting',
      doneAt: '2026-11-12T11:00:00.000Z',
      proof: [6],
      declared: [],
      declarativeOnly: true,
      lastOutcome: 'AUTO_REPLY',
      waitUntil: '2026-11-26T11:00:00.000Z',
      parts: [
        { id: 'S2a', doneAt: '2026-11-12T11:00:00.000Z', proof: [6], declared: [] },
        { id: 'S2b', doneAt: null, proof: [], declared: [] },
        { id: 'S2c', doneAt: null, proof: [], declared: [] },
      ],
    },
    {
      id: 'S3',
      mandatory: false,
      state: 'todo',
      doneAt: null,
      proof: [],
      declared: [],
      declarativeOnly: false,
      lastOutcome: null,
      waitUntil: null,
      parts: [],
    },
    {
      id: 'S4',
      mandatory: true,
      state: 'todo',
      doneAt: null,
      proof: [],
      declared: [14],
      declarativeOnly: true,
      lastOutcome: null,
      waitUntil: null,
      parts: [],
    },
    {
      id: 'S5',
      mandatory: false,
      state: 'skipped',
      doneAt: null,
      proof: [],
      declared: [],
      declarativeOnly: false,
      lastOutcome: null,
      waitUntil: null,
      parts: [],
    },
  ],
  next: 'S4',
  missing: ['S4'],
  substitution: { invitedByPrefecture: null, attestedByCcc: 7 },
};
export const EMPTY_CHECKLIST: ChecklistView = {
  ...CHECKLIST,
  steps: CHECKLIST.steps.map((step) => ({
    ...step,
    state: 'todo',
    doneAt: null,
    proof: [],
    declared: [],
    declarativeOnly: false,
    waitUntil: null,
  })),
  next: 'S1',
  missing: ['S1', 'S2', 'S4'],
  substitution: { invitedByPrefecture: null, attestedByCcc: null },
};

/** A drawn page in place of a real screenshot; node has no canvas, a small SVG does. */
export async function exampleBlob(): Promise<Blob> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1280" height="800"><rect width="1280" height="800" fill="#fff"/><rect x="80" y="80" width="1120" height="120" fill="#eee"/><text x="110" y="150" font-size="40" fill="#222">Page de démonstration</text><rect x="80" y="240" width="900" height="160" fill="#fdd"/></svg>`;
  return new Blob([svg], { type: 'image/svg+xml' });
}
