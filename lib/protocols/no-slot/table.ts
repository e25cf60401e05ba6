/** T6: no appointment can be had at the préfecture (R. 431-3). Attempts by hand, spread over time, then a mail and a letter. */
import type { CapturePredicate, Track } from '@/lib/domain/checklist-types';
import { PRACTICAL_SPREAD } from '@/lib/domain/gauge';
import {
  CONTENT_DATE,
  DECK,
  DOMAIN,
  handover,
  LETTER,
  LETTER_WAIT,
  letterMarks,
  mailOrNone,
  recaptureMark,
} from '../shared';

/** A page without a slot, or down; another one once the person says what it shows. */
export const NO_SLOT_CAPTURES: CapturePredicate = {
  is: 'capture',
  outcomes: ['blocked', 'down'],
  noted: ['unrecognised', 'step', 'info'],
};

/** Pages of a préfecture that say where and how to ask. */
const PREFECTURE_PAGES = [
  'prefecture/foreigners-page',
  'prefecture/channel',
  'prefecture/appointments',
  'prefecture/no-appointment',
  'prefecture/by-post',
] as const;

/** Silence on a request for an appointment makes no decision (CE 1 July 2020, n° 436288): no such date here. */
export const NO_SLOT: Track = {
  id: 'T6',
  label: 'Aucun créneau de rendez-vous en préfecture',
  contentDate: CONTENT_DATE,
  steps: [
    {
      id: 'R1',
      label: 'Capture de la page de la préfecture qui indique la démarche',
      explain:
        "La page du site de votre préfecture qui dit où et comment demander ce titre. C'est souvent la première pièce du dossier. Ajoutez une note : le titre que vous demandez.",
      mandatory: true,
      after: [],
      done: { is: 'capture', pages: PREFECTURE_PAGES, noted: ['unrecognised', 'info', 'step'] },
      sources: [
        { ref: 'S003:1651 (pièce n° 1); S003:523-620', seen: DECK },
        { ref: 'domain.md § 3.5 T6 R1', seen: DOMAIN },
      ],
    },
    {
      id: 'R2',
      label: 'Tentatives de rendez-vous, à la main, chacune capturée',
      explain:
        "Cherchez un créneau vous-même et capturez chaque fois la page. Plusieurs jours, plusieurs semaines, plusieurs heures de la journée. Le carnet ne cherche jamais à votre place, et ne payez jamais quelqu'un pour un rendez-vous. Repère pratique : quatre tentatives au moins, sur trois jours, étalées sur trois semaines ; les juges apprécient au cas par cas.",
      mandatory: true,
      after: [],
      done: NO_SLOT_CAPTURES,
      marks: [recaptureMark('R2')],
      parts: [
        {
          id: 'R2-spread',
          label: 'Tentatives étalées dans le temps (repère pratique)',
          done: { is: 'spread', captures: NO_SLOT_CAPTURES, over: PRACTICAL_SPREAD },
          optional: true,
        },
      ],
      sources: [
        { ref: 'S003:636-667, 1046-1052', seen: DECK },
        { ref: 'domain.md § 3.5 T6 « Attempts rule » (CE 435594, CE 448178)', seen: DOMAIN },
      ],
    },
    {
      id: 'R3',
      label: 'Mail à la préfecture pour demander un rendez-vous',
      explain: 'Un mail court, avec les captures, qui demande un rendez-vous. Gardez le mail envoyé avec ses pièces.',
      mandatory: true,
      after: ['R1', 'R2'],
      done: mailOrNone('R3'),
      wait: { days: 7, urgentDays: 2, legal: false },
      marks: letterMarks('R3').filter((mark) => mark.channels?.includes('PREF_MAIL')),
      sources: [{ ref: 'domain.md § 2.5 E1, § 3.5 T6 R3, § 3.6', seen: DOMAIN }],
    },
    {
      id: 'R4',
      label: 'Lettre recommandée pour demander un rendez-vous',
      explain:
        "La même demande par lettre recommandée avec avis de réception, avec la liste des tentatives et les captures. Gardez la lettre, la preuve de dépôt avec son numéro et l'avis de réception.",
      mandatory: true,
      after: ['R3'],
      done: LETTER,
      wait: LETTER_WAIT,
      sources: [{ ref: 'domain.md § 2.5 E1, § 3.5 T6 R4, § 3.6', seen: DOMAIN }],
    },
    {
      id: 'R6',
      label: 'Réponse de la préfecture',
      explain:
        "Un rendez-vous, un refus ou une autre réponse : ajoutez-la dès qu'elle arrive, avec sa date. Un accusé de réception automatique n'est pas une réponse.",
      mandatory: false,
      after: ['R3'],
      done: { is: 'answer', channels: ['LRAR', 'PREF_MAIL'] },
      sources: [{ ref: 'domain.md § 3.5 T6', seen: DOMAIN }],
    },
    handover('R5', ['R4']),
  ],
};
