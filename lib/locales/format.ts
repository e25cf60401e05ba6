/** Texts of one table in one language, in ICU MessageFormat: for the whole product, or for the few texts of an export's page. */
import { IntlMessageFormat } from 'intl-messageformat';

export type TextValues = Record<string, string | number | Date>;

/** A guillemet keeps its word: without a no-break space a line may begin with « » » or end with « « ». */
const held = (pattern: string): string => pattern.replaceAll('« ', '«\u00a0').replaceAll(' »', '\u00a0»');

/** Gives the texts of a table. A value is never read as markup: `ignoreTag` keeps « < » as it is. */
export function formatter<K extends string>(
  locale: string,
  table: Readonly<Record<K, string>>,
): (key: K, values?: TextValues) => string {
  const formats = new Map<K, IntlMessageFormat>();
  return (key, values) => {
    let format = formats.get(key);
    if (!format) {
      const pattern = locale === 'fr' ? held(table[key]) : table[key];
      format = new IntlMessageFormat(pattern, locale, undefined, { ignoreTag: true });
      formats.set(key, format);
    }
    return String(format.format(values));
  };
}
