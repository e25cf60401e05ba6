/** ANEF: opening an account, the first wall that people meet; then the account's own pages. */
import type { Condition, Extraction, PageRow } from '@/lib/domain/page';
import { OTHER_LANGUAGES } from '../shared';
import { EXPLAINS } from './explains';

const QA_T = {
  ref: 'pages.md § 3.1 « Password » (names of objects in test scripts; wording inferred)',
  seen: '2024-01-03',
  sure: 'inferred',
} as const;
const UNSEEN = {
  ref: 'pages.md § 1.2, § 3.1 (the state exists; wording ours)',
  seen: '2026-11-22',
  sure: 'inferred',
} as const;

/** Opening an account, as far as the page says where one is. */
const REGISTERING: Condition = {
  any: [
    { route: /#\/(?:espace-personnel\/)?(?:connexion-)?inscription\b/ },
    { title: /[|–-] ?(?:création de (?:mon |votre )?compte|inscription|create an account|account creation)\b/ },
  ],
};

/** The rule that a new password breaks, as the form prints it. */
const PASSWORD_RULE: Extraction = {
  pattern:
    /^([^«"?]{0,80}(?:format (?:non respecté|incorrect|invalide|not respected)|doivent être identiques|ne sont pas identiques|ne correspondent pas|must be identical|do not match|don't match)\b.{0,120})$/,
};

const REFUSALS: readonly PageRow[] = [
  {
    id: 'anef/account-refused',
    outcome: 'blocked',
    label: 'Création de compte refusée : informations « incorrectes »',
    when: {
      // On the page of a VLS-TS the same words speak of a visa.
      none: [EXPLAINS, { route: /#\/vls-ts\b/ }],
      any: [
        {
          text: /^[^«"?]{0,60}(?:certaines informations que vous avez saisies sont incorrectes|some of the information you (?:have )?entered is incorrect)/,
        },
        {
          all: [REGISTERING],
          text: /^(?:le|ce|votre) numéro (?:étranger|d'étranger|agdref|de visa|saisi|de votre visa)[^.«"?]{0,60} (?:est (?:inconnu|invalide|incorrect)|n'est pas (?:reconnu|connu|valide)|n'existe pas|n'a pas été (?:trouvé|reconnu))/,
        },
      ],
    },
    extract: {
      message: {
        pattern:
          /^([^«"?]{0,120}(?:incorrectes?|is incorrect|inconnu|invalide|n'existe pas|n'est pas reconnu|n'a pas été)\b.{0,160})$/,
      },
    },
    hints: ['A8', 'A9', 'B6'],
    loggedOut: true,
    sources: [
      { ref: 'pages.md § 3.1 « Account refused »', seen: '2024-01-03', sure: 'confirmed-old' },
      OTHER_LANGUAGES,
    ],
  },
  {
    id: 'anef/account-exists',
    outcome: 'blocked',
    label: 'Création de compte refusée : un compte existe déjà',
    when: {
      none: [EXPLAINS],
      text: /^[^«"?]{0,100}(?:déjà associée?s? à un compte|already (?:linked to|associated with) an (?:existing )?account)\b/,
    },
    extract: { message: { pattern: /^([^«"?]{0,100}(?:déjà associée?s?|already (?:linked|associated)).{0,160})$/ } },
    hints: ['B1', 'B2'],
    loggedOut: true,
    sources: [{ ref: 'pages.md § 3.1 « Account exists »', seen: '2024-01-03', sure: 'confirmed-old' }],
  },
  {
    id: 'anef/account-blocked',
    outcome: 'blocked',
    label: 'Compte ANEF bloqué, désactivé ou supprimé',
    when: {
      none: [EXPLAINS],
      text: /^(?!.{0,60}\b(?:si|lorsque|quand|if|when)\b)[^«"?]{0,60}votre compte (?:usager |ANEF |provisoire )?(?:est|a été) (?:temporairement )?(?:bloqué|suspendu|désactivé|verrouillé)\b(?! ?\?)|^[^«"?]{0,60}votre compte provisoire (?:a été|est) supprimé\b|^[^«"?]{0,40}your account (?:is|has been) (?:temporarily )?(?:blocked|suspended|disabled|locked)\b/,
    },
    extract: { message: { pattern: /^([^«"?]{0,60}(?:votre compte|your account) .{3,200})$/ } },
    hints: ['B1', 'B2'],
    sources: [UNSEEN],
  },
  {
    id: 'anef/account-link-expired',
    outcome: 'blocked',
    label: 'Création de compte : lien reçu par courriel périmé',
    when: {
      none: [EXPLAINS],
      all: [REGISTERING],
      text: /^[^«"?]{0,60}(?:lien\b[^.«"?]{0,80} (?:a expiré|est expiré|est périmé|n'est (?:plus|pas) valide|est invalide)|(?:the|this) link (?:has expired|is (?:no longer|not) valid))/,
    },
    extract: { message: { pattern: /^([^«"?]{0,60}(?:lien|link) .{3,200})$/ } },
    hints: ['B1', 'B2'],
    loggedOut: true,
    sources: [UNSEEN],
  },
];

const REGISTRATION: readonly PageRow[] = [
  {
    id: 'anef/account-password',
    outcome: 'step',
    label: 'Création de compte : choix du mot de passe',
    when: {
      none: [EXPLAINS],
      any: [
        { route: /#\/espace-personnel\/inscription\/mot-de-passe\b/ },
        {
          all: [REGISTERING],
          text: /^(?:choisissez|créez|définissez|saisissez) (?:un|votre) mot de passe\b|^(?:choose|create) (?:a|your) password\b/,
        },
      ],
    },
    extract: { message: PASSWORD_RULE },
    hints: ['B1'],
    loggedOut: true,
    sources: [
      { ref: 'pages.md § 1 (route `inscription/mot-de-passe?token=…`)', seen: '2024-01-03', sure: 'confirmed-old' },
      QA_T,
    ],
  },
  {
    id: 'anef/account-email-sent',
    outcome: 'step',
    label: 'Création de compte : courriel annoncé',
    when: {
      none: [EXPLAINS],
      all: [REGISTERING],
      text: /^[^«"?]{0,60}(?:e-?mail|courriel|message|lien)\b[^«"?]{0,80} (?:vous a été|a été|vient de vous être) (?:envoyé|adressé)|^[^«"?]{0,40}an e-?mail has been sent\b/,
    },
    hints: ['B1', 'B2'],
    loggedOut: true,
    sources: [UNSEEN],
  },
  {
    id: 'anef/account-email',
    outcome: 'step',
    label: 'Création de compte : adresse électronique',
    when: {
      none: [EXPLAINS],
      text: /^(?:saisissez votre (?:adresse )?(?:e-?mail|électronique|courriel)|enter your e-?mail(?: address)?)\b/,
    },
    hints: ['B1'],
    loggedOut: true,
    sources: [{ ref: 'pages.md § 3.1 « E-mail step »', seen: '2024-01-03', sure: 'confirmed-old' }, OTHER_LANGUAGES],
  },
  {
    id: 'anef/account-entry',
    outcome: 'step',
    label: 'Connexion ou création de compte',
    when: {
      none: [EXPLAINS],
      any: [
        { route: /#\/espace-personnel\/(?:connexion-inscription|inscription|connexion)\b/ },
        {
          text: /^numéro de votre visa ou (?:de )?votre numéro (?:d')?étranger|^your visa number or your foreigner'?s? number/,
          all: [{ text: /créer un compte|create an account/ }],
        },
      ],
    },
    loggedOut: true,
    sources: [
      { ref: 'pages.md § 1 (route), § 2.2 (buttons)', seen: '2026-07-30', sure: 'confirmed' },
      { ref: 'pages.md § 3.1 « Page connexion-inscription », « Password »', seen: '2024-01-03', sure: 'confirmed-old' },
      OTHER_LANGUAGES,
    ],
  },
];

/** The account's own pages: known by where they stand, and therefore asked last. */
export const OWN_PAGE_ROWS: readonly PageRow[] = [
  {
    id: 'anef/change-password',
    outcome: 'step',
    label: 'Changer mon mot de passe',
    when: {
      none: [EXPLAINS],
      any: [
        {
          route:
            /#\/espace-personnel\/(?!inscription)(?:[a-z-]{1,30}\/)?(?:(?:changer|changement|modifier|modification)[a-z-]{0,12}-)?mot-de-passe\b/,
        },
        { title: /[|–-] ?(?:changer mon mot de passe|modifier mon mot de passe|change my password)\b/ },
      ],
    },
    extract: { message: PASSWORD_RULE },
    hints: ['B1'],
    sources: [
      { ref: 'pages.md § 2.1 (header « CHANGER MON MOT DE PASSE »)', seen: '2026-06-12', sure: 'confirmed-old' },
      { ref: 'route and title of the page', seen: '2026-11-22', sure: 'inferred' },
    ],
  },
  {
    id: 'anef/my-account',
    outcome: 'info',
    label: 'Mon compte',
    when: {
      none: [EXPLAINS],
      any: [{ route: /#\/espace-personnel\/mon-compte\b/ }, { title: /[|–-] ?(?:mon compte|my account)$/ }],
    },
    sources: [{ ref: 'pages.md § 1 (route)', seen: '2026-07-30', sure: 'confirmed' }, OTHER_LANGUAGES],
  },
];

export const ACCOUNT_ROWS: readonly PageRow[] = [...REFUSALS, ...REGISTRATION];
