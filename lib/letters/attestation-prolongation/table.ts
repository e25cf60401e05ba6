/** Letter and mail for the attestation de prolongation d'instruction (issue, renew, work mention), and for the récépissé outside the ANEF. */
import type { When } from '@/lib/domain/letter-types';
import {
  ANSWER_BEFORE,
  CLOSING,
  DECK,
  DOMAIN,
  FULL_IDENTITY,
  FULL_IDENTITY_OPTIONAL,
  FULL_IDENTITY_REQUIRED,
  letter,
  PREFECTURE,
  RECEIPT_ASKED,
  REFERENCES,
  REGISTERED,
  SIGNATURE,
} from '../define';

const asks = (...is: readonly string[]): When => ({ choice: 'attestationAsk', is });
const inCase = (...is: readonly string[]): When => ({ choice: 'attestationCase', is });
const GENERAL: When = { not: inCase('case-3', 'case-4') };
const ONLINE: When = { not: asks('receipt') };

export const ATTESTATION_PROLONGATION_LETTER = letter({
  id: 'attestation-prolongation',
  version: 1,
  media: ['lrar', 'mail'],
  tracks: ['T3', 'T3b'],
  sentAs: { lrar: 'LRAR', mail: 'PREF_MAIL' },
  required: [
    ...FULL_IDENTITY_REQUIRED,
    'place',
    'letterDate',
    'prefecture',
    'prefectureAddress',
    'attestationAsk',
    'procedure',
    'filedOn',
    'heldTitle',
    'titleExpiry',
  ],
  optional: [
    ...FULL_IDENTITY_OPTIONAL,
    'tracking',
    'prefectureEmail',
    'attestationCase',
    'filingProof',
    'lastFrom',
    'lastTo',
    'nothingMissingSince',
    'consequence',
    'workVerified',
    'askReceipt',
    'replyBefore',
  ],
  sender: FULL_IDENTITY,
  recipient: PREFECTURE,
  mailTo: 'prefectureEmail',
  postal: REGISTERED,
  dated: true,
  object: [
    { text: 'Attestation de prolongation d’instruction – demande de renouvellement', when: asks('renew') },
    { text: 'Attestation de prolongation d’instruction – mention relative au travail', when: asks('work') },
    {
      text: 'Récépissé de demande de titre de séjour – demande de délivrance ou de renouvellement',
      when: asks('receipt'),
    },
    { text: 'Attestation de prolongation d’instruction – demande de mise à disposition' },
  ],
  references: REFERENCES,
  salutation: true,
  body: [
    { kind: 'heading', text: 'Ma situation' },
    {
      kind: 'text',
      text: 'J’ai déposé le {filedOn} par le téléservice ANEF la demande suivante : {procedure}[ ({filingProof})].',
      when: ONLINE,
    },
    {
      kind: 'text',
      text: 'J’ai déposé le {filedOn} la demande suivante : {procedure}[ ({filingProof})].',
      when: asks('receipt'),
    },
    { kind: 'text', text: 'Document que je détiens : {heldTitle}. Il indique une validité jusqu’au {titleExpiry}.' },
    {
      kind: 'text',
      text: '[Ma dernière attestation de prolongation d’instruction indique : du {lastFrom} au {lastTo}.]',
      when: ONLINE,
    },
    { kind: 'text', text: '[Mon dernier récépissé indique : du {lastFrom} au {lastTo}.]', when: asks('receipt') },
    // Never « my request is complete » (domain.md § 5.6).
    {
      kind: 'text',
      text: 'J’ai transmis les pièces demandées[ ; aucune pièce manquante ne m’a été signalée depuis le {nothingMissingSince}].',
      when: { filled: 'nothingMissingSince' },
    },
    { kind: 'text', text: '[Conséquences : {consequence}]' },
    { kind: 'heading', text: 'Mes démarches' },
    { kind: 'table', table: 'chronology', caption: 'Démarches accomplies' },
    { kind: 'heading', text: 'Ma demande' },
    {
      kind: 'text',
      text: 'L’{cite:R431-15-1} prévoit la mise à disposition d’une attestation de prolongation d’instruction lorsque l’instruction « se poursuit au-delà de la date de validité du document de séjour détenu », « renouvelée aussi longtemps que le préfet n’a pas statué sur la demande ».',
      when: { all: [ONLINE, GENERAL] },
    },
    {
      kind: 'text',
      text: 'L’{cite:R431-15-3} prévoit la mise à disposition, « dès la souscription de cette demande », d’une attestation de prolongation d’instruction « d’une durée de six mois renouvelable ».',
      when: { all: [ONLINE, inCase('case-3')] },
    },
    {
      kind: 'text',
      text: 'L’{cite:R431-15-4} prévoit la mise à disposition, « dès la souscription de cette demande », d’une attestation de prolongation d’instruction « d’une durée de six mois renouvelable ».',
      when: { all: [ONLINE, inCase('case-4')] },
    },
    {
      kind: 'text',
      text: 'La mention relative au travail de cette attestation relève de l’{cite:R431-15-2}.',
      when: asks('work'),
    },
    {
      kind: 'text',
      text: 'L’{cite:R431-12} prévoit la remise d’« un récépissé qui autorise sa présence sur le territoire pour la durée qu’il précise » ; l’{cite:R431-13} en fixe la durée.',
      when: asks('receipt'),
    },
    {
      kind: 'text',
      text: 'La mention relative au travail du récépissé relève de l’{cite:R431-15}.',
      when: asks('receipt'),
    },
    { kind: 'text', text: 'Je vous demande :' },
    {
      kind: 'list',
      ordered: true,
      items: [
        {
          text: 'de mettre à disposition sur mon compte l’attestation de prolongation d’instruction, renouvelée ;',
          when: asks('renew'),
        },
        {
          text: 'de corriger l’attestation de prolongation d’instruction pour la mention relative au travail ;',
          when: asks('work'),
        },
        { text: 'de me remettre ou de renouveler le récépissé ;', when: asks('receipt') },
        {
          text: 'de mettre à disposition sur mon compte l’attestation de prolongation d’instruction ;',
          when: { not: asks('renew', 'work', 'receipt') },
        },
        { text: 'à défaut, de m’en indiquer le motif par écrit.' },
      ],
    },
    { kind: 'text', ...ANSWER_BEFORE },
    { kind: 'text', ...RECEIPT_ASKED },
  ],
  closing: CLOSING,
  signature: SIGNATURE,
  enclosures: ['lrar', 'mail'],
  needs: [],
  sources: [
    { ref: 'S003:1667-1692, non-délivrance, non-renouvellement, mention travail', seen: DECK },
    { ref: 'domain.md § 5.6', seen: DOMAIN },
  ],
});
