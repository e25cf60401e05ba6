/**
 * Random changes of a bag with a court pack, by someone who writes again every hash up to the list of pièces and the
 * manifests: what only the comparison of the PDFs with the journal's own files can see. What the PDFs and the list say in
 * words (labels, captions, the inventory) is no part of it: they are copies, and the result says so.
 */
import fc from 'fast-check';
import { canonicalJson } from '@/lib/domain/canonical';
import { sha256Hex } from '@/lib/domain/chain';
import { PACK, type PackList } from '@/lib/domain/pack-types';
import { readPiece } from '@/lib/export/piece-pdf';
import type { Mutation } from './mutations';
import { type Files, remanifest, text, utf8, zipOf } from './rebag';

type Bytes = Uint8Array<ArrayBuffer>;
type Piece = PackList['pieces'][number];
type Listed = Piece['files'][number];
/** The list as a forger edits it. */
type Draft = { -readonly [K in keyof PackList]: PackList[K] };

export const listOf = (files: Files): PackList => JSON.parse(text(files.get(PACK.list))) as PackList;
const filesIn = (list: PackList): Listed[] => list.pieces.flatMap((piece) => piece.files);

/** Hashes and sizes of the list, then the manifests, as they are after a change. */
export async function relist(files: Files, edit: (list: Draft) => void = () => undefined): Promise<Bytes> {
  const list = listOf(files);
  for (const file of filesIn(list)) {
    const bytes = files.get(file.path) ?? new Uint8Array(0);
    Object.assign(file, { sha256: await sha256Hex(bytes), bytes: bytes.byteLength });
  }
  edit(list);
  return zipOf(await remanifest(new Map([...files, [PACK.list, utf8.encode(canonicalJson(list))]])));
}

/** Where the data of each listed picture lies in each PDF of ours. */
export interface PictureData {
  readonly path: string;
  readonly at: number;
  readonly length: number;
  /** Compressed again by us: the same pixels have more than one form. */
  readonly again: boolean;
}

export async function picturesIn(files: Files): Promise<PictureData[]> {
  const found: PictureData[] = [];
  for (const { path, shows } of filesIn(listOf(files))) {
    const bytes = files.get(path);
    if (!bytes || !shows.some(({ as }) => as === 'image')) continue;
    for (const { object, sha256 } of (await readPiece(bytes)).pictures) {
      const { stream } = object;
      if (!stream) continue;
      const source = await sourceOf(files, sha256);
      const again = Buffer.from(source).indexOf(stream.subarray(0, 40)) < 0;
      found.push({ path, at: stream.byteOffset - bytes.byteOffset, length: stream.byteLength, again });
    }
  }
  return found;
}

async function sourceOf(files: Files, sha256: string): Promise<Bytes> {
  for (const [path, bytes] of files) {
    if (!path.startsWith(PACK.folder) && (await sha256Hex(bytes)) === sha256) return bytes;
  }
  throw new Error(`no file ${sha256}`);
}

/** The data of a picture damaged in its middle: whatever a viewer makes of it, it is another picture or none. */
function repainted(bytes: Bytes, { at, length }: PictureData, place: number): Bytes {
  const copy = Uint8Array.from(bytes);
  const index = at + 2 + (place % Math.max(1, length - 8));
  copy[index] = (copy[index] ?? 0) ^ 0x55;
  return copy;
}

const nat = fc.nat({ max: 1_000_000 });
const pick = <T>(list: readonly T[], at: number): T => {
  const found = list[at % Math.max(1, list.length)];
  if (found === undefined) throw new Error('an empty list');
  return found;
};

