/** Pages on taxes, fines, driving licences, car papers and identity papers, invented: same marks as town-hall.ts. */
export const TAXES_LICENCES = `
@ impots-login | Votre espace particulier
# Connexion ou création de votre espace
? Numéro fiscal
? Mot de passe
[ Continuer
@ impots-erreur-login | Erreur d'authentification - espace particulier
# Connexion ou création de votre espace
! Le mot de passe est incorrect. Il vous reste deux essais.
@ impots-delai | Session expirée - espace particulier
# Votre session a expiré
Pour des raisons de sécurité, vous avez été déconnecté. Veuillez vous reconnecter.
@ impots-messagerie | Messagerie sécurisée
# Votre demande
Votre message a bien été envoyé le 20 novembre. Une réponse vous sera apportée sous 48 heures ouvrées.
@ impots-complement | Demande de complément - contribution
# Demande de renseignements
Après examen de votre déclaration, des justificatifs sont nécessaires. Répondez dans un délai de 30 jours.
@ impots-avis | Avis de non-imposition
# Télécharger votre avis
L'avis est demandé pour de nombreuses démarches, dont le renouvellement d'un titre de séjour.
[ Télécharger (PDF)
@ impots-maintenance | Service temporairement indisponible
# Déclaration en ligne
Le service de déclaration est en maintenance. La date limite est reportée.
@ timbre-achat | Acheter un timbre électronique
# Timbre fiscal
( Passeport
( Carte d'identité perdue
( Titre pour étranger
Le timbre est valable douze mois et remboursable pendant dix-huit mois.
[ Ajouter au panier
@ timbre-utilise | Timbre déjà utilisé
# Vérifier un timbre
! Ce timbre à 16 chiffres a déjà été utilisé ou remboursé.
@ amende | Payer une amende
# Saisie du numéro de télépaiement
? Numéro de télépaiement
? Clé
[ Valider
@ amende-contestation | Contestation transmise
# Contestation
Votre réclamation a bien été enregistrée. Conservez l'accusé d'enregistrement.
@ permis-accueil | Permis de conduire : nos démarches
# Permis de conduire
- Renouvellement
- Échange d'un permis étranger
- Perte ou vol
Choisissez votre démarche ci-dessous.
@ permis-echange | Échanger un permis étranger
# Je demande l'échange de mon permis étranger
Vous devez justifier d'une résidence normale en France et d'un titre de séjour valide.
( Permis de l'Espace économique européen
( Permis d'un autre pays
[ Je commence ma demande
@ permis-echange-pieces | Justificatifs - échange de permis
# Je joins mes documents
Les formats acceptés : .jpg, .png, .pdf. La taille maximale : 1 Mo.
- Copie du permis
- Traduction officielle
@ permis-echange-suivi | Suivi - échange de permis
# Votre demande en cours
Votre demande en ligne d'échange de permis n° PE26-00471 est en instruction.
@ permis-echange-refus | Décision - échange de permis
# Notification de décision
Votre demande d'échange a été refusée car aucun accord n'existe avec ce pays.
@ permis-annulation | Suspension du permis
# Récupérer son permis
La visite médicale se prend en préfecture ou chez un médecin agréé.
@ permis-points | Mes points
# Consulter mon solde de points
? Numéro de dossier
? Code confidentiel
! Le code confidentiel est invalide.
@ permis-saturation | Espace conducteur : trop de connexions
# Trop de demandes
Notre site connaît une forte affluence. Vous serez redirigé automatiquement dans 4 minutes.
@ immatriculation | Changer de titulaire
# Carte grise
Étape 1 sur 4 : le véhicule
? Numéro de formule
? Date du certificat
[ Suivant
@ immatriculation-erreur | Demande bloquée - immatriculation
# Votre demande ne peut pas aboutir
! Le certificat a déjà été associé à un autre compte.
Contactez le centre de contact.
@ immatriculation-sent | Demande transmise - immatriculation
# Récapitulatif
Votre demande a bien été transmise. Un certificat provisoire est disponible.
@ predemande-cni | Pré-demande de carte d'identité
# Pré-demande
Votre pré-demande a bien été enregistrée. Notez le numéro ou imprimez le récapitulatif.
@ passeport-suivi | Suivi de fabrication
# Où en est mon passeport ?
Votre titre est disponible en mairie. Un titre non récupéré dans les trois mois est détruit.
@ vignette | Certificat qualité de l'air
# Commander une vignette
? Immatriculation
[ Commander
@ stage-points | Stages de récupération de points
# Trouver un stage
Aucun stage disponible à ces dates dans ce département. Élargissez votre recherche.
@ chasse | Validation du permis de chasser
# Validation en ligne
( Départementale
( Nationale
[ Payer
@ bateau | Inscription maritime
# Enregistrer un bateau
Démarche en ligne. Prévoir l'acte de vente et la fiche technique.
@ casier | Demande d'extrait de casier judiciaire
# Extrait de casier judiciaire
Votre demande a été enregistrée. Vous recevrez l'extrait par courrier électronique.
@ nationalite-acte | Certificat de nationalité française
# Demander un certificat de nationalité
La demande se fait auprès du tribunal. Ne confondez pas avec la naturalisation, qui se demande en préfecture.
`;
