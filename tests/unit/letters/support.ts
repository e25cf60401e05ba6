/** An invented person and dossier for the letters' tests, and the input that a screen would build from them. */
import type { Entry } from '@/lib/domain/entry';
import { numberPieces } from '@/lib/domain/letter-pieces';
import { linesOf, lineText, plainText } from '@/lib/domain/letter-plain';
import type {
  ComposedLetter,
  Field,
  LetterDocument,
  LetterInput,
  LetterValues,
  Medium,
} from '@/lib/domain/letter-types';
import { compose, LETTER_IDS, LETTERS, type LetterId } from '@/lib/letters';
import { chronologyOf, pieceCandidates } from '@/lib/letters/chronology';
import { factsOf } from '@/lib/letters/facts';
import { FIELD_IDS, FIELDS } from '@/lib/letters/fields';
import { linesFor, printsWords } from '@/lib/letters/select';
import { capture, captureOf, exchange, outcome } from '../domain/checklist-support';

export const label = (page: { site: string; page: string } | null): string => (page ? `page ${page.page}` : 'inconnue');

/** Invented: nobody. */
export const PERSON: LetterValues = {
  firstName: 'Naëlle',
  lastName: 'Inventée-Fictive',
  address: 'Chez Mme Exemple\n12 rue Imaginaire\n00000 Nulleville',
  email: 'naelle@exemple.fr',
  phone: '06 00 00 00 00',
  birthDate: '1990-02-03',
  birthPlace: 'Ville-Inventée, Pays inventé',
  foreignerNumber: '9900000123',
  requestNumber: '9402202610301434894',
  place: 'Nulleville',
  letterDate: '2026-11-22',
  procedure: 'renouvellement de ma carte',
  blockage: 'Le portail indique que le titre précédent n’est pas remis',
  page: 'https://administration-etrangers-en-france.interieur.gouv.fr/particuliers/#/renouvellement',
  seenAt: '2026-11-02T10:00',
  message: 'Précédent titre non remis',
  prefecture: 'Préfecture – Nulle-Part',
  prefectureAddress: '1 place Imaginaire\n00000 Nulleville',
  prefectureEmail: 'appui@nulle-part.exemple.fr',
  heldTitle: 'carte de séjour',
  titleExpiry: '2026-12-31',
};

/** A block captured twice, a CCC form with its automatic reply, an unanswered call, a letter. */
export const JOURNAL: readonly Entry[] = [
  captureOf(1, 'anef/title-not-collected', 'blocked', 0),
  capture(2, 'step', 1),
  exchange(3, 'CCC_FORM', 2, { reference: 'REF-77' }),
  outcome(4, 3, 'AUTO_REPLY', 3),
  exchange(5, 'CCC_PHONE', 4, {
    files: [],
    captures: [],
    precision: 'minute',
    call: { number: '0 806 001 620', end: 'no-answer', minutes: 12 },
    words: 'on m’a parlé de ma maladie',
  }),
  captureOf(6, 'anef/title-not-collected', 'blocked', 9),
];

/** A value of its kind for every field, so that every optional part is printed. */
export const EVERYTHING: LetterValues = {
  ...Object.fromEntries(
    FIELD_IDS.map((id) => {
      const field: Field = FIELDS[id];
      if (field.kind === 'date') return [id, '2026-10-05'];
      if (field.kind === 'date-time') return [id, '2026-10-05T09:05'];
      if (field.kind === 'time') return [id, '09:05'];
      if (field.kind === 'email') return [id, 'x@exemple.fr'];
      if (field.kind === 'tick') return [id, id === 'noForeignerNumber' ? '' : 'yes'];
      if (field.kind === 'choice') return [id, Object.keys(field.choices ?? {})[0] ?? ''];
      return [id, `valeur ${id}`];
    }),
  ),
};

export function input(id: LetterId, medium: Medium, change: Partial<LetterInput> = {}, journal = JOURNAL): LetterInput {
  const lines = linesFor(id, chronologyOf(journal, label));
  const cited = new Set(lines.flatMap((line) => line.proof));
  const pieces = numberPieces(pieceCandidates(journal, label).filter((one) => cited.has(one.seq)));
  return {
    medium,
    values: PERSON,
    lines,
    pieces,
    items: [{ label: 'Attestation d’assiduité', problem: 'manquant', answer: 'fourni', file: '01_attestation.pdf' }],
    facts: factsOf(lines, pieces),
    regime: LETTERS[id].regime ?? 'R431_2',
    verbatim: printsWords(id),
    ...change,
  };
}

/** Each letter in each of its media. */
export const ALL: readonly { readonly id: LetterId; readonly medium: Medium }[] = LETTER_IDS.flatMap((id) =>
  LETTERS[id].media.map((medium) => ({ id, medium })),
);

export function made(composed: ComposedLetter): LetterDocument {
  if (!composed.document) throw new Error(`stopped by ${composed.blocking.map(({ code }) => code).join()}`);
  return composed.document;
}

export const write = (
  id: LetterId,
  medium: Medium,
  change: Partial<LetterInput> = {},
  journal = JOURNAL,
): LetterDocument => made(compose(id, input(id, medium, change, journal)));

/** Everything that a letter says, object and enclosures included, with its no-break spaces. */
export const raw = (document: LetterDocument): string =>
  [
    plainText(document, { object: true }),
    ...linesOf(document).map(lineText),
    ...document.enclosures.map((piece) => piece.label),
  ].join('\n');

/** The same with plain spaces. */
export const said = (document: LetterDocument): string => raw(document).replaceAll('\u00a0', ' ');
