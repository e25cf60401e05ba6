/** EN: the chain’s problems and the verifier’s sentences: the only texts that the page of an export carries. */

export const verifying = {
  // why a file is not joined
  'export.absent.missing': 'file missing on the device',
  'export.absent.altered': 'file altered on the device: its bytes are no longer those that the journal noted',
  'export.absent.kept': 'original kept on the device where the file was added, not exported (SHA-256 {sha256})',

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
  'verify.zip-unreadable': 'This file is not a readable ZIP.',
  'verify.zip-damaged':
    'The ZIP is damaged or incomplete. Its beginning is that of one of our exports: take a whole copy again.',
  'verify.zip-ambiguous': 'The structure of the ZIP is ambiguous: two programs could read different files in it.',
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
    '{number}: the original of this file stayed on the device where it was added, it is not in the export. Its SHA-256 fingerprint is {sha256}.',
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
  'verify.reference-redacted': '{number}: {path} is not joined, by the person’s choice: a part is masked, see {by}.',
  'verify.redaction-wrong':
    '{number}: this masked picture cites {target} with another hash or another picture than its own.',
  'verify.redaction-copy':
    '{number}: {path} is not a masked copy as we write them, or has not the size that is written.',
  'verify.redaction-box': '{number}: in {path}, a box is not of one colour.',
  'verify.redaction-outside': '{number}: {path} differs from the original that is joined ({target}) outside the boxes.',
  'verify.redaction-not-compared':
    '{number}: the original that is joined ({target}) is not of a kind that this verifier compares pixel by pixel; the boxes are checked, the rest of the picture is not.',
  'verify.redaction-left':
    '{target}: {count, plural, one {a part of the picture is masked} other {# parts of the picture are masked}} by the person, written in {number}. The original (SHA-256 {sha256}) is not joined, by choice: the copy cannot be compared with it here.',
  'verify.redactions-ok':
    '{count, plural, one {# masked copy: cited by the journal, of the size of its original, each box of one colour} other {# masked copies: cited by the journal, of the size of their originals, each box of one colour}}, without transparency or other data.',
  'verify.arrival-wrong':
    '{number}: this reception from another computer announces a last line that is not that of the journal.',
  'verify.exported-wrong': '{number}: this earlier export announces a last entry that is not that of the journal.',
  'damage.sum': 'its bytes are not those that the ZIP announces (checksum)',
  'damage.size': 'its size is not the one that the ZIP announces',
  'damage.packed': 'it cannot be unpacked',
  'damage.place': 'it is not where the ZIP announces it',
  'damage.other': 'it cannot be read',
  'token.malformed': 'it is not the answer of a time-stamping authority',
  'token.imprint': 'it dates something else than this line',
  'token.signature': 'the signature does not match the content',
  'token.signer': 'the certificate is not the one that the signature names',
  'token.refused': 'the authority answered without granting anything',
  'token.no-certificate': 'the certificate of the signer is not in it',
  'token.usage': 'the certificate is not for time-stamping only',
  'token.expired': 'the certificate was not valid at the time of the token',
  'token.algorithm': 'it is signed in a way that this program does not verify',
  'verify.pieces-newer':
    'data/pieces/00_pieces.json: list written by a later version. The PDFs are verified by their fingerprint only.',
  'verify.pieces-list': 'data/pieces/00_pieces.json: the list of pièces does not have the form expected.',
  'verify.pieces-order':
    'data/pieces/00_pieces.json: pièce {piece} is not in its place, the numbers do not follow each other.',
  'verify.piece-name': '{path}: the name does not begin with the number of pièce {piece}, or is used twice.',
  'verify.piece-unlisted': '{path}: this file is not in the list of pièces.',
  'verify.piece-missing': '{path}: pièce of the list absent from the bag.',
  'verify.piece-altered': '{path}: the PDF is not the one that the list of pièces announces.',
  'verify.piece-foreign':
    '{path}: the list says that this PDF shows a file of {number} that the journal does not name there.',
  'verify.piece-source-absent':
    '{path}: this PDF shows a file of {number} that is not in the bag, it cannot be compared.',
  'verify.piece-not-whole': '{path}: the list says that it is the file of {number}, byte for byte; it is not.',
  'verify.piece-pages':
    '{path}: the list announces {declared, plural, one {# page} other {# pages}}, the PDF has {actual, number}.',
  'verify.piece-form': '{path}: this PDF does not have the form of those that we write, it may have been changed.',
  'verify.piece-picture-other': '{path}: the picture of {number} in this PDF is not that of {source}.',
  'verify.piece-picture-absent': '{path}: the picture of {number} that was announced is not drawn in this PDF.',
  'verify.piece-picture-unlisted': '{path}: this PDF holds a picture of {number} that the list does not announce.',
  'verify.piece-picture-twice': '{path}: this PDF holds two pictures that say they are the same.',
  'verify.piece-picture-unknown':
    '{path}: {count, plural, one {# picture of this PDF is that} other {# pictures of this PDF are those}} of no entry.',
  'verify.piece-redrawn':
    '{path}: the picture of {number} was drawn again (transparency, format or colours); it is not compared pixel by pixel.',
  'verify.piece-attachment': '{path}: a file attached to this PDF is not a file of the entries that it shows.',
  'verify.pieces-ok':
    '{files, plural, one {# PDF is the one that the list of pièces announces} other {# PDFs are those that the list of pièces announces}}.',
  'verify.piece-pictures-ok':
    '{count, plural, one {# picture in the PDFs is, pixel by pixel, that of the bag} other {# pictures in the PDFs are, pixel by pixel, those of the bag}}.',
  'verify.pieces-whole-ok':
    '{count, plural, one {# pièce is a file of the journal, byte for byte} other {# pièces are files of the journal, byte for byte}}.',
  'verify.stamp-target': '{number}: this time-stamp names {target} with another fingerprint than its own.',
  'verify.stamp-wrong': '{path}, {number}: this time-stamp token does not hold: {token}.',
  'verify.stamp-void': '{path}, {number}: this time-stamp token dates nothing here: {token}.',
  'verify.stamp-ok': 'The lines up to {number} existed on {at}, according to “{signer}”.',
  'verify.stamp-unknown':
    '“{signer}” has a certificate issued by “{issuer}”. Anybody can make a certificate with that name: this program does not know whether that authority is recognised. SHA-256 fingerprint of {whole, select, yes {the root certificate} other {the last certificate of the chain}}, to compare with the one that the authority publishes: {fingerprint}.',
  'verify.stamp-clock':
    '{number}: the hour of this line is after that of the time-stamp, by {seconds, plural, one {# second} other {# seconds}}: the device’s clock was ahead.',
  'verify.verdict.dated':
    'INTACT AND DATED BY A THIRD PARTY, “{signer}”: the files and the journal hold together; the lines up to {number} existed on {at}.',
  'verify.not': 'What this does not prove',
  'verify.not.1':
    '“Intact” means: unchanged since the export. It says nothing of what the page showed before it was captured, nor of the device’s clock.',
  'verify.not.2':
    'Whoever holds the whole journal can make it again from the first line to the last, with all its fingerprints: the result would be “intact” too. It shows only if the fingerprint of one of its lines was given earlier to a third party, for instance printed on a letter that was sent, or time-stamped.',
  'verify.not.3':
    'A time-stamp is worth what whoever signed it is worth. The name shown is the one that the signer goes by; this program has no list of recognised authorities.',
  'verify.not.4':
    'In the PDFs, the pictures are compared with those of the bag. The titles, the captions, the inventory and the chronology are readable copies of the journal: they are not compared with it. When in doubt, data/journal.jsonl is the one to read.',

  // the verifier in LISEZ-MOI.html
  'check.reading': 'Reading the file…',
  'check.progress': '{done, number} of {total, number} files verified',
  'check.verdict.intact': 'Intact',
  'check.verdict.dated': 'Intact and dated by a third party',
  'check.verdict.altered': 'Changed: here is where',
  'check.verdict.not-ours': 'Cannot be verified',
  'check.sentence.intact':
    'The files and the journal hold together: no change since the export was found. Read “What this does not prove” too.',
  'check.sentence.dated':
    'The files and the journal hold together: no change since the export was found. The lines up to {number} existed on {at}, according to “{signer}”. Read “What this does not prove” too.',
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
