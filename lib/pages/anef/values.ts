/** What is read out of several ANEF pages: the request's number, days, the choices offered. Always quoted, typed, never concluded. */
import type { Extraction } from '@/lib/domain/page';

/** A day as these pages write it: « 13/02/2026 », « 1er mars 2026 », « 13 March 2026 ». */
const DAY = String.raw`\d{1,2}[/.]\d{1,2}[/.]\d{4}|\d{1,2}(?:er|st|nd|rd|th)? [a-zéèûôà]{3,9} \d{4}`;

/** The day printed after some words (a pattern's source, without a capture group). */
export function dayAfter(words: string): Extraction & { readonly pattern: RegExp } {
  return {
    pattern: new RegExp(
      `(?<![a-zà-ÿ])(?:${words}) ?:? ?(?:le )?(?:lundi |mardi |mercredi |jeudi |vendredi |samedi |dimanche )?(${DAY})`,
    ),
    is: 'date',
  };
}

/** « Étape 4 sur 6 », as the page prints it. */
export const STEP_SHOWN = {
  pattern: /(?<![a-zà-ÿ])((?:[ée]tape|step) \d{1,2} ?(?:sur|of|\/) ?\d{1,2})\b/,
} as const satisfies Extraction;

/** As `dayAfter`, all the different days. */
export function daysAfter(words: string): Extraction {
  return { ...dayAfter(words), every: true };
}

/** « n° de demande »: 19 digits with the day of creation inside, in one run or in groups (pages.md § 5). */
export const DOSSIER = {
  pattern: /(?<!\d)(\d{4}[ .-]?20\d{2}[ .-]?(?:0[1-9]|1[0-2])[ .-]?(?:0[1-9]|[12]\d|3[01])[ .-]?\d{7})(?!\d)/,
  is: 'anef-number',
} as const satisfies Extraction;

/** Radios and checkboxes, as a person may or may not choose them (pages.md § 0.12). */
export const GROUNDS = {
  groundsEnabled: { from: 'choices-enabled' },
  groundsDisabled: { from: 'choices-disabled' },
} as const satisfies Readonly<Record<string, Extraction>>;

/** The permit that the portal believes the person holds (S003 l.1103-1120). */
export const HELD_TITLE = {
  heldAs: { pattern: /titulaire d'un titre de séjour en tant que «? ?([^»".]{2,120}?) ?[»".]/ },
  heldMention: { pattern: /ce titre porte la mention «? ?([^»"]{2,250}?) ?[»"]/ },
  expiresOn: dayAfter(
    "(?:expire|expirera|expiré|expiration|valable jusqu'au|valide jusqu'au|fin de validité)(?: de votre titre)?(?: depuis)?",
  ),
} as const satisfies Readonly<Record<string, Extraction>>;
