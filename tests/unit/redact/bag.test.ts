/** A masked picture in a bag: what is joined, what is said, and what the verifier sees when somebody touches it. */
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { sha256Hex } from '@/lib/domain/chain';
import type { EntryData } from '@/lib/domain/entry';
import { pngRows } from '@/lib/domain/png-rows';
import { maskedRows, writePng } from '@/lib/domain/png-write';
import type { Box } from '@/lib/domain/redacted';
import { exportDossier } from '@/lib/export/bag';
import { verifyExport } from '@/lib/export/verify';
import { blobSource } from '@/lib/export/zip-reader';
import { captureData, SampleJournal } from '../export/sample';

type Bytes = Uint8Array<ArrayBuffer>;
const WIDTH = 60;
const HEIGHT = 40;
const BOXES: Box[] = [
  { x: 5, y: 4, width: 20, height: 8 },
  { x: 30, y: 20, width: 10, height: 10 },
];
const NAME = 'Nadia EXEMPLE';

function png(height: number, seed: number): Bytes {
  const image = new PNG({ width: WIDTH, height });
  for (let i = 0; i < image.data.length; i += 1) image.data[i] = i % 4 === 3 ? 255 : (i * seed) % 251;
  return new Uint8Array(PNG.sync.write(image, { colorType: 2 }));
}

interface Changes {
  /** The copy as it is written in the journal, from the honest one. */
  readonly copy?: (copy: Bytes) => Bytes;
  readonly data?: Partial<EntryData['redacted']>;
  readonly removeCapture?: boolean;
}

async function masked(changes: Changes = {}): Promise<SampleJournal> {
  const journal = new SampleJournal();
  await journal.add('dossier-opened', { alias: 'A', track: 'T1', departments: ['69'], product: 'x' });
  const original = await journal.picture(png(HEIGHT, 7), WIDTH, HEIGHT);
  const stampedBytes = png(HEIGHT + 10, 11);
  const stamped = await journal.picture(stampedBytes, WIDTH, HEIGHT + 10);
  const reading = await journal.blob(new TextEncoder().encode(`{"text":"${NAME}"}`), 'application/json');
  const seq = await journal.add('capture', captureData(original, stamped, { reading }));
  const honest = await writePng(WIDTH, HEIGHT + 10, maskedRows(pngRows(stampedBytes), BOXES));
  const copy = await journal.picture(changes.copy?.(honest) ?? honest, WIDTH, HEIGHT + 10);
  const target = journal.lines.find((line) => line.seq === seq)?.entry;
  await journal.add('redacted', {
    target: seq,
    hash: target?.hash ?? '',
    source: { role: 'stamped', sha256: stamped.sha256, width: WIDTH, height: HEIGHT + 10 },
    copy: { ...copy, type: 'image/png' },
    boxes: BOXES,
    why: 'nom d’une autre personne',
    originalInPack: false,
    ...changes.data,
  });
  if (changes.removeCapture) {
    const blobs = [original.sha256, stamped.sha256, reading.sha256, copy.sha256];
    await journal.add('removed', { target: seq, hash: target?.hash ?? '', blobs, reason: 'retiré' });
    for (const sha256 of blobs) journal.blobs.delete(sha256);
  }
  return journal;
}

async function exported(journal: SampleJournal) {
  const { blob, inspection } = await exportDossier(journal.options());
  const verification = await verifyExport(blobSource(blob));
  const said = (code: string) => verification.lines.filter((line) => line.code === code);
  const texts = new TextDecoder('utf-8', { fatal: false }).decode(await blob.arrayBuffer());
  return { inspection, verification, said, texts, paths: inspection.present.map(({ path }) => path) };
}

/** The honest copy with one pixel changed. */
function touched(x: number, y: number) {
  return (copy: Bytes): Bytes => {
    const image = PNG.sync.read(Buffer.from(copy));
    const at = 4 * (y * image.width + x);
    image.data[at] = (image.data[at] ?? 0) ^ 1;
    return new Uint8Array(PNG.sync.write(image, { colorType: 2 }));
  };
}

