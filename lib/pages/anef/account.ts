/** ANEF: opening an account, the first wall that people meet. */
import type { PageRow } from '@/lib/domain/page';
import { EXPLAINS } from './explains';

export const ACCOUNT_ROWS: readonly PageRow[] = [
  {
    id: 'anef/account-refused',
    outcome: 'blocked',
    label: 'Création de compte refusée : informations « incorrectes »',
    when: {
      none: [EXPLAINS],
      text: /certaines informations que vous avez saisies sont incorrectes|some of the information you (?:have )?entered is incorrect/,
    },
    hints: ['A8', 'A9', 'B6'],
    loggedOut: true,
    sources: [{ ref: 'pages.md § 3.1 « Account refused »', seen: '2024-01-03', sure: 'confirmed-old' }],
  },
  {
    id: 'anef/account-exists',
    outcome: 'blocked',
    label: 'Création de compte refusée : un compte existe déjà',
    when: {
      none: [EXPLAINS],
      text: /(?:déjà|deja) associée?s? à un compte|already (?:linked to|associated with) an account/,
    },
    hints: ['B1', 'B2'],
    loggedOut: true,
    sources: [{ ref: 'pages.md § 3.1 « Account exists »', seen: '2024-01-03', sure: 'confirmed-old' }],
  },
  {
    id: 'anef/account-entry',
    outcome: 'step',
    label: 'Connexion ou création de compte',
    when: {
      none: [EXPLAINS],
      any: [
        { route: /#\/espace-personnel\/(?:connexion-inscription|inscription)/ },
        {
          text: /^numéro de votre visa ou (?:de )?votre numéro (?:d')?étranger/,
          action: /^(?:créer un compte|create an account)$/,
        },
      ],
    },
    loggedOut: true,
    sources: [
      { ref: 'pages.md § 1 (route), § 2.2 (buttons)', seen: '2026-07-30', sure: 'confirmed' },
      { ref: 'pages.md § 3.1 « Page connexion-inscription », « Password »', seen: '2024-01-03', sure: 'confirmed-old' },
    ],
  },
];
