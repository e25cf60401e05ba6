/** Invented dossiers for the court pack's tests: entries written by hand, files by name alone (nothing here reads bytes). */
import { createHash } from 'node:crypto';
import type { Entry, EntryData, EntryKind, FileRef } from '@/lib/domain/entry';
import { type AbsentFile, type PlanEntry, type PlannedFile, planExport } from '@/lib/domain/export-plan';
import { type Moment, momentAt } from '@/lib/domain/moment';
import { PACK_DEFAULTS, type PackChoices, type PackPlan } from '@/lib/domain/pack-types';
import { planPack } from '@/lib/pack/plan';

export const DOSSIER = '3f2a9c1e-5b7d-4e21-9a60-0c1d2e3f4a5b';
export const sha = (text: string): string => createHash('sha256').update(text).digest('hex');
export const at = (utc: string): Moment => momentAt(Date.parse(utc));

type Capture = EntryData['capture'];

/** A dossier that grows by its methods, each of which gives the number of its entry. */
export class Dossier {
  readonly entries: PlanEntry[] = [];

  add<K extends EntryKind>(kind: K, data: EntryData[K], when: Moment): number {
    const seq = this.entries.length + 1;
    const entry = { v: 1, dossier: DOSSIER, seq, kind, at: when, data, prev: null, hash: sha(`line ${seq}`) } as Entry; // one kind, its own data
    this.entries.push({ dossier: DOSSIER, seq, line: JSON.stringify(entry), entry, problem: null });
    return seq;
  }

  capture(page: Capture['page'], utc: string, change: Partial<Capture> = {}, bytes = 150_000): number {
    const seq = this.entries.length + 1;
    const picture = (role: string) => ({
      sha256: sha(`${role} ${seq}`),
      bytes,
      type: 'image/png',
      width: 1280,
      height: 800,
    });
    return this.add(
      'capture',
      {
        url: 'https://administration-etrangers-en-france.interieur.gouv.fr/particuliers/',
        masked: false,
        title: '',
        page,
        extracted: {},
        method: 'screen',
        trigger: 'popup',
        takenAt: at(utc),
        original: picture('original'),
        stamped: picture('stamped'),
        devicePixelRatio: 1,
        uniform: false,
        browser: 'Chromium 156',
        tables: '2026-11-22',
        reading: { sha256: sha(`reading ${seq}`), bytes: 2_000, type: 'application/json' },
        intent: `i-${seq}`,
        ...change,
      },
      at(utc),
    );
  }

  file(name: string, type: string, bytes = 40_000): FileRef {
    return { sha256: sha(name), bytes, type, name };
  }

  exchange(
    channel: EntryData['exchange']['channel'],
    utc: string,
    change: Partial<EntryData['exchange']> = {},
  ): number {
    const data = {
      channel,
      on: at(utc),
      precision: 'minute' as const,
      outcome: 'NONE' as const,
      files: [],
      captures: [],
    };
    return this.add('exchange', { ...data, ...change }, at(utc));
  }

  imported(file: FileRef, utc: string, change: Partial<EntryData['imported']> = {}): number {
    const what = file.type.startsWith('image/') ? 'picture' : file.type === 'application/pdf' ? 'pdf' : 'mail';
    const text = { sha256: sha(`text ${file.sha256}`), bytes: 900, type: 'text/plain' };
    return this.add(
      'imported',
      {
        what,
        shows: 'other',
        file,
        stripped: [],
        declared: { on: at(utc), precision: 'day' },
        ...(what === 'picture' ? { size: { width: 800, height: 600 } } : { text }),
        ...change,
      },
      at('2026-11-20T10:00:00.000Z'),
    );
  }

  /** A letter that cites these entries as 1, 2, 3…; sent by registered letter unless it is a draft. */
  letter(cited: readonly number[], utc: string, sent = true, template = 'substitution-lrar'): number {
    const letter = this.add(
      'letter-generated',
      {
        template,
        version: 1,
        contentDate: '2026-11-22',
        medium: 'lrar',
        object: '',
        digest: sha(`letter ${utc} ${cited.join()}`),
        pieces: cited.map((seq, index) => ({ number: index + 1, seq, label: `pièce ${seq}` })),
        warnings: [],
        files: [this.file(`lettre-${utc}.pdf`, 'application/pdf')],
      },
      at(utc),
    );
    if (sent) {
      const exchange = this.exchange('LRAR', utc, { precision: 'day' });
      this.add('letter-sent', { letter, exchange }, at(utc));
    }
    return letter;
  }

