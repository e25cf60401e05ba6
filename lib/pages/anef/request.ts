/** ANEF: asking for a title. The messages that refuse, then the choice of a ground, then the steps of the form. */
import type { PageRow } from '@/lib/domain/page';
import { EXPLAINS } from './explains';

const GROUNDS = {
  groundsEnabled: { from: 'choices-enabled' },
  groundsDisabled: { from: 'choices-disabled' },
} as const;

const HELD_TITLE = {
  heldAs: { pattern: /titulaire d'un titre de séjour en tant que «? ?([^»".]{2,120}?) ?[»".]/ },
  heldMention: { pattern: /ce titre porte la mention «? ?([^»"]{2,250}?) ?[»"]/ },
} as const;

export const REQUEST_ROWS: readonly PageRow[] = [
  {
    id: 'anef/titre-non-remis',
    outcome: 'blocked',
    label: 'Dépôt impossible : titre précédent « non remis »',
    when: {
      text: /(?:titre|duplicata|carte de séjour).{0,60}(?:non[- ]?remis|(?:pas|jamais) (?:encore )?(?:été )?remise?\b|non[- ]?(?:récupéré|retiré)|(?:pas|jamais) (?:encore )?(?:été )?(?:récupéré|retiré))/,
      none: [EXPLAINS],
    },
    extract: {
      message: { pattern: /^(.{0,200}(?:titre|duplicata|carte de séjour).{0,60}(?:remis|récupéré|retiré).{0,200})$/ },
    },
    hints: ['A5', 'B3'],
    sources: [
      {
        ref: 'pages.md § 3.2 « Titre non remis » (loose: the wording is not known)',
        seen: '2026-03-01',
        sure: 'inferred',
      },
    ],
  },
  {
    id: 'anef/too-early',
    outcome: 'blocked',
    label: 'Renouvellement refusé : « trop tôt »',
    when: {
      text: /trop tôt pour (?:demander|déposer|faire) (?:le|la|une?) (?:demande de )?renouvellement|too early to (?:apply for|request|renew)/,
      none: [EXPLAINS],
    },
    hints: ['B5'],
    sources: [{ ref: 'pages.md § 3.2 « Too early »', seen: '2024-01-03', sure: 'confirmed-old' }],
  },
  {
    id: 'anef/expired-nine-months',
    outcome: 'blocked',
    label: 'Renouvellement refusé : titre expiré depuis plus de 9 mois',
    when: {
      text: /titre (?:de séjour )?.{0,60}expiré.{0,40}(?:9|neuf) mois|expired.{0,40}(?:9|nine) months/,
      none: [EXPLAINS],
    },
    hints: ['A6'],
    sources: [
      { ref: 'pages.md § 3.2 « Expired > 9 months » (wording approximated)', seen: '2026-03-01', sure: 'inferred' },
    ],
  },
  {
    id: 'anef/triage-first',
    outcome: 'step',
    label: 'Première demande : choix du fondement',
    when: { text: /^je sollicite un titre de séjour ?:?$|^i am applying for a residence permit ?:?$/ },
    extract: GROUNDS,
    hints: ['A4', 'B4', 'A10'],
    sources: [{ ref: 'pages.md § 3.2 « First request, triage », § 0.12', seen: '2026-03-01', sure: 'confirmed' }],
  },
  {
    id: 'anef/triage-renewal',
    outcome: 'step',
    label: 'Renouvellement : votre situation actuelle',
    when: {
      any: [
        { text: /^je sollicite (?:le renouvellement de ce titre|un autre titre de séjour)/ },
        { text: /^vous êtes titulaire d'un titre de séjour en tant que/ },
        { all: [{ text: /^votre situation actuelle$|^your current situation$/ }, { choice: /./ }] },
      ],
    },
    extract: { ...GROUNDS, ...HELD_TITLE },
    hints: ['A4', 'B4', 'A10'],
    sources: [{ ref: 'pages.md § 3.2 « Renewal, triage », § 0.12', seen: '2026-03-01', sure: 'confirmed' }],
  },
  {
    id: 'anef/wizard-step',
    outcome: 'step',
    label: 'Formulaire de demande en cours',
    when: {
      any: [
        { title: /[|–-] ?(?:étape|step) \d/ },
        { route: /#\/sejour\/demande-tse\/[a-z]|#\/vls-ts\/demarches\/etape-\d/ },
        { text: /^(?:étape|step) \d{1,2} ?(?:sur|\/|of) ?\d{1,2}\b/ },
        {
          heading:
            /^je (?:vérifie et complète mes informations|m'engage à remplir les conditions|renseigne mes ressources|joins mes documents justificatifs)/,
        },
      ],
      none: [EXPLAINS],
    },
    extract: {
      step: { from: 'title', pattern: /(?:étape|step) (\d{1,2})/ },
      ground: { from: 'route', pattern: /\/demande-tse\/([a-z-]{2,40}(?:\/(?!info\b)[a-z-]{2,40})?)/ },
    },
    hints: ['A7', 'B5'],
    sources: [
      { ref: 'pages.md § 2.1 (title, routes, h2 of the steps), § 0.3', seen: '2026-06-12', sure: 'confirmed-old' },
      { ref: 'pages.md § 2.2 (fr-stepper__state « Étape X sur Y »)', seen: '2026-11-21', sure: 'inferred' },
    ],
  },
];
