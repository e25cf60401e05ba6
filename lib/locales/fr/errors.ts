/** FR (source): one sentence group for each code of lib/domain/errors.ts: what happened, that nothing recorded is lost, what to do. */
export const errors = {
  'errors.no-gesture':
    "Le navigateur donne une image seulement après un clic sur le bouton du carnet, son raccourci ou son menu. La tentative est notée. Cliquez sur le bouton du carnet pour prendre l'image.",
  'errors.capture-quota':
    'Trop de captures en même temps : le navigateur en refuse plus de deux par seconde. Rien de noté n’est perdu. Attendez un instant et recommencez.',
  'errors.tab-changed':
    "Un autre onglet ou une autre page est passé devant pendant la capture. L'image n'a pas été gardée, pour ne pas montrer autre chose. Revenez sur la page et recommencez.",
  'errors.tab-closed':
    "L'onglet a été fermé avant la fin de la capture. Ce qui était noté est gardé. Rouvrez la page et recommencez.",
  'errors.protected-page':
    'Le navigateur interdit de photographier cette page : elle lui appartient. Rien de noté n’est perdu. Ouvrez la page de votre démarche.',
  'errors.worker-stopped':
    "Le navigateur a arrêté l'extension avant la fin de la capture. L'essai est noté. Recommencez la capture.",
  'errors.cancelled': "Vous avez arrêté la capture. L'essai est noté. Vous pouvez recommencer quand vous voulez.",
  'errors.picture-unreadable': "Le navigateur a donné une image vide ou abîmée. L'essai est noté. Recommencez.",
  'errors.page-too-large':
    'La page est trop longue pour une seule image. Rien de noté n’est perdu. Capturez-la en plusieurs fois avec « Capturer cette page ».',
  'errors.page-moving':
    "La page bougeait pendant la capture et l'image aurait été fausse. L'essai est noté. Attendez qu'elle ne bouge plus, ou utilisez « Capturer cette page ».",
  'errors.rerender-failed':
    "La page n'a pas pu être redessinée. L'essai est noté. Cliquez sur le bouton du carnet pour photographier l'écran.",
  'errors.rerender-not-allowed':
    "Le « rendu reconstitué » n'est pas permis dans les réglages. Rien de noté n'est perdu. Cliquez sur le bouton du carnet pour photographier l'écran.",
  'errors.stamp-failed':
    "Le bandeau avec la date n'a pas pu être ajouté. L'image originale est gardée, et sa date est notée dans le carnet.",
  'errors.page-unreadable':
    "Cette page n'a pas pu être lue. Rien n'est perdu : vous pouvez la capturer, ou la recharger vous-même et réessayer.",
  'errors.capture-failed':
    "La capture n'a pas marché. L'essai est noté. Recommencez ; si cela continue, rechargez vous-même la page.",
  'errors.storage-full':
    "Il n'y a plus de place sur cet appareil. Ce qui était déjà noté est gardé, mais rien de nouveau ne peut l'être. Exportez le dossier, puis libérez de la place.",
  'errors.storage-unavailable':
    "Le carnet ne peut pas s'ouvrir : le navigateur refuse l'accès à sa mémoire. Ce qui est noté n'est pas touché. Fermez les fenêtres privées, puis redémarrez le navigateur.",
  'errors.entry-unknown-version':
    'Cette ligne vient d’une version plus récente du carnet. Elle est gardée et exportée telle quelle. Mettez l’extension à jour pour la lire.',
  'errors.entry-invalid':
    "Cette ligne n'a pas la forme attendue. Elle est gardée et exportée telle quelle. Vérifiez la chaîne pour en savoir plus.",
  'errors.chain-broken':
    "La suite des lignes n'est pas intacte. Rien n'est effacé. L'export reste possible et le dira sur sa première page.",
  'errors.blob-missing':
    "Le fichier de cette ligne n'est plus sur cet appareil. La ligne et son empreinte sont gardées.",
  'errors.blob-altered':
    'Le fichier de cette ligne ne correspond plus à son empreinte. La ligne est gardée. Ne supprimez rien.',
  'errors.dossier-unknown':
    "Ce dossier n'existe plus sur cet appareil. Les autres sont intacts. Choisissez un autre dossier.",
  'errors.file-too-large': 'Ce fichier est trop grand. Rien d’autre n’est perdu. Choisissez un fichier plus petit.',
  'errors.owner-unconfirmed':
    "Il faut d'abord dire à qui est cette page. Rien n'est perdu : les tentatives attendent. Répondez à la question, en haut.",
  'errors.permission-missing':
    "Le navigateur n'a pas donné l'accès à ce site. Ce qui était noté est gardé. Cliquez sur « Redonner l'accès à ce site ».",
  'errors.message-refused':
    'Une partie de l’extension n’a pas répondu. Rien de noté n’est perdu. Fermez cette fenêtre et rouvrez-la.',
  'errors.export-source-failed':
    "Une partie du dossier n'a pas pu être lue, alors aucun ZIP n'a été fait. Le carnet est intact. Vérifiez la chaîne, puis recommencez.",
  'errors.export-no-room':
    "Le navigateur n'a pas pu préparer le fichier : le disque est peut-être plein. Le carnet est intact, rien n'a été noté. Faites de la place, puis recommencez.",
  'errors.export-cancelled':
    "Vous avez arrêté l'export. Le carnet est intact. Vous pouvez recommencer quand vous voulez.",
  'errors.not-an-export':
    "Ce fichier n'est pas un export du carnet. Rien n'a été changé. Choisissez le bon fichier ZIP.",
  'errors.bag-altered':
    "Ce ZIP a été modifié depuis l'export. Le carnet, lui, est intact. Demandez une nouvelle copie, ou exportez encore.",
} as const;
