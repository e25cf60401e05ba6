/** What can block a person (domain.md § 2.5, A1 to G4), in the person's words, and the track to which each leads. Chosen by the person, never concluded. */

export interface Blockage {
  /** The code of domain.md § 2.5; pages hint at it (`PageRow.hints`). Never shown. */
  readonly code: string;
  /** Track to which it leads. T0: no track of ours, ask a lawyer or an association first. */
  readonly track: string;
  /** French; every language has it in blockages.ts: `blockages.<code>.label`. */
  readonly label: string;
  /** One plain sentence: `blockages.<code>.plain`. */
  readonly plain: string;
  readonly sources: readonly { readonly ref: string; readonly seen: string }[];
}

const row = (code: string, track: string, label: string, plain: string, ref: string): Blockage => ({
  code,
  track,
  label,
  plain,
  sources: [
    { ref, seen: '2026-03-10' },
    { ref: 'domain.md § 2.5', seen: '2026-11-21' },
  ],
});

/** In the order of domain.md: design limits, faults, attestation de prolongation, messages and decisions, appointments, démarche numérique, help. */
export const BLOCKAGES: readonly Blockage[] = [
  row(
    'A1',
    'T2',
    'Une seule démarche à la fois',
    'Le portail refuse une nouvelle démarche tant qu’une autre est en cours.',
    'S003:1439; S000 § C',
  ),
  row(
    'A2',
    'T2',
    'Modification impossible de la demande',
    'La demande est envoyée et rien ne permet de la corriger.',
    'S003:1440',
  ),
  row('A3', 'T2', 'Pas d’historique des démarches', 'Le compte ne montre pas ce qui a été envoyé.', 'S003:1441'),
  row(
    'A4',
    'T2',
    'Dépôt impossible : votre motif n’est pas dans la liste',
    'La liste des motifs du portail ne contient pas le vôtre.',
    'S003:1428; S000 § B',
  ),
  row(
    'A5',
    'T2',
    'Dépôt impossible tant que le titre ou le duplicata n’est pas retiré',
    'Le portail attend que vous ayez retiré le titre précédent.',
    'S003:1429',
  ),
  row(
    'A6',
    'T2',
    'Dépôt impossible : titre passé depuis plus de neuf mois',
    'Le portail refuse un titre terminé depuis plus de neuf mois. Demandez aussi à un avocat : un autre délai, de six mois, peut compter.',
    'S003:1430; R. 431-8 CESEDA',
  ),
  row(
    'A7',
    'T2',
    'Pièces jointes : un seul fichier, 10 Mo',
    'Un emplacement ne prend qu’un fichier, et pas plus de 10 Mo.',
    'S000 § C; S003:1289',
  ),
  row(
    'A8',
    'T2',
    'Le numéro étranger ne permet pas d’ouvrir un compte',
    'Votre numéro existe, mais le portail ne l’accepte pas pour ouvrir le compte.',
    'S000 § B',
  ),
  row(
    'A9',
    'T2',
    'Jeune majeur sans numéro étranger',
    'Un enfant devenu majeur n’a pas de numéro étranger, et le portail en demande un.',
    'S000 § B',
  ),
  row(
    'A10',
    'T2',
    'Plusieurs motifs, ou une carte plus longue, non proposés',
    'Le formulaire ne permet pas de choisir plusieurs motifs, ou une carte pluriannuelle ou de résident.',
    'S000 (demands)',
  ),
  row(
    'A11',
    'T0',
    'Personne détenue ou hospitalisée sans son accord',
    'La personne ne peut pas aller sur le portail elle-même : contactez une association ou un avocat.',
    'S000',
  ),
  row(
    'A12',
    'T2',
    'Portail difficile à utiliser avec un handicap',
    'Le portail ne fonctionne pas bien avec votre lecteur d’écran, votre clavier ou votre vue.',
    'S003:1421',
  ),
  row('B1', 'T1', 'Connexion difficile ou impossible', 'Vous n’arrivez pas à vous connecter au portail.', 'S003:1451'),
  row(
    'B2',
    'T1',
    'Compte provisoire supprimé, sans compte définitif',
    'Votre compte provisoire a disparu et aucun autre n’a été donné.',
    'S003:1452',
  ),
  row(
    'B3',
    'T1',
    '« Titre non remis » alors qu’il a été retiré',
    'Le portail dit que le titre précédent n’a pas été remis, mais vous l’avez.',
    'S003:1453, 1493',
  ),
  row(
    'B4',
    'T1',
    'Le motif ou le choix a disparu (panne)',
    'Un choix qui devrait être là n’apparaît pas ou ne se laisse pas choisir.',
    'S003:1453, 1472',
  ),
  row(
    'B5',
    'T1',
    'Message d’erreur, page blanche, bouton sans effet',
    'Une étape du portail ne fonctionne pas.',
    'S003:1454',
  ),
  row(
    'B6',
    'T1',
    'Compte impossible à créer avec le numéro de visa',
    'Le portail n’accepte pas votre numéro de visa.',
    'S003:1655',
  ),
  row(
    'B7',
    'T1',
    '« Demande invalide », protection non reconnue, mot de passe qui ne se change pas',
    'Un message du portail vous arrête sans explication.',
    'domain.md § 2.5 B7 (cqfd-journal; alwihdainfo, July 2025)',
  ),
  row(
    'C-API-1',
    'T3',
    'Attestation de prolongation pas délivrée',
    'Votre titre se termine ou est terminé, et aucune attestation n’est sur votre compte.',
    'S003:1671',
  ),
  row(
    'C-API-2',
    'T3',
    'Attestation de prolongation pas renouvelée',
    'La dernière attestation est terminée et rien ne la remplace.',
    'S003:1672',
  ),
  row(
    'C-API-3',
    'T3',
    'Attestation de prolongation sans mention du travail',
    'L’attestation ne dit rien du travail, alors que le titre précédent en parlait.',
    'S003:1673; R. 431-15-2 CESEDA',
  ),
  row(
    'C-API-4',
    'T3',
    'Attestation de prolongation refusée par un organisme',
    'Un employeur, une caisse, une banque ou un bailleur ne l’accepte pas.',
    'S000 § D',
  ),
  row(
    'C-API-5',
    'T3',
    'Aucun bouton pour renouveler l’attestation',
    'Le portail ne propose rien pour demander la suite de l’attestation.',
    'S000 § A',
  ),
  row(
    'D1',
    'T4',
    'Demande de complément',
    'L’administration demande d’autres documents, avec un délai de 30 jours.',
    'S003:1245-1322',
  ),
  row(
    'D2',
    'T4',
    'Demandes de complément en série',
    'Les demandes se suivent, ou portent sur des pièces déjà envoyées.',
    'S003:1268-1279',
  ),
  row(
    'D3',
    'T5',
    'Clôture : un document obligatoire manquait',
    'La demande est clôturée et une pièce nécessaire manquait.',
    'S003:1250',
  ),
  row(
    'D4',
    'T5',
    'Clôture : le document demandé ne semblait pas obligatoire',
    'La demande est clôturée pour une pièce que vous pensez non obligatoire, ou déjà envoyée.',
    'S003:1254-1256',
  ),
  row('D5', 'T5', 'Clôture sans raison donnée', 'Le mail de clôture ne dit pas pourquoi.', 'S000 § C'),
  row(
    'E1',
    'T6',
    'Aucun créneau de rendez-vous',
    'Le site de rendez-vous n’a aucune place, ou annonce une date où il n’y en a plus.',
    'S003:651-667, 1046-1052',
  ),
  row(
    'E2',
    'T6',
    'Pas de liste d’attente ni d’accusé de réception',
    'Rien ne montre que vous avez essayé : gardez vos captures.',
    'S003:1047-1051; CE 448178',
  ),
  row(
    'E3',
    'T6',
    'Rendez-vous vendus',
    'Quelqu’un propose de vendre un rendez-vous : ne payez jamais, n’utilisez jamais de robot.',
    'S003:1052',
  ),
  row(
    'F1',
    'T7',
    'Dossier déposé, aucune réponse',
    'L’état reste « déposé » ou « en instruction » sans message.',
    'S003:1054-1059',
  ),
  row(
    'F2',
    'T7',
    '« Accepté », mais sans décision',
    'Le dossier est « accepté », et la réponse jointe ne donne pas le titre.',
    'S003:938-986',
  ),
  row(
    'F3',
    'T7',
    '« Refusé » ou « classé sans suite »',
    'Lisez la réponse jointe et montrez-la à un avocat ou à une association.',
    'S003:751, 1661',
  ),
  row(
    'F4',
    'T0',
    'Mauvaise démarche ou mauvaise voie',
    'La demande est partie par une voie qui n’est pas la bonne : à faire vérifier avant de recommencer.',
    'S003:623-632; CE 493514',
  ),
  row(
    'F5',
    'T7',
    'Démarche introuvable',
    'Il n’existe pas de liste des démarches : capturez votre recherche.',
    'S003:715',
  ),
  row('G1', 'T1', 'CCC : réponse toute faite', 'Le CCC répond sans regarder votre situation.', 'S000 § E'),
  row('G2', 'T1', 'CCC : appel sans réponse', 'Personne ne répond, ou l’appel coupe.', 'S003:1658'),
  row(
    'G3',
    'T1',
    'PAN : pas de rendez-vous, ou aide sans résultat',
    'Le point d’accueil numérique n’a pas de place, ou n’a pas pu aider.',
    'S000 § E; S002',
  ),
  row('G4', 'T1', 'Aide difficile à joindre', 'Vous ne trouvez pas comment contacter l’aide.', 'S000 § C'),
];

/** A blockage by its code; null for a code of a later version. */
export function blockageOf(code: string): Blockage | null {
  return BLOCKAGES.find((one) => one.code === code) ?? null;
}

/** The keys of its texts. */
export function blockageKeys(code: string): { readonly label: string; readonly plain: string } {
  return { label: `blockages.${code}.label`, plain: `blockages.${code}.plain` };
}

/** The tracks to which the chosen blockages lead, each once, in the order chosen. Proposed: the person picks. */
export function tracksFor(codes: readonly string[]): readonly string[] {
  return [...new Set(codes.flatMap((code) => blockageOf(code)?.track ?? []))];
}
