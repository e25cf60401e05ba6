/** Textes de la seule copie : le dernier export, pourquoi il compte, le fichier à vérifier, la protection du navigateur. Des faits, jamais un avis. */
export const safety = {
  'safety.never':
    'Jamais exporté : {count, plural, one {# ligne n’existe} other {# lignes n’existent}} que dans ce navigateur.',
  'safety.behind':
    'Dernier export : {days, plural, =0 {aujourd’hui} =1 {hier} other {il y a # jours}} ({date}). Depuis : {count, plural, one {# ligne ajoutée} other {# lignes ajoutées}}.',
  'safety.current':
    'Dernier export : {days, plural, =0 {aujourd’hui} =1 {hier} other {il y a # jours}} ({date}). Rien d’ajouté depuis.',
  'safety.empty': 'Rien à exporter pour l’instant : le dossier vient d’être ouvert.',
  'safety.why':
    'Ce qui n’est pas exporté est gardé dans ce navigateur, et nulle part ailleurs. Si le navigateur fait de la place, si l’extension est enlevée, si l’appareil est perdu ou volé, cette copie disparaît. Un export rangé ailleurs reste.',
  'safety.prepared': 'L’outil note qu’il a préparé un fichier. Il ne sait pas si vous l’avez encore.',
  'safety.mark':
    'Rappel après {days, plural, one {# jour} other {# jours}} avec du nouveau : repère pratique, aucun texte ne le demande.',
  'safety.open': 'Exporter maintenant',
  'safety.check.title': 'Le fichier est-il bien enregistré ?',
  'safety.check.explain':
    'C’est le navigateur qui enregistre le fichier : l’outil ne voit pas s’il a réussi (il échoue quand le disque est plein). Regardez si le fichier est bien dans vos téléchargements. Vous pouvez le choisir ici : l’outil le relit en entier, sur cet appareil.',
  'safety.check.choose': 'Relire le fichier enregistré',
  'safety.check.running': 'Lecture du fichier…',
  'safety.check.cancelled': 'Lecture arrêtée. Le fichier n’a pas été relu.',
  'safety.check.same': '{name} est bien le dernier export, relu en entier : rien n’y a changé.',
  'safety.check.older': '{name} est un export lisible, mais pas le dernier de ce dossier.',
  'safety.check.older-explain': 'Gardez-le si vous voulez, et enregistrez aussi le dernier.',
  'safety.check.broken': '{name} n’est pas entier.',
  'safety.check.broken-explain':
    'Le carnet est intact. Faites de la place sur le disque si besoin, puis exportez encore une fois.',
  'safety.check.unreadable': 'Le navigateur n’a pas pu lire ce fichier.',
  'safety.storage': 'Effacement par le navigateur quand la place manque',
  'safety.storage.granted': 'non : le navigateur s’est engagé à garder le carnet',
  'safety.storage.by-permission':
    'non, d’après la documentation du navigateur (permission « stockage illimité ») ; l’outil ne peut pas le contrôler',
  'safety.storage.not-granted': 'possible : le navigateur n’a rien promis. Exportez souvent.',
} as const;
