/** The file of a letter: what goes out, and what the journal keeps. Names are neutral (domain.md § 7.4.6). */
import { canonicalJson } from '@/lib/domain/canonical';
import { sha256Hex } from '@/lib/domain/chain';
import type { FileRef } from '@/lib/domain/entry';
import { plainText } from '@/lib/domain/letter-plain';
import type { LetterDocument, Piece } from '@/lib/domain/letter-types';
import type { BlobDraft } from '@/lib/journal/types';
import type { LetterFlag } from '@/lib/pdf/letter';

export interface LetterFile {
  readonly ref: FileRef;
  readonly blob: BlobDraft;
  /** What the person should know of the paper: letters drawn another way, not drawn at all, or too many sheets. */
  readonly flags: readonly LetterFlag['code'][];
}

/** A message is kept as the text that was sent, a letter as the sheet that was printed. */
export const isMessage = ({ medium }: Pick<LetterDocument, 'medium'>): boolean =>
  medium === 'form' || medium === 'mail';

/** @param day `YYYY-MM-DD` */
export const fileName = (document: Pick<LetterDocument, 'medium'>, day: string): string =>
  isMessage(document) ? `message-${day}.txt` : `courrier-${day}.pdf`;

/** @param day of today, for the name. The writer of PDF and its fonts are loaded only when they are needed. */
export async function letterFile(document: LetterDocument, day: string): Promise<LetterFile> {
  const { bytes, flags } = isMessage(document)
    ? { bytes: new TextEncoder().encode(`${plainText(document, { object: true })}\n`), flags: [] }
    : await (await import('@/lib/pdf/letter')).makeLetterPdf(document);
  const type = isMessage(document) ? 'text/plain' : 'application/pdf';
  const sha256 = await sha256Hex(bytes);
  return {
    ref: { sha256, bytes: bytes.byteLength, type, name: fileName(document, day) },
    blob: { sha256, type, bytes },
    flags: flags.map(({ code }) => code),
  };
}

/** Names a letter by what it says and by the numbers of its pièces: the same letter has the same digest. */
export function digestOf(document: LetterDocument, pieces: readonly Piece[]): Promise<string> {
  const said = { document, pieces: pieces.map(({ number, seq }) => ({ number, seq })) };
  return sha256Hex(new TextEncoder().encode(canonicalJson(said)));
}
