/** demarche.numerique.gouv.fr, formerly demarches-simplifiees.fr: same code on all its hosts. */
import type { SiteTable } from '@/lib/domain/page';
import { NATIONAL_HOSTS } from '../hosts';
import { DOSSIERS } from './dossier';
import { EXPLAINS } from './parts';
import { BEGIN, OFFERS_LOGIN } from './start';
import { CLOSED_ROWS, ERRORS, INTERRUPTIONS, REFUSALS } from './trouble';

export const DEMARCHE_NUMERIQUE: SiteTable = {
  site: 'demarche-numerique',
  label: 'Démarche numérique',
  hosts: NATIONAL_HOSTS['demarche-numerique'],
  loggedOut: {
    any: [
      { text: /^vous êtes maintenant déconnecté/ },
      { route: /\/(?:users\/)?sign_in$/, none: [{ action: /se déconnecter/ }] },
      { all: [OFFERS_LOGIN], none: [EXPLAINS] },
    ],
  },
  // What went wrong first: it shows on the address of what was asked for.
  rows: [...REFUSALS, ...ERRORS, ...INTERRUPTIONS, ...CLOSED_ROWS, ...DOSSIERS, ...BEGIN],
};
