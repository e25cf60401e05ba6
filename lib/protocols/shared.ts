/** What several tracks share: the contact with the CCC, the help desk, the letter and mail to the préfecture, its answer. */
import type { Mark, Part, Predicate, Step } from '@/lib/domain/checklist-types';

/** The lawyers' training of 10 March 2026 (S003). */
export const DECK = '2026-03-10';
/** The day on which domain.md was read. */
export const DOMAIN = '2026-11-21';
/** State of the codes behind every table (domain.md § 0 [A]). */
export const CONTENT_DATE = '2026-04-03';

/** A registered letter counts with its number and its proof of posting. */
export const LETTER: Predicate = { is: 'exchange', channels: ['LRAR'], needsProof: true, needsReference: true };

/** § 3.7: « mail sent ∨ pas d'adresse mail connue ». */
export const mailOrNone = (part: string): Predicate => ({
  is: 'any',
  of: [
    { is: 'exchange', channels: ['PREF_MAIL'], needsProof: true },
    { is: 'skipped', step: part },
  ],
});

export const ANSWER_OF_PREFECTURE: Predicate = { is: 'answer', channels: ['LRAR', 'PREF_MAIL', 'ANEF_REPLY'] };

const LETTER_LABEL = 'Lettre recommandée avec avis de réception';
const MAIL_LABEL = 'Mail à la préfecture';

/** The two parts of « courrier recommandé et mail à la préfecture ». */
export const letterAndMail = (letter: string, mail: string): readonly Part[] => [
  { id: letter, label: LETTER_LABEL, done: LETTER },
  { id: mail, label: MAIL_LABEL, done: mailOrNone(mail) },
];

/** Waits of the letter (domain.md § 3.6): ours, not the law's. Counted from the receipt once it is recorded. */
export const LETTER_WAIT = { days: 15, urgentDays: 0, legal: false } as const;

/** What the texts give after a mail and a letter, as days to check, never as a countdown. */
export const letterMarks = (step: string): readonly Mark[] => [
  {
    id: `${step}-receipt`,
    label: 'Accusé de réception du mail par la préfecture : date indiquée par le texte, à vérifier',
    days: 10,
    urgentDays: 10,
    unit: 'working-days',
    legal: true,
    ref: 'art. R. 112-11-2 du CRPA',
    channels: ['PREF_MAIL'],
  },
  {
    id: `${step}-silence`,
    label:
      'Deux mois après la réception de la lettre : la situation juridique peut changer, parlez-en avant à un avocat ou à une association',
    days: 2,
    urgentDays: 2,
    unit: 'months',
    legal: true,
    ref: 'art. L. 231-4 du CRPA, dont l’application ici n’est pas sûre',
    from: 'delivered',
  },
];

/** Four months after a filing: shown before it comes, with where to go, never as a countdown (domain.md § 4.2, § 4.3). */
export const filingMark = (step: string): Mark => ({
  id: `${step}-four-months`,
  label:
    'Quatre mois après le dépôt (plus tôt pour certains titres) : des délais peuvent courir, même avec une attestation de prolongation. Parlez-en avant à un avocat ou à une association',
  days: 4,
  urgentDays: 4,
  unit: 'months',
  legal: true,
  ref: 'art. R.* 432-1 et R. 432-2 du CESEDA',
  from: 'filedOn',
});

/** Somebody blocked goes on showing it (domain.md § 3.6 [P]). */
export const recaptureMark = (step: string): Mark => ({
  id: `${step}-again`,
  label: 'Regarder si le blocage dure, et le capturer de nouveau',
  days: 7,
  urgentDays: 2,
  legal: false,
  from: 'last',
});

/** The file can be shown: an export was made. Never « prêt pour gagner » (domain.md § 3.7). */
export const handover = (id: string, after: readonly string[]): Step => ({
  id,
  label: 'Dossier à montrer à un avocat ou à une association',
  explain:
    "Exportez le dossier : les captures, les courriers, la chronologie et l'inventaire sont dans un seul fichier ZIP. La personne qui vous aide décide de la suite avec vous.",
  mandatory: false,
  after,
  done: { is: 'exported' },
  sources: [{ ref: 'domain.md § 3.5, § 3.7 FILE_READY_FOR_LAWYER', seen: DOMAIN }],
});

