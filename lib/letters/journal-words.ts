/** French words of the journal in a letter: channels, outcomes, pieces. Letters are French whatever the interface's language. */
import type { Channel, EntryData, ExchangeOutcome } from '@/lib/domain/entry';
import type { ImportShows } from '@/lib/domain/imported';

export const SENT: Readonly<Record<Channel, string>> = {
  CCC_FORM: 'Message au centre de contact citoyens (formulaire)',
  CCC_MAIL: 'Courriel au centre de contact citoyens',
  CCC_PHONE: 'Appel au centre de contact citoyens',
  PAN: 'Contact avec le point d’accueil numérique',
  PREF_MAIL: 'Courriel à la préfecture',
  LRAR: 'Lettre recommandée avec avis de réception à la préfecture',
  DN_MSG: 'Message sur Démarche numérique',
  ANEF_REPLY: 'Réponse sur le portail ANEF',
  OTHER: 'Autre démarche',
};

export const RECEIVED: Readonly<Record<Channel, string>> = {
  CCC_FORM: 'Message reçu du centre de contact citoyens',
  CCC_MAIL: 'Courriel reçu du centre de contact citoyens',
  CCC_PHONE: 'Appel reçu du centre de contact citoyens',
  PAN: 'Réponse du point d’accueil numérique',
  PREF_MAIL: 'Courriel reçu de la préfecture',
  LRAR: 'Courrier reçu de la préfecture',
  DN_MSG: 'Message reçu sur Démarche numérique',
  ANEF_REPLY: 'Message reçu sur le portail ANEF',
  OTHER: 'Autre message reçu',
};

/** No word of a verdict; REFUSED never says « refus » (domain.md § 5.4, wording traps). */
export const OUTCOME: Readonly<Record<ExchangeOutcome, string>> = {
  NONE: 'pas de réponse à ce jour',
  AUTO_REPLY: 'réponse automatique',
  STEREOTYPED: 'réponse type, sans solution',
  RESOLVED: 'problème réglé',
  IMPOSSIBILITY_ATTESTED: 'impossibilité constatée par écrit',
  INVITED: 'invitation à la solution de substitution',
  REDIRECTED: 'renvoi vers un autre service',
  REFUSED: 'réponse négative',
};

export const CALL_END: Readonly<Record<NonNullable<EntryData['exchange']['call']>['end'], string>> = {
  answered: 'répondu',
  'no-answer': 'appel sans réponse',
  cut: 'appel coupé',
  closed: 'serveur vocal fermé',
};

export const PAGE_OUTCOME: Readonly<Record<string, string>> = {
  blocked: 'démarche bloquée',
  down: 'service indisponible',
  refused: 'réponse négative affichée',
  confirmation: 'page de confirmation',
  notice: 'message affiché',
  step: '',
  info: '',
};

/** What the person says that an added file shows. */
export const ADDED: Readonly<Record<ImportShows, string>> = {
  'call-log': 'Journal d’appels du téléphone',
  letter: 'Courrier',
  'deposit-slip': 'Preuve de dépôt d’une lettre recommandée',
  receipt: 'Avis de réception d’une lettre recommandée',
  return: 'Lettre recommandée retournée',
  message: 'Message envoyé',
  'auto-reply': 'Réponse automatique',
  reply: 'Réponse reçue',
  other: 'Document',
};

export const MILESTONE = { delivered: 'accusé de réception', returned: 'pli retourné' } as const;

export const ITEM_PROBLEM = { missing: 'manquant', mismatch: 'ne correspond pas', other: 'autre' } as const;
export const ITEM_ANSWER = {
  provide: 'fourni',
  cannot: 'impossible à fournir',
  'already-sent': 'déjà transmis',
  ask: 'à faire préciser',
} as const;

/** What a rendered capture says of itself: it shows the page's structure, not the screen's pixels. */
export const RERENDERED = 'rendu reconstitué';
export const DECLARED_ITEM = 'saisi à la main';
