/** The few texts of the background (the button, the note, the stamp, the names of pages): the screens' hundred kilobytes stay out of a worker that starts many times a day. */
import { flow as flowEn } from './en/flow';
import { stamp as stampEn } from './en/stamp';
import { tables as tablesEn } from './en/tables';
import { flow } from './fr/flow';
import { stamp } from './fr/stamp';
import { tables } from './fr/tables';
import { type TextValues, translatorsOf } from './translate';

const FR = { ...flow, ...stamp, ...tables } as const;

export type BackgroundKey = keyof typeof FR;
export type BackgroundTranslate = (key: BackgroundKey, values?: TextValues) => string;

/** The translator of one language, for the background and what it injects. */
export const backgroundTranslator = translatorsOf<BackgroundKey>({
  fr: FR,
  en: { ...flowEn, ...stampEn, ...tablesEn },
});
