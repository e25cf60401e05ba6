/** FranceConnect: its error pages (typical for foreigners whose civil status differs between registers), and the two pages on the way. */
import type { Condition, PageRow, SiteTable } from '@/lib/domain/page';
import { NATIONAL_HOSTS } from '../hosts';
import { DOWN_STATUS, MAINTENANCE, SERVER_ERROR_PAGE, TELLS, unlessItTells } from '../shared';

const SOURCES = [
  {
    ref: 'pages.md § 4.3; france-connect/sources back/libs/*/src/i18n (279ddb0f), back/_doc/erreurs.md (56f5315d)',
    seen: '2026-11-22',
    sure: 'confirmed',
  },
] as const satisfies PageRow['sources'];

/** « Erreur Y010004 »; the English interface prints « Error ». */
const ERROR_CODE = { pattern: /\b(?:erreur|error) ?:? ?(Y\d{6})\b/, is: 'fc-code' } as const;
const ERROR_LINE = /^(?:code d')?(?:erreur|error)(?: code)? ?:? ?Y\d{6}$/;

/** The sentence under the title, in FranceConnect's own words. */
const MESSAGE = {
  pattern:
    /^((?:votre session|une erreur (?:technique|de communication)|un problème lié|votre accès|la connexion à|connection to|les identifiants utilisés|vous avez bloqué|ce fournisseur d'identité|merci de consulter notre page d'aide).{10,320})$/,
} as const;

const CHOICE: Condition = {
  any: [
    { title: /^connexion - choix du compte\b|^connection - choose an account\b/ },
    { text: /^(?:choisissez un compte pour vous connecter|choose an account to connect with)\b/ },
  ],
};

const ERRORS: readonly PageRow[] = [
  {
    id: 'franceconnect/identity-refused',
    outcome: 'blocked',
    label: 'FranceConnect : l’identité n’est pas reconnue (état civil)',
    when: {
      any: [
        // The register of civil status found nobody, several people, or somebody under another name.
        { text: /^(?:erreur|error) ?:? ?Y0100(?:04|06|07|08|15)$/ },
        { text: /^un problème lié à vos données d'identité empêche la connexion/ },
        { text: /^les identifiants utilisés correspondent à une identité qui ne permet plus la connexion/ },
      ],
    },
    extract: { errorCode: ERROR_CODE, message: MESSAGE },
    hints: ['B1'],
    loggedOut: true,
    sources: SOURCES,
  },
  {
    id: 'franceconnect/account-disabled',
    outcome: 'blocked',
    label: 'FranceConnect : accès désactivé',
    when: {
      any: [
        { text: /^(?:erreur|error) ?:? ?Y180001$/ },
        { text: /^votre accès a été désactivé\b/ },
        { text: /^vous avez bloqué l'utilisation de ce fournisseur d'identité/ },
        { text: /^you have blocked the use of this identity provider/ },
      ],
    },
    extract: { errorCode: ERROR_CODE, message: MESSAGE },
    hints: ['B1'],
    loggedOut: true,
    sources: SOURCES,
  },
  {
    id: 'franceconnect/session-expired',
    outcome: 'blocked',
    label: 'FranceConnect : session expirée',
    when: {
      any: [
        { text: /^(?:erreur|error) ?:? ?Y19\d{4}$/ },
        { text: /^votre session (?:a expiré|est invalide|n'est plus valide)\b/ },
        { text: /^your session (?:has )?expired\b/ },
      ],
    },
    extract: { errorCode: ERROR_CODE, message: MESSAGE },
    hints: ['B1'],
    loggedOut: true,
    sources: SOURCES,
  },
  {
    id: 'franceconnect/provider-failed',
    outcome: 'blocked',
    label: 'FranceConnect : le compte choisi n’a pas répondu',
    when: {
      any: [
        { text: /^la connexion à .{1,80} n'a pas été possible\b/ },
        { text: /^connection to .{1,80} failed\b/ },
        { text: /^(?:la connexion via )?ce fournisseur d'identité est (?:désactivée?|inconnu)/ },
      ],
    },
    extract: { errorCode: ERROR_CODE, message: MESSAGE },
    hints: ['B1'],
    loggedOut: true,
    sources: SOURCES,
  },
  {
    id: 'franceconnect/error',
    outcome: 'blocked',
    label: 'Erreur technique de FranceConnect',
    when: {
      any: [
        { text: ERROR_LINE },
        { title: /^(?:erreur de connexion|connection error)\b.{0,20}franceconnect/ },
        { title: /^(?:erreur (?:lors du choix du compte|pour continuer)|error - )/ },
        { text: /^(?:une erreur s'est produite|an error (?:has )?occurred)[ .!]{0,3}$/ },
      ],
    },
    extract: { errorCode: ERROR_CODE, message: MESSAGE },
    hints: ['B1'],
    loggedOut: true,
    sources: SOURCES,
  },
];

const HTTP_ERROR: PageRow = {
  id: 'franceconnect/http-error',
  outcome: 'down',
  label: 'FranceConnect : erreur du serveur',
  // Above the list of accounts or a form, the same words speak of a part of the service.
  when: { any: [DOWN_STATUS, SERVER_ERROR_PAGE, { any: [MAINTENANCE], none: [TELLS, CHOICE, { field: /./ }] }] },
  hints: ['B1', 'B5'],
  loggedOut: true,
  sources: [{ ref: 'stock error pages of servers; none seen on this host', seen: '2026-11-22', sure: 'inferred' }],
};

/** The two pages on the way. */
const STEPS: readonly PageRow[] = [
  {
    id: 'franceconnect/consent',
    outcome: 'step',
    label: 'FranceConnect : confirmation avant de continuer',
    when: {
      any: [
        { title: /^conne(?:xion|ction) - continue[rz]? (?:sur|to)\b/ },
        {
          text: /^(?:vous allez vous connecter (?:en tant que|de façon anonyme)|you will login (?:as|anonymously))\b/,
        },
      ],
    },
    // Nobody is in the portal yet: the person has only shown who they are.
    loggedOut: true,
    sources: SOURCES,
  },
  {
    id: 'franceconnect/choice',
    outcome: 'step',
    label: 'FranceConnect : choix du compte',
    when: CHOICE,
    loggedOut: true,
    sources: SOURCES,
  },
];

export const FRANCECONNECT: SiteTable = {
  site: 'franceconnect',
  label: 'FranceConnect',
  hosts: NATIONAL_HOSTS.franceconnect,
  rows: [...unlessItTells(ERRORS), HTTP_ERROR, ...unlessItTells(STEPS)],
};