describe('a bag with a masked picture', () => {
  it('holds the copy alone, says why, and is intact', async () => {
    const { inspection, verification, said, texts, paths } = await exported(await masked());
    expect(verification.verdict).toBe('intact');
    expect(paths).toEqual(['data/captures/0002-caviardee.png']);
    expect(inspection.absent.map(({ path, reason, by }) => [path, reason, by])).toEqual([
      ['data/captures/0002-estampillee.png', 'redacted', 3],
      ['data/captures/0002-original.png', 'redacted', 3],
      ['data/lectures/0002.json', 'redacted', 3],
    ]);
    expect(said('redactions-ok')).toEqual([{ level: 'ok', code: 'redactions-ok', values: { count: 1 } }]);
    expect(said('redaction-left')[0]).toMatchObject({ level: 'warning', values: { target: 'P-0002', count: 2 } });
    expect(said('reference-redacted')).toHaveLength(3);
    expect(texts).toContain('Partie masquée par la personne : l’original (SHA-256 ');
    expect(texts).toContain('src="data/captures/0002-caviardee.png"');
    expect(texts).toContain('non joint, par choix de la personne');
    expect(texts).not.toContain(NAME);
  });

  it('holds the originals too when the person wants, and compares every pixel outside the boxes', async () => {
    const { verification, said, paths } = await exported(await masked({ data: { originalInPack: true } }));
    expect(verification.verdict).toBe('intact');
    expect(paths).toEqual([
      'data/captures/0002-original.png',
      'data/captures/0002-estampillee.png',
      'data/lectures/0002.json',
      'data/captures/0002-caviardee.png',
    ]);
    expect(said('redactions-ok')).toHaveLength(1);
    expect(said('redaction-left')).toEqual([]);
  });

  it.each<[string, string, Changes]>([
    ['one pixel of a box is another colour', 'redaction-box', { copy: touched(6, 5) }],
    [
      'one pixel outside differs from the original that is joined',
      'redaction-outside',
      { copy: touched(50, 2), data: { originalInPack: true } },
    ],
    ['the copy holds more than pixels', 'redaction-copy', { copy: withText }],
    ['the copy has alpha', 'redaction-copy', { copy: withAlpha }],
    ['the masking cites another line', 'redaction-wrong', { data: { hash: 'a'.repeat(64) } }],
    ['the masking cites a line that does not come before', 'redaction-wrong', { data: { target: 3 } }],
    [
      'the masking cites another picture',
      'redaction-wrong',
      { data: { source: { role: 'stamped', sha256: 'b'.repeat(64), width: WIDTH, height: HEIGHT + 10 } } },
    ],
    [
      'the masking says the other picture of the capture',
      'redaction-wrong',
      { data: { source: { role: 'imported', sha256: 'b'.repeat(64), width: WIDTH, height: HEIGHT + 10 } } },
    ],
  ])('is altered when %s', async (_, code, changes) => {
    const { verification, said } = await exported(await masked(changes));
    expect(verification.verdict).toBe('altered');
    expect(said(code)).toHaveLength(1);
    expect(said(code)[0]?.level).toBe('problem');
  });

  it('says that the files were removed when the picture went, copy and all', async () => {
    const { verification, said, paths, inspection } = await exported(await masked({ removeCapture: true }));
    expect(verification.verdict).toBe('intact');
    expect(paths).toEqual([]);
    expect(inspection.absent.map(({ path, reason }) => [path, reason])).toEqual([
      ['data/captures/0002-estampillee.png', 'removed'],
      ['data/captures/0002-original.png', 'removed'],
      ['data/lectures/0002.json', 'removed'],
      ['data/captures/0002-caviardee.png', 'removed'],
    ]);
    expect(said('reference-removed')).toHaveLength(4);
    expect(said('redaction-left')).toEqual([]);
    expect(said('tombstones-ok')).toHaveLength(1);
  });
});

function withText(copy: Bytes): Bytes {
  const body = Buffer.concat([Buffer.from('tEXt'), Buffer.from(`Author\0${NAME}`)]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.byteLength - 4);
  const end = copy.byteLength - 12;
  return new Uint8Array(Buffer.concat([copy.subarray(0, end), length, body, Buffer.alloc(4), copy.subarray(end)]));
}

function withAlpha(copy: Bytes): Bytes {
  return new Uint8Array(PNG.sync.write(PNG.sync.read(Buffer.from(copy)), { colorType: 6 }));
}

it('names its copy by what it holds', async () => {
  const journal = await masked();
  const entry = journal.lines.find((line) => line.entry?.kind === 'redacted')?.entry;
  if (entry?.kind !== 'redacted') throw new Error('no masking');
  const bytes = journal.blobs.get(entry.data.copy.sha256);
  await expect(sha256Hex(bytes ?? new Uint8Array())).resolves.toBe(entry.data.copy.sha256);
});
