/** T7: a dossier of démarche numérique stays silent. */
import type { Track } from '@/lib/domain/checklist-types';
import { CONTENT_DATE, DECK, DOMAIN, handover, LETTER_WAIT, letterAndMail, letterMarks } from '../shared';

/** Pages that show the state of a dossier. */
const STATE_PAGES = [
  'demarche-numerique/filed',
  'demarche-numerique/in-review',
  'demarche-numerique/answer-awaited',
  'demarche-numerique/accepted',
  'demarche-numerique/refused',
  'demarche-numerique/closed-without-action',
] as const;

/** No date of an implied decision: a request for an appointment makes none, and the rest is for a lawyer (domain.md § 3.5 T7). */
export const SILENT_PROCEDURE: Track = {
  id: 'T7',
  label: 'Démarche numérique sans réponse',
  contentDate: CONTENT_DATE,
  questions: [
    { id: 'N0', choices: ['appointment', 'title', 'unknown'] },
    { id: 'N1-pdf', choices: ['have', 'none'] },
    { id: 'N1-filing', choices: ['have', 'none'] },
  ],
  steps: [
    {
      id: 'N0',
      label: 'Que demande ce formulaire ?',
      explain:
        "Un rendez-vous, ou le titre lui-même ? Dites ce qu'en dit la page, ou « je ne sais pas ». La réponse change beaucoup de choses : à faire vérifier par un avocat ou une association. Un dossier en « brouillon » n'est pas déposé.",
      mandatory: true,
      after: [],
      done: { is: 'said', question: 'N0' },
      sources: [
        { ref: 'S003:989-1059', seen: DECK },
        { ref: 'domain.md § 3.5 T7; CE 436288, CE 493514', seen: DOMAIN },
      ],
    },
    {
      id: 'N1',
      label: 'Garder la trace du dossier',
      explain:
        "Téléchargez le dossier (PDF) et l'attestation de dépôt, et capturez la page qui montre l'état du dossier. Le dossier disparaît du site 12 mois après son traitement.",
      mandatory: true,
      after: [],
      done: { is: 'parts' },
      parts: [
        {
          id: 'N1-pdf',
          label: 'Dossier téléchargé (PDF)',
          done: { is: 'said', question: 'N1-pdf', choices: ['have'], needsProof: true },
        },
        {
          id: 'N1-filing',
          label: 'Attestation de dépôt, ou page de remerciement',
          done: {
            is: 'any',
            of: [
              { is: 'capture', pages: ['demarche-numerique/merci', 'demarche-numerique/certificate'] },
              { is: 'said', question: 'N1-filing', choices: ['have'], needsProof: true },
            ],
          },
        },
        {
          id: 'N1-state',
          label: "Capture de l'état du dossier",
          done: { is: 'capture', pages: STATE_PAGES, noted: ['unrecognised', 'info', 'step'] },
        },
      ],
      sources: [
        { ref: 'S003:737-787, 930-960 (« Télécharger mon dossier », états)', seen: DECK },
        { ref: 'domain.md § 3.4 DN, § 3.5 T7 N1', seen: DOMAIN },
      ],
    },
    {
      id: 'N2',
      label: 'Message dans la messagerie du dossier',
      explain:
        "Un message daté dans « Messagerie administration » : où en est le dossier, quelle suite lui est donnée. Capturez la page après l'envoi.",
      mandatory: true,
      after: ['N1'],
      done: { is: 'exchange', channels: ['DN_MSG'], needsProof: true },
      wait: { days: 30, urgentDays: 7, legal: false },
      sources: [
        { ref: 'S003:1054-1059', seen: DECK },
        { ref: 'domain.md § 2.5 F1, § 3.5 T7 N2, N4', seen: DOMAIN },
      ],
    },
    {
      id: 'N3',
      label: 'Mail et lettre recommandée à la préfecture',
      explain:
        "Un mail et une lettre recommandée avec avis de réception qui rappellent le dossier, sa date de dépôt et les messages restés sans réponse. Gardez la preuve de dépôt avec son numéro, l'avis de réception et le mail envoyé.",
      mandatory: true,
      after: ['N2'],
      done: { is: 'parts' },
      wait: LETTER_WAIT,
      marks: letterMarks('N3').filter((mark) => mark.channels?.includes('PREF_MAIL')),
      parts: letterAndMail('N3a', 'N3b'),
      sources: [{ ref: 'domain.md § 2.5 F1, § 3.5 T7 N3', seen: DOMAIN }],
    },
    {
      id: 'N4',
      label: "Regarder de nouveau l'état du dossier",
      explain: "Repère pratique : tous les 30 jours, capturez l'état du dossier et téléchargez-le de nouveau.",
      mandatory: false,
      after: ['N1'],
      done: { is: 'capture', pages: STATE_PAGES, after: ['filedOn'] },
      marks: [
        {
          id: 'N4-again',
          label: "Regarder l'état du dossier et le télécharger de nouveau",
          days: 30,
          urgentDays: 30,
          legal: false,
          from: 'last',
        },
      ],
      sources: [{ ref: 'domain.md § 3.5 T7 N4', seen: DOMAIN }],
    },
    {
      id: 'N5',
      label: "Réponse de l'administration",
      explain:
        'Un message, une convocation, « accepté », « refusé » ou « classé sans suite » : lisez la réponse jointe, capturez-la et ajoutez-la avec sa date. « Accepté » ne dit pas toujours que le titre est accordé : à faire lire par un avocat ou une association.',
      mandatory: false,
      after: ['N1'],
      done: { is: 'answer', channels: ['DN_MSG', 'LRAR', 'PREF_MAIL'] },
      sources: [
        { ref: 'S003:733-751, 938-986', seen: DECK },
        { ref: 'domain.md § 2.5 F2, F3, § 3.5 T7', seen: DOMAIN },
      ],
    },
    handover('N6', ['N3']),
  ],
};
