/** The languages of the product, and how one table a language becomes its translators. */
import { formatter, type TextValues } from './format';

export type { TextValues } from './format';

export type Locale = 'fr' | 'en';
export const LOCALES: readonly Locale[] = ['fr', 'en'];

/** Makes the translators of a set of tables; each is made once, when its language is first asked for. */
export function translatorsOf<K extends string>(
  tables: Record<Locale, Readonly<Record<K, string>>>,
): (locale: Locale) => (key: K, values?: TextValues) => string {
  const made = new Map<Locale, (key: K, values?: TextValues) => string>();
  return (locale) => {
    const known = made.get(locale) ?? formatter(locale, tables[locale]);
    made.set(locale, known);
    return known;
  };
}

/** Right-to-left languages come later; the direction is asked here from the first line. */
export function direction(_locale: Locale): 'ltr' | 'rtl' {
  return 'ltr';
}
