/** EN: one sentence group for each code of lib/domain/errors.ts: what happened, that nothing recorded is lost, what to do. */
export const errors = {
  'errors.no-gesture':
    'The browser gives a picture only after a click on the notebook’s button, its shortcut or its menu. The attempt is written down. Click the notebook’s button to take the picture.',
  'errors.capture-quota':
    'Too many captures at once: the browser refuses more than two a second. Nothing written is lost. Wait a moment and try again.',
  'errors.tab-changed':
    'Another tab or page came to the front during the capture. The picture was not kept, so as not to show something else. Go back to the page and try again.',
  'errors.tab-closed':
    'The tab was closed before the capture ended. What was written is kept. Open the page again and try again.',
  'errors.protected-page':
    'The browser forbids pictures of this page: it is its own. Nothing written is lost. Open the page of your procedure.',
  'errors.worker-stopped':
    'The browser stopped the extension before the capture ended. The try is written down. Capture again.',
  'errors.cancelled': 'You stopped the capture. The try is written down. You can start again whenever you want.',
  'errors.picture-unreadable': 'The browser gave an empty or damaged picture. The try is written down. Try again.',
  'errors.page-too-large':
    'The page is too long for one picture. Nothing written is lost. Capture it in several goes with “Capture this page”.',
  'errors.page-moving':
    'The page kept moving during the capture and the picture would have been wrong. The try is written down. Wait until it stops, or use “Capture this page”.',
  'errors.rerender-failed':
    'The page could not be drawn again. The try is written down. Click the notebook’s button to photograph the screen.',
  'errors.rerender-not-allowed':
    'The “reconstructed rendering” is not allowed in the settings. Nothing written is lost. Click the notebook’s button to photograph the screen.',
  'errors.stamp-failed':
    'The band with the date could not be added. The original picture is kept, and its date is written in the notebook.',
  'errors.page-unreadable':
    'This page could not be read. Nothing is lost: you can capture it, or reload it yourself and try again.',
  'errors.capture-failed':
    'The capture did not work. The try is written down. Try again; if it goes on, reload the page yourself.',
  'errors.storage-full':
    'There is no room left on this device. What was already written is kept, but nothing new can be. Export the file, then free some room.',
  'errors.storage-unavailable':
    'The notebook cannot open: the browser refuses access to its memory. What is written is untouched. Close private windows, then restart the browser.',
  'errors.entry-unknown-version':
    'This line comes from a newer version of the notebook. It is kept and exported as it is. Update the extension to read it.',
  'errors.entry-invalid':
    'This line does not have the expected form. It is kept and exported as it is. Check the chain to know more.',
  'errors.chain-broken':
    'The sequence of lines is not intact. Nothing is erased. The export is still possible and will say so on its first page.',
  'errors.blob-missing': 'The file of this line is no longer on this device. The line and its fingerprint are kept.',
  'errors.blob-altered':
    'The file of this line no longer matches its fingerprint. The line is kept. Do not delete anything.',
  'errors.dossier-unknown': 'This file no longer exists on this device. The others are intact. Choose another one.',
  'errors.file-too-large': 'This file is too large. Nothing else is lost. Choose a smaller one.',
  'errors.owner-unconfirmed':
    'First say whose page this is. Nothing is lost: the attempts are waiting. Answer the question at the top.',
  'errors.permission-missing':
    'The browser has not given access to this site. What was written is kept. Click “Give access to this site again”.',
  'errors.message-refused':
    'A part of the extension did not answer. Nothing written is lost. Close this window and open it again.',
  'errors.export-source-failed':
    'A part of the file could not be read, so no ZIP was made. The notebook is intact. Check the chain, then try again.',
  'errors.export-no-room':
    'The browser could not prepare the file: the disk may be full. The notebook is intact, nothing was written. Make room, then start again.',
  'errors.export-cancelled': 'You stopped the export. The notebook is intact. You can start again whenever you want.',
  'errors.not-an-export': 'This file is not an export of the notebook. Nothing was changed. Choose the right ZIP file.',
  'errors.bag-altered':
    'This ZIP was changed after its export. The notebook itself is intact. Ask for a new copy, or export again.',
} as const;
