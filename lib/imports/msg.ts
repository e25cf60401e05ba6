/** An e-mail as Outlook saves it (.msg, [MS-OXMSG]): the same as an .eml gives; compressed bodies (RTF) and attachments stay closed. */
import { autoReplyMarks } from './auto-reply';
import { Bytes } from './bytes';
import { type CfbEntry, CfbError, openCfb } from './cfb';
import { mailDate } from './eml';
import { MAX_ATTACHMENTS } from './limits';
import { htmlWords, oneLine, paragraphs } from './plain';
import { proposedDays } from './text-dates';
import { type AttachmentRead, BLANK, type DateRead, type ReadResult } from './types';

const TYPE = 'application/vnd.ms-outlook';
/** Property numbers of [MS-OXPROPS], as they stand in the names of the streams. */
const PROP = {
  messageClass: '001A',
  subject: '0037',
  headers: '007D',
  senderName: '0C1A',
  senderAddress: '0C1F',
  senderSmtp: '5D01',
  to: '0E04',
  body: '1000',
  html: '1013',
  messageId: '1035',
  longName: '3707',
  shortName: '3704',
  mime: '370E',
  content: '3701',
} as const;
const SUBMITTED = 0x0039;
const DELIVERED = 0x0e06;
const CODE_PAGE = 0x3fde;
/** Milliseconds between 1601, where Windows counts from, and 1970. */
const WINDOWS_EPOCH = 11_644_473_600_000;
/** Headers longer than this are no message's. */
const MAX_STREAM = 4_000_000;

export function readMsg(bytes: Uint8Array<ArrayBuffer>): ReadResult {
  try {
    return readMessage(openCfb(bytes));
  } catch (cause) {
    if (!(cause instanceof CfbError)) throw cause;
    return { ok: true, read: { ...BLANK, what: 'mail', type: TYPE, problem: 'import-mail-damaged' } };
  }
}

function readMessage(root: CfbEntry): ReadResult {
  const children = root.children();
  const fixed = fixedValues(children);
  const prop = properties(children, fixed.codePage);
  const headers = headerMap(prop(PROP.headers));
  const subject = oneLine(prop(PROP.subject));
  const messageClass = prop(PROP.messageClass).toLowerCase();
  // A contact, a Word document: compound files too, and no message.
  if (!messageClass.startsWith('ipm.note') && !messageClass.startsWith('report.') && !subject && headers.size === 0) {
    return { ok: true, read: { ...BLANK, what: 'other', type: 'application/x-cfb' } };
  }
  const text = paragraphs(prop(PROP.body)) || htmlWords(prop(PROP.html));
  const marks = autoReplyMarks(headers, subject);
  const automatic = /oof|autoreply|autoresponse/.test(messageClass);
  const attachments = children.filter((child) => child.folder && child.name.startsWith('__attach_version1.0_'));
  const mail = {
    from: sender(prop),
    to: oneLine(prop(PROP.to)),
    subject,
    messageId: oneLine(prop(PROP.messageId) || (headers.get('message-id') ?? ''), 200),
    autoReply: automatic ? [...marks, 'message-class' as const] : marks,
    attachments: attachments.slice(0, MAX_ATTACHMENTS).map(attachment),
    moreAttachments: Math.max(0, attachments.length - MAX_ATTACHMENTS),
  };
  const date = fixed.date ?? mailDate(headers.get('date') ?? '');
  return { ok: true, read: { ...BLANK, what: 'mail', type: TYPE, date, proposed: proposedDays(text), text, mail } };
}

type Prop = (id: string) => string;

/** The texts of one folder, by property number. */
function properties(children: readonly CfbEntry[], codePage: number): Prop {
  const streams = new Map(children.filter((child) => !child.folder).map((child) => [child.name.toUpperCase(), child]));
  return (id) => {
    const found = (type: string): Uint8Array<ArrayBuffer> | null => {
      const stream = streams.get(`__SUBSTG1.0_${id}${type}`);
      return stream && stream.size <= MAX_STREAM ? stream.bytes() : null;
    };
    const wide = found('001F');
    if (wide) return new TextDecoder('utf-16le').decode(wide).split('\0')[0] ?? '';
    const narrow = found('001E') ?? found('0102');
    return narrow ? decoder(codePage).decode(narrow) : '';
  };
}

function decoder(codePage: number): TextDecoder {
  if (codePage === 65_001) return new TextDecoder('utf-8');
  return new TextDecoder(codePage >= 1250 && codePage <= 1258 ? `windows-${codePage}` : 'windows-1252');
}

/** Values that hold in eight bytes stand together in one stream: the dates, the code page. */
function fixedValues(children: readonly CfbEntry[]): { date: DateRead | null; codePage: number } {
  const stream = children.find((child) => child.name === '__properties_version1.0');
  const values = new Map<number, { low: number; high: number }>();
  if (stream && stream.size <= MAX_STREAM) {
    const read = new Bytes(stream.bytes());
    for (let at = 32; at + 16 <= read.length; at += 16) {
      values.set(read.u16(at + 2, true) ?? 0, {
        low: read.u32(at + 8, true) ?? 0,
        high: read.u32(at + 12, true) ?? 0,
      });
    }
  }
  const time = values.get(SUBMITTED) ?? values.get(DELIVERED);
  const instant = time ? Math.round((time.high * 2 ** 32 + time.low) / 10_000) - WINDOWS_EPOCH : Number.NaN;
  const year = Number.isFinite(instant) && Math.abs(instant) < 8e15 ? new Date(instant).getUTCFullYear() : 0;
  const date: DateRead | null =
    year >= 1980 && year < 2200
      ? { from: 'mail-header', text: new Date(instant).toISOString(), instant, wall: null }
      : null;
  return { date, codePage: values.get(CODE_PAGE)?.low ?? 1252 };
}

/** The headers of the way through the Internet, where Outlook kept them. */
function headerMap(raw: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const line of raw
    .slice(0, 200_000)
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)) {
    const header = /^([\w-]{1,60}):\s?(.*)$/.exec(line);
    const name = header?.[1]?.toLowerCase();
    if (name && !found.has(name)) found.set(name, header?.[2] ?? '');
  }
  return found;
}

function sender(prop: Prop): string {
  const name = prop(PROP.senderName);
  const address = prop(PROP.senderSmtp) || prop(PROP.senderAddress);
  return oneLine(name && address && name !== address ? `${name} <${address}>` : name || address);
}

function attachment(folder: CfbEntry): AttachmentRead {
  const children = folder.children();
  const prop = properties(children, 1252);
  const content = children.find((child) => child.name.toUpperCase().startsWith(`__SUBSTG1.0_${PROP.content}`));
  return {
    name: oneLine(prop(PROP.longName) || prop(PROP.shortName), 200),
    type: oneLine(prop(PROP.mime), 100),
    bytes: content && !content.folder ? content.size : 0,
  };
}
