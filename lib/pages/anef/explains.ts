/** The ANEF's pages that explain and quote: the sentences of other pages appear there and mean nothing. */
import type { Condition } from '@/lib/domain/page';
import { TELLS } from '../shared';

/** Help, site map, legal notice, accessibility: by route, and by title for the day when the routes change. */
export const HELP: Condition = {
  any: [
    { route: /#\/(?:faq|plandusite|mentions-legales|aide-accessibilite)\b/ },
    { route: /#\/(?:[a-z-]{1,30}\/)?(?:aide|besoin-d-aide|foire-aux-questions|plan-du-site|accessibilite)\b/ },
    {
      title:
        /[|–-] ?(?:besoin d'aide|aide\b|foire aux questions|faq\b|plan du site|mentions légales|accessibilité|need help|help\b|frequently asked|site map|legal notice|accessibility)/,
    },
  ],
};

/** « Nous contacter »: it tells what to do when a page refuses. */
export const CONTACT_PLACE: Condition = {
  any: [{ route: /#\/(?:nous-)?contact(?:er)?\b/ }, { title: /[|–-] ?(?:nous contacter|contact us)\b/ }],
};

/** News tell of what happened to others. */
export const NEWS: Condition = { route: /#\/(?:[a-z-]{1,30}\/)?actualites?\b/ };

export const EXPLAINS: Condition = { any: [HELP, CONTACT_PLACE, NEWS, TELLS] };

export const HELP_ROW = {
  id: 'anef/help',
  outcome: 'info',
  label: 'Page d’aide ou d’information de l’ANEF',
  when: HELP,
  sources: [
    {
      ref: 'pages.md § 1 (routes of the footer and of « Besoin d’aide ? »)',
      seen: '2026-06-12',
      sure: 'confirmed-old',
    },
  ],
} as const;
