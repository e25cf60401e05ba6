/** Which entries lost their files, and by which tombstone: a removed picture takes its masked copies with it. */
import type { Readable } from './redact';

export interface Removal {
  /** Number of the tombstone. */
  readonly by: number;
  /** SHA-256 of the files that went. */
  readonly blobs: ReadonlySet<string>;
}

/** Tombstones by the entry whose files went: the target, and the maskings whose copy the tombstone names. */
export function removals(entries: Iterable<Readable>): Map<number, Removal> {
  const found = new Map<number, Removal>();
  const copies = new Map<number, { seq: number; sha256: string }[]>();
  for (const { entry } of entries) {
    if (entry?.kind === 'redacted') {
      const known = copies.get(entry.data.target) ?? [];
      copies.set(entry.data.target, [...known, { seq: entry.seq, sha256: entry.data.copy.sha256 }]);
    }
    if (entry?.kind !== 'removed') continue;
    const removal = { by: entry.seq, blobs: new Set(entry.data.blobs) };
    found.set(entry.data.target, removal);
    for (const { seq, sha256 } of copies.get(entry.data.target) ?? []) {
      if (removal.blobs.has(sha256) && !found.has(seq)) found.set(seq, removal);
    }
  }
  return found;
}
