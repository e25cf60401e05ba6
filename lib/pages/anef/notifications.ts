/** ANEF: « Mes notifications », the list and the messages that ask, prolong or announce (those that decide: decisions.ts). */
import type { Extraction, PageRow } from '@/lib/domain/page';
import { OTHER_LANGUAGES } from '../shared';
import { DECISION_ROWS, MESSAGE_DAYS } from './decisions';
import { ADDRESSED, AT_NOTIFICATIONS, LOADING, NOTIFICATION_LIST, NOTIFICATION_OPEN, QUOTES, TROUBLE } from './guards';
import { DOSSIER, dayAfter, daysAfter } from './values';

/** Where a section of a message stops, in reading order. */
const NEXT_SECTION = String.raw`(?:les documents mentionnés|observations?\b|si vous n'apportez|cordialement|répondre|<|retour|l'agent)`;

/** The lines under a heading, up to what ends the section: the document's name, never the name of the file that was sent. */
function itemsUnder(heading: string): Extraction {
  const line = String.raw`(?!${NEXT_SECTION})[^\n]{1,200}\n`;
  return {
    from: 'page',
    every: true,
    pattern: new RegExp(
      String.raw`(?<=${heading} ?:?\n(?:${line}){0,20})(?!${NEXT_SECTION}|voir le document)(?![^\n:]{0,150}\.(?:pdf|jpe?g|png|tiff?|bmp)\b)([^\n:]{2,150}?)(?= ?:|\n)`,
    ),
  };
}

