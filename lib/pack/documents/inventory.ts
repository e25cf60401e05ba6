/** `00_inventaire.pdf`: every number, in order, with its file; one row a file, so that it equals the list of files (R. 412-2 CJA). */

import type { Block } from '@/lib/domain/letter-types';
import { PACK, type PackGap, type PackGroup, type PackPiece, type PackPlan } from '@/lib/domain/pack-types';
import { PROFILES } from '../profiles';
import { GROUP_HEADING, isKind, longDay, longDays } from '../words';
import { type DocumentInput, heading, type MadeFile, type PackDocument, paragraph, table } from './document';

const HEAD = ['N°', 'Libellé', 'Date', 'Pages', 'Fichier'];
/** The label is what is read; a name of a file is cut after its hyphens. */
const SHARES = [0.07, 0.345, 0.245, 0.08, 0.26];
const GAP_SHARES = [0.06, 0.64, 0.3];

export function inventoryDocument(input: DocumentInput): PackDocument {
  const { plan } = input;
  const rules = PROFILES[plan.choices.profile];
  const made = new Map(input.made.map((file) => [file.path, file]));
  return {
    id: 'inventory',
    path: PACK.inventory,
    title: 'INVENTAIRE DES PIÈCES COMMUNIQUÉES',
    blocks: [...sections(plan, made), ...gaps(plan, input), ...notes(input)],
    ...(rules.articles ? { footer: 'Articles R. 412-2 et R. 414-5 du code de justice administrative' } : {}),
  };
}

/** By number; a heading comes back where cited numbers keep a pièce away from its group. */
function sections(plan: PackPlan, made: ReadonlyMap<string, MadeFile>): readonly Block[] {
  if (plan.pieces.length === 0) return [paragraph('Aucune pièce.')];
  const runs: { readonly group: PackGroup; readonly pieces: PackPiece[] }[] = [];
  for (const piece of plan.pieces) {
    const last = runs.at(-1);
    if (last?.group === piece.group) last.pieces.push(piece);
    else runs.push({ group: piece.group, pieces: [piece] });
  }
  const seen = new Set<PackGroup>();
  return runs.flatMap(({ group, pieces }): Block[] => {
    const title = `${GROUP_HEADING[group]}${seen.has(group) ? ' (suite)' : ''} :`;
    seen.add(group);
    return [
      heading(title),
      table(
        '',
        HEAD,
        pieces.flatMap((piece) => rowsOf(piece, made)),
        SHARES,
      ),
    ];
  });
}

function rowsOf(piece: PackPiece, made: ReadonlyMap<string, MadeFile>): readonly (readonly string[])[] {
  return piece.volumes.map(({ path, part }, index) => {
    const pages = made.get(path)?.pages;
    return [
      part ? `${piece.number} (${part.index} sur ${part.of})` : String(piece.number),
      index === 0 ? piece.label : `Suite de la pièce n° ${piece.number}`,
      index === 0 ? longDays(piece.from, piece.to) : '–',
      typeof pages === 'number' ? String(pages) : '–',
      path.slice(PACK.folder.length),
    ];
  });
}

const WHY: Readonly<Record<PackGap['why'], string>> = {
  removed: 'retirée du dossier par l’intéressé(e)',
  absent: 'son fichier n’est plus sur l’appareil',
  left: 'non communiquée',
  unused: 'numéro sans pièce',
};

function gaps({ gaps: missing, frozenBy }: PackPlan, { entries }: DocumentInput): readonly Block[] {
  if (missing.length === 0) return [];
  const days = entries.flatMap(({ entry }) =>
    isKind(entry, 'letter-generated') && frozenBy.includes(entry.seq) ? [longDay(entry.at.utc.slice(0, 10))] : [],
  );
  return [
    heading('Numéros sans fichier :'),
    table(
      '',
      ['N°', 'Libellé', 'Raison'],
      missing.map(({ number, label, why }) => [String(number), label, WHY[why]]),
      GAP_SHARES,
    ),
    paragraph(
      `Ces numéros sont cités dans ${days.length > 1 ? 'les courriers' : 'le courrier'} du ${days.join(' et du ')}. Ils ne sont donnés à aucune autre pièce.`,
    ),
  ];
}

function notes({ plan, made }: DocumentInput): readonly Block[] {
  const captures = plan.pieces.some(({ kind }) => kind === 'capture' || kind === 'series');
  const series = plan.pieces.some(({ kind }) => kind === 'series');
  const parts = plan.pieces.some(({ volumes }) => volumes.length > 1);
  return [
    ...(captures
      ? [
          paragraph(
            'Les captures d’écran ont été faites avec une extension de navigateur, qui inscrit sous l’image l’adresse de la page, la date et l’heure de l’appareil.',
          ),
        ]
      : []),
    ...(series
      ? [
          paragraph(
            'Les captures d’une même page sont réunies en une pièce : série homogène, avec une table et un signet par capture.',
          ),
        ]
      : []),
    ...(made.some(({ pages }) => pages === null)
      ? [paragraph('Pages « – » : fichier donné par l’intéressé(e), dont les pages n’ont pas été comptées.')]
      : []),
    ...(parts
      ? [paragraph('Une pièce de plusieurs fichiers porte un seul numéro : « 1sur3 » est le premier de trois.')]
      : []),
    ...(PROFILES[plan.choices.profile].limits === 'to-check'
      ? [
          paragraph(
            'Télérecours citoyens : taille et format des fichiers acceptés à vérifier sur le site avant de déposer. Le service peut établir lui-même un inventaire ; celui-ci aide à recopier les titres.',
          ),
        ]
      : []),
  ];
}
