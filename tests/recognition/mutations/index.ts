/** Every mutation of the redesign drill, by name, with what it stands for. */
import type { Random } from '../random';
import { banners, modals, notices, upperCase } from './additions';
import { otherDesign } from './designs';
import { framed, neutralTags, renamed, shadowRoots, shuffled, slots } from './structure';
import {
  chinese,
  curlyApostrophes,
  english,
  frenchSpaces,
  hyphenated,
  oddSpaces,
  splitSpans,
  straightApostrophes,
  veillez,
} from './texts';

export interface Mutation {
  /** What happens to the page, as printed in the table. */
  readonly says: string;
  readonly apply: (document: Document, random: Random) => void;
  /** CSS pixels of the window; 1,280 when absent. */
  readonly width?: number;
}

export const MUTATIONS = {
  renamed: { says: 'all classes and ids renamed', apply: renamed },
  'neutral-tags': { says: 'tags swapped for div and span, roles removed', apply: neutralTags },
  rebuilt: {
    says: 'renamed, neutral tags, split spans and shuffled at once',
    apply: (document, random) => {
      renamed(document, random);
      neutralTags(document);
      shuffled(document, random);
      splitSpans(document, random);
    },
  },
  'other-design': { says: 'PrimeNG ↔ DSFR markup', apply: otherDesign },
  'shadow-roots': { says: 'nested open shadow roots', apply: shadowRoots },
  slots: { says: 'every part handed to a component through a slot', apply: slots },
  framed: { says: 'the whole in a same-origin frame', apply: framed },
  shuffled: { says: 'order of siblings changed', apply: shuffled },
  banners: { says: 'cookie bar, survey, chat', apply: banners },
  notices: { says: 'announcements in alert places', apply: notices },
  modals: { says: 'two dialogs over the page', apply: modals },
  'upper-case': { says: 'everything upper-cased by CSS', apply: upperCase },
  'curly-apostrophes': { says: "' becomes ’", apply: curlyApostrophes },
  'straight-apostrophes': { says: "’ becomes '", apply: straightApostrophes },
  'french-spaces': { says: 'no-break spaces before : ; ! ? and in « »', apply: frenchSpaces },
  'odd-spaces': { says: 'no-break and thin spaces, line ends in sentences', apply: oddSpaces },
  veillez: { says: 'Veillez ↔ Veuillez', apply: veillez },
  'split-spans': { says: 'each sentence over several spans', apply: splitSpans },
  hyphenated: { says: 'soft hyphens and zero-width spaces in words', apply: hyphenated },
  mobile: { says: 'a window of 390 pixels', apply: () => undefined, width: 390 },
  english: { says: 'interface in English, lang=fr', apply: english },
  chinese: { says: 'interface in Chinese, lang=fr', apply: chinese },
} as const satisfies Record<string, Mutation>;

export type MutationName = keyof typeof MUTATIONS;
export const MUTATION_NAMES = Object.keys(MUTATIONS) as MutationName[];
