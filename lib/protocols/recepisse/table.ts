/** T3b: the récépissé of a request made outside the ANEF is not issued or not renewed. Its own texts: R. 431-12, R. 431-13. */
import type { Track } from '@/lib/domain/checklist-types';
import { CONTENT_DATE, DECK, DOMAIN, filingMark, handover, LETTER_WAIT, letterAndMail, letterMarks } from '../shared';

const YES_NO = ['yes', 'no', 'unknown'] as const;

export const RECEPISSE: Track = {
  id: 'T3b',
  label: "Récépissé (demande hors de l'ANEF) : pas remis ou pas renouvelé",
  contentDate: CONTENT_DATE,
  questions: [
    { id: 'Q0-outside', choices: YES_NO },
    { id: 'Q0-pieces', choices: YES_NO },
    { id: 'Q1-filing', choices: ['have', 'none'] },
    { id: 'Q1-document', choices: ['have', 'none'] },
  ],
  steps: [
    {
      id: 'Q0',
      label: 'Quelques questions avant de commencer',
      explain:
        "Deux questions sur votre demande. « Je ne sais pas » est une réponse. Le carnet garde vos réponses et n'en tire aucune conclusion.",
      mandatory: true,
      after: [],
      done: { is: 'parts' },
      parts: [
        {
          id: 'Q0-outside',
          label:
            "La demande a-t-elle été déposée hors de l'ANEF (guichet, rendez-vous, Démarche numérique, courrier) ?",
          done: { is: 'said', question: 'Q0-outside' },
        },
        {
          id: 'Q0-pieces',
          label: 'Une pièce manquante a-t-elle été signalée depuis le dépôt ?',
          done: { is: 'said', question: 'Q0-pieces' },
        },
      ],
      marks: [filingMark('Q0')],
      sources: [{ ref: 'domain.md § 3.5 T3b; R. 431-12, R. 431-13 CESEDA', seen: DOMAIN }],
    },
    {
      id: 'Q1',
      label: 'Réunir les preuves',
      explain:
        'La preuve du dépôt (attestation de dépôt, convocation, récépissé déjà reçu) et la date de fin de votre document.',
      mandatory: true,
      after: ['Q0'],
      done: { is: 'parts' },
      parts: [
        {
          id: 'Q1-filing',
          label: 'Preuve du dépôt de la demande',
          done: {
            is: 'any',
            of: [
              { is: 'capture', pages: ['demarche-numerique/merci', 'demarche-numerique/certificate'] },
              { is: 'said', question: 'Q1-filing', choices: ['have'], needsProof: true },
            ],
          },
        },
        {
          id: 'Q1-document',
          label: 'Dernier récépissé ou titre : sa date de fin, relevée sur le document',
          done: { is: 'said', question: 'Q1-document', choices: ['have'] },
        },
      ],
      sources: [
        { ref: 'S003:989-1042 (attestation de dépôt, attestation préfectorale)', seen: DECK },
        { ref: 'domain.md § 2.3, § 3.5 T3b (CE 2 August 2023)', seen: DOMAIN },
      ],
    },
    {
      id: 'Q2',
      label: 'Demande en ligne « Contacts-démarches » ou rendez-vous',
      explain:
        "Le formulaire « Contacts-démarches » du ministère sert au renouvellement du récépissé quand il est passé ou se termine dans les 15 jours. Capturez la page après l'envoi, ou gardez la trace du rendez-vous demandé.",
      mandatory: true,
      after: ['Q1'],
      done: {
        is: 'any',
        of: [
          { is: 'capture', pages: ['contacts-demarches/sent'] },
          { is: 'exchange', channels: ['OTHER', 'DN_MSG'], needsProof: true },
          { is: 'skipped', step: 'Q2' },
        ],
      },
      wait: { days: 7, urgentDays: 2, legal: false },
      marks: [
        {
          id: 'Q2-early',
          label: 'Demander le renouvellement : 15 jours avant la fin du récépissé',
          days: -15,
          urgentDays: -15,
          legal: false,
          from: 'receiptEnd',
          whileTodo: true,
        },
      ],
      sources: [
        { ref: 'S003:62-75, 412-424 (contacts-démarches)', seen: DECK },
        { ref: 'domain.md § 2.1 C10, § 3.5 T3b', seen: DOMAIN },
      ],
    },
    {
      id: 'Q3',
      label: 'Demander le récépissé à la préfecture, par mail et par lettre recommandée',
      explain:
        "Un mail et une lettre recommandée avec avis de réception qui demandent le récépissé (articles R. 431-12 et R. 431-13 du CESEDA, à vérifier avec un avocat ou une association). Gardez la preuve de dépôt avec son numéro, l'avis de réception et le mail envoyé.",
      mandatory: true,
      after: ['Q2'],
      done: { is: 'parts' },
      wait: LETTER_WAIT,
      marks: letterMarks('Q3'),
      parts: letterAndMail('Q3a', 'Q3b'),
      sources: [{ ref: 'domain.md § 3.5 T3b, § 5.6; R. 431-12, R. 431-13 CESEDA', seen: DOMAIN }],
    },
    {
      id: 'Q4',
      label: 'Réponse de la préfecture',
      explain:
        "Le récépissé, une convocation, un refus ou une autre réponse : ajoutez-la dès qu'elle arrive, avec sa date. Un accusé de réception automatique n'est pas une réponse.",
      mandatory: false,
      after: ['Q3'],
      done: { is: 'answer', channels: ['LRAR', 'PREF_MAIL', 'OTHER', 'DN_MSG'] },
      sources: [{ ref: 'domain.md § 3.5 T3b', seen: DOMAIN }],
    },
    handover('Q5', ['Q3']),
  ],
};
