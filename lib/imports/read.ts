/** Reads one file that somebody gives: what it is and what it says, or a refusal. It does not throw, and it writes nothing. */
import { MAX_IMPORT_BYTES } from './limits';
import { sniff } from './sniff';
import { BLANK, type DateRead, type ImportInput, type ReadResult, refused } from './types';

export async function readImport(input: ImportInput): Promise<ReadResult> {
  // Said of the bytes too: whoever calls may have looked at a size that was not theirs.
  if (input.bytes.byteLength > MAX_IMPORT_BYTES) return refused('file-too-large', input.name);
  try {
    return withDeviceDate(await readKind(input), input.lastModified);
  } catch (cause) {
    return refused('import-failed', cause instanceof Error ? cause.message.slice(0, 300) : String(cause));
  }
}

async function readKind({ bytes, name }: ImportInput): Promise<ReadResult> {
  const kind = sniff(bytes, name);
  switch (kind) {
    case 'empty':
      return refused('import-empty', name);
    case 'heic':
      return refused('import-heic', name);
    case 'jpeg':
    case 'png':
    case 'webp':
      return (await import('./picture')).readPicture(bytes, kind);
    case 'pdf':
      return (await import('./pdf')).readPdf(bytes);
    case 'cfb':
      return (await import('./msg')).readMsg(bytes);
    case 'mail':
      return (await import('./eml')).readEml(bytes);
    case 'other':
      return { ok: true, read: { ...BLANK, what: 'other', type: 'application/octet-stream' } };
  }
}

/** Where the file itself says no date, what the device says of the file is better than nothing, and is named so. */
function withDeviceDate(result: ReadResult, lastModified: number | null): ReadResult {
  if (!result.ok || result.read.date) return result;
  const year = lastModified === null ? 0 : new Date(lastModified).getUTCFullYear();
  if (lastModified === null || !(year >= 1980 && year < 2200)) return result;
  const date: DateRead = {
    from: 'file-modified',
    text: new Date(lastModified).toISOString(),
    instant: lastModified,
    wall: null,
  };
  return { ok: true, read: { ...result.read, date } };
}
