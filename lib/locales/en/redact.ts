/** EN: masking a part of a picture: the screen, the journal's lines, the export's words. */
import type { redacting as source } from '../fr/redact';

export const redacting: Record<keyof typeof source, string> = {
  'kind.redacted': 'Pictures with a hidden part',
  'redact.title.entry': 'Part hidden on the picture of {number}',
  'redact.row.pack': 'In the exported file',
  'redact.row.copy-only': 'The masked copy only. The picture as it was stays on this device.',
  'redact.row.with-original': 'The masked copy and the picture as it was.',
  'redact.row.box': 'Box {n}',
  'redact.row.box-is': '{width} × {height} pixels, {x} pixels from the left edge and {y} pixels from the top',
  'redact.row.source': 'Fingerprint of the picture as it was (SHA-256)',
  'redact.row.copy': 'Fingerprint of the masked copy (SHA-256)',
  'redact.export.event': 'Part hidden on the picture of {number}',
  'redact.export.copy-only':
    '{n, plural, one {# opaque box} other {# opaque boxes}}, original not joined, by the person’s choice',
  'redact.export.with-original': '{n, plural, one {# opaque box} other {# opaque boxes}}, original joined',
  'export.absent.redacted':
    'not joined, by the person’s choice: a part is masked, only the masked copy is joined ({number}); SHA-256 of this file {sha256}',
  'redact.open': 'Hide a part of the picture',
  'redact.open-again': 'Hide it another way',
  'redact.title': 'Hide a part of the picture of {number}',
  'redact.back': 'Back to {number}',
  'redact.what': 'What is hidden, what stays',
  'redact.what.copy':
    'A copy of the picture is made, with black boxes. Under a box nothing is left: nobody can take the black away and read below it.',
  'redact.what.original':
    'The picture as it was stays on this device. It does not go into the exported file, unless you choose so below. The text read on that page does not go either.',
  'redact.what.page':
    'The notebook keeps the page’s title and address, and what it read there (dates, numbers). These lines cannot be changed: a name written there is not hidden.',
  'redact.what.file':
    'The notebook keeps the name of the file and what you wrote about it. These lines cannot be changed: a name written there is not hidden.',
  'redact.what.earlier': 'What was already exported, sent or printed does not change.',
  'redact.what.wide':
    'Make the boxes a little larger than the words: their length must not help to guess them. Look at the whole picture, a name may be there several times.',
  'redact.again':
    'A part of this picture is already hidden. If you save, the new copy replaces the other one in the exported file.',
  'redact.siblings':
    '{count, plural, one {Another capture of the same page is not masked: look at it too.} other {# other captures of the same page are not masked: look at them too.}}',
  'redact.picture': 'The picture',
  'redact.how':
    'Draw a box on each part to hide, with the mouse or your finger. You can also use the keyboard, or write the numbers in the list below.',
  'redact.keys':
    'By keyboard: “Add a box”, then the arrows to move it, Shift and the arrows to change its size, Ctrl and the arrows for one pixel, Delete to remove it.',
  'redact.add': 'Add a box',
  'redact.undo': 'Undo the last action',
  'redact.preview': 'See the result',
  'redact.finger': 'Your finger draws a box',
  'redact.zoom': 'Size of the picture',
  'redact.zoom.fit': 'Full width',
  'redact.zoom.times': '{percent, number} %',
  'redact.view': 'Picture to mask. The arrows scroll.',
  'redact.alt': 'Picture of {number}',
  'redact.loading': 'Reading the picture…',
  'redact.band':
    'A box touches the band at the bottom. The address, the date and the fingerprint are written there: hiding them makes the copy weaker. Do it only if the address says a name.',
  'redact.box.name': 'Box {n}: {width} × {height} pixels, {x} from the left edge and {y} from the top',
  'redact.box.remove': 'Remove box {n}',
  'redact.said.add': 'Box {n} added: {width} × {height} pixels, {x} from the left edge and {y} from the top.',
  'redact.said.change': 'Box {n}: {width} × {height} pixels, {x} from the left edge and {y} from the top.',
  'redact.said.remove': 'Box {n} removed. {count, plural, =0 {None is left.} one {One is left.} other {# are left.}}',
  'redact.said.undo':
    'Last action undone. {count, plural, =0 {There is no box.} one {There is one box.} other {There are # boxes.}}',
  'redact.said.none': 'There are already {max, number} boxes: the box was not added.',
  'redact.list': 'The boxes, in numbers',
  'redact.list.none': 'No box yet.',
  'redact.side.x': 'From the left (pixels)',
  'redact.side.y': 'From the top (pixels)',
  'redact.side.width': 'Width (pixels)',
  'redact.side.height': 'Height (pixels)',
  'redact.pack': 'In the exported file',
  'redact.pack.copy': 'The masked copy only',
  'redact.pack.copy-hint':
    'The export says that the original is not joined, by choice, and gives its fingerprint. You can still show the original to a judge or a lawyer.',
  'redact.pack.both': 'The masked copy and the picture as it was',
  'redact.pack.both-hint': 'Everybody who opens the file will see what is hidden.',
  'redact.why': 'Why? (optional)',
  'redact.why-hint': 'For example: “name of another person”. Do not write what is hidden: this sentence is exported.',
  'redact.no-box': 'Draw at least one box on the picture.',
  'redact.impossible': 'This line has no picture to mask, or its files were removed.',
  'redact.shown': 'Hidden part',
  'redact.shown.copy': 'Masked copy',
  'redact.shown.copy-only':
    'In the exported file, this copy stands for the picture as it was. It is written in {number}.',
  'redact.shown.with-original':
    'In the exported file, this copy is joined with the picture as it was. It is written in {number}.',
  'redact.shown.original': 'See the picture as it was, kept on this device',
  'redact.shown.gone': 'The masked copy was removed. The picture as it was stays out of the exported file.',
  'redact.shown.target': 'See {number}',
  'redact.tag': 'part hidden',
  'redact.remove-too': 'The masked copies of this picture will be erased too.',
  'redact.export.figure': 'Part masked by the person: the original (SHA-256 {sha256}) is not joined, by choice.',
  'redact.export.figure-joined': 'Part masked by the person on the copy; the original (SHA-256 {sha256}) is joined.',
  'redact.export.alt': 'Masked copy of {number}',
};
