/** demarche.numerique: before a dossier exists, from the procedure's own page to login and account. */
import type { Condition, PageRow } from '@/lib/domain/page';
import { fromCode, fromGuide, inferred, NUMBERS, PROCEDURE_IN_ROUTE, PROCEDURE_IN_TITLE } from './parts';

const START = /^\/commencer\/[^/]{2,200}\/?$/;
const SHOW = fromCode('config/locales/views/users/commencer/fr.yml 7ad2122f (show)');
const READ_OUT = { procedure: PROCEDURE_IN_TITLE, procedurePath: PROCEDURE_IN_ROUTE } as const;

/** Only offered to somebody who is not logged in; none of the words is on a page of a dossier. */
export const OFFERS_LOGIN: Condition = {
  action:
    /^(?:se connecter|j'ai déjà un compte|s'identifier avec franceconnect|sign in|log in|i already have an account)$/,
  none: [{ action: /^(?:se déconnecter|déconnexion|sign out|log out|mes dossiers|my files)$/ }],
};

export const BEGIN: readonly PageRow[] = [
  {
    id: 'demarche-numerique/test-procedure',
    outcome: 'step',
    label: 'Démarche en test, non publiée',
    when: { route: /^\/commencer\/test\/[^/]{2,200}\/?$/ },
    extract: READ_OUT,
    hints: ['F4'],
    sources: [fromGuide('Routes'), fromCode('config/locales/fr.yml 009fe139 (users.dossiers.test_procedure)')],
  },
  {
    id: 'demarche-numerique/already-filed',
    outcome: 'step',
    label: 'Démarche : un dossier est déjà déposé',
    when: {
      route: START,
      text: /^(?:vous avez déjà (?:déposé un dossier|des dossiers pour cette démarche)|you already (?:submitted a file|have files for this procedure))/,
    },
    extract: { ...READ_OUT, dossierNumbers: NUMBERS },
    sources: [fromGuide('Exact'), SHOW],
  },
  {
    id: 'demarche-numerique/already-started',
    outcome: 'step',
    label: 'Démarche : un brouillon existe déjà',
    when: {
      route: START,
      text: /^(?:vous avez déjà commencé à remplir un dossier|vous avez un dossier prérempli|you already started to fill a file|you have a prefilled file)/,
    },
    extract: READ_OUT,
    sources: [SHOW],
  },
  {
    id: 'demarche-numerique/start-logged-out',
    outcome: 'step',
    label: 'Page d’une démarche, sans connexion',
    when: { all: [OFFERS_LOGIN], route: START },
    extract: READ_OUT,
    loggedOut: true,
    sources: [fromGuide('Routes'), SHOW],
  },
  {
    id: 'demarche-numerique/start',
    outcome: 'step',
    label: 'Page d’une démarche',
    when: { route: START },
    extract: READ_OUT,
    sources: [fromGuide('Routes'), SHOW],
  },
  {
    id: 'demarche-numerique/account-merge',
    outcome: 'step',
    label: 'Démarche numérique : fin de la connexion par FranceConnect',
    when: {
      any: [
        { route: /^\/france_connect\/[^/]{3,40}/ },
        {
          text: /^(?:fusion des comptes franceconnect et|choisissez votre adresse électronique de contact pour finaliser)/,
        },
      ],
    },
    sources: [fromCode('config/locales/fr.yml 009fe139 (france_connect.merge, choose_email)')],
  },
  {
    id: 'demarche-numerique/sign-up',
    outcome: 'step',
    label: 'Démarche numérique : création de compte',
    when: {
      any: [
        { route: /^\/(?:users|commencer\/[^/]{2,200})\/sign_up$/ },
        { text: /^création de compte sur (?:demarche|demarches-)/ },
      ],
    },
    loggedOut: true,
    sources: [fromGuide('Routes'), fromCode('config/locales/fr.yml 009fe139 (views.registrations.new)')],
  },
  {
    id: 'demarche-numerique/login',
    outcome: 'step',
    label: 'Démarche numérique : connexion',
    when: {
      any: [
        { route: /^\/(?:users|commencer\/[^/]{2,200})\/sign_in$/ },
        { route: /^\/(?:commencer\/[^/]{2,200}\/)?(?:france_connect|pro_connect)(?:\/(?:login|required))?$/ },
        { text: /^(?:connexion à|sign in on) (?:demarche|demarches-)/ },
      ],
    },
    loggedOut: true,
    sources: [
      fromGuide('Routes, « Connexion à demarche.numerique.gouv.fr »'),
      fromCode('config/locales/fr.yml 009fe139 (views.users.sessions.new)'),
      inferred('the FranceConnect and ProConnect routes answer by a redirection: seen only when it fails'),
    ],
  },
];
