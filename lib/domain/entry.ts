/** The journal's entries: one zod schema a kind, the versions, and the shape of a blob reference. */
import * as z from 'zod/mini';
import { blobRefSchema, fileRefSchema, momentSchema, pictureRefSchema, receiptSchema } from './entry-refs';
import {
  CALL_ENDS,
  CAPTURE_METHODS,
  CAPTURE_TRIGGERS,
  CHANNELS,
  DIRECTIONS,
  EXCHANGE_OUTCOMES,
  ITEM_ANSWERS,
  ITEM_PROBLEMS,
  MILESTONES,
  OUTCOMES,
  REGIMES,
  STOPS,
  URGENCY_FACTS,
} from './entry-words';
import { journalImportedSchema } from './handed-over';
import { AUTO_REPLY_MARKS, FILE_DATE_FROM, IMPORT_SHOWS, IMPORT_WHATS, STRIPPED } from './imported';
import { frozenPiecesSchema } from './letter-pieces';
import { MEDIA, PROBLEM_CODES } from './letter-types';
import { redactedSchema } from './redacted';
import { stampedSchema } from './time-stamp';

export {
  type BlobRef,
  blobRefSchema,
  type FileRef,
  fileRefSchema,
  momentSchema,
  type PictureRef,
  pictureRefSchema,
  type Receipt,
  receiptSchema,
} from './entry-refs';
export {
  CALL_ENDS,
  CAPTURE_METHODS,
  CAPTURE_TRIGGERS,
  type CaptureMethod,
  type CaptureTrigger,
  CHANNELS,
  type Channel,
  DIRECTIONS,
  EXCHANGE_OUTCOMES,
  type ExchangeOutcome,
  ITEM_ANSWERS,
  ITEM_PROBLEMS,
  KEY_DATES,
  type KeyDate,
  MILESTONES,
  OUTCOMES,
  REGIMES,
  type Regime,
  STOPS,
  type Stop,
  URGENCY_FACTS,
  type UrgencyFact,
} from './entry-words';

/** Version written today. Older ones are upgraded on read (lib/domain/upcast.ts), never rewritten. */
export const ENTRY_VERSION = 1;

/** The hard bound of any free text that enters the journal, in characters. */
export const MAX_TEXT = 20_000;

const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const text = z.string().check(z.maxLength(MAX_TEXT));
const seq = z.int().check(z.gte(1));

const pageRef = z.strictObject({
  site: z.string().check(z.maxLength(64)),
  page: z.string().check(z.maxLength(64)),
  outcome: z.enum(OUTCOMES),
});
const extracted = z.record(z.string().check(z.maxLength(64)), z.union([text, z.array(text).check(z.maxLength(60))]));

/** A URL after hygiene; `masked` says that parameters were hidden (« paramètres masqués »). */
const urlFields = { url: z.string().check(z.maxLength(8_000)), masked: z.boolean() };

const name = z.string().check(z.minLength(1), z.maxLength(48));
/** A day of the calendar, `YYYY-MM-DD`, that exists. */
const day = z.string().check(
  z.regex(/^\d{4}-\d\d-\d\d$/),
  z.refine((text) => {
    const read = Date.parse(`${text}T00:00:00Z`);
    return Number.isFinite(read) && new Date(read).toISOString().slice(0, 10) === text;
  }),
);
/** Null takes back a day that was given before. */
const taken = z.optional(z.nullable(day));
const proofFields = {
  files: z.array(fileRefSchema).check(z.maxLength(50)),
  /** Captures of this dossier that are its proof, by number. */
  captures: z.array(seq).check(z.maxLength(200)),
};