/** One thing said otherwise in the list. */
const EDITS: readonly { readonly name: string; readonly edit: (list: Draft, at: number) => void }[] = [
  {
    name: 'another entry',
    edit: (list, at) => {
      const shown = pick(
        filesIn(list).flatMap(({ shows }) => shows),
        at,
      );
      Object.assign(shown, { seq: shown.seq + 1 + (at % 5) });
    },
  },
  {
    name: 'another hash of a file shown',
    edit: (list, at) => {
      const shown = pick(
        filesIn(list).flatMap(({ shows }) => shows),
        at,
      );
      Object.assign(shown, { sha256: `${shown.sha256.slice(1)}${shown.sha256.startsWith('0') ? '1' : '0'}` });
    },
  },
  {
    name: 'a picture less',
    edit: (list, at) => {
      const file = pick(
        filesIn(list).filter(({ shows }) => shows.some(({ as }) => as === 'image')),
        at,
      );
      Object.assign(file, {
        shows: file.shows.toSpliced(
          file.shows.findIndex(({ as }) => as === 'image'),
          1,
        ),
      });
    },
  },
  {
    name: 'a picture only named',
    edit: (list, at) => {
      const shown = pick(
        filesIn(list)
          .flatMap(({ shows }) => shows)
          .filter(({ as }) => as === 'image'),
        at,
      );
      Object.assign(shown, { as: at % 2 === 0 ? 'named' : 'text' });
    },
  },
  {
    name: 'a name turned into a picture',
    edit: (list, at) => {
      const shown = pick(
        filesIn(list)
          .flatMap(({ shows }) => shows)
          .filter(({ as }) => as === 'named'),
        at,
      );
      Object.assign(shown, { as: at % 2 === 0 ? 'image' : 'whole' });
    },
  },
  { name: 'a pièce less', edit: (list, at) => list.pieces.splice(at % list.pieces.length, 1) },
  {
    name: 'a pièce twice',
    edit: (list, at) => list.pieces.splice(at % list.pieces.length, 0, structuredClone(pick(list.pieces, at))),
  },
  { name: 'another order', edit: (list) => list.pieces.reverse() },
  { name: 'another number', edit: (list, at) => Object.assign(pick(list.pieces, at), { number: 90 + (at % 9) }) },
  {
    name: 'another count of pages',
    edit: (list, at) => {
      const file = pick(
        filesIn(list).filter(({ shows }) => shows[0]?.as !== 'whole'),
        at,
      );
      Object.assign(file, { pages: (file.pages ?? 0) + 1 + (at % 3) });
    },
  },
  {
    name: 'another size',
    edit: (list, at) => {
      const file = pick(filesIn(list), at);
      Object.assign(file, { bytes: file.bytes + 1 });
    },
  },
  { name: 'a member more', edit: (list) => Object.assign(list, { note: 'x' }) },
];

/**
 * @param pictures of `picturesIn`
 */
export function forgedPack(files: Files, pictures: readonly PictureData[]): fc.Arbitrary<Mutation> {
  const bytesOf = (path: string): Bytes => files.get(path) ?? new Uint8Array(0);
  const drawn = [...new Set(pictures.map(({ path }) => path))];
  const with_ = (...changes: readonly (readonly [string, Bytes])[]): Files => new Map([...files, ...changes]);
  const exact = pictures.filter(({ again }) => !again);
  const flip = fc
    .tuple(fc.constantFrom(...exact), nat, fc.integer({ min: 1, max: 255 }))
    .map(([picture, at, mask]) => ({
      name: `a bit of a picture in ${picture.path}, every hash written again`,
      zip: () => {
        const copy = Uint8Array.from(bytesOf(picture.path));
        const index = picture.at + (at % picture.length);
        copy[index] = (copy[index] ?? 0) ^ mask;
        return relist(with_([picture.path, copy]));
      },
    }));
  const paint = fc.tuple(fc.constantFrom(...pictures), nat).map(([picture, at]) => ({
    name: `other pixels in ${picture.path}, every hash written again`,
    zip: () => relist(with_([picture.path, repainted(bytesOf(picture.path), picture, at)])),
  }));
  const swap = fc
    .uniqueArray(fc.constantFrom(...drawn), { minLength: 2, maxLength: 2 })
    .map(([one = '', other = '']) => ({
      name: `exchange ${one} and ${other}, every hash written again`,
      zip: () => relist(with_([one, bytesOf(other)], [other, bytesOf(one)])),
    }));
  const append = fc
    .tuple(fc.constantFrom(...drawn), fc.constantFrom('\n', '%', '1 0 obj\nnull\nendobj\n'))
    .map(([path, more]) => ({
      name: `${JSON.stringify(more)} after the end of ${path}, every hash written again`,
      zip: () => relist(with_([path, Uint8Array.from([...bytesOf(path), ...utf8.encode(more)])])),
    }));
  const hide = fc.constantFrom(...drawn).map((path) => ({
    name: `a table of ${path} that leads elsewhere, every hash written again`,
    zip: () => {
      const copy = Uint8Array.from(bytesOf(path));
      const table = Buffer.from(copy).lastIndexOf('\n0000000000 65535 f');
      // A digit of the second row.
      const at = table + 30;
      copy[at] = copy[at] === 0x39 ? 0x38 : 0x39;
      return relist(with_([path, copy]));
    },
  }));
  const edit = fc.tuple(fc.constantFrom(...EDITS), nat).map(([{ name, edit: change }, at]) => ({
    name: `the list: ${name} (${at}), manifests written again`,
    zip: (copy: Files) => relist(copy, (list) => change(list, at)),
  }));
  const strip = fc.constantFrom(PACK.list, ...drawn).map((path) => ({
    name: `${path} taken away, manifests written again`,
    zip: async () => {
      const map = new Map(files);
      map.delete(path);
      return zipOf(await remanifest(map));
    },
  }));
  return fc.oneof(flip, paint, swap, append, hide, edit, edit, strip);
}
