/** The prefectures' own sites (www.<département>.gouv.fr and the exceptions of lib/prefectures/table.ts). */
import type { SiteTable } from '@/lib/domain/page';
import { PREFECTURE_HOSTS } from '../../prefectures/matches';
import { DOWN_STATUS, SERVER_ERROR_PAGE } from '../shared';
import { BOOKING_ROWS } from './booking';
import { CHANNEL_ROWS, CONTACT_ROWS, NO_APPOINTMENT_ROWS } from './foreigners';
import { GONE, NAME, NEWS, PREFECTURE_NAME } from './guards';
import { PAN_ROWS } from './pan';

/** The site speaking of itself: « le téléservice carte grise est indisponible » is another's. */
const SITE_DOWN =
  /^(?:le|ce|notre|votre) site (?:internet |web )?(?:de la préfecture |des services de l'[ée]tat (?:.{2,40} )?)?(?:est )?(?:actuellement |temporairement |momentanément )?(?:en (?:cours de )?maintenance|indisponible|inaccessible|hors service)(?! (?:le|du|de|samedi|dimanche|lundi|mardi|mercredi|jeudi|vendredi) )/;

export const PREFECTURE: SiteTable = {
  site: 'prefecture',
  label: 'Site d’une préfecture',
  hosts: PREFECTURE_HOSTS,
  rows: [
    ...BOOKING_ROWS,
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
      id: 'prefecture/maintenance',
      outcome: 'down',
      label: 'Site de la préfecture : en maintenance ou indisponible',
      when: {
        any: [
          { text: SITE_DOWN },
          { title: SITE_DOWN },
          {
            title:
              /^(?:site )?(?:en (?:cours de )?maintenance|maintenance(?: du site)?(?: en cours)?)(?: ?[-|–] .{0,80})?$/,
          },
        ],
        none: [NEWS],
      },
      hints: ['E1'],
      sources: [{ ref: 'pages.md § 3.2 (strings), § 4.2 « Le site est… »', seen: '2023-12-31', sure: 'inferred' }],
    },
    ...NO_APPOINTMENT_ROWS,
    ...PAN_ROWS,
    ...CHANNEL_ROWS,
    ...CONTACT_ROWS,
    {
      id: 'prefecture/home',
      outcome: 'info',
      label: 'Accueil du site de la préfecture',
      when: {
        route: /^\/(?:index\.php\/?|accueil\/?)?$/,
        any: [
          { title: /services de l'[ée]tat|préfecture|haut-commissariat de la république|administration supérieure/ },
          { text: NAME },
        ],
        none: [GONE],
      },
      extract: { prefecture: PREFECTURE_NAME },
      sources: [{ ref: 'pages.md § 4.7 (text markers)', seen: '2026-08-31', sure: 'confirmed' }],
    },
  ],
};
