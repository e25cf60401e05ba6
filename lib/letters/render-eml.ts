/** A letter as a mail draft (`.eml`): the person's own mail program opens it, they read it again and send it. */
import { lineText, plainText } from '@/lib/domain/letter-plain';
import type { LetterDocument } from '@/lib/domain/letter-types';
import { cleanLine, isMailAddress } from '@/lib/domain/letter-values';
import { type Attachment, header, mailbox, multipart, rawHeader } from './mime';

export interface DraftOptions {
  readonly from?: { readonly name: string; readonly address: string };
  readonly to?: string;
  /** When the draft is made (milliseconds since the Unix epoch); mail programs write their own date when they send. */
  readonly at: number;
  readonly files: readonly Attachment[];
}

/** More than this may be refused on the way: said before, never a block. [P], domain.md § 5.5. */
export const MAIL_BYTES = 8_000_000;

/** Whether the attached files pass what many mailboxes take; base64 adds a third. */
export function isHeavy(files: readonly Attachment[]): boolean {
  return files.reduce((sum, file) => sum + file.bytes.length, 0) > MAIL_BYTES;
}

/**
 * The draft, seven-bit, its lines ended by CRLF. `X-Unsent` makes Outlook open it as a draft; it also says that this
 * file is no proof of sending. No program name, no message id, no address that does not hold.
 */
export function emlDraft(document: LetterDocument, { from, to, at, files }: DraftOptions): string {
  const subject = document.object ? cleanLine(lineText(document.object)) : '';
  const headers = [
    'X-Unsent: 1',
    `Date: ${mailDate(at)}`,
    ...(from && isMailAddress(from.address) ? [rawHeader('From', [mailbox(cleanLine(from.name), from.address)])] : []),
    ...(to !== undefined && isMailAddress(to) ? [`To: ${to}`] : []),
    ...(subject === '' ? [] : [header('Subject', subject)]),
    'Content-Language: fr',
  ];
  return multipart(headers, plainText(document), files);
}

/** RFC 5322 § 3.3, in UTC. */
function mailDate(at: number): string {
  return new Date(at).toUTCString().replace('GMT', '+0000');
}
