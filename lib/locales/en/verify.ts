/** EN: the chain’s problems and the verifier’s sentences: the only texts that the page of an export carries. */

export const verifying = {
  // why a file is not joined
  'export.absent.missing': 'file missing on the device',
  'export.absent.altered': 'file altered on the device: its bytes are no longer those that the journal noted',
  'export.absent.kept': 'original kept on the device, not exported (SHA-256 {sha256})',

  // chain problems, as the export and the verifier say them
  'chain.not-json': 'the line cannot be read',
  'chain.not-canonical': 'the line was written again: same content, other bytes',
  'chain.entry-invalid': 'the line does not have the form of an entry',
  'chain.hash-mismatch': 'the content is not the one whose fingerprint is noted',
  'chain.broken-link': 'the line does not follow the one before: a line was removed, added, moved or changed',
  'chain.wrong-seq': 'the number is not the one expected: a line is missing, repeated or moved',
  'chain.foreign-dossier': 'the line belongs to another file',

  // verifier
  'verify.verdict.intact': 'INTACT: the files and the journal hold together, no change since the export was found.',
  'verify.verdict.altered': 'CHANGED, here is where: what follows does not match the export.',
  'verify.verdict.not-ours': 'CANNOT BE VERIFIED: this is not an export of Carnet de démarches, or it cannot be read.',
  'verify.level.ok': 'OK',
  'verify.level.warning': 'NOTE',
  'verify.level.problem': 'PROBLEM',
  'verify.usage': 'Usage: npm run verify -- FILE.zip',
  'verify.file': 'File: {name}',
  'verify.open-failed': 'The file {name} cannot be opened: {detail}',
  'verify.zip-unreadable': 'This file is not a readable ZIP ({detail}).',
  'verify.zip-damaged':
    'The ZIP is damaged or incomplete ({detail}). Its beginning is that of one of our exports: take a whole copy again.',
  'verify.zip-ambiguous': 'The structure of the ZIP is ambiguous ({detail}).',
  'verify.zip-too-many': 'The ZIP announces {count, number} files; the limit is {limit, number}.',
  'verify.zip-too-large': '{path}: {bytes, number} bytes announced, beyond what is verified ({limit, number}).',
  'verify.zip-bomb':
    'The ZIP announces {bytes, number} bytes once unpacked for a file of {size, number} bytes: the verification stops.',
  'verify.name-unsafe': '{path}: dangerous or absolute path.',
  'verify.name-duplicate': '{path}: this name is present several times in the ZIP.',
  'verify.entry-encrypted': '{path}: encrypted file, it cannot be verified.',
  'verify.entry-unreadable':
    '{path}: the content is damaged in the ZIP{number, select, none {} other { (entry {number})}}: {detail}.',
  'verify.not-a-bag': 'This ZIP does not contain the files of one of our exports.',
  'verify.system-file': '{path}: file added by the operating system, without effect.',
  'verify.tag-missing': '{path}: file of the bag absent.',
  'verify.declaration-altered': 'bagit.txt: the BagIt declaration is not the one expected.',
  'verify.declaration-ok': 'The BagIt declaration is the one expected.',
  'verify.manifest-malformed': '{path}, line {line, number}: the line cannot be read.',
  'verify.manifest-twice': '{path}: {file} is listed several times.',
  'verify.manifest-empty': '{path}: the list is empty.',
  'verify.file-altered':
    '{path}: the content is not the one that {manifest} announces{number, select, none {} other { (entry {number})}}.',
  'verify.file-missing':
    '{path}: file announced by {manifest} and absent{number, select, none {} other { (entry {number})}}.',
  'verify.file-added': '{path}: file added, it is in no list{number, select, none {} other { (entry {number})}}.',
  'verify.files-ok':
    '{count, plural, one {# file identical to its fingerprint} other {# files identical to their fingerprints}}.',
  'verify.oxum-wrong': 'bag-info.txt: Payload-Oxum announces {declared}, the bag holds {actual}.',
  'verify.info-missing': 'bag-info.txt: the line {label} is missing.',
  'verify.count-wrong': 'bag-info.txt announces {declared} entries, the journal holds {actual, number}.',
  'verify.captures-wrong': 'bag-info.txt announces {declared} pictures, the journal holds {actual, number}.',
  'verify.head-wrong': 'bag-info.txt announces the last fingerprint {declared}, that of the journal is {actual}.',
  'verify.dossier-wrong': 'bag-info.txt announces the file {declared}, the journal is that of {actual}.',
  'verify.chain-problem':
    'data/journal.jsonl, line {line, number}{number, select, none {} other { ({number})}}: {problem}.',
  'verify.chain-declared': 'The export already said that the chain did not hold on the device: {detail}.',
  'verify.chain-ok': '{count, plural, one {# entry, the chain holds} other {# entries, the chain holds}} up to {head}.',
  'verify.clock-back':
    "{number}: the device's clock had gone back by {seconds, plural, one {# second} other {# seconds}}.",
  'verify.journal-format': 'data/journal.jsonl: the file does not end with a line end, or holds an empty line.',
  'verify.reference-wrong': '{number}: the fingerprint that the journal notes for {path} is not that of the file.',
  'verify.reference-missing':
    '{number}: {path} is named by the journal and absent from the bag, and the export does not say so.',
  'verify.reference-declared': '{number}: {path} is not joined; the export says so ({reason}).',
  'verify.reference-removed': '{number}: {path} was removed by the person, noted in {by}.',
  'verify.reference-kept':
    '{number}: the original of this file is kept on the device, it is not in the export. Its SHA-256 fingerprint is {sha256}.',
  'verify.payload-unknown': '{path}: no entry of the journal names this file.',
  'verify.references-ok':
    '{count, plural, one {# file named by the journal is joined and identical} other {# files named by the journal are joined and identical}}.',
  'verify.csv-rows': 'data/journal.csv holds {actual, number} rows, the journal {expected, number}.',
  'verify.csv-ok': 'data/journal.csv has one row per entry, with its numbers, dates, addresses and fingerprints.',
  'verify.csv-differs': 'data/journal.csv, {number}: the column {column} does not say what the journal says.',
  'verify.limits':
    'This verification is about the integrity of the file, not about what the pages said nor their weight.',
  'verify.entry-special': '{path}: not a file but a link or a device, refused.',
  'verify.text-too-large':
    '{path}: {bytes, number} bytes, far more than we write ({limit, number}); the file was not read.',
  'verify.line-too-long':
    'data/journal.jsonl, line {line, number}: more than {limit, number} bytes, no entry of ours is so long; the journal was not read.',
  'verify.lines-too-many':
    'data/journal.jsonl: more than {limit, number} lines, no journal of ours is so long; the journal was not read.',
  'verify.entry-newer':
    '{number}: entry written by a later version. Its fingerprint is verified, its content is not read by this version.',
  'verify.reference-size':
    '{number}: the journal notes {declared, number} bytes for {path}, the file has {actual, number}.',
  'verify.picture-size': '{number}: the journal notes {declared} pixels for {path}, the picture has {actual}.',
  'verify.stamp-mismatch':
    '{number}: {path} does not have the size of the original plus a band: it cannot be its stamped copy.',
  'verify.stamps-ok':
    '{count, plural, one {# stamped copy has the width of its original, with the band} other {# stamped copies have the width of their originals, with the band}}.',
  'verify.tombstone-wrong': '{number}: the removal names {target} with another fingerprint than its own.',
  'verify.tombstones-ok':
    '{count, plural, one {# removal noted, it names the right entry} other {# removals noted, they name the right entry}}.',
  'verify.exported-wrong': '{number}: this earlier export announces a last entry that is not that of the journal.',

  // the verifier in LISEZ-MOI.html
  'check.reading': 'Reading the file…',
  'check.progress': '{done, number} of {total, number} files verified',
  'check.verdict.intact': 'Intact',
  'check.verdict.altered': 'Changed: here is where',
  'check.verdict.not-ours': 'Cannot be verified',
  'check.sentence.intact':
    'The files and the journal hold together: no change since the export was found. Read “What this does not prove” below too.',
  'check.sentence.altered':
    'What follows does not match the export. A damaged copy gives the same result: ask for the file again before you conclude.',
  'check.sentence.not-ours': 'This file is not an export of Carnet de démarches, or it cannot be read.',
  'check.name': 'File verified: {name}',
  'check.head':
    'Last fingerprint of the journal: {head}. Compare it, or an older one, with the one that was given to a third party.',
  'check.lines.problem': 'What does not match',
  'check.lines.warning': 'To note',
  'check.lines.ok': 'What was verified',
  'check.more': '{n, plural, one {and # more line} other {and # more lines}}',
  'check.cancelled': 'Verification stopped. Nothing was concluded.',
  'check.unreadable': 'This file cannot be read ({detail}). Nothing was concluded.',
  'check.bug':
    'The verification stopped on an unexpected error ({detail}). Nothing was concluded: the part “How to verify” gives other means.',
  'check.too-old':
    'This browser cannot do these computations here. Open this page with a recent version of Firefox, Chrome, Edge or Safari, or see the part “How to verify”.',
  'check.one': 'Drop one ZIP file only, or one folder only.',
  'check.folder-refused':
    'This browser does not let a dropped folder be read here. Use the button “Choose the unpacked folder”.',
} as const;
