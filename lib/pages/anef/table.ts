/** The ANEF portal (administration-etrangers-en-france.interieur.gouv.fr), both designs: rows in order, the first that holds wins. */
import type { Condition, SiteTable } from '@/lib/domain/page';
import { NATIONAL_HOSTS } from '../hosts';
import { ACCOUNT_ROWS } from './account';
import { AFTER_ROWS } from './after';
import { DOWN_ROWS } from './down';
import { REQUEST_ROWS } from './request';

/** The header's « Se connecter » without any sign of an account: also what a dead session falls back to (pages.md § 3.2). */
const LOGGED_OUT: Condition = {
  action: /^(?:se connecter|sign in|log in)$/,
  none: [{ action: /mon compte|se déconnecter|my account|sign out|log out/ }],
};

export const ANEF: SiteTable = {
  site: 'anef',
  label: 'ANEF, portail des étrangers en France',
  hosts: NATIONAL_HOSTS.anef,
  loggedOut: LOGGED_OUT,
  rows: [
    ...DOWN_ROWS,
    ...AFTER_ROWS,
    ...ACCOUNT_ROWS,
    ...REQUEST_ROWS,
    {
      id: 'anef/home',
      outcome: 'info',
      label: 'Accueil de l’ANEF',
      when: { route: /^\/(?:(?:particuliers|usagers)\/?)?(?:#\/?)?$/ },
      sources: [{ ref: 'pages.md § 1 (home test), § 2.2 (tiles)', seen: '2026-07-30', sure: 'confirmed' }],
    },
  ],
};
