/**
 * A PDF: how many pages, the text of the first ones, the dates that it says. Read by pdf.js in the same thread (its
 * worker module is imported, so no address is fetched), without scripts, forms, fonts or pictures: nothing is drawn.
 * The legacy build: ours runs in Chromium 120 and Node 20, which lack what the modern one asks for.
 */
import type { ErrorCode } from '@/lib/domain/errors';
import { MAX_IMPORT_TEXT, MAX_TEXT_PAGES } from './limits';
import { oneLine, paragraphs } from './plain';
import { proposedDays } from './text-dates';
import { BLANK, type DateRead, type ReadFile, type ReadResult } from './types';

const TYPE = 'application/pdf';

type Library = typeof import('pdfjs-dist/legacy/build/pdf.mjs');
type Document = Awaited<ReturnType<Library['getDocument']>['promise']>;
type TextContent = Awaited<ReturnType<Page['getTextContent']>>;

async function library(): Promise<Library> {
  // Sets globalThis.pdfjsWorker, which pdf.js then uses instead of starting a worker from an address.
  await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}

export async function readPdf(bytes: Uint8Array<ArrayBuffer>): Promise<ReadResult> {
  const { getDocument } = await library();
  // pdf.js takes the bytes for itself: it is given a copy.
  const loading = getDocument({
    data: bytes.slice(),
    verbosity: 0,
    isEvalSupported: false,
    useWorkerFetch: false,
    useWasm: false,
    useSystemFonts: false,
    disableFontFace: true,
    enableXfa: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    maxImageSize: 1,
  });
  try {
    return { ok: true, read: await documentRead(await loading.promise) };
  } catch (cause) {
    return { ok: true, read: { ...BLANK, what: 'pdf', type: TYPE, problem: problemOf(cause) } };
  } finally {
    await loading.destroy();
  }
}

/** A password asked for, or anything that the parser stumbled on: the file may be kept as it is. */
function problemOf(cause: unknown): ErrorCode {
  return cause instanceof Error && cause.name === 'PasswordException' ? 'import-pdf-locked' : 'import-pdf-damaged';
}

async function documentRead(document: Document): Promise<ReadFile> {
  const { info } = await document.getMetadata();
  const text = await textOf(document);
  return {
    ...BLANK,
    what: 'pdf',
    type: TYPE,
    pages: document.numPages,
    date: pdfDate((info as Record<string, unknown>)['CreationDate']),
    proposed: proposedDays(text),
    text,
  };
}

async function textOf(document: Document): Promise<string> {
  const parts: string[] = [];
  let length = 0;
  for (let number = 1; number <= Math.min(document.numPages, MAX_TEXT_PAGES) && length < MAX_IMPORT_TEXT; number += 1) {
    const text = await pageText(await document.getPage(number), MAX_IMPORT_TEXT - length);
    parts.push(text);
    length += text.length;
  }
  return paragraphs(parts.join('\n\n'));
}

type Page = Awaited<ReturnType<Document['getPage']>>;

/**
 * The text of one page, piece by piece: what goes past `room` is let go as it comes. The stream is read to its end and
 * not cancelled: pdf.js, in one thread with us, would then write into a closed stream. A page without end is ended with
 * its thread (lib/imports/client.ts).
 */
async function pageText(page: Page, room: number): Promise<string> {
  const reader = (page.streamTextContent() as ReadableStream<TextContent>).getReader();
  let text = '';
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    for (const item of next.value.items) {
      if (text.length < room && 'str' in item) text += `${item.str}${item.hasEOL ? '\n' : ''}`;
    }
  }
  page.cleanup();
  return text;
}

/** « D:20261103140509+01'00' »; without a zone, the hour of an unknown place. */
export function pdfDate(value: unknown): DateRead | null {
  if (typeof value !== 'string') return null;
  const found = /^D:(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(?:\d\d)?)?(?:(Z)|([+-])(\d\d)'?(\d\d)?)?/.exec(value);
  if (!found) return null;
  const [, year, month, day, hours = '00', minutes = '00', zulu, sign, east = '00', eastMinutes = '00'] = found;
  const wall = `${year}-${month}-${day}T${hours}:${minutes}`;
  const utc = Date.parse(`${wall}:00Z`);
  if (!Number.isFinite(utc) || new Date(utc).toISOString().slice(0, 16) !== wall || Number(year) < 1980) return null;
  const offset = (sign === '-' ? -1 : 1) * (Number(east) * 60 + Number(eastMinutes));
  const known = (zulu !== undefined || sign !== undefined) && Math.abs(offset) <= 18 * 60;
  return { from: 'pdf-info', text: oneLine(value, 60), instant: known ? utc - offset * 60_000 : null, wall };
}
