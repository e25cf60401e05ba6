/** ANEF down: its own words for it, the error statuses of its servers, and the page that stays empty. No real copy was found. */
import type { Condition, PageRow } from '@/lib/domain/page';
import {
  CLIENT_ERROR_PAGE,
  CLIENT_ERROR_STATUS,
  DOWN_STATUS,
  MAINTENANCE,
  MAINTENANCE_SENTENCE,
  SERVER_ERROR_PAGE,
  TELLS,
} from '../shared';
import { CONTACT_PLACE, EXPLAINS, HELP, NEWS } from './explains';

/** The tiles of the home page: under them the portal works, whatever a banner announces. */
const TILES: Condition = {
  action:
    /je demande ou renouvelle un titre de séjour|demander ou renouveler un titre|apply for or renew (?:a|my) residence permit|居留/,
};

/** A form, a step or the tiles: a person can work here. */
const IN_USE: Condition = {
  any: [
    TILES,
    { choice: /./ },
    { field: /numéro|mot de passe|password|e-?mail|\bnom\b|prénom|\bdate\b|question|message/ },
    { text: /^(?:étape|step) \d|^je (?:continue|commence|vérifie|joins|renseigne|m'engage|sollicite)\b/ },
    { text: /^(?:filtrer mes notifications|toutes les notifications|filter my notifications)\b/ },
    { title: /[|–-] ?(?:étape|step) \d/ },
  ],
};

/** Signs that the application drew its page. Told by what is there, not by what is missing: banners and dialogs come and go. */
const WORKS: Condition = {
  any: [IN_USE, HELP, { text: /\b\d{1,2}\/\d{1,2}\/20\d\d\b/ }, { text: /votre demande|votre compte|votre titre/ }],
};

/** The application's own header: an error page of the server has none. */
const APP_HEADER: Condition = {
  action: /^(?:nous contacter|contact us|se connecter|sign in|mon compte|accéder à mon compte|se déconnecter)$/,
};

const ERROR_CODE = {
  pattern: /^(?:erreur|error|code(?: d'erreur)?)? ?:? ?([45]\d\d)(?: |$|[-:–|.])/,
  is: 'integer',
} as const;

const UNSEEN = { seen: '2026-11-22', sure: 'inferred' } as const;

export const DOWN_ROWS: readonly PageRow[] = [
  {
    id: 'anef/maintenance',
    outcome: 'down',
    label: 'ANEF en maintenance ou indisponible',
    when: {
      // A banner above a page that works speaks of something else.
      any: [
        { any: [MAINTENANCE], none: [IN_USE] },
        { all: [MAINTENANCE_SENTENCE], none: [WORKS] },
      ],
      // A stock server page is the next row's.
      none: [HELP, NEWS, TELLS, SERVER_ERROR_PAGE],
    },
    extract: { message: { pattern: /^(.{0,80}(?:maintenance|indisponible|inaccessible|unavailable).{0,200})$/ } },
    hints: ['B1', 'B5'],
    sources: [
      {
        ref: 'pages.md § 3.2 « Maintenance / 503 » (strings that the main peer looks for)',
        seen: '2026-07-30',
        sure: 'inferred',
      },
    ],
  },
  {
    id: 'anef/http-error',
    outcome: 'down',
    label: 'ANEF : erreur du serveur',
    when: {
      any: [
        DOWN_STATUS,
        SERVER_ERROR_PAGE,
        // The error page of the new design's library prints « Erreur 503 » (pages.md § 2.2).
        { text: /^(?:erreur|error) (?:403|429|50\d)[ .!]{0,3}$/, none: [EXPLAINS] },
      ],
    },
    extract: { errorCode: ERROR_CODE },
    hints: ['B1', 'B5'],
    sources: [
      { ref: 'pages.md § 1.2 (502/503 = maintenance), § 7 anef-maintenance', seen: '2026-07-30', sure: 'inferred' },
    ],
  },
  {
    id: 'anef/page-error',
    outcome: 'down',
    label: 'ANEF : page refusée ou introuvable',
    when: {
      any: [
        { all: [CLIENT_ERROR_STATUS], none: [APP_HEADER] },
        CLIENT_ERROR_PAGE,
        {
          text: /^(?:la )?page (?:demandée )?(?:est |n'a pas été )?(?:non trouvée|trouvée|introuvable|inexistante|n'existe pas)[ .!]{0,3}$|^page not found[ .!]{0,3}$/,
        },
        { title: /[|–-] ?(?:page (?:non trouvée|introuvable)|page not found|erreur 4\d\d)\b/ },
      ],
      none: [HELP],
    },
    extract: { errorCode: ERROR_CODE },
    hints: ['B1', 'B5'],
    sources: [
      { ref: 'stock 4xx pages; pages.md § 2.2 (dsfr-response « Erreur {code} »); none seen on ANEF', ...UNSEEN },
    ],
  },
  {
    id: 'anef/no-answer',
    outcome: 'down',
    label: 'ANEF : page vide, le serveur ne répond pas',
    when: { call: /^5\d\d \/api\//, none: [WORKS, CONTACT_PLACE] },
    hints: ['B1', 'B5'],
    sources: [
      {
        ref: 'pages.md § 1.2 (502/503 of the portal’s calls = maintenance, peers)',
        seen: '2026-07-30',
        sure: 'confirmed',
      },
      { ref: 'the empty page behind such calls; 500 and 504', ...UNSEEN },
    ],
  },
  {
    id: 'anef/technical-error',
    outcome: 'blocked',
    label: 'ANEF : « une erreur technique est survenue »',
    when: {
      none: [
        EXPLAINS,
        { text: /votre demande a bien été enregistrée/ },
        // An error of FranceConnect's, printed with its code, is not the portal's.
        { text: /^(?:code d')?(?:erreur|error)(?: code)? ?:? ?Y\d{6}$/ },
      ],
      // A file refused has its own row: the sentence names the file.
      text: /^(?!.{0,250}\b(?:fichier|document|pièce|justificatif|téléverse|télécharge|file|upload))(?:(?:oups|désolé|erreur|oops|sorry)[ ,!.:]{1,3})?(?:(?:une )?erreur (?:technique|interne|inattendue|inconnue|système)\b|(?:une )?erreur (?:est survenue|s'est produite)\b|un problème technique (?:est survenu|nous empêche)\b|an? (?:unexpected |internal |technical )?error (?:has )?occurred\b|something went wrong\b)[^«"]{0,250}$/,
    },
    extract: {
      message: {
        pattern:
          /^([^«"]{0,20}(?:erreur|problème technique|error (?:has )?occurred|something went wrong)\b[^«"]{3,250})$/,
      },
      errorCode: { pattern: /\b(?:code(?: d'erreur)?|error code) ?:? ?((?:[A-Z]{2,5}-)?\d{2,6})\b/ },
    },
    hints: ['B5'],
    sources: [{ ref: 'domain.md § 2.5 B5; pages.md § 8 (no copy found, usual wording)', ...UNSEEN }],
  },
];
