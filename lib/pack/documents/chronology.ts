/** `00_chronologie.pdf`: what happened, in order, each line an entry of the journal, with its pièce (domain.md § 5.9). */
import { displayNumber } from '@/lib/domain/entry';
import { citePieces } from '@/lib/domain/letter-pieces';
import type { Block, Line } from '@/lib/domain/letter-types';
import { PACK } from '@/lib/domain/pack-types';
import { PROFILES } from '../profiles';
import { MIN_SERIES } from '../series';
import { packStanding } from '../standing';
import { PACK_WORDS } from '../words';
import { count, type DocumentInput, line, numbersBySeq, type PackDocument, paragraph, typed } from './document';
import { eventsOf, type PackEvent } from './events';

const HEAD = ['Date et heure', 'Événement', 'Canal', 'Réponse', 'Pièce n°'];

export function chronologyDocument(input: DocumentInput): PackDocument {
  const { plan, entries, words = PACK_WORDS } = input;
  const standing = packStanding(entries, { present: [], absent: [] });
  const numbers = numbersBySeq(plan);
  const rows = grouped(eventsOf(standing, words).map((event) => named(event, plan))).map((events) =>
    rowOf(events, numbers, PROFILES[plan.choices.profile].words),
  );
  const zones = [...new Set(standing.entries.map(({ at }) => at.zone))];
  const blocks: Block[] = [
    paragraph(
      `Établie à partir du journal du dossier. Dates et heures de l’horloge de l’appareil${zones.length > 0 ? ` (${zones.join(', ')})` : ''}. « Déclaratif » : saisi à la main par l’intéressé(e), sans fichier qui le montre ; le texte d’un courrier préparé avec l’outil ne montre pas son envoi. « Carnet » : noté par l’outil lui-même. « P-0007 » : numéro de la ligne du journal.`,
    ),
    { kind: 'table', caption: '', head: HEAD, rows },
  ];
  const newer = entries.filter(({ entry }) => entry === null).length;
  if (newer > 0)
    blocks.push(
      paragraph(
        `${count(newer, 'ligne')} du journal que cette version ne sait pas lire : elles ne sont pas dans ce tableau.`,
      ),
    );
  const head = standing.entries.at(-1)?.hash;
  if (head)
    blocks.push(paragraph(`Journal : ${count(entries.length, 'ligne')}, empreinte SHA-256 de la dernière : ${head}.`));
  return { id: 'chronology', path: PACK.chronology, title: 'CHRONOLOGIE', blocks };
}

/** An added file that nothing else tells of bears the label that the person gave to its pièce. */
function named(event: PackEvent, { choices }: DocumentInput['plan']): PackEvent {
  const id = `e${event.seq}`;
  const label = event.added && Object.hasOwn(choices.labels, id) ? choices.labels[id]?.trim() : '';
  return label ? { ...event, event: label } : event;
}

/** Four or more captures and page views of one page, with nothing between them, are one row: the pièce has a table of them. */
function grouped(events: readonly PackEvent[]): readonly (readonly PackEvent[])[] {
  const runs: PackEvent[][] = [];
  for (const event of events) {
    const last = runs.at(-1);
    if (event.campaign !== null && last?.[0]?.campaign === event.campaign) last.push(event);
    else runs.push([event]);
  }
  return runs.flatMap((run) => (run.length >= MIN_SERIES ? [run] : run.map((event) => [event])));
}

function rowOf(
  events: readonly PackEvent[],
  numbers: ReadonlyMap<number, readonly number[]>,
  words: boolean,
): readonly Line[] {
  const [first] = events;
  const last = events.at(-1);
  if (!first || !last) return HEAD.map(() => []);
  const cited = citePieces(events.flatMap(({ proof }) => proof.flatMap((seq) => numbers.get(seq) ?? [])));
  const when = events.length === 1 ? first.when : first.day === last.day ? first.day : `du ${first.day} au ${last.day}`;
  const seqs =
    first.seq === last.seq ? displayNumber(first.seq) : `${displayNumber(first.seq)} à ${displayNumber(last.seq)}`;
  const event = `${events.length === 1 ? first.event : campaign(events)}${first.declared ? ' (déclaratif)' : ''} – ${seqs}`;
  const said: Line = [
    ...line(first.result),
    ...(words && first.verbatim ? typed(`${first.result ? ' ; ' : ''}« ${first.verbatim} »`, 'words') : []),
  ];
  const answer = said.every(({ text }) => text === '') ? line('–') : said;
  return [line(when), line(event), line(first.channel), answer, line(cited?.replace(/^pièces? n°\u00a0/, '') ?? '–')];
}

/** « 45 captures d’écran et 46 affichages : Aucun créneau disponible ». */
function campaign(events: readonly PackEvent[]): string {
  const captures = events.filter(({ kind }) => kind === 'capture').length;
  const seen = events.length - captures;
  const what = [
    captures > 0 ? count(captures, 'capture d’écran', 'captures d’écran') : '',
    seen > 0 ? count(seen, 'affichage de la page', 'affichages de la page') : '',
  ].filter(Boolean);
  return `${what.join(' et ')} : ${(events[0]?.event ?? '').replace(/^[^:]* : /, '')}`;
}
