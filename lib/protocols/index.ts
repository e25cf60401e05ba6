/** Every track of the protocol that this version knows. */
import type { Track } from '@/lib/domain/checklist-types';
import { TECHNICAL_BLOCK } from './technical-block/table';

/** By the name of its folder, in the order in which they are offered. */
export const TRACKS_BY_NAME: Readonly<Record<string, Track>> = { 'technical-block': TECHNICAL_BLOCK };

export const TRACKS: readonly Track[] = Object.values(TRACKS_BY_NAME);

/** A track by its id (`T1`) or the name of its folder (`technical-block`), whatever the case; null when there is none. */
export function trackOf(name: string): Track | null {
  const wanted = name.trim().toLowerCase();
  const byName = Object.hasOwn(TRACKS_BY_NAME, wanted) ? TRACKS_BY_NAME[wanted] : undefined;
  return byName ?? TRACKS.find((track) => track.id.toLowerCase() === wanted) ?? null;
}
