/** Writing a masking in a real journal, and removing the picture with its copies. */
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { checkChain } from '@/lib/domain/chain';
import type { Entry, EntryOf } from '@/lib/domain/entry';
import { pngHeader } from '@/lib/domain/png-rows';
import { hashBytes } from '@/lib/journal/hash';
import type { Journal } from '@/lib/journal/types';
import { writeRedaction } from '@/lib/screen/write-redaction';
import { captureData } from '../export/sample';
import { dossier, journal, linesOf, note, stored } from '../journal/support';

const code = (wanted: string) => expect.objectContaining({ code: wanted });
const BOX = { x: 2, y: 3, width: 4, height: 5 };
const DRAFT = { boxes: [BOX], why: ' nom d’un tiers ', originalInPack: false };

function pngOf(height: number, seed: number): Uint8Array<ArrayBuffer> {
  const image = new PNG({ width: 20, height });
  for (let i = 0; i < image.data.length; i += 1) image.data[i] = i % 4 === 3 ? 255 : (i * seed) % 253;
  return new Uint8Array(PNG.sync.write(image, { colorType: 2 }));
}

async function withCapture(): Promise<{ one: Journal; id: string; capture: EntryOf<'capture'> }> {
  const one = await journal();
  const id = await dossier(one);
  const files = await Promise.all(
    [pngOf(16, 3), pngOf(24, 5)].map(async (bytes) => ({ sha256: await hashBytes(bytes), type: 'image/png', bytes })),
  );
  const [original, stamped] = files.map(({ sha256, type, bytes }, index) => ({
    ...{ sha256, type, bytes: bytes.byteLength },
    ...{ width: 20, height: index === 0 ? 16 : 24 },
  }));
  if (!original || !stamped) throw new Error('no picture');
  const draft = { kind: 'capture' as const, data: captureData(original, stamped), blobs: files };
  const { entry } = await one.append(id, draft);
  return { one, id, capture: entry as EntryOf<'capture'> };
}

async function entryAt(one: Journal, id: string, seq: number): Promise<Entry> {
  for await (const { entry } of one.read(id, seq)) if (entry) return entry;
  throw new Error(`no entry ${seq}`);
}

async function redacted(one: Journal, id: string, seq: number): Promise<EntryOf<'redacted'>> {
  const entry = await entryAt(one, id, seq);
  if (entry.kind !== 'redacted') throw new Error(entry.kind);
  return entry;
}

describe('writeRedaction', () => {
  it('writes the copy and its line, bound to the picture by both hashes and the boxes', async () => {
    const { one, id, capture } = await withCapture();
    const seq = await writeRedaction(one, id, capture, { ...DRAFT, boxes: [{ x: 1.4, y: 2.2, width: 4, height: 5 }] });
    const { data } = await redacted(one, id, seq);
    expect(data).toMatchObject({
      target: capture.seq,
      hash: capture.hash,
      source: { role: 'stamped', sha256: capture.data.stamped?.sha256, width: 20, height: 24 },
      boxes: [{ x: 1, y: 2, width: 5, height: 6 }],
      why: 'nom d’un tiers',
      originalInPack: false,
    });
    const { bytes } = await one.blob(data.copy.sha256);
    expect(pngHeader(bytes)).toEqual({ width: 20, height: 24, channels: 3 });
    const read = PNG.sync.read(Buffer.from(bytes));
    const source = PNG.sync.read(Buffer.from(pngOf(24, 5)));
    const at = 4 * (3 * 20 + 2);
    expect([...read.data.subarray(at, at + 4)]).toEqual([0, 0, 0, 255]);
    expect(read.data.subarray(0, 4)).toEqual(source.data.subarray(0, 4));
    // The pictures as they were are still on the device.
    await expect(one.blob(capture.data.original.sha256)).resolves.toMatchObject({ type: 'image/png' });
    await expect(checkChain(await linesOf(one, id))).resolves.toMatchObject({ count: 3, problems: [] });
  });

  it('can be done again: a new line, the first one stays', async () => {
    const { one, id, capture } = await withCapture();
    expect(await writeRedaction(one, id, capture, DRAFT)).toBe(3);
    expect(await writeRedaction(one, id, capture, { ...DRAFT, originalInPack: true, why: '' })).toBe(4);
    expect((await redacted(one, id, 3)).data.originalInPack).toBe(false);
    expect((await redacted(one, id, 4)).data).not.toHaveProperty('why');
  });

  it('refuses what has no picture, no box on it, or has lost its files, also when they go in the meantime', async () => {
    const { one, id, capture } = await withCapture();
    const { entry } = await one.append(id, note('x'));
    await expect(writeRedaction(one, id, entry, DRAFT)).rejects.toEqual(code('entry-invalid'));
    const outside = { ...DRAFT, boxes: [{ x: 90, y: 0, width: 4, height: 4 }] };
    await expect(writeRedaction(one, id, capture, outside)).rejects.toEqual(code('entry-invalid'));
    const racing: Journal = {
      ...one,
      append: async (...all: Parameters<Journal['append']>) => {
        await one.removeFiles(id, capture.seq, 'ailleurs');
        return one.append(...all);
      },
    } as Journal;
    await expect(writeRedaction(racing, id, capture, DRAFT)).rejects.toEqual(code('blob-missing'));
    await expect(writeRedaction(one, id, capture, DRAFT)).rejects.toEqual(code('blob-missing'));
    await expect(stored()).resolves.toMatchObject({ blobs: 0 });
  });
});

