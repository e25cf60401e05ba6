/** What is printed for each file of a pièce: its picture or its text read from the journal, with the words that stand around it. */

import type { EntryOf } from '@/lib/domain/entry';
import { own } from '@/lib/domain/facts-view';
import type { PackSource, PackVolume } from '@/lib/domain/pack-types';
import type { ReadFile } from '@/lib/export/types';
import { addedSheet, captureSheet, contentsOf, MASKED_TEXT, mailHeaders } from '@/lib/pack/captions';
import type { Standing } from '@/lib/pack/standing';
import { isKind, type PackWords } from '@/lib/pack/words';
import type { CaptureSheet, ContentsRow, PictureSheet, TextSheet } from '@/lib/pdf/pack-types';

/** What every sheet is made with. */
export interface SheetSource {
  readonly standing: Standing;
  readonly words: PackWords;
  /** Bytes of a file of the dossier, whole. @throws AppError export-source-failed, export-cancelled */
  readonly read: (file: ReadFile) => Promise<Uint8Array<ArrayBuffer>>;
}

/** One capture of a volume: the file that is drawn first, then what goes with it. */
export interface CaptureUnit {
  readonly entry: EntryOf<'capture'>;
  readonly sources: readonly PackSource[];
}

/** The captures of a volume, in its order. */
export function unitsOf({ seqs, sources }: PackVolume, standing: Standing): readonly CaptureUnit[] {
  const owners = new Map([...standing.redacted].map(([target, { seq }]) => [seq, target]));
  const bySeq = new Map<number, PackSource[]>();
  for (const source of sources) {
    const seq = source.role === 'redacted' ? (owners.get(source.seq) ?? source.seq) : source.seq;
    bySeq.set(seq, [...(bySeq.get(seq) ?? []), source]);
  }
  return seqs.flatMap((seq) => {
    const entry = standing.bySeq.get(seq);
    const own = bySeq.get(seq);
    return isKind(entry, 'capture') && own ? [{ entry, sources: own }] : [];
  });
}

const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

export async function captureOf(
  { entry, sources }: CaptureUnit,
  { standing, words, read }: SheetSource,
): Promise<CaptureSheet> {
  const [drawn, ...others] = sources;
  if (!drawn) throw new Error(`no file to draw for entry ${entry.seq}`);
  const reading = others.find(({ role }) => role === 'reading');
  const original = others.find(({ role }) => role === 'original');
  const { data } = entry;
  return {
    seq: entry.seq,
    ...captureSheet(entry, sources, standing, words),
    picture: {
      bytes: await read(drawn),
      type: drawn.type,
      sha256: drawn.sha256,
      cssWidth: data.original.width / data.devicePixelRatio,
    },
    text: reading ? visibleText(await read(reading)) : [],
    ...(standing.redacted.has(entry.seq) ? { noText: MASKED_TEXT } : {}),
    ...(original
      ? {
          original: {
            bytes: await read(original),
            name: fileName(original.path),
            type: original.type,
            description: 'Image d’origine, telle que prise',
          },
        }
      : {}),
  };
}

/** The visible blocks of a kept reading; none when it is not one. */
function visibleText(bytes: Uint8Array): readonly string[] {
  try {
    const texts = own(JSON.parse(new TextDecoder().decode(bytes)), 'texts');
    return Array.isArray(texts) ? texts.filter((one): one is string => typeof one === 'string' && one !== '') : [];
  } catch (cause) {
    if (cause instanceof SyntaxError) return [];
    throw cause;
  }
}

export const contentsRow = ({ entry }: CaptureUnit, words: PackWords): ContentsRow => ({
  seq: entry.seq,
  ...contentsOf(entry, words),
});

/** The entry that a file belongs to: of a masked copy, the one whose picture it stands for. */
function ownerOf(source: PackSource, { seqs }: PackVolume, standing: Standing) {
  return standing.bySeq.get(source.role === 'redacted' ? (seqs[0] ?? source.seq) : source.seq) ?? null;
}

export async function pictureOf(
  source: PackSource,
  volume: PackVolume,
  label: string,
  { standing, read }: SheetSource,
): Promise<PictureSheet> {
  const entry = ownerOf(source, volume, standing);
  return {
    seq: entry?.seq ?? source.seq,
    ...addedSheet(entry, source, label),
    picture: { bytes: await read(source), type: source.type, sha256: source.sha256 },
  };
}

/** @param text the file whose words are printed: the mail's own text, or the file itself */
export async function textOf(
  source: PackSource,
  text: PackSource,
  label: string,
  { standing, read }: SheetSource,
): Promise<TextSheet> {
  const entry = standing.bySeq.get(source.seq) ?? null;
  const { heading, caption } = addedSheet(entry, source, label);
  return {
    seq: source.seq,
    sha256: text.sha256,
    heading,
    caption,
    headers: mailHeaders(entry),
    paragraphs: decoded(await read(text)).split(/\r\n|\n|\r/),
  };
}

/** UTF-8 when it is, else what Windows wrote for forty years. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    if (cause instanceof TypeError) return new TextDecoder('windows-1252').decode(bytes);
    throw cause;
  }
}
