/** `00_note-de-transmission.pdf`: what a lawyer or an association must see first; it argues nothing (domain.md § 5.9e, § 8.3). */

import { displayNumber } from '@/lib/domain/entry';
import type { AbsentFile } from '@/lib/domain/export-plan';
import { citePieces } from '@/lib/domain/letter-pieces';
import type { Block } from '@/lib/domain/letter-types';
import { cleanLine, printDay } from '@/lib/domain/letter-values';
import { PACK } from '@/lib/domain/pack-types';
import { standingOf } from '@/lib/domain/standing';
import { readTriage, type Triage } from '@/lib/domain/triage';
import { chronologyOf, printMoment } from '@/lib/letters/chronology';
import { factsOf } from '@/lib/letters/facts';
import { translator } from '@/lib/locales';
import { DEPARTMENTS } from '@/lib/prefectures/table';
import { trackOf } from '@/lib/protocols';
import { BLOCKAGES } from '@/lib/protocols/blockages';
import { urgencyKey } from '@/lib/protocols/keys';
import { conflictsOf } from '../frozen';
import { packStanding, type Standing } from '../standing';
import { longDay, longMoment, PACK_WORDS } from '../words';
import {
  count,
  type DocumentInput,
  form,
  heading,
  list,
  numbersBySeq,
  type PackDocument,
  paragraph,
  table,
} from './document';

export function noteDocument(input: DocumentInput): PackDocument {
  const { entries, now } = input;
  const standing = packStanding(entries, { present: [], absent: [] });
  const triage = readTriage(standing.entries);
  return {
    id: 'note',
    path: PACK.note,
    title: 'NOTE DE TRANSMISSION',
    blocks: [
      paragraph(
        `Établie le ${longMoment(now)} à partir du journal du dossier. L’inventaire et la chronologie sont des fichiers à part.`,
      ),
      {
        kind: 'frame',
        title: 'La personne (à compléter à la main)',
        rows: ['Nom et prénom', 'Comment la joindre', 'Langue'],
      },
      heading('Ce que dit la personne (non vérifié)'),
      ...said(triage),
      heading('Urgence'),
      ...urgency(input, standing),
      heading('Ce qui n’est pas au dossier'),
      ...notThere(input, standing),
      ...absences(input, standing),
      ...letters(input, standing),
      ...toName(input),
    ],
  };
}

const REGIME = {
  R431_2: 'téléservice ANEF (R. 431-2)',
  R431_3: 'préfecture ou sous-préfecture (R. 431-3)',
  UNKNOWN: 'inconnue',
} as const;

/** A code of a later version is printed as it is. */
const blockageWords = (code: string): string => BLOCKAGES.find((one) => one.code === code)?.label ?? cleanLine(code);

function said(triage: Triage): readonly Block[] {
  const department = DEPARTMENTS.find(({ code }) => code === triage.department);
  const day = (value: string | undefined): string => (value ? (printDay(value) ?? value) : '');
  const rows: readonly (readonly [string, string])[] = [
    ['Blocage indiqué', triage.blockages.map(blockageWords).join(' ; ')],
    ['Démarche', cleanLine(triage.title ?? '')],
    ['Département', department ? `${department.name} (${department.code})` : ''],
    ['Procédure indiquée', triage.regime ? REGIME[triage.regime] : ''],
    ['Fin du titre', day(triage.dates.titleExpiry)],
    ['Fin de l’attestation de prolongation', day(triage.dates.attestationEnd)],
    ['Fin du récépissé', day(triage.dates.receiptEnd)],
    ['Dépôt', day(triage.dates.filedOn)],
    ['Clôture', day(triage.dates.closedOn)],
  ];
  const filled = rows.filter(([, value]) => value !== '');
  return filled.length > 0 ? [form(filled)] : [paragraph('Rien n’est indiqué dans le journal.')];
}

function urgency({ plan, now }: DocumentInput, standing: Standing): readonly Block[] {
  const track = trackOf(readTriage(standing.entries).track ?? '');
  const reasons = track ? standingOf(track, standing.entries, { now: Date.parse(now.utc) }).urgency : [];
  const t = translator('fr');
  const pieces = citePieces(plan.pieces.filter(({ group }) => group === 'urgency').map(({ number }) => number));
  return [
    ...(reasons.length > 0
      ? [
          paragraph('Indiqué par la personne, ou compté d’après les dates qu’elle a données :'),
          list(reasons.map((one) => t(urgencyKey(one)))),
        ]
      : [paragraph('Rien n’est indiqué dans le journal.')]),
    paragraph(pieces ? `Pièces sur l’urgence : ${pieces}.` : 'Aucune pièce sur l’urgence.'),
  ];
}

/** What the checklist of the track has no proof of, and no word of what follows from it. */
function notThere({ now }: DocumentInput, standing: Standing): readonly Block[] {
  const track = trackOf(readTriage(standing.entries).track ?? '');
  const missing: string[] = [];
  if (track) {
    const { view, missingKeys } = standingOf(track, standing.entries, { now: Date.parse(now.utc) });
    for (const step of track.steps)
      if (view.missing.includes(step.id)) missing.push(`Étape sans preuve au journal, ou pas finie : ${step.label}`);
    if (missingKeys.includes('prefecture'))
      missing.push('Pas d’invitation de la préfecture à la solution de substitution.');
  }
  if (factsOf(chronologyOf(standing.entries, PACK_WORDS.page), []).attestedOn === null)
    missing.push('Pas d’attestation écrite du centre de contact citoyens.');
  return [
    missing.length > 0
      ? list(missing)
      : paragraph('Chaque étape nécessaire du protocole suivi a une trace au journal.'),
  ];
}

