/** Every message between our contexts, once: its schema, its answer, and who may send it. */
import * as z from 'zod/mini';
import { CAPTURE_METHODS, MAX_TEXT, OUTCOMES, receiptSchema } from '@/lib/domain/entry';

const short = z.string().check(z.maxLength(8_000));
const text = z.string().check(z.maxLength(MAX_TEXT));

export const recognitionSchema = z.strictObject({
  site: z.string().check(z.maxLength(64)),
  page: z.string().check(z.maxLength(64)),
  outcome: z.enum(OUTCOMES),
  extracted: z.record(z.string(), z.union([text, z.array(text).check(z.maxLength(60))])),
});

/** Bounds of what a content script may say of its page: those of lib/observe, a little wider. A page may be hostile. */
const MAX_ITEMS = 4_000;
const MAX_CONTROLS = 500;
const MAX_FACTS = 300_000;
const block = z.string().check(z.maxLength(4_000));
const name = z.string().check(z.maxLength(100));
const blocks = z.array(block).check(z.maxLength(MAX_ITEMS));

/** PageFacts (lib/domain/page.ts) as read in a page: without what only the background can add. URLs are raw. */
export const pageFactsSchema = z
  .strictObject({
    url: short,
    firstUrl: short,
    title: z.string().check(z.maxLength(1_000)),
    lang: z.string().check(z.maxLength(35)),
    status: z.int().check(z.gte(0), z.lte(999)),
    headings: blocks,
    alerts: blocks,
    texts: blocks,
    actions: blocks,
    fields: z.array(z.strictObject({ label: block, type: name, name })).check(z.maxLength(MAX_CONTROLS)),
    choices: z
      .array(z.strictObject({ label: block, enabled: z.boolean(), checked: z.boolean() }))
      .check(z.maxLength(MAX_CONTROLS)),
    truncated: z.boolean(),
  })
  .check(
    z.refine(
      ({ headings, alerts, texts, actions }) =>
        [headings, alerts, texts, actions].flat().reduce((sum, one) => sum + one.length, 0) <= MAX_FACTS,
    ),
  );

/** Random name of a document, so that one document is one navigation. */
const documentName = z.string().check(z.regex(/^[0-9a-f-]{36}$/));

/** What a content script sees of its page. URLs are raw here: the background cleans them before anything is kept. */
export const sightingSchema = z.strictObject({
  document: documentName,
  facts: pageFactsSchema,
  /** How often the browser has brought this document back from its cache. */
  returns: z.int().check(z.gte(0)),
  /** The page stood still; if not, this may be a flash. */
  quiet: z.boolean(),
  /** Milliseconds since the document began. */
  at: z.number().check(z.gte(0)),
  /** The page never settled: reading stopped after a bounded effort. */
  exhausted: z.boolean(),
});
export type SightingMessage = z.infer<typeof sightingSchema>;

/** What the background makes of it. */
export const pageStateSchema = z.strictObject({
  document: documentName,
  /** Grows by one at each new state of the document (hash routes, wizard steps). */
  state: z.int().check(z.gte(0)),
  url: short,
  firstUrl: short,
  title: text,
  recognition: z.nullable(recognitionSchema),
  /** Looks like a problem though not recognised (an alert, words of failure). */
  problem: z.boolean(),
  loggedOut: z.boolean(),
  /** The page never settled: reading stopped after a bounded effort. */
  exhausted: z.boolean(),
});
export type PageState = z.infer<typeof pageStateSchema>;

export const errorAnswerSchema = z.strictObject({ error: z.string(), detail: z.optional(z.string()) });

/** Texts of the in-page note, already in the person's language. */
export const noteSchema = z.nullable(
  z.strictObject({
    title: z.string(),
    body: z.string(),
    alias: z.string(),
    hint: z.string(),
    close: z.string(),
    lang: z.string(),
    dir: z.enum(['ltr', 'rtl']),
  }),
);
export type NoteTexts = z.infer<typeof noteSchema>;

/** How our reach on the tab's host stands. */
export const HOST_STATES = ['granted', 'missing', 'other', 'protected'] as const;

export const tabStateSchema = z.strictObject({
  tabId: z.int(),
  /** Cleaned URL, null on a protected page. */
  url: z.nullable(short),
  host: z.enum(HOST_STATES),
  page: z.nullable(pageStateSchema),
  receipt: z.nullable(receiptSchema),
  /** Number of the last capture of this page state, null when none. */
  captured: z.nullable(z.int()),
  /** « Whose page is it? » must be answered before the next capture, and why. */
  ownerQuestion: z.nullable(z.enum(['logged-out', 'idle', 'no-dossier'])),
  heldAttempts: z.int(),
  activeDossier: z.nullable(z.string()),
  progress: z.nullable(z.strictObject({ done: z.int(), total: z.int() })),
});
export type TabState = z.infer<typeof tabStateSchema>;

export const MESSAGES = {
  /** Without a note in the answer, the one that shows stays. */
  'page-seen': { from: 'content', body: sightingSchema, answer: z.strictObject({ note: z.optional(noteSchema) }) },
  'tab-state': { from: 'page', body: z.strictObject({ tabId: z.int() }), answer: tabStateSchema },
  capture: {
    from: 'page',
    /** `intent` is made by the asker: asked again after a stopped worker, it is the same capture and makes one line. */
    body: z.strictObject({
      tabId: z.int(),
      method: z.enum(CAPTURE_METHODS),
      intent: z.string().check(z.regex(/^[0-9a-f-]{36}$/)),
    }),
    answer: z.union([
      z.strictObject({ seq: z.int(), dossier: z.string(), reason: z.nullable(z.string()) }),
      errorAnswerSchema,
    ]),
  },
  'capture-cancel': { from: 'page', body: z.strictObject({}), answer: z.strictObject({}) },
  /** Whose page: an existing dossier, or null to drop what was held. */
  'owner-answer': {
    from: 'page',
    body: z.strictObject({ dossier: z.nullable(z.string()) }),
    answer: z.union([z.strictObject({ released: z.int() }), errorAnswerSchema]),
  },
} as const;

/** Asked of a content script by the background. */
export const CONTENT_MESSAGES = {
  describe: { body: z.strictObject({}), answer: sightingSchema },
  /** Something outside the page changed (a call of its own failed): tell again what it shows. */
  'look-again': { body: z.strictObject({}), answer: z.strictObject({}) },
  note: { body: z.strictObject({ visible: z.boolean() }), answer: z.strictObject({}) },
} as const;

export type MessageName = keyof typeof MESSAGES;
export type MessageBody<N extends MessageName> = z.infer<(typeof MESSAGES)[N]['body']>;
export type MessageAnswer<N extends MessageName> = z.infer<(typeof MESSAGES)[N]['answer']>;
export type ContentMessageName = keyof typeof CONTENT_MESSAGES;
export type ContentMessageBody<N extends ContentMessageName> = z.infer<(typeof CONTENT_MESSAGES)[N]['body']>;
export type ContentMessageAnswer<N extends ContentMessageName> = z.infer<(typeof CONTENT_MESSAGES)[N]['answer']>;
