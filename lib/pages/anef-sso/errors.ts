/** The SSO's refusals: every sentence of stock Keycloak that stops a login, in French and English (that ANEF shows them is inferred). */
import type { Extraction, PageRow } from '@/lib/domain/page';

const STOCK = {
  ref: 'pages.md § 3.1 « Keycloak stock French messages »; keycloak/keycloak messages_fr (008e27bd), messages_en (00183820); that ANEF shows it is inferred',
  seen: '2026-11-22',
  sure: 'inferred',
} as const satisfies PageRow['sources'][number];

/** The whole sentence, as the page prints it. */
function message(pattern: RegExp): Readonly<Record<string, Extraction>> {
  return { message: { pattern } };
}

/** No quotation mark and no question before the words: a help page that quotes a refusal is not one. */
export const SSO_ERROR_ROWS: readonly PageRow[] = [
  {
    id: 'anef-sso/reset-refused',
    outcome: 'blocked',
    label: 'Mot de passe oublié : demande refusée',
    when: {
      any: [
        {
          route: /\/login-actions\/reset-credentials\b/,
          text: /^[^«"?]{0,60}(?:(?:identifiant|nom d'utilisateur|courriel|adresse (?:e-?mail|électronique)|compte|utilisateur)(?: ou (?:courriel|adresse e-?mail))? (?:est |n'est pas )?(?:invalide|incorrecte?|inconnue?|introuvable|reconnue?)|aucun compte (?:ne correspond|trouvé)|invalid (?:username|e-?mail))/,
        },
        {
          text: /^[^«"?]{0,40}(?:la (?:remise à zéro|réinitialisation)(?: du mot de passe)? n'est pas (?:autorisée|possible)|reset credential not allowed)/,
        },
      ],
      none: [{ text: /mot de passe (?:est )?invalide|invalid username or password/ }],
    },
    extract: message(
      /^([^«"?]{0,60}(?:(?:invalide|incorrecte?|inconnue?|introuvable)\b|aucun compte|n'est pas (?:autorisée|possible|reconnue?)|invalid |not allowed).{0,160})$/,
    ),
    hints: ['B1', 'B7'],
    loggedOut: true,
    sources: [STOCK],
  },
  {
    id: 'anef-sso/login-failed',
    outcome: 'blocked',
    label: 'Connexion refusée : identifiant ou mot de passe',
    when: {
      text: /^[^«"?]{0,80}(?:mot de passe (?:est )?(?:invalide|incorrect|erroné)\b(?! ?:)|(?:identifiant|nom d'utilisateur)(?: ou courriel)? (?:est )?(?:invalide|incorrect|inconnu)\b|utilisateur inconnu\b|invalid (?:username|user name|login|e-?mail|password)\b(?! ?:)|incorrect (?:username|password)\b)/,
    },
    extract: message(
      /^([^«"?]{0,80}(?:invalide|incorrect|erroné|inconnu|invalid (?:username|user name|login|e-?mail|password)).{0,200})$/,
    ),
    hints: ['B1', 'B2'],
    loggedOut: true,
    sources: [
      { ref: 'pages.md § 3.1 « Login failure »', seen: '2026-06-12', sure: 'confirmed-old' },
      {
        ref: 'pages.md § 2.2 « SSO page new look » (« mot de passe invalide », in a script’s selectors)',
        seen: '2026-07-30',
        sure: 'confirmed',
      },
    ],
  },
  {
    id: 'anef-sso/account-locked',
    outcome: 'blocked',
    label: 'Connexion refusée : compte désactivé pour un temps',
    when: {
      text: /^[^«"?]{0,60}(?:compte (?:est |a été )?temporairement (?:désactivé|bloqué|verrouillé|suspendu)|account is temporarily (?:disabled|locked))/,
    },
    extract: message(/^([^«"?]{0,60}(?:temporairement|temporarily) .{3,200})$/),
    hints: ['B1', 'B2'],
    loggedOut: true,
    sources: [STOCK],
  },
  {
    id: 'anef-sso/account-disabled',
    outcome: 'blocked',
    label: 'Connexion refusée : compte désactivé',
    when: {
      text: /^(?!.{0,60}\b(?:si|lorsque|quand|if|when)\b)[^«"?]{0,60}(?:compte (?:est |a été )?(?:définitivement )?(?:désactivé|bloqué|verrouillé|suspendu)|account (?:is|has been) (?:permanently )?(?:disabled|locked))\b(?! ?\?)/,
    },
    extract: message(/^([^«"?]{0,60}(?:compte|account) .{3,200})$/),
    hints: ['B1', 'B2'],
    loggedOut: true,
    sources: [STOCK],
  },
  {
    id: 'anef-sso/link-expired',
    outcome: 'blocked',
    label: 'Lien reçu par courriel : périmé',
    when: {
      text: /^[^«"?]{0,60}(?:lien (?:que vous avez cliqué|sur lequel vous avez cliqué|.{0,40}courriel)? ?(?:est périmé|est expiré|a expiré|n'est plus valide)|the link you clicked is an old stale link)/,
    },
    extract: message(/^([^«"?]{0,60}(?:lien|link) .{3,220}\??)$/),
    hints: ['B1', 'B7'],
    loggedOut: true,
    sources: [STOCK],
  },
  {
    id: 'anef-sso/login-expired',
    outcome: 'blocked',
    label: 'Connexion interrompue : délai ou page expirés',
    when: {
      text: /^[^«"?]{0,60}(?:(?:connexion|action|session) (?:a |est )?expirée?\b|la page a expiré|cette page n'est plus valide|temps imparti pour la connexion est écoulé|la session n'est pas active|page has expired|session not active|(?:login|action) (?:timeout|expired)|took too long to (?:login|log in|sign in)|your login attempt timed out|this page is no longer valid)/,
    },
    extract: message(
      /^([^«"?]{0,60}(?:expiré|écoulé|n'est (?:plus valide|pas active)|expired|timeout|timed out|too long|not active|no longer valid).{0,200})$/,
    ),
    hints: ['B1'],
    loggedOut: true,
    sources: [STOCK],
  },
  {
    id: 'anef-sso/mail-error',
    outcome: 'blocked',
    label: 'Le courriel n’a pas pu être envoyé',
    when: {
      text: /^[^«"?]{0,40}(?:erreur lors de l'envoi du (?:courriel|message|mail|e-?mail)|failed to send e-?mail)/,
    },
    extract: message(/^([^«"?]{0,40}(?:erreur lors de l'envoi|failed to send).{0,200})$/),
    hints: ['B1', 'B7'],
    loggedOut: true,
    sources: [STOCK],
  },
  {
    id: 'anef-sso/other-user',
    outcome: 'blocked',
    label: 'Une autre personne est déjà connectée dans ce navigateur',
    when: {
      text: /^[^«"?]{0,40}(?:déjà (?:authentifiée?|connectée?) avec un autre (?:utilisateur|compte)|already authenticated as (?:a )?different user)/,
    },
    hints: ['B1'],
    sources: [STOCK],
  },
  {
    id: 'anef-sso/account-link-refused',
    outcome: 'blocked',
    label: 'FranceConnect : compte déjà lié, ou lié à personne',
    when: {
      text: /^[^«"?]{0,200}(?:existe déjà\. veu?illez (?:accéder|vous connecter)|est déjà liée? à un autre utilisateur|n'est lié à aucun utilisateur connu|already exists\. please login to account|is already linked to another user|is not linked to any known user|authenticated with identity provider .{1,60} does not exist)/,
    },
    // Names of persons stand in these sentences: nothing is read out.
    hints: ['B1', 'B2'],
    loggedOut: true,
    sources: [STOCK],
  },
  {
    id: 'anef-sso/provider-error',
    outcome: 'blocked',
    label: 'Retour de FranceConnect : erreur du service de connexion',
    when: {
      text: /^[^«"?]{0,60}(?:erreur (?:inattendue|lors)|impossible d|échouée?|aucun état|manquant|unexpected error|could not|failed|missing|invalid|no relay).{0,120}(?:fournisseur d'identité|identity provider)/,
    },
    extract: message(/^([^«"?]{0,180}(?:fournisseur d'identité|identity provider).{0,80})$/),
    hints: ['B1'],
    loggedOut: true,
    sources: [STOCK],
  },
  {
    id: 'anef-sso/cookie-missing',
    outcome: 'blocked',
    label: 'Connexion impossible : cookie introuvable',
    when: { text: /^[^«"?]{0,40}(?:cookie introuvable|cookie not found|restart login cookie not found)/ },
    extract: message(/^([^«"?]{0,40}cookie .{3,260})$/),
    hints: ['B1'],
    loggedOut: true,
    sources: [STOCK],
  },
  {
    id: 'anef-sso/unknown-client',
    outcome: 'blocked',
    label: 'Le portail n’est pas reconnu par le service de connexion',
    when: {
      text: /^[^«"?]{0,40}(?:compte inconnu du demandeur|client (?:inconnu|désactivé)\b|demandeur invalide|la connexion du demandeur n'est pas active|l'uri de redirection est invalide|unknown login requester|client (?:not found|disabled)\b|invalid (?:requester|redirect uri)|login requester not enabled)/,
    },
    extract: message(/^([^«"?]{0,40}(?:demandeur|client|redirection|requester|redirect uri).{0,80})$/),
    hints: ['B1', 'B5'],
    loggedOut: true,
    sources: [STOCK],
  },
  {
    id: 'anef-sso/technical-error',
    outcome: 'blocked',
    label: 'Erreur du service de connexion (« Nous sommes désolés »)',
    when: {
      any: [
        { text: /^(?:nous sommes désolés|we are sorry) ?[.… ]{0,4}$/ },
        { title: /^(?:nous sommes désolés|we are sorry)\b/ },
        {
          text: /^(?:une erreur interne du serveur s'est produite|une erreur est survenue, veu?illez vous reconnecter|(?:paramètres? (?:invalides?|manquants?)|invalid parameter|missing parameters?) ?:|requête invalide|le domaine n'est pas activé|code d'accès invalide|erreur lors du traitement de la réponse|la déconnexion a échouée?|connexion impossible\b|an internal server error has occurred|an error occurred, please login again|invalid request$|realm not enabled|invalid access code|failed to process response|logout failed)/,
        },
      ],
    },
    extract: message(
      /^((?:une erreur|paramètres?|requête|le domaine|code d'accès|erreur|la déconnexion|connexion impossible|page non|accès refusé|aucun accès|an |invalid |missing |realm |failed |logout failed|page not|access denied).{3,220})$/,
    ),
    hints: ['B1', 'B5'],
    loggedOut: true,
    sources: [STOCK],
  },
];
