/** What goes into a dossier's ZIP: from its entries to the list of the bag's files, their sources and their expected hashes. */
import type { BlobRef, Channel, Entry, EntryOf } from './entry';
import type { ImportShows } from './imported';
import { localFields, type Moment } from './moment';
import { hiddenFiles, redactions } from './redact';
import { removals } from './removals';

/** An entry as the journal stores it (the shape of StoredEntry in lib/journal/types.ts, as plain data). */
export interface PlanEntry {
  readonly dossier: string;
  readonly seq: number;
  /** The canonical JSON line, byte for byte. */
  readonly line: string;
  readonly entry: Entry | null;
  readonly problem: string | null;
}

/**
 * `reading`: the visible text of a page as it was when it was recognised, so that anyone can recognise it again.
 * `given`: an added file as it was given, metadata and all, joined only if the person asks.
 */
export type FileRole =
  | 'original'
  | 'stamped'
  | 'redacted'
  | 'attached'
  | 'imported'
  | 'given'
  | 'text'
  | 'reading'
  | 'time-stamp'
  | 'unknown';

/** A file that an entry names, and the place that it has in the bag. */
export interface PlannedFile {
  /** Path inside the bag: ASCII, `/` as separator, safe on Windows. */
  readonly path: string;
  /** Number of the entry that names it. */
  readonly seq: number;
  readonly role: FileRole;
  readonly sha256: string;
  readonly bytes: number;
  readonly type: string;
  /** The name that the file had, for attached files: shown, never used as a path. */
  readonly name: string | null;
}

/** Why a file that an entry names is not in the bag. */
export type AbsenceReason =
  | 'removed' // by the person: there is a tombstone
  | 'redacted' // left out by choice: a masked copy stands for it
  | 'missing' // the device no longer has it
  | 'altered'; // its bytes on the device are not those that the journal recorded

/** A file that an entry names and that the bag does not hold: stated, never silently dropped. */
export interface AbsentFile extends PlannedFile {
  readonly reason: AbsenceReason;
  /** Number of the tombstone, for `removed`; of the masking, for `redacted`. */
  readonly by: number | null;
}

/** The bytes of an added file as they were given, metadata and all: they stay on the device, the export says so. */
export interface KeptFile {
  readonly seq: number;
  readonly sha256: string;
  readonly bytes: number;
  /** Its place in the bag, had the person asked for it; null when a masked copy stands for it. */
  readonly path: string | null;
}

export interface PlanOptions {
  /** Joins added files as they were given too, with the place and the device that they name. */
  readonly withMetadata?: boolean;
}

export interface ExportPlan {
  readonly dossier: string;
  /** Name of the ZIP without extension: no name of a person, no alias. */
  readonly name: string;
  readonly entries: number;
  readonly captures: number;
  /** Hash of the last entry, null for an empty journal. */
  readonly head: string | null;
  /** Files whose bytes must be read. */
  readonly files: readonly PlannedFile[];
  /** Files removed or left out by the person, known from the journal alone. */
  readonly removed: readonly AbsentFile[];
  /** Files that never leave the device. */
  readonly kept: readonly KeptFile[];
}

/** Paths of the bag's own files. */
export const BAG = {
  declaration: 'bagit.txt',
  info: 'bag-info.txt',
  manifest: 'manifest-sha256.txt',
  tagManifest: 'tagmanifest-sha256.txt',
  readme: 'LISEZ-MOI.html',
  shell: 'verifier.sh',
  powershell: 'verifier.ps1',
  journal: 'data/journal.jsonl',
  csv: 'data/journal.csv',
} as const;

/** Télérecours takes titles of 80 characters at most (evidence.md § B.4); the whole file name stays within. */
export const MAX_FILE_NAME = 80;

