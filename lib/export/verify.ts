/** The verifier: is this ZIP, byte for byte and line for line, what was exported? Runs in a browser and in Node alike. */
import { sha256Hex } from '@/lib/domain/chain';
import { displayNumber } from '@/lib/domain/entry';
import { AppError } from '@/lib/domain/errors';
import { BAG } from '@/lib/domain/export-plan';
import { PACK } from '@/lib/domain/pack-types';
import { type FolderFile, openFolder } from './folder-reader';
import { pngSize } from './png-size';
import { AGENT, DECLARATION, INFO, manifestText, parseBagInfo, parseManifest } from './tags';
import { verifyJournal } from './verify-journal';
import {
  type Bag,
  type DatedBy,
  textOf,
  type Verdict,
  type Verification,
  type VerifyLine,
  type VerifyOptions,
} from './verify-types';
import { damageOf, type OpenedZip, openZip, SourceError, type ZipItem, type ZipSource } from './zip-reader';

/** Files read as text, held whole, and the bytes beyond which nobody's dossier goes: 50,000 files make a list of 6 MB. */
const TEXT_LIMITS: ReadonlyMap<string, number> = new Map([
  [BAG.declaration, 1_000],
  [BAG.info, 32 * 2 ** 20],
  [BAG.manifest, 32 * 2 ** 20],
  [BAG.tagManifest, 32 * 2 ** 20],
  [BAG.journal, 256 * 2 ** 20],
  [BAG.csv, 256 * 2 ** 20],
  [PACK.list, 32 * 2 ** 20],
]);

/** Files without which it is not an export of ours. Those that later versions added are checked by the manifests alone. */
const REQUIRED = [BAG.declaration, BAG.info, BAG.manifest, BAG.tagManifest, BAG.readme, BAG.journal, BAG.csv] as const;

/** Files that desktops drop in folders; they say nothing and change nothing. */
const SYSTEM_FILE = /^(?:__MACOSX\/.*|(?:.*\/)?(?:\.DS_Store|\._[^/]*|Thumbs\.db|desktop\.ini))$/i;

/** Number of the entry that a path belongs to, `none` for the others (an ICU select needs a word). */
export function entryOfPath(path: string): string {
  const digits = /^data\/(?:captures|echanges|imports|originaux|horodatages|lectures|autres)\/(\d{4,9})[-.]/.exec(
    path,
  )?.[1];
  return digits ? displayNumber(Number(digits)) : 'none';
}

/** A path that an unpacking tool could put elsewhere than under the folder. */
function isUnsafe(path: string): boolean {
  return path === '' || /[\\\p{Cc}]/u.test(path) || /^(?:\/|[A-Za-z]:)/.test(path) || path.split('/').includes('..');
}

const MARKS = [BAG.declaration, BAG.journal, BAG.manifest, BAG.tagManifest] as const;

/** Folder that holds the bag: none, or the single one in which a person put everything again. */
function baseOf(paths: readonly string[]): string {
  for (const mark of MARKS) {
    if (paths.includes(mark)) return '';
  }
  for (const mark of MARKS) {
    const found = paths.find((path) => path.endsWith(`/${mark}`) && !path.slice(0, -mark.length - 1).includes('/'));
    if (found) return found.slice(0, -mark.length);
  }
  return '';
}

/** Sorts the entries of the ZIP into the files of the bag; says what has no place in it. */
function collect(zip: OpenedZip, say: Bag['say']): Map<string, ZipItem> {
  const items = new Map<string, ZipItem>();
  const base = baseOf(zip.items.map((item) => item.path));
  const seen = new Set<string>();
  for (const item of zip.items) {
    const { path } = item;
    if (isUnsafe(path)) say('problem', 'name-unsafe', { path });
    else if (seen.has(path)) say('problem', 'name-duplicate', { path });
    else if (SYSTEM_FILE.test(path)) say('warning', 'system-file', { path });
    else if (item.directory) seen.add(path);
    else if (!path.startsWith(base)) say('problem', 'file-added', { path, number: 'none' });
    else if (item.special) say('problem', 'entry-special', { path });
    else if (item.encrypted) say('problem', 'entry-encrypted', { path });
    else items.set(path.slice(base.length), item);
    seen.add(path);
  }
  return items;
}

