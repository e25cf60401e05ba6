/** Every field that a letter can have, once: its kind, its bound, and the French words of its choices. Labels live in lib/locales. */
import type { Field } from '@/lib/domain/letter-types';

const line = (max = 120): Field => ({ kind: 'line', max });
const text = (max = 1_500): Field => ({ kind: 'text', max });
const date: Field = { kind: 'date', max: 10 };
const time: Field = { kind: 'time', max: 5 };
const tick: Field = { kind: 'tick', max: 3 };

export const FIELDS = {
  // Who writes (art. R. 112-9-1 of the CRPA, domain.md § 5).
  firstName: line(),
  lastName: line(),
  address: { kind: 'address', max: 400 },
  email: { kind: 'email', max: 254 },
  phone: line(40),
  birthDate: date,
  birthPlace: line(),
  nationality: line(60),
  foreignerNumber: line(20),
  noForeignerNumber: tick,
  requestNumber: { kind: 'request-number', max: 40 },

  // Where and when.
  place: line(80),
  letterDate: date,

  // What is blocked.
  procedure: line(200),
  blockage: line(200),
  page: { kind: 'url', max: 500 },
  seenAt: { kind: 'date-time', max: 16 },
  message: text(600),
  tried: text(400),
  device: line(120),

  // The document held.
  heldTitle: line(160),
  titleExpiry: date,

  // The recipient.
  prefecture: line(120),
  prefectureAddress: { kind: 'address', max: 400 },
  prefectureEmail: { kind: 'email', max: 254 },
  tracking: { kind: 'tracking', max: 40 },
  copyByMail: tick,

  // What is asked.
  urgency: { kind: 'text', max: 1_000, sensitive: true },
  replyBefore: date,
  otherWay: tick,
  provisionalDocument: tick,
  askReceipt: tick,
  sentOn: date,

  // The call sheet (domain.md § 5.2).
  calledNumber: line(40),
  callDate: date,
  callStart: time,
  callEnd: time,
  callOutcome: {
    kind: 'choice',
    max: 20,
    choices: {
      answered: 'répondu',
      'no-answer': 'attente sans réponse',
      cut: 'coupure',
      closed: 'serveur vocal fermé',
    },
  },
  agent: line(120),
  quotedReference: line(80),
  ticket: line(80),
  asked: text(800),
  answered: text(1_200),
  logJoined: tick,
  callerName: line(160),
  callerRole: line(160),

  // Attestation de prolongation d'instruction, récépissé (domain.md § 5.6).
  attestationAsk: {
    kind: 'choice',
    max: 20,
    choices: {
      issue: 'la mise à disposition de l’attestation',
      renew: 'le renouvellement de l’attestation',
      work: 'la mention relative au travail',
      receipt: 'le récépissé',
    },
  },
  attestationCase: {
    kind: 'choice',
    max: 20,
    choices: { general: 'cas général', 'case-3': 'article R. 431-15-3', 'case-4': 'article R. 431-15-4' },
    sensitive: true,
  },
  filedOn: date,
  filingProof: line(160),
  lastFrom: date,
  lastTo: date,
  nothingMissingSince: date,
  consequence: { kind: 'text', max: 1_000, sensitive: true },
  workVerified: tick,

  // Complement request (domain.md § 5.7).
  complementOn: date,
  explanation: { kind: 'text', max: 1_200, sensitive: true },
  files: text(800),
  citeComplement: tick,

  // Appointment, Démarche numérique, closure.
  dnNumber: line(20),
  dnProcedure: line(200),
  dnStatus: line(80),
  dnFiledOn: date,
  dnAsk: text(600),
  closedOn: date,
  closureWords: text(600),
  answeredOn: date,
  askReopening: tick,
  pieceView: {
    kind: 'choice',
    max: 12,
    choices: {
      sent: 'Le document demandé avait été transmis.',
      optional: 'À ma lecture, le document demandé ne figure pas dans la liste qui m’a été donnée.',
      unknown: 'Je ne sais pas quel document a manqué.',
    },
  },

  // Note to the lawyer (domain.md § 5.9e).
  regimeSaid: line(160),
  days: text(800),
  urgencyPieces: text(600),
  notThere: text(600),
  language: line(80),
  contact: line(200),
  question: text(1_000),

  // A helper, a witness (domain.md § 5.9f, g).
  helperName: line(160),
  helperOrganisation: line(160),
  helperAddress: { kind: 'address', max: 400 },
  scopePrepare: tick,
  scopeAttend: tick,
  scopeSend: tick,
  scopeFollow: tick,
  mandateUntil: date,
  witnessName: line(160),
  witnessRole: line(160),
  witnessAddress: { kind: 'address', max: 400 },
  witnessPlace: line(200),
  witnessAt: { kind: 'date-time', max: 16 },
  witnessFor: line(160),
  witnessSaw: text(1_500),
} as const satisfies Readonly<Record<string, Field>>;

export type FieldId = keyof typeof FIELDS;
/** In the order of the table. */
export const FIELD_IDS = Object.keys(FIELDS) as readonly FieldId[];

/** Fields that come back in every letter: they may be kept on the device, if the person asks for it. */
export const IDENTITY_FIELDS = [
  'firstName',
  'lastName',
  'address',
  'email',
  'phone',
  'birthDate',
  'birthPlace',
  'nationality',
  'foreignerNumber',
  'noForeignerNumber',
  'requestNumber',
] as const satisfies readonly FieldId[];
