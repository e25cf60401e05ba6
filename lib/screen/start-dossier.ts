/** Opens a dossier with what the person says of their blockage. */
import type { Journal } from '@/lib/journal/types';
import type { StartChoice } from '@/lib/protocols/starts';
import { UNKNOWN_TRACK } from './track';

/** Null: « je ne sais pas encore ». */
export type Start = StartChoice | null;

/**
 * The track is in the first line; a named blockage in a second one, for the steps that depend on it.
 * @returns the dossier's id
 * @throws AppError storage-full, storage-unavailable
 */
export async function openWith(
  journal: Journal,
  { alias, start, departments }: { alias: string; start: Start; departments: readonly string[] },
): Promise<string> {
  const { dossier } = await journal.openDossier({ alias, track: start?.track ?? UNKNOWN_TRACK, departments });
  if (start?.blockage) await journal.append(dossier, { kind: 'dossier-track', data: { blockages: [start.blockage] } });
  return dossier;
}
