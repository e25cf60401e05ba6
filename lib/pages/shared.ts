/** Conditions and words that several sites share: error pages of servers, and « the service is down » as sites write it. */
import type { Condition } from '@/lib/domain/page';

/** HTTP statuses that say « not now »: server errors, refusals of a protection, too many requests. */
export const DOWN_STATUS: Condition = { any: [{ status: [500, 599] }, { status: [403, 403] }, { status: [429, 429] }] };

/**
 * Stock pages of servers and proxies (nginx, HAProxy, Apache), for when the browser does not give the status.
 * Anchored at both ends: an article that speaks of an error 503 is not one.
 */
const SERVER_ERROR_LINE =
  /^(?:(?:erreur|error|http|http error)? ?(?:403|429|500|502|503|504)(?: ?[-:–] ?| )?)?(?:forbidden|too many requests|internal server error|bad gateway|service (?:temporarily )?unavailable|gateway time-?out)[ .!]{0,3}$/;

export const SERVER_ERROR_PAGE: Condition = {
  any: [
    { heading: SERVER_ERROR_LINE },
    { title: SERVER_ERROR_LINE },
    {
      text: /^(?:no server is available to handle this request|the server returned an invalid or incomplete response)/,
    },
  ],
};

/** An announcement (« sera indisponible mardi ») is not the thing: the negative look-ahead keeps it out. */
const UNAVAILABLE =
  /^(?!.{0,300}\b(?:sera|seront|prevue?s?|programmee?s?|will be|scheduled)\b).{0,200}(?:(?:site|portail|service|application|plateforme|page).{0,40}(?:en (?:cours de )?maintenance|(?:momentanément|temporairement|actuellement) (?:indisponible|inaccessible)|est (?:indisponible|inaccessible)|hors service)|service indisponible|momentanément indisponible|temporairement indisponible|erreur 503|service unavailable|(?:under|down for) maintenance|temporarily unavailable)/;

/** The site says that it is down, in a heading, its title or an alert: never in the body, where it gave false positives (pages.md § 3.2). */
export const MAINTENANCE: Condition = {
  any: [
    { heading: UNAVAILABLE },
    { title: UNAVAILABLE },
    { title: /^(?:.{0,80}[-|–] ?)?maintenance\b/ },
    { alert: UNAVAILABLE },
  ],
};
