/** contacts-demarches.interieur.gouv.fr: asking for a récépissé again, and the other electronic submissions. */
import type { Condition, PageRow, SiteTable } from '@/lib/domain/page';
import { NATIONAL_HOSTS } from '../hosts';
import { CLIENT_ERROR_PAGE, DOWN_STATUS, MAINTENANCE, MAINTENANCE_SENTENCE, SERVER_ERROR_PAGE } from '../shared';

const UNSEEN = 'Wording not seen: pages.md § 4.5 knows the first page only';
const RECEPISSE: Condition = { route: /\/etrangers\/renouvellement-recepisse\b/ };
/** Every submission lives under one of these. */
const SUBMISSION: Condition = {
  any: [RECEPISSE, { route: /^\/(?:etrangers|saisine-par-voie-electronique)\/[^/]/ }],
};

/** The last button, alone or in one line with the one that goes back, in the three languages of the State's menus. */
const SEND =
  /^(?:(?:annuler|précédent|retour|cancel|previous|back|取消|上一步|返回) )?(?:(?:envoyer|transmettre|valider)(?: (?:ma|la|votre) (?:demande|saisine))?|send|submit|confirm|发送|确认)(?: (?:annuler|précédent|retour|cancel|previous|back|取消|上一步|返回))?$/;

