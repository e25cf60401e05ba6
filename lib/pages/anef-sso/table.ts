/** The ANEF's login pages (Keycloak at sso.anef.dgef.interieur.gouv.fr). What is typed there is never read. */
import type { Condition, PageRow, SiteTable } from '@/lib/domain/page';
import { NATIONAL_HOSTS } from '../hosts';
import {
  CLIENT_ERROR_PAGE,
  CLIENT_ERROR_STATUS,
  DOWN_STATUS,
  MAINTENANCE,
  OTHER_LANGUAGES,
  SERVER_ERROR_PAGE,
  TELLS,
  unlessItTells,
} from '../shared';
import { SSO_ERROR_ROWS } from './errors';

const STOCK = {
  ref: 'keycloak/keycloak messages_fr (008e27bd), messages_en (00183820); that ANEF shows it is inferred',
  seen: '2026-11-22',
  sure: 'inferred',
} as const satisfies PageRow['sources'][number];

/** A new password is asked for: by Keycloak's own required action, or because the old one has expired. */
const PASSWORD_TO_CHANGE: Condition = {
  any: [
    { query: /^execution=UPDATE_PASSWORD$/ },
    { title: /^(?:mise à jour du mot de passe|update password)\b/ },
    {
      text: /^[^«"?]{0,40}(?:vous devez changer votre mot de passe|votre mot de passe (?:a expiré|est expiré)|la mise à jour de votre mot de passe est requise|you need to change your password|your password has expired)/,
    },
  ],
};

/** Pages on the way, most precise first. A page that asks who the person is shows that nobody is in the portal yet. */
const STEPS: readonly PageRow[] = [
  {
    id: 'anef-sso/must-change-password',
    outcome: 'step',
    label: 'Mot de passe à changer',
    when: PASSWORD_TO_CHANGE,
    extract: {
      message: {
        pattern:
          /^((?:.{0,40}mot de passe (?:existant )?invalide|les mots de passe ne |le mot de passe de confirmation|invalid (?:existing )?password|passwords don't match|password confirmation).{0,160})$/,
      },
    },
    hints: ['B1', 'B7'],
    loggedOut: true,
    sources: [
      { ref: 'pages.md § 1.1 (required-action?execution=UPDATE_PASSWORD)', seen: '2026-11-21', sure: 'confirmed-old' },
      STOCK,
    ],
  },
  {
    id: 'anef-sso/verify-email',
    outcome: 'step',
    label: 'Adresse électronique à vérifier',
    when: {
      any: [
        { query: /^execution=VERIFY_EMAIL$/ },
        { title: /^(?:vérification du courriel|email verification)\b/ },
        { text: /^(?:vous devez vérifier votre courriel|you need to verify your email address)\b/ },
      ],
    },
    hints: ['B1', 'B7'],
    loggedOut: true,
    sources: [STOCK],
  },
  {
    id: 'anef-sso/password-reset-sent',
    outcome: 'step',
    label: 'Mot de passe oublié : message annoncé',
    when: {
      text: /un message a été envoyé à l'adresse électronique|^[^«"?]{0,60}(?:courriel|e-?mail|message)\b.{0,60} (?:vous a été|a été|vient d'être|vient de vous être) envoyé|^[^«"?]{0,40}vous devriez recevoir (?:rapidement )?un (?:courriel|e-?mail|message)|you should receive an e-?mail shortly/,
    },
    hints: ['B1', 'B7'],
    loggedOut: true,
    sources: [{ ref: 'pages.md § 3.1 « Reset »', seen: '2025-07-01', sure: 'confirmed' }, STOCK],
  },
  {
    id: 'anef-sso/logout-confirm',
    outcome: 'step',
    label: 'Déconnexion à confirmer',
    when: {
      text: /^(?:êtes-vous sûre? de vouloir vous déconnecter|voulez-vous vous déconnecter|do you want to log ?out)\b/,
    },
    sources: [STOCK],
  },
  {
    id: 'anef-sso/logged-out',
    outcome: 'info',
    label: 'Vous êtes déconnecté',
    when: {
      any: [
        { text: /^vous (?:êtes|avez été) (?:bien )?déconnectée?\b|^you (?:are|have been) (?:now )?logged out\b/ },
        { title: /^(?:vous êtes déconnectée?|logged out)\b/ },
      ],
    },
    loggedOut: true,
    sources: [STOCK],
  },
  {
    id: 'anef-sso/already-logged-in',
    outcome: 'info',
    label: 'Vous êtes déjà connecté',
    when: { text: /^(?:vous êtes déjà connectée?|you are already logged in)[ .!]{0,3}$/ },
    sources: [STOCK],
  },
  {
    id: 'anef-sso/password-updated',
    outcome: 'info',
    label: 'Mot de passe ou compte mis à jour',
    when: {
      text: /^(?:votre (?:mot de passe|compte) a été mis à jour|your (?:password|account) has been updated)[ .!]{0,3}$/,
    },
    loggedOut: true,
    sources: [STOCK],
  },
];

const HTTP_ERROR: PageRow = {
  id: 'anef-sso/http-error',
  outcome: 'down',
  label: 'Page de connexion de l’ANEF : erreur du serveur',
  when: {
    any: [
      DOWN_STATUS,
      SERVER_ERROR_PAGE,
      // Above a form that works, the same words speak of a part of the service.
      { any: [MAINTENANCE], none: [TELLS, { field: /./ }] },
      {
        any: [CLIENT_ERROR_STATUS, CLIENT_ERROR_PAGE],
        // Keycloak also answers 400 with a form that works (after « page expirée », for instance).
        none: [{ field: /^(?:username|password)$/ }],
      },
    ],
  },
  hints: ['B1', 'B5'],
  loggedOut: true,
  sources: [{ ref: 'pages.md § 1.2, § 3.2 « Maintenance / 503 »', seen: '2026-07-30', sure: 'inferred' }],
};

/** The forms, last: a refusal stands above them. */
const FORMS: readonly PageRow[] = [
  {
    id: 'anef-sso/reset-form',
    outcome: 'step',
    label: 'Mot de passe oublié : demande à remplir',
    when: {
      any: [
        { route: /\/login-actions\/reset-credentials\b/ },
        { title: /^(?:mot de passe oublié|forgot your password|réinitialis(?:er|ation))/ },
      ],
      none: [{ field: /^password$/ }],
    },
    hints: ['B1', 'B7'],
    loggedOut: true,
    sources: [
      { ref: 'pages.md § 1.1 (/login-actions/reset-credentials)', seen: '2026-11-21', sure: 'confirmed-old' },
      STOCK,
    ],
  },
  {
    id: 'anef-sso/login',
    outcome: 'step',
    label: 'Page de connexion de l’ANEF',
    when: {
      any: [
        { field: /^(?:username|password)$/ },
        { title: /^(?:se connecter|connexion|sign in|log in)\b/ },
        { text: /^(?:vous avez déjà un compte|connectez-vous à votre compte|sign in to your account)[ ?]{0,2}$/ },
      ],
    },
    loggedOut: true,
    sources: [
      { ref: 'pages.md § 3.1 « Login page »', seen: '2026-06-12', sure: 'confirmed-old' },
      { ref: 'pages.md § 2.2 (field names unchanged)', seen: '2026-07-30', sure: 'confirmed' },
      OTHER_LANGUAGES,
    ],
  },
];

export const ANEF_SSO: SiteTable = {
  site: 'anef-sso',
  label: 'ANEF, page de connexion',
  hosts: NATIONAL_HOSTS['anef-sso'],
  rows: [...unlessItTells([...SSO_ERROR_ROWS, ...STEPS]), HTTP_ERROR, ...unlessItTells(FORMS)],
};
