/** One of our ZIPs on its way into a journal: verified first, then what it holds, and its files one at a time. */
import { predictLength } from 'client-zip';
import { sha256Hex } from '@/lib/domain/chain';
import type { EntryData } from '@/lib/domain/entry';
import { AppError } from '@/lib/domain/errors';
import { BAG, type PlanEntry, planExport } from '@/lib/domain/export-plan';
import { type Moment, momentAt } from '@/lib/domain/moment';
import { readEntry } from '@/lib/domain/upcast';
import { INFO, parseBagInfo, parseManifest } from './tags';
import { verifyExport } from './verify';
import type { Verification, VerifyOptions } from './verify-types';
import { openZip, type ZipItem, type ZipSource } from './zip-reader';

/** What a person looks at before choosing. */
export interface ArrivalFacts {
  readonly alias: string;
  readonly first: Moment | null;
  readonly last: Moment | null;
  readonly entries: number;
  /** Lines that a later version wrote: kept as they are. */
  readonly newer: number;
  readonly captures: number;
  readonly files: number;
  /** Bytes of the ZIP. */
  readonly bytes: number;
  readonly exportedAt: Moment | null;
  readonly product: string;
  readonly head: string;
}

/** What the journal takes in (the shape of Arrival in lib/journal/arrival.ts). */
export interface ArrivalContent {
  readonly dossier: string;
  readonly lines: readonly string[];
  readonly exported: { readonly at: Moment; readonly data: EntryData['exported'] } | null;
  readonly files: ReadonlySet<string>;
  readonly open: (sha256: string) => Promise<Uint8Array<ArrayBuffer>>;
  readonly from: { readonly product: string; readonly bag: string; readonly exportedAt: string };
}

export interface OpenedArrival {
  readonly verification: Verification;
  /** Null for a ZIP that is not ours, or that changed since its export: a journal that was altered is not continued. */
  readonly holds: { readonly facts: ArrivalFacts; readonly content: ArrivalContent } | null;
}

const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Reads a file of a ZIP that was verified a moment ago. @throws AppError arrival-unreadable */
async function read(item: ZipItem | undefined): Promise<Uint8Array<ArrayBuffer>> {
  try {
    if (item) return await item.read();
  } catch (cause) {
    throw new AppError('arrival-unreadable', { cause, detail: item?.path ?? '' });
  }
  throw new AppError('arrival-unreadable', { detail: 'a file is no longer there' });
}

/** The files of the bag by their path in it; a person may have put the whole in a folder again. */
function bagOf(items: readonly ZipItem[]): Map<string, ZipItem> {
  const base = items.find(({ path }) => path === BAG.journal || path.endsWith(`/${BAG.journal}`))?.path ?? '';
  const folder = base.slice(0, -BAG.journal.length);
  return new Map(
    items.flatMap((item) =>
      item.directory || !item.path.startsWith(folder) ? [] : [[item.path.slice(folder.length), item] as const],
    ),
  );
}

/** A moment that a text states, null for anything else. */
function instantOf(utc: string): Moment | null {
  const instant = Date.parse(utc);
  return Number.isFinite(instant) && new Date(instant).toISOString() === utc ? momentAt(instant) : null;
}

interface Bag {
  readonly items: ReadonlyMap<string, ZipItem>;
  readonly info: ReadonlyMap<string, readonly string[]>;
  readonly entries: readonly PlanEntry[];
  /** The files that its lists name, and the size of the ZIP that our writer makes of them. */
  readonly files: number;
  readonly bytes: number;
  /** SHA-256 of tagmanifest-sha256.txt. */
  readonly name: string;
}

function said(bag: Bag, label: string): string {
  return bag.info.get(label.toLowerCase())?.[0] ?? '';
}

async function readBag(source: ZipSource): Promise<Bag> {
  const opened = await openZip(source);
  const items = bagOf(opened.items);
  const lines = text.decode(await read(items.get(BAG.journal))).split('\n');
  lines.pop();
  const tags = await read(items.get(BAG.tagManifest));
  const listed = [text.decode(tags), text.decode(await read(items.get(BAG.manifest)))];
  const paths = [BAG.tagManifest, ...listed.flatMap((list) => parseManifest(list).lines.map(({ path }) => path))];
  return {
    items,
    info: parseBagInfo(text.decode(await read(items.get(BAG.info)))),
    entries: lines.map((line, index) => {
      const { entry, problem } = readEntry(line);
      return { dossier: entry?.dossier ?? '', seq: index + 1, line, entry, problem };
    }),
    files: paths.length,
    bytes: Number(predictLength(paths.map((path) => ({ name: path, size: items.get(path)?.bytes ?? 0 })))),
    name: await sha256Hex(tags),
  };
}

/**
 * The line that the exporting computer writes right after: the bag says all that it holds. The size is that of the ZIP
 * as we write it, whatever tool packed the bag again since, and without what a desktop dropped in its folders.
 */
function exportedOf(bag: Bag, head: string): ArrivalContent['exported'] {
  const [version, profile] = said(bag, INFO.exportLine).split(' ');
  const at = instantOf(said(bag, INFO.exportedAt));
  if (version !== '1' || !profile || !at) return null;
  const { entries, files, bytes, name } = bag;
  return { at, data: { entries: entries.length, head, files, bag: name, bytes, profile } };
}

function holdingsOf(bag: Bag, size: number): NonNullable<OpenedArrival['holds']> {
  const { entries, items } = bag;
  const dossier = said(bag, INFO.identifier);
  const head = said(bag, INFO.head);
  const exportedAt = instantOf(said(bag, INFO.exportedAt));
  const opening = entries[0]?.entry;
  const plan = planExport(dossier, entries, momentAt(0));
  const places = new Map(
    plan.files.flatMap(({ path, sha256 }) => {
      const item = items.get(path);
      return item ? [[sha256, item] as const] : [];
    }),
  );
  const product = said(bag, INFO.agent).slice(0, 80);
  return {
    facts: {
      alias: opening?.kind === 'dossier-opened' ? opening.data.alias : dossier.slice(0, 8),
      first: momentOf(entries[0]),
      last: momentOf(entries.at(-1)),
      entries: entries.length,
      newer: entries.filter((one) => one.problem === 'entry-unknown-version').length,
      captures: plan.captures,
      files: places.size,
      bytes: size,
      exportedAt,
      product,
      head,
    },
    content: {
      dossier,
      lines: entries.map(({ line }) => line),
      exported: exportedOf(bag, head),
      files: new Set(places.keys()),
      open: async (sha256) => read(places.get(sha256)),
      from: { product, bag: bag.name, exportedAt: exportedAt?.utc ?? new Date(0).toISOString() },
    },
  };
}

function momentOf(stored: PlanEntry | undefined): Moment | null {
  return stored ? readEntry(stored.line).at : null;
}

/**
 * Verifies a ZIP and says what it holds. Writes nothing.
 * @throws AppError arrival-unreadable when the file itself cannot be read, cancelled
 */
export async function openArrival(source: ZipSource, options: VerifyOptions = {}): Promise<OpenedArrival> {
  let verification: Verification;
  try {
    verification = await verifyExport(source, options);
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError('arrival-unreadable', { cause });
  }
  const { verdict } = verification;
  if (verdict === 'altered' || verdict === 'not-ours') return { verification, holds: null };
  return { verification, holds: holdingsOf(await readBag(source), source.size) };
}
