/** Texts of the checklist: the steps of each track (the tables' own words, tests/meta/protocols.test.ts compares them) and the checklist as text. */
import { blockages } from './blockages';
import { protocols } from './protocols';
import { triage } from './triage';

export const checklist = {
  ...protocols,
  ...blockages,
  ...triage,
  // The checklist as text (tests/commands/checklist.ts). Never « complet », « légal », « droit » (domain.md § 4.3).
  'checklist.text.title': 'Carnet de démarches : {track}',
  'checklist.text.now':
    'État au {date} à {time} (heure de Paris, {offset}), {entries, plural, =0 {aucune entrée} one {# entrée} other {# entrées}}.',
  'checklist.text.step': 'Étape',
  'checklist.text.state': 'État',
  'checklist.text.proof': 'Traces',
  'checklist.text.none': 'aucune',
  'checklist.text.mandatory': 'étape nécessaire',
  'checklist.text.optional': 'facultatif',
  'checklist.text.received': 'attendue de la préfecture',
  'checklist.text.none-yet': 'pas dans le carnet',
  'checklist.text.todo': 'à faire',
  'checklist.text.done': 'fait depuis le {date}',
  'checklist.text.waiting': 'fait depuis le {date}, en attente',
  'checklist.text.answered': 'fait depuis le {date}, réponse notée',
  'checklist.text.no-answer': 'fait depuis le {date}, sans réponse notée',
  'checklist.text.skipped': 'étape passée, raison notée',
  'checklist.text.declared': 'déclaratif : {numbers}',
  'checklist.text.declarative': 'déclaratif, sans fichier ni image',
  'checklist.text.wait': 'repère pratique : attendre jusqu’au {date}',
  'checklist.text.wait-legal': 'délai indiqué par un texte, à vérifier : jusqu’au {date}',
  'checklist.text.next': 'Ensuite : {step}',
  'checklist.text.next-waits': 'Ensuite : rien à faire maintenant, une attente court (repère pratique).',
  'checklist.text.next-answered': 'Ensuite : une réponse est notée, à lire avec votre avocat ou une association.',
  'checklist.text.next-nothing': 'Ensuite : chaque étape nécessaire a une trace dans le carnet.',
  'checklist.text.next-skipped': 'Ensuite : aucune étape proposée, une étape nécessaire a été passée.',
  'checklist.text.key-prefecture': 'Invitation de la préfecture à la solution de substitution : {number}',
  'checklist.text.key-ccc': 'Attestation du CCC : {number}',
  'checklist.text.key-none': 'pas dans le carnet',
  'checklist.text.stale':
    'Ces informations ont plus de six mois et sont peut-être dépassées : à vérifier avant de vous en servir.',
  'checklist.text.footer':
    'Information générale, à jour du {date}. Ce n’est pas un conseil juridique : à vérifier avec votre avocat ou une association.',
} as const;
