/** Statement of somebody who saw the block: who, where, when, and what was seen on which capture. Declared and signed, nothing more. */
import { DOMAIN, letter } from '../define';

export const WITNESS_STATEMENT = letter({
  id: 'witness-statement',
  version: 1,
  media: ['sheet'],
  tracks: [],
  sentAs: {},
  required: [
    'witnessName',
    'witnessRole',
    'witnessAddress',
    'witnessPlace',
    'witnessAt',
    'witnessFor',
    'witnessSaw',
    'place',
    'letterDate',
  ],
  optional: ['page'],
  sender: [{ text: '{witnessName}' }, { text: '{witnessRole}' }, { text: '{witnessAddress}' }],
  recipient: [],
  dated: true,
  object: [{ text: 'Déclaration d’une personne présente' }],
  references: [],
  salutation: false,
  body: [
    { kind: 'text', text: 'Je, {witnessName}, {witnessRole}, déclare avoir été avec {witnessFor} à ce moment :' },
    {
      kind: 'form',
      rows: [
        { label: 'Lieu', text: '{witnessPlace}' },
        { label: 'Date et heure', text: '{witnessAt}' },
        { label: 'Page ouverte', text: '[{page}]' },
        { label: 'Captures concernées', text: '[{fact:allPieces}]' },
      ],
    },
    { kind: 'text', text: 'J’ai vu ceci : {witnessSaw}' },
    { kind: 'table', table: 'pieces', caption: 'Captures concernées' },
    { kind: 'text', text: 'Je décris seulement ce que j’ai vu moi-même.' },
    { kind: 'frame', title: 'Signature de la personne présente', rows: ['Nom', 'Date', 'Signature'] },
  ],
  closing: [],
  signature: [],
  enclosures: [],
  needs: [],
  sources: [{ ref: 'domain.md § 5.9g', seen: DOMAIN }],
});
