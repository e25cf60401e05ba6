/** FR: masking a part of a picture: the screen, the journal's lines, the export's words. */
export const redacting = {
  'kind.redacted': 'Images masquées en partie',
  'redact.title.entry': 'Partie masquée sur l’image de {number}',
  'redact.row.pack': 'Dans le dossier exporté',
  'redact.row.copy-only': 'La copie masquée seulement. L’image d’origine reste sur cet appareil.',
  'redact.row.with-original': 'La copie masquée et l’image d’origine.',
  'redact.row.box': 'Cadre {n}',
  'redact.row.box-is': '{width} × {height} pixels, à {x} pixels du bord gauche et {y} pixels du haut',
  'redact.row.source': 'Empreinte de l’image d’origine (SHA-256)',
  'redact.row.copy': 'Empreinte de la copie masquée (SHA-256)',
  'redact.export.event': 'Partie masquée sur l’image de {number}',
  'redact.export.copy-only':
    '{n, plural, one {# cadre opaque} other {# cadres opaques}}, original non joint, par choix de la personne',
  'redact.export.with-original': '{n, plural, one {# cadre opaque} other {# cadres opaques}}, original joint',
  'export.absent.redacted':
    'non joint, par choix de la personne : une partie est masquée, seule la copie masquée est jointe ({number}) ; SHA-256 de ce fichier {sha256}',
  'redact.open': 'Masquer une partie de l’image',
  'redact.open-again': 'Masquer autrement',
  'redact.title': 'Masquer une partie de l’image de {number}',
  'redact.back': 'Retour à {number}',
  'redact.what': 'Ce qui est masqué, ce qui reste',
  'redact.what.copy':
    'Une copie de l’image est faite, avec des cadres noirs. Sous un cadre, il ne reste rien : personne ne peut enlever le noir pour lire dessous.',
  'redact.what.original':
    'L’image d’origine reste sur cet appareil. Elle ne part pas dans le dossier exporté, sauf si vous le choisissez plus bas. Le texte lu sur cette page ne part pas non plus.',
  'redact.what.page':
    'Le carnet garde le titre et l’adresse de la page, et ce qu’il y a lu (dates, numéros). Ces lignes ne peuvent pas être changées : un nom écrit là n’est pas masqué.',
  'redact.what.file':
    'Le carnet garde le nom du fichier et ce que vous avez écrit sur lui. Ces lignes ne peuvent pas être changées : un nom écrit là n’est pas masqué.',
  'redact.what.earlier': 'Ce qui a déjà été exporté, envoyé ou imprimé ne change pas.',
  'redact.what.wide':
    'Faites les cadres un peu plus grands que les mots : leur longueur ne doit pas aider à les deviner. Regardez toute l’image, un nom peut s’y trouver plusieurs fois.',
  'redact.again':
    'Une partie de cette image est déjà masquée. Si vous enregistrez, la nouvelle copie remplace l’autre dans le dossier exporté.',
  'redact.siblings':
    '{count, plural, one {Une autre capture de la même page n’est pas masquée : regardez-la aussi.} other {# autres captures de la même page ne sont pas masquées : regardez-les aussi.}}',
  'redact.picture': 'L’image',
  'redact.how':
    'Tracez un cadre sur chaque partie à masquer, avec la souris ou le doigt. Vous pouvez aussi utiliser le clavier, ou écrire les nombres dans la liste plus bas.',
  'redact.keys':
    'Au clavier : « Ajouter un cadre », puis les flèches pour le déplacer, Maj et les flèches pour changer sa taille, Ctrl et les flèches pour un seul pixel, Suppr pour l’enlever.',
  'redact.add': 'Ajouter un cadre',
  'redact.undo': 'Annuler la dernière action',
  'redact.preview': 'Voir le résultat',
  'redact.finger': 'Le doigt trace un cadre',
  'redact.zoom': 'Taille de l’image',
  'redact.zoom.fit': 'Toute la largeur',
  'redact.zoom.times': '{percent, number} %',
  'redact.view': 'Image à masquer. Les flèches font défiler.',
  'redact.alt': 'Image de {number}',
  'redact.loading': 'Lecture de l’image…',
  'redact.band':
    'Un cadre touche le bandeau du bas. L’adresse, la date et l’empreinte y sont écrites : les masquer enlève de sa force à la copie. Ne le faites que si l’adresse dit un nom.',
  'redact.box.name': 'Cadre {n} : {width} × {height} pixels, à {x} du bord gauche et {y} du haut',
  'redact.box.remove': 'Enlever le cadre {n}',
  'redact.said.add': 'Cadre {n} ajouté : {width} × {height} pixels, à {x} du bord gauche et {y} du haut.',
  'redact.said.change': 'Cadre {n} : {width} × {height} pixels, à {x} du bord gauche et {y} du haut.',
  'redact.said.remove':
    'Cadre {n} enlevé. {count, plural, =0 {Il n’en reste pas.} one {Il en reste un.} other {Il en reste #.}}',
  'redact.said.undo':
    'Dernière action annulée. {count, plural, =0 {Il n’y a pas de cadre.} one {Il y a un cadre.} other {Il y a # cadres.}}',
  'redact.said.none': 'Il y a déjà {max, number} cadres : le cadre n’a pas été ajouté.',
  'redact.list': 'Les cadres, en nombres',
  'redact.list.none': 'Aucun cadre pour le moment.',
  'redact.side.x': 'Depuis la gauche (pixels)',
  'redact.side.y': 'Depuis le haut (pixels)',
  'redact.side.width': 'Largeur (pixels)',
  'redact.side.height': 'Hauteur (pixels)',
  'redact.pack': 'Dans le dossier exporté',
  'redact.pack.copy': 'La copie masquée seulement',
  'redact.pack.copy-hint':
    'L’export dit que l’original n’est pas joint, par choix, et donne son empreinte. Vous pourrez encore montrer l’original à un juge ou à un avocat.',
  'redact.pack.both': 'La copie masquée et l’image d’origine',
  'redact.pack.both-hint': 'Tous ceux qui ouvrent le dossier verront ce qui est masqué.',
  'redact.why': 'Pourquoi ? (facultatif)',
  'redact.why-hint':
    'Par exemple : « nom d’une autre personne ». N’écrivez pas ce qui est masqué : cette phrase est exportée.',
  'redact.no-box': 'Tracez au moins un cadre sur l’image.',
  'redact.impossible': 'Cette ligne n’a pas d’image à masquer, ou ses fichiers ont été retirés.',
  'redact.shown': 'Partie masquée',
  'redact.shown.copy': 'Copie masquée',
  'redact.shown.copy-only': 'Dans le dossier exporté, cette copie remplace l’image d’origine. C’est noté en {number}.',
  'redact.shown.with-original':
    'Dans le dossier exporté, cette copie est jointe avec l’image d’origine. C’est noté en {number}.',
  'redact.shown.original': 'Voir l’image d’origine, gardée sur cet appareil',
  'redact.shown.gone': 'La copie masquée a été retirée. L’image d’origine reste hors du dossier exporté.',
  'redact.shown.target': 'Voir {number}',
  'redact.tag': 'partie masquée',
  'redact.remove-too': 'Les copies masquées de cette image seront effacées aussi.',
  'redact.export.figure': 'Partie masquée par la personne : l’original (SHA-256 {sha256}) n’est pas joint, par choix.',
  'redact.export.figure-joined':
    'Partie masquée par la personne sur la copie ; l’original (SHA-256 {sha256}) est joint.',
  'redact.export.alt': 'Copie masquée de {number}',
} as const;
