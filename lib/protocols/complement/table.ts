/** T4: the ANEF asks for other documents. Each request, each document, 30 days from the earlier of the two dates. */
import type { Track } from '@/lib/domain/checklist-types';
import { CONTENT_DATE, DECK, DOMAIN, filingMark, LETTER, mailOrNone } from '../shared';

/** The 30 days are the ANEF's own message (domain.md § 2.8.1, § 3.8.5); lib/domain/checklist-complement.ts counts them. */
export const COMPLEMENT: Track = {
  id: 'T4',
  label: 'Demande de complément',
  contentDate: CONTENT_DATE,
  questions: [{ id: 'K5', choices: ['works', 'blocked'] }],
  steps: [
    {
      id: 'K1',
      label: 'Noter les deux dates de la demande',
      explain:
        'La date de la notification (dans la liste) et la date de lecture (« Lu le »). Les sources ne disent pas la même chose : le carnet compte 30 jours depuis la plus ancienne des deux. Répondez à chaque demande, même si elles se répètent.',
      mandatory: true,
      after: [],
      done: { is: 'complement', has: 'dates' },
      marks: [filingMark('K1')],
      sources: [
        { ref: 'S003:1245-1256 (30 days from the notification; « après avoir pris connaissance »)', seen: DECK },
        { ref: 'domain.md § 2.8.1, § 3.5 T4 K1', seen: DOMAIN },
      ],
    },
    {
      id: 'K2',
      label: 'Capturer le message, pièce par pièce',
      explain:
        "Une capture du message entier : chaque pièce demandée, « manquante » ou « ne correspond pas », et les observations de l'agent.",
      mandatory: true,
      after: [],
      done: { is: 'capture', pages: ['anef/complement-request'], noted: ['unrecognised', 'notice', 'step', 'info'] },
      sources: [
        { ref: 'S003:1268-1322', seen: DECK },
        { ref: 'domain.md § 2.4, § 3.5 T4 K2', seen: DOMAIN },
      ],
    },
    {
      id: 'K3',
      label: 'Décider pour chaque pièce',
      explain:
        "Pour chaque pièce : je la fournis ; je ne peux pas (avec un courrier qui explique et ce qui la remplace) ; je l'ai déjà envoyée (avec la preuve) ; je demande à un avocat ou à une association si elle est vraiment nécessaire. Toutes les pièces doivent avoir une réponse pour pouvoir envoyer.",
      mandatory: true,
      after: ['K1'],
      done: { is: 'complement', has: 'item-answers' },
      sources: [
        { ref: 'S003:1287-1312 (« mettre à jour ou maintenir tous les documents »)', seen: DECK },
        { ref: 'domain.md § 3.5 T4 K3', seen: DOMAIN },
      ],
    },
    {
      id: 'K4',
      label: "Envoyer, avec une capture avant et une capture après l'envoi",
      explain:
        "Un seul fichier par emplacement (.jpg, .png ou .pdf, 10 Mo au plus). Capturez l'écran avant « envoyer », puis la confirmation, et gardez les fichiers envoyés. Sans capture de la confirmation, l'envoi reste seulement déclaré : n'attendez pas le dernier jour.",
      mandatory: true,
      after: ['K3'],
      done: { is: 'complement', has: 'sent' },
      sources: [
        { ref: 'S003:1287-1322 « Captures d’écran et conservation des pièces envoyées »', seen: DECK },
        { ref: 'domain.md § 3.5 T4 K4', seen: DOMAIN },
      ],
    },
    {
      id: 'K5',
      label: "L'emplacement fonctionne-t-il ?",
      explain:
        "Si l'envoi est impossible (panne, fichier refusé), capturez le blocage, et envoyez aussi la réponse par lettre recommandée et par mail avant la date.",
      mandatory: false,
      after: ['K3'],
      done: { is: 'said', question: 'K5' },
      sources: [{ ref: 'domain.md § 3.5 T4 K5', seen: DOMAIN }],
    },
    {
      id: 'K6',
      label: 'Envoyer aussi la réponse par lettre recommandée et par mail, avant la date',
      explain:
        "Quand l'emplacement ne fonctionne pas : la même réponse, avec les pièces et la capture du blocage. Gardez la preuve de dépôt avec son numéro et le mail envoyé.",
      mandatory: true,
      after: ['K3'],
      done: { is: 'parts' },
      only: { said: { question: 'K5', choices: ['blocked'] } },
      parts: [
        { id: 'K6a', label: 'Lettre recommandée avec avis de réception', done: LETTER },
        { id: 'K6b', label: 'Mail à la préfecture', done: mailOrNone('K6b') },
      ],
      sources: [{ ref: 'domain.md § 3.5 T4 K5', seen: DOMAIN }],
    },
    {
      id: 'K7',
      label: "Suite donnée par l'administration",
      explain:
        "Une nouvelle demande, une décision, une clôture ou une autre réponse : capturez-la et ajoutez-la dès qu'elle arrive. Regardez souvent vos mails et votre compte.",
      mandatory: false,
      after: ['K4'],
      done: { is: 'answer', channels: ['ANEF_REPLY', 'LRAR', 'PREF_MAIL'] },
      sources: [
        { ref: 'S003:1318-1322 « Conseils »', seen: DECK },
        { ref: 'domain.md § 2.5 D1, D2', seen: DOMAIN },
      ],
    },
  ],
};
