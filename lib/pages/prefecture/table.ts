/** The prefectures' own sites (www.<département>.gouv.fr and the exceptions of lib/prefectures/table.ts). */
import type { SiteTable } from '@/lib/domain/page';
import { PREFECTURE_HOSTS } from '../../prefectures/matches';
import { DOWN_STATUS, SERVER_ERROR_PAGE } from '../shared';

const PREFECTURE_NAME = {
  pattern: /^(les services de l'[ée]tat .{2,60}|pr[ée]f(?:ète|ete|et|ecture) (?:de la |de l'|des |du |de |d').{2,60})$/,
} as const;

export const PREFECTURE: SiteTable = {
  site: 'prefecture',
  label: 'Site d’une préfecture',
  hosts: PREFECTURE_HOSTS,
  rows: [
    {
      id: 'prefecture/http-error',
      outcome: 'down',
      label: 'Site de la préfecture : erreur du serveur',
      when: { any: [DOWN_STATUS, SERVER_ERROR_PAGE] },
      hints: ['E1'],
      sources: [
        {
          ref: 'pages.md § 4.2 « Overload », § 4.1 (sites that cut fast readers)',
          seen: '2023-12-31',
          sure: 'inferred',
        },
      ],
    },
    {
      id: 'prefecture/booking-no-slot',
      outcome: 'blocked',
      label: 'Ancien module de rendez-vous : plus de plage horaire',
      when: { route: /\/booking\/create\//, text: /plus de plage horaire libre/ },
      extract: { procedureId: { from: 'route', pattern: /\/booking\/create\/(\d{1,6})/ } },
      hints: ['E1', 'E2'],
      sources: [{ ref: 'pages.md § 4.2 « No slot »', seen: '2023-12-31', sure: 'confirmed' }],
    },
    {
      id: 'prefecture/pan',
      outcome: 'info',
      label: 'Point d’accueil numérique (PAN)',
      when: {
        any: [
          { heading: /points?[- ]d'(?:accueil|accès)[- ]numérique|point[- ]numérique[- ]e[- ]?meraude|\be-?meraude\b/ },
          { title: /points?[- ]d'(?:accueil|accès)[- ]numérique|point[- ]numérique[- ]e[- ]?meraude|\be-?meraude\b/ },
          { route: /\/[^/]{0,60}(?:points?-d-?(?:accueil|acces)-numerique|e-?meraude)/ },
        ],
      },
      extract: {
        email: { pattern: /\b([a-z0-9._-]{2,64}@[a-z0-9.-]{2,60}\.gouv\.fr)\b/ },
        phone: { pattern: /\b(0\d(?:[ .]?\d{2}){4})\b/ },
      },
      hints: ['G3'],
      proofOf: 'PAN',
      sources: [{ ref: 'pages.md § 4.8 (names vary), § 4.7 (paths)', seen: '2026-03-01', sure: 'confirmed' }],
    },
    {
      id: 'prefecture/foreigners-page',
      outcome: 'info',
      label: 'Préfecture : démarches des étrangers',
      when: {
        any: [
          // The path alone is a hint: the page must speak of it too.
          {
            route: /\/[^/]{0,80}(?:etrangers?\b|titres?-de-sejour|droit-au-sejour|ressortissants?-etrangers)/,
            text: /étrangers?\b|titres? de séjour|récépissé|\banef\b/,
          },
          { heading: /\bétrangers?\b|titres? de séjour|admission exceptionnelle au séjour/ },
          { title: /\bétrangers?\b|titres? de séjour/ },
          { route: /rendez-vous/, text: /titres? de séjour|accueil des étrangers/ },
        ],
        none: [{ route: /^\/(?:index\.php\/?)?$/ }, { route: /\/(?:actualites?|publications?)\// }],
      },
      extract: {
        prefecture: PREFECTURE_NAME,
        email: { pattern: /\b([a-z0-9._-]{2,64}@[a-z0-9.-]{2,60}\.gouv\.fr)\b/ },
        channel: { pattern: /(vous pouvez saisir le centre de contact citoyen.{0,200})/ },
      },
      hints: ['F4', 'G1'],
      sources: [{ ref: 'pages.md § 4.7 (path hints, page of the 93)', seen: '2026-08-31', sure: 'confirmed' }],
    },
    {
      id: 'prefecture/home',
      outcome: 'info',
      label: 'Accueil du site de la préfecture',
      when: { route: /^\/(?:index\.php\/?|accueil\/?)?$/ },
      extract: { prefecture: PREFECTURE_NAME },
      sources: [{ ref: 'pages.md § 4.7 (text markers)', seen: '2026-08-31', sure: 'confirmed' }],
    },
  ],
};
