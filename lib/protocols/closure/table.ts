/** T5: the ANEF closed the request. What to keep, what to ask, and whom, according to what the person says of the document. */
import type { Step, Track } from '@/lib/domain/checklist-types';
import {
  ANSWER_OF_PREFECTURE,
  CONTENT_DATE,
  DECK,
  DOMAIN,
  handover,
  LETTER_WAIT,
  letterAndMail,
  letterMarks,
} from '../shared';

const whenSaid = (...choices: readonly string[]): Pick<Step, 'only'> => ({
  only: { said: { question: 'Z3', choices } },
});

export const CLOSURE: Track = {
  id: 'T5',
  label: 'Demande clôturée',
  contentDate: CONTENT_DATE,
  questions: [
    { id: 'Z1-mail', choices: ['have', 'none'] },
    { id: 'Z2', choices: ['none'] },
    { id: 'Z3', choices: ['yes', 'no', 'unknown'] },
    { id: 'Z4a', choices: ['checked'] },
  ],
  steps: [
    {
      id: 'Z1',
      label: 'Garder la notification de clôture',
      explain:
        'Capturez la notification de clôture, avec le numéro de la demande, puis la liste entière des notifications. Gardez aussi le mail reçu.',
      mandatory: true,
      after: [],
      done: { is: 'parts' },
      marks: [
        {
          id: 'Z1-two-months',
          label:
            'Deux mois après la clôture : des délais peuvent courir, parlez-en avant à un avocat ou à une association',
          days: 2,
          urgentDays: 2,
          unit: 'months',
          legal: true,
          ref: 'art. R. 421-1 du CJA, selon la décision',
          from: 'closedOn',
        },
      ],
      parts: [
        {
          id: 'Z1-notice',
          label: 'Capture de la notification',
          done: {
            is: 'capture',
            pages: ['anef/closure'],
            outcomes: ['refused'],
            noted: ['unrecognised', 'notice', 'info'],
          },
        },
        {
          id: 'Z1-list',
          label: 'Capture de la liste des notifications',
          done: { is: 'capture', pages: ['anef/notifications'], noted: ['unrecognised', 'step'] },
        },
        {
          id: 'Z1-mail',
          label: 'Mail de clôture',
          done: { is: 'said', question: 'Z1-mail', choices: ['have'], needsProof: true },
          optional: true,
        },
      ],
      sources: [
        { ref: 'S003:1250-1256, 1355-1370', seen: DECK },
        { ref: 'domain.md § 2.4, § 2.5 D3-D5, § 3.5 T5 Z1; R. 421-1 CJA', seen: DOMAIN },
      ],
    },
    {
      id: 'Z2',
      label: 'Réunir les demandes de complément et vos réponses',
      explain:
        "Chaque demande de complément reçue et la preuve de ce que vous avez envoyé. S'il n'y en a eu aucune, dites-le.",
      mandatory: true,
      after: ['Z1'],
      done: {
        is: 'any',
        of: [
          { is: 'complement', has: 'dates' },
          { is: 'said', question: 'Z2', choices: ['none'] },
        ],
      },
      sources: [{ ref: 'domain.md § 2.5 D2-D4, § 3.5 T5 Z2', seen: DOMAIN }],
    },
    {
      id: 'Z3',
      label: 'La pièce demandée était-elle obligatoire ?',
      explain:
        'Dites ce que vous en pensez : oui, non, ou je ne sais pas. Le carnet garde votre réponse et ne juge pas : elle est à faire vérifier par un avocat ou une association.',
      mandatory: true,
      after: ['Z1'],
      done: { is: 'said', question: 'Z3' },
      sources: [
        { ref: 'S003:1250-1256 (document obligatoire ou non)', seen: DECK },
        { ref: 'domain.md § 3.5 T5 Z3, § 4.3', seen: DOMAIN },
      ],
    },
    {
      id: 'Z4a',
      label: 'Préparer un nouveau dépôt',
      explain:
        "Si une pièce obligatoire manquait vraiment : vérifiez d'abord les dates avec un avocat ou une association (articles R. 431-5 et R. 431-8 du CESEDA), puis déposez de nouveau et capturez la confirmation.",
      mandatory: true,
      after: ['Z2', 'Z3'],
      done: {
        is: 'any',
        of: [
          { is: 'capture', pages: ['anef/confirmation'], after: ['closedOn'] },
          { is: 'said', question: 'Z4a', choices: ['checked'] },
        ],
      },
      sources: [{ ref: 'domain.md § 3.5 T5 Z4a; R. 431-5, R. 431-8 CESEDA', seen: DOMAIN }],
      ...whenSaid('yes'),
    },
    {
      id: 'Z4b',
      label: 'Demander la raison et la réouverture, par lettre recommandée et par mail',
      explain:
        "Si la pièce n'était pas obligatoire selon vous, ou déjà envoyée : demandez à la préfecture la raison de la clôture et la réouverture. Montrez vite le dossier à un avocat ou à une association.",
      mandatory: true,
      after: ['Z2', 'Z3'],
      done: { is: 'parts' },
      wait: LETTER_WAIT,
      marks: letterMarks('Z4b'),
      parts: letterAndMail('Z4b-letter', 'Z4b-mail'),
      sources: [
        { ref: 'S003:1254-1256', seen: DECK },
        { ref: 'domain.md § 2.5 D4, D5, § 3.5 T5 Z4b', seen: DOMAIN },
      ],
      ...whenSaid('no'),
    },
    {
      id: 'Z5',
      label: 'Réponse de la préfecture',
      explain:
        "Réouverture, raison de la clôture, refus ou autre réponse : ajoutez-la dès qu'elle arrive, avec sa date. Un accusé de réception automatique n'est pas une réponse.",
      mandatory: false,
      after: ['Z3'],
      done: ANSWER_OF_PREFECTURE,
      sources: [{ ref: 'domain.md § 3.5 T5', seen: DOMAIN }],
    },
    // Z4c: « ne sait pas » leads here, and here only.
    { ...handover('Z4c', ['Z3']), mandatory: true, ...whenSaid('unknown') },
    { ...handover('Z6', ['Z3']), ...whenSaid('yes', 'no') },
  ],
};
