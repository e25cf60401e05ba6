/** Files of a pièce: what goes into each, and an upper estimate of its bytes, so that a series is cut before it is made. */
import { MAX_PIECE_BYTES, type PackSource, type PackVolume } from '@/lib/domain/pack-types';
import type { Item, Unit } from './items';
import { fileName } from './slugs';

/** Fonts, outlines, metadata and captions of one PDF, in bytes. */
const PER_FILE = 250_000;
/** Caption, row of the table, bookmark, drawing orders of one picture. */
const PER_PICTURE = 12_000;

/** PNG and JPEG go in as they are, or with their alpha taken out and compressed again; other pictures become PNG. */
function pictureBytes({ bytes, type }: PackSource): number {
  return Math.ceil(bytes * (/png|jpe?g/.test(type) ? 1.15 : 6)) + PER_PICTURE;
}

/** Text on paper, uncompressed, with what places it. */
const textBytes = ({ bytes }: PackSource): number => bytes * 3;

/** What one unit puts in the file, without what each file costs. */
function unitBytes({ kind, sources }: Unit): number {
  return sources.reduce((sum, source, index) => {
    if (source.role === 'reading' || source.role === 'text') return sum + textBytes(source);
    if (index > 0) return sum + source.bytes;
    if (kind === 'capture' || kind === 'picture') return sum + pictureBytes(source);
    if (kind === 'mail' || kind === 'text') return sum + textBytes(source);
    return sum + (kind === 'other' ? 0 : source.bytes);
  }, 0);
}

/** A file that is taken byte for byte costs its bytes and nothing else. */
const estimateOf = (units: readonly Unit[]): number => {
  const asIs = units.every(({ kind }) => kind === 'pdf' || kind === 'letter');
  return units.reduce((sum, unit) => sum + unitBytes(unit), asIs ? 0 : PER_FILE);
};

/** The original is attached to a capture that stands alone, if asked and if the file stays within the limit. */
function attached(unit: Unit, series: boolean, originals: boolean): Unit {
  const [drawn] = unit.sources;
  if (unit.kind !== 'capture' || drawn?.role === 'original') return unit;
  const without = { ...unit, sources: unit.sources.filter(({ role }) => role !== 'original') };
  return series || !originals || estimateOf([unit]) > MAX_PIECE_BYTES ? without : unit;
}

/** Cuts where the next unit would pass the limit; a unit that passes it alone has a file of its own. */
function shares(item: Item, originals: boolean): readonly (readonly Unit[])[] {
  const units = item.units.map((unit) => attached(unit, item.kind === 'series', originals));
  if (item.kind !== 'series') return units.map((unit) => [unit]);
  const made: Unit[][] = [];
  let sum = 0;
  for (const unit of units) {
    const bytes = unitBytes(unit);
    const last = made.at(-1);
    if (last && PER_FILE + sum + bytes <= MAX_PIECE_BYTES) {
      last.push(unit);
      sum += bytes;
    } else {
      made.push([unit]);
      sum = bytes;
    }
  }
  return made;
}

/** @param originals whether the untouched picture is attached to a capture that stands alone */
export function volumesOf(item: Item, number: number, digits: number, originals: boolean): readonly PackVolume[] {
  const all = shares(item, originals);
  return all.map((units, index) => {
    const part = all.length > 1 ? { index: index + 1, of: all.length } : null;
    return {
      path: fileName(number, digits, item.slug, item.from, part),
      part,
      kind: item.kind === 'series' ? 'series' : (units[0]?.kind ?? item.kind),
      seqs: [...new Set(units.map(({ seq }) => seq))],
      sources: units.flatMap(({ sources }) => sources),
      estimate: estimateOf(units),
    };
  });
}
