/** Points d'accueil numérique under all their names, and the general help desks that are not one for ANEF. */
import type { Condition, PageRow } from '@/lib/domain/page';
import { EMAILS, FOREIGNERS, GONE, NEWS, PHONES, PREFECTURE_NAME, SPEAKS_OF_STAY } from './guards';

/** Only for foreigners by their very name. */
const EMERAUDE: Condition = {
  any: [
    { route: /\be-?meraude\b/ },
    { title: /\be-?meraude\b/ },
    { route: /appui-numerique-(?:aux|pour-les|des)-etrangers/ },
    { title: /(?:point|espace|appui) .{0,40}numérique .{0,30}étrangers/ },
  ],
};

/** The names that also serve for driving licences and car papers (pages.md § 4.8). */
const NAMED: Condition = {
  any: [
    {
      route: /\/[^/]{0,80}(?:points?-d-?(?:accueil|acces|accompagnement|aide)-numeriques?|points?-numeriques?|\bpan\b)/,
    },
    { title: /points? d'(?:accueil|accès|accompagnement|aide) numériques?|points? numériques?|\bpan\b/ },
  ],
};

const GENERAL: Condition = {
  any: [
    NAMED,
    {
      route:
        /\/[^/]{0,80}(?:france-services|maisons?-de-services|espaces?-(?:public-)?numeriques?|mediation-numerique)/,
    },
    { title: /france services|maisons? de services au public|espaces? (?:publics? )?numériques?/ },
  ],
};

/** « Les titres de séjour ne sont pas traités ici » is a sentence about foreigners too. */
const NOT_FOR_THEM: Condition = {
  text: /(?:\bne (?:concerne|traite|s'adresse|reçoit|prend) (?:donc )?pas|\bn'est pas compétent|\bn'accueille pas|\bsauf\b|à l'exception|à l'exclusion) .{0,120}(?:étrangers|titres? de séjour|\banef\b)|\bhors (?:les |démarches? |demandes? (?:de |des )?)?(?:étrangers|titres? de séjour|anef)|(?:étrangers|titres? de séjour|\banef\b).{0,60}(?:(?:ne sont|n'est) pas (?:traité|concerné|pris|accueilli|assur)|ne relèvent? pas)/,
};

const READ_OUT = { prefecture: PREFECTURE_NAME, email: EMAILS, phone: PHONES } as const;

export const PAN_ROWS: readonly PageRow[] = [
  {
    id: 'prefecture/pan',
    outcome: 'info',
    label: 'Point d’accueil numérique (PAN)',
    when: {
      none: [NEWS, GONE],
      any: [EMERAUDE, { all: [NAMED, { any: [FOREIGNERS, SPEAKS_OF_STAY] }], none: [NOT_FOR_THEM] }],
    },
    extract: {
      ...READ_OUT,
      channel: { pattern: /((?:contactez|contacter|saisir|saisissez) .{0,60}centres? de contact citoyens?.{0,120})/ },
    },
    hints: ['G3'],
    proofOf: 'PAN',
    sources: [
      { ref: 'pages.md § 4.8 (names vary), § 4.7 (paths)', seen: '2026-03-01', sure: 'confirmed' },
      {
        ref: 'www.yonne.gouv.fr, www.alpes-de-haute-provence.gouv.fr (stored texts): « Points d’accueil numérique e-MERAUDE »',
        seen: '2024-03-05',
        sure: 'confirmed-old',
      },
    ],
  },
  {
    id: 'prefecture/pan-general',
    outcome: 'info',
    label: 'Point numérique général ou France services (pas réservé à l’ANEF)',
    when: { all: [GENERAL], none: [NEWS, GONE, EMERAUDE] },
    extract: READ_OUT,
    hints: ['G3'],
    sources: [
      {
        ref: 'pages.md § 4.8 (elsewhere the general PAN: driving licences, car papers), S002 l.20-22',
        seen: '2025-05-29',
        sure: 'confirmed',
      },
      { ref: 'France services pages: addresses inferred', seen: '2026-11-22', sure: 'inferred' },
    ],
  },
];
