/** Written authorisation for a helper: what they may do on the person's behalf, until when, and how it ends. */
import { DOMAIN, letter } from '../define';

export const MANDATE = letter({
  id: 'mandate',
  version: 1,
  media: ['post'],
  tracks: [],
  sentAs: {},
  required: ['firstName', 'lastName', 'address', 'place', 'letterDate', 'helperName', 'mandateUntil', 'procedure'],
  optional: ['email', 'helperOrganisation', 'helperAddress', 'scopePrepare', 'scopeAttend', 'scopeSend', 'scopeFollow'],
  sender: [{ text: '{firstName} {lastName}' }, { text: '{address}' }, { text: '[{email}]' }],
  recipient: [{ text: '{helperName}' }, { text: '[{helperOrganisation}]' }, { text: '[{helperAddress}]' }],
  dated: true,
  object: [{ text: 'Autorisation d’aide pour une démarche en ligne' }],
  references: [],
  salutation: false,
  body: [
    {
      kind: 'text',
      text: 'Je, {firstName} {lastName}, autorise {helperName}[, {helperOrganisation}], à m’aider pour cette démarche : {procedure}.',
    },
    {
      kind: 'text',
      text: 'Cette aide comprend :',
      when: {
        any: [
          { ticked: 'scopePrepare' },
          { ticked: 'scopeAttend' },
          { ticked: 'scopeSend' },
          { ticked: 'scopeFollow' },
        ],
      },
    },
    {
      kind: 'list',
      items: [
        { text: 'préparer avec moi les documents et les courriers', when: { ticked: 'scopePrepare' } },
        {
          text: 'être à mes côtés quand j’utilise les sites en ligne, sans connaître mes mots de passe',
          when: { ticked: 'scopeAttend' },
        },
        { text: 'envoyer en mon nom les messages que j’ai relus', when: { ticked: 'scopeSend' } },
        { text: 'recevoir les réponses et m’en informer', when: { ticked: 'scopeFollow' } },
      ],
    },
    {
      kind: 'text',
      text: 'Seules les informations nécessaires à cette démarche sont utilisées. Elles ne sont transmises à personne d’autre sans mon accord, et elles sont effacées à la fin de l’aide.',
    },
    {
      kind: 'text',
      text: 'Cette autorisation prend fin le {mandateUntil}. Je peux la retirer à tout moment, par un simple message.',
    },
    { kind: 'frame', title: 'Signatures', rows: ['La personne aidée', 'La personne qui aide'] },
  ],
  closing: [],
  signature: [],
  enclosures: [],
  needs: [],
  sources: [
    {
      ref: 'cnil.fr, kit d’information pour les travailleurs sociaux, 5 May 2021 (through domain.md § 1, § 7.1)',
      seen: DOMAIN,
    },
    { ref: 'domain.md § 5.9f', seen: DOMAIN },
  ],
});
