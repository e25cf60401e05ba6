/** The ANEF's login pages (Keycloak at sso.anef.dgef.interieur.gouv.fr). What is typed there is never read. */
import type { SiteTable } from '@/lib/domain/page';
import { NATIONAL_HOSTS } from '../hosts';
import { DOWN_STATUS, MAINTENANCE, SERVER_ERROR_PAGE } from '../shared';

export const ANEF_SSO: SiteTable = {
  site: 'anef-sso',
  label: 'ANEF, page de connexion',
  hosts: NATIONAL_HOSTS['anef-sso'],
  rows: [
    {
      id: 'anef-sso/login-failed',
      outcome: 'blocked',
      label: 'Connexion refusée : identifiant ou mot de passe',
      when: {
        text: /mot de passe (?:invalide|incorrect|erroné)|(?:identifiant|nom d'utilisateur) (?:invalide|incorrect|inconnu)|invalid (?:username|user name|login|e-?mail)(?: or password)?|invalid password/,
      },
      hints: ['B1', 'B2'],
      loggedOut: true,
      sources: [
        { ref: 'pages.md § 3.1 « Login failure »', seen: '2026-06-12', sure: 'confirmed-old' },
        { ref: 'pages.md § 2.2 « SSO page new look »', seen: '2026-07-30', sure: 'confirmed' },
      ],
    },
    {
      id: 'anef-sso/account-disabled',
      outcome: 'blocked',
      label: 'Connexion refusée : compte désactivé ou inconnu',
      when: {
        text: /compte (?:est )?(?:temporairement )?désactivé|compte inconnu du demandeur|account is (?:temporarily )?disabled/,
      },
      hints: ['B1', 'B2'],
      loggedOut: true,
      sources: [
        {
          ref: 'pages.md § 3.1 « Keycloak stock French messages » (that ANEF shows them is inferred)',
          seen: '2026-11-21',
          sure: 'inferred',
        },
      ],
    },
    {
      id: 'anef-sso/login-expired',
      outcome: 'blocked',
      label: 'Connexion interrompue : délai ou page expirés',
      when: {
        text: /(?:connexion|action|session) (?:a )?expirée?|la page a expiré|temps imparti pour la connexion est écoulé|page has expired|(?:login|action) (?:timeout|expired)|took too long to (?:login|log in|sign in)/,
      },
      hints: ['B1'],
      loggedOut: true,
      sources: [
        {
          ref: 'pages.md § 3.1 « Keycloak stock French messages » (that ANEF shows them is inferred)',
          seen: '2026-11-21',
          sure: 'inferred',
        },
      ],
    },
    {
      id: 'anef-sso/password-reset-sent',
      outcome: 'step',
      label: 'Mot de passe oublié : message annoncé',
      when: {
        text: /un message a été envoyé à l'adresse électronique|(?:courriel|e-?mail) .{0,40}(?:vous )?(?:a été|sera) envoyé|you should receive an e-?mail shortly/,
      },
      hints: ['B1', 'B7'],
      loggedOut: true,
      sources: [{ ref: 'pages.md § 3.1 « Reset »', seen: '2025-07-01', sure: 'confirmed' }],
    },
    {
      id: 'anef-sso/http-error',
      outcome: 'down',
      label: 'Page de connexion de l’ANEF : erreur du serveur',
      when: { any: [DOWN_STATUS, SERVER_ERROR_PAGE, MAINTENANCE] },
      hints: ['B1', 'B5'],
      loggedOut: true,
      sources: [{ ref: 'pages.md § 1.2, § 3.2 « Maintenance / 503 »', seen: '2026-07-30', sure: 'inferred' }],
    },
    {
      id: 'anef-sso/login',
      outcome: 'step',
      label: 'Page de connexion de l’ANEF',
      when: {
        any: [
          { field: /^(?:username|password)$/ },
          { title: /^(?:se connecter|connexion|sign in|log in)\b/ },
          { heading: /^vous avez déjà un compte/ },
        ],
      },
      loggedOut: true,
      sources: [
        { ref: 'pages.md § 3.1 « Login page »', seen: '2026-06-12', sure: 'confirmed-old' },
        { ref: 'pages.md § 2.2 (field names unchanged)', seen: '2026-07-30', sure: 'confirmed' },
      ],
    },
  ],
};
