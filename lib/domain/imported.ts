/** The words of an imported file: what it is, what the person says that it shows, where its date comes from. */

/** Found from the bytes. */
export const IMPORT_WHATS = ['picture', 'pdf', 'mail', 'other'] as const;
export type ImportWhat = (typeof IMPORT_WHATS)[number];

/** What the person says that it shows. */
export const IMPORT_SHOWS = [
  'call-log',
  'letter',
  'deposit-slip', // the proof that a letter was handed to the post
  'receipt', // the signed receipt (avis de réception): another document than the deposit (domain.md § 6.1)
  'return', // the letter that came back
  'message',
  'auto-reply',
  'reply',
  'other',
] as const;
export type ImportShows = (typeof IMPORT_SHOWS)[number];

/** Where the file's own date was read; `file-modified` is only what the device says of the file. */
export const FILE_DATE_FROM = ['exif', 'pdf-info', 'mail-header', 'file-modified'] as const;
export type FileDateFrom = (typeof FILE_DATE_FROM)[number];

/** What was taken out of the copy that is exported. */
export const STRIPPED = ['exif', 'gps', 'thumbnail', 'xmp', 'iptc', 'comment', 'time', 'trailer', 'other'] as const;
export type Stripped = (typeof STRIPPED)[number];

/** Why a message looks automatic (RFC 3834 and what is met in the wild). */
export const AUTO_REPLY_MARKS = ['auto-submitted', 'x-autoreply', 'precedence', 'subject', 'message-class'] as const;
export type AutoReplyMark = (typeof AUTO_REPLY_MARKS)[number];

/** Largest picture that is shown, in pixels: a small file may say that it is 60,000 pixels wide, and drawing it costs gigabytes. */
export const MAX_SHOWN_PIXELS = 60_000_000;

/** Whether a picture may be drawn; one whose size is not known may not. */
export function canShow(size: { readonly width: number; readonly height: number } | undefined | null): boolean {
  return !!size && size.width > 0 && size.height > 0 && size.width * size.height <= MAX_SHOWN_PIXELS;
}
