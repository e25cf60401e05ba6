/** ANEF: the choice of a ground, before the form. A ground that is missing or greyed is the blockage, without any error text. */
import type { PageRow } from '@/lib/domain/page';
import { OTHER_LANGUAGES } from '../shared';
import { LOADING, QUOTES, TROUBLE } from './guards';
import { GROUNDS, HELD_TITLE } from './values';

export const TRIAGE_ROWS: readonly PageRow[] = [
  {
    id: 'anef/triage-first',
    outcome: 'step',
    label: 'Première demande : choix du fondement',
    when: {
      text: /^(?:je sollicite un titre de séjour|i am applying for a residence permit) ?:?$/,
      none: [QUOTES, LOADING],
    },
    extract: GROUNDS,
    hints: ['A4', 'B4', 'A10'],
    sources: [
      { ref: 'pages.md § 3.2 « First request, triage », § 0.12', seen: '2026-03-01', sure: 'confirmed' },
      OTHER_LANGUAGES,
    ],
  },
  {
    id: 'anef/triage-renewal',
    outcome: 'step',
    label: 'Renouvellement : votre situation actuelle',
    when: {
      none: [QUOTES, LOADING],
      any: [
        {
          text: /^(?:je sollicite (?:le renouvellement de ce titre|un autre titre de séjour)|i am applying for (?:the renewal of this permit|another residence permit)) ?:?$/,
        },
        { text: /^(?:vous êtes titulaire d'un titre de séjour en tant que|you hold a residence permit as) ?["«]/ },
        { all: [{ text: /^(?:votre situation actuelle|your current situation)$/ }, { choice: /./ }], none: [TROUBLE] },
      ],
    },
    extract: { ...GROUNDS, ...HELD_TITLE },
    hints: ['A4', 'B4', 'A10'],
    sources: [
      { ref: 'pages.md § 3.2 « Renewal, triage », § 0.12', seen: '2026-03-01', sure: 'confirmed' },
      OTHER_LANGUAGES,
    ],
  },
];
