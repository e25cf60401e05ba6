/** Webmails, text messages and documents shown in the browser that quote a blockage, invented: same marks as town-hall.ts. */
export const MAIL = `
@ mail-boite | Boîte de réception (3) - Messagerie
# Boîte de réception
- Ne pas répondre : Notification de clôture de la demande
- Préfecture : votre demande
- Maman : dimanche
[ Nouveau message
@ mail-cloture | Notification de clôture de la demande - Messagerie
# Notification de clôture de la demande
De : ne-pas-repondre
Je vous informe que votre demande en ligne de titre de séjour a été clôturée.
[ Répondre
[ Transférer
@ mail-decision | Notification de décision - Messagerie
# Notification de décision
Je vous informe que votre demande en ligne de titre de voyage a été acceptée.
[ Archiver
@ mail-complement | Demande de complément - Messagerie
# Demande de complément
Un complément est nécessaire à la poursuite de son instruction. Connectez-vous à votre compte.
[ Répondre
@ mail-accuse | Accusé d'enregistrement - Messagerie
# Votre demande a bien été enregistrée
Bonjour, votre demande a bien été enregistrée. Cet accusé ne vaut pas autorisation de séjour.
[ Imprimer
@ mail-ccc | Réponse automatique du centre de contact
# Nous avons bien reçu votre message
Votre demande n° 884120 a été transmise au service compétent. Merci de ne pas répondre.
@ mail-dn | Votre dossier a bien été déposé - Messagerie
# Votre dossier n° 8902165 a bien été déposé
Vous pouvez suivre son avancement. Votre dossier sur la démarche « Admission au séjour » a bien été envoyé.
@ mail-dn-refus | Votre dossier a été refusé - Messagerie
# Dossier n° 8902165 refusé
Motif : pièces manquantes.
@ mail-rdv | Confirmation de rendez-vous - Messagerie
# Votre rendez-vous est confirmé
Préfecture d'Exemple, guichet 2, le 14 décembre à 10 h.
@ mail-mdp | Réinitialisez votre mot de passe - Messagerie
# Mot de passe oublié
Un message a été envoyé à l'adresse électronique correspondant à l'identifiant saisi. Cliquez sur le lien sous 30 minutes.
@ mail-avocat | Re: vos captures - Messagerie
# Re: vos captures
Bonjour, envoyez-moi toutes les captures « Aucun créneau disponible », avec la date, et la page « certaines informations que vous avez saisies sont incorrectes ».
@ mail-association | Lettre d'information de novembre
# Édito
Le portail sera en maintenance le 8. Pensez à déposer avant.
@ mail-brouillon | (Sans objet) - Brouillon
# Nouveau message
? À
? Objet
[ Envoyer
@ mail-vide | Aucun message - Messagerie
# Corbeille
Aucun message dans ce dossier.
@ mail-recherche | Résultats pour « titre de séjour » - Messagerie
# Résultats de recherche
- Demande de complément, 3 mars
- Notification de prolongation de l'instruction, 13 février
- Facture électricité
@ mail-erreur | Messagerie : erreur temporaire
# Erreur temporaire
Votre compte est temporairement indisponible. Réessayez dans quelques minutes.
@ mail-deconnecte | Vous êtes déconnecté - Messagerie
# Vous êtes déconnecté
[ Se reconnecter
@ sms-web | Messages - téléphone relié
# Préfecture
Votre titre est disponible. Prenez rendez-vous pour le retirer.
@ messagerie-groupe | Groupe « Papiers 2026 »
# Groupe
Awa : ils disent trop tôt pour demander le renouvellement
Li : moi c'est titre non remis
Omar : erreur 503 ce matin
@ agenda | Agenda - semaine 48
# Semaine 48
- 8 h 00 : essayer le rendez-vous
- 14 h 00 : point d'accueil numérique
@ doc-partage | Suivi des tentatives - Document
# Suivi des tentatives
- 2 novembre, 8 h : aucun créneau disponible
- 3 novembre, 8 h : aucun créneau disponible
- 4 novembre : maintenance
@ tableur | tentatives.ods - Tableur
# Feuille 1
Date
Message
Veuillez réessayer ultérieurement.
@ pdf-confirmation | CONFIRMATION_DEMANDE_TITRE_SEJOUR.pdf
# Visionneuse de document
Page 1 sur 2
Confirmation du dépôt d'une demande de titre de séjour
[ Télécharger
[ Imprimer
@ pdf-notice | notice-titre-de-sejour.pdf
# Visionneuse
Notice : pièces à fournir pour une première demande de titre de séjour
[ Zoom avant
@ pdf-jugement | ordonnance-2026.pdf
# Visionneuse
Vu la procédure suivante : par une requête enregistrée le 4 novembre, la requérante demande au juge d'enjoindre à la préfecture de lui fixer un rendez-vous.
@ pdf-vide | document.pdf
# Visionneuse
Impossible d'afficher l'aperçu de ce document.
@ note-personnelle | Notes
# À faire
Rappeler le 0 806 001 620 avec la référence du mail.
@ traducteur | Traduction
# Traduction
Votre demande a bien été enregistrée
Your application has been registered
[ Copier
@ traducteur-chinois | 翻译
# 翻译
Aucun créneau disponible
没有可预约的时间
@ ia-assistant | Conversation avec un assistant
# Nouvelle conversation
Que veut dire « Votre demande en ligne a été clôturée » ?
Cela veut dire que l'administration a mis fin à la demande sans décision sur le fond.
[ Envoyer
`;
