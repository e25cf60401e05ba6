/** An invented dossier for the export's tests: every kind of entry, really sealed, with its files. */
import { nextUnsealed, sealEntry, sha256Hex } from '@/lib/domain/chain';
import type { EntryData, EntryKind, EntryOf, FileRef, PictureRef } from '@/lib/domain/entry';
import { AppError } from '@/lib/domain/errors';
import type { PlanEntry } from '@/lib/domain/export-plan';
import { type Moment, momentAt } from '@/lib/domain/moment';
import { readEntry } from '@/lib/domain/upcast';
import type { Words } from '@/lib/export/describe';
import type { ExportOptions, ExportSource, InlineScript } from '@/lib/export/types';
import { type Locale, translator } from '@/lib/locales';

export const DOSSIER = '3f2a9c1e-5b7d-4e21-9a60-0c1d2e3f4a5b';
export const NOW = momentAt(Date.parse('2026-11-21T17:30:12.000Z'));

/** In place of the verifier: a script that does nothing, with its own hash. */
export const IDLE_VERIFIER: InlineScript = {
  code: '"idle";',
  sha256: 'K6VPmnIqqVsj8mTQhkkS3+ANrcnid966aw+PVC7l3TE=',
};

export function wordsOf(locale: Locale): Words {
  return {
    locale,
    t: translator(locale),
    page: (id) => (id === 'anef/compte-bloque' ? 'Compte bloqué' : null),
    reason: (code) => (code === 'no-gesture' ? 'le navigateur demande un clic' : code),
  };
}
export const WORDS = { fr: wordsOf('fr'), en: wordsOf('en') };

/** A journal in memory: entries sealed one after the other, blobs by hash. */
export class SampleJournal {
  readonly lines: PlanEntry[] = [];
  readonly blobs = new Map<string, Uint8Array<ArrayBuffer>>();
  private last: EntryOf<EntryKind> | null = null;
  private clock = Date.parse('2026-09-01T07:00:00.000Z');

  at(utc: string): Moment {
    this.clock = Date.parse(utc);
    return momentAt(this.clock);
  }

  async add<K extends EntryKind>(kind: K, data: EntryData[K]): Promise<number> {
    this.clock += 61_000;
    const unsealed = nextUnsealed(this.last, { dossier: DOSSIER, kind, at: momentAt(this.clock), data });
    const { entry, line } = await sealEntry(unsealed);
    this.last = entry as EntryOf<EntryKind>;
    const read = readEntry(line);
    this.lines.push({ dossier: DOSSIER, seq: entry.seq, line, entry: read.entry, problem: read.problem });
    return entry.seq;
  }

  /** A line of a later version, chained like the others. */
  async addRaw(kind: string, data: Record<string, unknown>): Promise<number> {
    return this.add(kind as EntryKind, data as EntryData[EntryKind]);
  }

  async blob(bytes: Uint8Array<ArrayBuffer>, type: string): Promise<{ sha256: string; bytes: number; type: string }> {
    const sha256 = await sha256Hex(bytes);
    this.blobs.set(sha256, bytes);
    return { sha256, bytes: bytes.byteLength, type };
  }

  async picture(bytes: Uint8Array<ArrayBuffer>, width = 1280, height = 800): Promise<PictureRef> {
    return { ...(await this.blob(bytes, 'image/png')), width, height };
  }

  async file(name: string, bytes: Uint8Array<ArrayBuffer>, type: string): Promise<FileRef> {
    return { ...(await this.blob(bytes, type)), name };
  }

  source(): ExportSource {
    const { lines, blobs } = this;
    return {
      dossier: DOSSIER,
      count: async () => lines.length,
      entries: async function* () {
        yield* lines;
      },
      blob: async (sha256) => {
        const bytes = blobs.get(sha256);
        if (!bytes) throw new AppError('blob-missing', { detail: sha256 });
        return { bytes };
      },
    };
  }

  options(more: Partial<ExportOptions> = {}): ExportOptions {
    return { source: this.source(), words: WORDS, now: NOW, version: '0.1.0', verifier: IDLE_VERIFIER, ...more };
  }
}

