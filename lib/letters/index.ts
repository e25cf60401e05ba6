/** Every letter that this version can write. */
import { type Catalogue, composeLetter } from '@/lib/domain/letter-compose';
import type { ComposedLetter, LetterInput, LetterTemplate } from '@/lib/domain/letter-types';
import { AFTER_CLOSURE } from './after-closure/table';
import { APPOINTMENT_REQUEST } from './appointment-request/table';
import { ATTESTATION_PROLONGATION_LETTER } from './attestation-prolongation/table';
import { CALL_SHEET } from './call-sheet/table';
import { CCC_MESSAGE } from './ccc-message/table';
import { CITATION_MATRIX, CITATIONS } from './citations';
import { COMPLEMENT_COVER } from './complement-cover/table';
import { DEMARCHE_NUMERIQUE_MESSAGE } from './demarche-numerique-message/table';
import { FIELDS } from './fields';
import { MANDATE } from './mandate/table';
import { PAN_LETTER } from './pan-letter/table';
import { PREFECTURE_MAIL } from './prefecture-mail/table';
import { SUBSTITUTION_LRAR } from './substitution-lrar/table';
import { TRANSMISSION_NOTE } from './transmission-note/table';
import { WITNESS_STATEMENT } from './witness-statement/table';

/** By the name of its folder, in the order in which they are offered. */
export const LETTERS = {
  'ccc-message': CCC_MESSAGE,
  'call-sheet': CALL_SHEET,
  'pan-letter': PAN_LETTER,
  'substitution-lrar': SUBSTITUTION_LRAR,
  'prefecture-mail': PREFECTURE_MAIL,
  'attestation-prolongation': ATTESTATION_PROLONGATION_LETTER,
  'complement-cover': COMPLEMENT_COVER,
  'appointment-request': APPOINTMENT_REQUEST,
  'demarche-numerique-message': DEMARCHE_NUMERIQUE_MESSAGE,
  'after-closure': AFTER_CLOSURE,
  'transmission-note': TRANSMISSION_NOTE,
  mandate: MANDATE,
  'witness-statement': WITNESS_STATEMENT,
} as const satisfies Readonly<Record<string, LetterTemplate>>;

export type LetterId = keyof typeof LETTERS;
export const LETTER_IDS = Object.keys(LETTERS) as readonly LetterId[];

export const CATALOGUE: Catalogue = { fields: FIELDS, citations: CITATIONS, allowed: CITATION_MATRIX };

/** Whether a text names a letter of this version. */
export function isLetterId(text: string): text is LetterId {
  return Object.hasOwn(LETTERS, text);
}

/** The letters of a track, then those of any track. */
export function lettersOf(track: string): readonly LetterId[] {
  const own = LETTER_IDS.filter((id) => LETTERS[id].tracks.includes(track));
  return [...own, ...LETTER_IDS.filter((id) => LETTERS[id].tracks.length === 0)];
}

/** Composes one of our letters with our tables. @throws RangeError when it has no such medium */
export function compose(id: LetterId, input: LetterInput): ComposedLetter {
  return composeLetter(LETTERS[id], CATALOGUE, input);
}