const COMPLEMENT: readonly PageRow[] = [
  {
    id: 'anef/complement-answered',
    outcome: 'confirmation',
    label: 'Réponse à une demande de complément envoyée',
    when: {
      all: [
        AT_NOTIFICATIONS,
        {
          text: /(?:^|[.!:] ?)(?:votre réponse|vos (?:documents|compléments|pièces)|votre complément)\b.{0,60}\b(?:a|ont) (?:bien )?été (?:envoyée?s?|transmis|transmise|enregistrée?s?|prise?s? en compte)\b|(?:^|[.!:] ?)your (?:answer|reply|documents) (?:has|have) been (?:successfully )?(?:sent|submitted|recorded)/,
        },
      ],
      none: [QUOTES, NOTIFICATION_LIST],
    },
    extract: { dossierNumber: DOSSIER, answeredOn: MESSAGE_DAYS.answeredOn },
    hints: ['D1'],
    sources: [
      {
        ref: 'pages.md § 3.3 (the request is confirmed; what shows once answered was not seen)',
        seen: '2026-03-01',
        sure: 'inferred',
      },
    ],
  },
  {
    id: 'anef/complement-request',
    outcome: 'notice',
    label: 'Demande de complément',
    when: {
      all: [ADDRESSED],
      none: [QUOTES],
      any: [
        {
          text: /(?:^|[.!:,] ?)(?:je vous informe qu'.{0,160})?un complément est nécessaire à la poursuite de son instruction/,
        },
        {
          text: /^(?:les )?documents mentionnés ci-dessous (?:ne correspondent pas au justificatif demandé|sont manquants)/,
        },
        { text: /^the documents (?:listed|mentioned) below (?:do not match|are missing)/ },
        {
          text: /\badditional (?:documents?|information)(?<!\bif\b.{0,200}) (?:is|are) (?:required|needed) (?:to|for)/,
        },
      ],
    },
    extract: {
      dossierNumber: DOSSIER,
      deadline: { pattern: /(dans un délai de \d{1,3} jours?[^,.;]{0,120})/, is: 'delay' },
      itemsMissing: itemsUnder('sont manquants'),
      itemsNotMatching: itemsUnder('justificatif demandé'),
      observations: {
        from: 'page',
        pattern: new RegExp(String.raw`(?:^|\n)observations? ?:?[ \n]((?:(?!${NEXT_SECTION})[^\n]{2,300}\n){1,6})`),
      },
      ...MESSAGE_DAYS,
    },
    hints: ['D1', 'D2'],
    sources: [
      { ref: 'pages.md § 3.3 « Complement request »; domain.md § 2.4', seen: '2026-03-01', sure: 'confirmed' },
      OTHER_LANGUAGES,
    ],
  },
];

const OTHER_MESSAGES: readonly PageRow[] = [
  {
    id: 'anef/prolongation',
    outcome: 'notice',
    label: 'Notification de prolongation de l’instruction',
    when: {
      all: [AT_NOTIFICATIONS],
      none: [QUOTES, NOTIFICATION_LIST],
      any: [
        { text: /^notification de prolongation(?: (?:de l'|d')instruction)?(?: de (?:la|votre) demande)?$/ },
        {
          text: /(?:^|[.!:,] ?)(?:je vous informe que )?l'instruction de votre demande\b.{0,140}\b(?:est prolongée|a été prolongée|se prolonge|nécessite un délai)/,
        },
      ],
    },
    extract: {
      dossierNumber: DOSSIER,
      validUntil: dayAfter("valable jusqu'au|valide jusqu'au|jusqu'au|valid until"),
      documents: { pattern: /(attestation de prolongation[^.,;]{0,60})/, every: true },
      ...MESSAGE_DAYS,
    },
    hints: ['C-API-2', 'C-API-3'],
    sources: [
      {
        ref: 'pages.md § 3.3 (title in the list); the message itself was not seen',
        seen: '2026-03-01',
        sure: 'inferred',
      },
    ],
  },
  {
    id: 'anef/reminder',
    outcome: 'notice',
    label: 'Rappel de l’administration',
    when: {
      all: [
        AT_NOTIFICATIONS,
        {
          text: /^(?:notification de )?(?:rappel|relance)\b.{0,100}$|(?:^|[.!:,] ?)votre (?:titre|carte) de séjour\b.{0,80}\b(?:arrive(?:ra)? à (?:expiration|échéance)|expire(?:ra)? (?:le|dans))|^reminder\b.{0,100}$/,
        },
      ],
      none: [QUOTES, NOTIFICATION_LIST],
    },
    extract: {
      dossierNumber: DOSSIER,
      expiresOn: dayAfter('expire|expirera|expiration|échéance|expires on'),
      deadline: {
        pattern: /((?:dans|avant|sous) (?:un délai de |les )?\d{1,3} (?:jours|mois)[^,.;]{0,100})/,
        is: 'delay',
      },
      ...MESSAGE_DAYS,
    },
    sources: [
      {
        ref: 'domain.md § 2.1 C18 (reminders of renewal since April 2024); wording not seen',
        seen: '2026-03-01',
        sure: 'inferred',
      },
    ],
  },
  {
    id: 'anef/attestation-available',
    outcome: 'notice',
    label: 'Attestation ou récépissé mis à disposition',
    when: {
      all: [
        AT_NOTIFICATIONS,
        {
          text: /(?:^|[.!:,] ?)(?:je vous informe qu[e'] ?)?(?:une|votre|l'|cette|un|your|an?) ?(?:nouvelle |nouveau )?(?:attestation\b.{0,100}|récépissé\b.{0,80}|certificate\b.{0,80}|receipt\b.{0,80})\b(?:est|a été|is|has been) (?:désormais |maintenant |now )?(?:disponible|mise? à (?:votre )?disposition|délivrée?|available|issued)/,
        },
      ],
      none: [QUOTES, NOTIFICATION_LIST],
    },
    extract: {
      dossierNumber: DOSSIER,
      validUntil: dayAfter("valable jusqu'au|valide jusqu'au|jusqu'au|valid until"),
      documents: {
        pattern: /((?:attestation (?:de prolongation|de décision|de dépôt)|récépissé)[^.,;]{0,80}?) (?:est|a été) /,
        every: true,
      },
      ...MESSAGE_DAYS,
    },
    hints: ['C-API-1', 'C-API-3'],
    sources: [{ ref: 'domain.md § 1 (documents generated); wording not seen', seen: '2026-03-01', sure: 'inferred' }],
  },
  {
    id: 'anef/notification',
    outcome: 'notice',
    label: 'Message de l’administration',
    when: { all: [NOTIFICATION_OPEN], none: [QUOTES, NOTIFICATION_LIST, LOADING, TROUBLE] },
    extract: {
      subject: { pattern: /^((?:notification|convocation|invitation|demande|information)\b[^.]{3,120})$/ },
      dossierNumber: DOSSIER,
      ...MESSAGE_DAYS,
    },
    sources: [
      {
        ref: 'pages.md § 3.3 (the way back to the list, on every message seen)',
        seen: '2026-03-01',
        sure: 'confirmed',
      },
      OTHER_LANGUAGES,
    ],
  },
];

/** The messages, then the list: a message is opened at the list's own address. */
export const NOTIFICATION_ROWS: readonly PageRow[] = [
  ...COMPLEMENT.slice(0, 1),
  ...DECISION_ROWS,
  ...COMPLEMENT.slice(1),
  ...OTHER_MESSAGES,
  {
    id: 'anef/notifications',
    outcome: 'step',
    label: 'Mes notifications',
    when: {
      any: [
        NOTIFICATION_LIST,
        { route: /#\/espace-personnel\/mes-notifications/, none: [LOADING, TROUBLE] },
        { title: /[|–-] ?(?:mes notifications|my notifications)$/, none: [LOADING, TROUBLE] },
      ],
      none: [QUOTES],
    },
    extract: {
      // A title that is a button is no block of text: such a row keeps its date and its state.
      notificationRows: {
        from: 'page',
        every: true,
        pattern:
          /(?:^|\n)(\d{1,2}\/\d{1,2}\/\d{4}\n(?:[^\n]{1,120}\n){1,3}?(?:lue?|répondue?|non lue?|à traiter|read|unread|answered)\b[^\n]{0,40})(?=\n|$)/,
      },
      dossierNumbers: { ...DOSSIER, every: true },
      messages: {
        pattern: /^((?:notification|demande|rappel|convocation) (?:de|d'|du|pour)[^.]{3,120})$/,
        every: true,
      },
      readOn: daysAfter('lue?|read on'),
      answeredOn: daysAfter('répondue?|answered on'),
    },
    hints: ['D2', 'C-API-1', 'C-API-2'],
    sources: [{ ref: 'pages.md § 1 (route), § 3.3 « Notifications page »', seen: '2026-03-01', sure: 'confirmed' }],
  },
];
