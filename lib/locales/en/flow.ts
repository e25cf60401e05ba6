/** EN: what the background says by itself: the toolbar button, the menu, the note in the page, the first dossier. */
export const flow = {
  'flow.dossier.default': 'My file',
  'flow.menu.capture': 'Capture this page in the notebook',
  'flow.button.idle': 'Carnet de démarches — file “{alias}”',
  'flow.button.none': 'Carnet de démarches',
  'flow.button.blocked': 'Page recognised, not captured yet: {label} — file “{alias}”',
  'flow.button.question': 'Whose page is this? Open the notebook to answer.',
  'flow.note.title': '{label}',
  'flow.note.logged': 'Written in the notebook, file “{alias}”.',
  'flow.note.held': 'The notebook needs to know whose page this is: click its button, at the top of the browser.',
  'flow.note.captured': 'Written and captured ({number}), file “{alias}”.',
  'flow.note.shortcut': 'To keep a dated picture: {shortcut}, or the notebook’s button at the top of the browser.',
  'flow.note.no-shortcut': 'To keep a dated picture: the notebook’s button, at the top of the browser.',
  'flow.note.close': 'Close this note',
  'flow.page.unknown': 'Page not recognised',
  'flow.page.unreachable': 'The site does not answer',
  'flow.page.http-error': 'The site answers with an error',
} as const;
