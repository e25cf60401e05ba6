/** data/journal.csv: one row per entry, for a spreadsheet. UTF-8 with BOM, « ; », CRLF (RFC 4180), French headings. */
import type { Entry } from '@/lib/domain/entry';
import type { AbsentFile, PlanEntry, PlannedFile } from '@/lib/domain/export-plan';
import { localFields } from '@/lib/domain/moment';
import { absenceWords } from './absence';
import { describeEntry, type Words } from './describe';
import { csvCell } from './text';

/** In the order of the file. The number stays the first and the hash the last: the verifier of any version reads them. */
export const COLUMNS = [
  'number',
  'date',
  'time',
  'offset',
  'zone',
  'utc',
  'written',
  'kind',
  'event',
  'channel',
  'result',
  'declarative',
  'url',
  'masked',
  'page-title',
  'status',
  'method',
  'reference',
  'text',
  'files',
  'absent',
  'original',
  'stamped',
  'hash',
] as const;
type Row = Record<(typeof COLUMNS)[number], string>;

/** Groups files by the entry that names them. */
export function bySeq<F extends PlannedFile>(files: readonly F[]): Map<number, F[]> {
  const groups = new Map<number, F[]>();
  for (const file of files) {
    const group = groups.get(file.seq);
    if (group) group.push(file);
    else groups.set(file.seq, [file]);
  }
  return groups;
}

function statusOf(entry: Entry | null): string {
  if (entry?.kind !== 'attempt' && entry?.kind !== 'capture') return '';
  return entry.data.receipt ? String(entry.data.receipt.status) : '';
}

function row(stored: PlanEntry, present: readonly PlannedFile[], absent: readonly AbsentFile[], words: Words): Row {
  const { t } = words;
  const described = describeEntry(stored, words);
  const { entry } = stored;
  const local = localFields(described.at);
  const capture = entry?.kind === 'capture' ? entry.data : null;
  const gone = absent.some((file) => file.reason === 'removed');
  const kept = entry?.kind === 'imported' && !gone ? entry.data.original : undefined;
  const given = present.some((file) => file.role === 'given');
  return {
    number: String(stored.seq),
    date: local.date,
    time: described.precision === 'day' ? '' : described.precision === 'minute' ? local.time.slice(0, 5) : local.time,
    offset: local.offset,
    zone: described.at.zone,
    utc: described.at.utc,
    written: entry?.at.utc ?? '',
    kind: entry?.kind ?? described.kind,
    event: described.event,
    channel: described.channel,
    result: described.result,
    declarative: t(described.declarative ? 'export.yes' : 'export.no'),
    url: described.url,
    masked: described.url ? t(described.masked ? 'export.yes' : 'export.no') : '',
    'page-title': described.title,
    status: statusOf(entry),
    method: capture ? t(`export.method.${capture.method}`) : '',
    reference: described.reference,
    text: described.words,
    files: present.map((file) => (file.name === null ? file.path : `${file.path} (${file.name})`)).join(', '),
    absent: [
      ...absent.map((file) => `${file.path} (${absenceWords(file, t)})`),
      ...(kept && !given ? [t('export.absent.kept', { sha256: kept.sha256 })] : []),
    ].join(', '),
    original: capture?.original.sha256 ?? kept?.sha256 ?? '',
    stamped: capture?.stamped?.sha256 ?? '',
    hash: entry?.hash ?? '',
  };
}

/** The whole file as text, BOM included. */
export function journalCsv(
  entries: readonly PlanEntry[],
  present: readonly PlannedFile[],
  absent: readonly AbsentFile[],
  words: Words,
): string {
  const here = bySeq(present);
  const gone = bySeq(absent);
  const lines = [COLUMNS.map((column) => csvCell(words.t(`export.csv.${column}`))).join(';')];
  for (const stored of entries) {
    const cells = row(stored, here.get(stored.seq) ?? [], gone.get(stored.seq) ?? [], words);
    lines.push(COLUMNS.map((column) => csvCell(cells[column])).join(';'));
  }
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

/**
 * Counts the records of a CSV text, heading excluded, without building them; -1 when a quote never closes.
 * Line ends inside quotes do not count.
 */
export function countCsvRows(text: string): number {
  let records = 0;
  let quoted = false;
  let started = false;
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    if (character === '\n' && !quoted) {
      if (started) records += 1;
      started = false;
    } else if (character !== '\r') started = true;
  }
  if (quoted) return -1;
  return Math.max(0, records + (started ? 1 : 0) - 1);
}
