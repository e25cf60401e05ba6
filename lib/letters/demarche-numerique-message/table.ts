/** Message in the mailbox of a silent démarche numérique: a dated question, no law. */
import { DECK, DOMAIN, letter } from '../define';

export const DEMARCHE_NUMERIQUE_MESSAGE = letter({
  id: 'demarche-numerique-message',
  version: 1,
  media: ['form'],
  tracks: ['T7'],
  sentAs: { form: 'DN_MSG' },
  required: ['firstName', 'lastName', 'dnNumber', 'dnProcedure', 'dnFiledOn'],
  optional: ['dnStatus', 'titleExpiry', 'dnAsk'],
  sender: [{ text: '{firstName} {lastName}' }],
  recipient: [],
  dated: false,
  object: [{ text: 'Dossier n° {dnNumber} – demande d’information' }],
  references: [],
  salutation: true,
  body: [
    { kind: 'text', text: 'J’ai déposé le {dnFiledOn} le dossier n° {dnNumber} : {dnProcedure}.' },
    { kind: 'text', text: '[Il affiche à ce jour : {dnStatus}.]' },
    { kind: 'text', text: '[Mes messages précédents : {fact:dnDates}.]' },
    { kind: 'text', text: '[Mon document de séjour indique une validité jusqu’au {titleExpiry}.]' },
    {
      kind: 'text',
      text: 'Je vous remercie de m’indiquer où en est ce dossier et, s’il manque un document, lequel.',
    },
    { kind: 'text', text: '[{dnAsk}]' },
  ],
  closing: [{ text: 'Cordialement,' }],
  signature: [],
  enclosures: [],
  needs: [],
  sources: [
    { ref: 'S003:700-935, 1054-1059, Messagerie administration', seen: DECK },
    { ref: 'domain.md § 3.5 T7, § 5.9c', seen: DOMAIN },
  ],
});
