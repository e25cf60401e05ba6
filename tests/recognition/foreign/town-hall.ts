/** Pages of town halls, invented: one block a line, `@ id | title` opens a page (see parse.ts for the marks). */
export const TOWN_HALL = `
@ inscription-scolaire | Inscription scolaire - Ville d'Exemple
# Inscrire son enfant à l'école
L'inscription se fait en mairie avant le 30 mars pour la rentrée suivante.
- Livret de famille
- Justificatif de domicile de moins de trois mois
[ Commencer l'inscription
@ cantine | Restauration scolaire - Exemple-sur-Loire
# Réserver les repas
Votre réservation a bien été enregistrée. Vous pouvez la modifier jusqu'à la veille, 10 heures.
[ Mes réservations
@ etat-civil-naissance | Demander un acte de naissance
# Acte de naissance
? Nom de naissance
? Prénoms
? Commune de naissance
Votre demande sera traitée sous dix jours ouvrés.
[ Envoyer la demande
@ rdv-cni-complet | Rendez-vous carte d'identité et passeport - Mairie d'Exemple
# Prendre rendez-vous
! Aucun créneau disponible dans cette mairie pour les six prochaines semaines.
Vous pouvez chercher dans une autre commune : le dépôt est possible partout en France.
[ Voir les autres mairies
@ rdv-cni-ok | Votre rendez-vous est confirmé
# Rendez-vous confirmé
Mardi 8 décembre à 9 h 40, guichet 3, mairie annexe.
- Apportez une photo de moins de six mois
@ mairie-ferme | Mairie fermée le 24 décembre
# Fermeture exceptionnelle
Les services seront fermés à partir de midi. Réouverture le lundi suivant à 8 h 30.
@ piscine | Piscine municipale : horaires d'hiver
# Horaires
- Lundi : 12 h à 14 h
- Mercredi : 14 h à 19 h
Le bassin est temporairement indisponible le jeudi pour entretien.
@ dechets | Calendrier de collecte des déchets
# Collecte
Bacs jaunes le mardi, ordures ménagères le vendredi. Sortez vos bacs la veille après 19 h.
@ stationnement | Stationnement résident
# Demander une carte de résident
Attention : la carte de résident de stationnement n'est pas le titre de séjour du même nom.
- Certificat d'immatriculation
- Justificatif de domicile
[ Demander ma carte
@ conseil-municipal | Conseil municipal du 19 novembre
# Délibérations
Le conseil a voté le budget annexe de l'eau et approuvé la modification du plan local d'urbanisme.
- Délibération 2026-71
- Délibération 2026-72
@ elections | S'inscrire sur les listes électorales
# Inscription sur les listes électorales
Les citoyens de l'Union européenne peuvent voter aux élections municipales. Inscription avant le sixième vendredi qui précède le scrutin.
@ associations-subventions | Demande de subvention
# Subventions 2027
Le dossier est à déposer en ligne. Au-delà de la date, le dépôt est impossible.
? Nom de l'association
? Numéro RNA
@ attestation-accueil | Attestation d'accueil - Mairie d'Exemple
# Recevoir un proche étranger pour moins de trois mois
L'attestation d'accueil se demande en mairie par la personne qui héberge.
- Pièce d'identité ou titre de séjour de l'hébergeant
- Timbre fiscal de 30 euros
Aucune demande n'est acceptée sans rendez-vous.
@ ccas | Centre communal d'action sociale
# Aides et accompagnement
Domiciliation, aide alimentaire, constitution d'un dossier de surendettement. Permanence sans rendez-vous le mardi matin.
@ espace-numerique | Espace public numérique de la médiathèque
# Se faire aider pour les démarches en ligne
Un conseiller numérique vous reçoit avec ou sans rendez-vous. Il ne remplace pas l'administration.
- Créer une adresse e-mail
- Imprimer une attestation
@ travaux | Travaux rue du Moulin
# Circulation modifiée
La rue sera barrée du 2 au 13 décembre. Déviation par l'avenue des Tilleuls.
@ urbanisme | Déposer un permis de construire
# Guichet numérique des autorisations d'urbanisme
Votre demande a bien été enregistrée sous le numéro PC 000 000 26 00012. Un accusé de réception vous a été envoyé.
[ Suivre mon dossier
@ urbanisme-refus | Dossier incomplet - Guichet d'urbanisme
# Votre dossier est incomplet
Un complément est nécessaire. Les pièces suivantes sont manquantes : plan de masse, notice paysagère.
Vous disposez d'un délai de trois mois pour les transmettre.
@ bibliotheque | Prêt prolongé
# Mes prêts
Votre demande de prolongation a été acceptée. Date de retour : 14 décembre.
@ menu-enfance | Crèche : commission d'admission
# Demande de place en crèche
! Votre demande a été refusée lors de la commission du 12 novembre, faute de place.
Vous restez sur liste d'attente. Vous pouvez renouveler votre demande en avril.
@ signalement | Signaler un problème dans la rue
# Signaler
( Éclairage en panne
( Dépôt sauvage
( Nid-de-poule
[ Envoyer le signalement
@ jumelage | Comité de jumelage
# Accueil d'une délégation étrangère
Les habitants qui veulent accueillir des visiteurs étrangers peuvent se faire connaître auprès du service culturel.
@ marche-noel | Marché de Noël
# Quarante artisans place de l'Église
Ouvert de 10 h à 20 h du 5 au 20 décembre. Parking gratuit.
@ contact-mairie | Contacter la mairie
# Nous contacter
? Nom
? Prénom
? Adresse e-mail
? Votre message
[ Envoyer
@ contact-mairie-envoye | Message envoyé - Mairie d'Exemple
# Merci
Votre message a bien été envoyé. Nos services vous répondront sous cinq jours ouvrés.
[ Retour à l'accueil
@ mariage | Dossier de mariage
# Se marier en mairie
Le futur époux étranger fournit un certificat de coutume. Un titre de séjour n'est pas exigé.
- Acte de naissance de moins de six mois traduit
@ recensement | Recensement citoyen à 16 ans
# Se faire recenser
La démarche est obligatoire pour les jeunes Français. Le numéro de dossier figure sur l'attestation.
@ location-salle | Réserver une salle
# Salle des fêtes
! Ce créneau n'est plus disponible. Choisissez une autre date.
( 12 décembre
( 19 décembre
@ eau-coupure | Coupure d'eau programmée
# Intervention sur le réseau
Le service sera interrompu le jeudi de 9 h à 12 h. Veuillez nous excuser pour la gêne.
@ portail-famille-maintenance | Portail famille
# Portail famille
! Le portail famille sera indisponible dimanche entre 6 h et 9 h pour une mise à jour.
? Identifiant
? Mot de passe
[ Se connecter
@ budget-participatif | Votez pour les projets
# Budget participatif
Chaque habitant de plus de 16 ans peut voter, quelle que soit sa nationalité.
( Jardin partagé
( Piste cyclable
`;
