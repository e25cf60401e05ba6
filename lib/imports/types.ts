/** What reading a file gives: what it is, what it says of its date, the copy that may leave the device, or a refusal. */
import type { ErrorCode } from '@/lib/domain/errors';
import type { AutoReplyMark, FileDateFrom, ImportWhat, Stripped } from '@/lib/domain/imported';

/** Bytes as they were given. */
export interface ImportInput {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Milliseconds since the Unix epoch, as the device says; null when it does not. */
  readonly lastModified: number | null;
}

/** A date that the file itself carries. */
export interface DateRead {
  readonly from: FileDateFrom;
  /** As it stands in the file. */
  readonly text: string;
  /** Milliseconds since the Unix epoch; null when the file names no time zone. */
  readonly instant: number | null;
  /** `YYYY-MM-DDTHH:MM`, as written, without its zone. */
  readonly wall: string | null;
}

/** A day found in a text, with the words that say it. */
export interface ProposedDay {
  readonly day: string;
  readonly text: string;
}

export interface AttachmentRead {
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
}

export interface MailRead {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly messageId: string;
  /** Why it looks like an automatic reply; a proposal, the person decides. */
  readonly autoReply: readonly AutoReplyMark[];
  /** Never opened, never inflated. */
  readonly attachments: readonly AttachmentRead[];
  readonly moreAttachments: number;
}

export interface ReadFile {
  readonly what: ImportWhat;
  /** Media type, from the bytes and not from the name. */
  readonly type: string;
  /** The copy without metadata; null when the file holds none, or when it is kept as it is. */
  readonly copy: Uint8Array<ArrayBuffer> | null;
  readonly stripped: readonly Stripped[];
  readonly size: { readonly width: number; readonly height: number } | null;
  readonly pages: number | null;
  readonly date: DateRead | null;
  readonly proposed: readonly ProposedDay[];
  /** Text found inside, '' for none. */
  readonly text: string;
  readonly mail: MailRead | null;
  /** Why its inside could not be read; it may be kept as it is. */
  readonly problem: ErrorCode | null;
}

export type ReadResult =
  | { readonly ok: true; readonly read: ReadFile }
  | { readonly ok: false; readonly error: ErrorCode; readonly detail: string };

/** Nothing known: what each reader starts from. */
export const BLANK: Omit<ReadFile, 'what' | 'type'> = {
  copy: null,
  stripped: [],
  size: null,
  pages: null,
  date: null,
  proposed: [],
  text: '',
  mail: null,
  problem: null,
};

export const refused = (error: ErrorCode, detail = ''): ReadResult => ({ ok: false, error, detail });

/** A picture without its metadata, and what was read before they went. */
export interface Cleaned {
  readonly copy: Uint8Array<ArrayBuffer>;
  readonly stripped: readonly Stripped[];
  /** As it shows, once turned. */
  readonly size: { readonly width: number; readonly height: number };
  readonly date: DateRead | null;
}
