/** Random changes of a bag: those that alter what it says, and those that only pack it otherwise. */
import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';
import fc from 'fast-check';
import { canonicalJson } from '@/lib/domain/canonical';
import { hashOf } from '@/lib/domain/chain';
import { BAG } from '@/lib/domain/export-plan';
import { type Files, remanifest, text, utf8, zipOf } from './rebag';

type Bytes = Uint8Array<ArrayBuffer>;
type Named = readonly [string, Bytes];

/** A change, named for the report of a failure, that gives the ZIP. */
export interface Mutation {
  readonly name: string;
  readonly zip: (files: Files) => Promise<Bytes>;
}

function changed(files: Files, change: (copy: Files) => void): Files {
  const copy: Files = new Map(files);
  change(copy);
  return copy;
}

function flipped(bytes: Bytes, place: number, mask: number): Bytes {
  const copy = Uint8Array.from(bytes);
  const index = place % copy.length;
  copy[index] = (copy[index] ?? 0) ^ mask;
  return copy;
}

/** Line ends exchanged: LF becomes CRLF, and CRLF becomes LF. */
function otherLineEnds(bytes: Bytes): Bytes {
  const written = text(bytes);
  return utf8.encode(written.includes('\r\n') ? written.replaceAll('\r\n', '\n') : written.replaceAll('\n', '\r\n'));
}

const mask = fc.integer({ min: 1, max: 255 });
const place = fc.nat({ max: 1_000_000 });

/** Changes of files as they lie in the bag, without new manifests. */
export function careless(files: Files): fc.Arbitrary<Mutation> {
  const paths = [...files.keys()];
  const path = fc.constantFrom(...paths);
  const textFile = fc.constantFrom(BAG.journal, BAG.csv, BAG.manifest, BAG.tagManifest, BAG.info, BAG.readme);
  const bytesOf = (name: string): Bytes => files.get(name) ?? new Uint8Array(0);
  const flip = fc.tuple(path, place, mask).map(([name, at, bits]) => ({
    name: `flip a byte of ${name}`,
    zip: (copy: Files) => zipOf(changed(copy, (map) => map.set(name, flipped(bytesOf(name), at, bits)))),
  }));
  const cut = fc.tuple(path, place).map(([name, at]) => ({
    name: `cut ${name}`,
    zip: (copy: Files) =>
      zipOf(changed(copy, (map) => map.set(name, bytesOf(name).slice(0, at % bytesOf(name).length)))),
  }));
  const grow = fc.tuple(path, fc.uint8Array({ minLength: 1, maxLength: 8 })).map(([name, more]) => ({
    name: `append to ${name}`,
    zip: (copy: Files) => zipOf(changed(copy, (map) => map.set(name, Uint8Array.from([...bytesOf(name), ...more])))),
  }));
  const remove = path.map((name) => ({
    name: `remove ${name}`,
    zip: (copy: Files) => zipOf(changed(copy, (map) => map.delete(name))),
  }));
  const add = fc
    .tuple(fc.constantFrom('', 'data/', 'data/captures/', 'data/autres/'), fc.stringMatching(/^[a-z0-9]{1,12}\.png$/))
    .map(([folder, name]) => ({
      name: `add ${folder}${name}`,
      zip: (copy: Files) => zipOf([...copy, [`${folder}${name}`, utf8.encode('x')]]),
    }));
  const twice = fc.tuple(path, fc.boolean(), fc.boolean()).map(([name, first, same]) => {
    const again: Named = [name, same ? bytesOf(name) : utf8.encode('other')];
    return { name: `write ${name} twice`, zip: (copy: Files) => zipOf(first ? [again, ...copy] : [...copy, again]) };
  });
  const rename = path.map((name) => ({
    name: `rename ${name}`,
    zip: (copy: Files) => zipOf([...copy].map(([old, bytes]) => [old === name ? `${old}.bak` : old, bytes] as const)),
  }));
  const lineEnds = textFile.map((name) => ({
    name: `other line ends in ${name}`,
    zip: (copy: Files) => zipOf(changed(copy, (map) => map.set(name, otherLineEnds(bytesOf(name))))),
  }));
  return fc.oneof(flip, cut, grow, remove, add, twice, rename, lineEnds, swap(files, false));
}

