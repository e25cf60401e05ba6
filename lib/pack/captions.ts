/** What stands on the paper around what a pièce shows: headings, captions, the words said of a picture. In French, for a court. */
import { type CaptureMethod, displayNumber, type Entry, type EntryOf } from '@/lib/domain/entry';
import type { FileDateFrom } from '@/lib/domain/imported';
import { localFields, type Moment } from '@/lib/domain/moment';
import type { PackSource } from '@/lib/domain/pack-types';
import { captureLabel } from './labels';
import type { Standing } from './standing';
import { dayOf, isKind, longDay, longMoment, type PackWords } from './words';

/** A row of a caption. */
export interface Said {
  readonly label: string;
  readonly value: string;
}

export interface SheetWords {
  readonly heading: string;
  readonly caption: readonly Said[];
  /** What a screen reader says of the picture. */
  readonly alt: string;
}

const METHODS: Readonly<Record<CaptureMethod, string>> = {
  screen: 'pixels de l’écran, une vue',
  'full-page': 'pixels de la page entière, en une prise',
  stitched: 'pixels de la page entière, plusieurs vues assemblées',
  rerendered: 'rendu reconstitué : redessiné d’après la page, ce ne sont pas les pixels de l’écran',
};

/** « 2 mars 2026, 09:05:12 (UTC+1), horloge de l’appareil ». */
function exactly(moment: Moment): string {
  const { date, time, offset } = localFields(moment);
  return `${longDay(date)}, ${time} (${offset}), horloge de l’appareil`;
}

const row = (label: string, value: string): readonly Said[] => (value === '' ? [] : [{ label, value }]);

/** One capture: its address, its moment, how it was taken, its number, its hashes, its files. */
export function captureSheet(
  entry: EntryOf<'capture'>,
  sources: readonly PackSource[],
  standing: Standing,
  words: PackWords,
): SheetWords {
  const { data, seq } = entry;
  const [drawn] = sources;
  const heading = captureLabel(entry, standing, words);
  const masking = standing.redacted.get(seq);
  const files = [...new Set([drawn, ...(standing.files.get(seq) ?? [])].flatMap((file) => (file ? [file.path] : [])))];
  return {
    heading,
    alt: `${heading}. Capture ${displayNumber(seq)} du journal.`,
    caption: [
      ...row('Adresse', `${data.url}${data.masked ? ' (paramètres masqués)' : ''}`),
      ...row('Titre de la page', data.title),
      ...row('Date et heure', exactly(data.takenAt)),
      ...row('Manière', METHODS[data.method]),
      ...row('Navigateur', data.browser),
      ...row('Réponse du serveur', data.receipt ? `code ${data.receipt.status}, ${exactly(data.receipt.at)}` : ''),
      ...row('Numéro dans le journal', displayNumber(seq)),
      ...row('Estampille', data.stamped || masking ? '' : 'non estampillée'),
      ...row('Parties masquées', masking ? hidden(masking) : ''),
      ...row('SHA-256 de l’image d’origine', data.original.sha256),
      ...row('SHA-256 de l’image montrée', drawn && drawn.sha256 !== data.original.sha256 ? drawn.sha256 : ''),
      ...row('Fichiers', files.join(', ')),
    ],
  };
}

/** The page's text would tell what the boxes hide. */
export const MASKED_TEXT =
  'Le texte de cette page n’est pas imprimé : une partie de l’image est masquée, par choix de la personne.';

function hidden({ seq, data }: EntryOf<'redacted'>): string {
  const count = data.boxes.length;
  const zones = `${count} ${count > 1 ? 'zones opaques' : 'zone opaque'}`;
  return `${zones} sur une copie (${displayNumber(seq)} du journal) ; l’image entière n’est pas jointe, par choix`;
}

/** The row of a series' table. */
export function contentsOf(entry: EntryOf<'capture'>, words: PackWords): { when: string; label: string } {
  const { takenAt, page, url } = entry.data;
  const { offset } = localFields(takenAt);
  return { when: `${longMoment(takenAt)} (${offset})`, label: (page && words.page(page)) || url };
}

const DATE_FROM: Readonly<Record<FileDateFrom, string>> = {
  exif: 'date de prise de vue inscrite dans la photo',
  'pdf-info': 'date inscrite dans le PDF',
  'mail-header': 'date inscrite dans le courriel',
  'file-modified': 'dernière modification du fichier',
};

const NATURES: Readonly<Record<string, string>> = {
  'image/png': 'image PNG',
  'image/jpeg': 'image JPEG',
  'image/webp': 'image WebP',
  'image/gif': 'image GIF',
  'application/pdf': 'document PDF',
  'message/rfc822': 'courriel (.eml)',
  'application/vnd.ms-outlook': 'courriel Outlook (.msg)',
  'text/plain': 'texte',
};

/** What the journal says that the bytes are, in words where there are some. */
function natureOf(type: string): string {
  const plain = type.split(';')[0]?.trim().toLowerCase() ?? '';
  return (Object.hasOwn(NATURES, plain) ? NATURES[plain] : undefined) ?? type;
}

/** A file that the person gave: what it is, both dates, its number, its hash, its place. */
export function addedSheet(entry: Entry | null, source: PackSource, label: string): SheetWords {
  const imported = isKind(entry, 'imported') ? entry.data : null;
  const declared = imported?.declared;
  const fileDate = imported?.fileDate;
  return {
    heading: label,
    alt: `${label}. ${displayNumber(source.seq)} du journal.`,
    caption: [
      ...row('Date selon la personne', declared ? longMoment(declared.on, declared.precision) : ''),
      ...row('Date selon le fichier', fileDate ? `« ${fileDate.text} » (${DATE_FROM[fileDate.from]})` : ''),
      ...row(
        'Ajouté au journal',
        entry ? `${longDay(dayOf(entry.at))}, sous le numéro ${displayNumber(entry.seq)}` : '',
      ),
      ...row('Nature', natureOf(source.type)),
      ...row('Taille', `${new Intl.NumberFormat('fr-FR').format(source.bytes)} octets`),
      ...row('SHA-256', source.sha256),
      ...row('Fichier', source.path),
    ],
  };
}

/** What an e-mail says of itself. */
export function mailHeaders(entry: Entry | null): readonly Said[] {
  if (!isKind(entry, 'imported') || !entry.data.mail) return [];
  const { from, to, subject, attachments } = entry.data.mail;
  return [
    ...row('De', from),
    ...row('À', to),
    ...row('Date', entry.data.fileDate?.text ?? ''),
    ...row('Objet', subject),
    ...row('Pièces jointes', attachments.map(({ name }) => name || '?').join(', ')),
  ];
}

/** Why a file is named and not shown, a paragraph each. */
export function notShown(source: PackSource, why: 'kind' | 'damaged'): readonly string[] {
  return [
    why === 'kind'
      ? 'Ce fichier ne peut pas être montré sur une page.'
      : 'Ce fichier n’a pas pu être lu comme une image ou un document : il est peut-être abîmé.',
    `Il est joint tel quel à l’export, sous le nom ${source.path}. Son empreinte ci-dessus permet de le reconnaître.`,
  ];
}
