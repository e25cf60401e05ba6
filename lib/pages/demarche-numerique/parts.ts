/** Conditions and extractions that the files of this site share. Wordings: the site's own code, which is public. */
import type { Condition, Extraction, RowSource } from '@/lib/domain/page';
import { TELLS } from '../shared';

/** Help, news, legal and contact pages quote the others; `/procedures` and `/admin` are the agents' own screens. */
export const EXPLAINS: Condition = {
  any: [
    {
      route:
        /^\/(?:faq|aide|actualites|contact|contact-admin|accessibilite|declaration-accessibilite|mentions-legales|mentions|cgu|suivi|stats|statistiques|annonces|preremplir|carte|admin|administration|procedures|avis|manager|recherche|graphql)(?:\/|$)/,
    },
    TELLS,
  ],
};

/** A page of one dossier, whatever its tab. */
export const DOSSIER: Condition = { route: /^\/dossiers\/\d{5,9}(?:\/|$)/ };

export const NUMBER_IN_ROUTE: Extraction = {
  from: 'route',
  pattern: /^\/dossiers\/(\d{5,9})(?:\/|$)/,
  is: 'dn-number',
};

/** Numbers are printed with or without thin spaces (number_with_html_delimiter). */
export const NUMBERS: Extraction = {
  pattern: /(?:dossier n° ?|file no\. ?|\bn° ?)(\d{1,3}(?: ?\d{3}){1,2}|\d{5,9})(?!\d)/,
  every: true,
  is: 'dn-number',
};

/** « 30 septembre 2025 », « 1er octobre 2026 », « 30 September 2025 », « 30/09/2025 ». */
const DAY = String.raw`\d{1,2}(?:\/\d{2}\/|(?:er)? [a-zéèûôâ]{3,9} )\d{4}`;

export const FILED_ON: Extraction = {
  pattern: new RegExp(`(?:déposé le|submit on|submitted on|first submission on) (${DAY})`),
  is: 'date',
};
export const CLOSED_ON: Extraction = {
  pattern: new RegExp(`(?:close depuis(?: le)?|closed since) (${DAY})`),
  is: 'date',
};
export const MESSAGE_DATES: Extraction = {
  pattern: new RegExp(`^(?:le |on )?(${DAY})(?: (?:à |at )?\\d{1,2} ?[:h] ?\\d{2})?$`),
  every: true,
  is: 'date',
};
export const APPOINTMENT_ON: Extraction = {
  from: 'page',
  pattern: new RegExp(
    `(?:votre prochain rendez-vous|your next appointment)[ \\n](?:.{0,80}\\n)?.{0,60}?(${DAY}(?: (?:à|at) \\d{1,2} ?[:h] ?\\d{2})?)`,
  ),
  is: 'date',
};

/** The state on the badge, at the end of the dossier's header. */
export const STATE: Extraction = {
  pattern:
    /^(?:.{0,300} )?(brouillon|déposé|en construction|en instruction|accepté|refusé|classé sans suite)(?: (?:à corriger|en attente de réponse))?$/,
};
/** Number and state of each card of the list, « 20 000 042 · déposé ». */
export const CARDS: Extraction = {
  from: 'page',
  pattern:
    /(?:dossier n°|file no\.)[ \n]?(\d[\d ]{3,10}\d[ \n](?:brouillon|déposé|en construction|en instruction|accepté|refusé|classé sans suite|draft|submitted|in progress|processing|accepted|refused|no further action))(?= |\n|$)/,
  every: true,
};
/** What stands under « Motif du refus », « Motif de l'acceptation », « Motif du classement sans suite ». */
export const REASON: Extraction = {
  from: 'page',
  pattern: /(?:motif (?:du refus|de l'acceptation|du classement sans suite)) ?:?[ \n](.{3,300})/,
};

/** Title of a dossier's tab: « Suivi de votre dossier · Dossier 20000042 (libellé) · demarche.numerique.gouv.fr ». */
export const PROCEDURE_OF_DOSSIER: Extraction = {
  from: 'title',
  pattern: /(?:dossier|file) (?:[\d ]{5,12}|envoyé|submitted).{0,40}?\x28(.{3,250})\x29(?: |$)/,
};
/** Title of a page of the procedure: « libellé · demarche.numerique.gouv.fr ». */
export const PROCEDURE_IN_TITLE: Extraction = {
  from: 'title',
  pattern: /^(.{3,250}?) · (?:demarche\.numerique\.gouv|demarches-simplifiees)\.fr$/,
};
export const PROCEDURE_IN_ROUTE: Extraction = {
  from: 'route',
  pattern: /^\/(?:commencer|fermeture)\/(?:test\/)?([^/]{2,200})/,
};

const READ = '2026-11-22';

export function fromGuide(what: string): RowSource {
  return { ref: `pages.md § 4.4 « ${what} »`, seen: '2026-11-21', sure: 'confirmed' };
}

/** @param file file of the public repository demarche-numerique/demarche.numerique.gouv.fr, and its commit */
export function fromCode(file: string): RowSource {
  return { ref: `demarche-numerique/demarche.numerique.gouv.fr ${file}`, seen: READ, sure: 'confirmed' };
}

export function inferred(why: string): RowSource {
  return { ref: why, seen: READ, sure: 'inferred' };
}
