/** Makes a masked copy of a stored picture and writes its line: both or neither. */
import type { RedactDraft } from '@/components/redact/RedactScreen';
import { sha256Hex } from '@/lib/domain/chain';
import type { Entry } from '@/lib/domain/entry';
import { AppError } from '@/lib/domain/errors';
import { pngHeader, pngRows } from '@/lib/domain/png-rows';
import { maskedRows, writePng } from '@/lib/domain/png-write';
import { boxesOf, type RedactionSource, sourceOf } from '@/lib/domain/redact';
import type { Box } from '@/lib/domain/redacted';
import type { Draft, Journal } from '@/lib/journal/types';

type Bytes = Uint8Array<ArrayBuffer>;

/** Rows decoded by the browser at a time: a strip of a wide picture is a few megabytes. */
const STRIP = 256;

/**
 * The rows of a picture that the browser decodes (JPEG, WebP, unusual PNG), upright, on white.
 * @throws AppError picture-unreadable
 */
async function* decodedRows(bytes: Bytes, source: RedactionSource): AsyncGenerator<Bytes> {
  const picture = await createImageBitmap(new Blob([bytes], { type: source.type })).catch((cause: unknown) => {
    throw new AppError('picture-unreadable', { detail: 'cannot be decoded', cause });
  });
  const { width, height } = picture;
  const context = new OffscreenCanvas(width, Math.min(STRIP, height)).getContext('2d', { willReadFrequently: true });
  if (!context || width !== source.width || height !== source.height) {
    throw new AppError('picture-unreadable', { detail: `${width} × ${height}` });
  }
  try {
    for (let top = 0; top < height; top += STRIP) {
      const rows = Math.min(STRIP, height - top);
      context.fillStyle = '#fff';
      context.fillRect(0, 0, width, rows);
      context.drawImage(picture, 0, top, width, rows, 0, 0, width, rows);
      const { data } = context.getImageData(0, 0, width, rows);
      for (let y = 0; y < rows; y += 1) yield withoutAlpha(data, y * width, width);
    }
  } finally {
    picture.close();
  }
}

function withoutAlpha(rgba: Uint8ClampedArray, from: number, width: number): Bytes {
  const row = new Uint8Array(width * 3);
  for (let x = 0; x < width; x += 1) {
    const at = 4 * (from + x);
    row[3 * x] = rgba[at] ?? 0;
    row[3 * x + 1] = rgba[at + 1] ?? 0;
    row[3 * x + 2] = rgba[at + 2] ?? 0;
  }
  return row;
}

/**
 * The copy: our own PNG, three colours, the boxes of one colour, nothing of what was under them.
 * @throws AppError picture-unreadable
 */
export async function maskedCopy(bytes: Bytes, source: RedactionSource, boxes: readonly Box[]): Promise<Bytes> {
  const header = source.type === 'image/png' ? pngHeader(bytes) : null;
  const plain = header !== null && header.width === source.width && header.height === source.height;
  const rows = plain ? pngRows(bytes) : decodedRows(bytes, source);
  try {
    return await writePng(source.width, source.height, maskedRows(rows, boxes));
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError('picture-unreadable', { detail: 'the copy could not be made', cause });
  }
}

/** No copy is written of a picture whose files went in the meantime (another window). @throws AppError blob-missing */
async function stillThere(journal: Journal, dossier: string, target: number): Promise<void> {
  for await (const { entry } of journal.read(dossier, target)) {
    if (entry?.kind === 'removed' && entry.data.target === target) {
      throw new AppError('blob-missing', { detail: `entry ${target}` });
    }
  }
}

/**
 * Masks parts of an entry's picture.
 * @returns the number of the new entry
 * @throws AppError picture-unreadable, blob-missing, blob-altered, storage-full, entry-invalid
 */
export async function writeRedaction(
  journal: Journal,
  dossier: string,
  target: Entry,
  draft: RedactDraft,
): Promise<number> {
  const source = sourceOf(target);
  if (!source) throw new AppError('entry-invalid', { detail: `entry ${target.seq} has no picture` });
  const boxes = boxesOf(draft.boxes, source);
  const { bytes } = await journal.blob(source.sha256);
  if ((await sha256Hex(bytes)) !== source.sha256) throw new AppError('blob-altered', { detail: source.sha256 });
  const copy = await maskedCopy(bytes, source, boxes);
  const { role, sha256, width, height } = source;
  const blob = { sha256: await sha256Hex(copy), type: 'image/png', bytes: copy };
  const why = draft.why.trim();
  const prepared = async (): Promise<Draft<'redacted'>> => {
    await stillThere(journal, dossier, target.seq);
    const data = {
      target: target.seq,
      hash: target.hash,
      source: { role, sha256, width, height },
      copy: { sha256: blob.sha256, bytes: copy.byteLength, type: 'image/png' as const, width, height },
      boxes,
      ...(why ? { why } : {}),
      originalInPack: draft.originalInPack,
    };
    return { kind: 'redacted', data, blobs: [blob] };
  };
  return (await journal.append(dossier, prepared)).entry.seq;
}
