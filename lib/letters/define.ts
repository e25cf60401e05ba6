/** A letter's table, checked by the compiler: fields that exist, and what most letters share. */
import type { LetterTemplate, Sentence, When } from '@/lib/domain/letter-types';
import type { FieldId } from './fields';

/** State of the codes behind every letter (domain.md § 0 [A]). */
export const CONTENT_DATE = '2026-04-03';
/** The day on which domain.md was read, and the lawyers' training (S003). */
export const DOMAIN = '2026-11-21';
export const DECK = '2026-03-10';

type Typed = Omit<LetterTemplate, 'required' | 'optional' | 'mailTo' | 'contentDate'> & {
  readonly required: readonly FieldId[];
  readonly optional: readonly FieldId[];
  readonly mailTo?: FieldId;
  /** Absent: CONTENT_DATE. */
  readonly contentDate?: string;
};

export const letter = (template: Typed): LetterTemplate => ({ contentDate: CONTENT_DATE, ...template });

export const FOREIGNER_NUMBER: readonly Sentence[] = [
  { text: 'Numéro étranger : {foreignerNumber}', when: { not: { ticked: 'noForeignerNumber' } } },
  { text: 'Numéro étranger : aucun numéro attribué', when: { ticked: 'noForeignerNumber' } },
];

/** Art. R. 112-9-1 of the CRPA: name, postal and electronic address; and what the préfecture of the 93 asks (S003:1615). */
export const FULL_IDENTITY: readonly Sentence[] = [
  { text: '{firstName} {lastName}' },
  { text: '{address}' },
  { text: 'Adresse électronique : {email}' },
  { text: '[Téléphone : {phone}]' },
  { text: 'Date et lieu de naissance : {birthDate}, {birthPlace}' },
  { text: '[Nationalité : {nationality}]' },
  ...FOREIGNER_NUMBER,
  { text: '[N° de demande : {requestNumber}]' },
];
export const FULL_IDENTITY_REQUIRED = [
  'firstName',
  'lastName',
  'address',
  'email',
  'birthDate',
  'birthPlace',
] as const satisfies readonly FieldId[];
export const FULL_IDENTITY_OPTIONAL = [
  'phone',
  'nationality',
  'foreignerNumber',
  'noForeignerNumber',
  'requestNumber',
] as const satisfies readonly FieldId[];

/** What a help desk needs to find the person, and no more. */
export const SHORT_IDENTITY: readonly Sentence[] = [
  { text: '{firstName} {lastName}' },
  { text: '{email}' },
  { text: '[Numéro étranger : {foreignerNumber}]' },
  { text: 'Numéro étranger : aucun numéro attribué', when: { ticked: 'noForeignerNumber' } },
  { text: '[N° de demande : {requestNumber}]' },
];
export const SHORT_IDENTITY_REQUIRED = ['firstName', 'lastName', 'email'] as const satisfies readonly FieldId[];
export const SHORT_IDENTITY_OPTIONAL = [
  'foreignerNumber',
  'noForeignerNumber',
  'requestNumber',
] as const satisfies readonly FieldId[];

export const PREFECTURE: readonly Sentence[] = [
  { text: 'Madame ou Monsieur le Préfet' },
  { text: '{prefecture}' },
  { text: '{prefectureAddress}' },
];

export const REGISTERED: Sentence = { text: 'Lettre recommandée avec avis de réception[ n° {tracking}]' };

const BOTH: When = { all: [{ filled: 'foreignerNumber' }, { filled: 'requestNumber' }] };

export const REFERENCES: readonly Sentence[] = [
  { text: 'Réf. : numéro étranger {foreignerNumber}, demande n° {requestNumber}', when: BOTH },
  { text: '[Réf. : numéro étranger {foreignerNumber}]', when: { not: BOTH } },
  { text: '[Réf. : demande n° {requestNumber}]', when: { not: BOTH } },
];

export const CLOSING: readonly Sentence[] = [
  {
    text: 'Je vous prie d’agréer, Madame, Monsieur, mes salutations distinguées.',
    when: { medium: ['post', 'lrar'] },
  },
  { text: 'Cordialement,', when: { medium: ['mail', 'form'] } },
];

/** By hand, under a letter on paper. */
export const SIGNATURE: readonly Sentence[] = [
  { text: '{firstName} {lastName}', when: { medium: ['post', 'lrar'] } },
  { text: 'Signature :', when: { medium: ['post', 'lrar'] } },
];

/** Asked, never demanded; domain.md § 5.4. */
export const ANSWER_BEFORE: Sentence = { text: '[Je vous remercie de me répondre avant le {replyBefore}.]' };

export const RECEIPT_ASKED: Sentence = {
  text: 'Je vous remercie de m’adresser un accusé de réception ({cite:L112-3}).',
  plain: 'Je vous remercie de m’adresser un accusé de réception.',
  when: { ticked: 'askReceipt' },
};

export const URGENCY: Sentence = { text: '[Ce qui rend ma situation urgente : {urgency}]' };
