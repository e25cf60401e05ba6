/** The bag's tag files (BagIt 1.0, RFC 8493): declaration, bag-info and manifests, written here and read back by the verifier. */
import type { ChainReport } from '@/lib/domain/chain';
import { displayNumber, ENTRY_VERSION } from '@/lib/domain/entry';
import { localFields, type Moment } from '@/lib/domain/moment';
import type { Inspection } from './types';

export const DECLARATION = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

/** The product's name in Bag-Software-Agent: how an export of ours is recognised. */
export const AGENT = 'Carnet de démarches';

/** Labels of bag-info.txt that are ours or that the verifier reads. */
export const INFO = {
  agent: 'Bag-Software-Agent',
  date: 'Bagging-Date',
  exportedAt: 'Exported-At',
  oxum: 'Payload-Oxum',
  description: 'External-Description',
  identifier: 'External-Identifier',
  entries: 'Journal-Entries',
  head: 'Journal-Head',
  exportLine: 'Journal-Export-Line',
  captures: 'Captures',
  chain: 'Journal-Chain',
  missingCount: 'Missing-Files',
  missing: 'Missing-File',
  alteredCount: 'Altered-Files',
  altered: 'Altered-File',
  removedCount: 'Removed-Files',
  removed: 'Removed-File',
} as const;

/** A manifest line, as `sha256sum` writes and reads it. */
export interface ManifestLine {
  readonly sha256: string;
  readonly path: string;
}

export function manifestText(lines: readonly ManifestLine[]): string {
  return lines.map((line) => `${line.sha256}  ${line.path}\n`).join('');
}

/** « whole », or the first entries where it breaks. */
function chainWords(chain: ChainReport): string {
  if (chain.problems.length === 0) return 'whole';
  const where = chain.problems
    .slice(0, 10)
    .map(
      (problem) => `${problem.seq === null ? `line ${problem.line}` : displayNumber(problem.seq)} ${problem.problem}`,
    );
  return `BROKEN (${where.join(', ')}${chain.problems.length > 10 ? ', …' : ''})`;
}

/**
 * bag-info.txt.
 * @param payload octets and number of the files under data/
 */
export function bagInfo(
  inspection: Inspection,
  payload: { readonly bytes: number; readonly files: number },
  about: { readonly now: Moment; readonly version: string; readonly description: string; readonly profile: string },
): string {
  const { plan, chain, absent } = inspection;
  const lines: [string, string][] = [
    [INFO.agent, `${AGENT} ${about.version}`],
    [INFO.date, localFields(about.now).date],
    [INFO.exportedAt, about.now.utc],
    [INFO.oxum, `${payload.bytes}.${payload.files}`],
    [INFO.description, about.description],
    [INFO.identifier, plan.dossier],
    [INFO.chain, chainWords(chain)],
    [INFO.entries, String(plan.entries)],
    [INFO.head, plan.head ?? ''],
    [INFO.exportLine, `${ENTRY_VERSION} ${about.profile}`],
    [INFO.captures, String(plan.captures)],
  ];
  for (const [reason, count, one] of [
    ['missing', INFO.missingCount, INFO.missing],
    ['altered', INFO.alteredCount, INFO.altered],
    ['removed', INFO.removedCount, INFO.removed],
  ] as const) {
    const files = absent.filter((file) => file.reason === reason);
    lines.push([count, String(files.length)]);
    for (const file of files) lines.push([one, file.path]);
  }
  return lines.map(([label, value]) => `${label}: ${value.replace(/[\r\n]+/g, ' ')}\n`).join('');
}

/** Reads bag-info.txt: labels in lower case, values in order (a label may come back, a value may continue on an indented line). */
export function parseBagInfo(text: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  let current: string[] | null = null;
  for (const line of text.split(/\r\n|\n|\r/)) {
    if (/^[ \t]/.test(line) && current) {
      current.push(`${current.pop() ?? ''} ${line.trim()}`);
      continue;
    }
    const colon = line.indexOf(':');
    if (colon <= 0) continue;
    const label = line.slice(0, colon).trim().toLowerCase();
    current = found.get(label) ?? [];
    current.push(line.slice(colon + 1).trim());
    found.set(label, current);
  }
  return found;
}

/** Reads a manifest: its lines, and the numbers of those that are not lines of a manifest. */
export function parseManifest(text: string): { lines: ManifestLine[]; malformed: number[] } {
  const lines: ManifestLine[] = [];
  const malformed: number[] = [];
  text.split(/\r\n|\n|\r/).forEach((line, index, all) => {
    if (line === '' && index === all.length - 1) return;
    // `*` marks binary mode in sha256sum's own output.
    const match = /^([0-9a-fA-F]{64})[ \t]+\*?(.+)$/.exec(line);
    if (match?.[1] && match[2]) lines.push({ sha256: match[1].toLowerCase(), path: match[2] });
    else malformed.push(index + 1);
  });
  return { lines, malformed };
}