/** Two pictures or attached files exchanged. */
function swap(files: Files, forge: boolean): fc.Arbitrary<Mutation> {
  const payload = [...files.keys()].filter((path) =>
    /^data\/(captures|echanges|lectures|originaux|horodatages|pieces\/(?!00_))/.test(path),
  );
  const bytesOf = (path = ''): Bytes => files.get(path) ?? new Uint8Array(0);
  // A PDF that was added is its pièce, byte for byte: those two exchanged are no change.
  const differ = ([one, other]: readonly string[]): boolean => !Buffer.from(bytesOf(one)).equals(bytesOf(other));
  const pairs = fc.uniqueArray(fc.constantFrom(...payload), { minLength: 2, maxLength: 2 }).filter(differ);
  return pairs.map(([one = '', other = '']) => ({
    name: `exchange ${one} and ${other}${forge ? ', new manifests' : ''}`,
    zip: async (copy: Files) => {
      const map = changed(copy, (next) => {
        next.set(one, copy.get(other) ?? new Uint8Array(0));
        next.set(other, copy.get(one) ?? new Uint8Array(0));
      });
      return zipOf(forge ? await remanifest(map) : map);
    },
  }));
}

const WORDS = [
  ['blocked', 'step'],
  ['2026', '2025'],
  ['capture', 'attempt'],
  ['mauvaise', 'bonne'],
  ['screen', 'rerendered'],
  ['503', '200'],
  ['sans suite', 'avec suite'],
  ['Europe/Paris', 'Asia/Tokyo'],
] as const;

/** A line with one thing said otherwise; null when the words are not in it. */
function reworded(line: string, [from, to]: readonly [string, string]): string | null {
  return line.includes(from) ? line.replace(from, to) : null;
}

/** The same line with its own hash computed again, as a forger would who stops at one line. */
async function rehashed(line: string): Promise<string> {
  const { hash: _old, ...rest } = JSON.parse(line) as Record<string, unknown>;
  return canonicalJson({ ...rest, hash: await hashOf(rest) });
}

type Edit = (lines: readonly string[]) => Promise<readonly string[]> | readonly string[];

const editJournal: fc.Arbitrary<{ name: string; edit: Edit }> = fc.oneof(
  fc.tuple(place, fc.constantFrom(...WORDS), fc.boolean()).map(([at, words, rehash]) => ({
    name: `say « ${words[1]} » for « ${words[0]} »${rehash ? ', with the line’s own hash' : ''}`,
    edit: async (lines: readonly string[]) => {
      const able = lines.flatMap((line, index) => (reworded(line, words) === null ? [] : [index]));
      const index = able[at % Math.max(1, able.length)] ?? -1;
      const next = reworded(lines[index] ?? '', words);
      if (next === null) return lines.slice(1);
      return lines.with(index, rehash ? await rehashed(next) : next);
    },
  })),
  place.map((at) => ({
    name: `drop line ${at}`,
    edit: (lines: readonly string[]) => lines.filter((_line, index) => index !== at % lines.length),
  })),
  place.map((at) => ({
    name: `repeat line ${at}`,
    edit: (lines: readonly string[]) => lines.toSpliced(at % lines.length, 0, lines[at % lines.length] ?? ''),
  })),
  fc.tuple(place, place).map(([at, step]) => ({
    name: `move line ${at}`,
    edit: (lines: readonly string[]) => {
      const from = at % lines.length;
      const to = (from + 1 + (step % (lines.length - 1))) % lines.length;
      return lines.with(from, lines[to] ?? '').with(to, lines[from] ?? '');
    },
  })),
  fc.tuple(place, fc.constantFrom(' ', '\t')).map(([at, space]) => ({
    name: `space line ${at}`,
    edit: (lines: readonly string[]) =>
      lines.with(at % lines.length, (lines[at % lines.length] ?? '').replace('{', `{${space}`)),
  })),
  fc.constant({ name: 'CRLF', edit: (lines: readonly string[]) => lines.map((line) => `${line}\r`) }),
  place.map((at) => ({ name: 'cut the end', edit: (lines: readonly string[]) => lines.slice(0, at % lines.length) })),
);

/**
 * Changes made by someone who then writes every manifest again, and what bag-info says of the payload's size. Not the
 * hashes of the chain after the line that changed, nor what bag-info announces of the chain: whoever does that too has
 * made another journal, consistent in itself, and only a hash given to a third party before can tell.
 */
