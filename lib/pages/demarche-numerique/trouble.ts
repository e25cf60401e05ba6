/** demarche.numerique: what goes wrong, from a failed login to an error page and a procedure that is closed. */
import type { Condition, PageRow } from '@/lib/domain/page';
import { SERVER_ERROR_PAGE } from '../shared';
import { CLOSED_ON, EXPLAINS, fromCode, fromGuide, inferred, NUMBER_IN_ROUTE, PROCEDURE_IN_ROUTE } from './parts';

/** Headings of the eight static error pages; each page also says « Erreur NNN ». */
const ERROR_TITLE =
  /^(?:l'action demandée a été rejetée|page non trouvée|votre navigateur n'est plus supporté|impossible de traiter votre demande|erreur inattendue|problème de connexion au serveur|service temporairement indisponible|délai de connexion dépassé|trop de requêtes)[ .]{0,2}(?:[-·|–] ?(?:demarche|www).{0,60})?$/;
const ERROR_CODE = /^erreur ?:? ?(?:40[346]|422|429|50[0234])$/;

/** Whole words of the flash; the list of dossiers says « Cette démarche est close » of its own cards. */
const CLOSED_FLASH = /^cette démarche en ligne a été close/;
const CLOSED =
  /^(?:cette démarche (?:en ligne )?(?:est|a été) close|la démarche .{0,250}est close depuis|this procedure is closed|(?:the )?procedure .{0,250}is closed since)/;

