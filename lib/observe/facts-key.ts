/** A short name for what a page shows, so that the same facts are told once. */
import type { PageFacts } from '@/lib/domain/page';
import { shortKey } from '@/lib/domain/short-key';

/** The same facts give the same key, other facts another, but for chance. A page gains nothing by a collision. */
export function factsKey(facts: PageFacts): string {
  return shortKey(JSON.stringify(facts));
}
