/** contacts-demarches.interieur.gouv.fr: asking for a récépissé again, and the other electronic submissions. */
import type { SiteTable } from '@/lib/domain/page';
import { NATIONAL_HOSTS } from '../hosts';
import { DOWN_STATUS, MAINTENANCE, SERVER_ERROR_PAGE } from '../shared';

export const CONTACTS_DEMARCHES: SiteTable = {
  site: 'contacts-demarches',
  label: 'Contacts-démarches',
  hosts: NATIONAL_HOSTS['contacts-demarches'],
  rows: [
    {
      id: 'contacts-demarches/http-error',
      outcome: 'down',
      label: 'Contacts-démarches : erreur du serveur',
      when: { any: [DOWN_STATUS, SERVER_ERROR_PAGE, MAINTENANCE] },
      hints: ['B5'],
      sources: [{ ref: 'pages.md § 4.2 « Overload » (same kind of host)', seen: '2023-12-31', sure: 'inferred' }],
    },
    {
      id: 'contacts-demarches/recepisse-renewal',
      outcome: 'step',
      label: 'Demande de renouvellement de récépissé',
      when: {
        any: [
          { route: /\/etrangers\/renouvellement-recepisse\b/ },
          { heading: /renouvellement de (?:votre |mon )?récépissé/ },
        ],
      },
      sources: [{ ref: 'pages.md § 4.5; S003 l.48-66, 412-423', seen: '2026-03-01', sure: 'confirmed' }],
    },
  ],
};