export function forged(files: Files): fc.Arbitrary<Mutation> {
  // The pack's documents and the words of its list are copies, compared with nothing but the manifests.
  const copies = /^data\/(?:journal\.csv$|pieces\/00_)/;
  const payload = [...files.keys()].filter((path) => path.startsWith('data/') && !copies.test(path));
  const forge = async (map: Files): Promise<Bytes> => zipOf(await remanifest(map));
  const journal = editJournal.map(({ name, edit }) => ({
    name: `journal: ${name}, new manifests`,
    zip: async (copy: Files) => {
      const lines = text(copy.get(BAG.journal)).trimEnd().split('\n');
      const next = (await edit(lines)).map((line) => `${line}\n`).join('');
      return forge(changed(copy, (map) => map.set(BAG.journal, utf8.encode(next))));
    },
  }));
  const flip = fc.tuple(fc.constantFrom(...payload), place, mask).map(([name, at, bits]) => ({
    name: `flip a byte of ${name}, new manifests`,
    zip: (copy: Files) =>
      forge(changed(copy, (map) => map.set(name, flipped(copy.get(name) ?? new Uint8Array(1), at, bits)))),
  }));
  const remove = fc.constantFrom(...payload).map((name) => ({
    name: `remove ${name}, new manifests`,
    zip: (copy: Files) => forge(changed(copy, (map) => map.delete(name))),
  }));
  const add = fc.stringMatching(/^data\/captures\/00[0-9]{2}-original\.jpg$/).map((name) => ({
    name: `add ${name}, new manifests`,
    zip: (copy: Files) => forge(changed(copy, (map) => map.set(name, utf8.encode('x')))),
  }));
  const cell = place.map((at) => ({
    name: `another date or number in the CSV, new manifests`,
    zip: (copy: Files) => {
      const rows = text(copy.get(BAG.csv)).split('\r\n"');
      const index = 1 + (at % (rows.length - 1));
      // Number and date are the first two cells of a row.
      const row = (rows[index] ?? '').replace(/^(\d+";"20)(\d\d)/, (_all, start: string) => `${start}19`);
      return forge(changed(copy, (map) => map.set(BAG.csv, utf8.encode(rows.with(index, row).join('\r\n"')))));
    },
  }));
  return fc.oneof(journal, journal, flip, remove, add, cell, swap(files, true));
}

/** The same files packed otherwise, as other tools do. */
export function repacked(files: Files): fc.Arbitrary<Mutation> {
  return fc
    .record({
      order: fc.shuffledSubarray([...files.keys()], { minLength: files.size }),
      level: fc.integer({ min: 0, max: 9 }),
      folder: fc.constantFrom('', 'dossier/', 'dossier-3f2a (1)/', 'Nouveau dossier/'),
      folders: fc.boolean(),
      dataDescriptor: fc.boolean(),
      zip64: fc.boolean(),
      extendedTimestamp: fc.boolean(),
      leftovers: fc.subarray(['__MACOSX/._data', '.DS_Store', 'data/Thumbs.db', 'desktop.ini']),
    })
    .map(({ order, folder, folders, leftovers, ...options }) => ({
      name: `packed again: ${JSON.stringify({ folder, folders, leftovers, ...options })}`,
      zip: async (copy: Files) => {
        const writer = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false, ...options });
        const names = folders ? ['data/', 'data/captures/'] : [];
        for (const name of names) await writer.add(`${folder}${name}`, undefined, { directory: true });
        for (const name of order) {
          await writer.add(`${folder}${name}`, new Uint8ArrayReader(copy.get(name) ?? new Uint8Array(0)));
        }
        for (const name of leftovers) await writer.add(`${folder}${name}`, new Uint8ArrayReader(utf8.encode('x')));
        return new Uint8Array(await writer.close());
      },
    }));
}

/** Bits flipped, or the end cut, in the ZIP itself. */
export function damaged(): fc.Arbitrary<Mutation> {
  const flip = fc.tuple(place, mask).map(([at, bits]) => ({
    name: `flip a byte of the ZIP at ${at}`,
    zip: async (copy: Files) => flipped(await zipOf(copy), at, bits),
  }));
  const cut = place.map((at) => ({
    name: `cut the ZIP at ${at}`,
    zip: async (copy: Files) => {
      const whole = await zipOf(copy);
      return whole.slice(0, at % whole.length);
    },
  }));
  return fc.oneof(flip, cut);
}
