/** `00_objections.pdf`: one page on what the file shows and does not show, so that nobody finds it out alone (evidence.md § G.18). */
import { PACK } from '@/lib/domain/pack-types';
import { PROFILES } from '../profiles';
import { packStanding } from '../standing';
import { dayOf, isKind } from '../words';
import { count, type DocumentInput, heading, list, type PackDocument, paragraph } from './document';

export function objectionsDocument({ plan, entries }: DocumentInput): PackDocument {
  const standing = packStanding(entries, { present: [], absent: [] });
  const captures = standing.entries
    .filter((entry) => isKind(entry, 'capture'))
    .filter(({ seq }) => !standing.removed.has(seq));
  const receipts = captures.filter(({ data }) => data.receipt).length;
  const days = new Set(captures.map(({ data }) => dayOf(data.takenAt))).size;
  const drawn = captures.filter(({ data }) => data.method === 'rerendered').length;
  const stamps = standing.entries.filter((entry) => isKind(entry, 'stamped')).length;
  return {
    id: 'objections',
    path: PACK.objections,
    title: 'CE QUE CE DOSSIER MONTRE, ET CE QU’IL NE MONTRE PAS',
    blocks: [
      heading('Ce qu’il montre'),
      list([
        'Chaque fichier est celui que le journal a enregistré : son empreinte SHA-256 y est, et chaque ligne tient à la précédente. Une modification faite après l’export, sans refaire toute l’archive, se voit.',
        `${count(captures.length, 'capture')} d’écran, sur ${count(days, 'jour')}, avec l’adresse de la page et l’heure de l’appareil.`,
        receipts > 0
          ? `Pour ${count(receipts, 'capture')}, la réponse du réseau : code du serveur, ou erreur de connexion, et l’écart avec l’horloge du serveur quand il la donne.`
          : 'La réponse du réseau n’a été enregistrée pour aucune capture.',
      ]),
      heading('Ce qu’il ne montre pas'),
      list([
        'La page a pu être modifiée dans le navigateur avant la capture : aucun outil de ce genre ne peut l’exclure.',
        'L’heure est celle de l’appareil. Elle peut être fausse ou changée.',
        'Celui qui a l’appareil aurait pu refaire tout le journal avant l’export.',
        'Le dossier ne dit pas qui tenait l’appareil, ni ce que l’administration a enregistré de son côté.',
        'Un échange « déclaratif » n’a que la parole de l’intéressé(e) derrière lui.',
        ...(drawn > 0
          ? [
              `${count(drawn, 'image')} dans le dossier ${drawn > 1 ? 'sont des rendus reconstitués' : 'est un rendu reconstitué'} : la structure de la page, pas les pixels de l’écran.`,
            ]
          : []),
      ]),
      heading('Ce qui peut répondre à ces objections'),
      list([
        'La réponse du réseau : elle vient du serveur et non de la page affichée.',
        'La répétition : plusieurs jours, plusieurs semaines, la même réponse.',
        'Ce que l’administration a écrit elle-même : accusé de réception, réponse automatique, courriel, avis de réception postal.',
        'Une personne présente, qui atteste par écrit ce qu’elle a vu à l’écran.',
        ...(stamps > 0
          ? [
              `${count(stamps, 'horodatage')} du journal par un tiers : les lignes écrites avant existaient à cette date. LISEZ-MOI.html le vérifie.`,
            ]
          : ['Un horodatage du journal par un tiers daterait les lignes écrites avant lui. Ce dossier n’en a pas.']),
      ]),
      paragraph(
        'Vérification : ouvrir LISEZ-MOI.html, dans l’archive, avec un navigateur, même sans internet. L’outil ne vérifie pas ce que disent les pages, les courriers et les fichiers ajoutés. Le juge apprécie librement.',
      ),
      ...(PROFILES[plan.choices.profile].limits === 'to-check'
        ? [paragraph('Taille et format des fichiers acceptés par Télérecours citoyens : à vérifier sur le site.')]
        : []),
    ],
  };
}
