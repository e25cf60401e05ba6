/** The verifier's second half: the chain, what bag-info announces of it, the files that entries name, the CSV. */
import { checkChain } from '@/lib/domain/chain';
import { displayNumber } from '@/lib/domain/entry';
import { BAG, type ExportPlan, type PlanEntry, planOfBag } from '@/lib/domain/export-plan';
import { PACK } from '@/lib/domain/pack-types';
import { readEntry } from '@/lib/domain/upcast';
import { countCsvRows } from './csv';
import { INFO } from './tags';
import { compareCsv } from './verify-csv';
import { verifyLinks } from './verify-links';
import { verifyPieces } from './verify-pieces';
import { verifyRedactions } from './verify-redacted';
import { verifyStamps } from './verify-stamps';
import { type Bag, strictTextOf, textOf } from './verify-types';

type Info = ReadonlyMap<string, readonly string[]>;

function one(info: Info, label: string): string | undefined {
  return info.get(label.toLowerCase())?.[0];
}

/** A line as the plan reads it; the number is the line's own, or its place when it says none. */
function planEntry(line: string, index: number): PlanEntry {
  const { entry, problem } = readEntry(line);
  return { dossier: entry?.dossier ?? '', seq: entry?.seq ?? index + 1, line, entry, problem };
}

/** Bytes of one line: the longest that our schemas allow, a complement of sixty items, has about eleven million. */
const MAX_LINE = 16 * 2 ** 20;

/** One a minute, day and night, for a year. */
const MAX_LINES = 500_000;

/** True when the journal is out of all proportion, which is said: it is then not read. */
function isOversized(bytes: Uint8Array, bag: Bag): boolean {
  let line = 0;
  for (let start = 0; start < bytes.byteLength; ) {
    line += 1;
    const end = bytes.indexOf(0x0a, start);
    const next = end < 0 ? bytes.byteLength : end;
    if (next - start > MAX_LINE) {
      bag.say('problem', 'line-too-long', { line, limit: MAX_LINE });
      return true;
    }
    if (line > MAX_LINES) {
      bag.say('problem', 'lines-too-many', { limit: MAX_LINES });
      return true;
    }
    start = next + 1;
  }
  return false;
}

/** Lines of the journal; says when the file has not the form that we write. */
function journalLines(bag: Bag): string[] {
  const text = strictTextOf(BAG.journal, bag);
  const lines = (text ?? textOf(BAG.journal, bag)).split('\n');
  const last = lines.pop();
  if (text === null || last !== '' || lines.length === 0 || lines.includes('')) bag.say('problem', 'journal-format');
  if (last) lines.push(last);
  return lines;
}

/** The chain itself, line by line. */
async function checkLines(
  lines: readonly string[],
  info: Info,
  bag: Bag,
): Promise<{ count: number; head: string | null; dossier: string | null }> {
  const chain = await checkChain(lines);
  for (const { line, seq, problem } of chain.problems) {
    bag.say('problem', 'chain-problem', { line, number: seq === null ? 'none' : displayNumber(seq), problem });
  }
  const declared = one(info, INFO.chain);
  if (declared?.startsWith('BROKEN')) bag.say('warning', 'chain-declared', { detail: declared });
  for (const { line, seq } of chain.newer) bag.say('warning', 'entry-newer', { number: displayNumber(seq ?? line) });
  for (const { line, seconds } of chain.clockBack)
    bag.say('warning', 'clock-back', { number: displayNumber(line), seconds });
  if (chain.problems.length === 0) bag.say('ok', 'chain-ok', { count: chain.count, head: chain.head ?? '?' });
  return chain;
}

/** What bag-info announces: without it, a journal cut at its end would still be a chain. */
function checkAnnounced(
  found: { count: number; head: string | null; dossier: string | null; captures: number },
  info: Info,
  bag: Bag,
): void {
  const checks = [
    [INFO.entries, 'count-wrong', found.count],
    [INFO.head, 'head-wrong', found.head ?? ''],
    [INFO.identifier, 'dossier-wrong', found.dossier ?? ''],
    [INFO.captures, 'captures-wrong', found.captures],
  ] as const;
  for (const [label, code, actual] of checks) {
    const declared = one(info, label);
    if (declared === undefined) bag.say('problem', 'info-missing', { label });
    else if (declared !== String(actual)) bag.say('problem', code, { declared, actual });
  }
}

/** Every file that an entry names is in the bag with the hash that the entry notes, or its absence is declared. */
function checkReferences(plan: ExportPlan, info: Info, bag: Bag): void {
  const declared = {
    missing: new Set(info.get(INFO.missing.toLowerCase()) ?? []),
    altered: new Set(info.get(INFO.altered.toLowerCase()) ?? []),
  };
  let identical = 0;
  for (const { path, seq, sha256 } of plan.files) {
    const number = displayNumber(seq);
    if (bag.items.has(path)) {
      const hash = bag.hashes.get(path);
      if (hash === sha256) identical += 1;
      else bag.say('problem', 'reference-wrong', { path, number });
    } else if (declared.missing.has(path))
      bag.say('warning', 'reference-declared', { path, number, reason: 'missing' });
    else if (declared.altered.has(path)) bag.say('warning', 'reference-declared', { path, number, reason: 'altered' });
    else bag.say('problem', 'reference-missing', { path, number });
  }
  for (const { path, seq, by, reason } of plan.removed) {
    const code = reason === 'redacted' ? 'reference-redacted' : 'reference-removed';
    bag.say('warning', code, { path, number: displayNumber(seq), by: displayNumber(by ?? 0) });
  }
  for (const { seq, sha256 } of plan.kept) bag.say('ok', 'reference-kept', { number: displayNumber(seq), sha256 });
  if (identical > 0) bag.say('ok', 'references-ok', { count: identical });
  const named = new Set<string>([BAG.journal, BAG.csv, ...plan.files.map((file) => file.path)]);
  for (const path of bag.items.keys()) {
    // The pack's folder has its own list.
    if (path.startsWith('data/') && !path.startsWith(PACK.folder) && !named.has(path))
      bag.say('problem', 'payload-unknown', { path });
  }
}

/** One row per entry, with the entry's own numbers, dates, addresses and hashes. */
function checkCsv(entries: readonly PlanEntry[], bag: Bag): void {
  const text = textOf(BAG.csv, bag);
  const rows = countCsvRows(text);
  const differences = rows === entries.length ? compareCsv(text, entries) : null;
  if (differences === null) bag.say('problem', 'csv-rows', { actual: rows, expected: entries.length });
  else if (differences.length === 0) bag.say('ok', 'csv-ok');
  for (const { seq, column } of differences ?? [])
    bag.say('problem', 'csv-differs', { number: displayNumber(seq), column });
}

/** Checks the journal of a bag whose files were hashed. */
export async function verifyJournal(bag: Bag, info: Info, signal?: AbortSignal): Promise<void> {
  const journal = bag.texts.get(BAG.journal);
  if (!journal || isOversized(journal, bag)) return;
  const lines = journalLines(bag);
  const chain = await checkLines(lines, info, bag);
  const entries = lines.map(planEntry);
  const plan = planOfBag(chain.dossier ?? '', entries, (path) => bag.items.has(path));
  checkAnnounced({ ...chain, captures: plan.captures }, info, bag);
  checkReferences(plan, info, bag);
  verifyLinks(entries, plan, bag);
  await verifyRedactions(entries, plan, bag);
  bag.dated.push(...(await verifyStamps(entries, plan, bag)));
  await verifyPieces(plan, entries, bag, signal);
  if (!bag.texts.has(BAG.csv)) return;
  checkCsv(entries, bag);
}
