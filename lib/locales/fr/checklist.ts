/** Texts of the checklist: the steps of each track (the tables' own words, tests/meta/protocols.test.ts compares them) and the checklist as text. */
export const checklist = {
  'protocols.T1.label': "Blocage technique sur le portail de l'ANEF",
  'protocols.T1.S1.label': 'Capture du blocage',
  'protocols.T1.S1.explain':
    "Une image de la page bloquée où se lisent le message, l'adresse complète de la page, la date et l'heure. D'autres captures, d'autres jours, montrent que le blocage dure.",
  'protocols.T1.S2.label': 'Contact avec le CCC (centre de contact citoyens)',
  'protocols.T1.S2.explain':
    "Écrire au CCC par le formulaire « Nous contacter » ou par mail (dgef-support@interieur.gouv.fr), ou l'appeler au 0 806 001 620 avec le numéro de référence du mail. Gardez une preuve datée : page d'envoi, mail envoyé, capture du journal d'appels. Une réponse automatique prouve l'envoi, ce n'est pas une réponse.",
  'protocols.T1.S2a.label': 'Formulaire « Nous contacter »',
  'protocols.T1.S2b.label': 'Mail au CCC',
  'protocols.T1.S2c.label': 'Appel au CCC',
  'protocols.T1.S3.label': "Aide du PAN (point d'accueil numérique)",
  'protocols.T1.S3.explain':
    "Facultatif : à tout moment après la capture, avec une lettre explicative. Gardez la confirmation du rendez-vous, une capture « aucun créneau » ou ce qui vous a été remis sur place. Cette étape n'empêche jamais les autres.",
  'protocols.T1.S4.label': 'Courrier recommandé et mail à la préfecture',
  'protocols.T1.S4.explain':
    "Une lettre recommandée avec avis de réception et un mail à la préfecture, qui racontent toutes les démarches et demandent la solution de substitution (article R. 431-2 du CESEDA). Gardez la lettre, la preuve de dépôt avec son numéro, l'avis de réception, et le mail envoyé avec ses pièces.",
  'protocols.T1.S4a.label': 'Lettre recommandée avec avis de réception',
  'protocols.T1.S4b.label': 'Mail à la préfecture',
  'protocols.T1.S5.label': 'Réponse de la préfecture',
  'protocols.T1.S5.explain':
    "Convocation, invitation à la solution de substitution, refus ou autre réponse : ajoutez-la dès qu'elle arrive, avec sa date. Un accusé de réception automatique n'est pas une réponse.",
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
  'checklist.text.footer':
    'Information générale, à jour du {date}. Ce n’est pas un conseil juridique : à vérifier avec votre avocat ou une association.',
} as const;