/** Reads and hashes one file; null when its content is damaged (said). */
async function hashItem(path: string, bag: Bag): Promise<string | null> {
  const known = bag.hashes.get(path);
  if (known !== undefined) return known;
  const item = bag.items.get(path);
  if (!item) return null;
  const limit = TEXT_LIMITS.get(path);
  if (limit !== undefined && item.bytes > limit) {
    bag.say('problem', 'text-too-large', { path, bytes: item.bytes, limit });
    return null;
  }
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = await item.read();
  } catch (error) {
    if (!(error instanceof Error) || error instanceof SourceError) throw error;
    bag.say('problem', 'entry-unreadable', { path, number: entryOfPath(path), detail: damageOf(error) });
    return null;
  }
  const hash = await sha256Hex(bytes);
  bag.hashes.set(path, hash);
  if (limit !== undefined) bag.texts.set(path, bytes);
  const size = pngSize(bytes);
  if (size) bag.pictures.set(path, size);
  return hash;
}

/** Checks one manifest against the files, and gives the paths that it lists. */
async function checkManifest(manifest: string, bag: Bag, step: () => void): Promise<Set<string>> {
  const text = textOf(manifest, bag);
  const { lines, malformed } = parseManifest(text);
  for (const line of malformed) bag.say('problem', 'manifest-malformed', { path: manifest, line });
  // The tag manifest is in no list: the smallest change of form (case, spaces) must show here.
  if (malformed.length === 0 && manifestText(lines) !== text)
    bag.say('problem', 'manifest-malformed', { path: manifest, line: 0 });
  if (lines.length === 0) bag.say('problem', 'manifest-empty', { path: manifest });
  const listed = new Set<string>();
  for (const { path, sha256 } of lines) {
    if (listed.has(path)) bag.say('problem', 'manifest-twice', { path: manifest, file: path });
    listed.add(path);
    const number = entryOfPath(path);
    if (!bag.items.has(path)) {
      bag.say('problem', 'file-missing', { path, manifest, number });
      continue;
    }
    const hash = await hashItem(path, bag);
    step();
    if (hash !== null && hash !== sha256) bag.say('problem', 'file-altered', { path, manifest, number });
  }
  return listed;
}

/** Both directions between the manifests and the files. */
async function checkFiles(bag: Bag, options: VerifyOptions): Promise<void> {
  let done = 0;
  const step = (): void => {
    if (options.signal?.aborted) throw new AppError('cancelled');
    done += 1;
    options.onProgress?.(done, bag.items.size);
  };
  for (const path of [BAG.tagManifest, BAG.manifest, BAG.info, BAG.declaration]) await hashItem(path, bag);
  const tags = await checkManifest(BAG.tagManifest, bag, step);
  const payload = await checkManifest(BAG.manifest, bag, step);
  for (const path of REQUIRED) {
    const listed = path === BAG.tagManifest ? bag.items.has(path) : tags.has(path) || payload.has(path);
    if (!listed) bag.say('problem', 'tag-missing', { path });
  }
  for (const path of bag.items.keys()) {
    const listed = path.startsWith('data/') ? payload.has(path) : tags.has(path) || path === BAG.tagManifest;
    if (!listed) bag.say('problem', 'file-added', { path, number: entryOfPath(path) });
  }
}

/** Payload-Oxum: octets and number of the files under data/. */
function checkOxum(bag: Bag, info: ReadonlyMap<string, readonly string[]>): void {
  const payload = [...bag.items].filter(([path]) => path.startsWith('data/'));
  const actual = `${payload.reduce((sum, [, item]) => sum + item.bytes, 0)}.${payload.length}`;
  const declared = info.get(INFO.oxum.toLowerCase())?.[0];
  if (declared === undefined) bag.say('problem', 'info-missing', { label: INFO.oxum });
  else if (declared !== actual) bag.say('problem', 'oxum-wrong', { declared, actual });
}

/** True when the names, or what bag-info says, are those of our exports: anything else is not ours to judge. */
async function isOurs(bag: Bag): Promise<boolean> {
  const { items } = bag;
  if (!items.has(BAG.declaration) && !items.has(BAG.manifest) && !items.has(BAG.tagManifest)) return false;
  if (items.has(BAG.journal)) return true;
  await hashItem(BAG.info, bag);
  return textOf(BAG.info, bag).includes(AGENT);
}

