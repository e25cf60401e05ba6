/** Help pages, searches, other portals and almost empty pages, invented: same marks as town-hall.ts. */
export const PORTALS = `
@ recherche-1 | aucun créneau disponible préfecture - Recherche
# Environ 48 000 résultats
- Prendre un rendez-vous en préfecture
- « Aucun créneau disponible » : que faire ?
- Forum : pas de créneau depuis six mois
[ Page suivante
@ recherche-2 | titre de séjour renouvellement - Recherche
# Résultats
- Demander ou renouveler un titre de séjour
- Votre situation actuelle : conseils
- Vous êtes titulaire d'un titre de séjour : vos droits
@ recherche-3 | anef maintenance - Recherche
# Résultats
- Le site est en maintenance, que faire ?
- Étrangers en France : connexion
@ recherche-vide | zzzz - Recherche
# Aucun résultat
Aucun document ne correspond aux termes recherchés. Essayez d'autres mots.
@ aide-compte | Aide : créer mon compte
# Comment créer un compte ?
Si le message « certaines informations que vous avez saisies sont incorrectes » s'affiche, vérifiez le numéro étranger et les dates.
Si le message parle d'un compte existant, utilisez « Mot de passe oublié ? ».
@ aide-depot | Aide : après le dépôt
# Que se passe-t-il après le dépôt ?
Quand votre demande a bien été enregistrée, une confirmation est mise à disposition. Elle est suivie, si le dossier est complet, d'une attestation de prolongation.
@ aide-rejet | Aide : pourquoi ma demande a-t-elle été clôturée ?
# Clôture
Une demande est clôturée quand le dossier reste incomplet malgré les relances de nos services.
@ aide-creneau | Aide : je ne trouve pas de créneau
# Pourquoi n'y a-t-il aucun créneau disponible ?
Les créneaux sont mis en ligne chaque semaine. La date de la prochaine mise en ligne est indiquée sur la page.
@ aide-captcha | Aide : le code de sécurité
# Le code est incorrect ?
Demandez un nouveau code ou écoutez la version sonore.
@ aide-dn-brouillon | Aide : où est mon brouillon ?
# Retrouver un brouillon
Connectez-vous puis ouvrez « Mes dossiers ». Un brouillon n'est pas un dossier déposé.
@ aide-dn-close | Aide : la démarche est close
# La démarche est close, que faire ?
Quand une démarche est close, plus aucun dossier ne peut être déposé. Contactez l'administration qui l'a publiée.
@ aide-dn-suivi | Aide : les états d'un dossier
# Que signifient les états ?
- Brouillon : vous seul le voyez
- En construction : vous pouvez encore le modifier
- En instruction : vous ne pouvez plus le modifier
- Accepté, refusé, classé sans suite
@ aide-fc | Aide : les erreurs de connexion
# Codes d'erreur
Y000006 : une erreur technique est survenue. Y020022 : la session a expiré. Fermez l'onglet de votre navigateur et reconnectez-vous.
@ aide-pan | Aide : être accompagné
# Se faire accompagner
Un point d'accueil numérique peut vous aider près de chez vous. Le centre de contact citoyen répond au téléphone.
@ mentions | Mentions légales
# Mentions légales
Éditeur, hébergeur, directeur de la publication. Propriété intellectuelle.
@ cgu | Conditions générales d'utilisation
# Conditions générales
Article 4 : le service peut être momentanément indisponible pour maintenance. Article 5 : le compte peut être désactivé en cas d'usage anormal.
@ accessibilite | Déclaration d'accessibilité
# Accessibilité : partiellement conforme
Retour d'information et contact. Voies de recours : Défenseur des droits.
@ donnees | Données personnelles et cookies
# Vos données
Durée de conservation, destinataires, exercice des droits.
@ plan | Plan du site
# Plan du site
- Demander ou renouveler un titre de séjour
- Je sollicite un autre titre de séjour
- Mes notifications
- Nous contacter
@ statistiques | Statistiques d'utilisation
# Taux de disponibilité : 99,2 %
Incidents du mois : erreur 503 le 4, lenteurs le 12.
@ historique-incidents | Historique des incidents
# Incidents passés
- 4 novembre : service temporairement indisponible, rétabli
- 12 novembre : maintenance programmée, terminée
@ nouveautes | Nouveautés de la version 4.12
# Notes de version
Le message « Aucun créneau disponible » indique maintenant la prochaine mise en ligne. La page de confirmation est plus claire.
@ enquete-satisfaction | Votre avis sur le service
# Êtes-vous satisfait ?
( Oui
( Non
[ Envoyer mon avis
@ portail-pro | Espace professionnel
# Espace employeur
Demander une autorisation de travail pour un salarié étranger.
[ Accéder
@ vide | 
@ vide-titre | Chargement
@ chargement | Application
Chargement en cours
@ javascript | JavaScript requis
# JavaScript est désactivé
Activez JavaScript pour utiliser ce site.
@ navigateur | Navigateur non pris en charge
# Votre navigateur est trop ancien
Mettez-le à jour ou utilisez un autre navigateur.
@ cookies-refus | Cookies nécessaires
# Ce site a besoin de cookies
Autorisez les cookies nécessaires puis rechargez la page.
@ page-test | Test
# Test
lorem ipsum dolor sit amet
@ redirection | Redirection
# Vous allez être redirigé
Si rien ne se passe, suivez ce lien.
@ file-attente | Salle d'attente virtuelle
# Vous êtes dans la file d'attente
Vous êtes le numéro 412. Ne rafraîchissez pas la page.
@ impression | Version imprimable
# Version imprimable
Article publié le 3 novembre, mis à jour le 12.
@ newsletter | Abonnement confirmé
# Abonnement confirmé
Votre inscription à la lettre d'information a bien été enregistrée.
@ agenda-culturel | Agenda culturel du département
# Cette semaine
Exposition, concert, cinéma. Entrée libre dans la limite des places.
`;
