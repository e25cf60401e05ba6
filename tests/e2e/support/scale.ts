/** A dossier of hundreds of captures at their real size, put into the built product's journal without going through the driver's wire. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { constants, crc32, deflateRawSync } from 'node:zlib';
import { nextUnsealed, sealEntry } from '@/lib/domain/chain';
import type { EntryData, EntryKind, EntryOf } from '@/lib/domain/entry';
import { momentAt } from '@/lib/domain/moment';
import { changeSettings } from './extension-state';
import type { Product } from './product';

const WIDTH = 1_366;
const HEIGHT = 768;
/** The stamped copy: the picture and its band. */
const STAMPED = 900;
/** The campaign of the file judged under n° 448178: from the last day of June to the first of October 2020, 228 captures. */
const FIRST = Date.parse('2020-06-30T08:00:00Z');
const SPAN = 93 * 86_400_000;
/** Files read at once while seeding: the page's memory is what the bench measures afterwards. */
const BATCH = 16;

interface SeedFile {
  readonly sha256: string;
  readonly bytes: Buffer;
}

interface SeedRecord {
  readonly dossier: string;
  readonly seq: number;
  readonly blobs: readonly string[];
  readonly line: string;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

/** Adler-32, going on from what came before. */
function adler(bytes: Buffer, from = 1): number {
  let low = from & 0xffff;
  let high = from >>> 16;
  for (const byte of bytes) {
    low = (low + byte) % 65_521;
    high = (high + low) % 65_521;
  }
  return ((high << 16) | low) >>> 0;
}

/** Rows of a page of text: lines of dark marks on white, as hard to compress as a real page's (80 to 95 bytes a line of pixels). */
function rowsOf(seed: string, count: number): Buffer {
  const rows = Buffer.alloc(count * (1 + WIDTH * 3), 255);
  let random = createHash('sha256').update(seed).digest();
  for (let y = 0; y < count; y += 1) {
    const start = y * (1 + WIDTH * 3);
    rows[start] = 0;
    if (y % 22 > 15) continue;
    if (y % 16 === 0) random = createHash('sha256').update(random).digest();
    for (let x = 40; x < 1_326; x += 1) {
      const grey = random[(x * 7 + y * 13) % 32] ?? 0;
      const mark = ((x * 2_654_435_761 + y * 40_503 + grey * 97) >>> 7) % 11;
      if (mark > 2) continue;
      rows.fill(mark * 60, start + 1 + x * 3, start + 4 + x * 3);
    }
  }
  return rows;
}

/** Pictures that share most of their rows, compressed once, and differ in the last ones: thousands are made in seconds. */
class Pictures {
  private readonly bodies = new Map<number, { deflated: Buffer; adler: number }>();

  of(name: string, height: number): SeedFile {
    const own = 24;
    let body = this.bodies.get(height);
    if (!body) {
      const rows = rowsOf(`page ${height}`, height - own);
      // Ends on a byte with no last block: what follows is a deflate stream of its own.
      body = { deflated: deflateRawSync(rows, { finishFlush: constants.Z_FULL_FLUSH }), adler: adler(rows) };
      this.bodies.set(height, body);
    }
    const last = rowsOf(name, own);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(adler(last, body.adler));
    const header = Buffer.alloc(13);
    header.writeUInt32BE(WIDTH, 0);
    header.writeUInt32BE(height, 4);
    header.set([8, 2, 0, 0, 0], 8);
    const data = Buffer.concat([Buffer.from([0x78, 0x9c]), body.deflated, deflateRawSync(last), sum]);
    const bytes = Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      chunk('IHDR', header),
      chunk('IDAT', data),
      chunk('IEND', Buffer.alloc(0)),
    ]);
    return { sha256: createHash('sha256').update(bytes).digest('hex'), bytes };
  }
}

const refOf = ({ sha256, bytes }: SeedFile, height: number) => ({
  sha256,
  type: 'image/png',
  bytes: bytes.length,
  width: WIDTH,
  height,
});

function captureOf(utc: number, original: SeedFile, stamped: SeedFile): EntryData['capture'] {
  return {
    url: 'https://www.rdv-prefecture.interieur.gouv.fr/rdvpref/reservation/demarche/3720/creneau/',
    masked: false,
    title: 'RDV Préfecture',
    page: { site: 'rdv-prefecture', page: 'no-slot', outcome: 'blocked' },
    extracted: { message: 'Aucun créneau disponible' },
    method: 'screen',
    trigger: 'popup',
    takenAt: momentAt(utc),
    original: refOf(original, HEIGHT),
    stamped: refOf(stamped, STAMPED),
    devicePixelRatio: 1,
    uniform: false,
    browser: 'Chromium 150',
    tables: '2026-11-22',
    intent: randomUUID(),
  };
}

