/** EN: receiving an export from another computer, going on, copies that diverged. */
export const receiving = {
  'kind.journal-imported': 'Dossiers received from another computer',
  'receive.entry.title':
    '{mode, select, new {Dossier received from another computer: {entries, plural, one {# line} other {# lines}}} continued {Continuation received from another computer, up to line {entries, number}} fork {Two copies of this dossier diverged after line {after}} other {Copy received and kept apart, shared up to line {after}}}',
  'receive.row.from': 'Exported by',
  'receive.row.exported': 'Exported on',
  'receive.row.received': 'Received here on',
  'receive.row.after': 'Last shared line',
  'receive.row.other': 'Fingerprint of the other copy',
  'receive.export.result': 'export by {product}, {entries, plural, one {# line} other {# lines}}',
  'receive.readme.fork':
    'Two copies of this dossier diverged after line {after} of {date}. This export holds one of them; the other had {entries, plural, one {# line} other {# lines}} and ended with the fingerprint {head}. Nothing was mixed.',
  'receive.readme.beside':
    'Another copy of this dossier was kept on the same computer, shared up to line {after}. It had {entries, plural, one {# line} other {# lines}} and ended with the fingerprint {head}.',
  'receive.readme.moved':
    'This journal moved to another computer after line {after}: exported on {date}, taken up on {received}. The clock is no longer that of the same device.',

  'receive.open': 'Receive a dossier',
  'receive.open-explain': 'Do you have the ZIP file from another computer? Go on with that dossier here.',
  'receive.title': 'Receive a dossier from another computer',
  'receive.intro':
    'Choose a ZIP file made by Carnet de démarches. It is first read and checked here, on this device. Nothing is written before you choose, nothing is sent.',
  'receive.trust':
    'The check shows that the file did not change since the export. It does not say who made it: receive only the dossier of somebody you know.',
  'receive.choose': 'ZIP file',
  'receive.drop': 'You can also drop it on this page.',
  'receive.reading': 'Reading and checking the file, nothing is written.',
  'receive.writing': 'Receiving the files.',
  'receive.again': 'Choose another file',

  'receive.refused.altered': 'This ZIP was changed or damaged after the export: it is not received.',
  'receive.refused.altered-why':
    'A changed journal must not be continued. Here is where it no longer matches. Ask the person who gave it to you for a new export, and keep this file as it is if it may be of use.',
  'receive.refused.not-ours': 'This file cannot be received.',
  'receive.refused.not-ours-why':
    'It is not an export of Carnet de démarches, or it goes beyond what can be read safely. Nothing was written. Choose the right ZIP file.',
  'receive.lines': 'What the check found',
  'receive.lines-more': '{count, plural, one {and # more line} other {and # more lines}}',

  'receive.holds': 'What this ZIP holds',
  'receive.is.alias': 'Dossier',
  'receive.is.period': 'Period',
  'receive.is.period-is': 'from {first} to {last}',
  'receive.is.entries': 'Lines',
  'receive.is.newer': 'of which written by a newer version',
  'receive.is.captures': 'Captures',
  'receive.is.files': 'Files',
  'receive.is.size': 'Size',
  'receive.is.exported': 'Exported on',
  'receive.is.product': 'Exported by',
  'receive.is.verdict': 'Check',
  'receive.is.head': 'Fingerprint of the last line',
  'receive.intact': 'Intact: no change since the export was found.',

  'receive.relation.unknown': 'This dossier is not on this computer yet.',
  'receive.relation.unknown-explain':
    'It will come with all its lines, as they are. What you note here afterwards will follow its last line.',
  'receive.relation.same': 'This dossier is already here: nothing to add.',
  'receive.relation.same-explain':
    '{more, plural, =0 {Both copies have the same lines.} one {The copy here already has everything, and # line more.} other {The copy here already has everything, and # lines more.}}',
  'receive.relation.ahead':
    'This dossier is already here, and this ZIP goes further: {count, plural, one {# line} other {# lines}} to add.',
  'receive.relation.ahead-explain':
    'The copy here stops at line {after}. The lines that follow will be added as they are.',
  'receive.relation.forked': 'Two copies of this dossier diverged after line {after} of {date}.',
  'receive.relation.forked-none': 'Two dossiers have the same identifier and share no line.',
  'receive.relation.forked-explain':
    'Since then, the copy here has {ours, plural, one {# line} other {# lines}} of its own, that of the ZIP {theirs, plural, one {# line} other {# lines}}. Both will be kept, each one whole, never mixed.',
  'receive.removes': 'These lines remove files that this computer still has: {numbers}. They will be erased here too.',
  'receive.left-out':
    'This ZIP holds files that you had removed here: {numbers}. They do not come back unless you ask for it.',
  'receive.bring-back': 'Bring these files back too',
  'receive.absent-files':
    '{count, plural, one {# file is not in this ZIP: it stays absent here.} other {# files are not in this ZIP: they stay absent here.}}',

  'receive.do.new': 'Receive this dossier',
  'receive.do.continue': 'Add what follows',
  'receive.do.fork': 'Keep both copies',
  'receive.do.beside': 'Receive as a separate dossier',
  'receive.do.beside-explain': 'The copy here stays as it is; that of the ZIP becomes a dossier of its own.',

  'receive.done.new': 'Dossier received: {alias}',
  'receive.done.continued':
    'Continuation received: {count, plural, one {# line added} other {# lines added}} to {alias}',
  'receive.done.fork': 'Both copies are kept: that of the ZIP is called {alias}',
  'receive.done.beside': 'Copy received apart: {alias}',
  'receive.done.not-active':
    'This dossier is not open: the pages that you visit do not go into it. Open it if it is the one that you want to continue.',
  'receive.done.open': 'Open this dossier',
  'receive.done.list': 'See the dossiers',

  'dossier.received': 'Received from another computer on {date}, not continued here yet',
  'dossier.fork': 'Two copies diverged after line {after} of {date}: {aliases}',
  'dossier.fork-none': 'Two dossiers with the same identifier and no shared line: {aliases}',
  'dossier.twin': 'Another copy is here, shared up to line {after} of {date}: {aliases}',
  'dossier.fork-explain':
    'Each copy is whole and is checked by itself. Go on in one of them only; the export of each says so.',

  'errors.arrival-moved':
    'This dossier changed here during the reception. Nothing of this ZIP was written. Choose it again.',
  'errors.arrival-cancelled': 'You stopped the reception. Nothing of this ZIP was kept.',
  'errors.arrival-unreadable':
    'This file can no longer be read (moved, changed or removed). Nothing of this ZIP was kept. Choose it again.',
} as const;