const lines = (numbers: readonly string[]): string =>
  `${numbers.length > 1 ? 'lignes' : 'ligne'} ${numbers.join(', ')}`;

/** Whatever the pack lacks by choice or by loss: said here, never silent. */
function absences({ plan, absent, kept }: DocumentInput, standing: Standing): readonly Block[] {
  const because = (reason: AbsentFile['reason']): readonly string[] => [
    ...new Set(absent.filter((file) => file.reason === reason).map(({ seq }) => displayNumber(seq))),
  ];
  const removed = because('removed');
  const lost = [...because('missing'), ...because('altered')];
  const joined = new Set(plan.pieces.flatMap(({ seqs }) => seqs));
  const masked = [...standing.redacted].flatMap(([target, { data }]) => {
    const where = joined.has(target) ? citePieces(numbersBySeq(plan).get(target) ?? []) : null;
    const boxes = count(data.boxes.length, 'partie masquée', 'parties masquées');
    const original = data.originalInPack ? 'l’original est dans l’archive' : 'l’original n’est pas dans l’archive';
    return [`${where ?? 'sans pièce'} (${displayNumber(target)}) : ${boxes}, ${original}`];
  });
  const blocks: Block[] = [heading('Ce qui n’est pas joint, ou pas en entier')];
  if (plan.left.length > 0)
    blocks.push(
      paragraph('Laissé de côté par choix, sans PDF (les fichiers restent dans l’archive) :'),
      list(plan.left.map(({ label }) => label)),
    );
  if (masked.length > 0) blocks.push(paragraph('Copies avec parties masquées :'), list(masked));
  if (removed.length > 0) blocks.push(paragraph(`Fichiers retirés du dossier par la personne, ${lines(removed)}.`));
  if (lost.length > 0) blocks.push(paragraph(`Fichiers que l’appareil n’a plus, ou plus tels quels, ${lines(lost)}.`));
  if (kept.length > 0)
    blocks.push(
      paragraph(
        `${count(kept.length, 'fichier')} ${kept.length > 1 ? 'joints' : 'joint'} sans les informations cachées (lieu, appareil) : l’original n’est pas dans l’archive.`,
      ),
    );
  return blocks.length > 1 ? blocks : [...blocks, paragraph('Rien : tous les fichiers du journal sont joints.')];
}

/** Sent letters: their numbers are those of the inventory; where a later letter differs, both numbers are printed. */
function letters({ plan }: DocumentInput, standing: Standing): readonly Block[] {
  if (standing.letters.length === 0) return [];
  const numbers = numbersBySeq(plan);
  const gaps = new Map(plan.gaps.flatMap(({ seq, number }) => (seq === null ? [] : [[seq, number] as const])));
  const inPack = (seq: number): number | null => numbers.get(seq)?.[0] ?? gaps.get(seq) ?? null;
  const conflicts = conflictsOf(standing.letters, inPack);
  const named = standing.letters.map(({ letter, sent, exchange }) => {
    const when = exchange
      ? longMoment(exchange.data.on, exchange.data.precision)
      : longDay(printMoment(sent.at, 'day').split('/').reverse().join('-'));
    const where = citePieces(numbers.get(letter.seq) ?? []);
    return `${PACK_WORDS.letter(letter.data.template)}, ${when}${where ? ` (${where})` : ''}`;
  });
  const blocks: Block[] = [heading('Courriers envoyés'), list(named)];
  if (plan.frozenBy.length > 0) {
    const but = conflicts.length > 0 ? ', sauf ceux du tableau qui suit' : '';
    blocks.push(paragraph(`Les numéros de pièces cités dans ces courriers sont ceux de l’inventaire${but}.`));
  }
  if (conflicts.length === 0) return blocks;
  return [
    ...blocks,
    paragraph(
      'Ces courriers donnaient un même numéro à deux pièces, ou deux numéros à une même pièce. L’inventaire garde les numéros du premier courrier envoyé.',
    ),
    table(
      'Numéros qui changent d’un courrier à l’autre',
      ['Courrier', 'Numéro dans le courrier', 'Numéro dans l’inventaire'],
      conflicts.map(({ letter, cited, seq }) => [
        named[standing.letters.indexOf(letter)] ?? '',
        String(cited),
        String(inPack(seq) ?? 'sans numéro'),
      ]),
    ),
  ];
}

/** An inventory must be explicit (R. 412-2 CJA), and the tool does not read what an added file says: somebody names it. */
function toName({ plan }: DocumentInput): readonly Block[] {
  const cited = citePieces(plan.pieces.filter(({ vague }) => vague).map(({ number }) => number));
  if (!cited) return [];
  return [
    heading('Libellés à préciser'),
    paragraph(`Le journal ne dit pas ce que montre chacun de ces fichiers : ${cited}.`),
  ];
}
