/** The one error type that we expect: a code that has a sentence in every language (`errors.<code>` in lib/locales). */

/**
 * Every expected failure. A meta-test checks that each code has its sentence in each language.
 * Adding one: add it here, then in lib/locales/fr/ui.ts and lib/locales/en/ui.ts.
 */
export const ERROR_CODES = [
  // capture
  'no-gesture', // the browser gives pixels only after a click on our button, our shortcut or our menu
  'capture-quota', // Chromium allows two captures a second
  'tab-changed', // another tab or page came to the front while the picture was being taken
  'tab-closed',
  'protected-page', // the browser's own pages, its store: no extension may read them
  'worker-stopped', // the browser stopped the extension between the intent and the picture
  'cancelled',
  'picture-unreadable', // the browser gave an empty or broken picture
  'page-too-large', // beyond what a canvas holds
  'page-moving', // the page kept changing while it was being assembled
  'rerender-failed',
  'rerender-not-allowed',
  'stamp-failed',
  'page-unreadable', // our reader could not run in the page, or gave nothing
  'capture-failed', // anything else, with the browser's own words in `detail`
  // journal
  'storage-full',
  'storage-unavailable',
  'entry-unknown-version',
  'entry-invalid',
  'chain-broken',
  'blob-missing',
  'blob-altered',
  'dossier-unknown',
  'file-too-large',
  'owner-unconfirmed', // « whose page is it? » has not been answered
  // imports
  'import-empty',
  'import-heic', // a phone's own format: no browser of ours can clean it
  'import-picture-damaged', // its metadata cannot be taken out, so it may not leave the device
  'import-pdf-locked', // a password is asked for
  'import-pdf-damaged',
  'import-mail-damaged',
  'import-mail-complex', // beyond the limits: parts in parts, headers without end
  'import-too-slow',
  'import-cancelled',
  'import-failed', // anything else, with the reader's own words in `detail`
  // a dossier from another computer
  'arrival-moved', // the dossier here is not what it was when the ZIP was compared with it
  'arrival-cancelled',
  'arrival-unreadable', // the file went away, or changed, since it was verified
  // permissions and messages
  'permission-missing',
  'message-refused',
  // export and verification
  'export-source-failed',
  'export-cancelled',
  'export-no-room', // the browser could not hold the ZIP: its disk is full, most often
  'not-an-export',
  'bag-altered',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** An expected failure: the UI shows the sentence of `code`; `detail` is for the journal, never shown alone. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly detail: string | undefined;

  constructor(code: ErrorCode, options: { detail?: string; cause?: unknown } = {}) {
    super(options.detail ? `${code}: ${options.detail}` : code, { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.detail = options.detail;
  }
}

/** True for a value that is one of our codes (messages cross contexts as plain objects). */
export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && (ERROR_CODES as readonly string[]).includes(value);
}
