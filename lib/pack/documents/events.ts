/** Every event of a journal as lines, in order: those of the letters' chronology, and what only a whole dossier tells. */
import { readComplements } from '@/lib/domain/checklist-complement';
import type { Channel } from '@/lib/domain/entry';
import { displayNumber, type Entry } from '@/lib/domain/entry';
import { cleanLine, printDay } from '@/lib/domain/letter-values';
import type { Moment } from '@/lib/domain/moment';
import { chronologyOf, printMoment } from '@/lib/letters/chronology';
import { ADDED } from '@/lib/letters/journal-words';
import { compare } from '../series';
import type { Standing } from '../standing';
import { isKind, type PackWords } from '../words';

export interface PackEvent {
  readonly seq: number;
  readonly utc: string;
  readonly when: string;
  readonly day: string;
  readonly event: string;
  readonly channel: string;
  readonly result: string;
  /** Words that the person typed. */
  readonly verbatim: string;
  readonly declared: boolean;
  /** Entries whose pièces stand behind it. */
  readonly proof: readonly number[];
  /** The same for captures and attempts of one page, so that a long campaign takes one row; null for anything else. */
  readonly campaign: string | null;
  readonly kind: 'capture' | 'attempt' | 'other';
  /** A file that was added by itself, about no exchange. */
  readonly added?: true;
}

const CHANNEL: Readonly<Record<Channel, string>> = {
  CCC_FORM: 'formulaire du CCC',
  CCC_MAIL: 'courriel',
  CCC_PHONE: 'téléphone',
  PAN: 'point d’accueil numérique',
  PREF_MAIL: 'courriel',
  LRAR: 'lettre recommandée',
  DN_MSG: 'messagerie',
  ANEF_REPLY: 'portail ANEF',
  OTHER: 'autre',
};
const DEVICE = 'carnet';
const SITE = 'site internet';

export function eventsOf(standing: Standing, words: PackWords): readonly PackEvent[] {
  const lines = chronologyOf(standing.entries, words.page).map((line): PackEvent => {
    const { seq, utc, when, day, event, result, verbatim, declared, kind, fact } = line;
    const page = kind === 'capture' || kind === 'attempt';
    return {
      seq,
      utc,
      when,
      day,
      event: event.replace(/^(?:Capture d’écran|Tentative) : /, page && kind === 'attempt' ? 'Page affichée : ' : '$&'),
      channel: page ? SITE : fact.channel ? CHANNEL[fact.channel] : DEVICE,
      result,
      verbatim,
      declared,
      proof: [...line.proof, ...lettersOf(seq, standing)],
      campaign: page && fact.page ? `${fact.page} ${result}` : null,
      kind: kind === 'capture' || kind === 'attempt' ? kind : 'other',
    };
  });
  return [
    ...lines,
    ...complements(standing),
    ...standing.entries.flatMap((entry) => ownEvent(entry, standing)),
  ].toSorted((one, other) => compare(one.utc, other.utc) || one.seq - other.seq);
}

/** The letter that an exchange sent. */
const lettersOf = (exchange: number, { letters }: Standing): readonly number[] =>
  letters.flatMap(({ letter, sent }) => (sent.data.exchange === exchange ? [letter.seq] : []));

function own(seq: number, at: Moment, event: string, more: Partial<PackEvent> = {}): PackEvent {
  return {
    seq,
    utc: at.utc,
    when: printMoment(at),
    day: printMoment(at, 'day'),
    event,
    channel: DEVICE,
    result: '',
    verbatim: '',
    declared: false,
    proof: [],
    campaign: null,
    kind: 'other',
    ...more,
  };
}

/** What the letters do not tell: failures, added files, the life of the journal itself. */
function ownEvent(entry: Entry, { bySeq, removed }: Standing): readonly PackEvent[] {
  const { seq, at } = entry;
  if (isKind(entry, 'dossier-opened')) return [own(seq, at, 'Ouverture du dossier sur l’appareil')];
  if (isKind(entry, 'capture-failed'))
    return [
      own(seq, entry.data.startedAt, 'Capture d’écran demandée, non obtenue', {
        channel: SITE,
        result: cleanLine(entry.data.reason),
      }),
    ];
  if (isKind(entry, 'imported')) {
    if (entry.data.about !== undefined && bySeq.has(entry.data.about)) return [];
    const { declared } = entry.data;
    const on = declared?.on ?? at;
    const event = declared ? ADDED[entry.data.shows] : `Ajout au dossier : ${ADDED[entry.data.shows].toLowerCase()}`;
    return [
      own(seq, on, event, {
        when: printMoment(on, declared?.precision ?? 'minute'),
        added: true,
        declared: removed.has(seq),
        proof: [seq],
      }),
    ];
  }
  if (isKind(entry, 'step-skipped'))
    return [
      own(seq, at, 'Étape laissée de côté par l’intéressé(e)', {
        verbatim: cleanLine(entry.data.reason),
        declared: true,
      }),
    ];
  if (isKind(entry, 'removed'))
    return [own(seq, at, `Retrait par l’intéressé(e) des fichiers de la ligne ${displayNumber(entry.data.target)}`)];
  if (isKind(entry, 'redacted'))
    return [own(seq, at, `Copie avec parties masquées de la ligne ${displayNumber(entry.data.target)}`)];
  if (isKind(entry, 'exported')) return [own(seq, at, 'Export du dossier')];
  if (isKind(entry, 'journal-imported')) return [own(seq, at, 'Dossier reçu d’un autre appareil')];
  if (isKind(entry, 'stamped')) return [own(seq, at, 'Horodatage du journal demandé à un tiers')];
  return [];
}

/** The days of a complement request, from the last line that tells it. */
function complements({ entries, removed }: Standing): readonly PackEvent[] {
  const proofs = new Map<string, number[]>();
  for (const entry of entries) {
    const joined = isKind(entry, 'complement') && [...entry.data.files, ...(entry.data.sent?.files ?? [])].length > 0;
    if (joined && !removed.has(entry.seq))
      proofs.set(entry.data.request, [...(proofs.get(entry.data.request) ?? []), entry.seq]);
  }
  const told = new Map(entries.flatMap((entry) => (isKind(entry, 'complement') ? [[entry.data.request, entry]] : [])));
  return readComplements(entries).flatMap((fact) => {
    const entry = told.get(fact.request);
    if (!entry) return [];
    const proof = proofs.get(fact.request) ?? [];
    const { notifiedOn, readOn, sent, items } = entry.data;
    const day = notifiedOn ?? readOn;
    const asked = `${items.length} ${items.length > 1 ? 'documents demandés' : 'document demandé'}`;
    return [
      ...(day
        ? [
            own(
              entry.seq,
              { ...entry.at, utc: `${day}T00:00:00.000Z` },
              notifiedOn ? 'Demande de complément notifiée' : 'Demande de complément lue',
              {
                when: printDay(day) ?? day,
                day: printDay(day) ?? day,
                channel: 'portail ANEF',
                result: asked,
                declared: true,
                proof,
              },
            ),
          ]
        : []),
      ...(sent
        ? [
            own(entry.seq, sent.on, 'Réponse à la demande de complément', {
              when: printMoment(sent.on, sent.precision),
              channel: 'portail ANEF',
              declared: proof.length === 0,
              proof,
            }),
          ]
        : []),
    ];
  });
}