/**
 * Writes a dossier of so many captures (two pictures each, 1366 px wide, of 120 to 145 kB) and makes it the person's.
 * @returns the dossier's name, the bytes of all pictures
 */
export async function seedCaptures(product: Product, captures: number): Promise<{ dossier: string; bytes: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'carnet-semence-'));
  try {
    const dossier = randomUUID();
    const records: SeedRecord[] = [];
    let head: { seq: number; hash: string } | null = null;
    const add = async <K extends EntryKind>(kind: K, utc: number, data: EntryData[K], blobs: readonly string[]) => {
      const content = { dossier, kind, at: momentAt(utc), data };
      const { entry, line } = await sealEntry(nextUnsealed<K>(head as EntryOf<K> | null, content));
      head = entry;
      records.push({ dossier, seq: entry.seq, blobs, line });
    };
    const opening = { alias: 'Campagne 448178', track: 'T1', departments: ['93'], product: '0.1.0' };
    await add('dossier-opened', FIRST - 60_000, opening, []);
    const pictures = new Pictures();
    const paths: string[] = [];
    let bytes = 0;
    for (let index = 0; index < captures; index += 1) {
      const utc = FIRST + Math.floor((index * SPAN) / captures);
      const both = [pictures.of(`${index} original`, HEIGHT), pictures.of(`${index} stamped`, STAMPED)] as const;
      for (const file of both) {
        const path = join(folder, `${file.sha256}.png`);
        await writeFile(path, file.bytes);
        paths.push(path);
        bytes += file.bytes.length;
      }
      await add(
        'capture',
        utc,
        captureOf(utc, ...both),
        both.map(({ sha256 }) => sha256),
      );
    }
    await putRecords(product, records);
    for (let at = 0; at < paths.length; at += 200) await putFiles(product, paths.slice(at, at + 200));
    await changeSettings(product, { activeDossier: dossier });
    return { dossier, bytes };
  } finally {
    await rm(folder, { recursive: true });
  }
}

function putRecords({ journal }: Product, records: readonly SeedRecord[]): Promise<void> {
  return journal.page.evaluate(async (all: readonly SeedRecord[]) => {
    const db = await new Promise<IDBDatabase>((done, failed) => {
      const request = indexedDB.open('carnet-de-demarches');
      request.onsuccess = () => done(request.result);
      request.onerror = () => failed(request.error);
    });
    const transaction = db.transaction('entries', 'readwrite');
    for (const record of all) transaction.objectStore('entries').add(record);
    await new Promise<void>((done, failed) => {
      transaction.oncomplete = () => done();
      transaction.onabort = () => failed(transaction.error);
    });
    db.close();
  }, records);
}

/** A file field made for it: the browser reads the files from the disk itself. */
async function putFiles({ journal: { page } }: Product, paths: readonly string[]): Promise<void> {
  await page.evaluate(() => {
    const field = document.createElement('input');
    field.type = 'file';
    field.multiple = true;
    field.id = 'seed-files';
    document.body.append(field);
  });
  await page.setFiles('#seed-files', paths);
  for (let at = 0; at < paths.length; at += BATCH) {
    await page.evaluate(
      async ({ from, to }: { from: number; to: number }) => {
        const field = document.querySelector<HTMLInputElement>('#seed-files');
        const files = [...(field?.files ?? [])].slice(from, to);
        const rows = await Promise.all(
          files.map(async (file) => ({
            sha256: file.name.slice(0, 64),
            type: 'image/png',
            size: file.size,
            bytes: new Uint8Array(await file.arrayBuffer()),
          })),
        );
        const db = await new Promise<IDBDatabase>((done, failed) => {
          const request = indexedDB.open('carnet-de-demarches');
          request.onsuccess = () => done(request.result);
          request.onerror = () => failed(request.error);
        });
        const transaction = db.transaction('blobs', 'readwrite');
        for (const row of rows) transaction.objectStore('blobs').add(row);
        await new Promise<void>((done, failed) => {
          transaction.oncomplete = () => done();
          transaction.onabort = () => failed(transaction.error);
        });
        db.close();
      },
      { from: at, to: Math.min(at + BATCH, paths.length) },
    );
  }
  await page.evaluate(() => document.querySelector('#seed-files')?.remove());
}