/** Bytes that look like nothing else: deterministic, different for each seed. */
export function noise(seed: number, length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  let state = (seed * 2_654_435_761 + 1) >>> 0;
  for (let index = 0; index < length; index += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    bytes[index] = state >>> 24;
  }
  return bytes;
}

export function captureData(
  original: PictureRef,
  stamped: PictureRef | null,
  more: Partial<EntryData['capture']> = {},
): EntryData['capture'] {
  return {
    url: 'https://administration-etrangers-en-france.interieur.gouv.fr/particuliers/#/espace-personnel',
    masked: false,
    title: 'Administration numérique',
    page: { site: 'anef', page: 'compte-bloque', outcome: 'blocked' },
    extracted: {},
    method: 'screen',
    trigger: 'popup',
    takenAt: momentAt(Date.parse('2026-09-01T07:05:00.000Z')),
    original,
    stamped,
    devicePixelRatio: 1,
    uniform: false,
    browser: 'Chromium 156',
    tables: '2026-11-21',
    intent: 'intent-1',
    ...more,
  };
}

/** A small whole dossier: attempts, captures, a failure, exchanges with files in three scripts, a tombstone. */
export async function sampleJournal(): Promise<SampleJournal> {
  const journal = new SampleJournal();
  await journal.add('dossier-opened', { alias: 'Camélia', track: 'T1', departments: ['93'], product: '0.1.0' });
  await journal.add('attempt', {
    url: 'https://administration-etrangers-en-france.interieur.gouv.fr/particuliers/',
    masked: true,
    page: { site: 'anef', page: 'compte-bloque', outcome: 'blocked' },
    title: 'Accueil',
    extracted: {},
    source: 'page',
    tables: '2026-11-21',
    reading: await journal.blob(
      new TextEncoder().encode('{"url":"https://exemple.invalid/","texts":[]}'),
      'application/json',
    ),
    receipt: {
      status: 503,
      fromCache: false,
      serverClockSeconds: 7,
      at: momentAt(Date.parse('2026-09-01T07:02:00.000Z')),
    },
  });
  const first = await journal.add(
    'capture',
    captureData(await journal.picture(noise(1, 900)), await journal.picture(noise(2, 1_000), 1280, 920)),
  );
  await journal.add('capture-failed', {
    url: 'https://administration-etrangers-en-france.interieur.gouv.fr/particuliers/',
    masked: false,
    page: null,
    method: 'screen',
    trigger: 'automatic',
    reason: 'no-gesture',
    startedAt: momentAt(Date.parse('2026-09-02T07:02:00.000Z')),
    intent: 'intent-2',
  });
  const mail = await journal.add('exchange', {
    channel: 'CCC_MAIL',
    on: momentAt(Date.parse('2026-09-03T10:00:00.000Z')),
    precision: 'minute',
    outcome: 'AUTO_REPLY',
    words: '=SOMME(A1)\nBonjour,\r\nsuite ; "fin"',
    reference: '+33 000',
    files: [
      await journal.file('رسالة.pdf', noise(3, 300), 'application/pdf'),
      await journal.file('回信.EML', noise(4, 200), 'message/rfc822'),
    ],
    captures: [first],
  });
  await journal.add('exchange-outcome', {
    exchange: mail,
    on: momentAt(Date.parse('2026-09-10T00:00:00.000Z')),
    precision: 'day',
    outcome: 'STEREOTYPED',
    files: [await journal.file('Mme Invente réponse.html', noise(5, 150), 'text/html')],
    captures: [],
  });
  const gone = await journal.picture(noise(6, 400));
  const removed = await journal.add(
    'capture',
    captureData(gone, null, {
      method: 'rerendered',
      stampError: 'no canvas',
      takenAt: momentAt(Date.parse('2026-09-11T07:05:00.000Z')),
    }),
  );
  await journal.add('removed', {
    target: removed,
    hash: journal.lines.at(-1)?.entry?.hash ?? '',
    blobs: [gone.sha256],
    reason: 'mauvaise page',
  });
  journal.blobs.delete(gone.sha256);
  await journal.add('note', { text: '@appel sans suite', about: mail });
  await journal.add('step-skipped', { step: 'PAN', reason: 'trop loin' });
  return journal;
}