export const CHANNEL_SLUGS: Record<Channel, string> = {
  CCC_FORM: 'ccc-formulaire',
  CCC_MAIL: 'ccc-courriel',
  CCC_PHONE: 'ccc-telephone',
  PAN: 'point-acces-numerique',
  PREF_MAIL: 'courriel-prefecture',
  LRAR: 'lettre-recommandee',
  DN_MSG: 'message-demarche-numerique',
  ANEF_REPLY: 'reponse-anef',
  OTHER: 'autre-echange',
};

export const IMPORT_SLUGS: Record<ImportShows, string> = {
  'call-log': 'journal-appels',
  letter: 'lettre',
  'deposit-slip': 'preuve-de-depot',
  receipt: 'avis-de-reception',
  return: 'lettre-revenue',
  message: 'message',
  'auto-reply': 'reponse-automatique',
  reply: 'reponse',
  other: 'fichier',
};

const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'application/pdf': 'pdf',
  'text/plain': 'txt',
  'message/rfc822': 'eml',
  'application/vnd.ms-outlook': 'msg',
  'audio/mpeg': 'mp3',
  'application/zip': 'zip',
};

/** What Windows, macOS or Linux would run at a double click: such a file keeps its bytes but not its ending. */
const RUNNABLE = new Set(
  'app bat cmd com cpl dll exe hta inf jar js jse lnk msi msp pif ps1 psm1 py reg scr sh svg vb vbe vbs ws wsf wsh xht xhtml htm html url'.split(
    ' ',
  ),
);

/** A short, safe extension from the original name, else from the media type, else `bin`. */
export function safeExtension(name: string | null, type: string): string {
  const own = /\.([A-Za-z0-9]{1,8})$/.exec(name ?? '')?.[1]?.toLowerCase();
  const extension = own ?? EXTENSIONS[type.split(';')[0]?.trim().toLowerCase() ?? ''] ?? 'bin';
  return RUNNABLE.has(extension) ? `${extension}.txt` : extension;
}

/** The number as it opens a file name: 7 is `0007`. */
function padded(seq: number): string {
  return String(seq).padStart(4, '0');
}

type Draft = Omit<PlannedFile, 'seq'>;

function captureFile(seq: number, role: 'original' | 'stamped', ref: BlobRef): Draft {
  const suffix = role === 'original' ? 'original' : 'estampillee';
  return {
    path: `data/captures/${padded(seq)}-${suffix}.${safeExtension(null, ref.type)}`,
    role,
    sha256: ref.sha256,
    bytes: ref.bytes,
    type: ref.type,
    name: null,
  };
}

function readingFile(seq: number, { sha256, bytes, type }: BlobRef): Draft {
  return { path: `data/lectures/${padded(seq)}.json`, role: 'reading', sha256, bytes, type, name: null };
}

/**
 * Attached files are named by their number and their channel, never by the name that they came with: that name
 * often holds a person's name. It stays in the journal and in the index.
 */
function attachedFiles(seq: number, slug: string, files: readonly (BlobRef & { readonly name: string })[]): Draft[] {
  return files.map((file, index) => ({
    path: `data/echanges/${padded(seq)}-${index + 1}_${slug}.${safeExtension(file.name, file.type)}`,
    role: 'attached',
    sha256: file.sha256,
    bytes: file.bytes,
    type: file.type,
    name: file.name,
  }));
}

/** Where added files stood before the court pack came (0.1.0 and its drafts). */
const FORMER_IMPORTS = 'data/imports/';
const IMPORTS = 'data/originaux/';

/** An added file: its copy for export and the text found in it. */
function importedFiles(seq: number, { what, shows, file, text }: EntryOf<'imported'>['data']): Draft[] {
  const { sha256, bytes, type } = file;
  // The ending comes from what the bytes are; the name is believed only where we know no more.
  const extension = safeExtension(what === 'other' ? file.name : null, type);
  const path = `${IMPORTS}${padded(seq)}-1_${IMPORT_SLUGS[shows]}.${extension}`;
  const copy: Draft = { path, role: 'imported', sha256, bytes, type, name: file.name };
  if (!text) return [copy];
  return [copy, { ...text, path: `${IMPORTS}${padded(seq)}-2_texte.txt`, role: 'text', name: null }];
}

