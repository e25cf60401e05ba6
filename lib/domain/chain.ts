/** The hash chain: sealing an entry, and checking the lines of a journal without trusting anything in them. */
import { canonicalJson } from './canonical';
import { ENTRY_VERSION, type Entry, type EntryKind, type EntryOf } from './entry';
import { AppError } from './errors';
import { readParsed } from './upcast';

/** SHA-256 of some bytes, as lowercase hex. */
export type Digest = (bytes: Uint8Array<ArrayBuffer>) => Promise<string>;

/** The platform's own SHA-256 (browsers, workers, Node ≥ 20). Never await it inside an IndexedDB transaction. */
export async function sha256Hex(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What is hashed: an entry before its `hash`. */
export type Unsealed<K extends EntryKind> = Omit<EntryOf<K>, 'hash'>;

export interface Sealed<K extends EntryKind> {
  readonly entry: EntryOf<K>;
  /** The canonical line with its hash, as it is stored and exported. */
  readonly line: string;
}

const utf8 = new TextEncoder();

/** The hash of an entry: SHA-256 of its RFC 8785 text without `hash`. @throws AppError entry-invalid */
export async function hashOf(unsealed: object, digest: Digest = sha256Hex): Promise<string> {
  const { hash: _claimed, ...rest } = unsealed as Record<string, unknown>;
  return digest(utf8.encode(canonicalJson(rest)));
}

/** Seals an entry: computes its hash and its line. @throws AppError entry-invalid when it has no canonical form */
export async function sealEntry<K extends EntryKind>(
  unsealed: Unsealed<K>,
  digest: Digest = sha256Hex,
): Promise<Sealed<K>> {
  const hash = await hashOf(unsealed, digest);
  const line = canonicalJson({ ...unsealed, hash });
  // Read back from the line, so that nobody holds an entry that differs from what was written.
  return { entry: JSON.parse(line) as EntryOf<K>, line };
}

/** Kinds of problems of one line; `problem` in the report is one of these. */
export const CHAIN_PROBLEMS = [
  'not-json', // the line is no JSON object
  'not-canonical', // same content, other bytes: somebody wrote the line again
  'entry-invalid', // a member is missing, or is not what its schema says
  'hash-mismatch', // the content is not the one that was hashed
  'broken-link', // `prev` is not the hash of the line before
  'wrong-seq', // a number is missing, repeated or out of order
  'foreign-dossier', // the line belongs to another dossier
] as const;
export type ChainProblem = (typeof CHAIN_PROBLEMS)[number];

export interface ChainReport {
  /** Lines that are not empty. */
  readonly count: number;
  /** Hash that the last line states, null when there is none. */
  readonly head: string | null;
  readonly dossier: string | null;
  /** In the order of the lines, at most `maxProblems`; empty means: the chain holds. */
  readonly problems: readonly { readonly line: number; readonly seq: number | null; readonly problem: ChainProblem }[];
  /** Lines whose hour is at least one second before the hour of the line before (the device's clock was set back). */
  readonly clockBack: readonly { readonly line: number; readonly seconds: number }[];
  /** Lines of a later version or kind: kept and chained, not read by this version. Not a problem. */
  readonly newer: readonly { readonly line: number; readonly seq: number | null }[];
}

export interface ChainOptions {
  readonly digest?: Digest;
  /** The dossier that every line must belong to; by default that of the first line. */
  readonly dossier?: string;
  readonly maxProblems?: number;
}

interface Walk {
  readonly problems: { line: number; seq: number | null; problem: ChainProblem }[];
  readonly clockBack: { line: number; seconds: number }[];
  readonly newer: { line: number; seq: number | null }[];
  readonly maxProblems: number;
  readonly digest: Digest;
  count: number;
  dossier: string | null;
  head: string | null;
  /** What the next line's `prev` must be; undefined when the line before could not be read. */
  link: string | null | undefined;
  nextSeq: number;
  lastUtc: number | null;
}

/**
 * Checks a journal line by line, memory flat. One empty last line is allowed (a file ends with a newline).
 * It never throws on what a line contains; it throws what the iterable throws.
 * It cannot see that the END of the journal was cut: compare `count` and `head` with what was announced.
 */
export async function checkChain(
  lines: AsyncIterable<string> | Iterable<string>,
  options: ChainOptions = {},
): Promise<ChainReport> {
  const walk: Walk = {
    problems: [],
    clockBack: [],
    newer: [],
    maxProblems: options.maxProblems ?? 100,
    digest: options.digest ?? sha256Hex,
    count: 0,
    dossier: options.dossier ?? null,
    head: null,
    link: null,
    nextSeq: 1,
    lastUtc: null,
  };
  let number = 0;
  let emptyBefore = false;
  for await (const line of lines) {
    number += 1;
    if (emptyBefore) report(walk, number - 1, null, 'not-json');
    emptyBefore = line === '';
    if (!emptyBefore) await checkLine(walk, number, line);
  }
  const { count, head, dossier, problems, clockBack, newer } = walk;
  return { count, head, dossier, problems, clockBack, newer };
}

function report(walk: Walk, line: number, seq: number | null, problem: ChainProblem): void {
  if (walk.problems.length < walk.maxProblems) walk.problems.push({ line, seq, problem });
}

async function checkLine(walk: Walk, number: number, line: string): Promise<void> {
  walk.count += 1;
  const raw = parseObject(line);
  if (!raw) {
    report(walk, number, null, 'not-json');
    walk.link = undefined;
    walk.nextSeq += 1;
    return;
  }
  const seq = Number.isSafeInteger(raw['seq']) ? (raw['seq'] as number) : null;
  const say = (problem: ChainProblem): void => report(walk, number, seq, problem);
  await checkContent(walk, number, line, raw, say);
  if (walk.link !== undefined && raw['prev'] !== walk.link) say('broken-link');
  if (seq !== walk.nextSeq) say('wrong-seq');
  checkDossier(walk, raw['dossier'], say);
  checkClock(walk, number, raw);
  walk.head = typeof raw['hash'] === 'string' ? raw['hash'] : null;
  walk.link = walk.head ?? undefined;
  walk.nextSeq = (seq ?? walk.nextSeq) + 1;
}

async function checkContent(
  walk: Walk,
  number: number,
  line: string,
  raw: Record<string, unknown>,
  say: (problem: ChainProblem) => void,
): Promise<void> {
  const read = readParsed(raw);
  if (read.problem === 'entry-unknown-version') {
    walk.newer.push({ line: number, seq: Number.isSafeInteger(raw['seq']) ? (raw['seq'] as number) : null });
  }
  try {
    if (canonicalJson(raw) !== line) say('not-canonical');
    if (read.problem === 'entry-invalid') say('entry-invalid');
    if ((await hashOf(raw, walk.digest)) !== raw['hash']) say('hash-mismatch');
  } catch (error) {
    // No canonical form at all (half a surrogate pair, 1e999): nothing of ours ever wrote that.
    if (!(error instanceof AppError)) throw error;
    say('entry-invalid');
  }
}

function checkDossier(walk: Walk, dossier: unknown, say: (problem: ChainProblem) => void): void {
  if (walk.dossier === null && typeof dossier === 'string') walk.dossier = dossier;
  if (dossier !== walk.dossier) say('foreign-dossier');
}

function checkClock(walk: Walk, number: number, raw: Record<string, unknown>): void {
  const at = raw['at'];
  const utc =
    typeof at === 'object' && at !== null && 'utc' in at && typeof at.utc === 'string' ? Date.parse(at.utc) : NaN;
  if (!Number.isFinite(utc)) return;
  if (walk.lastUtc !== null) {
    const seconds = Math.floor((walk.lastUtc - utc) / 1000);
    if (seconds >= 1) walk.clockBack.push({ line: number, seconds });
  }
  walk.lastUtc = utc;
}

function parseObject(line: string): Record<string, unknown> | null {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return null;
    throw error;
  }
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null;
}

/** The entry that opens a chain or follows `head`. `head` null: number 1. */
export function nextUnsealed<K extends EntryKind>(
  head: Pick<Entry, 'seq' | 'hash'> | null,
  content: { dossier: string; kind: K; at: EntryOf<K>['at']; data: EntryOf<K>['data'] },
): Unsealed<K> {
  return { v: ENTRY_VERSION, ...content, seq: (head?.seq ?? 0) + 1, prev: head?.hash ?? null };
}
