/** Error pages, logins and notices of other software, invented or in the words of common software: same marks as town-hall.ts. */
export const OTHER_SOFTWARE = `
@ nas-login | Connexion - NAS de la maison
# Se connecter
? Nom d'utilisateur
? Mot de passe
[ Se connecter
@ nas-login-refuse | Connexion refusée - NAS
# Connexion
! Nom d'utilisateur ou mot de passe erroné.
[ Réessayer
@ box-internet | Interface de votre box
# État de la connexion
Connexion internet : interrompue. Appelez l'assistance au 0 000.
@ portail-wifi | Accès wifi de la gare
# Bienvenue
J'accepte les conditions générales d'utilisation.
[ Me connecter
@ banque-login | Espace client - Banque Exemple
# Accédez à vos comptes
? Identifiant à 8 chiffres
[ Valider
@ banque-delai | Session terminée - Banque Exemple
# Vous avez été déconnecté
Votre session a expiré après 5 minutes d'inactivité.
@ banque-virement | Virement enregistré
# Confirmation
Votre demande de virement a bien été enregistrée. Elle sera exécutée le prochain jour ouvré.
@ boutique-404 | Produit introuvable - Boutique Exemple
# Oups, cette page n'existe pas
Le produit n'est plus en vente. Retournez à l'accueil.
@ boutique-commande | Merci pour votre commande
# Merci !
Votre commande n° 6953902 a bien été envoyée. Livraison prévue jeudi.
@ cms-erreur | Erreur critique sur ce site
# Il y a eu une erreur critique sur ce site
Consultez la boîte de réception de l'administrateur du site pour plus d'instructions.
@ cms-maintenance | Maintenance
# Brièvement indisponible pour maintenance
Le blog sera de retour dans une minute.
@ framework-debug | Exception non gérée
# Une exception a été levée
RuntimeException dans Controller.php ligne 42
- #0 Kernel->handle()
- #1 index.php
@ repertoire | Index of /fichiers
# Index of /fichiers
- notes.txt
- photos/
@ hebergeur-parking | Ce nom de domaine est à vendre
# exemple-domaine.example
Achetez ce nom de domaine.
@ hebergeur-suspendu | Compte suspendu
# Ce compte a été suspendu
Contactez votre hébergeur.
@ visio | Salle d'attente
# L'organisateur va bientôt vous faire entrer
[ Quitter la réunion
@ medecin-rdv | Prendre rendez-vous chez un médecin
# Choisissez la date de consultation
Aucun créneau disponible en ligne. Appelez le cabinet.
( Première consultation
( Suivi
@ medecin-slots | Vos disponibilités
# Choisissez votre créneau
( 09h15
( 10h45
@ coiffeur | Réservation au salon
# Choisissez une prestation
Prochaine disponibilité le samedi 5 décembre
@ train-billet | Recherche de billets
# Aucun train disponible à cette date
Essayez un autre horaire.
@ sondage | Questionnaire terminé
# Merci de votre participation
Vos réponses ont bien été enregistrées.
@ formulaire-collegue | Formulaire interne
# Demande de congés
Votre demande a été refusée par votre responsable.
[ Nouvelle demande
@ tickets-support | Ticket 88121 : réponse
# Support informatique
Votre ticket a été clôturé. Répondez à ce message pour le rouvrir.
@ gestion-projet | Tableau : sprint 48
# À faire
- Corriger « Aucun créneau disponible » sur mobile
- Traduire le message d'expiration
@ depot-code | Issue 13 : le site a changé d'habillage
# Le sélecteur ne marche plus
Depuis la mise à jour de juin, la connexion tourne en boucle.
> Corrigé dans la version 2.7.0.
@ depot-code-fichier | fr.yml
# fr.yml
no_slot: "Aucun créneau disponible"
closed: "Cette démarche est close"
@ extension-boutique | Carnet de démarches - boutique d'extensions
# Carnet de démarches
Note et horodate vos tentatives de démarche en ligne. Tout reste sur l'appareil.
[ Ajouter au navigateur
@ reseau-entreprise | Accès bloqué par votre entreprise
# Site bloqué
La catégorie de ce site n'est pas autorisée par la politique de sécurité.
@ controle-parental | Page bloquée
# Cette page est bloquée
Demandez l'autorisation à un parent.
@ antivirus | Connexion interrompue
# Menace détectée
L'antivirus a interrompu la connexion.
@ certificat | Erreur liée à la confidentialité
# Votre connexion n'est pas privée
NET::ERR_CERT_DATE_INVALID
[ Paramètres avancés
@ hors-ligne | Pas de connexion
# Vous êtes hors ligne
Vérifiez votre connexion puis actualisez.
`;
