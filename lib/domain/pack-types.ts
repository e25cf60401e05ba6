/** The court pack as plain data: its pièces, their numbers and files, and what the person chose for them (domain.md § 5.8–5.9). */
import * as z from 'zod/mini';
import type { FileRole } from './export-plan';

/** Headings of the inventory (domain.md § 5.8), in their order. */
export const PACK_GROUPS = ['identity', 'procedure', 'urgency'] as const;
export type PackGroup = (typeof PACK_GROUPS)[number];

/**
 * For whom the pack is made: a lawyer on Télérecours, a person alone on Télérecours citoyens, an association, or
 * everything that the dossier holds; `captures` makes no PDF at all.
 */
export const PACK_PROFILES = ['whole', 'lawyer', 'citizen', 'association', 'captures'] as const;
export type PackProfile = (typeof PACK_PROFILES)[number];

/** A file is at most this long: « 30 Mo » of Télérecours, decimal (evidence.md § B.4). */
export const MAX_PIECE_BYTES = 30_000_000;

/** What the person chose; never evidence: the journal keeps only what was exported. Identifiers are those of `PackPiece.id`. */
export const packChoicesSchema = z.strictObject({
  profile: z.enum(PACK_PROFILES),
  /** Number of the first pièce (a lawyer who already filed three starts at 4). */
  startAt: z.int().check(z.gte(1), z.lte(9_000)),
  /** Pièces in the order wanted; those not named follow, in their own order. */
  order: z.array(z.string().check(z.maxLength(120))).check(z.maxLength(20_000)),
  left: z.array(z.string().check(z.maxLength(120))).check(z.maxLength(20_000)),
  labels: z.record(z.string().check(z.maxLength(120)), z.string().check(z.maxLength(500))),
  groups: z.record(z.string().check(z.maxLength(120)), z.enum(PACK_GROUPS)),
  /** Series taken apart: each capture becomes a pièce of its own. */
  apart: z.array(z.string().check(z.maxLength(120))).check(z.maxLength(2_000)),
  /** Captures put together by hand: each list is one pièce. */
  together: z.array(z.array(z.int().check(z.gte(1))).check(z.maxLength(5_000))).check(z.maxLength(2_000)),
  /** Joins photos as they were given, with the place and the device that they name. */
  withMetadata: z.boolean(),
});
export type PackChoices = z.infer<typeof packChoicesSchema>;

export const PACK_DEFAULTS: PackChoices = {
  profile: 'whole',
  startAt: 1,
  order: [],
  left: [],
  labels: {},
  groups: {},
  apart: [],
  together: [],
  withMetadata: false,
};

/** What the paper of a pièce is made from. */
export type PackPieceKind =
  | 'capture' // one stamped picture, its caption, its text, its original attached
  | 'series' // many captures, with a table and bookmarks
  | 'picture' // a photo or a scan that the person gave
  | 'pdf' // a PDF that the person gave, byte for byte
  | 'mail' // an e-mail, as text
  | 'text' // a text file or a message that was sent
  | 'letter' // a letter made here (already a PDF)
  | 'other'; // a file that cannot be shown on paper: a page that says so

/** A file of the dossier that a pièce shows, with the entry that names it. */
export interface PackSource {
  readonly seq: number;
  readonly role: FileRole;
  readonly sha256: string;
  readonly bytes: number;
  readonly type: string;
  /** Its place in the bag. */
  readonly path: string;
}

