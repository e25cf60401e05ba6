/** Conditions and words that several sites share: error pages of servers, and « the service is down » as sites write it. */
import type { Condition, PageRow } from '@/lib/domain/page';

/** For the rows whose French words were seen, and whose other languages were not. */
export const OTHER_LANGUAGES = {
  ref: 'the same in English or Chinese: ours, not seen',
  seen: '2026-11-22',
  sure: 'inferred',
} as const satisfies PageRow['sources'][number];

/** HTTP statuses that say « not now »: server errors, refusals of a protection, too many requests. */
export const DOWN_STATUS: Condition = { any: [{ status: [500, 599] }, { status: [403, 403] }, { status: [429, 429] }] };

/** The other 4xx: a request that the server does not take, a login asked by the server itself, a page that is not there. */
export const CLIENT_ERROR_STATUS: Condition = {
  any: [{ status: [400, 402] }, { status: [404, 428] }, { status: [430, 499] }],
};

/**
 * Stock pages of servers and proxies (nginx, HAProxy, Apache), for when the browser does not give the status.
 * Anchored at both ends: an article that speaks of an error 503 is not one.
 */
const SERVER_ERROR_LINE =
  /^(?:(?:erreur|error|http|http error)? ?(?:403|429|500|502|503|504)(?: ?[-:–|.] ?| )?)?(?:forbidden|too many requests|internal server error|bad gateway|proxy error|service (?:temporarily )?unavailable|gateway time-?out)[ .!]{0,3}$/;

/** The same line with its number: sure enough to count wherever it stands, once a redesign has taken its heading away. */
const SERVER_ERROR_CODE_LINE =
  /^(?:erreur|error|http|http error)? ?(?:403|429|500|502|503|504) ?[-:–|.]? ?(?:forbidden|too many requests|internal server error|bad gateway|proxy error|service (?:temporarily )?unavailable|gateway time-?out)[ .!]{0,3}$/;

/** HAProxy's, Apache's, Envoy's and Varnish's own sentences, as their sources have them. */
const SERVER_ERROR_SENTENCE =
  /^(?:no server is available to handle this request|the server returned an invalid or incomplete response|the server didn't respond in time|request forbidden by administrative rules|you have sent too many requests in a given amount of time|the server is temporarily unable to service your request|the server encountered an internal error or misconfiguration|the proxy server received an invalid response from an upstream server|the gateway did not receive a timely response|you don't have permission to access (?:this resource|\/)|no healthy upstream$|upstream connect error or disconnect|error 503 backend fetch failed)/;

export const SERVER_ERROR_PAGE: Condition = {
  any: [
    { heading: SERVER_ERROR_LINE },
    { title: SERVER_ERROR_LINE },
    { text: SERVER_ERROR_CODE_LINE },
    { text: SERVER_ERROR_SENTENCE },
  ],
};

/**
 * A page that tells: help, questions, news, legal notices. Told by its address or by its title, it quotes the sentences of other
 * pages, and they mean nothing there. None of the login hosts' own flow has such an address.
 */
