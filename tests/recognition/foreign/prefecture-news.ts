/** Pages that a prefecture's own site could publish on other subjects, invented: same marks as town-hall.ts. */
export const PREFECTURE_NEWS = `
@ vigilance-crues | Vigilance orange crues
# Le département placé en vigilance orange
La préfète appelle à la prudence. Évitez les déplacements.
- Restez informés
- Ne franchissez pas une route inondée
@ arrete-secheresse | Arrêté sécheresse
# Restriction des usages de l'eau
Les prélèvements sont interdits de 8 h à 20 h dans le bassin de l'Exemple.
@ grippe-aviaire | Influenza aviaire : zone réglementée
# Zone réglementée
La claustration des volailles est obligatoire dans douze communes.
@ elections-pro | Élections des chambres d'agriculture
# Dépôt des candidatures
Les candidatures sont reçues à la préfecture, sur rendez-vous. Après 17 h, le dépôt est impossible.
@ feux-artifice | Vente de feux d'artifice interdite
# Arrêté préfectoral
La vente et l'usage d'artifices sont interdits du 29 décembre au 2 janvier.
@ permis-affluence | Permis de conduire : affluence au guichet
# Guichet des permis
Aucun créneau disponible avant janvier pour la commission médicale. Les créneaux ouvrent chaque lundi.
@ recrutement-prefecture | La préfecture recrute
# Rejoignez-nous
Gestionnaire des ressources humaines, contrôleur de légalité, agent au bureau des étrangers.
@ journees-patrimoine | Visitez l'hôtel de la préfecture
# Journées du patrimoine
Trois visites guidées. Réservation obligatoire, complet le dimanche.
@ medaille-travail | Médaille d'honneur du travail
# Promotion du 1er janvier
Le dossier se dépose sur une plateforme en ligne. Les dossiers déposés après le 15 octobre sont refusés.
@ association-loi-1901 | Greffe des associations
# Créer une association
La déclaration se fait en ligne. Le récépissé vous est envoyé sous cinq jours.
@ chasse-arrete | Ouverture de la chasse
# Dates d'ouverture
Chevreuil, sanglier : consultez l'arrêté ci-joint.
@ securite-routiere | Contrôles de vitesse
# Semaine de la sécurité routière
Les radars mobiles seront déployés sur la départementale 12.
@ plan-canicule | Plan canicule
# Recommandations
Buvez régulièrement, fermez les volets, prenez des nouvelles de vos proches.
@ enquete-publique | Enquête publique : parc éolien
# Avis d'enquête
Le dossier est consultable en mairie. Les observations peuvent être envoyées par courriel.
@ commissions | Commission de surendettement
# Composition
La commission se réunit deux fois par mois à la succursale de la banque centrale.
@ conciliateur | Médiation avec l'administration
# Le délégué du Défenseur des droits
Il reçoit sur rendez-vous dans les locaux de la sous-préfecture. Il peut aider en cas de blocage d'une démarche en ligne.
@ france-services | France services : une maison ouvre à Exemple
# Une nouvelle maison France services
Impôts, retraite, carte grise : deux conseillers vous accompagnent, du lundi au vendredi.
@ ukraine-dons | Collecte de dons
# Solidarité
Les dons matériels sont reçus à la maison des associations.
@ fraude-rdv | Attention à la revente de rendez-vous
# La préfecture met en garde
Des particuliers revendent des rendez-vous. Les rendez-vous sont gratuits et nominatifs ; ceux obtenus par un robot sont annulés.
@ faux-sites | Alerte aux faux sites administratifs
# Attention aux sites payants
Certains sites imitent l'administration. Vérifiez que l'adresse se termine par gouv.fr.
@ panne-standard | Standard téléphonique indisponible
# Standard
Le standard est temporairement indisponible en raison d'une panne de l'opérateur. Utilisez le formulaire.
@ prefecture-travaux | Travaux dans le hall
# Accueil modifié
L'entrée du public se fait par la rue des Écoles pendant les travaux.
@ armes | Détention d'armes : compte obligatoire
# Système d'information sur les armes
Créez votre compte avant le 31 décembre. Passé cette date, votre détention est irrégulière.
@ expulsions-locatives | Prévenir les expulsions
# La trêve hivernale
Les services de l'État et les associations se mobilisent.
@ drones | Survol par drone
# Déclarer un vol
Le formulaire est à transmettre cinq jours ouvrés avant le vol.
@ subventions-politique-ville | Appel à projets politique de la ville
# Contrats de ville 2027
Votre dossier doit être déposé sur la plateforme de l'agence. Un projet déposé ne peut plus être modifié.
@ integration-appel | Appel à projets intégration
# Accueil et intégration des primo-arrivants
Les associations peuvent déposer un projet jusqu'au 15 janvier.
- Apprentissage du français
- Accès à l'emploi
@ naturalisation-ceremonie | Cérémonie d'accueil dans la citoyenneté
# Quarante-deux nouveaux Français
La secrétaire générale a remis les décrets de naturalisation lors d'une cérémonie.
@ tribunal | Recours administratifs
# Contester une décision
Le tribunal administratif peut être saisi dans un délai de deux mois.
@ carte-identite-prefecture | Cartes d'identité : 30 mairies équipées
# Où déposer sa demande ?
La préfecture ne reçoit plus les demandes de carte d'identité. Adressez-vous à une mairie équipée.
@ maintenance-carte-grise | Interruption du service des cartes grises
# Interruption programmée
Le téléservice sera en maintenance samedi de 8 h à 18 h. Aucun dépôt ne sera possible.
@ bilan-annuel | Bilan d'activité des services de l'État
# L'année en chiffres
12 400 permis, 3 100 associations déclarées, 8 900 titres remis.
@ communique-sous-prefet | Installation du nouveau sous-préfet
# Prise de fonctions
Le nouveau sous-préfet a déposé une gerbe au monument aux morts.
@ sans-objet | Page déplacée
# Cette page a changé d'adresse
Utilisez le moteur de recherche ou le plan du site.
`;
