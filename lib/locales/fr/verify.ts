/** FR: the chain’s problems and the verifier’s sentences: the only texts that the page of an export carries. */

export const verifying = {
  // why a file is not joined
  'export.absent.missing': 'fichier manquant sur l’appareil',
  'export.absent.altered': 'fichier altéré sur l’appareil : ses octets ne sont plus ceux que le journal avait notés',
  'export.absent.kept': 'original gardé sur l’appareil où le fichier a été ajouté, non exporté (SHA-256 {sha256})',

  // chain problems, as the export and the verifier say them
  'chain.not-json': 'la ligne n’est pas lisible',
  'chain.not-canonical': 'la ligne a été réécrite : même contenu, autres octets',
  'chain.entry-invalid': 'la ligne n’a pas la forme d’une entrée',
  'chain.hash-mismatch': 'le contenu n’est pas celui dont l’empreinte est notée',
  'chain.broken-link': 'la ligne ne suit pas celle d’avant : une ligne a été retirée, ajoutée, déplacée ou changée',
  'chain.wrong-seq': 'le numéro n’est pas celui attendu : une ligne manque, est en double ou est déplacée',
  'chain.foreign-dossier': 'la ligne appartient à un autre dossier',

  // verifier
  'verify.verdict.intact':
    'INTÈGRE : les fichiers et le journal se tiennent, aucun changement depuis l’export n’a été trouvé.',
  'verify.verdict.altered': 'MODIFIÉ, voici où : ce qui suit ne correspond pas à l’export.',
  'verify.verdict.not-ours':
    'NON VÉRIFIABLE : ce fichier n’est pas un export de Carnet de démarches, ou il est illisible.',
  'verify.level.ok': 'OK',
  'verify.level.warning': 'À NOTER',
  'verify.level.problem': 'PROBLÈME',
  'verify.usage': 'Utilisation : npm run verify -- FICHIER.zip',
  'verify.file': 'Fichier : {name}',
  'verify.open-failed': 'Le fichier {name} ne peut pas être ouvert : {detail}',
  'verify.zip-unreadable': 'Ce fichier n’est pas un ZIP lisible.',
  'verify.zip-damaged':
    'Le ZIP est abîmé ou incomplet. Son début est bien celui d’un de nos exports : reprenez une copie entière.',
  'verify.zip-ambiguous': 'La structure du ZIP est ambiguë : deux logiciels pourraient y lire des fichiers différents.',
  'verify.zip-too-many': 'Le ZIP annonce {count, number} fichiers ; la limite est de {limit, number}.',
  'verify.zip-too-large': '{path} : {bytes, number} octets annoncés, au-delà de ce qui est vérifié ({limit, number}).',
  'verify.zip-bomb':
    'Le ZIP annonce {bytes, number} octets une fois décompressé pour {size, number} octets de fichier : la vérification s’arrête.',
  'verify.name-unsafe': '{path} : chemin dangereux ou absolu.',
  'verify.name-duplicate': '{path} : ce nom est présent plusieurs fois dans le ZIP.',
  'verify.entry-encrypted': '{path} : fichier chiffré, il ne peut pas être vérifié.',
  'verify.entry-unreadable':
    '{path} : le contenu est abîmé dans le ZIP{number, select, none {} other { (entrée {number})}} : {detail}.',
  'verify.not-a-bag': 'Ce ZIP ne contient pas les fichiers d’un de nos exports.',
  'verify.system-file': '{path} : fichier ajouté par le système d’exploitation, sans effet.',
  'verify.tag-missing': '{path} : fichier du sac absent.',
  'verify.declaration-altered': 'bagit.txt : la déclaration BagIt n’est pas celle attendue.',
  'verify.declaration-ok': 'La déclaration BagIt est celle attendue.',
  'verify.manifest-malformed': '{path}, ligne {line, number} : la ligne n’est pas lisible.',
  'verify.manifest-twice': '{path} : {file} y figure plusieurs fois.',
  'verify.manifest-empty': '{path} : la liste est vide.',
  'verify.file-altered':
    '{path} : le contenu n’est pas celui qu’annonce {manifest}{number, select, none {} other { (entrée {number})}}.',
  'verify.file-missing':
    '{path} : fichier annoncé par {manifest} et absent{number, select, none {} other { (entrée {number})}}.',
  'verify.file-added':
    '{path} : fichier ajouté, il n’est dans aucune liste{number, select, none {} other { (entrée {number})}}.',
  'verify.files-ok':
    '{count, plural, one {# fichier identique à son empreinte} other {# fichiers identiques à leur empreinte}}.',
  'verify.oxum-wrong': 'bag-info.txt : Payload-Oxum annonce {declared}, le sac contient {actual}.',
  'verify.info-missing': 'bag-info.txt : la ligne {label} manque.',
  'verify.count-wrong': 'bag-info.txt annonce {declared} entrées, le journal en contient {actual, number}.',
  'verify.captures-wrong': 'bag-info.txt annonce {declared} captures, le journal en contient {actual, number}.',
  'verify.head-wrong': 'bag-info.txt annonce la dernière empreinte {declared}, celle du journal est {actual}.',
  'verify.dossier-wrong': 'bag-info.txt annonce le dossier {declared}, le journal est celui de {actual}.',
  'verify.chain-problem':
    'data/journal.jsonl, ligne {line, number}{number, select, none {} other { ({number})}} : {problem}.',
  'verify.chain-declared': 'L’export disait déjà que la chaîne ne se suivait pas sur l’appareil : {detail}.',
  'verify.chain-ok':
    '{count, plural, one {# entrée, la chaîne se suit} other {# entrées, la chaîne se suit}} jusqu’à {head}.',
  'verify.clock-back':
    '{number} : l’horloge de l’appareil était revenue en arrière de {seconds, plural, one {# seconde} other {# secondes}}.',
  'verify.journal-format':
    'data/journal.jsonl : le fichier ne finit pas par une fin de ligne, ou contient une ligne vide.',
  'verify.reference-wrong': '{number} : l’empreinte que le journal note pour {path} n’est pas celle du fichier.',
  'verify.reference-missing': '{number} : {path} est cité par le journal et absent du sac, sans que l’export le dise.',
  'verify.reference-declared': '{number} : {path} n’est pas joint ; l’export le dit ({reason}).',
  'verify.reference-removed': '{number} : {path} a été retiré par la personne, noté en {by}.',
  'verify.reference-kept':
    '{number} : l’original de ce fichier est resté sur l’appareil où il a été ajouté, il n’est pas dans l’export. Son empreinte SHA-256 est {sha256}.',
  'verify.payload-unknown': '{path} : aucune entrée du journal ne cite ce fichier.',
  'verify.references-ok':
    '{count, plural, one {# fichier cité par le journal est joint et identique} other {# fichiers cités par le journal sont joints et identiques}}.',
  'verify.csv-rows': 'data/journal.csv contient {actual, number} lignes, le journal {expected, number}.',
  'verify.csv-ok': 'data/journal.csv a une ligne par entrée, avec ses numéros, dates, adresses et empreintes.',
  'verify.csv-differs': 'data/journal.csv, {number} : la colonne {column} ne dit pas ce que dit le journal.',
  'verify.limits':
    'Cette vérification porte sur l’intégrité du fichier, pas sur ce que les pages disaient ni sur leur portée.',
  'verify.entry-special': '{path} : ce n’est pas un fichier mais un lien ou un périphérique, refusé.',
  'verify.text-too-large':
    '{path} : {bytes, number} octets, bien plus que ce que nous écrivons ({limit, number}) ; le fichier n’a pas été lu.',
  'verify.line-too-long':
    'data/journal.jsonl, ligne {line, number} : plus de {limit, number} octets, aucune de nos entrées n’est si longue ; le journal n’a pas été lu.',
  'verify.lines-too-many':
    'data/journal.jsonl : plus de {limit, number} lignes, aucun de nos journaux n’est si long ; le journal n’a pas été lu.',
  'verify.entry-newer':
    '{number} : entrée écrite par une version plus récente. Son empreinte est vérifiée, son contenu n’est pas lu par cette version.',
  'verify.reference-size':
    '{number} : le journal note {declared, number} octets pour {path}, le fichier en a {actual, number}.',
  'verify.picture-size': '{number} : le journal note {declared} pixels pour {path}, l’image en a {actual}.',
  'verify.stamp-mismatch':
    '{number} : {path} n’a pas la taille de l’original plus une bande : ce ne peut pas être sa copie estampillée.',
  'verify.stamps-ok':
    '{count, plural, one {# copie estampillée a la largeur de son original, la bande en plus} other {# copies estampillées ont la largeur de leur original, la bande en plus}}.',
  'verify.tombstone-wrong': '{number} : le retrait cite {target} avec une autre empreinte que la sienne.',
  'verify.tombstones-ok':
    '{count, plural, one {# retrait noté, il cite la bonne entrée} other {# retraits notés, ils citent la bonne entrée}}.',
  'verify.reference-redacted':
    '{number} : {path} n’est pas joint, par choix de la personne : une partie est masquée, voir {by}.',
  'verify.redaction-wrong':
    '{number} : cette image masquée cite {target} avec une autre empreinte ou une autre image que les siennes.',
  'verify.redaction-copy':
    '{number} : {path} n’est pas une copie masquée comme nous les écrivons, ou n’a pas la taille notée.',
  'verify.redaction-box': '{number} : dans {path}, un cadre n’est pas d’une seule couleur.',
  'verify.redaction-outside': '{number} : {path} diffère de l’original joint ({target}) hors des cadres.',
  'verify.redaction-not-compared':
    '{number} : l’original joint ({target}) n’est pas d’un type que ce vérificateur compare point par point ; les cadres sont vérifiés, le reste de l’image ne l’est pas.',
  'verify.redaction-left':
    '{target} : {count, plural, one {une partie de l’image est masquée} other {# parties de l’image sont masquées}} par la personne, noté en {number}. L’original (SHA-256 {sha256}) n’est pas joint, par choix : la copie ne peut pas lui être comparée ici.',
  'verify.redactions-ok':
    '{count, plural, one {# copie masquée : citée par le journal, à la taille de son original, chaque cadre d’une seule couleur} other {# copies masquées : citées par le journal, à la taille de leur original, chaque cadre d’une seule couleur}}, sans transparence ni autre donnée.',
  'verify.arrival-wrong':
    '{number} : cette réception d’un autre ordinateur annonce une dernière ligne qui n’est pas celle du journal.',
  'verify.exported-wrong':
    '{number} : cet export antérieur annonce une dernière entrée qui n’est pas celle du journal.',
  'damage.sum': 'ses octets ne sont pas ceux que le ZIP annonce (somme de contrôle)',
  'damage.size': 'sa taille n’est pas celle que le ZIP annonce',
  'damage.packed': 'il ne peut pas être décompressé',
  'damage.place': 'il n’est pas à la place que le ZIP annonce',
  'damage.other': 'il ne peut pas être lu',
  'token.malformed': 'ce n’est pas la réponse d’une autorité d’horodatage',
  'token.imprint': 'il date autre chose que cette ligne',
  'token.signature': 'la signature ne correspond pas au contenu',
  'token.signer': 'la signature désigne une autre identité électronique que celle du jeton',
  'token.refused': 'l’autorité a répondu sans rien accorder',
  'token.no-certificate': 'l’identité électronique du signataire n’y est pas',
  'token.usage': 'l’identité électronique du signataire n’est pas réservée à l’horodatage',
  'token.expired': 'l’identité électronique du signataire n’était pas valable à l’heure du jeton',
  'token.algorithm': 'il est signé d’une façon que ce programme ne vérifie pas',
  'verify.pieces-newer':
    'data/pieces/00_pieces.json : liste écrite par une version plus récente. Les PDF ne sont vérifiés que par leur empreinte.',
  'verify.pieces-list': 'data/pieces/00_pieces.json : la liste des pièces n’a pas la forme attendue.',
  'verify.pieces-order':
    'data/pieces/00_pieces.json : la pièce {piece} n’est pas à sa place, les numéros ne se suivent pas.',
  'verify.piece-name': '{path} : le nom ne commence pas par le numéro de la pièce {piece}, ou sert deux fois.',
  'verify.piece-unlisted': '{path} : ce fichier n’est pas dans la liste des pièces.',
  'verify.piece-missing': '{path} : pièce de la liste absente du dossier.',
  'verify.piece-altered': '{path} : le PDF n’est pas celui que la liste des pièces annonce.',
  'verify.piece-foreign': '{path} : la liste dit que ce PDF montre un fichier de {number} que le journal n’y cite pas.',
  'verify.piece-source-absent':
    '{path} : ce PDF montre un fichier de {number} qui n’est pas dans le dossier, il ne peut pas être comparé.',
  'verify.piece-not-whole':
    '{path} : la liste dit que c’est le fichier de {number}, octet pour octet ; ce n’est pas le cas.',
  'verify.piece-pages':
    '{path} : la liste annonce {declared, plural, one {# page} other {# pages}}, le PDF en a {actual, number}.',
  'verify.piece-form': '{path} : ce PDF n’a pas la forme de ceux que nous écrivons, il a pu être changé.',
  'verify.piece-picture-other': '{path} : l’image de {number} dans ce PDF n’est pas celle de {source}.',
  'verify.piece-picture-absent': '{path} : l’image de {number} annoncée n’est pas dessinée dans ce PDF.',
  'verify.piece-picture-unlisted': '{path} : ce PDF contient une image de {number} que la liste n’annonce pas.',
  'verify.piece-picture-twice': '{path} : ce PDF contient deux images qui disent être la même.',
  'verify.piece-picture-unknown':
    '{path} : {count, plural, one {# image} other {# images}} de ce PDF {count, plural, one {n’est celle} other {ne sont celles}} d’aucune entrée.',
  'verify.piece-redrawn':
    '{path} : l’image de {number} a été redessinée (transparence, format ou couleurs) ; elle n’est pas comparée point par point.',
  'verify.piece-attachment': '{path} : un fichier attaché à ce PDF n’est pas un fichier des entrées qu’il montre.',
  'verify.pieces-ok':
    '{files, plural, one {# PDF de pièce est celui que la liste annonce} other {# PDF de pièces sont ceux que la liste annonce}}.',
  'verify.piece-pictures-ok':
    '{count, plural, one {# image dans les PDF est, point par point, celle du dossier} other {# images dans les PDF sont, point par point, celles du dossier}}.',
  'verify.pieces-whole-ok':
    '{count, plural, one {# pièce est un fichier du journal, octet pour octet} other {# pièces sont des fichiers du journal, octet pour octet}}.',
  'verify.stamp-target': '{number} : cet horodatage désigne {target} avec une autre empreinte que la sienne.',
  'verify.stamp-wrong': '{path}, {number} : ce jeton d’horodatage ne tient pas : {token}.',
  'verify.stamp-void': '{path}, {number} : ce jeton d’horodatage ne date rien ici : {token}.',
  'verify.stamp-ok': 'Les lignes jusqu’à {number} existaient le {at}, d’après « {signer} ».',
  'verify.stamp-unknown':
    '« {signer} » dit tenir son identité électronique de « {issuer} ». N’importe qui peut se donner ces noms : ce programme ne sait pas si cette autorité est reconnue. Empreinte SHA-256 {whole, select, yes {de la racine} other {du dernier maillon de la chaîne}}, à comparer avec celle que l’autorité publie : {fingerprint}.',
  'verify.stamp-clock':
    '{number} : l’heure de cette ligne est après celle de l’horodatage, de {seconds, plural, one {# seconde} other {# secondes}} : l’horloge de l’appareil avançait.',
  'verify.verdict.dated':
    'INTÈGRE ET DATÉ PAR UN TIERS, « {signer} » : les fichiers et le journal se tiennent ; les lignes jusqu’à {number} existaient le {at}.',
  'verify.not': 'Ce que cela ne prouve pas',
  'verify.not.1':
    '« Intègre » veut dire : inchangé depuis l’export. Cela ne dit rien de ce que la page montrait avant d’être capturée, ni de l’heure de l’appareil.',
  'verify.not.2':
    'Qui possède le journal entier peut le refaire de la première ligne à la dernière, avec toutes ses empreintes : le résultat serait « intègre » aussi. Cela se voit seulement si l’empreinte d’une de ses lignes a été remise plus tôt à un tiers, par exemple imprimée sur une lettre envoyée ou horodatée.',
  'verify.not.3':
    'Un horodatage vaut ce que vaut celui qui l’a signé. Le nom affiché est celui que le signataire se donne ; ce programme n’a pas de liste des autorités reconnues.',
  'verify.not.4':
    'Dans les PDF, les images sont comparées à celles du dossier. Les titres, les légendes, l’inventaire et la chronologie sont des copies lisibles du journal : ils ne lui sont pas comparés. En cas de doute, c’est data/journal.jsonl qu’il faut lire.',

  // the verifier in LISEZ-MOI.html
  'check.reading': 'Lecture du fichier…',
  'check.progress': '{done, number} sur {total, number} fichiers vérifiés',
  'check.verdict.intact': 'Intègre',
  'check.verdict.dated': 'Intègre et daté par un tiers',
  'check.verdict.altered': 'Modifié : voici où',
  'check.verdict.not-ours': 'Impossible à vérifier',
  'check.sentence.intact':
    'Les fichiers et le journal se tiennent : aucun changement depuis l’export n’a été trouvé. Lisez aussi « Ce que cela ne prouve pas », plus bas.',
  'check.sentence.dated':
    'Les fichiers et le journal se tiennent : aucun changement depuis l’export n’a été trouvé. Les lignes jusqu’à {number} existaient le {at}, d’après « {signer} ». Lisez aussi « Ce que cela ne prouve pas ».',
  'check.sentence.altered':
    'Ce qui suit ne correspond pas à l’export. Une copie abîmée donne le même résultat : redemandez le fichier avant de conclure.',
  'check.sentence.not-ours': 'Ce fichier n’est pas un export de Carnet de démarches, ou il ne peut pas être lu.',
  'check.name': 'Fichier vérifié : {name}',
  'check.head':
    'Dernière empreinte du journal : {head}. Comparez-la, ou une plus ancienne, à celle qui a été remise à un tiers.',
  'check.lines.problem': 'Ce qui ne correspond pas',
  'check.lines.warning': 'À noter',
  'check.lines.ok': 'Ce qui a été vérifié',
  'check.more': '{n, plural, one {et # autre ligne} other {et # autres lignes}}',
  'check.cancelled': 'Vérification arrêtée. Rien n’a été conclu.',
  'check.unreadable': 'Ce fichier ne peut pas être lu ({detail}). Rien n’a été conclu.',
  'check.bug':
    'La vérification s’est arrêtée sur une erreur inattendue ({detail}). Rien n’a été conclu : la partie « Comment vérifier » donne d’autres moyens.',
  'check.too-old':
    'Ce navigateur ne sait pas faire ces calculs ici. Ouvrez cette page avec une version récente de Firefox, Chrome, Edge ou Safari, ou voyez la partie « Comment vérifier ».',
  'check.one': 'Déposez un seul fichier ZIP, ou un seul dossier.',
  'check.folder-refused':
    'Ce navigateur ne laisse pas lire un dossier déposé ici. Prenez le bouton « Choisir le dossier décompressé ».',
} as const;
