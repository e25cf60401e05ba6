/** T1: a technical block on the ANEF. The lawyers' steps of 10 March 2026, as a table. */
import type { Track } from '@/lib/domain/checklist-types';
import {
  CCC_STEP,
  CONTENT_DATE,
  DECK,
  DOMAIN,
  PAN_STEP,
  recaptureMark,
  SUBSTITUTION_ANSWER_STEP,
  SUBSTITUTION_LETTER_STEP,
} from '../shared';

/**
 * Waits are ours (domain.md § 3.6 [P], « repère pratique »): neither the deck nor the arrêté of 1 August 2023 gives a
 * number of days. S3 (PAN) is in nobody's `after`: « étape non-impérative » (domain.md § 3.5).
 */
export const TECHNICAL_BLOCK: Track = {
  id: 'T1',
  label: "Blocage technique sur le portail de l'ANEF",
  contentDate: CONTENT_DATE,
  substitution: true,
  steps: [
    {
      id: 'S1',
      label: 'Capture du blocage',
      explain:
        "Une image de la page bloquée où se lisent le message, l'adresse complète de la page, la date et l'heure. D'autres captures, d'autres jours, montrent que le blocage dure.",
      mandatory: true,
      after: [],
      // An unknown page, or one that only orients (a missing choice shows no message, domain.md § 2.5 A4), is the
      // blockage only if the person says so, in a note about that capture.
      done: { is: 'capture', outcomes: ['blocked', 'down'], noted: ['unrecognised', 'step', 'info', 'refused'] },
      marks: [recaptureMark('S1')],
      sources: [
        { ref: 'S003:1501-1512 « Capture d’écran du blocage avec URL et date visibles »', seen: DECK },
        { ref: 'domain.md § 3.4 S1', seen: DOMAIN },
      ],
    },
    CCC_STEP,
    PAN_STEP,
    SUBSTITUTION_LETTER_STEP,
    SUBSTITUTION_ANSWER_STEP,
  ],
};
