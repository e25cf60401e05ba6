/** The CSV against the journal: numbers, dates, addresses and hashes, cell by cell; its sentences are only copies, in words that versions change. */
import type { PlanEntry } from '@/lib/domain/export-plan';
import { parseLine } from '@/lib/domain/export-plan';
import { localFields, type Moment } from '@/lib/domain/moment';
import { COLUMNS } from './csv';
import { csvCell } from './text';

type Column = (typeof COLUMNS)[number];

/** Far more columns than any version of ours; a hostile file is read no further. */
const MAX_CELLS = 64;

/** The records of a CSV text (RFC 4180, « ; »), heading included. */
export function parseCsv(text: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^";\r\n]*))(;|\r?\n|$)/y;
  // The byte order mark is no part of the first cell.
  cell.lastIndex = text.startsWith('\ufeff') ? 1 : 0;
  while (cell.lastIndex < text.length) {
    const found = cell.exec(text);
    // A quote in the wrong place: what was read until there is all that can be compared.
    if (!found || record.length >= MAX_CELLS) break;
    record.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
    if (found[3] === ';') continue;
    records.push(record);
    record = [];
  }
  return records;
}

/** What the writer makes of a text, read back. */
function written(text: string): string {
  return parseCsv(csvCell(text))[0]?.[0] ?? '';
}

/** Every moment that a line states. */
function momentsOf(value: unknown): Moment[] {
  if (typeof value !== 'object' || value === null) return [];
  const { utc, offsetMinutes, zone } = value as Record<string, unknown>;
  if (typeof utc === 'string' && typeof offsetMinutes === 'number' && typeof zone === 'string') {
    return [{ utc, offsetMinutes, zone }];
  }
  return Object.values(value).flatMap(momentsOf);
}

/** True when date, hour and offset are those of a moment that the line states. */
function isDated(cell: (column: Column) => string, line: string): boolean {
  return momentsOf(parseLine(line)).some((moment) => {
    const local = localFields(moment);
    return (
      moment.utc === cell('utc') &&
      moment.zone === cell('zone') &&
      local.date === cell('date') &&
      local.time.startsWith(cell('time')) &&
      local.offset === cell('offset')
    );
  });
}

/** The first column of a row that does not say what the entry says; null when all do. */
function wrongColumn(cells: readonly string[], stored: PlanEntry): Column | null {
  const { entry } = stored;
  if (cells[0] !== String(stored.seq)) return 'number';
  // A line that the exporting version could not read has no hash there; neither has one that this version cannot read.
  const hash = cells.at(-1);
  if (hash === '' || entry === null) return null;
  if (hash !== entry.hash) return 'hash';
  // Another version may have other columns: number first and hash last are for ever.
  if (cells.length !== COLUMNS.length) return null;
  const cell = (column: Column): string => cells[COLUMNS.indexOf(column)] ?? '';
  if (!isDated(cell, stored.line)) return 'date';
  const capture = entry.kind === 'capture' ? entry.data : null;
  const said: Partial<Record<Column, string>> = {
    written: entry.at.utc,
    kind: entry.kind,
    url: 'url' in entry.data ? written(entry.data.url) : '',
    ...(capture ? { original: capture.original.sha256, stamped: capture.stamped?.sha256 ?? '' } : {}),
  };
  return COLUMNS.find((column) => said[column] !== undefined && said[column] !== cell(column)) ?? null;
}

export interface CsvDifference {
  readonly seq: number;
  readonly column: Column;
}

/** Where the rows differ from the entries; null when there are not as many. */
export function compareCsv(text: string, entries: readonly PlanEntry[]): CsvDifference[] | null {
  const [, ...rows] = parseCsv(text);
  if (rows.length !== entries.length) return null;
  return entries.flatMap((stored, index) => {
    const column = wrongColumn(rows[index] ?? [], stored);
    return column ? [{ seq: stored.seq, column }] : [];
  });
}
