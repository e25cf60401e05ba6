/** The texts of the product: French is the source, every language has every key, chosen in the extension. */
import { IntlMessageFormat } from 'intl-messageformat';
import { EN } from './en';
import { FR } from './fr';

export type TextKey = keyof typeof FR;
export type Locale = 'fr' | 'en';
export const LOCALES: readonly Locale[] = ['fr', 'en'];
export type TextValues = Record<string, string | number | Date>;
/** Gives the text of a key, in ICU MessageFormat, with its values. */
export type Translate = (key: TextKey, values?: TextValues) => string;

const TABLES: Record<Locale, Readonly<Record<TextKey, string>>> = { fr: FR, en: EN };
const formats = new Map<string, IntlMessageFormat>();

/** The translator of one language. A value is never read as markup: `ignoreTag` keeps « < » as it is. */
export function translator(locale: Locale): Translate {
  return (key, values) => {
    const name = `${locale}:${key}`;
    let format = formats.get(name);
    if (!format) {
      format = new IntlMessageFormat(TABLES[locale][key], locale, undefined, { ignoreTag: true });
      formats.set(name, format);
    }
    return String(format.format(values));
  };
}

/** Right-to-left languages come later; the direction is asked here from the first line. */
export function direction(_locale: Locale): 'ltr' | 'rtl' {
  return 'ltr';
}
