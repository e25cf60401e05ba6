/** The PDFs of the court pack, as their caller sees them: what is given to be printed, and what comes back. */
import type { Drawer } from './picture';

/** A row of a caption: every word is the caller's, nothing is worked out here. */
export interface CaptionRow {
  readonly label: string;
  readonly value: string;
}

export interface PackPicture {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** `image/png` and `image/jpeg` are drawn from their own data; any other type is decoded by the browser first. */
  readonly type: string;
  /** SHA-256 of `bytes`, lower case hexadecimal: written beside the picture in the PDF (`/CDDA_Source`), never checked here. */
  readonly sha256: string;
  /** CSS pixels from its left to its right, when a pixel of the picture is not one of them; its own width when absent. */
  readonly cssWidth?: number;
}

export interface AttachedFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** `0012-original.png`. */
  readonly name: string;
  readonly type: string;
  /** In a few words, shown by viewers beside the name. */
  readonly description: string;
}

/** One capture to be printed. */
export interface CaptureSheet {
  /** Number of the entry: written beside the picture in the PDF (`/CDDA_Seq`). */
  readonly seq: number;
  /** « Capture d'écran du portail ANEF, page de maintenance, 2 mars 2026 à 09 h 05 ». */
  readonly heading: string;
  readonly caption: readonly CaptionRow[];
  /** The stamped picture, or the original where nothing is stamped. */
  readonly picture: PackPicture;
  /** What a screen reader says of the picture; where its text is, is added. */
  readonly alt: string;
  /** The page's visible text, a paragraph each; empty when the journal holds none. */
  readonly text: readonly string[];
  /** Why `text` is empty, where it is not that the journal holds none. */
  readonly noText?: string;
  /** The untouched picture, put inside the file: only in `capturePdf`. */
  readonly original?: AttachedFile;
}

/** A row of the table at the front of a series. */
export interface ContentsRow {
  readonly seq: number;
  /** « 2 mars 2026 à 09 h 05 (UTC+01:00) ». */
  readonly when: string;
  readonly label: string;
}

/** Decodes a picture that cannot be copied as it is; null where nothing can (Node). */
export type PictureDecoder = (bytes: Uint8Array<ArrayBuffer>, type: string) => Promise<DecodedPicture | null>;

export interface DecodedPicture {
  readonly width: number;
  readonly height: number;
  /** Red, green and blue of each pixel, row after row, over white. */
  readonly rgb: Uint8Array<ArrayBuffer>;
}

export interface PackPdfOptions {
  /** Shown by a viewer and a print queue: neutral, without a name (« Pièce n° 7 »). */
  readonly title: string;
  /** Left of the page number at the foot of each page (« Pièce n° 7 »). */
  readonly footer?: string;
  /** Written in the file as the instant of its making; now when absent. Same input and instant: same bytes. */
  readonly at?: Date;
  readonly signal?: AbortSignal;
  /** Draws letters that no font of ours has; the page's canvas when absent. */
  readonly draw?: Drawer;
  /** The page's canvas when absent. */
  readonly decode?: PictureDecoder;
}

export interface SeriesOptions extends PackPdfOptions {
  /** Title of the cover. */
  readonly heading: string;
  /** Under it: what the series is, a paragraph each. */
  readonly lines: readonly string[];
  /** The table, in the order of the sheets; its pages are laid out before the first sheet is asked for. */
  readonly contents: readonly ContentsRow[];
  /** The file may not be longer; beyond it nothing comes back but « too-large ». */
  readonly maxBytes: number;
  /** After each capture. */
  readonly onProgress?: (done: number, of: number) => void;
}

/** What the person should know of a file that was made. */
export type PackFlag =
  /** Letters that no font of ours has: drawn with the fonts of this machine. */
  | { readonly code: 'drawn'; readonly texts: readonly string[] }
  /** Letters that nothing here can draw: their code points are printed instead. */
  | { readonly code: 'unprintable'; readonly texts: readonly string[] }
  /** Its pixels were decoded and written again, the same ones but over white. */
  | { readonly code: 'decoded'; readonly seq: number }
  /** Wider than a page can show at a readable size: cut from top to bottom too. */
  | { readonly code: 'columns'; readonly seq: number; readonly columns: number }
  /** Only in a series: its picture could not be read, and the page says so. */
  | { readonly code: 'unreadable'; readonly seq: number }
  /** Its text is too long for the paper; the rest is in the journal alone, and the page says so. */
  | { readonly code: 'text-cut'; readonly seq: number };

/** What one picture, file or text of the PDF is, for `00_pieces.json`. */
export interface Shown {
  readonly seq: number;
  readonly sha256: string;
  readonly as: 'image' | 'text' | 'named';
}

export interface PackPdf {
  readonly kind: 'made';
  /** The file; a Blob, so that thirty megabytes need not stay in the page's own memory. */
  readonly blob: Blob;
  readonly bytes: number;
  readonly pages: number;
  readonly flags: readonly PackFlag[];
  readonly shows: readonly Shown[];
}

/** The captures together are longer than allowed: nothing was kept. */
export interface TooLarge {
  readonly kind: 'too-large';
  /** Bytes when it was given up. */
  readonly bytes: number;
  /** How many of the captures, from the first, fit in one file with some room left; at least 1. */
  readonly fits: number;
}

/** A picture that the person gave. */
export interface PictureSheet {
  readonly seq: number;
  readonly heading: string;
  readonly caption: readonly CaptionRow[];
  readonly picture: PackPicture;
  readonly alt: string;
}

/** A mail, a message or a text file. */
export interface TextSheet {
  readonly seq: number;
  readonly sha256: string;
  readonly heading: string;
  readonly caption: readonly CaptionRow[];
  /** Its own header for a mail (« De », « À », « Date », « Objet »), apart from our caption; absent: none. */
  readonly headers?: readonly CaptionRow[];
  readonly paragraphs: readonly string[];
}

/** A file that paper cannot show. */
export interface PlaceholderSheet {
  readonly seq: number;
  readonly sha256: string;
  readonly heading: string;
  /** What it is, its size, its hash, where it is in the bag. */
  readonly caption: readonly CaptionRow[];
  /** Why it is not shown, a paragraph each. */
  readonly lines: readonly string[];
}
