/** ANEF: « Nous contacter », the citizen contact centre's form: filled in, sent, or not sent. */
import type { PageRow } from '@/lib/domain/page';
import { OTHER_LANGUAGES } from '../shared';
import { CONTACT_PLACE } from './explains';

const UNSEEN = {
  ref: 'pages.md § 3.4 « Text after sending: NOT found » (loose)',
  seen: '2026-03-01',
  sure: 'inferred',
} as const;

export const CONTACT_ROWS: readonly PageRow[] = [
  {
    id: 'anef/contact-failed',
    outcome: 'blocked',
    label: '« Nous contacter » : le message n’est pas parti',
    when: {
      all: [CONTACT_PLACE],
      any: [
        {
          text: /^[^«"?]{0,120}(?:message|demande|question|formulaire|réclamation)\b[^«"?]{0,40} n'a (?:pas|pas encore|malheureusement pas) (?:pu être|été) (?:envoyée?|transmise?|enregistrée?|prise? en compte)/,
        },
        {
          text: /^[^«"?]{0,80}(?:(?:échec|erreur) (?:lors )?de (?:l'envoi|la transmission)|impossible d'envoyer (?:le|votre) (?:message|formulaire)|l'envoi (?:du|de votre) (?:message|formulaire) a échoué)/,
        },
        {
          text: /^(?:(?:oups|désolé|erreur)[ ,!.:]{1,3})?(?:une )?erreur (?:technique |interne |inattendue )?(?:est survenue|s'est produite)\b[^«"]{0,200}$/,
        },
        {
          text: /^[^«"?]{0,80}(?:your (?:message|request) (?:could not|was not|has not been) (?:be )?(?:sent|submitted)|failed to send (?:your|the) message|an (?:unexpected |technical )?error (?:has )?occurred)/,
        },
      ],
      none: [{ text: /^[^«"?]{0,60}a (?:bien|correctement) été (?:envoyée?|transmise?)/ }],
    },
    extract: {
      message: {
        pattern:
          /^([^«"?]{0,120}(?:n'a (?:pas|malheureusement pas)|échec|échoué|erreur|impossible|could not|failed|error)\b.{0,200})$/,
      },
    },
    hints: ['B5'],
    sources: [UNSEEN],
  },
  {
    id: 'anef/contact-sent',
    outcome: 'confirmation',
    label: 'Message envoyé par « Nous contacter »',
    when: {
      all: [CONTACT_PLACE],
      // « Une fois votre message envoyé… » explains; « Votre message a bien été envoyé » is the thing.
      text: /^[^«"?]{0,60}(?:message|demande|question|formulaire|réclamation|saisine)\b[^«"?]{0,30} (?:a|ont) (?:bien |correctement )?été (?:bien |correctement )?(?:envoyée?s?|transmise?s?|enregistrée?s?|prise?s? en compte|reçue?s?)\b|^[^«"?]{0,40}your (?:message|request) has been (?:successfully )?(?:sent|submitted|received)\b/,
    },
    extract: {
      reference: {
        pattern:
          /(?:référence|numéro de (?:demande|ticket|dossier|suivi)|reference)[^\d]{0,30}?((?=[A-Z0-9-]{0,30}\d)[A-Z0-9][A-Z0-9-]{4,30})\b/,
      },
    },
    proofOf: 'CCC_FORM',
    sources: [UNSEEN],
  },
  {
    id: 'anef/contact',
    outcome: 'step',
    label: 'Formulaire « Nous contacter » (CCC)',
    when: {
      any: [
        CONTACT_PLACE,
        {
          text: /^(?:nous contacter|contact us)$/,
          all: [
            { text: /^(?:votre question concerne|vos informations de contact|your question (?:is about|concerns))/ },
          ],
        },
      ],
    },
    sources: [{ ref: 'pages.md § 1 (route), § 3.4', seen: '2026-03-01', sure: 'confirmed' }, OTHER_LANGUAGES],
  },
];
