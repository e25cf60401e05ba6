/** Reading an entry of any version: old ones are upgraded in memory, later ones are kept as they are, nothing throws. */
import * as z from 'zod/mini';
import { dataSchemas, ENTRY_VERSION, type Entry, type EntryKind, envelopeSchema } from './entry';
import type { Moment } from './moment';

/** Why an entry could not be read; its line is kept, shown and exported all the same. */
export type ReadProblem = 'entry-unknown-version' | 'entry-invalid';

export interface ReadEntry {
  readonly entry: Entry | null;
  readonly problem: ReadProblem | null;
  /** When it was written, where that much can be read even of a later version. */
  readonly at: Moment | null;
}

type Raw = Record<string, unknown>;

/**
 * Upgrades, in order: the one at index i turns an entry of version i + 1 into version i + 2.
 * Version 1 is today's, so there is none yet. Adding one: write it here, keep the golden journal of the version
 * that it leaves in tests/unit/journal/golden/, and never change an upgrade that was released.
 */
const UPGRADES: readonly ((raw: Raw) => Raw)[] = [];

/** The little that every version keeps: enough to say that a line is an entry, and of a later version. */
const outlineSchema = z.looseObject({
  v: z.int().check(z.gte(1)),
  dossier: z.string(),
  seq: z.int().check(z.gte(1)),
  kind: z.string(),
  hash: z.string(),
});

const momentShape = envelopeSchema.shape.at;

/** Reads one line of a journal. Never throws. */
export function readEntry(line: string): ReadEntry {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { entry: null, problem: 'entry-invalid', at: null };
  }
  return readParsed(value);
}

/** Reads an entry that is already parsed. Never throws. */
export function readParsed(value: unknown): ReadEntry {
  const outline = outlineSchema.safeParse(value);
  if (!outline.success) return { entry: null, problem: 'entry-invalid', at: null };
  const moment = momentShape.safeParse(outline.data['at']);
  const at = moment.success ? moment.data : null;
  if (outline.data.v > ENTRY_VERSION || (outline.data.v === ENTRY_VERSION && !isKind(outline.data.kind))) {
    return { entry: null, problem: 'entry-unknown-version', at };
  }
  const entry = readKnown(outline.data);
  return entry ? { entry, problem: null, at: entry.at } : { entry: null, problem: 'entry-invalid', at };
}

function readKnown(raw: Raw & { readonly v: number }): Entry | null {
  const upgraded = UPGRADES.slice(raw.v - 1).reduce<Raw>((older, upgrade) => upgrade(older), raw);
  const envelope = envelopeSchema.safeParse(upgraded);
  if (!envelope.success || !isKind(envelope.data.kind)) return null;
  const data = dataSchemas[envelope.data.kind].safeParse(envelope.data.data);
  // The schema of this very kind has just accepted the data: the union member is known.
  return data.success ? ({ ...envelope.data, data: data.data } as Entry) : null;
}

function isKind(kind: string): kind is EntryKind {
  return Object.hasOwn(dataSchemas, kind);
}