  remove(target: number): number {
    const data = this.entries[target - 1]?.entry?.data as Record<string, unknown> | undefined;
    const blobs = [...JSON.stringify(data ?? {}).matchAll(/"sha256":"([0-9a-f]{64})"/g)].map(([, hash]) => hash ?? '');
    return this.add('removed', { target, hash: sha('line'), blobs, reason: '' }, at('2026-11-21T10:00:00.000Z'));
  }

  files(missing: ReadonlySet<string> = new Set()): {
    readonly present: readonly PlannedFile[];
    readonly absent: readonly AbsentFile[];
  } {
    const plan = planExport(DOSSIER, this.entries, at('2026-11-22T08:00:00.000Z'));
    const lost = plan.files.filter(({ path }) => missing.has(path));
    return {
      present: plan.files.filter(({ path }) => !missing.has(path)),
      absent: [...plan.removed, ...lost.map((file) => ({ ...file, reason: 'missing' as const, by: null }))],
    };
  }

  plan(choices: Partial<PackChoices> = {}): PackPlan {
    return planPack(this.entries, this.files(), { ...PACK_DEFAULTS, ...choices });
  }
}

/** The eight pièces of S003:1649-1661, as tests/e2e/inventory-s003.test.ts makes them. */
export function s003(): Dossier {
  const dossier = new Dossier();
  dossier.capture({ site: 'prefecture', page: 'channel', outcome: 'info' }, '2026-11-02T09:05:00.000Z', {
    url: 'https://www.seine-saint-denis.gouv.fr/Demarches/Etrangers',
  });
  dossier.capture({ site: 'anef', page: 'account-refused', outcome: 'blocked' }, '2026-11-02T09:20:00.000Z');
  dossier.capture({ site: 'anef', page: 'titre-non-remis', outcome: 'blocked' }, '2026-11-03T08:00:00.000Z', {
    method: 'stitched',
    views: 3,
  });
  const form = dossier.capture(
    { site: 'anef', page: 'contact-sent', outcome: 'confirmation' },
    '2026-11-04T10:00:00.000Z',
  );
  dossier.capture(
    { site: 'demarche-numerique', page: 'closed-without-action', outcome: 'refused' },
    '2026-11-09T15:00:00.000Z',
    { url: 'https://demarche.numerique.gouv.fr/dossiers/1' },
  );
  const message = dossier.exchange('CCC_FORM', '2026-11-04T10:00:00.000Z', { captures: [form] });
  dossier.imported(dossier.file('attestation de Nadia EXEMPLE.pdf', 'application/pdf'), '2024-01-15T10:00:00.000Z');
  const call = dossier.exchange('CCC_PHONE', '2026-11-05T08:30:00.000Z', { call: { end: 'no-answer', minutes: 14 } });
  dossier.imported(dossier.file('appel.png', 'image/png'), '2026-11-05T08:45:00.000Z', {
    shows: 'call-log',
    about: call,
  });
  dossier.imported(dossier.file('accuse.eml', 'message/rfc822'), '2026-11-04T10:01:00.000Z', {
    shows: 'auto-reply',
    about: message,
  });
  dossier.add(
    'exchange-outcome',
    {
      exchange: message,
      on: at('2026-11-04T10:01:00.000Z'),
      precision: 'minute',
      outcome: 'AUTO_REPLY',
      files: [],
      captures: [],
    },
    at('2026-11-05T10:00:00.000Z'),
  );
  const mail = dossier.exchange('PREF_MAIL', '2026-11-05T08:12:00.000Z', { words: 'Mme Inventée m’a dit d’attendre' });
  dossier.imported(dossier.file('courriel.eml', 'message/rfc822'), '2026-11-05T08:12:00.000Z', {
    shows: 'message',
    about: mail,
  });
  return dossier;
}

/** The shape of CE 448178: 228 captures of an empty appointment module, from June to October, some letters and a call. */
export function campaign(count = 228): Dossier {
  const dossier = new Dossier();
  for (let index = 0; index < count; index += 1) {
    const utc = new Date(Date.parse('2026-06-02T07:00:00.000Z') + index * 13.3 * 3_600_000).toISOString();
    dossier.capture(
      { site: 'rdv-prefecture', page: 'no-slot', outcome: 'blocked' },
      utc,
      { url: 'https://www.rdv-prefecture.interieur.gouv.fr/rdvpref/reservation/demarche/1/creneau/' },
      420_000,
    );
  }
  dossier.exchange('PREF_MAIL', '2026-09-01T08:00:00.000Z', { files: [dossier.file('mail.pdf', 'application/pdf')] });
  return dossier;
}
