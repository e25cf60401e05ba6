/** Message to the CCC: the « Nous contacter » form and the mail. It asks for a repair, or for the impossibility in writing. */
import { DECK, DOMAIN, letter, SHORT_IDENTITY, SHORT_IDENTITY_OPTIONAL, SHORT_IDENTITY_REQUIRED } from '../define';

/** What the form takes is not known for sure (domain.md § 5.1 « ~1 000 [?] »): a counter, never a cut. */
const FORM_LIMIT = 1_000;

export const CCC_MESSAGE = letter({
  id: 'ccc-message',
  version: 1,
  media: ['form', 'mail'],
  tracks: ['T1', 'T2', 'T3'],
  sentAs: { form: 'CCC_FORM', mail: 'CCC_MAIL' },
  required: [...SHORT_IDENTITY_REQUIRED, 'procedure', 'seenAt', 'page', 'message'],
  optional: [...SHORT_IDENTITY_OPTIONAL, 'blockage', 'tried', 'device', 'titleExpiry'],
  sender: SHORT_IDENTITY,
  recipient: [],
  dated: false,
  object: [
    {
      text: 'Blocage sur le portail ANEF[ – {procedure}] – demande d’intervention et de réponse écrite',
    },
  ],
  references: [],
  salutation: true,
  body: [
    {
      kind: 'text',
      text: 'Je n’arrive pas à faire cette démarche sur le portail « Étrangers en France » : {procedure}.',
    },
    { kind: 'text', text: 'Le {seenAt}, sur la page {page}, ce message s’affiche : « {message} »' },
    { kind: 'text', text: '[Difficulté : {blockage}.]' },
    { kind: 'text', text: '[J’ai déjà essayé : {tried}]' },
    { kind: 'text', text: '[Appareil et navigateur : {device}.]' },
    { kind: 'text', text: 'Je vous demande :' },
    {
      kind: 'list',
      ordered: true,
      items: [
        { text: 'de corriger ce blocage ou de m’indiquer la marche à suivre ;' },
        {
          text: 'si le dépôt en ligne reste impossible, de me l’écrire expressément, afin que je puisse demander à la préfecture la solution de substitution ({cite:R431-2}).',
          plain:
            'si le dépôt en ligne reste impossible, de me l’écrire expressément, afin que je puisse demander à la préfecture une solution de substitution.',
        },
      ],
    },
    { kind: 'text', text: '[Mon document de séjour indique une validité jusqu’au {titleExpiry}.]' },
  ],
  closing: [{ text: 'Cordialement,' }],
  signature: [],
  // The form takes no file; the mail does, and never a passport (domain.md § 5.1).
  enclosures: ['mail'],
  needs: [],
  regime: 'R431_2',
  limits: { form: FORM_LIMIT },
  sources: [
    { ref: 'S003:1519-1532, the form and the mail of the CCC', seen: DECK },
    { ref: 'domain.md § 5.1', seen: DOMAIN },
  ],
});
