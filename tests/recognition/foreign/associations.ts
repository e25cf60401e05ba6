/** Pages of associations, lawyers and codes that explain and quote the portals' sentences, invented: same marks as town-hall.ts. */
export const ASSOCIATIONS = `
@ guide-blocage | Que faire quand le site bloque ? - Association Exemple
# Blocages sur le portail des étrangers
Les messages les plus courants :
- « Certaines informations que vous avez saisies sont incorrectes. Veuillez vérifier votre saisie. »
- « Il semblerait que vos informations soient déjà associées à un compte. »
- « Il est trop tôt pour demander le renouvellement de votre titre. »
Faites une capture d'écran à chaque essai, puis écrivez au centre de contact.
@ guide-capture | Bien faire ses captures d'écran
# Une bonne capture montre quatre choses
- L'adresse de la page
- La date et l'heure
- Le message entier, par exemple « dépôt impossible »
- Le fondement demandé
@ guide-rdv | Pas de rendez-vous en préfecture : la marche à suivre
# « Aucun créneau disponible »
Le message « Aucun créneau disponible » s'affiche depuis des mois. « Veuillez réessayer ultérieurement » n'est pas une réponse.
Notez la date et l'heure de chaque essai.
@ modele-lettre | Modèle de lettre à la préfecture
# Lettre recommandée
Madame la Préfète, malgré de nombreuses tentatives, le portail m'indique que « le précédent titre n'a pas été remis ».
Je vous demande de m'indiquer une solution de substitution.
@ modele-refere | Modèle de requête en référé mesures utiles
# Requête
Le requérant a essayé à vingt-trois reprises ; la page affiche toujours « Aucun créneau disponible à partir de cette date ».
Par ces motifs, enjoindre à la préfecture de fixer un rendez-vous.
@ temoignage-1 | Témoignage : huit mois d'attente
# « Votre demande a bien été enregistrée »
C'est la phrase que Salimata a vue en mars. Depuis, plus rien. Elle a perdu son emploi.
@ temoignage-2 | Portrait : un étudiant face à l'écran
# Une option grisée
« En tant qu'étudiant » est grisé. Aucun message. Il a écrit trois fois au centre de contact.
@ permanence | Permanences juridiques
# Nos permanences
Lundi et jeudi de 14 h à 17 h, sur rendez-vous au siège. Apportez votre récépissé ou votre attestation de prolongation.
@ cloture-article | Clôture de demande : comment réagir ?
# Notification de clôture de la demande
Vous avez reçu un message qui dit : « Votre demande en ligne de titre de séjour n° … a été clôturée. » Cette clôture est souvent injustifiée.
- Vérifiez les relances
- Déposez une nouvelle demande
@ complement-article | Répondre à une demande de complément
# Demande de complément : trente jours
Le message commence par « un complément est nécessaire à la poursuite de son instruction ». Répondez dans un délai de 30 jours après avoir pris connaissance de ce message.
@ refus-article | Refus de titre : quels recours ?
# Recours
Quand la décision dit que la demande a été refusée, trois recours existent : gracieux, hiérarchique, contentieux.
@ rapport-2026 | Rapport : la dématérialisation des titres de séjour
# Résumé
Sur 1 200 personnes suivies, 38 % ont rencontré au moins un blocage. Le premier : titre précédent « non remis ».
@ rapport-annexe | Annexe : les messages relevés
# Messages relevés par nos bénévoles
Nom d'utilisateur ou mot de passe invalide, veuillez cliquer sur « Mot de passe oublié ? »
Ce compte est temporairement désactivé
Une erreur technique est survenue
Cette démarche est close
@ faq-asso | Questions fréquentes - Association Exemple
# Questions fréquentes
## Je n'arrive pas à créer un compte
Le site dit que les informations saisies sont incorrectes ? Vérifiez les dates inscrites sur le visa.
## Ma carte a expiré depuis plus de neuf mois
Le renouvellement en ligne n'est plus possible ; une autre procédure existe.
@ formation-benevoles | Formation des bénévoles : diaporama
# Diapositive 14
Votre situation actuelle
Je sollicite le renouvellement de ce titre
Commentaire : ici, le choix est parfois grisé.
@ pan-annuaire | Annuaire des points d'accueil numérique
# Où se faire aider ?
Les points d'accueil numérique aident à la saisie mais ne débloquent pas les dossiers.
- Haute-Savoie : sous-préfecture d'Exemple
- Val-d'Oise : point e-MERAUDE
@ ccc-retour | Le centre de contact citoyen répond-il ?
# Enquête auprès de 300 usagers
Sept personnes sur dix ont reçu une réponse automatique. « Votre message a bien été envoyé » ne prouve pas qu'il a été lu.
@ avocat-blog-1 | Référé et dématérialisation : le point
# Commentaire d'arrêt
La juridiction retient que les captures d'écran, même anonymes, peuvent établir l'impossibilité d'obtenir un rendez-vous.
@ avocat-blog-2 | Titre de voyage : délais et recours
# Réfugiés
Le titre de voyage se demande en ligne. En cas de message « Demande invalide », saisissez le centre de contact.
@ avocat-site | Cabinet Exemple : droit des étrangers
# Vos droits
Première demande, renouvellement, regroupement familial, naturalisation.
[ Prendre rendez-vous au cabinet
@ avocat-rdv-complet | Rendez-vous au cabinet
# Agenda de Maître Exemple
Aucun créneau disponible cette semaine
Prochaine disponibilité le 9 décembre
@ code-r431 | Article sur le téléservice - Code commenté
# De la présentation de la demande
La demande est présentée au moyen d'un téléservice. La personne qui n'est pas en mesure de l'utiliser bénéficie d'un accueil ; en cas d'impossibilité technique, une solution de substitution est mise en place.
@ code-recepisse | Du récépissé - Code commenté
# Récépissé et attestation
La confirmation du dépôt est remise à l'usager. Elle ne vaut pas autorisation de séjour.
@ decision-ta | Jugement commenté, tribunal d'Exemple
# Considérant 6
Il résulte de l'instruction que la requérante a produit douze captures mentionnant « Aucun créneau disponible ».
La demande est accueillie.
@ decision-ta-rejet | Ordonnance commentée
# Rejet
La demande a été rejetée faute de preuve de tentatives répétées sur plusieurs jours.
@ lexique | Petit lexique des démarches
# Lexique
- Récépissé
- Attestation de prolongation de l'instruction
- Clôture : fin d'une demande sans décision
- Classé sans suite
@ tuto-video | Tutoriel : déposer sa demande pas à pas
# Étape 3 sur 6 : les justificatifs
Dans cette vidéo, nous montrons comment joindre ses documents. À la fin s'affiche « Votre demande a bien été enregistrée et vous allez recevoir un accusé de réception ».
@ tuto-fc | Tutoriel : se connecter avec un fournisseur d'identité
# En cas d'erreur Y
« Une erreur s'est produite » : notez le code, par exemple Y000006, et réessayez plus tard.
@ petition | Pétition : rouvrez les guichets
# Signez la pétition
Parce qu'un écran qui affiche « réessayez ultérieurement » n'est pas un service public.
[ Je signe
@ communique | Communiqué interassociatif
# Le numérique ne doit pas être le seul accès
Nous demandons une alternative papier partout. Le site est régulièrement en maintenance.
@ comparatif | Comparer les titres : visiteur, salarié, étudiant
# Quel titre demander ?
( Je travaille
( J'étudie
( Je rejoins ma famille
`;