export const CCC_STEP: Step = {
  id: 'S2',
  label: 'Contact avec le CCC (centre de contact citoyens)',
  explain:
    "Écrire au CCC par le formulaire « Nous contacter » ou par mail (dgef-support@interieur.gouv.fr), ou l'appeler au 0 806 001 620 avec le numéro de référence du mail. Gardez une preuve datée : page d'envoi, mail envoyé, capture du journal d'appels. Une réponse automatique prouve l'envoi, ce n'est pas une réponse.",
  mandatory: true,
  after: ['S1'],
  done: {
    is: 'any',
    of: [
      { is: 'capture', pages: ['anef/contact-sent'] },
      { is: 'exchange', channels: ['CCC_FORM', 'CCC_MAIL'], needsProof: true },
      { is: 'exchange', channels: ['CCC_PHONE'], needsProof: false },
    ],
  },
  wait: { days: 7, urgentDays: 2, legal: false },
  sources: [
    { ref: 'S003:1519-1532 (three ways of contacting the CCC)', seen: DECK },
    { ref: 'domain.md § 3.4 S2, § 3.6', seen: DOMAIN },
  ],
  parts: [
    {
      id: 'S2a',
      label: 'Formulaire « Nous contacter »',
      // The form itself is no proof: whether it was filled is not read from the page. A capture of it counts once
      // the person ties it to an exchange.
      done: {
        is: 'any',
        of: [
          { is: 'capture', pages: ['anef/contact-sent'] },
          { is: 'exchange', channels: ['CCC_FORM'], needsProof: true },
        ],
      },
    },
    { id: 'S2b', label: 'Mail au CCC', done: { is: 'exchange', channels: ['CCC_MAIL'], needsProof: true } },
    {
      id: 'S2c',
      label: 'Appel au CCC',
      // A dated log sheet is accepted by § 3.4; without a capture of the call it shows as weaker (§ 3.8.1).
      done: { is: 'exchange', channels: ['CCC_PHONE'], needsProof: false },
    },
  ],
};

/** « Étape non-impérative » (domain.md § 3.5): in nobody's `after`. */
export const PAN_STEP: Step = {
  id: 'S3',
  label: "Aide du PAN (point d'accueil numérique)",
  explain:
    "Facultatif : à tout moment après la capture, avec une lettre explicative. Gardez la confirmation du rendez-vous, une capture « aucun créneau » ou ce qui vous a été remis sur place. Cette étape n'empêche jamais les autres.",
  mandatory: false,
  after: ['S1'],
  done: { is: 'exchange', channels: ['PAN'], needsProof: false },
  sources: [
    { ref: 'S003:1555-1566 « Prendre rendez-vous au PAN »; « étape non-impérative »', seen: DECK },
    { ref: 'domain.md § 3.4 S3, § 3.8.3', seen: DOMAIN },
  ],
};

export const SUBSTITUTION_LETTER_STEP: Step = {
  id: 'S4',
  label: 'Courrier recommandé et mail à la préfecture',
  explain:
    "Une lettre recommandée avec avis de réception et un mail à la préfecture, qui racontent toutes les démarches et demandent la solution de substitution (article R. 431-2 du CESEDA). Gardez la lettre, la preuve de dépôt avec son numéro, l'avis de réception, et le mail envoyé avec ses pièces.",
  mandatory: true,
  after: ['S2'],
  done: { is: 'all', of: [LETTER, mailOrNone('S4b')] },
  wait: LETTER_WAIT,
  marks: letterMarks('S4'),
  sources: [
    { ref: 'S003:1571-1591 « Courrier recommandé et mails à la Préfecture »', seen: DECK },
    { ref: 'domain.md § 3.4 S4, § 3.6, § 3.7 LRAR_DONE', seen: DOMAIN },
  ],
  parts: letterAndMail('S4a', 'S4b'),
};

export const SUBSTITUTION_ANSWER_STEP: Step = {
  id: 'S5',
  label: 'Réponse de la préfecture',
  explain:
    "Convocation, invitation à la solution de substitution, refus ou autre réponse : ajoutez-la dès qu'elle arrive, avec sa date. Un accusé de réception automatique n'est pas une réponse.",
  mandatory: false,
  after: ['S4'],
  done: ANSWER_OF_PREFECTURE,
  sources: [{ ref: 'domain.md § 3.4 S5, § 3.5', seen: DOMAIN }],
};
