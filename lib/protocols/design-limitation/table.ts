/** T2: a limit of the ANEF's design. As T1, after the workarounds that the lawyers' deck names, each a recorded choice. */
import type { Part, Track } from '@/lib/domain/checklist-types';
import {
  CCC_STEP,
  CONTENT_DATE,
  DECK,
  DOMAIN,
  PAN_STEP,
  recaptureMark,
  SUBSTITUTION_ANSWER_STEP,
  SUBSTITUTION_LETTER_STEP,
} from '../shared';

/** What the person may record of a workaround (domain.md § 3.5 T2). */
export const WORKAROUND_CHOICES = ['tried', 'not-possible', 'refused'] as const;

const workaround = (id: string, label: string, blockages: readonly string[]): Part => ({
  id,
  label,
  done: { is: 'said', question: id },
  only: { blockages },
  optional: true,
});

const WORKAROUNDS: readonly Part[] = [
  workaround('W1-one-ground', 'Déposer sur un seul fondement, avec un courrier explicatif et les captures', [
    'A1',
    'A10',
  ]),
  workaround('W1-wait', 'Attendre la fin de la première démarche', ['A1']),
  // Its risk is unknown (domain.md § 2.6): never advised, only recorded.
  workaround(
    'W1-second-account',
    'Second compte provisoire : certains avocats s’en servent, à voir avec un avocat ou une association avant de le faire',
    ['A1'],
  ),
  workaround('W2-letter', 'Envoyer le changement par lettre recommandée et par mail, avec un courrier explicatif', [
    'A2',
  ]),
  workaround('W3-captures', 'Capturer chaque écran avant de valider', ['A3']),
  workaround('W3-list', 'Joindre, dans un des envois, un courrier avec la liste des pièces', ['A3']),
  workaround('W3-files', 'Garder une copie de chaque fichier envoyé', ['A3']),
  workaround('W5-collect', 'Demander un rendez-vous de remise du titre ou du duplicata', ['A5']),
  workaround('W7-compress', 'Réduire ou réunir les fichiers (un seul fichier, 10 Mo)', ['A7']),
  workaround('W7-letter', 'Joindre un courrier explicatif, et le reste par lettre recommandée', ['A7']),
];

export const DESIGN_LIMITATION: Track = {
  id: 'T2',
  label: "Limite de conception du portail de l'ANEF",
  contentDate: CONTENT_DATE,
  substitution: true,
  questions: WORKAROUNDS.map(({ id }) => ({ id, choices: WORKAROUND_CHOICES })),
  steps: [
    {
      id: 'S1',
      label: 'Capture de ce que le portail ne permet pas',
      explain:
        "Une image de la page où manque le choix ou le bouton, avec l'adresse complète, la date et l'heure. Faites défiler une longue liste pour la montrer en entier. Ajoutez une note sur la capture : ce que vous cherchiez et ce qui manque.",
      mandatory: true,
      after: [],
      done: { is: 'capture', outcomes: ['blocked', 'down'], noted: ['unrecognised', 'step', 'info', 'refused'] },
      marks: [recaptureMark('S1')],
      sources: [
        { ref: 'S003:1419-1441 « Limites de conception »; S003:1501-1512', seen: DECK },
        { ref: 'domain.md § 2.5 family A, § 3.4 S1', seen: DOMAIN },
      ],
    },
    {
      id: 'W',
      label: 'Autres chemins essayés',
      explain:
        "Pour certaines limites, des avocats connaissent d'autres chemins. Notez pour chacun : essayé, pas possible, ou non voulu, avec vos raisons. Rien n'oblige à les essayer, et cette étape n'empêche jamais les autres. L'article R. 431-2 nomme la conception du portail aussi bien que son fonctionnement.",
      mandatory: false,
      after: ['S1'],
      done: { is: 'any', of: WORKAROUNDS.map((part) => part.done) },
      sources: [
        { ref: 'S003:1439-1441 (workarounds for A1 to A3)', seen: DECK },
        {
          ref: 'domain.md § 2.5 A1-A7, § 2.6, § 3.5 T2; R. 431-2 CESEDA « conception ou mode de fonctionnement »',
          seen: DOMAIN,
        },
      ],
      parts: WORKAROUNDS,
    },
    CCC_STEP,
    PAN_STEP,
    SUBSTITUTION_LETTER_STEP,
    SUBSTITUTION_ANSWER_STEP,
  ],
};
