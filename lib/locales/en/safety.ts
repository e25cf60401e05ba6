/** EN: the only copy: the last export, why it matters, the file to check, the browser's protection. Facts, never advice. */
export const safety = {
  'safety.never': 'Never exported: {count, plural, one {# line exists} other {# lines exist}} in this browser only.',
  'safety.behind':
    'Last export: {days, plural, =0 {today} =1 {yesterday} other {# days ago}} ({date}). Since then: {count, plural, one {# line added} other {# lines added}}.',
  'safety.current':
    'Last export: {days, plural, =0 {today} =1 {yesterday} other {# days ago}} ({date}). Nothing added since.',
  'safety.empty': 'Nothing to export yet: the dossier has just been opened.',
  'safety.why':
    'What is not exported is kept in this browser, and nowhere else. If the browser makes room, if the extension is removed, if the device is lost or stolen, this copy is gone. An export kept elsewhere stays.',
  'safety.prepared': 'The tool notes that it prepared a file. It does not know whether you still have it.',
  'safety.mark':
    'Reminder after {days, plural, one {# day} other {# days}} with something new: a practical mark, no text asks for it.',
  'safety.open': 'Export now',
  'safety.check.title': 'Is the file really saved?',
  'safety.check.explain':
    'The browser saves the file: the tool does not see whether it managed to (it fails when the disk is full). Look for the file in your downloads. You can choose it here: the tool reads it again whole, on this device.',
  'safety.check.choose': 'Read the saved file again',
  'safety.check.running': 'Reading the file…',
  'safety.check.cancelled': 'Reading stopped. The file was not read again.',
  'safety.check.same': '{name} is the last export, read again whole: nothing in it has changed.',
  'safety.check.older': '{name} is an export that can be read, but not the last one of this dossier.',
  'safety.check.older-explain': 'Keep it if you like, and save the last one too.',
  'safety.check.broken': '{name} is not whole.',
  'safety.check.broken-explain': 'The notebook is intact. Make room on the disk if need be, then export once more.',
  'safety.check.unreadable': 'The browser could not read this file.',
  'safety.storage': 'Erasure by the browser when room is short',
  'safety.storage.granted': 'no: the browser has promised to keep the notebook',
  'safety.storage.by-permission':
    'no, according to the browser’s documentation (“unlimited storage” permission); the tool cannot check it',
  'safety.storage.not-granted': 'possible: the browser has promised nothing. Export often.',
} as const;
