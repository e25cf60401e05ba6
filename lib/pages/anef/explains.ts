/** The ANEF's pages that explain and quote: the sentences of other pages appear there and mean nothing. */
import type { Condition } from '@/lib/domain/page';

export const EXPLAINS: Condition = { route: /#\/(?:faq|contact|plandusite|mentions-legales|aide-accessibilite)\b/ };
