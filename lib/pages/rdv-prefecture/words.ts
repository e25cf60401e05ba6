/** Words of the national appointment module, and what is read out of its pages (field guide § 4.1; the site's own script). */
import type { Condition, Extraction } from '@/lib/domain/page';

/** Every page of the module lives there: the same sentence elsewhere is another system's, and in its help it is quoted. */
export const MODULE: Condition = { route: /^\/rdvpref\b(?!\/(?:aide|faq|mentions|accessibilite|actualites)\b)/ };

export const START_ROUTE = /^\/rdvpref\/reservation\/demarche\/\d{3,6}\/?$/;
export const CGU_ROUTE = /\/demarche\/\d{3,6}\/(?:cgu|_validerCaptcha)\b/;

/** A slot can be chosen, or one exists another week: then « aucun créneau » speaks of a day or a week only (pages.md § 0.10). */
export const SLOTS: Condition = {
  any: [
    { field: /^trhId$/ },
    { choice: /^(?:[01]?\d|2[0-3]) ?[h:] ?[0-5]\d\b/ },
    { text: /^(?:prochaine disponibilité|next availability)\b/ },
  ],
};

/** « Étape 4 sur 6 », as the stepper prints it in the three languages of the State's sites. */
export const AT_STEP = {
  3: /^(?:étape 3 sur \d|step 3 of \d|第 ?3 ?步)/,
  4: /^(?:étape 4 sur \d|step 4 of \d|第 ?4 ?步)/,
  5: /^(?:étape 5 sur \d|step 5 of \d|第 ?5 ?步)/,
  any: /^(?:étape \d sur \d|step \d of \d|第 ?\d ?步)/,
} as const;

/** The page says that something is wrong: then its address alone does not tell what it is. Announcements (« sera ») are none. */
export const TROUBLE: Condition = {
  any: [
    {
      text: /^(?:une )?erreur\b|^[^.]{0,80} (?:n'est|ne sont) (?:pas|plus) (?:disponible|ouverte?|accessible|active)|^[^.]{0,80} (?:est|sont) (?:actuellement |momentanément |temporairement )?(?:indisponible|inaccessible|introuvable|fermée?|suspendue?|expirée?)|^[^.]{0,40} a expiré\b|^(?:an? )?error\b|^[^.]{0,60} (?:is|are) (?:currently |temporarily )?(?:unavailable|closed)\b/,
    },
  ],
};

const SEPARATOR_OR_START = '(?:^|[-–|·:] ?)';

/** A day and an hour as French pages print them: « 27/03/2026 à 10:00 », « 27 mars 2026 à 10h00 ». */
const DAY_AND_HOUR =
  '(?:\\d{1,2}\\/\\d{1,2}\\/\\d{4}|\\d{1,2}(?:er)? (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre) \\d{4}),? (?:à|de|at|-|–) ?\\d{1,2} ?[h:] ?(?:\\d{2})?';

export const EXTRACT = {
  procedureId: { from: 'route', pattern: /\/reservation\/demarche\/(\d{3,6})\b/, is: 'integer' },
  prefecture: {
    pattern: new RegExp(`${SEPARATOR_OR_START}((?:sous-)?préfecture (?:de la |de l'|des |du |de |d')[^.;:?!]{2,60})$`),
  },
  procedure: {
    pattern:
      /^(?:\d{1,2} ?[-–] ?)?((?:première demande|renouvellement|demande|dépôt|retrait|remise|duplicata|changement|accueil|titres?|cartes?|récépissés?|naturalisation|admission|échange|étrangers?|regroupement|documents?|visas?)\b[^?!]{3,150})$/,
  },
} as const satisfies Readonly<Record<string, Extraction>>;

export const APPOINTMENT = {
  appointmentOn: { pattern: new RegExp(`(${DAY_AND_HOUR})`), is: 'date-time' },
  reference: {
    pattern:
      /(?:numéro|n°|code|référence)(?: (?:de|du|de votre|de la))? ?(?:rendez-vous|réservation|confirmation|suivi)? ?(?:est )?:? ?((?=[A-Z-]{0,12}\d)[A-Z0-9][A-Z0-9-]{4,24})\b/,
  },
} as const satisfies Readonly<Record<string, Extraction>>;
