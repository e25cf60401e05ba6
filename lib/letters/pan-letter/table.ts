/** Letter brought to the point d'accueil numérique: help to file, or else a written trace of the day. */
import {
  DECK,
  DOMAIN,
  FULL_IDENTITY,
  FULL_IDENTITY_OPTIONAL,
  FULL_IDENTITY_REQUIRED,
  letter,
  SIGNATURE,
} from '../define';

export const PAN_LETTER = letter({
  id: 'pan-letter',
  version: 1,
  media: ['post'],
  tracks: ['T1', 'T2', 'T3'],
  sentAs: { post: 'PAN' },
  required: [...FULL_IDENTITY_REQUIRED, 'place', 'letterDate', 'prefecture', 'procedure', 'message'],
  optional: [...FULL_IDENTITY_OPTIONAL, 'page', 'blockage'],
  sender: FULL_IDENTITY,
  recipient: [{ text: 'Point d’accueil numérique' }, { text: '{prefecture}' }],
  dated: true,
  object: [{ text: 'Aide au dépôt en ligne – difficulté technique' }],
  references: [],
  salutation: true,
  body: [
    { kind: 'text', text: 'Je me présente à votre point d’accueil numérique pour cette démarche : {procedure}.' },
    {
      kind: 'text',
      text: 'Le portail affiche : « {message} »[ depuis le {fact:firstBlockOn}][ ({fact:blockPieces})].',
    },
    { kind: 'text', text: '[Page concernée : {page}]' },
    { kind: 'text', text: '[Difficulté : {blockage}.]' },
    {
      kind: 'text',
      text: 'J’ai contacté le centre de contact citoyens {fact:cccDates}[ (référence {fact:cccReferences})]. Réponse : {fact:cccResult}[ ({fact:cccPieces})].',
      when: { fact: 'cccDates' },
    },
    { kind: 'text', text: 'Je souhaite :' },
    {
      kind: 'list',
      items: [
        { text: 'une aide pour déposer ma demande en ligne ;' },
        {
          text: 'à défaut, une trace écrite indiquant que le dépôt n’a pas été possible aujourd’hui, que je pourrai joindre à ma demande de solution de substitution ({cite:R431-2}).',
          plain: 'à défaut, une trace écrite indiquant que le dépôt n’a pas été possible aujourd’hui.',
        },
      ],
    },
    {
      kind: 'frame',
      title: 'Cadre réservé au point d’accueil numérique',
      rows: ['Date', 'Ce qui a été observé', 'Cachet et signature'],
    },
  ],
  closing: [],
  signature: SIGNATURE,
  enclosures: ['post'],
  needs: [],
  regime: 'R431_2',
  sources: [
    { ref: 'S003:1555-1568 « lettre explicative à apporter »', seen: DECK },
    { ref: 'domain.md § 5.3', seen: DOMAIN },
  ],
});