/** An added file as it was given; null when the exported copy is those bytes. */
function givenFile(stored: PlanEntry): PlannedFile | null {
  if (stored.entry?.kind !== 'imported' || !stored.entry.data.original) return null;
  const { sha256, bytes, type } = stored.entry.data.original;
  const path = `${IMPORTS}${padded(stored.seq)}-0_avec-metadonnees.${safeExtension(null, type)}`;
  return { path, seq: stored.seq, role: 'given', sha256, bytes, type, name: null };
}

/** The answer of a time-stamping authority, whole, under the number of the line that keeps it. */
function tokenFile(seq: number, { sha256, bytes, type }: BlobRef): Draft {
  return { path: `data/horodatages/${padded(seq)}.tsr`, role: 'time-stamp', sha256, bytes, type, name: null };
}

/** A masked copy stands beside the picture that it replaces, under the picture's number; a copy that a later one replaced has its own number too. */
function redactedFile({ seq, data }: EntryOf<'redacted'>, entries: readonly PlanEntry[]): Draft {
  const { sha256, bytes, type } = data.copy;
  const folder = data.source.role === 'imported' ? 'originaux' : 'captures';
  const version = redactions(entries).get(data.target)?.seq === seq ? '' : `-${padded(seq)}`;
  const path = `data/${folder}/${padded(data.target)}-caviardee${version}.png`;
  return { path, role: 'redacted', sha256, bytes, type, name: null };
}

/** The channel of the exchange that an outcome answers. */
function channelOf(seq: number, entries: readonly PlanEntry[]): Channel {
  const target = entries.find((stored) => stored.seq === seq)?.entry;
  return target?.kind === 'exchange' ? target.data.channel : 'OTHER';
}

/** Anything that looks like a reference to a file, in an entry that this version cannot read: kept, not lost. */
function unknownFiles(seq: number, line: string): Draft[] {
  const found: Draft[] = [];
  // Without recursion, in the order of the members: a hostile line may nest deeper than the call stack.
  const waiting: unknown[] = [parseLine(line)?.['data']];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value !== 'object' || value === null) continue;
    const { sha256, bytes, type } = value as { sha256?: unknown; bytes?: unknown; type?: unknown };
    if (typeof sha256 === 'string' && /^[0-9a-f]{64}$/.test(sha256) && typeof bytes === 'number' && bytes >= 0) {
      const mime = typeof type === 'string' ? type : '';
      const path = `data/autres/${padded(seq)}-${found.length + 1}.${safeExtension(null, mime)}`;
      found.push({ path, role: 'unknown', sha256, bytes, type: mime, name: null });
    }
    waiting.push(...Object.values(value).reverse());
  }
  return found;
}

