/** Call sheet: what was dialled, when, who answered and what they said. Filled during or just after the call; never a recording. */
import { DECK, DOMAIN, letter } from '../define';

export const CALL_SHEET = letter({
  id: 'call-sheet',
  version: 1,
  media: ['sheet'],
  tracks: [],
  sentAs: { sheet: 'CCC_PHONE' },
  required: ['calledNumber', 'callDate', 'callStart', 'callOutcome', 'asked', 'answered', 'callerName', 'callerRole'],
  optional: ['callEnd', 'agent', 'quotedReference', 'ticket', 'logJoined'],
  sender: [],
  recipient: [],
  dated: false,
  object: [{ text: 'Fiche d’appel téléphonique' }],
  references: [],
  salutation: false,
  body: [
    {
      kind: 'form',
      rows: [
        { label: 'Numéro composé', text: '{calledNumber}' },
        { label: 'Date de l’appel', text: '{callDate}' },
        { label: 'Heure de début', text: '{callStart}' },
        { label: 'Heure de fin', text: '{callEnd}' },
        { label: 'Ce qui s’est passé', text: '{callOutcome}' },
        { label: 'Prénom ou numéro de l’agent', text: '{agent}' },
        { label: 'Référence du message rappelée', text: '{quotedReference}' },
        { label: 'Numéro de ticket donné', text: '{ticket}' },
        { label: 'Capture du journal d’appels jointe', text: '{logJoined}' },
      ],
    },
    { kind: 'form', rows: [{ label: 'Ce qui a été demandé', text: '{asked}' }] },
    { kind: 'form', rows: [{ label: 'Ce qui a été répondu, recopié', text: '{answered}' }] },
    {
      kind: 'form',
      rows: [
        { label: 'Personne qui a appelé', text: '{callerName}' },
        { label: 'En quelle qualité', text: '{callerRole}' },
        { label: 'Signature', text: '…………' },
      ],
    },
    { kind: 'text', text: 'Gardez la capture d’écran de l’appel.' },
  ],
  closing: [],
  signature: [],
  enclosures: [],
  needs: [],
  sources: [
    { ref: 'S003:1528-1532, capture of the call', seen: DECK },
    { ref: 'domain.md § 5.2', seen: DOMAIN },
  ],
});