export const TELLS: Condition = {
  any: [
    {
      route:
        /\/(?:aide|faq|help|foire-aux-questions|questions-frequentes|besoin-d-aide|actualites?|news|annonces|nouveautes|publications|blog|articles?|recherche|mentions-legales|accessibilite|plan-du-site|plandusite)(?:[/.]|$)/,
    },
    {
      title:
        /(?:^|[|·–-] ?)(?:aide\b|besoin d'aide|centre d'aide|faq\b|foire aux questions|questions fréquentes|actualités?\b|nouveautés\b|mentions légales|plan du site|need help|help\b|frequently asked|news\b|release notes|what's new)|(?:^|[-|–] ?)recherche\b/,
    },
  ],
};

/** The same rows, silent on a page that tells. */
export function unlessItTells(rows: readonly PageRow[]): readonly PageRow[] {
  return rows.map((row) => ({ ...row, when: { all: [row.when], none: [TELLS] } }));
}

/** Stock 4xx pages of the same servers, and « Erreur 404 » as French sites print it. */
const CLIENT_ERROR_LINE =
  /^(?:(?:erreur|error|http|http error)? ?(?:400|401|404|405|406|408|410|413|414|422|431) ?[-:–|.]? ?(?:bad request|unauthorized|authorization required|(?:page )?not found|method not allowed|not acceptable|gone|request time-?out|request timeout|(?:request entity|payload|uri|request-uri) too (?:large|long)|unprocessable (?:entity|content)|request header fields too large|page (?:non trouvée|introuvable)|requête (?:incorrecte|invalide))|(?:erreur|error) (?:400|401|404|405|406|408|410|413|414|422|431))[ .!]{0,3}$/;

const CLIENT_ERROR_SENTENCE =
  /^(?:your browser sent (?:an invalid request|a request that this server could not understand)|the requested url (?:\S{1,200} )?was not found on this server|the requested resource (?:\S{1,200} )?is no longer available on this server|your browser didn't send a complete request in time|this server could not verify that you are authorized|the requested method \S{1,20} is not allowed)/;

export const CLIENT_ERROR_PAGE: Condition = {
  any: [{ text: CLIENT_ERROR_LINE }, { title: CLIENT_ERROR_LINE }, { text: CLIENT_ERROR_SENTENCE }],
};

/**
 * An announcement (« sera indisponible mardi »), a question and an incident that is over are not the thing, nor is a part of the site
 * or another service (« le paiement est momentanément indisponible »): the negative look-aheads keep them out.
 */
const UNAVAILABLE =
  /^(?!.{0,300}\b(?:sera|seront|prevue?s?|programmee?s?|will be|scheduled|rétablie?s?|résolue?s?|terminée?s?)\b)(?!.{0,300}\?)(?!.{0,300}\b(?:carte grise|immatriculation|permis de conduire|timbres?|paiement|passeports?|messagerie|chat|payment|stamps?)\b)(?:.{0,200}(?:\b(?:site|portail|(?:télé)?service|application|plateforme|page|portal)s?\b.{0,40}(?:en (?:cours de )?maintenance|(?:momentanément|temporairement|actuellement) (?:indisponible|inaccessible)|(?:est|sont) (?:indisponible|inaccessible)|hors service|(?:under|down for) maintenance|(?:temporarily|currently) unavailable)|service indisponible|erreur 503|service unavailable)|(?:momentanément|temporairement|actuellement) (?:indisponible|inaccessible)\b|(?:currently |temporarily )?(?:under|down for) maintenance\b|temporarily unavailable\b)/;

/** The site says that it is down, in a heading, its title or an alert: never in the body, where it gave false positives (pages.md § 3.2). */
export const MAINTENANCE: Condition = {
  any: [
    { heading: UNAVAILABLE },
    { title: UNAVAILABLE },
    // Nothing else than maintenance, but the site's own name: « Maintenance du système d'immatriculation » is news.
    { title: /^(?:.{0,80}[-|–] ?)?(?:en )?maintenance(?: en cours)?[ .!…]{0,3}(?:[-|–].{0,80})?$/ },
    { alert: UNAVAILABLE },
  ],
};

/**
 * The same said by a paragraph alone: one short sentence, in the present, whose subject is the whole site. For pages whose headings a
 * redesign made plain blocks; to be used only beside a guard against pages that work.
 */
export const MAINTENANCE_SENTENCE: Condition = {
  text: /^(?:(?:le|ce|notre|votre) (?:site|portail|service|téléservice)|la plateforme|l'application|the (?:site|service|portal)|this (?:site|service)|our (?:site|service))(?: (?:internet|web|en ligne|anef))?,? (?:(?:est|reste|is)(?: (?:actuellement|momentanément|temporairement|currently|temporarily))? (?:en (?:cours de )?maintenance|indisponible|inaccessible|hors service|(?:under|down for) maintenance|unavailable))(?: pour (?:cause de )?maintenance| (?:for|due to) maintenance)?(?:[ .!…]{0,3}|[.!…] ?(?:veu?illez|merci de|nous vous|please) .{3,140})$|^(?:site|portail|service|plateforme) (?:actuellement |momentanément |temporairement )?(?:en (?:cours de )?maintenance|indisponible|inaccessible)[ .!…]{0,3}$/,
};
