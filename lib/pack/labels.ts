/** Labels of the pièces, in French: nature, what it shows, date, author (R. 412-2 CJA; domain.md § 5.8). Never a name, never typed words. */
import type { EntryData, EntryOf } from '@/lib/domain/entry';
import { cleanLine } from '@/lib/domain/letter-values';
import type { Moment } from '@/lib/domain/moment';
import { ADDED, MILESTONE, OUTCOME, RECEIVED, SENT } from '@/lib/letters/journal-words';
import type { SentLetter, Standing } from './standing';
import { BY, dayOf, isKind, longDays, longMoment, type PackWords, pageWords, SITE, TAKEN_BY } from './words';

type Capture = EntryOf<'capture'>;

const joined = (...parts: readonly (string | null)[]): string => parts.filter(Boolean).join(' – ');
/** « , fichier 2 sur 3 »; 0: all of them under one number. */
const which = (index: number, of: number): string =>
  of === 1 ? '' : index === 0 ? ` (${of} fichiers)` : ` (fichier ${index} sur ${of})`;

/** « du portail ANEF », and the name of the page. */
export function shown(data: Capture['data'], words: PackWords): { readonly of: string; readonly page: string | null } {
  const host = URL.canParse(data.url) ? cleanLine(new URL(data.url).hostname) : '';
  if (!data.page) return { of: host ? `d’une page du site ${host}` : 'd’une page web', page: null };
  const site = Object.hasOwn(SITE, data.page.site) ? SITE[data.page.site] : undefined;
  const page = pageWords(data.page.site, cleanLine(words.page(data.page)));
  const of = site ? `${site.of}${site.host && host ? ` (${host})` : ''}` : host ? `du site ${host}` : 'd’une page web';
  return { of, page };
}

/** How it was made, honestly: what was drawn again is no picture of the screen. */
function nature({ method, views }: Capture['data']): string {
  if (method === 'rerendered') return 'Rendu reconstitué (dessiné d’après la structure de la page)';
  if (method === 'full-page') return 'Capture d’écran de la page entière';
  if (method === 'stitched') return `Capture d’écran assemblée${views ? ` de ${views} vues` : ''}`;
  return 'Capture d’écran';
}

function boxes(count: number, standing: number): string | null {
  if (count === 0) return null;
  if (standing === 1) return 'copie avec parties masquées';
  return count === standing ? 'copies avec parties masquées' : `dont ${count} avec parties masquées`;
}

/** « Capture d’écran du portail ANEF – Dépôt impossible : … – 2 novembre 2026, 10 h 00 – prise par … ». */
export function captureLabel(entry: Capture, standing: Standing, words: PackWords): string {
  const { of, page } = shown(entry.data, words);
  return joined(
    `${nature(entry.data)} ${of}`,
    page,
    longMoment(entry.data.takenAt),
    entry.data.stamped ? null : 'image sans bandeau de date',
    boxes(standing.redacted.has(entry.seq) ? 1 : 0, 1),
    `${entry.data.method === 'rerendered' ? 'fait' : 'prise'} ${TAKEN_BY}`,
  );
}

/** « Captures d’écran (228) du module national de rendez-vous en préfecture – Aucun créneau disponible – du 2 juin au 6 octobre 2026 – prises par … ». */
export function seriesLabel(captures: readonly Capture[], standing: Standing, words: PackWords): string {
  const [first] = captures;
  if (!first) return '';
  const rerendered = captures.filter(({ data }) => data.method === 'rerendered').length;
  const assembled = captures.filter(({ data }) => data.method === 'stitched').length;
  const pages = [...new Set(captures.map(({ data }) => JSON.stringify(shown(data, words))))];
  const { of, page } = pages.length === 1 ? shown(first.data, words) : { of: 'de plusieurs pages', page: null };
  const days = captures.map(({ data }) => dayOf(data.takenAt)).toSorted();
  const all = rerendered === captures.length;
  return joined(
    `${all ? 'Rendus reconstitués' : 'Captures d’écran'} (${captures.length}) ${of}`,
    page,
    all ? 'dessinés d’après la structure de la page' : rerendered > 0 ? `dont ${rerendered} rendus reconstitués` : null,
    assembled > 0 ? `dont ${assembled} ${assembled > 1 ? 'assemblées' : 'assemblée'} de plusieurs vues` : null,
    boxes(captures.filter(({ seq }) => standing.redacted.has(seq)).length, captures.length),
    longDays(days[0] ?? '', days.at(-1) ?? ''),
    `${all ? 'faits' : 'prises'} ${TAKEN_BY}`,
  );
}

