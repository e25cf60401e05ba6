/** A picture: its size and date, and the copy that may leave the device. Its pixels are never decoded here. */
import { cleanJpeg } from './jpeg';
import { cleanPng } from './png';
import { BLANK, type ReadResult, refused } from './types';
import { cleanWebp } from './webp';

const READERS = { jpeg: cleanJpeg, png: cleanPng, webp: cleanWebp } as const;

/** A picture that cannot be cleaned is refused: kept as it is, it could carry a place into the export. */
export function readPicture(bytes: Uint8Array<ArrayBuffer>, kind: keyof typeof READERS): ReadResult {
  const cleaned = READERS[kind](bytes);
  if (!cleaned) return refused('import-picture-damaged', kind);
  const { copy, stripped, size, date } = cleaned;
  const same = copy.byteLength === bytes.byteLength && stripped.length === 0;
  return {
    ok: true,
    read: { ...BLANK, what: 'picture', type: `image/${kind}`, copy: same ? null : copy, stripped, size, date },
  };
}