export interface PackPiece {
  /** Stable between two plans of the same journal: `e12` (entry), `e12-2` (its second file), `s:anef/maintenance` (series), `m:12` (put together by hand). */
  readonly id: string;
  readonly number: number;
  readonly kind: PackPieceKind;
  readonly group: PackGroup;
  /** In French: nature, what it shows, date or dates, author (R. 412-2 CJA). */
  readonly label: string;
  /** `YYYY-MM-DD` in the dossier's zone; `to` differs from `from` for a series. */
  readonly from: string;
  readonly to: string;
  /** Entries shown, in order. */
  readonly seqs: readonly number[];
  /** For each entry the file that is drawn comes first: the stamped picture, the copy with boxes, the file that was given. */
  readonly sources: readonly PackSource[];
  /** Its number stands in a letter that was sent: nothing moves it. */
  readonly frozen: boolean;
  /** Nothing but the format of the file tells what it is: somebody should name it (R. 412-2 CJA). */
  readonly vague?: true;
  /** One or several files, each ≤ MAX_PIECE_BYTES as far as can be known before making them. */
  readonly volumes: readonly PackVolume[];
}

/** One PDF of the pack. */
export interface PackVolume {
  /** `data/pieces/07_captures-anef-maintenance_2026-03-02_1sur3.pdf`: at most 80 characters of `[A-Za-z0-9_-]` before `.pdf`. */
  readonly path: string;
  /** Null when the pièce is one file. */
  readonly part: { readonly index: number; readonly of: number } | null;
  /** As for the pièce; it differs only where one number holds several files of one entry (a sent letter cites the entry). */
  readonly kind: PackPieceKind;
  readonly seqs: readonly number[];
  /** What goes into this file, in order. An `original` that follows a `stamped` picture is attached, not drawn. */
  readonly sources: readonly PackSource[];
  /** Bytes expected, an upper estimate. */
  readonly estimate: number;
}

/** A number with no file behind it: a sent letter cites it, and nothing else may take it. */
export interface PackGap {
  readonly number: number;
  /** The entry cited; null where two letters' numbers cross and nothing is left to take this one. */
  readonly seq: number | null;
  readonly label: string;
  /** `removed`: by the person; `absent`: its files are no longer on the device; `left`: left out of this pack; `unused`: never given. */
  readonly why: 'removed' | 'absent' | 'left' | 'unused';
}

export interface PackPlan {
  readonly choices: PackChoices;
  readonly pieces: readonly PackPiece[];
  /** Pièces that the person left out, still shown on the screen, with no number. */
  readonly left: readonly Omit<PackPiece, 'number' | 'volumes'>[];
  /** Sent letters (entries of kind letter-generated) whose numbers are kept: why numbers do not start where asked. */
  readonly frozenBy: readonly number[];
  readonly gaps: readonly PackGap[];
}

/** Paths of the pack's own documents. */
export const PACK = {
  folder: 'data/pieces/',
  inventory: 'data/pieces/00_inventaire.pdf',
  chronology: 'data/pieces/00_chronologie.pdf',
  note: 'data/pieces/00_note-de-transmission.pdf',
  objections: 'data/pieces/00_objections.pdf',
  /** The inventory for machines: what each PDF is made of; the verifier reads it. */
  list: 'data/pieces/00_pieces.json',
} as const;

/** `00_pieces.json`: canonical JSON (RFC 8785) of this, one line. */
export const packListSchema = z.strictObject({
  v: z.literal(1),
  profile: z.enum(PACK_PROFILES),
  pieces: z.array(
    z.strictObject({
      number: z.int(),
      kind: z.string(),
      group: z.enum(PACK_GROUPS),
      label: z.string(),
      from: z.string(),
      to: z.string(),
      files: z.array(
        z.strictObject({
          path: z.string(),
          sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
          bytes: z.int(),
          /** Sheets of paper; null where nobody counted (a PDF that was given and could not be read). */
          pages: z.nullable(z.int()),
          /** What it shows, in order: entry, and SHA-256 of the file that is drawn, or that it is byte for byte. */
          shows: z.array(
            z.strictObject({
              seq: z.int(),
              sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
              /** `image`: the pixels of this PNG or JPEG; `whole`: these very bytes; `text`: its text; `named`: only named. */
              as: z.enum(['image', 'whole', 'text', 'named']),
            }),
          ),
        }),
      ),
    }),
  ),
});
export type PackList = z.infer<typeof packListSchema>;
