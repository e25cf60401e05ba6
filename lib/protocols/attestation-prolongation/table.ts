/** T3: the attestation de prolongation d'instruction is not issued, not renewed, or says nothing of work. */
import type { Part, Track } from '@/lib/domain/checklist-types';
import {
  ANSWER_OF_PREFECTURE,
  CONTENT_DATE,
  DECK,
  DOMAIN,
  filingMark,
  handover,
  LETTER_WAIT,
  letterAndMail,
  letterMarks,
} from '../shared';

const YES_NO = ['yes', 'no', 'unknown'] as const;

const check = (id: string, label: string): Part => ({ id, label, done: { is: 'said', question: id } });

/** Asked of the person, kept without any conclusion (domain.md § 3.5 T3 P0). */
const CHECKS: readonly Part[] = [
  check('P0-anef', "La demande a-t-elle été déposée sur le portail de l'ANEF ?"),
  check('P0-pieces', 'Une pièce manquante a-t-elle été signalée depuis le dépôt ?'),
  check('P0-window', 'La demande a-t-elle été déposée avant la fin du titre, entre 120 et 60 jours avant ?'),
  check('P0-expired', 'Le titre ou la dernière attestation sont-ils arrivés à leur fin ?'),
];

const EVIDENCE: readonly Part[] = [
  {
    id: 'P1-filing',
    label: 'Confirmation du dépôt',
    done: {
      is: 'any',
      of: [
        { is: 'capture', pages: ['anef/confirmation'] },
        { is: 'said', question: 'P1-filing', choices: ['have'], needsProof: true },
      ],
    },
  },
  {
    id: 'P1-document',
    label: 'Document arrivé à sa fin (titre ou dernière attestation) : sa date, relevée sur le document',
    done: { is: 'said', question: 'P1-document', choices: ['have'] },
  },
  {
    id: 'P1-last',
    label: 'Dernière attestation de prolongation reçue',
    done: { is: 'said', question: 'P1-last', choices: ['have'], needsProof: true },
    only: { blockages: ['C-API-2', 'C-API-3', 'C-API-5'] },
  },
  {
    id: 'P1-title',
    label: 'Titre précédent, pour la mention qui y figure',
    done: { is: 'said', question: 'P1-title', choices: ['have'] },
    only: { blockages: ['C-API-3'] },
  },
  {
    id: 'P1-account',
    label: 'Capture du compte ou des notifications, prise après cette date',
    done: {
      is: 'capture',
      pages: ['anef/notifications', 'anef/documents', 'anef/request-state', 'anef/my-account'],
      noted: ['unrecognised', 'step', 'info', 'notice'],
      after: ['titleExpiry', 'attestationEnd'],
    },
    // Not awaited where the attestation exists and only lacks a mention.
    only: { notOnly: ['C-API-3', 'C-API-4'] },
  },
  {
    id: 'P1-third-party',
    label: "Courrier de l'organisme qui n'accepte pas l'attestation",
    done: { is: 'said', question: 'P1-third-party', choices: ['have'], needsProof: true },
    only: { blockages: ['C-API-4'] },
    optional: true,
  },
];

