/** The texts of the product: French is the source, every language has every key, chosen in the extension. */
import { EN } from './en';
import { FR } from './fr';
import { type TextValues, translatorsOf } from './translate';

export { direction, LOCALES, type Locale, type TextValues } from './translate';

export type TextKey = keyof typeof FR;
/** Gives the text of a key, in ICU MessageFormat, with its values. */
export type Translate = (key: TextKey, values?: TextValues) => string;

/** The translator of one language. */
export const translator = translatorsOf<TextKey>({ fr: FR, en: EN });
