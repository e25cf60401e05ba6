/** Pages of social security, family, work and pensions, invented: same marks as town-hall.ts. */
export const SOCIAL = `
@ caf-simulation | Faire une simulation - Allocations
# Estimer vos droits aux aides au logement
? Montant du loyer
? Revenus du foyer
Les ressortissants étrangers doivent être en situation régulière.
[ Calculer
@ caf-compte | Mon compte - Allocations familiales
# Bonjour
- Mes paiements et mes droits
- Mes démarches
- Mes courriers
Dernier paiement le 5 novembre.
@ caf-piece-titre | Un document est attendu
# Document attendu
Nous attendons la copie de votre titre de séjour en cours de validité ou de son récépissé. Sans réponse dans un délai de 30 jours, vos droits seront suspendus.
[ Transmettre un document
@ caf-upload | Transmettre un document
# Transmettre
Les formats acceptés : PDF, JPG, PNG. La taille maximale : 5 Mo par document.
! Le fichier est trop volumineux.
[ Choisir un fichier
@ caf-erreur | Erreur - Espace allocataire
# Une erreur est survenue
Le service est momentanément indisponible. Veuillez réessayer ultérieurement.
Code : CAF-8812
@ caf-changement | Déclarer un changement
# Je déclare un changement de situation
( Situation familiale
( Situation professionnelle
( Adresse
[ Continuer
@ caf-rdv | Prendre un rendez-vous avec un conseiller
# Rendez-vous
Aucun rendez-vous n'est disponible pour ce motif. Choisissez un entretien par téléphone.
@ ameli-carte | Commander une carte Vitale
# Carte Vitale
Votre commande a bien été prise en compte. Vous recevrez votre carte sous trois semaines.
@ ameli-droits | Protection universelle maladie : conditions
# Être affilié quand on est étranger
Vous devez résider en France de façon stable et régulière. La liste des titres de séjour acceptés est fixée par arrêté.
- Carte de résident
- Récépissé de demande de renouvellement de titre de séjour
- Attestation de prolongation d'instruction
@ ameli-ame | Aide médicale de l'État
# Aide médicale de l'État
Elle s'adresse aux personnes étrangères en situation irrégulière. Le dépôt de la première demande se fait au guichet, sur rendez-vous.
@ ameli-login | Connexion à mon compte assuré
# Se connecter
? Numéro de sécurité sociale
? Mot de passe
! Identifiant ou mot de passe incorrect.
[ Me connecter
@ ameli-verrou | Compte bloqué - assuré
# Votre compte est bloqué
Après trois tentatives infructueuses, votre compte est temporairement désactivé. Réessayez dans une heure.
@ ameli-forum | Forum des assurés : titre de séjour expiré
# Titre de séjour expiré et carte Vitale
Bonjour, ma demande de renouvellement est bloquée sur le site des étrangers : « Certaines informations que vous avez saisies sont incorrectes ». Ma caisse peut-elle prolonger mes droits ?
> Réponse d'un conseiller : envoyez une capture d'écran et votre ancien titre.
@ ameli-mutuelle | Complémentaire santé solidaire
# Votre demande de renouvellement
Il est trop tôt pour faire votre demande de renouvellement. Vous pourrez la faire à partir du 1er février.
@ ft-inscription | Inscription comme demandeur d'emploi
# Inscription
Les ressortissants étrangers doivent présenter un titre autorisant à travailler. Vérification faite auprès de la préfecture.
? Date de fin de contrat
[ Continuer
@ ft-inscription-refus | Inscription impossible
# Votre inscription n'a pas pu aboutir
! Votre titre de séjour n'a pas pu être vérifié.
Prenez contact avec votre agence muni de l'original.
@ ft-actualisation | Actualisation mensuelle
# Je m'actualise
( J'ai travaillé
( Je n'ai pas travaillé
Votre actualisation a bien été enregistrée le 29 novembre à 14 h 02.
@ ft-offre | Agent d'accueil en préfecture (H/F)
# Agent d'accueil du service des étrangers
Vous accueillez les usagers, vérifiez les dossiers de titre de séjour et orientez vers le point d'accueil numérique.
- Contrat de six mois
- Temps plein
@ ft-panne | Service indisponible - emploi
# Service indisponible
Nos équipes sont mobilisées pour rétablir la situation. Réessayez plus tard.
@ retraite | Demander ma retraite
# Demande de retraite en ligne
Étape 2 sur 5 : votre carrière à l'étranger
? Pays
? Employeur
[ Enregistrer et poursuivre
@ retraite-rejet | Notification de rejet - Retraite
# Notification de décision
Votre demande de pension de réversion a été rejetée. Vous pouvez saisir la commission de recours amiable dans un délai de deux mois.
@ mdph | Demande à la maison des personnes handicapées
# Suivi de ma demande
Dossier n° 44120 : en instruction. Un complément vous a été demandé le 3 novembre.
@ logement-social | Demande de logement social
# Renouveler ma demande
Votre demande a bien été enregistrée. Numéro unique : 000000000000000000.
Attention, une demande non renouvelée est radiée.
@ logement-social-etranger | Pièces à fournir - logement social
# Justificatifs
Pour chaque majeur étranger : titre de séjour ou récépissé valable. Un visa de court séjour n'est pas accepté.
@ droit-opposable | Recours devant la commission de médiation
# Formulaire de recours
Le recours est refusé si le demandeur ne justifie pas de la régularité de son séjour.
@ bourse-crous | Bourse sur critères sociaux
# Dossier social étudiant
Les étudiants étrangers titulaires d'une carte de résident peuvent déposer un dossier.
? Identifiant national étudiant
[ Valider ma saisie
@ crous-panne | Messervices - maintenance
# Maintenance en cours
Le portail étudiant est en maintenance. Merci de revenir vers 14 heures.
@ universite | Inscription administrative
# Étudiants internationaux
Le certificat de scolarité vous servira pour la validation du visa long séjour valant titre de séjour.
- Attestation CVEC
- Passeport et visa
@ urssaf | Déclaration trimestrielle
# Déclarer mon chiffre d'affaires
Votre déclaration a bien été enregistrée. Accusé de réception n° 26-448812.
@ cheque-energie | Chèque énergie
# Vérifier mon éligibilité
? Numéro fiscal
[ Vérifier
@ messagerie-assmat | Pajemploi : message
# Ma messagerie
Votre question a bien été transmise à nos services. Référence : 8841-26.
`;