/** The data of each kind. */
export const dataSchemas = {
  'dossier-opened': z.strictObject({
    alias: z.string().check(z.minLength(1), z.maxLength(60)),
    track: z.string().check(z.maxLength(16)),
    departments: z.array(z.string().check(z.maxLength(4))).check(z.maxLength(20)),
    product: z.string().check(z.maxLength(40)),
  }),
  attempt: z.strictObject({
    ...urlFields,
    firstUrl: z.optional(urlFields.url),
    page: z.nullable(pageRef),
    title: text,
    extracted,
    /** `page`: read by the content script. `network`: no page came, or it answered with an error status. */
    source: z.enum(['page', 'network']),
    receipt: z.optional(receiptSchema),
    /** Version of the page tables that recognised it. */
    tables: z.string().check(z.maxLength(32)),
    /** What was read of the page (PageFacts as RFC 8785 JSON, URLs cleaned): a newer table can read it again. */
    reading: z.optional(blobRefSchema),
    /** Seen while nobody had said whose page it was; written once the person had said so. */
    seenAt: z.optional(momentSchema),
  }),
  capture: z.strictObject({
    ...urlFields,
    firstUrl: z.optional(urlFields.url),
    title: text,
    page: z.nullable(pageRef),
    extracted,
    method: z.enum(CAPTURE_METHODS),
    trigger: z.enum(CAPTURE_TRIGGERS),
    takenAt: momentSchema,
    original: pictureRefSchema,
    stamped: z.nullable(pictureRefSchema),
    /** Why there is no stamped copy (« non estampillée »). */
    stampError: z.optional(z.string().check(z.maxLength(500))),
    devicePixelRatio: z.number(),
    /** Views assembled, for `stitched`. */
    views: z.optional(z.int()),
    /** The picture is (nearly) one flat colour: kept and flagged. */
    uniform: z.boolean(),
    receipt: z.optional(receiptSchema),
    browser: z.string().check(z.maxLength(60)),
    tables: z.string().check(z.maxLength(32)),
    /** What was read of the page just before the picture, as for an attempt; absent where no script of ours reads. */
    reading: z.optional(blobRefSchema),
    intent: z.string().check(z.maxLength(64)),
  }),
  'capture-failed': z.strictObject({
    ...urlFields,
    page: z.nullable(pageRef),
    method: z.enum(CAPTURE_METHODS),
    trigger: z.enum(CAPTURE_TRIGGERS),
    /** One of lib/domain/errors.ts ERROR_CODES. */
    reason: z.string().check(z.maxLength(64)),
    detail: z.optional(z.string().check(z.maxLength(500))),
    startedAt: momentSchema,
    intent: z.string().check(z.maxLength(64)),
  }),
  exchange: z.strictObject({
    channel: z.enum(CHANNELS),
    /** When it took place, as the person says (declarative). */
    on: momentSchema,
    /** Which part of `on` is known: a day, or a minute. */
    precision: z.enum(['day', 'minute']),
    reference: z.optional(text),
    outcome: z.enum(EXCHANGE_OUTCOMES),
    words: z.optional(text),
    ...proofFields,
    direction: z.optional(z.enum(DIRECTIONS)),
    /** Number that the CCC gave to the request; `reference` is what the person quotes. */
    ticket: z.optional(text),
    /** The call sheet (domain.md § 5.2). Never a recording. */
    call: z.optional(
      z.strictObject({
        number: z.optional(z.string().check(z.maxLength(40))),
        end: z.enum(CALL_ENDS),
        minutes: z.optional(z.int().check(z.gte(0), z.lte(1440))),
        agent: z.optional(z.string().check(z.maxLength(120))),
      }),
    ),
  }),
  'exchange-outcome': z.strictObject({
    exchange: seq,
    on: momentSchema,
    precision: z.enum(['day', 'minute']),
    outcome: z.enum(EXCHANGE_OUTCOMES),
    words: z.optional(text),
    reference: z.optional(text),
    ...proofFields,
    /** The day on which the letter arrived, or came back: it says nothing of an answer. */
    milestone: z.optional(z.enum(MILESTONES)),
    ticket: z.optional(text),
  }),
  note: z.strictObject({ text, about: z.optional(seq) }),
  'step-skipped': z.strictObject({ step: z.string().check(z.maxLength(32)), reason: text }),
  /**
   * What the person says of the dossier (T0, domain.md § 3.3). Each entry states only what is new: the last entry
   * that has a member gives it, so a change of track is a new entry.
   */
  'dossier-track': z.strictObject({
    track: z.optional(z.string().check(z.maxLength(16))),
    /** Codes of domain.md § 2.5: A1 to G4. */
    blockages: z.optional(z.array(z.string().check(z.maxLength(16))).check(z.maxLength(40))),
    title: z.optional(text),
    department: z.optional(z.string().check(z.maxLength(4))),
    regime: z.optional(z.enum(REGIMES)),
    filed: z.optional(z.enum(['yes', 'no', 'unknown'])),
    stops: z.optional(z.array(z.enum(STOPS))),
    urgency: z.optional(z.array(z.enum(URGENCY_FACTS))),
    dates: z.optional(
      z.strictObject({
        titleExpiry: taken,
        attestationEnd: taken,
        receiptEnd: taken,
        filedOn: taken,
        closedOn: taken,
      }),
    ),
    words: z.optional(text),
  }),
  /** The person's choice for one question of a track's table: a check, a workaround tried or refused. The last one counts. */
  answer: z.strictObject({ question: name, choice: name, words: z.optional(text), ...proofFields }),
  /** A complement request (T4), told whole each time: the last entry of a `request` counts. */
  complement: z.strictObject({
    request: name,
    notifiedOn: taken,
    /** « Lu le … » of the notifications list. */
    readOn: taken,
    items: z
      .array(
        z.strictObject({
          id: name,
          label: text,
          problem: z.enum(ITEM_PROBLEMS),
          observation: z.optional(text),
          answer: z.optional(z.enum(ITEM_ANSWERS)),
          words: z.optional(text),
          /** The file put in this slot: its name and hash, never its bytes, which may be health or a passport (domain.md § 7). */
          file: z.optional(
            z.strictObject({
              name: z.string().check(z.minLength(1), z.maxLength(255)),
              bytes: z.int().check(z.gte(0)),
              sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
            }),
          ),
        }),
      )
      .check(z.maxLength(60)),
    ...proofFields,
    /** The answer that went out, with what proves it. */
    sent: z.optional(z.strictObject({ on: momentSchema, precision: z.enum(['day', 'minute']), ...proofFields })),
  }),
  /** A file that the person gave: what was read of it, and what they say of it; both dates, each under its own name. */
  imported: z.strictObject({
    what: z.enum(IMPORT_WHATS),
    shows: z.enum(IMPORT_SHOWS),
    /** The copy that is exported: of a picture, the same pixels without metadata. */
    file: fileRefSchema,
    /** The bytes as they were given, kept on the device and never exported; absent when `file` is those bytes. */
    original: z.optional(blobRefSchema),
    /** What was taken out of `file`. */
    stripped: z.array(z.enum(STRIPPED)).check(z.maxLength(20)),
    /** When the thing shown took place, as the person says; absent when they do not know. */
    declared: z.optional(z.strictObject({ on: momentSchema, precision: z.enum(['day', 'minute']) })),
    /** What the file says of its own date; `at` where it names a time zone. */
    fileDate: z.optional(
      z.strictObject({
        from: z.enum(FILE_DATE_FROM),
        text: z.string().check(z.maxLength(100)),
        at: z.optional(momentSchema),
      }),
    ),
    size: z.optional(z.strictObject({ width: z.int(), height: z.int() })),
    pages: z.optional(z.int().check(z.gte(0))),
    mail: z.optional(
      z.strictObject({
        from: z.string().check(z.maxLength(500)),
        to: z.string().check(z.maxLength(500)),
        subject: z.string().check(z.maxLength(500)),
        messageId: z.string().check(z.maxLength(200)),
        autoReply: z.array(z.enum(AUTO_REPLY_MARKS)).check(z.maxLength(10)),
        attachments: z
          .array(
            z.strictObject({
              name: z.string().check(z.maxLength(200)),
              type: z.string().check(z.maxLength(100)),
              bytes: z.int().check(z.gte(0)),
            }),
          )
          .check(z.maxLength(50)),
        moreAttachments: z.int().check(z.gte(0)),
      }),
    ),
    /** Text found inside (pages of a PDF, body of an e-mail), as UTF-8. */
    text: z.optional(blobRefSchema),
    /** Why its inside could not be read: one of lib/domain/errors.ts ERROR_CODES. */
    problem: z.optional(z.string().check(z.maxLength(64))),
    words: z.optional(text),
    /** The exchange that it is a proof of, by number. */
    about: z.optional(seq),
  }),
  /**
   * A letter as it was made, to copy, print or save. Names stand in its file alone (domain.md § 7.4.2): the entry
   * holds none, so that removing the file removes them.
   */
  'letter-generated': z.strictObject({
    template: name,
    version: z.int().check(z.gte(1)),
    /** State of the codes behind the template. */
    contentDate: day,
    medium: z.enum(MEDIA),
    /** The object line; '' for none, or when it would say a name. */
    object: z.string().check(z.maxLength(1_000)),
    /** SHA-256 of the document and of its pièces: the same letter is kept once. */
    digest: sha256,
    /** The numbers of its pièces, which nothing changes any more (domain.md § 3.8.2). */
    pieces: frozenPiecesSchema,
    /** What the screen warned about, and the person went on. */
    warnings: z.array(z.enum(PROBLEM_CODES)).check(z.maxLength(20)),
    files: z.array(fileRefSchema).check(z.maxLength(5)),
  }),
  /** A letter that left: the exchange says by which channel and when. */
  'letter-sent': z.strictObject({ letter: seq, exchange: seq }),
  /** A tombstone: what was removed, never its content. */
  removed: z.strictObject({ target: seq, hash: sha256, blobs: z.array(sha256).check(z.maxLength(200)), reason: text }),
  redacted: redactedSchema,
  'journal-imported': journalImportedSchema,
  stamped: stampedSchema,
  exported: z.strictObject({
    entries: z.int(),
    head: sha256,
    files: z.int(),
    /** SHA-256 of tagmanifest-sha256.txt: names the whole bag. */
    bag: sha256,
    bytes: z.int(),
    profile: z.string().check(z.maxLength(32)),
  }),
} as const;

export type EntryKind = keyof typeof dataSchemas;
export type EntryData = { [K in EntryKind]: z.infer<(typeof dataSchemas)[K]> };

/** One line of the chain. `hash` = SHA-256 of the RFC 8785 form without `hash`; `prev` = the hash before, null for the first. */
export interface EntryOf<K extends EntryKind> {
  readonly v: number;
  readonly dossier: string;
  readonly seq: number;
  readonly kind: K;
  readonly at: z.infer<typeof momentSchema>;
  readonly data: EntryData[K];
  readonly prev: string | null;
  readonly hash: string;
}
export type Entry = { [K in EntryKind]: EntryOf<K> }[EntryKind];

export const envelopeSchema = z.strictObject({
  v: z.int().check(z.gte(1)),
  dossier: z.string().check(z.regex(/^[0-9a-f-]{36}$/)),
  seq,
  kind: z.string().check(z.maxLength(64)),
  at: momentSchema,
  data: z.record(z.string(), z.unknown()),
  prev: z.nullable(sha256),
  hash: sha256,
});

/** The number as people see it: entry 7 is « P-0007 ». */
export function displayNumber(entrySeq: number): string {
  return `P-${String(entrySeq).padStart(4, '0')}`;
}
