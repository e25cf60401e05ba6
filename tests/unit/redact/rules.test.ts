/** The rules of masking: boxes, which copy counts, what an export leaves out, what a removal takes with it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry, EntryData, EntryKind } from '@/lib/domain/entry';
import { dataSchemas } from '@/lib/domain/entry';
import { momentAt } from '@/lib/domain/moment';
import {
  bandHeight,
  boxesOf,
  boxOf,
  contains,
  copyFor,
  hiddenFiles,
  redactions,
  siblings,
  sourceOf,
  touchesBand,
} from '@/lib/domain/redact';
import { removals } from '@/lib/domain/removals';
import { captureData } from '../export/sample';

const AT = momentAt(Date.parse('2026-11-21T09:00:00Z'));
const hash = (name: string): string => Buffer.from(name).toString('hex').padEnd(64, '0').slice(0, 64);
const blob = (name: string) => ({ sha256: hash(name), bytes: 10, type: 'image/png' });
const picture = (name: string, width = 100, height = 80) => ({ ...blob(name), width, height });

function entry<K extends EntryKind>(seq: number, kind: K, data: EntryData[K]): { entry: Entry } {
  const made = { v: 1, dossier: 'd', seq, kind, at: AT, data, prev: null, hash: hash(`line${seq}`) };
  return { entry: made as unknown as Entry };
}

const capture = (seq: number, url = 'https://x.test/a', name = `c${seq}`) =>
  entry(
    seq,
    'capture',
    captureData(picture(`${name}o`), picture(`${name}s`, 100, 90), {
      url,
      reading: { ...blob(`${name}r`), type: 'application/json' },
    }),
  );

const masking = (seq: number, target: number, more: Partial<EntryData['redacted']> = {}): EntryData['redacted'] => ({
  target,
  hash: hash(`line${target}`),
  source: { role: 'stamped', sha256: hash(`c${target}s`), width: 100, height: 90 },
  copy: { ...blob(`copy${seq}`), type: 'image/png', width: 100, height: 90 },
  boxes: [{ x: 1, y: 1, width: 10, height: 5 }],
  originalInPack: false,
  ...more,
});
const masked = (seq: number, target: number, more: Partial<EntryData['redacted']> = {}) =>
  entry(seq, 'redacted', masking(seq, target, more));

const anywhere = fc.double({ min: -200, max: 300, noNaN: true });
const drawn = fc.record({ x: anywhere, y: anywhere, width: anywhere, height: anywhere });
const size = fc.record({ width: fc.integer({ min: 1, max: 200 }), height: fc.integer({ min: 1, max: 200 }) });

describe('boxes', () => {
  it('are whole, inside the picture, and cover every pixel that was touched', () => {
    fc.assert(
      fc.property(drawn, size, (box, limits) => {
        const kept = boxOf(box, limits);
        const [left, right] = [Math.min(box.x, box.x + box.width), Math.max(box.x, box.x + box.width)];
        const [top, bottom] = [Math.min(box.y, box.y + box.height), Math.max(box.y, box.y + box.height)];
        if (!kept) {
          const outside = right <= 0 || bottom <= 0 || left >= limits.width || top >= limits.height;
          expect(outside || right === left || bottom === top).toBe(true);
          return;
        }
        expect(Object.values(kept).every(Number.isInteger)).toBe(true);
        expect(contains({ x: 0, y: 0, ...limits }, kept)).toBe(true);
        expect(kept.x <= Math.max(0, left) && kept.x + kept.width >= Math.min(limits.width, right)).toBe(true);
        expect(kept.y <= Math.max(0, top) && kept.y + kept.height >= Math.min(limits.height, bottom)).toBe(true);
      }),
    );
  });

  it('lose none of what they cover when those inside another are left out, and stay as they are a second time', () => {
    fc.assert(
      fc.property(fc.array(drawn, { maxLength: 8 }), size, (many, limits) => {
        const kept = boxesOf(many, limits);
        for (const one of many) {
          const whole = boxOf(one, limits);
          if (whole) expect(kept.some((box) => contains(box, whole))).toBe(true);
        }
        expect(boxesOf(kept, limits)).toEqual(kept);
      }),
    );
  });

  it('keep one of two that are the same', () => {
    const box = { x: 3, y: 4, width: 5, height: 6 };
    expect(boxesOf([box, box], { width: 50, height: 50 })).toEqual([box]);
  });

  it('say when they touch the band of the stamp', () => {
    const limits = { width: 100, height: 90 };
    expect(bandHeight(capture(2).entry)).toBe(10);
    expect(touchesBand({ x: 0, y: 0, width: 9, height: 80 }, limits, 10)).toBe(false);
    expect(touchesBand({ x: 0, y: 0, width: 9, height: 81 }, limits, 10)).toBe(true);
    expect(touchesBand({ x: 0, y: 0, width: 9, height: 90 }, limits, 0)).toBe(false);
  });
});

describe('the schema', () => {
  const schema = dataSchemas.redacted;
  it.each<[string, Partial<EntryData['redacted']>]>([
    ['no box', { boxes: [] }],
    ['a box outside the picture', { boxes: [{ x: 95, y: 0, width: 6, height: 1 }] }],
    ['a box of half pixels', { boxes: [{ x: 0.5, y: 0, width: 6, height: 1 }] }],
    ['an empty box', { boxes: [{ x: 0, y: 0, width: 0, height: 1 }] }],
    ['a copy of another size', { copy: { ...blob('x'), type: 'image/png', width: 99, height: 90 } }],
    [
      'more boxes than anybody draws',
      { boxes: Array.from({ length: 201 }, () => ({ x: 1, y: 1, width: 1, height: 1 })) },
    ],
  ])('refuses %s', (_, more) => {
    expect(schema.safeParse(masking(3, 2, more)).success).toBe(false);
  });

  it('takes a whole one, and names its source without holding it', () => {
    const data = masking(3, 2, { why: 'nom d’une autre personne' });
    expect(schema.safeParse(data).success).toBe(true);
    expect('bytes' in data.source).toBe(false);
  });
});

describe('what is masked', () => {
  it('is a capture’s stamped picture, its original where there is none, or an added picture that can be shown', () => {
    expect(sourceOf(capture(2).entry)).toMatchObject({ role: 'stamped', sha256: hash('c2s') });
    expect(sourceOf(entry(2, 'capture', captureData(picture('o'), null)).entry)).toMatchObject({ role: 'original' });
    expect(sourceOf(entry(2, 'note', { text: 'x' }).entry)).toBeNull();
    const added = { what: 'picture', shows: 'other', file: { ...blob('f'), name: 'n' }, stripped: [] } as const;
    const data = (more: object) => ({ ...added, stripped: [], ...more }) as EntryData['imported'];
    expect(sourceOf(entry(2, 'imported', data({ size: { width: 4, height: 3 } })).entry)).toEqual({
      ...{ role: 'imported', sha256: hash('f'), bytes: 10, type: 'image/png' },
      ...{ width: 4, height: 3 },
    });
    expect(sourceOf(entry(2, 'imported', data({})).entry)).toBeNull();
    expect(sourceOf(entry(2, 'imported', data({ what: 'pdf', size: { width: 4, height: 3 } })).entry)).toBeNull();
    expect(sourceOf(entry(2, 'imported', data({ size: { width: 60_000, height: 60_000 } })).entry)).toBeNull();
  });

  it('is left out with all that shows it: both pictures, the text read, also by an attempt at the same address', () => {
    const attempt = (seq: number, url: string) =>
      entry(seq, 'attempt', {
        ...{ url, masked: false, page: null, title: '', extracted: {}, source: 'page', tables: 'x' },
        reading: { ...blob(`a${seq}`), type: 'application/json' },
      });
    const all = [capture(2), attempt(3, 'https://x.test/a'), attempt(4, 'https://x.test/b'), masked(5, 2)];
    expect([...hiddenFiles(all)]).toEqual(
      expect.arrayContaining([
        [hash('c2o'), 5],
        [hash('c2s'), 5],
        [hash('c2r'), 5],
        [hash('a3'), 5],
      ]),
    );
    expect(hiddenFiles(all).size).toBe(4);
  });

  it('is left out wherever it stands: the same picture, added as a file', () => {
    const added = entry(3, 'imported', {
      ...{ what: 'picture', shows: 'other', stripped: [], size: { width: 100, height: 90 } },
      file: { ...blob('c2s'), name: 'n.png' },
    });
    expect(hiddenFiles([capture(2), added, masked(4, 2)]).has(hash('c2s'))).toBe(true);
  });

  it('takes the given bytes of an added picture along', () => {
    const added = entry(2, 'imported', {
      ...{ what: 'picture', shows: 'other', stripped: ['gps'], size: { width: 100, height: 90 } },
      ...{ file: { ...blob('clean'), name: 'n.png' }, original: blob('given') },
    });
    const source = { role: 'imported', sha256: hash('clean'), width: 100, height: 90 } as const;
    expect([...hiddenFiles([added, masked(3, 2, { source })]).keys()]).toEqual([hash('clean'), hash('given')]);
  });

  it('is told by the last masking: an earlier copy may show what was hidden since', () => {
    const all = [capture(2), masked(3, 2), masked(4, 2)];
    expect(redactions(all).get(2)?.seq).toBe(4);
    expect(hiddenFiles(all).get(hash('copy3'))).toBe(4);
    expect(hiddenFiles(all).has(hash('copy4'))).toBe(false);
    expect(copyFor(2, redactions(all))?.sha256).toBe(hash('copy4'));
  });

  it('comes back when the person joins the original; the earlier copy does not', () => {
    const all = [capture(2), masked(3, 2), masked(4, 2, { originalInPack: true })];
    expect([...hiddenFiles(all).keys()]).toEqual([hash('copy3')]);
    expect(copyFor(2, redactions(all))).toBeNull();
  });

  it('hides nothing where nothing is masked', () => {
    expect(hiddenFiles([capture(2), { entry: null }]).size).toBe(0);
    expect(copyFor(2, redactions([capture(2)]))).toBeNull();
  });

  it('names the other captures of the same page', () => {
    const all = [capture(2), capture(3), capture(4, 'https://x.test/b'), capture(5), masked(6, 5)];
    expect(siblings(2, all)).toEqual([3]);
    expect(siblings(9, all)).toEqual([]);
  });
});

describe('a removal', () => {
  const removed = (seq: number, target: number, ...blobs: string[]) =>
    entry(seq, 'removed', { target, hash: hash(`line${target}`), blobs: blobs.map(hash), reason: 'x' });

  it('of the picture is one of its masked copies', () => {
    const all = [capture(2), masked(3, 2), removed(4, 2, 'c2o', 'c2s', 'copy3')];
    expect([...removals(all)].map(([seq, { by }]) => [seq, by])).toEqual([
      [2, 4],
      [3, 4],
    ]);
  });

  it('of a copy alone leaves the picture hidden', () => {
    const all = [capture(2), masked(3, 2), removed(4, 3, 'copy3')];
    expect([...removals(all).keys()]).toEqual([3]);
    expect(hiddenFiles(all).has(hash('c2s'))).toBe(true);
  });

  it('keeps the tombstone of a copy that went before', () => {
    const all = [capture(2), masked(3, 2), removed(4, 3, 'copy3'), removed(5, 2, 'c2o', 'c2s')];
    expect([...removals(all)].map(([seq, { by }]) => [seq, by])).toEqual([
      [3, 4],
      [2, 5],
    ]);
  });
});