describe('removing a masked picture', () => {
  it('takes every copy with it, in one tombstone, and the chain holds', async () => {
    const { one, id, capture } = await withCapture();
    const first = await redacted(one, id, await writeRedaction(one, id, capture, DRAFT));
    const second = await redacted(
      one,
      id,
      await writeRedaction(one, id, capture, { ...DRAFT, boxes: [{ ...BOX, width: 9 }] }),
    );
    const before = await linesOf(one, id);
    const tombstone = await one.removeFiles(id, capture.seq, 'mauvaise personne');
    expect(tombstone.data).toMatchObject({ target: capture.seq, hash: capture.hash });
    expect(new Set(tombstone.data.blobs)).toEqual(
      new Set([
        capture.data.original.sha256,
        capture.data.stamped?.sha256,
        first.data.copy.sha256,
        second.data.copy.sha256,
      ]),
    );
    await expect(stored()).resolves.toMatchObject({ blobs: 0 });
    expect((await linesOf(one, id)).slice(0, -1)).toEqual(before);
    await expect(checkChain(await linesOf(one, id))).resolves.toMatchObject({ count: 5, problems: [] });
    await expect(one.removeFiles(id, first.seq, 'x')).rejects.toEqual(code('blob-missing'));
  });

  it('leaves the picture when only its copy goes', async () => {
    const { one, id, capture } = await withCapture();
    const copy = await redacted(one, id, await writeRedaction(one, id, capture, DRAFT));
    const tombstone = await one.removeFiles(id, copy.seq, 'mal masquée');
    expect(tombstone.data.blobs).toEqual([copy.data.copy.sha256]);
    await expect(one.blob(capture.data.original.sha256)).resolves.toMatchObject({ type: 'image/png' });
    await expect(stored()).resolves.toMatchObject({ blobs: 2 });
  });

  it('of another picture takes no copy of this one', async () => {
    const { one, id, capture } = await withCapture();
    const copy = await redacted(one, id, await writeRedaction(one, id, capture, DRAFT));
    const bytes = pngOf(9, 7);
    const sha256 = await hashBytes(bytes);
    const ref = { sha256, type: 'image/png', bytes: bytes.byteLength, width: 20, height: 9 };
    const other = {
      kind: 'capture' as const,
      data: captureData(ref, null),
      blobs: [{ sha256, type: 'image/png', bytes }],
    };
    const { entry } = await one.append(id, other);
    const tombstone = await one.removeFiles(id, entry.seq, 'x');
    expect(tombstone.data.blobs).toEqual([sha256]);
    await expect(one.blob(copy.data.copy.sha256)).resolves.toMatchObject({ type: 'image/png' });
  });
});
