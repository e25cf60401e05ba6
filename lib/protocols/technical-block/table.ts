/** T1: a technical block on the ANEF. The lawyers' steps of 10 March 2026, as a table. */
import type { Track } from '@/lib/domain/checklist-types';

const DECK = '2026-03-10';

/**
 * Waits are ours (domain.md § 3.6 [P], « repère pratique »): neither the deck nor the arrêté of 1 August 2023 gives a
 * number of days. S3 (PAN) is in nobody's `after`: « étape non-impérative » (domain.md § 3.5).
 */
export const TECHNICAL_BLOCK: Track = {
  id: 'T1',
  label: "Blocage technique sur le portail de l'ANEF",
  contentDate: '2026-04-03',
  steps: [
    {
      id: 'S1',
      label: 'Capture du blocage',
      explain:
        "Une image de la page bloquée où se lisent le message, l'adresse complète de la page, la date et l'heure. D'autres captures, d'autres jours, montrent que le blocage dure.",
      mandatory: true,
      after: [],
      // An unknown page, or one that only orients (a missing choice shows no message, domain.md § 2.5 A4), is the
      // blockage only if the person says so, in a note about that capture.
      done: { is: 'capture', outcomes: ['blocked', 'down'], noted: ['unrecognised', 'step', 'info', 'refused'] },
      sources: [
        { ref: 'S003:1501-1512 « Capture d’écran du blocage avec URL et date visibles »', seen: DECK },
        { ref: 'domain.md § 3.4 S1', seen: '2026-11-21' },
      ],
    },
    {
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
        { ref: 'domain.md § 3.4 S2, § 3.6', seen: '2026-11-21' },
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
    },
    {
      id: 'S3',
      label: "Aide du PAN (point d'accueil numérique)",
      explain:
        "Facultatif : à tout moment après la capture, avec une lettre explicative. Gardez la confirmation du rendez-vous, une capture « aucun créneau » ou ce qui vous a été remis sur place. Cette étape n'empêche jamais les autres.",
      mandatory: false,
      after: ['S1'],
      done: { is: 'exchange', channels: ['PAN'], needsProof: false },
      sources: [
        { ref: 'S003:1555-1566 « Prendre rendez-vous au PAN »; « étape non-impérative »', seen: DECK },
        { ref: 'domain.md § 3.4 S3, § 3.8.3', seen: '2026-11-21' },
      ],
    },
    {
      id: 'S4',
      label: 'Courrier recommandé et mail à la préfecture',
      explain:
        "Une lettre recommandée avec avis de réception et un mail à la préfecture, qui racontent toutes les démarches et demandent la solution de substitution (article R. 431-2 du CESEDA). Gardez la lettre, la preuve de dépôt avec son numéro, l'avis de réception, et le mail envoyé avec ses pièces.",
      mandatory: true,
      after: ['S2'],
      done: {
        is: 'all',
        of: [
          { is: 'exchange', channels: ['LRAR'], needsProof: true, needsReference: true },
          {
            is: 'any',
            of: [
              { is: 'exchange', channels: ['PREF_MAIL'], needsProof: true },
              { is: 'skipped', step: 'S4b' },
            ],
          },
        ],
      },
      wait: { days: 15, urgentDays: 0, legal: false },
      sources: [
        { ref: 'S003:1571-1591 « Courrier recommandé et mails à la Préfecture »', seen: DECK },
        { ref: 'domain.md § 3.4 S4, § 3.6, § 3.7 LRAR_DONE', seen: '2026-11-21' },
      ],
      parts: [
        {
          id: 'S4a',
          label: 'Lettre recommandée avec avis de réception',
          done: { is: 'exchange', channels: ['LRAR'], needsProof: true, needsReference: true },
        },
        {
          id: 'S4b',
          label: 'Mail à la préfecture',
          // § 3.7: « mail sent ∨ pas d'adresse mail connue ».
          done: {
            is: 'any',
            of: [
              { is: 'exchange', channels: ['PREF_MAIL'], needsProof: true },
              { is: 'skipped', step: 'S4b' },
            ],
          },
        },
      ],
    },
    {
      id: 'S5',
      label: 'Réponse de la préfecture',
      explain:
        "Convocation, invitation à la solution de substitution, refus ou autre réponse : ajoutez-la dès qu'elle arrive, avec sa date. Un accusé de réception automatique n'est pas une réponse.",
      mandatory: false,
      after: ['S4'],
      done: { is: 'answer', channels: ['LRAR', 'PREF_MAIL', 'ANEF_REPLY'] },
      sources: [{ ref: 'domain.md § 3.4 S5, § 3.5', seen: '2026-11-21' }],
    },
  ],
};
