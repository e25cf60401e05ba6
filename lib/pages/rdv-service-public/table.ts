/** RDV Service Public, where some prefectures take appointments in 2026. Open source: the words are those of its templates. */
import type { Condition, PageRow, SiteTable } from '@/lib/domain/page';
import { OPTIONAL_HOSTS } from '../hosts';
import { CLIENT_ERROR_PAGE, DOWN_STATUS, SERVER_ERROR_PAGE, TELLS } from '../shared';

const REPOSITORY = 'betagouv/rdv-service-public';
const SEEN = '2026-06-25';

/** The application's own addresses; its front page is everybody's. */
const INSIDE = /^\/(?:users|prendre_rdv|org|motif|lieux|rdv|r|invitation)\b/;
/** Choosing service, reason, place and slot. */
const SEARCH: Condition = { route: /^\/(?:(?:prendre_rdv|org|motif|public_link|prescripteur)\b|$)/ };
/** Anything of the application that a user sees. */
const APPLICATION: Condition = {
  any: [SEARCH, { route: /^\/users\// }, { route: /^\/(?:lieux|rdv|r|invitation|p)\// }],
};

const EXTRACT = {
  procedure: { pattern: /^motif ?: ?(.{3,150}?)(?: modifier)?$/ },
  place: { pattern: /^lieu ?: ?(.{3,150}?)(?: modifier)?$/ },
} as const;

const DAY_AND_HOUR =
  /\b((?:\d{1,2}\/\d{1,2}\/\d{4}|\d{1,2}(?:er)? (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre) \d{4}),? (?:à|de|-|–) ?\d{1,2} ?[h:] ?(?:\d{2})?)/;
const appointmentOn = { pattern: DAY_AND_HOUR, is: 'date-time' } as const;

const SLOT: Condition = {
  any: [
    { action: /^(?:[01]?\d|2[0-3]) ?[h:] ?[0-5]\d\b/ },
    { text: /^prochaine disponibilité\b/ },
    { action: /^choisir le créneau du\b/ },
  ],
};

const DOWN_ROWS: readonly PageRow[] = [
  {
    id: 'rdv-service-public/not-found',
    outcome: 'down',
    label: 'RDV Service Public : page introuvable',
    when: {
      any: [
        { status: [404, 410] },
        { all: [{ route: INSIDE }, CLIENT_ERROR_PAGE] },
        { route: INSIDE, text: /^404 - page introuvable$/ },
        { route: INSIDE, text: /^page introuvable$/, all: [{ text: /^erreur 404$/ }] },
      ],
    },
    hints: ['E1'],
    sources: [{ ref: `${REPOSITORY} public/404.html, app/views/errors/not_found`, seen: SEEN, sure: 'confirmed' }],
  },
  {
    id: 'rdv-service-public/http-error',
    outcome: 'down',
    label: 'RDV Service Public : indisponible ou en erreur',
    when: {
      any: [
        DOWN_STATUS,
        SERVER_ERROR_PAGE,
        {
          any: [
            { title: /^service indisponible\b/ },
            { text: /^service indisponible$/, all: [{ text: /rencontre un problème|réessayer plus tard/ }] },
            { text: /^500 - une erreur s'est produite$/ },
            { text: /^erreur inattendue$/, all: [{ text: /^erreur 500$/ }] },
          ],
          none: [TELLS],
        },
      ],
    },
    hints: ['E1'],
    sources: [
      {
        ref: `${REPOSITORY} public/maintenance.html, public/500.html, app/views/errors/internal_server_error`,
        seen: SEEN,
        sure: 'confirmed',
      },
    ],
  },
];

const ANSWER_ROWS: readonly PageRow[] = [
  {
    id: 'rdv-service-public/slot-taken',
    outcome: 'blocked',
    label: 'RDV Service Public : le créneau n’est plus disponible',
    when: { all: [APPLICATION, { text: /^ce créneau n'est plus disponible\b.{0,80}$/ }] },
    extract: EXTRACT,
    hints: ['E1'],
    sources: [
      {
        ref: 'pages.md § 4.6; config/locales/views/user_rdvs.fr.yml, rdv_wizard_steps_controller',
        seen: SEEN,
        sure: 'confirmed',
      },
    ],
  },
  {
    id: 'rdv-service-public/confirmation',
    outcome: 'confirmation',
    label: 'RDV Service Public : rendez-vous confirmé',
    when: {
      all: [
        { route: /^\/users\// },
        {
          // « est confirmé par courriel » explains, and confirms nothing.
          text: /^(?:votre rendez[- ]vous (?:a été|est) confirmé|votre rdv a bien été modifié|participation confirmée)[ .!]{0,3}$/,
        },
      ],
    },
    extract: { ...EXTRACT, appointmentOn },
    sources: [
      {
        ref: 'config/locales/views/user_rdvs.fr.yml (rdv_confirmed), app/views/users/rdvs/confirmation',
        seen: SEEN,
        sure: 'confirmed',
      },
    ],
  },
  {
    id: 'rdv-service-public/appointment-cancelled',
    outcome: 'info',
    label: 'RDV Service Public : rendez-vous annulé',
    when: { all: [APPLICATION, { text: /^le rdv a bien été annulé\b/ }] },
    extract: { ...EXTRACT, appointmentOn },
    sources: [{ ref: 'app/controllers/users/rdvs_controller (cancel)', seen: SEEN, sure: 'confirmed' }],
  },
  {
    id: 'rdv-service-public/no-slot',
    outcome: 'blocked',
    label: 'RDV Service Public : aucun créneau trouvé',
    when: {
      all: [APPLICATION],
      any: [
        {
          text: /^(?:malheureusement,? )?aucun créneau correspondant à votre (?:recherche|invitation) n'a été trouvé\b|^votre référent n'a pas de créneaux? disponibles?\b|^la prise de rendez-vous n'est pas disponible pour ce département\b/,
        },
        {
          // A first week where every day is empty and no later slot is announced: the service looks further by itself.
          all: [{ text: /^sélectionnez un créneau ?:?$/ }, { text: /^pas de créneau disponible$/ }],
          none: [SLOT, { action: /^(?:sem\. précédente|semaine précédente)$/ }],
        },
      ],
    },
    extract: EXTRACT,
    hints: ['E1', 'E2'],
    sources: [{ ref: 'pages.md § 4.6; app/views/search/_nothing_to_show, _creneaux', seen: SEEN, sure: 'confirmed' }],
  },
  {
    id: 'rdv-service-public/motif-unavailable',
    outcome: 'blocked',
    label: 'RDV Service Public : ce motif ne se réserve plus',
    when: {
      all: [
        APPLICATION,
        {
          text: /^le motif .{2,150} n'est plus disponible à la réservation\b|^ce motif de rendez-vous est réservé aux professionnels\b/,
        },
      ],
    },
    extract: EXTRACT,
    hints: ['E1', 'E2'],
    sources: [
      { ref: 'app/views/search/_creneau_selection, rdv_wizard_steps_controller', seen: SEEN, sure: 'confirmed' },
    ],
  },
];

const STEP_ROWS: readonly PageRow[] = [
  {
    id: 'rdv-service-public/information',
    outcome: 'step',
    label: 'RDV Service Public : vos informations',
    when: {
      any: [
        { route: /^\/users\/rdv_wizard_step\b/ },
        {
          all: [APPLICATION],
          any: [{ action: /^confirmer (?:mon rdv|ma participation)$/ }, { text: /^confirmez votre rendez-vous$/ }],
        },
      ],
    },
    extract: { ...EXTRACT, appointmentOn },
    sources: [{ ref: 'app/views/users/rdv_wizard_steps (new, step1, step3)', seen: SEEN, sure: 'confirmed' }],
  },
  {
    id: 'rdv-service-public/login',
    outcome: 'step',
    label: 'RDV Service Public : connexion',
    when: {
      any: [
        {
          route: /^\/users\/(?:sign_in|sessions_by_code)\b/,
          text: /^rdv service public$|code de connexion|code à 6 chiffres/,
        },
        {
          all: [APPLICATION],
          any: [{ action: /^recevoir un code de connexion$/ }, { field: /^code à 6 chiffres\b/ }],
        },
      ],
    },
    extract: EXTRACT,
    loggedOut: true,
    sources: [{ ref: 'app/views/users/sessions, sessions_by_code', seen: SEEN, sure: 'confirmed' }],
  },
  {
    id: 'rdv-service-public/slots',
    outcome: 'step',
    label: 'RDV Service Public : des créneaux sont proposés',
    when: { all: [SEARCH, { text: /^sélectionnez un créneau ?:?$/ }] },
    extract: {
      ...EXTRACT,
      nextAvailable: { pattern: /^prochaine disponibilité ?(?:le )?:? ?(.{4,60})/, is: 'date' },
    },
    sources: [{ ref: 'app/views/search/_creneau_selection, _creneaux', seen: SEEN, sure: 'confirmed' }],
  },
  {
    id: 'rdv-service-public/place',
    outcome: 'step',
    label: 'RDV Service Public : choix du lieu',
    when: { all: [SEARCH, { text: /^sélectionnez un lieu de rdv ?:?$/ }] },
    extract: {
      ...EXTRACT,
      nextAvailable: { pattern: /^prochaine disponibilité ?(?:le )?:? ?(.{4,60})/, is: 'date' },
    },
    sources: [{ ref: 'app/views/search/_lieu_selection', seen: SEEN, sure: 'confirmed' }],
  },
  {
    id: 'rdv-service-public/motif',
    outcome: 'step',
    label: 'RDV Service Public : choix du motif',
    when: {
      all: [SEARCH],
      any: [
        {
          text: /^sélectionnez le motif de votre rdv ?:?$|^sélectionnez le service avec qui vous voulez prendre un rdv ?:?$/,
        },
        { title: /^sélectionnez le motif\b/ },
      ],
    },
    sources: [{ ref: 'app/views/search/_motif_selection, _service_selection', seen: SEEN, sure: 'confirmed' }],
  },
  {
    id: 'rdv-service-public/appointments',
    outcome: 'step',
    label: 'RDV Service Public : vos rendez-vous',
    when: { route: /^\/users\/rdvs(?:\/\d{1,12}(?:\/creneaux)?)?\/?$/, text: /\b(?:rdv|rendez-vous)\b/ },
    extract: { ...EXTRACT, appointmentOn },
    sources: [{ ref: 'app/views/users/rdvs (index, show, creneaux)', seen: SEEN, sure: 'confirmed' }],
  },
];

export const RDV_SERVICE_PUBLIC: SiteTable = {
  site: 'rdv-service-public',
  label: 'RDV Service Public',
  hosts: OPTIONAL_HOSTS['rdv-service-public'],
  rows: [...DOWN_ROWS, ...ANSWER_ROWS, ...STEP_ROWS],
};
