/** Cover letter of a complement: one PDF inside the slot, with an answer to each document that was asked for. */
import { DECK, DOMAIN, letter, SHORT_IDENTITY, SHORT_IDENTITY_OPTIONAL, SHORT_IDENTITY_REQUIRED } from '../define';

export const COMPLEMENT_COVER = letter({
  id: 'complement-cover',
  version: 1,
  media: ['post'],
  tracks: ['T4'],
  sentAs: {},
  required: [...SHORT_IDENTITY_REQUIRED, 'place', 'letterDate', 'requestNumber', 'complementOn'],
  optional: [
    ...SHORT_IDENTITY_OPTIONAL.filter((id) => id !== 'requestNumber'),
    'explanation',
    'files',
    'citeComplement',
  ],
  sender: SHORT_IDENTITY.filter((sentence) => !sentence.text.includes('requestNumber')),
  recipient: [],
  dated: true,
  object: [{ text: 'Réponse à la demande de complément du {complementOn}' }],
  references: [{ text: 'Réf. : demande n° {requestNumber}' }],
  salutation: true,
  body: [
    {
      kind: 'text',
      text: 'En réponse à votre demande de complément du {complementOn}, voici ma réponse pour chaque document demandé.',
    },
    { kind: 'table', table: 'items', caption: 'Documents demandés' },
    { kind: 'text', text: '[Explications : {explanation}]' },
    { kind: 'text', text: '[Fichiers transmis : {files}]' },
    { kind: 'table', table: 'chronology', caption: 'Envois précédents' },
    {
      kind: 'text',
      text: 'Je me réfère à l’{cite:R431-11}, à l’{cite:L114-5} et à l’{cite:L114-5-1}.',
      when: { ticked: 'citeComplement' },
    },
    { kind: 'text', text: 'Je reste à votre disposition.' },
  ],
  closing: [{ text: 'Je vous prie d’agréer, Madame, Monsieur, mes salutations distinguées.' }],
  signature: [{ text: '{firstName} {lastName}' }],
  enclosures: ['post'],
  needs: ['items'],
  sources: [
    { ref: 'S003:1245-1322, demande de complément et lettre explicative', seen: DECK },
    { ref: 'domain.md § 5.7', seen: DOMAIN },
  ],
});
