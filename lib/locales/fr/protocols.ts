/** The steps of each track in French: the words of lib/protocols (tests/meta/protocols.test.ts compares them). */
export const protocols = {
  'protocols.T0.label': 'Avant de commencer',
  'protocols.T0.T0-stops.label': 'Y a-t-il une situation qui demande une aide tout de suite ?',
  'protocols.T0.T0-stops.explain':
    "Décision d'éloignement, rétention ou garde à vue, refus notifié, titre passé depuis plus de six mois, audience fixée, mineur isolé, violences : dans ces cas, contactez tout de suite un avocat ou une association. Le carnet garde vos preuves, il ne remplace pas cette aide.",
  'protocols.T0.T0-title.label': 'Quel titre demandez-vous, et à quelle préfecture ?',
  'protocols.T0.T0-title.explain':
    'Avec vos mots : « renouvellement étudiant », « autre », ou « je préfère ne pas le dire ». Capturez la page de votre préfecture qui indique la démarche : une demande faite par la mauvaise voie ne compte pas toujours.',
  'protocols.T0.T0-regime.label': 'Par quelle voie votre préfecture dit-elle de faire la demande ?',
  'protocols.T0.T0-regime.explain':
    "Le portail de l'ANEF, la préfecture (rendez-vous, Démarche numérique), ou « je ne sais pas : à faire vérifier ». Le carnet ne le décide pas à votre place.",
  'protocols.T0.T0-filed.label': 'La demande est-elle déjà déposée ?',
  'protocols.T0.T0-filed.explain':
    "Si oui, avec quelle date ? Elle se lit sur la confirmation ou l'attestation de dépôt.",
  'protocols.T0.T0-urgency.label': 'Est-ce urgent ?',
  'protocols.T0.T0-urgency.explain':
    'Emploi suspendu ou menacé, prestations ou soins coupés, avec un document qui le montre. Les dates de vos documents comptent aussi : passés, ou qui se terminent dans les 30 jours (repère pratique).',
  'protocols.T0.T0-blockage.label': "Qu'est-ce qui vous bloque ?",
  'protocols.T0.T0-blockage.explain':
    'Choisissez dans la liste ce qui ressemble le plus à votre situation : elle mène au parcours à suivre. Vous pourrez en changer.',
  'protocols.T1.label': "Blocage technique sur le portail de l'ANEF",
  'protocols.T1.S1.label': 'Capture du blocage',
  'protocols.T1.S1.explain':
    "Une image de la page bloquée où se lisent le message, l'adresse complète de la page, la date et l'heure. D'autres captures, d'autres jours, montrent que le blocage dure.",
  'protocols.T1.S1-again.label': 'Regarder si le blocage dure, et le capturer de nouveau',
  'protocols.T1.S2.label': 'Contact avec le CCC (centre de contact citoyens)',
  'protocols.T1.S2.explain':
    "Écrire au CCC par le formulaire « Nous contacter » ou par mail (dgef-support@interieur.gouv.fr), ou l'appeler au 0 806 001 620 avec le numéro de référence du mail. Gardez une preuve datée : page d'envoi, mail envoyé, capture du journal d'appels. Une réponse automatique prouve l'envoi, ce n'est pas une réponse.",
  'protocols.T1.S2a.label': 'Formulaire « Nous contacter »',
  'protocols.T1.S2b.label': 'Mail au CCC',
  'protocols.T1.S2c.label': 'Appel au CCC',
  'protocols.T1.S3.label': "Aide du PAN (point d'accueil numérique)",
  'protocols.T1.S3.explain':
    "Facultatif : à tout moment après la capture, avec une lettre explicative. Gardez la confirmation du rendez-vous, une capture « aucun créneau » ou ce qui vous a été remis sur place. Cette étape n'empêche jamais les autres.",
  'protocols.T1.S4.label': 'Courrier recommandé et mail à la préfecture',
  'protocols.T1.S4.explain':
    "Une lettre recommandée avec avis de réception et un mail à la préfecture, qui racontent toutes les démarches et demandent la solution de substitution (article R. 431-2 du CESEDA). Gardez la lettre, la preuve de dépôt avec son numéro, l'avis de réception, et le mail envoyé avec ses pièces.",
  'protocols.T1.S4a.label': 'Lettre recommandée avec avis de réception',
  'protocols.T1.S4b.label': 'Mail à la préfecture',
  'protocols.T1.S4-receipt.label':
    'Accusé de réception du mail par la préfecture : date indiquée par le texte, à vérifier',
  'protocols.T1.S4-silence.label':
    'Deux mois après la réception de la lettre : la situation juridique peut changer, parlez-en avant à un avocat ou à une association',
  'protocols.T1.S5.label': 'Réponse de la préfecture',
  'protocols.T1.S5.explain':
    "Convocation, invitation à la solution de substitution, refus ou autre réponse : ajoutez-la dès qu'elle arrive, avec sa date. Un accusé de réception automatique n'est pas une réponse.",
  'protocols.T2.label': "Limite de conception du portail de l'ANEF",
  'protocols.T2.S1.label': 'Capture de ce que le portail ne permet pas',
  'protocols.T2.S1.explain':
    "Une image de la page où manque le choix ou le bouton, avec l'adresse complète, la date et l'heure. Faites défiler une longue liste pour la montrer en entier. Ajoutez une note sur la capture : ce que vous cherchiez et ce qui manque.",
  'protocols.T2.S1-again.label': 'Regarder si le blocage dure, et le capturer de nouveau',
  'protocols.T2.W.label': 'Autres chemins essayés',
  'protocols.T2.W.explain':
    "Pour certaines limites, des avocats connaissent d'autres chemins. Notez pour chacun : essayé, pas possible, ou non voulu, avec vos raisons. Rien n'oblige à les essayer, et cette étape n'empêche jamais les autres. L'article R. 431-2 nomme la conception du portail aussi bien que son fonctionnement.",
  'protocols.T2.W1-one-ground.label': 'Déposer sur un seul fondement, avec un courrier explicatif et les captures',
  'protocols.T2.W1-wait.label': 'Attendre la fin de la première démarche',
  'protocols.T2.W1-second-account.label':
    'Second compte provisoire : certains avocats s’en servent, à voir avec un avocat ou une association avant de le faire',
  'protocols.T2.W2-letter.label':
    'Envoyer le changement par lettre recommandée et par mail, avec un courrier explicatif',
  'protocols.T2.W3-captures.label': 'Capturer chaque écran avant de valider',
  'protocols.T2.W3-list.label': 'Joindre, dans un des envois, un courrier avec la liste des pièces',
  'protocols.T2.W3-files.label': 'Garder une copie de chaque fichier envoyé',
  'protocols.T2.W5-collect.label': 'Demander un rendez-vous de remise du titre ou du duplicata',
  'protocols.T2.W7-compress.label': 'Réduire ou réunir les fichiers (un seul fichier, 10 Mo)',
  'protocols.T2.W7-letter.label': 'Joindre un courrier explicatif, et le reste par lettre recommandée',
  'protocols.T2.S2.label': 'Contact avec le CCC (centre de contact citoyens)',
  'protocols.T2.S2.explain':
    "Écrire au CCC par le formulaire « Nous contacter » ou par mail (dgef-support@interieur.gouv.fr), ou l'appeler au 0 806 001 620 avec le numéro de référence du mail. Gardez une preuve datée : page d'envoi, mail envoyé, capture du journal d'appels. Une réponse automatique prouve l'envoi, ce n'est pas une réponse.",
  'protocols.T2.S2a.label': 'Formulaire « Nous contacter »',
  'protocols.T2.S2b.label': 'Mail au CCC',
  'protocols.T2.S2c.label': 'Appel au CCC',
  'protocols.T2.S3.label': "Aide du PAN (point d'accueil numérique)",
  'protocols.T2.S3.explain':
    "Facultatif : à tout moment après la capture, avec une lettre explicative. Gardez la confirmation du rendez-vous, une capture « aucun créneau » ou ce qui vous a été remis sur place. Cette étape n'empêche jamais les autres.",
  'protocols.T2.S4.label': 'Courrier recommandé et mail à la préfecture',
  'protocols.T2.S4.explain':
    "Une lettre recommandée avec avis de réception et un mail à la préfecture, qui racontent toutes les démarches et demandent la solution de substitution (article R. 431-2 du CESEDA). Gardez la lettre, la preuve de dépôt avec son numéro, l'avis de réception, et le mail envoyé avec ses pièces.",
  'protocols.T2.S4a.label': 'Lettre recommandée avec avis de réception',
  'protocols.T2.S4b.label': 'Mail à la préfecture',
  'protocols.T2.S4-receipt.label':
    'Accusé de réception du mail par la préfecture : date indiquée par le texte, à vérifier',
  'protocols.T2.S4-silence.label':
    'Deux mois après la réception de la lettre : la situation juridique peut changer, parlez-en avant à un avocat ou à une association',
  'protocols.T2.S5.label': 'Réponse de la préfecture',
  'protocols.T2.S5.explain':
    "Convocation, invitation à la solution de substitution, refus ou autre réponse : ajoutez-la dès qu'elle arrive, avec sa date. Un accusé de réception automatique n'est pas une réponse.",
  'protocols.T3.label':
    "Attestation de prolongation d'instruction : pas délivrée, pas renouvelée ou sans mention du travail",
  'protocols.T3.P0.label': 'Quelques questions avant de commencer',
  'protocols.T3.P0.explain':
    "Quatre questions sur votre demande. Répondez comme vous le savez, « je ne sais pas » est une réponse. Le carnet garde vos réponses et n'en tire aucune conclusion : montrez-les à un avocat ou à une association.",
  'protocols.T3.P0-anef.label': "La demande a-t-elle été déposée sur le portail de l'ANEF ?",
  'protocols.T3.P0-pieces.label': 'Une pièce manquante a-t-elle été signalée depuis le dépôt ?',
  'protocols.T3.P0-window.label':
    'La demande a-t-elle été déposée avant la fin du titre, entre 120 et 60 jours avant ?',
  'protocols.T3.P0-expired.label': 'Le titre ou la dernière attestation sont-ils arrivés à leur fin ?',
  'protocols.T3.P0-four-months.label':
    'Quatre mois après le dépôt (plus tôt pour certains titres) : des délais peuvent courir, même avec une attestation de prolongation. Parlez-en avant à un avocat ou à une association',
  'protocols.T3.P1.label': 'Réunir les preuves',
  'protocols.T3.P1.explain':
    "La confirmation du dépôt, la date de fin de votre document, la dernière attestation si vous en avez eu une, et une capture de votre compte prise après cette date, où aucune nouvelle attestation ne se voit. Notez sur la capture ce qui manque. Sur le portail, la date de fin se lit toujours sur l'attestation elle-même.",
  'protocols.T3.P1-filing.label': 'Confirmation du dépôt',
  'protocols.T3.P1-document.label':
    'Document arrivé à sa fin (titre ou dernière attestation) : sa date, relevée sur le document',
  'protocols.T3.P1-last.label': 'Dernière attestation de prolongation reçue',
  'protocols.T3.P1-title.label': 'Titre précédent, pour la mention qui y figure',
  'protocols.T3.P1-account.label': 'Capture du compte ou des notifications, prise après cette date',
  'protocols.T3.P1-third-party.label': "Courrier de l'organisme qui n'accepte pas l'attestation",
  'protocols.T3.P2.label': "Demander l'attestation à la préfecture, par mail et par lettre recommandée",
  'protocols.T3.P2.explain':
    "Un mail et une lettre recommandée avec avis de réception qui demandent l'attestation de prolongation d'instruction, son renouvellement, ou la correction de la mention du travail. Les deux sont nécessaires dans le protocole. Repère pratique : écrire 15 jours avant la fin de l'attestation en cours, ou tout de suite si elle est déjà passée.",
  'protocols.T3.P2a.label': 'Lettre recommandée avec avis de réception',
  'protocols.T3.P2b.label': 'Mail à la préfecture',
  'protocols.T3.P2-early.label': "Écrire à la préfecture : 15 jours avant la fin de l'attestation",
  'protocols.T3.P2-receipt.label':
    'Accusé de réception du mail par la préfecture : date indiquée par le texte, à vérifier',
  'protocols.T3.P2-silence.label':
    'Deux mois après la réception de la lettre : la situation juridique peut changer, parlez-en avant à un avocat ou à une association',
  'protocols.T3.P2L.label': 'Voie locale de la préfecture, si elle existe',
  'protocols.T3.P2L.explain':
    "Certaines préfectures ont une voie à part : un formulaire sur Démarche numérique (91), une boîte aux lettres (93), une adresse mail. Regardez la page de votre préfecture, capturez-la, et gardez une trace de l'envoi. En même temps que le reste, dans l'ordre que vous voulez.",
  'protocols.T3.P3.label': "CCC (centre de contact citoyens) et PAN (point d'accueil numérique)",
  'protocols.T3.P3.explain':
    'Facultatif et conseillé par le protocole, après la préfecture : écrire ou téléphoner au CCC, demander un rendez-vous au PAN. Gardez une preuve datée de chaque contact.',
  'protocols.T3.P5.label': 'Réponse de la préfecture',
  'protocols.T3.P5.explain':
    "L'attestation, une demande, un refus ou une autre réponse : ajoutez-la dès qu'elle arrive, avec sa date. Un accusé de réception automatique n'est pas une réponse.",
  'protocols.T3.P4.label': 'Dossier à montrer à un avocat ou à une association',
  'protocols.T3.P4.explain':
    "Exportez le dossier : les captures, les courriers, la chronologie et l'inventaire sont dans un seul fichier ZIP. La personne qui vous aide décide de la suite avec vous.",
  'protocols.T3b.label': "Récépissé (demande hors de l'ANEF) : pas remis ou pas renouvelé",
  'protocols.T3b.Q0.label': 'Quelques questions avant de commencer',
  'protocols.T3b.Q0.explain':
    "Deux questions sur votre demande. « Je ne sais pas » est une réponse. Le carnet garde vos réponses et n'en tire aucune conclusion.",
  'protocols.T3b.Q0-outside.label':
    "La demande a-t-elle été déposée hors de l'ANEF (guichet, rendez-vous, Démarche numérique, courrier) ?",
  'protocols.T3b.Q0-pieces.label': 'Une pièce manquante a-t-elle été signalée depuis le dépôt ?',
  'protocols.T3b.Q0-four-months.label':
    'Quatre mois après le dépôt (plus tôt pour certains titres) : des délais peuvent courir, même avec une attestation de prolongation. Parlez-en avant à un avocat ou à une association',
  'protocols.T3b.Q1.label': 'Réunir les preuves',
  'protocols.T3b.Q1.explain':
    'La preuve du dépôt (attestation de dépôt, convocation, récépissé déjà reçu) et la date de fin de votre document.',
  'protocols.T3b.Q1-filing.label': 'Preuve du dépôt de la demande',
  'protocols.T3b.Q1-document.label': 'Dernier récépissé ou titre : sa date de fin, relevée sur le document',
  'protocols.T3b.Q2.label': 'Demande en ligne « Contacts-démarches » ou rendez-vous',
  'protocols.T3b.Q2.explain':
    "Le formulaire « Contacts-démarches » du ministère sert au renouvellement du récépissé quand il est passé ou se termine dans les 15 jours. Capturez la page après l'envoi, ou gardez la trace du rendez-vous demandé.",
  'protocols.T3b.Q2-early.label': 'Demander le renouvellement : 15 jours avant la fin du récépissé',
  'protocols.T3b.Q3.label': 'Demander le récépissé à la préfecture, par mail et par lettre recommandée',
  'protocols.T3b.Q3.explain':
    "Un mail et une lettre recommandée avec avis de réception qui demandent le récépissé (articles R. 431-12 et R. 431-13 du CESEDA, à vérifier avec un avocat ou une association). Gardez la preuve de dépôt avec son numéro, l'avis de réception et le mail envoyé.",
  'protocols.T3b.Q3a.label': 'Lettre recommandée avec avis de réception',
  'protocols.T3b.Q3b.label': 'Mail à la préfecture',
  'protocols.T3b.Q3-receipt.label':
    'Accusé de réception du mail par la préfecture : date indiquée par le texte, à vérifier',
  'protocols.T3b.Q3-silence.label':
    'Deux mois après la réception de la lettre : la situation juridique peut changer, parlez-en avant à un avocat ou à une association',
  'protocols.T3b.Q4.label': 'Réponse de la préfecture',
  'protocols.T3b.Q4.explain':
    "Le récépissé, une convocation, un refus ou une autre réponse : ajoutez-la dès qu'elle arrive, avec sa date. Un accusé de réception automatique n'est pas une réponse.",
  'protocols.T3b.Q5.label': 'Dossier à montrer à un avocat ou à une association',
  'protocols.T3b.Q5.explain':
    "Exportez le dossier : les captures, les courriers, la chronologie et l'inventaire sont dans un seul fichier ZIP. La personne qui vous aide décide de la suite avec vous.",
  'protocols.T4.label': 'Demande de complément',
  'protocols.T4.K1.label': 'Noter les deux dates de la demande',
  'protocols.T4.K1.explain':
    'La date de la notification (dans la liste) et la date de lecture (« Lu le »). Les sources ne disent pas la même chose : le carnet compte 30 jours depuis la plus ancienne des deux. Répondez à chaque demande, même si elles se répètent.',
  'protocols.T4.K1-four-months.label':
    'Quatre mois après le dépôt (plus tôt pour certains titres) : des délais peuvent courir, même avec une attestation de prolongation. Parlez-en avant à un avocat ou à une association',
  'protocols.T4.K2.label': 'Capturer le message, pièce par pièce',
  'protocols.T4.K2.explain':
    "Une capture du message entier : chaque pièce demandée, « manquante » ou « ne correspond pas », et les observations de l'agent.",
  'protocols.T4.K3.label': 'Décider pour chaque pièce',
  'protocols.T4.K3.explain':
    "Pour chaque pièce : je la fournis ; je ne peux pas (avec un courrier qui explique et ce qui la remplace) ; je l'ai déjà envoyée (avec la preuve) ; je demande à un avocat ou à une association si elle est vraiment nécessaire. Toutes les pièces doivent avoir une réponse pour pouvoir envoyer.",
  'protocols.T4.K4.label': "Envoyer, avec une capture avant et une capture après l'envoi",
  'protocols.T4.K4.explain':
    "Un seul fichier par emplacement (.jpg, .png ou .pdf, 10 Mo au plus). Capturez l'écran avant « envoyer », puis la confirmation, et gardez les fichiers envoyés. Sans capture de la confirmation, l'envoi reste seulement déclaré : n'attendez pas le dernier jour.",
  'protocols.T4.K5.label': "L'emplacement fonctionne-t-il ?",
  'protocols.T4.K5.explain':
    "Si l'envoi est impossible (panne, fichier refusé), capturez le blocage, et envoyez aussi la réponse par lettre recommandée et par mail avant la date.",
  'protocols.T4.K6.label': 'Envoyer aussi la réponse par lettre recommandée et par mail, avant la date',
  'protocols.T4.K6.explain':
    "Quand l'emplacement ne fonctionne pas : la même réponse, avec les pièces et la capture du blocage. Gardez la preuve de dépôt avec son numéro et le mail envoyé.",
  'protocols.T4.K6a.label': 'Lettre recommandée avec avis de réception',
  'protocols.T4.K6b.label': 'Mail à la préfecture',
  'protocols.T4.K7.label': "Suite donnée par l'administration",
  'protocols.T4.K7.explain':
    "Une nouvelle demande, une décision, une clôture ou une autre réponse : capturez-la et ajoutez-la dès qu'elle arrive. Regardez souvent vos mails et votre compte.",
  'protocols.T5.label': 'Demande clôturée',
  'protocols.T5.Z1.label': 'Garder la notification de clôture',
  'protocols.T5.Z1.explain':
    'Capturez la notification de clôture, avec le numéro de la demande, puis la liste entière des notifications. Gardez aussi le mail reçu.',
  'protocols.T5.Z1-notice.label': 'Capture de la notification',
  'protocols.T5.Z1-list.label': 'Capture de la liste des notifications',
  'protocols.T5.Z1-mail.label': 'Mail de clôture',
  'protocols.T5.Z1-two-months.label':
    'Deux mois après la clôture : des délais peuvent courir, parlez-en avant à un avocat ou à une association',
  'protocols.T5.Z2.label': 'Réunir les demandes de complément et vos réponses',
  'protocols.T5.Z2.explain':
    "Chaque demande de complément reçue et la preuve de ce que vous avez envoyé. S'il n'y en a eu aucune, dites-le.",
  'protocols.T5.Z3.label': 'La pièce demandée était-elle obligatoire ?',
  'protocols.T5.Z3.explain':
    'Dites ce que vous en pensez : oui, non, ou je ne sais pas. Le carnet garde votre réponse et ne juge pas : elle est à faire vérifier par un avocat ou une association.',
  'protocols.T5.Z4a.label': 'Préparer un nouveau dépôt',
  'protocols.T5.Z4a.explain':
    "Si une pièce obligatoire manquait vraiment : vérifiez d'abord les dates avec un avocat ou une association (articles R. 431-5 et R. 431-8 du CESEDA), puis déposez de nouveau et capturez la confirmation.",
  'protocols.T5.Z4b.label': 'Demander la raison et la réouverture, par lettre recommandée et par mail',
  'protocols.T5.Z4b.explain':
    "Si la pièce n'était pas obligatoire selon vous, ou déjà envoyée : demandez à la préfecture la raison de la clôture et la réouverture. Montrez vite le dossier à un avocat ou à une association.",
  'protocols.T5.Z4b-letter.label': 'Lettre recommandée avec avis de réception',
  'protocols.T5.Z4b-mail.label': 'Mail à la préfecture',
  'protocols.T5.Z4b-receipt.label':
    'Accusé de réception du mail par la préfecture : date indiquée par le texte, à vérifier',
  'protocols.T5.Z4b-silence.label':
    'Deux mois après la réception de la lettre : la situation juridique peut changer, parlez-en avant à un avocat ou à une association',
  'protocols.T5.Z5.label': 'Réponse de la préfecture',
  'protocols.T5.Z5.explain':
    "Réouverture, raison de la clôture, refus ou autre réponse : ajoutez-la dès qu'elle arrive, avec sa date. Un accusé de réception automatique n'est pas une réponse.",
  'protocols.T5.Z4c.label': 'Dossier à montrer à un avocat ou à une association',
  'protocols.T5.Z4c.explain':
    "Exportez le dossier : les captures, les courriers, la chronologie et l'inventaire sont dans un seul fichier ZIP. La personne qui vous aide décide de la suite avec vous.",
  'protocols.T5.Z6.label': 'Dossier à montrer à un avocat ou à une association',
  'protocols.T5.Z6.explain':
    "Exportez le dossier : les captures, les courriers, la chronologie et l'inventaire sont dans un seul fichier ZIP. La personne qui vous aide décide de la suite avec vous.",
  'protocols.T6.label': 'Aucun créneau de rendez-vous en préfecture',
  'protocols.T6.R1.label': 'Capture de la page de la préfecture qui indique la démarche',
  'protocols.T6.R1.explain':
    "La page du site de votre préfecture qui dit où et comment demander ce titre. C'est souvent la première pièce du dossier. Ajoutez une note : le titre que vous demandez.",
  'protocols.T6.R2.label': 'Tentatives de rendez-vous, à la main, chacune capturée',
  'protocols.T6.R2.explain':
    "Cherchez un créneau vous-même et capturez chaque fois la page. Plusieurs jours, plusieurs semaines, plusieurs heures de la journée. Le carnet ne cherche jamais à votre place, et ne payez jamais quelqu'un pour un rendez-vous. Repère pratique : quatre tentatives au moins, sur trois jours, étalées sur trois semaines ; les juges apprécient au cas par cas.",
  'protocols.T6.R2-spread.label': 'Tentatives étalées dans le temps (repère pratique)',
  'protocols.T6.R2-again.label': 'Regarder si le blocage dure, et le capturer de nouveau',
  'protocols.T6.R3.label': 'Mail à la préfecture pour demander un rendez-vous',
  'protocols.T6.R3.explain':
    'Un mail court, avec les captures, qui demande un rendez-vous. Gardez le mail envoyé avec ses pièces.',
  'protocols.T6.R3-receipt.label':
    'Accusé de réception du mail par la préfecture : date indiquée par le texte, à vérifier',
  'protocols.T6.R4.label': 'Lettre recommandée pour demander un rendez-vous',
  'protocols.T6.R4.explain':
    "La même demande par lettre recommandée avec avis de réception, avec la liste des tentatives et les captures. Gardez la lettre, la preuve de dépôt avec son numéro et l'avis de réception.",
  'protocols.T6.R6.label': 'Réponse de la préfecture',
  'protocols.T6.R6.explain':
    "Un rendez-vous, un refus ou une autre réponse : ajoutez-la dès qu'elle arrive, avec sa date. Un accusé de réception automatique n'est pas une réponse.",
  'protocols.T6.R5.label': 'Dossier à montrer à un avocat ou à une association',
  'protocols.T6.R5.explain':
    "Exportez le dossier : les captures, les courriers, la chronologie et l'inventaire sont dans un seul fichier ZIP. La personne qui vous aide décide de la suite avec vous.",
  'protocols.T7.label': 'Démarche numérique sans réponse',
  'protocols.T7.N0.label': 'Que demande ce formulaire ?',
  'protocols.T7.N0.explain':
    "Un rendez-vous, ou le titre lui-même ? Dites ce qu'en dit la page, ou « je ne sais pas ». La réponse change beaucoup de choses : à faire vérifier par un avocat ou une association. Un dossier en « brouillon » n'est pas déposé.",
  'protocols.T7.N1.label': 'Garder la trace du dossier',
  'protocols.T7.N1.explain':
    "Téléchargez le dossier (PDF) et l'attestation de dépôt, et capturez la page qui montre l'état du dossier. Le dossier disparaît du site 12 mois après son traitement.",
  'protocols.T7.N1-pdf.label': 'Dossier téléchargé (PDF)',
  'protocols.T7.N1-filing.label': 'Attestation de dépôt, ou page de remerciement',
  'protocols.T7.N1-state.label': "Capture de l'état du dossier",
  'protocols.T7.N2.label': 'Message dans la messagerie du dossier',
  'protocols.T7.N2.explain':
    "Un message daté dans « Messagerie administration » : où en est le dossier, quelle suite lui est donnée. Capturez la page après l'envoi.",
  'protocols.T7.N3.label': 'Mail et lettre recommandée à la préfecture',
  'protocols.T7.N3.explain':
    "Un mail et une lettre recommandée avec avis de réception qui rappellent le dossier, sa date de dépôt et les messages restés sans réponse. Gardez la preuve de dépôt avec son numéro, l'avis de réception et le mail envoyé.",
  'protocols.T7.N3a.label': 'Lettre recommandée avec avis de réception',
  'protocols.T7.N3b.label': 'Mail à la préfecture',
  'protocols.T7.N3-receipt.label':
    'Accusé de réception du mail par la préfecture : date indiquée par le texte, à vérifier',
  'protocols.T7.N4.label': "Regarder de nouveau l'état du dossier",
  'protocols.T7.N4.explain':
    "Repère pratique : tous les 30 jours, capturez l'état du dossier et téléchargez-le de nouveau.",
  'protocols.T7.N4-again.label': "Regarder l'état du dossier et le télécharger de nouveau",
  'protocols.T7.N5.label': "Réponse de l'administration",
  'protocols.T7.N5.explain':
    'Un message, une convocation, « accepté », « refusé » ou « classé sans suite » : lisez la réponse jointe, capturez-la et ajoutez-la avec sa date. « Accepté » ne dit pas toujours que le titre est accordé : à faire lire par un avocat ou une association.',
  'protocols.T7.N6.label': 'Dossier à montrer à un avocat ou à une association',
  'protocols.T7.N6.explain':
    "Exportez le dossier : les captures, les courriers, la chronologie et l'inventaire sont dans un seul fichier ZIP. La personne qui vous aide décide de la suite avec vous.",
} as const;
