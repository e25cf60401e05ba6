/** What the rows of the prefectures' sites share: when a page is about foreigners' right to stay, and when it is only news. */
import type { Condition, Extraction } from '@/lib/domain/page';

/** Folders of news, press and publications, and of what is not a procedure, on any of these sites. */
const NEWS_FOLDER =
  /\/(?:[^/]{0,30}[-_])?(?:actualites?|actus?|presse|communiques?(?:-de-presse)?|publications?|agenda|evenements?|recueils?|raa|discours|appels?-a-projets?|marches-publics|enquetes-publiques|statistiques?|actions-de-l-etat|politiques-publiques|recrutement|offres-d-emploi|plan-du-site|mentions-legales|accessibilite)(?:[-_][^/]{0,80})?(?:\/|$)/;

/** News, press releases, searches: they speak of everything and are nobody's procedure. */
export const NEWS: Condition = {
  any: [
    { route: NEWS_FOLDER },
    { route: /\/(?:(?:content|contenu)\/(?:search|advancedsearch|recherche)|recherche|search)(?:\/|$)/ },
    { text: /^(?:communiqué|dossier|point) de presse(?: du \d| n°| ?[-–:]|$)|^résultats? de (?:la|votre) recherche/ },
    { title: /^(?:communiqué|dossier) de presse|^recherche\b|^actualités?\b/ },
  ],
};

/** Other services that see foreigners too: driving licences, vehicles, hunting, weapons, associations, tourist tax. */
const OTHER_SERVICE =
  /permis-(?:de-)?conduire|permis-(?:etrangers?|de-chasse|de-construire)|echange-de-permis|vehicules?|immatriculation|carte-grise|\/armes|chasse|associations?-|elections?|taxe-de-sejour|funeraire|investisseurs|pompes|tourisme/;

export const NOT_A_STAY: Condition = { any: [NEWS, { route: OTHER_SERVICE }] };

export const GONE: Condition = {
  any: [
    { status: [400, 599] },
    {
      text: /^(?:erreur 404|page (?:non trouvée|introuvable|inexistante)|(?:désolé, ?)?(?:la|cette) page .{0,60}(?:n'existe (?:pas|plus)|est introuvable|n'a pas été trouvée))/,
    },
    { title: /^(?:erreur 404|page (?:non trouvée|introuvable))/ },
  ],
};

/** The folder of the foreigners' service, as the sites name it. */
const FOLDER =
  /\/[^/]{0,100}(?:\betrangers?\b|\betrangeres?\b|titres?-de-sejour|cartes?-de-sejour|carte-de-resident|droits?-au-sejour|droit-du-sejour|droit-de-sejour|admission-exceptionnelle|\banef\b|\bimmigration\b|naturalisation|regroupement-familial|e-?meraude|recepisses?-de)/;
const NAMED =
  /\bétrangers?\b|(?:titres?|cartes?) de séjour|carte de résident|droit au séjour|admission exceptionnelle au séjour|\banef\b|regroupement familial/;

/** The page stands in the foreigners' folder, or its title says so. */
export const FOREIGNERS: Condition = {
  any: [{ route: FOLDER }, { title: NAMED }],
  none: [NOT_A_STAY, GONE],
};

/** A sentence, not a menu entry, that speaks of foreigners: for pages that serve everybody. */
export const SPEAKS_OF_STAY: Condition = {
  text: /^(?=.{45}).{0,600}(?:\banef\b|(?:titres?|cartes?) de séjour|ressortissants? (?:d'[ée]tats? tiers|étrangers?)|(?:usagers?|personnes|public) étrang(?:ers?|ères)|étrangers? en france)/,
};

/** The whole line by which the site names itself. */
export const NAME =
  /^(les services de l'[ée]tat .{2,60}|pr[ée]f(?:ète|ete|et|ecture) (?:de la |de l'|des |du |de |d').{2,60}|haut-commissariat de la république .{2,60}|administration supérieure des îles .{2,60}|préfecture déléguée .{2,80})$/;

export const PREFECTURE_NAME: Extraction = { pattern: NAME };

export const EMAILS: Extraction = {
  pattern: /\b([a-z0-9][a-z0-9._+-]{1,63}@[a-z0-9-][a-z0-9.-]{1,60}\.[a-z]{2,24})\b/,
  every: true,
  is: 'email',
};

export const PHONES: Extraction = {
  pattern: /(?:^|[^\d.])(0(?:[ .]?\d){9})(?!\d)/,
  every: true,
  is: 'phone',
};