/** The line as an object; null when it is not one (a line altered on the disk). */
export function parseLine(line: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** The files that one entry names, in their order. */
export function filesOf(stored: PlanEntry, entries: readonly PlanEntry[]): PlannedFile[] {
  const { entry, seq } = stored;
  let drafts: Draft[] = [];
  if (entry === null) drafts = unknownFiles(seq, stored.line);
  else if (entry.kind === 'capture') {
    drafts = [captureFile(seq, 'original', entry.data.original)];
    if (entry.data.stamped) drafts.push(captureFile(seq, 'stamped', entry.data.stamped));
    if (entry.data.reading) drafts.push(readingFile(seq, entry.data.reading));
  } else if (entry.kind === 'attempt') {
    if (entry.data.reading) drafts = [readingFile(seq, entry.data.reading)];
  } else if (entry.kind === 'exchange')
    drafts = attachedFiles(seq, CHANNEL_SLUGS[entry.data.channel], entry.data.files);
  else if (entry.kind === 'exchange-outcome') {
    drafts = attachedFiles(seq, `${CHANNEL_SLUGS[channelOf(entry.data.exchange, entries)]}-reponse`, entry.data.files);
  } else if (entry.kind === 'answer') drafts = attachedFiles(seq, 'reponse', entry.data.files);
  else if (entry.kind === 'letter-generated') drafts = attachedFiles(seq, 'courrier', entry.data.files);
  else if (entry.kind === 'imported') drafts = importedFiles(seq, entry.data);
  else if (entry.kind === 'stamped') drafts = [tokenFile(seq, entry.data.token)];
  else if (entry.kind === 'redacted') drafts = [redactedFile(entry, entries)];
  else if (entry.kind === 'complement') {
    drafts = attachedFiles(seq, 'complement', [...entry.data.files, ...(entry.data.sent?.files ?? [])]);
  }
  return drafts.map((draft) => ({ ...draft, seq }));
}

/**
 * A neutral name: the dossier's short identifier and the minute, in the moment's own zone.
 * @example `dossier-3f2a_2026-11-21_1830`
 */
export function exportName(dossier: string, now: Moment): string {
  const { date, time } = localFields(now);
  return `dossier-${dossier.slice(0, 4)}_${date}_${time.slice(0, 5).replace(':', '')}`;
}

/** The hash that the last line carries; null when there is none or when it cannot be read. */
function headOf(entries: readonly PlanEntry[]): string | null {
  const last = entries.at(-1);
  if (!last) return null;
  const hash = last.entry?.hash ?? parseLine(last.line)?.['hash'];
  return typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash) ? hash : null;
}

/**
 * Plans the export of one dossier.
 * @param dossier its identifier
 * @param entries all its entries, in order
 * @param now the moment of the export, which names the ZIP
 */
export function planExport(
  dossier: string,
  entries: readonly PlanEntry[],
  now: Moment,
  options: PlanOptions = {},
): ExportPlan {
  const removedBy = removals(entries);
  const hidden = hiddenFiles(entries);
  const files: PlannedFile[] = [];
  const removed: AbsentFile[] = [];
  const kept: KeptFile[] = [];
  for (const stored of entries) {
    const tombstone = removedBy.get(stored.seq);
    for (const file of filesOf(stored, entries)) {
      if (tombstone?.blobs.has(file.sha256)) removed.push({ ...file, reason: 'removed', by: tombstone.by });
      else if (hidden.has(file.sha256))
        removed.push({ ...file, reason: 'redacted', by: hidden.get(file.sha256) ?? null });
      else files.push(file);
    }
    const given = givenFile(stored);
    if (!given || tombstone?.blobs.has(given.sha256)) continue;
    const masked = hidden.has(given.sha256);
    if (options.withMetadata && !masked) files.push(given);
    else kept.push({ seq: given.seq, sha256: given.sha256, bytes: given.bytes, path: masked ? null : given.path });
  }
  return {
    dossier,
    name: exportName(dossier, now),
    entries: entries.length,
    captures: entries.filter((stored) => stored.entry?.kind === 'capture').length,
    head: headOf(entries),
    files,
    removed,
    kept,
  };
}

/**
 * The plan as a bag that exists followed it: added files joined as they were given are files of it, and those of a bag
 * made before `data/originaux/` are looked for where they stood.
 * @param has whether the bag holds a path
 */
export function planOfBag(dossier: string, entries: readonly PlanEntry[], has: (path: string) => boolean): ExportPlan {
  const plan = planExport(dossier, entries, { utc: '1970-01-01T00:00:00.000Z', offsetMinutes: 0, zone: 'UTC' });
  const joined = new Set(plan.kept.flatMap(({ seq, path }) => (path !== null && has(path) ? [seq] : [])));
  const given = entries.flatMap((stored) => (joined.has(stored.seq) ? (givenFile(stored) ?? []) : []));
  const former = (file: PlannedFile): PlannedFile => {
    const path = file.path.replace(IMPORTS, FORMER_IMPORTS);
    return path !== file.path && !has(file.path) && has(path) ? { ...file, path } : file;
  };
  return {
    ...plan,
    files: [...plan.files.map(former), ...given],
    kept: plan.kept.filter(({ seq }) => !joined.has(seq)),
  };
}
