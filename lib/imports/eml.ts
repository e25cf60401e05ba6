/** An e-mail (.eml): headers, marks of an automatic reply, body as text, attachments by name. Nothing is loaded, opened or inflated. */
import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime';
import { autoReplyMarks } from './auto-reply';
import { MAX_ATTACHMENTS, MAX_MAIL_BOUNDARIES, MAX_MAIL_DEPTH } from './limits';
import { htmlWords, oneLine, paragraphs } from './plain';
import { proposedDays } from './text-dates';
import { type AttachmentRead, BLANK, type DateRead, type MailRead, type ReadFile, type ReadResult } from './types';

const TYPE = 'message/rfc822';
const OPTIONS = {
  maxNestingDepth: MAX_MAIL_DEPTH,
  maxHeadersSize: 512 * 1024,
  // A message inside the message is an attachment: listed, not opened.
  forceRfc822Attachments: true,
  maxRfc822NestingDepth: 0,
} as const;

export async function readEml(bytes: Uint8Array<ArrayBuffer>): Promise<ReadResult> {
  if (boundaryLines(bytes) > MAX_MAIL_BOUNDARIES) return closed('import-mail-complex');
  let email: Email;
  try {
    email = await PostalMime.parse(bytes, OPTIONS);
  } catch (cause) {
    // The parser throws plain errors for what goes past its limits, and for nothing else that we may go on from.
    return closed(
      cause instanceof Error && /exceeded/.test(cause.message) ? 'import-mail-complex' : 'import-mail-damaged',
    );
  }
  const mail = mailOf(email);
  const text = email.text?.trim() ? paragraphs(email.text) : htmlWords(email.html ?? '');
  const nothing = !mail.from && !mail.subject && !mail.messageId && !headerOf(email, 'date');
  return {
    ok: true,
    read: {
      ...BLANK,
      what: 'mail',
      type: TYPE,
      date: mailDate(headerOf(email, 'date')),
      proposed: proposedDays(text),
      text,
      mail,
      problem: nothing ? 'import-mail-damaged' : null,
    },
  };
}

/** A mail whose inside stays closed: it may be kept as it is. */
function closed(problem: NonNullable<ReadFile['problem']>): ReadResult {
  return { ok: true, read: { ...BLANK, what: 'mail', type: TYPE, problem } };
}

/** Lines that begin with two hyphens: each could begin a part, for which the parser keeps a node. */
function boundaryLines(bytes: Uint8Array<ArrayBuffer>): number {
  let found = 0;
  for (let at = bytes.indexOf(0x2d); at !== -1; at = bytes.indexOf(0x2d, at + 1)) {
    if (bytes[at + 1] === 0x2d && (at === 0 || bytes[at - 1] === 0x0a)) found += 1;
  }
  return found;
}

function headerOf(email: Email, key: string): string {
  return email.headers.find((header) => header.key === key)?.value ?? '';
}

function mailOf(email: Email): MailRead {
  const first = new Map<string, string>();
  for (const { key, value } of email.headers) if (!first.has(key)) first.set(key, value);
  const subject = oneLine(email.subject ?? '');
  return {
    from: email.from ? addressText([email.from]) : '',
    to: addressText(email.to ?? []),
    subject,
    messageId: oneLine(email.messageId ?? '', 200),
    autoReply: autoReplyMarks(first, subject),
    attachments: email.attachments.slice(0, MAX_ATTACHMENTS).map(attachment),
    moreAttachments: Math.max(0, email.attachments.length - MAX_ATTACHMENTS),
  };
}

function attachment({ filename, mimeType, content }: Attachment): AttachmentRead {
  return {
    name: oneLine(filename ?? '', 200),
    type: oneLine(mimeType, 100),
    bytes: typeof content === 'string' ? content.length : content.byteLength,
  };
}

/** « Nom <adresse>, … », cut at 500 characters. */
function addressText(addresses: readonly Address[]): string {
  const flat = addresses.slice(0, 50).flatMap((one) => (one.group ? one.group.slice(0, 50) : [one]));
  return oneLine(
    flat.map(({ name, address }) => (name && address ? `${name} <${address}>` : name || address)).join(', '),
  );
}

/** A header date counts with its zone only: without one, the hour would be nobody's. */
export function mailDate(header: string): DateRead | null {
  const text = oneLine(header, 100);
  if (!text) return null;
  const instant = /[+-]\d{4}|\bGMT|\bUTC?\b|Z$/i.test(text) ? Date.parse(text.replace(/\([^()]*\)/g, '')) : Number.NaN;
  const year = Number.isFinite(instant) ? new Date(instant).getUTCFullYear() : 0;
  return { from: 'mail-header', text, instant: year >= 1980 && year < 2200 ? instant : null, wall: null };
}