const CLOSED_PAGE: Condition = {
  none: [EXPLAINS],
  any: [
    { route: /^\/fermeture\// },
    { text: CLOSED_FLASH, none: [{ route: /^\/dossiers\/\d/ }] },
    { text: CLOSED, none: [{ route: /^\/dossiers/ }] },
    { route: /^\/dossiers\/\d{5,9}\/brouillon/, text: /^vous ne pouvez pas déposer ce dossier/ },
  ],
};

/** Before the error pages: a form sent back with its errors has the status 422 too. */
export const REFUSALS: readonly PageRow[] = [
  {
    id: 'demarche-numerique/no-such-procedure',
    outcome: 'blocked',
    label: 'Démarche introuvable',
    when: {
      none: [EXPLAINS],
      text: /^(?:la démarche (?:est introuvable|n'existe pas)|la démarche que vous recherchez n'existe pas .{0,120}|the procedure (?:is not found|does not exist)|the procedure you are looking for does not exist .{0,120})[ .!]{0,3}(?:fermer|masquer|close)?$/,
    },
    extract: { procedurePath: PROCEDURE_IN_ROUTE },
    hints: ['F4', 'F5'],
    sources: [fromGuide('Exact'), fromCode('config/locales/views/users/commencer/fr.yml 7ad2122f (not_found)')],
  },
  {
    id: 'demarche-numerique/login-failed',
    outcome: 'blocked',
    label: 'Démarche numérique : connexion refusée',
    when: {
      none: [EXPLAINS],
      text: /^(?:(?:adresse électronique|adresse e-?mail|courriel|e-?mail) ou mot de passe (?:incorrect|invalide)|invalid (?:e-?mail|login)(?: address)? or password|votre compte est verrouillé|il vous reste une (?:chance|tentative) avant)/,
    },
    hints: ['B1'],
    loggedOut: true,
    sources: [
      inferred('Devise’s own French messages (failure.invalid, failure.locked); not quoted in the site’s overrides'),
    ],
  },
  {
    id: 'demarche-numerique/login-provider-failed',
    outcome: 'blocked',
    label: 'Démarche numérique : échec de FranceConnect ou ProConnect',
    when: {
      none: [EXPLAINS],
      text: /^(?:une erreur est survenue lors de la connexion avec (?:franceconnect|proconnect)|seul-e-s les usagers peuvent se connecter via franceconnect|an error occurr?ed (?:while|when|during) .{0,40}(?:franceconnect|proconnect))/,
    },
    hints: ['B1'],
    loggedOut: true,
    sources: [fromCode('config/locales/fr.yml 009fe139 (errors.messages.france_connect, pro_connect)')],
  },
  {
    id: 'demarche-numerique/draft-refused',
    outcome: 'blocked',
    label: 'Dépôt refusé : le formulaire signale des erreurs',
    when: {
      route: /^\/dossiers\/\d{5,9}\/(?:brouillon|modifier)$/,
      text: /^(?:votre dossier contient .{0,20}(?:champs? en erreur|erreurs?)|le dossier n'est pas correctement rempli|your file contains .{0,20}(?:errors?|fields? in error))/,
    },
    extract: { dossierNumber: NUMBER_IN_ROUTE },
    sources: [
      fromCode('config/locales/fr.yml 009fe139 (users.dossiers.check_completude.error)'),
      inferred('« Votre dossier contient N champs en erreur »: wording not read in the code'),
    ],
  },
];

export const ERRORS: readonly PageRow[] = [
  {
    id: 'demarche-numerique/error',
    outcome: 'down',
    label: 'Démarche numérique : page d’erreur',
    when: {
      any: [
        { status: [400, 599] },
        SERVER_ERROR_PAGE,
        { title: ERROR_TITLE, none: [EXPLAINS] },
        { text: ERROR_TITLE, all: [{ text: ERROR_CODE }], none: [EXPLAINS] },
        // Rack::Attack, which answers in plain text.
        { text: /^retry later$/ },
      ],
    },
    extract: { errorCode: { pattern: /^erreur ?:? ?(\d{3})$/ } },
    hints: ['B5'],
    sources: [
      { ref: 'pages.md § 4.4 « Error pages » (e1338d79)', seen: '2026-11-21', sure: 'confirmed' },
      inferred('Rack::Attack’s stock answer to status 429: « Retry later »'),
    ],
  },
];

/** Known by their words, on whatever page the site sends the person back to. */
export const INTERRUPTIONS: readonly PageRow[] = [
  {
    id: 'demarche-numerique/session-lost',
    outcome: 'blocked',
    label: 'Démarche numérique : session perdue',
    when: {
      none: [EXPLAINS],
      text: /^(?:pour votre sécurité, votre session a expiré|votre session (?:est expirée|a expiré|a été (?:fermée|renouvelée))|vous vous êtes reconnecté(?:e|.e.)? dans un autre onglet|vous avez été déconnecté|cet appareil a été déconnecté|par mesure de sécurité, nos équipes ont fermé|your session (?:has )?expired)/,
    },
    hints: ['B1'],
    sources: [
      fromGuide('Exact'),
      fromCode('config/locales/devise.fr.yml 0860f903 (failure)'),
      fromCode('config/locales/fr.yml 009fe139 (errors.csrf_retry)'),
    ],
  },
  {
    id: 'demarche-numerique/signed-out',
    outcome: 'step',
    label: 'Démarche numérique : déconnexion',
    when: {
      none: [EXPLAINS],
      text: /^(?:vous êtes (?:maintenant )?déconnecté|vous vous êtes déconnecté|you are now (?:signed|logged) out|signed out successfully)/,
    },
    loggedOut: true,
    sources: [fromGuide('Exact'), fromCode('config/locales/devise.fr.yml 0860f903 (sessions.signed_out)')],
  },
  {
    id: 'demarche-numerique/email-to-confirm',
    outcome: 'step',
    label: 'Démarche numérique : adresse électronique à confirmer',
    when: {
      none: [EXPLAINS],
      any: [
        { route: /^\/(?:users\/confirmation(?:\/new)?|lien-envoye)$/ },
        {
          text: /^(?:confirmez votre adresse électronique|avant d'effectuer votre démarche, nous avons besoin de vérifier|nous avons besoin de vérifier votre adresse|vous devez confirmer votre (?:compte|adresse)|we have to validate your email)/,
        },
      ],
    },
    loggedOut: true,
    sources: [
      fromCode('config/locales/fr.yml 009fe139 (views.confirmation.new, views.users.sessions.link_sent)'),
      fromCode('config/routes.rb 02ba686f (lien-envoye)'),
    ],
  },
  {
    id: 'demarche-numerique/dossier-not-found',
    outcome: 'blocked',
    label: 'Dossier introuvable ou accès refusé',
    when: {
      none: [EXPLAINS],
      text: /^(?:le dossier n'existe pas ou vous n'y avez pas accès|vous n'avez pas accès à ce dossier|the file does not exist or you do not have access)/,
    },
    sources: [
      fromCode('config/locales/fr.yml 009fe139 (errors.messages.dossier_not_found, users.dossiers.no_access_html)'),
    ],
  },
  {
    id: 'demarche-numerique/certificate-unavailable',
    outcome: 'blocked',
    label: 'Attestation indisponible',
    when: { none: [EXPLAINS], text: /^l'attestation n'est pas disponible, ve(?:u)?illez réessayer/ },
    extract: { dossierNumber: NUMBER_IN_ROUTE },
    hints: ['F2'],
    sources: [fromCode('config/locales/fr.yml 009fe139 (users.dossiers.attestation.not_available)')],
  },
];

export const CLOSED_ROWS: readonly PageRow[] = [
  {
    id: 'demarche-numerique/closed',
    outcome: 'blocked',
    label: 'Démarche close',
    when: CLOSED_PAGE,
    extract: {
      closedOn: CLOSED_ON,
      procedurePath: PROCEDURE_IN_ROUTE,
      procedure: { pattern: /^la démarche «? ?(.{3,250}?) ?»? est close depuis/ },
    },
    hints: ['F4', 'F5'],
    sources: [
      { ref: 'pages.md § 4.4 « Exact » (fr.yml, issues #5234, #7007)', seen: '2026-11-21', sure: 'confirmed' },
      fromCode('config/locales/views/users/commencer/fr.yml 7ad2122f (closing_details)'),
      inferred('the closed procedure’s notice on its drafts: words of the list of dossiers, place inferred'),
    ],
  },
];
