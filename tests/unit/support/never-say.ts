/** What the tool must never say (domain.md § 4.3), as patterns: for the tables of texts and for the documents made from them. */
import type { Locale } from '@/lib/locales';

/** One pattern for each row of the table of domain.md § 4.3, with the sentence that it must catch. */
export const NEVER: Record<Locale, readonly (readonly [RegExp, string])[]> = {
  fr: [
    [/situation (?:ir)?régulière/i, 'Vous êtes en situation régulière'],
    [/vous avez (?:le )?droit/i, 'Vous avez le droit de travailler'],
    [/vous pouvez (?:travailler|voyager)/i, 'Vous pouvez voyager avec ce document'],
    [/rempliss(?:ez|ent) les conditions/i, 'Vous remplissez les conditions'],
    [/dossier (?:est |semble )?complet\b/i, 'Votre dossier est complet'],
    [/titre relève de/i, "Votre titre relève de l'ANEF"],
    [/(?:obligée?|tenue?) de vous (?:recevoir|répondre)/i, 'La préfecture est obligée de vous recevoir'],
    [/refusée? implicitement|refus implicite|rejet implicite/i, 'Votre demande est refusée implicitement'],
    [/il vous reste \S+ jours?/i, 'il vous reste 12 jours pour faire un recours'],
    [/(?:pouvez|devez) faire un (?:référé|recours)/i, 'Vous devez faire un référé'],
    [/clôture (?:est )?(?:illégale|abusive)/i, 'Clôture abusive'],
    [/certifié|valeur légale|preuve légale|force probante/i, 'Horodatage certifié'],
    [/délai légal/i, 'Délai légal : 7 jours'],
    [/créez un (?:2ᵉ|deuxième|second|autre) compte/i, 'Créez un 2ᵉ compte'],
    [/taux de (?:réussite|succès)|chances de (?:réussite|succès|gagner)/i, 'Taux de réussite : 80 %'],
    [/prêt pour gagner|(?:c'est|est) (?:assez|suffisant)|dossier suffisant/i, 'Votre dossier est suffisant'],
    [/mise en demeure/i, 'Envoyer une mise en demeure'],
  ],
  en: [
    [/(?:legally|illegally) (?:present|resident|staying)/i, 'You are legally present'],
    [/you have the right|you are (?:entitled|allowed) to/i, 'You have the right to work'],
    [/you (?:can|may) (?:work|travel)\b/i, 'You may travel with this document'],
    [/you (?:meet|fulfil) the (?:conditions|requirements)/i, 'You meet the conditions'],
    [/file is complete\b/i, 'Your file is complete'],
    [/(?:must|obliged to|has to) receive you/i, 'The préfecture must receive you'],
    [/implicit(?:ly)? (?:refus|reject)/i, 'Your request is implicitly refused'],
    [/you have \S+ days left/i, 'You have 12 days left to appeal'],
    [/(?:should|must|can) (?:appeal|sue|go to court)/i, 'You must go to court'],
    [/(?:abusive|unlawful|illegal) closure/i, 'Unlawful closure'],
    [/\bcertified\b|legal (?:value|proof)/i, 'Certified time-stamp'],
    [/legal deadline/i, 'Legal deadline: 7 days'],
    [/create a second account/i, 'Create a second account'],
    [/success rate|chances of (?:success|winning)/i, 'Success rate: 80 %'],
    [
      /\b(?:file|evidence|captures?|attempts?|this|that) (?:is|are) (?:enough|sufficient)\b/i,
      'Your file is sufficient',
    ],
  ],
};

/** The attestation has a name; the three letters alone are also those of an interface (domain.md § 1). */
export const BARE = /\bAPI\b/;