const FILE_NATURE: Readonly<Record<EntryData['imported']['what'], readonly [string, string]>> = {
  picture: ['Photo ou image', `image fournie ${BY}`],
  pdf: ['Document PDF', `PDF fourni ${BY}`],
  mail: ['Courriel', `courriel fourni ${BY}`],
  other: ['Fichier', `fichier fourni ${BY}`],
};

/** Where a date comes from is said: the person's word, or what the file says of itself. */
function importedDate({ data, at }: EntryOf<'imported'>): string {
  const { declared, fileDate } = data;
  if (declared) {
    const when = longMoment(declared.on, declared.precision);
    return fileDate?.at && dayOf(fileDate.at) === dayOf(declared.on) ? when : `${when} (date indiquée ${BY})`;
  }
  if (fileDate?.at) return `${longMoment(fileDate.at, 'day')} (date lue dans le fichier)`;
  return `sans date connue, ajouté au dossier le ${longMoment(at, 'day')}`;
}

/** Whether nothing but its format tells what it is: somebody should name it (R. 412-2 CJA asks for an explicit label). */
export function isVague({ data }: EntryOf<'imported'>): boolean {
  return data.shows === 'other';
}

/** « Journal d’appels du téléphone, concernant : appel au centre de contact citoyens – 5 novembre 2026 – image fournie par … ». */
export function importedLabel(entry: EntryOf<'imported'>, standing: Standing): string {
  const { data } = entry;
  const about = data.about === undefined ? null : standing.bySeq.get(data.about);
  const [format, given] = FILE_NATURE[data.what];
  const what = data.shows === 'other' ? format : ADDED[data.shows];
  const exchange = isKind(about, 'exchange') ? exchangeWords(about.data) : null;
  // The message itself, or the letter itself, is named by its channel.
  const itself = exchange !== null && (data.shows === 'message' || data.shows === 'letter');
  const concerning = exchange === null ? '' : `, concernant : ${exchange.charAt(0).toLowerCase()}${exchange.slice(1)}`;
  return joined(
    itself ? exchange : `${what}${concerning}`,
    importedDate(entry),
    boxes(standing.redacted.has(entry.seq) ? 1 : 0, 1),
    given,
  );
}

/** « Courriel à la préfecture »: the channel and the direction of an exchange. */
export const exchangeWords = ({ channel, direction }: EntryData['exchange']): string =>
  direction === 'received' ? RECEIVED[channel] : SENT[channel];

export function exchangeLabel(data: EntryData['exchange'], index: number, of: number): string {
  return joined(
    `${exchangeWords(data)}${which(index, of)}`,
    longMoment(data.on, data.precision),
    `pièce fournie ${BY}`,
  );
}

export function outcomeLabel(
  data: EntryData['exchange-outcome'],
  about: EntryData['exchange'] | null,
  index: number,
  of: number,
): string {
  const what = data.milestone ? MILESTONE[data.milestone] : data.outcome === 'NONE' ? null : OUTCOME[data.outcome];
  const nature = about ? `Suite donnée : ${exchangeWords(about)}` : 'Suite donnée à une démarche';
  return joined(`${nature}${which(index, of)}`, what, longMoment(data.on, data.precision), `pièce fournie ${BY}`);
}

export function answerLabel(at: Moment, index: number, of: number): string {
  return joined(`Document sur une étape des démarches${which(index, of)}`, longMoment(at, 'day'), `fourni ${BY}`);
}

export function complementLabel({ data, at }: EntryOf<'complement'>, index: number, of: number): string {
  const when = data.sent ? longMoment(data.sent.on, data.sent.precision) : longMoment(at, 'day');
  return joined(`Demande de complément et réponse${which(index, of)}`, when, `pièce fournie ${BY}`);
}

const LEFT_BY: Readonly<Record<EntryData['letter-generated']['medium'], string>> = {
  form: 'envoyé par formulaire',
  mail: 'envoyé par courriel',
  post: 'envoyé par courrier',
  lrar: 'envoyé en recommandé avec avis de réception',
  sheet: 'remis ou envoyé',
};

export function letterLabel(
  { letter, sent, exchange }: SentLetter,
  words: PackWords,
  index: number,
  of: number,
): string {
  const when = exchange ? longMoment(exchange.data.on, exchange.data.precision) : longMoment(sent.at, 'day');
  return joined(
    `${cleanLine(words.letter(letter.data.template))}${which(index, of)}`,
    `texte ${LEFT_BY[letter.data.medium]} selon l’intéressé(e)`,
    when,
  );
}
