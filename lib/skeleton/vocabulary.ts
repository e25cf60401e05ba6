/**
 * Words that a page of an administration may say, in French and in English, without accents and in lower case: a word
 * that begins with a capital is kept in a skeleton only when it is here. Names of people, places, months and days are
 * left out on purpose; names that are also common words (Petit, Grand, Blanc, Rose) too.
 */
const WORDS = `
a abandonner abime abimee abonnement abord abort about abouti aboutir absence absent absents absolu absolute acceder
acceptation accepte acceptee accepter acceptes acces access accessibilite accessibility accessible accompagne
accompagnement accord account accueil accuse acheter acknowledgement acompte acquitter action actions activate
active activite actualiser actuelle actuellement add added additional addons address addresses administrateur
administratif administratifs administration administrative administratives admis admission adresse adresses adulte
adultes advice aes affichait affiche affichee affichees afficher afin after again agence agent agents agree ai aide
aider aidez ainsi ajout ajoute ajoutee ajouter ajoutez alert alerte alertes all aller allez allow allowed allows
almost alors already altere altered always am ambigue ambiguous amount an and anef annee annees annexe annexes
annonce annonces announced annulation annule annulee annuler annulez another answer answered answers ants any
anything apatride apercu app apparait appareil appartenance appartient appears appel appele appeler appelle appels
application apply applying appointment apportez apprecie approuve approved apps appui apres archive archives are
area areas arrete arretee arreter arriere arrive arrives arrondissement article artisan as aside asile ask asked
assemblee assemblees assesses assistance association associations associees assurance assurer at attached
attachments attempt attempts attend attendent attendez attendre attendu attendue attente attention attestation
attested attestee attribue attribution au aucun aucune aupres aurait aurez aurons aussi authentication authorisation
authorised authorization automatic automatically automatique automatiquement autorisation autorise autorisee
autorisees autorises autre autrement autres aux available avait avance avancement avant avec average avertissement
avez avis avocat avoir away back bad balance bancaire bank banque bar bas basket be beaucoup been before begin
beginning behind being belongs below beneficiaire beneficiary besoin better between bien bienvenue birth blocage
block blockage blocked blocks bloque bloquee boite bon bonjour born bouge bougeait bouger bouton box bpi breakdown
brother brouillon browser bulletin bureau but button by bytes cache cadre calculer calendar call called came
campagne can canal cancel cancelled cannot captcha capture captured capturee capturer captures capturez capturing
car carnet cart carte cas case cases categorie categories category ccc ce cela celibataire celle celles celui centre
centres certaines certains certificat certificate ces ceseda cesse cet cette ceux chain chaine champ change changed
changee changement changements changer changing channel chaque charge chargement chat check checked checking chemin
cherche chez chiffre chiffres child children choice choices choisi choisir choisis choisissez choix choose chose
chosen choses chrome chronologie chronology ci cite cites citizen citizens citoyen citoyens city civil civile
civilite classe clavier cleaned clic click clique cliquer cliquez clock clos close closed closing closure cloture
cloturee cloud cochee cochez code codes coherent collectivite colour come comes commande comme commence commencee
commencer commencez comment comments commission common commune company compare compares complaint complement
complementaires complements complet complete completed compliant compris compte compter comptera comptes computes
computing concerne concerned concernee concernees condition conditionnera conditions conduire confiance
confidentialite confirm confirmation confirmed confirmer confirms conforme conjoint connaissance connecte connected
connectee connecter connectez connection connexion connue conseil consent conserve consideree construction consulter
consultez contact contacte contacter contactera contactez contacts contain contains contenir content contents
contenu contenus contient continue continuer contrat controle convention convocation cookie cookies coordonnees
copie copy copyright cordialement correct correction correctly correspond correspondant correspondent corriger could
count countries country counts courriel courrier cours court covers create creating creation credentials credit
creer creez creneau creneaux critere criteres current currently customer damaged dangereux dangerous dans dashboard
data date dated datee dates day days de deadline debut decalage decide decidez decision declaratif declaration
declarations declare declared declarer declenchee decompresse deconnecter deconnexion default defaut definitif
definitive deja dela delai delais delay delete deleted delivery delivrance delivre demande demandent demander
demandes demandez demarche demarches denied dentee deny depart departement departements department departments
depasse depasser depend depends deplacee depose deposee deposees deposent deposer deposez depot depuis derniere
dernieres derniers des desactive descendre describe description desole dessin dessous dessus destinataire detail
details detenu deux devant devez device dgef did differ difference different differente differents differer
difficulte digital diplome dira dire direct direction directory disabled disaient disait dise disent display
disponibilite disponible disponibles dispose disposez dit dites divers dns do document documents does doivent
domicile donc done donne donnee donnees donner donnez dont dossier dossiers double down download downloads drafted
draw drawing drawn droit droite droits drop du duplicata duration dure duree during each earlier early ecart echange
echanges echeance echec echoue economies economique ecoule ecouter ecran ecrire ecrit ecrite ecrites ecriture
ecrivez editeur edu eee efface effacer effaces effacez effect effectue effectuee effectuer effectuez effet egalement
electronique electroniques eligibilite eligible elle elles else email empeche emploi employer employeur empreinte
empreintes empty en enable enabled encore encours encrypted end ended enfant enfants engage engagee english enlever
enough enregistre enregistree enregistrement enregistrer enregistrez ensemble ensuite entering entier entiere
entierement entre entree entrees entreprise entries entry environment envoi envoie envoye envoyee envoyer envoyez
epoux erase erased ere erreur erreurs error errors espace essai essayez est et etablissement etait etape etapes etat
etats ete etes etranger etrangere etrangeres etrangers etre etudes etudiant etudiants eur euro european europeen
europeenne euros eux evenement event ever every everything everywhere exact exacte examen example exceeded
exceptionnelle exchange exchanges execution exercer exiges exist existe existing exists expected expiration expire
expired expiree expirer expiry explain explains explicative expliquer expliquez exploitation export exporte exported
exportee exporter exportez exports expose expresse extension extensions fabrication facultatif facultative failed
failure faire fait faite faites familial familiale famille family faq far fausse faut faveur favorable favourites
fax fee feedback fees femme fenetre fenetres ferme fermer fermez few fichier fichiers fictif fictifs fictive field
fields figure file files filing fill filled fills filter filtrer filtres fin find fingerprint fingerprints finie
finir finish finished finit first fiscal foire fois folder follow followed follows fonction fonctionnement fondement
fondements footer for forbid forbidden forbids foreign foreigner foreigners foreseen forgot forgotten form formation
formats forme forms formulaire formulaires formuler formulez found fourni fournie fournies fournir fournis
fournissez fr frais francais francaise france franceconnect franchise free freely french from front full further
fuseau futur future garde gardee gardees garder gardez gateway general generale generales gerer gestion get gets
give given gives go goes gone gouv granted gratuite great ground group guest guichet guichets guide had hand handed
handle happens has haut haute have he heading held hello help her here heure hi hidden him his hold holds home
horaire horaires horloge hors hour hours how however html http https humain human i ici id identical identifiant
identifier identifiez identique identite identity if ignore il illisible ils image images immatriculation
immigration imparti important impossibilite impossibility impossible impossibles impot impots imprimer imprimez in
inaccessible inactif inactive inactivite inattendue including incomplet incomplete inconnu inconnue incorrect
incorrectes independant independent indication indique indiquee indiquer indiquez indisponible individuelle
industriel info inform informant information informations informatique informe initial inscription inscrire inscrit
insertion instant instruction instructions instruit insufficient intact intacte intacts integrite integrity interdit
interieur internal international internationale interne internet interrompu interrupted introduction introuvable
invalid invalide invitation invite inviter invites invitons ip is issue issued it items its itself jamais javascript
je join joindre joined joins joint jointe jointes joints jour journal jours judge juge juridique juridiques jusqu
just juste justificatif justificatifs justifie justifier kb keep keeps kept keyboard kind km know known ko la laisse
laissee lance lancer language languages langue larger last lasts later latest le leave leaves lecture left legal
legales legaux les letter lettre leur leurs levee level liberez libre librement license lie liees lien liens lieu
lieux ligne lignes limit limite limitee line lines linked lire lisent lisible list liste listed listes lit loaded
loading local locked log logement logged logging login logo logout loi loin lois longer longtemps longue look looked
lors lorsque lost lrar lu lue lui m ma madame made mail maintenance maintenant maintenir mais majeur majeure make
maladie malgre manage manager mandatory manquant manquants manque many map marche mariage mariee marquees masque
masquer masques match matches matin max maximale maximum may mb me means medecin media medicale meeting meilleur
member members membre meme memes memoire memory mensuel mensuelle mention mentionnees mentionnes mentions menu merci
mes message messagerie messages mesure mesures method mettez mettre midi mieux might min mind mineur mineure minimum
ministere minute minutes mio mise missing mlle mme mo mobile modalites mode modele modification modifie modified
modifiee modifier modifiez modify module moi moins mois moment momentanement mon monsieur montant month months
montrait montre montrent montrer more most mot motif motifs mots moved moving moyen moyenne munissez must my
naissance name named names national nationalite nationality naturalisation nature navigateur navigation ne near
nearly necessaire necessaires necessary need needed needs negatif nettoyee nettoyees network never new newer newest
newsletter next ni nickname no nom nombre nombres nomme non none nor nos not note noted notee notees noter notes
notez nothing notice notices notification notifications notify notre nous nouveau nouveautes nouveaux nouvelle now
number numbers numerique numeriques numeriser numero numeros objet obligation obligations obligatoire observation
observations obtenir occupe occupee occurred octets of off offered officiel officielle officielles offline offre
offres offset ofii ok okay old on once one onglet onglets online only ont open opened opening opens operating
operation operations option optional options oqtf or order ordre organisation organisme organismes original
originale origine other others ou oublie oui our out outcome outcomes outil outils outre ouvert ouverte ouvertes
ouverts ouverture ouvre ouvrez ouvrir over overloaded overview own owner page pages paiement pan panne papier par
parameters parametres parcours parent parents parfois parmi part partager partially particulier particuliers partie
partiellement parties partir partout parts party pas passe passed passee passees passeport passer password passwords
path patientez payer payment pays pdf pendant pending per perdu perime perimee period periode permet permettant
permettre permis permission permissions permit permits person personne personnel personnelles personnels peu peut
peuvent peux phone photo photograph photographie photographier photos phrase picture pictures piece pieces pied
place places plafond plan planning plannings please plus plusieurs png point points policy portail portal porte
portee possede possession possible possibles post postal postale poste posting pour pourquoi pourra pourrez
poursuite poursuivre pouvez pouvoir practical pratique precedent precedente preciser prefectoral prefecture
prefectures preferences prefet prefete premier premiere prendre prenez prenom prenoms preparation prepare preparez
preparing pres present presentation presente presentez presents presque prestation pret preuve preview previous
prevoit prevu prevue prevus print prise privacy private privees problem probleme problemes problems procedez
procedure procedures processing processus prochaine prochainement prochains procuration produite professionnel
professionnelle professionnels profil profile programme progress prohibited projets prolongation proof proposee
propres protect protection protege prouve prove proves provides proxy pu public publication publics publique
publiques puis qu qualite quand quatre que quel quelle quelles quelque quelques question questions queue qui quinze
quitter quoi raccourci raccourcis racontent raison rappel rapport rassembler rate rated rdv re read readable reading
reads ready real realise realisee realiser realisez really reason recapitulatif receipt receive received recente
recepisse reception recevez recevoir recevrez recharger rechargez recherche rechercher recherches reclamation
recognise recognised recoit recommande recommandee recommencer recommencez reconnaitre reconnecter reconnectez
reconnu reconnue reconstitue reconstructed recopiez recorded recouvre rectification recu recue recule reculee
recupere redemarre redemarrez redessine redessinee redessiner redirect redirected redonner reecrite reel reessayer
reessayez refaire refaites reference refresh refugie refus refusal refuse refused refuses regime region regional
register registered registre reglage reglages regle regroupement regulations reinitialiser reinitialisez rejected
rejet rejete rejetee relance relances releve relire relit reload remember reminder remis remise remove removed
remplir remplit rencontrez rendered rendering rendez rendu renew renewal renouveler renouvelle renouvellement
renseigne renseignements renseigner renseignez renvoi renvoyer repeated repere repete repetition reply repond
repondent repondez repondra repondre repondu reponse reponses report reprendre reprenez reprise republique request
requested requests requete required requirements requis requise requises reservation reserved reservee reserver
reserves reset residence residents resource resources respect respecter responsabilite response ressortissant
ressortissants ressource ressources rest restant restart reste restricted result resultat resultats results retard
retire retiree retirer retires retour retourner retours retrait retrouver retry return returned reunion reunit
revenez revenir revenue rien right robot role room rouvrez row rows rubrique rule rules run running sa safe said
saisi saisie saisies saisine saisir saisissez saisonnier sait salarie salaries same sample sans satisfaction sauf
sauvegarde sauvegarder save saved savez saving savoir say saying says schedule scheduled schema scolaire screen
script scroll se search second seconde secrets secteur section sections secure securise securisee securite security
see seems seen sejour select selected selection selectionne selectionnee selectionner selectionnez selon semaine
semaines semble semblerait send sending sends sent sentence sequence sera serez series seront sert server serveur
serveurs service services ses session set setting settings seul seule seulement seules seuls several sexe shall
share she sheet shop shortcut shortcuts shot should show showed shown shows si sign signaler signature signer signez
signifie silence similar simple simplifiees simulation since single site sitemap sites situation six size skip
skipped slot slots smaller so social sociale sociales soit solde sollicite solution some something sometimes
sommaire son sont soon sorry souhaitez soumettre soumis soumise source sous soutien souvent spaces specifique
spreadsheet ssl staff stage stagiaire standard start started state statement status statut stays step steps still
stop stopped stops stored structure student subject submit submitted submitting subscribe subsidiaire substitute
substitution success successful successfully suffisant suffisante suffit suggest suis suit suite suites suivait
suivant suivante suivantes suivi suivis summons support supporting suppression supprime supprimee supprimer
supprimez sur surcharge surnom survenue suspended suspendre suspendue switch system systeme ta tab tableau taille
take taken tant tard tarif task taux taxe te team technical technique techniques tel telechargement telechargements
telecharger telechargez telephone teleservice televerser tell telle telles temoins temporairement temporarily temps
tentative tentatives term termine terminee terminer terms territoire tes test tester text texte textes than thank
thanks that the their them themselves then there these they things third this those through tick ticket time
timeline times title titre titres titulaire tls to today told ton too took tool top topic topics total totalite
toujours tous tout toute toutes trace traces track traduction traite traitee traitement transfert translate
transmettre transmis transmise transmission transport travail travailleur travel tres trier trop trouve trouvee
trouvez trust try ts tsf tutelle two type types ue ulterieurement un unable unavailable under une unexpected union
unique universite unknown unless unreadable unrelated unsuccessful until untouched up update updated upload uploaded
urgence urgent url us usage usager usagers use used useful user username users using utiles utilisateur utilisateurs
utilisation utilise utilisee utilisez va valable valables valid validant validate validation valide validee valider
valides validez validite value values vehicules veillez venait venir venue verifiable verification verifie verified
verifiee verifier verifies verifiez verify verrouille verrouillee vers version veuillez via vide vie viennent vient
view views ville visa visible visibles visit visite visiteur visitor visitors vls voici voie voir voit vols vont vos
votre voulez vous voyage vrai vraie vu vue vues vulnerabilite wait waiting want warning warnings was way we web
website week weeks welcome were what when whenever where whether which while who whole whose why will window windows
with without witnesses word words work worked works would write writes writing written wrong www y year years yes
yet yonneles you your yours yourself zone zones
`;

const VOCABULARY: ReadonlySet<string> = new Set(WORDS.trim().split(/\s+/));
/** Shorter words are not inflected: « no » would make a first name (Noé), « in » another (Inès). */
const MIN_STEM = 4;

/** True for a word of the list, or its plural or feminine. @param word lower case, without accents */
export function isKnown(word: string): boolean {
  if (VOCABULARY.has(word)) return true;
  return ['s', 'e', 'es'].some(
    (ending) =>
      word.endsWith(ending) &&
      word.length - ending.length >= MIN_STEM &&
      VOCABULARY.has(word.slice(0, word.length - ending.length)),
  );
}

/** Never kept: beside a number they say a day of somebody's life. « may » and « march » are verbs too: see text.ts. */
export const CALENDAR: ReadonlySet<string> = new Set(
  `janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre january february april june july
  august september october november december janv fevr avr juil sept oct nov dec lundi mardi mercredi jeudi vendredi
  samedi dimanche monday tuesday wednesday thursday friday saturday sunday`.split(/\s+/),
);
