/** Press articles, forums and social posts that quote our sentences, invented: same marks as town-hall.ts. */
export const PRESS_FORUMS = `
@ presse-1 | À Exemple, des étrangers privés de rendez-vous
# « Aucun créneau disponible », tous les matins à 8 heures
Ils sont une trentaine devant la sous-préfecture. Chaque lundi à minuit, ils se connectent. Chaque lundi, la même phrase s'affiche.
> Je n'ai plus de droits, raconte un cuisinier.
@ presse-2 | Bug géant sur le site des titres de séjour
# Le portail en panne pendant deux jours
Le site est en maintenance depuis lundi, selon les usagers. « Erreur 503 » pour les uns, « service indisponible » pour les autres.
@ presse-3 | Titres de séjour : le Conseil d'État tranche
# La haute juridiction impose une solution de substitution
Les préfectures devront recevoir les personnes empêchées de déposer en ligne.
@ presse-4 | Une étudiante perd son stage à cause d'un écran grisé
# « Dépôt impossible »
Deux mots en gris, et un contrat annulé.
@ presse-5 | Le chiffre : 23 tentatives
# Vingt-trois captures d'écran
Il les a imprimées et reliées. Son avocate les a versées au dossier.
@ presse-6 | Cyberattaque : des sites publics inaccessibles
# Plusieurs portails touchés
502 Bad Gateway, 503 Service Unavailable : les messages se sont succédé pendant trois heures.
@ presse-7 | Tribune : l'accueil au guichet est un droit
# Tribune
Une machine répond « votre demande a été clôturée » ; personne n'explique pourquoi.
@ presse-8 | Reportage dans un point d'accueil numérique
# Deux agents, quarante dossiers
Au point d'accueil numérique, on scanne, on corrige une date, on rassure.
@ presse-9 | Le préfet répond aux critiques
# « Nous ouvrons 600 créneaux par mois »
La prochaine mise en ligne de nouveaux rendez-vous est annoncée pour lundi.
@ presse-10 | Rentrée : les universités s'inquiètent
# Étudiants étrangers sans papiers à jour
Le renouvellement en ligne « trop tôt » puis « trop tard », résume une vice-présidente.
@ presse-11 | Une fraude aux rendez-vous démantelée
# Des robots réservaient les créneaux
Les prévenus revendaient chaque rendez-vous 200 euros.
@ presse-12 | Mots croisés du jour
# Horizontalement
- Y pousse le riz
- Refusé au guichet
@ forum-1 | [Résolu] Compte déjà existant - Forum Expats
# Il semblerait que vos informations soient déjà associées à un compte
Bonjour à tous, j'ai ce message quand je crée mon compte. Quelqu'un a une solution ?
> Même chose ici depuis mardi.
> Écris au support, ils l'ont débloqué en dix jours.
[ Répondre
@ forum-2 | Renouvellement trop tôt ? - Forum Expats
# Il est trop tôt pour demander le renouvellement de votre titre
Ma carte finit dans quatre mois et le site refuse.
> Il faut attendre deux mois avant la fin.
@ forum-3 | Mot de passe invalide en boucle
# Nom d'utilisateur ou mot de passe invalide
J'ai réinitialisé trois fois. Le mail n'arrive pas.
> Regarde dans les spams.
@ forum-4 | Erreur Y000006 au moment de la connexion
# Erreur Y000006
Une erreur s'est produite
Un problème lié à vos données d'identité empêche la connexion d'aboutir
> C'est l'état civil, chez moi il manquait un prénom.
@ forum-5 | Dossier passé en instruction !
# Déposé le 3 mai, en instruction depuis hier
- Brouillon
- Déposé
- En instruction
- Accepté
Courage à tous.
@ forum-6 | Code de sécurité refusé sur le site de rendez-vous
# Le code saisi est incorrect
Impossible de passer le captcha.
> Essaie la version audio.
@ forum-7 | Cette démarche est close, que faire ?
# Cette démarche est close
La page de ma préfecture renvoie vers une démarche fermée.
> Appelle la préfecture.
@ forum-8 | Votre session a expiré sans arrêt
# Votre session a expiré ou est invalide
Ça m'arrive à chaque fois à l'étape 4.
@ forum-9 | Notification de prolongation, c'est quoi ?
# Notification de prolongation de l'instruction
Lu le 13/02/2026. Est-ce que je peux travailler avec ?
@ forum-10 | Récépissé : demande de renouvellement
# Demande de renouvellement de récépissé
Vous disposez d'un récépissé qui va expirer dans les quinze jours ? Moi aussi, et le formulaire ne répond pas.
@ forum-11 | Choisissez votre créneau : rien ne s'affiche
# Choisissez votre créneau
Étape 3 sur 6 et page blanche. Vous avez la même chose ?
> Vide le cache.
@ forum-12 | Petite annonce : cours de français
# Cours particuliers
Tous niveaux, préparation aux examens. Premier cours offert.
@ social-1 | Publication - réseau social
# Fil d'actualité
@exemple : 6 h 59, 7 h 00, 7 h 01 : « Aucun créneau disponible ». Bonne journée à tous.
[ J'aime
[ Partager
@ social-2 | Fil de discussion
# Réponses
Le site me dit « Veillez réessayer ultérieurement ». Avec la faute.
[ Répondre
@ qa-1 | Comment savoir si ma demande est enregistrée ? - Questions
# Question
Comment savoir si ma demande de titre de séjour a bien été enregistrée ?
Meilleure réponse : une page affiche « Votre demande a bien été enregistrée et vous allez recevoir un accusé de réception ».
@ qa-2 | Que veut dire « classé sans suite » ? - Questions
# Question
Mon dossier sur la plateforme est « classé sans suite ». Est-ce un refus ?
@ wiki-1 | Titre de séjour en France - encyclopédie libre
# Titre de séjour en France
Le titre de séjour est un document qui autorise un étranger à séjourner. Depuis 2020, la demande se fait en ligne pour plusieurs catégories.
- Histoire
- Catégories
- Notes et références
@ wiki-2 | Erreur HTTP 503 - encyclopédie libre
# HTTP 503
Le code 503 signifie que le service est temporairement indisponible, par exemple pendant une maintenance.
@ wiki-3 | Préfecture en France - encyclopédie libre
# Préfecture
La préfecture est le siège des services de l'État dans le département.
@ podcast | Épisode 12 : « Réessayez ultérieurement »
# Le podcast des démarches
Un récit documentaire en cinq épisodes sur les files d'attente invisibles.
[ Écouter
`;