export const ATTESTATION_PROLONGATION: Track = {
  id: 'T3',
  label: "Attestation de prolongation d'instruction : pas délivrée, pas renouvelée ou sans mention du travail",
  contentDate: CONTENT_DATE,
  questions: [
    ...CHECKS.map(({ id }) => ({ id, choices: YES_NO })),
    ...EVIDENCE.filter(({ id }) => id !== 'P1-account').map(({ id }) => ({ id, choices: ['have', 'none'] })),
  ],
  steps: [
    {
      id: 'P0',
      label: 'Quelques questions avant de commencer',
      explain:
        "Quatre questions sur votre demande. Répondez comme vous le savez, « je ne sais pas » est une réponse. Le carnet garde vos réponses et n'en tire aucune conclusion : montrez-les à un avocat ou à une association.",
      mandatory: true,
      after: [],
      done: { is: 'parts' },
      parts: CHECKS,
      marks: [filingMark('P0')],
      sources: [
        { ref: 'domain.md § 3.5 T3 P0; R. 431-5, R. 431-15-1 CESEDA', seen: DOMAIN },
        { ref: 'domain.md § 4.2 (R.* 432-1, R. 432-2 CESEDA; CE avis 499904)', seen: DOMAIN },
      ],
    },
    {
      id: 'P1',
      label: 'Réunir les preuves',
      explain:
        "La confirmation du dépôt, la date de fin de votre document, la dernière attestation si vous en avez eu une, et une capture de votre compte prise après cette date, où aucune nouvelle attestation ne se voit. Notez sur la capture ce qui manque. Sur le portail, la date de fin se lit toujours sur l'attestation elle-même.",
      mandatory: true,
      after: ['P0'],
      done: { is: 'parts' },
      parts: EVIDENCE,
      sources: [
        { ref: 'S003:1667-1675 (non-délivrance, non-renouvellement, absence d’autorisation de travail)', seen: DECK },
        { ref: 'domain.md § 2.5 family C, § 3.5 T3 P1', seen: DOMAIN },
      ],
    },
    {
      id: 'P2',
      label: "Demander l'attestation à la préfecture, par mail et par lettre recommandée",
      explain:
        "Un mail et une lettre recommandée avec avis de réception qui demandent l'attestation de prolongation d'instruction, son renouvellement, ou la correction de la mention du travail. Les deux sont nécessaires dans le protocole. Repère pratique : écrire 15 jours avant la fin de l'attestation en cours, ou tout de suite si elle est déjà passée.",
      mandatory: true,
      after: ['P1'],
      done: { is: 'parts' },
      wait: LETTER_WAIT,
      marks: [
        {
          id: 'P2-early',
          label: "Écrire à la préfecture : 15 jours avant la fin de l'attestation",
          days: -15,
          urgentDays: -15,
          legal: false,
          from: 'attestationEnd',
          whileTodo: true,
        },
        ...letterMarks('P2'),
      ],
      parts: letterAndMail('P2a', 'P2b'),
      sources: [
        { ref: 'S003:1677-1683 « Contacter la Préfecture (par mail et LRAR) »', seen: DECK },
        { ref: 'domain.md § 3.5 T3 P2, § 5.6; R. 431-15-1 CESEDA', seen: DOMAIN },
      ],
    },
    {
      id: 'P2L',
      label: 'Voie locale de la préfecture, si elle existe',
      explain:
        "Certaines préfectures ont une voie à part : un formulaire sur Démarche numérique (91), une boîte aux lettres (93), une adresse mail. Regardez la page de votre préfecture, capturez-la, et gardez une trace de l'envoi. En même temps que le reste, dans l'ordre que vous voulez.",
      mandatory: false,
      after: ['P0'],
      done: { is: 'exchange', channels: ['DN_MSG', 'OTHER'], needsProof: false },
      sources: [
        { ref: 'S003:1685-1690 (préf. 91, préf. 93, mail dédié)', seen: DECK },
        { ref: 'domain.md § 2.1 C13, § 3.5 T3 P2’', seen: DOMAIN },
      ],
    },
    {
      id: 'P3',
      label: "CCC (centre de contact citoyens) et PAN (point d'accueil numérique)",
      explain:
        'Facultatif et conseillé par le protocole, après la préfecture : écrire ou téléphoner au CCC, demander un rendez-vous au PAN. Gardez une preuve datée de chaque contact.',
      mandatory: false,
      after: ['P2'],
      done: { is: 'exchange', channels: ['CCC_FORM', 'CCC_MAIL', 'CCC_PHONE', 'PAN'], needsProof: false },
      sources: [
        { ref: 'S003:1691 « CCC et PAN »', seen: DECK },
        { ref: 'domain.md § 3.5 T3 P3', seen: DOMAIN },
      ],
    },
    {
      id: 'P5',
      label: 'Réponse de la préfecture',
      explain:
        "L'attestation, une demande, un refus ou une autre réponse : ajoutez-la dès qu'elle arrive, avec sa date. Un accusé de réception automatique n'est pas une réponse.",
      mandatory: false,
      after: ['P2'],
      done: ANSWER_OF_PREFECTURE,
      sources: [{ ref: 'domain.md § 3.5 T3', seen: DOMAIN }],
    },
    handover('P4', ['P2']),
  ],
};
