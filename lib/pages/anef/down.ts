/** ANEF down: its own words for it, and the error statuses of its servers. No real copy was found: loose, and only where sites put such words. */
import type { PageRow } from '@/lib/domain/page';
import { DOWN_STATUS, MAINTENANCE, SERVER_ERROR_PAGE } from '../shared';

export const DOWN_ROWS: readonly PageRow[] = [
  {
    id: 'anef/maintenance',
    outcome: 'down',
    label: 'ANEF en maintenance ou indisponible',
    when: {
      all: [MAINTENANCE],
      // A banner above working tiles speaks of something else; a stock server page is the next row's.
      none: [
        { action: /je demande ou renouvelle un titre de séjour|demander ou renouveler un titre/ },
        SERVER_ERROR_PAGE,
      ],
    },
    hints: ['B1', 'B5'],
    sources: [
      {
        ref: 'pages.md § 3.2 « Maintenance / 503 » (strings that the main peer looks for)',
        seen: '2026-07-30',
        sure: 'inferred',
      },
    ],
  },
  {
    id: 'anef/http-error',
    outcome: 'down',
    label: 'ANEF : erreur du serveur',
    when: { any: [DOWN_STATUS, SERVER_ERROR_PAGE] },
    hints: ['B1', 'B5'],
    sources: [
      { ref: 'pages.md § 1.2 (502/503 = maintenance), § 7 anef-maintenance', seen: '2026-07-30', sure: 'inferred' },
    ],
  },
];
