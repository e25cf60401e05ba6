/** The files that an entry names, whatever its kind or version. */
import type { BlobRef } from './entry';

/**
 * Every file reference found in an entry's data, each hash once, in the order of the data. It looks at shapes, not at
 * kinds, so that a file named by a later version is neither lost nor left behind when its dossier is erased.
 */
export function filesOf(data: unknown): readonly BlobRef[] {
  const found = new Map<string, BlobRef>();
  const waiting: unknown[] = [data];
  while (waiting.length > 0) {
    const value = waiting.shift();
    if (typeof value !== 'object' || value === null) continue;
    if (isBlobRef(value))
      found.set(
        value.sha256,
        found.get(value.sha256) ?? { sha256: value.sha256, bytes: value.bytes, type: value.type },
      );
    waiting.push(...(Array.isArray(value) ? value : Object.values(value)));
  }
  return [...found.values()];
}

function isBlobRef(value: object): value is BlobRef {
  return (
    'sha256' in value &&
    typeof value.sha256 === 'string' &&
    /^[0-9a-f]{64}$/.test(value.sha256) &&
    'bytes' in value &&
    typeof value.bytes === 'number' &&
    'type' in value &&
    typeof value.type === 'string'
  );
}
