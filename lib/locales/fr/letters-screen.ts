/** Les courriers à l’écran : la liste, la préparation d’une lettre, l’envoi noté, les lignes du journal. */
export const lettersScreen = {
  'journal.part.letters': 'Courriers',
  'kind.letter-generated': 'Courriers préparés',
  'kind.letter-sent': 'Courriers envoyés',
  'entry.title.letter-generated': 'Courrier préparé : {letter}',
  'entry.title.letter-sent': 'Courrier {number} envoyé',
  'entry.row.letter': 'Courrier',
  'entry.row.letter-exchange': 'Échange noté',
  'entry.row.letter-medium': 'Forme',
  'entry.row.letter-object': 'Objet',
  'entry.row.letter-piece': 'Pièce n° {number}',
  'entry.row.letter-template': 'Modèle',
  'entry.row.letter-warning': 'Signalé avant l’envoi',
  'entry.letter-template': 'version {version}, textes à l’état du {date}',
  'export.event.letter-generated': 'Courrier préparé : {letter}',
  'export.event.letter-sent': 'Courrier {letter} envoyé (échange {exchange})',

  'letters-screen.title': 'Courriers',
  'letters-screen.explain':
    'Chaque courrier est écrit en français, avec les faits de votre journal. Vous le relisez, vous le changez, vous l’envoyez vous-même.',
  'letters-screen.track': 'Pour votre situation',
  'letters-screen.others': 'Autres courriers',
  'letters-screen.made': 'Courriers préparés et envoyés',
  'letters-screen.made-none': 'Aucun courrier préparé pour l’instant.',
  'letters-screen.state.prepared': 'Préparé le {date}',
  'letters-screen.state.sent': 'Envoyé le {date}',
  'letters-screen.state.removed': 'Fichier retiré',
  'letters-screen.state.proof': 'Preuve jointe',
  'letters-screen.state.no-proof': 'Preuve d’envoi à ajouter',
  'letters-screen.pieces-count': '{count, plural, =0 {Sans pièce} one {# pièce : {list}} other {# pièces : {list}}}',
  'letters-screen.piece-number': 'n° {number} = {entry}',
  'letters-screen.piece-gone': '(fichier retiré)',
  'letters-screen.open-entry': 'Voir {number}',
  'letters-screen.back': 'Tous les courriers',
  'letters-screen.unknown': 'Cette version ne connaît pas ce courrier.',

  'letters-screen.request': 'Pour quelle demande de complément ?',
  'letters-screen.request-on': 'notifiée le {date}',
  'letters-screen.request-no-day': 'date de notification non notée',
  'letters-screen.medium': 'Comment l’envoyer ?',
  'letters-screen.fill': 'À remplir',
  'letters-screen.fill-explain': 'Un champ vide devient des pointillés, à compléter.',
  'letters-screen.fill-none': 'Tout ce qui est demandé vient déjà de votre journal.',
  'letters-screen.taken':
    '{count, plural, one {Repris de votre journal : # information à vérifier} other {Repris de votre journal : # informations à vérifier}}',
  'letters-screen.taken-from': 'Repris de {number}. Vérifiez, corrigez si besoin.',
  'letters-screen.taken-today': 'La date d’aujourd’hui. Changez-la si besoin.',
  'letters-screen.taken-source': 'Proposé par l’outil. Vérifiez, corrigez si besoin.',
  'letters-screen.more':
    '{count, plural, one {Ajouter une précision (facultatif)} other {Ajouter des précisions (facultatif, # champs)}}',
  'letters-screen.choose': 'À choisir',
  'letters-screen.keep-identity': 'Garder mes coordonnées sur cet appareil',
  'letters-screen.keep-identity-hint': 'Sans chiffrement, effacées avec ce dossier. Pas sur un ordinateur partagé.',
  'letters-screen.forget-identity': 'Effacer mes coordonnées de cet appareil',
  'letters-screen.identities': 'Coordonnées gardées pour les courriers',
  'letters-screen.clear': 'Vider le formulaire',

  'letters-screen.pieces-summary':
    '{count, plural, =0 {Aucune pièce jointe} one {# pièce jointe} other {# pièces jointes}} – choisir',
  'letters-screen.pieces-hint':
    'Elles sont numérotées par date. Une fois le courrier préparé, ces numéros ne changent plus.',
  'letters-screen.pieces-empty':
    'Votre journal n’a pas encore de capture ni de fichier. Capturez la page du blocage, puis revenez ici.',

  'letters-screen.review': 'Relire',
  'letters-screen.object': 'Objet',
  'letters-screen.copy-object': 'Copier l’objet',
  'letters-screen.blocked': 'Ce courrier ne peut pas encore être préparé',
  'letters-screen.go-ccc': 'Préparer le message au centre de contact citoyens',
  'letters-screen.go-capture': 'Voir le journal et ses captures',
  'letters-screen.go-items': 'Voir mon dossier',
  'letters-screen.watch': 'À regarder avant l’envoi',
  'letters-screen.counter': '{used} caractères sur {limit} environ',
  'letters-screen.preview': 'Aperçu du courrier',
  'letters-screen.french': 'Toujours en français, la langue de l’administration.',

  'letters-screen.use': 'Utiliser le courrier',
  'letters-screen.copy': 'Copier le texte',
  'letters-screen.print': 'Imprimer',
  'letters-screen.pdf': 'Enregistrer en PDF',
  'letters-screen.eml': 'Préparer le courriel avec ses fichiers',
  'letters-screen.working': 'En cours…',
  'letters-screen.copied':
    'Texte copié : collez-le dans le formulaire ou le courriel. D’autres logiciels de cet appareil peuvent le lire aussi.',
  'letters-screen.object-copied': 'Objet copié.',
  'letters-screen.copy-failed': 'Le texte n’a pas pu être copié. Sélectionnez-le dans l’aperçu, puis copiez-le.',
  'letters-screen.saved': 'Fichier « {name} » enregistré ({size}).',
  'letters-screen.printed': 'L’impression est demandée.',
  'letters-screen.kept': 'Gardé dans le journal : {number}.',
  'letters-screen.kept-before': 'Ce courrier est déjà dans le journal : {number}.',
  'letters-screen.flag.drawn': 'Certains caractères ont été dessinés avec les polices de cet appareil.',
  'letters-screen.flag.unprintable':
    'Certains caractères ne peuvent pas être imprimés : leur code est écrit à la place. Relisez le PDF.',
  'letters-screen.flag.too-long': 'Le PDF fait plus de deux pages.',
  'letters-screen.make-failed':
    'Le fichier n’a pas pu être préparé. Rien n’est perdu : essayez encore ou copiez le texte.',
  'letters-screen.keep-failed': 'Le courrier n’a pas pu être gardé dans le journal.',
  'letters-screen.attached': 'Fichiers du courriel',
  'letters-screen.attached-letter': 'Courrier préparé {number} : {letter}',
  'letters-screen.attached-size':
    '{count, plural, =0 {Aucun fichier joint.} one {# fichier joint, {size}.} other {# fichiers joints, {size}.}}',
  'letters-screen.heavy':
    'C’est lourd pour un courriel : certaines boîtes le refusent. Envoyez moins de pièces, ou en deux fois (repère pratique : {size}).',

  'letters-screen.send': 'Après l’envoi',
  'letters-screen.send-explain':
    'Quand le courrier est parti, notez-le : la date entre dans la chronologie. Ce bouton n’envoie rien.',
  'letters-screen.sent-on': 'Envoyé le',
  'letters-screen.sent-time': 'À (facultatif)',
  'letters-screen.sent-future': 'Cette date est dans le futur.',
  'letters-screen.sent-missing': 'Indiquez le jour de l’envoi.',
  'letters-screen.sent': 'Je l’ai envoyé',
  'letters-screen.call': 'Après l’appel',
  'letters-screen.called-explain':
    'L’appel entre dans la chronologie, avec ce que la fiche dit : numéro, heure, durée, réponse, ticket. Ce bouton n’appelle personne.',
  'letters-screen.called': 'Noter l’appel',
  'letters-screen.called-on': 'Appelé le',
  'letters-screen.handed': 'Je l’ai remis',
  'letters-screen.handed-on': 'Remis le',
  'letters-screen.sent-done': 'Envoi noté : {number}.',
  'letters-screen.sent-before': 'Envoi déjà noté : {number}, le {date}.',
  'letters-screen.proof': 'Gardez maintenant la preuve de l’envoi',
  'letters-screen.proof-there': 'La preuve de l’envoi est dans le journal.',
  'letters-screen.proof.CCC_FORM':
    'La capture de la page de confirmation, et le numéro s’il s’affiche. Vous pouvez l’ajouter plus tard.',
  'letters-screen.proof.CCC_MAIL':
    'Le courriel envoyé (fichier ou capture) et la réponse automatique. Vous pouvez l’ajouter plus tard.',
  'letters-screen.proof.PREF_MAIL':
    'Le courriel envoyé (fichier ou capture) et l’accusé de réception. Vous pouvez l’ajouter plus tard.',
  'letters-screen.proof.LRAR':
    'La preuve de dépôt avec son numéro ; plus tard, l’avis de réception signé. Vous pouvez les ajouter plus tard.',
  'letters-screen.proof.DN_MSG':
    'La capture de la messagerie où votre message apparaît. Vous pouvez l’ajouter plus tard.',
  'letters-screen.proof.CCC_PHONE':
    'La capture du journal d’appels du téléphone : elle montre le numéro, la date et l’heure. Vous pouvez l’ajouter plus tard.',
  'letters-screen.proof.PAN':
    'La trace écrite, le cachet, ou une photo du cadre rempli. Vous pouvez l’ajouter plus tard.',
  'letters-screen.proof.other': 'Une capture, une photo ou un document daté. Vous pouvez l’ajouter plus tard.',
  'letters-screen.add-proof': 'Ajouter la preuve',

  'letters-screen.warned.no-capture': 'pas de capture du blocage',
  'letters-screen.warned.no-ccc-contact': 'pas de contact avec le centre de contact citoyens',
  'letters-screen.warned.no-items': 'pas de document demandé',
  'letters-screen.warned.missing-fields': 'informations laissées en pointillé',
  'letters-screen.warned.field-too-long': 'champ très long',
  'letters-screen.warned.field-unreadable': 'champ illisible, laissé en pointillé',
  'letters-screen.warned.message-too-long': 'texte plus long que la limite supposée du formulaire',
  'letters-screen.warned.letter-too-long': 'plus de deux pages',
  'letters-screen.warned.regime-unknown': 'procédure non connue, aucun article cité',
  'letters-screen.warned.regime-other': 'modèle écrit pour une autre procédure',
  'letters-screen.warned.ccc-solved': 'problème noté comme réglé par le centre de contact citoyens',
  'letters-screen.warned.pieces-gone': 'fichier d’une pièce retiré',
} as const;
