/** The ANEF portal (administration-etrangers-en-france.interieur.gouv.fr), both designs: rows in order, the first that holds wins. */
import type { SiteTable } from '@/lib/domain/page';
import { NATIONAL_HOSTS } from '../hosts';
import { ACCOUNT_ROWS, OWN_PAGE_ROWS } from './account';
import { AFTER_ROWS } from './after';
import { CONTACT_ROWS } from './contact';
import { DOWN_ROWS } from './down';
import { HELP_ROW } from './explains';
import { LOADING, TROUBLE } from './guards';
import { REQUEST_ROWS } from './request';
import { LOGGED_OUT, SESSION_ROWS } from './session';

export const ANEF: SiteTable = {
  site: 'anef',
  label: 'ANEF, portail des étrangers en France',
  hosts: NATIONAL_HOSTS.anef,
  loggedOut: LOGGED_OUT,
  rows: [
    ...DOWN_ROWS,
    ...SESSION_ROWS,
    HELP_ROW,
    ...CONTACT_ROWS,
    ...AFTER_ROWS,
    ...ACCOUNT_ROWS,
    ...REQUEST_ROWS,
    // Where a page shows something more precise than where it stands, that came first.
    ...OWN_PAGE_ROWS,
    {
      id: 'anef/home',
      outcome: 'info',
      label: 'Accueil de l’ANEF',
      when: {
        route: /^\/(?:(?:particuliers|usagers)\/?)?(?:#\/?)?$/,
        none: [LOADING, TROUBLE],
      },
      sources: [{ ref: 'pages.md § 1 (home test), § 2.2 (tiles)', seen: '2026-07-30', sure: 'confirmed' }],
    },
  ],
};
