/** FR: recevoir un export d’un autre ordinateur, continuer, copies qui ont divergé. */
export const receiving = {
  'kind.journal-imported': 'Dossiers reçus d’un autre ordinateur',
  'receive.entry.title':
    '{mode, select, new {Dossier reçu d’un autre ordinateur : {entries, plural, one {# ligne} other {# lignes}}} continued {Suite reçue d’un autre ordinateur, jusqu’à la ligne {entries, number}} fork {Deux copies de ce dossier ont divergé après la ligne {after}} other {Copie reçue et gardée à part, commune jusqu’à la ligne {after}}}',
  'receive.row.from': 'Exporté par',
  'receive.row.exported': 'Exporté le',
  'receive.row.received': 'Reçu ici le',
  'receive.row.after': 'Dernière ligne commune',
  'receive.row.other': 'Empreinte de l’autre copie',
  'receive.export.result': 'export de {product}, {entries, plural, one {# ligne} other {# lignes}}',
  'receive.readme.fork':
    'Deux copies de ce dossier ont divergé après la ligne {after} du {date}. Cet export contient l’une des deux ; l’autre avait {entries, plural, one {# ligne} other {# lignes}} et finissait par l’empreinte {head}. Rien n’a été mélangé.',
  'receive.readme.beside':
    'Une autre copie de ce dossier était gardée sur le même ordinateur, commune jusqu’à la ligne {after}. Elle avait {entries, plural, one {# ligne} other {# lignes}} et finissait par l’empreinte {head}.',
  'receive.readme.moved':
    'Ce journal a changé d’ordinateur après la ligne {after} : export du {date}, repris le {received}. L’horloge n’est plus celle du même appareil.',

  'receive.open': 'Recevoir un dossier',
  'receive.open-explain': 'Vous avez le fichier ZIP d’un autre ordinateur ? Continuez ce dossier ici.',
  'receive.title': 'Recevoir un dossier d’un autre ordinateur',
  'receive.intro':
    'Choisissez un fichier ZIP fait par Carnet de démarches. Il est d’abord lu et vérifié ici, sur cet appareil. Rien n’est écrit avant votre choix, rien n’est envoyé.',
  'receive.trust':
    'La vérification montre que le fichier n’a pas changé depuis l’export. Elle ne dit pas qui l’a fait : recevez seulement le dossier d’une personne que vous connaissez.',
  'receive.choose': 'Fichier ZIP',
  'receive.drop': 'Vous pouvez aussi le déposer sur cette page.',
  'receive.reading': 'Lecture et vérification du fichier, rien n’est écrit.',
  'receive.writing': 'Réception des fichiers.',
  'receive.again': 'Choisir un autre fichier',

  'receive.refused.altered': 'Ce ZIP a été modifié ou abîmé après l’export : il n’est pas reçu.',
  'receive.refused.altered-why':
    'Un journal changé ne doit pas être continué. Voici où il ne correspond plus. Demandez un nouvel export à la personne qui vous l’a donné, et gardez ce fichier-ci tel quel s’il peut servir.',
  'receive.refused.not-ours': 'Ce fichier ne peut pas être reçu.',
  'receive.refused.not-ours-why':
    'Ce n’est pas un export de Carnet de démarches, ou il dépasse ce qui peut être lu sans risque. Rien n’a été écrit. Choisissez le bon fichier ZIP.',
  'receive.lines': 'Ce que la vérification a trouvé',
  'receive.lines-more': '{count, plural, one {et # autre ligne} other {et # autres lignes}}',

  'receive.holds': 'Ce que contient ce ZIP',
  'receive.is.alias': 'Dossier',
  'receive.is.period': 'Période',
  'receive.is.period-is': 'du {first} au {last}',
  'receive.is.entries': 'Lignes',
  'receive.is.newer': 'dont écrites par une version plus récente',
  'receive.is.captures': 'Captures',
  'receive.is.files': 'Fichiers',
  'receive.is.size': 'Taille',
  'receive.is.exported': 'Exporté le',
  'receive.is.product': 'Exporté par',
  'receive.is.verdict': 'Vérification',
  'receive.is.head': 'Empreinte de la dernière ligne',
  'receive.intact': 'Intègre : aucun changement depuis l’export n’a été trouvé.',

  'receive.relation.unknown': 'Ce dossier n’est pas encore sur cet ordinateur.',
  'receive.relation.unknown-explain':
    'Il arrivera avec toutes ses lignes, telles quelles. Ce que vous noterez ensuite ici suivra sa dernière ligne.',
  'receive.relation.same': 'Ce dossier est déjà ici : rien à ajouter.',
  'receive.relation.same-explain':
    '{more, plural, =0 {Les deux copies ont les mêmes lignes.} one {La copie d’ici a déjà tout, et # ligne de plus.} other {La copie d’ici a déjà tout, et # lignes de plus.}}',
  'receive.relation.ahead':
    'Ce dossier est déjà ici, et ce ZIP va plus loin : {count, plural, one {# ligne} other {# lignes}} à ajouter.',
  'receive.relation.ahead-explain':
    'La copie d’ici s’arrête à la ligne {after}. Les lignes suivantes seront ajoutées telles quelles.',
  'receive.relation.forked': 'Deux copies de ce dossier ont divergé après la ligne {after} du {date}.',
  'receive.relation.forked-none': 'Deux dossiers portent le même identifiant et n’ont aucune ligne commune.',
  'receive.relation.forked-explain':
    'Depuis, la copie d’ici a {ours, plural, one {# ligne} other {# lignes}} à elle, celle du ZIP {theirs, plural, one {# ligne} other {# lignes}}. Les deux seront gardées, chacune entière, jamais mélangées.',
  'receive.removes':
    'Ces lignes retirent des fichiers que cet ordinateur a encore : {numbers}. Ils seront effacés ici aussi.',
  'receive.left-out':
    'Ce ZIP contient des fichiers que vous aviez retirés ici : {numbers}. Ils ne reviennent pas, sauf si vous le demandez.',
  'receive.bring-back': 'Remettre aussi ces fichiers',
  'receive.absent-files':
    '{count, plural, one {# fichier n’est pas dans ce ZIP : il reste absent ici.} other {# fichiers ne sont pas dans ce ZIP : ils restent absents ici.}}',

  'receive.do.new': 'Recevoir ce dossier',
  'receive.do.continue': 'Ajouter la suite',
  'receive.do.fork': 'Garder les deux copies',
  'receive.do.beside': 'Recevoir comme dossier séparé',
  'receive.do.beside-explain': 'La copie d’ici reste comme elle est ; celle du ZIP devient un dossier à part.',

  'receive.done.new': 'Dossier reçu : {alias}',
  'receive.done.continued': 'Suite reçue : {count, plural, one {# ligne ajoutée} other {# lignes ajoutées}} à {alias}',
  'receive.done.fork': 'Les deux copies sont gardées : celle du ZIP s’appelle {alias}',
  'receive.done.beside': 'Copie reçue à part : {alias}',
  'receive.done.not-active':
    'Ce dossier n’est pas ouvert : les pages que vous visitez ne vont pas dedans. Ouvrez-le si c’est bien lui que vous voulez continuer.',
  'receive.done.open': 'Ouvrir ce dossier',
  'receive.done.list': 'Voir les dossiers',

  'dossier.received': 'Reçu d’un autre ordinateur le {date}, pas encore continué ici',
  'dossier.fork': 'Deux copies ont divergé après la ligne {after} du {date} : {aliases}',
  'dossier.fork-none': 'Deux dossiers au même identifiant, sans ligne commune : {aliases}',
  'dossier.twin': 'Une autre copie est ici, commune jusqu’à la ligne {after} du {date} : {aliases}',
  'dossier.fork-explain':
    'Chaque copie est entière et se vérifie à part. Continuez dans une seule ; l’export de chacune le dit.',

  'errors.arrival-moved':
    'Ce dossier a changé ici pendant la réception. Rien de ce ZIP n’a été écrit. Choisissez-le à nouveau.',
  'errors.arrival-cancelled': 'Vous avez arrêté la réception. Rien de ce ZIP n’a été gardé.',
  'errors.arrival-unreadable':
    'Ce fichier ne peut plus être lu (déplacé, changé ou retiré). Rien de ce ZIP n’a été gardé. Choisissez-le à nouveau.',
} as const;
