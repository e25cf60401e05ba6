/** The national appointment module once a slot is chosen: information, summary, confirmation; then managing what was booked. */
import type { PageRow } from '@/lib/domain/page';
import { APPOINTMENT, AT_STEP, EXTRACT, MODULE, START_ROUTE } from './words';

const UNSEEN =
  'Wording not seen: after step 3 only « Vos informations » and the last button are known (pages.md § 4.1)';
const CONFIRM = /^(?:confirmer|valider) (?:le|mon|votre|ce) rendez-vous$/;

/** What was booked, and what can be done with it: asked before the steps of a new appointment. */
export const BOOKED_ROWS: readonly PageRow[] = [
  {
    id: 'rdv-prefecture/appointment-cancelled',
    outcome: 'info',
    label: 'Rendez-vous : annulé',
    when: {
      all: [
        MODULE,
        {
          text: /^(?:votre |le )?rendez-vous (?:du [^.]{4,60} )?(?:a (?:bien )?été|est) annulé|^(?:l')?annulation (?:de (?:votre|mon) rendez-vous )?(?:est |a (?:bien )?été )?(?:confirmée|enregistrée|prise en compte)|^your appointment (?:has been|is) cancell?ed/,
        },
      ],
    },
    extract: { ...EXTRACT, ...APPOINTMENT },
    sources: [
      { ref: 'Wording not seen (pages.md § 4.1 « Gérer mes rendez-vous »)', seen: '2026-11-22', sure: 'inferred' },
    ],
  },
  {
    id: 'rdv-prefecture/confirmation',
    outcome: 'confirmation',
    label: 'Rendez-vous confirmé',
    when: {
      all: [
        MODULE,
        {
          // « Votre rendez-vous est confirmé par courriel » explains, and confirms nothing.
          text: /^(?:votre |le )?(?:rendez-vous|réservation) (?:du [^.]{4,60} )?(?:est (?:bien )?|a (?:bien )?été )(?:confirmée?|enregistrée?|prise?|validée?|réservée?|fixée?)(?:[ .!]{0,3}$|[.!] |,? (?:pour )?(?:le|du|au) )|^your appointment (?:is|has been) (?:confirmed|booked)\b/,
        },
      ],
      // The summary may say « sera confirmé » and still has its last button.
      none: [{ action: CONFIRM }],
    },
    extract: { ...EXTRACT, ...APPOINTMENT },
    sources: [{ ref: UNSEEN, seen: '2026-11-22', sure: 'inferred' }],
  },
];

/** The last steps before the confirmation. */
export const FORM_ROWS: readonly PageRow[] = [
  {
    id: 'rdv-prefecture/summary',
    outcome: 'step',
    label: 'Rendez-vous : récapitulatif avant confirmation',
    when: {
      all: [MODULE, { any: [{ action: CONFIRM }, { text: AT_STEP[5] }, { route: /\/recapitulatif\b/ }] }],
    },
    extract: { ...EXTRACT, appointmentOn: APPOINTMENT.appointmentOn },
    sources: [
      { ref: 'pages.md § 4.1 (last button « Confirmer le rendez-vous »)', seen: '2026-04-30', sure: 'confirmed' },
      { ref: UNSEEN, seen: '2026-11-22', sure: 'inferred' },
    ],
  },
  {
    id: 'rdv-prefecture/information',
    outcome: 'step',
    label: 'Rendez-vous : vos informations',
    when: {
      all: [
        MODULE,
        {
          any: [
            { route: /\/demarche\/\d{3,6}\/(?:informations?|coordonnees|formulaire)\b/ },
            { text: AT_STEP[4] },
            {
              text: /^(?:vos informations|your details)$/,
              field: /^(?:nom|prénom|e-?mail|adresse (?:e-?mail|électronique)|surname|first name)\b/,
            },
          ],
        },
      ],
    },
    extract: { ...EXTRACT, appointmentOn: APPOINTMENT.appointmentOn },
    sources: [
      { ref: 'pages.md § 4.1 (« Étape suivante : Vos informations »)', seen: '2026-03-01', sure: 'confirmed' },
      { ref: UNSEEN, seen: '2026-11-22', sure: 'inferred' },
    ],
  },
];

/** Asked last: « Gérer mes rendez-vous » is also a link of other pages. */
export const MANAGE_ROW: PageRow = {
  id: 'rdv-prefecture/manage',
  outcome: 'step',
  label: 'Rendez-vous : gérer ou annuler un rendez-vous pris',
  when: {
    all: [
      MODULE,
      {
        any: [
          { route: /^\/rdvpref\/(?:gestion|gerer|mes-rendez-vous|rendez-vous|annul)/ },
          {
            text: /^(?:gérer (?:mes|vos|mon|votre) rendez-vous|manage my appointments)$/,
            all: [
              {
                text: /\b(?:annuler|modifier|déplacer) (?:mon|ce|le|votre|un) rendez-vous|(?:code|numéro) de (?:réservation|rendez-vous)/,
              },
            ],
          },
        ],
      },
    ],
    none: [{ route: START_ROUTE }, { text: /^que souhaitez-vous faire/ }],
  },
  extract: { ...EXTRACT, appointmentOn: APPOINTMENT.appointmentOn },
  sources: [
    {
      ref: 'pages.md § 4.1 (heading « Gérer mes rendez-vous »; addresses not seen)',
      seen: '2026-11-22',
      sure: 'inferred',
    },
  ],
};
