/**
 * The appointment modules that prefectures had before the national one, on their own sites: eZ Publish « booking/create »
 * (2013-2023, many departments) and Val-de-Marne's eAppointment (field guide § 4.2). Asked before the site's other rows.
 */
import type { Condition, PageRow } from '@/lib/domain/page';
import { DOWN_STATUS, MAINTENANCE, SERVER_ERROR_PAGE } from '../shared';

/** `/booking/create/989/3`, with `/index.php` or the print layout before it. The last number is the page of the wizard. */
const BOOKING: Condition = { route: /^\/(?:index\.php\/|layout\/set\/print\/)?booking\// };
const at = (page: string): RegExp => new RegExp(`\\/booking\\/create\\/\\d{1,7}${page}\\/?$`);

const EAPPOINTMENT: Condition = { route: /^\/eappointment/ };

/** HAProxy's pages, and the module's own « Service surchargé ». */
const OVERLOADED: Condition = {
  any: [
    DOWN_STATUS,
    SERVER_ERROR_PAGE,
    MAINTENANCE,
    {
      text: /^(?:service surchargé|le (?:site|service) est (?:actuellement |momentanément )?(?:surchargé|saturé|indisponible|inaccessible))\b/,
    },
  ],
};

/** With neither the sentence of no slot nor an overload, the address of the wizard's page says which it is. */
const CALM: Condition = {
  none: [{ text: /^(?:il n'existe (?:plus|pas) de plage|(?:une )?erreur\b|service surchargé|votre session)/ }],
};

const procedureId = { from: 'route', pattern: /\/booking\/create\/(\d{1,7})/, is: 'integer' } as const;
const appointmentOn = {
  pattern:
    /((?:\d{1,2}\/\d{1,2}\/\d{4}|\d{1,2}(?:er)? (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre) \d{4}),? (?:à|de|-|–) ?\d{1,2} ?[h:] ?(?:\d{2})?)/,
  is: 'date-time',
} as const;

const CRAWLERS =
  'pages.md § 4.2; public crawlers of www.essonne.gouv.fr, www.seine-maritime.gouv.fr and www.hauts-de-seine.gouv.fr (headings of each page)';

const EZ_ROWS: readonly PageRow[] = [
  {
    id: 'prefecture/booking-overloaded',
    outcome: 'down',
    label: 'Ancien module de rendez-vous : surchargé ou en panne',
    when: { any: [{ all: [BOOKING, OVERLOADED] }, { all: [EAPPOINTMENT, OVERLOADED] }] },
    extract: { procedureId },
    hints: ['E1'],
    sources: [
      {
        ref: 'pages.md § 4.2 « Overload » (HAProxy; « Service surchargé » in two crawlers)',
        seen: '2023-01-07',
        sure: 'confirmed-old',
      },
    ],
  },
  {
    id: 'prefecture/booking-no-slot',
    outcome: 'blocked',
    label: 'Ancien module de rendez-vous : plus de plage horaire',
    when: {
      all: [
        BOOKING,
        { text: /^(?:vérification de disponibilité )?il n'existe (?:plus|pas) de plage horaire(?: libre)?\b.{0,160}$/ },
      ],
    },
    extract: { procedureId },
    hints: ['E1', 'E2'],
    sources: [{ ref: 'pages.md § 4.2 « No slot » (ten public crawlers)', seen: '2023-12-31', sure: 'confirmed-old' }],
  },
  {
    id: 'prefecture/booking-confirmed',
    outcome: 'confirmation',
    label: 'Ancien module de rendez-vous : rendez-vous confirmé',
    when: {
      all: [
        BOOKING,
        {
          text: /^(?:votre |le )?(?:demande de )?rendez-vous (?:du [^.]{4,60} )?(?:est (?:bien |désormais )?|a (?:bien )?été )confirmée?\b/,
        },
      ],
    },
    extract: { procedureId, appointmentOn },
    sources: [
      {
        ref: 'pages.md § 4.2; the link of the e-mail reads « Cliquez ici pour confirmer cette demande de rendez-vous », the page behind it was not seen',
        seen: '2015-12-31',
        sure: 'inferred',
      },
    ],
  },
  {
    id: 'prefecture/booking-registered',
    outcome: 'confirmation',
    label: 'Ancien module de rendez-vous : demande enregistrée, à confirmer par courriel',
    when: {
      all: [
        BOOKING,
        {
          any: [
            { text: /^validation de la demande de rendez-vous$/ },
            {
              text: /^votre demande (?:de rendez-vous )?(?:a (?:bien )?été (?:enregistrée|prise en compte|transmise)|est (?:bien )?enregistrée)/,
            },
          ],
        },
      ],
    },
    extract: { procedureId, appointmentOn },
    sources: [
      { ref: `${CRAWLERS}: page 9, then a link to confirm by e-mail`, seen: '2015-12-31', sure: 'confirmed-old' },
    ],
  },
  {
    id: 'prefecture/booking-slots',
    outcome: 'step',
    label: 'Ancien module de rendez-vous : choix d’une plage horaire',
    when: {
      all: [BOOKING, CALM],
      any: [
        { text: /^choix d'une plage horaire$/ },
        { action: /^première plage horaire libre$/ },
        { route: at('\\/[45]') },
      ],
    },
    extract: { procedureId },
    sources: [
      { ref: `${CRAWLERS}: page 4, table of « libre » and « complet »`, seen: '2023-01-07', sure: 'confirmed-old' },
    ],
  },
  {
    id: 'prefecture/booking-form',
    outcome: 'step',
    label: 'Ancien module de rendez-vous : coordonnées personnelles',
    when: {
      all: [BOOKING, CALM],
      any: [{ route: at('\\/[78]') }, { field: /^(?:number_agdref|emailcheck|firstname)$/ }],
    },
    extract: { procedureId },
    sources: [{ ref: `${CRAWLERS}: page 8 and its fields`, seen: '2015-12-31', sure: 'confirmed-old' }],
  },
  {
    id: 'prefecture/booking-choice',
    outcome: 'step',
    label: 'Ancien module de rendez-vous : choix du guichet ou de la nature',
    when: {
      all: [BOOKING, CALM],
      any: [{ text: /^choix de la nature du rendez-vous$/ }, { field: /^planning\d{0,7}$/ }],
    },
    extract: { procedureId },
    sources: [{ ref: `${CRAWLERS}: page 1`, seen: '2023-01-07', sure: 'confirmed-old' }],
  },
  {
    id: 'prefecture/booking-step',
    outcome: 'step',
    label: 'Ancien module de rendez-vous : étape en cours',
    when: {
      all: [BOOKING, CALM],
      any: [
        { text: /^(?:description de la nature du rendez-vous|vérification de disponibilité)$/ },
        { route: at('\\/[36]') },
      ],
    },
    extract: { procedureId },
    sources: [{ ref: `${CRAWLERS}: pages 2, 3 and 6`, seen: '2023-01-07', sure: 'confirmed-old' }],
  },
  {
    id: 'prefecture/booking-start',
    outcome: 'step',
    label: 'Ancien module de rendez-vous : conditions',
    when: {
      all: [BOOKING, CALM],
      any: [
        { field: /^condition$|^veuillez cocher la case pour accepter les conditions/ },
        { action: /^effectuer une demande de r(?:endez-vous|éservation)$/ },
        { text: /^cliquez la case pour accepter les conditions/ },
        { route: at('(?:\\/0)?'), text: /\bconditions d'utilisation\b|\b1 rendez-vous = 1 personne\b/ },
      ],
    },
    extract: { procedureId },
    sources: [
      { ref: `${CRAWLERS}: page 0; www.haute-savoie.gouv.fr, print layout`, seen: '2023-01-07', sure: 'confirmed-old' },
    ],
  },
];

const EAPPOINTMENT_REF =
  'pages.md § 4.2 (Val-de-Marne, screenshot of 2020); public crawlers of rdv-etrangers-94.interieur.gouv.fr';

const EAPPOINTMENT_ROWS: readonly PageRow[] = [
  {
    id: 'prefecture/eappointment-no-slot',
    outcome: 'blocked',
    label: 'Ancien module du Val-de-Marne : aucun rendez-vous possible',
    when: {
      all: [
        EAPPOINTMENT,
        {
          text: /^(?:aucun rendez-vous n'est possible pour les? (?:motifs?|créneaux?)|il n'y a (?:pas|plus) de rendez-vous disponible)/,
        },
      ],
    },
    hints: ['E1', 'E2'],
    sources: [
      {
        ref: `${EAPPOINTMENT_REF}: the sentence is confirmed, in a browser dialog (alert) that no extension can read; printed in the page: not seen`,
        seen: '2023-12-31',
        sure: 'inferred',
      },
    ],
  },
  {
    id: 'prefecture/eappointment-form',
    outcome: 'step',
    label: 'Ancien module du Val-de-Marne : informations personnelles',
    when: { all: [EAPPOINTMENT, { text: /^4 ?\/ ?4 ?: ?informations personnelles/ }] },
    sources: [{ ref: EAPPOINTMENT_REF, seen: '2020-12-31', sure: 'confirmed-old' }],
  },
  {
    id: 'prefecture/eappointment-step',
    outcome: 'step',
    label: 'Ancien module du Val-de-Marne : étape en cours',
    when: {
      all: [EAPPOINTMENT, { any: [{ text: /^[1-4] ?\/ ?4 ?:/ }, { field: /^(?:selectedMotiveKeyList|dayValueId)$/ }] }],
    },
    extract: { step: { pattern: /^([1-4]) ?\/ ?4 ?:/, is: 'integer' } },
    sources: [{ ref: EAPPOINTMENT_REF, seen: '2023-12-31', sure: 'confirmed-old' }],
  },
  {
    id: 'prefecture/eappointment-start',
    outcome: 'step',
    label: 'Ancien module du Val-de-Marne : code postal',
    when: {
      all: [EAPPOINTMENT],
      any: [{ field: /^code postal\b|^CP(?:Id)?$/ }, { text: /\bcode postal\b.{0,80}$/ }],
    },
    sources: [{ ref: EAPPOINTMENT_REF, seen: '2023-12-31', sure: 'confirmed-old' }],
  },
];

export const BOOKING_ROWS: readonly PageRow[] = [...EZ_ROWS, ...EAPPOINTMENT_ROWS];
