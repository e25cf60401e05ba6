/** Weeks gone by, in a moment: a whole dossier written into the built product's journal, sealed as the product seals it. */
import { createHash, randomUUID } from 'node:crypto';
import { PNG } from 'pngjs';
import { nextUnsealed, sealEntry } from '@/lib/domain/chain';
import { dataSchemas, type EntryData, type EntryKind, type EntryOf, type FileRef } from '@/lib/domain/entry';
import { momentAt } from '@/lib/domain/moment';
import { changeSettings } from './extension-state';
import type { Product } from './product';

interface Blob {
  readonly sha256: string;
  readonly type: string;
  readonly base64: string;
}

interface Record {
  readonly dossier: string;
  readonly seq: number;
  readonly blobs: readonly string[];
  readonly line: string;
}

/** A dossier in the making. `zone`: the device's own. */
export class Seed {
  readonly dossier = randomUUID();
  private readonly zone: string;
  private readonly records: Record[] = [];
  private readonly blobs = new Map<string, Blob>();
  private head: { seq: number; hash: string } | null = null;

  constructor(zone = 'Europe/Paris') {
    this.zone = zone;
  }

  /** Adds a line at an instant (ISO 8601). @returns its number @throws Error when no such line can be */
  async add<K extends EntryKind>(
    kind: K,
    utc: string,
    data: EntryData[K],
    blobs: readonly Blob[] = [],
  ): Promise<number> {
    const checked = dataSchemas[kind].parse(data) as EntryData[K];
    const at = momentAt(Date.parse(utc), this.zone);
    const unsealed = nextUnsealed<K>(this.head as EntryOf<K> | null, {
      dossier: this.dossier,
      kind,
      at,
      data: checked,
    });
    const { entry, line } = await sealEntry(unsealed);
    this.head = entry;
    this.records.push({ dossier: this.dossier, seq: entry.seq, blobs: blobs.map(({ sha256 }) => sha256), line });
    for (const blob of blobs) this.blobs.set(blob.sha256, blob);
    return entry.seq;
  }

  open(utc: string, alias: string, track: string, departments: readonly string[]): Promise<number> {
    return this.add('dossier-opened', utc, { alias, track, departments: [...departments], product: '0.1.0' });
  }

  /** A capture by hand of the module without a slot, its two pictures with it. */
  capture(utc: string): Promise<number> {
    const original = pictureOf(`${utc} original`);
    const stamped = pictureOf(`${utc} stamped`, HEIGHT + BAND);
    const ref = (blob: Blob, height: number) => ({ ...refOf(blob), width: WIDTH, height });
    return this.add(
      'capture',
      utc,
      {
        url: 'https://www.rdv-prefecture.interieur.gouv.fr/rdvpref/reservation/demarche/3720/creneau/',
        masked: false,
        title: 'RDV Préfecture',
        page: { site: 'rdv-prefecture', page: 'no-slot', outcome: 'blocked' },
        extracted: { message: 'Aucun créneau disponible' },
        method: 'screen',
        trigger: 'popup',
        takenAt: momentAt(Date.parse(utc), this.zone),
        original: ref(original, HEIGHT),
        stamped: ref(stamped, HEIGHT + BAND),
        devicePixelRatio: 1,
        uniform: false,
        browser: 'Chromium 150',
        tables: '2026-11-22',
        intent: randomUUID(),
      },
      [original, stamped],
    );
  }

  /** Something sent on a day, with the file that proves it. */
  sending(utc: string, channel: 'LRAR' | 'PREF_MAIL'): Promise<number> {
    const file = pictureOf(`${utc} ${channel}`);
    const on = momentAt(Date.parse(utc), this.zone);
    const named: FileRef = { ...refOf(file), name: 'preuve.png' };
    const data = { channel, on, precision: 'day', outcome: 'NONE', files: [named], captures: [] } as const;
    return this.add('exchange', utc, { ...data, files: [named], captures: [] }, [file]);
  }

  /** Writes it all, and makes it the dossier of the person. */
  async write(product: Product): Promise<void> {
    await put(product, this.records, [...this.blobs.values()]);
    await changeSettings(product, { activeDossier: this.dossier });
  }
}

const WIDTH = 64;
const HEIGHT = 40;
/** The band under a stamped copy. */
const BAND = 24;

/** A small picture, another one for each name. */
function pictureOf(name: string, height = HEIGHT): Blob {
  const png = new PNG({ width: WIDTH, height });
  const seed = createHash('sha256').update(name).digest();
  for (let at = 0; at < png.data.length; at += 1) png.data[at] = at % 4 === 3 ? 255 : (seed[(at >> 4) % 32] ?? 0);
  const bytes = PNG.sync.write(png);
  return {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    type: 'image/png',
    base64: bytes.toString('base64'),
  };
}

const refOf = ({ sha256, type, base64 }: Blob) => ({ sha256, type, bytes: Buffer.from(base64, 'base64').length });

/** One transaction, as a person's whole summer would never be: what is tested is what is read from it. */
function put({ journal }: Product, records: readonly Record[], blobs: readonly Blob[]): Promise<void> {
  return journal.page.evaluate(
    async (all: { records: readonly Record[]; blobs: readonly Blob[] }) => {
      const db = await new Promise<IDBDatabase>((done, failed) => {
        const request = indexedDB.open('carnet-de-demarches');
        request.onsuccess = () => done(request.result);
        request.onerror = () => failed(request.error);
      });
      try {
        const transaction = db.transaction(['entries', 'blobs'], 'readwrite');
        for (const record of all.records) transaction.objectStore('entries').add(record);
        for (const { sha256, type, base64 } of all.blobs) {
          const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
          transaction.objectStore('blobs').add({ sha256, type, size: bytes.length, bytes });
        }
        await new Promise<void>((done, failed) => {
          transaction.oncomplete = () => done();
          transaction.onabort = () => failed(transaction.error);
        });
      } finally {
        db.close();
      }
    },
    { records, blobs },
  );
}