const reference = {
  pattern:
    /(?:numéro|n°|référence|identifiant)(?: (?:de|d'|de la|de votre))? ?(?:demande|saisine|dossier|suivi|enregistrement)? ?(?:est |porte )?(?:le (?:numéro|n°) )?:? ?((?=[A-Z_-]{0,16}\d)[A-Z0-9][A-Z0-9_-]{4,29})\b/,
} as const;

const ANSWER_ROWS: readonly PageRow[] = [
  {
    id: 'contacts-demarches/not-found',
    outcome: 'down',
    label: 'Contacts-démarches : page introuvable',
    when: {
      any: [
        { status: [404, 410] },
        { all: [SUBMISSION, CLIENT_ERROR_PAGE] },
        {
          all: [
            SUBMISSION,
            { text: /^(?:erreur 404\b|(?:la )?page (?:demandée )?(?:est )?(?:introuvable|non trouvée))/ },
          ],
        },
      ],
    },
    hints: ['B5'],
    sources: [{ ref: `${UNSEEN}; HTTP 404`, seen: '2026-11-22', sure: 'inferred' }],
  },
  {
    id: 'contacts-demarches/http-error',
    outcome: 'down',
    label: 'Contacts-démarches : erreur du serveur',
    when: {
      any: [
        DOWN_STATUS,
        SERVER_ERROR_PAGE,
        { all: [SUBMISSION], any: [MAINTENANCE, MAINTENANCE_SENTENCE] },
        {
          all: [
            SUBMISSION,
            {
              text: /^(?:une erreur (?:technique|interne|inattendue|est survenue|s'est produite)|(?:le |ce |notre )?(?:site|service|téléservice|formulaire)(?: [^.]{0,50})? est (?:actuellement |momentanément |temporairement )(?:indisponible|inaccessible))/,
            },
          ],
        },
      ],
    },
    hints: ['B5'],
    sources: [{ ref: 'pages.md § 4.2 « Overload » (same kind of host)', seen: '2023-12-31', sure: 'inferred' }],
  },
  {
    id: 'contacts-demarches/sent',
    outcome: 'confirmation',
    label: 'Contacts-démarches : demande envoyée',
    when: {
      all: [
        SUBMISSION,
        {
          text: /^(?:votre |la )?(?:demande|saisine)(?: de renouvellement(?: de récépissé)?| par voie électronique)? (?:a (?:bien )?été |est (?:bien )?)(?:envoyée|transmise|enregistrée|prise en compte|reçue|déposée)\b|^(?:un |votre )?accusé (?:d'enregistrement|de réception)(?: électronique)? (?:vous (?:a été|sera)|a été|est) |^nous avons bien reçu votre (?:demande|saisine)/,
        },
      ],
      none: [{ text: SEND }],
    },
    extract: { reference },
    sources: [{ ref: UNSEEN, seen: '2026-11-22', sure: 'inferred' }],
  },
  {
    id: 'contacts-demarches/closed',
    outcome: 'blocked',
    label: 'Contacts-démarches : demande impossible ou fermée',
    when: {
      all: [
        SUBMISSION,
        {
          text: /^(?:(?:cette|la) (?:démarche|saisine|demande)(?: en ligne)?(?: [^.]{0,80})? (?:n'est (?:actuellement )?(?:pas|plus) (?:possible|disponible|ouverte|accessible|recevable)|est (?:actuellement |désormais )?(?:fermée|close|suspendue|irrecevable))|ce (?:formulaire|téléservice) (?:n'est plus disponible|est (?:actuellement |désormais )?(?:fermé|clos))|vous ne pouvez pas (?:effectuer|déposer|faire|demander)\b|votre récépissé n'est pas (?:encore )?(?:arrivé|concerné|renouvelable)|il est trop tôt pour\b)/,
        },
      ],
    },
    extract: {
      message: { pattern: /^((?:cette|la|ce|vous ne pouvez pas|votre récépissé|il est trop tôt) .{10,250})$/ },
    },
    hints: ['B5'],
    sources: [{ ref: UNSEEN, seen: '2026-11-22', sure: 'inferred' }],
  },
];

const STEP_ROWS: readonly PageRow[] = [
  {
    id: 'contacts-demarches/recepisse-nature',
    outcome: 'step',
    label: 'Renouvellement de récépissé : nature de la demande (étape 2)',
    when: {
      all: [
        RECEPISSE,
        {
          any: [
            { field: /^(?:numéro (?:étranger|agdref|de récépissé)|date d'expiration|préfecture|nom|surname)\b/ },
            { choice: /récépissé/ },
          ],
        },
      ],
    },
    sources: [
      { ref: 'pages.md § 4.5 (« 2 Nature de la demande »)', seen: '2026-03-01', sure: 'confirmed' },
      { ref: UNSEEN, seen: '2026-11-22', sure: 'inferred' },
    ],
  },
  {
    id: 'contacts-demarches/recepisse-validation',
    outcome: 'step',
    label: 'Renouvellement de récépissé : validation (étape 3)',
    when: {
      all: [RECEPISSE, { text: SEND }, { text: /\brécapitulati|\bvérifiez\b|^(?:summary|汇总)$/ }],
    },
    sources: [
      { ref: 'pages.md § 4.5 (« 3 Validation »)', seen: '2026-03-01', sure: 'confirmed' },
      { ref: UNSEEN, seen: '2026-11-22', sure: 'inferred' },
    ],
  },
  {
    id: 'contacts-demarches/recepisse-renewal',
    outcome: 'step',
    label: 'Demande de renouvellement de récépissé',
    when: {
      all: [
        RECEPISSE,
        {
          text: /renouvellement de (?:votre |mon |un )?récépissé|^vous disposez d'un récépissé\b|^nature de la demande$/,
        },
      ],
    },
    sources: [{ ref: 'pages.md § 4.5; S003 l.48-66, 412-423', seen: '2026-03-01', sure: 'confirmed' }],
  },
  {
    id: 'contacts-demarches/electronic-submission',
    outcome: 'step',
    label: 'Saisine de l’administration par voie électronique',
    when: {
      all: [{ route: /^\/saisine-par-voie-electronique(?:\/|$)/ }],
      any: [{ text: /\bsaisines?\b|\bvoie électronique\b|^nature de la demande$/ }, { title: /\bsaisine\b/ }],
    },
    sources: [{ ref: 'pages.md § 4.5 (/saisine-par-voie-electronique/…)', seen: '2025-12-31', sure: 'confirmed' }],
  },
  {
    id: 'contacts-demarches/home',
    outcome: 'info',
    label: 'Accueil de Contacts-démarches',
    when: {
      route: /^\/(?:index\.\w{2,5}|accueil\/?)?$/,
      any: [
        { title: /contacts-démarches|saisine des services de l'état/ },
        { text: /^saisine des services de l'état\b/ },
      ],
    },
    sources: [
      {
        ref: 'pages.md § 4.5 (name of the service; the list of its pages was not seen)',
        seen: '2026-03-01',
        sure: 'inferred',
      },
    ],
  },
];

export const CONTACTS_DEMARCHES: SiteTable = {
  site: 'contacts-demarches',
  label: 'Contacts-démarches',
  hosts: NATIONAL_HOSTS['contacts-demarches'],
  rows: [...ANSWER_ROWS, ...STEP_ROWS],
};