/** Bytes looked at to say that a damaged ZIP began as one of ours. */
const SNIFFED = 65_536;

/** A ZIP without a readable directory: damaged and ours, or nothing that we know. */
async function unreadable(source: ZipSource, error: unknown, say: Bag['say']): Promise<Verdict> {
  const detail = error instanceof Error ? error.message : String(error);
  const start = new TextDecoder().decode(await source.read(0, Math.min(SNIFFED, source.size)));
  // We write the journal second; another tool may put bag-info first. What names us in words can be far behind the pictures.
  const named = start.includes(AGENT) || start.includes(BAG.journal) || start.includes(PACK.folder);
  const ours = start.startsWith('PK\u0003\u0004') && start.includes(DECLARATION) && named;
  say('problem', ours ? 'zip-damaged' : 'zip-unreadable', { detail });
  return ours ? 'altered' : 'not-ours';
}

/** False when the files are not those of an export of ours. */
async function verifyBag(
  opened: OpenedZip,
  say: Bag['say'],
  problems: () => boolean,
  dated: DatedBy[],
  options: VerifyOptions,
): Promise<boolean> {
  const bag: Bag = {
    items: collect(opened, say),
    hashes: new Map(),
    texts: new Map(),
    pictures: new Map(),
    dated,
    say,
    problems,
  };
  if (!(await isOurs(bag))) {
    say('problem', 'not-a-bag');
    return false;
  }
  for (const detail of opened.ambiguities) say('problem', 'zip-ambiguous', { detail });
  await checkFiles(bag, options);
  if (!bag.problems()) say('ok', 'files-ok', { count: bag.items.size });
  if (textOf(BAG.declaration, bag) === DECLARATION) say('ok', 'declaration-ok');
  else if (bag.texts.has(BAG.declaration)) say('problem', 'declaration-altered');
  const info = parseBagInfo(textOf(BAG.info, bag));
  checkOxum(bag, info);
  await verifyJournal(bag, info, options.signal);
  return true;
}

/** Problems that are kept to be shown. */
const MAX_PROBLEMS = 10_000;

/** What was said while verifying, and the verdict that follows from it. */
class Findings {
  readonly lines: VerifyLine[] = [];
  private readonly dated: DatedBy[] = [];
  private count = 0;

  readonly problems = (): boolean => this.count > 0;

  readonly say: Bag['say'] = (level, code, values = {}) => {
    if (level === 'problem') this.count += 1;
    // A list of ten million bad lines must not fill the memory; a warning or an « OK » is never left out.
    if (level !== 'problem' || this.count <= MAX_PROBLEMS) this.lines.push({ level, code, values });
  };

  as(verdict: Verdict): Verification {
    return { verdict, dated: verdict === 'intact' ? this.dated : [], lines: this.lines };
  }

  async of(opened: OpenedZip, options: VerifyOptions): Promise<Verification> {
    if (opened.refusal) {
      this.say('problem', opened.refusal.code, opened.refusal.values);
      return this.as('not-ours');
    }
    if (!(await verifyBag(opened, this.say, this.problems, this.dated, options))) return this.as('not-ours');
    return this.as(this.problems() ? 'altered' : 'intact');
  }
}

/**
 * Verifies an export. `altered` when at least one line is a problem.
 * @throws SourceError when the file itself cannot be read; AppError `cancelled`
 */
export async function verifyExport(source: ZipSource, options: VerifyOptions = {}): Promise<Verification> {
  const findings = new Findings();
  let zip: OpenedZip;
  try {
    zip = await openZip(source, options.limits);
  } catch (error) {
    if (error instanceof SourceError) throw error;
    return findings.as(await unreadable(source, error, findings.say));
  }
  return findings.of(zip, options);
}

/**
 * Verifies an export that somebody unpacked: the same checks on the files of a folder.
 * @throws SourceError when a file cannot be read; AppError `cancelled`
 */
export async function verifyFolder(files: readonly FolderFile[], options: VerifyOptions = {}): Promise<Verification> {
  return new Findings().of(openFolder(files, options.limits), options);
}
