/** `00_pieces.json`: the inventory for machines, from the plan and the files that were made of it; the verifier reads it. */
import { canonicalJson } from '@/lib/domain/canonical';
import { type PackList, type PackPlan, packListSchema } from '@/lib/domain/pack-types';
import type { DocumentInput, MadeFile } from './documents/document';

/**
 * @param made one file for each volume of the plan, whole; the order does not matter
 * @throws RangeError when a volume of the plan was not made, or a file is of no volume: the pack would lie
 */
export function packList(plan: PackPlan, made: readonly MadeFile[]): PackList {
  const files = new Map(made.map((file) => [file.path, file]));
  const pieces = plan.pieces.map(({ number, kind, group, label, from, to, volumes }) => ({
    number,
    kind,
    group,
    label,
    from,
    to,
    files: volumes.map(({ path }) => {
      const file = files.get(path);
      if (!file) throw new RangeError(`not made: ${path}`);
      files.delete(path);
      return { path, sha256: file.sha256, bytes: file.bytes, pages: file.pages, shows: [...file.shows] };
    }),
  }));
  const [stranger] = files.keys();
  if (stranger !== undefined) throw new RangeError(`in no pièce: ${stranger}`);
  return packListSchema.parse({ v: 1, profile: plan.choices.profile, pieces });
}

/** The list as the bag holds it: one line of canonical JSON (RFC 8785), ended by a line feed. @throws RangeError as packList */
export function packListBytes({ plan, made }: Pick<DocumentInput, 'plan' | 'made'>): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`${canonicalJson(packList(plan, made))}\n`);
}
