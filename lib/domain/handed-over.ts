/** A journal that came from another computer: what its entry says, and the names under which copies of one dossier are kept here. */
import * as z from 'zod/mini';

/**
 * `new`: the dossier was not known here. `continued`: the copy that was here had stopped earlier, and caught up.
 * `fork`: both copies had gone on, each by itself. `beside`: kept apart because the person chose so.
 */
export const ARRIVAL_MODES = ['new', 'continued', 'fork', 'beside'] as const;
export type ArrivalMode = (typeof ARRIVAL_MODES)[number];

const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const instant = z.string().check(
  z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
  z.refine((utc) => Number.isFinite(Date.parse(utc)) && new Date(utc).toISOString() === utc),
);
const count = z.int().check(z.gte(1));

/** The data of a `journal-imported` entry. */
export const journalImportedSchema = z.strictObject({
  mode: z.enum(ARRIVAL_MODES),
  /** Lines that the ZIP held, and the hash of the last one. */
  entries: count,
  head: sha256,
  /** SHA-256 of the ZIP's tagmanifest-sha256.txt, as in the `exported` entry of the computer that it comes from. */
  bag: sha256,
  /** Product and version that made the ZIP, and when, as the ZIP says. */
  product: z.string().check(z.maxLength(80)),
  exportedAt: instant,
  /** When this computer took it in, by its own clock. */
  receivedAt: instant,
  /** Two copies of the dossier are on this computer. */
  other: z.optional(
    z.strictObject({
      /** True in the chain that was received; false in the one that was here. */
      received: z.boolean(),
      /** The last line that both have, 0 for none. */
      after: z.int().check(z.gte(0)),
      /** The other copy, when this was written. */
      entries: count,
      head: sha256,
    }),
  ),
});
export type JournalImported = z.infer<typeof journalImportedSchema>;

/** Separates the identifier of a dossier from the number of its copy; no identifier has it. */
const MARK = '#';

/**
 * What the lines of a dossier say that it is. A second copy of a dossier is kept under a name of its own, because
 * its lines cannot change: `3f2a…#2` holds lines of the dossier `3f2a…`.
 */
export function chainOf(dossier: string): string {
  const at = dossier.indexOf(MARK);
  return at < 0 ? dossier : dossier.slice(0, at);
}

/** 1 for the first copy of a dossier, 2 and more for the others. */
export function copyOf(dossier: string): number {
  const at = dossier.indexOf(MARK);
  return at < 0 ? 1 : Number(dossier.slice(at + 1));
}

/** The first name that is free for one more copy. */
export function freeName(chain: string, taken: ReadonlySet<string>): string {
  let copy = 1;
  const name = (): string => (copy === 1 ? chain : `${chain}${MARK}${copy}`);
  while (taken.has(name())) copy += 1;
  return name();
}
