/** Which letters belong to which step of each track: shown on the step's page. Every letter is reachable in each of its tracks (tests/meta/home.test.ts). */
import type { LetterId } from '@/lib/letters';

const WITNESS = ['witness-statement'] as const;
const HANDOVER = ['transmission-note', 'mandate'] as const;

/** By track, then by step. */
export const STEP_LETTERS: Readonly<Record<string, Readonly<Record<string, readonly LetterId[]>>>> = {
  T1: {
    S1: WITNESS,
    S2: ['ccc-message', 'call-sheet'],
    S3: ['pan-letter'],
    S4: ['substitution-lrar', 'prefecture-mail'],
    S5: HANDOVER,
  },
  T2: {
    S1: WITNESS,
    S2: ['ccc-message', 'call-sheet'],
    S3: ['pan-letter'],
    S4: ['substitution-lrar', 'prefecture-mail'],
    S5: HANDOVER,
  },
  T3: {
    P1: WITNESS,
    P2: ['attestation-prolongation'],
    P3: ['ccc-message', 'call-sheet', 'pan-letter'],
    P4: HANDOVER,
  },
  T3b: { Q1: WITNESS, Q3: ['attestation-prolongation'], Q5: HANDOVER },
  T4: { K2: WITNESS, K3: ['complement-cover'], K4: ['complement-cover'], K6: ['complement-cover'], K7: HANDOVER },
  T5: { Z1: WITNESS, Z4b: ['after-closure'], Z4c: HANDOVER, Z6: HANDOVER },
  T6: { R2: WITNESS, R3: ['appointment-request'], R4: ['appointment-request'], R5: HANDOVER },
  T7: { N1: WITNESS, N2: ['demarche-numerique-message'], N6: HANDOVER },
};

/** The letters of a step; none for a step or a track of a later version. */
export function lettersOfStep(track: string, step: string): readonly LetterId[] {
  const steps = Object.hasOwn(STEP_LETTERS, track) ? STEP_LETTERS[track] : undefined;
  return (steps && Object.hasOwn(steps, step) ? steps[step] : undefined) ?? [];
}
