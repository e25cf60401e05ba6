/** How much of a file that somebody gives is read: said on the screen before, and held to whatever the file says of itself. */

/** Largest file, in bytes; checked on `File.size`, before a byte is read. */
export const MAX_IMPORT_BYTES = 20_000_000;
/** Files taken at once. */
export const MAX_IMPORTS = 20;
/** Longest text kept of a file, in characters. */
export const MAX_IMPORT_TEXT = 200_000;
/**
 * Time that one file may take, in milliseconds; then its thread is ended (lib/imports/client.ts). pdf.js reads a page
 * without letting a timer through (measured: 60 MB unfolded from 200 kB take it 34 s), so nothing less ends it.
 */
export const MAX_READ_MS = 20_000;
/** Pages of a PDF whose text is read. */
export const MAX_TEXT_PAGES = 10;
/** Parts of an e-mail, one inside the other. */
export const MAX_MAIL_DEPTH = 40;
/** Lines of an e-mail that could begin a part: the parser keeps a node for each. */
export const MAX_MAIL_BOUNDARIES = 20_000;
/** Attachments listed by name. */
export const MAX_ATTACHMENTS = 50;
/** Days proposed from a text. */
export const MAX_PROPOSED = 6;
