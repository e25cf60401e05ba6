/** Every track of the protocol that this version knows. */
import type { Track } from '@/lib/domain/checklist-types';
import { ATTESTATION_PROLONGATION } from './attestation-prolongation/table';
import { CLOSURE } from './closure/table';
import { COMPLEMENT } from './complement/table';
import { DESIGN_LIMITATION } from './design-limitation/table';
import { NO_SLOT } from './no-slot/table';
import { RECEPISSE } from './recepisse/table';
import { SILENT_PROCEDURE } from './silent-procedure/table';
import { TECHNICAL_BLOCK } from './technical-block/table';
import { TRIAGE } from './triage/table';

/** By the name of its folder, in the order in which they are offered. */
export const TRACKS_BY_NAME: Readonly<Record<string, Track>> = {
  triage: TRIAGE,
  'technical-block': TECHNICAL_BLOCK,
  'design-limitation': DESIGN_LIMITATION,
  'attestation-prolongation': ATTESTATION_PROLONGATION,
  recepisse: RECEPISSE,
  complement: COMPLEMENT,
  closure: CLOSURE,
  'no-slot': NO_SLOT,
  'silent-procedure': SILENT_PROCEDURE,
};

export const TRACKS: readonly Track[] = Object.values(TRACKS_BY_NAME);

/** The tracks that a dossier can follow: T0 comes before each of them. */
export const DOSSIER_TRACKS: readonly Track[] = TRACKS.filter((track) => track !== TRIAGE);

/** A track by its id (`T1`) or the name of its folder (`technical-block`), whatever the case; null when there is none. */
export function trackOf(name: string): Track | null {
  const wanted = name.trim().toLowerCase();
  const byName = Object.hasOwn(TRACKS_BY_NAME, wanted) ? TRACKS_BY_NAME[wanted] : undefined;
  return byName ?? TRACKS.find((track) => track.id.toLowerCase() === wanted) ?? null;
}
