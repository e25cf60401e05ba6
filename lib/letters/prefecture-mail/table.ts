/** Mail to the préfecture that carries the registered letter: ten lines, the same object, the pièces attached. */
import {
  DECK,
  DOMAIN,
  FULL_IDENTITY,
  FULL_IDENTITY_OPTIONAL,
  FULL_IDENTITY_REQUIRED,
  letter,
  RECEIPT_ASKED,
  URGENCY,
} from '../define';
import { SUBSTITUTION_OBJECT } from '../substitution-lrar/table';

export const PREFECTURE_MAIL = letter({
  id: 'prefecture-mail',
  version: 1,
  media: ['mail'],
  tracks: ['T1', 'T2'],
  sentAs: { mail: 'PREF_MAIL' },
  required: [...FULL_IDENTITY_REQUIRED, 'prefectureEmail', 'procedure', 'blockage'],
  optional: [...FULL_IDENTITY_OPTIONAL, 'sentOn', 'tracking', 'urgency', 'askReceipt'],
  sender: FULL_IDENTITY,
  recipient: [],
  mailTo: 'prefectureEmail',
  dated: false,
  object: [SUBSTITUTION_OBJECT],
  references: [],
  salutation: true,
  body: [
    { kind: 'text', text: 'Je n’arrive pas à déposer par le téléservice ANEF la demande suivante : {procedure}.' },
    { kind: 'text', text: 'Difficulté rencontrée : {blockage}[, depuis le {fact:firstBlockOn}].' },
    {
      kind: 'text',
      text: 'Vous trouverez ci-joint mon courrier complet, envoyé le {sentOn} en lettre recommandée avec avis de réception[ n° {tracking}].',
      when: { filled: 'sentOn' },
    },
    {
      kind: 'text',
      text: 'Vous trouverez ci-joint mon courrier complet, que j’envoie aussi en lettre recommandée avec avis de réception[ n° {tracking}].',
      when: { not: { filled: 'sentOn' } },
    },
    {
      kind: 'text',
      text: 'La réponse du centre de contact citoyens est jointe ({fact:cccPieces}).',
      when: { all: [{ fact: 'cccPieces' }, { fact: 'cccAnswered' }] },
    },
    { kind: 'text', ...URGENCY },
    { kind: 'text', ...RECEIPT_ASKED },
    {
      kind: 'text',
      text: 'Je vous remercie de m’accuser réception de ce message.',
      when: { not: { ticked: 'askReceipt' } },
    },
  ],
  closing: [{ text: 'Cordialement,' }],
  signature: [],
  enclosures: ['mail'],
  needs: ['capture', 'ccc-contact'],
  regime: 'R431_2',
  sources: [
    { ref: 'S003:1601-1623, what the préfecture of the 93 asks for', seen: DECK },
    { ref: 'domain.md § 5.5', seen: DOMAIN },
  ],
});
