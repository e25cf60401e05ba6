/** FR: what the background says by itself: the toolbar button, the menu, the note in the page, the first dossier. */
export const flow = {
  'flow.dossier.default': 'Mon dossier',
  'flow.menu.capture': 'Capturer cette page dans le carnet',
  'flow.button.idle': 'Carnet de démarches — dossier « {alias} »',
  'flow.button.none': 'Carnet de démarches',
  'flow.button.blocked': 'Page reconnue, pas encore capturée : {label} — dossier « {alias} »',
  'flow.button.question': 'À qui est cette page ? Ouvrez le carnet pour répondre.',
  'flow.note.title': '{label}',
  'flow.note.logged': 'Noté dans le carnet, dossier « {alias} ».',
  'flow.note.held': 'Le carnet attend de savoir à qui est cette page : cliquez sur son bouton, en haut du navigateur.',
  'flow.note.captured': 'Noté et capturé ({number}), dossier « {alias} ».',
  'flow.note.shortcut': 'Pour garder une image datée : {shortcut}, ou le bouton du carnet en haut du navigateur.',
  'flow.note.no-shortcut': 'Pour garder une image datée : le bouton du carnet, en haut du navigateur.',
  'flow.note.close': 'Fermer cette note',
  'flow.page.unknown': 'Page non reconnue',
  'flow.page.unreachable': 'Le site ne répond pas',
  'flow.page.http-error': 'Le site répond par une erreur',
} as const;
