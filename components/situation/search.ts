/** Finding a blockage with the person's own words: accents, capitals and word order do not matter. */
import { foldText } from '@/lib/domain/normalise';

/** Those whose words hold each word typed, in their order. Nothing typed: all of them. */
export function matching<T>(all: readonly T[], query: string, words: (one: T) => readonly string[]): readonly T[] {
  const wanted = foldText(query).toLowerCase().split(' ').filter(Boolean);
  return all.filter((one) => {
    const text = foldText(words(one).join(' ')).toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}
